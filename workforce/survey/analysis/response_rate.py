"""How many of those invited answered, and of those with an active contract, by group; and who did not."""

import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resources.problem import Problem
from resources.statistics import BASES_OF_PROVIDERS, BaseRule, Share, share
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, percent, rounded
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.groups import GroupBy, group_words, in_order
from workforce.survey.analysis.words import ANSWERED_IN_CONFIDENCE, filter_notes, wave_day, wave_source
from workforce.survey.waves.standing import COVERS, Standing

if TYPE_CHECKING:  # loaded when first used
    import pandas as pd

BY_REGISTER = (GroupBy.KIND, GroupBy.DISTRICT, GroupBy.RATING)
WHOLE = BaseRule(hide=1, flag=30)
"""The rate of everybody asked is always given; that of a group keeps the rule for small bases."""
NO_RATE = BaseRule(hide=sys.maxsize, flag=sys.maxsize)
"""No rate is given of anybody where most responses are of nobody known."""


@dataclass(frozen=True)
class RateOf:
    """Who answered, of those invited and of those with an active contract."""

    wording: str
    invited: Share
    active: Share


@dataclass(frozen=True)
class ResponseRate:
    """The whole, and each group. `outside` are responses of somebody who was not invited, or not known.

    `standing` is of the whole wave, whatever a filter leaves.
    """

    whole: RateOf
    groups: tuple[tuple[GroupBy, tuple[RateOf, ...]], ...]
    responses: int
    outside: int
    noun: str
    standing: Standing

    @property
    def known(self) -> bool:
        """Whether there is a rate: somebody was invited, and it is known of most responses whose they are."""
        return bool(self.whole.invited.base) and not is_unknown(self.standing)

    @property
    def sentence(self) -> str:
        """107 of 352 services invited answered (30.4%); of 192 with an active contract 107 did (55.7%)."""
        invited, active = self.whole.invited, self.whole.active
        if not invited.base:
            return "Nobody is in the population of this wave, so there is no response rate."
        asked = f"{count_of(invited.base, self.noun)} invited"
        if not self.known:
            untied = self.standing.untied_words
            return f"There is no response rate: {untied}, so it is not known which of the {asked} answered."
        more = invited.count < invited.base and self.standing.at_least
        told = f"{'At least ' * more}{invited.count:,} of {asked} answered ({percent(_value(invited), 1)})"
        if active.base:
            of_active = percent(_value(active), 1)
            least = "at least " * (more and active.count < active.base)
            told = f"{told}; of {active.base:,} with an active contract {least}{active.count:,} did ({of_active})"
        return f"{told}. {self.standing.untied_words}." if more else f"{told}."


def is_unknown(standing: Standing) -> bool:
    """Whether it cannot be said who of those invited answered: most responses are of nobody known."""
    return standing.at_least and standing.mostly_untied


def _value(of: Share) -> float:
    return float(rounded((of.value or 0) * 100, 1))


def response_rate(data: WaveData) -> ResponseRate:
    """Of the population that the filter leaves; refused by size, which is known only of those who answered."""
    refuse_sizes(data)
    return data.once("response_rate", lambda: _response_rate(data))


def _response_rate(data: WaveData) -> ResponseRate:
    people = data.population
    unknown = is_unknown(data.standing)
    rule = NO_RATE if unknown else BASES_OF_PROVIDERS
    groups = tuple((by, _groups(people, by, rule)) for by in BY_REGISTER)
    whole = _whole(people, NO_RATE if unknown else WHOLE)
    strange = data.standing.strangers | data.standing.untied
    outside = sum(key in strange for key in data.responses["id"].tolist())
    return ResponseRate(whole, groups, len(data.responses), outside, data.wave.asked_of.noun, data.standing)


def _whole(people: "pd.DataFrame", rule: BaseRule) -> RateOf:
    counts = Counter(zip(people["answered"].tolist(), people["active"].tolist(), strict=True))
    return _of("All", counts, rule)


def _groups(people: "pd.DataFrame", by: GroupBy, rule: BaseRule) -> tuple[RateOf, ...]:
    columns = (people[by.value].tolist(), people["answered"].tolist(), people["active"].tolist())
    counts: dict[str, Counter[tuple[bool, bool]]] = {}
    for (key, *standing), count in Counter(zip(*columns, strict=True)).items():
        answered, active = standing
        counts.setdefault(key, Counter())[bool(answered), bool(active)] += count
    return tuple(_of(group_words(by, key), counts[key], rule) for key in in_order(by, counts))


def refuse_sizes(data: WaveData) -> None:
    """The register does not tell the size of those who did not answer."""
    if data.filter.sizes:
        raise Problem(
            "The size of those who did not answer is not known. Lift the filter by size to see who answered."
        )


def _of(wording: str, counts: Mapping[tuple[bool, bool], int], rule: BaseRule) -> RateOf:
    """`counts` are of those who answered or not, with an active contract or without."""
    active = share(counts[True, True], counts[True, True] + counts[False, True], rule)
    answered = active.count + counts[True, False]
    return RateOf(
        wording, share(answered, active.base + counts[True, False] + counts[False, False], rule), active
    )


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
    notes += _notes(found)
    return Table(
        "Response rate", _COLUMNS, rows, found.sentence, wave_source(data), wave_day(data), tuple(notes)
    )


def _notes(found: ResponseRate) -> list[str]:
    """Who counts as having answered, where that is not plain, and whose responses are in no figure."""
    notes, standing = [], found.standing
    if standing.for_all:
        told = count_of(len(standing.for_all), "response names none", "responses name none")
        notes.append(f"{COVERS} Of providers with several of them {told}.")
    if found.outside:
        told = count_of(found.outside, "response is", "responses are")
        notes.append(f"{told} of somebody who was not invited or is not known, and not in these figures.")
    if standing.at_least:
        why = "so no rate is given" if not found.known else "so more may have answered than these figures say"
        notes.append(f"In the whole wave {standing.untied_words}, {why}.")
    return notes


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
    whole = f"{len(silent):,} of {len(data.population):,} invited"
    base = f"{whole} did not answer."
    if len(silent) and data.standing.at_least:
        base = f"{whole} are not known to have answered. {data.standing.untied_words}, and may be of some of these."
    return Table(
        "Who did not answer", columns, rows, base, wave_source(data), wave_day(data), filter_notes(data),
        ANSWERED_IN_CONFIDENCE,
    )  # fmt: skip
