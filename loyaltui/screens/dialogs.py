"""Small questions over a screen: a text, a person, a room. Esc always leaves them without doing anything."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from loyaltui.screens.base import Desk
from loyaltui.widgets.display import shown
from loyaltui.widgets.persons import Persons, Row
from loyaltui.words import _
from loyaltui.words import counter as words


class AskText(ModalScreen[str | None]):
    """One line of text; None where it was left."""

    BINDINGS = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, question: str, value: str = "") -> None:
        super().__init__()
        self.question, self.value = question, value

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(shown(self.question))
            yield Input(self.value, compact=True)
            yield Label(_("⏎ keeps it · Esc leaves it"), classes="quiet")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)


class AskPerson(ModalScreen[int | None]):
    """Which person: type to find, arrows and Enter to choose; None where it was left."""

    BINDINGS = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    def __init__(self, desk: Desk, question: str) -> None:
        super().__init__()
        self.desk, self.question = desk, question

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Label(shown(self.question))
            yield Input(placeholder=_("card, phone or name"), compact=True)
            yield Persons()
            yield Label(_("⏎ takes the one chosen · Esc leaves it"), classes="quiet")

    def on_input_changed(self, event: Input.Changed) -> None:
        people = self.desk.shop.customers.search(event.value, 30).people if event.value.strip() else []
        rows = [Row(one.id, words.called(one), words.tail(one)) for one in people]
        self.query_one(Persons).set_rows(rows, first=True)

    def action_move(self, steps: int) -> None:
        self.query_one(Persons).move(steps)

    def on_input_submitted(self) -> None:
        picked = self.query_one(Persons).picked
        if picked is not None:
            self.dismiss(picked)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(int(event.option_id or 0))


class Menu(ModalScreen[str | None]):
    """Every room by a letter or an arrow, for keyboards whose F keys are hard to reach. Dismissed with an action."""

    BINDINGS = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, entries: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self.entries = entries  # action, key as shown, words

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog menu"):
            yield OptionList(
                *(
                    Option(shown(f" {index}  {words:<14} {key}"), action)
                    for index, (action, key, words) in self._numbered()
                )
            )

    def _numbered(self) -> list[tuple[int, tuple[str, str, str]]]:
        return list(enumerate(self.entries, 1))

    def on_key(self, event: object) -> None:
        character = getattr(event, "character", None) or ""
        if character.isdigit() and 0 < int(character) <= len(self.entries):
            self.dismiss(self.entries[int(character) - 1][0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)
