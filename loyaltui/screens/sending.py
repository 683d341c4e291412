"""How a word gets to somebody, by what they have: a link, a number in large figures, the clipboard."""

from string import digits

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Digits, Label, Static

from loyaltui.core import links
from loyaltui.core.outreach import Due
from loyaltui.core.settings import Settings
from loyaltui.screens.base import ShopScreen
from loyaltui.screens.dialogs import Dialog
from loyaltui.screens.hearing import Pick, Step
from loyaltui.widgets.display import shown
from loyaltui.words import _

WAYS = {
    "phone": (
        ("n", _("call: the number in large figures")),
        ("s", _("text message (SMS)")),
        ("a", _("WhatsApp")),
        ("c", _("copy the words")),
    ),
    "email": (("m", _("mail program")), ("c", _("copy the words"))),
}
CHUNK = 3  # digits of a number together, counted from its end


async def send(screen: ShopScreen, due: Due, words: str, settings: Settings) -> None:
    """Ask how, and open it; whether it was really sent only the owner knows."""
    ways = WAYS[due.way.channel]
    how = await screen.app.push_screen_wait(
        Pick(Step(_("How shall it get to {name}?").format(name=due.contact.name), ways))
    )
    if how is None:
        return
    if how == "c":
        copy(screen, words)
    elif how == "n":
        await screen.app.push_screen_wait(BigNumber(due.contact.name, due.way.address, words))
    else:
        await screen.app.push_screen_wait(Link(link(how, due.way.address, words, settings), words))


def link(how: str, address: str, words: str, settings: Settings) -> str:
    """What opens the program for a way."""
    if how == "m":
        return links.mailto(address, settings.name, words)
    return links.sms(address, words) if how == "s" else links.whatsapp(address, words)


def copy(screen: ShopScreen, words: str) -> None:
    """Copy a text; some terminals ignore the clipboard, so it stays on the screen too."""
    screen.app.copy_to_clipboard(words)
    screen.till.say(_("✓ sent to your terminal's clipboard; if nothing pastes, mark the words above. d: it is done"))


def spaced(number: str) -> str:
    """A number in groups, to be read while dialling: "+353 871 234 567"."""
    plus, bare = ("+", number[1:]) if number.startswith("+") else ("", number)
    first = len(bare) % CHUNK or CHUNK
    groups = [bare[:first], *(bare[at : at + CHUNK] for at in range(first, len(bare), CHUNK))]
    return plus + " ".join(groups) if set(bare) <= set(digits) else number


class BigNumber(Dialog[None]):
    """A number to dial from across the counter, and the words to say."""

    BINDINGS = [Binding("escape,enter", "leave", show=False)]

    def __init__(self, name: str, number: str, words: str) -> None:
        super().__init__()
        self.called, self.number, self.words = name, number, words

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield Label(shown(self.called))
            yield Digits(spaced(self.number))
            yield Label(shown(f"{spaced(self.number)}   “{self.words}”"))
            yield Label(_("Esc goes back; then d done, n no answer"), classes="quiet")


class Link(Dialog[None]):
    """A link in full: to open, or to be clicked or copied where nothing opens."""

    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("enter", "open_link", show=False),
        Binding("c", "copy_link", show=False),
    ]

    def __init__(self, link: str, words: str) -> None:
        super().__init__()
        self.link, self.words = link, words

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield Label(shown(f"“{self.words}”"))
            yield Static("", classes="quiet")
            yield Label(shown(self.link), classes="quiet")
            yield Label(_("⏎ opens it · c copies the link · Esc goes back"))

    def action_open_link(self) -> None:
        """Hand the link to whatever program opens such links."""
        self.app.open_url(self.link)
        self.leave(None)

    def action_copy_link(self) -> None:
        """Copy the link."""
        self.app.copy_to_clipboard(self.link)
        self.leave(None)
