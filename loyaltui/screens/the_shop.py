"""The shop: who comes how and why, what holds the regulars, what hangs on one thing, who stayed when it changed."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static

from loyaltui import keys
from loyaltui.core.insight import ATTITUDES, RHYTHMS
from loyaltui.core.outcome import Undone
from loyaltui.core.owing import Owing
from loyaltui.core.settings import Settings
from loyaltui.screens.base import Desk, GoTo, OpenPerson, ShopScreen
from loyaltui.screens.dialogs import Menu
from loyaltui.screens.event_form import EventForm
from loyaltui.screens.group import Group
from loyaltui.screens.judgement import Judgement
from loyaltui.store import insight
from loyaltui.store.insight import Look
from loyaltui.store.owing import owing
from loyaltui.widgets.bars import Bars
from loyaltui.widgets.display import shown
from loyaltui.widgets.matrix import Matrix
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, reasons, shop_pages, standing
from loyaltui.words import counter as counter_words
from loyaltui.words import insight as words
from loyaltui.words import owing as owing_words
from loyaltui.words.shop_pages import PAGES, Row

MOST_ASKED = 200  # people listed as worth asking
PAGE_NAMES = tuple(PAGES)


class TheShop(ShopScreen):
    """Eight pages; a page's row opens its people."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.look: Look | None = None
        self.owing: Owing | None = None
        self.names: dict[int, str] = {}
        self.page = "crossed"
        self.kinds = False
        self.at: dict[str, int] = {}
        self.seen = (0, 0)

    def compose(self) -> ComposeResult:
        yield Static(id="pages", markup=False)
        yield Static(id="lead", markup=False)
        with VerticalScroll(id="picture", can_focus=False):
            yield Matrix(id="matrix")
        yield Bars(id="rows")
        yield Static(id="detail", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_screen_resume(self) -> None:
        if self.is_mounted:
            self.show_pages()
            self.load()

    @property
    def bars(self) -> Bars:
        return self.query_one("#rows", Bars)

    @property
    def matrix(self) -> Matrix:
        return self.query_one("#matrix", Matrix)

    @property
    def chosen(self) -> Row | None:
        """The row or the field under the cursor."""
        return self.matrix.chosen if self.page == "crossed" else self.bars.chosen

    def load(self) -> None:
        """Read the shop in a thread, if anything has happened since the last time."""
        shop, today = self.desk.shop, self.desk.now().day
        seen = (today, shop.last_act())
        if seen == self.seen:
            return
        self.seen = seen
        self.query_one("#lead", Static).update(_("reading …"))

        self.owing = None

        def question() -> tuple[Look, dict[int, str]]:
            look = insight.look(shop, today)
            return look, insight.names(shop, look.report.worth_asking[:MOST_ASKED])

        self.ask("shop", question, lambda found: self.loaded(*found))

    def loaded(self, look: Look, names: dict[int, str]) -> None:
        """The shop has been read."""
        self.look, self.names = look, names
        self.show_page()

    def load_owing(self) -> None:
        """Read what is owed, which no other page needs."""
        shop, today = self.desk.shop, self.desk.now().day
        self.ask("owing", lambda: owing(shop, today), self.owing_loaded)

    def owing_loaded(self, owed: Owing) -> None:
        """What is owed is known."""
        self.owing = owed
        self.show_page()

    def show_pages(self) -> None:
        """The pages with their keys, the one shown marked."""
        line = shown("")
        for number, (page, title) in enumerate(PAGES.items(), 1):
            line.append(f" {number} {title}", "reverse bold" if page == self.page else "")
        self.query_one("#pages", Static).update(line)

    def show_page(self) -> None:
        """Show the page as the shop was read."""
        if self.look is None:
            return
        if self.page == "owing" and self.owing is None:
            self.load_owing()
        report, crossed = self.look.report, self.page == "crossed"
        settings = self.desk.shop.settings
        self.query_one("#lead", Static).update(shown(self.lead()))
        self.query_one("#picture").display, self.bars.display = crossed, not crossed
        if crossed:
            down = [f"{standing.GLYPHS[rhythm]} {standing.WORDS[rhythm]}" for rhythm in RHYTHMS]
            across = [words.ATTITUDES[attitude] for attitude in ATTITUDES]
            self.matrix.show(shop_pages.crossed(report, settings), down, across)
            self.set_focus(None)
        else:
            self.bars.show(self.rows(self.look, settings), self.at.get(self.page, 0))
            self.bars.focus()
        self.show_detail()

    def rows(self, look: Look, settings: Settings) -> list[Row]:
        """The rows of the page."""
        report = look.report
        if self.page == "owing":
            return list(owing_words.rows(self.owing, settings)) if self.owing else []
        if self.page == "held":
            return shop_pages.held(report, settings, self.kinds)
        if self.page == "hanging":
            return shop_pages.hanging(report, settings)
        if self.page == "asking":
            return shop_pages.asking(report, look.members, self.names, settings)
        if self.page == "way":
            return shop_pages.way(report)
        return shop_pages.journal(report, settings) if self.page == "journal" else shop_pages.whole(report)

    def lead(self) -> str:
        """What stands over the page."""
        if self.page == "owing":
            return owing_words.lead(self.owing, self.desk.shop.settings) if self.owing else _("reading …")
        if self.look is None or self.look.report.as_of is None:
            return words.NO_VISITS
        sentence = shop_pages.lead(self.page, self.look.report, self.kinds, len(self.names))
        return f"{sentence} {self.known_until()}"

    def show_detail(self) -> None:
        """The row that is chosen as a sentence."""
        row = self.chosen
        text = shown(row.detail if row else "")
        if row and row.ids:
            text.append(_(" · ⏎ opens"), "dim")
        self.query_one("#detail", Static).update(text)

    def on_option_list_option_highlighted(self) -> None:
        self.at[self.page] = self.bars.highlighted or 0
        self.show_detail()

    def on_option_list_option_selected(self) -> None:
        self.action_open()

    def action_page(self, number: int) -> None:
        """Another page."""
        self.page = PAGE_NAMES[number]
        self.show_pages()
        self.show_page()

    def action_turn(self, step: int) -> None:
        """The page after or before."""
        self.action_page((PAGE_NAMES.index(self.page) + step) % len(PAGE_NAMES))

    def action_move(self, right: int, down: int) -> None:
        """To another field of the picture."""
        if self.page == "crossed":
            self.matrix.move(right, down)
            self.show_detail()

    def action_kinds(self) -> None:
        """By what holds them, or by the five kinds of staying."""
        self.kinds = not self.kinds if self.page == "held" else self.kinds
        self.action_page(PAGE_NAMES.index("held"))

    def action_open(self) -> None:
        """Open the people of the row; of those worth asking, the person."""
        row = self.chosen
        if self.look is None or row is None or not row.ids:
            self.till.say(_("There is nobody in it to show."))
        elif self.page == "asking":
            self.post_message(OpenPerson(row.ids[0]))
        else:
            self.app.push_screen(keys.with_keys(Group, "group")(self.desk, row, self.look.members))

    def action_judgement(self) -> None:
        """What counts how much; hidden until asked for."""
        self.app.push_screen(keys.with_keys(Judgement, "judgement")(self.desk))

    def action_event(self) -> None:
        """Write down what happened: first of which kind."""
        kinds = [(kind, str(number), text) for number, (kind, text) in enumerate(reasons.EVENTS.items(), 1)]
        self.app.push_screen(Menu(kinds), self.describe)

    def describe(self, picked: str | None) -> None:
        """Then when, who, and what else there is to say."""
        for kind in (kind for kind in reasons.EVENTS if kind == picked):
            self.app.push_screen(EventForm(self.desk, kind), lambda kept: self.logged(bool(kept)))

    def logged(self, kept: bool) -> None:
        """The form was left."""
        if kept:
            self.action_page(PAGE_NAMES.index("journal"))
            self.load()
            self.till.say(_("✓ written down; who stayed shows with time"), _("^z undo"))

    def action_withdraw(self) -> None:
        """Take the chosen event out of the journal."""
        if self.look is None or self.page != "journal" or self.chosen is None:
            self.till.say(_("Choose an event on page 5 to take it out."))
            return
        event = self.look.report.journal[self.bars.highlighted or 0]
        self.desk.shop.events.withdraw(self.desk.now(), event.event)
        self.load()
        self.till.say(_("✓ taken out: {what}").format(what=words.what_happened(event, self.look.report)), _("^z undo"))

    def action_back(self) -> None:
        self.post_message(GoTo("counter"))

    def undone(self, done: Undone) -> None:
        """Something was taken back."""
        self.load()
        self.till.say(counter_words.undone(done))
