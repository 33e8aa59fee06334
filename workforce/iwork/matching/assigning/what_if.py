"""What an employer could be asked that would do most: for one post, and for the whole register.

Every answer is reckoned anew as if it had been agreed: who would fit then, and how many people would be placed. Only
what could not come among those told, whatever the assignment, is not reckoned (`room`). A step is one thing. What is
asked of several employers is the same thing at each of their posts.
"""

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resources.wording import count_of
from workforce.iwork.matching.assigning.assigning import NO_POST, Assignment, assign
from workforce.iwork.matching.assigning.explaining import named
from workforce.iwork.matching.assigning.matrix import (
    Matrix,
    already_there,
    in_the_way,
    matrix,
    without_those_there,
)
from workforce.iwork.matching.assigning.planning import pins_of
from workforce.iwork.matching.assigning.room import Room
from workforce.iwork.matching.facts import MatchPerson, MatchPost, MustHave, Rules
from workforce.iwork.matching.fixes import steps_for
from workforce.iwork.matching.must_haves import find
from workforce.iwork.matching.reading import Pool
from workforce.iwork.matching.steps import Edit, Step, take

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.intp]

_ANYBODY = MatchPerson(key="", number=0)
ASKED_OF_ALL = (MustHave.BUDDY, MustHave.ADJUSTMENT)
"""What may be asked of every employer alike."""
_ONE_STEP = ({MustHave.HOURS, MustHave.SHIFTS},)
"""Kinds that one step may meet together."""
TOLD = 20


@dataclass(frozen=True)
class Opened:
    """One thing asked of the employer of a post, and who would fit then who does not fit now."""

    post: MatchPost
    step: Step
    people: tuple[MatchPerson, ...]

    @property
    def sentence(self) -> str:
        """“Agree a buddy … 3 more people would fit: IW-001, IW-004 and IW-014.”"""
        who = named([one.reference for one in self.people])
        return f"{self.step.for_team} {count_of(len(self.people), 'more person', 'more people')} would fit: {who}."


@dataclass(frozen=True)
class Gain:
    """One thing asked of employers, at which posts, and what would come of it for the whole register."""

    step: Step
    posts: tuple[MatchPost, ...]
    opened: tuple[MatchPerson, ...]
    more_placed: int
    newly_placed: tuple[MatchPerson, ...]
    better_by: int

    @property
    def sentence(self) -> str:
        """What is asked of whom, and what would come of it."""
        where = named([one.reference for one in self.posts])
        asked = f"{where}: {self.step.for_team}"
        if self.more_placed:
            alone = len(self.newly_placed) == self.more_placed  # otherwise somebody would give up their place
            who = f": {named([one.reference for one in self.newly_placed])}" if alone else ""
            more = count_of(self.more_placed, "more person", "more people")
            return f"{asked} {more} would be placed{who}."
        fit = count_of(len(self.opened), "more person", "more people")
        return f"{asked} Nobody more would be placed, but {fit} would have a choice."


# --- one post ---------------------------------------------------------------------------------------------------


def post_what_if(pool: Pool, post: MatchPost) -> tuple[Opened, ...]:
    """Which single thing opens a post to most people, the most first."""
    people, rules = pool.looking, pool.rules
    now = matrix(people, [post], rules).fits[:, 0] | already_there(people, [post])[:, 0]
    refused = in_the_way(people, [post], rules)
    near = _near(refused)[:, 0] & ~now
    found = []
    for step in _steps([(people[row], post) for row in near.nonzero()[0]], rules):
        _, then = take(step, _ANYBODY, post)
        opened = matrix(people, [then], rules).fits[:, 0] & ~now
        if opened.any():
            found.append(Opened(post, step, tuple(people[row] for row in opened.nonzero()[0])))
    return tuple(sorted(found, key=lambda one: (-len(one.people), one.step.for_team))[:TOLD])


def _near(refused: Mapping[MustHave, "Flags"]) -> "Flags":
    """Pairs that one step could make fit: one kind of thing is in the way, or two that a step may meet together."""
    import numpy as np  # loaded when first used

    kinds = list(refused)
    table = np.stack([refused[kind] for kind in kinds])
    count = table.sum(axis=0)
    near: Flags = count == 1
    for together in _ONE_STEP:
        alone = np.stack([table[kinds.index(kind)] for kind in together]).sum(axis=0)
        near |= (count == len(together)) & (alone == count)
    return near


def _steps(pairs: Iterable[tuple[MatchPerson, MatchPost]], rules: Rules) -> list[Step]:
    """What the employer alone could do for any of them, each thing once; it is told as for the first."""
    found: dict[tuple[Edit, ...], Step] = {}
    for person, post in pairs:
        for finding in find(person, post, rules):
            if finding.met is False:
                for step in steps_for(finding, person, post, rules):
                    if step.of_post:
                        found.setdefault(step.edits, step)
    return list(found.values())


# --- the register -----------------------------------------------------------------------------------------------


def register_what_if(
    pool: Pool, *, step: Callable[[int, int], object] = lambda _done, _total: None
) -> tuple[Gain, ...]:
    """What asked of employers would place most people, the most first. `step` hears how far it is."""
    rules, found = pool.rules, without_those_there(matrix(pool.looking, pool.posts, pool.rules))
    if not found.fits.size:
        return ()
    now = _assigned(found, rules)
    near = _near(in_the_way(found.people, found.posts, rules)) & ~found.fits
    asked: dict[int, list[Step]] = {}
    for column, post in enumerate(found.posts):
        rows = near[:, column].nonzero()[0]
        steps = _steps([(found.people[row], post) for row in rows], rules) if found.places[column] > 0 else []
        if steps:
            asked[column] = steps
    return _most_first(found, now, _as_agreed(found, now, list(_candidates(asked)), rules), rules, step)


def _order(one: Gain) -> tuple[int, int, int, int]:
    """Most people placed first; of those alike what is asked of the fewest, then what gives most people a choice."""
    return -one.more_placed, len(one.posts), -len(one.opened), -one.better_by


def _candidates(asked: Mapping[int, Sequence[Step]]) -> Iterable[tuple[Step, tuple[int, ...]]]:
    """Each thing at its post, and what may be asked of every employer at all posts where it would help."""
    everywhere: dict[tuple[MustHave, str], dict[int, Step]] = {}
    for column, steps in asked.items():
        for step in steps:
            yield step, (column,)
            if step.kind in ASKED_OF_ALL:
                everywhere.setdefault((step.kind, step.about), {})[column] = step
    for of_post in everywhere.values():
        if len(of_post) > 1:
            yield next(iter(of_post.values())), tuple(of_post)


@dataclass(frozen=True)
class _Agreed:
    """One thing as if it were agreed: its posts then, whom that opens them to, and what at most comes of it."""

    step: Step
    columns: "Numbers"
    then: Matrix
    opened: "Numbers"
    more_at_most: int

    @property
    def at_best(self) -> tuple[int, int, int]:
        """As `_order`, before it is known how many would be placed."""
        return -self.more_at_most, len(self.columns), -len(self.opened)


def _as_agreed(
    found: Matrix, now: Assignment, candidates: Sequence[tuple[Step, tuple[int, ...]]], rules: Rules
) -> Iterable[_Agreed]:
    """All pairs that would differ are looked at in one go. What opens nothing is left out."""
    import numpy as np  # loaded when first used

    places: dict[tuple[tuple[Edit, ...], int], int] = {}
    posts: list[MatchPost] = []
    for step, columns in candidates:
        for column in columns:
            if places.setdefault((step.edits, column), len(posts)) == len(posts):
                posts.append(take(step, _ANYBODY, found.posts[column])[1])
    of_post = np.array([column for _edits, column in places], dtype=np.intp)
    then = matrix(found.people, posts, rules)
    fits = then.fits & ~already_there(found.people, found.posts)[:, of_post]
    more, room = fits & ~found.fits[:, of_post], Room(now, found.fits, found.places)
    for step, at_columns in candidates:
        at, columns_at = [places[step.edits, one] for one in at_columns], np.array(at_columns, dtype=np.intp)
        opened = more[:, at]
        if opened.any():
            agreed = Matrix(found.people, tuple(posts[one] for one in at), fits[:, at], then.scores[:, at])
            most = room.more_at_most(opened, columns_at)
            yield _Agreed(step, columns_at, agreed, np.flatnonzero(opened.any(axis=1)), most)


def _most_first(
    found: Matrix,
    now: Assignment,
    agreed: Iterable[_Agreed],
    rules: Rules,
    step: Callable[[int, int], object],
) -> tuple[Gain, ...]:
    """Those that come first, as if all had been reckoned: what cannot come among them at best is not reckoned."""
    waiting = sorted(enumerate(agreed), key=lambda numbered: (numbered[1].at_best, numbered[0]))
    reckoned: list[tuple[tuple[int, ...], int, Gain]] = []
    for done, (at, one) in enumerate(waiting):
        if len(reckoned) >= TOLD and one.at_best > reckoned[TOLD - 1][0][:3]:
            break
        step(done, len(waiting))
        gain = _gain(found, now, one, rules)
        insort(reckoned, (_order(gain), at, gain), key=lambda entry: entry[:2])
    return tuple(gain for _order_of, _at, gain in reckoned[:TOLD])


def _gain(found: Matrix, now: Assignment, agreed: _Agreed, rules: Rules) -> Gain:
    """The best assignment anew."""
    posts = list(found.posts)
    for column, post in zip(agreed.columns.tolist(), agreed.then.posts, strict=True):
        posts[column] = post
    fits, scores = found.fits.copy(), found.scores.copy()
    fits[:, agreed.columns], scores[:, agreed.columns] = agreed.then.fits, agreed.then.scores
    best = _assigned(replace(found, posts=tuple(posts), fits=fits, scores=scores), rules)
    newly = [row for row, post in enumerate(best.post_of) if post != NO_POST and now.post_of[row] == NO_POST]
    where = tuple(found.posts[one] for one in agreed.columns)
    return Gain(
        agreed.step, where, tuple(found.people[row] for row in agreed.opened),
        best.placed - now.placed, tuple(found.people[row] for row in newly), best.score - now.score,
    )  # fmt: skip


def _assigned(found: Matrix, rules: Rules) -> Assignment:
    return assign(found.scores, found.fits, found.places, pins_of(found, rules)[0])
