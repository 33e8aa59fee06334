"""The weights of a wave: its answers raked to the population invited."""

from collections import Counter

from resources.problem import Problem
from resources.tables import Column, ColumnKind, Table
from resources.wording import and_list, number
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.groups import GroupBy, group_words, in_order
from workforce.survey.analysis.raking import Dimension, Raking, rake
from workforce.survey.analysis.words import filter_notes, wave_day, wave_source

BY_KIND = (GroupBy.KIND,)


def weights_of(data: WaveData, by: tuple[GroupBy, ...] = BY_KIND) -> Raking:
    """Refused in plain words where it cannot be done; the population is the one that the filter leaves."""
    if not len(data.population):
        raise Problem(
            "Nobody is in the population of this wave, so its answers cannot be weighted. Invite somebody first."
        )
    if data.filter.sizes:
        raise Problem(
            "The size of those who did not answer is not known, so answers of one size cannot be weighted. Lift the "
            "filter by size."
        )
    if GroupBy.SIZE in by:
        raise Problem(
            "The size of those who did not answer is not known. Weight by kind, district or rating."
        )
    return rake(tuple(_dimension(data, one) for one in by))


def _dimension(data: WaveData, by: GroupBy) -> Dimension:
    groups = {number: group_words(by, value) for number, value in data.responses[by.value].items()}
    invited = Counter(data.population[by.value].tolist())
    return Dimension(
        by.label, groups, {group_words(by, value): invited[value] for value in in_order(by, invited)}
    )


def weighting_sentence(found: Raking, by: tuple[GroupBy, ...] = BY_KIND) -> str:
    """By what the answers are weighted, and what it costs."""
    named = and_list([one.words for one in by])
    return (
        f"Weighted by {named} to the population invited. The {found.base:,} responses tell as much as "
        f"{number(found.effective_base)} unweighted ones."
    )


def weighting_table(data: WaveData, found: Raking, by: tuple[GroupBy, ...] = BY_KIND) -> Table:
    """Each group: how many were invited, how many answered, and what one answer counts for."""
    rows = []
    for one in by:
        invited, answered = Counter(data.population[one.value]), Counter(data.responses[one.value])
        sums: Counter[str] = Counter()
        for key, value in data.responses[one.value].items():
            sums[value] += found.weights.get(key, 0.0)  # type: ignore[assignment]
        rows += [
            (
                one.label, group_words(one, value), invited[value], answered[value],
                f"{sums[value] / answered[value]:.2f}" if answered[value] else None,
            )
            for value in in_order(one, [*invited, *answered])
        ]  # fmt: skip
    columns = (
        Column("by", "By", width=120),
        Column("group", "Group", width=200),
        Column("invited", "Invited", ColumnKind.NUMBER, 92),
        Column("responses", "Responses", ColumnKind.NUMBER, 92),
        Column("weight", "One counts for", ColumnKind.NUMBER, 110),
    )
    notes = (*filter_notes(data), weighting_sentence(found, by), *found.warnings)
    base = f"{found.base:,} responses and {len(data.population):,} invited."
    return Table(
        "What the answers are weighted by", columns, rows, base, wave_source(data), wave_day(data), notes
    )
