"""What the counter shows: the list and the card, from values the shop gives."""

from typing import TYPE_CHECKING

from textual.widgets import Label

from loyaltui.core import counter_terms as terms
from loyaltui.core.customer import Customer
from loyaltui.core.lots import balance, lapsing_next
from loyaltui.core.notes import kind
from loyaltui.core.question import Question, Reply, hearing
from loyaltui.core.reward import NOT_ANYTHING, Choice, Given, Reward, Voucher, choices, next_reward
from loyaltui.core.why import NOBODY_ASKED
from loyaltui.store.customers import Found
from loyaltui.store.readings import Reading
from loyaltui.widgets.card import Card, CardFacts
from loyaltui.widgets.persons import Row
from loyaltui.words import _, points, reasons
from loyaltui.words import counter as words
from loyaltui.words import standing as standings

if TYPE_CHECKING:
    from loyaltui.screens.counter import Counter
    from loyaltui.store.opening import Opening

VOUCHERS = 2  # on a card; all of them stand in the list behind r


class CounterView:
    """The counter's list and card."""

    def __init__(self, screen: "Counter") -> None:
        self.screen = screen
        self.desk = screen.desk
        self.opening: Opening | None = None  # of whoever is here, once it is worked out
        self.replies: tuple[Reply, ...] = ()  # as they are listed: the list stays while somebody chooses in it
        self.choices: list[Choice] = []  # likewise

    @property
    def card(self) -> Card:
        return self.screen.query_one("#card", Card)

    def list_people(self, text: str, found: Found) -> None:
        """Show whom a text fits; the first is picked only where something was typed."""
        if not isinstance(self.screen.state.place, terms.Finding):
            return
        screen = self.screen
        screen.listed_for = text
        rows = [self.row(one) for one in found.people]
        screen.list.set_rows(rows, first=bool(text))
        screen.list.border_title = words.list_title(text, len(rows), found.total)
        known = found.total or self.desk.shop.customers.count()  # counting everybody for each letter would be felt
        self.card.show(CardFacts(lines=words.no_card(text, found.total, known)))

    def row(self, customer: Customer) -> Row:
        """One line of the list: name, the end of a number, how they come."""
        standing = self.desk.standings.get(customer.id)
        sign, colour = standings.glyph(standing), standings.style(standing)
        return Row(customer.id, words.called(customer), words.tail(customer), sign, colour)

    def peek(self, customer_id: int) -> None:
        """Show the card of whoever is highlighted, before anybody is chosen."""
        customers = self.desk.shop.customers
        self.screen.ask("peek", lambda: self.seen(customers.get(customer_id)), self.peeked)

    def peeked(self, facts: CardFacts) -> None:
        """The highlighted person's card is there, if still nobody is chosen."""
        if isinstance(self.screen.state.place, terms.Finding) and self.screen.list.picked is not None:
            self.card.show(facts)

    def seen(self, customer: Customer) -> CardFacts:
        """What a customer may see of themselves, in a thread."""
        today = self.desk.now().day
        reading = self.desk.shop.readings.of(customer.id, today, perhaps=False)
        lines = self.lines(customer.id, [words.rhythm(*reading, today)])
        return CardFacts(words.called(customer), lines, urgent=self.urgent(customer.id))

    def list_rewards(self, person: terms.Person) -> bool:
        """Show what this person can have now, and below what comes next; whether there is anything."""
        shop, today, settings = self.desk.shop, self.desk.now().day, self.screen.settings
        held, rewards = shop.points.balance(person.id, today), shop.programme.rewards()
        self.choices = choices(rewards, shop.vouchers.of(person.id, today), held, today)
        reached = [one.what for one in self.choices]
        following = next_reward(held, [one for one in rewards if one not in reached])
        names = [points.choice(one, today, settings) for one in self.choices]
        width = self.screen.list.size.width - 4 - max((len(detail) for _name, detail in names), default=8)
        rows = [Row(n, name, detail) for n, (name, detail) in enumerate(names)]
        if following and rows:
            rows.append(Row(-1, points.further(held, following), off=True))
        self.screen.list.set_rows(rows, first=True, width=width)
        self.screen.list.border_title = _("give what?")
        self.screen.till.say(points.choosing(held, self.choices, settings))
        return bool(rows)

    @property
    def lit(self) -> Choice | None:
        """What is highlighted while something is chosen."""
        picked = self.screen.list.picked
        choosing = isinstance(self.screen.state.place, terms.Choosing)
        return self.choices[picked] if choosing and picked is not None else None

    def meant(self, given: Given) -> tuple[Reward | None, int, Voucher | None]:
        """What goes with a sale: the reward, the points it takes, the voucher."""
        shop = self.desk.shop
        reward = shop.programme.reward(given.reward, withdrawn=True) if given.reward is not None else None
        voucher = shop.vouchers.by_number(given.voucher) if given.voucher is not None else None
        return reward, given.points or (reward.points if reward else 0), voucher

    def nobody(self) -> None:
        """Nobody is here: who is usually here about now."""
        self.opening = None
        self.screen.search(terms.Search(""))

    def show_person(self, person: terms.Person) -> None:
        """Somebody's card at once, and how often they come as soon as it is worked out."""
        shop, now = self.desk.shop, self.desk.now()
        self.opening = None
        self.screen.list.set_rows([], first=False)
        self.screen.list.border_title = None
        self.card.show(self.facts(person, []))

        def question() -> "tuple[Reading, Opening]":
            from loyaltui.store.opening import opening  # the first screen paints without it

            reading = shop.readings.of(person.id, now.day, perhaps=False)
            return reading, opening(shop, now, reading)

        self.screen.ask("rhythm", question, lambda known: self.known(person, *known))

    def known(self, person: terms.Person, reading: Reading, opened: "Opening") -> None:
        """Add how often they come and what one might ask, if they are still here."""
        here, today = self.screen.state.person, self.desk.now().day
        if here is None or here.id != person.id:
            return
        self.opening = opened
        if reading.standing:
            self.desk.standings[person.id] = reading.standing
        lines = [words.rhythm(*reading, today)]
        if self.screen.settings.show_verdicts == "yes" and reading.standing:
            lines.append(standings.verdict(reading.standing, today, self.desk.shop.answers.colleagues()))
        self.card.show(self.facts(person, lines))

    def facts(self, person: terms.Person, rhythm: list[str]) -> CardFacts:
        """The card of whoever is here, with the reward that goes with the sale and the acts there are."""
        place = self.screen.state.place
        lines = self.lines(person.id, rhythm, place.given if isinstance(place, terms.With) else NOT_ANYTHING)
        own = self.screen.settings.questions
        asked = reasons.opener(self.asked, own) if self.asked else []
        quiet = [*asked, "", *words.acts()] if asked else words.acts()
        return CardFacts(person.name, lines, quiet, self.urgent(person.id))

    def urgent(self, customer_id: int) -> list[str]:
        """What they need, and what is promised to them and open: until it is kept, it stands here at each visit."""
        shop, today = self.desk.shop, self.desk.now().day
        needs = [note.text for note in shop.notes.of(customer_id, today) if kind(note.text) in ("allergy", "need")]
        open_ones = [one for one in shop.promises.of(customer_id, today) if one.kind == "promise"]
        if not open_ones:
            return [f"! {text}" for text in needs]
        from loyaltui.words import hello_pages

        promised = [_("! promised: {what}").format(what=hello_pages.promise(one, today)) for one in open_ones]
        return [*(f"! {text}" for text in needs), *promised]

    def aloud(self) -> list[str]:
        """A word to say to whoever is here, and that we wrote to them not long ago."""
        if self.opening is None:
            return []
        today, due, day = self.desk.now().day, self.opening.greeting, self.opening.contacted
        from loyaltui.words import contacts, hello_pages

        said = contacts.greeting(due, self.screen.settings, today) if due else ""
        return ([f"☺ {said}"] if said else []) + ([hello_pages.spoken("done", day, today)] if day is not None else [])

    def lines(self, customer_id: int, rhythm: list[str], given: Given = NOT_ANYTHING) -> list[str]:
        """The usual, how often they come, their points; or what is given with the sale and what it leaves."""
        shop = self.desk.shop
        usual = shop.receipts.usual_items(customer_id)
        lines = [_("usual: {items}").format(items=", ".join(usual))] if usual else []
        lines += rhythm
        if given != NOT_ANYTHING:
            return [*lines, *self.giving(customer_id, given)]
        lines += self.standing(customer_id)
        lines += self.aloud()
        if self.opening and self.opening.complaint:
            lines.append(_("! something is open: f8"))
        elif shop.notes.of(customer_id, self.desk.now().day):
            lines.append(_("! a note: f8"))
        return lines

    def giving(self, customer_id: int, given: Given) -> list[str]:
        """What the points come to when something is given, and what the till has to ring up."""
        reward, spent, voucher = self.meant(given)
        held, settings = self.desk.shop.points.balance(customer_id, self.desk.now().day), self.screen.settings
        left = [points.after(held, spent, settings), points.later(reward, spent, settings)] if reward else []
        return [*left, "", points.ring_up(reward, spent, voucher, settings)]

    def standing(self, customer_id: int) -> list[str]:
        """Somebody's points, the next reward, what lapses soon, their vouchers; whether they are in the programme."""
        shop, today, settings = self.desk.shop, self.desk.now().day, self.screen.settings
        lots, rewards = shop.points.lots(customer_id), shop.programme.rewards()
        held, vouchers = balance(lots, today), shop.vouchers.of(customer_id, today)
        lines = points.towards(held, rewards, settings)
        lines += [points.lapsing(lapsing_next(lots, today), today)]
        lines += [_("voucher {what}").format(what=points.voucher(one, today, settings)) for one in vouchers[:VOUCHERS]]
        if choices(rewards, vouchers, held, today):
            lines.append(_("something can be given: r ⏎"))
        if shop.members.joined(customer_id) is None:
            lines.append(_("not in the programme · j ⏎ joins"))
        return [line for line in lines if line]

    @property
    def asked(self) -> Question | None:
        """The question that stands on the card."""
        return self.opening.question if self.opening else None

    def list_replies(self) -> None:
        """Show what may have been said, each behind its key; none is lit, lest a second Enter says it."""
        hidden = self.screen.settings.hidden_reasons
        self.replies = self.opening.replies if self.opening else hearing(None, NOBODY_ASKED, hidden)
        width = self.screen.list.size.width
        rows = [Row(n, reasons.reply(reply)) for n, reply in enumerate(self.replies)]
        self.screen.list.set_rows(rows, first=False, width=width - 4)
        self.screen.list.border_title = reasons.asking(self.asked, self.screen.settings.questions)

    def prompt(self) -> None:
        """What the line is for just now."""
        place = self.screen.state.place
        label = self.screen.query_one("#prompt", Label)
        label.update(words.prompt(place))
        self.screen.line.placeholder = words.placeholder(place)
