"""The shop's file: what is refused is left as it was, and what was saved stays, whatever happens to the machine."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from loyaltui.core.refused import Refused
from loyaltui.store import Shop, backup, connection, schema
from tests.conftest import ANNA, NOW, Till, acts, person, rows, sold

SAFE = {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "recursive_triggers": 1, "secure_delete": 1}
CRASH = """
import os, signal
from pathlib import Path
from loyaltui.store import Shop, schema
from tests.conftest import ANNA, NOW, Till, sold

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

path = Path({path!r})
"""
HALF_WAY = """
def half(conn, _):
    conn.execute("PRAGMA cache_spill = 1")
    conn.execute("PRAGMA cache_size = 1")  # so that it stands in the file, and not in memory only, what is half done
    conn.execute("CREATE TABLE half(name TEXT)")
    conn.execute("DROP TABLE notes")
    conn.execute("UPDATE customers SET name = 'Nobody'")
    die()

schema.migrate = half
Shop(path)
"""
MANY = [sold(str(n), 1000, ANNA, n % 28) for n in range(400)]


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def crash(path: Path, script: str) -> None:
    """Run a script that has `path` and `die` at hand, and must end by being killed."""
    program = CRASH.format(path=str(path)) + script
    ended = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parent.parent, check=False)
    assert ended.returncode == -signal.SIGKILL


def sqlite_file(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for statement in statements:
            conn.execute(statement)


def test_every_connection_has_sqlites_safety_on(shop: Shop) -> None:
    found = []

    def look() -> None:
        found.append({name: shop.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in SAFE})

    look()
    other = Thread(target=look)
    other.start()
    other.join()
    assert found == [SAFE, SAFE]


def test_a_sqlite_that_cant_be_made_safe_is_refused(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.PRAGMAS, "synchronous", 7)  # there is no such level
    with pytest.raises(Refused, match="unsafe_sqlite"):
        Shop(shop.path)


def test_only_its_owner_can_read_the_file_and_its_backups(shop: Shop) -> None:
    copy = backup.before(shop.conn, shop.path, "import")
    assert [file.stat().st_mode & 0o777 for file in (shop.path, copy)] == [0o600, 0o600]
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]


def text(path: Path) -> None:
    path.write_text("name,amount\nAnna,4.20\n", encoding="utf-8")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)


def cut(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(60))


def another_program(path: Path) -> None:
    sqlite_file(path, "CREATE TABLE recipes(name TEXT)", "INSERT INTO recipes VALUES ('Bread')")


def another_program_open_elsewhere(path: Path) -> None:
    sqlite_file(path, "PRAGMA journal_mode = WAL", "CREATE TABLE recipes(name TEXT)")


def newer(path: Path) -> None:
    Shop(path, create=True).close()
    sqlite_file(path, "PRAGMA user_version = 99", "CREATE TABLE what_is_to_come(name TEXT)")


def newer_and_otherwise_kept(path: Path) -> None:
    newer(path)
    sqlite_file(path, "PRAGMA journal_mode = WAL")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: None, "no_shop"),
        (Path.touch, "shop_emptied"),
        (Path.mkdir, "cannot_open_shop"),
        (text, "not_a_shop"),
        (picture, "not_a_shop"),
        (cut, "not_a_shop"),
        (another_program, "not_a_shop"),
        (another_program_open_elsewhere, "not_a_shop"),
        (newer, "newer_shop"),
        (newer_and_otherwise_kept, "newer_shop"),
    ],
)
@pytest.mark.parametrize("create", [False, True])
def test_what_is_no_shop_of_ours_is_refused_and_left_as_it_is(
    path: Path, make: Callable[[Path], None], why: str, create: bool
) -> None:
    make(path)
    if why == "no_shop" and create:
        return
    before = bytes_in(path.parent)
    with pytest.raises(Refused, match=why):
        Shop(path, create=create)
    assert bytes_in(path.parent) == before


def test_a_shop_that_cant_be_made_leaves_no_empty_file_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise Refused("disk_full")

    with monkeypatch.context() as patched, pytest.raises(Refused, match="disk_full"):
        patched.setattr(schema, "migrate", full)
        Shop(path, create=True)
    Shop(path, create=True).close()


@pytest.mark.parametrize("kept", ["IMMEDIATE", "EXCLUSIVE"])
def test_while_another_counter_is_saving_nothing_is_written_and_it_is_said(shop: Shop, mary: int, kept: str) -> None:
    before, count = rows(shop), acts(shop)
    with closing(sqlite3.connect(shop.path, isolation_level=None)) as other:
        other.execute(f"BEGIN {kept}")
        for verb in (
            lambda: shop.receipts.log(NOW, mary, 420),
            lambda: shop.imports.take_in(NOW, "may.csv", Till(MANY[:3])),
            lambda: shop.undo(NOW),
        ):
            with pytest.raises(Refused, match="shop_busy"):
                verb()
        if kept == "EXCLUSIVE":  # the moment of the saving itself, in which nobody else can read either
            with pytest.raises(Refused, match="shop_busy"):
                shop.customers.search("mary")
        else:
            assert shop.customers.search("mary").total == 1
    assert (rows(shop), acts(shop)) == (before, count)
    assert shop.receipts.log(NOW, mary, 420).earned == 4


def test_on_a_full_disk_nothing_is_half_written(shop: Shop, mary: int) -> None:
    before, count = rows(shop), acts(shop)
    shop.conn.execute("PRAGMA max_page_count = 1")  # no fewer pages than there are: the next is one too many
    with pytest.raises(Refused, match="disk_full"):
        shop.imports.take_in(NOW, "may.csv", Till(MANY))
    assert (rows(shop), acts(shop)) == (before, count)
    with pytest.raises(Refused, match="disk_full"):
        for _ in range(1000):
            shop.receipts.log(NOW, mary, 420)
    logged = shop.conn.execute("SELECT count(*) FROM receipts").fetchone()[0]
    assert shop.points.balance(mary, NOW.day) == logged * 420 // 100
    assert acts(shop) == count + logged
    assert backup.faults(shop.conn) == []


def test_a_file_that_is_read_only_can_be_read_and_says_that_it_cant_be_written(shop: Shop, mary: int) -> None:
    before, count = rows(shop), acts(shop)
    shop.conn.execute("PRAGMA query_only = 1")  # permissions don't stop the administrator, who may run the tests
    for verb in (lambda: shop.receipts.log(NOW, mary, 420), lambda: shop.undo(NOW)):
        with pytest.raises(Refused, match="shop_read_only"):
            verb()
    assert shop.customers.search("mary").total == 1
    assert (rows(shop), acts(shop)) == (before, count)


@pytest.fixture
def older(shop: Shop) -> Path:
    """A shop's file that the next opening has to bring up to date."""
    person(shop)
    shop.close()
    sqlite_file(shop.path, "PRAGMA user_version = 0")
    return shop.path


def test_before_a_file_is_brought_up_to_date_a_good_copy_is_made(older: Path) -> None:
    with Shop(older) as shop:
        now = rows(shop)
    (copy,) = (older.parent / "backups").iterdir()
    with closing(sqlite3.connect(copy)) as conn:
        assert backup.faults(conn) == []
        assert conn.execute("PRAGMA user_version").fetchone() == (0,)
    with Shop(copy) as shop:
        assert rows(shop) == now


def test_a_copy_that_isnt_good_stops_everything_before_it_begins(shop: Shop) -> None:
    shop.conn.execute("PRAGMA foreign_keys = 0")
    shop.conn.execute("INSERT INTO notes(act_id, customer_id, day, text) VALUES (1, 99, 1, 'of nobody')")
    shop.close()
    sqlite_file(shop.path, "PRAGMA user_version = 0")
    before = shop.path.read_bytes()
    with pytest.raises(Refused, match="backup_failed"):
        Shop(shop.path)
    assert shop.path.read_bytes() == before
    assert list((shop.path.parent / "backups").iterdir()) == []


@pytest.mark.parametrize("killed", [False, True])
def test_a_file_that_couldnt_be_brought_up_to_date_stays_whole_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    before = older.read_bytes()

    def half(conn: sqlite3.Connection, _: int) -> None:
        conn.execute("CREATE TABLE half(name TEXT)")
        conn.execute("DROP TABLE notes")
        raise Refused("disk_failed")

    if killed:
        crash(older, HALF_WAY)
    else:
        with monkeypatch.context() as patched, pytest.raises(Refused, match="disk_failed"):
            patched.setattr(schema, "migrate", half)
            Shop(older)
        assert older.read_bytes() == before
    with Shop(older) as shop:
        assert shop.customers.get(1).name == "Mary Smith"
        assert "half" not in rows(shop)
        assert backup.faults(shop.conn) == []


@pytest.mark.parametrize(
    "moment",
    [
        "shop.imports.take_in(NOW, 'may.csv', Till(many), progress=die)",
        "shop.imports.take_in(NOW, 'may.csv', Till(many), decide=die)",
        "shop.conn.execute('PRAGMA cache_size = 1'); shop.conn.execute('PRAGMA cache_spill = 1'); "
        "from loyaltui.store.booking import Booker; Booker.book = die; "
        "shop.imports.take_in(NOW, 'may.csv', Till(many))",
    ],
)
def test_an_import_that_was_killed_left_nothing_and_can_come_again(shop: Shop, moment: str) -> None:
    before = rows(shop)
    crash(shop.path, f"shop = Shop(path)\nmany = [sold(str(n), 1000, ANNA, n % 28) for n in range(400)]\n{moment}")
    assert rows(shop) == before
    assert backup.faults(shop.conn) == []
    assert shop.imports.take_in(NOW, "may.csv", Till(MANY)).visits == 400


def test_a_visit_that_was_said_to_be_saved_is_there_after_a_crash(shop: Shop, mary: int) -> None:
    crash(shop.path, f"Shop(path).receipts.log(NOW, {mary}, 420)\ndie()")
    assert [line.amount for line in shop.receipts.of_day(NOW.day)] == [420]
    assert shop.points.balance(mary, NOW.day) == 4
