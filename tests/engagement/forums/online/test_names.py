"""What a meeting shows of a person, read as a name."""

import pytest

from engagement.forums.online.names import ShownName, read_name, telling_domain


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("Ada Example", ShownName("Ada Example")),
        ("JANSSENS JAN (EXT)", ShownName("Janssens Jan")),
        ("ada example (Guest)", ShownName("Ada Example")),
        ("Ada Example [she/her]", ShownName("Ada Example")),
        ("García Simón, Pedro", ShownName("Pedro García Simón")),
        ("De Compostela, Santiago", ShownName("Santiago De Compostela")),
        ("Example, Ada Jane", ShownName("Ada Jane Example")),
        ("Ada Example, Rosewood Court", ShownName("Ada Example", rest="Rosewood Court")),
        ("Ada Example - Rosewood Court", ShownName("Ada Example", rest="Rosewood Court")),
        ("Ada Example | Rosewood", ShownName("Ada Example", rest="Rosewood")),
        ("Ada Example (Rosewood Court)", ShownName("Ada Example", rest="Rosewood Court")),
        ("012_Ada Example", ShownName("Ada Example")),
        ("ada.example@rosewood.example", ShownName("Ada Example")),
        ("Mary-Jane O’Brien", ShownName("Mary-Jane O’Brien")),
        ("+44 1623 496000", ShownName("+44 1623 496000")),
        ("(Guest)", ShownName("(Guest)")),
        (",", ShownName("")),
    ],
)  # fmt: skip
def test_names_as_teams_shows_them(shown: str, read: ShownName) -> None:
    assert read_name(shown) == read


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("Ada (Ada Example)", ShownName("Ada Example", ("Ada",))),
        ("Ada Example (Reception)", ShownName("Ada Example", ("Reception",))),
        ("Ada Example (Guest)", ShownName("Ada Example")),
    ],
)
def test_in_zoom_s_files_the_brackets_hold_the_name_before(shown: str, read: ShownName) -> None:
    assert read_name(shown, brackets_are_names=True) == read


def test_every_name_shown_is_compared() -> None:
    assert read_name("Ada (Ada Example)", brackets_are_names=True).keys == ("ada example", "ada")


@pytest.mark.parametrize(
    ("email", "domain"),
    [("ada@rosewood.example", "rosewood.example"), ("ada@gmail.com", ""), ("ada@NHS.net", ""), ("", ""), ("ada", "")],
)  # fmt: skip
def test_an_address_that_anybody_may_have_says_nothing(email: str, domain: str) -> None:
    assert telling_domain(email) == domain
