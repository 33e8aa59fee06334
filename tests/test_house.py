"""The rules of the house that no other tool holds."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
_SQL = re.compile(r"^\s*(select|insert|update|delete|with|create|drop|pragma)\s+\S+", re.IGNORECASE)


def texts_in(path: Path) -> list[tuple[int, str]]:
    """Every piece of text in the code, apart from docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, nodes) and _has_docstring(node)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


def _has_docstring(node: ast.AST) -> bool:
    return ast.get_docstring(node) is not None  # type: ignore[arg-type]


def test_sql_stands_in_the_domain_and_in_resources_only() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in (ROOT / "desktop").rglob("*.py")
        for line, text in texts_in(path)
        if _SQL.match(text)
        and (" from " in text or " into " in text or " set " in text or text.lower().startswith("pragma"))
    ]
    assert found == []


def test_only_the_last_resort_and_the_job_runner_catch_everything() -> None:
    broad = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in ("desktop", "engagement", "awards", "workforce", "resources")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and ast.unparse(node.type or ast.Name("bare")) in ("Exception", "bare")
    ]
    assert [place.partition(":")[0] for place in broad] == ["desktop/shell/jobs.py"]
