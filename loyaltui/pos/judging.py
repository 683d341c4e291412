"""What the words of type, status and void columns make of a row: a sale, a refund, or no sale and why."""

from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import NamedTuple

from loyaltui.pos.layout import Layout
from loyaltui.pos.statuses import kind, status, status_words
from loyaltui.pos.statuswords import REFUND, REFUNDED
from loyaltui.pos.values import LIMIT
from loyaltui.pos.words import key, words

SAID_YES = frozenset(
    words(
        "true, yes, y, 1, x, tak, t, ja, j, oui, o, si, s, sim, wahr, vrai, verdadero, vero, да, 是, "
        "はい, voided, void, cancelled, canceled, anulowany, anulowano, storniert, annule, anulado, annullato, "
        "geannuleerd, annulleret, отменен, 作废, 取消, "
        "evet, iptal, igen, sztorno, kylla, mitatoity, da, anulat, 예, 취소"
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
        self.judges: list[tuple[int, Meanings]] = []
        for name, meaning in (("status", status), ("type", kind), ("notes", noted), ("void", void)):
            if name in layout.fields:
                column = layout.fields[name]
                self.judges.append((column, Meanings(meaning, layout.means.get(column, {}))))
        judged = [column for column, _ in self.judges]
        own = [(column, Meanings(unknown, table)) for column, table in layout.means.items() if column not in judged]
        self.judges += own
        columns = [column for column, _ in self.judges]
        self.columns = (*columns, *[nowhere] * (2 - len(columns)))
        self.cells: Callable[[list[str]], Cells] = itemgetter(*self.columns)

    def __missing__(self, cells: Cells) -> Verdict:
        if len(self) >= LIMIT:
            self.clear()
        said = [meanings[cell] for (_, meanings), cell in zip(self.judges, cells, strict=False)]
        why = next((word for word in said if word not in ("", REFUND, REFUNDED)), "")
        self[cells] = verdict = Verdict(why, REFUND in said, REFUNDED in said, not any(map(str.strip, cells)))
        return verdict


class Meanings(dict[str, str]):
    """Cells of a column → what they mean, "" for a sale like any other: by the till's `own` words, else `common`."""

    def __init__(self, common: Callable[[str], str | None], own: Mapping[str, str]) -> None:
        super().__init__({"": own.get("", "")})
        self.common, self.own = common, own

    def __missing__(self, cell: str) -> str:
        if len(self) >= LIMIT:
            self.clear()
        word = key(cell)
        self[cell] = meaning = self.own[word] if word in self.own else self.common(word) or ""
        return meaning


def noted(word: str) -> str:
    """Why the key of a note says that the row is no sale; only a whole cell does: notes are about anything."""
    meaning = status_words().get(word, "")
    return "" if meaning in (REFUND, REFUNDED) else meaning


def void(word: str) -> str:
    """Whether the key of a void cell says yes."""
    return VOID if word in SAID_YES else ""


def unknown(_word: str) -> str:
    """What a cell means where only the till's own words count."""
    return ""
