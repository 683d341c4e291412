"""A changed programme over the past year: what it would have cost beside the one that holds, and who gains."""

from textual.app import ComposeResult
from textual.widgets import Footer, Static

from loyaltui.core.refused import Refused
from loyaltui.core.rehearsal import Plan, Rehearsal
from loyaltui.screens.base import Desk, OpenPerson, Progress, ShopScreen
from loyaltui.store import insight
from loyaltui.store.rehearsing import rehearse
from loyaltui.widgets.bars import Bars
from loyaltui.widgets.display import shown
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, refusals
from loyaltui.words import rehearsal as words


class Rehearse(ShopScreen):
    """A table with bars; `same`: nothing was changed yet, so that both are one."""

    def __init__(self, desk: Desk, old: Plan, new: Plan, same: bool) -> None:
        super().__init__(desk)
        self.old, self.new, self.same = old, new, same
        self.left = False

    def compose(self) -> ComposeResult:
        yield Static(_("Rehearsal: the past year again"), id="title", markup=False)
        yield Static(_("reading …"), id="lead", markup=False)
        yield Bars(id="rows")
        yield Static(id="detail", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.bars.display = True
        self.bars.focus()
        shop, today = self.desk.shop, self.desk.now().day

        def question() -> tuple[Rehearsal, dict[int, str]]:
            found = rehearse(shop, today, self.old, self.new, self.progress)
            return found, insight.names(shop, (gain.customer_id for gain in found.gain_most))

        self.ask("rehearsal", question, lambda found: self.loaded(*found))

    def on_unmount(self) -> None:
        self.left = True

    def progress(self, done: int, size: int) -> None:
        """In the thread: so much has been replayed; nobody waits any more for what was left."""
        if self.left:
            raise Refused("cancelled")
        self.post_message(Progress(done, size))

    def on_progress(self, message: Progress) -> None:
        self.query_one("#lead", Static).update(_("replaying … {n} %").format(n=100 * message.done // message.size))

    @property
    def bars(self) -> Bars:
        return self.query_one("#rows", Bars)

    def loaded(self, found: Rehearsal, names: dict[int, str]) -> None:
        """It has been replayed."""
        same = _(" Nothing is changed yet, so both are the same.") if self.same else ""
        settings = self.desk.shop.settings
        self.query_one("#lead", Static).update(shown(words.lead(found, settings) + same))
        self.bars.show(list(words.rows(found, names, settings)))

    def refuse(self, refused: Refused) -> None:
        """Nothing to replay is no mistake of anybody's."""
        self.query_one("#lead", Static).update(shown(refusals.say(refused)))

    def on_option_list_option_highlighted(self) -> None:
        row = self.bars.chosen
        text = shown(row.detail if row else "")
        self.query_one("#detail", Static).update(text.append(_(" · ⏎ opens"), "dim") if row and row.ids else text)

    def on_option_list_option_selected(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open one of those who gain most."""
        row = self.bars.chosen
        if row and row.ids:
            self.post_message(OpenPerson(row.ids[0]))
