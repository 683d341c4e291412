"""What the counter does about points: rewards and vouchers that go with a sale, joining, and showing every point."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from loyaltui.core import counter_terms as terms
from loyaltui.core.reward import Voucher, next_reward, printed
from loyaltui.words import _, points
from loyaltui.words import counter as words

if TYPE_CHECKING:
    from loyaltui.screens.counter import Counter


class CounterPoints:
    """The intents of the counter's machine that points are about."""

    def __init__(self, screen: "Counter") -> None:
        self.screen = screen
        self.desk = screen.desk
        self.doing: dict[type, Callable[[Any], None]] = {
            terms.ChooseReward: self.offer,
            terms.RewardSet: self.wait,
            terms.NothingToGive: self.nothing,
            terms.Join: self.join,
            terms.GiveVoucher: self.give_voucher,
            terms.ShowPoints: self.show_points,
        }

    def voucher(self, text: str) -> Voucher | None:
        """The voucher whose code a text is; Refused where it can't be used today."""
        voucher = self.desk.shop.vouchers.known(text)
        if voucher:
            self.desk.shop.vouchers.check(voucher, self.desk.now().day)
        return voucher

    def owner(self, voucher: Voucher) -> terms.Match | None:
        """Whose voucher it is; None where it is whoever's brings it."""
        if voucher.customer_id is None:
            return None
        return terms.Match(self.screen.person(self.desk.shop.customers.get(voucher.customer_id)), "voucher")

    def offer(self, intent: terms.ChooseReward) -> None:
        """List what this person can have, and what comes next."""
        if not self.screen.view.list_rewards(intent.person):
            self.screen.turn(terms.Entered("", self.desk.now().second or 0))

    def wait(self, intent: terms.RewardSet) -> None:
        """Something goes with the sale that is entered next."""
        self.screen.view.show_person(intent.person)
        self.screen.till.say(points.waits(*self.screen.view.meant(intent.given), self.screen.settings))

    def nothing(self, intent: terms.NothingToGive) -> None:
        """There is nothing they can have yet: how far is it?"""
        shop = self.desk.shop
        held = shop.points.balance(intent.person.id, self.desk.now().day)
        following = next_reward(held, shop.programme.rewards())
        how_far = f" {points.further(held, following)}." if following else ""
        self.screen.view.show_person(intent.person)
        self.screen.till.say(words.say(intent, self.screen.settings) + how_far, wrong=True)

    def dropped(self, state: terms.Counter) -> str:
        """What was to go with the sale."""
        if not isinstance(state.place, terms.With):
            return ""
        reward, _spent, voucher = self.screen.view.meant(state.place.given)
        if reward:
            return reward.name
        return _("Voucher {code}").format(code=printed(voucher.code)) if voucher else ""

    def join(self, intent: terms.Join) -> None:
        """They are in the programme from now on, and are welcomed once."""
        person, shop, now = intent.person, self.desk.shop, self.desk.now()
        before = shop.points.balance(person.id, now.day)
        if not shop.members.join(now, [person.id]):
            self.screen.till.say(_("{name} is in the programme already.").format(name=person.name))
            return
        welcome = shop.points.balance(person.id, now.day) - before
        self.done(person, points.joined(person.name, welcome, self.screen.settings))

    def give_voucher(self, intent: terms.GiveVoucher) -> None:
        """The shop's come-back voucher, unless they hold one still."""
        person, shop, now, settings = intent.person, self.desk.shop, self.desk.now(), self.screen.settings
        held = shop.vouchers.held(person.id, now.day, points.COME_BACK)
        given = shop.vouchers.ask_back(now, person.id, points.COME_BACK)
        what = points.voucher(given, now.day, settings)
        if held:
            self.screen.till.say(_("{name} has voucher {what} already.").format(name=person.name, what=what))
        else:
            self.done(person, _("✓ for {name}: voucher {what}").format(name=person.name, what=what))

    def show_points(self, intent: terms.ShowPoints) -> None:
        """Every point of theirs, on a screen of its own."""
        from loyaltui import keys
        from loyaltui.screens.statement import Statement

        self.screen.app.push_screen(keys.with_keys(Statement, "statement")(self.desk, intent.person.id))

    def done(self, person: terms.Person, sentence: str) -> None:
        """Show them as they are now, and say what was done."""
        self.screen.last_person = None
        self.screen.view.show_person(person)
        self.screen.till.say(sentence, _("^z undo"))
        self.screen.refresh_totals()
