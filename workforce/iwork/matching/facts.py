"""What matching knows of people and posts, plain and without names, and what it says of a pair.

What decides speaks only of these, so that it is the same for one pair and for all of the register at once.
Hours are minutes a week, times of day minutes from midnight, levels 1 (low) to 3 (high), None where it is not known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NamedTuple

from resources.wording import lower_first
from workforce.iwork.references import person_reference, post_reference
from workforce.iwork.vocabulary import (
    BuddyNeed,
    BuddyOffer,
    CheckKind,
    CheckState,
    Factor,
    Level,
    Offer,
    Sense,
    ShiftPattern,
    TravelMode,
    WhenNeeded,
)
from workforce.iwork.weeks import WeekTime

SENSES = tuple(Sense)
"""The order in which levels stand."""
LEVEL_NUMBERS: Mapping[Level, int] = {Level.LOW: 1, Level.MEDIUM: 2, Level.HIGH: 3}
Levels = tuple[int | None, int | None, int | None, int | None]
NOTHING_ASKED: Levels = (None, None, None, None)


Hours = WeekTime
"""A time of a weekday: a shift of a post, or when somebody can work."""


class Place(NamedTuple):
    """Where somebody lives or a post is: metres on the national grid."""

    easting: int
    northing: int


class Way(NamedTuple):
    """A way somebody can travel, and how far at most; without either most there is no limit."""

    mode: TravelMode
    most_minutes: int | None = None
    most_tenths: int | None = None


class Speed(NamedTuple):
    """How a way of travelling is reckoned from the straight line."""

    tenths_an_hour: int
    wait_minutes: int
    detour_percent: int


class HeldCheck(NamedTuple):
    """A check somebody holds or has applied for."""

    kind: CheckKind
    state: CheckState
    until_on: date | None = None


class NeededCheck(NamedTuple):
    """A check a post asks for."""

    kind: CheckKind
    needed: WhenNeeded


class TaskInPost(NamedTuple):
    """A task of a post. Without a core task the post is not the post."""

    task_id: str
    core: bool


@dataclass(frozen=True)
class MatchPerson:
    """What matching knows of somebody. `minutes_worked` are of jobs they have now, and count toward their most."""

    key: str
    number: int
    current: bool = True
    consents: bool = True
    profiled: bool = True  # something of their days, hours, tasks or ways is known
    placed: bool = False  # nobody looks for a post for them now: they have one, or it is paused
    at_posts: frozenset[str] = frozenset()  # posts they are matched to or work in
    minutes_worked: int = 0
    place: Place | None = None
    ways: tuple[Way, ...] = ()
    available: tuple[Hours, ...] = ()
    minutes_wanted: int | None = None
    minutes_most: int | None = None
    likes: frozenset[str] = frozenset()
    would_try: frozenset[str] = frozenset()
    avoid: frozenset[str] = frozenset()
    done_before: frozenset[str] = frozenset()
    suits: Levels = NOTHING_ASKED  # the most that suits
    buddy: BuddyNeed = BuddyNeed.NOT_ASKED
    must: frozenset[str] = frozenset()  # adjustments
    helps: frozenset[str] = frozenset()
    checks: tuple[HeldCheck, ...] = ()
    ready_from: date | None = None

    @property
    def reference(self) -> str:
        """As IW-014."""
        return person_reference(self.number)

    @property
    def room(self) -> int | None:
        """How many minutes a week more they want to work at most."""
        return None if self.minutes_most is None else self.minutes_most - self.minutes_worked


@dataclass(frozen=True)
class MatchPost:
    """What matching knows of a post. An adjustment that is in no offer has not been asked for."""

    key: str
    number: int
    title: str = ""
    employer_id: str = ""
    employer_name: str = ""
    open: bool = True
    places: int = 1  # those that are free and nobody is matched to
    place: Place | None = None
    shifts: tuple[Hours, ...] = ()
    pattern: ShiftPattern = ShiftPattern.ALL
    minutes_least: int | None = None
    minutes_most: int | None = None
    tasks: tuple[TaskInPost, ...] = ()  # each task once
    levels: Levels = NOTHING_ASKED
    buddy: BuddyOffer = BuddyOffer.NOT_ASKED
    offers: tuple[tuple[str, Offer], ...] = ()  # of adjustments
    checks: tuple[NeededCheck, ...] = ()
    start_on: date | None = None
    until_on: date | None = None

    @property
    def reference(self) -> str:
        """As P-007."""
        return post_reference(self.number)

    def offer_of(self, adjustment_id: str) -> Offer | None:
        """What the employer said of an adjustment; None where nobody asked."""
        return next((offer for key, offer in self.offers if key == adjustment_id), None)


@dataclass(frozen=True)
class Rules:
    """What holds for all pairs: the day, weights, speeds, pins and bans by hand, and what tasks are called."""

    today: date
    weights: Mapping[Factor, int]
    speeds: Mapping[TravelMode, Speed]
    pins: frozenset[tuple[str, str]] = frozenset()  # person, post
    bans: frozenset[tuple[str, str]] = frozenset()  # person, post or employer
    tasks: Mapping[str, str] = field(default_factory=dict)
    adjustments: Mapping[str, str] = field(default_factory=dict)
    easy: Mapping[str, str] = field(default_factory=dict)  # both in easy words

    def task(self, key: str) -> str:
        """What a task is called within a sentence."""
        return f"“{self.tasks.get(key, 'Another task')}”"

    def adjustment(self, key: str) -> str:
        """What an adjustment is called within a sentence."""
        return f"“{self.adjustments.get(key, 'Another adjustment')}”"

    def easily(self, key: str) -> str:
        """A task or an adjustment in easy words: “laying the tables”, “Give me a list.”; or its name."""
        return self.easy.get(key) or lower_first(self.tasks.get(key) or self.adjustments.get(key, "this"))

    def banned(self, person: MatchPerson, post: MatchPost) -> bool:
        """Whether somebody decided that they are not placed there."""
        return (person.key, post.key) in self.bans or (person.key, post.employer_id) in self.bans

    def begins(self, post: MatchPost) -> date:
        """The earliest day on which somebody could start."""
        return self.today if post.start_on is None else max(self.today, post.start_on)


class MustHave(Enum):
    """What has to hold for a pair to fit."""

    OPEN = "The post"
    BAN = "Do not place"
    CONSENT = "Consent"
    PROFILE = "Profile"
    START = "Start"
    CHECK = "Checks"
    HOURS = "Hours a week"
    SHIFTS = "Days and times"
    TRAVEL = "Way to work"
    TASK = "Tasks to avoid"
    SETTING = "Setting"
    BUDDY = "A buddy"
    ADJUSTMENT = "Adjustments"


@dataclass(frozen=True)
class Finding:
    """One must-have of a pair, met or not; None where it is not known, which stops nothing but is to be asked.

    `about` is the check, task, adjustment or sense that it is of.
    """

    kind: MustHave
    met: bool | None
    for_team: str
    for_person: str
    about: str = ""


@dataclass(frozen=True)
class FactorScore:
    """One factor of a score, 0 to 1000; 500 where it is not known."""

    factor: Factor
    points: int
    known: bool
    for_team: str


@dataclass(frozen=True)
class Fit:
    """What is found of a pair. The score, 0 to 1000, is the weighed mean of the factors, rounded down."""

    person: str
    post: str
    fits: bool
    findings: tuple[Finding, ...]
    factors: tuple[FactorScore, ...]
    score: int
    pinned: bool = False

    @property
    def unmet(self) -> tuple[Finding, ...]:
        """What stands in the way."""
        return tuple(one for one in self.findings if one.met is False)

    @property
    def unknown(self) -> tuple[Finding, ...]:
        """What is still to be asked."""
        return tuple(one for one in self.findings if one.met is None)


class Side(Enum):
    """Who would have to do something for a yes."""

    POST = "The employer"
    PERSON = "The person"
    TEAM = "The team"


def out_of_100(points: int) -> int:
    """How points out of 1000 are shown; a half to the even one."""
    return round(points, -1) // 10
