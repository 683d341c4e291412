"""A till's file in, receipts out: the room that knows how tills write, behind one door, `read`."""

from loyaltui.pos.reading import Hints, Reading, read
from loyaltui.pos.shape import lines, shape

__all__ = ["Hints", "Reading", "lines", "read", "shape"]
