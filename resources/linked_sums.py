"""Which numbers of several tables must be hidden together, because they count some of the same people.

A small count that is hidden in one table is given away by another that holds its total and its other parts. So the
tables that go out together are taken as one set of sums: every printed number adds up some unknown parts, and a
reader knows each sum that is shown, wherever it stands. What the reader can say of a hidden number lies between the
least and the most that fit them all, which a linear programme finds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loaded when first used
    import numpy as np

_NEAR = 1e-6


@dataclass(frozen=True)
class Sum:
    """A number of people: parts that are added, and parts that are taken away ('invited' less 'attended')."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()

    @property
    def parts(self) -> frozenset[str]:
        """What it is made of."""
        return frozenset((*self.plus, *self.minus))

    def value(self, parts: Mapping[str, int]) -> int:
        """What it comes to."""
        return sum(parts[one] for one in self.plus) - sum(parts[one] for one in self.minus)


@dataclass(frozen=True)
class Linked:
    """Numbers that go out together. `implied` are not printed, but a small one must not be known all the same.

    `at_most` are pairs of parts of which the first cannot be more than the second.
    """

    parts: Mapping[str, int]
    printed: tuple[Sum, ...]
    implied: tuple[Sum, ...] = ()
    at_most: tuple[tuple[str, str], ...] = ()


def sums_to_hide(linked: Linked, *, also: Iterable[Sum] = (), below: int = 5) -> frozenset[Sum]:
    """The printed sums that may not be shown: small ones, and the least that keeps them from being worked out.

    `also` are hidden for reasons of their own. A number of nobody is no secret.
    """
    printed = list(dict.fromkeys(linked.printed))
    hidden = {one for one in printed if _small(one.value(linked.parts), below)} | (set(also) & set(printed))
    while known := worked_out(linked, hidden, below=below):
        more = [one for one in printed if one not in hidden and one.value(linked.parts)]
        if not more:
            return frozenset(printed)
        tied = _tied(linked, known[0])
        near = [one for one in more if one.parts & tied] or more
        hidden.add(min(near, key=lambda one: one.value(linked.parts)))
    return frozenset(hidden)


def worked_out(linked: Linked, hidden: Iterable[Sum], *, below: int = 5) -> list[Sum]:
    """The first number that may not be known but is, for what is shown leaves it one value, or small ones only."""
    kept = frozenset(hidden)
    shown = [one for one in dict.fromkeys(linked.printed) if one not in kept]
    for one in dict.fromkeys((*linked.implied, *(one for one in linked.printed if one in kept))):
        value = one.value(linked.parts)
        small = _small(value, below)
        if shown and (small or (value and one in kept)):
            least, most = _range(linked, one, shown)
            if most - least < 1 - _NEAR or (small and most < below - _NEAR):
                return [one]
    return []


def _small(count: int, below: int) -> bool:
    return 1 <= count < below


def _tied(linked: Linked, of: Sum) -> frozenset[str]:
    """Its parts, and those that bound them."""
    return of.parts | {part for pair in linked.at_most if of.parts & set(pair) for part in pair}


def _range(linked: Linked, wanted: Sum, shown: Sequence[Sum]) -> tuple[float, float]:
    """The least and the most that it may be, to somebody who knows what is shown."""
    import numpy as np  # loaded when first used

    place = {name: number for number, name in enumerate(linked.parts)}
    lines = [wanted, *shown, *(Sum((lower,), (upper,)) for lower, upper in linked.at_most)]
    table = np.zeros((len(lines), len(place) + len(linked.at_most)))
    for row, one in enumerate(lines):
        for sign, names in ((1, one.plus), (-1, one.minus)):
            for name in names:
                table[row, place[name]] += sign
    for number in range(len(linked.at_most)):  # how much less the lower one is
        table[1 + len(shown) + number, len(place) + number] = 1
    known = np.array([one.value(linked.parts) for one in shown] + [0] * len(linked.at_most), dtype=float)
    aim, equal = table[0], table[1:]
    return -_most(-aim, equal, known), _most(aim, equal, known)


# --- a linear programme ---------------------------------------------------------------------------------------


def _most(aim: "np.ndarray", equal: "np.ndarray", known: "np.ndarray") -> float:
    """The most that `aim` comes to of numbers not below 0 of which `equal` come to `known`: the simplex method.

    Some numbers are known to fit. Of several ways on the first is taken (Bland), so that it comes to an end.
    """
    import numpy as np  # loaded when first used

    table = np.hstack([equal, known[:, None]])
    basis = [-1] * len(table)
    _improve(table, -table.sum(axis=0), basis)
    for row, held in enumerate(basis):
        columns = np.flatnonzero(np.abs(table[row, :-1]) > _NEAR)
        if held < 0 and len(columns):
            _pivot(table, None, basis, row, int(columns[0]))
    kept = [row for row, held in enumerate(basis) if held >= 0]
    table, basis = table[kept], [basis[row] for row in kept]
    cost = -np.append(aim, 0.0) + aim[basis] @ table if kept else -np.append(aim, 0.0)
    return float(cost[-1]) if _improve(table, cost, basis) else inf


def _improve(table: "np.ndarray", cost: "np.ndarray", basis: list[int]) -> bool:
    """Go on to the best corner; whether there is one. The last of `cost` is what has been reached."""
    import numpy as np  # loaded when first used

    while True:
        better = np.flatnonzero(cost[:-1] < -_NEAR)
        if not len(better):
            return True
        column = int(better[0])
        rows = np.flatnonzero(table[:, column] > _NEAR)
        if not len(rows):
            return False
        ratios = table[rows, -1] / table[rows, column]
        nearest = rows[ratios <= ratios.min() + _NEAR]
        _pivot(table, cost, basis, int(min(nearest, key=lambda row: basis[row])), column)


def _pivot(table: "np.ndarray", cost: "np.ndarray | None", basis: list[int], row: int, column: int) -> None:
    table[row] /= table[row, column]
    for other in range(len(table)):
        if other != row and table[other, column]:
            table[other] -= table[other, column] * table[row]
    if cost is not None:
        cost -= cost[column] * table[row]
    basis[row] = column
