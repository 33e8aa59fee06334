"""Every verb of the reports to a committee has an act in the proof that all is undone and done again."""

import ast
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from textwrap import dedent
from types import CodeType, FunctionType, ModuleType

import engagement.committee
from resources.database import change
from tests.journeys import test_undo_everything as proof

ROOM = engagement.committee.__name__


def verbs() -> dict[str, Callable[..., object]]:
    """The public functions of the room that write, by their own `change` or by that of another of its functions."""
    found = {}
    for module in pkgutil.iter_modules(engagement.committee.__path__, f"{ROOM}."):
        for name, one in inspect.getmembers(import_module(module.name), inspect.isfunction):
            if one.__module__ == module.name and not name.startswith("_") and writes(one):
                found[f"{module.name.removeprefix(f'{ROOM}.')}.{name}"] = one
    return found


def writes(function: FunctionType, seen: frozenset[FunctionType] = frozenset()) -> bool:
    """Whether it calls `change`, itself or through other functions of the engagement side."""
    named = list(functions_in(function))
    if change in named:
        return True
    others = [one for one in named if (one.__module__ or "").startswith("engagement.")]
    return any(writes(one, seen | {function}) for one in others if one not in seen)


def functions_in(function: FunctionType) -> Iterator[FunctionType]:
    """Those that it names, by themselves or by their module."""
    names = set(names_in(function.__code__))
    for one in [function.__globals__.get(name) for name in names]:
        if isinstance(one, FunctionType):
            yield one
        elif isinstance(one, ModuleType):
            within = [vars(one).get(name) for name in names]
            yield from (inner for inner in within if isinstance(inner, FunctionType))


def names_in(code: CodeType) -> Iterator[str]:
    """Of the function and of what is written inside it."""
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from names_in(inner)


def called() -> set[object]:
    """What the acts call by its name, or by the name of its module."""
    found: set[object] = set()
    for one in proof.ACTS:
        for node in ast.walk(ast.parse(dedent(inspect.getsource(one)))):
            if isinstance(node, ast.Name):
                found.add(id(vars(proof).get(node.id)))
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found.add(id(getattr(vars(proof).get(node.value.id), node.attr, None)))
    return found


def test_every_verb_of_reports_stands_in_the_proof() -> None:
    acts = called()
    assert len(verbs()) > 30
    assert [name for name, one in verbs().items() if id(one) not in acts] == []


def test_what_only_reads_is_no_verb() -> None:
    known = verbs()
    assert {"items.edit_item", "issues.keep_issue", "from_outlines.begin_from_outline"} <= set(known)
    assert not {"items.items_of", "reports.report", "outlines.outline"} & set(known)
