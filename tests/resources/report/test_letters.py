"""The words of a text, apart from the way in which they are written."""

import unicodedata

import pytest

from resources.report.letters import (
    ABBREVIATIONS,
    LOOK_ALIKES,
    clean,
    folded,
    is_disguised,
    outline,
    plainly_written,
    words,
)


def of(text: str) -> list[str]:
    return [word.folded for word in words(clean(text))]


@pytest.mark.parametrize("latin", LOOK_ALIKES)
def test_every_look_alike_folds_to_its_latin_letter_and_is_known_as_one(latin: str) -> None:
    for other in LOOK_ALIKES[latin]:
        assert folded(other) == latin.casefold(), unicodedata.name(other)
        assert is_disguised(other)


def test_no_look_alike_stands_for_two_letters() -> None:
    everything = "".join(LOOK_ALIKES.values())
    assert len(everything) == len(set(everything))
    assert not any(letter.isascii() for letter in everything)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("St. Mary\u2019s", ["st", "marys"]),
        ("Saint Mary", ["st", "mary"]),
        ("Oak & Elm", ["oak", "and", "elm"]),
        ("Elm NH", ["elm", "nursing", "home"]),
        ("Elm Res. Home", ["elm", "residential", "home"]),
        ("\ufb01g", ["fig"]),
        ("Stra\u00dfe", ["strasse"]),
        ("R0sewood H1ll", ["rosewood", "hlll"]),
        ("H1 2026, 24 homes", ["h1", "2026", "24", "homes"]),
        ("a_b-c", ["a", "b", "c"]),
        ("", []),
    ],
)
def test_a_text_has_these_words(text: str, said: list[str]) -> None:
    assert of(text) == said


def test_an_abbreviation_written_out_stands_in_one_place() -> None:
    elm, nursing, home = words("Elm NH")
    assert (nursing.start, nursing.end) == (home.start, home.end) == (4, 6)
    assert all(one not in ABBREVIATIONS for several in ABBREVIATIONS.values() for one in several)
    assert elm.end == 3


@pytest.mark.parametrize(
    ("text", "owner"),
    [("Ann's", "ann"), ("ANN'S", "ann"), ("Anns'", "ann"), ("Anns", "anns"), ("Ann", "ann")],
)
def test_an_owner_is_the_word_without_its_ending(text: str, owner: str) -> None:
    (word,) = words(text)
    assert word.owner == owner


def test_accents_are_no_disguise_and_unseen_characters_are_gone() -> None:
    assert not is_disguised("Ch\u00e2teau") and not is_disguised("Rosewood 12")
    assert plainly_written("Cha\u0302teau  d\u2019Or") == "Ch\u00e2teau d'Or"
    assert clean("a\u200db\u00ad c\ufe0f \u202ed") == "ab c d"
    assert outline("hill") == outline("hlll")
