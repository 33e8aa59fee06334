"""All pairs at once: who fits which post, and how well. For every pair it is what `judge` says of it.

Everything is in whole numbers, so that nothing is rounded in one place and not in the other. People are taken some at a
time, so that what is being worked on stays small.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
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
from workforce.iwork.matching.facts import MatchPerson, MatchPost, MustHave, Rules
from workforce.iwork.matching.preferences import LONGEST
from workforce.iwork.matching.preferences import UNKNOWN as NOT_KNOWN
from workforce.iwork.vocabulary import Factor, TravelMode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

_SOME = 250
"""How many people are taken at a time: fewer cost more in handing out the work than in doing it."""


@dataclass(frozen=True)
class Matrix:
    """A row for each person, a column for each post, in the order in which they were given."""

    people: tuple[MatchPerson, ...]
    posts: tuple[MatchPost, ...]
    fits: "Flags"
    scores: "Ints"

    @cached_property
    def places(self) -> "Ints":
        """How many places each post has."""
        import numpy as np  # loaded when first used

        return np.array([max(0, one.places) if one.open else 0 for one in self.posts], dtype=np.int64)


def matrix(people: Sequence[MatchPerson], posts: Sequence[MatchPost], rules: Rules) -> Matrix:
    """Fits and scores of all pairs."""
    import numpy as np  # loaded when first used

    fits = np.ones((len(people), len(posts)), dtype=bool)
    scores = np.zeros((len(people), len(posts)), dtype=np.int64)
    if fits.size:
        pairs = _pairs(people, posts, rules)
        for rows, some in _some_at_a_time(pairs):
            line = _lines(some, pairs.posts)
            for _kind, refused in _refusals(some, pairs, rows, line):
                fits[rows] &= ~refused
            scores[rows] = _scores(some, pairs.posts, pairs.days[rows], line, rules)
    return Matrix(tuple(people), tuple(posts), fits, scores)


def without_those_there(found: Matrix) -> Matrix:
    """Nobody is given a post that they have already, or are matched to."""
    fits = found.fits & ~already_there(found.people, found.posts)
    return replace(found, fits=fits)


def already_there(people: Sequence[MatchPerson], posts: Sequence[MatchPost]) -> "Flags":
    """Pairs of people and posts that are together already."""
    import numpy as np  # loaded when first used

    there = np.zeros((len(people), len(posts)), dtype=bool)
    column_of = {one.key: at for at, one in enumerate(posts)}
    for row, person in enumerate(people):
        there[row, [column_of[key] for key in person.at_posts if key in column_of]] = True
    return there


def in_the_way(
    people: Sequence[MatchPerson], posts: Sequence[MatchPost], rules: Rules
) -> dict[MustHave, "Flags"]:
    """For each kind of must-have the pairs in which it is not met."""
    import numpy as np  # loaded when first used

    found = {kind: np.zeros((len(people), len(posts)), dtype=bool) for kind in MustHave}
    if len(people) and len(posts):
        pairs = _pairs(people, posts, rules)
        for rows, some in _some_at_a_time(pairs):
            for kind, refused in _refusals(some, pairs, rows, _lines(some, pairs.posts)):
                found[kind][rows] |= refused
    return found


@dataclass(frozen=True)
class _Pairs:
    """Everything that is worked out once: tables, who can work the shifts, what that counts for, and bans."""

    people: People
    posts: Posts
    may_work: "Flags"
    days: "Ints"
    banned: "Flags"


def _pairs(people: Sequence[MatchPerson], posts: Sequence[MatchPost], rules: Rules) -> _Pairs:
    import numpy as np  # loaded when first used

    words, grid = Words(people, posts), ShiftGrid(people, posts)
    may_work = np.empty((len(posts), len(people)), dtype=bool)
    days = np.empty((len(posts), len(people)), dtype=np.int64)
    for at, post in enumerate(posts):
        may_work[at], days[at] = grid.of_post(post)
    return _Pairs(
        people_arrays(people, words, rules), posts_arrays(posts, words, rules),
        may_work.T, days.T, _banned(people, posts, rules),
    )  # fmt: skip


def _some_at_a_time(pairs: _Pairs) -> Iterable[tuple[slice, People]]:
    for begin in range(0, len(pairs.people.current), _SOME):
        rows = slice(begin, begin + _SOME)
        yield rows, People(**{name: held[rows] for name, held in vars(pairs.people).items()})


def _banned(people: Sequence[MatchPerson], posts: Sequence[MatchPost], rules: Rules) -> "Flags":
    import numpy as np  # loaded when first used

    banned = np.zeros((len(people), len(posts)), dtype=bool)
    row_of = {one.key: at for at, one in enumerate(people)}
    columns_of: dict[str, list[int]] = {}
    for at, post in enumerate(posts):
        for key in (post.key, post.employer_id):
            columns_of.setdefault(key, []).append(at)
    for person, where in rules.bans:
        if person in row_of:
            banned[row_of[person], columns_of.get(where, [])] = True
    return banned


# --- must-haves -------------------------------------------------------------------------------------------------


def _refusals(some: People, pairs: _Pairs, rows: slice, line: "Ints") -> Iterable[tuple[MustHave, "Flags"]]:
    """Each kind with the pairs that it stands in the way of; a kind may come several times."""
    import numpy as np  # loaded when first used

    jobs, ready = pairs.posts, some.ready[:, None]
    yield MustHave.OPEN, ~(some.current[:, None] & jobs.open)
    yield MustHave.BAN, pairs.banned[rows]
    yield MustHave.CONSENT, ~some.consents[:, None]
    yield MustHave.PROFILE, ~some.profiled[:, None]
    yield MustHave.START, (jobs.begins > jobs.ends)[None, :] | (ready > jobs.ends)
    yield MustHave.START, (ready > jobs.begins) & jobs.fixed_start
    for kind, by in enumerate(jobs.needs_check.T):
        if (by != UNKNOWN).any():
            yield MustHave.CHECK, some.held_until[:, kind, None] < by
    yield MustHave.HOURS, (jobs.needed != UNKNOWN) & (jobs.needed > some.room[:, None])
    yield MustHave.SHIFTS, ~pairs.may_work[rows]
    yield MustHave.TRAVEL, line > np.where(some.travels, some.reach.max(axis=1), NEVER)[:, None]
    yield MustHave.TASK, some.avoid @ jobs.tasks.T > 0
    for sense, level in enumerate(jobs.levels.T):
        yield MustHave.SETTING, level > some.suits[:, sense, None]
    yield MustHave.BUDDY, some.buddy_must[:, None] & ~jobs.buddy
    yield MustHave.ADJUSTMENT, some.must @ jobs.lacks.T > 0


def _lines(some: People, jobs: Posts) -> "Ints":
    """Metres between each person and each post, -1 where either place is not known."""
    import numpy as np  # loaded when first used

    east, north = some.east[:, None] - jobs.east, some.north[:, None] - jobs.north
    line = np.sqrt((east * east + north * north).astype(np.float64)).astype(np.int64)
    line[~(some.located[:, None] & jobs.located)] = UNKNOWN
    return line


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

    points = np.zeros((len(some.current), len(jobs.open)), dtype=np.int64)
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
