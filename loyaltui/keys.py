"""The one table of keys: it feeds the bindings, the footer, the help, the palette and the README."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.binding import Binding, BindingType
from textual.screen import Screen

from loyaltui.words import _


@dataclass(frozen=True)
class Key:
    """One key. `room`: where it works ("app": everywhere); `action`: what Textual runs; `foot`: shown in the footer."""

    room: str
    key: str
    action: str
    words: str
    foot: bool = False
    help: str = ""


TABLE = (
    Key("app", "f1", "go('help')", _("Help"), True, _("Every key, and what the words mean.")),
    Key("app", "f2", "go('counter')", _("Counter"), True, _("Who is here, and what they paid.")),
    Key("app", "f3", "go('people')", _("People"), False, _("Everyone, by how they come.")),
    Key("app", "f4", "go('hello')", _("Say hello"), False, _("Whom to speak to today, why, and in which words.")),
    Key("app", "f5", "go('the_shop')", _("The shop"), False, _("Who comes why, and who stayed when it changed.")),
    Key("app", "f6", "go('bring_in')", _("Bring in"), False, _("Bring in till sales from a CSV file.")),
    Key("app", "f7", "go('today')", _("Today"), False, _("Every line of the day, to put right.")),
    Key(
        "app",
        "f10",
        "go('look_at')",
        _("To look at"),
        False,
        _("One sale or two? One person or two?"),
    ),
    Key("app", "ctrl+t", "go('faces')", _("Five faces"), False, _("In the evening: why do today's five come?")),
    Key(
        "app",
        "ctrl+n",
        "go('closing')",
        _("Close the day"),
        False,
        _("The till's file, doubts, promises, a copy."),
    ),
    Key("app", "ctrl+o", "go('programme')", _("Programme"), False, _("What is given for what, and the rewards.")),
    Key("app", "f9", "settings", _("Settings"), False, _("The shop's name, money, cards and closed days.")),
    Key("app", "ctrl+z", "undo", _("Undo"), False, _("Take back the last thing this counter did.")),
    Key("app", "ctrl+q", "quit", _("Quit"), False, _("Close the app; everything is saved already.")),
    Key("app", "ctrl+p", "command_palette", _("More"), False, _("Everything there is, to be found by a word.")),
    Key("counter", "up", "move(-1)", _("Up"), False, _("Go up and down the list.")),
    Key("counter", "down", "move(1)", _("Down")),
    Key("counter", "escape", "back", _("Back"), False, _("One step back; on an empty line the menu.")),
    Key("counter", "f8", "open", _("Open"), False, _("The whole person who is shown: standing, history, notes.")),
    Key("people", "up", "move(-1)", _("Up")),
    Key("people", "down", "move(1)", _("Down")),
    Key("people", "pageup", "move(-10)", _("Page up")),
    Key("people", "pagedown", "move(10)", _("Page down")),
    Key("people", "enter", "open", _("Open"), True, _("Open the person.")),
    Key("people", "tab", "filter(1)", _("Next kind"), True, _("Show only the regular, the overdue …")),
    Key("people", "ctrl+g", "for_all", _("For all"), True, _("Give to all who are listed, or let them join.")),
    Key("people", "shift+tab", "filter(-1)", _("Kind before")),
    Key("people", "escape", "clear", _("Clear")),
    Key("person", "escape", "app.pop_screen", _("Back"), True),
    Key("person", "e", "edit", _("Edit"), True, _("Name, phone, e-mail, card, and may we write?")),
    Key("person", "w", "hear", _("Heard"), True, _("Write down why they come: what they said, or you saw.")),
    Key("person", "x", "correct", _("Put right"), True, _("Correct or withdraw something that was written down.")),
    Key("person", "n", "note", _("Note"), True, _("Remember something in your own words.")),
    Key("person", "p", "promise", _("Promise"), True, _("Promise them something by a day.")),
    Key("person", "r", "remind", _("Remind"), True, _("A date of your own: Say hello names them on it.")),
    Key("person", "b", "balance", _("Balance"), True, _("Prove the balance: where it came from, where it went.")),
    Key("statement", "s", "save", _("Save"), True, _("Save every line as CSV, where downloads are.")),
    Key("statement", "escape", "app.pop_screen", _("Back"), True),
    Key("hello", "enter", "open", _("Open"), True, _("Open the person.")),
    Key("hello", "d", "mark('done')", _("Done"), True, _("You wrote or spoke to them: kept with the person.")),
    Key("hello", "s", "mark('put_off')", _("Later"), True, _("Put off for a week.")),
    Key("hello", "n", "mark('no_answer')", _("No answer"), True, _("Tried; again in three days.")),
    Key("hello", "x", "mark('never')", _("Never"), True, _("Don't contact again: in no list and no export.")),
    Key("hello", "w", "write", _("Write"), True, _("Mail, text message, WhatsApp, or the number in large figures.")),
    Key("hello", "e", "edit_words", _("Edit"), True, _("Change the words before they are sent.")),
    Key("hello", "c", "copy", _("Copy"), False, _("Copy the words, where they may be sent.")),
    Key("hello", "t", "template", _("Words"), False, _("The words for this reason from now on.")),
    Key("hello", "p", "promise", _("Promise"), False, _("Promise something to whoever is chosen.")),
    Key("hello", "k", "keep", _("Kept"), False, _("Promises, complaints, wishes: the next step is done.")),
    Key("hello", "o", "save", _("Save"), True, _("Address book, birthdays, Mailchimp, Brevo, slips to ask, a page.")),
    Key(
        "hello",
        "1",
        "page(0)",
        _("Today"),
        False,
        _("Page 1; 2 to 5: left out, promises, did it help, what they said."),
    ),
    Key("hello", "2", "page(1)", _("Left out")),
    Key("hello", "3", "page(2)", _("Promises")),
    Key("hello", "4", "page(3)", _("Did it help?")),
    Key("hello", "5", "page(4)", _("What they said")),
    Key("hello", "tab", "turn(1)", _("Next page"), False, _("The next page.")),
    Key("hello", "shift+tab", "turn(-1)", _("Page before")),
    Key("hello", "escape", "back", _("Back")),
    Key("today", "m", "move_line", _("Move"), True, _("Give the line to another person.")),
    Key("today", "a", "amount", _("Amount"), True, _("Change what was paid.")),
    Key("today", "r", "refund", _("Refund"), True, _("Give back a sale, or a part of it.")),
    Key("today", "d", "delete", _("Delete"), True, _("Take the line out; asks for y.")),
    Key("today", "y", "confirm", _("Yes, delete")),
    Key("today", "left", "day(-1)", _("Day before"), True, _("The day before, the day after.")),
    Key("today", "right", "day(1)", _("Day after"), True),
    Key("today", "escape", "back", _("Back")),
    Key("bring_in", "down", "files", _("Choose"), True, _("Choose among the newest files in Downloads.")),
    Key("bring_in", "escape", "back", _("Back"), True, _("Stop, or start with another file.")),
    Key("look_at", "y", "answer(True)", _("Yes, one"), True, _("The two are one.")),
    Key("look_at", "n", "answer(False)", _("No, two"), True, _("The two stay two.")),
    Key("look_at", "right", "skip(1)", _("Later"), True, _("Look at the next; this one stays open.")),
    Key("look_at", "left", "skip(-1)", _("Before")),
    Key("look_at", "escape", "back", _("Back")),
    Key("the_shop", "1", "page(0)", _("How × why"), False, _("Page 1; 2 to 7 are the others: held by, on one thing …")),
    Key("the_shop", "2", "page(1)", _("Held by")),
    Key("the_shop", "3", "page(2)", _("On one thing")),
    Key("the_shop", "4", "page(3)", _("Worth asking")),
    Key("the_shop", "5", "page(4)", _("What happened")),
    Key("the_shop", "6", "page(5)", _("In all")),
    Key("the_shop", "7", "page(6)", _("The way")),
    Key("the_shop", "8", "page(7)", _("What we owe")),
    Key("the_shop", "enter", "open", _("Open"), True, _("Open the people of the field or row.")),
    Key("the_shop", "tab", "turn(1)", _("Next page"), True, _("The next page.")),
    Key("the_shop", "shift+tab", "turn(-1)", _("Page before")),
    Key("the_shop", "up", "move(0, -1)", _("Up")),
    Key("the_shop", "down", "move(0, 1)", _("Down")),
    Key("the_shop", "left", "move(-1, 0)", _("Left")),
    Key("the_shop", "right", "move(1, 0)", _("Right")),
    Key("the_shop", "k", "kinds", _("Kinds"), True, _("Held by what, or the five kinds of staying.")),
    Key("the_shop", "e", "event", _("Happened"), True, _("Write down what happened: prices, a competitor …")),
    Key("the_shop", "d", "withdraw", _("Take out"), True, _("Take the chosen event out of the journal.")),
    Key("the_shop", "j", "judgement", _("What counts"), False, _("The weights, thresholds and questions, to change.")),
    Key("the_shop", "p", "app.go('programme')", _("Programme"), True, _("What is given for what, and the rewards.")),
    Key("the_shop", "escape", "back", _("Back")),
    Key("group", "g", "for_all", _("For all"), True, _("Give to all who are listed, or let them join.")),
    Key("codes", "s", "save", _("Save"), True, _("Save the codes as CSV, to print.")),
    Key("codes", "escape", "app.pop_screen", _("Back"), True),
    Key("group", "escape", "app.pop_screen", _("Back"), True),
    Key("closing", "enter", "do", _("Do it"), True, _("Do the step that is pointed at.")),
    Key("closing", "s", "skip", _("Skip"), True, _("Leave the step out.")),
    Key("closing", "escape", "back", _("Leave"), True),
    Key("faces", "escape", "back", _("Leave"), True, _("One step back; what was answered is kept.")),
    Key("programme", "enter", "change", _("Change"), True, _("Change the chosen line, or add to it.")),
    Key("programme", "d", "withdraw", _("Take out"), True, _("Take out a reward, a boost, or what the line says.")),
    Key("programme", "s", "keep", _("Keep"), True, _("What was changed holds from today on; nothing given changes.")),
    Key("programme", "r", "rehearse", _("Rehearse"), True, _("What it would have cost in the past year, and to whom.")),
    Key("programme", "t", "typed", _("As text"), True, _("Type the rule as text.")),
    Key("programme", "escape", "back", _("Back"), True, _("Back; what was changed and not kept is dropped.")),
    Key("rehearsal", "enter", "open", _("Open"), True, _("Open the person.")),
    Key("rehearsal", "escape", "app.pop_screen", _("Back"), True),
    Key("judgement", "escape", "app.pop_screen", _("Back"), True),
    Key("help", "escape", "app.go('counter')", _("Back")),
)
ROOMS = {
    "app": _("Everywhere"),
    "counter": _("Counter"),
    "people": _("People"),
    "person": _("One person"),
    "statement": _("The balance, proved"),
    "hello": _("Say hello"),
    "today": _("Today"),
    "bring_in": _("Bring in till sales"),
    "look_at": _("To look at"),
    "the_shop": _("The shop"),
    "group": _("The shop: people of a row"),
    "codes": _("New vouchers"),
    "programme": _("Programme"),
    "rehearsal": _("Rehearsal"),
    "faces": _("Five faces"),
    "closing": _("Close the day"),
}


def bindings(room: str) -> list[BindingType]:
    """The bindings of a room, as Textual takes them; the counter's footer leads to every room."""
    own = [binding(key, key.foot) for key in TABLE if key.room == room]
    if room != "counter":
        return own
    everywhere = [key for key in TABLE if key.room == "app" and (key.key[0] == "f" or key.key == "ctrl+p")]
    return own + [binding(key, key.key not in ("f7", "f9", "f10")) for key in everywhere]


def binding(key: Key, foot: bool) -> BindingType:
    """One key as Textual takes it; `foot`: shown in the footer."""
    action = key.action if key.room != "app" else f"app.{key.action}"
    return Binding(key.key, action, key.words, show=foot, id=f"{key.room}.{key.action}", key_display=shown(key.key))


def shown(key: str) -> str:
    """A key as people write it."""
    return key.replace("ctrl+", "^").replace("escape", "esc")


def with_keys(screen: type[Screen[None]], room: str) -> Callable[..., Screen[None]]:
    """A screen with its keys: screens have actions, the table says what calls them."""
    return type(screen.__name__, (screen,), {"BINDINGS": bindings(room)})
