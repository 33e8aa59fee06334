"""The panel of a round, without a window."""

from pathlib import Path

import pytest

from resources.database import Database
from tests.awards.gala import Gala
from tests.desktop.command_line.conftest import Clerk


@pytest.fixture
def judged(clerk: Clerk) -> Clerk:
    """A round with four nominees before its judges and no panel."""

    def make(db: Database) -> None:
        gala = Gala(db)
        some = [gala.nominate(name) for name in ("Ada Example", "Ben Example", "Cy Example", "Dee Example")]
        gala.judging(*[one.id for one in some])

    clerk.with_db(make)
    return clerk


def test_a_panel_is_made_and_put_right(judged: Clerk) -> None:
    told = judged.does("award-panel-member", "--add", "Ines Chair", "--role", "chair", "--at-most", 0)
    assert told == "Added Ines Chair to the panel of Proud to Care 2026, number 1.\n"
    judged.does("award-panel-member", "--add", "J. Smith", "--provider", "Hazel", "--judges", "team")
    told = judged.does("award-panel-member", "--add", "J. Smith", "--email", "j@example.org")
    assert "Added Judge 3 – J. Smith" in told
    assert "a panel has one chair" in judged.refuses("award-panel-member", "--edit", 2, "--role", "chair")
    assert "may be more than one member" in judged.refuses("award-panel-member", "--edit", "smith")
    told = judged.does("award-panel-member", "--edit", "judge 3", "--name", "Jo Smith", "--at-most", "any")
    assert told == "Changed Jo Smith.\n"
    assert "is not a number" in judged.refuses("award-panel-member", "--edit", 3, "--at-most", "few")
    judged.does("award-panel-member", "--edit", 2, "--judges", "all")
    listed = judged.does("award-panel")
    assert "Ines Chair" in listed and "Not asked" in listed
    assert "Say why" in judged.refuses("award-panel-member", "--stand-down", 3)
    told = judged.does("award-panel-member", "--stand-down", 3, "--reason", "Is ill")
    assert told == "Jo Smith stood down on 9 December 2019.\n"
    assert judged.does("award-panel-member", "--bring-back", 3) == "Jo Smith is on the panel again.\n"


def test_interests_are_declared_and_taken_away(judged: Clerk) -> None:
    judged.does("award-panel-member", "--add", "Odile Madeup")
    judged.does("award-panel-member", "--add", "Bram Nonesuch")
    told = judged.does(
        "award-interests", "--add", "odile", "--kind", "receives_care", "--service", "Rosewood House"
    )
    assert told == "Odile Madeup declared: Receives care there, or a relative does: Rosewood House.\n"
    judged.does("award-interests", "--add", 1, "--words", "Advises a home in Leeds")
    judged.does("award-interests", "--add", 1, "--nominee", "2026-002", "--kind", "friend")
    judged.does("award-interests", "--add", 1, "--provider", "Hazel Example Care")
    assert judged.does("award-interests", "--none", "bram") == "Bram Nonesuch declared no interests.\n"
    listed = judged.does("award-interests")
    assert "Names nobody here, look by hand: Odile Madeup: Advises a home in Leeds." in listed
    assert "Bram Nonesuch: declared none on 9 December 2019." in listed
    told = judged.does("award-interests", "--remove", 1, "--words", "friend")
    assert told == "Removed: Friend: Ben Example.\n"


def test_conflicts_are_listed_and_ruled_on(judged: Clerk, tmp_path: Path) -> None:
    judged.does("award-panel-member", "--add", "Wren Specimen")
    told = judged.does("award-conflicts", "--out", tmp_path / "conflicts.csv")
    assert "4 rows" in told and "exempt" in told.casefold()
    assert "who ruled" in judged.refuses("award-rule", 1, 1, "--no-conflict", "--reason", "Another Wren")
    told = judged.does(
        "award-rule", 1, "2026-001", "--no-conflict", "--reason", "Another Wren", "--by", "Ines Chair"
    )
    assert told == "Ruled on Wren Specimen and 2026-001: no conflict.\n"
    assert "Ruled: no conflict" in judged.does("award-conflicts")
    assert (
        judged.does("award-rule", 1, 1, "--remove") == "Removed the ruling on Wren Specimen and 2026-001.\n"
    )
    assert "Nothing was ruled" in judged.refuses("award-rule", 1, 1, "--remove")
    told = judged.does("award-rule", 1, 1, "--conflict", "--reason", "Her sister", "--by", "Ines Chair")
    assert told.endswith("a conflict.\n")


def test_nominees_are_planned_given_and_taken_back(judged: Clerk, tmp_path: Path) -> None:
    for name in ("Judge P", "Judge Q", "Judge R", "Wren Specimen"):
        judged.does("award-panel-member", "--add", name)
    assert "have not said what interests" in judged.refuses("award-assign", "--apply")
    for number in range(1, 5):
        judged.does("award-interests", "--none", number)
    planned = judged.does("award-assign")
    assert "Would have" in planned and "2026-004" in planned
    assert "Judge" not in judged.does("award-assignments")
    told = judged.does("award-assign", "--apply")
    assert told.splitlines()[0] == "Gave 4 nominees to 3 judges, to be judged 12 times in all."
    assert told.splitlines()[1].startswith(
        "Wren Specimen has 0 and Judge P has 4: of what Judge P has, 4 have a conflict"
    )
    assert "16 rows" not in judged.does("award-assign", "--afresh", "--out", tmp_path / "plan.xlsx")
    assert "Conflict" in judged.does("award-assignments", "--matrix")
    assert judged.does("award-assignments", "--judge", 1).count("Judge P") == 4
    assert "may not judge 2026-001" in judged.refuses("award-assignment", "wren", 1, "--give")
    assert "was not given" in judged.refuses("award-assignment", "wren", 1, "--take-back")
    assert judged.does("award-assignment", 1, 1, "--take-back") == "Took 2026-001 back from Judge P.\n"
    assert judged.does("award-assignment", 1, 1, "--give") == "Gave 2026-001 to Judge P.\n"
    told = judged.does("award-assignment", 1, 1, "--conflict", "--reason", "My aunt")
    assert told == "Judge P and 2026-001: Conflict declared.\n"
    told = judged.does("award-assignment", 1, 1, "--again", "--reason", "Another Ada")
    assert told == "Judge P and 2026-001: Not started.\n"
    assert "Stood aside" in judged.does("award-assignment", 1, "ben", "--stand-aside", "--reason", "On leave")
