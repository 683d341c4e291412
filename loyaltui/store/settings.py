"""What the owner set, each change an act that can be undone."""

from typing import TYPE_CHECKING

from loyaltui.core import settings
from loyaltui.core.moment import Moment, iso
from loyaltui.core.refused import Refused
from loyaltui.store.programme import KEYS

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


class ShopSettings:
    """The settings of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def read(self) -> settings.Settings:
        """All settings, defaults where nothing was set."""
        return settings.settings_of(self.stored())

    def stored(self) -> dict[str, str]:
        """Only what was set, as it stands in the file."""
        return dict(self.shop.conn.execute("SELECT key, value FROM settings"))

    def put(self, now: Moment, key: str, text: str) -> None:
        """Change one thing by its key: a setting, or what belongs to the programme."""
        if key in KEYS:
            self.shop.programme.put(now, key, text)
        elif key == "clock" and text.strip() != iso(now.day):
            raise Refused("bad_setting", key=key, value=text, expects=settings.KEYS[key].expects)
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
