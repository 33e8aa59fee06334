"""What stands above letters: kept beside whose register it is."""

import pytest

from engagement.register.council import set_council
from engagement.register.letterhead import Letterhead, is_address, letterhead, set_letterhead
from resources.database import Database, history
from resources.problem import FieldProblem


def test_the_council_is_the_registers_until_it_is_written_otherwise(db: Database) -> None:
    set_council(db, "Nottinghamshire")
    assert letterhead(db).council == "Nottinghamshire"
    set_letterhead(db, Letterhead("Nottinghamshire County Council", "Team"))
    assert letterhead(db) == Letterhead("Nottinghamshire County Council", "Team")
    set_letterhead(db, Letterhead("Nottinghamshire", ""))
    set_council(db, "Derbyshire")
    assert letterhead(db) == Letterhead("Derbyshire")


def test_it_is_kept_and_undone_as_one(db: Database) -> None:
    head = Letterhead("Council", "Team", "Hall", "a@example.org", "0115 496 0000")
    set_letterhead(db, head)
    assert letterhead(db) == head
    assert head.lines == ("Team", "Hall", "0115 496 0000, a@example.org")
    history.undo(db)
    assert letterhead(db) == Letterhead()


def test_an_address_to_which_nothing_can_be_written_is_refused(db: Database) -> None:
    with pytest.raises(FieldProblem, match="“nobody” is not an e-mail address"):
        set_letterhead(db, Letterhead(email="nobody"))


@pytest.mark.parametrize(
    ("text", "fits"),
    [("a.b+c@example.co.uk", True), ("o'hara@example.org", True), ("a@b", False), (".a@example.org", False),
     ("a..b@example.org", False), ("a b@example.org", False), ("a@example.org\nBcc: x@y.z", False), ("", False)],
)  # fmt: skip
def test_addresses(text: str, fits: bool) -> None:
    assert is_address(text) is fits
