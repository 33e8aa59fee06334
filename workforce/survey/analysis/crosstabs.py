"""A question by kind of service, district, rating or size, or by another question: column percentages with bases."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from resources.problem import Problem
from resources.statistics import BASES_OF_PROVIDERS, Share, share
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, rounded_whole
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.frequencies import Weights, chosen_in, options_of
from workforce.survey.analysis.groups import GroupBy, group_words, in_order
from workforce.survey.analysis.words import NOT_IN_THE_BASE, SMALL_BASES, filter_notes, wave_day, wave_source
from workforce.survey.questionnaire.questions import Question
from workforce.survey.vocabulary import QuestionKind

WEIGHTED_COLUMNS = "Percentages are weighted; the bases are counts of answers."
_IN_NO_GROUP = "{responses} in the column of all alone, having chosen nothing in {wording}."
_SEVERAL_GROUPS = "Who chose several answers to {wording} is in several columns."


@dataclass(frozen=True)
class CrossGroup:
    """A column: who is in it, and how many of them answered the question."""

    key: str
    wording: str
    base: int


@dataclass(frozen=True)
class CrossRow:
    """An option's share in each group, in their order, and of everybody who answered."""

    option_id: str
    wording: str
    shares: tuple[Share, ...]
    total: Share
    weighted: tuple[float | None, ...] = ()
    """The weighted share of everybody, then of each group, where weights were given."""


@dataclass(frozen=True)
class Crosstab:
    """A question by groups. `by` says what the groups are."""

    question: Question
    wording: str
    by: str
    groups: tuple[CrossGroup, ...]
    rows: tuple[CrossRow, ...]
    answered: int
    notes: tuple[str, ...] = ()


def crosstab(data: WaveData, question_id: str, by: GroupBy | str, weights: Weights | None = None) -> Crosstab:
    """`by` is what the register tells, or the key of another question that is answered by choosing."""
    asked = data.question(question_id)
    _refuse_without_options(asked.question)
    by_words, held, order, words = _groups(data, by)
    given = data.answers_of(question_id)
    answered = given["response"][given["state"] == "answered"].tolist()
    bases = Counter(group for number in answered for group in held.get(number, ()))
    chosen = chosen_in(data, asked)
    options = chosen["option"].tolist()
    totals = Counter(options)
    counts = Counter(
        (option, group)
        for number, option in zip(chosen["response"].tolist(), options, strict=True)
        for group in held.get(number, ())
    )
    groups = tuple(CrossGroup(key, words[key], bases[key]) for key in order if bases[key])
    weighted = _weighted(weights, answered, zip(chosen["response"].tolist(), options, strict=True), held)
    rows = tuple(
        CrossRow(
            key, wording, tuple(share(counts[key, one.key], one.base) for one in groups),
            share(totals[key], len(answered)), tuple(weighted(key, one) for one in (None, *groups)) if weights else (),
        )
        for key, wording, _ in options_of(asked, totals)
    )  # fmt: skip
    notes = _notes(by_words, [len(held.get(number, ())) for number in answered])
    return Crosstab(asked.question, asked.wording, by_words, groups, rows, len(answered), notes)


def _notes(by_words: str, groups: Sequence[int]) -> tuple[str, ...]:
    """`groups` is in how many columns each of those who answered is."""
    nowhere = count_of(groups.count(0), "response is", "responses are")
    return (
        *((_SEVERAL_GROUPS.format(wording=by_words),) if any(count > 1 for count in groups) else ()),
        *((_IN_NO_GROUP.format(responses=nowhere, wording=by_words),) if 0 in groups else ()),
    )


def _weighted(
    weights: Weights | None,
    answered: Iterable[int],
    chosen: Iterable[tuple[int, str]],
    held: Mapping[int, tuple[str, ...]],
) -> Callable[[str, CrossGroup | None], float | None]:
    """The weighted share of an option in a group, or in all of them."""
    counted = weights or {}
    bases: Counter[str | None] = Counter()
    sums: Counter[tuple[str, str | None]] = Counter()
    for number in answered if counted else ():
        for group in (None, *held.get(number, ())):
            bases[group] += counted.get(number, 0.0)  # type: ignore[assignment]
    for number, option in chosen if counted else ():
        for group in (None, *held.get(number, ())):
            sums[option, group] += counted.get(number, 0.0)  # type: ignore[assignment]

    def of(option: str, group: CrossGroup | None) -> float | None:
        key = group.key if group else None
        return sums[option, key] / bases[key] if bases[key] else None

    return of


def _refuse_without_options(question: Question) -> None:
    if not question.kind.has_options and question.kind is not QuestionKind.TEXT:
        raise Problem(
            f"“{question.wording}” is answered with a figure, so it has no answers to stand in rows. Choose a question "
            "that is answered by choosing."
        )


_Groups = tuple[str, Mapping[int, tuple[str, ...]], list[str], Mapping[str, str]]


def _groups(data: WaveData, by: GroupBy | str) -> _Groups:
    """What the groups are, those of each response, their order, and their words."""
    if isinstance(by, GroupBy):
        values = data.responses[by.value]
        order = in_order(by, values)
        held = {number: (value,) for number, value in values.items()}
        return by.words, held, order, {value: group_words(by, value) for value in order}
    asked = data.question(by)
    _refuse_without_options(asked.question)
    found: dict[int, tuple[str, ...]] = {}
    chosen = chosen_in(data, asked)
    for number, option in zip(chosen["response"].tolist(), chosen["option"].tolist(), strict=True):
        found[number] = (*found.get(number, ()), option)
    options = options_of(asked, chosen["option"].tolist())
    return (
        f"“{asked.wording}”",
        found,
        [key for key, _, _ in options],
        {key: words for key, words, _ in options},
    )


def crosstab_table(found: Crosstab, data: WaveData) -> Table:
    """A column for each group, with its base in the heading; no percentage where it is too small."""
    columns = (
        Column("answer", "Answer", width=300),
        Column("all", f"All (base {found.answered:,}{_small(found.answered)}), %", ColumnKind.PERCENT, 110),
        *(
            Column(
                f"group_{place}",
                f"{one.wording} (base {one.base:,}{_small(one.base)}), %",
                ColumnKind.PERCENT,
                130,
            )
            for place, one in enumerate(found.groups)
        ),
    )
    rows: list[tuple[Cell, ...]] = [(row.wording, *_cells(row)) for row in found.rows]
    weighted = (WEIGHTED_COLUMNS,) if any(row.weighted for row in found.rows) else ()
    small = any(one.base < BASES_OF_PROVIDERS.flag for one in found.groups)
    notes = (
        *filter_notes(data),
        NOT_IN_THE_BASE,
        *found.notes,
        *weighted,
        *((SMALL_BASES,) if small else ()),
    )
    base = "who answered, in each column; percentages are of the column."
    title = f"{found.wording} By {found.by}"
    return Table(title, columns, rows, base, wave_source(data), wave_day(data), notes)


def _cells(row: CrossRow) -> tuple[Cell, ...]:
    parts = (row.total, *row.shares)
    if not row.weighted:
        return tuple(part.shown for part in parts)
    return tuple(
        None if part.hidden or held is None else rounded_whole(held * 100)
        for part, held in zip(parts, row.weighted, strict=True)
    )


def _small(base: int) -> str:
    if base < BASES_OF_PROVIDERS.hide:
        return ", too small"
    return ", small" if base < BASES_OF_PROVIDERS.flag else ""
