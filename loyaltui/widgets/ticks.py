"""Boxes to tick that can be read without colours."""

from textual.widgets import Checkbox, RadioButton


class Tick(Checkbox):
    """A box with a tick or nothing in it."""

    BUTTON_INNER = " "

    def watch_value(self) -> None:
        """Show the tick, not only its colour."""
        self.BUTTON_INNER = "x" if self.value else " "
        super().watch_value()


class Choice(RadioButton):
    """One of several, marked or empty."""

    BUTTON_INNER = " "

    def watch_value(self) -> None:
        """Show the mark, not only its colour."""
        self.BUTTON_INNER = "●" if self.value else " "
        super().watch_value()
