"""Ties: who would have another post, or none, in an assignment that is just as good.

An assignment that is just as good differs from this one in rounds: each of several people takes the place of the
next, and nothing is lost by it. A post is a node here, and having no post is one more; a way from one to another is
what is lost when the person who loses least by it moves. The best assignment has no round that gains; the rounds
that lose nothing are the ties. All of them are found, not only those between two people.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from workforce.iwork.matching.assigning.assigning import NO_POST, Assignment, Pair, without_pins, worth_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workforce.iwork.matching.assigning.assigning import Fits, Places, Scores

    Ways = NDArray[np.int64]

_NO_WAY = 1 << 55


def ties(
    assignment: Assignment, scores: "Scores", fits: "Fits", places: "Places", bans: Collection[Pair] = ()
) -> dict[int, tuple[int, ...]]:
    """For each person with a tie the other posts that just as good assignments give them; NO_POST for none at all."""
    import numpy as np  # loaded when first used

    open_fits, left = without_pins(fits, places, assignment.pinned, bans)
    pinned = {person for person, _post in assignment.pinned}
    people = np.array([one for one in range(len(fits)) if one not in pinned], dtype=np.int64)
    if not len(people):
        return {}
    nowhere = len(left)
    at = np.array([assignment.post_of[one] for one in people], dtype=np.int64)
    at[at == NO_POST] = nowhere
    lost = _lost(worth_of(scores, open_fits, int(left.sum()))[people].astype(np.int64), open_fits[people], at)
    ways = _ways(lost, at, left)
    level = _levels(ways)
    together = _together(ways, level)
    equal = (lost + level[at][:, None] == level[None, :]) & (together[at][:, None] == together[None, :])
    equal[np.arange(len(people)), at] = False
    found: dict[int, tuple[int, ...]] = {}
    for row in np.flatnonzero(equal.any(axis=1)):
        others = np.flatnonzero(equal[row]).tolist()
        found[int(people[row])] = tuple(NO_POST if one == nowhere else one for one in others)
    return found


def _lost(worth: "Scores", fits: "Fits", at: "Places") -> "Ways":
    """What is lost when each person moves to each post, or to none (the last column)."""
    import numpy as np  # loaded when first used

    nothing = np.zeros((len(worth), 1), dtype=np.int64)
    held = np.concatenate([worth, nothing], axis=1)
    may = np.concatenate([fits, nothing == 0], axis=1)
    now = held[np.arange(len(held)), at][:, None]
    return np.where(may, now - held, _NO_WAY)


def _ways(lost: "Ways", at: "Places", places: "Places") -> "Ways":
    """What is lost at least when somebody leaves one post for another. A free place may be left for nothing."""
    import numpy as np  # loaded when first used

    nodes = len(places) + 1
    ways = np.full((nodes, nodes), _NO_WAY, dtype=np.int64)
    order = np.argsort(at, kind="stable")
    there, begin = np.unique(at[order], return_index=True)
    ways[there] = np.minimum.reduceat(lost[order], begin, axis=0)
    free = np.bincount(at, minlength=nodes)[:-1] < places
    ways[:-1, -1][free] = np.minimum(ways[:-1, -1][free], 0)
    ways[-1] = np.minimum(ways[-1], 0)
    return ways


def _levels(ways: "Ways") -> "Places":
    """A number for each node such that no way loses less than the difference; only ways of a round that ties do."""
    import numpy as np  # loaded when first used

    level = np.zeros(len(ways), dtype=np.int64)
    moved = np.arange(len(ways))
    for _ in range(len(ways) + 1):
        lower = np.minimum(level, (ways[moved] + level[moved][:, None]).min(axis=0))
        moved = np.flatnonzero(lower < level)
        level = lower
        if not len(moved):
            break
    return level


def _together(ways: "Ways", level: "Places") -> "Places":
    """Which nodes lie on rounds with one another, by a number for each such group."""
    from scipy.sparse import csr_array  # loaded when first used
    from scipy.sparse.csgraph import connected_components

    losing_nothing = csr_array(ways + level[:, None] == level[None, :])
    _count, group = connected_components(losing_nothing, directed=True, connection="strong")
    return group  # type: ignore[no-any-return]
