"""The one way any room says "no, and here is why" to the person at the keyboard."""


class Refused(Exception):
    """Something that can't be done, and nothing was written.

    `code` names the reason (the words for each code stand in `words.refusals`); `data` fills the gaps in its sentence.
    """

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data
