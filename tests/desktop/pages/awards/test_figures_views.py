"""What the side Figures can show."""

from awards.figures.figures import By
from desktop.pages.awards.figures_views import (
    DISTRICTS,
    SILENT,
    VIEWS,
    WITHOUT,
    chips_of,
    columns_of,
    page_of,
    shown,
)
from resources.database import Database
from tests.awards.gala import TODAY, Gala


def test_every_view_has_its_columns_rows_and_keys(db: Database) -> None:
    gala = Gala(db)
    gala.nominate()
    for view in VIEWS:
        found = shown(db, view, [gala.round], today=TODAY)
        assert found.table.columns == columns_of(view)
        assert len(found.rows) == len(found.keys) and found.told
        assert all(len(row) == len(found.table.columns) for row in found.rows)
        assert set(chips_of(view)) <= {column.name for column in found.table.columns}


def test_the_chart_says_what_was_found(db: Database) -> None:
    gala = Gala(db)
    assert shown(db, By.CATEGORY.value, [gala.round], today=TODAY).bars is None
    gala.nominate()
    bars = shown(db, By.CATEGORY.value, [gala.round], today=TODAY).bars
    assert bars is not None and len(bars.rows) == 7
    assert bars.title == "Proud to deliver Excellent Person Centred Care: 100% of the nominations"
    districts = shown(db, DISTRICTS, [gala.round], today=TODAY).bars
    assert districts is not None and districts.title == "1 of 3 services had a nominee"
    assert shown(db, WITHOUT, [gala.round], today=TODAY).bars is None


def test_rows_of_services_and_providers_lead_to_their_page(db: Database) -> None:
    gala = Gala(db)
    found = shown(db, SILENT, [gala.round], today=TODAY)
    assert found.keys == [gala.rosewood, gala.hazel]
    assert found.told == "2 of 2 providers nominated nobody. Rounds: Proud to Care 2026."
    assert (page_of(SILENT), page_of(WITHOUT), page_of(By.YEAR.value)) == ("providers", "providers", "")
