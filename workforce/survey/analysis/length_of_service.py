"""How long staff have been with their employer, from the five questions that count them; and where they do not add up.

Pooled: of all staff together. Typical: the median of the responses' own shares, which need not add up to 100.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from resources.statistics import BASES_OF_PROVIDERS, Bounds, Ratio, bounds, quartiles_of_ratios, total_of
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.survey.analysis.figures import FEW_FIGURES, RANGES
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.words import ANSWERED_IN_CONFIDENCE, filter_notes, wave_day, wave_source
from workforce.survey.vocabulary import LENGTHS_OF_SERVICE, Role

_BLANKS = (
    "A response counts where all five were answered with a figure; a blank counts as nobody only where the others "
    "add up to all staff."
)
_TYPICAL = (
    "Pooled: of all staff together. Typical: the median of their own shares; these need not add up to 100."
)


@dataclass(frozen=True)
class ServiceRow:
    """A length of service: people, their share of all staff, and the median of the responses’ shares."""

    role: Role
    people: Bounds
    pooled: Bounds
    typical: Bounds

    @property
    def wording(self) -> str:
        """Less than 1 year."""
        return length_words(self.role)


@dataclass(frozen=True)
class StaffDifference:
    """A response whose five figures do not add up to its staff."""

    number: int
    name: str
    staff: Bounds
    lengths: Bounds

    @property
    def sentence(self) -> str:
        """What to ask."""
        return (
            f"Response {self.number}, {self.name or 'provider not known'}: the lengths of service add up to "
            f"{self.lengths.cell()}, and staff are {self.staff.cell()}."
        )


@dataclass(frozen=True)
class LengthOfService:
    """The distribution; `left_out` are responses that answered some of the questions, but not all."""

    rows: tuple[ServiceRow, ...]
    base: int
    people: Bounds
    left_out: int
    differences: tuple[StaffDifference, ...]
    ranges: int = 0

    @property
    def hidden(self) -> bool:
        """Whether too few answered for a percentage."""
        return self.base < BASES_OF_PROVIDERS.hide


def length_words(role: Role) -> str:
    """Less than 1 year, 1 to 2 years …"""
    return role.label.removesuffix(" in the organisation")


_NOBODY = bounds(0)


def length_of_service(data: WaveData) -> LengthOfService | None:
    """None where the wave did not ask all five."""
    return data.once("length_of_service", lambda: _length_of_service(data))


def _length_of_service(data: WaveData) -> LengthOfService | None:
    if any(data.with_role(role) is None for role in LENGTHS_OF_SERVICE):
        return None
    counted = counted_lengths(data)
    told = {number for role in LENGTHS_OF_SERVICE for number in data.figures(role)}
    names, staff = data.responses["name"].to_dict(), data.figures(Role.STAFF)
    differences = [
        StaffDifference(number, names.get(number) or "", staff[number], together)
        for number, lengths in counted.items()
        if number in staff and _differ(together := _sum(lengths), staff[number])
    ]
    whole = [lengths for lengths in counted.values() if any(one.high for one in lengths)]
    rows = _rows(whole) if whole else ()
    ranges = sum(any(not one.exact for one in lengths) for lengths in whole)
    people = _sum([one.people for one in rows])
    left_out = len(told) - len(counted)
    return LengthOfService(rows, len(whole), people, left_out, tuple(differences), ranges)


def counted_lengths(data: WaveData) -> Mapping[int, tuple[Bounds, ...]]:
    """The five figures of each response that counts, by number: all given, or the rest of them all its staff."""
    return data.once("counted_lengths", lambda: _counted_lengths(data))


def _counted_lengths(data: WaveData) -> dict[int, tuple[Bounds, ...]]:
    given, staff = [data.figures(role) for role in LENGTHS_OF_SERVICE], data.figures(Role.STAFF)
    found = {}
    for number in sorted({number for one in given for number in one}):
        lengths = tuple(one.get(number, _NOBODY) for one in given)
        if all(number in one for one in given) or _sum(lengths) == staff.get(number):
            found[number] = lengths
    return found


def _differ(lengths: Bounds, staff: Bounds) -> bool:
    return lengths.high < staff.low or lengths.low > staff.high


def _sum(some: Sequence[Bounds]) -> Bounds:
    low = total_of(one.low for one in some)
    return Bounds(low, low if all(one.exact for one in some) else total_of(one.high for one in some))


def _rows(whole: Sequence[Sequence[Bounds]]) -> tuple[ServiceRow, ...]:
    parts = lcm(*{end.denominator for lengths in whole for one in lengths for end in (one.low, one.high)})
    lows = [[_parts(one.low, parts) for one in lengths] for lengths in whole]
    known = all(one.exact for lengths in whole for one in lengths)
    highs = lows if known else [[_parts(one.high, parts) for one in lengths] for lengths in whole]
    most, least = _own_ratios(highs, lows), _own_ratios(lows, highs)
    people = [
        (sum(column), sum(top))
        for column, top in zip(zip(*lows, strict=True), zip(*highs, strict=True), strict=True)
    ]
    everybody = sum(low for low, _ in people), sum(high for _, high in people)
    found = []
    for place, (role, (low, high)) in enumerate(zip(LENGTHS_OF_SERVICE, people, strict=True)):
        pooled = Bounds(_share(low, everybody[1] - high), _share(high, everybody[0] - low))
        under = quartiles_of_ratios(least[place]).median
        upper = under if known else quartiles_of_ratios(most[place]).median
        number = Bounds(Fraction(low, parts), Fraction(high, parts))
        found.append(ServiceRow(role, number, pooled, Bounds(under, upper)))
    return tuple(found)


def _parts(value: Fraction, parts: int) -> int:
    """In parts so small that every figure is a whole number of them, which are far quicker than fractions."""
    return value.numerator * (parts // value.denominator)


def _own_ratios(own: Sequence[Sequence[int]], others: Sequence[Sequence[int]]) -> list[list[Ratio]]:
    """Each part's share of a response: the least it can be is its least beside the most of the others."""
    found: list[list[Ratio]] = [[] for _ in LENGTHS_OF_SERVICE]
    for parts, beside in zip(own, others, strict=True):
        rest = sum(beside)
        for place, (part, other) in enumerate(zip(parts, beside, strict=True)):
            found[place].append((part, part + rest - other or 1))
    return found


def _share(part: int, others: int) -> Fraction:
    return Fraction(part, part + others or 1)


def length_of_service_table(data: WaveData) -> Table:
    """A row for each length of service."""
    found = length_of_service(data)
    rows: list[tuple[Cell, ...]] = []
    notes = [*filter_notes(data), _TYPICAL, _BLANKS]
    if found is not None:
        shown = not found.hidden
        rows = [
            (
                one.wording, one.people.cell() if shown else None, one.pooled.times(100).cell() if shown else None,
                one.typical.times(100).cell() if shown else None,
            )
            for one in found.rows
        ]  # fmt: skip
        notes += _found_notes(found)
    columns = (
        Column("length", "Length of service", width=200),
        Column("people", "People", ColumnKind.NUMBER, 92),
        Column("pooled", "Pooled, %", ColumnKind.PERCENT, 100),
        Column("typical", "Typical, %", ColumnKind.PERCENT, 100),
    )
    base = "Nobody was asked all five questions." if found is None else _base(found)
    return Table(
        "Length of service", columns, rows, base, wave_source(data), wave_day(data), tuple(notes),
        ANSWERED_IN_CONFIDENCE,
    )  # fmt: skip


def _base(found: LengthOfService) -> str:
    base = f"{count_of(found.base, 'response')} that gave all five figures"
    if found.hidden:
        return f"{base}."
    figure = found.people.cell(0)
    figure = f"{figure:,}" if isinstance(figure, int) else figure
    return f"{base}, with {figure} staff between them."


def _found_notes(found: LengthOfService) -> list[str]:
    notes = []
    if found.left_out:
        notes.append(
            f"{count_of(found.left_out, 'response')} gave some of the five figures and not all, left out."
        )
    if found.differences:
        told = count_of(len(found.differences), "response")
        notes.append(
            f"In {told} the five figures do not add up to the staff given; these are counted as they stand."
        )
    return notes + [RANGES] * bool(found.ranges) + [FEW_FIGURES] * found.hidden


def differences_table(data: WaveData) -> Table:
    """Whose five figures do not add up to its staff: to be asked about."""
    found = length_of_service(data)
    rows: list[tuple[Cell, ...]] = [
        (one.number, one.name, one.staff.cell(), one.lengths.cell())
        for one in (found.differences if found else ())
    ]
    columns = (
        Column("number", "Response", ColumnKind.NUMBER, 92),
        Column("name", "Provider", width=240),
        Column("staff", "Staff", ColumnKind.NUMBER, 92),
        Column("lengths", "Lengths of service together", ColumnKind.NUMBER, 180),
    )
    return Table(
        "Lengths of service that do not add up to the staff", columns, rows, count_of(len(rows), "response") + ".",
        wave_source(data), wave_day(data), filter_notes(data), ANSWERED_IN_CONFIDENCE,
    )  # fmt: skip
