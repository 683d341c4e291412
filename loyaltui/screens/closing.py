"""Close the day, in four minutes: the till's file, what is doubtful, five faces, promises for tomorrow, a backup."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static

from loyaltui.core import closing as core
from loyaltui.screens.base import Desk, GoTo, ShopScreen
from loyaltui.screens.bringing import recent_files
from loyaltui.store import backup
from loyaltui.store.faces import evening
from loyaltui.widgets.display import shown, shown_lines
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, closing

ROOMS = {"till": "bring_in", "doubtful": "look_at", "faces": "faces"}  # steps that have a room of their own


class Closing(ShopScreen):
    """One step after another; each can be skipped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found: core.Closing | None = None
        self.at = 0
        self.marks: dict[int, str] = {}  # what became of each step: done or skipped
        self.day = 0

    def compose(self) -> ComposeResult:
        yield Static(_("Close the day"), id="title", markup=False)
        yield Static(id="steps", markup=False)
        with VerticalScroll(id="why", can_focus=False):
            yield Static(id="words", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_screen_resume(self) -> None:
        if self.is_mounted:
            self.load()

    def load(self) -> None:
        """See what there is to do, in a thread; another day begins at the first step."""
        shop, today = self.desk.shop, self.desk.now().day
        if self.day != today or self.at >= len(closing.STEPS) - 1:
            self.day, self.at, self.marks = today, 0, {}
        downloads = self.desk.downloads

        def question() -> core.Closing:
            files = [path.name for path, changed in recent_files(downloads) if changed == today]
            doubtful = len(shop.questions.sales()) + len(shop.questions.people())
            faces = len(evening(shop, today).faces)
            due = [one for one in shop.promises.open(today) if one.due <= today + 1]
            return core.Closing(files, doubtful, faces, due, shop.receipts.visits_on(today))

        self.ask("closing", question, self.loaded)

    def loaded(self, found: core.Closing) -> None:
        """What there is to do is known."""
        self.found = found
        self.show_steps()

    @property
    def step(self) -> str:
        """The step one is at."""
        return closing.STEPS[self.at]

    def show_steps(self) -> None:
        """The steps with what became of them, and what the present one is about."""
        if self.found is None:
            return
        today = self.desk.now().day
        self.query_one("#steps", Static).update(shown_lines(closing.steps(self.at, self.marks)))
        lines = closing.about(self.step, self.found, str(self.desk.downloads), today)
        self.query_one("#words", Static).update(shown_lines(lines))

    def action_do(self) -> None:
        """Do the step: in its own room, or here."""
        if self.found is None:
            return
        if self.found.is_idle(self.step):
            self.mark("done")
        elif self.step in ROOMS:
            room = ROOMS[self.step]
            self.mark("done")
            self.desk.closing = True
            self.post_message(GoTo(room))
        elif self.step == "backup":
            self.query_one("#words", Static).update(shown(_("copying and checking …")))
            self.ask("backup", self.backed_up, self.backup_done)
        elif self.at == len(closing.STEPS) - 1:
            self.post_message(GoTo("counter"))
        else:
            self.mark("done")

    def backed_up(self) -> Path:
        """Make a copy of the shop's file and check it, in a thread."""
        shop = self.desk.shop
        return backup.write(shop.conn, backup.named(shop.path, self.desk.now()))

    def backup_done(self, copy: Path) -> None:
        """The copy is there, and good."""
        self.till.say(_("✓ checked copy: {file}").format(file=copy))
        self.mark("done")

    def action_skip(self) -> None:
        """Leave the step out."""
        if self.at < len(closing.STEPS) - 1:
            self.mark("skipped")

    def mark(self, how: str) -> None:
        """On to the next step."""
        self.marks[self.at] = how
        self.at += 1
        self.show_steps()

    def action_back(self) -> None:
        self.post_message(GoTo("counter"))
