"""Say hello: the few people worth a word today, why, and the words; who was left out, what is owed, did it help."""

from typing import NamedTuple

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from loyaltui.core.outcome import Undone
from loyaltui.core.outreach import IN_PERSON, Due, false_alarms
from loyaltui.screens.base import Desk, GoTo, OpenPerson, ShopScreen
from loyaltui.screens.hello_acts import HelloActs
from loyaltui.store import complaints, contacts, did_help, templates, wishes
from loyaltui.store.contacts import Aside
from loyaltui.widgets.display import fitted, shown, shown_lines
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, figures, hello_pages
from loyaltui.words import contacts as words
from loyaltui.words import counter as counter_words
from loyaltui.words.hello_pages import PAGES, Line

PAGE_NAMES = tuple(PAGES)
MOST = 200  # lines of a page; nobody reads thousands
URGENT = "bold #ff8787"  # a red that can be read on the line that is chosen, too
NAME, WHAT, SHORTEST = 22, 16, 12  # cells of a line's name, of what it is, and at least of the rest


class Today(NamedTuple):
    """The day's list, with the owner's own words to send."""

    due: list[Due]
    own: dict[tuple[str, str], str]


class Hello(HelloActs, ShopScreen):
    """A list on the left or on top, the whole of the chosen line beside or below it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.page = "today"
        self.today = Today([], {})
        self.aside: Aside | None = None
        self.lines: list[Line] = []
        self.edited: dict[int, str] = {}  # words changed before they are sent, by the contact's number
        self.seen: tuple[int, int, str] | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="pages", markup=False)
        yield Static(id="lead", markup=False)
        yield OptionList(id="names")
        with VerticalScroll(id="why", can_focus=False):
            yield Static(id="words", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_screen_resume(self) -> None:
        if self.is_mounted:
            self.load()

    @property
    def names(self) -> OptionList:
        return self.query_one("#names", OptionList)

    def load(self) -> None:
        """Work the page out in a thread, if anything happened since."""
        shop, now = self.desk.shop, self.desk.now()
        self.show_pages()
        seen = (now.day, shop.last_act(), self.page)
        if seen == self.seen:
            return
        self.seen = seen
        if not self.names.option_count:
            self.query_one("#words", Static).update(_("reading …"))
        page = self.page

        def question() -> tuple[Today, list[Line], list[str]]:
            due = contacts.today(shop, now)
            return Today(due, templates.own(shop)), self.read(page), self.sentences(page)

        self.ask("contacts", question, lambda found: self.loaded(*found))
        if page in ("today", "aside"):
            self.ask("aside", lambda: contacts.aside(shop, now), self.aside_known)

    def read(self, page: str) -> list[Line]:
        """The lines of the book or of the wishes, in a thread."""
        shop, day = self.desk.shop, self.desk.now().day
        if page == "book":
            complained = complaints.book(shop, day)
            called = {one.customer_id: shop.customers.get(one.customer_id).called for one in complained}
            return hello_pages.book(shop.promises.open(day), complained, called, day)
        return [hello_pages.wished(one, day) for one in wishes.gathered(shop, day)] if page == "wishes" else []

    def sentences(self, page: str) -> list[str]:
        """What stands on a page without lines, in a thread."""
        shop, day = self.desk.shop, self.desk.now().day
        if page != "helped":
            return []
        may_hold = shop.settings.hold_back == "no" and did_help.due_in_year(shop, day) >= contacts.ENOUGH
        return hello_pages.helped(did_help.did_help(shop, day)) + ([hello_pages.HOLD_BACK] if may_hold else [])

    def loaded(self, today: Today, lines: list[Line], sentences: list[str]) -> None:
        """The page is there."""
        self.today = today
        self.seen = (self.desk.now().day, self.desk.shop.last_act(), self.page)  # the list that was kept is no news
        if self.page != "aside":
            self.lines = lines
        self.query_one("#words", Static).update(shown_lines(sentences))
        self.show_lines()

    def aside_known(self, aside: Aside) -> None:
        """Who was left out is known; it stands in a page of its own, and as a number over the list."""
        self.aside = aside
        if self.page == "aside":
            self.lines = hello_pages.aside(aside.left_out, aside.unasked, self.desk.now().day)
            self.show_lines()
        self.show_lead()

    def show_lines(self) -> None:
        """Show the lines of the page; of today's list in its two parts."""
        at = self.names.highlighted or 0
        self.names.display = self.page != "helped"
        some = self.today_options() if self.page == "today" else [Option(self.entry(one)) for one in self.lines[:MOST]]
        self.names.set_options(some)
        self.names.focus()
        choosable = [n for n, option in enumerate(some) if not option.disabled]
        self.names.highlighted = min(choosable, key=lambda n: abs(n - at), default=None)
        if not choosable and self.page != "helped":
            self.query_one("#words", Static).update(shown(hello_pages.EMPTY[self.page]))
        self.show_lead()

    def today_options(self) -> list[Option]:
        """Those to call or write to, then those to greet, each part under its name."""
        found: list[Option] = []
        for title, part in ((_("call or write"), True), (_("next time they come in"), False)):
            some = [n for n, due in enumerate(self.today.due) if bool(due.way.address) == part]
            if some:
                found.append(Option(shown(title, "dim italic"), disabled=True))
            found += [Option(self.due_entry(self.today.due[n]), str(n)) for n in some]
        return found

    def due_entry(self, due: Due) -> Text:
        """One line of today's list: who, why, how, or what came of it."""
        how = hello_pages.OUTCOMES.get(due.outcome) or (words.CHANNELS[due.way.channel] if due.way.address else "")
        line = (
            f" {fitted(due.contact.name or _('(no name)'), 26)} {fitted(words.REASONS[due.contact.reason], 18)} {how}"
        )
        return shown(line, "dim" if due.outcome else "")

    def entry(self, line: Line) -> Text:
        """One line of another page; what is overdue is red."""
        start = f" {fitted(line.name or _('(no name)'), NAME)} {fitted(line.what, WHAT)} "
        room = max(SHORTEST, self.names.size.width - NAME - WHAT - 6)
        return shown(start + figures.cut(line.rest, room), URGENT if line.urgent else "")

    def show_pages(self) -> None:
        """The pages with their keys, the one shown marked."""
        line = shown("")
        for number, (page, title) in enumerate(PAGES.items(), 1):
            line.append(f" {number} {title} ", "reverse bold" if page == self.page else "")
        self.query_one("#pages", Static).update(line)

    def show_lead(self) -> None:
        """What stands over the page: how many more could be asked, and how many would have come anyway."""
        lead = hello_pages.LEADS.get(self.page, "")
        if self.page == "today":
            more = hello_pages.more(len(self.aside.unasked)) if self.aside else ""
            alarms = words.false_alarms(false_alarms(due.contact for due in self.today.due))
            lead = " · ".join(filter(None, (more, alarms)))
        self.query_one("#lead", Static).update(shown(f"{lead} {self.known_until()}".strip()))

    def on_resize(self) -> None:
        self.show_lines()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self.show_detail()

    def go_on(self) -> None:
        """To the line below, where there is one."""
        if (self.names.highlighted or 0) < self.names.option_count - 1:
            self.names.action_cursor_down()

    def show_detail(self) -> None:
        """The whole of the chosen line."""
        due, line = self.due, self.line
        if due is not None:
            self.query_one("#words", Static).update(self.detail(due))
        elif line is not None:
            self.query_one("#words", Static).update(shown(line.detail))

    def detail(self, due: Due) -> Text:
        """Why, how, and in which words; of those to greet, what to say."""
        today, settings = self.desk.now().day, self.desk.shop.settings
        text = shown(words.why(due.contact, settings, today))
        text.append_text(shown(f"  {due.likes}" if due.likes else "", "italic"))
        text.append("\n\n")
        if due.way.address:
            text.append_text(shown(f"{words.CHANNELS[due.way.channel]}: {due.way.address}\n", "bold"))
            return text.append("\n").append_text(shown(f"“{self.words_for(due)}”"))
        greeting = words.greeting(due.contact, settings, today)
        text.append_text(shown(f"☺ {greeting}" if greeting else ""))
        unasked = due.contact.channel == IN_PERSON and not self.desk.shop.customers.consents(
            due.contact.customer_id, today
        )
        return text.append("\n").append_text(shown(words.AT_THE_COUNTER if unasked else "", "dim"))

    @property
    def due(self) -> Due | None:
        """The person of today's list under the cursor."""
        option = self.names.highlighted_option
        if self.page != "today" or option is None or option.id is None or int(option.id) >= len(self.today.due):
            return None
        return self.today.due[int(option.id)]

    @property
    def line(self) -> Line | None:
        """The line of another page under the cursor."""
        at = self.names.highlighted
        return self.lines[at] if self.page != "today" and at is not None and at < len(self.lines) else None

    @property
    def chosen(self) -> int:
        """The number of the person under the cursor; 0 for nobody."""
        return self.due.contact.customer_id if self.due else self.line.customer_id if self.line else 0

    def on_option_list_option_selected(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        if self.chosen:
            self.post_message(OpenPerson(self.chosen))

    def action_page(self, number: int) -> None:
        """Another page."""
        self.page = PAGE_NAMES[number]
        self.fall_silent()
        self.names.clear_options()
        self.load()

    def action_turn(self, step: int) -> None:
        """The page after or before."""
        self.action_page((PAGE_NAMES.index(self.page) + step) % len(PAGE_NAMES))

    def action_back(self) -> None:
        self.post_message(GoTo("counter"))

    def undone(self, done: Undone) -> None:
        """Something was taken back."""
        self.load()
        self.till.say(counter_words.undone(done))
