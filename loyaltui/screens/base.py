"""What every screen shares: the shop, the clock, and the one way to ask the shop something that may take a while."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from loyaltui.core.moment import Moment, iso
from loyaltui.core.refused import Refused
from loyaltui.core.standing import Standing
from loyaltui.store import Shop
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, refusals

T = TypeVar("T")


@dataclass
class Desk:
    """What the screens work with. `standings`: how everybody stands, by customer number, as of the last reading;
    `downloads`: where a till's file lands; `closing`: the day is being closed, and Esc leads back to its steps."""

    shop: Shop
    now: Callable[[], Moment]
    downloads: Path
    standings: dict[int, Standing] = field(default_factory=dict)
    closing: bool = False


class OpenPerson(Message):
    """Somebody shall be shown whole."""

    def __init__(self, customer_id: int) -> None:
        super().__init__()
        self.customer_id = customer_id


class ShopChanged(Message):
    """The shop's past has changed (an import, an undo): readings are out of date."""


class Progress(Message):
    """A thread is so far with what it does."""

    def __init__(self, done: int, size: int) -> None:
        super().__init__()
        self.done, self.size = done, size


class GoTo(Message):
    """Another room shall be shown."""

    def __init__(self, room: str) -> None:
        super().__init__()
        self.room = room


class OpenMenu(Message):
    """The menu of rooms shall open."""


class Answered(Message):
    """An answer from a thread, on its way to whoever asked, if the question still stands."""

    def __init__(self, topic: str, turn: int, deliver: Callable[[], None]) -> None:
        super().__init__()
        self.topic, self.turn, self.deliver = topic, turn, deliver


class Forgiving(MessagePump):
    """Whatever is handled here, a refusal of the shop (another counter is saving, the disk is full) is said, and the
    app goes on; Textual would end it."""

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except Refused as refused:
            self.refuse(refused)

    def refuse(self, refused: Refused) -> None:
        """Say a refusal where the person looks."""
        self.app.notify(refusals.say(refused), severity="error", markup=False)


class ShopScreen(Forgiving, Screen[None]):
    """A screen that looks into the shop."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._turns: dict[str, int] = {}

    def ask(self, topic: str, question: Callable[[], T], answer: Callable[[T], None]) -> None:
        """Ask in a thread; `answer` gets the result here, unless the same topic was asked again meanwhile."""
        turn = self._turns[topic] = self._turns.get(topic, 0) + 1

        def work() -> None:
            try:
                result = question()
            except Refused as refused:
                self.post_message(Answered(topic, turn, lambda refused=refused: self.refuse(refused)))  # type: ignore[misc]
            else:
                self.post_message(Answered(topic, turn, lambda: answer(result)))

        self.run_worker(work, thread=True, group=topic, exit_on_error=False)

    def on_answered(self, message: Answered) -> None:
        """Deliver an answer that is still wanted."""
        if self._turns.get(message.topic) == message.turn and self.is_attached:
            message.deliver()

    def on_worker_state_changed(self, event: Any) -> None:
        """A fault of ours in a thread: say so, without the data that was in it."""
        if event.state.name == "ERROR":
            self.notify(f"{type(event.worker.error).__name__}", title="loyaltui", severity="error", markup=False)

    @property
    def till(self) -> TillLine:
        """The line where a room says what happened."""
        return self.query_one("#till", TillLine)

    def fall_silent(self) -> None:
        """Say nothing any more of what happened the last time somebody was here."""
        if self.query("#till #said"):
            self.till.say("")

    def refuse(self, refused: Refused) -> None:
        """Say why not on the till line, else in a toast; where the clock is doubted, ask."""
        if refused.code == "clock_leapt":
            self.ask_about_the_clock(refused, lambda: self.tell(_("✓ the day is right; now do it again")))
        elif self.query("#till"):
            self.till.say(refusals.say(refused), wrong=True)
        else:
            super().refuse(refused)

    def load(self) -> None:
        """Read what the room shows anew."""

    def write(self, verb: Callable[[], object], sentence: str) -> None:
        """Do a verb of the shop and say so, or say why not."""

        def does() -> None:
            verb()
            self.load()
            self.tell(sentence, _("^z undo"))

        self.attempt(does)

    def tell(self, sentence: str, hint: str = "") -> None:
        """Say something on the till line, else in a toast; `hint`: the key that goes with it."""
        if self.query("#till"):
            self.till.say(sentence, hint)
        else:
            self.app.notify(sentence, markup=False)

    def attempt(self, verb: Callable[[], None]) -> None:
        """Do something in the shop, or say why not; where the clock was doubted and is right, do it again."""
        try:
            verb()
        except Refused as refused:
            if refused.code != "clock_leapt":
                self.refuse(refused)
            else:
                self.ask_about_the_clock(refused, lambda: self.attempt(verb))

    def ask_about_the_clock(self, refused: Refused, again: Callable[[], None]) -> None:
        """Is it really so late? Only yes (never Enter) trusts the clock, and then `again` is called."""
        from loyaltui.screens.dialogs import AskYes

        def trusted(yes: bool | None) -> None:
            if not yes:
                self.tell(_("Nothing was saved."))
                return
            self.desk.shop.set.put(self.desk.now(), "clock", iso(self.desk.now().day))
            again()

        self.app.push_screen(AskYes(refusals.clock(refused)), trusted)

    def known_until(self) -> str:
        """That the shop's sales are known only until some days ago, where it is so."""
        from loyaltui.words import standing

        today = self.desk.now().day
        return standing.known_until(self.desk.shop.readings.last_day(today), today)
