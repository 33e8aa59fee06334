"""Who can work which shifts of which posts: worked out once for each shift there is, whatever post it is of."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from workforce.iwork.matching import arithmetic
from workforce.iwork.matching.facts import Hours, MatchPerson, MatchPost
from workforce.iwork.matching.preferences import UNKNOWN
from workforce.iwork.vocabulary import ShiftPattern

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

_TOO_FEW = 1 << 40
_AS_BITS = 62
_FEW = 10
"""With so few shifts there are fewer sorts of people than people, and nobody need be sorted."""


class ShiftsOfPost(NamedTuple):
    """Whether each person can work there as its shifts are, and what that counts for."""

    may: "Flags"
    points: "Ints"


class ShiftGrid:
    """For one post after another, `of_post` says it of everybody."""

    def __init__(self, people: Sequence[MatchPerson], posts: Sequence[MatchPost]) -> None:
        import numpy as np  # loaded when first used

        shifts = sorted({shift for post in posts for shift in post.shifts})
        self._at = {shift: at for at, shift in enumerate(shifts)}
        self._room = np.array([_TOO_FEW if one.room is None else one.room for one in people], dtype=np.int64)
        self._asked = np.array([bool(one.available) for one in people], dtype=bool)
        self._covers = _covers(people, shifts)

    def of_post(self, post: MatchPost) -> ShiftsOfPost:
        """Everybody’s answer for one post."""
        import numpy as np  # loaded when first used

        if not post.shifts:
            return ShiftsOfPost(np.ones(len(self._room), dtype=bool), np.full(len(self._room), UNKNOWN))
        covers = self._covers[[self._at[one] for one in post.shifts]]
        lengths = np.array([one.minutes for one in post.shifts], dtype=np.int64)
        every = post.pattern is ShiftPattern.ALL
        may = covers.all(axis=0) if every else self._may_choose(post, covers)
        total = int(lengths.sum())
        points = 1000 * (lengths @ covers) // total if total else np.full(len(self._room), UNKNOWN)
        return ShiftsOfPost(may | ~self._asked, np.where(self._asked, points, UNKNOWN))

    def _may_choose(self, post: MatchPost, covers: "Flags") -> "Flags":
        """The fewest minutes that the shifts each can work come to: enough for the post, not too many for them."""
        import numpy as np  # loaded when first used

        lengths, asked = [one.minutes for one in post.shifts], arithmetic.least_asked(post)
        needed = arithmetic.needed_minutes(post)
        first, which = _alike(covers)
        least = np.array([_least(lengths, covers[:, at], asked) for at in first], dtype=np.int64)[which]
        most = self._room if needed is None else np.maximum(self._room, needed)
        return (least < _TOO_FEW) & ((least <= most) if needed is not None else True)


def _alike(covers: "Flags") -> tuple["Ints", "Ints"]:
    """Somebody of each sort of people, who can all work the same shifts, and the sort of each person."""
    import numpy as np  # loaded when first used

    codes = _codes(covers)
    if len(covers) > _FEW:
        _, first, which = np.unique(codes, return_index=True, return_inverse=True)
        return first, which
    one_of = np.full(1 << len(covers), -1, dtype=np.int64)
    one_of[codes] = np.arange(len(codes))
    there = np.flatnonzero(one_of >= 0)
    sort = np.empty_like(one_of)
    sort[there] = np.arange(len(there))
    return one_of[there], sort[codes]


def _codes(covers: "Flags") -> "Ints":
    """A number for each person, the same for those who can work the same shifts."""
    import numpy as np  # loaded when first used

    if len(covers) > _AS_BITS:
        return np.unique(covers.T, axis=0, return_inverse=True)[1].ravel()
    return (np.int64(1) << np.arange(len(covers), dtype=np.int64)) @ covers


def _least(lengths: Sequence[int], pattern: "Flags", asked: int) -> int:
    found = arithmetic.least_of([one for one, can in zip(lengths, pattern, strict=True) if can], asked)
    return _TOO_FEW if found is None else found


def _covers(people: Sequence[MatchPerson], shifts: Sequence[Hours]) -> "Flags":
    """A row for each shift: who can work all of it."""
    import numpy as np  # loaded when first used

    made = np.zeros((len(shifts), len(people)), dtype=bool)
    times = np.array(
        [
            (at, time.weekday, time.from_minute, time.until_minute)
            for at, one in enumerate(people)
            for time in one.available
        ],
        dtype=np.int64,
    ).reshape(-1, 4)
    by_day = {day: times[times[:, 1] == day] for day in {one.weekday for one in shifts}}
    for row, shift in enumerate(shifts):
        that_day = by_day[shift.weekday]
        can = (that_day[:, 2] <= shift.from_minute) & (that_day[:, 3] >= shift.until_minute)
        made[row, that_day[can, 0]] = True
    return made
