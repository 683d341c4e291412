"""The README's tables of keys and commands are what the program really has.

`python tests/test_readme.py` writes them anew.
"""

import re
from pathlib import Path

import click

from loyaltui import keys
from loyaltui.cli import main

README = Path(__file__).parent.parent / "README.md"


def key_table() -> str:
    """Every key that the help explains."""
    rows = ["| where | key | |", "|---|---|---|"]
    for key in keys.TABLE:
        if key.help:
            rows.append(f"| {keys.ROOMS[key.room]} | `{key.key}` | {key.words}: {key.help} |")
    return "\n".join(rows)


def command_table() -> str:
    """Every command, as its own help calls it."""
    rows = ["| command | does |", "|---|---|"]
    context = click.Context(main, info_name="loyaltui")
    for name, command in sorted(main.commands.items()):
        usage = " ".join(command.collect_usage_pieces(click.Context(command, info_name=name, parent=context)))
        rows.append(f"| `{name} {usage}` | {(command.help or '').splitlines()[0]} |".replace(" [OPTIONS]", ""))
    return "\n".join(rows)


def part(name: str) -> str:
    """What stands between two marks of the README."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", README.read_text(encoding="utf-8"), re.S)
    assert found, f"the README has no part called {name}"
    return found[1].strip()


def test_the_readme_lists_every_key() -> None:
    assert part("keys") == key_table()


def test_the_readme_lists_every_command() -> None:
    assert part("commands") == command_table()


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    for name, table in (("keys", key_table()), ("commands", command_table())):
        text = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", lambda m, t=table: f"{m[1]}{t}\n{m[2]}", text, flags=re.S
        )
    README.write_text(text, encoding="utf-8")
