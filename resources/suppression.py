"""Small counts of people, hidden so that nobody can work them out.

A published table with totals is a set of sums. A hidden number is worked out when only one value fits them. So
the table is taken as a network in which each number is the flow along an edge and each sum is a junction: a hidden
number can have another value exactly when it lies on a loop of hidden numbers round which one can be added. Where
there is no such loop, further numbers are hidden to make the cheapest one. The reader is taken to know every
number shown, every sum, and that what is hidden is at least 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

HIDDEN = "[c]"
"""What stands in place of a hidden number."""


@dataclass(frozen=True)
class SuppressedList:
    """Counts and their total; None where hidden."""

    counts: tuple[int | None, ...]
    total: int | None


@dataclass(frozen=True)
class SuppressedTable:
    """A two-way table with all its totals; None where hidden."""

    rows: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None


def suppression_note(*, below: int = 5) -> str:
    """The sentence printed beneath a table with hidden numbers."""
    return f"{HIDDEN} is a number that is not shown: it is below {below}, or it would let such a number be worked out."


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


def _publish(edges: Sequence[_Edge], below: int) -> list[int | None]:
    """Each edge's count, or None where it is hidden."""
    hidden = {number for number, edge in enumerate(edges) if 1 <= edge.count < below}
    for number in sorted(hidden):
        hidden |= _cheapest_loop(edges, number, hidden)
    return [None if number in hidden else edge.count for number, edge in enumerate(edges)]


def _cheapest_loop(edges: Sequence[_Edge], number: int, hidden: set[int]) -> set[int]:
    """The edges that must be hidden, at the least loss, for this one to have a second possible value.

    There always is a loop: numbers that make up sums go round from parts to totals and back.
    """
    edge = edges[number]
    loops = [_cheapest_way(edges, edge.end, edge.start, number, hidden)]
    if edge.count >= 2:
        loops.append(_cheapest_way(edges, edge.start, edge.end, number, hidden))
    return min((loop for loop in loops if loop is not None), key=lambda loop: loop[0])[1]


def _cheapest_way(
    edges: Sequence[_Edge], start: int, end: int, without: int, hidden: set[int]
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
        for number, edge in enumerate(edges):
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
