"""The shop described by its owner: the first thing a new shop is asked, and its settings ever after."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Label, RadioSet, Static

from loyaltui.core import settings as core
from loyaltui.core.programme import reward_as_typed, rule_as_typed
from loyaltui.core.refused import Refused
from loyaltui.screens.base import Desk, GoTo
from loyaltui.screens.dialogs import Form
from loyaltui.widgets.display import shown
from loyaltui.widgets.ticks import Choice
from loyaltui.words import _, figures, refusals


class Setup(Form):
    """A form: name, country, currency, does the till know names, points or stamps; later also cards, closed days."""

    BINDINGS = [Binding("ctrl+o", "programme", show=False, priority=True)]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.now = desk.shop.settings
        self.first = not self.now.name

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog form wide"):
            if self.first:
                yield Static(_("Welcome. Five questions, and the counter is open."), classes="lead", markup=False)
            for field, label, value, hint in self.fields():
                with Horizontal(classes="field"):
                    yield Label(label)
                    yield Input(value, id=field, compact=True, placeholder=hint)
            yield Label(_("Does your till know customers' names?"), classes="lead")
            with RadioSet(id="till_names", compact=True):
                yield Choice(_("yes, some"), self.now.till_names == "yes")
                yield Choice(_("no: names are logged here, sums come from the till"), self.now.till_names == "no")
            if self.first:
                yield Label(_("What do you give for coming?"), classes="lead")
                with RadioSet(id="unit", compact=True):
                    yield Choice(_("points, by what was paid: 1 for each whole sum"), False)
                    yield Choice(_("stamps: one a visit, and the tenth brings something"), False)
            else:
                how = _("^o: {unit} and rewards in plain words").format(unit=figures.unit(self.now))
                yield Label(how, classes="quiet")
            yield Label("", id="wrong", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Open the counter") if self.first else _("Keep"), variant="primary", compact=True)
                yield Label(
                    _("⏎ goes on · Esc leaves") if self.first else _("Tab goes on · ⏎ keeps · Esc leaves"),
                    classes="quiet",
                )

    def action_programme(self) -> None:
        """To the programme in plain words; what was typed here and not kept is left."""
        if not self.first:
            self.leave(False)
            self.app.post_message(GoTo("programme"))

    def action_submit(self) -> None:
        """Enter keeps; in the first run it asks the five questions one after another."""
        if not self.first or isinstance(self.focused, Button):
            super().action_submit()
            return
        if isinstance(self.focused, RadioSet) and self.focused.pressed_index < 0:
            self.focused.action_toggle_button()
        if self.focused is self.query_one("#unit"):
            self.call_after_refresh(self.keep)  # the choice is known once its button has said so
        else:
            self.focus_next()

    def fields(self) -> Iterator[tuple[str, str, str, str]]:
        """The form's lines: key, label, value, hint."""
        now = self.now
        yield "name", _("The shop's name"), now.name, _("Café Linden")
        yield "country", _("Country"), now.country, _("two letters, like IE")
        yield (
            "currency",
            _("Currency"),
            "" if self.first else now.currency,
            _("three letters, like EUR; empty: the country's"),
        )
        if self.first:
            return
        rules, rewards = self.desk.shop.programme.rules(), self.desk.shop.programme.rewards()
        yield (
            "earn",
            figures.unit(now).capitalize(),
            rule_as_typed(rules[-1], now.currency) if rules else "",
            _("amount 1.00, or visit 1"),
        )
        typed = "; ".join(reward_as_typed(reward, now.currency) for reward in rewards)
        yield "rewards", _("Rewards"), typed, _("60 Free coffee 3.20; 90 Cake 4.50")
        yield "card_prefix", _("Cards begin with"), now.card_prefix, _("empty: no cards of our own")
        closed = self.desk.shop.set.stored().get("closed", "")
        yield "closed", _("Closed days"), closed, _("2026-08-03..2026-08-09, 2026-12-25")
        yield "contacts", _("Say hello to"), str(now.contacts), _("people a day")

    def keep(self) -> None:
        """Keep what has changed, all or nothing; a refusal is shown here and nothing typed is lost."""
        typed = {box.id or "": box.value.strip() for box in self.query(Input)}
        before = {field: value for field, _label, value, _hint in self.fields()}
        changed = {key: text for key, text in typed.items() if text != before[key]}
        if self.first and not typed["currency"]:
            changed["currency"] = figures.currency_of(typed["country"])
        for key, answers in (("till_names", ("yes", "no")), ("unit", ("points", "stamps"))):
            for box in self.query(f"#{key}").results(RadioSet):
                if box.pressed_index >= 0 and answers[box.pressed_index] != getattr(self.now, key):
                    changed[key] = answers[box.pressed_index]
        try:
            if not typed["name"]:
                raise Refused("shop_nameless")
            self.write(changed)
        except Refused as refused:
            self.query_one("#wrong", Label).update(shown(refusals.say(refused), "bold red"))
            return
        self.leave(True)

    def write(self, changed: dict[str, str]) -> None:
        """Write the settings as one act, then the rule and the reward if they changed."""
        now, room = self.desk.now(), self.desk.shop.set
        plain = {key: text for key, text in changed.items() if key in core.KEYS}
        for key in ("earn", "rewards"):
            if key in changed:
                self.desk.shop.programme.check(key, changed[key])
        if plain:
            room.change(now, plain, "set up" if self.first else "settings")
        if not self.desk.shop.programme.rules():
            self.desk.shop.programme.begin(now, _("Thank-you"))
        for key in ("earn", "rewards"):
            if key in changed:
                room.put(now, key, changed[key])
