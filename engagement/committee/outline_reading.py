"""Outline files read: each value is looked at before it is taken, and what is not known is said."""

import hashlib
import json
import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from engagement.committee import pictures
from engagement.committee.items import write_cells
from engagement.committee.limits import one_line, several_lines
from engagement.committee.outline_files import FORMAT, VERSION, SavedOutline
from engagement.committee.outline_periods import RelativePeriod
from resources.files.cells import shown
from resources.problem import FieldProblem, Problem
from resources.report.committee.outline import Item, ItemKind, Style
from resources.report.committee.parts import Part
from resources.report.exemption import DESCRIPTIONS, Exemption
from resources.spans import Span, refuse_beyond
from resources.wording import count_of
from resources.words import Word

MOST_BYTES = 40_000_000
MOST_ITEMS = 500
MOST_DEPTH = 8
MOST_TOLD = 10

W = TypeVar("W", bound=Word)


@dataclass(frozen=True)
class ReadOutline:
    """What a file says, and what of it is not known here and was left out, a sentence each."""

    saved: SavedOutline
    left_out: tuple[str, ...] = ()


def read_outline(path: Path, *, sections: Collection[str]) -> ReadOutline:
    """Read an outline file; `sections` are the keys of those that this version has. Raises Problem with the place."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Problem(
                f"“{path.name}” has {size // 1_000_000} MB, and outlines up to 40 MB are read. Choose an outline that "
                "Provider Desk saved."
            )
        content = path.read_bytes()
    except OSError as error:
        raise Problem(
            f"“{path.name}” could not be read ({error.strerror}). Check that it is there and may be opened."
        ) from error
    return outline_in(content, path.name, sections=sections)


def outline_in(content: bytes, called: str, *, sections: Collection[str]) -> ReadOutline:
    """The outline in the bytes of a file."""
    reading = _Reading(called, sections)
    told = reading.mapping("", _parsed(content, called))
    if told.get("format") != FORMAT:
        raise Problem(
            f"“{called}” is not an outline of Provider Desk. Choose a file that “Save its outline” made."
        )
    version = told.get("version")
    if type(version) is not int or not 1 <= version <= VERSION:
        raise Problem(
            f"“{called}” is an outline of version {shown(str(version))}, and versions up to {VERSION} are read. Update "
            "Provider Desk."
        )
    return ReadOutline(reading.outline(told), _shortened(reading.left_out))


def _shortened(left_out: Sequence[str]) -> tuple[str, ...]:
    more = len(left_out) - MOST_TOLD
    if more <= 0:
        return tuple(left_out)
    rest = f"And {count_of(more, 'other was', 'others were')} left out."
    return (*left_out[:MOST_TOLD], rest)


def _parsed(content: bytes, called: str) -> Any:
    try:
        text = content.decode("utf-8-sig")
        if _depth(text) > MOST_DEPTH:
            raise ValueError("nested too deep")
        told = json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_number)
        if _HALF_SIGN.search(text) is not None:
            json.dumps(
                told, ensure_ascii=False
            ).encode()  # fails where a half stands alone: no file takes one
        return told
    except (ValueError, RecursionError) as error:
        raise Problem(
            f"“{called}” could not be read as an outline: it is damaged, or something else. Choose a file that "
            "“Save its outline” made."
        ) from error


_SIGNS = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
"""Words end with the file at the latest: where they could fail to match, each of their marks would be tried anew."""


_HALF_SIGN = re.compile(r"\\ud[89a-f]", re.IGNORECASE)


def _depth(text: str) -> int:
    """How deep lists and groups stand in each other; what stands in quotation marks does not count."""
    deepest = depth = 0
    for sign in _SIGNS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(sign[0], 0)
        deepest = max(deepest, depth)
    return deepest


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) < len(pairs):
        raise ValueError("a name stands twice")
    return told


def _no_number(text: str) -> Any:
    raise ValueError(text)


@dataclass
class _Reading:
    """One file being read; what is not known is noted in `left_out`."""

    called: str
    sections: Collection[str]
    left_out: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def outline(self, told: Mapping[str, Any]) -> SavedOutline:
        """All of it."""
        self._unknown("", told, _KNOWN)
        items = self._list("items", told.get("items", []))
        return SavedOutline(
            title=self._words(
                lambda: one_line("title", "Title", self._text("title", told), empty="it is missing.")
            ),
            committee=self._words(
                lambda: one_line(
                    "committee", "Committee", self._text("committee", told), empty="it is missing."
                )
            ),
            period=self._period(told.get("period")),
            since=self._since(told.get("since", "last_report")),
            meets_on=self._day("meets_on", told.get("meets_on")),
            agenda_item=self._words(
                lambda: one_line("agenda_item", "Agenda item", self._text("agenda_item", told), most=20)
            ),
            style=self._word("style", told.get("style", Style.NOTTINGHAMSHIRE.value), Style),
            parts=self._parts(self.mapping("parts", told.get("parts", {}))),
            items=tuple(self._item(f"line {at}", one) for at, one in enumerate(items, 1)),
            recommendations=tuple(
                self._recommendation(at, one)
                for at, one in enumerate(self._list("recommendations", told.get("recommendations", [])), 1)
            ),
            pictures=self.pictures,
            file_names=self.names,
        )

    # --- its values -----------------------------------------------------------------------------------------------

    def mapping(self, where: str, value: Any) -> Mapping[str, Any]:
        """A group of named values."""
        if not isinstance(value, dict):
            raise self._wrong(where or "the file", "named values", value)
        return value

    def _list(self, where: str, value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise self._wrong(where, "a list", value)
        if len(value) > MOST_ITEMS:
            raise Problem(
                f"“{self.called}”, {where}: {len(value):,} are listed and up to {MOST_ITEMS} are taken. "
                "Shorten the list."
            )
        return value

    def _text(self, name: str, told: Mapping[str, Any], where: str = "") -> str:
        value = told.get(name, "")
        if not isinstance(value, str):
            raise self._wrong(f"{where}, {name}" if where else name, "words", value)
        return value

    def _day(self, where: str, value: Any) -> date | None:
        if value is None or value == "":
            return None
        try:
            day = date.fromisoformat(value)
        except (TypeError, ValueError):
            raise self._wrong(where, "a day like 2019-12-09", value) from None
        refuse_beyond(Span(day, day))
        return day

    def _word(self, where: str, value: Any, words: type[W]) -> W:
        for one in words:
            if one.value == value:
                return one
        raise self._wrong(where, " or ".join(f"“{one.value}”" for one in words), value)

    def _period(self, value: Any) -> Span | RelativePeriod:
        if isinstance(value, str):
            return self._word("period", value, RelativePeriod)
        told = self.mapping("period", value)
        self._unknown("period", told, ("from", "to"))
        first, last = self._day("period, from", told.get("from")), self._day("period, to", told.get("to"))
        if first is None or last is None or last < first:
            raise Problem(
                f"“{self.called}”, period: it needs a day from which and a later one to which it goes."
            )
        return Span(first, last)

    def _since(self, value: Any) -> date | bool:
        if value == "last_report":
            return True
        return self._day("since", value) or False

    def _parts(self, told: Mapping[str, Any]) -> dict[Part, str]:
        found: dict[Part, str] = {}
        for name in told:
            part = next((one for one in Part if one.value == name), None)
            if part is None or part.is_commented:
                why = "comments are made anew for each report" if part else "there is no such part"
                self.left_out.append(f"The part {shown(name)} was left out: {why}.")
            elif words := self._several(part.label, self._text(name, told, "parts")):
                found[part] = words
        return found

    def _recommendation(self, at: int, value: Any) -> str:
        if not isinstance(value, str):
            raise self._wrong(f"recommendation {at}", "words", value)
        return self._several(f"Recommendation {at}", value, empty="it has no words.")

    def _item(self, where: str, value: Any) -> Item:
        told = self.mapping(where, value)
        kind = self._word(f"{where}, kind", told.get("kind"), ItemKind)
        self._unknown(where, told, ("kind", "exempt", *_OF_KIND[kind]))
        cells, options = self._cells(where, kind, told), self._options(where, told.get("options", {}))
        try:
            checked = write_cells(kind, cells)
        except Problem as problem:
            raise Problem(f"“{self.called}”, {where}: {problem.sentence}") from None
        line = {name: str(checked.get(name) or "") for name in ("section", "text", "alt", "file_sha256")}
        level = cells.get("level", 1)
        exempt = self._exempt(where, told.get("exempt"))
        return Item(
            where,
            kind,
            line["section"],
            line["text"],
            level,
            line["alt"],
            line["file_sha256"],
            exempt,
            options,
        )

    def _cells(self, where: str, kind: ItemKind, told: Mapping[str, Any]) -> dict[str, Any]:
        match kind:
            case ItemKind.SECTION:
                return {"section": self._section(where, self._text("section", told, where))}
            case ItemKind.HEADING:
                level = told.get("level", 2)
                if type(level) is not int:
                    raise self._wrong(f"{where}, level", "1 or 2", level)
                return {"text": self._text("text", told, where), "level": level}
            case ItemKind.BULLETS:
                lines = self._list(f"{where}, lines", told.get("lines", []))
                return {"text": "\n".join(self._text("line", {"line": one}, where) for one in lines)}
            case ItemKind.PICTURE:
                alt, text = self._text("description", told, where), self._text("caption", told, where)
                return {"text": text, "alt": alt, "file_sha256": self._picture(where, told)}
            case ItemKind.PARAGRAPH:
                return {"text": self._text("text", told, where)}
            case ItemKind.PAGE_BREAK:
                return {}

    def _section(self, where: str, key: str) -> str:
        if key not in self.sections:
            raise Problem(
                f"“{self.called}”, {where}: it names a section {shown(key)}, which this version does not have. Take "
                "the line out, or update Provider Desk."
            )
        return key

    def _options(self, where: str, value: Any) -> dict[str, str]:
        told = self.mapping(f"{where}, options", value)
        if len(told) > 20 or not all(isinstance(one, str) and len(one) <= 200 for one in told.values()):
            raise self._wrong(f"{where}, options", "up to 20 names with short words", value)
        return {str(name): str(one) for name, one in told.items()}

    def _picture(self, where: str, told: Mapping[str, Any]) -> str:
        name = one_line("file", "File", self._text("file", told, where)) or "picture"
        try:
            content = b64decode(self._text("png", told, where), validate=True)
        except (NotBase64, ValueError):
            raise self._wrong(f"{where}, png", "a picture", told.get("png")) from None
        try:
            png = pictures.made_anew(content, name)
        except FieldProblem as problem:
            raise Problem(f"“{self.called}”, {where}: {problem.sentence}") from None
        sha256 = hashlib.sha256(png).hexdigest()
        self.pictures[sha256], self.names[sha256] = png, name
        return sha256

    def _exempt(self, where: str, value: Any) -> Exemption | None:
        if value is None:
            return None
        told = self.mapping(f"{where}, exempt", value)
        names = ("reason", "public_interest", "seen_by")
        self._unknown(f"{where}, exempt", told, ("paragraph", "review_on", *names))
        paragraph = told.get("paragraph")
        if type(paragraph) is not int or paragraph not in DESCRIPTIONS:
            raise self._wrong(f"{where}, exempt, paragraph", "a number from 1 to 7", paragraph)
        day = self._day(f"{where}, exempt, review_on", told.get("review_on"))
        reason, interest, seen_by = (self._several(where, self._text(name, told, where)) for name in names)
        if not reason:
            raise Problem(f"“{self.called}”, {where}: it is exempt and no reason is given. Write why it is.")
        return Exemption(paragraph, reason, interest, seen_by, day.isoformat() if day else "")

    # --- what is said of it ---------------------------------------------------------------------------------------

    def _several(self, heading: str, text: str, *, empty: str = "") -> str:
        return self._words(lambda: several_lines("text", heading, text, empty=empty))

    def _words(self, read: Callable[[], str]) -> str:
        try:
            return read()
        except FieldProblem as problem:
            raise Problem(f"“{self.called}”: {problem.sentence}") from None

    def _wrong(self, where: str, expected: str, found: Any) -> Problem:
        if isinstance(found, dict | list):
            said = "a list" if isinstance(found, list) else "named values"
        else:
            said = "nothing" if found is None else shown(json.dumps(found, ensure_ascii=False).strip('"'))
        return Problem(
            f"“{self.called}”, {where}: {expected} was expected and {said} found. Put it right there."
        )

    def _unknown(self, where: str, told: Mapping[str, Any], known: Collection[str]) -> None:
        at = f" of {where}" if where else ""
        self.left_out += [
            f"{shown(name)}{at} was left out: it is not known here." for name in told if name not in known
        ]


_KNOWN = (
    "marking", "format", "version", "title", "committee", "meets_on", "agenda_item", "style", "period", "since",
    "parts", "items", "recommendations",
)  # fmt: skip
_OF_KIND: Mapping[ItemKind, tuple[str, ...]] = {
    ItemKind.SECTION: ("section", "options"),
    ItemKind.HEADING: ("text", "level"),
    ItemKind.PARAGRAPH: ("text",),
    ItemKind.BULLETS: ("lines",),
    ItemKind.PICTURE: ("caption", "description", "file", "png"),
    ItemKind.PAGE_BREAK: (),
}
