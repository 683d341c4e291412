"""The people of a field: who they are, how they stand, what they spend; Enter opens one, Esc goes back."""

from collections.abc import Mapping

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import DataTable, Footer, Static

from loyaltui.core.insight import Member
from loyaltui.core.outcome import Undone
from loyaltui.screens.base import Desk, OpenPerson, ShopScreen
from loyaltui.screens.for_all import for_all
from loyaltui.store import insight
from loyaltui.widgets.display import figure, shown
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, figures, shop_pages
from loyaltui.words import counter as counter_words
from loyaltui.words import standing as words
from loyaltui.words.shop_pages import Row

PAGE = 200  # people shown; nobody reads ten thousand
LEAST_NOTE = 16  # cells


class Group(ShopScreen):
    """A table of the people behind a row, those who spend most first."""

    def __init__(self, desk: Desk, row: Row, members: Mapping[int, Member]) -> None:
        super().__init__(desk)
        self.row = row
        self.members = members

    def compose(self) -> ComposeResult:
        yield Static(shown(self.row.detail or self.row.label), id="lead", markup=False)
        yield DataTable[Text](id="people", cursor_type="row", zebra_stripes=True)
        yield Static(id="page", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        note = max(LEAST_NOTE, self.app.size.width - 53)  # what the other columns leave
        for heading, width in ((_("name"), 22), (_("standing"), 12), (_("what we know"), note), (_("a month"), 9)):
            right = heading == _("a month")
            self.table.add_column(figure(heading.rjust(width)) if right else heading, width=width)
        self.table.focus()
        shop, some = self.desk.shop, self.row.ids[:PAGE]
        self.ask("names", lambda: insight.names(shop, some), self.loaded)

    @property
    def table(self) -> DataTable[Text]:
        return self.query_one("#people", DataTable)

    def loaded(self, names: dict[int, str]) -> None:
        """Who they are is known."""
        settings, today = self.desk.shop.settings, self.desk.now().day
        colleagues = self.desk.shop.answers.colleagues()
        for customer, name in names.items():
            member = self.members.get(customer)  # None: never here
            verdict = member.standing if member else None
            note = self.row.notes.get(customer) or (words.clause(verdict, today, colleagues) if verdict else "")
            word = shown(f"{words.glyph(verdict)} {words.word(verdict)}", words.style(verdict))
            money = figure(figures.round_money(member.monthly, settings) if member else "")
            self.table.add_row(shown(name or _("(no name)")), word, shown(note), money, height=None, key=str(customer))
        self.query_one("#page", Static).update(shop_pages.shown_of(len(names), len(self.row.ids)))

    def action_for_all(self) -> None:
        """Something for all of them, shown or not."""
        self.run_worker(for_all(self, self.row.ids), exclusive=True, exit_on_error=False)

    def undone(self, done: Undone) -> None:
        """Something was taken back."""
        self.till.say(counter_words.undone(done))

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        self.post_message(OpenPerson(int(event.row_key.value or 0)))
