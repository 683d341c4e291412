"""What the counter shows: the list and the card, from values the shop gives."""

from typing import TYPE_CHECKING

from textual.widgets import Label

from loyaltui.core import counter_terms as terms
from loyaltui.core.customer import Customer
from loyaltui.core.outcome import Reward
from loyaltui.store.customers import Found
from loyaltui.widgets.card import Card, CardFacts
from loyaltui.widgets.persons import Row
from loyaltui.words import _, figures, points
from loyaltui.words import counter as words
from loyaltui.words import standing as standings

if TYPE_CHECKING:
    from loyaltui.screens.counter import Counter


class CounterView:
    """The counter's list and card."""

    def __init__(self, screen: "Counter") -> None:
        self.screen = screen
        self.desk = screen.desk

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
        reading = self.desk.shop.readings.of(customer.id, today)
        return CardFacts(words.called(customer), self.lines(customer.id, words.rhythm(*reading, today)))

    def list_rewards(self, rewards: list[Reward], balance: int) -> None:
        """Show what can be given for so many points."""
        rows = [Row(reward.id, reward.name, figures.points(reward.points)) for reward in rewards]
        self.screen.list.set_rows(rows, first=True)
        self.screen.list.border_title = _("give which reward?")
        self.screen.till.say(_("{points}: ⏎ gives the one chosen").format(points=figures.points(balance)))

    def nobody(self) -> None:
        """Nobody is here: who is usually here about now."""
        self.screen.search(terms.Search(""))

    def show_person(self, person: terms.Person) -> None:
        """Somebody's card at once, and how often they come as soon as it is worked out."""
        shop, today = self.desk.shop, self.desk.now().day
        self.screen.list.set_rows([], first=False)
        self.screen.list.border_title = None
        self.card.show(self.facts(person, ""))
        self.screen.ask(
            "rhythm",
            lambda: shop.readings.of(person.id, today),
            lambda reading: self.rhythm_known(person, words.rhythm(reading.facts, reading.standing, today)),
        )

    def rhythm_known(self, person: terms.Person, rhythm: str) -> None:
        """Add how often they come, if they are still here."""
        here = self.screen.state.person
        if here is not None and here.id == person.id:
            self.card.show(self.facts(person, rhythm))

    def facts(self, person: terms.Person, rhythm: str) -> CardFacts:
        """The card of whoever is here, with the reward that goes with the sale and the acts there are."""
        place = self.screen.state.place
        given = None
        if isinstance(place, terms.With) and place.reward is not None:
            given = self.desk.shop.set.reward(place.reward)
        lines = self.lines(person.id, rhythm, given)
        return CardFacts(person.name, lines, words.acts())

    def lines(self, customer_id: int, rhythm: str, given: Reward | None = None) -> list[str]:
        """The usual, how often they come, their points and the next reward; `given`: the one that is being given."""
        shop = self.desk.shop
        balance, rewards = shop.points.balance(customer_id), shop.set.rewards()
        usual = shop.receipts.usual_items(customer_id)
        lines = [_("usual: {items}").format(items=", ".join(usual))] if usual else []
        lines += [rhythm] if rhythm else []
        if given:
            return [*lines, points.after(balance, given), "", points.ring_up(given, self.screen.settings)]
        lines.append(points.towards(balance, points.next_reward(balance, rewards)))
        if any(one.points <= balance for one in rewards):
            lines.append(_("a reward can be given: r ⏎"))
        if shop.notes.of(customer_id, self.desk.now().day):
            lines.append(_("! a note: f8"))
        return lines

    def prompt(self) -> None:
        """What the line is for just now."""
        place = self.screen.state.place
        label = self.screen.query_one("#prompt", Label)
        label.update(words.prompt(place))
        self.screen.line.placeholder = words.placeholder(place)
