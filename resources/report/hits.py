"""Where the letters of an exempt name stand in a text, and whether they name anybody there."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from resources.report.document_text import Passage
from resources.report.exempt_names import COMPANY_WORDS, ExemptTerm, Form, Writing, words_of
from resources.report.letters import Word, clean, outline, words
from resources.report.ordinary_words import (
    CHANCE_WORDS,
    NAME_LIKE_WORDS,
    NAMING_WORDS,
    ORDINARY_WORDS,
    SMALL_WORDS,
)
from resources.wording import lower_first

RUN_TOGETHER = 8  # letters from which 'rosewoodhouse' is taken for 'Rosewood House'
RUN_TOGETHER_IN_CAPITALS = 5  # the same for 'ElmInn', whose capital says that it is a name
EXCERPT = 30  # letters shown either side of a hit
LONGEST_NAME = 12  # words that a public name has either side of a hit

_ADDRESS_BEFORE = re.compile(r"[^\s(“\"'][@./_\\-]$|^[@/\\]|[@/\\]$")
_ADDRESS_AFTER = re.compile(r"[@/\\]|[._-][^\W_]")
_BEGINS = re.compile(r"(?:^|[.:;!?(\[“\"•–—|/])\s*$")
_MEMBER = re.compile(r"\b(?:councillor|cllr)\.?\s+$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;](?=\s)")
_ENDS = re.compile(r"\s*(?:$|[.;!?)\]”\"|])")


@dataclass(frozen=True)
class Hit:
    """The letters of a form in a passage: the words they stand in, and the words of the passage on either side.

    `raw` is the passage as it is in the file.
    """

    form: Form
    passage: Passage
    raw: str
    words: tuple[Word, ...]
    before: list[Word]
    after: list[Word]

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

    @property
    def written(self) -> str:
        """The words as the passage has them."""
        return self.passage.text[self.words[0].start : self.words[-1].end]

    @property
    def letters(self) -> int:
        """How many letters the form has."""
        return sum(map(len, self.form.words))

    @property
    def is_possessive(self) -> bool:
        """Whether the last word is the form's with an ending: 'House's', 'Houses''."""
        return sum(len(word.folded) for word in self.words) > self.letters

    @property
    def is_divided_alike(self) -> bool:
        """Whether the words divide as the form's do, with or without a hyphen between them."""
        first = tuple(outline(word.folded) for word in self.words[:-1])
        ends = outline(self.words[-1].folded), outline(self.words[-1].owner)
        own = tuple(map(outline, self.form.words))
        return first == own[:-1] and own[-1] in ends

    @property
    def is_letter_by_letter(self) -> bool:
        """Whether no letter of it stands for another that it looks like."""
        return "".join(word.folded for word in self.words).startswith("".join(self.form.words))

    @property
    def is_in_address(self) -> bool:
        """Whether it is part of an e-mail address, a web address or the name of a file."""
        text = self.passage.text
        before, after = text[: self.words[0].start], text[self.words[-1].end :]
        return bool(_ADDRESS_BEFORE.search(before) or _ADDRESS_AFTER.match(after))

    def tells(self, told: Set[str]) -> bool:
        """Whether the passage tells the exempt fact besides, in one of these words."""
        return any(word.folded in told for word in (*self.before, *self.after))

    def sentence_tells(self, told: Set[str]) -> bool:
        """Whether the sentence does."""
        text, first, last = self.passage.text, self.words[0].start, self.words[-1].end
        begin = max((match.end() for match in _SENTENCE_END.finditer(text, 0, first)), default=0)
        ending = _SENTENCE_END.search(text, last)
        end = ending.start() if ending else len(text)
        around = (word for word in (*self.before, *self.after) if begin <= word.start < end)
        return any(word.folded in told for word in around)

    def in_capitals(self, word: Word) -> bool:
        """Whether a word of the passage has a capital."""
        return self.passage.text[word.start].isupper()


def counts(hit: Hit, told: Set[str]) -> bool:
    """Whether the letters name whom the form means; see `leak_gate.search`."""
    if _means_another(hit, told):
        return False
    if hit.form.writing is Writing.ORDINARY:
        return _names_by_capitals(hit, told)
    if hit.form.writing is Writing.WORD:
        return _holds_together(hit) and (_looks_like_a_name(hit) or hit.tells(told))
    return _holds_together(hit)


def _means_another(hit: Hit, told: Set[str]) -> bool:
    """Whether everyday words stand together as in any sentence: “We hope house prices fall.”, “June. Winter began.”"""
    if hit.form.is_person and hit.before and _MEMBER.search(hit.passage.text[: hit.words[0].start]):
        return True  # a member of the council who bears the name
    if not CHANCE_WORDS.issuperset(hit.form.words) or hit.is_in_address or not hit.is_divided_alike:
        return False
    if hit.form.is_person:
        return not all(map(hit.in_capitals, hit.words)) or not _is_written_as_a_person(hit)
    if ORDINARY_WORDS.issuperset(hit.form.words) or hit.sentence_tells(told):
        return False
    if len(hit.form.words) == 1:
        begins = bool(_BEGINS.search(hit.passage.text[: hit.words[0].start])) and not hit.passage.is_heading
        return begins and not hit.is_possessive and hit.form.words[0] in NAME_LIKE_WORDS and bool(hit.after)
    main = [word for word in hit.words if word.folded not in SMALL_WORDS | {"the"}]
    return not all(map(hit.in_capitals, main)) and hit.passage.text != hit.passage.text.lower()


def _is_written_as_a_person(hit: Hit) -> bool:
    """Whether nothing parts its words but blanks and hyphens, and a comma where the surname is first."""
    text = hit.passage.text
    gaps = [text[one.end : other.start].strip(" -") for one, other in pairwise(hit.words)]
    return "," in gaps and not "".join(gaps).strip(",") if hit.form.turned else not any(gaps)


def _holds_together(hit: Hit) -> bool:
    """Whether the words divide as the form's do, or the form is long enough to do without."""
    if hit.is_divided_alike:
        return not hit.form.capitals or all(map(hit.in_capitals, hit.words))
    capital = hit.in_capitals(hit.words[0])
    if len(hit.form.words) == 1 and " " in hit.written:
        return hit.letters >= RUN_TOGETHER and capital
    enough = RUN_TOGETHER_IN_CAPITALS if capital else RUN_TOGETHER
    return hit.letters >= enough and not hit.form.capitals


def _looks_like_a_name(hit: Hit) -> bool:
    """By its capital; an address and a text without any capital go without."""
    return hit.in_capitals(hit.words[0]) or hit.is_in_address or hit.passage.text == hit.passage.text.lower()


def _names_by_capitals(hit: Hit, told: Set[str]) -> bool:
    """Whether ordinary words are a name here; headings count as sentences do, for people type headings."""
    if hit.is_in_address:
        return hit.letters >= RUN_TOGETHER
    if not hit.is_divided_alike and " " in hit.written:
        return False
    main = [word for word in hit.words if word.folded not in SMALL_WORDS | {"the"}] or list(hit.words)
    if len(hit.form.words) == 1:
        main = main[:1]  # of 'Home-care' for 'Homecare' the first
    if not all(map(hit.in_capitals, main)):
        return not NAMING_WORDS.isdisjoint(hit.form.words) and hit.sentence_tells(told)
    if hit.tells(told):
        return True
    return not hit.passage.is_setting and (len(main) > 1 or _one_word_is_a_name(hit, main[0]))


def _one_word_is_a_name(hit: Hit, word: Word) -> bool:
    """Whether the capital of an ordinary word is that of a name, and of this one: not of 'Example Care'."""
    text = hit.passage.text
    if word is hit.words[0] and _BEGINS.search(text[: word.start]):
        after, names = text[hit.words[-1].end :], NAMING_WORDS.issuperset(hit.form.words)
        stands_alone = bool(_ENDS.match(after)) or (names and after.startswith(":"))
        return hit.is_possessive or (stands_alone and (names or not hit.passage.is_heading))
    return not _is_part_of_longer(hit)


def _is_part_of_longer(hit: Hit) -> bool:
    text, first, last = hit.passage.text, hit.words[0], hit.words[-1]
    for word in hit.after[:1]:
        if text[last.end : word.start] == " " and hit.in_capitals(word) and word.folded not in COMPANY_WORDS:
            return True
    for word in hit.before[-1:]:
        begins = bool(_BEGINS.search(text[: word.start])) and word.folded in ORDINARY_WORDS
        if text[word.end : first.start] == " " and hit.in_capitals(word) and not begins:
            return True
    return False


class Labels:
    """Words that the program prints itself, which are no name where they stand as it writes them."""

    def __init__(self, labels: Iterable[str]) -> None:
        written = {clean(label) for label in labels} - {""}
        written |= {lower_first(label) for label in written}
        # An apostrophe after it makes it a possessive, which a person is likelier to have than a rating.
        any_label = "|".join(map(re.escape, sorted(written, key=len, reverse=True)))
        self.pattern = re.compile(rf"(?<!\w)(?:{any_label})(?!['\w])") if written else None

    def excuse(self, hit: Hit, told: Set[str]) -> bool:
        """Whether each word of the hit belongs to a label, in a passage that does not tell the exempt fact."""
        if self.pattern is None or hit.tells(told):
            return False
        spans = [match.span() for match in self.pattern.finditer(hit.passage.text)]
        return all(any(begin <= word.start and word.end <= end for begin, end in spans) for word in hit.words)


class PublicNames:
    """Names that may be published: what stands within one names whom that name means."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = names

    @cached_property
    def words(self) -> dict[str, tuple[str, ...]]:
        """The words of each name under its letters; made when there is a hit to ask about: most documents have none."""
        names = [tuple(word.folded for word in words(clean(name))) for name in self.names]
        return {"".join(name): name for name in names if name}

    def excuse(self, hit: Hit, term: ExemptTerm) -> bool:
        """Whether the hit lies within a public name that holds more than words of the exempt one."""
        if term.telling is None:
            return False
        own = {*words_of(term.text), *COMPANY_WORDS, "the"}
        return any(not own.issuperset(self.words.get(letters, ())) for letters in _around(hit))


def _around(hit: Hit) -> Iterator[str]:
    """The letters of every stretch of words that holds the hit, with the last word's possessive ending and without."""
    for begin in range(min(LONGEST_NAME, len(hit.before)) + 1):
        for end in range(min(LONGEST_NAME, len(hit.after)) + 1):
            *first, last = (*hit.before[len(hit.before) - begin :], *hit.words, *hit.after[:end])
            letters = "".join(word.folded for word in first)
            yield letters + last.folded
            yield letters + last.owner
