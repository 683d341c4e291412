"""What the sample café sells, at which price before and after prices rose, and who stands behind the counter."""

from random import Random
from typing import NamedTuple

from loyaltui.sample.calendar import COLLEAGUE_LEFT, PRICES_ROSE

OWN_CUP = 30  # cents off
DEAL = 15  # per cent off the afternoon deal


class Item(NamedTuple):
    """One thing on the menu, in cents."""

    name: str
    category: str
    before: int
    after: int

    def price(self, day: int) -> int:
        """What it costs on a day."""
        return self.after if day >= PRICES_ROSE else self.before


MENU = {
    item.name: item
    for item in (
        Item("Flat white", "Coffee", 370, 400),
        Item("Americano", "Coffee", 320, 350),
        Item("Cappuccino", "Coffee", 380, 410),
        Item("Espresso", "Coffee", 260, 280),
        Item("Oat latte", "Coffee", 420, 450),
        Item("Mocha", "Coffee", 430, 460),
        Item("Pot of tea", "Tea", 290, 320),
        Item("Mint tea", "Tea", 300, 330),
        Item("Chai", "Tea", 390, 420),
        Item("Butter croissant", "Bakery", 290, 320),
        Item("Seeded roll", "Bakery", 220, 240),
        Item("Scone and jam", "Bakery", 350, 380),
        Item("Carrot cake", "Bakery", 420, 450),
        Item("Almond bun", "Bakery", 340, 370),
        Item("Soup of the day", "Lunch", 650, 720),
        Item("Toasted special", "Lunch", 790, 860),
        Item("Quiche and salad", "Lunch", 950, 1040),
        Item("House beans 250 g", "Beans to take home", 1150, 1250),
        Item("Decaf beans 250 g", "Beans to take home", 1200, 1300),
    )
}
# what people take at each time of the day: the one thing they come for, and what may go with it
BY_TIME = (
    (11 * 60, "Coffee", "Bakery"),
    (14 * 60, "Lunch", "Coffee"),
    (24 * 60, "Tea", "Bakery"),
)
BEANS = "Beans to take home"
REWARDS = ("60 Free coffee 3.20", "90 Cake 4.50", "250 Bag of beans 12.50")
LEAVER = "Marek"
TEAM = ("Sinéad", "Tolu", LEAVER)


def of_category(category: str) -> list[Item]:
    """The menu's items of one category."""
    return [item for item in MENU.values() if item.category == category]


def categories_at(minute: float) -> tuple[str, str]:
    """What most people come for at a minute of the day, and what goes with it."""
    return next((main, side) for until, main, side in BY_TIME if minute < until)


def on_duty(rng: Random, day: int, wanted: str) -> str:
    """Who serves: the colleague somebody comes for, if they are there, else anyone of the team."""
    team = TEAM[:-1] if day > COLLEAGUE_LEFT else TEAM
    return wanted if wanted in team and rng.random() < 0.9 else rng.choice(team)
