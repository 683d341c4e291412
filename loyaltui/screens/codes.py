"""The codes of vouchers that have just been given, to be read, or saved and printed."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static

from loyaltui.core.customer import Customer
from loyaltui.core.moment import iso
from loyaltui.core.outcome import Undone
from loyaltui.core.reward import Voucher
from loyaltui.screens.base import Desk, ShopScreen
from loyaltui.screens.keeping import save_csv
from loyaltui.widgets.display import shown_lines
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, tables
from loyaltui.words import codes as words


class Codes(ShopScreen):
    """A line a voucher: whose it is, its code, what it brings."""

    def __init__(self, desk: Desk, given: Sequence[tuple[Customer, Voucher]]) -> None:
        super().__init__(desk)
        self.given = given

    def compose(self) -> ComposeResult:
        today, settings = self.desk.now().day, self.desk.shop.settings
        yield Static(words.title(len(self.given)), id="title", markup=False)
        with VerticalScroll(id="manual"):
            yield Static(
                shown_lines([words.line(*one, today, settings) for one in self.given]), id="lots", markup=False
            )
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def action_save(self) -> None:
        """Save the codes as CSV."""
        rows = [words.row(*one, self.desk.shop.settings) for one in self.given]
        target = save_csv(self.desk, f"vouchers-{iso(self.desk.now().day)}", tables.csv_of(rows))
        self.till.say(_("✓ saved as {file}").format(file=target))

    def undone(self, _done: Undone) -> None:
        """They were taken back."""
        self.app.pop_screen()
