"""Tables as a page of A4 takes them: fewer columns, and what the method section says once is not said beneath each."""

from collections.abc import Iterable
from dataclasses import replace

from resources.tables import Table
from workforce.survey.analysis.words import INTERVAL_RULE, NOT_IN_THE_BASE, SMALL_BASES
from workforce.survey.report.choice import Section
from workforce.survey.report.material import Material

_SAID_ONCE = (
    NOT_IN_THE_BASE, SMALL_BASES, INTERVAL_RULE.rstrip("."), "Pooled: ", "Vacancy rate: ", "Turnover rate: ",
    "All people: ", "Where providers gave ranges",
)  # fmt: skip
"""How notes begin that stand in the method section."""


def on_paper(m: Material, table: Table, *, without: Iterable[str] = (), title: str = "") -> Table:
    """The table without some of its columns, by their names, and without the notes that stand elsewhere."""
    left = set(without)
    kept = [place for place, column in enumerate(table.columns) if column.name not in left]
    elsewhere = _SAID_ONCE if m.choice.has(Section.METHOD) else ()
    return replace(
        table,
        title=title or table.title,
        columns=tuple(table.columns[place] for place in kept),
        rows=[tuple(row[place] for place in kept) for row in table.rows],
        base=table.base.removeprefix("Base: "),
        notes=tuple(one for one in table.notes if not one.startswith(elsewhere or "\0")),
    )
