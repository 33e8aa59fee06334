"""No word that the program prints in a public document can pass for the name of a service."""

import ast
import re
from pathlib import Path

import pytest

from resources.report.exempt_names import words_of
from resources.report.ordinary_words import ORDINARY_WORDS, SMALL_WORDS

ROOT = Path(__file__).parents[3]
WRITERS = (
    "engagement/market/sections.py",
    "engagement/market/market_sentences.py",
    "engagement/market/market_table.py",
    "engagement/market/scope.py",
    "engagement/forums/sections.py",
    "engagement/forums/attendance.py",
    "engagement/forums/cover.py",
    "engagement/forums/groups.py",
    "engagement/forums/summary/sections.py",
    "engagement/forums/summary/tables.py",
    "engagement/forums/vocabulary.py",
    "engagement/register/vocabulary.py",
    "resources/wording.py",
    "resources/report/blocks.py",
    "resources/report/committee/house_styles.py",
    "resources/report/committee/composed_parts.py",
    "resources/report/exemption.py",
    "resources/report/word/writer.py",
    "resources/report/word/opening.py",
    "resources/report/word/styles.py",
    "resources/report/word/package.py",
)
_SQL = re.compile(r"^\s*(select|insert|update|delete|with)\s", re.IGNORECASE)


def printed(path: Path) -> set[str]:
    """The words with a capital in the texts of a module, apart from its docstrings and from SQL."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    stated = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in stated
        and not _SQL.match(node.value)
    ]
    return {word for text in texts for word in re.findall(r"\b[A-Z][a-z]{2,}\b", text)}


@pytest.mark.parametrize("module", WRITERS)
def test_words_with_a_capital_in_public_documents_are_ordinary(module: str) -> None:
    words = {word: words_of(word) for word in printed(ROOT / module)}
    assert words or module.endswith("cover.py")
    assert {word for word, forms in words.items() if not ORDINARY_WORDS.issuperset(forms)} == set()


def test_every_ordinary_word_is_written_as_it_folds() -> None:
    assert {word for word in ORDINARY_WORDS if word not in words_of(word)} == set()
    assert {"the", "of", "and"} & SMALL_WORDS
