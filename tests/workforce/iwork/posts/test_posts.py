"""Posts: what is kept of one, what is refused, and how places and hours are written."""

from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem, Problem
from workforce.iwork.employers.employers import add_employer, close_employer
from workforce.iwork.posts.posts import (
    add_post,
    edit_post,
    is_post,
    place_of,
    post,
    post_by_reference,
    posts,
    posts_of,
    read_places,
)
from workforce.iwork.vocabulary import PostStatus

TODAY = date(2026, 11, 23)


@pytest.fixture
def home(vault: Database) -> str:
    """An employer."""
    return add_employer(vault, today=TODAY, name="Rosewood House", postcode="NG9 1AA").id


def test_a_post_is_kept_with_a_number(vault: Database, home: str) -> None:
    first = add_post(vault, home, " Lunch  service ", today=TODAY, places_least=2, places_most=3)
    second = add_post(
        vault, home, "Laundry", today=TODAY, status=PostStatus.OPEN, minutes_least=450, minutes_most=600
    )
    assert (first.reference, first.title, first.places_said) == ("P-001", "Lunch service", "2 to 3")
    assert (second.reference, second.status, second.opened_on) == ("P-002", PostStatus.OPEN, TODAY)
    assert (second.places_said, second.hours_said, first.hours_said) == ("1", "7.5 to 10", "")
    assert [one.id for one in posts(vault)] == [first.id, second.id]
    assert [one.id for one in posts(vault, PostStatus.OPEN)] == [second.id]
    assert [one.id for one in posts_of(vault, home)] == [first.id, second.id]
    assert post(vault, first.id) == first
    assert is_post(vault, first.id) and not is_post(vault, home)


@pytest.mark.parametrize("typed", ["P-001", "p1", "1", " p 001 "])
def test_a_post_is_found_by_its_reference(vault: Database, home: str, typed: str) -> None:
    held = add_post(vault, home, "Laundry", today=TODAY)
    assert post_by_reference(vault, typed) == held


def test_a_reference_that_is_none_is_said(vault: Database) -> None:
    with pytest.raises(Problem, match="There is no post “P-009”"):
        post_by_reference(vault, "P-009")


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("2/3", (2, 3)),
        ("2 to 3", (2, 3)),
        ("2-3", (2, 3)),
        ("3 or 2", (2, 3)),
        ("1", (1, 1)),
        (" 4 – 6 ", (4, 6)),
    ],
)
def test_places_are_read_as_managers_write_them(typed: str, places: tuple[int, int]) -> None:
    assert read_places(typed) == places


@pytest.mark.parametrize("typed", ["", "some", "0", "2/3/4", "2.5", "0 to 2", "500"])
def test_what_is_no_number_of_places_is_said(typed: str) -> None:
    with pytest.raises(Problem):
        read_places(typed)


def test_a_post_changes(vault: Database, home: str) -> None:
    held = add_post(vault, home, "Laundry", today=TODAY)
    changed = edit_post(vault, held.id, today=TODAY, places_most=2, pence_hour=1244, postcode="ng1 7dd")
    assert (changed.places_said, changed.pence_hour, changed.postcode) == ("1 to 2", 1244, "NG1 7DD")
    assert changed.easting is not None


def test_a_post_is_where_its_employer_is_unless_it_says_so(vault: Database, home: str) -> None:
    held = add_post(vault, home, "Laundry", today=TODAY)
    assert place_of(vault, held).postcode == "NG9 1AA"
    assert place_of(vault, edit_post(vault, held.id, today=TODAY, postcode="NG1 7DD")).postcode == "NG1 7DD"


def test_a_postcode_that_is_none_is_kept_as_typed(vault: Database, home: str) -> None:
    held = add_post(vault, home, "Laundry", today=TODAY, postcode="NG99")
    assert (held.postcode, held.easting) == ("NG99", None)


def test_what_cannot_be_is_refused_and_nothing_is_written(vault: Database, home: str) -> None:
    held = add_post(vault, home, "Laundry", today=TODAY, minutes_least=600, places_most=2)
    for field, facts in (
        ("title", {"title": "  "}),
        ("places", {"places_least": 3}),
        ("places", {"places_most": 0}),
        ("minutes_most", {"minutes_most": 300}),
        ("minutes_least", {"minutes_least": 20_000}),
        ("until_on", {"start_on": date(2027, 1, 2), "until_on": date(2027, 1, 1)}),
    ):
        with pytest.raises(FieldProblem) as found:
            edit_post(vault, held.id, today=TODAY, **facts)
        assert found.value.field == field
    assert post(vault, held.id) == held


def test_a_new_post_does_not_begin_filled_nor_at_a_closed_employer(vault: Database, home: str) -> None:
    with pytest.raises(FieldProblem, match="does not begin as “Filled”"):
        add_post(vault, home, "Laundry", today=TODAY, status=PostStatus.FILLED)
    close_employer(vault, home, today=TODAY)
    with pytest.raises(FieldProblem, match="Rosewood House is closed"):
        add_post(vault, home, "Laundry", today=TODAY)


def test_a_post_that_is_gone_is_our_fault(vault: Database) -> None:
    with pytest.raises(LookupError):
        post(vault, "gone")
