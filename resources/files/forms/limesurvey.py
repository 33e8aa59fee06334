"""LimeSurvey's headings: a code before each question, another in brackets for each of its options or lines. Pure.

“tool4can[SQ002]. What languages do you use? [C++]” is one of several columns of one question. Where the cells are
only yes, no or blank, each is an option; where they hold the words of a scale or figures, each is a line of a grid and
a question of its own; else each is a text. Exports with the codes alone as headings are read as well, and those with
the words alone: “What languages do you use? [C++]”, known by the columns that the program adds itself.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from resources.files.cells import clean_text
from resources.files.forms.answer_words import yes_or_no
from resources.files.headers import heading_keys
from resources.files.rows import Row

_CODE = r"(?P<code>[A-Za-z][A-Za-z0-9_-]*)(?:\[(?P<sub>[^\]]*)\](?:\[(?P<scale>\d+)\])?)?"
_FULL, _ALONE = re.compile(rf"{_CODE}\.\s+(?P<words>\S.*|\[.*\])", re.S), re.compile(_CODE)
_OWN = frozenset({"id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp"})
_GENERIC = re.compile(r"(?:SQ|SY|A|Q|AO|L|S|R|OPT)?_?\d+|other", re.I)
"""Codes of lines and options that the program gives by itself, and that tell nothing without the question's."""
_MOST_NAMED = 0.6
_ITS_OWN = frozenset({"last page", "start language"})
_OWN_WORDS = _ITS_OWN | {
    "response id", "date submitted", "seed", "date started", "date last action", "ip address", "referrer url",
}  # fmt: skip
"""The headings of what the program adds, where it writes words; of those of others, the first two."""


@dataclass(frozen=True)
class CodedHeading:
    """A heading in its parts; `sub` is None where it has no brackets after its code."""

    place: int
    code: str
    sub: str | None
    wording: str
    sub_wording: str
    full: str


@dataclass(frozen=True)
class CodedQuestion:
    """A question of one or more columns; see `FormColumn`."""

    heading: str
    key: str
    places: tuple[int, ...]
    code: str
    options: tuple[str, ...] = ()
    ticked: bool = False
    other: int | None = None


def is_limesurvey(headings: Sequence[str], body: Sequence[Row]) -> bool:
    """Whether most headings have codes; brackets, numbers without a heading or its own columns make sure of it."""
    if are_words_alone(headings):
        return True
    named = [one for one in headings if one]
    full = [match for one in named if (match := _FULL.fullmatch(one))]
    if len(full) >= max(2, _MOST_NAMED * len(named)):
        own = any(match["code"].casefold() in _OWN or match["sub"] is not None for match in full)
        return own or (not headings[0] and are_numbers([row.cell(0) for row in body if not row.is_blank]))
    alone = [match for one in named if (match := _ALONE.fullmatch(one))]
    if len(alone) < len(named) or len(named) < 2:
        return False
    own_columns = sum(match["code"] in _OWN for match in alone)
    return own_columns >= 2 or any(match["sub"] is not None for match in alone)


def are_words_alone(headings: Sequence[str]) -> bool:
    """Whether the headings are the questions’ words without codes, beside columns of the program’s own."""
    keys = {heading_keys(one)[0] for one in headings}
    return bool(keys & _ITS_OWN) and len(keys & _OWN_WORDS) >= 2


def are_numbers(cells: Sequence[str]) -> bool:
    """Whether every cell is a whole number of its own."""
    told = [clean_text(cell).removesuffix(".0") for cell in cells]
    return bool(told) and all(one.isdecimal() for one in told) and len(set(told)) == len(told)


def coded_headings(headings: Sequence[str]) -> list[CodedHeading]:
    """The headings in their parts; one without a code is a question by its words."""
    if are_words_alone(headings):
        return _shared([_in_words(place, heading) for place, heading in enumerate(headings) if heading])
    return [_parts(place, heading) for place, heading in enumerate(headings) if heading]


def _in_words(place: int, heading: str) -> CodedHeading:
    """Without a code; what stands in brackets at the end is an option or a line, and may be followed by its comment."""
    wording, sub = _bracketed(heading)
    if sub.casefold() == "comment" and wording.endswith("]"):
        wording, of = _bracketed(wording)
        return CodedHeading(place, "", f"{of} comment", wording, f"{of} – {sub}", heading)
    return CodedHeading(place, "", sub or None, wording, sub, heading)


def _shared(found: list[CodedHeading]) -> list[CodedHeading]:
    """Brackets part a heading only where others begin with the same words; those stand together."""
    times = Counter(one.wording for one in found)
    first = {one.wording: one.place for one in reversed(found)}
    kept = [
        one if times[one.wording] > 1 else CodedHeading(one.place, "", None, one.full, "", one.full)
        for one in found
    ]
    return sorted(kept, key=lambda one: (first.get(one.wording, one.place), one.place))


def _parts(place: int, heading: str) -> CodedHeading:
    match = _FULL.fullmatch(heading)
    if match is not None:
        words, sub = match["words"], match["sub"]
        wording, sub_wording = _bracketed(words) if sub is not None else (words, "")
        scale = f" – scale {match['scale']}" if match["scale"] else ""
        return CodedHeading(place, match["code"], sub, wording, sub_wording + scale, heading)
    alone = _ALONE.fullmatch(heading)
    if alone is not None:
        return CodedHeading(place, alone["code"], alone["sub"], alone["code"], alone["sub"] or "", heading)
    return CodedHeading(place, "", None, heading, "", heading)


def _bracketed(words: str) -> tuple[str, str]:
    """The question, and what stands in the brackets at its end, which may hold brackets themselves."""
    if not words.endswith("]"):
        return words, ""
    depth = 0
    for at in range(len(words) - 1, -1, -1):
        depth += (words[at] == "]") - (words[at] == "[")
        if depth == 0:
            return clean_text(words[:at]), clean_text(words[at + 1 : -1])
    return words, ""


def coded_questions(headings: Iterable[CodedHeading], body: Sequence[Row]) -> list[CodedQuestion]:
    """The questions in their order; two with the same words are told apart by their codes."""
    found: list[CodedQuestion] = []
    for _, group in groupby(headings, key=lambda one: one.code or one.wording):
        found += _questions(list(group), body)
    words = [one.heading for one in found]
    return [
        replace(one, heading=f"{one.heading} ({one.code})")
        if words.count(one.heading) > 1 and one.code
        else one
        for one in found
    ]


def _questions(group: list[CodedHeading], body: Sequence[Row]) -> list[CodedQuestion]:
    plain = [one for one in group if one.sub is None]
    comments = [one for one in group if one.sub is not None and one.sub.casefold().endswith("comment")]
    other = next((one for one in group if one.sub is not None and one.sub.casefold() == "other"), None)
    lines = [one for one in group if one not in plain and one not in comments and one is not other]
    found: list[CodedQuestion] = []
    if plain:
        found += _alone(plain, other)
    elif lines and (len(lines) > 1 or other) and (_are_ticks(lines, body) or _say_themselves(lines, body)):
        found.append(_of_options(lines, other, ticked=_are_ticks(lines, body)))
    elif other is not None:
        lines = [one for one in group if one not in comments]
    if lines and not (found and not plain):
        found += [_line(one, among=len(lines)) for one in lines]
    return [*found, *(_line(one, among=2) for one in comments)]


def _alone(plain: Sequence[CodedHeading], other: CodedHeading | None) -> list[CodedQuestion]:
    """A question with a column of its own, and one beside it for what “other” says."""
    first, *more = plain
    places = (first.place, other.place) if other is not None else (first.place,)
    place = other.place if other is not None else None
    return [
        CodedQuestion(first.wording, _key(first), places, first.code, other=place),
        *(CodedQuestion(one.wording, _key(one), (one.place,), one.code) for one in more),
    ]


def _key(one: CodedHeading) -> str:
    return heading_keys(one.full)[0] or one.full


def _are_ticks(lines: Sequence[CodedHeading], body: Sequence[Row]) -> bool:
    cells = {clean_text(row.cell(one.place)) for one in lines for row in body}
    return all(
        not cell or cell.casefold() in ("n/a",) or yes_or_no(cell) is not None for cell in cells
    ) and any(cells - {""})


def _say_themselves(lines: Sequence[CodedHeading], body: Sequence[Row]) -> bool:
    """Whether each cell is blank or holds the words of its own option, and some do."""
    told = [(clean_text(row.cell(one.place)), one.sub_wording) for one in lines for row in body]
    return all(not cell or cell == own for cell, own in told) and any(cell for cell, _ in told)


def _of_options(lines: Sequence[CodedHeading], other: CodedHeading | None, *, ticked: bool) -> CodedQuestion:
    columns = [*lines, *([other] if other is not None else [])]
    named = tuple(one.sub_wording or one.sub or "" for one in columns)
    code, stem = lines[0].code, lines[0].wording
    key = heading_keys(f"{code} {stem}")[0]
    place = other.place if other is not None else None
    return CodedQuestion(stem, key, tuple(one.place for one in columns), code, named, ticked, place)


def _line(one: CodedHeading, *, among: int) -> CodedQuestion:
    """A line of a grid, or one of several texts; its own code where that tells what it is."""
    heading = f"{one.wording} – {one.sub_wording}" if one.sub_wording else one.wording
    sub = one.sub or ""
    if not one.code or (among == 1 and not one.sub_wording):
        code = one.code
    else:
        code = f"{one.code}_{sub}" if _GENERIC.fullmatch(sub) or sub.casefold().endswith("comment") else sub
    return CodedQuestion(heading, _key(one), (one.place,), code)
