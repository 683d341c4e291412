"""The programme: the versions of its rule and its rewards, each change an act; nothing already given changes by it."""

from typing import TYPE_CHECKING

from loyaltui.core import programme
from loyaltui.core.example import Usual
from loyaltui.core.moment import Moment
from loyaltui.core.money import minor_digits
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Reward
from loyaltui.core.rule import Rule, rule_of
from loyaltui.core.text import fold, tidy

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

FIELDS = "id, name, points, worth, kind, days"
KEYS = ("earn", "reward", "rewards", "withdraw")
# of the last lines of one piece: the item that is most among them, at its newest price
MOST_SOLD = """
SELECT i.name, i.category, l.amount FROM (
    SELECT item_id, count(*) AS sold, max(id) AS newest FROM (SELECT id, item_id FROM lines
        WHERE quantity = 1000 AND amount > 0 ORDER BY id DESC LIMIT 2000)
    GROUP BY item_id ORDER BY sold DESC, item_id LIMIT 1
) JOIN lines l ON l.id = newest JOIN items i ON i.id = l.item_id
"""
STAMPS = 10  # for a first reward: every tenth coffee


class Programme:
    """The rules and rewards of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def rules(self) -> list[Rule]:
        """Every version of the earn rule, oldest first."""
        rows = self.shop.conn.execute("SELECT id, from_day, spec FROM rules ORDER BY from_day, id")
        return [rule_of(*row) for row in rows]

    def rewards(self) -> list[Reward]:
        """What is offered now, cheapest first."""
        rows = self.shop.conn.execute(f"SELECT {FIELDS} FROM rewards WHERE offered ORDER BY points, name")
        return [Reward(*row) for row in rows]

    def ever(self) -> dict[int, Reward]:
        """Every version of every reward by its number, withdrawn ones too."""
        return {row[0]: Reward(*row) for row in self.shop.conn.execute(f"SELECT {FIELDS} FROM rewards")}

    def reward(self, reward_id: int, withdrawn: bool = False) -> Reward:
        """One reward by its number; Refused where it isn't offered, unless `withdrawn` ones count."""
        query = f"SELECT {FIELDS} FROM rewards WHERE id = ? AND (offered OR ?)"
        row = self.shop.conn.execute(query, (reward_id, withdrawn)).fetchone()
        if row is None:
            raise Refused("unknown_reward", reward=reward_id)
        return Reward(*row)

    def reward_called(self, name: str) -> Reward:
        """The reward of that name, in any case; Refused where none is offered."""
        for reward in self.rewards():
            if fold(reward.name) == fold(tidy(name)):
                return reward
        raise Refused("unknown_reward", reward=name)

    def put(self, now: Moment, key: str, text: str) -> None:
        """Change the programme by what is typed: the rule ("earn"), a reward ("reward"), all of them ("rewards", with
        ";" between), or none of that name any more ("withdraw")."""
        if key == "earn":
            self.new_rule(now, self.read_rule(text))
        elif key == "withdraw":
            self.withdraw(now, text)
        elif key == "reward":
            self.offer(now, self.read_rewards(text))
        else:
            self.offer(now, self.read_rewards(text), only=True)

    def check(self, key: str, text: str) -> None:
        """Refused where what is typed couldn't be kept; nothing is written."""
        if key == "earn":
            self._sound(self.read_rule(text), self.rewards())
        else:
            self._sound(self._rule(), self.read_rewards(text))

    def read_rule(self, text: str) -> Rule:
        """A typed rule, in the shop's money."""
        return programme.read_rule(text, self.shop.settings.currency)

    def read_rewards(self, text: str) -> list[Reward]:
        """Typed rewards, in the shop's money."""
        currency = self.shop.settings.currency
        return [programme.read_reward(part, currency) for part in text.split(";") if part.strip()]

    def new_rule(self, now: Moment, rule: Rule) -> None:
        """Points are earned this way from today on; what was earned before stays as it is."""
        self._sound(rule, self.rewards())
        with self.shop.act("rule", now) as act:
            self._insert_rule(act, now.day, rule)

    def offer(self, now: Moment, wanted: list[Reward], only: bool = False) -> None:
        """Offer rewards, in place of those of the same names; `only`: and no others any more. One act."""
        wanted = [programme.checked(reward) for reward in wanted]
        self._sound(self._rule(), wanted)
        with self.shop.act("reward", now) as act:
            kept = {reward._replace(id=0) for reward in self.rewards()}
            for reward in kept.difference(wanted) if only else ():
                self._withdraw(reward.name)
            for reward in wanted:
                if reward not in kept:
                    self._insert_reward(act, reward)

    def save(self, now: Moment, rule: Rule, rewards: list[Reward]) -> bool:
        """The whole programme from today on, judged together and kept as one act; whether anything has changed."""
        wanted = [programme.checked(reward) for reward in rewards]
        if len({fold(reward.name) for reward in wanted}) < len(wanted):
            raise Refused("same_reward")
        self._sound(rule, wanted)
        kept, before = {reward._replace(id=0): reward for reward in self.rewards()}, self._rule()
        new = [reward for reward in wanted if reward._replace(id=0) not in kept]
        gone = [reward for plain, reward in kept.items() if plain not in {one._replace(id=0) for one in wanted}]
        changed = before is None or before.spec != rule.spec
        if not (changed or new or gone):
            return False
        with self.shop.act("rule" if changed else "reward", now) as act:
            if changed:
                self._insert_rule(act, now.day, rule)
            for reward in gone:
                self._withdraw(reward.name)
            for reward in new:
                self._insert_reward(act, reward)
        return True

    def usual(self) -> Usual | None:
        """What is sold most often here and its price, else what a sale usually comes to; None while too little is
        known."""
        row = self.shop.conn.execute(MOST_SOLD).fetchone()
        if row:
            return Usual(*row)
        typical = self.shop.receipts.typical_amount()
        return Usual("", "", typical) if typical else None

    def sold(self) -> frozenset[str]:
        """The names of all items and categories that were ever sold, folded."""
        rows = self.shop.conn.execute("SELECT name FROM items UNION SELECT category FROM items")
        return frozenset(fold(name) for (name,) in rows)

    def withdraw(self, now: Moment, name: str) -> None:
        """Offer a reward no longer; points already given for it stay given."""
        with self.shop.act("reward", now):
            if not self._withdraw(tidy(name)):
                raise Refused("unknown_reward", reward=name)

    def begin(self, now: Moment, reward_name: str) -> None:
        """The programme a new shop starts with: a point per unit of money and a reward worth 5 % of what earned it; or,
        where it gives stamps, one a visit, and the tenth is free."""
        unit = 10 ** (minor_digits(self.shop.settings.currency) or 2)
        with self.shop.act("programme", now) as act:
            if self.shop.settings.unit == "stamps":
                self._insert_rule(act, now.day, Rule(0, 0, "visit", 1))
                self._insert_reward(act, Reward(0, reward_name, STAMPS, 3 * unit))
            else:
                self._insert_rule(act, now.day, Rule(0, 0, "amount", unit))
                self._insert_reward(act, Reward(0, reward_name, 100, 5 * unit))

    def _rule(self) -> Rule | None:
        rules = self.rules()
        return rules[-1] if rules else None

    def _sound(self, rule: Rule | None, rewards: list[Reward]) -> None:
        if rule:
            programme.sound(rule, rewards, self.shop.receipts.typical_amount())

    def _insert_rule(self, act: int, day: int, rule: Rule) -> None:
        self.shop.conn.execute("INSERT INTO rules(act_id, from_day, spec) VALUES (?, ?, ?)", (act, day, rule.spec))

    def _withdraw(self, name: str) -> bool:
        query = "UPDATE rewards SET offered = 0 WHERE name = ? AND offered"
        return self.shop.conn.execute(query, (name,)).rowcount > 0

    def _insert_reward(self, act: int, reward: Reward) -> None:
        """A reward takes the place of the one of its name."""
        self._withdraw(reward.name)
        self.shop.conn.execute(
            "INSERT INTO rewards(act_id, name, points, worth, kind, days) VALUES (?, ?, ?, ?, ?, ?)", (act, *reward[1:])
        )
