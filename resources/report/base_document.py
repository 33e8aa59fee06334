"""Looks taken from another council's Word document: values alone, each held against what can be read.

Font, sizes, colour and margins come over; text, pictures, headers, fields and code do not. A size below 12 points, a
colour too light upon white and a margin too narrow to print stay ours, and each is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from resources.report.base_parts import BaseParts, Element, open_base
from resources.report.contrast import READABLE, contrast, is_colour
from resources.report.elements import all_of, child_of, is_on, kind_of, value_of
from resources.report.looks import DEFAULT_LOOKS, Looks
from resources.wording import and_list, number

LEAST_POINTS, MOST_BODY, MOST_POINTS = 12.0, 18.0, 40.0
LEAST_MARGIN, MOST_MARGIN = 10.0, 50.0
PAGE = "FFFFFF"
_FONT = re.compile(r"[A-Za-z][A-Za-z0-9 .\-]{0,39}")
_NOT_LETTERS = re.compile(
    r"symbol|wingdings|webdings|dingbats|barcode|marlett|script|handwriting|blackadder", re.I
)
_A4_WIDTH = 11906
_SIDES = ("top", "right", "bottom", "left")


@dataclass(frozen=True)
class TakenLooks:
    """What came of it: the looks, and in sentences what was taken and what was not, and why."""

    looks: Looks
    taken: tuple[str, ...]
    left: tuple[str, ...]


def looks_of(path: Path) -> TakenLooks:
    """The looks of a .docx; Problem where it is none, or holds code (see `base_parts`)."""
    return looks_in(open_base(path))


def looks_in(parts: BaseParts) -> TakenLooks:
    """The same of parts at hand."""
    reading = _Reading(parts)
    reading.font()
    reading.sizes()
    reading.colour()
    reading.margins()
    reading.ways_of_writing()
    return TakenLooks(reading.looks, tuple(reading.taken), (*reading.left, *parts.left))


class _Reading:
    """Values as they are found, and what is said of them."""

    def __init__(self, parts: BaseParts) -> None:
        self._styles, self._body = parts.get("word/styles.xml"), parts.get("word/document.xml")
        self._theme = next(
            (
                root
                for name, root in sorted(parts.xml.items())
                if re.fullmatch(r"word/theme/theme\d*\.xml", name)
            ),
            None,
        )
        self.looks = DEFAULT_LOOKS
        self.taken: list[str] = []
        self.left: list[str] = []

    # The styles

    def _style(self, name: str) -> Element | None:
        styles = self._styles if self._styles is not None else ()
        for one in styles:
            if kind_of(one) == "style" and name in (
                value_of(child_of(one, "name")).lower(),
                value_of(one, "styleId"),
            ):
                return one
        return None

    def _chain(self, name: str) -> Iterator[Element]:
        """The run properties of a style, of those it is based on, and of the document; the nearest first."""
        seen: set[str] = set()
        style = self._style(name)
        while style is not None and value_of(style, "styleId") not in seen:
            seen.add(value_of(style, "styleId"))
            if (found := child_of(style, "rPr")) is not None:
                yield found
            style = self._style(value_of(child_of(style, "basedOn")) or "-")
        if (found := child_of(self._styles, "docDefaults", "rPrDefault", "rPr")) is not None:
            yield found

    def _setting(self, style: str, kind: str) -> Element | None:
        found = (child_of(one, kind) for one in self._chain(style))
        return next((one for one in found if one is not None), None)

    # Each value

    def font(self) -> None:
        """That of the text; a theme names it by a word."""
        fonts = self._setting("normal", "rFonts")
        theme = value_of(fonts, "asciiTheme")
        if theme:
            which = "majorFont" if theme.startswith("major") else "minorFont"
            scheme = child_of(self._theme, "themeElements", "fontScheme", which, "latin")
            name = value_of(scheme, "typeface")
        else:
            name = value_of(fonts, "ascii")
        name = " ".join(name.split())
        if not name:
            self.left.append(f"It names no font for its text, so {self.looks.font} stays.")
        elif not _FONT.fullmatch(name) or _NOT_LETTERS.search(name):
            self.left.append(f"Its font is not one for plain text, so {self.looks.font} stays.")
        else:
            self.looks = replace(self.looks, font=name)
            self.taken.append(f"Font: {name}.")

    def sizes(self) -> None:
        """Of text, title and headings; none is smaller than the text."""
        body = self._points("normal") or 10.0  # what Word takes where nothing is said
        self._take("body", "Text", body, LEAST_POINTS, MOST_BODY)
        for field, style, called in (
            ("title", "title", "Title"),
            ("heading", "heading 1", "Headings"),
            ("subheading", "heading 2", "Headings beneath them"),
        ):
            points = self._points(style) if self._style(style) is not None else None
            if points is None:
                self.left.append(f"{called}: it has no such style, so ours stays.")
            else:
                self._take(field, called, points, max(LEAST_POINTS, self.looks.body), MOST_POINTS)
        self._in_order()

    def _take(self, field: str, called: str, points: float, least: float, most: float) -> None:
        held = max(getattr(self.looks, field), least)
        if points < least:
            why = "smaller than can be read with ease" if points < LEAST_POINTS else "smaller than the text"
            self.left.append(f"{called} at {_points(points)} was not taken: {why}. It has {_points(held)}.")
        elif points > most:
            self.left.append(
                f"{called} at {_points(points)} was not taken: too large. It has {_points(held)}."
            )
        else:
            held = points
            self.taken.append(f"{called}: {_points(points)}.")
        self.looks = replace(self.looks, **{field: held})

    def _in_order(self) -> None:
        """A heading is no smaller than those beneath it."""
        looks = self.looks
        heading = max(looks.heading, looks.subheading)
        title = max(looks.title, heading)
        if (heading, title) != (looks.heading, looks.title):
            self.looks = replace(looks, heading=heading, title=title)
            self.left.append("Headings would be smaller than those beneath them, so they were made as large.")

    def _points(self, style: str) -> float | None:
        text = value_of(self._setting(style, "sz"))
        return int(text) / 2 if text.isascii() and text.isdigit() and len(text) < 5 else None

    def colour(self) -> None:
        """That of headings, where it can be read upon white."""
        setting = self._setting("heading 1", "color")
        found = value_of(setting)
        if not is_colour(found):
            found = self._theme_colour(value_of(setting, "themeColor")) or "000000"
        found = found.upper()
        if contrast(found, PAGE) < READABLE:
            self.left.append(
                f"The colour of its headings (#{found}) was not taken: upon white its contrast is "
                f"{number(contrast(found, PAGE), 1)} to 1, and {READABLE} to 1 is needed. Ours stays."
            )
            return
        self.looks = replace(self.looks, accent=found)
        self.taken.append(f"Colour of headings: #{found}.")

    def _theme_colour(self, name: str) -> str:
        known = {
            "text1": "dk1",
            "dark1": "dk1",
            "text2": "dk2",
            "dark2": "dk2",
            "background1": "lt1",
            "light1": "lt1",
        }
        scheme = child_of(self._theme, "themeElements", "clrScheme", known.get(name, name or "-"))
        if scheme is None or not len(scheme):
            return ""
        text = value_of(scheme[0], "lastClr") or value_of(scheme[0])
        return text if is_colour(text) else ""

    def margins(self) -> None:
        """Of the last section, on A4 upright."""
        sections = list(all_of(self._body, "sectPr"))
        if not sections:
            self.left.append("It has no margins of its own, so ours stay.")
            return
        if value_of(child_of(sections[-1], "pgSz"), "w") not in ("", str(_A4_WIDTH), str(_A4_WIDTH + 1)):
            self.left.append("Its pages are not A4 upright: ours are.")
        widths = {side: _millimetres(value_of(child_of(sections[-1], "pgMar"), side)) for side in _SIDES}
        good = {
            side: mm for side, mm in widths.items() if mm is not None and LEAST_MARGIN <= mm <= MOST_MARGIN
        }
        given: dict[str, Any] = dict(good)
        self.looks = replace(self.looks, **given)
        if good:
            told = [f"{side} {number(mm)} mm" for side, mm in good.items()]
            self.taken.append(f"Margins: {and_list(told)}.")
        bad = [side for side in _SIDES if side not in good]
        if bad:
            self.left.append(
                f"The margins at the {and_list(bad)} were not taken: they are to be {number(LEAST_MARGIN)} to "
                f"{number(MOST_MARGIN)} mm. Ours stay."
            )

    def ways_of_writing(self) -> None:
        """Italics, underlining and capitals are never taken."""
        named = {"i": "italics", "u": "underlining", "caps": "capitals", "smallCaps": "small capitals"}
        found = [
            words
            for kind, words in named.items()
            for style in ("normal", "title", "heading 1", "heading 2")
            if is_on(self._setting(style, kind))
        ]
        if found:
            self.left.append(
                f"Its {and_list(list(dict.fromkeys(found)))} were not taken: they are harder to read."
            )
        self.left.append("Its text, pictures, headers, footers and logos were not taken.")


def _points(points: float) -> str:
    return f"{number(points, 0 if points == int(points) else 1)} points"


def _millimetres(text: str) -> float | None:
    if not re.fullmatch(r"-?\d{1,6}", text):
        return None
    return round(int(text) * 25.4 / 1440, 1)
