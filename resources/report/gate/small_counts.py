"""Counts of an exempt status that tell whom: “one of the two nursing homes in Rushcliffe is suspended”.

How many services are suspended is public. Told of so few that a reader can name them it is not, and neither is a count
that only follows: 12 of 14 are not suspended, three in the county of which two are in the other districts, the last row
of a table whose total is known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from resources.report.document_text import Passage
from resources.report.gate.known import Known, Looked, Place, ScopeWords, leak
from resources.report.gate.numbers import NumberKind, Spoken
from resources.report.gate.sentences import Sentence, singular
from resources.report.gate.shares import Fractional, fractions_in
from resources.report.gate.statuses import statuses_in
from resources.report.leak_gate import Leak
from resources.report.letters import clean, words
from resources.wording import and_list, count_of

FEWEST = 5
"""Of fewer services readers can tell which one is meant."""

_IN_ORDER = re.compile(
    r"\b(?:in good standing|active contracts?|contracts? (?:is|are|remains?|stays?) active)\b", re.IGNORECASE
)
_NOT = re.compile(
    r"\b(?:not|never|without|free (?:of|from))\s+(?:\w+\s+){0,3}$|n['’]t\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_AFTER = re.compile(r"[^.;,]*[:=(–-]\s*|\s+(?:\w+\s+){0,3}")
_NONE = re.compile(r"\b(?:none|no|neither|nobody|not one)\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:all|every|each)\b(?! but\b)[^.;,]*$", re.IGNORECASE)
_ONE = re.compile(r"\b(?:a|an|the|its|their|another|only|this|that)\b[^.;,]*$", re.IGNORECASE)
_MAY_BE = re.compile(r"\b(?:where|if|when|whenever|may|might|could|would|can|should|any)\b", re.IGNORECASE)
_OF = re.compile(r"\s*(?:out\s+)?of\s+(?:(?:the|our|its|these|those|all)\s+)*(?:only\s+)?$", re.IGNORECASE)
_OF_THESE = re.compile(
    r"\b(?:of|among|amongst)\s+(?:these|which|whom|them|those|the latter)\b|\bthe others?\b", re.IGNORECASE
)
_OF_THE_SUSPENDED = re.compile(
    r"(?:^|[.;:,(])\s*(?:of|among|amongst)\s+(?:the|those|all|our)\s+"
    r"(?:(?!(?:is|are|was|were|has|have|had)\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""“Of the ten suspended, one is in Rushcliffe”: what comes after the status is counted of it."""
_BEDS = re.compile(r"\b(\d+)[ -]?bed(?:ded|s|room)?\b", re.IGNORECASE)
_PARTED = re.compile(r"[:(]|\b(?:of which|of whom|of these|namely|including|being)\b|\s[–-]\s", re.IGNORECASE)


@dataclass(frozen=True)
class Scope:
    """Of which services a count is told; nothing in it is all of them."""

    kinds: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    ratings: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    beds: frozenset[str] = frozenset()

    @property
    def is_all(self) -> bool:
        """Whether it is told of the whole county."""
        return not (self.kinds or self.districts or self.ratings or self.towns or self.beds)

    @property
    def words(self) -> str:
        """nursing home in Rushcliffe."""
        kinds = and_list(sorted(one.replace("_", " ") for one in (*self.ratings, *self.kinds)), "or")
        kinds = " ".join(part for part in (*(f"{one}-bed" for one in sorted(self.beds)), kinds) if part)
        where = and_list(sorted(self.towns or self.districts))
        return " in ".join(part for part in (kinds or "services", where) if part)

    def holds(self, place: Place) -> bool:
        """Whether a service is one of these."""
        return (
            place.has_contract
            and (not self.kinds or place.kind in self.kinds)
            and (not self.districts or place.district in self.districts)
            and (not self.ratings or place.rating in self.ratings)
            and (not self.towns or bool(self.towns & place.towns))
            and (not self.beds or str(place.beds) in self.beds)
        )

    def or_else(self, other: "Scope") -> "Scope":
        """What this leaves open as the other has it."""
        return Scope(
            self.kinds or other.kinds,
            self.districts or other.districts,
            self.ratings or other.ratings,
            self.towns or other.towns,
            self.beds or other.beds,
        )


@dataclass(frozen=True)
class Told:
    """So many services of a scope have a status. `base` is of how many it was said, where it was."""

    status: str
    scope: Scope
    count: int
    base: int | None
    passage: Passage
    words: str


class Register:
    """How many services there are of a scope."""

    def __init__(self, places: Sequence[Place], scopes: ScopeWords) -> None:
        self._places = places
        self._size = cache(self._counted)
        self.districts = frozenset(one.district for one in places if one.district and one.has_contract)
        self.kinds = frozenset(one.kind for one in places if one.kind and one.has_contract)
        self._words = [
            (what, key, tuple(singular(word.folded) for word in words(clean(said))))
            for what, named in (
                ("kinds", scopes.kinds),
                ("districts", scopes.districts),
                ("ratings", scopes.ratings),
            )
            for key, some in named.items()
            for said in some
        ]
        towns = sorted(set().union(*(one.towns for one in places))) if places else []
        self._towns = [
            (one, re.compile(rf"\b{re.escape(one)}\b"))
            for one in towns
            if all(one.casefold() != said.casefold() for some in scopes.districts.values() for said in some)
        ]

    def size(self, scope: Scope) -> int:
        """How many services have a contract there."""
        return self._size(scope)

    def _counted(self, scope: Scope) -> int:
        return sum(map(scope.holds, self._places))

    def scope_of(self, text: str) -> Scope:
        """What a text says it speaks of."""
        folded = [singular(word.folded) for word in words(clean(text))]
        found: dict[str, set[str]] = {"kinds": set(), "districts": set(), "ratings": set()}
        for what, key, said in self._words:
            if any(tuple(folded[at : at + len(said)]) == said for at in range(len(folded) - len(said) + 1)):
                found[what].add(key)
        return Scope(*(frozenset(found[what]) for what in ("kinds", "districts", "ratings")))

    def narrowed(self, scope: Scope, text: str) -> Scope:
        """The same in the towns, and with the beds, that a text tells; as it was where it tells of neither."""
        towns = frozenset(one for one, said in self._towns if said.search(text))
        return replace(scope, towns=towns, beds=frozenset(_BEDS.findall(text)))

    def tells_whom(self, told: Told) -> int:
        """Of how few services the count is, where so few tell which; 0 where it tells nobody."""
        size = self.size(told.scope)
        if told.base is not None and not (told.scope.is_all and told.base >= size):
            size = min(size, told.base) if size else told.base
        elif told.scope.is_all:
            return 0
        if not 0 < told.count <= size:
            return 0
        return size if size < FEWEST or told.count == size else 0


def small_counts_told(looked: Looked, known: Known) -> Iterator[Leak]:
    """Counts in sentences that tell whom by themselves."""
    register = Register(known.places, known.scopes)
    for told in told_in(looked.sentences, register):
        yield from _leaks(told, register, "as it is said")


def doubtful_counts_told(looked: Looked, known: Known) -> Iterator[Leak]:
    """The same of words that may tell a status, or only what a home does for reasons of its own."""
    register = Register(known.places, known.scopes)
    for told in told_in(looked.sentences, register, doubtful=True):
        yield from _leaks(told, register, "if that is so because of its contract")


def small_counts_in_tables(looked: Looked, known: Known) -> Iterator[Leak]:
    """Counts in tables of statuses that do."""
    register = Register(known.places, known.scopes)
    for told in _told_in_tables(looked, register):
        yield from _leaks(told, register, "in a row of its own")


def small_counts_left_over(looked: Looked, known: Known) -> Iterator[Leak]:
    """Those that follow from others: what is left of a total when all the rest is told."""
    register = Register(known.places, known.scopes)
    said = [*told_in(looked.sentences, register), *_told_in_tables(looked, register)]
    for told in left_over(said, register):
        yield from _leaks(told, register, "by subtraction from what else is told")


def _leaks(told: Told, register: Register, how: str) -> Iterator[Leak]:
    few = register.tells_whom(told)
    if few:
        status = told.status.replace("_", " ")
        said = f"{told.count} of {count_of(few, 'service', 'services')}: {told.scope.words}"
        yield leak(said, f"so few that readers can tell which: {status}", how, told.passage, told.words)


# --- in sentences ------------------------------------------------------------------------------------------


def told_in(some: Iterable[Sentence], register: Register, *, doubtful: bool = False) -> list[Told]:
    """Every count of an exempt status that sentences tell, read beneath their heading and after their lead."""
    found: list[Told] = []
    heading, before = Scope(), None
    for sentence in some:
        if sentence.passage.is_heading:
            heading = register.scope_of(sentence.text)
        if before is not None and not _follows(sentence, before):
            before = None
        matches = list(statuses_in(sentence.text, doubtful=doubtful))
        if not doubtful:
            matches += [(match, "suspended") for match in _IN_ORDER.finditer(sentence.text)]
        if matches:
            found += _told(sentence, before, heading, register, matches)
        if before is None or not before.text.endswith(":") or not sentence.passage.where.startswith("item"):
            before = sentence
    return found


def _follows(sentence: Sentence, before: Sentence) -> bool:
    """Whether it is read together with what stands before: in one paragraph, as an item of a list, “of these”."""
    is_near = before.passage is sentence.passage or before.text.endswith(":")
    return is_near or bool(_OF_THESE.search(sentence.text))


def _told(
    sentence: Sentence,
    before: Sentence | None,
    heading: Scope,
    register: Register,
    matches: list[tuple[re.Match[str], str]],
) -> Iterator[Told]:
    text, counts = sentence.text, _counts(sentence)
    is_near = not register.narrowed(Scope(), text).is_all
    begin = 0
    for match, status in sorted(matches, key=lambda one: one[0].start()):
        end = next((other.start() for other, _ in matches if other.start() > match.start()), len(text))
        for narrow in (False, True)[: 1 + is_near]:
            reading = _Reading(
                sentence, before, heading, register, counts, begin, match.start(), match.end(), end, narrow
            )
            for scope, count, base in reading.told(is_fine=match.re is _IN_ORDER):
                yield Told(status, scope, count, base, sentence.passage, text)
        begin = match.end()


def _counts(sentence: Sentence | None) -> list[Spoken]:
    if sentence is None:
        return []
    return [
        one
        for one in sentence.numbers
        if one.kind is NumberKind.COUNT
        and one.value.denominator == 1
        and not _BEDS.match(sentence.text, one.start)
    ]


@dataclass(frozen=True)
class _Reading:
    """A sentence around one status: the counts from `begin` to the status, and those after it up to `end`."""

    sentence: Sentence
    before: Sentence | None
    heading: Scope
    register: Register
    counts: list[Spoken]
    begin: int
    first: int
    last: int
    end: int
    is_near: bool = False
    """Whether it is read of the towns and beds that it tells too."""

    def told(self, *, is_fine: bool) -> Iterator[tuple[Scope, int, int | None]]:
        """Scope, count and base of all that is told of the status; complements are turned round."""
        text = self.sentence.text
        ahead = text[self.begin : self.first]
        scope = self._scope()
        is_not = is_fine or bool(_NOT.search(ahead))
        count, base = self._count(ahead, scope)
        if count is not None:
            if re.search(r"\ball but\s+$", text[: self._start_of(count)], re.IGNORECASE):
                is_not = not is_not
            if is_not:
                whole = base if base is not None else self.register.size(scope)
                count = whole - count
            yield scope, count, base
        yield from self._parts()

    def _scope(self) -> Scope:
        own = self.register.scope_of(self.sentence.text)
        if self.before is not None and self._leans_on_it:
            own = own.or_else(self.register.scope_of(self.before.text))
        own = self.heading if own.is_all else own
        return self.register.narrowed(own, self.sentence.text) if self.is_near else own

    @property
    def _leans_on_it(self) -> bool:
        """Whether the sentence before says of whom this one speaks."""
        is_led = self.before is not None and self.before.text.endswith(":")
        return is_led or bool(_OF_THESE.search(self.sentence.text))

    def _count(self, ahead: str, scope: Scope) -> tuple[int | None, int | None]:
        held = [one for one in self.counts if self.begin <= one.start < self.first]
        if self._is_none(held):
            return 0, None
        if held:
            share = self._share(held)
            return self._paired(held) if share is None else share
        share = self._share([])
        if share is not None:
            return share
        after = [one for one in self.counts if self.last <= one.start < self.end]
        if after and _AFTER.fullmatch(self.sentence.text[self.last : after[0].start]):
            return int(after[0].value), self._carried()
        if _MAY_BE.search(self.sentence.text):
            return None, None
        size = self.register.size(scope)
        if _ALL.search(ahead) and not scope.is_all:
            return size, None
        return (1, None) if _ONE.search(ahead) and not scope.is_all else (None, None)

    def _is_none(self, held: list[Spoken]) -> bool:
        """Whether the nearest count is none: “none is suspended”, “none of the two is”."""
        text = self.sentence.text
        nearest = max((match.end() for match in _NONE.finditer(text, self.begin, self.first)), default=-1)
        after = [one for one in held if one.start >= nearest]
        return nearest >= 0 and (not after or bool(_OF.fullmatch(text[nearest : after[0].start])))

    def _paired(self, held: list[Spoken]) -> tuple[int, int | None]:
        """“one of the two”: the count and its base; otherwise the nearest number, and what it was carried from."""
        text = self.sentence.text
        for one, other in pairwise(held):
            if _OF.fullmatch(text[one.end : other.start]):
                return int(one.value), int(other.value)
        nearest = held[-1]
        if len(held) > 1 and _OF_THESE.search(text[held[-2].end : nearest.start]):
            return int(nearest.value), int(held[-2].value)
        return int(nearest.value), self._carried()

    def _share(self, held: list[Spoken]) -> tuple[int, int | None] | None:
        """“50% of the two”, “half of nursing homes in Rushcliffe”: how many that is; None where no share is told."""
        text = self.sentence.text
        shares = [
            Fractional(one.value / 100, one.start, one.end)
            for one in self.sentence.numbers
            if one.kind is NumberKind.PERCENT
        ]
        shares = [one for one in (*shares, *fractions_in(text)) if self.begin <= one.start < self.first]
        if not shares:
            return None
        last = max(shares, key=lambda one: one.start)
        counts = [one for one in held if not last.start <= one.start < last.end]
        if counts and not (last.end <= counts[0].start and _OF.fullmatch(text[last.end : counts[0].start])):
            return None
        base = int(counts[0].value) if counts else None
        whole = self.register.size(self._scope()) if base is None else base
        return round(last.value * whole), base

    def _carried(self) -> int | None:
        """The number that “of these” speaks of, from the sentence before."""
        earlier = _counts(self.before)
        if earlier and self._leans_on_it:
            return int(earlier[0].value)
        return None

    def _start_of(self, count: int) -> int:
        return next((one.start for one in self.counts if int(one.value) == count), 0)

    def _parts(self) -> Iterator[tuple[Scope, int, int | None]]:
        """“three are suspended: two in Gedling and one in Rushcliffe”, and the same before the status."""
        text = self.sentence.text
        lead = _PARTED.search(text, self.last)
        start = (
            self.last if _OF_THE_SUSPENDED.search(text[: self.first]) else lead.start() if lead else self.end
        )
        spans = [one for one in self.counts if start <= one.start < self.end]
        if not spans:
            spans = [
                one for one in self.counts if self.begin <= one.start < self.first and not self._is_base(one)
            ]
            if len(spans) < 2:
                return
        whole = Scope(kinds=self.register.scope_of(text[: spans[0].start]).kinds)
        for one, following in zip(spans, [*spans[1:], None], strict=True):
            stop = following.start if following else (self.end if one.start > self.last else self.first)
            own = self.register.scope_of(text[one.end : stop])
            if self.is_near:
                own = self.register.narrowed(own, text[one.end : stop])
            if own.districts or own.kinds or own.towns:
                yield own.or_else(whole), int(one.value), None

    def _is_base(self, number: Spoken) -> bool:
        """Whether it is the two of “one of the two”."""
        earlier = [one.end for one in self.counts if one.end < number.start]
        return bool(earlier) and bool(_OF.fullmatch(self.sentence.text[earlier[-1] : number.start]))


# --- in tables ---------------------------------------------------------------------------------------------

_BASE = re.compile(r"contract|all services|services|homes|total|number of", re.IGNORECASE)
_TOTAL = re.compile(r"^\s*(?:total|all|county|overall|sum)\b", re.IGNORECASE)


def _told_in_tables(looked: Looked, register: Register) -> Iterator[Told]:
    for table, where in looked.tables:
        headings = [column.heading for column in table.columns]
        about = register.scope_of(" ".join((table.title, table.base)))
        told = [
            (at, match.lastgroup or "")
            for at, heading in enumerate(headings)
            if (match := next((match for match, _ in statuses_in(heading)), None))
        ]
        base_at = next(
            (at for at, heading in enumerate(headings) if _BASE.search(heading) and at not in dict(told)),
            None,
        )
        fine_at = next((at for at, heading in enumerate(headings) if _is_fine(heading)), None)
        for place, row in enumerate(table.rows, 1):
            words_of = " ".join(cell for cell in row if isinstance(cell, str))
            scope = about if _TOTAL.match(words_of) else register.scope_of(words_of).or_else(about)
            base = row[base_at] if base_at is not None else None
            whole = base if isinstance(base, int) else None
            passage = Passage("", f"{where}, row {place}")
            shown = "; ".join(f"{heading}: {cell}" for heading, cell in zip(headings, row, strict=True))
            for at, status in told:
                cell = row[at]
                if isinstance(cell, int):
                    yield Told(status, scope, cell, whole, passage, shown)
            if not told and fine_at is not None and fine_at != base_at and whole is not None:
                fine = row[fine_at]
                if isinstance(fine, int):
                    yield Told("suspended", scope, whole - fine, whole, passage, shown)


def _is_fine(heading: str) -> bool:
    return bool(_IN_ORDER.search(heading)) or heading.strip().casefold() == "active"


# --- what is left over -------------------------------------------------------------------------------------


def left_over(told: Iterable[Told], register: Register) -> Iterator[Told]:
    """For each total the count of what is left, where its districts or its kinds are told one by one."""
    held: dict[tuple[str, Scope], Told] = {}
    for one in told:
        held.setdefault((one.status, one.scope), one)
    for (status, scope), total in held.items():
        for parts in _divided(scope, register):
            known = [held[status, part] for part in parts if (status, part) in held]
            open_ones = [part for part in parts if (status, part) not in held]
            left = total.count - sum(one.count for one in known)
            if known and open_ones and left > 0:
                rest = Scope(
                    frozenset().union(*(part.kinds for part in open_ones)),
                    frozenset().union(*(part.districts for part in open_ones)),
                    scope.ratings,
                )
                yield Told(status, rest, left, None, total.passage, total.words)


def _divided(scope: Scope, register: Register) -> Iterator[list[Scope]]:
    """A scope by its districts, and by its kinds."""
    districts = [Scope(scope.kinds, frozenset({one}), scope.ratings) for one in sorted(register.districts)]
    kinds = [Scope(frozenset({one}), scope.districts, scope.ratings) for one in sorted(register.kinds)]
    for parts, is_open in ((districts, not scope.districts), (kinds, not scope.kinds)):
        if is_open:
            yield [part for part in parts if register.size(part)]
