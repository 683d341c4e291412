"""Every "no", in one plain line: what happened, that nothing is lost, what to do."""

from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy
from loyaltui.words import _

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
    "disk_full": _("The disk is full. Nothing was changed; make room and try again."),
    "disk_failed": _("The disk could not be read or written. Nothing was changed; check the disk, then try again."),
    "cannot_open_shop": _("{file} can't be opened. Check that it is a file you may read and write."),
    "shop_damaged": _("{file} is damaged. Nothing was changed; put a backup in its place."),
    "cannot_create": _("{file} can't be made here: {why}. Name another place with --shop."),
    "unsafe_sqlite": _("This SQLite can't keep the file safe (its {setting} is {found}). Nothing was opened."),
    "backup_failed": _("No backup could be made at {file}: {why}. Nothing was changed."),
    # people
    "unknown_customer": _("Nobody is known as “{who}”. Nothing was changed; `customers --search` finds people."),
    "ambiguous": _("“{who}” could be: {people}. Nothing was changed; say which by #number."),
    "card_taken": _("Card {card} belongs to {name}. Nothing was changed."),
    "nameless": _("Somebody needs a name, a phone, an e-mail or a card. Nothing was changed."),
    "bad_email": _("“{email}” is no e-mail address. Nothing was changed."),
    "bad_phone": _("“{phone}” is no phone number. Nothing was changed."),
    "bad_birthday": _("“{birthday}” is no date like 1990-05-03. Nothing was changed."),
    "unknown_channel": _("“{channel}” is no way of writing to somebody: phone or email. Nothing was changed."),
    # the counter
    "amount_too_large": _("{text} is too large for one sale. Nothing was saved."),
    "amount_too_precise": _("{text} has more decimals than this money. Nothing was saved."),
    "bad_amount": _("“{text}” is no amount like 4.20. Nothing was saved."),
    "bad_date": _("“{text}” is no date like 2026-05-03. Nothing was changed."),
    "future_date": _("{text} is still to come. Nothing was saved."),
    "nothing_to_refund": _("A refund needs an amount above zero. Nothing was saved."),
    "not_enough_points": _("That needs {needed} points and there are {balance}. Nothing was given."),
    "unknown_reward": _("There is no reward “{reward}”. Nothing was given; `settings` lists the rewards."),
    "empty_note": _("There is nothing to note. Nothing was saved."),
    "line_gone": _("This line isn't there any more. Nothing was changed."),
    "from_the_till": _(
        "This line came from the till: put it right there, or undo the import. It can be moved to a person."
    ),
    # undo
    "nothing_to_undo": _("There is nothing to undo at this counter."),
    "unknown_act": _("There is no act {act}. Nothing was changed."),
    "undo_of_undo": _("Act {act} was itself an undo. Nothing was changed; do the thing again instead."),
    "undone_already": _("Act {act} has been undone already. Nothing was changed."),
    "later_act": _("Act {act} can't be undone while act {later} ({verb}) builds on it. Undo that one first."),
    # settings
    "unknown_setting": _("There is no setting “{key}”. There are: {keys}."),
    "bad_setting": _("“{value}” doesn't fit {key}: it expects {expects}. Nothing was changed."),
    "currency_in_use": _(
        "This shop's sums are in {currency}; another currency needs a shop of its own. Nothing was changed."
    ),
    "bad_rule": _("Points need a size above zero. Nothing was changed."),
    "bad_reward": _("A reward needs a name, points above zero and a worth. Nothing was changed."),
    # imports
    "other_currency": _("{file} is in {currency}, the shop in {shop}. Nothing was brought in."),
    "say_yes": _(
        "{file} was read but not brought in: there is no terminal to ask at. Add --yes, or --dry-run to look."
    ),
    "cancelled": _("Stopped. Nothing was brought in."),
}


def say(refused: Refused) -> str:
    """The sentence for a refusal, its data made harmless for a terminal."""
    sentence = SENTENCES.get(refused.code)
    if sentence is None:
        return _("That can't be done ({code}). {safe}").format(code=refused.code.replace("_", " "), safe=SAFE)
    return sentence.format_map({key: shown(value) for key, value in refused.data.items()})


def shown(value: object) -> str:
    """One piece of a refusal's data; several people as names with their numbers."""
    if isinstance(value, (list, tuple)):
        return ", ".join(shown(one) for one in value)
    number, name = getattr(value, "id", None), getattr(value, "name", None)
    return tidy(f"{name} (#{number})" if name is not None and number is not None else str(value))
