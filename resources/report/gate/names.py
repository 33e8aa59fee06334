"""Exempt names and names of people: in the finished file, in the text it is made from, and in the file's own name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from urllib.parse import unquote

from resources.report.document_text import Passage
from resources.report.exempt_names import words_of
from resources.report.gate.known import Known, Looked, leak
from resources.report.leak_gate import Leak, Search, SearchText
from resources.report.letters import clean, words
from resources.report.ordinary_words import CHANCE_WORDS

_OF_THE_BODY = re.compile(r"(paragraph \d+|table \d+, row \d+|alternative text of (figure|table) \d+)$")

_OFFICERS_OWN = frozenset({"enquiries", "sign-off", "top of the first page", "who writes"})
_MEMBER = re.compile(r"\b(?:councillor|cllr)\.?\s+", re.IGNORECASE)
_LONGEST_NAME = 5
_SHORT_CELL = 3  # words of a cell that may be part of a name

ADDRESS = re.compile(
    r"[^\s@<>()\[\],;:“”\"]+@[^\s@<>()\[\],;:“”\"]+|(?<!\w)(?:\+44|0)(?:[\s()./-]*\d){9,11}(?!\d)"
)
_REFUSED = re.compile(
    r"\b(refus|declin|reject|turned down|unsuccessful|not (agreed|paid|awarded))", re.IGNORECASE
)


def services_named(looked: Looked, known: Known) -> Iterator[Leak]:
    """Names of services of which something is exempt, in every form."""
    return _named(looked, known.services_sought)


def people_named(looked: Looked, known: Known) -> Iterator[Leak]:
    """People who did not agree to be named."""
    yield from _named(looked, known.people_sought)
    yield from _over_cells(looked, known.people_sought)
    if known.officers:
        yield from _named(_beside_officers(looked, known.officers_lines), known.officers_sought)


def _beside_officers(looked: Looked, lines: frozenset[str]) -> Looked:
    """The same without what the parts for officers say."""

    def left(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        return tuple(
            one for one in passages if line_key(one.text) not in lines and one.where not in _OFFICERS_OWN
        )

    return replace(looked, document=left(looked.document), said=left(looked.said))


def line_key(text: str) -> str:
    """A line of a part for officers as it is known again."""
    return re.sub(r"^report of (the )?", "", " ".join(clean(text).casefold().split()))


def members_named(looked: Looked, known: Known) -> Iterator[Leak]:
    """People of whom a member of the council bears the name: “Councillor Ada Example”."""
    said = [(one, match.end()) for one in looked.said for match in _MEMBER.finditer(one.text)]
    named = {words_of(one.text): one for one in known.people} if said else {}
    for passage, end in said:
        after = [word.folded for word in words(clean(passage.text[end:]))]
        for long in range(2, _LONGEST_NAME):
            if tuple(after[:long]) in named:
                yield Leak(named[tuple(after[:long])], "as a member", passage.where, passage.text)


def officers_named(looked: Looked, known: Known) -> Iterator[Leak]:
    """People of whom an officer whom the report names bears the name."""
    for one in known.named_officers:
        yield Leak(one, "as an officer", "parts for officers", one.text)


def _over_cells(looked: Looked, sought: Search) -> Iterator[Leak]:
    """Names of which each cell of a row has one part."""
    rows: dict[str, list[str]] = {}
    for one in looked.said or looked.document:
        if "row " in one.where and not one.is_setting and len(one.text.split()) <= _SHORT_CELL:
            rows.setdefault(one.where, []).append(one.text)
    joined = [Passage(" ".join(cells), where) for where, cells in rows.items() if len(cells) > 1]
    told = {
        (one.term, one.where)
        for one in sought.leaks(looked.said_text if looked.said else looked.document_text)
    }
    for found in sought.leaks(SearchText(joined)) if joined else ():
        if (found.term, found.where) not in told and not CHANCE_WORDS.issuperset(words_of(found.term.text)):
            yield found


def written_in_code(looked: Looked, known: Known) -> Iterator[Leak]:
    """Either with signs that a browser turns into letters: “&#87;” and “%57”."""
    decoded = [
        replace(one, text=told)
        for one in (*looked.said, *looked.document)
        if ("&" in one.text or "%" in one.text) and (told := unquote(unescape(one.text))) != one.text
    ]
    text = SearchText(decoded)
    for sought in (known.services_sought, known.people_sought) if decoded else ():
        yield from sought.leaks(text)


def addresses_told(looked: Looked, known: Known) -> Iterator[Leak]:
    """E-mail addresses and telephone numbers of people, however spaced."""
    held = {bare_address(one): one for one in known.addresses}
    for passage in looked.read_once:
        for match in ADDRESS.finditer(clean(passage.text)):
            if bare_address(match[0]) in held:
                yield leak(held[bare_address(match[0])], "how to reach somebody", "as it is", passage)


def bare_address(text: str) -> str:
    """An e-mail address or telephone number without what somebody may write differently."""
    if "@" in text:
        return text.casefold().strip(".")
    digits = re.sub(r"\D", "", text)
    return f"0{digits[2:].lstrip('0')}" if digits.startswith("44") else digits


def refusals_told(looked: Looked, known: Known) -> Iterator[Leak]:
    """Those whose claim was refused, where the words around say so: they may be named for anything else."""
    for one in known.refused_sought.leaks(looked.said_text):
        if any(_REFUSED.search(passage.text) for passage in looked.said if passage.where == one.where):
            yield one


def named_by_the_file(looked: Looked, known: Known) -> Iterator[Leak]:
    """Either in the name that the file is given."""
    stem = SearchText([Passage(" ".join(re.split(r"[_.]", looked.file_name)), "name of the file")])
    yield from known.services_sought.leaks(stem)
    yield from known.people_sought.leaks(stem)


def _named(looked: Looked, sought: Search) -> Iterator[Leak]:
    """What stands in the body of the file is told by the place in the report, where it was found there too."""
    said = sought.leaks(looked.said_text)
    yield from said
    told = {one.term for one in said}
    for one in sought.leaks(looked.document_text):
        if one.term not in told or not _OF_THE_BODY.match(one.where):
            yield one
