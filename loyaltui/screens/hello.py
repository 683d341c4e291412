"""Say hello: the few people worth a word today, why, and the words."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from loyaltui.core.outreach import ContactRow
from loyaltui.screens.base import Desk, OpenPerson, ShopScreen
from loyaltui.store import contacts, templates
from loyaltui.widgets.display import fitted, shown
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _
from loyaltui.words import contacts as words


class Hello(ShopScreen):
    """A short list on the left, the reason and the words on the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows: list[ContactRow] = []
        self.seen: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        yield Static(_("Say hello: whom to speak to today"), id="title", markup=False)
        yield OptionList(id="names")
        with VerticalScroll(id="why", can_focus=False):
            yield Static(id="words", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one("#names").border_title = _("today")
        self.query_one("#why").border_title = _("why, and in which words")

    def on_screen_resume(self) -> None:
        if self.is_mounted:
            self.load()

    def load(self) -> None:
        """Work out the list in a thread, if anything happened since."""
        shop, now = self.desk.shop, self.desk.now()
        seen = (now.day, shop.last_act())
        if seen == self.seen:
            return
        self.seen = seen
        if not self.rows:
            self.query_one("#words", Static).update(_("reading …"))
        settings = shop.settings

        def question() -> list[ContactRow]:
            own = templates.own(shop)
            return [words.row(due, own, settings, now.day) for due in contacts.today(shop, now)]

        self.ask("contacts", question, self.loaded)

    def loaded(self, rows: list[ContactRow]) -> None:
        """The list is there."""
        self.rows = rows
        names = self.query_one("#names", OptionList)
        names.set_options(Option(shown(self.entry(row)), str(row.customer_id)) for row in rows)
        names.focus()
        names.highlighted = 0 if rows else None
        if not rows:
            self.query_one("#words", Static).update(_("Nobody needs a word today. f6 brings in the newest till sales."))
        self.till.say(self.known_until())

    def entry(self, row: ContactRow) -> str:
        """One line of the list: who, why, how."""
        how = words.CHANNELS[row.channel]
        return f"{fitted(row.name or _('(no name)'), 26)} {fitted(words.REASONS[row.reason], 18)} {how}"

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        row = self.rows[event.option_index]
        self.till.say(self.known_until())
        text = shown(row.why)
        text.append("\n\n")
        if row.message:
            text.append_text(shown(f"{words.CHANNELS[row.channel]}: {row.address}", "bold"))
            text.append("\n")
            text.append_text(shown(f"“{row.message}”"))
        else:
            text.append_text(shown(words.AT_THE_COUNTER, "dim"))
        self.query_one("#words", Static).update(text)

    @property
    def chosen(self) -> ContactRow | None:
        """The person under the cursor."""
        index = self.query_one("#names", OptionList).highlighted
        return self.rows[index] if index is not None and index < len(self.rows) else None

    def on_option_list_option_selected(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        if self.chosen:
            self.post_message(OpenPerson(self.chosen.customer_id))

    def action_copy(self) -> None:
        """Copy the words; shown as well, since some terminals ignore the clipboard."""
        till = self.till
        if self.chosen is None:
            till.say(_("There is nobody to write to."), wrong=True)
        elif self.chosen.message is None:
            till.say(
                _("{name} hasn't said that we may write: speak to them.").format(name=self.chosen.name), wrong=True
            )
        else:
            self.app.copy_to_clipboard(self.chosen.message)
            sent = _("✓ {name}'s words are sent to your terminal's clipboard; if nothing pastes, mark them above.")
            till.say(sent.format(name=self.chosen.name))

    def undone(self, _done: object) -> None:
        """Something was taken back."""
        self.load()
