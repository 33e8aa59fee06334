"""The best assignment: most people placed, and among those the highest sum of scores.

What is pinned together stays together; what must not be together never is. Posts may have several places. The same
question has the same answer. That it is the best is checked against every possible assignment, where there are few.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.int64]
    Fits = NDArray[np.bool_]
    Places = NDArray[np.int64]
    Worth = NDArray[np.float64]

Pair = tuple[int, int]
"""A person and a post, each by their place in the order in which they were given."""

NO_POST = -1
"""The post of somebody who has none."""


class PinTrouble(Enum):
    """Why a pin cannot stand as it is."""

    DOES_NOT_FIT = "does not fit"
    BANNED = "is banned"
    PINNED_TWICE = "is pinned twice"
    NO_PLACE = "has no place left"

    @property
    def is_held(self) -> bool:
        """Whether the pin is kept all the same: what a person decided stands, and is told."""
        return self is PinTrouble.DOES_NOT_FIT


@dataclass(frozen=True)
class Assignment:
    """`post_of` has the post of each person. `pinned` are the pairs that were fixed, `troubles` pins to look at."""

    post_of: tuple[int, ...]
    score: int
    pinned: tuple[Pair, ...] = ()
    troubles: tuple[tuple[Pair, PinTrouble], ...] = ()

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Who has which post, without those who have none."""
        return tuple((person, post) for person, post in enumerate(self.post_of) if post != NO_POST)

    @property
    def placed(self) -> int:
        """How many people have a post."""
        return sum(post != NO_POST for post in self.post_of)


def assign(
    scores: "Scores", fits: "Fits", places: "Places", pins: Iterable[Pair] = (), bans: Collection[Pair] = ()
) -> Assignment:
    """Give as many people a post as there can be, and of those ways the one with the highest sum of scores.

    `scores` and `fits` have a row for each person and a column for each post, `places` how many each post has.
    Scores are whole numbers, none below nought.
    """
    import numpy as np  # loaded when first used

    held, troubles = hold_pins(fits, places, pins, bans)
    open_fits, left = without_pins(fits, places, held, bans)
    post_of = np.full(len(fits), NO_POST, dtype=np.int64)
    for person, post in held:
        post_of[person] = post
    people, posts = _best(np.asarray(scores, dtype=np.int64), open_fits, left)
    post_of[people] = posts
    given = np.flatnonzero(post_of != NO_POST)
    total = int(np.asarray(scores)[given, post_of[given]].sum())
    return Assignment(tuple(post_of.tolist()), total, held, troubles)


def hold_pins(
    fits: "Fits", places: "Places", pins: Iterable[Pair], bans: Collection[Pair] = ()
) -> tuple[tuple[Pair, ...], tuple[tuple[Pair, PinTrouble], ...]]:
    """The pins that are kept, and those with which something is wrong. The first of two that clash is kept."""
    held: dict[int, int] = {}
    taken: dict[int, int] = {}
    troubles = []
    for person, post in dict.fromkeys(pins):
        trouble = _trouble(person, post, fits, places, bans, held, taken)
        if trouble is not None:
            troubles.append(((person, post), trouble))
        if trouble is None or trouble.is_held:
            held[person] = post
            taken[post] = taken.get(post, 0) + 1
    return tuple(held.items()), tuple(troubles)


def _trouble(
    person: int, post: int, fits: "Fits", places: "Places", bans: Collection[Pair],
    held: dict[int, int], taken: dict[int, int],
) -> PinTrouble | None:  # fmt: skip
    if (person, post) in bans:
        return PinTrouble.BANNED
    if person in held:
        return PinTrouble.PINNED_TWICE
    if taken.get(post, 0) >= places[post]:
        return PinTrouble.NO_PLACE
    return None if fits[person, post] else PinTrouble.DOES_NOT_FIT


def without_pins(
    fits: "Fits", places: "Places", held: Iterable[Pair], bans: Iterable[Pair]
) -> tuple["Fits", "Places"]:
    """What is left to be given once the pins are: who may have what, and how many places."""
    import numpy as np  # loaded when first used

    open_fits, left = np.array(fits, dtype=bool), np.array(places, dtype=np.int64)
    for person, post in bans:
        open_fits[person, post] = False
    for person, post in held:
        open_fits[person, :] = False
        left[post] -= 1
    return open_fits, left


def _best(scores: "Scores", fits: "Fits", places: "Places") -> tuple["Places", "Places"]:
    """The people who are given a post, and their posts. Each place is a column of its own."""
    import numpy as np  # loaded when first used
    from scipy.optimize import linear_sum_assignment

    people = np.flatnonzero(fits.any(axis=1))
    copies = np.minimum(np.clip(places, 0, None), fits.sum(axis=0))
    columns = np.repeat(np.arange(len(copies)), copies)
    if not len(people) or not len(columns):
        return people[:0], columns[:0]
    worth = worth_of(scores, fits, len(columns))[np.ix_(people, columns)]
    rows, found = linear_sum_assignment(worth, maximize=True)
    real = worth[rows, found] > 0
    return people[rows[real]], columns[found[real]]


def worth_of(scores: "Scores", fits: "Fits", places: int) -> "Worth":
    """What each pair adds: one more person is worth more than all the scores there can be. Nought where unfit.

    They are whole numbers that stand exactly as they are, since the solver reckons with no others.
    """
    import numpy as np  # loaded when first used

    worth = scores.astype(np.float64)
    worth += 1 + int(scores.max(initial=0)) * min(len(scores), max(places, 0))
    worth *= fits
    return worth
