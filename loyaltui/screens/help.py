"""Help: what the words mean, what is judgement, and every key from the one table."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static

from loyaltui.screens.base import Desk, ShopScreen
from loyaltui.words import _
from loyaltui.words.programme import rule_sentences

MEANING = (
    (_("At the counter"), ""),
    (_("scan, 4.20 ⏎"), _("a card, and what they paid")),
    (_("scan, ⏎"), _("in a rush: they were here, the till will say how much")),
    (_("mar, ↓, ⏎, ⏎"), _("find by a part of the name, choose, they were here")),
    (_("4471 ⏎, 4.20 ⏎"), _("forgot the card: the last digits of the phone")),
    (_("r ⏎, ⏎, 2.80 ⏎"), _("give a reward, and the rest of the sale with it")),
    (_("r ⏎, ↓, 350 ⏎"), _("of money off or credit: how much of their balance they spend on it")),
    (_("K7Q2-9FAB ⏎"), _("a voucher by its code: its owner is here, and it goes with the sale")),
    (_("j ⏎"), _("they join the programme; nobody earns who hasn't joined")),
    (_("v ⏎"), _("give the voucher that brings them back soon")),
    (_("e ⏎"), _("prove the balance: where all of it came from and where it went")),
    (_("n likes oat milk ⏎"), _("remember something; “allergy …” and “needs …” stand on the card at each visit")),
    (_("p oat milk by Friday ⏎"), _("a promise: red on the card until k ⏎ says that it is kept")),
    (_("w ⏎, 2 ⏎"), _("write down why they come; 2s: you saw it, 2g: your guess, and words may follow")),
    (_("c cold soup ⏎"), _("a complaint: it stays open until it is put right")),
    (_("Zoe Byrne ⏎ ⏎"), _("somebody new; a phone or an e-mail may stand behind the name")),
    (_("a scan at any moment"), _("turns to that person; the one before isn't saved, and that is said")),
    (_("the cents left over"), _("what isn't enough to earn anything yet is kept for the next visit")),
    (_("+ ⏎"), _("log the same person again within two minutes")),
    ("", ""),
    (_("How they come"), ""),
    (_("♥ Loyal"), _("regular, and likes us best by what was said or seen; never from visits alone")),
    (_("● Regular"), _("comes back again and again, and is not late; held by something, or we don't know")),
    (_("♡ Fond"), _("likes us best, and comes seldom: what is in the way?")),
    (_("○ Occasional"), _("comes now and then")),
    (_("✦ New"), _("here once so far")),
    (_("◐ Overdue"), _("silent for longer than is usual for them: a word may help")),
    (_("· Gone quiet"), _("fewer than 1 in 10 like this come back")),
    ("", ""),
    (_("What is measured, what is judgement"), ""),
    (_("measured"), _("the odds come from your own visits; while there are few, from what is usual")),
    (_("judgement"), _("where overdue begins, how many people a day Say hello names (f9 changes it)")),
    (_("judgement"), _("what each answer weighs, and that it counts half after a year: j in The shop")),
    (_("judgement"), _("whom Say hello names first: what we owe, what is dated, then the most money at stake")),
    (_("measured"), _("did it help: who came back, beside the odds of the day; under 20 people it says nothing")),
    (_("kept apart"), _("your guesses: they stand beside what is known, and count for nothing")),
    (_("perhaps"), _("only the till hints at it; no pattern in a till tells the loyal from the regular")),
    (_("not enough known"), _("nobody has asked them, or it is too long ago")),
    ("", ""),
)


class Help(ShopScreen):
    """One page to scroll through."""

    def __init__(self, desk: Desk, keys: Sequence[tuple[str, str, str]]) -> None:
        super().__init__(desk)
        self.keys = keys

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="manual"):
            yield Static(self.page(), markup=False)
        yield Footer(show_command_palette=False)

    def on_screen_resume(self) -> None:
        self.query_one("#manual", VerticalScroll).focus()

    def page(self) -> Table:
        """The whole page, in two columns."""
        table = Table.grid(padding=(0, 2))
        table.add_column(width=20)
        shop = self.desk.shop
        for rule in shop.programme.rules()[-1:]:
            table.add_row(Text(_("Your programme"), "bold"), Text(" ".join(rule_sentences(rule, shop.settings))))
        for left, right in MEANING:
            headline = bool(left) and not right
            table.add_row(Text(left, "bold underline" if headline else "bold"), Text(right))
        room = ""
        for where, key, words in self.keys:
            if where != room:
                table.add_row(Text(where, "bold underline"))
                room = where
            table.add_row(Text(key, "bold"), Text(words))
        return table
