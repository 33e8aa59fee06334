from dataclasses import replace
from datetime import date

from engagement.good_practice.buddies.finder import BuddyLimits, find_buddies
from engagement.good_practice.buddies.needing import Needing
from engagement.good_practice.buddies.pairs import NOT_PROOF, agree_pair, pairs
from engagement.good_practice.buddies.tables import candidates_table, left_out_table, needing_row, pairs_table
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.database import Database
from tests.engagement.good_practice.buddies.test_finder import ELM, GOOD, TODAY
from tests.engagement.good_practice.conftest import Home


def test_candidates_stand_in_their_order_with_the_base_and_what_the_order_means() -> None:
    barred = replace(GOOD, id="barred", name="Quillmere", contract=ContractStatus.SUSPENDED)
    found = find_buddies(ELM, [GOOD, barred], BuddyLimits(), today=TODAY)
    table = candidates_table(found, as_at=TODAY)
    assert table.rows[0][:8] == (1, "Larkmeadow", "Good", 1.0, "In 1 of 2", "Rushcliffe", 28, "Lark Ltd")
    assert table.base == "1 of 2 other services of the kind nursing home could be its buddy."
    assert table.notes == (
        found.order_words,
        *found.notes,
        "Left out: 1 contract suspended, terminated or under an improvement notice.",
    )
    assert "Quillmere" not in repr(table)
    assert left_out_table(found).rows == [
        (
            "Contract suspended, terminated or under an improvement notice (exempt: not for publication): Quillmere",
            1,
        )
    ]


def test_many_left_out_are_counted_and_not_named() -> None:
    others = [replace(GOOD, id=str(number), current=False) for number in range(6)]
    found = find_buddies(ELM, others, today=TODAY)
    assert left_out_table(found).rows == [("Dormant, or no longer registered", 6)]


def test_pairs_say_that_a_better_rating_proves_nothing(db: Database, home: Home) -> None:
    of = home("Elm", Rating.INADEQUATE)
    agree_pair(db, of.id, home("Larkmeadow").id, on=date(2019, 7, 1), today=TODAY)
    assert pairs_table(pairs(db, today=TODAY), today=TODAY).notes == ()
    record_rating(db, of.id, Rating.GOOD, date(2019, 11, 4), today=TODAY)
    table = pairs_table(pairs(db, today=TODAY), today=TODAY)
    assert table.rows[0][:8] == (
        "Elm", "Larkmeadow", "Not met for 3 months", 0, None, "2019-07-01", "Inadequate", "Good",
    )  # fmt: skip
    assert (
        table.base == "1 pair, 1 of them going on."
        and "no proof" in table.notes[0]
        and "no proof" in NOT_PROOF
    )


def test_who_has_no_buddy_yet_says_so() -> None:
    one = Needing("1", "Elm", "Elm Ltd", ServiceKind.HOME_CARE, "Gedling", Rating.INADEQUATE, TODAY, ())
    assert needing_row(one) == (
        "Elm",
        "Inadequate",
        "2019-12-09",
        "None yet",
        "Home care",
        "Gedling",
        "Elm Ltd",
    )
    assert needing_row(replace(one, buddies=("A", "B")))[3] == "A and B"
