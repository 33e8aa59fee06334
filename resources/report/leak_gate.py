"""The last check before a public document is saved: no exempt word is anywhere in the finished file."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from resources.problem import Problem
from resources.report.document_text import Passage, passages

COMPANY_WORDS = frozenset({"ltd", "limited", "plc", "llp", "cic", "cio"})
GENERIC_WORDS = COMPANY_WORDS | {
    "care", "home", "homes", "house", "nursing", "residential", "service", "services", "group", "agency",
    "centre", "support", "living", "uk", "the", "of", "and", "at", "in", "for", "with",
}  # fmt: skip
"""Words that end many names; a name without them is still that name only if enough of it is left."""
PLACE_WORDS = frozenset({
    "ashfield", "bassetlaw", "broxtowe", "gedling", "mansfield", "newark", "sherwood", "rushcliffe",
    "nottingham", "nottinghamshire", "derby", "derbyshire", "leicester", "leicestershire", "lincoln",
    "lincolnshire", "northampton", "northamptonshire", "rutland", "east", "midlands", "england", "english",
    "national", "county",
})  # fmt: skip
"""Places alone do not tell a provider apart: 'Mansfield homes' is anybody's."""
RUN_TOGETHER = 8  # letters from which 'RosewoodHouse' is taken for 'Rosewood House'
EXCERPT = 30  # letters shown either side of a hit

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u00b4`]")
_WORD = re.compile(r"&|[^\W_]+(?:'[^\W_]+)*")
_TAIL = re.compile(r"\s+[-\u2010-\u2015]\s+|[,(\[;:]")


@dataclass(frozen=True)
class ExemptTerm:
    """Words that may not be published, and what the exempt fact is ('contract suspended')."""

    text: str
    what: str


@dataclass(frozen=True)
class Leak:
    """An exempt term found in a file."""

    term: ExemptTerm
    where: str
    excerpt: str


@dataclass(frozen=True)
class _Form:
    """One way of writing a term: its words; `capitals` when it counts only as a name, in capitals."""

    words: tuple[str, ...]
    capitals: bool = False


@dataclass(frozen=True)
class _Word:
    """A word of a text: folded, the same without its possessive ending, and where in the text it begins."""

    folded: str
    owner: str
    start: int


def refuse_leaks(source: Path | bytes, terms: Sequence[ExemptTerm]) -> None:
    """Raise Problem, naming every place, if an exempt term is in the file."""
    leaks = search(source, terms)
    if not leaks:
        return
    raise Problem(
        "The public document was not saved, because it holds words that are exempt from publication. "
        "Take them out, or mark what holds them as exempt, and save it again.",
        details=tuple(
            f"{leak.where}: {leak.term.text} ({leak.term.what}): “{leak.excerpt}”" for leak in leaks
        ),
    )


def search(source: Path | bytes, terms: Sequence[ExemptTerm]) -> list[Leak]:
    """Every place of a .docx, .xlsx or .csv file where a term stands, each term once in each place.

    A term is found in whatever letters, accents, spaces, hyphens or apostrophes it is written, as a
    possessive, run together, and without 'Ltd', 'Care Home' and the like; never inside another word.
    """
    forms = [(term, form) for term in terms for form in forms_of(term.text)]
    if not forms:
        return []
    content = source.read_bytes() if isinstance(source, Path) else source
    text = _SearchText(passages(content))
    found = {
        (passage.where, term): Leak(term, passage.where, excerpt)
        for term, form in forms
        for passage, excerpt in text.find(form)
    }
    return sorted(found.values(), key=lambda leak: text.order[leak.where])


def forms_of(name: str) -> list[_Form]:
    """The name in full and the short forms that still tell whom it means."""
    whole = [word.folded for word in _words(_clean(name))]
    before_tail = [word.folded for word in _words(_clean(_TAIL.split(name, maxsplit=1)[0]))]
    forms = [_Form(tuple(whole))] if whole else []
    for words in (whole, before_tail):
        words = words[1:] if words[:1] == ["the"] else words
        company = _without_last(words, COMPANY_WORDS)
        short = _without_last(words, GENERIC_WORDS)
        if len(words) > 1 and _distinctive(words):
            forms.append(_Form(tuple(words)))
        if len(company) > 1 and _distinctive(company):
            forms.append(_Form(tuple(company), capitals=_distinctive(company) < 2))
        if _distinctive(short) > 1:
            forms.append(_Form(tuple(short)))
    return list(dict.fromkeys(forms))


def _without_last(words: list[str], generic: frozenset[str]) -> list[str]:
    kept = list(words)
    while kept and kept[-1] in generic:
        kept.pop()
    return kept


def _distinctive(words: Iterable[str]) -> int:
    return sum(word not in GENERIC_WORDS | PLACE_WORDS for word in words)


class _SearchText:
    """All passages as one string of letters, with the places where words begin and end.

    The letters run on without spaces, so that a hyphen or a missing space hides nothing; a line end keeps
    passages apart.
    """

    def __init__(self, found: Iterable[Passage]) -> None:
        self.passages: list[Passage] = []
        self.order: dict[str, int] = {}
        self.starts: dict[int, int] = {}
        self.ends: set[int] = set()
        self.words: list[_Word] = []
        self.first_offsets: list[int] = []
        letters: list[str] = []
        length = 0
        for passage in found:
            self.order.setdefault(passage.where, len(self.order))
            clean = _clean(passage.text)
            words = list(_words(clean))
            if not words:
                continue
            self.passages.append(Passage(clean, passage.where))
            self.first_offsets.append(length)
            for word in words:
                self.starts[length] = len(self.words)
                self.words.append(word)
                self.ends |= {length + len(word.owner), length + len(word.folded)}
                letters.append(word.folded)
                length += len(word.folded)
            letters.append("\n")
            length += 1
        self.letters = "".join(letters)

    def find(self, form: _Form) -> Iterator[tuple[Passage, str]]:
        """The passages in which the form stands as whole words, with an excerpt of each."""
        sought = "".join(form.words)
        at = self.letters.find(sought)
        while at >= 0:
            first = self.starts.get(at)
            if first is not None and at + len(sought) in self.ends:
                passage = self.passages[bisect_right(self.first_offsets, at) - 1]
                if self._stands(form, self.words[first : first + len(form.words)], passage.text):
                    yield passage, self._excerpt(passage, self.words[first].start)
            at = self.letters.find(sought, at + 1)

    def _stands(self, form: _Form, taken: list[_Word], text: str) -> bool:
        """Whether the words divide as the form's do, or the form is long enough to do without."""
        divided = [word.folded for word in taken[:-1]] == list(form.words[:-1])
        if not divided or form.words[-1] not in (taken[-1].folded, taken[-1].owner):
            return len("".join(form.words)) >= RUN_TOGETHER and not form.capitals
        return not form.capitals or all(text[word.start].isupper() for word in taken)

    def _excerpt(self, passage: Passage, start: int) -> str:
        """The hit with whole words around it."""
        text = passage.text
        space = text.find(" ", max(0, start - EXCERPT), start)
        begin = 0 if start <= EXCERPT else space + 1 if space >= 0 else start
        limit = start + 2 * EXCERPT
        space = text.rfind(" ", start + EXCERPT, limit)
        end = len(text) if len(text) <= limit else space if space >= 0 else limit
        return f"{'…' if begin else ''}{text[begin:end]}{'…' if end < len(text) else ''}"


def _clean(text: str) -> str:
    """The text with unseen characters gone, composed letters, and single spaces."""
    plain = _APOSTROPHES.sub("'", _UNSEEN.sub("", text))  # before NFKC, which takes some of them apart
    return " ".join(unicodedata.normalize("NFKC", plain).split())


def _words(clean: str) -> Iterator[_Word]:
    for match in _WORD.finditer(clean):
        folded = _folded(match[0].replace("'", ""))
        owned = match[0].casefold().endswith("'s")
        yield _Word(folded, folded[:-1] if owned else folded, match.start())


def _folded(word: str) -> str:
    if word == "&":
        return "and"
    spread = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
