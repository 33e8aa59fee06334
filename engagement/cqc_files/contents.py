"""What one of CQC's files says, whatever its layout, and what was found when it was held against the register."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import NamedTuple, Protocol

from engagement.register.vocabulary import KeyQuestion, Rating, ServiceKind
from resources.files.refused import RefusedRow
from resources.words import Word

SERVICE_FACTS = (
    "name",
    "also_known_as",
    "kind",
    "service_types",
    "specialisms",
    "address",
    "postcode",
    "authority",
    "region",
    "phone",
    "website",
    "beds",
    "registered_on",
    "dormant",
    "last_inspected_on",
    "registered_manager",
)
"""The columns of `service` that CQC's files speak of, in the order of `Location.facts`."""

Facts = tuple[str | int | None, ...]
"""A cell for each of SERVICE_FACTS."""

_NAME, _SERVICE_TYPES = SERVICE_FACTS.index("name"), SERVICE_FACTS.index("service_types")
_AUTHORITY, _REGISTERED_ON = SERVICE_FACTS.index("authority"), SERVICE_FACTS.index("registered_on")


def name_in(facts: Facts) -> str:
    """The location's name."""
    return str(facts[_NAME])


def authority_in(facts: Facts) -> str:
    """The council in whose area it is; '' where that is not said."""
    return str(facts[_AUTHORITY] or "")


def registered_on_in(facts: Facts) -> str | None:
    """The day from which CQC has it registered, where that is said."""
    return str(facts[_REGISTERED_ON] or "") or None


class FileKind(Word):
    """Which of CQC's files it is."""

    DIRECTORY = "directory", "CQC directory"
    RATINGS = "ratings", "CQC latest ratings"
    HSCA = "hsca", "CQC HSCA active locations"


class Location(NamedTuple):
    """One location as a file has it. `facts` follows SERVICE_FACTS; None or '' where the file says nothing."""

    line: int
    location_id: str
    kind: ServiceKind | None  # None: not adult social care
    facts: Facts
    provider_id: str
    provider_name: str
    brand: str

    @property
    def name(self) -> str:
        """The location's name."""
        return name_in(self.facts)

    @property
    def registered_on(self) -> str | None:
        """The day from which CQC has it registered, where the file says."""
        return registered_on_in(self.facts)

    @property
    def authority(self) -> str:
        """The council in whose area it is."""
        return authority_in(self.facts)

    @property
    def service_types(self) -> str:
        """CQC's types, parted by |."""
        return str(self.facts[_SERVICE_TYPES] or "")


class PublishedRating(NamedTuple):
    """One rating as a file has it."""

    line: int
    location_id: str
    location_name: str
    question: KeyQuestion
    rating: Rating
    published_on: str
    inherited: bool


@dataclass(frozen=True)
class CqcFile:
    """A file that was read. `dated_by` says where its as-at date was found; `remarks` what a person should know.

    `refused_ids` are the Location IDs of refused rows: the file lists them, so they have not gone. `only_placed` are
    areas that a postcode gave and the file does not name: it does not list the whole of them.
    """

    kind: FileKind
    name: str
    sha256: str
    as_at: date
    dated_by: str
    headings: tuple[str, ...]
    rows: int
    locations: list[Location] = field(default_factory=list)
    ratings: list[PublishedRating] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    refused_ids: frozenset[str] = frozenset()
    only_placed: frozenset[str] = frozenset()
    not_overall: int = 0
    remarks: tuple[str, ...] = ()

    @cached_property
    def authorities(self) -> tuple[str, ...]:
        """The councils whose locations the file lists: what it can say has gone."""
        return tuple(sorted({location.authority for location in self.locations} - {""} - self.only_placed))


class Finding(Enum):
    """What a file means for a location, with the words for the preview and what they mean."""

    NEW = "New", "Not held before this file."
    CHANGED = "Changed", "Held, and the file says something else of it."
    GONE = "Gone", "Held for an authority that the file covers, and not in the file."
    RETURNED = "Returned", "Gone before, and in the file again."
    UNCHANGED = "Unchanged", "Held as the file has it."
    RE_INSPECTED = "Re-inspected", "A newer overall rating than the one held was published."
    FIRST_RATING = "First ratings", "Held before this file without an overall rating, and now rated."
    CHANGED_RATING = "Changed ratings", "The overall rating is another one than before."
    RATINGS_ADDED = "Ratings added", "Ratings, overall and by key question, that were not held."
    CORRECTED = "Ratings corrected", "The file gives another rating for a date that is held."
    KEPT = "Kept as the team wrote it", "The file says otherwise; what the team wrote in the register stays."
    ARCHIVED = "Archived by the team", "In the file, and archived in the register: it stays archived."
    MERGED = "Merged by the team", "The team merged this location into another: it is not added again."
    NOT_HELD = (
        "Not in the register",
        "Rated, but the register has no such location. Import the directory first.",
    )

    def __init__(self, label: str, meaning: str) -> None:
        self.label = label
        self.meaning = meaning


class Found(NamedTuple):
    """One location in one group of the preview. `social_care` tells those of the register from those left out."""

    location_id: str
    name: str
    authority: str
    detail: str
    social_care: bool


class _Known(Protocol):
    @property
    def location_id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def authority(self) -> str: ...


def found_of(known: _Known, detail: str = "", *, social_care: bool = True) -> Found:
    """A location of a file, or one that is held, as a line of the preview."""
    return Found(known.location_id, known.name, known.authority, detail, social_care)


@dataclass
class FileFindings:
    """What one file means, location by location."""

    file: CqcFile
    groups: dict[Finding, list[Found]] = field(default_factory=dict)
    left_out: list[Found] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def add(self, finding: Finding, found: Found) -> None:
        """Put a location into a group."""
        self.groups.setdefault(finding, []).append(found)

    def count(self, finding: Finding, *, social_care: bool | None = None) -> int:
        """How many locations; of all, or only of those that are (or are not) adult social care."""
        return sum(1 for found in self.groups.get(finding, ()) if social_care in (None, found.social_care))
