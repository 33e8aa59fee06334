import pytest

from engagement.register.names import name_of
from engagement.register.providers import add_provider


def test_a_key_is_said_by_the_name_it_has_now_and_one_that_is_gone_by_none(db):
    firm = add_provider(db, name="Rosewood Care")
    assert [name_of(db, "provider", key) for key in (firm.id, "gone", "", None)] == [
        "Rosewood Care",
        "",
        "",
        "",
    ]
    assert name_of(db, "service", firm.id) == ""


def test_rows_that_have_no_name_are_not_asked_for_one(db):
    with pytest.raises(LookupError, match="rows of rating have no name"):
        name_of(db, "rating", "x")
