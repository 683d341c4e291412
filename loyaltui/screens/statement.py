"""Prove this balance: every point of one person, where it came from and where it went."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static

from loyaltui.core.moment import iso
from loyaltui.core.outcome import Undone
from loyaltui.core.statement import Statement as Proof
from loyaltui.screens.base import Desk, ShopScreen
from loyaltui.screens.keeping import save_csv
from loyaltui.store import statement
from loyaltui.widgets.display import shown, shown_lines
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, figures
from loyaltui.words import counter as counter_words
from loyaltui.words import statement as words

MARGIN = 4  # columns beside the text


class Statement(ShopScreen):
    """One person's lots, the newest first, under the sum that they come to."""

    def __init__(self, desk: Desk, customer_id: int) -> None:
        super().__init__(desk)
        self.customer_id = customer_id
        self.proof: Proof | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield Static(id="sum", markup=False)
        with VerticalScroll(id="manual"):
            yield Static(id="lots", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one("#manual").focus()
        self.load()

    def on_resize(self) -> None:
        self.show_proof()

    def load(self) -> None:
        """Read the ledger, in a thread."""
        shop, today = self.desk.shop, self.desk.now().day
        self.ask("proof", lambda: statement.of(shop, self.customer_id, today), self.loaded)

    def loaded(self, proof: Proof) -> None:
        """The ledger was read."""
        self.proof = proof
        self.show_proof()

    def show_proof(self) -> None:
        """Show the sum and the lots, as wide as the screen is."""
        if self.proof is None:
            return
        settings = self.desk.shop.settings
        self.query_one("#title", Static).update(shown(words.title(self.proof, settings)))
        self.query_one("#sum", Static).update(shown_lines(words.summary(self.proof, settings)))
        lines = list(words.lines(self.proof, settings, self.app.size.width - MARGIN))
        self.query_one("#lots", Static).update(shown_lines(lines))

    def action_save(self) -> None:
        """Save every movement as CSV."""
        if self.proof is None:
            return
        settings = self.desk.shop.settings
        stem = f"{figures.unit(settings)}-{self.customer_id}-{iso(self.proof.day)}"
        target = save_csv(self.desk, stem, words.as_csv(self.proof, settings))
        self.till.say(_("✓ saved as {file}").format(file=target))

    def undone(self, done: Undone) -> None:
        """Something was taken back."""
        self.load()
        self.till.say(counter_words.undone(done))
