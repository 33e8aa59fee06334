"""Places, plates and seats."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.ceremony.counts import asks_for, count, diets, parts_of, table_order
from awards.ceremony.guests import Guest
from awards.vocabulary import Consent, GuestAnswer, GuestRole


def a_guest(name: str = "Ada Example", **said: Any) -> Guest:
    usual: dict[str, Any] = {
        "id": name, "round_id": "r", "entry_id": None, "nomination_id": None, "contact_id": None, "name": name,
        "organisation": "", "role": GuestRole.GUEST, "email": "", "places": 1, "answer": GuestAnswer.YES,
        "asked_on": None, "diet": "", "access": "", "table_name": "", "photo": Consent.NOT_ASKED,
        "photo_asked_on": None, "note": "",
    }  # fmt: skip
    return Guest(**{**usual, **said})


def test_places_count_whom_a_guest_brings_and_nobody_who_does_not_come() -> None:
    held = count([
        a_guest(places=2, table_name="Table 10", photo=Consent.NO, access="Hearing loop"),
        a_guest("Ben", places=3, table_name="Table 2"),
        a_guest("Cy"),
        a_guest("Di", answer=GuestAnswer.NO, places=9, diet="vegan"),
        a_guest("Eve", answer=GuestAnswer.ASKED, places=2),
        a_guest("Flo", answer=GuestAnswer.NOT_ASKED),
    ])  # fmt: skip
    assert (held.guests, held.coming, held.places, held.most_places) == (6, 3, 6, 9)
    assert (held.declined, held.waiting, held.not_asked, held.not_seated) == (1, 1, 1, 1)
    assert [(one.name, one.places, one.guests) for one in held.tables] == [
        ("Table 2", 3, ("Ben",)), ("Table 10", 2, ("Ada Example",)),
    ]  # fmt: skip
    assert held.access == (("Hearing loop", "Ada Example"),)
    assert held.no_photographs == ("Ada Example",) and held.photo_not_asked == 2
    assert held.diets == ()
    assert held.words == "6 places taken by 3 guests; 1 asked without an answer; 1 not asked yet"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("None.", []),
        ("no requirements", []),
        ("Vegan", [("Vegan", 1)]),
        ("2 vegan; halal", [("vegan", 2), ("halal", 1)]),
        ("2x vegetarian and 1 coeliac", [("vegetarian", 2), ("coeliac", 1)]),
        ("0 vegan", []),
        ("vegan\nno nuts", [("vegan", 1), ("no nuts", 1)]),
    ],
)
def test_food_is_read_as_it_is_written(text: str, parts: list[tuple[str, int]]) -> None:
    assert parts_of(text) == parts


def test_food_is_counted_whatever_its_capitals_and_never_for_more_than_come() -> None:
    some = [a_guest(diet="Vegan", places=2), a_guest("Ben", diet="vegan; 7 halal", places=3)]
    assert diets(some) == (("Halal", 3), ("Vegan", 2))


def test_nothing_said_asks_for_nothing() -> None:
    assert [asks_for(text) for text in ("", " - ", "N/A", "step-free")] == [False, False, False, True]


@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from(GuestAnswer), st.sampled_from(["", "A", "B"]))))
def test_nobody_is_lost(some: list[tuple[int, GuestAnswer, str]]) -> None:
    held = count([a_guest(str(n), places=p, answer=a, table_name=t) for n, (p, a, t) in enumerate(some)])
    assert held.coming + held.declined + held.waiting + held.not_asked == held.guests == len(some)
    assert sum(one.places for one in held.tables) + held.not_seated == held.places <= held.most_places


def test_tables_stand_in_the_order_of_their_numbers() -> None:
    assert sorted(["Table 10", "Top table", "Table 2"], key=table_order) == [
        "Table 2",
        "Table 10",
        "Top table",
    ]
