"""Who may be whom, and which voices are one, with the reason."""

from dataclasses import replace

import pytest

from awards.nominations.likeness import (
    SURNAME_ALONE,
    NomineeFacts,
    VoiceFacts,
    nominees_alike,
    voices_alike,
    whole_names,
)
from awards.vocabulary import NomineeKind
from tests.awards.gala import STATEMENT

K = NomineeKind
ADA = NomineeFacts("1", ("Ada Example",), K.INDIVIDUAL, "care", "house", "rosewood")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (replace(ADA, key="2"), "They have the same name."),
        (replace(ADA, key="2", names=("EXAMPLE, Ada",)), "They have the same name."),
        (replace(ADA, key="2", names=("A Example",)), "the same surname and the same initial"),
        (replace(ADA, key="2", names=("Ada Exampel",)), "spelt almost alike"),
        (
            replace(ADA, key="2", names=("Addie Sample", "Ada Example")),
            "share a name that they are also known by",
        ),
        (replace(ADA, key="2", service_id="", provider_id=""), "no place of the register is known"),
        (replace(ADA, key="2", service_id="lodge"), "Both work for the same provider."),
        (replace(ADA, key="2", service_id="far", provider_id="hazel"), "tied to different services"),
    ],
)
def test_one_person_written_otherwise_is_found_with_the_reason(other: NomineeFacts, reason: str) -> None:
    found = nominees_alike(ADA, other)
    assert found.score
    assert reason in " ".join(found.reasons)


@pytest.mark.parametrize(
    "other",
    [
        replace(ADA, key="2", names=("Ben Specimen",)),
        replace(ADA, key="2", names=("Ada Exampel",), service_id="far", provider_id="hazel"),
        replace(ADA, key="2", names=("Ada Exampel",), service_id="", provider_id=""),
    ],
)
def test_others_are_not(other: NomineeFacts) -> None:
    assert nominees_alike(ADA, other).score == 0


def test_every_home_has_a_night_team() -> None:
    night = NomineeFacts("1", ("Night Team",), K.TEAM, "team", "house", "rosewood")
    assert nominees_alike(night, replace(night, key="2")).score
    assert not nominees_alike(night, replace(night, key="2", service_id="far", provider_id="hazel")).score
    assert not nominees_alike(night, replace(night, key="2", service_id="", provider_id="")).score


def test_one_service_is_one_whatever_it_was_called() -> None:
    house = NomineeFacts("1", ("Rosewood House",), K.SERVICE, "community", "house", "rosewood")
    assert nominees_alike(house, replace(house, key="2", names=("Rosewood",))).score
    assert not nominees_alike(house, replace(house, key="2", category_id="new")).score


def test_one_person_in_two_categories_is_told_where_it_is_near_certain() -> None:
    found = nominees_alike(ADA, replace(ADA, key="2", category_id="team"))
    assert found.reasons[-1] == "They are nominated in different categories."
    assert not nominees_alike(ADA, replace(ADA, key="2", category_id="team", service_id="")).score


def test_the_register_knows_who_somebody_is() -> None:
    tied = replace(ADA, contact_id="contact")
    assert nominees_alike(tied, replace(tied, key="2", names=("Mrs Smith",))).score == 100


def test_a_place_told_counts_where_none_is_tied() -> None:
    told = replace(ADA, service_id="", provider_id="", place="Rosewood House")
    found = nominees_alike(told, replace(told, key="2", names=("Ada Exampel",), place="ROSEWOOD HOUSE"))
    assert "The same place was told for both." in found.reasons


def test_a_nickname_stands_before_the_surname() -> None:
    assert whole_names("Ada Example", ("Addie", "A. E. Example")) == (
        "Ada Example",
        "Addie Example",
        "A. E. Example",
    )
    assert whole_names("Rosewood", ("The Wood",)) == ("Rosewood", "The Wood")


VICTORIA = replace(ADA, names=("Victoria Crumpetton",))
BUTTONS = replace(VICTORIA, key="2", names=("Buttons Crumpetton",))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Victoria Crumpetton", "Vicky Crumpetton"),
        ("Ibrahim Jigsawson", "Ibby Jigsawson"),
        ("Tori Sample", "Vicki Sample"),
    ],
)
def test_a_short_name_is_found_as_an_initial_is(name: str, other: str) -> None:
    one = replace(ADA, names=(name,))
    found = nominees_alike(one, replace(one, key="2", names=(other,)))
    assert found.score == nominees_alike(ADA, replace(ADA, key="2", names=("A Example",))).score
    assert "one first name may be short for the other" in found.reasons[0]
    assert not nominees_alike(
        one, replace(one, key="2", names=(other,), service_id="far", provider_id="x")
    ).score


def test_a_surname_alone_at_one_place_and_in_one_category_is_offered_last() -> None:
    found = nominees_alike(VICTORIA, BUTTONS)
    assert found.score == SURNAME_ALONE
    assert found.reasons == (
        "Victoria Crumpetton and Buttons Crumpetton have the same surname; their first names differ.",
        "Both work at the same service.",
    )
    told = replace(VICTORIA, service_id="", provider_id="", place="Rosewood House")
    assert nominees_alike(told, replace(told, key="2", names=("Buttons Crumpetton",))).score == SURNAME_ALONE


@pytest.mark.parametrize(
    "other",
    [
        replace(BUTTONS, category_id="team"),
        replace(BUTTONS, service_id="lodge"),
        replace(BUTTONS, service_id="", provider_id=""),
        replace(BUTTONS, names=("Crumpetton",)),
        replace(BUTTONS, kind=K.TEAM),
        replace(BUTTONS, contact_id="another"),
    ],
)
def test_a_surname_alone_says_nothing_elsewhere(other: NomineeFacts) -> None:
    assert not nominees_alike(replace(VICTORIA, contact_id="contact"), other).score


WREN = VoiceFacts("1", "ada", "Wren Specimen", "wren@example.org", STATEMENT)


def test_the_same_words_and_almost_the_same_are_found() -> None:
    other = replace(WREN, key="2", nominator="Odette Sample", email="")
    assert voices_alike(WREN, other).reasons == ("The statements are the same, word for word.",)
    near = replace(other, statement=STATEMENT.replace("six years", "eight years").upper())
    assert voices_alike(WREN, near).reasons == ("The statements are almost the same.",)
    assert not voices_alike(WREN, replace(other, statement=STATEMENT[:90])).score


def test_the_same_person_speaking_twice_is_found_for_one_nominee_only() -> None:
    again = replace(WREN, key="2", statement="Ada is kind.")
    assert voices_alike(WREN, again).reasons == ("Both came from wren@example.org.",)
    assert voices_alike(replace(WREN, email=""), replace(again, email="", nominator="SPECIMEN, Wren")).score
    assert not voices_alike(WREN, replace(again, entry_id="ben")).score


def test_two_short_statements_say_too_little_to_tell() -> None:
    short = replace(WREN, statement="She is kind.")
    assert not voices_alike(short, replace(short, key="2", nominator="Odette Sample", email="")).score
