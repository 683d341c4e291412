"""People: everyone, by how they come; type to find, Tab for one kind only."""

from collections import Counter as Tally

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import DataTable, Footer, Input, Static

from loyaltui.core.customer import CustomerRow, folded, search_terms
from loyaltui.core.moment import ordinal
from loyaltui.core.outcome import Undone
from loyaltui.screens.base import Desk, GoTo, OpenPerson, ShopScreen
from loyaltui.screens.for_all import for_all
from loyaltui.store import listing
from loyaltui.widgets.display import figure, shown
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, figures
from loyaltui.words import counter as counter_words
from loyaltui.words import standing as words

WIDE = 110  # columns of the terminal
PAGE = 200  # rows shown; nobody reads ten thousand
KINDS = (None, "loyal", "regular", "fond", "slipping", "new", "occasional", "lost")


class People(ShopScreen):
    """A table of customers under one line that filters it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows: list[tuple[str, CustomerRow]] = []
        self.listed: list[int] = []
        self.kind: str | None = None
        self.seen_act = -1
        self.wide = False

    def compose(self) -> ComposeResult:
        yield Input(placeholder=_("find by name, phone, e-mail or card"), id="find", compact=True)
        yield Static(id="kinds", markup=False)
        table: DataTable[Text] = DataTable(id="people", cursor_type="row", zebra_stripes=True)
        table.can_focus = False
        yield table
        yield Static(id="empty", markup=False)
        yield Static(id="page", markup=False)
        yield Static(id="until", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        unit = figures.unit(self.desk.shop.settings)
        columns = [(_("name"), 24), (_("standing"), 13), (_("visits"), 6), (_("last"), 14), (unit, 7)]
        self.wide = self.app.size.width >= WIDE
        columns += [(_("usually every"), 13), (_("odds of coming back"), 19)] if self.wide else []
        for heading, width in columns:
            right = heading in (_("visits"), unit)
            self.table.add_column(figure(heading.rjust(width)) if right else heading, width=width)
        self.query_one("#find", Input).focus()

    def on_screen_resume(self) -> None:
        if self.is_mounted:
            self.load()

    @property
    def table(self) -> DataTable[Text]:
        return self.query_one("#people", DataTable)

    def load(self) -> None:
        """Read everyone in a thread, if anything has happened since the last time."""
        shop, today = self.desk.shop, self.desk.now().day
        act = shop.last_act()
        if act == self.seen_act:
            return
        self.seen_act = act
        if not self.rows:
            self.query_one("#kinds", Static).update(_("reading …"))

        def question() -> list[tuple[str, CustomerRow]]:
            found = [(folded(row.called, row.phone, row.email, row.card), row) for row in listing.everyone(shop, today)]
            return sorted(found, key=lambda pair: pair[1].last_visit or "", reverse=True)

        self.ask("everyone", question, self.loaded)

    def loaded(self, rows: list[tuple[str, CustomerRow]]) -> None:
        """Everyone has been read."""
        self.rows = rows
        self.query_one("#until", Static).update(self.known_until())
        self.show_rows()

    def on_input_changed(self) -> None:
        self.show_rows()

    def show_rows(self) -> None:
        """Show those who fit the line and the kind: at most a page of them."""
        terms = search_terms(self.query_one("#find", Input).value)
        fitting = [row for text, row in self.rows if all(term in text for term in terms)]
        kinds = Tally(row.standing for row in fitting)
        some = [row for row in fitting if self.kind is None or row.standing == self.kind]
        self.listed = [row.id for row in some]
        self.query_one("#kinds", Static).update(self.kinds_line(kinds, len(fitting)))
        page = _("{n} of {all} shown").format(n=PAGE, all=figures.number(len(some))) if len(some) > PAGE else ""
        self.query_one("#page", Static).update(page)
        today = self.desk.now().day
        self.table.clear()
        for row in some[:PAGE]:
            self.table.add_row(*cells(row, today), *(odds_cells(row) if self.wide else ()), key=str(row.id))
        empty = self.query_one("#empty", Static)
        empty.display, self.table.display = not some, bool(some)
        empty.update(self.nobody(len(fitting)) if self.rows else first_words())

    def nobody(self, fitting: int) -> str:
        """Why nobody is shown, and what to do."""
        if fitting and self.kind:
            return _("{n} fit, but not as {kind}: Tab shows another kind.").format(
                n=fitting, kind=words.WORDS[self.kind]
            )
        return _("Nobody fits. Esc clears the line.")

    def kinds_line(self, kinds: Tally[str | None], total: int) -> Text:
        """The kinds with their counts, the chosen one marked."""
        line = Text()
        for kind in KINDS:
            word = words.WORDS[kind] if kind else _("All")
            count = kinds[kind] if kind else total
            sign = words.GLYPHS[kind] + " " if kind else ""
            line.append(f" {sign}{word} {figures.number(count)}", "reverse bold" if kind == self.kind else "")
        return line

    def action_move(self, steps: int) -> None:
        self.table.move_cursor(row=self.table.cursor_row + steps)

    def action_filter(self, step: int) -> None:
        """The next or previous kind."""
        self.kind = KINDS[(KINDS.index(self.kind) + step) % len(KINDS)]
        self.show_rows()

    def action_clear(self) -> None:
        """Esc: clear the line, then show all kinds, then the menu."""
        find = self.query_one("#find", Input)
        if find.value:
            find.value = ""
        elif self.kind:
            self.kind = None
            self.show_rows()
        else:
            self.post_message(GoTo("counter"))

    def on_input_submitted(self) -> None:
        self.action_open()

    def on_data_table_row_selected(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open the person under the cursor."""
        if self.table.row_count:
            key = self.table.coordinate_to_cell_key(self.table.cursor_coordinate).row_key
            self.post_message(OpenPerson(int(key.value or 0)))

    def action_for_all(self) -> None:
        """Something for all who fit the line and the kind, shown or not."""
        self.run_worker(for_all(self, self.listed, self.load), exclusive=True, exit_on_error=False)

    def undone(self, done: Undone) -> None:
        """Something was taken back."""
        self.load()
        self.till.say(counter_words.undone(done))


def cells(row: CustomerRow, today: int) -> tuple[Text, ...]:
    """One customer's cells."""
    word = f"{words.GLYPHS[row.standing]} {words.WORDS[row.standing]}" if row.standing else _("Not here yet")
    last = ordinal(row.last_visit[:10]) if row.last_visit else None
    ago = figures.ago(today - last) if last is not None else ""
    name = row.called or _("(no name)")
    return (
        shown(name),
        shown(word, words.STYLES.get(row.standing or "", "")),
        figure(str(row.visits)),
        shown(ago),
        figure(figures.number(row.points)),
    )


def odds_cells(row: CustomerRow) -> tuple[Text, ...]:
    """The cells that only a wide terminal has room for."""
    gap = figures.every(row.usual_gap_days) if row.usual_gap_days else ""
    return shown(gap), shown(figures.odds(row.chance_back) if row.chance_back is not None else "")


def first_words() -> str:
    """What an empty shop is told."""
    return _("Nobody is known yet. f6 brings in till sales, f2 adds somebody at the counter.")
