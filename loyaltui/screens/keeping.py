"""A CSV that a screen keeps where its owner finds it; one that is there already is never overwritten."""

from pathlib import Path

from loyaltui.screens.base import Desk
from loyaltui.store import files


def save_csv(desk: Desk, stem: str, text: str) -> Path:
    """Keep a CSV among the downloads, else beside the shop's file, under a name that is free; where it is."""
    return files.save(free(desk, f"{stem}.csv"), text, "utf-8-sig")


def free(desk: Desk, name: str) -> Path:
    """A name that is free among the downloads, or, where there are none, beside the shop's file."""
    return files.unused(desk.downloads if desk.downloads.is_dir() else desk.shop.path.parent, name)
