"""A file that a screen saves where its owner finds it; one that is there already is never overwritten."""

from itertools import count
from pathlib import Path

from loyaltui.core.refused import Refused
from loyaltui.screens.base import Desk


def save_csv(desk: Desk, stem: str, text: str) -> Path:
    """Keep a CSV among the downloads, else beside the shop's file, under a name that is free; where it is."""
    folder = desk.downloads if desk.downloads.is_dir() else desk.shop.path.parent
    for number in count(1):
        target = folder / (f"{stem}.csv" if number == 1 else f"{stem} ({number}).csv")
        try:
            with target.open("x", encoding="utf-8-sig", newline="") as file:
                file.write(text)
        except FileExistsError:
            continue
        except OSError as error:
            raise Refused("cannot_write", file=str(target), why=error.strerror) from None
        return target
    raise AssertionError("count never ends")
