"""Builds the sample shop from a seed: the demo, the tests and the pictures all use it. Everybody in it is invented."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from loyaltui.core.refused import Refused
from loyaltui.sample.answers import said
from loyaltui.sample.people import people
from loyaltui.sample.sales import sales
from loyaltui.sample.story import Story
from loyaltui.store import Shop, backup

SEED = 2026
TILL = "counter"  # never this machine's name: the file goes to everybody


def build(path: Path, seed: int = SEED) -> None:
    """Build the sample shop at `path`, the same for the same seed; Refused where a file is there already."""
    if path.exists():
        raise Refused("file_exists", file=str(path))
    rng, heard = Random(seed), Random(f"what was said {seed}")  # what is said changes nothing of who comes
    customers = people(rng)
    with (
        TemporaryDirectory(prefix="loyaltui-sample-") as folder,
        Shop(Path(folder) / "sample.db", create=True, till=TILL) as shop,
    ):
        sold = sales(rng, customers)
        Story(shop, customers, sold, said(heard, customers, sold), rng).tell()
        backup.write(shop.conn, path)  # checked, packed, and in its place only when whole
