"""Figures of a round as they may be published: small counts are hidden, and what would give one away with them."""

from collections.abc import Sequence

from awards.figures.figures import By, NominationFigures, figures_from
from awards.figures.reading import Voice
from resources.charts import bar_chart
from resources.database import Database
from resources.report.blocks import Block, Heading, TableBlock
from resources.suppression import HIDDEN, groups_to_hide, suppression_note
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of

BELOW = 5
PUBLISHED = (By.CATEGORY, By.NOMINATOR, By.DISTRICT, By.KIND)
_WHOLE = (By.CATEGORY, By.DISTRICT)
"""Of these a line without any nomination tells something too."""
_SOURCE = "nominations held by the council"
_WHAT = {
    By.CATEGORY: "category",
    By.NOMINATOR: "who nominated",
    By.DISTRICT: "district",
    By.KIND: "kind of service",
}


def figures_blocks(
    db: Database, round_id: str, held: Sequence[Voice], *, by: Sequence[By] = PUBLISHED
) -> list[Block]:
    """A table for each way of counting, and a chart by category."""
    if not held:
        return []
    blocks: list[Block] = [Heading("Figures")]
    for one in by:
        found = figures_from(db, [round_id], held, one)
        table = public_table(found)
        if one is By.CATEGORY:
            blocks += _chart(found, table)
        blocks.append(TableBlock(table, f"For each {_WHAT[one]} the number of nominations and of nominees."))
    return blocks


def public_table(found: NominationFigures) -> Table:
    """The figures without a count of people below five. Nominees overlap between nominators, and are left out there."""
    counts = {
        one.label: _counts(one.nominations, one.nominees, found.by)
        for one in found.lines
        if one.nominations or found.by in _WHOLE
    }
    hidden = groups_to_hide({label: each for label, each in counts.items() if any(each)}, below=BELOW)
    whole = _counts(found.whole.nominations, found.whole.nominees, found.by)
    rows: list[tuple[Cell, ...]] = [
        (label, *((HIDDEN,) * len(each) if label in hidden else each)) for label, each in counts.items()
    ]
    rows.append(("All", *(HIDDEN if 1 <= each < BELOW else each for each in whole)))
    columns = (
        Column("label", found.by.label, width=300),
        Column("nominations", "Nominations", ColumnKind.NUMBER, 110),
        Column("nominees", "Nominees", ColumnKind.NUMBER, 110),
    )[: 1 + len(whole)]
    notes = (suppression_note(below=BELOW),) if hidden or HIDDEN in rows[-1] else ()
    title = f"Nominations by {_WHAT[found.by]}"
    return Table(title, columns, rows, base=_base(whole, found), source=_SOURCE, notes=notes)


def _counts(nominations: int, nominees: int, by: By) -> tuple[int, ...]:
    return (nominations,) if by is By.NOMINATOR else (nominations, nominees)


def _base(whole: Sequence[int], found: NominationFigures) -> str:
    if any(1 <= each < BELOW for each in whole):
        return found.round_words
    told = count_of(whole[0], "nomination")
    return (
        f"{told} of {count_of(whole[1], 'nominee')}, {found.round_words}"
        if len(whole) > 1
        else f"{told}, {found.round_words}"
    )


def _chart(found: NominationFigures, table: Table) -> list[Block]:
    *rows, _all = table.rows
    shown = [row for row in rows if isinstance(row[1], int) and row[1]]
    if len(shown) < 2 or 2 * sum(row[1] == HIDDEN for row in rows) > len(rows):
        return []  # a chart most of whose bars are not shown tells less than the table
    most = max(shown, key=lambda row: int(row[1] or 0))
    chart = bar_chart(
        Table(table.title, table.columns[:2], [row[:2] for row in rows]),
        title=f"Most nominations, {most[1]}, were for “{most[0]}”",
        subtitle=f"Nominations, {found.round_words}",
        source=_SOURCE,
    )
    return [chart.block(f"Nominations by category, {found.round_words}")]
