"""What changed as tables and sentences: all answers, the same providers, and both side by side."""

from datetime import date
from decimal import Decimal

from resources.statistics import BASES_OF_PROVIDERS, Interval, Verdict
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, number, percent, signed
from workforce.survey.changes.change_row import ChangeRow, Compared, Compares, Comparison, Figure

_QUESTION = Column("question", "Question", width=260)
_WHAT = Column("what", "Answer or measure", width=240)


def figure_words(figure: Figure) -> str:
    """45% of 88; 12.5, of 40; “too few (7)” where the base is too small; “not coded yet (40)”."""
    if figure.not_coded:
        return f"not coded yet ({figure.base:,})"
    if figure.printed is None:
        return f"too few ({figure.base:,})"
    small = ", small base" if figure.small else ""
    return f"{value_words(figure.printed, figure.compares)} of {figure.base:,}{small}"


def value_words(value: Decimal, compares: Compares) -> str:
    """45% or 12.5."""
    return percent(value) if compares.is_percentage else number(value, 1)


def points_words(told: Compared) -> str:
    """+12 points, −3 points; for medians the difference alone."""
    if told.points is None:
        return ""
    if not told.before.compares.is_percentage:
        return signed(told.points, 1)
    return f"{signed(told.points)} {'point' if abs(told.points) == 1 else 'points'}"


def interval_words(interval: Interval | None) -> str:
    """+2 to +21 points; '' where there is none."""
    if interval is None:
        return ""
    low, high = (signed(round(100 * end)) for end in (interval.low, interval.high))
    return f"{low} to {high} points"


def p_words(p: float | None) -> str:
    """0.034, or below 0.001; '' where nothing was tested."""
    if p is None:
        return ""
    return "below 0.001" if p < 0.001 else f"{p:.3f}"


# --- tables -----------------------------------------------------------------------------------------------------


def all_answers_table(found: Comparison) -> Table:
    """Every row, of everybody who answered."""
    rows = [(*_named(row), *_cells(row.all_answers, found)) for row in found.rows]
    base = (
        f"everybody who answered: {count_of(found.responses_before, 'response')} to {found.earlier.name} and "
        f"{count_of(found.responses_after, 'response')} to {found.later.name}"
    )
    return _table(f"What changed, all answers: {_waves(found)}", _columns(found), rows, base, found)


def same_providers_table(found: Comparison) -> Table:
    """Every row that can be told of those who answered both times, with how many moved which way."""
    columns = (
        *_columns(found),
        Column("up", "Up", ColumnKind.NUMBER, 60),
        Column("down", "Down", ColumnKind.NUMBER, 60),
    )
    rows = [
        (*_named(row), *_cells(row.same_providers, found), row.same_providers.up, row.same_providers.down)
        for row in found.rows
        if row.same_providers is not None
    ]
    base = f"{count_of(found.pairs, 'provider or service', 'providers or services')} that answered both times"
    return _table(f"What changed, the same providers: {_waves(found)}", columns, rows, base, found)


def side_by_side_table(found: Comparison) -> Table:
    """All answers beside the same providers."""
    columns = (
        _QUESTION,
        _WHAT,
        *_short_columns(found, "all", "All answers"),
        *_short_columns(found, "same", "Same providers"),
    )
    rows = [
        (
            *_named(row),
            *_short(row.all_answers),
            *(_short(row.same_providers) if row.same_providers else (None,) * 4),
        )
        for row in found.rows
    ]
    base = (
        f"all answers: {found.responses_before:,} and {found.responses_after:,} responses; same providers: "
        f"{found.pairs:,} that answered both times"
    )
    return _table(f"What changed: {_waves(found)}", columns, rows, base, found)


def breaks_table(found: Comparison) -> Table:
    """The questions that are not compared, and why."""
    rows: list[tuple[Cell, ...]] = [
        (one.wording, one.match.label, " ".join(one.what_changed)) for one in found.breaks
    ]
    rows += [
        (
            one.question,
            "New" if one.asked_later else "Dropped",
            f"Asked in {_only_in(found, one.asked_later)} only.",
        )
        for one in found.one_wave_only
    ]
    columns = (
        _QUESTION,
        Column("match", "Between the waves", width=200),
        Column("what", "What changed", width=360),
    )
    return Table(
        f"Questions that are not compared: {_waves(found)}",
        columns,
        rows,
        _questions(len(rows)),
        as_at=_day(found),
    )


def _questions(count: int) -> str:
    return count_of(count, "question")


def _only_in(found: Comparison, later: bool) -> str:
    return found.later.name if later else found.earlier.name


def _waves(found: Comparison) -> str:
    return f"{found.earlier.name} to {found.later.name}"


def _day(found: Comparison) -> date:
    return found.later.closes_on or found.later.opens_on


def _named(row: ChangeRow) -> tuple[Cell, ...]:
    return row.question or row.compares.label, row.name


def _columns(found: Comparison) -> tuple[Column, ...]:
    tested = "p, corrected" if found.corrected else "p"
    return (
        _QUESTION,
        _WHAT,
        Column("before", found.earlier.name, width=150),
        Column("after", found.later.name, width=150),
        Column("points", "Change", width=100),
        Column("interval", "95% interval", width=150),
        Column("p", tested, width=100),
        Column("verdict", "Verdict", ColumnKind.STATUS, 150),
    )


def _cells(told: Compared, found: Comparison) -> tuple[Cell, ...]:
    p = told.p_corrected if found.corrected else told.p
    before, after, points, verdict = _short(told)
    return before, after, points, interval_words(told.interval), p_words(p), verdict


def _short_columns(found: Comparison, name: str, group: str) -> tuple[Column, ...]:
    return (
        Column(f"{name}_before", f"{group}: {found.earlier.name}", width=140, group=group),
        Column(f"{name}_after", f"{group}: {found.later.name}", width=140, group=group),
        Column(f"{name}_points", f"{group}: change", width=100, group=group),
        Column(f"{name}_verdict", f"{group}: verdict", ColumnKind.STATUS, 150, group=group),
    )


def _short(told: Compared) -> tuple[Cell, ...]:
    return figure_words(told.before), figure_words(told.after), points_words(told), told.verdict.label


def _table(
    title: str, columns: tuple[Column, ...], rows: list[tuple[Cell, ...]], base: str, found: Comparison
) -> Table:
    small = any(row.all_answers.before.small or row.all_answers.after.small for row in found.rows)
    notes = (*found.notes, *found.rule, *((BASES_OF_PROVIDERS.note(),) if small else ()))
    source = f"Survey, {found.earlier.name} and {found.later.name}"
    return Table(title, columns, rows, base, source, _day(found), notes)


# --- sentences --------------------------------------------------------------------------------------------------


def change_sentences(found: Comparison) -> list[str]:
    """A sentence for each figure that clearly changed, of all answers or of the same providers; else that none did."""
    told = [
        change_sentence(row, found) for row in found.rows
        if row.all_answers.verdict.is_clear or (row.same_providers and row.same_providers.verdict.is_clear)
    ]  # fmt: skip
    compared = sum(row.all_answers.p is not None for row in found.rows)
    if told:
        return told
    uncoded = list(dict.fromkeys(row.not_coded for row in found.rows if row.not_coded))
    if not compared and uncoded:
        return [f"Nothing can be compared yet. {words}" for words in uncoded]
    if not compared:
        return [f"Too few answered to say what changed from {found.earlier.name} to {found.later.name}."]
    among = "the one figure" if compared == 1 else f"any of the {compared:,} figures"
    return [f"No clear change from {found.earlier.name} to {found.later.name} in {among} compared."]


def change_sentence(row: ChangeRow, found: Comparison) -> str:
    """Of those invited, attended: 50% of 35 (Baseline), 80% of 36 (Re-evaluation), +30 points: improved."""
    about = f"{row.question.rstrip('?')}: {row.name}" if row.question else row.name
    if row.compares in (Compares.STEP, Compares.RATE):
        about = f"{row.name} (typical provider)"
    every = row.all_answers
    sentence = f"{about}: {figure_words(every.before)} ({found.earlier.name}), "
    sentence += f"{figure_words(every.after)} ({found.later.name})"
    points = points_words(every)
    sentence += (
        f", {points}: {every.verdict.label.lower()}." if points else f": {every.verdict.label.lower()}."
    )
    same = row.same_providers
    if same is None or same.verdict in (every.verdict, Verdict.BASE_TOO_SMALL):
        return sentence
    moved = f"{points_words(same)}, {same.verdict.label.lower()}"
    return f"{sentence} Of the {same.pairs:,} that answered both times: {moved}."
