"""Exempt names and names of people: in the finished file, in the text it is made from, and in the file's own name."""

import re
from collections.abc import Iterator

from resources.report.document_text import Passage
from resources.report.gate.known import Known, Looked, leak
from resources.report.leak_gate import Leak, Search, SearchText
from resources.report.letters import clean

_OF_THE_BODY = re.compile(r"(paragraph \d+|table \d+, row \d+|alternative text of (figure|table) \d+)$")

_ADDRESS = re.compile(
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
    return _named(looked, known.people_sought)


def addresses_told(looked: Looked, known: Known) -> Iterator[Leak]:
    """E-mail addresses and telephone numbers of people, however spaced."""
    held = {_bare_address(one): one for one in known.addresses}
    for passage in looked.read_once:
        for match in _ADDRESS.finditer(clean(passage.text)):
            if _bare_address(match[0]) in held:
                yield leak(held[_bare_address(match[0])], "how to reach somebody", "as it is", passage)


def _bare_address(text: str) -> str:
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
