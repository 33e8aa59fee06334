"""Who answered, as it is given to others: of small groups neither how many answered nor what share is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from resources.statistics import BASES_OF_PROVIDERS, Share
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import rounded, rounded_whole
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.analysis.non_response import RULE, NonResponse, NonResponseRow, non_response
from workforce.survey.analysis.response_rate import BY_REGISTER, RateOf, response_rate, response_rate_table
from workforce.survey.analysis.words import SMALL_BASES
from workforce.survey.report.material import Material
from workforce.survey.report.published_tables import LOW, published, too_few

_N, _P = ColumnKind.NUMBER, ColumnKind.PERCENT
_SECOND = (
    "Where one group alone is too small, the smallest other one is not shown either: the first would be known from the "
    "whole."
)
Key = TypeVar("Key")


def hidden_groups(bases: Sequence[tuple[Key, int]]) -> frozenset[Key]:
    """The groups that make up a whole of which nothing is told: small ones, and a second where there is one alone."""
    small = [key for key, base in bases if base and too_few(base)]
    others = [(base, place, key) for place, (key, base) in enumerate(bases) if not too_few(base)]
    if len(small) == 1 and others:
        small.append(min(others, key=lambda one: one[:2])[2])
    return frozenset(small)


@dataclass(frozen=True)
class _Hidden:
    """The groups, each by what it is a group of, that are hidden of those invited, and of those with a contract."""

    invited: frozenset[tuple[str, str]]
    active: frozenset[tuple[str, str]]


def _hidden(groups: Iterable[tuple[GroupBy, tuple[RateOf, ...]]]) -> _Hidden:
    invited: set[tuple[str, str]] = set()
    active: set[tuple[str, str]] = set()
    for by, some in groups:
        invited |= {
            (by.label, one) for one in hidden_groups([(one.wording, one.invited.base) for one in some])
        }
        active |= {(by.label, one) for one in hidden_groups([(one.wording, one.active.base) for one in some])}
    return _Hidden(frozenset(invited), frozenset(active | invited))


def response_rate_to_publish(m: Material) -> Table:
    """The whole first, then each kind, district and rating."""
    found = response_rate(m.data)
    hidden = _hidden(found.groups)
    rows = [_rate_cells(found.whole, False, False)]
    for by, some in found.groups:
        for one in some:
            key = by.label, one.wording
            rows.append(_rate_cells(one, key in hidden.invited, key in hidden.active))
    columns = (
        Column("group", "Group"), Column("invited", "Invited", _N), Column("answered", "Answered", _N),
        Column("rate", "Of those invited, %", _P), Column("active", "Active contract", _N),
        Column("active_answered", "Of these answered", _N), Column("active_rate", "Of those active, %", _P),
    )  # fmt: skip
    notes = [*response_rate_table(m.data).notes, *([_SECOND] if hidden.invited else [])]
    return published(m, "Response rate", columns, rows, found.sentence, notes)


def rates_of_kinds(m: Material) -> Table:
    """The rows of the kinds of service, to be drawn."""
    table, found = response_rate_to_publish(m), response_rate(m.data)
    start = 1
    for by, some in found.groups:
        if by is GroupBy.KIND:
            return Table(
                f"Response rate by {by.words}", table.columns, table.rows[start : start + len(some)], table.base,
                table.source, table.as_at,
            )  # fmt: skip
        start += len(some)
    return table


def _rate_cells(one: RateOf, hides_invited: bool, hides_active: bool) -> tuple[Cell, ...]:
    cells: list[Cell] = [one.wording]
    for part, hides in ((one.invited, hides_invited), (one.active, hides_active)):
        hides = hides or part.hidden
        cells += [part.base, *((LOW, LOW) if hides else (part.count, _tenth(part)))]
    return tuple(cells)


def _tenth(of: Share) -> float:
    return float(rounded((of.value or 0) * 100, 1))


def non_response_to_publish(m: Material) -> Table:
    """Each group’s share of those who answered and of those who did not, with the difference in points."""
    found = non_response(m.data)
    hidden = _hidden(response_rate(m.data).groups).invited | _hidden_beds(found)
    rows = [_silent_cells(one, (one.by, one.wording) in hidden) for one in found.rows]
    columns = (
        Column("by", "By"), Column("group", "Group"), Column("answered", "Answered", _N),
        Column("answered_share", "Of those who answered, %", _P), Column("silent", "Did not", _N),
        Column("silent_share", "Of those who did not, %", _P), Column("points", "Difference, points", _N),
        Column("interval_low", "95% interval, points, lower bound", _N),
        Column("interval_high", "95% interval, points, upper bound", _N), Column("differs", "Differ"),
    )  # fmt: skip
    base = f"{found.answered:,} answered, {found.silent:,} did not"
    notes = [RULE.format(least=BASES_OF_PROVIDERS.flag), SMALL_BASES, *([_SECOND] if hidden else [])]
    return published(m, "Do those who did not answer differ", columns, rows, base, notes)


def _hidden_beds(found: NonResponse) -> frozenset[tuple[str, str]]:
    registered = {by.label for by in BY_REGISTER}
    beds = [one for one in found.rows if one.by not in registered]
    return hidden_groups([((one.by, one.wording), one.answered.count + one.silent.count) for one in beds])


def _silent_cells(one: NonResponseRow, hides: bool) -> tuple[Cell, ...]:
    def both(part: Share) -> tuple[Cell, Cell]:
        return (LOW, LOW) if hides or part.shown is None else (part.count, part.shown)

    points: tuple[Cell, ...] = (LOW, LOW, LOW)
    if not hides and one.points is not None and one.interval is not None:
        points = (
            one.points, rounded_whole(one.interval.low * 100), rounded_whole(one.interval.high * 100)
        )  # fmt: skip
    return (
        one.by, one.wording, *both(one.answered), *both(one.silent), *points,
        "Yes" if one.differs and not hides else "No",
    )  # fmt: skip
