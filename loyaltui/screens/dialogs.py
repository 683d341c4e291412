"""Small questions over a screen: a text, a person, a room. Esc always leaves them without doing anything."""

from collections.abc import Sequence
from typing import TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from loyaltui.screens.base import Desk, Forgiving
from loyaltui.widgets.display import shown
from loyaltui.widgets.persons import Persons, Row
from loyaltui.words import _
from loyaltui.words import counter as words

Result = TypeVar("Result")


class Dialog(Forgiving, ModalScreen[Result]):
    """A question that is left once, however often Enter is pressed."""

    left = False

    def leave(self, result: Result) -> None:
        """Close with a result."""
        if not self.left:
            self.left = True
            self.dismiss(result)

    def action_leave(self) -> None:
        """Close without doing anything."""
        if not self.left:
            self.left = True
            self.dismiss()


class Form(Dialog[bool]):
    """Fields that Enter keeps together, wherever one stands in them."""

    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("enter", "submit", show=False, priority=True),
    ]
    AUTO_FOCUS = "Input"

    def on_button_pressed(self) -> None:
        self.keep()

    def action_submit(self) -> None:
        """Keep the form, after the letters that were typed before Enter and still wait for their field."""
        (self.focused or self).call_later(self.keep)

    def keep(self) -> None:
        """Keep what the form says; a refusal is shown in it, and nothing typed is lost."""
        raise NotImplementedError


class AskText(Dialog[str | None]):
    """One line of text; None where it was left."""

    BINDINGS = [Binding("escape", "leave", show=False)]

    def __init__(self, question: str, value: str = "", longest: int = 200) -> None:
        super().__init__()
        self.question, self.value, self.longest = question, value, longest

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(shown(self.question))
            yield Input(self.value, compact=True, max_length=self.longest)
            yield Label(_("⏎ keeps it · Esc leaves it"), classes="quiet")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.leave(event.value)


class AskYes(Dialog[bool]):
    """A question for y or n; Enter answers nothing."""

    BINDINGS = [
        Binding("y", "answer(True)", show=False),
        Binding("n,escape", "answer(False)", show=False),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(shown(self.question))
            yield Label(_("y yes · n no"), classes="quiet")

    def action_answer(self, yes: bool) -> None:
        self.leave(yes)


class AskPerson(Dialog[int | None]):
    """Which person: type to find, arrows and Enter to choose; None where it was left."""

    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    def __init__(self, desk: Desk, question: str) -> None:
        super().__init__()
        self.desk, self.question = desk, question

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Label(shown(self.question))
            yield Input(placeholder=_("card, phone or name"), compact=True, max_length=200)
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
            self.leave(picked)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.leave(int(event.option_id or 0))


class Menu(Dialog[str | None]):
    """Every room by a digit, an arrow or its own key, for keyboards whose F keys are hard to reach.

    Dismissed with an action. `entries`: action, key, words; only those that lead to a room have a digit.
    """

    BINDINGS = [Binding("escape", "leave", show=False)]

    def __init__(self, entries: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.entries = entries
        rooms = [action for action, _key, _words in entries if action.startswith("go(")]
        self.digits = dict(zip("123456789", rooms, strict=False))
        self.keys = {key: action for action, key, _words in entries}

    def compose(self) -> ComposeResult:
        digits = {action: digit for digit, action in self.digits.items()}
        width = max(len(words) for _action, _key, words in self.entries)
        with Vertical(classes="dialog menu"):
            yield OptionList(
                *(
                    Option(shown(f" {digits.get(action, ' ')}  {words:<{width}} {key.replace('ctrl+', '^')}"), action)
                    for action, key, words in self.entries
                )
            )

    def on_key(self, event: Key) -> None:
        action = self.digits.get(event.character or "") or self.keys.get(event.key)
        if action:
            event.stop()
            self.leave(action)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.leave(event.option_id)
