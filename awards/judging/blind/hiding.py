"""A statement with names hidden: what stands for whom, and which words may be no names. Pure.

The words of a name are found in whatever letters, accents, spaces or apostrophes they are written, as a possessive, and
run together; so are addresses, telephone numbers and postcodes of anybody.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from awards.judging.blind.everyday_names import WORDS_TOO
from awards.judging.blind.names import ORDER, Form, Names, Stand, first_letters
from awards.judging.blind.strangers import strangers
from engagement.register.person_names import TITLES
from resources.report.exempt_names import GENERIC_WORDS
from resources.report.letters import Word, clean, words
from resources.report.ordinary_words import BUILDING_WORDS, CARE_WORDS, SMALL_WORDS

Choices = Mapping[tuple[str, int], bool]
"""What a person decided of the nth time that a word stands in a statement: whether it is hidden."""

_ADDRESS = re.compile(
    r"[\w.+%-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.[\w-]+)+"  # ada@example.org
    r"|(?:https?://|www\.)\S+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:co\.uk|org\.uk|gov\.uk|nhs\.uk|com|org|net|uk|care)\b(?:/\S*)?"
    r"|(?<!\w)@\w+"  # a handle
    r"|(?<![\w&])#(?=\w*[^\W\d_])\w+"  # a hashtag
    r"|\b1-\d{6,}\b"  # a Location ID
    r"|(?<!\w)(?<!\d[./-])(?!\d\d?[./-]\d\d?[./-](?:\d\d){1,2}\b)"  # no date, but
    r"\(?(?:(?:\+|00) ?44|\+\d{1,3}|0)(?:[ ().\u2010-\u2014-]{0,3}\d){9,11}\b"  # a telephone number
    r"|\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b",  # a postcode
    re.IGNORECASE,
)
_STANDS = re.compile("|".join(re.escape(one.value) for one in Stand))
_TITLE_BEFORE = re.compile(rf"\b(?:{'|'.join(TITLES)})\.?\s+$", re.IGNORECASE)
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;]['\")\]]*\s|[-–—•*]\s|\n)\s*['\"(\[]*$")
_TWICE = [
    (re.compile(rf"{re.escape(one.value)}(?:[ ,]*{re.escape(one.value)})+"), one.value) for one in Stand
]
_ARTICLE = re.compile(r"\b[Tt]he (?=\[the )")
_BROKEN_BEFORE, _BROKEN_AFTER = re.compile(r"^[^\[\]]*\]"), re.compile(r"\[[^\]]*$")
_NEAR_LETTERS = 5
_LOOK_BACK = 16
_CAPITALS_ANYWAY = frozenset({"march", "april", "may", "june", "july", "august", "the", "team"}) | SMALL_WORDS
_RUN_TOGETHER = 6
_BROKEN = re.compile("[-\u00ac\u2010\u2011]\n")  # a word goes on in the next line
_SHORT_PLURAL = 4
_PLAIN_IN_S_LIST = """
    always besides boss bras bus cars cross dress gas glass grass gross guess his its keys kiss lass less
    lens loss mass mess miss news pass pens perhaps pets plus press sometimes stress thus tins toss towards
    us vans was yes
"""
_PLAIN_IN_S = WORDS_TOO | frozenset(_PLAIN_IN_S_LIST.split())
"""Words that a short name with an s looks like."""


@dataclass(frozen=True)
class Occurrence:
    """Words of the text, and who is meant; `nth` counts a doubtful word through the statement.

    One that is not `hidden` stays as it is. `why` says what the doubt is.
    """

    start: int
    end: int
    written: str
    stand: Stand
    word: str = ""
    nth: int = 0
    why: str = ""
    hidden: bool = True

    @property
    def is_doubtful(self) -> bool:
        """Whether a person is to look at it."""
        return bool(self.why)


@dataclass(frozen=True)
class Hidden:
    """The blind text, the text that it was made of (in plain letters), and all that was found."""

    text: str
    source: str
    occurrences: tuple[Occurrence, ...]

    def around(self, one: Occurrence, *, room: int = 48) -> str:
        """Where one of the doubtful words stands, with every other name hidden."""
        before, after = self._blind(0, one.start)[-room:], self._blind(one.end, len(self.source))[:room]
        before = before.partition(" ")[2] if len(before) == room else before
        after = after.rpartition(" ")[0] if len(after) == room else after
        before, after = _BROKEN_BEFORE.sub("", before), _BROKEN_AFTER.sub("", after)
        return " ".join(f"… {before}{one.written}{after} …".split())

    def _blind(self, begin: int, end: int) -> str:
        parts, at = [], begin
        for one in self.occurrences:
            if one.hidden and begin <= one.start and one.end <= end:
                parts += [self.source[at : one.start], one.stand.value]
                at = one.end
        return "".join((*parts, self.source[at:end]))

    @property
    def doubtful(self) -> tuple[Occurrence, ...]:
        """What a person is to look at."""
        return tuple(one for one in self.occurrences if one.is_doubtful)


def hide(
    text: str, names: Names, choices: Choices | None = None, *, known: Collection[str] | None = None
) -> Hidden:
    """The text with every name replaced by who is meant; a doubtful word is hidden unless a person let it stand.

    With `known`, phrases that are no names, the full names of people whom no record holds are hidden too.
    """
    source = plain_lines(text)
    read = _Letters(source)
    found = _apart(_found(source, names, read))
    if known is not None:
        found = sorted([*found, *_strangers(source, found, known)], key=lambda one: one.start)
    found = _doubts_counted(found, choices or {}, read)
    blind = source
    for one in reversed(found):
        if one.hidden:
            blind = blind[: one.start] + one.stand.value + blind[one.end :]
    for pattern, stand in _TWICE:
        blind = pattern.sub(lambda _, stand=stand: stand, blind)  # type: ignore[misc]
    return Hidden(_ARTICLE.sub("", blind), source, tuple(found))


def _strangers(source: str, found: list[Occurrence], known: Collection[str]) -> Iterator[Occurrence]:
    taken = [*((one.start, one.end) for one in found), *(match.span() for match in _STANDS.finditer(source))]
    met = list(strangers(source, taken, known))
    for one in met:
        yield Occurrence(one.start, one.end, source[one.start : one.end], one.stand, one.word, why=one.why)
    taken += [(one.start, one.end) for one in met]
    parts = {part for one in met if one.stand is Stand.PERSON for part in one.word.split()} - _PLAIN_IN_S
    for word in words(source):
        free = not any(begin < word.end and word.start < end for begin, end in taken)
        if free and word.owner in parts and len(word.owner) > 2 and source[word.start].isupper():
            end = _without_owner(source, word)
            why = "part of the name of somebody of no record"
            yield Occurrence(word.start, end, source[word.start : end], Stand.PERSON, word.owner, why=why)


def plain_lines(text: str) -> str:
    """The text line by line without what nobody sees and double spaces."""
    return "\n".join(clean(line) for line in text.strip().splitlines())


def _found(source: str, names: Names, text: "_Letters") -> Iterator[Occurrence]:
    """Everything that may be hidden; two of them may overlap. What a blind copy printed of itself is no name."""
    stands = [match.span() for match in _STANDS.finditer(source)]
    for match in _ADDRESS.finditer(source):
        stand = Stand.HIDDEN if match[0].startswith("#") else Stand.ADDRESS
        yield Occurrence(*match.span(), match[0], stand)
    no_capitals = source == source.lower()
    for form, (first, last, end, plural) in text.all_places(names):
        begin = text.words[first].start
        if any(begin < after and before < end for before, after in stands):
            continue
        capital = text.has_capitals(first, last, form)
        if plural and f"{form.letters}s" in _PLAIN_IN_S:
            if capital and not no_capitals and not _SENTENCE_BEGINS.search(source[:begin][-_LOOK_BACK:]):
                why = "an ordinary word, or a name with an s"
                yield Occurrence(begin, end, source[begin:end], form.stand, f"{form.letters}s", why=why)
            continue
        if form.capitals and form.exact and not capital:
            continue
        one = _occurrence(source, form, begin, end, capital=capital, no_capitals=no_capitals)
        if one is not None:
            short = plural and not capital and len(form.letters) <= _SHORT_PLURAL and not one.is_doubtful
            word, why = (
                (f"{form.letters}s", "a name with an s, or an ordinary word")
                if short
                else (one.word, one.why)
            )
            yield replace(one, word=word, why=why)
    yield from _glued(source, text, names)
    yield from _near(source, text, names)


def _occurrence(
    source: str, form: Form, begin: int, end: int, *, capital: bool, no_capitals: bool
) -> Occurrence | None:
    written = source[begin:end]
    if form.initials and written.upper() != written:
        return None
    before = source[max(0, begin - _LOOK_BACK) : begin]
    title = _TITLE_BEFORE.search(before)
    if title is not None and form.stand in (Stand.NOMINEE, Stand.NOMINATOR, Stand.PERSON):
        begin -= len(before) - title.start()
        return Occurrence(begin, end, source[begin:end], form.stand)
    if not form.doubtful:
        if form.capitals and not capital and not no_capitals:
            return None
        return Occurrence(begin, end, written, form.stand)
    if capital and _tells_by_capital(source, before, form):
        return Occurrence(begin, end, written, form.stand)
    if capital or no_capitals:
        return Occurrence(
            begin, end, written, form.stand, " ".join(form.words), why=_why(source, begin, form)
        )
    if form.capitals:
        telling = _tells_in_small_letters(form)
        why = "ordinary words, without a capital" if telling else "an ordinary word, without a capital"
        return Occurrence(begin, end, written, form.stand, " ".join(form.words), why=why, hidden=telling)
    return Occurrence(
        begin, end, written, form.stand, " ".join(form.words), why="a word of a name, without a capital"
    )


def _tells_in_small_letters(form: Form) -> bool:
    """Whether several ordinary words together are more likely the name than not."""
    if form.stand is Stand.HOME:
        plain = GENERIC_WORDS | CARE_WORDS | SMALL_WORDS
        return len(form.words) > 1 and not plain.issuperset(form.words)
    return form.stand is Stand.NOMINEE and len([word for word in form.words if word != "the"]) > 1


def _tells_by_capital(source: str, before: str, form: Form) -> bool:
    """Whether the capital of ordinary words is that of a name: no sentence begins there, and it is no month or hall."""
    if len(form.letters) == 1 or _SENTENCE_BEGINS.search(before) or source == source.upper():
        return False
    return not (BUILDING_WORDS | CARE_WORDS | _CAPITALS_ANYWAY).issuperset(form.words)


def _why(source: str, begin: int, form: Form) -> str:
    if len(form.letters) == 1:
        return "one letter, which may be an initial"
    if _SENTENCE_BEGINS.search(source[max(0, begin - _LOOK_BACK) : begin]):
        return "an ordinary word too, where a sentence begins"
    return "an ordinary word too"


def _glued(source: str, text: "_Letters", names: Names) -> Iterator[Occurrence]:
    """Longer words that begin or end with a name: “teammarbley”."""
    telling = {
        form.letters: form.stand
        for form in names.forms
        if len(form.words) == 1 and len(form.letters) >= _NEAR_LETTERS and form.stand is not Stand.PLACE
        and not form.capitals and not form.doubtful and form.letters not in WORDS_TOO
    }  # fmt: skip
    for word in text.words:
        one = word.owner
        if len(one) <= _NEAR_LETTERS or one in _PLAIN_IN_S or one in telling:
            continue
        for cut in range(_NEAR_LETTERS, len(one)):
            stand = telling.get(one[:cut]) or telling.get(one[-cut:])
            if stand is not None:
                end = _without_owner(source, word)
                yield Occurrence(
                    word.start, end, source[word.start : end], stand, one, why="a name is part of it"
                )
                break


def _near(source: str, text: "_Letters", names: Names) -> Iterator[Occurrence]:
    """Words that are a name but for a letter."""
    telling = names.telling
    known: dict[str, Stand | None] = {}
    for word in text.words:
        one = word.owner
        if not source[word.start].isupper() or len(one) < _NEAR_LETTERS or one in WORDS_TOO or one in telling:
            continue
        if one not in known:
            known[one] = next((stand for name, stand in telling.items() if _is_near(one, name)), None)
        stand = known[one]
        if stand is not None:
            end = _without_owner(source, word)
            yield Occurrence(word.start, end, source[word.start : end], stand, one, why="nearly a name")


def _is_near(one: str, other: str) -> bool:
    """Whether one letter is missing, too many, another, or two have changed places."""
    if one == other or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    at = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return one.rstrip("s") != other  # a plural is found as such
    return (
        one[at + 1 :] == other[at + 1 :] or one[at + 1 :] == other[at:] or one[at:] == other[at + 1 :]
        or (one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :])
    )  # fmt: skip


def _apart(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Of those that overlap the longest, and who comes first in `Stand`; what is certain before what is doubtful."""
    kept: list[Occurrence] = []
    taken: list[tuple[int, int]] = []
    for one in sorted(
        found,
        key=lambda one: (not one.hidden, one.start - one.end, one.is_doubtful, ORDER[one.stand], one.start),
    ):
        if not any(one.start < end and begin < one.end for begin, end in taken):
            kept.append(one)
            taken.append((one.start, one.end))
    return sorted(kept, key=lambda one: one.start)


def _doubts_counted(found: list[Occurrence], choices: Choices, text: "_Letters") -> list[Occurrence]:
    """Numbered by the text alone: what was decided of a place stays there when other names become known."""
    counted = []
    for one in found:
        if one.is_doubtful:
            nth = text.times(one.word.replace(" ", ""), one.start)
            one = replace(one, nth=nth, hidden=choices.get((one.word, nth), one.hidden))
        counted.append(one)
    return counted


def _without_owner(source: str, word: Word) -> int:
    """Where the word ends without its possessive ending."""
    if word.folded != word.owner and source[word.end - 2 : word.end] in ("'s", "'S"):
        return word.end - 2
    return word.end


class _Letters:
    """A text as letters that run on, with the places where words begin and end."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.words = [part for word in words(source) for part in _humps(source, word)]
        self.starts: dict[int, int] = {}
        self.ends: dict[int, tuple[int, int]] = {}
        letters: list[str] = []
        at = 0
        self.firsts: list[int] = []
        for place, word in enumerate(self.words):
            self.starts[at] = place
            self.firsts.append(at)
            letters.append(word.folded)
            if word.owner != word.folded:
                self.ends[at + len(word.owner)] = place, _without_owner(source, word)
            at += len(word.folded)
            self.ends[at] = place, _without_owner(source, word) if word.owner != word.folded else word.end
        self.letters = "".join(letters)
        self.gaps = {
            first: source[before.end : word.start]
            for first, before, word in zip(self.firsts[1:], self.words, self.words[1:], strict=False)
            if before.end < word.start and not _BROKEN.fullmatch(source[before.end : word.start])
        }

    def times(self, letters: str, start: int) -> int:
        """The how many-th word of these letters stands there; 1 for what is part of a word."""
        found, at = 0, self.letters.find(letters)
        while at >= 0:
            stop = at + len(letters)
            ends = stop in self.ends or (self.letters[stop : stop + 1] == "s" and stop + 1 in self.ends)
            if at in self.starts and ends:
                if self.words[self.starts[at]].start > start:
                    break
                found += 1
            at = self.letters.find(letters, at + 1)
        return max(found, 1)

    def has_capitals(self, first: int, last: int, form: Form) -> bool:
        """Whether each word of the form that begins as one in the text begins with a capital."""
        begins = {self.firsts[first] + length for length in (0, *accumulate(map(len, form.words)))}
        return all(
            self.source[self.words[place].start].isupper()
            for place in range(first, last + 1)
            if self.firsts[place] in begins
        )

    def all_places(self, names: Names) -> Iterator[tuple[Form, tuple[int, int, int, bool]]]:
        """Each form with the places where it stands."""
        for form in names.forms:
            for place in self.places(form):
                yield form, place
        for at in self.starts:
            for form in names.elsewhere.get(first_letters(self.letters, at), ()):
                found = self._at(at, form) if self.letters.startswith(form.letters, at) else None
                if found is not None:
                    yield form, found

    def places(self, form: Form) -> Iterator[tuple[int, int, int, bool]]:
        """First and last word of each place where a form stands, where in the text it ends, and whether with an s."""
        sought = form.letters
        at = self.letters.find(sought)
        while at >= 0:
            found = self._at(at, form)
            if found is not None:
                yield found
            at = self.letters.find(sought, at + 1)

    def _at(self, at: int, form: Form) -> tuple[int, int, int, bool] | None:
        first = self.starts.get(at)
        if first is None:
            return None
        stop = at + len(form.letters)
        place, end = self.ends.get(stop, (None, 0))
        plural = place is None
        if place is None and self.letters[stop : stop + 1] == "s" and len(form.letters) > 2:
            place, end = self.ends.get(stop + 1, (None, 0))  # “the Examples”, and “Adas” for “Ada’s”
        if place is None or not self._holds(first, place, form):
            return None
        return first, place, end, plural

    def _holds(self, first: int, last: int, form: Form) -> bool:
        """Whether the words divide as the form’s do, or the form is long enough to do without; a line ends a name."""
        begins = self.firsts[first + 1 : last + 1]
        gaps = [self.gaps[at] for at in begins if at in self.gaps]
        if any("(" in gap or ")" in gap for gap in gaps):
            return False  # each is found by itself
        long = len(form.letters) >= _RUN_TOGETHER
        if any("\n" in gap for gap in gaps):
            return long
        divided = {self.firsts[first] + length for length in accumulate(map(len, form.words[:-1]))}
        if divided.issubset(begins) and all(at in divided for at in begins if at in self.gaps):
            return True
        return not form.exact and long


def _humps(source: str, word: Word) -> list[Word]:
    """“Team” and “Ada” of “TeamAda”, “Ada” and “84” of “Ada84”; any other word as it is."""
    written = source[word.start : word.end]
    if written.isalpha() and (written[1:].islower() or written.isupper()):
        return [word]
    places = [place for place, letter in enumerate(written) if letter != "'"]
    if len(places) != len(word.folded):
        return [word]
    cuts = [at for at in range(1, len(places)) if _is_hump(written, places, at, word.folded)]
    return [
        Word(
            word.folded[begin:end],
            word.owner[begin:end],
            word.start + places[begin],
            word.end if end == len(places) else word.start + places[end],
        )
        for begin, end in zip((0, *cuts), (*cuts, len(places)), strict=True)
        if word.owner[begin:end]
    ] or [word]


def _is_hump(written: str, places: list[int], at: int, plain: str) -> bool:
    before, here = written[places[at - 1]], written[places[at]]
    if plain[at].isdigit() != plain[at - 1].isdigit():
        return True
    if not here.isupper() or places[at] - places[at - 1] > 1:  # O'Example is one word
        return False
    after = "".join(written[place] for place in places[at + 1 : at + 3])
    return before.islower() or (before.isupper() and len(after) > 1 and after.islower())


def capitals_left(text: str, *, usual: Iterable[str] = ()) -> list[str]:
    """Words with a capital within a sentence that nothing explains: names, it may be, of people not on record."""
    known = {word.casefold() for word in usual}
    found: dict[str, None] = {}
    masked = _STANDS.sub(lambda match: " " * len(match[0]), text)
    lines = [0, *(match.end() for match in re.finditer("\n", masked))]
    for word in words(masked):
        begin = lines[bisect_right(lines, word.start) - 1]
        if not masked[word.start].isupper() or _SENTENCE_BEGINS.search(masked[begin : word.start]):
            continue
        if word.folded in WORDS_TOO or word.folded in known or word.folded in _USUAL or len(word.folded) < 2:
            continue
        found[masked[word.start : _without_owner(masked, word)]] = None
    return list(found)


_USUAL = frozenset({
    "mum", "dad", "polish", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "june", "july", "august", "september", "october", "november", "december", "christmas", "easter", "diwali",
    "eid", "covid", "cqc", "nhs", "gp", "im", "ive", "id", "ill", "ok", "tv", "english", "british", "nvq", "dols",
    "dementia",
})  # fmt: skip
