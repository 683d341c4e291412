"""Which receipts a reading has met and what they were: a million in 20 MB, where Python's own dict takes 150.

The hashes are Python's own, which differ from run to run: they live as long as one reading and are never kept.
"""

from array import array

FULLEST = 0.7  # of the slots; beyond it, looking one up takes longer and longer
CONTENT = (1 << 16) - 1


class Seen:
    """Hashes with a short mark of what each stood for; it only grows. `expected` is how many are likely to come."""

    def __init__(self, expected: int) -> None:
        self.count = 0
        self.make_room(max(1000, expected))

    def make_room(self, numbers: int) -> None:
        """Empty slots for so many numbers."""
        size = 1 << int(numbers / FULLEST).bit_length()
        self.slots, self.mask, self.limit = array("q", bytes(8 * size)), size - 1, int(size * FULLEST)
        self.contents = array("H", bytes(2 * size))

    def add(self, number: int, content: int = 0) -> bool | None:
        """Take a hash in, with its content; None where it was new, else whether the content is the one known."""
        number = number or 1  # 0 marks an empty slot
        slots, mask = self.slots, self.mask
        place = number & mask
        while found := slots[place]:
            if found == number:
                return self.contents[place] == content & CONTENT
            place = (place + 1) & mask
        slots[place] = number
        self.contents[place] = content & CONTENT
        self.count += 1
        if self.count > self.limit:
            self.grow()
        return None

    def grow(self) -> None:
        """Twice the slots."""
        slots, contents, self.count = self.slots, self.contents, 0
        self.make_room(2 * self.limit)
        for number, content in zip(slots, contents, strict=True):
            if number:
                self.add(number, content)
