"""Nominations and nominees by what they are counted by."""

from awards.figures.figures import By, FigureLine, figures
from awards.vocabulary import EntryStatus, NominatorKind
from resources.database import Database
from tests.awards.gala import Gala


def lines(db: Database, gala: Gala, by: By) -> dict[str, tuple[int, int]]:
    """What is not empty."""
    found = figures(db, [gala.round_id], by)
    return {one.label: (one.nominations, one.nominees) for one in found.lines if one.nominations}


def small(db: Database) -> Gala:
    """Ada with two voices, the night team, and somebody of a home nobody knows."""
    gala = Gala(db)
    ada = gala.nominate()
    gala.nominate(nominator="Bo Sample", nominator_kind=NominatorKind.FAMILY, entry_id=ada.id)
    gala.nominate("Night team", "Team", service_id=gala.hazel_care)
    gala.nominate("Cy Example", service_id=None, place_told="Somewhere")
    gala.stands(ada.id, EntryStatus.WINNER)
    return gala


def test_by_category_all_of_them_stand_there(db: Database) -> None:
    gala = small(db)
    found = figures(db, [gala.round_id], By.CATEGORY)
    assert [one.label for one in found.lines] == [one.name for one in gala.categories]
    assert found.lines[:3] == (
        FigureLine("Proud to deliver Excellent Person Centred Care", 3, 2, 1, 1),
        FigureLine("Proud to Care Team Award", 1, 1, 0, 0),
        FigureLine("Proud to be a Learning and Development Champion", 0, 0, 0, 0),
    )
    assert found.whole == FigureLine("All", 4, 3, 1, 1)
    assert found.base == "4 nominations of 3 nominees, Proud to Care 2026"


def test_by_who_nominated_a_nominee_stands_in_each_line(db: Database) -> None:
    assert lines(db, small(db), By.NOMINATOR) == {"Family or friend": (1, 1), "Colleague": (3, 3)}


def test_by_place_those_of_no_known_home_stand_last(db: Database) -> None:
    gala = small(db)
    assert list(lines(db, gala, By.DISTRICT).items()) == [
        ("Ashfield", (2, 1)), ("Mansfield", (1, 1)), ("Not tied to the register", (1, 1))
    ]  # fmt: skip
    assert lines(db, gala, By.KIND) == {
        "Residential home": (2, 1), "Home care": (1, 1), "Not tied to the register": (1, 1)
    }  # fmt: skip
    assert lines(db, gala, By.RATING) == {"Not yet rated": (3, 2), "Not tied to the register": (1, 1)}


def test_by_year_over_several_rounds(db: Database) -> None:
    gala = small(db)
    old = Gala(db, "Proud to Care 2025", year=2025)
    old.nominate("Di Example")
    found = figures(db, [gala.round_id, old.round_id], By.YEAR)
    assert [(one.label, one.nominations) for one in found.lines] == [("2025", 1), ("2026", 4)]
    assert found.round_words == "Proud to Care 2025 and Proud to Care 2026"
