"""The counter's one input: it knows when a scanner typed, and hands a line over before the next key is looked at."""

from collections.abc import Callable

from textual import events
from textual.widgets import Input
from textual.widgets.input import Selection

from loyaltui.core.scanner import scanned


class CounterLine(Input):
    """An input that never loses a key: `entered(text, code)` is called inside the key's own turn, not by a message,
    so that what a scanner types next lands on the line that comes after. `code`: what was scanned, else None;
    `at_once`: what other keys do, likewise in their turn."""

    def __init__(
        self, entered: Callable[[str, str | None], None], at_once: dict[str, Callable[[], None]], **options: str
    ) -> None:
        super().__init__(compact=True, select_on_focus=False, max_length=200, **options)  # type: ignore[arg-type]
        self._entered = entered
        self._at_once = at_once
        self._times: list[float] = []

    async def _on_key(self, event: events.Key) -> None:
        act = self.submit if event.key == "enter" else self._at_once.get(event.key)
        if act:  # in its own turn: as a binding it would come after the letters that follow it
            event.stop()
            event.prevent_default()
            act()
            return
        if event.is_printable:
            self._note_time(event.time, 1)
        await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        self._note_time(event.time, len(event.text))  # Input's own handler, which Textual calls next, takes the text

    def _note_time(self, time: float, count: int) -> None:
        """Remember when the last characters came; older ones were typed long ago as far as a burst goes."""
        if not self.value:
            self._times.clear()
        self._times += [time] * count

    def submit(self) -> None:
        """Hand the line over now."""
        text, times = self.value, self._times
        long_ago = [float("-inf")] * max(0, len(text) - len(times))
        code = scanned(text, [*long_ago, *times[-len(text) :]]) if text else None
        self._times = []
        self._entered(text, code)

    def show(self, text: str, again: bool = False) -> None:
        """Put a text on the line without it counting as typed; `again`: what is typed next replaces it."""
        if text != self.value:
            with self.prevent(Input.Changed):
                self.value = text
        self.selection = Selection(0, len(text)) if again else Selection.cursor(len(text))
