"""The counter: one line to find somebody and say what happened. `core.counter` decides what the line means."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Footer, Input, Label, OptionList

from loyaltui.core import counter_terms as terms
from loyaltui.core.counter import step
from loyaltui.core.customer import Customer, newcomer
from loyaltui.core.outcome import Logged, Undone
from loyaltui.core.refused import Refused
from loyaltui.screens.base import Desk, OpenMenu, OpenPerson, ShopScreen
from loyaltui.screens.counter_points import CounterPoints
from loyaltui.screens.counter_view import CounterView
from loyaltui.store.customers import Found
from loyaltui.widgets.card import Card
from loyaltui.widgets.line import CounterLine
from loyaltui.widgets.persons import Persons
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, figures, points
from loyaltui.words import counter as words

LONGEST_CARD = 20  # characters; a longer one is two scans in one


class Counter(ShopScreen):
    """Find somebody, log what they paid, give a reward; focus never leaves the line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.settings = desk.shop.settings
        self.state = terms.Counter(self.settings.currency)
        self.listed_for: str | None = None
        self.last_person: int | None = None
        self.dropped = ""  # what was chosen and then not given
        self.doing: dict[type, Callable[[Any], None]] = {
            terms.Search: self.search,
            terms.Show: self.show_card,
            terms.Switched: self.switched,
            terms.Log: self.log_visit,
            terms.Note: self.write_note,
            terms.Promise: self.write_promise,
            terms.Kept: self.keep_promise,
            terms.ChooseReply: self.offer_replies,
            terms.Heard: self.write_heard,
            terms.AddNew: self.add_newcomer,
            terms.NewCard: self.add_card,
            terms.OpenMenu: self.open_menu,
            terms.Left: self.left,
        }

    def compose(self) -> ComposeResult:
        at_once: dict[str, Callable[[], None]] = {
            "escape": self.action_back,
            "up": partial(self.action_move, -1),
            "down": partial(self.action_move, 1),
        }
        with Horizontal(id="finder"):
            yield Label(_("find ▸"), id="prompt", markup=False)
            yield CounterLine(self.entered, at_once, placeholder=_("card, phone or name"), id="line")
            yield Label("", id="date", markup=False)
        with Horizontal(id="body"):
            yield Persons(id="list")
            yield Card(id="card", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.view = CounterView(self)
        self.giving = CounterPoints(self)
        self.doing |= self.giving.doing
        self.line.focus()
        self.call_after_refresh(self.search, terms.Search(""))
        self.refresh_totals()

    def on_screen_resume(self) -> None:
        self.settings = self.desk.shop.settings
        self.line.focus()
        if self.is_mounted:
            self.refresh_totals()

    @property
    def line(self) -> CounterLine:
        return self.query_one("#line", CounterLine)

    @property
    def list(self) -> Persons:
        return self.query_one("#list", Persons)

    # what happens at the keyboard

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value == self.line.value:  # else Enter has taken that text since
            self.turn(terms.Typed(event.value))

    def entered(self, text: str, code: str | None) -> None:
        """Enter: what the text means is decided from the text submitted, not from what the list shows by now."""
        try:
            if code and not self.desk.shop.customers.by_card(text):
                text = code  # what stood on the line before the scan isn't a part of the card
            voucher = self.giving.voucher(text)
            match = self.giving.owner(voucher) if voucher else self.match(text, code is not None)
        except Refused as refused:
            self.refuse(refused)
            return
        prefix = self.settings.card_prefix
        bare = text.strip()
        is_card = bool(prefix) and match is None and bare.startswith(prefix) and len(prefix) < len(bare) <= LONGEST_CARD
        is_card = is_card and bare.isalnum()
        replies = self.view.replies if isinstance(self.state.place, terms.Hearing) else ()
        reply = replies[self.list.picked] if replies and self.list.picked is not None else None
        second = self.desk.now().second or 0
        number = voucher.id if voucher else None
        lit = self.view.lit
        self.turn(terms.Entered(text, second, match, code is not None, is_card, number, lit, replies, reply))

    def match(self, text: str, scan: bool) -> terms.Match | None:
        """Whom a text means: by exact card, by exact phone, else, while finding, the highlighted person."""
        customers = self.desk.shop.customers
        if card := customers.by_card(text):
            return terms.Match(self.person(card), "card")
        if phone := customers.by_phone(text):
            return terms.Match(self.person(phone), "phone")
        if not isinstance(self.state.place, terms.Finding) or scan:
            return None
        number = self.list.picked
        if self.listed_for != text.strip():
            found = customers.search(text, 1).people if text.strip() else []
            number = found[0].id if found else None
        return terms.Match(self.person(customers.get(number)), "row") if number is not None else None

    def person(self, customer: Customer) -> terms.Person:
        """Somebody as the counter's machine needs them."""
        receipts = self.desk.shop.receipts
        usual = receipts.usual_amount(customer.id) or receipts.typical_amount()
        return terms.Person(customer.id, words.called(customer), customer.card, usual)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if isinstance(self.state.place, terms.Finding) and event.option_id:
            self.view.peek(int(event.option_id))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click chooses, as Enter does."""
        self.entered(self.line.value, None)

    def action_move(self, steps: int) -> None:
        self.list.move(steps)

    def action_back(self) -> None:
        self.turn(terms.Escaped(self.line.value))

    def action_open(self) -> None:
        number = self.state.person.id if self.state.person else self.list.picked
        if number is not None and not isinstance(self.state.place, terms.Choosing | terms.Hearing):
            self.post_message(OpenPerson(number))

    def turn(self, event: terms.Event) -> None:
        """One step of the machine, and what it wants; a refusal leaves everything as it was."""
        before = self.state
        self.state, intent = step(before, event)
        if not isinstance(event, terms.Typed):
            self.line.show(self.state.line, again=isinstance(intent, words.RETYPE))
        self.dropped = self.giving.dropped(before) if isinstance(intent, terms.Left | terms.Switched) else ""
        try:
            self.doing.get(type(intent), self.say)(intent)
        except Refused as refused:
            self.state = before
            if not isinstance(event, terms.Typed):
                self.line.show(event.text if isinstance(event, terms.Entered) else before.line)
            if refused.code == "clock_leapt":
                self.ask_about_the_clock(refused, lambda: self.turn(event))
            else:
                self.refuse(refused)
        self.view.prompt()

    # what the machine wants

    def say(self, intent: terms.Intent) -> None:
        """Say what there is to say, and nothing more."""
        sentence = words.say(intent, self.settings)
        if sentence:
            self.till.say(sentence, wrong=isinstance(intent, words.WRONG))

    def search(self, intent: terms.Search) -> None:
        """List who fits, in a thread; an empty text lists who is usually here about now."""
        text, now, customers = intent.text, self.desk.now(), self.desk.shop.customers

        def question() -> Found:
            if text:
                return customers.search(text)
            people = customers.usual_about_now(now)
            return Found(people, len(people))

        self.ask("search", question, lambda found: self.view.list_people(text, found))

    def list_again(self) -> None:
        """Show the list anew where somebody is being looked for."""
        if isinstance(self.state.place, terms.Finding):
            self.search(terms.Search(self.line.value.strip()))

    def show_card(self, intent: terms.Show) -> None:
        """Somebody is here."""
        self.view.show_person(intent.person)
        self.till.say(words.say(intent, self.settings))

    def switched(self, intent: terms.Switched) -> None:
        """Somebody else is here now."""
        self.view.show_person(intent.now)
        self.till.say(words.say(intent, self.settings) + words.not_given(self.dropped), wrong=True)

    def open_menu(self, _intent: terms.OpenMenu) -> None:
        """Nothing is left to step back from."""
        self.post_message(OpenMenu())

    def left(self, intent: terms.Left) -> None:
        """Nobody is here any more; only what was begun is said to be lost."""
        self.till.say(words.say(intent, self.settings) + words.not_given(self.dropped) if self.dropped else "")
        self.view.nobody()

    def log_visit(self, intent: terms.Log) -> None:
        """Save the visit, then say so: what is on the screen as saved is on the disk."""
        asked = self.view.asked or ""
        done = self.desk.shop.receipts.log(self.desk.now(), intent.person.id, intent.amount, intent.given, asked)
        self.after(lambda: self.saved(done))
        self.view.nobody()

    def after(self, show: Callable[[], None]) -> None:
        """Show what was saved; what can't be read just now is no reason to say that nothing was saved."""
        try:
            show()
        except Refused:
            self.till.say(_("✓ saved"), _("^z undo"))

    def saved(self, done: Logged) -> None:
        """Say what was saved, and what the till needs."""
        self.last_person = done.customer_id
        now = self.desk.now()
        first = points.given(done, now.day, self.settings)
        first = f"{first} ·" if first else figures.clock(now.second)
        self.till.say(f"✓ {first} {points.logged(done, self.settings)}", _("^z undo"))
        self.refresh_totals()

    def write_note(self, intent: terms.Note) -> None:
        """Keep what was said."""
        self.desk.shop.notes.write(self.desk.now(), intent.person.id, intent.text)
        self.last_person = None
        self.till.say(_("✓ noted for {name}").format(name=intent.person.name), _("^z undo"))

    def write_promise(self, intent: terms.Promise) -> None:
        """Keep what was promised, with the day that stands in the words."""
        now, person = self.desk.now(), intent.person
        from loyaltui.core.due import promised
        from loyaltui.words import hello_pages

        text, day = promised(intent.text, now.day)
        self.desk.shop.promises.give(now, person.id, text, day)
        self.view.show_person(person)
        self.till.say("✓ " + hello_pages.given(person.name, text, day, now.day), _("^z undo"))

    def keep_promise(self, intent: terms.Kept) -> None:
        """The promise that was due first is kept."""
        room, now, person = self.desk.shop.promises, self.desk.now(), intent.person
        open_ones = [one for one in room.of(person.id, now.day) if one.kind == "promise"]
        if not open_ones:
            raise Refused("promise_gone")
        room.keep(now, open_ones[0].id)
        self.view.show_person(person)
        self.till.say(_("✓ kept: {what}").format(what=open_ones[0].text), _("^z undo"))

    def offer_replies(self, intent: terms.ChooseReply) -> None:
        """List what this person may have said: the answers to what was asked first."""
        self.view.list_replies()
        self.till.say(words.say(intent, self.settings))

    def write_heard(self, intent: terms.Heard) -> None:
        """Write down what was heard, with whom it is about where their words name somebody."""
        shop, reply = self.desk.shop, intent.reply
        about = shop.answers.meant(reply.family, reply.value, intent.text)
        shop.answers.note(self.desk.now(), intent.person.id, *reply, intent.source, intent.text, about)
        self.view.show_person(intent.person)
        self.till.say(words.heard(intent), _("^z undo"))

    def add_newcomer(self, intent: terms.AddNew) -> None:
        """Add whoever was typed, and turn to them; a phone number that somebody has is theirs."""
        new = newcomer(intent.text)
        holder = self.desk.shop.customers.by_phone(new.phone) if new.phone else None
        if holder:
            raise Refused("phone_taken", name=holder.called)
        self.added(new)

    def add_card(self, intent: terms.NewCard) -> None:
        """A card of ours that nobody has: points now, the name in the evening."""
        self.added(Customer(0, "", card=intent.text))

    def added(self, customer: Customer) -> None:
        """Keep a newcomer and turn to them."""
        kept = self.desk.shop.customers.add(self.desk.now(), customer)
        self.last_person = kept.id
        self.after(lambda: self.turn(terms.Chosen(self.person(kept))))
        self.till.say(_("✓ added {name}").format(name=words.called(kept)), _("^z undo"))

    def undone(self, done: Undone) -> None:
        """Something was taken back: forget that it was just logged, and show what is true now."""
        gone = done.verb == "add"
        self.turn(terms.Undone(self.last_person, gone))
        if self.state.person and not gone:
            self.view.show_person(self.state.person)
        self.till.say(words.undone(done))
        self.refresh_totals()

    def refresh_totals(self) -> None:
        """How the day goes."""
        shop, day = self.desk.shop, self.desk.now().day
        self.till.total(words.totals(shop.receipts.visits_on(day), shop.points.of_day(day), self.settings))
        self.query_one("#date", Label).update(figures.weekday(day))
