"""Bring in till sales: pick a file, see what was understood and what would happen, do it, read the report, undo."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Button, Footer, Input, Label, ProgressBar, Select, Static

from loyaltui import pos
from loyaltui.core.outcome import Undone
from loyaltui.core.phone import e164
from loyaltui.core.refused import Refused
from loyaltui.core.report import ImportReport
from loyaltui.screens.base import Desk, GoTo, ShopChanged, ShopScreen
from loyaltui.widgets.display import shown
from loyaltui.widgets.ticks import Tick
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, refusals
from loyaltui.words import counter as words
from loyaltui.words import imports as report_words

ASKED = (("date", _("date")), ("amount", _("amount")), ("customer", _("customer")))


class Progress(Message):
    """So many bytes of so many have been read."""

    def __init__(self, done: int, size: int) -> None:
        super().__init__()
        self.done, self.size = done, size


@dataclass
class Job:
    """One file on its way in: what the owner said of it, and whether they have stopped it."""

    path: Path
    mapped: dict[str, str]
    date_order: str | None = None
    stopped: bool = False


class BringIn(ShopScreen):
    """One file at a time, in three steps: look, bring in, report."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.job: Job | None = None
        self.looked: ImportReport | None = None

    def compose(self) -> ComposeResult:
        yield Static(_("Bring in till sales"), id="title", markup=False)
        with Horizontal(classes="field"):
            yield Label(_("CSV file"))
            yield Input(
                newest_csv(self.desk.downloads),
                id="path",
                compact=True,
                placeholder=_("type, paste or drop a file's path, then ⏎"),
            )
        with VerticalScroll(id="report"):
            yield Static(
                _("⏎ looks at the file first. Nothing is brought in before you say so."), id="said", markup=False
            )
            for field, label in ASKED:
                with Horizontal(classes="field column"):
                    yield Label(label)
                    yield Select[str]([], id=f"map-{field}", allow_blank=True, compact=True, prompt=_("which column?"))
            yield Select[str](date_orders(), id="date-order", compact=True, prompt=_("how are days written?"))
            yield Static("", id="before", markup=False)
            yield Tick(_("let them earn points all the same"), id="history", compact=True)
        yield ProgressBar(id="progress", show_eta=False)
        with Horizontal(classes="buttons"):
            yield Button(_("Look"), id="look", variant="primary", compact=True)
            yield Button(_("Bring in"), id="bring", variant="success", compact=True)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.show_step("choose")

    def on_screen_resume(self) -> None:
        if self.is_mounted and self.looked is None:
            self.query_one("#path", Input).focus()

    def show_step(self, step: str) -> None:
        """Show what belongs to a step: choose, columns, order, working, looked, done."""
        for selector, steps in {
            ".column": {"columns"},
            "#date-order": {"order"},
            "#progress": {"working"},
            "#look": {"choose", "columns", "order"},
            "#bring": {"looked"},
        }.items():
            for widget in self.query(selector):
                widget.display = step in steps
        history = self.query_one("#history", Tick)
        history.display = step == "looked" and bool(self.looked and self.looked.history_points)
        self.query_one("#before").display = history.display
        if step == "looked":
            (history if history.display else self.query_one("#bring")).focus()

    def on_input_submitted(self) -> None:
        self.look()

    def on_input_changed(self, event: Input.Changed) -> None:
        if self.job and str(self.job.path) != event.value:
            self.job, self.looked = None, None
            self.show_step("choose")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "bring":
            self.bring()
        else:
            self.look()

    def look(self) -> None:
        """Read the file and work out what it would bring; nothing is written."""
        typed = self.query_one("#path", Input).value.strip().strip("'\"").removeprefix("file://")
        if not typed:
            self.till.say(_("Name a file first."), wrong=True)
            return
        mapped = {
            field: str(select.value)
            for field, _label in ASKED
            if (select := self.query_one(f"#map-{field}", Select)).display and isinstance(select.value, str)
        }
        order = self.query_one("#date-order", Select).value
        self.job = Job(Path(typed).expanduser(), mapped, order if isinstance(order, str) else None)
        self.start(self.job, lambda report: False, self.show_looked)

    def bring(self) -> None:
        """Bring in what was looked at."""
        if self.job is None or self.looked is None:
            return
        if self.looked.history_points:
            yes = self.query_one("#history", Tick).value
            self.desk.shop.set.change(self.desk.now(), {"history_points": "yes" if yes else "no"})
        self.start(self.job, lambda report: True, self.show_done)

    def start(self, job: Job, decide: Callable[[ImportReport], bool], then: Callable[[ImportReport], None]) -> None:
        """Run an import in a thread, with its progress."""
        self.show_step("working")
        self.query_one("#progress", ProgressBar).update(total=None, progress=0)
        self.till.say(_("reading … esc stops"))
        self.ask("import", partial(self.work, job, decide), then)

    def work(self, job: Job, decide: Callable[[ImportReport], bool]) -> ImportReport:
        """In a thread: read the file and take it in; Refused when it is stopped."""
        shop = self.desk.shop
        settings = shop.settings
        known = shop.set.stored()
        phone = partial(e164, country=settings.country)
        currency = settings.currency if "currency" in known else None
        reading = pos.read(job.path, pos.Hints(job.mapped, currency, settings.country or None, job.date_order, phone))

        def progress(done: int, size: int) -> None:
            if job.stopped:
                raise Refused("cancelled")
            self.post_message(Progress(done, size))

        report = shop.imports.take_in(self.desk.now(), job.path.name, reading, progress, decide)
        report.message = "\n".join(filter(None, (report_words.understood(reading), report_words.message(report))))
        return report

    def on_progress(self, message: Progress) -> None:
        self.query_one("#progress", ProgressBar).update(total=message.size, progress=message.done)

    def show_looked(self, report: ImportReport) -> None:
        """What would happen."""
        self.looked = report
        self.show_report(report)
        history = self.query_one("#history", Tick)
        self.query_one("#before", Static).update(shown(report_words.history(report, self.desk.shop.settings)))
        history.value = report.history_booked
        if report.visits + report.refunds + report.anonymous_receipts + report.anonymous_refunds:
            self.show_step("looked")
            self.till.say(_("Looked at; nothing is brought in yet."))
        else:
            self.show_step("choose")
            self.till.say(_("Nothing to do."))

    def show_done(self, report: ImportReport) -> None:
        """What has happened."""
        self.job, self.looked = None, None
        self.show_report(report)
        self.show_step("done")
        self.till.say(_("✓ brought in"), _("^z undo"))
        self.post_message(ShopChanged())
        self.query_one("#report").focus()

    def show_report(self, report: ImportReport) -> None:
        """The sentence, then the details."""
        settings = self.desk.shop.settings
        text = shown(report_words.sentence(report, settings), "bold")
        for line in report_words.details(report, settings):
            for part in line.split("\n"):
                text.append("\n")
                text.append_text(shown(part))
        self.query_one("#said", Static).update(text)

    def refuse(self, refused: Refused) -> None:
        """Say why not; where only a column or the order of days is missing, ask for it."""
        self.till.say(refusals.say(refused), wrong=True)
        if refused.code == "column_missing" and self.job:
            columns = refused.data.get("columns")
            for field, _label in ASKED:
                select = self.query_one(f"#map-{field}", Select)
                if isinstance(columns, (list, tuple)):
                    select.set_options([(shown(str(column)), str(column)) for column in columns if column])
            self.show_step("columns")
            self.query_one("#map-date").focus()
        elif refused.code == "date_order_ambiguous" and self.job:
            self.show_step("order")
            self.query_one("#date-order").focus()
        else:
            self.show_step("choose")

    def action_back(self) -> None:
        """Stop what runs; else start anew; else the menu."""
        if self.query_one("#progress").display and self.job:
            self.job.stopped = True
        elif self.job or self.looked:
            self.job, self.looked = None, None
            self.show_step("choose")
            self.query_one("#path", Input).focus()
        else:
            self.post_message(GoTo("counter"))

    @property
    def till(self) -> TillLine:
        return self.query_one("#till", TillLine)

    def undone(self, done: Undone) -> None:
        """An import, or something else, was taken back."""
        self.looked = None
        self.query_one("#said", Static).update("")
        self.show_step("choose")
        self.till.say(words.undone(done))
        self.query_one("#path", Input).focus()


def newest_csv(folder: Path) -> str:
    """The newest CSV in the user's downloads, offered first; empty where there is none."""
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in (".csv", ".tsv") and path.is_file()]
        return str(max(found, key=lambda path: path.stat().st_mtime)) if found else ""
    except OSError:
        return ""


def date_orders() -> list[tuple[str, str]]:
    """How days may be written, where the file can't tell."""
    return [(_("day/month/year"), "dmy"), (_("month/day/year"), "mdy"), (_("year/month/day"), "ymd")]
