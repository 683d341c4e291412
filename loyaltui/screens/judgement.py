"""What counts how much: the weights, thresholds and questions in one table, to see and to change."""

from textual.app import ComposeResult
from textual.widgets import DataTable, Footer, Static

from loyaltui.core.outcome import Undone
from loyaltui.core.question import QUESTIONS
from loyaltui.core.refused import Refused
from loyaltui.screens.base import ShopChanged, ShopScreen
from loyaltui.screens.dialogs import AskText
from loyaltui.widgets.display import figure, shown
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _
from loyaltui.words import counter as counter_words
from loyaltui.words import judgement as words

WIDTHS = (32, 42)


class Judgement(ShopScreen):
    """One table; under it, where the chosen number comes from."""

    def compose(self) -> ComposeResult:
        yield Static(_("What counts how much"), id="title", markup=False)
        yield DataTable(id="table", cursor_type="row", zebra_stripes=True)
        yield Static(id="source", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        for heading, width in zip((_("what"), _("counts")), WIDTHS, strict=True):
            self.table.add_column(heading, width=width)
        self.fill()
        self.table.focus()

    @property
    def table(self) -> DataTable[object]:
        return self.query_one("#table", DataTable)

    def fill(self) -> None:
        """Show the table as it stands."""
        row = self.table.cursor_row
        self.lines = words.lines(self.desk.shop.settings)
        self.table.clear()
        for line in self.lines:
            value = shown(line.value) if line.key in QUESTIONS else figure(line.value)
            self.table.add_row(shown(line.what), value)
        self.table.move_cursor(row=row)

    def on_data_table_row_highlighted(self) -> None:
        line = self.lines[self.table.cursor_row]
        usual = _("Usually: {usual} · ").format(usual=line.usual) if line.value != line.usual else ""
        self.query_one("#source", Static).update(shown(f"{usual}{line.source}"))

    def on_data_table_row_selected(self) -> None:
        """Change the chosen line; one that was measured stays."""
        line = self.lines[self.table.cursor_row]
        if not line.key:
            self.till.say(_("This was measured, so it stays as it is."))
            return
        question = _("{what} (usually {usual}; empty: as usual)").format(what=line.what, usual=line.usual)
        self.app.push_screen(AskText(question, line.value), lambda text: self.change(line, text))

    def change(self, line: words.Line, text: str | None) -> None:
        """Keep a number or the words of a question."""
        if text is None:
            return
        try:
            self.desk.shop.set.judge(self.desk.now(), line.key, text)
        except Refused as refused:
            self.refuse(refused)
            return
        self.fill()
        self.till.say(_("✓ kept"), _("^z undo"))
        self.post_message(ShopChanged())

    def undone(self, done: Undone) -> None:
        """Something was taken back."""
        self.fill()
        self.till.say(counter_words.undone(done))
