"""What the counter shows: the list and the card, from values the shop gives."""

from typing import TYPE_CHECKING

from textual.widgets import Label

from loyaltui.core import counter_terms as terms
from loyaltui.core.customer import Customer
from loyaltui.core.question import Question, Reply, hearing
from loyaltui.core.reward import Reward
from loyaltui.core.why import NOBODY_ASKED
from loyaltui.store.customers import Found
from loyaltui.store.opening import Opening, opening
from loyaltui.store.readings import Reading
from loyaltui.widgets.card import Card, CardFacts
from loyaltui.widgets.persons import Row
from loyaltui.words import _, figures, points, reasons
from loyaltui.words import counter as words
from loyaltui.words import standing as standings

if TYPE_CHECKING:
    from loyaltui.screens.counter import Counter


class CounterView:
    """The counter's list and card."""

    def __init__(self, screen: "Counter") -> None:
        self.screen = screen
        self.desk = screen.desk
        self.opening: Opening | None = None  # of whoever is here, once it is worked out
        self.replies: tuple[Reply, ...] = ()  # as they are listed: the list stays while somebody chooses in it

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
        return CardFacts(words.called(customer), self.lines(customer.id, [words.rhythm(*reading, today)]))

    def list_rewards(self, rewards: list[Reward], balance: int) -> None:
        """Show what can be given for so many points."""
        rows = [Row(reward.id, reward.name, figures.points(reward.points, self.screen.settings)) for reward in rewards]
        self.screen.list.set_rows(rows, first=True)
        self.screen.list.border_title = _("give which reward?")
        self.screen.till.say(
            _("{points}: ⏎ gives the one chosen").format(points=figures.points(balance, self.screen.settings))
        )

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

        def question() -> tuple[Reading, Opening]:
            reading = shop.readings.of(person.id, now.day, perhaps=False)
            return reading, opening(shop, now, reading)

        self.screen.ask("rhythm", question, lambda known: self.known(person, *known))

    def known(self, person: terms.Person, reading: Reading, opened: Opening) -> None:
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
        given = None
        if isinstance(place, terms.With) and place.reward is not None:
            given = self.desk.shop.programme.reward(place.reward)
        lines = self.lines(person.id, rhythm, given)
        own = self.screen.settings.questions
        asked = reasons.opener(self.asked, own) if self.asked else []
        return CardFacts(person.name, lines, [*asked, "", *words.acts()] if asked else words.acts())

    def lines(self, customer_id: int, rhythm: list[str], given: Reward | None = None) -> list[str]:
        """The usual, how often they come, their points and the next reward; `given`: the one that is being given."""
        shop = self.desk.shop
        balance, rewards = shop.points.balance(customer_id, self.desk.now().day), shop.programme.rewards()
        usual = shop.receipts.usual_items(customer_id)
        lines = [_("usual: {items}").format(items=", ".join(usual))] if usual else []
        lines += rhythm
        if given:
            return [
                *lines,
                points.after(balance, given, self.screen.settings),
                "",
                points.ring_up(given, self.screen.settings),
            ]
        lines.append(points.towards(balance, points.next_reward(balance, rewards), self.screen.settings))
        if any(one.points <= balance for one in rewards):
            lines.append(_("a reward can be given: r ⏎"))
        if self.opening and self.opening.complaint:
            lines.append(_("! something is open: f8"))
        elif shop.notes.of(customer_id, self.desk.now().day):
            lines.append(_("! a note: f8"))
        return lines

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
