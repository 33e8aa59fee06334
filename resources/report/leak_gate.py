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
class _Hit:
    """Where a form stands in a passage, from its first word to the end of its last."""

    passage: Passage
    words: tuple["_Word", ...]

    @property
    def excerpt(self) -> str:
        """The hit with whole words around it."""
        text, start = self.passage.text, self.words[0].start
        space = text.find(" ", max(0, start - EXCERPT), start)
        begin = 0 if start <= EXCERPT else space + 1 if space >= 0 else start
        limit = start + 2 * EXCERPT
        space = text.rfind(" ", start + EXCERPT, limit)
        end = len(text) if len(text) <= limit else space if space >= 0 else limit
        return f"{'…' if begin else ''}{text[begin:end]}{'…' if end < len(text) else ''}"


@dataclass(frozen=True)
class _Word:
    """A word of a text: folded, the same without its possessive ending, and where in the text it stands."""

    folded: str
    owner: str
    start: int
    end: int


def refuse_leaks(
    source: Path | bytes, terms: Sequence[ExemptTerm], *, fixed_labels: Iterable[str] = ()
) -> None:
    """Raise Problem, naming every place, if an exempt term is in the file."""
    leaks = search(source, terms, fixed_labels=fixed_labels)
    if not leaks:
        return
    raise Problem(
        "The public document was not saved, because it holds words that are exempt from publication. "
        "Take them out, or mark what holds them as exempt, and save it again.",
        details=tuple(
            f"{leak.where}: {leak.term.text} ({leak.term.what}): “{leak.excerpt}”" for leak in leaks
        ),
    )


def search(
    source: Path | bytes, terms: Sequence[ExemptTerm], *, fixed_labels: Iterable[str] = ()
) -> list[Leak]:
    """Every place of a .docx, .xlsx or .csv file where a term stands, each term once in each place.

    A term is found in whatever letters, accents, spaces, hyphens or apostrophes it is written, as a
    possessive, run together, and without 'Ltd', 'Care Home' and the like; never inside another word. A name
    of one word is not found over a space: 'Homecare' is not in 'Home care agencies'.

    `fixed_labels` are words that the program prints itself, in the capitals it prints them in ('Good', 'Home care
    agencies', 'Bassetlaw'). What lies wholly within such labels, so written or with a small first letter, is no
    hit, unless the same passage also tells the exempt fact: the last word of the term's `what` ('suspended').
    So of a service called 'Good' or 'Home Care' these are found: 'GOOD', 'Good's', 'Good is suspended' and 'Home
    Care' with its capital C. 'Good' alone in a cell is not found, for nothing tells it from the rating. A name with
    any other word in it, such as 'Good House', is found as every name is.
    """
    forms = [(term, form) for term in terms for form in forms_of(term.text)]
    if not forms:
        return []
    content = source.read_bytes() if isinstance(source, Path) else source
    text = _SearchText(passages(content))
    labels = _Labels(fixed_labels)
    found = {
        (hit.passage.where, term): Leak(term, hit.passage.where, hit.excerpt)
        for term, form in forms
        for hit in text.find(form)
        if not labels.excuse(hit, term)
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

    def find(self, form: _Form) -> Iterator[_Hit]:
        """The passages in which the form stands as whole words."""
        sought = "".join(form.words)
        at = self.letters.find(sought)
        while at >= 0:
            first = self.starts.get(at)
            if first is not None and at + len(sought) in self.ends:
                hit = _Hit(
                    self.passages[bisect_right(self.first_offsets, at) - 1],
                    self._taken(first, len(sought)),
                )
                if _stands(form, hit):
                    yield hit
            at = self.letters.find(sought, at + 1)

    def _taken(self, first: int, length: int) -> tuple[_Word, ...]:
        """The words from `first` on that hold so many letters."""
        last, held = first, len(self.words[first].folded)
        while held < length:
            last += 1
            held += len(self.words[last].folded)
        return tuple(self.words[first : last + 1])


def _stands(form: _Form, hit: _Hit) -> bool:
    """Whether the words divide as the form's do, or the form is long enough to do without."""
    taken, text = hit.words, hit.passage.text
    divided = tuple(word.folded for word in taken[:-1]) == form.words[:-1]
    if not divided or form.words[-1] not in (taken[-1].folded, taken[-1].owner):
        apart = len(form.words) == 1 and " " in text[taken[0].start : taken[-1].end]
        return len("".join(form.words)) >= RUN_TOGETHER and not form.capitals and not apart
    return not form.capitals or all(text[word.start].isupper() for word in taken)


class _Labels:
    """Words that the program prints itself, which are no name where they stand as it writes them."""

    def __init__(self, labels: Iterable[str]) -> None:
        written = {_clean(label) for label in labels} - {""}
        written |= {label[0].lower() + label[1:] for label in written}
        # An apostrophe after it makes it a possessive, which a person is likelier to have than a rating.
        any_label = "|".join(map(re.escape, sorted(written, key=len, reverse=True)))
        self.pattern = re.compile(rf"(?<!\w)(?:{any_label})(?!['\w])") if written else None

    def excuse(self, hit: _Hit, term: ExemptTerm) -> bool:
        """Whether each word of the hit belongs to a label, in a passage that does not tell the exempt fact."""
        if self.pattern is None:
            return False
        text = hit.passage.text
        told = [word.folded for word in _words(_clean(term.what))][-1:]
        if any(word.folded in told for word in _words(text)):
            return False
        spans = [match.span() for match in self.pattern.finditer(text)]
        return all(any(begin <= word.start and word.end <= end for begin, end in spans) for word in hit.words)


def _clean(text: str) -> str:
    """The text with unseen characters gone, composed letters, and single spaces."""
    plain = _APOSTROPHES.sub("'", _UNSEEN.sub("", text))  # before NFKC, which takes some of them apart
    return " ".join(unicodedata.normalize("NFKC", plain).split())


def _words(clean: str) -> Iterator[_Word]:
    for match in _WORD.finditer(clean):
        folded = _folded(match[0].replace("'", ""))
        owned = match[0].casefold().endswith("'s")
        yield _Word(folded, folded[:-1] if owned else folded, match.start(), match.end())


def _folded(word: str) -> str:
    if word == "&":
        return "and"
    spread = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
