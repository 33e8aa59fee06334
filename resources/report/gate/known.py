"""What a check knows and what it looks at, as values: nothing here reads a file or a register."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from resources.report.document_text import Passage
from resources.report.exempt_names import ExemptTerm
from resources.report.gate.sentences import Sentence, sentences
from resources.report.leak_gate import Leak, Search, SearchText
from resources.tables import Table


@dataclass(frozen=True, kw_only=True)
class Place:
    """A service as subtraction sees it. `is_exempt`: it is or was under an exempt status, `is_under` which now."""

    id: str
    names: tuple[str, ...]
    kind: str = ""
    district: str = ""
    provider: str = ""
    rating: str = ""
    towns: frozenset[str] = frozenset()
    beds: int | None = None
    has_contract: bool = True
    is_exempt: bool = False
    is_under: str = ""


@dataclass(frozen=True)
class HeldBack:
    """Words kept somewhere that nobody allowed to be published, and what they are ("reason of a suspension")."""

    text: str
    what: str


@dataclass(frozen=True)
class Clue:
    """What tells which service is meant without its name (its postcode, its provider), in each way of writing it.

    `is_code` is found however it is spaced.
    """

    ways: tuple[str, ...]
    what: str
    is_code: bool = False


@dataclass(frozen=True)
class PersonName:
    """The name of somebody by its parts: given names and surname."""

    text: str
    what: str
    first: tuple[str, ...]
    last: tuple[str, ...]


@dataclass(frozen=True)
class Earlier:
    """What a report issued before said to the public. `is_copy`: it is the same report, saved before."""

    name: str
    passages: tuple[Passage, ...]
    is_copy: bool = False


@dataclass(frozen=True, kw_only=True)
class ScopeWords:
    """How reports call a kind, district or rating: the words under what the register calls it, folded by the checks."""

    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    districts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ratings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Known:
    """All that may not be told, and what is public besides.

    `officers` are those of the people whom the parts for officers name: they may be named there, in passages that
    `officers_lines` holds, and nowhere else. `named_officers` may be named everywhere, and are told of to be looked at.
    `persons` are those whom a surname tells, `perhaps` those whose surname others bear too.
    """

    services: tuple[ExemptTerm, ...] = ()
    people: tuple[ExemptTerm, ...] = ()
    officers: tuple[ExemptTerm, ...] = ()
    officers_lines: frozenset[str] = frozenset()
    named_officers: tuple[ExemptTerm, ...] = ()
    persons: tuple[PersonName, ...] = ()
    perhaps: tuple[PersonName, ...] = ()
    clues: tuple[Clue, ...] = ()
    refused: tuple[ExemptTerm, ...] = ()
    addresses: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    public_names: frozenset[str] = frozenset()
    held_back: tuple[HeldBack, ...] = ()
    house_words: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    scopes: ScopeWords = ScopeWords()
    earlier: tuple[Earlier, ...] = ()

    @cached_property
    def services_sought(self) -> Search:
        """The names of services, ready to be looked for."""
        return self._search(self.services)

    @cached_property
    def people_sought(self) -> Search:
        """Those of people."""
        return self._search(self.people)

    @cached_property
    def officers_sought(self) -> Search:
        """Those of people whom the parts for officers name."""
        return self._search(self.officers)

    @cached_property
    def refused_sought(self) -> Search:
        """Those whose claim was refused."""
        return self._search(self.refused)

    @property
    def exempt_places(self) -> tuple[Place, ...]:
        """The services of which something is exempt."""
        return tuple(one for one in self.places if one.is_exempt)

    def _search(self, terms: tuple[ExemptTerm, ...]) -> Search:
        return Search(terms, fixed_labels=self.labels, public_names=self.public_names)


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What is looked at before it is saved.

    `document` are the passages of the finished file, `said` those of the report it was made from, with places that a
    reader finds; `rows` are the same with each row of a table as one. `exempt` is what the appendix alone says, and
    `made` what the program says in public of itself.
    """

    document: tuple[Passage, ...] = ()
    said: tuple[Passage, ...] = ()
    rows: tuple[Passage, ...] = ()
    tables: tuple[tuple[Table, str], ...] = ()
    exempt: tuple[Passage, ...] = ()
    made: tuple[Passage, ...] = ()
    parts: Mapping[str, bytes] = field(default_factory=dict)
    file_name: str = ""

    @cached_property
    def blocks(self) -> Mapping[str, int]:
        """The block that the words of a place mean: of tables, and of what the finished file says at the same."""
        found: dict[str, int] = {}
        for one in (*self.said, *self.rows):
            if one.block is not None:
                found.setdefault(one.where, one.block)
                found.setdefault(one.where.partition(", row")[0], one.block)
        return found

    @cached_property
    def document_text(self) -> SearchText:
        """The file's passages as one string of letters."""
        return SearchText(self.document)

    @cached_property
    def said_text(self) -> SearchText:
        """The report's passages as one string of letters."""
        return SearchText(self.said)

    @cached_property
    def read_once(self) -> tuple[Passage, ...]:
        """What a reader reads: the report by its own places, and of the file what the report does not say."""
        said = {_bare(one.text) for one in (*self.said, *self.rows)}
        rest = [one for one in self.document if not one.is_setting and _bare(one.text) not in said]
        return (*(self.rows or rows_joined(self.said)), *rows_joined(rest))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Of what a reader reads."""
        return tuple(sentences(self.read_once))

    @cached_property
    def exempt_sentences(self) -> tuple[Sentence, ...]:
        """Of what the appendix alone says."""
        return tuple(sentences(self.exempt))

    @cached_property
    def made_sentences(self) -> tuple[Sentence, ...]:
        """Of what the program says in public of itself."""
        return tuple(sentences(self.made))


def rows_joined(passages: Iterable[Passage]) -> list[Passage]:
    """The cells of a row as one passage, so that what stands side by side is read together."""
    found: list[Passage] = []
    for one in passages:
        if found and "row " in one.where and found[-1].where == one.where:
            found[-1] = replace(found[-1], text=f"{found[-1].text}; {one.text}")
        else:
            found.append(one)
    return found


def _bare(text: str) -> str:
    return " ".join(text.split())


def leak(text: str, what: str, found_as: str, passage: Passage, excerpt: str = "") -> Leak:
    """A leak of something other than a name."""
    words = excerpt or passage.text
    shown = words if len(words) <= 160 else f"{words[:157].rsplit(' ', 1)[0]}…"
    return Leak(ExemptTerm(text, what), found_as, passage.where, shown, passage.block)
