"""Writing down what somebody said, away from the counter: what, who says so, and whom or which words it is about."""

from collections.abc import Mapping, Sequence
from string import ascii_lowercase, digits

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import Label, OptionList

from loyaltui.core.evidence import Source
from loyaltui.core.question import Question, Reply, hearing, key_of
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


class Pick(Dialog[str | None]):
    """One of a few, by its key or by arrows and Enter; None where it was left."""

    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter", "take", show=False),
    ]

    def __init__(self, question: str, options: Sequence[Option]) -> None:
        super().__init__()
        self.question, self.options = question, options

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog pick"):
            yield Label(shown(self.question))
            yield Persons()
            yield Label(_("its key, or ↑ ↓ ⏎ · Esc leaves it"), classes="quiet")

    def on_mount(self) -> None:
        rows = [Row(n, f"{key}  {words}") for n, (key, words) in enumerate(self.options)]
        self.query_one(Persons).set_rows(rows, first=True, width=54)

    def on_key(self, event: Key) -> None:
        if any(event.character == key for key, _words in self.options):
            event.stop()
            self.leave(event.character)

    def action_move(self, steps: int) -> None:
        self.query_one(Persons).move(steps)

    def action_take(self) -> None:
        """Take the one that is lit."""
        picked = self.query_one(Persons).picked
        if picked is not None:
            self.leave(self.options[picked][0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.leave(self.options[int(event.option_id or 0)][0])


async def write_down(screen: ShopScreen, customer_id: int, why: Why, asked: Question | None) -> bool:
    """Ask what was said, step by step, and keep it; whether anything was kept. Refused where the shop refuses it."""
    settings = screen.desk.shop.settings
    replies = {key_of(reply): reply for reply in hearing(asked, why, settings.hidden_reasons)}
    options = [(key, reasons.short(reply)) for key, reply in replies.items()]
    key = await screen.app.push_screen_wait(
        Pick(reasons.asking(asked, settings.questions), [*options, RECOMMENDS, COMPLAINT])
    )
    if key is None:
        return False
    reply = {"r": Reply("recommends", ""), "c": Reply("complaint", "open")}.get(key) or replies[key]
    source = await ask_source(screen)
    if source is None:
        return False
    text = await screen.app.push_screen_wait(AskText(WORDED[reply.family])) if needs_words(reply) else ""
    if text is None:
        return False
    value, text = (text.strip(), "") if reply.family == "recommends" else (reply.value, text)
    about = await ask_about(screen, reply)
    screen.desk.shop.answers.note(screen.desk.now(), customer_id, reply.family, value, source, text, about)
    return True


async def ask_source(screen: ShopScreen) -> Source | None:
    """Who says so; None where it was left."""
    options = [(key, reasons.SOURCES[source]) for key, source in BY_SOURCE.items()]
    key = await screen.app.push_screen_wait(Pick(_("Who says so?"), options))
    return BY_SOURCE[key] if key else None


async def ask_about(screen: ShopScreen, reply: Reply) -> int:
    """The friend they sent, or the colleague they come for; 0 where nobody is named."""
    if reply.family == "referral":
        return await screen.app.push_screen_wait(AskPerson(screen.desk, _("Which friend? Esc: not known here"))) or 0
    colleagues = list(screen.desk.shop.answers.colleagues().items())[:9]
    if (reply.family, reply.value) != ("reason", "person") or not colleagues:
        return 0
    options = [(str(n), name) for n, (_number, name) in enumerate(colleagues, 1)]
    key = await screen.app.push_screen_wait(Pick(_("For whom? Esc: nobody in particular"), options))
    return colleagues[int(key) - 1][0] if key else 0


async def put_right(screen: ShopScreen, answers: Mapping[int, str]) -> bool:
    """Choose something that was written down (number → words) and withdraw it, or say better who says so; whether
    anything was changed."""
    numbers = dict(zip(KEYS, answers, strict=False))
    options = [(key, answers[number]) for key, number in numbers.items()]
    key = await screen.app.push_screen_wait(Pick(_("Put right what?"), options))
    if key is None:
        return False
    what = [("w", _("it was never so: withdraw it")), ("c", _("somebody else says so …"))]
    how = await screen.app.push_screen_wait(Pick(answers[numbers[key]], what))
    room, now = screen.desk.shop.answers, screen.desk.now()
    if how == "w":
        room.withdraw(now, numbers[key])
        return True
    source = await ask_source(screen) if how else None
    if source is None:
        return False
    room.correct(now, numbers[key], room.one(numbers[key]).value, source)
    return True


def needs_words(reply: Reply) -> bool:
    """Whether a reply is nothing without words or a number."""
    return reply.family in ("recommends", "wish") or reply == Reply("complaint", "open")
