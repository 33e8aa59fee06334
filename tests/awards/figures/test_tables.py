"""Figures as tables, which name no nominee and are exempt where they may tell of one all the same."""

from awards.exempt import IDENTITY
from awards.figures.figures import By, FigureLine, NominationFigures, figures
from awards.figures.never_nominated import never_nominated
from awards.figures.tables import districts_table, figures_table, silent_table, without_table
from resources.database import Database
from tests.awards.gala import TODAY, Gala


def test_figures_have_a_line_for_all_and_say_what_counts(db: Database) -> None:
    gala = Gala(db)
    gala.nominate()
    table = figures_table(figures(db, [gala.round_id], By.CATEGORY))
    assert table.title == "Nominations by category" and table.exempt == IDENTITY
    assert table.rows[0] == ("Proud to deliver Excellent Person Centred Care", 1, 1, 0, 0)
    assert table.rows[-1] == ("All", 1, 1, 0, 0)
    assert any("small numbers stand as they are" in note for note in table.notes)
    by_nominator = figures_table(figures(db, [gala.round_id], By.NOMINATOR))
    assert by_nominator.title == "Nominations by who nominated"
    assert any("do not add up" in note for note in by_nominator.notes)
    assert "Ada" not in str(table.rows) + str(by_nominator.rows)


def test_who_is_never_nominated(db: Database) -> None:
    gala = Gala(db)
    gala.nominate()
    found = never_nominated(db, [gala.round], today=TODAY)
    assert without_table(found).rows[0] == (
        "Hazel Home Care", "Home care", "Mansfield", "Hazel Example Care", ""
    )  # fmt: skip
    assert without_table(found).notes == ("2 services of 3 in use had nobody nominated.",)
    assert districts_table(found).rows == [
        ("Ashfield", 1, 1, 0, 100.0), ("Gedling", 1, 0, 1, 0.0), ("Mansfield", 1, 0, 1, 0.0)
    ]  # fmt: skip
    assert silent_table(found).rows == [("Hazel Example Care", 1, 0, "Mansfield")]
    assert silent_table(found).base == "Proud to Care 2026"


def test_counts_of_many_or_none_are_no_secret() -> None:
    line = FigureLine("Ashfield", 5, 5, 0, 0)
    assert figures_table(NominationFigures(By.DISTRICT, (), (line,), line)).exempt is None
    few = FigureLine("Ashfield", 9, 5, 4, 0)
    assert figures_table(NominationFigures(By.DISTRICT, (), (few,), few)).exempt == IDENTITY


def test_lists_of_places_tell_where_somebody_was_nominated(db: Database) -> None:
    found = never_nominated(db, [Gala(db).round], today=TODAY)
    assert [each(found).exempt for each in (without_table, silent_table, districts_table)] == [
        IDENTITY, IDENTITY, None
    ]  # fmt: skip
