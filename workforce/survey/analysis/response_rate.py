"""How many of those invited answered, and of those with an active contract, by group; and who did not."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resources.problem import Problem
from resources.statistics import BASES_OF_PROVIDERS, BaseRule, Share, share
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, percent, rounded
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.groups import GroupBy, group_words, in_order
from workforce.survey.analysis.rates import ANSWERED_IN_CONFIDENCE
from workforce.survey.analysis.words import filter_notes, wave_day, wave_source

if TYPE_CHECKING:  # loaded when first used
    import pandas as pd

BY_REGISTER = (GroupBy.KIND, GroupBy.DISTRICT, GroupBy.RATING)
WHOLE = BaseRule(hide=1, flag=30)
"""The rate of everybody asked is always given; that of a group keeps the rule for small bases."""


@dataclass(frozen=True)
class RateOf:
    """Who answered, of those invited and of those with an active contract."""

    wording: str
    invited: Share
    active: Share


@dataclass(frozen=True)
class ResponseRate:
    """The whole, and each group. `outside` are responses of somebody who was not invited, or not known."""

    whole: RateOf
    groups: tuple[tuple[GroupBy, tuple[RateOf, ...]], ...]
    responses: int
    outside: int
    noun: str

    @property
    def sentence(self) -> str:
        """107 of 352 services invited answered (30.4%); of 192 with an active contract 107 did (55.7%)."""
        invited, active = self.whole.invited, self.whole.active
        if not invited.base:
            return "Nobody is in the population of this wave, so there is no response rate."
        told = (
            f"{invited.count:,} of {count_of(invited.base, self.noun)} invited answered "
            f"({percent(_value(invited), 1)})"
        )
        if not active.base:
            return f"{told}."
        of_active = percent(_value(active), 1)
        return f"{told}; of {active.base:,} with an active contract {active.count:,} did ({of_active})."


def _value(of: Share) -> float:
    return float(rounded((of.value or 0) * 100, 1))


def response_rate(data: WaveData) -> ResponseRate:
    """Of the population that the filter leaves; refused by size, which is known only of those who answered."""
    refuse_sizes(data)
    people = data.population
    groups = tuple((by, _groups(people, by)) for by in BY_REGISTER)
    whole = _of("All", people, WHOLE)
    return ResponseRate(whole, groups, len(data.responses), _outside(data), data.wave.asked_of.noun)


def _groups(people: "pd.DataFrame", by: GroupBy) -> tuple[RateOf, ...]:
    values = people[by.value]
    return tuple(_of(group_words(by, key), people[values == key]) for key in in_order(by, values))


def refuse_sizes(data: WaveData) -> None:
    """The register does not tell the size of those who did not answer."""
    if data.filter.sizes:
        raise Problem(
            "The size of those who did not answer is not known. Lift the filter by size to see who answered."
        )


def _of(wording: str, people: "pd.DataFrame", rule: BaseRule = BASES_OF_PROVIDERS) -> RateOf:
    active = people[people["active"]]
    return RateOf(
        wording, share(int(people["answered"].sum()), len(people), rule),
        share(int(active["answered"].sum()), len(active), rule),
    )  # fmt: skip


def _outside(data: WaveData) -> int:
    """Responses whose provider is not among those invited, or is not known."""
    return int((~data.responses["provider"].isin(data.population["provider"])).sum())


_COLUMNS = (
    Column("group", "Group", width=220),
    Column("invited", "Invited", ColumnKind.NUMBER, 92),
    Column("answered", "Answered", ColumnKind.NUMBER, 92),
    Column("rate", "Of those invited, %", ColumnKind.PERCENT, 130),
    Column("active", "Active contract", ColumnKind.NUMBER, 110),
    Column("active_answered", "Of these answered", ColumnKind.NUMBER, 130),
    Column("active_rate", "Of those active, %", ColumnKind.PERCENT, 130),
)


def _cells(one: RateOf) -> tuple[Cell, ...]:
    cells: list[Cell] = [one.wording]
    for part in (one.invited, one.active):
        cells += [part.base, part.count, None if part.hidden else _value(part)]
    return tuple(cells)


def response_rate_table(data: WaveData) -> Table:
    """The whole first, then each kind, district and rating."""
    found = response_rate(data)
    rows = [_cells(found.whole), *(_cells(one) for _, group in found.groups for one in group)]
    notes = [*filter_notes(data), BASES_OF_PROVIDERS.note()]
    if found.outside:
        told = count_of(found.outside, "response is", "responses are")
        notes.append(f"{told} of somebody who was not invited or is not known, and not in these figures.")
    return Table(
        "Response rate", _COLUMNS, rows, found.sentence, wave_source(data), wave_day(data), tuple(notes)
    )


def response_rate_by_table(data: WaveData, by: GroupBy) -> Table:
    """One set of groups, to be drawn."""
    found = response_rate(data)
    rows = [_cells(one) for held, group in found.groups if held is by for one in group]
    return Table(
        f"Response rate by {by.words}", _COLUMNS, rows, found.sentence, wave_source(data), wave_day(data),
        filter_notes(data),
    )  # fmt: skip


def not_answered_table(data: WaveData) -> Table:
    """Who was invited and did not answer: to be reminded, not to be published."""
    refuse_sizes(data)
    silent = data.population[~data.population["answered"]]
    rows: list[tuple[Cell, ...]] = [
        (
            one.name, one.provider_name, group_words(GroupBy.KIND, one.kind), one.district,
            group_words(GroupBy.RATING, one.rating), None if one.beds != one.beds else int(one.beds), int(one.active),
        )
        for one in silent.itertuples()
    ]  # fmt: skip
    columns = (
        Column("name", "Name", width=240),
        Column("provider", "Provider", width=240),
        Column("kind", "Kind of service", width=160),
        Column("district", "District", width=160),
        Column("rating", "CQC rating", ColumnKind.RATING, 160),
        Column("beds", "Beds", ColumnKind.NUMBER, 80),
        Column("active", "Active contract", ColumnKind.FLAG, 110),
    )
    base = f"{len(silent):,} of {len(data.population):,} invited did not answer."
    return Table(
        "Who did not answer", columns, rows, base, wave_source(data), wave_day(data), filter_notes(data),
        ANSWERED_IN_CONFIDENCE,
    )  # fmt: skip
