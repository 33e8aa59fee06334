"""The six topics, one after the other: what was answered, as a sentence, a chart and a table."""

from collections.abc import Iterator
from dataclasses import replace

from resources.charts import Chart, bar_chart
from resources.report.blocks import Block, Heading, Paragraph, TableBlock
from resources.statistics import Bounds, Ranked
from resources.suppression import HIDDEN
from resources.tables import Cell, Table
from resources.wording import and_list, number, percent, rounded_whole
from workforce.survey.analysis.figures import number_figures
from workforce.survey.analysis.frequencies import (
    Frequency,
    frequency_table,
    most_chosen_sentence,
    ranking_sentence,
)
from workforce.survey.analysis.words import apart_words
from workforce.survey.funnel.tables import step_sentence
from workforce.survey.report.material import Material
from workforce.survey.report.paper import on_paper
from workforce.survey.report.published_tables import (
    figures_to_publish,
    frequency_to_publish,
    lengths_by_kind_to_publish,
    lengths_to_publish,
)
from workforce.survey.vocabulary import FUNNEL, LENGTHS_OF_SERVICE, QuestionKind, Role, Topic
from workforce.survey.waves.asked import Asked

SIX = (
    Topic.VACANCIES, Topic.ADVERTISING, Topic.INTERVIEWS, Topic.APPOINTABLE, Topic.LENGTH_OF_SERVICE, Topic.RETENTION,
)  # fmt: skip
_STEP_OF = {
    Topic.INTERVIEWS: (Role.INVITED, Role.ATTENDED),
    Topic.APPOINTABLE: (Role.ATTENDED, Role.APPOINTABLE),
}
_ELSEWHERE = frozenset(
    {*FUNNEL, *LENGTHS_OF_SERVICE, Role.STAFF, Role.VACANCIES, Role.STARTERS, Role.LEAVERS}
)
"""What these count stands in the funnel, the lengths of service or the rates."""
_LEAST_BARS = 2


def topic_blocks(m: Material) -> list[Block]:
    """A heading for each topic that was asked about, and beneath it its questions."""
    blocks: list[Block] = []
    for topic in (*SIX, Topic.ABOUT_YOU, Topic.OTHER):
        asked = [one for one in m.data.asked if one.question.topic is topic]
        inner = [block for one in asked for block in _question(m, one)]
        step = _step(m, topic)
        if topic is Topic.LENGTH_OF_SERVICE:
            inner += _lengths(m)
        if inner or step:
            blocks += [Heading(topic.label), *step, *inner]
    return blocks


def _step(m: Material, topic: Topic) -> list[Block]:
    pair = _STEP_OF.get(topic)
    told = m.steps.get(pair) if pair else None
    sentence = step_sentence(told.to_tell) if told is not None else ""
    return [Paragraph(sentence)] if sentence else []


def _question(m: Material, asked: Asked) -> Iterator[Block]:
    kind, found = asked.question.kind, m.frequencies.get(asked.question.id)
    if found is not None and kind is not QuestionKind.TEXT:
        yield from _frequency(m, found)
    elif is_of_figures(asked):
        table = on_paper(m, figures_to_publish(m, number_figures(m.data, asked.question.id)))
        yield TableBlock(table, f"What was answered to: {asked.wording}")


def is_of_figures(asked: Asked) -> bool:
    """Whether what was answered is told as a median and quartiles, and nowhere else."""
    kind = asked.question.kind
    return kind.has_figures and not kind.has_options and asked.question.role not in _ELSEWHERE


def _frequency(m: Material, found: Frequency) -> Iterator[Block]:
    yield Heading(found.wording, level=2)
    chart = frequency_chart(m, found)
    sentence = ranking_sentence(found) or _ordered_sentence(found)
    if sentence:
        yield Paragraph(sentence, leads=chart is not None)
    if chart is not None:
        yield chart.block(found.wording)
    yield TableBlock(
        frequency_on_paper(m, found),
        f"For each answer to “{found.wording}”, how many responses chose it, and the percentage with its interval.",
    )


def frequency_on_paper(m: Material, found: Frequency) -> Table:
    """The answers; don’t know, not applicable and no answer stand in the base."""
    table = frequency_to_publish(m, found)
    base = apart_words(found.answered, found.dont_know, found.not_applicable, found.missing)
    placed = any(row.place is not None for row in found.rows)
    rows = table.rows[: len(found.rows)]
    return on_paper(m, replace(table, rows=rows, base=base), without=() if placed else ("place",))


def _ordered_sentence(found: Frequency) -> str:
    """Of a scale or bands: which was chosen most."""
    if found.rows and found.rows[0].share.hidden:
        return f"Too few answered to give percentages: {found.answered:,}."
    return most_chosen_sentence(found)


def frequency_chart(m: Material, found: Frequency, *, most: int | None = None) -> Chart | None:
    """Bars of the percentages; none where the base is too small, or one bar would say it all.

    With `most` only so many are drawn, those chosen most.
    """
    rows = [
        row for row in found.ordered if row.share.shown is not None and (row.share.count or _in_order(found))
    ]
    if len(rows) < _LEAST_BARS or not any(row.share.count for row in rows):
        return None
    table = frequency_table(found, m.data)
    shown = {row.wording for row in rows[:most]}
    only = f", the {most} chosen most" if most is not None and most < len(rows) else ""
    drawn = replace(table, rows=[row for row in table.rows if row[0] in shown])
    held = {row.wording: row.interval for row in rows}
    weighted = found.is_weighted  # intervals are those of the answers as they stand
    found_intervals = [None if weighted else held.get(str(row[0])) for row in drawn.rows]
    lines = [
        (one.low * 100, one.high * 100) if one and one.low < one.high else None for one in found_intervals
    ]
    base = f"{found.answered:,} that answered{', a small base' if rows[0].share.small else ''}{only}"
    share = "Weighted percentage" if weighted else "Percentage"
    return bar_chart(
        drawn,
        title=finding(found),
        subtitle=f"{share} of {base}; {m.wave.name}{'. Lines: 95% intervals' if any(lines) else ''}",
        source=m.source,
        series=("weighted" if weighted else "share",),
        intervals=lines,
    )


def _in_order(found: Frequency) -> bool:
    return found.kind in (QuestionKind.BAND, QuestionKind.SCALE)


def finding(found: Frequency) -> str:
    """What comes first, as the title of a chart says it."""
    if _in_order(found):
        return _ordered_sentence(found).rstrip(".") or found.wording
    first = [row for row in found.ordered if _place(row.place) == 1]
    if not first:
        return found.wording
    named, figure = and_list([f"“{row.wording}”" for row in first]), percent(first[0].printed or 0)
    return (
        f"{named} comes first, with {figure}"
        if len(first) == 1
        else f"{named} come joint first, {figure} each"
    )


def _place(ranked: Ranked | None) -> int:
    return ranked.place if ranked is not None else 0


# --- length of service --------------------------------------------------------------------------------------


def lengths_sentence(m: Material) -> str:
    """How long staff have been there, of all of them together."""
    found, safe = m.lengths, m.safe_lengths
    if found is None or not found.rows:
        return ""
    if safe is None:
        return f"Too few {m.noun}s gave all five lengths of service to give percentages."
    told = [one for one in safe.rows if one.pooled != HIDDEN]
    if not told:
        return ""
    of = "staff" if safe.total == HIDDEN else f"{thousands(found.people)} staff"
    shares = [f"{one.wording}: {_whole(one.pooled)}%." for one in told]
    return f"Time with their employer, of {of} ({found.base:,} {m.noun}s). {' '.join(shares)}"


def _whole(share: Cell) -> Cell:
    return share if isinstance(share, str) or share is None else rounded_whole(share)


def thousands(people: Bounds) -> str:
    """A number of people, or between which two it lies."""
    return number(people.low) if people.exact else f"{number(people.low)} to {number(people.high)}"


def _lengths(m: Material) -> list[Block]:
    sentence, table, by_kind = lengths_sentence(m), lengths_to_publish(m), lengths_by_kind_to_publish(m)
    if not sentence or table is None:
        return []
    blocks: list[Block] = [Paragraph(sentence, leads=True)]
    if m.safe_lengths is not None:
        blocks += _lengths_chart(m, table)
        alt = "For each length of service the number of staff and their share, pooled and typical."
        blocks.append(TableBlock(on_paper(m, table), alt))
    if by_kind is not None:
        alt = "Staff of each kind of service by length of service, with the total of all kinds."
        blocks.append(TableBlock(on_paper(m, by_kind), alt))
    return blocks


def _lengths_chart(m: Material, table: Table) -> list[Block]:
    figures = [row[2] for row in table.rows]
    if not figures or not all(isinstance(one, int | float) for one in figures):
        return []
    first = figures[0]
    chart = bar_chart(
        table,
        title=f"{percent(first or 0)} of staff have been there for less than a year",  # type: ignore[arg-type]
        subtitle=f"Percentage of all staff together; {m.wave.name}",
        source=m.source,
        series=("pooled",),
    )
    return [chart.block("Length of service")]
