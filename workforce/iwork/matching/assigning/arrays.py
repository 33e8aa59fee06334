"""What matching knows of many people and posts, as tables of numbers.

Each person or post is a row. Days are counted from the calendar’s first; UNKNOWN stands where no real number can.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from workforce.iwork.matching import arithmetic
from workforce.iwork.matching.facts import MatchPerson, MatchPost, Place, Rules, Speed, Way
from workforce.iwork.matching.preferences import (
    BUDDY_POINTS,
    LIKES,
    NOT_SAID,
    OFFER_POINTS,
    WOULD_TRY,
)
from workforce.iwork.vocabulary import (
    BuddyNeed,
    BuddyOffer,
    CheckKind,
    CheckState,
    Offer,
    TravelMode,
    WhenNeeded,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Sums = NDArray[np.float32]

_Thing = TypeVar("_Thing")
_Kind = TypeVar("_Kind")

UNKNOWN = -1
NEVER = 1 << 40
"""Later than any day, more than any hours, further than any way."""
MODES = tuple(TravelMode)
CHECKS = tuple(CheckKind)


@dataclass(frozen=True)
class People:
    """`reach` is how far each gets in metres at the most by each way of travelling; -1 where they do not use it."""

    current: "Flags"
    consents: "Flags"
    profiled: "Flags"
    ready: "Ints"
    room: "Ints"
    wanted: "Ints"
    held_until: "Ints"
    suits: "Ints"
    buddy_must: "Flags"
    buddy_helps: "Flags"
    avoid: "Sums"
    wishes: "Sums"
    asked: "Flags"
    done: "Sums"
    must: "Sums"
    needs: "Sums"
    east: "Ints"
    north: "Ints"
    located: "Flags"
    travels: "Flags"
    reach: "Ints"


@dataclass(frozen=True)
class Posts:
    """`needs_check` has the day by which each check is asked for; -1 where it is not."""

    open: "Flags"
    begins: "Ints"
    fixed_start: "Flags"
    ends: "Ints"
    needed: "Ints"
    most: "Ints"
    needs_check: "Ints"
    levels: "Ints"
    buddy: "Flags"
    buddy_points: "Ints"
    tasks: "Sums"
    count: "Ints"
    lacks: "Sums"
    offer_points: "Sums"
    east: "Ints"
    north: "Ints"
    located: "Flags"


class Words:
    """Tasks and adjustments by number, those of people and posts together."""

    def __init__(self, people: Sequence[MatchPerson], posts: Sequence[MatchPost]) -> None:
        tasks: set[str] = set()
        adjustments: set[str] = set()
        for person in people:
            tasks |= person.likes | person.would_try | person.avoid | person.done_before
            adjustments |= person.must | person.helps
        for post in posts:
            tasks.update(one.task_id for one in post.tasks)
            adjustments.update(key for key, _offer in post.offers)
        self.tasks: Mapping[str, int] = {key: at for at, key in enumerate(sorted(tasks))}
        self.adjustments: Mapping[str, int] = {key: at for at, key in enumerate(sorted(adjustments))}


def people_arrays(people: Sequence[MatchPerson], words: Words, rules: Rules) -> People:
    """Everybody, in their order."""
    wishes, avoid = _wishes(people, words)
    needs = _marked(words.adjustments, [one.must | one.helps for one in people])
    return People(
        current=_flags(one.current for one in people),
        consents=_flags(one.consents for one in people),
        profiled=_flags(one.profiled for one in people),
        ready=_ints(UNKNOWN if one.ready_from is None else one.ready_from.toordinal() for one in people),
        room=_ints(NEVER if one.room is None else one.room for one in people),
        wanted=_ints(one.minutes_wanted or UNKNOWN for one in people),
        held_until=_table(people, CHECKS, _held_until),
        suits=_ints([NEVER if level is None else level for one in people for level in one.suits]).reshape(
            -1, 4
        ),
        buddy_must=_flags(one.buddy is BuddyNeed.MUST for one in people),
        buddy_helps=_flags(one.buddy in (BuddyNeed.MUST, BuddyNeed.HELPS) for one in people),
        avoid=avoid,
        wishes=wishes,
        asked=_flags(bool(one.likes or one.would_try or one.avoid) for one in people),
        done=_marked(words.tasks, [one.done_before for one in people]),
        must=_marked(words.adjustments, [one.must for one in people]),
        needs=needs,
        east=_ints(_place(one.place).easting for one in people),
        north=_ints(_place(one.place).northing for one in people),
        located=_flags(one.place is not None for one in people),
        travels=_flags(bool(one.ways) for one in people),
        reach=_table(people, MODES, lambda one, mode: _reach(one, mode, rules.speeds)),
    )


def posts_arrays(posts: Sequence[MatchPost], words: Words, rules: Rules) -> Posts:
    """All posts, in their order."""
    needed = [arithmetic.needed_minutes(one) for one in posts]
    tasks = _marked(words.tasks, [[task.task_id for task in one.tasks] for one in posts])
    return Posts(
        open=_flags(one.open for one in posts),
        begins=_ints(rules.begins(one).toordinal() for one in posts),
        fixed_start=_flags(one.start_on is not None for one in posts),
        ends=_ints(NEVER if one.until_on is None else one.until_on.toordinal() for one in posts),
        needed=_ints(UNKNOWN if one is None else one for one in needed),
        most=_ints(
            max(least or 0, one.minutes_most or least or 0) for one, least in zip(posts, needed, strict=True)
        ),
        needs_check=_table(posts, CHECKS, lambda one, kind: _needed_by(one, kind, rules.begins(one))),
        levels=_ints([0 if level is None else level for one in posts for level in one.levels]).reshape(-1, 4),
        buddy=_flags(one.buddy is BuddyOffer.YES for one in posts),
        buddy_points=_ints(BUDDY_POINTS[one.buddy] for one in posts),
        tasks=tasks,
        count=_ints(len(one.tasks) for one in posts),
        lacks=_offers(posts, words, {offer: int(offer is not Offer.OFFERED) for offer in OFFER_POINTS}),
        offer_points=_offers(posts, words, OFFER_POINTS),
        east=_ints(_place(one.place).easting for one in posts),
        north=_ints(_place(one.place).northing for one in posts),
        located=_flags(one.place is not None for one in posts),
    )


# --- how a table is filled --------------------------------------------------------------------------------------


def _ints(values: Iterable[int]) -> "Ints":
    import numpy as np  # loaded when first used

    return np.fromiter(values, dtype=np.int64)


def _flags(values: Iterable[bool]) -> "Flags":
    import numpy as np  # loaded when first used

    return np.fromiter(values, dtype=bool)


def _table(things: Sequence[_Thing], kinds: Sequence[_Kind], cell: Callable[[_Thing, _Kind], int]) -> "Ints":
    return _ints(cell(one, kind) for one in things for kind in kinds).reshape(-1, len(kinds))


def _marked(numbers: Mapping[str, int], sets: Sequence[Iterable[str]]) -> "Sums":
    """1 for each word that stands in the set of a row."""
    import numpy as np  # loaded when first used

    made = np.zeros((len(sets), len(numbers)), dtype=np.float32)
    for row, words in enumerate(sets):
        made[row, [numbers[word] for word in words]] = 1
    return made


def _wishes(people: Sequence[MatchPerson], words: Words) -> tuple["Sums", "Sums"]:
    """What each task counts for with each person, and which they avoid. A wish to avoid stands above the others."""
    avoid = _marked(words.tasks, [one.avoid for one in people])
    likes = _marked(words.tasks, [one.likes for one in people])
    tries = _marked(words.tasks, [one.would_try for one in people])
    wishes = NOT_SAID + (1 - likes) * tries * (WOULD_TRY - NOT_SAID) + likes * (LIKES - NOT_SAID)
    return wishes * (1 - avoid), avoid


def _offers(posts: Sequence[MatchPost], words: Words, points: Mapping[Offer | None, int]) -> "Sums":
    import numpy as np  # loaded when first used

    made = np.full((len(posts), len(words.adjustments)), points[None], dtype=np.float32)
    for row, one in enumerate(posts):
        for key, offer in reversed(one.offers):  # of two the first holds
            made[row, words.adjustments[key]] = points[offer]
    return made


def _place(place: Place | None) -> Place:
    return place or Place(0, 0)


def _held_until(person: MatchPerson, kind: CheckKind) -> int:
    """The last day on which a check that suffices is held."""
    return max(
        (
            NEVER if one.until_on is None else one.until_on.toordinal()
            for one in person.checks
            if one.state is CheckState.HELD and arithmetic.includes(one.kind, kind)
        ),
        default=UNKNOWN,
    )


def _needed_by(post: MatchPost, kind: CheckKind, begins: date) -> int:
    asked = any(one.kind is kind and one.needed is WhenNeeded.BEFORE_START for one in post.checks)
    return begins.toordinal() if asked else UNKNOWN


def _reach(person: MatchPerson, mode: TravelMode, speeds: Mapping[TravelMode, Speed]) -> int:
    return max(
        (metres_at_most(one, speeds[mode]) for one in person.ways if one.mode is mode), default=UNKNOWN
    )


def metres_at_most(way: Way, speed: Speed) -> int:
    """The longest straight line within what somebody said of a way: `arithmetic.reaches` turned round."""
    longer = 100 + speed.detour_percent
    most = NEVER
    if way.most_tenths is not None:
        most = way.most_tenths * arithmetic.MILE // (longer * 100)
    if way.most_minutes is not None:
        minutes = way.most_minutes - speed.wait_minutes
        most = min(most, minutes * arithmetic.MILE * speed.tenths_an_hour // (longer * 6000))
    return max(most, UNKNOWN)
