"""Every "no", in one plain line: what happened, that nothing is lost, what to do."""

from loyaltui.core.moment import ordinal
from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy
from loyaltui.words import _, figures

SAFE = _("Nothing was changed.")
SENTENCES = {
    # the shop's file
    "no_shop": _("There is no shop at {file}. Start loyaltui once to make one, or name another file with --shop."),
    "shop_emptied": _(
        "{file} is empty: a shop's data has been lost there. Put a backup in its place; it was left as it is."
    ),
    "not_a_shop": _("{file} is not a loyaltui shop. It was left as it is; name another file with --shop."),
    "newer_shop": _("{file} was made by a newer loyaltui. It was left as it is; please update loyaltui."),
    "shop_busy": _("Another counter is saving just now. Nothing was changed; try again in a moment."),
    "shop_read_only": _("{file} can only be read. Nothing was changed; allow writing to it and to its folder."),
    "shop_moved": _("{file} was replaced or moved away. Nothing was changed; start loyaltui again."),
    "disk_full": _("The disk is full. Nothing was changed; make room and try again."),
    "disk_failed": _("The disk could not be read or written. Nothing was changed; check the disk, then try again."),
    "cannot_open_shop": _("{file} can't be opened. Check that it is a file you may read and write."),
    "shop_damaged": _("{file} is damaged. Nothing was changed; put a backup in its place."),
    "cannot_create": _("{file} can't be made here: {why}. Name another place with --shop."),
    "unsafe_sqlite": _("This SQLite can't keep the file safe (its {setting} is {found}). Nothing was opened."),
    "backup_failed": _("No backup could be made at {file}: {why}. Nothing was changed."),
    "cannot_write": _("{file} can't be written: {why}. Nothing was saved there."),
    # people
    "unknown_customer": _("Nobody is known as “{who}”. Nothing was changed; `customers --search` finds people."),
    "ambiguous": _("“{who}” could be: {people}. Nothing was changed; say which by #number."),
    "card_taken": _("Card {card} belongs to {name}. Nothing was changed."),
    "same_person": _("That is {name} both times. Nothing was changed."),
    "nameless": _("Somebody needs a name, a phone, an e-mail or a card. Nothing was changed."),
    "bad_email": _("“{email}” is no e-mail address. Nothing was changed."),
    "bad_phone": _("“{phone}” is no phone number. Nothing was changed."),
    "bad_birthday": _("“{birthday}” is no date like 1990-05-03. Nothing was changed."),
    "unknown_channel": _("“{channel}” is no way of writing to somebody: phone or email. Nothing was changed."),
    # the counter
    "more_than_sale": _("{amount} is more than the {left} that are left of this sale. Nothing was given back."),
    "clock_leapt": _(
        "Today is {today}, {days} days after the last entry, which was on {last}. Nothing was saved; if that is right: "
        "loyaltui settings clock {today}"
    ),
    "phone_taken": _("That is {name}'s number. Nobody was added; type their own, or find {name}."),
    "amount_too_large": _("{text} is too large for one sale. Nothing was saved."),
    "amount_too_precise": _("{text} has more decimals than this money. Nothing was saved."),
    "bad_amount": _("“{text}” is no amount like 4.20. Nothing was saved."),
    "bad_date": _("“{text}” is no date like 2026-05-03. Nothing was changed."),
    "past_date": _("{text}: that day has been. Nothing was saved; name one to come."),
    "promise_gone": _("There is no such promise open. Nothing was changed."),
    "future_date": _("{text} is still to come. Nothing was saved."),
    "nothing_to_refund": _("A refund needs an amount above zero. Nothing was saved."),
    "not_enough_points": _("That needs {needed} and there are {balance}. Nothing was given."),
    "bad_part": _("{name} can't be had for {points}. Nothing was given."),
    "bad_gift": _("“{points}” can't be given like that: a number up to a million, and why. Nothing was given."),
    "unknown_voucher": _("There is no voucher {voucher}. Nothing was given."),
    "voucher_not_today": _("Voucher {voucher} is good from {since} to {until}, not today. Nothing was given."),
    "voucher_of_another": _("Voucher {voucher} is somebody else's. Nothing was given."),
    "voucher_used": _("Voucher {voucher} was used already. Nothing was changed."),
    "unknown_reward": _("There is no reward “{reward}”. Nothing was given; `settings` lists the rewards."),
    "empty_note": _("There is nothing to note. Nothing was saved."),
    "refunded_since": _("This sale was refunded since: take the refund out first. Nothing was changed."),
    "refund_of_another": _(
        "This refund goes with its sale: take it out, move the sale, and refund it again. Nothing was changed."
    ),
    "line_gone": _("This line isn't there any more. Nothing was changed."),
    "from_the_till": _(
        "This line came from the till: put it right there, or undo the import. It can be moved to a person."
    ),
    # why they come
    "unknown_answer": _("“{value}” is no answer we know. Nothing was saved; there are: {known}."),
    "unknown_source": _("“{source}” is no source. Nothing was saved; there are: {sources}."),
    "own_friend": _("Nobody is their own friend. Nothing was saved."),
    "friend_circle": _("{name} brought them here, so they can't have sent {name}. Nothing was saved."),
    "no_complaint": _("There is no open complaint to put right. Nothing was saved; write the complaint down first."),
    "answer_gone": _("This answer isn't there any more. Nothing was changed."),
    "unknown_colleague": _("Nobody called “{name}” has served here. Nothing was saved; there are: {names}."),
    "unknown_event": _("“{kind}” is nothing that happens to a shop. Nothing was saved; there are: {kinds}."),
    "event_gone": _("This event isn't there any more. Nothing was changed."),
    # say hello
    "nobody_chosen": _("Nobody is chosen on this page."),
    "not_allowed": _("{name} hasn't said that we may write or call: speak to them when they come in."),
    "unknown_field": _("Nothing fills “{field}”. Nothing was changed; there are: {fields}."),
    "stray_brace": _("A brace stands alone. Nothing was changed; what is filled in is written like {fields}."),
    "bad_template": _("The words need to be there, and at most {longest} characters long. Nothing was changed."),
    "unknown_reason": _("“{reason}” is no reason to write. Nothing was changed; there are: {reasons}."),
    "unknown_outcome": _("“{kind}” is nothing that comes of it. Nothing was changed; there are: {kinds}."),
    "bad_language": _("“{language}” is no language's two letters, like pl. Nothing was changed."),
    # undo
    "nothing_to_undo": _("There is nothing to undo at this counter."),
    "unknown_act": _("There is no act {act}. Nothing was changed."),
    "undo_of_undo": _("Act {act} was itself an undo. Nothing was changed; do the thing again instead."),
    "undone_already": _("Act {act} has been undone already. Nothing was changed."),
    "later_act": _("Act {act} can't be undone while act {later} ({verb}) builds on it. Undo that one first."),
    # settings
    "shop_nameless": _("The shop needs a name."),
    "unknown_setting": _("There is no setting “{key}”. There are: {keys}."),
    "bad_setting": _("“{value}” doesn't fit {key}: it expects {expects}. Nothing was changed."),
    "currency_in_use": _(
        "This shop's sums are in {currency}; another currency needs a shop of its own. Nothing was changed."
    ),
    "bad_reward": _(
        "“{name}” needs a name, a price above zero and a worth that isn't below zero. Nothing was changed."
    ),
    "same_reward": _("Two rewards can't have one name. Nothing was changed."),
    "bad_number": _("“{text}” is no whole number from {least} to {most}. Nothing was changed."),
    "needs_words": _("Say what it is for. Nothing was changed."),
    "bad_hours": _("“{text}” are no hours like 14:00 to 16:00. Nothing was changed."),
    "no_days": _("Choose a weekday, or say the hours. Nothing was changed."),
    "reward_out_of_reach": _(
        "“{name}” would take {visits} usual visits: nobody could reach it{lasts}. Nothing was changed."
    ),
    "gives_too_much": _("“{name}” would give back {percent} % of what was paid for it. Nothing was changed."),
    "nothing_to_rehearse": _(
        "Nobody of the programme has bought anything in the past year, so there is nothing to replay."
    ),
    # imports
    "file_exists": _("{file} is there already. It was left as it is; name another file."),
    "file_missing": _("There is no file {file}. Nothing was brought in; check the name and the folder."),
    "no_folder": _("{folder} is no folder, so there is nothing to watch."),
    "file_is_folder": _("{file} is a folder. Nothing was brought in; choose a file in it."),
    "file_unreadable": _("{file} can't be read ({detail}). Nothing was brought in; check who may read it."),
    "file_empty": _("{file} is empty. Nothing was brought in; export it from the till again."),
    "header_only": _("{file} has column names in line {line} and no sales below. Nothing was brought in."),
    "not_text": _("{file} is no text table{kind}. Nothing was brought in; export or save it as CSV."),
    "encoding_broken": _("{file} says it is {encoding} but isn't throughout. Nothing was brought in; export it again."),
    "encoding_unknown": _("The letters of {file} are in no writing we know. Nothing was brought in; save it as UTF-8."),
    "not_a_table": _("No columns could be found in {file}. Nothing was brought in; choose the till's export as CSV."),
    "unclosed_quote": _("A quotation mark opened in line {line} of {file} is never closed. Nothing was brought in."),
    "field_too_long": _("A cell in line {line} of {file} is longer than {limit} characters. Nothing was brought in."),
    "line_too_long": _("Line {line} of {file} is longer than {limit} characters. Nothing was brought in."),
    "too_many_columns": _("Line {line} of {file} has {columns} columns, more than {limit}. Nothing was brought in."),
    "column_missing": _(
        "No column for the {field} was found. Nothing was brought in; choose it (--map {field}=COLUMN): {columns}."
    ),
    "column_unknown": _("There is no column “{column}”. Nothing was brought in; there are: {columns}."),
    "field_unknown": _("“{field}” can't be mapped. Nothing was brought in; these can: {fields}."),
    "date_order_ambiguous": _(
        "{sample} can be read two ways. Nothing was brought in; say which (--date-order dmy or mdy)."
    ),
    "date_order_unknown": _("“{date_order}” is no order of dates. Nothing was brought in; use one of {orders}."),
    "other_currency": _("{file} is in {currency}, the shop in {shop}. Nothing was brought in."),
    "say_yes": _(
        "{file} was read but not brought in: there is no terminal to ask at. Add --yes, or --dry-run to look."
    ),
    "cancelled": _("Stopped. Nothing was brought in."),
}


def clock(refused: Refused) -> str:
    """Where the clock is doubted, as a question."""
    today = figures.full_day(ordinal(str(refused.data["today"])) or 1)
    return _("Today is {today}, {days} days after the last entry. Is that right?").format(
        today=today, days=refused.data["days"]
    )


def say(refused: Refused) -> str:
    """The sentence for a refusal, its data made harmless for a terminal."""
    sentence = SENTENCES.get(refused.code)
    if sentence is None:
        return _("That can't be done ({code}). {safe}").format(code=refused.code.replace("_", " "), safe=SAFE)
    data = {key: shown(value) for key, value in refused.data.items()}
    if refused.code == "not_text":
        data["kind"] = _(" (it looks like a {kind})").format(kind=data["kind"]) if data.get("kind") else ""
    if refused.code == "reward_out_of_reach":
        lasts = refused.data.get("lasts")
        data["lasts"] = _(" in the {lasts} days until what they earned lapses").format(lasts=lasts) if lasts else ""
    return sentence.format_map(data)


def shown(value: object) -> str:
    """One piece of a refusal's data; several people as names with their numbers."""
    if isinstance(value, (list, tuple)):
        return ", ".join(shown(one) for one in value)
    number, name = getattr(value, "id", None), getattr(value, "name", None)
    return tidy(f"{name} (#{number})" if name is not None and number is not None else str(value))
