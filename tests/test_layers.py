"""Every room knows only the rooms it may know, is small enough to be read, and loads nothing before it is needed."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from loyaltui.store import Shop

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "loyaltui").rglob("*.py"))
MAY = {
    "core": "core",
    "pos": "core pos",
    "store": "core store sqlite_utils",
    "words": "core words babel",
    "widgets": "core words widgets textual rich",
    "screens": "core store pos words widgets screens clock keys textual rich",
    "app": "core store words widgets screens clock keys textual rich",
    "keys": "words textual",
    "clock": "core",
    "sample": "core store sample",
    "importing": "core pos store words desk click",
    "watching": "core words desk importing click",
    "desk": "core store words clock click platformdirs",
    "cli": "answering click greeting owing pointing reporting",
    "answering": "core store desk click",
    "greeting": "core store words desk exporting click",
    "exporting": "core store words desk click",
    "pointing": "core store words desk click",
    "reporting": "core store words desk click",
    "owing": "core store words desk click",
    "__main__": "cli",
    "__init__": "",
}
LATE = ("textual", "sqlite_utils", "babel", "phonenumbers")  # each takes a counter's patience to load
LONGEST_FILE, LONGEST_FUNCTION = 400, 50
Import = tuple[str, bool, bool]  # what is imported; inside a function; only for the type checker


def room(file: Path) -> str:
    return file.relative_to(ROOT / "loyaltui").with_suffix("").parts[0]


def named(node: ast.AST) -> Iterator[str]:
    """What an import statement imports: a room of ours, else the library."""
    if isinstance(node, ast.Import):
        modules = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom) and node.module == "loyaltui":
        modules = [f"loyaltui.{alias.name}" for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports say the whole name"
        modules = [node.module or ""]
    else:
        modules = []
    for module in modules:
        top, _, rest = module.partition(".")
        yield rest.partition(".")[0] or "__init__" if top == "loyaltui" else top


def imports(node: ast.AST, inside: bool = False, typing: bool = False) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        yield from ((name, inside, typing) for name in named(child))
        yield from imports(
            child,
            inside or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda),
            typing or (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test)),
        )


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def strangers(file: Path) -> set[str]:
    """What a file imports and may not."""
    allowed = {*MAY[room(file)].split(), *sys.stdlib_module_names, "__init__"}
    found = set(imports(tree(file)))
    if room(file) == "cli":
        found = {one for one in found if not one[1] and not one[2]}
    if file.name == "phone.py":
        found -= {("phonenumbers", True, False)}
    return {name for name, _, _ in found} - allowed


def said(program: str, *arguments: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return ran.stdout.strip()


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_file_imports_only_what_its_room_may(file: Path) -> None:
    assert strangers(file) == set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_file_can_be_read_in_one_go_and_hides_no_error(file: Path) -> None:
    nodes = list(ast.walk(tree(file)))
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    functions = (node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    assert [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION] == []
    handlers = [node.type for node in nodes if isinstance(node, ast.ExceptHandler)]
    caught = [ast.unparse(kind) if kind else "everything" for kind in handlers]
    assert not {"everything", "Exception"} & {*caught}


def test_sql_is_spoken_in_one_room_only() -> None:
    speakers = {room(file) for file in FILES if "sqlite3" in {name for name, _, _ in imports(tree(file))}}
    assert speakers <= {"store"}


def test_the_commands_start_without_the_screens_or_any_slow_library() -> None:
    program = "import sys, loyaltui.cli; print(*(name for name in sys.argv[1:] if name in sys.modules))"
    assert said(program, *LATE, "rich", "sqlite3") == ""


def test_a_shop_that_is_up_to_date_opens_without_any_slow_library(shop: Shop) -> None:
    program = (
        "import sys; from pathlib import Path; from loyaltui.store import Shop; Shop(Path(sys.argv[1])).settings; "
        "print(*(name for name in sys.argv[2:] if name in sys.modules))"
    )
    assert said(program, str(shop.path), *LATE) == ""
