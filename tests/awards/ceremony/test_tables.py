"""The ceremony's tables: what names somebody is exempt."""

from datetime import UTC, datetime

import pytest

from awards.ceremony.gathering import GuestsFrom, gather_guests
from awards.ceremony.guests import edit_guest, record_answers
from awards.ceremony.running_order import make_running_order
from awards.ceremony.tables import (
    at_words,
    citations_table,
    counts_tables,
    guests_table,
    length_words,
    needs,
    needs_table,
    running_order_table,
)
from awards.exempt import EXEMPTION
from awards.vocabulary import GuestAnswer
from tests.awards.ceremony.conftest import Evening


def test_the_guest_list_is_exempt_and_says_who_comes(evening: Evening) -> None:
    some = gather_guests(evening.db, evening.round_id, [GuestsFrom.FINALISTS]).added
    record_answers(evening.db, [some[0].id], GuestAnswer.YES, today=evening.gala.today)
    table, keys = guests_table(evening.db, evening.round_id)
    assert table.exempt == EXEMPTION and len(keys) == 3
    assert table.rows[0][:4] == ("Ada Example", "Nominee", "Rosewood House", "Coming")
    assert table.notes == ("1 place taken by 1 guest; 2 not asked yet.",)


def test_what_the_kitchen_gets_is_exempt_too_since_one_halal_meal_is_somebody(evening: Evening) -> None:
    (ada,) = gather_guests(evening.db, evening.round_id, [GuestsFrom.MANAGERS]).added
    edit_guest(evening.db, ada.id, diet="3 vegan", access="Step-free", places=2, answer=GuestAnswer.YES)
    places, food, access, tables = counts_tables(evening.db, evening.round_id)
    assert places.exempt == food.exempt == EXEMPTION
    assert food.rows == [("Vegan", 2)]
    assert access.exempt == tables.exempt == EXEMPTION
    assert access.rows == [("Step-free", "Mo Manager")] and tables.notes == ("2 places without a table.",)
    edit_guest(evening.db, ada.id, diet="2 vegan, 2 halal")
    assert "More is asked for" in counts_tables(evening.db, evening.round_id)[1].notes[-1]


def test_the_running_order_says_when_and_names_no_nominee(evening: Evening) -> None:
    make_running_order(evening.db, evening.round_id)
    table, keys = running_order_table(evening.db, evening.round_id)
    assert table.exempt is None and len(keys) == len(table.rows)
    assert [row[0] for row in table.rows[:3]] == ["+0:00", "+0:10", "+0:15"]
    starts = datetime(2026, 11, 26, 18, 30, tzinfo=UTC)
    timed, _ = running_order_table(evening.db, evening.round_id, starts=starts)
    assert timed.rows[1][0] == "6:40pm"
    assert "Ada" not in str(table.rows)


def test_citations_say_what_is_not_announced(evening: Evening) -> None:
    table, keys = citations_table(evening.db, evening.round_id)
    assert table.exempt == EXEMPTION and keys[0] == evening.winner
    assert table.rows[0][2] == "Winner, not announced"


@pytest.mark.parametrize(("minutes", "words"), [(0, "0 minutes"), (60, "1 hour"), (95, "1 hour 35 minutes")])
def test_lengths_in_words(minutes: int, words: str) -> None:
    assert length_words(minutes) == words
    assert at_words(None, 65) == "+1:05"


def test_what_is_needed_says_for_whom(evening: Evening) -> None:
    (mo,) = gather_guests(evening.db, evening.round_id, [GuestsFrom.MANAGERS]).added
    edit_guest(
        evening.db, mo.id, diet="halal", access="Step-free", table_name="Table 1", answer=GuestAnswer.YES
    )
    found = needs(evening.db, evening.round_id)
    assert [(one.part, one.what, one.number) for one in found if one.guests == ("Mo Manager",)] == [
        ("Kitchen", "Halal", 1), ("Access", "Step-free", 1), ("Tables", "Table 1", 1),
    ]  # fmt: skip
    table, keys = needs_table(evening.db, evening.round_id)
    assert table.exempt == EXEMPTION and len(set(keys)) == len(table.rows)
