"""What the options before a command say: which shop, and which day it is."""

import os
from datetime import date
from pathlib import Path

import click

from loyaltui.clock import Clock
from loyaltui.core.moment import Moment
from loyaltui.core.refused import Refused
from loyaltui.core.text import clean
from loyaltui.store import Shop
from loyaltui.words import _


class Desk:
    """What the options before a command say: which shop, and which day it is."""

    def __init__(self, shop: str | None, today: date | None) -> None:
        self.named = shop
        self.today = today

    @property
    def path(self) -> Path:
        """The shop's file: --shop, else LOYALTUI_SHOP, else the user's data folder."""
        named = self.named or os.environ.get("LOYALTUI_SHOP")
        if named:
            return Path(named)
        from platformdirs import user_data_path

        return user_data_path("loyaltui", appauthor=False) / "shop.db"

    def exists(self) -> bool:
        """Whether the shop's file is there; Refused where that can't be seen."""
        try:
            return self.path.exists()
        except OSError as error:
            raise Refused("cannot_open_shop", file=str(self.path), why=error.strerror) from None

    @property
    def clock(self) -> Clock:
        """The clock, live or fixed."""
        return Clock(self.today)

    def now(self, on: str | None = None) -> Moment:
        """This moment, or a day that has been."""
        return self.clock.on(on)

    def shop(self, create: bool = False) -> Shop:
        """The shop, opened; a new one is made only where `create` says so, and then it is said."""
        shop = Shop(self.path, create=create, wait=15)
        if shop.created:
            click.echo(f"New shop: {clean(str(self.path))}", err=True)
        return shop

    def say_known_until(self, shop: Shop) -> None:
        """Say on stderr where standings are of an earlier day, since the shop's sales end there."""
        from loyaltui.words import standing

        today = self.now().day
        line = standing.known_until(shop.readings.last_day(today), today)
        if line:
            click.echo(line, err=True)

    def opened(self) -> Shop:
        """The shop for a command that may make a new one; a new one gets its programme."""
        shop = self.shop(create=not self.exists())
        if not shop.programme.rules():
            shop.programme.begin(self.now(), _("Thank-you"))
        return shop
