"""One line above the footer: what just happened, and how the day goes."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from loyaltui.widgets.display import shown


class TillLine(Horizontal):
    """What happened on the left, the day's totals on the right. Errors stand here too, in red."""

    def compose(self) -> ComposeResult:
        yield Static(id="said", markup=False)
        yield Static(id="totals", markup=False)

    def say(self, text: str, hint: str = "", wrong: bool = False) -> None:
        """Say what happened; `hint`: the key that goes with it."""
        line = shown(text, "bold red" if wrong else "")
        if hint:
            line.append(f"   {hint}", style="dim")
        self.query_one("#said", Static).update(line)
        self.set_class(wrong, "-wrong")

    def total(self, text: str) -> None:
        """Show the day's totals."""
        self.query_one("#totals", Static).update(Text(text, style="dim"))
