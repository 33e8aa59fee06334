"""How long staff have been with their employer, from the five questions that count them; and where they do not add up.

Pooled: of all staff together. Typical: the median of the responses' own shares, which need not add up to 100.
"""

from dataclasses import dataclass

from resources.statistics import BASES_OF_PROVIDERS
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.survey.analysis.bounds import Bounds, spread
from workforce.survey.analysis.figures import FEW_FIGURES, RANGES
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.rates import ANSWERED_IN_CONFIDENCE
from workforce.survey.analysis.words import filter_notes, wave_day, wave_source
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


def length_of_service(data: WaveData) -> LengthOfService | None:
    """None where the wave did not ask all five."""
    if any(data.with_role(role) is None for role in LENGTHS_OF_SERVICE):
        return None
    told: dict[int, dict[Role, Bounds]] = {}
    for role in (*LENGTHS_OF_SERVICE, Role.STAFF):
        for number, low, high in data.bounds(role).itertuples():
            told.setdefault(number, {})[role] = Bounds(low, high)
    names = data.responses["name"].to_dict()
    whole, left_out, differences = [], 0, []
    for number, figures in sorted(told.items()):
        staff = figures.pop(Role.STAFF, None)
        if not figures:
            continue
        lengths = _sum(list(figures.values()))
        differs = staff is not None and (lengths.high < staff.low or lengths.low > staff.high)
        if len(figures) < len(LENGTHS_OF_SERVICE) and (staff is None or lengths != staff):
            left_out += 1
            continue
        if differs and staff is not None:
            differences.append(StaffDifference(number, names.get(number) or "", staff, lengths))
        if lengths.high > 0:
            whole.append([figures.get(role, Bounds(0, 0)) for role in LENGTHS_OF_SERVICE])
    rows = _rows(whole) if whole else ()
    ranges = sum(any(not one.exact for one in figures) for figures in whole)
    people = _sum([one.people for one in rows])
    return LengthOfService(rows, len(whole), people, left_out, tuple(differences), ranges)


def _sum(some: list[Bounds]) -> Bounds:
    return Bounds(sum(one.low for one in some), sum(one.high for one in some))


def _rows(whole: list[list[Bounds]]) -> tuple[ServiceRow, ...]:
    """The least a part of the whole can be is its least beside the most of the others."""
    import numpy as np  # loaded when first used

    lows = np.array([[one.low for one in figures] for figures in whole])
    highs = np.array([[one.high for one in figures] for figures in whole])
    least = lows / np.maximum(lows + highs.sum(axis=1, keepdims=True) - highs, 1e-300)
    most = highs / np.maximum(highs + lows.sum(axis=1, keepdims=True) - lows, 1e-300)
    people = [
        Bounds(*pair) for pair in zip(lows.sum(axis=0).tolist(), highs.sum(axis=0).tolist(), strict=True)
    ]
    everybody = _sum(people)
    found = []
    for place, (role, part) in enumerate(zip(LENGTHS_OF_SERVICE, people, strict=True)):
        others = Bounds(everybody.low - part.low, everybody.high - part.high)
        typical = spread(least[:, place].tolist(), most[:, place].tolist())
        assert typical is not None  # somebody is in it
        found.append(ServiceRow(role, part, _share(part, others), typical.median))
    return tuple(found)


def _share(part: Bounds, others: Bounds) -> Bounds:
    return Bounds(_ratio(part.low, part.low + others.high), _ratio(part.high, part.high + others.low))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


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
    return Table("Length of service", columns, rows, base, wave_source(data), wave_day(data), tuple(notes))


def _base(found: LengthOfService) -> str:
    base = f"Base: {count_of(found.base, 'response')} that gave all five figures"
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
