"""Five faces: in the evening, why do they come? One key for the reason, one for who says so; 90 seconds in all."""

from string import digits

from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Footer, Static

from loyaltui.core.faces import Evening, Face
from loyaltui.core.outcome import Undone
from loyaltui.core.question import Reply, key_of
from loyaltui.core.scanner import LEAST_DIGITS, QUICK
from loyaltui.screens.base import Desk, GoTo, ShopChanged, ShopScreen
from loyaltui.screens.hearing import BY_SOURCE
from loyaltui.store.faces import evening
from loyaltui.widgets.display import shown_lines
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _
from loyaltui.words import counter as words
from loyaltui.words import faces as lines

DONT_KNOW = "0"


class Faces(ShopScreen):
    """One face at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.evening: Evening | None = None
        self.at = 0
        self.reason: Reply | None = None  # chosen, and nobody has said yet who says so
        self.last, self.burst, self.before = 0.0, 0, 0  # the latest key, digits that came at once, the face before them
        self.about: int | None = None  # the colleague they come for, 0 for nobody in particular; None: not asked yet

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield Static(id="face", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_screen_resume(self) -> None:
        self.query_one("#title", Static).update(_("Five faces"))
        self.query_one("#face", Static).update(_("reading …"))
        self.load()

    def load(self) -> None:
        """Find the faces, in a thread."""
        shop, today = self.desk.shop, self.desk.now().day
        self.ask("faces", lambda: evening(shop, today), self.loaded)

    def loaded(self, found: Evening) -> None:
        """The evening's faces are known."""
        self.evening = found
        self.turn_to(0)

    def turn_to(self, at: int) -> None:
        """The next face; behind the last, how well the regulars are known by now."""
        self.at, self.reason, self.about = at, None, None
        if self.face is None and at:
            shop, today = self.desk.shop, self.desk.now().day
            self.ask("faces", lambda: evening(shop, today), self.counted)
        self.show_face()

    def counted(self, now: Evening) -> None:
        """What is known has been counted anew; the faces of this evening are done."""
        if self.evening and self.face is None:
            self.evening = now._replace(faces=self.evening.faces)
            self.show_face()

    @property
    def colleagues(self) -> dict[str, int]:
        """Those somebody may come for, by name; no more than there are digits."""
        return {name: number for number, name in list(self.desk.shop.answers.colleagues().items())[:9]}

    @property
    def names_nobody(self) -> bool:
        """Whether the reason is a colleague, and it isn't said yet which."""
        return self.reason == lines.PERSON and self.about is None and bool(self.colleagues)

    @property
    def face(self) -> Face | None:
        """The face that is shown; None where there are no more."""
        some = self.evening.faces if self.evening else []
        return some[self.at] if self.at < len(some) else None

    def show_face(self) -> None:
        """Show the face that is next, or how well the regulars are known."""
        if self.evening is None:
            return
        self.query_one("#title", Static).update(lines.title(self.evening, self.at, self.desk.now().day))
        self.query_one("#face", Static).update(shown_lines(self.page(self.evening)))

    def page(self, evening: Evening) -> list[str]:
        """What the screen says just now."""
        if self.face is None:
            return lines.done(evening)
        if self.names_nobody:
            return lines.for_whom(self.called(self.face), list(self.colleagues))
        if self.reason:
            return lines.who_says_so(self.called(self.face), self.reason)
        usual = self.desk.shop.receipts.usual_items(self.face.facts.customer_id)
        hidden = self.desk.shop.settings.hidden_reasons
        return lines.why(self.called(self.face), self.face, usual, hidden, self.desk.now().day)

    def called(self, face: Face) -> str:
        """What to call them."""
        return words.called(self.desk.shop.customers.get(face.facts.customer_id))

    def on_key(self, event: Key) -> None:
        """A reason, who says so, or that one doesn't know."""
        if self.face is None or event.character is None:
            return
        if self.is_scan(event):
            self.turn_to(self.before)
            self.till.say(_("A card was scanned; f2 takes it. Nothing was written down."), wrong=True)
            return
        if self.names_nobody:
            self.choose_colleague(event.character)
        elif self.reason and event.character in BY_SOURCE:
            self.keep(self.face, self.reason, event.character)
        elif not self.reason and event.character == DONT_KNOW:
            self.turn_to(self.at + 1)
        elif not self.reason:
            self.reason = self.reason_of(event.character)
        self.show_face()

    def is_scan(self, event: Key) -> bool:
        """Whether so many digits came at once that no hand typed them; remembers the face they began with."""
        at_once = (event.character or "-") in digits and event.time - self.last <= QUICK
        self.burst = self.burst + 1 if at_once else 0
        self.last = event.time
        if not at_once:
            self.before = self.at
        return self.burst >= LEAST_DIGITS

    def choose_colleague(self, key: str) -> None:
        """Whom they come for, by a digit; 0 is nobody in particular."""
        numbers = [0, *self.colleagues.values()]
        if key.isascii() and key.isdigit() and int(key) < len(numbers):
            self.about = numbers[int(key)]

    def reason_of(self, key: str) -> Reply | None:
        """The reason behind a key, where the shop doesn't hide it."""
        shown = lines.reasons_shown(self.desk.shop.settings.hidden_reasons)
        return next((reply for reply in shown if key_of(reply) == key), None)

    def keep(self, face: Face, reason: Reply, key: str) -> None:
        """Write it down, and go on to the next face."""
        now, source = self.desk.now(), BY_SOURCE[key]
        self.desk.shop.answers.note(now, face.facts.customer_id, *reason, source, about=self.about or 0)
        self.till.say(lines.kept(self.called(face), reason, source), _("^z undo"))
        self.post_message(ShopChanged())
        self.turn_to(self.at + 1)

    def action_back(self) -> None:
        """From who says so back to the reason, else to the counter."""
        if self.reason:
            self.turn_to(self.at)
        else:
            self.post_message(GoTo("counter"))

    def undone(self, done: Undone) -> None:
        """An answer was taken back: start with whoever is not known now."""
        self.load()
        self.till.say(words.undone(done))
