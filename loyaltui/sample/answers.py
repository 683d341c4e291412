"""What the sample café's customers said of why they come, what was seen and what the owner guessed, and when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from loyaltui.core.evidence import Source
from loyaltui.sample.calendar import COLLEAGUE_LEFT, PROGRAMME
from loyaltui.sample.menu import LEAVER, TEAM
from loyaltui.sample.people import Person
from loyaltui.sample.sales import Sale

TALES = {  # by kind of habit, one tale a person: a word a visit, as `loyaltui answer` takes it; ! was seen, ? guessed
    "daily": (
        "best mostly_here 10",
        "best !mostly_here 9 wish",
        "best mostly_here sent",
        "?habit best mostly_here 10",
        "best mostly_here complaint put_right",
        "near 8",
        "habit pleased",
        "contract",
    ),
    "often": ("best mostly_here 9", "best 9 mostly_here", "points 8", "near about_half", "?price best", "person"),
    "weekly": (
        "best mostly_here 10 wish",
        "best mostly_here 9",
        "mostly_here best 10",
        "best mostly_here 9 pleased",
        "?near best mostly_here 10",
        "best mostly_here sent",
        "best mostly_here pleased 9",
        "best mostly_here sent",
        "person",
        "person best",
        "near",
        "near pleased",
        "near so_so",
        "habit",
        "habit about_half",
        "?best habit",
        "price",
        "?best price mostly_elsewhere",
        "points",
        "no_alternative",
        "no_alternative disappointed",
        "trouble",
        "contract",
        "best",
        "best wish",
        "pleased",
        "7",
        "complaint",
        "?near near",
        "?habit habit",
        "?best",
        "?price",
    ),
    "for the deal": ("price", "price mostly_elsewhere", "price", "?price price", "price about_half", "best"),
    "fortnightly": ("best 9 mostly_here", "near", "near", "habit", "price", "trouble", "complaint put_right", "wish"),
    "monthly": (
        "mostly_here best 10 pleased",
        "best !mostly_here 9 wish",
        "pleased mostly_here 10 best",
        "price",
        "about_half 6",
        "?best",
    ),
    "seldom": ("mostly_elsewhere",),
    "daily until lately": ("best mostly_here 10", "near"),
    "weekly until lately": ("disappointed", "price", "best 8"),
    "just begun": ("best pleased", "near"),
    "came for a colleague": ("person", "person pleased", "!person", "person", "?best person"),
    "found it too dear": ("price", "price", "?near price", "price mostly_elsewhere"),
}
SOURCES: dict[str, Source] = {"!": "saw", "?": "guess"}
LATELY = 150  # days before their last visit, in which who said much said it
FILE = 31  # days after which the till's file has told of somebody
TEXTS = {
    "wish": ("rye bread", "a table outside", "decaf in the afternoon", "opening before seven"),
    "complaint": ("the soup was cold", "nobody said hello", "waited ten minutes"),
}


class Said(NamedTuple):
    """Something said at a visit. `word`: as `loyaltui answer` takes it; `colleague`, `friend`: whom it is about, the
    friend by their place among the customers."""

    day: int
    second: int
    person: int
    word: str
    source: Source
    text: str = ""
    colleague: str = ""
    friend: int = -1


def said(rng: Random, people: Sequence[Person], sales: Iterable[Sale]) -> list[Said]:
    """All that was said, in the order it was."""
    visits: dict[int, list[Sale]] = defaultdict(list)
    for sale in sales:
        if sale.person >= 0 and can_speak(people[sale.person], sale.day):
            visits[sale.person].append(sale)
    found: list[Said] = []
    for kind, tales in TALES.items():
        longest = max(len(tale.split()) for tale in tales)
        places = [place for place, one in enumerate(people) if one.habit.kind == kind and len(visits[place]) > longest]
        for place, tale in zip(rng.sample(places, len(tales)), tales, strict=True):
            found += told(rng, people, tale.split(), visits[place])
    return sorted(found)


def can_speak(person: Person, day: int) -> bool:
    """Whether the shop's file knows somebody by a day, and they still had their reason to come."""
    known = day > person.habit.first + (0 if person.met else FILE)
    return known and day >= PROGRAMME and (person.habit.kind != "came for a colleague" or day <= COLLEAGUE_LEFT)


def told(rng: Random, people: Sequence[Person], words: list[str], visits: list[Sale]) -> Iterator[Said]:
    """One person's tale at some of their visits, but for the last one: they came again."""
    *visits, last = visits
    lately = [sale for sale in visits if sale.day > last.day - LATELY] if len(words) > 2 else visits
    some = lately if len(lately) >= len(words) else visits
    moments = sorted(rng.sample(some, len(words)))
    if words[-1] == "sent":
        moments[-1] = visits[-1]  # the friend has been here by then
    if words[-1] == "put_right":
        moments[-1] = some[some.index(moments[-2]) + 1]  # the next time they came
    for word, sale in zip(words, moments, strict=True):
        yield one(rng, people, word, sale)


def one(rng: Random, people: Sequence[Person], word: str, sale: Sale) -> Said:
    """A word of a tale at a visit."""
    source, word = SOURCES.get(word[0], "told"), word.lstrip("!?")
    heard = Said(sale.day, sale.second + 60, sale.person, word, source)
    if word == "person":
        is_leavers = people[sale.person].habit.kind == "came for a colleague"
        return heard._replace(colleague=LEAVER if is_leavers else TEAM[1])
    if word == "sent":
        return heard._replace(friend=rng.choice(newcomers(people, sale.day)))
    return heard._replace(text=rng.choice(TEXTS.get(word, ("",))))


def newcomers(people: Sequence[Person], day: int) -> list[int]:
    """Who has just begun to come by a day, and was added at the counter."""
    return [
        place
        for place, one in enumerate(people)
        if one.met and one.habit.kind == "just begun" and one.habit.first < day
    ]
