"""Who is not placed and why, and which posts keep places that nobody has."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from resources.wording import and_list, count_of
from workforce.iwork.matching.assigning.assigning import NO_POST, Assignment
from workforce.iwork.matching.assigning.matrix import Matrix, already_there, in_the_way
from workforce.iwork.matching.facts import MatchPerson, MatchPost, MustHave, Rules

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

NAMED = 3
"""How many posts or people a sentence names."""


class Why(Enum):
    """Why somebody is not placed."""

    CONSENT = "No consent to match"
    NOTHING_FITS = "No post fits"
    ALL_TAKEN = "Every post that fits is taken"


@dataclass(frozen=True)
class Unplaced:
    """Somebody without a post. `posts` are those that fit, or else those with least in the way."""

    person: MatchPerson
    why: Why
    posts: tuple[MatchPost, ...]
    sentence: str


@dataclass(frozen=True)
class Left:
    """A post with places that nobody is given, and how many people fit it."""

    post: MatchPost
    places: int
    fit: int
    sentence: str


def unplaced(found: Matrix, assignment: Assignment, rules: Rules) -> tuple[Unplaced, ...]:
    """Everybody without a post, in their order."""
    rows = [row for row, post in enumerate(assignment.post_of) if post == NO_POST]
    fitting = [row for row in rows if found.fits[row].any()]
    holders: dict[int, list[int]] = {}
    for row, column in assignment.pairs:
        holders.setdefault(column, []).append(row)
    told = {row: _taken(row, found, holders) for row in fitting}
    agreed = [row for row in rows if row not in told and found.people[row].consents]
    told |= _nothing_fits(agreed, found, rules)
    return tuple(told.get(row) or _no_consent(found.people[row]) for row in rows)


def _no_consent(person: MatchPerson) -> Unplaced:
    return Unplaced(
        person,
        Why.CONSENT,
        (),
        "They have not agreed to be matched to posts, or no longer do. Ask them first.",
    )


def _taken(row: int, found: Matrix, held: Mapping[int, Sequence[int]]) -> Unplaced:
    columns = [int(one) for one in found.fits[row].nonzero()[0]]
    columns.sort(key=lambda column: (-int(found.scores[row, column]), column))
    posts = tuple(found.posts[column] for column in columns)
    holders = sorted(one for column in columns[:NAMED] for one in held.get(column, ()))
    said = f"They fit {named([one.reference for one in posts])}."
    if not holders:
        said += " Every place there is spoken for: somebody is matched to it, or considered."
    else:
        said += f" Every place there goes to {named([found.people[one].reference for one in holders])}."
        said += " Any other way, fewer people would be placed, or they would suit less."
    return Unplaced(found.people[row], Why.ALL_TAKEN, posts, said)


def _nothing_fits(rows: Sequence[int], found: Matrix, rules: Rules) -> dict[int, Unplaced]:
    """What is most in the way, and the posts where only one thing is."""
    import numpy as np  # loaded when first used

    people = [found.people[row] for row in rows]
    if not people or not found.posts:
        nothing = "There is no open post to fit."
        return {row: Unplaced(found.people[row], Why.NOTHING_FITS, (), nothing) for row in rows}
    ways = in_the_way(people, found.posts, rules)
    ways[MustHave.OPEN] |= already_there(people, found.posts)  # their own post is not open to them once more
    kinds, tables = list(ways), np.stack(list(ways.values()))
    return {row: _no_fit(found, people[at], kinds, tables[:, at, :]) for at, row in enumerate(rows)}


def _no_fit(found: Matrix, person: MatchPerson, kinds: Sequence[MustHave], table: "Flags") -> Unplaced:
    """`table` has a row for each kind of must-have: the posts in whose way it stands."""
    import numpy as np  # loaded when first used

    free = np.flatnonzero(found.places > 0)
    columns = free if len(free) else np.arange(len(found.posts))
    table = table[:, columns]
    in_way = table.sum(axis=0)
    nearest = [int(one) for one in np.flatnonzero(in_way == in_way.min())]
    near = [int(columns[one]) for one in nearest]
    times = {kind: int(row.sum()) for kind, row in zip(kinds, table, strict=True) if row.any()}
    most = ", ".join(f"{_said(kind)} ({count})" for kind, count in Counter(times).most_common(NAMED))
    sentence = f"{_none_fits(len(free), len(found.posts) - len(free))} In the way most often: {most}."
    if in_way.min() == 1:
        only = next(kind for kind, row in zip(kinds, table, strict=True) if row[nearest[0]])
        sentence += f" Nearest is {found.posts[near[0]].reference}: only {_said(only)} is in the way."
    return Unplaced(person, Why.NOTHING_FITS, tuple(found.posts[one] for one in near), sentence)


def _none_fits(free: int, spoken: int) -> str:
    if not free:
        return f"None of {count_of(spoken, 'open post')} fits, and every place there is spoken for."
    more = f"; at {spoken} more every place is spoken for" if spoken else ""
    return f"None of {count_of(free, 'post')} with a free place fits{more}."


def _said(kind: MustHave) -> str:
    return f"“{kind.value}”"


def places_left(found: Matrix, assignment: Assignment) -> tuple[Left, ...]:
    """Posts with places that nobody is given, in their order."""
    taken = Counter(post for _person, post in assignment.pairs)
    told = []
    for column, post in enumerate(found.posts):
        left = int(found.places[column]) - taken[column]
        if left > 0:
            told.append(_left(post, left, int(found.fits[:, column].sum())))
    return tuple(told)


def _left(post: MatchPost, left: int, fit: int) -> Left:
    begins = f"{count_of(left, 'place')} at {post.reference} {'goes' if left == 1 else 'go'} to nobody"
    if not fit:
        return Left(post, left, fit, f"{begins}: nobody who looks for a post fits it.")
    who = f"{count_of(fit, 'person', 'people')} {'fits' if fit == 1 else 'fit'} it"
    return Left(post, left, fit, f"{begins}: {who}, and all of them are placed.")


def named(references: Sequence[str]) -> str:
    """Some of them, and how many more."""
    shown = list(references[:NAMED])
    more = len(references) - len(shown)
    return and_list([*shown, f"{more} more"] if more else shown)
