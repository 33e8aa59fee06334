"""What answers say in words: who nominates, whether they may be quoted, which award."""

import pytest

from awards.nominations.files.told_words import (
    CategoryTold,
    ConsentTold,
    category_told,
    consent_of,
    kind_of,
    parts_of_choice,
)
from awards.rounds.shipped import CATEGORIES
from awards.vocabulary import Consent
from awards.vocabulary import NominatorKind as K

NAMES = [(str(place), one.name) for place, one in enumerate(CATEGORIES)]
TEAM = next(key for key, name in NAMES if "Team" in name)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Family member", K.FAMILY),
        ("A friend or relative", K.FAMILY),
        ("Daughter of a resident", K.FAMILY),
        ("Resident", K.INDIVIDUAL),
        ("Person who draws on care", K.INDIVIDUAL),
        ("I receive care from them", K.INDIVIDUAL),
        ("Colleague", K.COLLEAGUE),
        ("I work with her", K.COLLEAGUE),
        ("Registered manager", K.PROVIDER),
        ("Care provider", K.PROVIDER),
        ("Employer / manager", K.PROVIDER),
        ("Health professional", K.PROFESSIONAL),
        ("Her GP", K.PROFESSIONAL),
        ("Social worker", K.PROFESSIONAL),
        ("Myself", K.SELF),
        ("The nominee", K.SELF),
        ("Other", None),
        ("prefer not to say", None),
        ("", None),
    ],
)
def test_who_nominates(told: str, kind: K | None) -> None:
    assert kind_of(told) is kind


def test_the_relation_says_it_where_the_kind_does_not() -> None:
    assert kind_of("Other", "I am her sister") is K.FAMILY
    assert kind_of("Colleague", "sister") is K.COLLEAGUE


@pytest.mark.parametrize(
    ("told", "consent", "doubt"),
    [
        ("Yes", Consent.YES, False),
        ("I agree that my words may be published", Consent.YES, False),
        ("No", Consent.NO, False),
        ("No, I would rather not", Consent.NO, False),
        ("Yes, but not my name", Consent.NO, True),
        ("Yes, anonymously", Consent.NO, True),
        ("Only if you ask me first", Consent.NOT_ASKED, True),
        ("Perhaps", Consent.NOT_ASKED, True),
        ("", Consent.NOT_ASKED, False),
        ("Prefer not to say", Consent.NOT_ASKED, False),
    ],
)
def test_whether_words_may_be_published(told: str, consent: Consent, doubt: bool) -> None:
    assert consent_of(told) == ConsentTold(consent, doubt)


@pytest.mark.parametrize(
    "said",
    [
        "Proud to Care Team Award",
        "PROUD TO CARE TEAM AWARD ",
        "2. Proud to Care Team Award",
        "Proud to Care Team Award (for a team)",
        "Award 2: Proud to Care Team Award",
        "Proud to Care – Team Award",
    ],
)
def test_a_category_by_its_words(said: str) -> None:
    assert category_told(said, NAMES) == CategoryTold(said, TEAM)


def test_what_is_only_like_a_category_is_asked() -> None:
    found = category_told("Team award", NAMES)
    assert (found.key, found.like[:1]) == ("", (TEAM,))
    assert category_told("Best pet", NAMES) == CategoryTold("Best pet")
    assert category_told("x", NAMES) == CategoryTold("x")


def test_several_awards_in_one_answer() -> None:
    said = "Proud to Care Team Award;Proud to be Engaging with the Community;"
    assert parts_of_choice(said, NAMES) == (
        "Proud to Care Team Award",
        "Proud to be Engaging with the Community",
    )
    assert parts_of_choice("Proud to Care Team Award;", NAMES) == ("Proud to Care Team Award",)
    assert parts_of_choice("", NAMES) == ()
