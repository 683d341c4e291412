"""Whom to think of in the evening: the faces of the last day with visits."""

from typing import TYPE_CHECKING

from loyaltui.core.faces import Evening, Face, faces

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


def evening(shop: "Shop", today: int) -> Evening:
    """The faces of the last day with visits, and how well the regulars are known."""
    day = shop.readings.last_day(today) or today
    readings = [Face(facts, standing) for facts, standing in shop.readings.everyone(today) if standing]
    regulars = [face for face in readings if face.standing.rhythm == "regular"]
    known = sum(face.standing.attitude != "unknown" for face in regulars)
    return Evening(day, faces(face for face in readings if face.facts.last == day), known, len(regulars))
