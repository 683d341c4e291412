"""The yardstick: the least a Textual app with the counter's two parts can be, one Input and one table, no shop.

`python -m tests.benchmarks.bare`: what is typed is echoed and fills the table anew, Enter says it was saved.
"""

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Input

ROWS = 50  # as many as the counter's list shows


class Bare(App[None]):
    """An input over a table."""

    def compose(self) -> ComposeResult:
        yield Input(placeholder="card, phone or name", compact=True)
        yield DataTable()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_column("name", width=40)
        table.add_column("number", width=10)
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.fill(f"{event.value} found")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.fill(f"{event.value} saved")

    def fill(self, text: str) -> None:
        """Show so many rows of one text."""
        table = self.query_one(DataTable)
        table.clear()
        table.add_rows((text, str(number)) for number in range(ROWS))


if __name__ == "__main__":
    Bare().run()
