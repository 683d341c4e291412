"""To look at: what only the owner can tell. One sale or two, one person or two: y, n, or later."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Footer, Static

from loyaltui.core.outcome import Undone
from loyaltui.core.refused import Refused
from loyaltui.screens.base import Desk, GoTo, ShopChanged, ShopScreen
from loyaltui.store.questions import SamePerson, SameSale
from loyaltui.widgets.display import shown_lines
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _
from loyaltui.words import counter as words
from loyaltui.words import questions as asked

Question = SameSale | SamePerson


class LookAt(ShopScreen):
    """One question at a time, the two side by side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.open: list[Question] = []
        self.at = 0

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        with Horizontal(id="pair"):
            yield Static(id="one", markup=False)
            yield Static(id="other", markup=False)
        yield Static(id="answers", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_screen_resume(self) -> None:
        self.load()

    def load(self) -> None:
        """Find the open questions, in a thread."""
        room = self.desk.shop.questions

        def question() -> list[Question]:
            return [*room.sales(), *room.people()]

        self.ask("questions", question, self.loaded)

    def loaded(self, found: list[Question]) -> None:
        """The open questions are known."""
        self.open, self.at = found, min(self.at, max(0, len(found) - 1))
        self.show_question()

    def show_question(self) -> None:
        """Show the question that is next, or that there is none."""
        pair, title = self.query_one("#pair"), self.query_one("#title", Static)
        pair.display = bool(self.open)
        if not self.open:
            title.update(_("To look at: nothing just now."))
            self.query_one("#answers", Static).update(asked.nothing())
            return
        question, settings = self.open[self.at], self.desk.shop.settings
        title.update(_("To look at: {n} of {all}").format(n=self.at + 1, all=len(self.open)))
        sides = asked.sale(question, settings) if isinstance(question, SameSale) else asked.person(question)
        for name, lines in zip(("#one", "#other"), sides, strict=True):
            self.query_one(name, Static).update(shown_lines(lines))
        self.query_one("#answers", Static).update(asked.answers(isinstance(question, SameSale)))

    def action_answer(self, same: bool) -> None:
        """Write the answer down, and show the next question."""
        if not self.open:
            return
        question, room, now = self.open[self.at], self.desk.shop.questions, self.desk.now()
        try:
            if isinstance(question, SameSale):
                room.answer_sale(now, question.id, same)
            else:
                room.answer_person(now, question, same)
        except Refused as refused:
            self.refuse(refused)
            return
        self.till.say(asked.answered(isinstance(question, SameSale), same), _("^z undo"))
        self.post_message(ShopChanged())
        self.load()

    def action_skip(self, step: int) -> None:
        """Look at another question; this one stays open."""
        if self.open:
            self.at = (self.at + step) % len(self.open)
            self.show_question()

    def action_back(self) -> None:
        self.post_message(GoTo("counter"))

    def undone(self, done: Undone) -> None:
        """An answer, or something else, was taken back."""
        self.load()
        self.till.say(words.undone(done))
