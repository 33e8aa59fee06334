"""Who is meant where one answer names several, or more than a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.nominations.files.several import HowMany, Told, is_nobody, nominees_in, told_of
from awards.vocabulary import NomineeKind

ADA_AND_BEN = ("Ada Example", "Ben Specimen")


def names(text: str, kind: NomineeKind | None = NomineeKind.INDIVIDUAL) -> tuple[HowMany, tuple[str, ...]]:
    found = nominees_in(text, kind)
    return found.how, tuple(one.name for one in found.apart)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Example\nBen Specimen",
        "Ada Example; Ben Specimen;",
        "Ada Example\n\nBen Specimen\n",
        "1. Ada Example\n2. Ben Specimen",
        "1) Ada Example 2) Ben Specimen",
        "• Ada Example\n• Ben Specimen",
        "- Ada Example\n- Ben Specimen\n- ada example",
        "Ada Example, senior carer\nBen Specimen, cook",
    ],
)
def test_a_line_or_semicolon_each_are_several(text: str) -> None:
    assert names(text) == (HowMany.SEVERAL, ADA_AND_BEN)
    assert [one.name for one in nominees_in(text).suggested] == list(ADA_AND_BEN)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Example and Ben Specimen",
        "Ada Example & Ben Specimen",
        "Ada Example, Ben Specimen",
        "Ada Example / Ben Specimen",
        "Ada Example + Ben Specimen",
        "I would like to nominate Ada Example and Ben Specimen",
        "Ada Example (carer) and Ben Specimen (cook)",
    ],
)
def test_and_may_be_two_people_and_is_asked(text: str) -> None:
    how, apart = names(text)
    assert (how, apart) == (HowMany.ASK, ADA_AND_BEN)
    assert nominees_in(text).is_asked and len(nominees_in(text).suggested) == 1  # nobody is split unasked


def test_two_with_one_surname() -> None:
    assert names("Ada and Ben Example")[1] == ("Ada Example", "Ben Example")
    assert names("Ada, Cy and Ben Example")[1] == ("Ada Example", "Cy Example", "Ben Example")


@pytest.mark.parametrize(
    "text",
    [
        "The Day and Night Team",
        "Rosewood House Care and Support Team",
        "Kitchen and Laundry staff",
        "Ashfield Home Care & Support Ltd",
        "Oaks and Acorns House",
        "Ada Example",
        "Mrs Ada Example-Specimen",
        "Ada Example, senior care assistant",
        "Example, Ada",
        "Ada Example and the night team",
        "Ada van der Example",
    ],
)
def test_one_nominee_is_not_split(text: str) -> None:
    assert names(text) == (HowMany.ONE, ())
    assert len(nominees_in(text).suggested) == 1


def test_a_name_and_a_job_beneath_it_are_one_person() -> None:
    found = nominees_in("Ada Example\nDeputy Manager", NomineeKind.INDIVIDUAL)
    assert (found.how, found.suggested) == (HowMany.ONE, (Told("Ada Example", "", "Deputy Manager"),))


def test_a_home_beneath_a_name_is_no_part_of_it() -> None:
    found = nominees_in("Ada Example\nRosewood House", NomineeKind.INDIVIDUAL)
    assert (found.how, found.suggested) == (HowMany.ONE, (Told("Ada Example", "", "", "Rosewood House"),))


def test_the_members_of_a_team_are_asked_about() -> None:
    how, apart = names("Ada Example\nBen Specimen", NomineeKind.TEAM)
    assert (how, apart) == (HowMany.ASK, ADA_AND_BEN)
    assert (
        nominees_in("Ada Example\nBen Specimen", NomineeKind.TEAM).suggested[0].name
        == "Ada Example, Ben Specimen"
    )


@pytest.mark.parametrize(
    "text", ["", "  ", "n/a", "N/A", "-", "TBC", "see attached", "123", "??", "As above", "x"]
)
def test_nobody_is_nobody(text: str) -> None:
    assert is_nobody(text)
    assert nominees_in(text).suggested == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Example", Told("Ada Example")),
        ("Ada (Addie) Example", Told("Ada Example", "Addie")),
        ("Ada Example (known as Addie)", Told("Ada Example", "Addie")),
        ("Ada “Addie” Example", Told("Ada Example", "Addie")),
        ("Ada Example, senior carer", Told("Ada Example", "", "senior carer")),
        ("Ada Example - Registered Manager", Told("Ada Example", "", "Registered Manager")),
        ("Ada Example (Activities Co-ordinator)", Told("Ada Example", "", "Activities Co-ordinator")),
        ("Example, Ada", Told("Ada Example")),
        ("Name: Ada Example.", Told("Ada Example")),
        ("Ada Example (Rosewood House, Ashfield)", Told("Ada Example", "", "", "Rosewood House, Ashfield")),
        ("Ada Example, Rosewood House", Told("Ada Example", "", "", "Rosewood House")),
        (
            "Ada Example, senior carer, Rosewood House",
            Told("Ada Example", "", "senior carer", "Rosewood House"),
        ),
        ("Ada Example – Rosewood House", Told("Ada Example", "", "", "Rosewood House")),
        ("Ada Example from Rosewood House", Told("Ada Example", "", "", "Rosewood House")),
        ("Rosewood House - Night Team", Told("Rosewood House - Night Team")),
        ("Night Team, Rosewood House", Told("Night Team, Rosewood House")),
        ("Siobhán O’Example", Told("Siobhán O’Example")),
    ],
)
def test_what_stands_beside_a_name(text: str, told: Told) -> None:
    assert told_of(text) == told


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    found = nominees_in(text)
    assert all(one.name for one in found.apart)
    assert bool(found.suggested) == (found.how is not HowMany.NOBODY)
