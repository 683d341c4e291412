"""A folder that a till drops its files into: each is brought in once, and nothing ends the watch."""

import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from loyaltui.cli import main
from loyaltui.desk import Desk
from loyaltui.store import Shop
from loyaltui.watching import QUIET, Watch
from tests.conftest import NOW

ASKED = {
    "dry_run": False,
    "yes": True,
    "mapped": (),
    "currency": "EUR",
    "region": "IE",
    "date_order": None,
    "points": None,
    "machine": False,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "till"
    path.mkdir()
    return path


@pytest.fixture
def watch(shop: Shop, folder: Path) -> Watch:
    return Watch(Desk(str(shop.path), date.fromordinal(NOW.day)), folder, ASKED)


def drop(folder: Path, name: str, *rows: str) -> Path:
    """A till's file, as written in one go."""
    path = folder / name
    path.write_text("date,customer,amount\n" + "".join(f"{row}\n" for row in rows))
    return path


def test_each_file_is_brought_in_once_and_a_longer_one_again(watch: Watch, folder: Path, shop: Shop) -> None:
    file = drop(folder, "monday.csv", "2026-04-27,Zoe,4.20")
    watch.look(0)
    assert shop.customers.count() == 0
    for second in (QUIET, 2 * QUIET, 3 * QUIET):
        watch.look(second)
        assert len(shop.receipts.of_day(date(2026, 4, 27).toordinal())) == 1
    with file.open("a") as more:
        more.write("2026-04-27,Ann,1.00\n")
    watch.look(4 * QUIET)
    watch.look(5 * QUIET)
    assert len(shop.receipts.of_day(date(2026, 4, 27).toordinal())) == 2


def test_a_file_that_still_grows_is_let_alone(watch: Watch, folder: Path, shop: Shop) -> None:
    for n in range(4):
        drop(folder, "monday.csv", *["2026-04-27,Zoe,4.20"] * (n + 1))
        watch.look(n * QUIET)
        assert shop.customers.count() == 0


def test_what_is_no_till_file_doesnt_end_the_watch(
    watch: Watch, folder: Path, shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "folder.csv").mkdir()
    (folder / "nowhere.csv").symlink_to(folder / "gone")
    if sys.platform != "win32":
        os.mkfifo(folder / "pipe.csv")
    drop(folder, "tuesday.csv", "2026-04-28,Zoe,4.20")
    watch.look(0)
    watch.look(QUIET)
    assert shop.customers.count() == 1
    assert "broken.csv" in capsys.readouterr().err


def test_a_stick_that_is_pulled_out_is_said_once_and_waited_for(
    watch: Watch, folder: Path, shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.rename(folder.with_name("away"))
    watch.look(0)
    watch.look(1)
    assert capsys.readouterr().err.count("can't be watched just now") == 1
    folder.with_name("away").rename(folder)
    drop(folder, "monday.csv", "2026-04-27,Zoe,4.20")
    watch.look(2)
    watch.look(2 + QUIET)
    assert shop.customers.count() == 1


def test_what_is_no_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--shop", str(tmp_path / "s.db"), "import", "--watch", str(tmp_path / "nowhere")])
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "is no folder" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with a name there")
def test_a_pipe_is_refused_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    done = CliRunner().invoke(main, ["--shop", str(tmp_path / "s.db"), "import", str(tmp_path / "pipe.csv"), "--yes"])
    assert done.exit_code == 1
    assert "no plain file" in done.stderr
    assert not (tmp_path / "s.db").exists()


def test_a_file_that_brings_nothing_into_a_new_shop_is_explained_and_leaves_no_shop(tmp_path: Path) -> None:
    file = drop(tmp_path, "odd.csv", "2026-13-45,Zoe,4.20")
    done = CliRunner().invoke(main, ["--shop", str(tmp_path / "s.db"), "import", str(file), "--yes"])
    assert done.exit_code == 0
    assert "Nothing to bring in" in done.stdout
    assert "no possible date" in done.stdout
    assert not (tmp_path / "s.db").exists()


def test_a_sale_of_2099_is_not_brought_in_and_its_line_is_said(tmp_path: Path) -> None:
    file = tmp_path / "may.csv"
    file.write_text("Date,Customer,Amount\n2026-05-03,Ann,4.00\n2099-05-03,Ann,5.00\n", encoding="utf-8")
    options = ["--shop", str(tmp_path / "s.db"), "--today", "2026-05-04"]
    done = CliRunner().invoke(main, [*options, "import", str(file), "--yes", "--json"])
    (report,) = json.loads(done.stdout)
    assert (report["visits"], report["rejected"]) == (1, [{"line": 3, "reason": "invalid_date"}])
