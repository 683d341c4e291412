"""One person, whole: how they stand and what that rests on, their visits, notes, and what they allowed us."""

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Footer, Input, Label, Static

from loyaltui import keys
from loyaltui.core.customer import Customer
from loyaltui.core.dossier import Dossier
from loyaltui.core.evidence import Answer
from loyaltui.core.outcome import Undone
from loyaltui.core.question import question
from loyaltui.core.refused import Refused
from loyaltui.core.why import NOBODY_ASKED
from loyaltui.screens.base import Desk, ShopScreen
from loyaltui.screens.dialogs import AskText, Form
from loyaltui.screens.hearing import put_right, write_down
from loyaltui.screens.promising import promise
from loyaltui.screens.statement import Statement
from loyaltui.store import dossier
from loyaltui.store.customers import CHANNELS
from loyaltui.widgets.display import shown, shown_lines
from loyaltui.widgets.ticks import Tick
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, figures, reasons, refusals, why
from loyaltui.words import counter as words
from loyaltui.words import person as sheet

FIELDS = (
    ("name", _("Name")),
    ("phone", _("Phone")),
    ("email", _("E-mail")),
    ("card", _("Card")),
    ("birthday", _("Birthday")),
    ("language", _("Language")),
)
HINTS = {"birthday": "1990-05-03", "language": _("two letters, like pl; empty: the shop's own")}
SECONDARY = (("phone", _("may be called")), ("email", _("may be e-mailed")))


class Person(ShopScreen):
    """Everything of one customer on one screen."""

    def __init__(self, desk: Desk, customer_id: int) -> None:
        super().__init__(desk)
        self.customer_id = customer_id
        self.why = NOBODY_ASKED
        self.answers: dict[int, str] = {}  # all that is written down, in words, the newest first

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        with Horizontal(id="sheet"):
            with VerticalScroll(id="stands"):
                yield Static(id="standing", markup=False)
            with VerticalScroll(id="visits"):
                yield Static(id="history", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one("#stands").border_title = _("how they stand")
        self.query_one("#visits").border_title = _("visits and {unit}").format(
            unit=figures.unit(self.desk.shop.settings)
        )
        self.query_one("#standing", Static).update(_("reading …"))
        self.load()

    def load(self) -> None:
        """Read the person in a thread: the shop's model may have to be fitted first."""
        shop, today = self.desk.shop, self.desk.now().day

        def read() -> tuple[Dossier, list[Answer], dict[int, str]]:
            answers = shop.answers.of(self.customer_id, today)
            return dossier.of(shop, shop.customers.get(self.customer_id), today), answers, shop.answers.names(answers)

        self.ask("person", read, lambda found: self.loaded(*found))

    def loaded(self, whole: Dossier, answers: list[Answer], names: dict[int, str]) -> None:
        """Show what was read."""
        settings, today = self.desk.shop.settings, self.desk.now().day
        self.why = whole.standing.why if whole.standing else NOBODY_ASKED
        if whole.standing:
            self.desk.standings[self.customer_id] = whole.standing
        self.answers = {one.id: reasons.answer_line(one, today, names) for one in answers}
        stands = sheet.stands(whole, today, self.known_until(), self.desk.shop.answers.colleagues(), settings)
        said = [f"· {line}" for line in why.asides(answers, today, names)]
        stands += ["", _("What they said"), *said] if said else []
        self.query_one("#title", Static).update(shown(sheet.title(whole)))
        self.query_one("#standing", Static).update(shown_lines(stands))
        self.query_one("#history", Static).update(shown_lines(sheet.history(whole, settings)))
        self.query_one("#stands", VerticalScroll).focus()

    def action_balance(self) -> None:
        """Every point of theirs."""
        self.app.push_screen(keys.with_keys(Statement, "statement")(self.desk, self.customer_id))

    def action_note(self) -> None:
        """Ask what to remember."""
        self.app.push_screen(AskText(_("What is there to remember?")), self.note)

    def note(self, text: str | None) -> None:
        """Keep a note."""
        if text is not None:
            self.write(lambda: self.desk.shop.notes.write(self.desk.now(), self.customer_id, text), _("✓ noted"))

    def action_promise(self) -> None:
        """Promise them something."""
        promise(self, self.customer_id)

    def action_remind(self) -> None:
        """Be reminded of something on a day."""
        promise(self, self.customer_id, "date")

    def action_hear(self) -> None:
        """Write down what was said, step by step."""
        self.run_worker(self.hear(), exclusive=True, exit_on_error=False)

    async def hear(self) -> None:
        """The steps of writing down; nothing is kept before the last."""
        asked = question(self.why, self.desk.now().day, self.desk.shop.settings.weights)
        try:
            if await write_down(self, self.customer_id, self.why, asked):
                self.load()
                self.till.say(_("✓ written down"), _("^z undo"))
        except Refused as refused:
            self.refuse(refused)

    def action_correct(self) -> None:
        """Put right, or take out, something that was written down."""
        if self.answers:
            self.run_worker(self.correct(), exclusive=True, exit_on_error=False)
        else:
            self.till.say(_("Nothing is written down yet: w writes down what you hear."))

    async def correct(self) -> None:
        """Which one, and what about it."""
        try:
            if await put_right(self, self.answers):
                self.load()
                self.till.say(_("✓ put right"), _("^z undo"))
        except Refused as refused:
            self.refuse(refused)

    def refuse(self, refused: Refused) -> None:
        """Say why not; who was taken back at another counter isn't shown any longer."""
        if refused.code == "unknown_customer":
            self.app.pop_screen()
            self.app.notify(_("They aren't here any more: somebody has taken it back."), markup=False)
        else:
            super().refuse(refused)

    def action_edit(self) -> None:
        """Show the form with what is known."""
        self.app.push_screen(EditPerson(self.desk, self.customer_id), lambda saved: self.edited(bool(saved)))

    def edited(self, saved: bool) -> None:
        """The form was left."""
        if saved:
            self.load()
            self.till.say(_("✓ kept"), _("^z undo"))

    def undone(self, done: Undone) -> None:
        """Something was taken back: perhaps this very person."""
        try:
            self.desk.shop.customers.get(self.customer_id)
        except Refused:
            self.app.pop_screen()
            return
        self.load()
        self.till.say(words.undone(done))


class EditPerson(Form):
    """The form of one person: who they are, and whether we may write."""

    def __init__(self, desk: Desk, customer_id: int) -> None:
        super().__init__()
        self.desk = desk
        self.customer = desk.shop.customers.get(customer_id)
        words_so_far = desk.shop.customers.consents(customer_id, desk.now().day)
        self.allowed = {word.channel: word.allowed for word in words_so_far}

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog form"):
            for field, label in FIELDS:
                with Horizontal(classes="field"):
                    yield Label(label)
                    hint = HINTS.get(field, "")
                    yield Input(getattr(self.customer, field), id=field, compact=True, placeholder=hint)
            for channel, label in SECONDARY:
                yield Tick(label, self.allowed.get(channel, False), id=f"may-{channel}", compact=True)
            yield Label("", id="wrong", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Keep"), variant="primary", id="keep", compact=True)
                yield Label(_("⏎ keeps · Tab goes on · Esc leaves"), classes="quiet")

    def keep(self) -> None:
        """Keep what the form says; a refusal is shown in it, and nothing typed is lost."""
        values = {field: self.query_one(f"#{field}", Input).value for field, _label in FIELDS}
        customer = Customer(self.customer.id, **values)
        try:
            if customer != self.customer:
                self.desk.shop.customers.change(self.desk.now(), customer)
            for channel in CHANNELS:
                self.keep_consent(channel)
        except Refused as refused:
            self.query_one("#wrong", Label).update(shown(refusals.say(refused), "bold red"))
            return
        self.leave(True)

    def keep_consent(self, channel: str) -> None:
        """Keep a yes or no that is new."""
        allowed = self.query_one(f"#may-{channel}", Tick).value
        if allowed != self.allowed.get(channel, False):
            self.desk.shop.customers.allow(self.desk.now(), self.customer.id, channel, allowed, _("told us"))
