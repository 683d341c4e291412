"""The customer's card beside the counter's list: only what one would say aloud, for they may see it."""

from dataclasses import dataclass, field

from rich.text import Text
from textual.widgets import Static

from loyaltui.core.text import clean
from loyaltui.widgets.display import shown


@dataclass(frozen=True)
class CardFacts:
    """What a card shows: a title, and lines in the order they are read; `urgent` lines are red, `quiet` ones dim."""

    title: str = ""
    lines: list[str] = field(default_factory=list)
    quiet: list[str] = field(default_factory=list)
    urgent: list[str] = field(default_factory=list)


class Card(Static, can_focus=False):
    """One customer, as they may see themselves."""

    def show(self, facts: CardFacts) -> None:
        """Show these facts."""
        self.border_title = shown(facts.title) if facts.title else None
        text = Text("\n".join(clean(line) for line in facts.lines))
        for line in facts.urgent:
            text.append("\n" + clean(line), style="bold red")
        if facts.quiet:
            text.append("\n\n" + "\n".join(clean(line) for line in facts.quiet), style="dim")
        self.update(text)
