"""The app: its rooms as modes, the keys that lead to them, and the one shop they all look into."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from rich.text import Text
from textual.app import App, SystemCommand
from textual.screen import Screen

from loyaltui import keys
from loyaltui.clock import Clock
from loyaltui.core.refused import Refused
from loyaltui.core.standing import Standing
from loyaltui.screens.base import Desk, Forgiving, GoTo, OpenMenu, OpenPerson, ShopScreen
from loyaltui.screens.counter import Counter
from loyaltui.store import Shop
from loyaltui.words import _, refusals

MIDNIGHT_CHECK = 20  # seconds: an app left open turns the day
MODES = "counter people hello bring_in today look_at faces closing the_shop programme help".split()


class LoyaltApp(Forgiving, App[None]):
    """loyaltui on one shop."""

    TITLE = "loyaltui"
    CSS_PATH = Path(__file__).parent / "loyaltui.tcss"
    BINDINGS = keys.bindings("app")
    DEFAULT_MODE = "counter"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (100, "-wide")]

    def __init__(self, shop: Shop, clock: Clock, downloads: Path) -> None:
        super().__init__()
        self.shop = shop
        self.clock = clock
        self.desk = Desk(shop, clock.now, downloads)
        self.day = clock.today()

    def get_default_screen(self) -> Screen[None]:
        """The counter; as the first screen, not as a mode, it is styled and painted once, not twice."""
        return self.room(self.DEFAULT_MODE)

    def room(self, mode: str) -> Screen[None]:
        """A room's screen with its keys; imported when it is first opened."""
        if mode == "counter":
            return keys.with_keys(Counter, mode)(self.desk)
        if mode == "help":
            from loyaltui.screens.help import Help

            return keys.with_keys(Help, mode)(self.desk, self.key_words())
        screen = __import__(f"loyaltui.screens.{mode}", fromlist=[mode])
        return keys.with_keys(getattr(screen, mode.title().replace("_", "")), mode)(self.desk)

    def on_mount(self) -> None:
        for mode in MODES:
            self.add_mode(mode, partial(self.room, mode))
        self.set_interval(MIDNIGHT_CHECK, self.turn_the_day)
        self.call_after_refresh(self.warm_up)

    def warm_up(self) -> None:
        """After the first paint: how everybody stands, and whatever takes long to load; or the first run."""
        self.run_worker(self.read_standings, thread=True, group="standings", exclusive=True, exit_on_error=False)
        if not self.shop.settings.name:
            self.action_settings()

    def read_standings(self) -> None:
        """In a thread: the signs beside the names."""
        from loyaltui.words import figures

        settings = self.shop.settings
        figures.money(0, settings)
        found = {facts.customer_id: standing for facts, standing in self.shop.readings.everyone(self.day) if standing}
        self.call_from_thread(self.standings_read, found)

    def standings_read(self, found: dict[int, Standing]) -> None:
        """Everybody's standing is known: show the signs in the list that is open."""
        self.desk.standings.update(found)
        if isinstance(self.screen, Counter):
            self.screen.list_again()

    def turn_the_day(self) -> None:
        """Midnight has passed: readings are of a new day."""
        if self.clock.today() != self.day:
            self.day = self.clock.today()
            self.on_shop_changed()
            if isinstance(self.screen, Counter):
                self.screen.refresh_totals()

    def on_shop_changed(self) -> None:
        """The past has changed: read everybody anew."""
        self.desk.standings.clear()
        self.run_worker(self.read_standings, thread=True, group="standings", exclusive=True, exit_on_error=False)

    def on_open_person(self, message: OpenPerson) -> None:
        """Show somebody whole, over the room one is in."""
        from loyaltui.screens.person import Person

        self.push_screen(keys.with_keys(Person, "person")(self.desk, message.customer_id))

    def on_go_to(self, message: GoTo) -> None:
        """To another room; while the day is being closed, back to its steps."""
        self.action_go("closing" if self.desk.closing and message.room == "counter" else message.room)

    def on_open_menu(self, _message: OpenMenu) -> None:
        """Every room by a digit or an arrow."""
        from loyaltui.screens.dialogs import Menu

        entries = [(key.action, key.key, key.words) for key in keys.TABLE if key.room == "app"]
        self.push_screen(Menu(entries), self.do)

    async def do(self, action: str | None) -> None:
        """What was picked from the menu."""
        if action:
            await self.run_action(action)

    def action_go(self, mode: str) -> None:
        """To another room; what lies over this one is closed."""
        self.desk.closing = self.desk.closing and mode in ("bring_in", "look_at", "faces")
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.switch_mode(mode)
        if isinstance(self.screen, ShopScreen) and not isinstance(self.screen, Counter):
            self.screen.fall_silent()

    def action_settings(self) -> None:
        """The shop's settings, or the first run's questions."""
        from loyaltui.screens.setup import Setup

        self.push_screen(Setup(self.desk), lambda kept: self.settings_kept(bool(kept)))

    def settings_kept(self, kept: bool) -> None:
        """The settings were left."""
        if kept:
            self.on_shop_changed()
            if isinstance(self.screen, Counter):
                self.screen.settings = self.shop.settings
                self.screen.till.say(_("✓ kept"))

    def action_undo(self) -> None:
        """Take back the last act of this till, and let the room say so."""
        done = self.shop.undo(self.clock.now())
        if done.verb in ("import", "answer", "withdraw", "event"):
            self.on_shop_changed()
        tell = getattr(self.screen, "undone", None)
        if tell:
            tell(done)

    def refuse(self, refused: Refused) -> None:
        """Say a refusal where the person looks: the room says it, else a toast."""
        if isinstance(self.screen, Forgiving):
            self.screen.refuse(refused)
        else:
            self.notify(refusals.say(refused), severity="error", markup=False)

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours: one line, never a traceback with customers' data in it. Tests see it whole."""
        if self.is_headless:
            super()._handle_exception(error)
        else:
            self.panic(Text(_("loyaltui stopped: {kind}. What was saved is saved.").format(kind=type(error).__name__)))

    def key_words(self) -> list[tuple[str, str, str]]:
        """The keys as the help shows them: room, key, what it does."""
        return [
            (keys.ROOMS[key.room], keys.shown(key.key), key.help)
            for key in keys.TABLE
            if key.help and key.room in keys.ROOMS
        ]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: our commands, then Textual's theme and quit."""
        for key in keys.TABLE:
            if key.room == "app" and key.action != "quit":
                yield SystemCommand(key.words, key.help, partial(self.run_action, key.action))
        wanted = (_("Theme"), _("Quit"))
        yield from (command for command in super().get_system_commands(screen) if command.title in wanted)
