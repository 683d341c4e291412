"""Which receipts a reading has met: a million of them in 16 MB, where Python's own set takes 75.

The hashes are Python's own, which differ from run to run: they live as long as one reading and are never kept.
"""

from array import array

FULLEST = 0.7  # of the slots; beyond it, looking one up takes longer and longer


class Seen:
    """A set of hashes that only grows; `expected` is how many are likely to come."""

    def __init__(self, expected: int) -> None:
        self.count = 0
        self.make_room(max(1000, expected))

    def make_room(self, numbers: int) -> None:
        """Empty slots for so many numbers."""
        size = 1 << int(numbers / FULLEST).bit_length()
        self.slots, self.mask, self.limit = array("q", bytes(8 * size)), size - 1, int(size * FULLEST)

    def add(self, number: int) -> bool:
        """Take a hash in; False where it was there already."""
        number = number or 1  # 0 marks an empty slot
        slots, mask = self.slots, self.mask
        place = number & mask
        while found := slots[place]:
            if found == number:
                return False
            place = (place + 1) & mask
        slots[place] = number
        self.count += 1
        if self.count > self.limit:
            self.grow()
        return True

    def grow(self) -> None:
        """Twice the slots."""
        old, self.count = self.slots, 0
        self.make_room(2 * self.limit)
        for number in old:
            if number:
                self.add(number)
