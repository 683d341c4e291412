"""Bring in till sales: pick a file, see what was understood and what would happen, do it, read the report, undo."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Footer, Input, Label, OptionList, ProgressBar, Select, Static
from textual.widgets.option_list import Option

from loyaltui import pos
from loyaltui.core.outcome import Undone
from loyaltui.core.refused import Refused
from loyaltui.core.report import ImportReport
from loyaltui.screens.base import Desk, GoTo, Progress, ShopChanged, ShopScreen
from loyaltui.screens.bringing import Job, recent_files
from loyaltui.store import files
from loyaltui.widgets.display import shown
from loyaltui.widgets.ticks import Tick
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, tables
from loyaltui.words import counter as words
from loyaltui.words import imports as report_words

ASKED = (("date", _("date")), ("amount", _("amount")), ("customer", _("customer")), ("receipt", _("receipt no.")))


class BringIn(ShopScreen):
    """One file at a time, in three steps: look, bring in, report."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.job: Job | None = None

    def compose(self) -> ComposeResult:
        yield Static(_("Bring in till sales"), id="title", markup=False)
        with Horizontal(classes="field"):
            yield Label(_("CSV file"))
            yield Input(id="path", compact=True, placeholder=_("type, paste or drop a file's path, then ⏎"))
        with VerticalScroll(id="report"):
            yield Static(
                _("⏎ looks at the file first. Nothing is brought in before you say so."), id="said", markup=False
            )
            for name, label in ASKED:
                with Horizontal(classes="field column"):
                    yield Label(label)
                    yield Select[str]([], id=f"map-{name}", allow_blank=True, compact=True, prompt=_("which column?"))
            yield OptionList(id="files", compact=True)
            yield Select[str](date_orders(), id="date-order", compact=True, prompt=_("how are days written?"))
            yield Static("", id="before", markup=False)
            yield Tick(_("let them earn all the same"), id="history", compact=True)
        yield ProgressBar(id="progress", show_eta=False)
        with Horizontal(classes="buttons"):
            yield Button(_("Look"), id="look", variant="primary", compact=True)
            yield Button(_("Bring in"), id="bring", variant="success", compact=True)
            yield Button(_("Change columns"), id="change", compact=True)
            yield Button(_("Save what couldn't be read"), id="save", compact=True)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.show_step("choose")

    def on_screen_resume(self) -> None:
        if self.is_mounted and self.job is None:
            self.offer_files()
            self.path.focus()

    def offer_files(self) -> None:
        """The newest file in Downloads first, the others to choose from."""
        files = recent_files(self.desk.downloads)
        today = self.desk.now().day
        self.query_one("#files", OptionList).set_options(
            Option(shown(report_words.file(path.name, changed, today)), str(path)) for path, changed in files
        )
        if files and not self.path.value:
            self.path.value = str(files[0][0])
        self.show_step("choose")

    def action_files(self) -> None:
        """From the path to the files that lie there."""
        files = self.query_one("#files", OptionList)
        if files.display:
            files.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.path.value = event.option_id or ""
        self.look()

    @property
    def path(self) -> Input:
        return self.query_one("#path", Input)

    def show_step(self, step: str) -> None:
        """Show what belongs to a step: choose, columns, order, working, looked, done."""
        report = self.job.report if self.job else None
        asks = step == "looked" and bool(report and report.history_points)
        for selector, shown_now in {
            ".column": step == "columns",
            "#files": step == "choose" and bool(self.query_one("#files", OptionList).option_count),
            "#date-order": step in ("columns", "order"),
            "#progress": step == "working",
            "#look": step in ("choose", "columns", "order"),
            "#bring": step == "looked",
            "#change": step == "looked",
            "#save": step in ("looked", "done") and bool(report and report.rejected),
            "#history": asks,
            "#before": asks,
        }.items():
            for widget in self.query(selector):
                widget.display = shown_now
        if step == "looked":
            self.query_one("#bring").focus()

    def on_input_submitted(self) -> None:
        self.look()

    def on_input_changed(self, event: Input.Changed) -> None:
        if self.job and str(self.job.path) != event.value:
            self.job = None
            self.show_step("choose")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        {"bring": self.bring, "change": self.change, "save": self.save}.get(event.button.id or "", self.look)()

    def look(self) -> None:
        """Read the file and work out what it would bring; nothing is written."""
        typed = self.path.value.strip().strip("'\"").removeprefix("file://")
        if not typed:
            self.till.say(_("Name a file first."), wrong=True)
            return
        path = Path(typed).expanduser()
        said = self.chosen() if self.job and self.job.path == path else {}
        self.job = Job(path, said)
        self.start(self.job, False, self.show_looked)

    def chosen(self) -> dict[str, str]:
        """What the owner says of the columns and dates, where it isn't what was understood anyway."""
        said = dict(self.job.said) if self.job else {}
        for name, _label in ASKED:
            value = self.query_one(f"#map-{name}", Select).value
            if isinstance(value, str) and self.job and value != self.job.column(name):
                said[name] = value
        order = self.query_one("#date-order", Select).value
        return {**said, "date_order": order} if isinstance(order, str) else said

    def change(self) -> None:
        """Show the columns as they were understood, to change any of them."""
        if self.job is None or self.job.reading is None:
            return
        columns = [(header, ", ".join(samples)) for header, _means, samples in self.job.reading.columns if header]
        self.offer(columns)
        for name, _label in ASKED:
            if column := self.job.column(name):
                self.query_one(f"#map-{name}", Select).value = column
        self.show_step("columns")
        self.query_one("#map-date").focus()

    def offer(self, columns: list[tuple[str, str]]) -> None:
        """Fill the choices: each column once, with what stands in it."""
        options = [(shown(f"{column}   {sample}"), column) for column, sample in dict(columns).items()]
        for name, _label in ASKED:
            self.query_one(f"#map-{name}", Select).set_options(options)

    def bring(self) -> None:
        """Bring in what was looked at."""
        if self.job is None or self.job.report is None:
            return
        if self.job.report.history_points:
            yes = self.query_one("#history", Tick).value
            self.desk.shop.set.change(self.desk.now(), {"history_points": "yes" if yes else "no"})
        self.start(self.job, True, self.show_done)

    def save(self) -> None:
        """Save what couldn't be read beside the file, as CSV: line, reason, and the line itself."""
        job = self.job
        if job is None or job.reading is None or job.report is None:
            return
        target = files.unused(job.path.parent, f"{job.path.stem}-not-read.csv")
        found = pos.lines(job.path, job.reading.encoding, [problem.line for problem in job.report.rejected])
        files.save(target, tables.not_read_csv(job.report, found), "utf-8-sig")
        self.till.say(_("✓ saved as {file}").format(file=target))

    def start(self, job: Job, write: bool, then: Callable[[ImportReport], None]) -> None:
        """Run an import in a thread, with its progress."""
        self.show_step("working")
        self.query_one("#progress", ProgressBar).update(total=None, progress=0)
        self.till.say(_("reading … esc stops"))
        self.ask("import", partial(self.work, job, write), then)

    def work(self, job: Job, write: bool) -> ImportReport:
        """In a thread: the import, with its progress."""
        return job.take_in(self.desk, write, lambda done, size: self.post_message(Progress(done, size)))

    def on_progress(self, message: Progress) -> None:
        self.query_one("#progress", ProgressBar).update(total=message.size, progress=message.done)

    def show_looked(self, report: ImportReport) -> None:
        """What would happen."""
        if self.job is None:
            return
        self.job.report = report
        self.show_report(report)
        self.query_one("#before", Static).update(shown(report_words.history(report, self.desk.shop.settings)))
        self.query_one("#history", Tick).value = report.history_booked
        self.show_step("looked")
        self.till.say(_("Looked at; nothing is brought in yet."))

    def show_done(self, report: ImportReport) -> None:
        """What has happened."""
        if self.job:
            self.job.report = report
        self.show_report(report)
        self.show_step("done")
        self.till.say(_("✓ brought in") if report.act else _("Nothing was new."), _("^z undo") if report.act else "")
        self.post_message(ShopChanged())
        self.query_one("#report").focus()

    def show_report(self, report: ImportReport) -> None:
        """The sentence, then the details."""
        settings = self.desk.shop.settings
        text = shown("").append_text(shown(report_words.sentence(report, settings), "bold"))
        for line in report_words.details(report, settings):
            for part in line.split("\n"):
                text.append("\n")
                text.append_text(shown(part))
        self.query_one("#said", Static).update(text)

    def refuse(self, refused: Refused) -> None:
        """Say why not; where only a column or the order of days is missing, ask for it."""
        super().refuse(refused)
        if refused.code == "column_missing" and self.job:
            columns = refused.data.get("columns")
            names = columns if isinstance(columns, (list, tuple)) else ()
            self.offer([(str(name), "") for name in names if name])
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
        elif self.job:
            self.job = None
            self.show_step("choose")
            self.path.focus()
        else:
            self.post_message(GoTo("counter"))

    def undone(self, done: Undone) -> None:
        """An import, or something else, was taken back."""
        self.job = None
        self.query_one("#said", Static).update("")
        self.show_step("choose")
        self.till.say(words.undone(done))
        self.path.focus()


def date_orders() -> list[tuple[str, str]]:
    """How days may be written, where the file can't tell."""
    return [(_("day/month/year"), "dmy"), (_("month/day/year"), "mdy"), (_("year/month/day"), "ymd")]
