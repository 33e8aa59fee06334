"""The last check before a public document is saved: no exempt word is anywhere in the finished file."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from resources.problem import Problem
from resources.report.document_text import Passage, passages
from resources.report.exempt_names import (
    COMPANY_WORDS,
    GENERIC_WORDS,
    TROUBLE_WORDS,
    ExemptTerm,
    Form,
    Writing,
    forms_of,
)
from resources.report.hits import Hit, Labels, PublicNames, counts
from resources.report.letters import Word, clean, is_disguised, outline, plainly_written, words

__all__ = [
    "COMPANY_WORDS", "GENERIC_WORDS", "ExemptTerm", "Leak", "Search", "SearchText", "refuse_leaks", "search",
    "search_lines", "search_text",
]  # fmt: skip


@dataclass(frozen=True)
class Leak:
    """An exempt term found in a file, and as what: 'in a short form, as a possessive'.

    `block` is the place of the block of a report that tells it, where it was found in one.
    """

    term: ExemptTerm
    found_as: str
    where: str
    excerpt: str
    block: int | None = field(default=None, compare=False)

    @property
    def words(self) -> str:
        """Paragraph 2: Rosewood House (contract suspended), in full: “… Rosewood House was …”."""
        return f"{self.where}: {self.term.text} ({self.term.what}), {self.found_as}: “{self.excerpt}”"


def refuse_leaks(
    source: Path | bytes,
    terms: Sequence[ExemptTerm],
    *,
    fixed_labels: Iterable[str] = (),
    public_names: Iterable[str] = (),
) -> None:
    """Raise Problem, naming every place, if an exempt term is in the file."""
    leaks = search(source, terms, fixed_labels=fixed_labels, public_names=public_names)
    if not leaks:
        return
    raise Problem(
        "The public document was not saved, because it holds words that are exempt from publication. "
        "Take them out, or mark what holds them as exempt, and save it again.",
        details=tuple(leak.words for leak in leaks),
    )


def search(
    source: Path | bytes,
    terms: Sequence[ExemptTerm],
    *,
    fixed_labels: Iterable[str] = (),
    public_names: Iterable[str] = (),
) -> list[Leak]:
    """Every place of a .docx, .xlsx or .csv file where a term stands, each term once in each place.

    A term is found in whatever letters, accents, spaces, hyphens or apostrophes it is written, in letters that only
    look like its own, as a possessive, run together, abbreviated ('Res Home', 'NH', 'Saint' for 'St'), and without
    'Ltd', 'Care Home' and the like; never inside another word. Its telling words are found by themselves, with a
    capital, in an address, or where the passage tells the exempt fact: the last word of the term's `what`
    ('suspended').

    A name of ordinary words only ('Home Care', 'The Home') is found as a whole and in capitals, since without them it
    names nobody. Where a sentence begins, a capital is no sign: there one word alone ('Care') is found only as a
    possessive, as all that stands there, or if the passage tells the exempt fact. As part of a longer name in capitals
    ('Example Care') one such word is found only if the passage tells that fact, and so is one that is all of a title,
    a heading or a caption, unless it is of a building: people type headings too, but no report heads a part 'Grange'.
    Without capitals a name that holds such a word ('the grange') is found where the sentence tells the fact.

    `fixed_labels` are words that the program prints itself, in the capitals it prints them in ('Good', 'Home care
    agencies', 'Bassetlaw'). What lies wholly within such labels, so written or with a small first letter, is no
    hit, unless the same passage also tells the exempt fact. So of a service called 'Good' or 'Home Care' these are
    found: 'GOOD', 'Good's', 'Good is suspended' and 'Home Care' with its capital C.

    `public_names` are names that may be published. What lies within one is no hit ('Quillmere' in 'Quillmere Lodge'),
    unless that name too holds no other words than the exempt one: 'Quillmere Care' may be either. A term whose
    `telling` is None is found there too.
    """
    sought = Search(terms, fixed_labels=fixed_labels, public_names=public_names)
    if not sought:
        return []
    content = source.read_bytes() if isinstance(source, Path) else source
    return sought.leaks(SearchText(passages(content)))


class Search:
    """Terms made ready to be looked for in several texts; see `search`. It holds names: keep it no longer than them."""

    def __init__(
        self,
        terms: Sequence[ExemptTerm],
        *,
        fixed_labels: Iterable[str] = (),
        public_names: Iterable[str] = (),
    ) -> None:
        self._forms = [(term, form) for term in terms for form in forms_of(term)]
        self._labels, self._public = Labels(fixed_labels), PublicNames(public_names)

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._forms)

    def leaks(self, text: "SearchText") -> list[Leak]:
        """Every place of the text where a term stands, each term once in each place."""
        found: dict[tuple[str, ExemptTerm], Leak] = {}
        for term, form in self._forms:
            told = _told(term.what)
            for hit in text.find(form):
                key = hit.passage.where, term
                if key in found or not counts(hit, told):
                    continue
                if not self._labels.excuse(hit, told) and not self._public.excuse(hit, term):
                    found[key] = Leak(term, _found_as(hit), hit.passage.where, hit.excerpt, hit.passage.block)
        return sorted(found.values(), key=lambda leak: text.order[leak.where])


def search_text(
    text: "SearchText",
    terms: Sequence[ExemptTerm],
    *,
    fixed_labels: Iterable[str] = (),
    public_names: Iterable[str] = (),
) -> list[Leak]:
    """The same of text that is in no file yet, or whose passages are at hand: a comma in it parts nothing."""
    return Search(terms, fixed_labels=fixed_labels, public_names=public_names).leaks(text)


def search_lines(
    lines: Iterable[str],
    terms: Sequence[ExemptTerm],
    *,
    fixed_labels: Iterable[str] = (),
    public_names: Iterable[str] = (),
) -> list[Leak]:
    """The same of lines of text, each by itself."""
    text = SearchText(Passage(line, f"line {number}") for number, line in enumerate(lines, 1))
    return search_text(text, terms, fixed_labels=fixed_labels, public_names=public_names)


@lru_cache(maxsize=256)
def _told(what: str) -> frozenset[str]:
    """The words that tell the exempt fact: the last of 'contract suspended', and those of its kind."""
    last = next((word.folded for word in reversed(list(words(clean(what))))), "")
    return _STATUS_WORDS if last in _STATUS_WORDS else frozenset({last} - {""})


def _found_as(hit: Hit) -> str:
    """How the hit is written, in words."""
    parts = [hit.form.writing.value]
    if hit.form.writing is Writing.WORD:
        parts = [f"{parts[0]} alone"]
    if hit.is_possessive:
        parts.append("as a possessive")
    if (
        not hit.is_letter_by_letter
        or is_disguised(hit.written)
        or hit.written not in plainly_written(hit.raw)
    ):
        parts.append("in letters that only look like it or with unseen characters")
    return ", ".join(parts)


_STATUS_WORDS = TROUBLE_WORDS | {"notice", "notices"}
"""Whichever of them stands beside a service under an exempt contract status tells of it."""


def _read(text: str) -> tuple[str, tuple[Word, ...]]:
    cleaned = clean(text)
    return cleaned, tuple(words(cleaned))


_setting = lru_cache(maxsize=4096)(_read)
"""Settings are the same in file after file, hundreds of times in each."""


class SearchText:
    """All passages as one string of letters, with the places where words begin and end.

    The letters run on without spaces, so that a hyphen or a missing space hides nothing; a line end keeps
    passages apart.
    """

    def __init__(self, found: Iterable[Passage]) -> None:
        self.passages: list[Passage] = []
        self.raw: list[str] = []
        self.order: dict[str, int] = {}
        self.starts: dict[int, int] = {}
        self.ends: set[int] = set()
        self.words: list[Word] = []
        self.first_offsets: list[int] = []
        self.first_words: list[int] = []
        letters: list[str] = []
        length = 0
        for passage in found:
            self.order.setdefault(passage.where, len(self.order))
            cleaned, in_passage = _setting(passage.text) if passage.is_setting else _read(passage.text)
            if not in_passage:
                continue
            self.passages.append(replace(passage, text=cleaned))
            self.raw.append(passage.text)
            self.first_offsets.append(length)
            self.first_words.append(len(self.words))
            for word in in_passage:
                self.starts[length] = len(self.words)
                self.words.append(word)
                self.ends |= {length + len(word.owner), length + len(word.folded)}
                letters.append(outline(word.folded))
                length += len(word.folded)
            letters.append("\n")
            length += 1
        self.first_words.append(len(self.words))
        self.letters = "".join(letters)

    def find(self, form: Form) -> Iterator[Hit]:
        """The passages in which the form's letters stand from the beginning of a word to the end of one."""
        sought = outline("".join(form.words))
        at = self.letters.find(sought)
        while at >= 0:
            first = self.starts.get(at)
            if first is not None and at + len(sought) in self.ends:
                yield self._hit(form, at, first)
            at = self.letters.find(sought, at + 1)

    def _hit(self, form: Form, at: int, first: int) -> Hit:
        number = bisect_right(self.first_offsets, at) - 1
        begin, end = self.first_words[number : number + 2]
        last = self._last(first, sum(map(len, form.words)))
        around = self.words[begin:first], self.words[last + 1 : end]
        return Hit(
            form, self.passages[number], self.raw[number], tuple(self.words[first : last + 1]), *around
        )

    def _last(self, first: int, length: int) -> int:
        """The number of the word in which so many letters end, counted from the word `first` on."""
        last, held = first, len(self.words[first].folded)
        while held < length:
            last += 1
            held += len(self.words[last].folded)
        return last
