"""The grid: cells know their services, small bases are guarded, and everything adds up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.reach.figures import Band, Reach, ServiceReach, reach_of
from engagement.forums.reach.grid import (
    ALL,
    Dimension,
    Measure,
    cell_words,
    grid_notes,
    grid_of,
    grid_table,
)
from engagement.forums.reach.reading import NOTHING, History
from engagement.register.vocabulary import NO_DISTRICT, Rating, ServiceKind
from resources.problem import Problem
from resources.statistics import share
from tests.engagement.forums.reach.made_services import LATELY, LONG_AGO, QUESTION, came, four_bands, service

PAIRS = [(one, other) for one in Dimension for other in Dimension if one is not other]
HISTORIES = [came(LATELY), came(LONG_AGO), History(was_invited=True), NOTHING]


@st.composite
def reaches(draw: st.DrawFn) -> Reach:
    """Some services of any kind, district, rating and band."""
    kinds, places = [kind.value for kind in ServiceKind], ["", "Ashfield", "Bassetlaw"]
    facts = draw(st.lists(st.tuples(
        st.sampled_from(kinds), st.sampled_from(places), st.sampled_from(list(Rating)), st.sampled_from(HISTORIES),
    ), max_size=40))  # fmt: skip
    records = [service(str(at), kind=kind, district=place) for at, (kind, place, _, _) in enumerate(facts)]
    published = {str(at): rating for at, (_, _, rating, _) in enumerate(facts)}
    histories = {str(at): history for at, (_, _, _, history) in enumerate(facts)}
    return reach_of(QUESTION, records, published, histories, {})


@given(reaches(), st.sampled_from(PAIRS))
def test_the_cells_add_up_to_the_margins_and_know_their_services(
    found: Reach, pair: tuple[Dimension, Dimension]
) -> None:
    down, across = pair
    grid = grid_of(found, down=down, across=across)

    def keys(services: tuple[ServiceReach, ...]) -> set[str]:
        return {one.id for one in services}

    for row in grid.rows:
        in_row = [grid.cell(row, column) for column in grid.columns]
        assert sum(cell.base for cell in in_row) == grid.cell(row, ALL).base
    assert keys(grid.cell(ALL, ALL).services) == keys(found.services)
    assert sum(grid.cell(ALL, column).base for column in grid.columns) == len(found.services)
    assert sum(grid.cell(ALL, ALL).share([band]).count for band in Band) == len(found.services)


def test_the_table_gives_counts_with_bases() -> None:
    grid = grid_of(four_bands(), down=Dimension.KIND, across=Dimension.DISTRICT)
    table = grid_table(grid)
    assert [column.heading for column in table.columns] == [
        "Kind",
        "All",
        "Ashfield",
        "Bassetlaw",
        NO_DISTRICT,
    ]
    assert table.rows == [
        ("All", "1 of 4", "0 of 1", "1 of 2", "0 of 1"),
        ("Nursing home", "1 of 2", "0 of 1", "1 of 1", "–"),
        ("Home care", "0 of 1", "–", "0 of 1", "–"),
        ("Day care", "0 of 1", "–", "–", "0 of 1"),
    ]
    assert table.title == "Came in 12 months, by kind and district"
    assert table.as_at == date(2019, 12, 10)


def test_what_a_cell_counts_is_chosen() -> None:
    grid = grid_of(four_bands(), down=Dimension.RATING, across=Dimension.KIND)
    assert grid_table(grid, Measure.NOT_SEEN).rows[0][1] == "3 of 4"
    assert grid_table(grid, Measure.NEVER_INVITED).rows[0][1] == "1 of 4"
    assert [row[0] for row in grid_table(grid).rows] == [
        "All", "Good", "Inadequate", "Not yet rated", "Not rated by CQC",
    ]  # fmt: skip
    assert any("CQC does not rate" in note for note in grid_notes(grid))
    not_seen = [one.id for one in grid.cell(ALL, ALL).services if one.band in Measure.NOT_SEEN.bands]
    assert not_seen == ["Ben", "Cy", "Dot"]


@pytest.mark.parametrize(
    ("count", "base", "words"),
    [(0, 0, "–"), (9, 9, "9 of 9"), (5, 10, "5 of 10 · 50%*"), (29, 29, "29 of 29 · 100%*"),
     (15, 30, "15 of 30 · 50%")],
)  # fmt: skip
def test_a_small_base_is_guarded(count: int, base: int, words: str) -> None:
    assert cell_words(share(count, base)) == words


def test_rows_and_columns_must_differ() -> None:
    with pytest.raises(Problem, match="Rows and columns are both “Kind”"):
        grid_of(four_bands(), down=Dimension.KIND, across=Dimension.KIND)
