"""Every "no" is said in words: whatever code is raised anywhere has its own sentence."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loyaltui.cli import main
from loyaltui.store import Shop
from loyaltui.words.refusals import SENTENCES
from tests.conftest import NOW

ROOT = Path(__file__).parent.parent / "loyaltui"
MADE = ("Refused", "Invalid")  # the counter's machine says its refusals as Invalid(text, code)


def codes(node: ast.expr) -> Iterator[str]:
    """The codes that an argument may be: itself, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from codes(node.body)
        yield from codes(node.orelse)


def raised(file: Path) -> Iterator[str]:
    """Every code that a file refuses with."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MADE and node.args:
            yield from codes(node.args[MADE.index(node.func.id)] if len(node.args) > 1 else node.args[0])


CODES = sorted({code for file in ROOT.rglob("*.py") for code in raised(file)})


def test_refusals_are_found_all_over_the_program() -> None:
    assert {"clock_leapt", "amount_too_large", "bad_amount", "voucher_used", "file_missing"} <= {*CODES}


@pytest.mark.parametrize("code", CODES)
def test_every_refusal_has_its_sentence(code: str) -> None:
    assert code in SENTENCES


def test_a_command_whose_clock_leapt_says_how_to_trust_it_and_then_does_it(shop: Shop, mary: int) -> None:
    def run(*words: str) -> Result:
        return CliRunner().invoke(main, ["--shop", str(shop.path), "--today", "2026-07-05", *words])

    shop.programme.put(NOW, "earn", "amount 1.00; lasts 365")
    shop.receipts.log(NOW, mary, 500)
    refused = run("visit", "mary", "3")
    assert refused.exit_code == 1
    assert "62 days after the last entry" in refused.output
    advice = refused.output.strip().rpartition("loyaltui ")[2]
    assert run(*advice.split()).exit_code == 0
    assert run("visit", "mary", "3").exit_code == 0
