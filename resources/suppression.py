"""Small counts of people, hidden so that nobody can work them out.

A published table with totals is a set of sums. A hidden number is worked out when only one value fits them. So
the table is taken as a network in which each number is the flow along an edge and each sum is a junction: a hidden
number can have another value exactly when it lies on a loop of hidden numbers round which one can be added. Where
there is no such loop, further numbers are hidden to make the cheapest one. The reader is taken to know every
number shown, every sum, and that what is hidden is at least 1. Nor do the hidden parts of a sum come to a small count
together, which subtraction would give as surely.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

HIDDEN = "[c]"
"""What stands in place of a hidden number."""

SMALLEST_SHOWN = (5, 7, 10)
"""What a team may choose from: below it, a count of people is hidden."""

ROUNDED_TO = 5


def rounded_count(count: int | None, to: int = ROUNDED_TO) -> int | None:
    """To the nearest 5; what is hidden stays so."""
    return None if count is None else (2 * count + to) // (2 * to) * to


def _rounded(counts: Iterable[int | None], to: int) -> tuple[int | None, ...]:
    return tuple(rounded_count(count, to) for count in counts)


@dataclass(frozen=True)
class SuppressedList:
    """Counts and their total; None where hidden."""

    counts: tuple[int | None, ...]
    total: int | None

    def rounded(self, to: int = ROUNDED_TO) -> "SuppressedList":
        """Each number rounded by itself, the total too: it is of people, not of rounded numbers."""
        return SuppressedList(_rounded(self.counts, to), rounded_count(self.total, to))


@dataclass(frozen=True)
class SuppressedTable:
    """A two-way table with all its totals; None where hidden."""

    rows: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None

    def rounded(self, to: int = ROUNDED_TO) -> "SuppressedTable":
        """Each number rounded by itself, the totals too."""
        return SuppressedTable(
            tuple(_rounded(row, to) for row in self.rows),
            _rounded(self.row_totals, to),
            _rounded(self.column_totals, to),
            rounded_count(self.total, to),
        )


def suppression_note(*, below: int = 5, rounded_to: int | None = None) -> str:
    """The sentence printed beneath a table with hidden numbers."""
    note = f"{HIDDEN} is a number that is not shown: it is below {below}, or it would let such a number be worked out."
    if rounded_to is None:
        return note
    return f"{note} Numbers of people are rounded to the nearest {rounded_to}, totals too, so they may not add up."


# --- lists and tables -----------------------------------------------------------------------------------------


def suppress_list(counts: Sequence[int], *, below: int = 5) -> SuppressedList:
    """Hides counts from 1 to `below` - 1 and what would give them away; zeros stay."""
    total = sum(counts)
    edges = [_Edge(0, 1, count) for count in counts] + [_Edge(1, 0, total, is_total=True)]
    *shown, shown_total = _publish(edges, below)
    return SuppressedList(tuple(shown), shown_total)


def suppress_table(rows: Sequence[Sequence[int]], *, below: int = 5) -> SuppressedTable:
    """The same for rows of equal length with row totals, column totals and a grand total."""
    width = len(rows[0]) if rows else 0
    row_count = len(rows)
    across, down = row_count, row_count + 1 + width  # the junctions of the totals' own row and column
    inner = [_Edge(i, row_count + 1 + j, count) for i, row in enumerate(rows) for j, count in enumerate(row)]
    edges = [
        *inner,
        *(_Edge(down, i, sum(row), is_total=True) for i, row in enumerate(rows)),
        *(_Edge(row_count + 1 + j, across, sum(row[j] for row in rows), is_total=True) for j in range(width)),
        _Edge(across, down, sum(map(sum, rows)), is_total=True),
    ]
    shown = _publish(edges, below)
    cells, margins = shown[: len(inner)], shown[len(inner) :]
    return SuppressedTable(
        rows=tuple(tuple(cells[i * width : (i + 1) * width]) for i in range(row_count)),
        row_totals=tuple(margins[:row_count]),
        column_totals=tuple(margins[row_count:-1]),
        total=margins[-1],
    )


# --- groups with several counts each --------------------------------------------------------------------------


def groups_to_hide(
    groups: Mapping[str, Sequence[int]], *, below: int = 5, also: Iterable[str] = ()
) -> frozenset[str]:
    """The groups none of whose counts may be shown beside the totals of all groups.

    Each group has the same counts in the same order, which may stand in any relation to each other, such as the stages
    of a funnel. A group with a small count is hidden whole, and as many more of the smallest groups as it takes that
    at least two are hidden and none of their counts is small together: whoever subtracts what is shown from the totals
    then cannot tell which of the hidden groups anybody belongs to. Where even all groups together have a small count,
    all are hidden, and that total has to be hidden too. `also` are groups to be hidden for reasons of their own.
    """
    hidden = {name for name, counts in groups.items() if any(_is_small(count, below) for count in counts)}
    hidden |= {name for name in also if name in groups}
    others = sorted((name for name in groups if name not in hidden), key=lambda name: sum(groups[name]))
    for name in others:
        if not hidden or _safe_together([groups[one] for one in hidden], below):
            break
        hidden.add(name)
    return frozenset(hidden)


def _safe_together(hidden: Sequence[Sequence[int]], below: int) -> bool:
    some = [counts for counts in hidden if any(counts)]
    return len(some) >= 2 and not any(_is_small(sum(column), below) for column in zip(*some, strict=True))


def _is_small(count: int, below: int) -> bool:
    return 1 <= count < below


# --- the network ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Edge:
    """One published number as a flow from one junction to another."""

    start: int
    end: int
    count: int
    is_total: bool = False

    def cost(self, dearest: int) -> int:
        """What hiding it loses; a total is lost last."""
        return self.count + (dearest if self.is_total else 0)


_Network = Mapping[int, Sequence[int]]
"""The numbers of the edges at each junction."""


def _publish(edges: Sequence[_Edge], below: int) -> list[int | None]:
    """Each edge's count, or None where it is hidden."""
    network: dict[int, list[int]] = {}
    for number, edge in enumerate(edges):
        network.setdefault(edge.start, []).append(number)
        network.setdefault(edge.end, []).append(number)
    hidden = {number for number, edge in enumerate(edges) if _is_small(edge.count, below)}
    before = -1
    while before != len(hidden):
        before = len(hidden)
        for number in sorted(hidden):
            hidden |= _cheapest_loop(edges, network, number, hidden)
        for junction, at in network.items():
            hidden |= _small_together(edges, junction, at, hidden, below)
    return [None if number in hidden else edge.count for number, edge in enumerate(edges)]


def _small_together(
    edges: Sequence[_Edge], junction: int, at: Sequence[int], hidden: set[int], below: int
) -> set[int]:
    """What else must be hidden at a junction where the hidden numbers come to a small count.

    As much goes in there as comes out. Where hidden numbers stand on one side alone, what is shown gives their sum.
    """
    going_out = [one for one in at if one in hidden and edges[one].start == junction]
    coming_in = [one for one in at if one in hidden and edges[one].end == junction]
    if going_out and coming_in:
        return set()
    if not _is_small(sum(edges[one].count for one in (*going_out, *coming_in)), below):
        return set()
    dearest = 1 + sum(edge.count for edge in edges)
    more = [one for one in at if one not in hidden and edges[one].count]
    return {min(more, key=lambda one: edges[one].cost(dearest))} if more else set()


def _cheapest_loop(edges: Sequence[_Edge], network: _Network, number: int, hidden: set[int]) -> set[int]:
    """The edges that must be hidden, at the least loss, for this one to have a second possible value.

    There always is a loop: numbers that make up sums go round from parts to totals and back.
    """
    edge = edges[number]
    loops = [_cheapest_way(edges, network, edge.end, edge.start, number, hidden)]
    if edge.count >= 2:
        loops.append(_cheapest_way(edges, network, edge.start, edge.end, number, hidden))
    return min((loop for loop in loops if loop is not None), key=lambda loop: loop[0])[1]


def _cheapest_way(
    edges: Sequence[_Edge], network: _Network, start: int, end: int, without: int, hidden: set[int]
) -> tuple[int, set[int]] | None:
    """Dijkstra's way from one junction to another: with an edge one is added, against it one is taken away."""
    dearest = 1 + sum(edge.count for edge in edges)
    queue: list[tuple[int, int, tuple[int, ...]]] = [(0, start, ())]
    done: set[int] = set()
    while queue:
        cost, junction, way = heappop(queue)
        if junction == end:
            return cost, set(way)
        if junction in done:
            continue
        done.add(junction)
        for number in network[junction]:
            edge = edges[number]
            onward = _onward(edge, junction)
            if onward is None or number == without or onward in done:
                continue
            heappush(queue, (cost + (0 if number in hidden else edge.cost(dearest)), onward, (*way, number)))
    return None


def _onward(edge: _Edge, junction: int) -> int | None:
    """Where the edge leads from the junction; a zero is never changed and a 1 is never made a zero."""
    if edge.start == junction and edge.count >= 1:
        return edge.end
    return edge.start if edge.end == junction and edge.count >= 2 else None
