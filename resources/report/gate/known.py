"""What a check knows and what it looks at, as values: nothing here reads a file or a register."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from resources.report.document_text import Passage
from resources.report.exempt_names import ExemptTerm
from resources.report.leak_gate import Leak, SearchText


@dataclass(frozen=True, kw_only=True)
class Place:
    """A service as subtraction sees it. `is_exempt`: under an exempt status now or ever; `is_under` is what it has now."""

    id: str
    names: tuple[str, ...]
    kind: str = ""
    district: str = ""
    provider: str = ""
    rating: str = ""
    has_contract: bool = True
    is_exempt: bool = False
    is_under: str = ""


@dataclass(frozen=True)
class HeldBack:
    """Words kept somewhere that nobody allowed to be published, and what they are ("reason of a suspension")."""

    text: str
    what: str


@dataclass(frozen=True)
class Earlier:
    """What a report issued before said to the public."""

    name: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, kw_only=True)
class ScopeWords:
    """How reports call a kind, district or rating: the words under what the register calls it, folded by the checks."""

    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    districts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ratings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Known:
    """All that may not be told, and what is public besides."""

    services: tuple[ExemptTerm, ...] = ()
    people: tuple[ExemptTerm, ...] = ()
    refused: tuple[ExemptTerm, ...] = ()
    labels: frozenset[str] = frozenset()
    public_names: frozenset[str] = frozenset()
    held_back: tuple[HeldBack, ...] = ()
    house_words: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    scopes: ScopeWords = ScopeWords()
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What is looked at before it is saved.

    `document` are the passages of the finished file, `said` those of the report it was made from, with places that a
    reader finds. `exempt` is what the appendix alone says, and `made` what the program says in public of itself.
    """

    document: tuple[Passage, ...] = ()
    said: tuple[Passage, ...] = ()
    exempt: tuple[Passage, ...] = ()
    made: tuple[Passage, ...] = ()
    parts: Mapping[str, bytes] = field(default_factory=dict)
    file_name: str = ""

    @cached_property
    def document_text(self) -> SearchText:
        """The file's passages as one string of letters."""
        return SearchText(self.document)

    @cached_property
    def said_text(self) -> SearchText:
        """The report's passages as one string of letters."""
        return SearchText(self.said)

    @cached_property
    def public(self) -> tuple[Passage, ...]:
        """What a reader of the public document reads: of the report where it is at hand, of the file otherwise."""
        return self.said or tuple(one for one in self.document if not one.is_setting)


def leak(text: str, what: str, found_as: str, passage: Passage, excerpt: str = "") -> Leak:
    """A leak of something other than a name."""
    words = excerpt or passage.text
    shown = words if len(words) <= 160 else f"{words[:157].rsplit(' ', 1)[0]}…"
    return Leak(ExemptTerm(text, what), found_as, passage.where, shown)
