"""Lists for the terminal's commands, and CSV that a spreadsheet can't be tricked with."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, is_dataclass
from typing import Any

from loyaltui.core.customer import CustomerRow
from loyaltui.core.dossier import Dossier
from loyaltui.core.outreach import ContactRow
from loyaltui.core.programme import reward_as_typed, rule_as_typed
from loyaltui.core.report import ImportReport
from loyaltui.core.reward import Reward
from loyaltui.core.rule import Rule
from loyaltui.core.settings import KEYS, Settings
from loyaltui.core.text import clean
from loyaltui.words import _, figures, programme, standing, why
from loyaltui.words.imports import REJECTED

FORMULA = "=+-@\t\r＝＋－＠"  # what a spreadsheet would run


def json_of(value: object) -> str:
    """Dataclasses, or a list of them, as JSON."""
    import json

    def plain(one: object) -> object:
        return asdict(one) if is_dataclass(one) and not isinstance(one, type) else str(one)

    return json.dumps(value, default=plain, ensure_ascii=False, indent=1)


class Plain(str):
    """A text of our own making that stands in a CSV as it is, like the + of a phone number."""


def cell(value: object) -> str:
    """A value for a CSV cell; a text that a spreadsheet would run as a formula gets an apostrophe."""
    text = clean("" if value is None else str(value))
    ours = isinstance(value, (int, float, Plain))
    return f"'{text}" if text.startswith(tuple(FORMULA)) and not ours else text


def csv_lines(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV, every cell made harmless."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[cell(value) for value in row] for row in rows])
    return out.getvalue()


def csv_of(rows: Sequence[Any]) -> str:
    """Dataclasses of one kind as CSV with a header; nothing at all for no rows."""
    header = [[field.name for field in fields(rows[0])]] if rows else []
    return csv_lines([*header, *(asdict(row).values() for row in rows)])


def customers_csv(rows: Sequence[CustomerRow]) -> str:
    """Everyone as CSV, the tills' ids as "square:KZ4Q square:9XYZ"."""
    flat = [asdict(row) for row in rows]
    for one in flat:
        one["external_ids"] = " ".join(f"{source}:{ext}" for source, ids in one["external_ids"].items() for ext in ids)
        one["held_by"], one["perhaps_held_by"] = " ".join(one["held_by"]), " ".join(one["perhaps_held_by"])
    return csv_lines([[field.name for field in fields(CustomerRow)], *(one.values() for one in flat)])


def not_read_csv(report: ImportReport, found: dict[int, str]) -> str:
    """What couldn't be read of a file: line, reason, and the line itself."""
    problems = [(one.line, REJECTED.get(one.reason, one.reason), found.get(one.line, "")) for one in report.rejected]
    return csv_lines([(_("line"), _("reason"), _("what stands there")), *problems])


def customers(rows: Sequence[CustomerRow], now: Settings) -> Iterator[str]:
    """Everyone, a line each."""
    heads = (_("name"), _("standing"), _("visits"), _("last"), figures.unit(now), _("odds"))
    yield "{:>6}  {:<28} {:<12} {:>6} {:>10} {:>7}  {}".format("#", *heads)
    for row in rows:
        last = row.last_visit[:10] if row.last_visit else ""
        word = standing.WORDS[row.standing] if row.standing else _("Not here yet")
        odds = figures.odds(row.chance_back) if row.chance_back is not None else ""
        name = clean(row.called) or _("(no name)")
        yield f"{row.id:>6}  {name[:28]:<28} {word:<12} {row.visits:>6} {last:>10} {row.points:>7}  {odds}"
    if not rows:
        yield _("Nobody fits. `loyaltui customers` lists everyone.")


def contacts(rows: Sequence[ContactRow]) -> Iterator[str]:
    """The short list: who, why, how, and the words."""
    for row in rows:
        how = f"{row.channel}: {row.address}" if row.address else _("next time they come in")
        yield f"{clean(row.name) or _('(no name)')} (#{row.customer_id}) · {how}"
        yield f"  {row.why}"
        if row.message:
            yield f"  “{clean(row.message)}”"
    if not rows:
        yield _("Nobody needs a word today.")


def settings(
    now: Settings, stored: dict[str, str], rules: Sequence[Rule], rewards: Sequence[Reward], key: str | None
) -> Iterator[str]:
    """The settings as key and value, then what the programme says; one alone for a key."""
    values = {name: stored.get(name, str(getattr(now, name) or "")) for name in KEYS}
    values["weights"] = stored.get("weights", "") if key is None else weights(now)  # all of them only where asked for
    values["earn"] = rule_as_typed(rules[-1], now.currency) if rules else ""
    values["reward"] = "; ".join(reward_as_typed(reward, now.currency) for reward in rewards)
    if key in values:
        yield clean(values[key])
    elif key is None:
        yield from (f"{name:<15} {clean(value)}" for name, value in values.items())
        yield from (f"  {line}" for line in programme.sentences(rules[-1:], rewards, now))


def weights(now: Settings) -> str:
    """Every weight of evidence as one would type them."""
    return ", ".join(f"{kind} {weight:g}" for kind, weight in now.weights.items())


def dossier(whole: Dossier, now: Settings, today: int, names: Mapping[int, str]) -> Iterator[str]:
    """One person for the terminal: who they are, how they stand, the last receipts."""
    row = whole.customer
    known = " · ".join(clean(text) for text in (row.phone, row.email, row.card, whole.birthday) if text)
    yield f"{clean(row.called) or _('(no name)')} (#{row.id})" + (f" · {known}" if known else "")
    if whole.standing:
        yield standing.verdict(whole.standing, today, names)
        yield from (f"  {line}" for line in standing.evidence(whole.standing, today))
        yield from (f"  {line}" for line in why.lines(whole.standing, today, names, now.weights))
    yield f"{figures.points(row.points, now)} · {figures.money(row.net_paid_minor, now)}"
    if whole.usual:
        yield _("usual: {items}").format(items=", ".join(clean(item) for item in whole.usual))
    yield from (f"  {note['day']}  {clean(str(note['text']))}" for note in whole.notes)
    yield from (f"  {one['day']}  {clean(said(one))}" for one in whole.answers)
    for receipt in whole.receipts[:10]:
        amount = receipt["amount_minor"]
        paid = figures.money(amount, now) if amount is not None else _("the till will say")
        given = f"  {clean(receipt['reward'])}" if receipt["reward"] else ""
        yield f"  {str(receipt['at']).replace('T', ' ')}  {paid}  {receipt['points']:+}{given}"


def said(answer: Mapping[str, object]) -> str:
    """One answer in the words of the commands: "referral: sent, Bob Ng (told)"."""
    parts = (answer["value"], answer["about"], answer["text"])
    words = _(", ").join(str(part) for part in parts if part)
    return f"{answer['family']}: {words} ({answer['source']})"


def proved(customers: int, movements: int, left: int, debt: int, balance: int, lapsed: int) -> str:
    """What a check has proved, in figures."""
    proof = _(
        "Good: {customers:,} customers, {movements:,} movements; {left:,} points left in the lots − {debt:,} open debt "
        "= {balance:,} in all balances."
    ).format(customers=customers, movements=movements, left=left, debt=debt, balance=balance)
    return proof + (_(" Of these {lapsed:,} have lapsed by today.").format(lapsed=lapsed) if lapsed else "")
