"""What the words of type, status and void columns make of a row: a sale, a refund, or no sale and why."""

from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import NamedTuple

from loyaltui.pos.cellwords import REFUND
from loyaltui.pos.layout import Layout
from loyaltui.pos.values import LIMIT, Meanings
from loyaltui.pos.words import key, words

REFUNDED = "refunded"  # a status: the sale was given back whole
GIVEN_BACK = frozenset(
    words(
        "refunded, zwrocone, zwrocona, zwrocono, erstattet, ruckerstattet, rembourse, remboursee, "
        "reembolsado, reembolsada, rimborsato, rimborsata, terugbetaald, refunderet, возвращен, возвращён, "
        "已退款, 返金済"
    )
)
SAID_YES = frozenset(
    words(
        "true, yes, y, 1, x, tak, t, ja, j, oui, o, si, s, sim, wahr, vrai, verdadero, vero, да, 是, "
        "はい, voided, void, cancelled, canceled, anulowany, anulowano, storniert, annule, anulado, annullato, "
        "geannuleerd, annulleret, отменен, 作废, 取消"
    )
)
VOID = "void"

Cells = tuple[str, ...]


class Verdict(NamedTuple):
    """What a row is. `why`: the reason it is no sale, else ""; `refunded`: the sale was given back whole since;
    `silent`: its cells say nothing."""

    why: str
    refund: bool
    refunded: bool
    silent: bool


class Verdicts(dict[Cells, Verdict]):
    """Cells that `columns` names → what they make of their row."""

    def __init__(self, layout: Layout, nowhere: int) -> None:
        self.judges: list[tuple[int, Callable[[str], str]]] = []
        for name, table in (("status", "status"), ("type", "type"), ("notes", "status")):
            if name in layout.fields:
                column = layout.fields[name]
                self.judges.append((column, judge(Meanings(table), layout.means.get(column, {}), name == "status")))
        if "void" in layout.fields:
            self.judges.append((layout.fields["void"], void))
        judged = [column for column, _ in self.judges]
        self.judges += [(column, plain(table)) for column, table in layout.means.items() if column not in judged]
        columns = [column for column, _ in self.judges]
        self.columns = (*columns, *[nowhere] * (2 - len(columns)))
        self.cells: Callable[[list[str]], Cells] = itemgetter(*self.columns)

    def __missing__(self, cells: Cells) -> Verdict:
        if len(self) >= LIMIT:
            self.clear()
        said = [meaning(cell) for (_, meaning), cell in zip(self.judges, cells, strict=False)]
        why = next((word for word in said if word not in ("", REFUND, REFUNDED)), "")
        self[cells] = verdict = Verdict(why, REFUND in said, REFUNDED in said, not any(map(str.strip, cells)))
        return verdict


def judge(common: Meanings, own: Mapping[str, str], status: bool) -> Callable[[str], str]:
    """The meaning of a cell by the till's own words, else by everybody's."""

    def meaning(cell: str) -> str:
        word = key(cell)
        if word in own:
            return own[word]
        return REFUNDED if status and word in GIVEN_BACK else common[cell]

    return meaning


def plain(own: Mapping[str, str]) -> Callable[[str], str]:
    """The meaning of a cell by the till's own words alone."""
    return lambda cell: own.get(key(cell), "")


def void(cell: str) -> str:
    """Whether a void column says yes."""
    return VOID if key(cell) in SAID_YES else ""
