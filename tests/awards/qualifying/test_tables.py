"""Qualifying as tables, with and without what only the chair may read."""

from datetime import date

from awards.exempt import EXEMPTION
from awards.qualifying.checks import checklist_of
from awards.qualifying.gathering import standings
from awards.qualifying.looking_again import changed_since
from awards.qualifying.qualify import qualify
from awards.qualifying.tables import (
    CHAIRS,
    changed_row,
    changed_table,
    checked_words,
    checklist_table,
    qualifying_table,
    row_of,
)
from tests.awards.gala import NOW, TODAY, Gala
from tests.awards.qualifying.passing import make_ready, suspend


def test_a_row_says_how_far_a_nominee_is_and_nothing_of_the_contract(gala: Gala) -> None:
    gala.nominate()
    gala.nominate("The night team", "Team")
    suspend(gala, gala.house, date(2026, 8, 1))
    ada, team = (row_of(one, 2026) for one in standings(gala.db, gala.round_id, TODAY))
    assert str(ada[2]).startswith("6 points of the checklist were not looked at") and "suspend" not in str(
        ada
    )
    assert (*ada[:2], *ada[3:]) == (
        "Ada Example", "To decide", "0 of 6", "Not asked", "Rosewood House",
        "Proud to deliver Excellent Person Centred Care", "Submitted", 1, "2026-001",
    )  # fmt: skip
    assert team[4] == "Does not apply" and checked_words(()) == ""


def test_the_contract_is_said_only_where_the_chair_asks(gala: Gala) -> None:
    ada = gala.nominate()
    make_ready(gala, ada.id)
    suspend(gala, gala.house, date(2026, 8, 1))
    found = standings(gala.db, gala.round_id, TODAY)
    usual, chairs = qualifying_table(found, 2026, TODAY), qualifying_table(found, 2026, TODAY, chair=True)
    assert usual.rows[0][-1] == "More on the chair’s screen." and usual.exempt == EXEMPTION
    assert "suspended since 1 August 2026" in str(chairs.rows[0][-1]) and chairs.exempt == CHAIRS
    assert CHAIRS.paragraph == 3 and "paragraph 1" in CHAIRS.reason


def test_the_checklist_of_one_nominee(gala: Gala) -> None:
    ada = gala.nominate()
    assert checklist_table(checklist_of(gala.db, ada.id), "Ada Example").rows[0][1:] == ("", "", None, "")
    make_ready(gala, ada.id)
    found = checklist_table(checklist_of(gala.db, ada.id), "Ada Example")
    assert found.title == "Checklist of Ada Example" and found.exempt == EXEMPTION
    assert found.rows[0][1:] == ("Yes", "Ada Officer", "2026-09-01", "")


def test_what_is_known_since_is_for_the_chair(gala: Gala) -> None:
    ada = gala.nominate()
    make_ready(gala, ada.id)
    qualify(gala.db, ada.id, now=NOW)
    suspend(gala, gala.house, date(2026, 9, 20))
    later = date(2026, 10, 1)
    found = changed_since(gala.db, gala.round_id, later)
    table = changed_table(found, 2026, later)
    assert table.exempt == CHAIRS and "suspended since 20 September 2026" in str(table.rows[0][-1])
    assert changed_row(found[0], 2026)[:2] == ("Ada Example", "Judging")
    assert not any("suspended" in str(cell) for cell in changed_row(found[0], 2026))
