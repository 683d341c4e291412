"""Who served: the staff cell of a row, tidied once per text."""

from loyaltui.core.text import tidy
from loyaltui.pos.layout import Layout
from loyaltui.pos.values import LIMIT


class Staff(dict[str, str]):
    """Texts of the staff column → names; `column` is its index."""

    def __init__(self, layout: Layout, nowhere: int) -> None:
        super().__init__({"": ""})
        self.column = layout.fields.get("staff", nowhere)

    def __missing__(self, text: str) -> str:
        if len(self) >= LIMIT:
            self.clear()
        self[text] = name = tidy(text)
        return name
