"""Word, workbook and CSV say the same, and hide the same."""

from collections.abc import Callable

import pytest

from resources.database import Database
from resources.files.publication_workbook import Publication, long_table
from resources.report.blocks import Report, TableBlock
from resources.tables import Cell, Column, Table
from tests.workforce.sample.small_county import TODAY
from tests.workforce.survey.analysis.made_waves import Home, make_wave
from workforce.survey.funnel.steps import PEOPLE_AT, step_words
from workforce.survey.report.choice import ReportChoice, Section
from workforce.survey.report.paper import TOO_FEW, with_bounds_joined
from workforce.survey.report.survey_report import survey_report
from workforce.survey.report.workbook import survey_publication
from workforce.survey.surveys import surveys
from workforce.survey.waves.waves import waves

SECTIONS = tuple(one for one in Section if one not in (Section.PLAN, Section.PRACTICES, Section.CHANGES))
LENGTHS = ("under_1_year", "from_1_to_2", "from_3_to_5", "from_6_to_10", "over_10")
SMALL = [
    Home(
        "shared_lives" if at == 0 else "residential_home" if at < 12 else "home_care",
        answers={
            "vacancy_reasons": ("Perception of low pay",) if at < 4 else ("Not enough applicants",),
            **({"best_advertising": "Word of mouth"} if at < 3 else {}),
            "applied": 20, "invited": 10, "attended": 6, "appointable": 5, "started": 5 if at else 3,
            "staff": 20, "vacancies": 3 if at == 0 else 0, "leavers": 2 if at == 0 else 0, "starters": at,
            **{code: 4 if place else at % 2 for place, code in enumerate(LENGTHS)},
        },
    )
    for at in range(24)
]  # fmt: skip


def _both(db: Database, key: str) -> tuple[Report, Publication]:
    choice = ReportChoice(sections=SECTIONS)
    return survey_report(db, key, choice, today=TODAY), survey_publication(db, key, choice, today=TODAY)


@pytest.fixture(params=["sample", "small"])
def both(request: pytest.FixtureRequest, sampled: Database, db: Database) -> tuple[Report, Publication]:
    if request.param == "sample":
        return _both(sampled, waves(sampled, surveys(sampled)[0].id)[1].id)
    return _both(db, make_wave(db, SMALL).wave_id)


def test_the_word_report_and_the_workbook_hide_and_say_the_same_cell_by_cell(
    both: tuple[Report, Publication],
) -> None:
    report, publication = both
    compared = 0
    for block in report.blocks:
        if isinstance(block, TableBlock):
            table = block.table
            other, key, skipped = _published(publication, table)
            for row in table.rows:
                rows = [one for one in other.rows if key(row) == one[: len(key(row))]]
                assert rows, (table.title, row)
                for column, cell in list(zip(table.columns, row, strict=True))[skipped:]:
                    assert any(_alike(cell, _ends(other, one, column.name)) for one in rows), (
                        table.title,
                        row,
                    )
                    compared += 1
    assert compared > 100


Found = tuple[Table, Callable[[tuple[Cell, ...]], tuple[Cell, ...]], int]


def _published(publication: Publication, table: Table) -> Found:
    """The table of the workbook, how its row is found, and how many columns tell which row it is."""
    named = {one.title: one for one in publication.tables}
    for rate in ("Vacancy rate", "Turnover rate"):
        if table.title == f"{rate} by kind of service":
            other = named["Vacancy, turnover and starters rates by kind of service"]
            return other, lambda row, rate=rate: (row[0], rate), 1
    other = named[table.title]
    if table.title == "From application to start":
        steps = {one[0]: one for one in _step_names(other)}
        return other, lambda row: steps[row[0]][1], 1
    if table.title == "Do those who did not answer differ":
        rows = [row[1:] for row in other.rows]
        other = Table(other.title, other.columns[1:], rows)
        return other, lambda row: (row[0],), 1
    return other, lambda row: (row[0],), 0


def _step_names(other: Table) -> list[tuple[str, tuple[Cell, ...]]]:
    roles = {words.capitalize(): role for role, words in PEOPLE_AT.items()}
    return [(step_words(roles[str(row[0])], roles[str(row[1])]), row[:2]) for row in other.rows]


def _ends(table: Table, row: tuple[Cell, ...], name: str) -> tuple[Cell, ...]:
    names = [column.name for column in table.columns]
    if name in names:
        return (row[names.index(name)],)
    return row[names.index(f"{name}_low")], row[names.index(f"{name}_high")]


def _alike(cell: Cell, ends: tuple[Cell, ...]) -> bool:
    if ends[0] in ("[u]", "[z]", "[c]"):
        return cell == {"[u]": TOO_FEW, "[z]": None, "[c]": "[c]"}[str(ends[0])]
    if len(set(ends)) == 1:
        return cell == ends[0] or (
            isinstance(cell, str) and cell.count(str(ends[0]).rstrip("0").rstrip(".")) >= 1
        )
    return isinstance(cell, str) and " to " in cell


def test_of_the_small_survey_nothing_small_is_told(db: Database) -> None:
    report, publication = _both(db, make_wave(db, SMALL).wave_id)
    told = {(table.title, row[0]): row for table in publication.tables for row in table.rows}
    few = next(row for (_, words), row in told.items() if words == "Word of mouth" and row[1] == "[u]")
    assert few[1:3] == ("[u]", "[u]")
    rates = told["Vacancy, turnover and starters rates", "Vacancy rate"]
    assert rates[2:4] == ("[c]", "[c]")
    left = [row for (title, _), row in told.items() if title == "From application to start"]
    assert not any(row[3:7] == (120, 120, 118, 118) for row in left)
    assert told["Response rate", "Shared Lives"][2:4] == ("[u]", "[u]")
    texts = [cell for row in long_table(publication).rows for cell in row]
    assert "[c]" in texts and "[u]" in texts and report.blocks


def test_bounds_become_one_cell() -> None:
    columns = (
        Column("name", "Name"),
        Column("typical_low", "Typical, lowest"),
        Column("typical_high", "Typical, highest"),
    )
    table = Table("T", columns, [("a", 5.0, 5.0), ("b", 5, 7.5), ("c", "[u]", "[u]"), ("d", "[c]", "[c]")])
    joined = with_bounds_joined(table, {})
    assert [one.heading for one in joined.columns] == ["Name", "Typical"]
    assert joined.rows == [("a", 5), ("b", "5 to 7.5"), ("c", TOO_FEW), ("d", "[c]")]
