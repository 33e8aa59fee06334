"""Blocks, and what is made of them, as JSON and back: how a report is kept as it was.

Every value says which kind it is, so that a field added later finds its default in what was kept before. Pictures are
not in it: each stands under its SHA-256 in a folder of its own. Pure.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Any

from resources.files.sha256 import sha256_of_bytes
from resources.problem import Problem
from resources.report import blocks, exemption, looks, told
from resources.tables import Column, ColumnKind, Table

VERSION = 1

_KIND, _DAY, _WORD, _TEXT, _PICTURE = "is", "day", "word", "text", "picture"
_OF_BLOCKS: tuple[type, ...] = (
    *(one for one in vars(blocks).values() if isinstance(one, type) and one.__module__ == blocks.__name__),
    exemption.Exemption,
    looks.Looks,
    told.Figure,
    Table,
    Column,
    ColumnKind,
)


class LaterVersion(Problem):
    """What was kept has something in it that this version of the program does not know."""


def as_json(value: Any) -> tuple[str, Mapping[str, bytes]]:
    """A report, or something that holds one, as text; and the pictures in it by their SHA-256."""
    pictures: dict[str, bytes] = {}
    text = json.dumps({"version": VERSION, "kept": _plain(value, pictures)}, ensure_ascii=False)
    return text, pictures


def from_json(text: str, picture: Callable[[str], bytes], *, also: Iterable[type] = ()) -> Any:
    """What was kept, each picture as `picture` finds it by its SHA-256; `also` are kinds besides those of blocks."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Problem(
            "What was kept of the report cannot be read: it was altered outside this program."
        ) from error
    if not isinstance(read, dict) or read.get("version") != VERSION:
        raise LaterVersion(
            "The report was kept by a later version of this program. Open it with that version."
        )
    return _value(read["kept"], {one.__name__: one for one in (*_OF_BLOCKS, *also)}, picture)


def pictures_in(text: str) -> frozenset[str]:
    """The SHA-256 of every picture of what was kept."""
    found: set[str] = set()
    json.loads(text, object_hook=lambda one: found.add(one[_PICTURE]) if one.keys() == {_PICTURE} else None)
    return frozenset(found)


def _plain(value: Any, pictures: dict[str, bytes]) -> Any:
    match value:
        case StrEnum():
            return {_WORD: value.name, _KIND: type(value).__name__, _TEXT: value.value}
        case Enum():
            return {_WORD: value.name, _KIND: type(value).__name__}
        case None | bool() | int() | float() | str():
            return value
        case date():
            return {_DAY: value.isoformat()}
        case bytes():
            sha256 = sha256_of_bytes(value)
            pictures[sha256] = value
            return {_PICTURE: sha256}
        case list() | tuple():
            return [_plain(one, pictures) for one in value]
    if not is_dataclass(value):
        raise TypeError(f"No way to keep {type(value).__name__}")
    told_by = {one.name: getattr(value, one.name) for one in fields(value) if _is_told(one, value)}
    return {_KIND: type(value).__name__, **{name: _plain(one, pictures) for name, one in told_by.items()}}


def _is_told(one: Field[Any], value: Any) -> bool:
    """What is as it is by default is left out: most of a block is."""
    if not one.init:
        return False
    default = one.default if one.default_factory is MISSING else one.default_factory()
    return default is MISSING or bool(getattr(value, one.name) != default)


def _value(kept: Any, kinds: Mapping[str, type], picture: Callable[[str], bytes]) -> Any:
    if isinstance(kept, list):
        return tuple(_value(one, kinds, picture) for one in kept)
    if not isinstance(kept, dict):
        return kept
    if kept.keys() == {_DAY}:
        return date.fromisoformat(kept[_DAY])
    if kept.keys() == {_PICTURE}:
        return picture(kept[_PICTURE])
    kind = kinds.get(kept.get(_KIND, ""))
    if kind is None and kept.keys() == {
        _KIND,
        _WORD,
        _TEXT,
    }:  # a capability's own word in a table's cell is text
        return kept[_TEXT]
    try:
        if kind is not None and issubclass(kind, Enum):
            return kind[kept[_WORD]]
        if kind is not None:
            given = {name: _value(one, kinds, picture) for name, one in kept.items() if name != _KIND}
            return kind(**given)
    except (KeyError, TypeError, ValueError) as error:
        raise _later(kept) from error
    raise _later(kept)


def _later(kept: Mapping[str, Any]) -> LaterVersion:
    return LaterVersion(
        f"The report holds something that this version of the program does not know ({kept.get(_KIND, 'no kind')}). "
        "Open it with the version that kept it, or a later one."
    )
