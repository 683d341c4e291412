"""One small form for any matter of the programme: lines to fill, and beneath them what they would come to."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from loyaltui.core.refused import Refused
from loyaltui.screens.dialogs import Form
from loyaltui.widgets.display import shown, shown_lines
from loyaltui.widgets.ticks import Tick
from loyaltui.words import _, refusals

T = TypeVar("T")
DAYS = (_("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"), _("Su"))


class Ask(NamedTuple):
    """One line of a form."""

    field: str
    label: str
    value: str = ""
    hint: str = ""


class Typed(NamedTuple):
    """What stands in a form: its lines by field, and the weekdays that are ticked (0 is Monday)."""

    lines: dict[str, str]
    weekdays: tuple[int, ...]


class Sheet(Form, Generic[T]):
    """`read` makes of what was typed what the form is about, or refuses it; `says` puts that into sentences, and what
    stands in the way of keeping it."""

    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self,
        title: str,
        asks: Sequence[Ask],
        read: Callable[[Typed], T],
        says: Callable[[T], tuple[list[str], str]],
        weekdays: Sequence[int] | None = None,
    ) -> None:
        super().__init__()
        self.title_line, self.asks, self.read, self.says, self.weekdays = title, asks, read, says, weekdays
        self.result: T | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog form wide"):
            yield Label(shown(self.title_line), classes="lead")
            for field, label, value, hint in self.asks:
                with Horizontal(classes="field"):
                    yield Label(label)
                    yield Input(value, id=field, compact=True, placeholder=hint, max_length=200)
            if self.weekdays is not None:
                with Horizontal(classes="field"):
                    yield Label(_("Weekdays"))
                    for number, name in enumerate(DAYS):
                        yield Tick(name, number in self.weekdays, id=f"day-{number}", compact=True)
            yield Static(id="so", markup=False)
            yield Label("", id="wrong", markup=False)
            yield Label(self.keys_line(), classes="quiet")

    def keys_line(self) -> str:
        """What the keys do here."""
        space = _("space ticks · ") if self.weekdays is not None else ""
        return _("⏎ takes it · Tab goes on · {space}Esc leaves it").format(space=space)

    def on_mount(self) -> None:
        self.show()

    def on_input_changed(self) -> None:
        self.show()

    def on_checkbox_changed(self) -> None:
        self.show()

    def typed(self) -> Typed:
        """What stands in the form now."""
        ticked = tuple(number for number, tick in enumerate(self.query(Tick)) if tick.value)
        return Typed({box.id or "": box.value for box in self.query(Input)}, ticked)

    def show(self) -> None:
        """Beneath the lines: what they would come to, as far as they can be read."""
        lines, wrong = list[str](), ""
        with suppress(Refused):  # half typed; Enter says what is missing
            lines, wrong = self.says(self.read(self.typed()))
        self.query_one("#so", Static).update(shown_lines(lines))
        self.query_one("#wrong", Label).update(shown(wrong, "bold red"))

    def keep(self) -> None:
        """Take what was typed; a refusal is shown here, and nothing typed is lost."""
        try:
            self.result = self.read(self.typed())
        except Refused as refused:
            self.query_one("#wrong", Label).update(shown(refusals.say(refused), "bold red"))
            return
        self.leave(True)
