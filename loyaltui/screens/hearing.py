"""Writing down what somebody said, away from the counter: what, who says so, and whom or which words it is about."""

from collections.abc import Mapping, Sequence
from string import ascii_lowercase, digits
from typing import NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import Label, OptionList

from loyaltui.core.evidence import Answer, Source
from loyaltui.core.question import Question, Reply, hearing, key_of
from loyaltui.core.saying import SAYABLE
from loyaltui.core.why import Why
from loyaltui.screens.base import ShopScreen
from loyaltui.screens.dialogs import AskPerson, AskText, Dialog
from loyaltui.widgets.display import shown
from loyaltui.widgets.persons import Persons, Row
from loyaltui.words import _, reasons

BY_SOURCE: dict[str, Source] = {"t": "told", "s": "saw", "g": "guess"}
RECOMMENDS = ("r", _("would recommend us, 0 to 10 …"))
COMPLAINT = ("c", _("a complaint …"))
WORDED = {"recommends": _("How likely, 0 to 10?"), "complaint": _("What is wrong?"), "wish": _("What would they like?")}
KEYS = digits[1:] + ascii_lowercase
Option = tuple[str, str]  # its key, its words


class Step(NamedTuple):
    """One question of a picker, and what may be answered."""

    question: str
    options: Sequence[Option]


class Pick(Dialog[str | None]):
    """One of a few in each step, by its key or by arrows and Enter; the keys picked, None where it was left.

    All steps are one screen, so that no key falls between two; nothing is lit at first, so that Enter alone (a bounce,
    the end of a scan) picks nothing.
    """

    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter", "take", show=False),
    ]

    def __init__(self, *steps: Step) -> None:
        super().__init__()
        self.steps = steps
        self.keys = ""

    @property
    def step(self) -> Step:
        return self.steps[min(len(self.keys), len(self.steps) - 1)]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog pick"):
            yield Label(id="asks", markup=False)
            yield Persons()
            yield Label(_("its key, or ↑ ↓ ⏎ · Esc leaves it"), classes="quiet")

    def on_mount(self) -> None:
        self.show_step()

    def show_step(self) -> None:
        """Show the question that is next."""
        rows = [Row(n, f"{key}  {words}") for n, (key, words) in enumerate(self.step.options)]
        self.query_one("#asks", Label).update(shown(self.step.question))
        self.query_one(Persons).set_rows(rows, first=False, width=54)

    def pick(self, key: str) -> None:
        """One step is answered."""
        self.keys += key
        if len(self.keys) < len(self.steps):
            self.show_step()
        else:
            self.leave(self.keys)

    def on_key(self, event: Key) -> None:
        if not self.left and any(event.character == key for key, _words in self.step.options):
            event.stop()
            self.pick(event.character or "")

    def action_move(self, steps: int) -> None:
        self.query_one(Persons).move(steps)

    def action_take(self) -> None:
        """Take the one that is lit."""
        picked = self.query_one(Persons).picked
        if picked is not None and not self.left:
            self.pick(self.step.options[picked][0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.pick(self.step.options[int(event.option_id or 0)][0])


WHO_SAYS_SO = Step(_("Who says so?"), [(key, reasons.SOURCES[source]) for key, source in BY_SOURCE.items()])


async def write_down(screen: ShopScreen, customer_id: int, why: Why, asked: Question | None) -> bool:
    """Ask what was said, step by step, and keep it; whether anything was kept. Refused where the shop refuses it."""
    settings = screen.desk.shop.settings
    replies = {key_of(reply): reply for reply in hearing(asked, why, settings.hidden_reasons)}
    options = [*((key, reasons.short(reply)) for key, reply in replies.items()), RECOMMENDS, COMPLAINT]
    keys = await screen.app.push_screen_wait(Pick(Step(reasons.asking(None, {}), options), WHO_SAYS_SO))
    if keys is None:
        return False
    reply = {"r": Reply("recommends", ""), "c": Reply("complaint", "open")}.get(keys[0]) or replies[keys[0]]
    text = await screen.app.push_screen_wait(AskText(WORDED[reply.family])) if needs_words(reply) else ""
    if text is None:
        return False
    value, text = (text.strip(), "") if reply.family == "recommends" else (reply.value, text)
    about = await ask_about(screen, reply)
    source = BY_SOURCE[keys[1]]
    screen.desk.shop.answers.note(screen.desk.now(), customer_id, reply.family, value, source, text, about)
    return True


async def ask_about(screen: ShopScreen, reply: Reply) -> int:
    """The friend they sent, or the colleague they come for; 0 where nobody is named."""
    if reply.family == "referral":
        return await screen.app.push_screen_wait(AskPerson(screen.desk, _("Which friend? Esc: not known here"))) or 0
    colleagues = list(screen.desk.shop.answers.colleagues().items())[:9]
    if (reply.family, reply.value) != ("reason", "person") or not colleagues:
        return 0
    options = [(str(n), name) for n, (_number, name) in enumerate(colleagues, 1)]
    key = await screen.app.push_screen_wait(Pick(Step(_("For whom? Esc: nobody in particular"), options)))
    return colleagues[int(key) - 1][0] if key else 0


async def put_right(screen: ShopScreen, answers: Mapping[int, str]) -> bool:
    """Choose something that was written down (number → words), and withdraw it or say it better; whether anything was
    changed."""
    numbers = dict(zip(KEYS, answers, strict=False))
    older = len(answers) - len(numbers)
    which = _("Put right what?") + (" " + _("({n} older ones aren't listed)").format(n=older) if older else "")
    how = [
        ("w", _("it was never so: withdraw it")),
        ("o", _("they said something else …")),
        ("c", _("somebody else says so …")),
    ]
    options = [(key, answers[number]) for key, number in numbers.items()]
    keys = await screen.app.push_screen_wait(Pick(Step(which, options), Step(_("What about it?"), how)))
    if keys is None:
        return False
    room, now = screen.desk.shop.answers, screen.desk.now()
    answer = room.one(numbers[keys[0]])
    if keys[1] == "w":
        room.withdraw(now, answer.id)
        return True
    value, source = answer.value, answer.source
    if keys[1] == "c":
        key = await screen.app.push_screen_wait(Pick(WHO_SAYS_SO))
        source = BY_SOURCE[key] if key else source
    else:
        value = await other_value(screen, answer)
    if (value, source) == (answer.value, answer.source):
        return False
    room.correct(now, answer.id, value, source)
    return True


async def other_value(screen: ShopScreen, answer: Answer) -> str:
    """What was said instead, in the same family; as it was where that was left."""
    if answer.family == "recommends":
        return await screen.app.push_screen_wait(AskText(WORDED["recommends"], answer.value)) or answer.value
    replies = {key_of(one): one for one in SAYABLE.values() if one.family == answer.family and one.value}
    options = [(key, reasons.short(reply)) for key, reply in replies.items()]
    key = await screen.app.push_screen_wait(Pick(Step(_("What did they say?"), options))) if options else None
    return replies[key].value if key else answer.value


def needs_words(reply: Reply) -> bool:
    """Whether a reply is nothing without words or a number."""
    return reply.family in ("recommends", "wish") or reply == Reply("complaint", "open")
