import pytest

from engagement.register.names import (
    email_key,
    folded,
    joined_names,
    letters_of,
    name_key,
    name_of,
    other_names,
    without_company_words,
)
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


def test_the_other_names_of_a_service_are_parted_as_they_are_joined():
    assert other_names("Rosie’s | Rose Lodge||Rosie’s") == ("Rosie’s", "Rose Lodge")
    assert other_names("Elm; Oak and Ash, Limes") == ("Elm; Oak and Ash, Limes",)
    assert other_names("") == ()
    assert other_names(joined_names(["Rose Lodge", "Elm", "Rose Lodge"])) == ("Rose Lodge", "Elm")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("O’Brien", "obrien"),
        ("Zoë  Ångström", "zoe angstrom"),
        ("St. Mary's-Lodge", "st marys lodge"),
        ("STRAßE", "strasse"),
    ],
)
def test_folding(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_a_name_of_marks_alone_is_itself() -> None:
    assert folded("★") == "★" != folded("☆")
    assert folded("  ★   Ⓜ? ") != ""
    assert folded(" ") == ""


def test_marks_alone_hold_no_letters() -> None:
    assert (letters_of("★ – ’"), letters_of("Łukasz 2")) == ("", "lukasz 2")


def test_names_are_compared_without_order_accents_and_marks() -> None:
    assert name_key("O’Brien, Zoë") == name_key("ZOE OBrien") == "obrien zoe"
    assert email_key(" Ada@Example.ORG") == "ada@example.org"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Walkers Care Ltd", "walkers care"),
        ("WALKERS CARE LIMITED", "walkers care"),
        ("Walkers plc", "walkers"),
        ("Limited", "limited"),
    ],
)
def test_a_company_s_name_without_what_kind_of_company_it_is(name, plain):
    assert without_company_words(name) == plain
