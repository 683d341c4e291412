"""Asking what is promised to somebody, or what to be reminded of, and by when."""

from loyaltui.core.due import promised
from loyaltui.core.promise import Kind
from loyaltui.screens.base import ShopScreen
from loyaltui.screens.dialogs import AskText
from loyaltui.words import _, hello_pages

QUESTIONS: dict[Kind, str] = {
    "promise": _("What do you promise {name}, by when? “oat milk by Friday”"),
    "date": _("What do you want to be reminded of, when? “ask after her exam on 3 June”"),
}


def promise(screen: ShopScreen, who: int, kind: Kind = "promise") -> None:
    """Ask for one line, and keep it with somebody."""
    name = screen.desk.shop.customers.get(who).called
    screen.app.push_screen(AskText(QUESTIONS[kind].format(name=name)), lambda text: give(screen, who, name, kind, text))


def give(screen: ShopScreen, who: int, name: str, kind: Kind, text: str | None) -> None:
    """Keep it, where something was typed."""
    if text is not None:
        now = screen.desk.now()
        what, day = promised(text, now.day)
        said = "✓ " + hello_pages.given(name, what, day, now.day, kind)
        screen.write(lambda: screen.desk.shop.promises.give(now, who, what, day, kind), said)
