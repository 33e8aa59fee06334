"""Counts and shares of staff as they may be published: small ones hidden, with whatever would give them away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from resources.disclosure import Percentage, PublishedRow, given_away
from resources.statistics import BASES_OF_PROVIDERS, Bounds
from resources.suppression import HIDDEN, SMALLEST_SHOWN, suppress_list, suppress_table
from resources.tables import Cell
from workforce.survey.analysis.figures import NumberFigures
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.groups import GroupBy, group_words, in_order
from workforce.survey.analysis.length_of_service import (
    LengthOfService,
    counted_lengths,
    length_of_service,
    length_words,
)
from workforce.survey.analysis.rates import RateFigures
from workforce.survey.report.few_providers import providers_by_number, told_by_few
from workforce.survey.vocabulary import LENGTHS_OF_SERVICE

BELOW = SMALLEST_SHOWN[0]
TENTH = Fraction(1, 10)
OTHER_KINDS = "All other kinds"


@dataclass(frozen=True)
class SafeLength:
    """One length of service as it is printed: people, and their share of all staff in per cent."""

    wording: str
    people: Cell
    pooled: Cell


@dataclass(frozen=True)
class SafeGroup:
    """Staff of some kinds of service by length of service, and all of them."""

    wording: str
    people: tuple[Cell, ...]
    total: Cell


@dataclass(frozen=True)
class SafeLengths:
    """All staff by length of service, and the same by kind of service, where no number gives another away."""

    rows: tuple[SafeLength, ...]
    total: Cell
    groups: tuple[SafeGroup, ...] = ()


def safe_lengths(
    found: LengthOfService,
    groups: Sequence[tuple[str, Sequence[int]]] = (),
    *,
    told_by_one: bool = False,
) -> SafeLengths:
    """`groups` share out the same people, each by length of service; what is hidden is decided of all together.

    Where ranges were given and one of them may be small, or one provider has nearly all the staff, nothing but typical
    shares is told.
    """
    if told_by_one or not all(one.people.exact for one in found.rows):
        small = told_by_one or any(_may_be_small(one.people) for one in found.rows)
        rows = tuple(
            SafeLength(
                one.wording, HIDDEN if small else one.people.cell(),
                HIDDEN if small else one.pooled.times(100).cell(),
            )
            for one in found.rows
        )  # fmt: skip
        return SafeLengths(rows, HIDDEN if small else found.people.cell())
    counts = [int(one.people.low) for one in found.rows]
    told: tuple[SafeGroup, ...] = ()
    if groups:
        table = suppress_table([numbers for _, numbers in groups], below=BELOW)
        shown, total = table.column_totals, table.total
        told = tuple(
            SafeGroup(words, tuple(map(_cell, row)), _cell(of))
            for (words, _), row, of in zip(groups, table.rows, table.row_totals, strict=True)
        )
    else:
        listed = suppress_list(counts, below=BELOW)
        shown, total = listed.counts, listed.total
    return SafeLengths(_with_shares(found, counts, shown, total), _cell(total), told)


def _may_be_small(people: Bounds) -> bool:
    """Whether a range ends at so few, or begins there."""
    return 0 < people.low < BELOW or 0 < people.high < BELOW


def _with_shares(
    found: LengthOfService, counts: Sequence[int], shown: Sequence[int | None], total: int | None
) -> tuple[SafeLength, ...]:
    """A share stands where its count and the whole do; none at all where together they would give something away."""
    row = lengths_row(found, counts, shown, total)
    if given_away([row], below=BELOW):
        row = replace(row, percentages=tuple(replace(one, unit=None) for one in row.percentages))
    return tuple(
        SafeLength(one.name, _cell(told), _printed(row.printed(one)))
        for one, told in zip(row.percentages, shown, strict=True)
    )


def lengths_row(
    found: LengthOfService, counts: Sequence[int], shown: Sequence[int | None], total: int | None
) -> PublishedRow:
    """What a reader sees of them."""
    parts = tuple(
        Percentage(
            one.wording, count, shows_count=told is not None, hides_count=told is None,
            unit=None if told is None or total is None else TENTH,
        )
        for one, count, told in zip(found.rows, counts, shown, strict=True)
    )  # fmt: skip
    return PublishedRow(
        "Length of service", sum(counts), parts, shows_base=total is not None, adds_up=True, people=True
    )


def _cell(count: int | None) -> Cell:
    return HIDDEN if count is None else count


def _printed(value: Fraction | None) -> Cell:
    if value is None:
        return HIDDEN
    return int(value) if value.denominator == 1 else float(value)


def staff_is_of_few(data: WaveData) -> bool:
    """Whether one provider has nearly all the staff whose length of service was given."""
    whose = providers_by_number(data)
    return told_by_few(
        (whose[number], sum(one.high for one in lengths)) for number, lengths in counted_lengths(data).items()
    )


def staff_by_kind(data: WaveData) -> list[tuple[str, list[int]]]:
    """Staff by length of service of each kind of service; kinds of which too few answered are put together.

    Nothing where ranges were given, where only one group is left, or where one provider has nearly all of a kind.
    """
    kinds = in_order(GroupBy.KIND, data.responses[GroupBy.KIND.value])
    each = {kind: length_of_service(_of_kind(data, kind)) for kind in kinds}
    told = {kind: found for kind, found in each.items() if found is not None and found.rows}
    if not all(one.people.exact for found in told.values() for one in found.rows):
        return []
    if any(staff_is_of_few(_of_kind(data, kind)) for kind, found in told.items() if not found.hidden):
        return []
    few = [kind for kind, found in told.items() if found.hidden]
    others = sorted((kind for kind in told if kind not in few), key=lambda kind: told[kind].base)
    while few and others and sum(told[kind].base for kind in few) < BASES_OF_PROVIDERS.hide:
        few.append(others.pop(0))
    rows = [(group_words(GroupBy.KIND, kind), _people(told[kind])) for kind in told if kind not in few]
    if few:
        rows.append(
            (OTHER_KINDS, [sum(column) for column in zip(*(_people(told[one]) for one in few), strict=True)])
        )
    return rows if len(rows) > 1 else []


def _of_kind(data: WaveData, kind: str) -> WaveData:
    responses = data.responses[data.responses[GroupBy.KIND.value] == kind]
    return replace(
        data,
        responses=responses,
        answers=data.answers[data.answers["response"].isin(responses.index)],
        choices=data.choices[data.choices["response"].isin(responses.index)],
    )


def _people(found: LengthOfService) -> list[int]:
    return [int(one.people.low) for one in found.rows]


LENGTH_WORDS = tuple(length_words(role) for role in LENGTHS_OF_SERVICE)


# --- rates and figures --------------------------------------------------------------------------------------


def is_small(found: RateFigures, whose: Mapping[int, str] | None = None) -> bool:
    """Whether so few are counted, all together, that their pooled rate is not told.

    So it is where one provider has nearly all of them, or nearly all staff; `whose` are the responses, by number.
    """
    if whose is not None and any(
        told_by_few((whose[one.number], getattr(one, part).high) for one in found.services)
        for part in ("counted", "staff")
    ):
        return True
    least, most = (sum(getattr(one.counted, end) for one in found.services) for end in ("low", "high"))
    return bool(most > 0 and least < BELOW)


def has_small_total(found: NumberFigures, data: WaveData | None = None) -> bool:
    """Whether people are so few, all together, that neither their number nor their mean is told.

    With `data` also whether one provider has nearly all of them.
    """
    if found.total is None or not found.total.high > 0:
        return False
    return found.total.low < BELOW or (data is not None and _is_of_few(found, data))


def _is_of_few(found: NumberFigures, data: WaveData) -> bool:
    whose, given = providers_by_number(data), data.answers_of(found.question.id)
    told = given[(given["state"] == "answered") & given["high"].notna()]
    pairs = zip(told["response"].tolist(), told["high"].tolist(), strict=True)
    return told_by_few((whose[number], people) for number, people in pairs)
