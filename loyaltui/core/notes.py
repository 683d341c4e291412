"""Notes that matter at a certain moment: what somebody needs at the counter, what they like when we write."""

from typing import Literal

from loyaltui.core.text import fold

Kind = Literal["allergy", "need", "like", ""]
KINDS: dict[str, Kind] = {
    **dict.fromkeys(("allergy", "allergies", "allergic"), "allergy"),
    **dict.fromkeys(("need", "needs"), "need"),
    **dict.fromkeys(("like", "likes", "loves"), "like"),
}


def kind(text: str) -> Kind:
    """What a note is about, by its first word: "allergy: nuts", "needs the ramp", "likes oat milk"; "" for others."""
    first = fold(text).split(maxsplit=1)[:1]
    return KINDS.get(first[0].rstrip(":,."), "") if first else ""
