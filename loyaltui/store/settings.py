"""What the owner set, the programme's rules and its rewards, each change an act that can be undone."""

from typing import TYPE_CHECKING

from loyaltui.core import settings
from loyaltui.core.earning import Basis, Rule
from loyaltui.core.moment import Moment
from loyaltui.core.money import minor_digits
from loyaltui.core.outcome import Reward
from loyaltui.core.refused import Refused
from loyaltui.core.text import fold, tidy

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

MOST_POINTS = 1_000_000


class ShopSettings:
    """Settings, rules and rewards of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def read(self) -> settings.Settings:
        """All settings, defaults where nothing was set."""
        return settings.settings_of(self.stored())

    def stored(self) -> dict[str, str]:
        """Only what was set, as it stands in the file."""
        return dict(self.shop.conn.execute("SELECT key, value FROM settings"))

    def check(self, key: str, text: str) -> None:
        """Refused where an earn rule or a list of rewards couldn't be read; nothing is written."""
        currency = self.read().currency
        for part in [text] if key == "earn" else filter(str.strip, text.split(";")):
            (settings.read_rule if key == "earn" else settings.read_reward)(part, currency)

    def put(self, now: Moment, key: str, text: str) -> None:
        """Change one thing by its key: a setting, the earn rule ("earn"), a reward ("reward", "withdraw")."""
        currency = self.read().currency
        if key == "earn":
            self.new_rule(now, *settings.read_rule(text, currency))
        elif key == "reward":
            self.offer(now, *settings.read_reward(text, currency))
        elif key == "rewards":
            self.offer_only(now, text)
        elif key == "withdraw":
            self.withdraw(now, text)
        else:
            self.change(now, {key: text})

    def change(self, now: Moment, values: dict[str, str], verb: str = "settings") -> None:
        """Set several at once, one act; Refused where a key or value doesn't fit, and nothing is changed."""
        stored = {key: settings.read(key, text) for key, text in values.items()}
        with self.shop.act(verb, now) as act:
            if stored.get("currency", "") not in ("", self.read().currency) and self._has_money():
                raise Refused("currency_in_use", currency=self.read().currency)
            for key, value in stored.items():
                self.shop.conn.execute(
                    "INSERT INTO settings(act_id, key, value) VALUES (?, ?, ?) "
                    "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    (act, key, value),
                )
        self.shop.readings.forget()

    def judge(self, now: Moment, key: str, text: str) -> None:
        """Change one weight, threshold or question, or (an empty text) take it as it usually is."""
        setting, changed = settings.judged(self.stored(), key, text)
        try:
            self.change(now, {setting: changed})
        except Refused:
            raise Refused("bad_setting", key=key, value=text, expects=settings.may_be(key)) from None

    def _has_money(self) -> bool:
        return self.shop.conn.execute("SELECT 1 FROM receipts WHERE amount IS NOT NULL LIMIT 1").fetchone() is not None

    def rules(self) -> list[Rule]:
        """Every version of the earn rule, oldest first."""
        rows = self.shop.conn.execute("SELECT id, from_day, per, size FROM rules ORDER BY from_day, id")
        return [Rule(*row) for row in rows]

    def new_rule(self, now: Moment, per: Basis, size: int) -> None:
        """Points are earned this way from today on; what was earned before stays as it is."""
        if not 0 < size <= 10**9:
            raise Refused("bad_rule")
        with self.shop.act("rule", now) as act:
            self._insert_rule(act, now.day, per, size)

    def _insert_rule(self, act: int, day: int, per: Basis, size: int) -> None:
        self.shop.conn.execute(
            "INSERT INTO rules(act_id, from_day, per, size) VALUES (?, ?, ?, ?)", (act, day, per, size)
        )

    def rewards(self) -> list[Reward]:
        """What is offered now, cheapest first."""
        rows = self.shop.conn.execute("SELECT id, name, points, worth FROM rewards WHERE offered ORDER BY points, name")
        return [Reward(*row) for row in rows]

    def reward(self, reward_id: int, withdrawn: bool = False) -> Reward:
        """One reward by its number; Refused where it isn't offered, unless `withdrawn` ones count."""
        query = "SELECT id, name, points, worth FROM rewards WHERE id = ? AND (offered OR ?)"
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

    def offer(self, now: Moment, name: str, points: int, worth: int) -> None:
        """Offer a reward, or change the one of that name."""
        reward = self._checked(name, points, worth)
        with self.shop.act("reward", now) as act:
            self._insert_reward(act, *reward)

    def _insert_reward(self, act: int, name: str, points: int, worth: int) -> None:
        self.shop.conn.execute(
            "INSERT INTO rewards(act_id, name, points, worth) VALUES (?, ?, ?, ?) ON CONFLICT (name) "
            "DO UPDATE SET points = excluded.points, worth = excluded.worth, offered = 1",
            (act, name, points, worth),
        )

    def offer_only(self, now: Moment, text: str) -> None:
        """Offer just these rewards, "60 Free coffee 3.20; 90 Cake 4.50"; the others no longer. One act."""
        currency = self.read().currency
        wanted = [settings.read_reward(part, currency) for part in text.split(";") if part.strip()]
        with self.shop.act("reward", now) as act:
            self.shop.conn.execute("UPDATE rewards SET offered = 0 WHERE offered")
            for name, points, worth in wanted:
                self._insert_reward(act, *self._checked(name, points, worth))

    def _checked(self, name: str, points: int, worth: int) -> tuple[str, int, int]:
        if not tidy(name) or not 0 < points <= MOST_POINTS or worth < 0:
            raise Refused("bad_reward", name=name)
        return tidy(name), points, worth

    def withdraw(self, now: Moment, name: str) -> None:
        """Offer a reward no longer; points already given for it stay given."""
        with self.shop.act("reward", now):
            if not self.shop.conn.execute(
                "UPDATE rewards SET offered = 0 WHERE name = ? AND offered", (tidy(name),)
            ).rowcount:
                raise Refused("unknown_reward", reward=name)

    def begin_programme(self, now: Moment, reward_name: str) -> None:
        """The programme a new shop starts with: a point per unit of money, a reward worth 5 % of what earned it."""
        unit = 10 ** (minor_digits(self.read().currency) or 2)
        with self.shop.act("programme", now) as act:
            self._insert_rule(act, now.day, "amount", unit)
            self._insert_reward(act, reward_name, 100, 5 * unit)
