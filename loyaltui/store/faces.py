"""Whom to think of in the evening: the faces of the last day with visits."""

from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.faces import Face, faces

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


class Evening(NamedTuple):
    """The last day with visits, its faces worth asking about, and of how many regulars the reason is known."""

    day: int
    faces: list[Face]
    known: int
    regulars: int


def evening(shop: "Shop", today: int) -> Evening:
    """The faces of the last day with visits, and how well the regulars are known."""
    day = shop.readings.last_day(today) or today
    readings = [Face(facts, standing) for facts, standing in shop.readings.everyone(today) if standing]
    regulars = [face for face in readings if face.standing.rhythm == "regular"]
    known = sum(face.standing.attitude != "unknown" for face in regulars)
    return Evening(day, faces(face for face in readings if face.facts.last == day), known, len(regulars))
