"""Something happened to the shop: when, whom it was about, and in the owner's words."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from loyaltui.core.moment import iso, ordinal
from loyaltui.core.refused import Refused
from loyaltui.core.stress import Kind
from loyaltui.core.text import clean
from loyaltui.screens.base import Desk
from loyaltui.screens.dialogs import Dialog
from loyaltui.widgets.display import shown
from loyaltui.words import _, reasons, refusals


class EventForm(Dialog[bool]):
    """A form of two or three lines; a refusal is shown in it, and nothing typed is lost."""

    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("enter", "keep", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self.desk, self.kind = desk, kind

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog form"):
            yield Label(reasons.EVENTS[self.kind], classes="lead")
            for field, label, value, hint in self.fields():
                with Horizontal(classes="field"):
                    yield Label(label)
                    yield Input(value, id=field, compact=True, placeholder=hint, max_length=200)
            yield Label("", id="wrong", markup=False)
            yield Label(_("⏎ keeps it · Tab goes on · Esc leaves it"), classes="quiet")

    def fields(self) -> Iterator[tuple[str, str, str, str]]:
        """The form's lines: key, label, value, hint."""
        yield "day", _("When"), iso(self.desk.now().day), ""
        if self.kind == "colleague_left":
            yield "colleague", _("Who"), "", clean(", ".join(self.desk.shop.answers.colleagues().values()))
        yield "text", _("In your words"), "", ""

    def typed(self, field: str) -> str:
        """What stands in a line; nothing where the form has no such line."""
        return "".join(box.value.strip() for box in self.query(Input) if box.id == field)

    def action_keep(self) -> None:
        """Write it down."""
        shop, day, colleague = self.desk.shop, ordinal(self.typed("day")), self.typed("colleague")
        try:
            if day is None:
                raise Refused("bad_date", text=self.typed("day"))
            staff = shop.answers.colleague(colleague) if colleague else None
            shop.events.log(self.desk.now(), day, self.kind, self.typed("text"), staff)
        except Refused as refused:
            self.query_one("#wrong", Label).update(shown(refusals.say(refused), "bold red"))
            return
        self.leave(True)
