"""How many more people could be placed at most if posts were opened to more: told without another assignment.

In an assignment that places most people, one more is placed only where somebody without a post can get, by people
changing places, to where a place is free. What nobody can get to, or what leads to no free place, opens nothing.
"""

from typing import TYPE_CHECKING

from workforce.iwork.matching.assigning.assigning import NO_POST, Assignment, without_pins

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workforce.iwork.matching.assigning.assigning import Fits, Places

    Numbers = NDArray[np.intp]


class Room:
    """Who could give way to somebody without a post, and which posts somebody could leave for a free place."""

    def __init__(self, assignment: Assignment, fits: "Fits", places: "Places") -> None:
        import numpy as np  # loaded when first used

        self._fits, self._left = without_pins(fits, places, assignment.pinned, ())
        self._post_of = np.array(assignment.post_of, dtype=np.int64)
        self._post_of[[person for person, _post in assignment.pinned]] = NO_POST
        without = np.array(assignment.post_of, dtype=np.int64) == NO_POST
        taken = np.bincount(self._post_of[self._post_of != NO_POST], minlength=len(self._left))
        free = np.maximum(self._left - taken, 0)
        self._most = min(int(without.sum()), int(free.sum()))
        self._people, self._posts = self._may_give_way(without), self._lead_on(free > 0)
        for person, _post in assignment.pinned:
            self._people[person] = False

    def _may_give_way(self, without: "Fits") -> "Fits":
        import numpy as np  # loaded when first used

        people = new = without
        while new.any():
            reached = np.append(self._fits[new].any(axis=0), False)  # nobody has the last post, which is none
            new = reached[self._post_of] & ~people
            people = people | new
        return people.copy()

    def _lead_on(self, free: "Fits") -> "Fits":
        import numpy as np  # loaded when first used

        posts = new = free
        while new.any():
            leaving = self._post_of[self._fits[:, new].any(axis=1)]
            new = np.zeros_like(free)
            new[leaving[leaving != NO_POST]] = True
            new &= ~posts
            posts = posts | new
        return posts

    def more_at_most(self, opened: "Fits", columns: "Numbers") -> int:
        """No more than so many people would be placed besides, were these posts open to these people too.

        `opened` has a column for each of `columns`. Each one more is placed by somebody who comes to a post so opened.
        """
        if not (opened[self._people].any() and self._posts[columns[opened.any(axis=0)]].any()):
            return 0
        there = int(self._left[columns].clip(0).sum())
        return min(self._most, int(opened.any(axis=1).sum()), there)
