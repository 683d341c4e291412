"""Today: every line of a day, to move to another person, change, or take out. Every act can be undone."""

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.widgets import DataTable, Footer, Static

from loyaltui.core.money import needed_amount, plain_amount
from loyaltui.core.outcome import DayLine, Logged, Undone
from loyaltui.screens.base import Desk, GoTo, ShopScreen
from loyaltui.screens.dialogs import AskPerson, AskText
from loyaltui.widgets.display import figure, shown
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, figures, points
from loyaltui.words import counter as words


class Today(ShopScreen):
    """The lines of one day, today's first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.day = desk.now().day
        self.lines: dict[int, DayLine] = {}
        self.doomed: int | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield DataTable(id="lines", cursor_type="row", zebra_stripes=True)
        yield Static(id="empty", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        table = self.table
        unit = figures.unit(self.desk.shop.settings)
        columns = ((_("time"), 5), (_("who"), 25), (_("paid"), 17), (unit, 6), (_("what"), 14))
        for heading, width in columns:
            right = heading in (_("paid"), unit)
            table.add_column(figure(heading.rjust(width)) if right else heading, width=width)
        table.focus()

    def on_screen_resume(self) -> None:
        if self.is_mounted:
            self.day = self.desk.now().day if not self.lines else self.day
            self.refresh_lines()

    @property
    def table(self) -> DataTable[object]:
        return self.query_one("#lines", DataTable)

    def refresh_lines(self) -> None:
        """Show the day as it stands."""
        shop, settings, table = self.desk.shop, self.desk.shop.settings, self.table
        row = table.cursor_row
        self.lines = {line.receipt_id: line for line in shop.receipts.of_day(self.day)}
        table.clear()
        for line in self.lines.values():
            paid = _("the till will say") if line.amount is None else figures.money(line.amount, settings)
            who = line.name if line.customer_id is not None else _("(without a name)")
            kind = line.reward or (_("refund") if line.kind == "refund" else _("sale"))
            earned = f"{line.points:+}" if line.points else ""
            cells = (shown(figures.clock(line.second)), shown(who), figure(paid), figure(earned), shown(kind))
            table.add_row(*cells, key=str(line.receipt_id))
        table.move_cursor(row=min(row, max(0, len(self.lines) - 1)))
        self.query_one("#title", Static).update(figures.long_day(self.day))
        empty = self.query_one("#empty", Static)
        empty.display = not self.lines
        table.display = bool(self.lines)
        empty.update(_("Nothing was logged on this day. ← shows the day before, f2 goes to the counter."))
        self.till.total(
            words.totals(shop.receipts.visits_on(self.day), shop.points.of_day(self.day), shop.settings, today=False)
        )

    @property
    def chosen(self) -> DayLine | None:
        """The line under the cursor."""
        if not self.lines or not self.table.is_valid_row_index(self.table.cursor_row):
            return None
        key = self.table.coordinate_to_cell_key((self.table.cursor_row, 0)).row_key  # type: ignore[arg-type]
        return self.lines.get(int(key.value or 0))

    def action_day(self, step: int) -> None:
        """The day before or after; never one to come."""
        self.day = min(self.desk.now().day, self.day + step)
        self.doomed = None
        self.refresh_lines()

    def action_move_line(self) -> None:
        """Ask whose it is, then move it."""
        line = self.chosen
        if line is None:
            return
        question = _("Whose is it? {time} {who}").format(time=figures.clock(line.second), who=line.name)
        self.app.push_screen(AskPerson(self.desk, question), partial(self.move_to, line))

    def move_to(self, line: DayLine, customer_id: int | None) -> None:
        """Give the line to somebody else."""
        if customer_id is None or customer_id == line.customer_id:
            return
        receipts = self.desk.shop.receipts
        self.put_right(lambda: receipts.move(self.desk.now(), line.receipt_id, customer_id), _("✓ moved: {line}"))

    def action_amount(self) -> None:
        """Ask what was paid, then change it."""
        line = self.chosen
        if line is None:
            return
        currency = self.desk.shop.settings.currency
        value = "" if line.amount is None else plain_amount(abs(line.amount), currency)
        self.app.push_screen(
            AskText(_("What did {who} pay?").format(who=line.name), value), partial(self.change_to, line)
        )

    def change_to(self, line: DayLine, text: str | None) -> None:
        """Put the amount right."""
        if text is None:
            return
        receipts = self.desk.shop.receipts
        self.put_right(
            lambda: receipts.change(self.desk.now(), line.receipt_id, self.amount(text)), _("✓ changed: {line}")
        )

    def amount(self, text: str) -> int:
        """What was typed, in minor units; Refused where it is no amount."""
        return needed_amount(text, self.desk.shop.settings.currency)

    def action_refund(self) -> None:
        """Ask how much of the sale is given back, all that is left of it by default."""
        line = self.chosen
        if line is None:
            return
        left = self.desk.shop.receipts.left(line.receipt_id) if line.kind == "sale" else 0
        if line.customer_id is None:
            self.till.say(_("Nobody's sale: m gives it to a person first."), wrong=True)
        elif not left:
            unknown = _("The till hasn't said yet what was paid: a says it.")
            self.till.say(unknown if line.amount is None else _("Nothing of it is left to give back."), wrong=True)
        else:
            value = plain_amount(left, self.desk.shop.settings.currency)
            question = _("How much of it goes back to {who}?").format(who=line.name)
            self.app.push_screen(AskText(question, value), partial(self.refund_of, line))

    def refund_of(self, line: DayLine, text: str | None) -> None:
        """Give back a sale or a part of it; what it earned goes back in proportion."""
        if text is None or line.customer_id is None:
            return
        receipts, who = self.desk.shop.receipts, line.customer_id
        self.put_right(
            lambda: receipts.refund(self.desk.now(), who, self.amount(text), line.receipt_id), _("✓ refunded: {line}")
        )

    def put_right(self, verb: Callable[[], Logged], sentence: str) -> None:
        """Do a verb of the shop and say so, or say why not."""

        def do() -> None:
            done = verb()
            self.done(sentence.format(line=points.logged(done, self.desk.shop.settings)))

        self.attempt(do)

    def action_delete(self) -> None:
        """Ask for y; Enter never deletes."""
        line = self.chosen
        if line is None:
            return
        self.doomed = line.receipt_id
        paid = "" if line.amount is None else figures.money(line.amount, self.desk.shop.settings)
        self.till.say(
            _("Delete {time} {who} {paid}? y deletes, any other key keeps it.").format(
                time=figures.clock(line.second), who=line.name, paid=paid
            ),
            wrong=True,
        )

    def on_key(self, event: object) -> None:
        if self.doomed is not None and getattr(event, "key", "") not in ("y", "d"):
            self.doomed = None
            self.till.say(_("Kept."))

    def action_confirm(self) -> None:
        """Delete the line that was asked about."""
        if self.doomed is None:
            return
        line, self.doomed = self.lines[self.doomed], None

        def do() -> None:
            self.desk.shop.receipts.delete(self.desk.now(), line.receipt_id)
            self.done(_("✓ deleted {time} {who}").format(time=figures.clock(line.second), who=line.name))

        self.attempt(do)

    def action_back(self) -> None:
        if self.doomed is None:
            self.post_message(GoTo("counter"))

    def done(self, sentence: str) -> None:
        """Say what was done and show the day anew."""
        self.refresh_lines()
        self.till.say(sentence, _("^z undo"))

    def undone(self, done: Undone) -> None:
        """Something was taken back."""
        self.refresh_lines()
        self.till.say(words.undone(done))
