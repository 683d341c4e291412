"""The programme: what is given for what, and the rewards; changed line by line, tried out, and kept from today on."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from textual.app import ComposeResult
from textual.widgets import DataTable, Footer, Static

from loyaltui import keys
from loyaltui.core import draft as drafts
from loyaltui.core.draft import NOTHING, Draft
from loyaltui.core.example import Usual, example
from loyaltui.core.money import minor_digits
from loyaltui.core.outcome import Undone
from loyaltui.core.programme import read_offer, sound
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Kind
from loyaltui.core.rule import Basis, Rule
from loyaltui.core.settings import Settings
from loyaltui.core.text import fold
from loyaltui.screens import matters
from loyaltui.screens.base import Desk, GoTo, ShopScreen
from loyaltui.screens.dialogs import Menu
from loyaltui.screens.sheet import Sheet
from loyaltui.store.rehearsing import plan_of
from loyaltui.widgets.display import shown
from loyaltui.widgets.till_line import TillLine
from loyaltui.words import _, figures, refusals
from loyaltui.words import counter as counter_words
from loyaltui.words import programme as words

TITLE = 17  # cells of the first column
BASES: tuple[Basis, ...] = ("amount", "visit", "item")
KINDS: tuple[Kind, ...] = ("item", "money", "percent", "credit")
HAND = 10  # a sale of so much, where none is known yet


class Line(NamedTuple):
    """One line of the room: `key` says what it is, `at` which of several."""

    title: str
    sentence: str
    key: str
    at: int = 0


class Programme(ShopScreen):
    """One list; under it what the programme comes to on a usual sale."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.kept = self.draft = Draft(Rule(0, 0, "amount", 1), ())
        self.rules: list[Rule] = []
        self.lines: list[Line] = []
        self.usual = Usual("", "", 1)
        self.typical: int | None = None
        self.leaving = False

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield DataTable(id="table", cursor_type="row", show_header=False, zebra_stripes=True)
        yield Static(id="detail", markup=False)
        yield Static(id="example", markup=False)
        yield TillLine(id="till")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.table.add_column("", width=TITLE)
        self.table.add_column("", width=max(20, self.app.size.width - TITLE - 6))
        self.load()
        self.table.focus()

    def on_screen_resume(self) -> None:
        self.leaving = False
        if self.is_mounted and self.lines and self.draft == self.kept:
            self.load()

    @property
    def table(self) -> DataTable[object]:
        return self.query_one("#table", DataTable)

    @property
    def settings(self) -> Settings:
        return self.desk.shop.settings

    def load(self) -> None:
        """Read the programme as it is kept."""
        shop, settings = self.desk.shop, self.settings
        unit = 10 ** minor_digits(settings.currency)
        self.rules = shop.programme.rules()
        rule = self.rules[-1] if self.rules else Rule(0, 0, "amount", unit)
        self.kept = self.draft = Draft(rule, tuple(shop.programme.rewards()))
        self.typical = shop.receipts.typical_amount()
        self.usual = shop.programme.usual() or Usual("", "", HAND * unit)
        self.show()

    def show(self) -> None:
        """The lines of the draft, and what it comes to."""
        row = self.table.cursor_row
        self.lines = list(self.made_of(self.draft, self.settings))
        self.table.clear()
        for line in self.lines:
            self.table.add_row(shown(line.title, "bold"), shown(line.sentence))
        self.table.move_cursor(row=min(row, len(self.lines) - 1))
        self.leaving = False
        changed = _(" · changed, not kept yet: s keeps it from today on") if self.draft != self.kept else ""
        self.query_one("#title", Static).update(shown(_("Programme{changed}").format(changed=changed)))
        said, wrong = self.comes_to(self.draft)
        self.query_one("#example", Static).update(shown(wrong, "bold red") if wrong else shown(said, "bold"))

    def made_of(self, draft: Draft, settings: Settings) -> Iterator[Line]:
        """The lines of the room."""
        some = list(words.matters(draft.rule, settings))
        last = max(number for number, one in enumerate(some) if one.key in ("carry", "least", "boosts"))
        for number, one in enumerate(some):
            yield Line(one.title, one.sentence, one.key, one.at)
            if number == last:
                more = _("for an item, on some days, in some hours")
                yield Line(_("+ More or less"), more, "boosts", len(draft.rule.boosts))
        for number, reward in enumerate(draft.rewards):
            yield Line(_("Reward"), words.reward_sentence(reward, settings), "rewards", number)
        yield Line(_("+ Reward"), _("something for nothing, money or per cents off"), "rewards", len(draft.rewards))
        offer = words.offer(read_offer(settings.come_back, settings.currency), settings)
        yield Line(_("Come back"), offer, "come_back")
        yield Line(_("Who is in it"), words.joins(settings.everyone_joins == "yes"), "everyone_joins")
        for number, rule in reversed(list(enumerate(self.rules))):
            since = _("since {day}").format(day=figures.day(rule.from_day))
            yield Line(since, words.version(rule, settings), "version", number)

    def comes_to(self, draft: Draft) -> tuple[str, str]:
        """A draft on a usual sale in a sentence; and why it can't be kept, where it can't."""
        said = words.example(example(draft.rule, draft.rewards, self.usual), self.settings)
        try:
            sound(draft.rule, draft.rewards, self.typical)
        except Refused as refused:
            return said, refusals.say(refused)
        return said, ""

    @property
    def chosen(self) -> Line:
        """The line under the cursor."""
        return self.lines[self.table.cursor_row]

    def on_data_table_row_highlighted(self) -> None:
        line = self.chosen
        add = line.at == {"boosts": len(self.draft.rule.boosts), "rewards": len(self.draft.rewards)}.get(line.key, -1)
        hint = _(" · ⏎ takes it up again") if line.key == "version" else _(" · ⏎ adds") if add else _(" · ⏎ changes it")
        text = shown(f"{line.title}: {line.sentence}")
        self.query_one("#detail", Static).update(text.append(hint, "dim"))

    def on_data_table_row_selected(self) -> None:
        self.action_change()

    def action_change(self) -> None:
        """Change the chosen line: at once where there are two ways only, else by a form."""
        line, settings = self.chosen, self.settings
        if line.key in ("before_tax", "carry"):
            self.changed(drafts.switched(self.draft, line.key))
        elif line.key == "version":
            self.changed(self.draft._replace(rule=self.rules[line.at]))
        elif line.key == "everyone_joins":
            self.set("everyone_joins", "no" if settings.everyone_joins == "yes" else "yes")
        elif line.key == "come_back":
            self.bring_back()
        elif line.key == "base":
            self.pick({per: words.PER[per] for per in BASES}, self.base)
        elif line.key == "boosts":
            self.boost(line.at)
        elif line.key == "rewards":
            self.reward(line.at)
        else:
            self.open(matters.field(self.draft, line.key, settings, self.says(line.key)))

    def pick(self, ways: dict[str, str], then: Callable[[str], None]) -> None:
        """One of a few ways, by its digit or the arrows."""
        entries = [(way, str(number), text) for number, (way, text) in enumerate(ways.items(), 1)]
        self.app.push_screen(Menu(entries), lambda picked: then(picked) if picked else None)

    def base(self, picked: str) -> None:
        """What is given for what."""
        for per in (per for per in BASES if per == picked):
            self.open(matters.base(self.draft, per, self.settings, self.says("base")))

    def boost(self, at: int) -> None:
        """One that is there, or one more."""

        def form(kind: str) -> None:
            self.open(matters.boost(self.draft, at, kind, self.settings, self.says("boosts", at)))

        if at < len(self.draft.rule.boosts):
            form(matters.kind_of(self.draft.rule.boosts[at]))
        else:
            self.pick(matters.BOOSTS, form)

    def reward(self, at: int) -> None:
        """One that is there, or one more."""

        def form(picked: str) -> None:
            for kind in (kind for kind in KINDS if kind == picked):
                self.open(matters.reward(self.draft, at, kind, self.settings, self.says("rewards", at)))

        if at < len(self.draft.rewards):
            form(self.draft.rewards[at].kind)
        else:
            self.pick({kind: words.KINDS[kind] for kind in KINDS}, form)

    def says(self, key: str, at: int = 0) -> matters.Says:
        """What a form says beneath its lines: the matter as a sentence, and what the whole comes to."""

        def say(draft: Draft) -> tuple[list[str], str]:
            said, wrong = self.comes_to(draft)
            lines = [line.sentence for line in self.made_of(draft, self.settings) if (line.key, line.at) == (key, at)]
            return [*(lines[:1] if key != "rewards" else []), *self.unsold(draft, key, at), said], wrong

        return say

    def unsold(self, draft: Draft, key: str, at: int) -> Iterator[str]:
        """That nothing of the name in a form has been sold, where it is so: a slip of the finger?"""
        what = draft.rule.boosts[at].what if key == "boosts" else draft.rule.what if key == "base" else ""
        if what and fold(what) not in self.sold:
            yield _("Nothing called “{what}” has been sold here yet.").format(what=what)

    @cached_property
    def sold(self) -> frozenset[str]:
        """The names of all items and categories, as they are compared."""
        return self.desk.shop.programme.sold()

    def open(self, sheet: Sheet[Draft]) -> None:
        """Ask by a form; what it says is taken into the draft."""
        self.app.push_screen(sheet, lambda taken: self.changed(sheet.result) if taken and sheet.result else None)

    def changed(self, draft: Draft) -> None:
        """The draft is another one now."""
        self.draft = draft
        self.till.say("")
        self.show()

    def bring_back(self) -> None:
        """The ready voucher."""
        currency, settings = self.settings.currency, self.settings
        sheet = matters.offer(settings, lambda text: ([words.offer(read_offer(text, currency), settings)], ""))
        self.app.push_screen(sheet, lambda kept: self.set("come_back", sheet.result or "") if kept else None)

    def set(self, key: str, value: str) -> None:
        """Keep a setting at once: it isn't a part of the rule."""
        self.desk.shop.set.change(self.desk.now(), {key: value})
        self.show()
        self.till.say(_("✓ kept"), _("^z undo"))

    def action_typed(self) -> None:
        """Type the rule as text."""
        self.open(matters.as_text(self.draft, self.settings, self.says("base")))

    def action_withdraw(self) -> None:
        """Take the chosen line out of the draft."""
        line = self.chosen
        there = {"boosts": len(self.draft.rule.boosts), "rewards": len(self.draft.rewards)}
        if line.key in NOTHING or line.at < there.get(line.key, 0):
            self.changed(drafts.without(self.draft, line.key, line.at))
        else:
            self.till.say(_("This line can be changed, but not taken out."))

    def action_keep(self) -> None:
        """The draft holds from today on."""
        kept = self.desk.shop.programme.save(self.desk.now(), self.draft.rule, list(self.draft.rewards))
        self.load()
        if kept:
            self.till.say(_("✓ holds from today on; nothing given changes"), _("^z undo"))
        else:
            self.till.say(_("Nothing was changed, so it holds as it is."))

    def action_rehearse(self) -> None:
        """What the draft would have cost in the past year."""
        from loyaltui.screens.rehearsal import Rehearse

        shop = self.desk.shop
        sound(self.draft.rule, self.draft.rewards, self.typical)
        old = plan_of(shop, self.kept.rule if self.rules else None, list(self.kept.rewards))
        new = plan_of(shop, self.draft.rule, list(self.draft.rewards))
        self.app.push_screen(keys.with_keys(Rehearse, "rehearsal")(self.desk, old, new, self.draft == self.kept))

    def action_back(self) -> None:
        """Back to the shop; a draft is dropped at the second time."""
        if self.draft != self.kept and not self.leaving:
            self.leaving = True
            self.till.say(_("Not kept yet: s keeps what you changed, Esc once more drops it."), wrong=True)
            return
        self.load()
        self.till.say("")
        self.post_message(GoTo("the_shop"))

    def undone(self, done: Undone) -> None:
        """Something was taken back."""
        self.load()
        self.till.say(counter_words.undone(done))
