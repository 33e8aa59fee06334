"""What changed since the earlier wave, as a section of the report and as tables to be published."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from resources.charts import Bars, bar_chart
from resources.files.publication_workbook import Shorthand
from resources.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from resources.statistics import Interval, Verdict
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, lower_first, signed
from workforce.survey.changes.change_row import ChangeRow, Compared, Comparison
from workforce.survey.changes.tables import change_sentences
from workforce.survey.report.choice import Section
from workforce.survey.report.material import Material

_MOST_BARS = 8
_MEASURES = "Recruiting, vacancies and turnover"
_P, _N = ColumnKind.PERCENT, ColumnKind.NUMBER


def change_blocks(m: Material) -> list[Block]:
    """All answers and the same providers side by side, with verdicts and their rule."""
    held = m.comparison
    if held is None:
        return []
    clear = [row for row in held.rows if row.all_answers.verdict.is_clear]
    return [
        Heading(Section.CHANGES.label),
        Paragraph(_opening(held)),
        Bullets(tuple(change_sentences(held))),
        *_chart(m, held, clear),
        *(block for title, rows in _by_question(held) for block in _table_blocks(m, held, title, rows)),
        *_broken(held),
    ]


def _opening(held: Comparison) -> str:
    clear = sum(row.all_answers.verdict.is_clear for row in held.rows)
    told = count_of(clear, "figure") if clear else "no figure"
    return (
        f"{held.earlier.name} had {count_of(held.responses_before, 'response')} and {held.later.name} "
        f"{held.responses_after:,}; {held.pairs:,} answered both times. Of all answers, {told} changed clearly."
    )


def _by_question(held: Comparison) -> Iterator[tuple[str, list[ChangeRow]]]:
    """The rows that may be compared, by question; the funnel and the rates first."""
    measures = [row for row in held.rows if row.question_id is None and not row.question_changed]
    if measures:
        yield _MEASURES, measures
    for question in dict.fromkeys(row.question_id for row in held.rows if row.question_id):
        rows = [row for row in held.of_question(question) if not row.question_changed]
        if rows:
            yield rows[0].question, rows


def _table_blocks(m: Material, held: Comparison, title: str, rows: Sequence[ChangeRow]) -> Iterator[Block]:
    yield Heading(title, level=2)
    yield TableBlock(
        change_table(m, held, f"What changed: {title}", rows),
        "For each figure the percentage in both waves, the change in points and what may be said of it, of all answers "
        "and of the same providers.",
    )


def change_table(m: Material, held: Comparison, title: str, rows: Sequence[ChangeRow]) -> Table:
    """Before, now, points and verdict; the same of those who answered both times."""
    columns = (
        Column("figure", "Figure", width=240),
        Column("before", "Before, %", _P, 70),
        Column("after", "Since, %", _P, 70),
        Column("points", "Change, points", width=130),
        Column("verdict", "All answers", width=130),
        Column("same", "The same providers", width=160),
    )
    cells: list[tuple[Cell, ...]] = [
        (
            row.name, _printed(row.all_answers.before.printed), _printed(row.all_answers.after.printed),
            _moved(row.all_answers), row.all_answers.verdict.label, "" if row.not_coded else _same(row.same_providers),
        )
        for row in rows
    ]  # fmt: skip
    return Table(title, columns, cells, _bases(held, rows), m.source, notes=_row_notes(rows))


def _moved(told: Compared) -> str:
    """−25 (−39 to −11): the points with their interval, where there is one."""
    if told.points is None:
        return ""
    interval = f" ({_interval(told.interval)})" if told.interval else ""
    return f"{_points(told.points)}{interval}"


def _points(points: Decimal) -> str:
    return signed(points, 0 if points == points.to_integral_value() else 1)


def _interval(found: Interval) -> str:
    return f"{signed(found.low * 100)} to {signed(found.high * 100)}"


def _same(same: Compared | None) -> str:
    if same is None:
        return "Nobody known"
    if _too_few(same):
        return f"{same.verdict.label} ({same.pairs or 0})"
    return f"{_points(same.points)}, {lower_first(same.verdict.label)}" if same.points else same.verdict.label


def _too_few(same: Compared) -> bool:
    return same.verdict is Verdict.BASE_TOO_SMALL or same.points is None


def _printed(value: Decimal | None) -> Cell:
    return None if value is None else int(value) if value == int(value) else float(value)


def _bases(held: Comparison, rows: Sequence[ChangeRow]) -> str:
    before = sorted({row.all_answers.before.base for row in rows})
    after = sorted({row.all_answers.after.base for row in rows})
    told = f"before is {held.earlier.name}, {_span(before)} responses; since is {held.later.name}, {_span(after)}"
    pairs = sorted({row.same_providers.pairs or 0 for row in rows if row.same_providers})
    return f"{told}; {_span(pairs)} answered both times" if pairs else told


def _span(bases: Sequence[int]) -> str:
    return f"{bases[0]:,}" if bases[0] == bases[-1] else f"{bases[0]:,} to {bases[-1]:,}"


def _row_notes(rows: Sequence[ChangeRow]) -> tuple[str, ...]:
    said = dict.fromkeys(text for row in rows for text in row.what_changed)
    uncoded = dict.fromkeys(row.not_coded for row in rows if row.not_coded)
    return (*(f"Compared all the same: {text}" for text in said), *uncoded)


def _chart(m: Material, held: Comparison, clear: Sequence[ChangeRow]) -> list[Block]:
    """What changed clearly, before and since; nothing is drawn where a question changed."""
    drawn = [row for row in clear if row.compares.is_percentage][:_MOST_BARS]
    if not drawn:
        return []
    columns = (
        Column("figure", "Figure"), Column("before", held.earlier.name, _P), Column("after", held.later.name, _P),
    )  # fmt: skip
    rows = [
        (row.name, _printed(row.all_answers.before.printed), _printed(row.all_answers.after.printed))
        for row in drawn
    ]
    chart = bar_chart(
        Table("What changed clearly", columns, rows),
        title=f"{count_of(len(clear), 'figure')} changed clearly since {held.earlier.name}",
        subtitle=f"Percentages of all answers, {held.earlier.name} and {held.later.name}",
        source=m.source,
        bars=Bars.GROUPED,
    )
    return [chart.block("What changed clearly", with_data=False)]


def _broken(held: Comparison) -> list[Block]:
    """Questions that are two questions, which nothing is subtracted between."""
    said: dict[str, str] = {}
    for row in held.rows:
        if row.question_changed:
            words = row.question or row.name
            said.setdefault(words, f"{words} {' '.join(row.what_changed)}".strip())
    items = [*said.values(), *(
        f"{one.question} Asked only in {held.later.name if one.asked_later else held.earlier.name}."
        for one in held.one_wave_only
    )]  # fmt: skip
    if not items:
        return []
    return [
        Heading("What cannot be compared", level=2),
        Paragraph("These questions were not the same in both waves, so nothing is said of a change:"),
        Bullets(tuple(items)),
    ]


# --- to publish ---------------------------------------------------------------------------------------------------


def changes_to_publish(m: Material) -> list[Table]:
    """One table of every figure, those of changed questions with their verdict and no difference."""
    held = m.comparison
    if held is None:
        return []
    columns = (
        Column("question", "Question"), Column("figure", "Figure"), Column("before", f"{held.earlier.name}", _P),
        Column("before_base", f"Base, {held.earlier.name}", _N), Column("after", f"{held.later.name}", _P),
        Column("after_base", f"Base, {held.later.name}", _N), Column("points", "Change, percentage points", _N),
        Column("low", "95% interval of the change, lower bound", _N),
        Column("high", "95% interval of the change, upper bound", _N), Column("verdict", "Verdict, all answers"),
        Column("pairs", "Answered both times", _N), Column("same_points", "Change of the same providers, points", _N),
        Column("same_verdict", "Verdict, the same providers"),
    )  # fmt: skip
    rows = [_published(row) for row in held.rows if row.compares.is_percentage]
    base = f"{held.responses_before:,} responses before, {held.responses_after:,} since, {held.pairs:,} both times"
    return [Table("What changed", columns, rows, base, m.source, notes=(*held.rule, *held.notes))]


def _published(row: ChangeRow) -> tuple[Cell, ...]:
    told, same = row.all_answers, row.same_providers
    low, none = Shorthand.LOW_BASE.value, Shorthand.NOT_APPLICABLE.value
    missing = low if told.verdict.is_subtracted else none
    both = (
        (same.pairs or 0, low if _too_few(same) else _number(same.points), same.verdict.label)
        if same
        else (none, none, none)
    )
    interval = told.interval
    ends = (round(interval.low * 100, 1), round(interval.high * 100, 1)) if interval else (missing, missing)
    return (
        row.question or "Recruiting and staff", row.name,
        _or(_printed(told.before.printed), none if told.before.not_coded else low), told.before.base,
        _or(_printed(told.after.printed), none if told.after.not_coded else low), told.after.base,
        _or(_number(told.points), missing), *ends,
        told.verdict.label, *both,
    )  # fmt: skip


def _number(points: Decimal | None) -> Cell:
    return None if points is None else float(points)


def _or(cell: Cell, instead: str) -> Cell:
    return instead if cell is None else cell
