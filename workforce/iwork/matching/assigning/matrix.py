"""All pairs at once: who fits which post, and how well. For every pair it is what `judge` says of it.

Everything is in whole numbers, so that nothing is rounded in one place and not in the other. People are taken some at a
time, so that what is being worked on stays small.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workforce.iwork.matching.arithmetic import MILE
from workforce.iwork.matching.assigning.arrays import (
    MODES,
    NEVER,
    UNKNOWN,
    People,
    Posts,
    Words,
    people_arrays,
    posts_arrays,
)
from workforce.iwork.matching.assigning.shift_grid import ShiftGrid
from workforce.iwork.matching.facts import MatchPerson, MatchPost, Rules
from workforce.iwork.matching.preferences import LONGEST
from workforce.iwork.matching.preferences import UNKNOWN as NOT_KNOWN
from workforce.iwork.vocabulary import Factor, TravelMode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

_SOME = 100
"""How many people are taken at a time."""


@dataclass(frozen=True)
class Matrix:
    """A row for each person, a column for each post, in the order in which they were given."""

    people: tuple[MatchPerson, ...]
    posts: tuple[MatchPost, ...]
    fits: "Flags"
    scores: "Ints"

    @property
    def places(self) -> "Ints":
        """How many places each post has."""
        import numpy as np  # loaded when first used

        return np.array([max(0, one.places) if one.open else 0 for one in self.posts], dtype=np.int64)


def matrix(people: Sequence[MatchPerson], posts: Sequence[MatchPost], rules: Rules) -> Matrix:
    """Fits and scores of all pairs."""
    import numpy as np  # loaded when first used

    fits = np.zeros((len(people), len(posts)), dtype=bool)
    scores = np.zeros((len(people), len(posts)), dtype=np.int64)
    if fits.size:
        words = Words(people, posts)
        them, jobs = people_arrays(people, words, rules), posts_arrays(posts, words, rules)
        may_work, day_points = _shifts(people, posts)
        for begin in range(0, len(people), _SOME):
            rows = slice(begin, begin + _SOME)
            some = _some(them, rows)
            line, reached = _lines(some, jobs)
            fits[rows] = may_work[rows] & reached & _may(some, jobs)
            scores[rows] = _scores(some, jobs, day_points[rows], line, rules)
        _ban(fits, people, posts, rules)
    return Matrix(tuple(people), tuple(posts), fits, scores)


def _some(them: People, rows: slice) -> People:
    return People(**{name: held[rows] for name, held in vars(them).items()})


def _shifts(people: Sequence[MatchPerson], posts: Sequence[MatchPost]) -> tuple["Flags", "Ints"]:
    import numpy as np  # loaded when first used

    grid = ShiftGrid(people, posts)
    found = [grid.of_post(post) for post in posts]
    return np.stack([one.may for one in found], axis=1), np.stack([one.points for one in found], axis=1)


def _ban(fits: "Flags", people: Sequence[MatchPerson], posts: Sequence[MatchPost], rules: Rules) -> None:
    row_of = {one.key: at for at, one in enumerate(people)}
    columns_of: dict[str, list[int]] = {}
    for at, post in enumerate(posts):
        columns_of.setdefault(post.key, []).append(at)
        columns_of.setdefault(post.employer_id, []).append(at)
    for person, banned in rules.bans:
        if person in row_of:
            fits[row_of[person], columns_of.get(banned, [])] = False


# --- must-haves -------------------------------------------------------------------------------------------------


def _may(some: People, jobs: Posts) -> "Flags":
    """All must-haves but the shifts, the way and the bans."""
    may = some.may[:, None] & jobs.may[None, :]
    for refused in _refusals(some, jobs):
        may &= ~refused
    return may


def _refusals(some: People, jobs: Posts) -> Iterable["Flags"]:
    ready = some.ready[:, None]
    yield (jobs.begins > jobs.ends)[None, :] | (ready > jobs.ends)
    yield (ready > jobs.begins) & jobs.fixed_start
    yield (jobs.needed != UNKNOWN) & (jobs.needed > some.room[:, None])
    for kind, by in enumerate(jobs.needs_check.T):
        if (by != UNKNOWN).any():
            yield some.held_until[:, kind, None] < by
    for sense, level in enumerate(jobs.levels.T):
        yield level > some.suits[:, sense, None]
    yield some.buddy_must[:, None] & ~jobs.buddy
    yield some.avoid @ jobs.tasks.T > 0
    yield some.must @ jobs.lacks.T > 0


def _lines(some: People, jobs: Posts) -> tuple["Ints", "Flags"]:
    """Metres between each person and each post, -1 where either place is not known; and whether it is near enough."""
    import numpy as np  # loaded when first used

    east, north = some.east[:, None] - jobs.east, some.north[:, None] - jobs.north
    line = np.sqrt((east * east + north * north).astype(np.float64)).astype(np.int64)
    line[~(some.located[:, None] & jobs.located)] = UNKNOWN
    furthest = np.where(some.travels, some.reach.max(axis=1), NEVER)
    return line, line <= furthest[:, None]


# --- scores -----------------------------------------------------------------------------------------------------


def _scores(some: People, jobs: Posts, days: "Ints", line: "Ints", rules: Rules) -> "Ints":
    import numpy as np  # loaded when first used

    total = sum(rules.weights[factor] for factor in Factor)
    weighed = np.zeros(line.shape, dtype=np.int64)
    if not total:
        return weighed
    for factor in Factor:
        if rules.weights[factor]:
            weighed += rules.weights[factor] * _points(factor, some, jobs, days, line, rules)
    return weighed // total


def _points(factor: Factor, some: People, jobs: Posts, days: "Ints", line: "Ints", rules: Rules) -> "Ints":
    match factor:
        case Factor.TASKS:
            return _task_points(some, jobs)
        case Factor.SETTING:
            return _setting_points(some, jobs)
        case Factor.HOURS:
            return _hour_points(some, jobs)
        case Factor.DAYS:
            return days
        case Factor.TRAVEL:
            return _travel_points(some, line, rules)
        case Factor.SUPPORT:
            return _support_points(some, jobs)
        case Factor.EXPERIENCE:
            return _experience_points(some, jobs)


def _task_points(some: People, jobs: Posts) -> "Ints":
    import numpy as np  # loaded when first used

    points = (some.wishes @ jobs.tasks.T).astype(np.int64) // np.maximum(jobs.count, 1)
    return np.where(some.asked[:, None] & (jobs.count > 0), points, NOT_KNOWN)


def _setting_points(some: People, jobs: Posts) -> "Ints":
    import numpy as np  # loaded when first used

    points = np.zeros((len(some.may), len(jobs.may)), dtype=np.int64)
    for sense, level in enumerate(jobs.levels.T):
        suits = some.suits[:, sense, None]
        points += np.where((suits == NEVER) | (level == 0), NOT_KNOWN, np.where(level <= suits, 1000, 0))
    return points // 4


def _hour_points(some: People, jobs: Posts) -> "Ints":
    import numpy as np  # loaded when first used

    wanted = some.wanted[:, None]
    away = np.maximum(np.maximum(jobs.needed - wanted, wanted - jobs.most), 0)
    points = np.maximum(0, 1000 - 1000 * away // np.maximum(wanted, 1))
    return np.where((wanted == UNKNOWN) | (jobs.needed == UNKNOWN), NOT_KNOWN, points)


def _travel_points(some: People, line: "Ints", rules: Rules) -> "Ints":
    import numpy as np  # loaded when first used

    points = np.zeros(line.shape, dtype=np.int64)
    for at, mode in enumerate(MODES):
        use = np.flatnonzero(some.reach[:, at] != UNKNOWN)
        if len(use):
            within = line[use] <= some.reach[use, at, None]
            taken = np.where(within, 1000 - 1000 * _minutes(line[use], mode, rules) // LONGEST, 0)
            points[use] = np.maximum(points[use], taken)
    points[(line == UNKNOWN) | ~some.travels[:, None]] = NOT_KNOWN
    return points


def _minutes(line: "Ints", mode: TravelMode, rules: Rules) -> "Ints":
    """As `arithmetic.minutes`."""
    speed = rules.speeds[mode]
    per = MILE * speed.tenths_an_hour
    return speed.wait_minutes - (-line * ((100 + speed.detour_percent) * 6000) // per)


def _support_points(some: People, jobs: Posts) -> "Ints":
    import numpy as np  # loaded when first used

    helped = some.buddy_helps.astype(np.int64)
    count = some.needs.sum(axis=1).astype(np.int64) + helped
    points = (some.needs @ jobs.offer_points.T).astype(np.int64) + helped[:, None] * jobs.buddy_points
    return np.where(count[:, None] == 0, 1000, points // np.maximum(count, 1)[:, None])


def _experience_points(some: People, jobs: Posts) -> "Ints":
    import numpy as np  # loaded when first used

    points = 1000 * (some.done @ jobs.tasks.T).astype(np.int64) // np.maximum(jobs.count, 1)
    return np.where(jobs.count > 0, points, NOT_KNOWN)
