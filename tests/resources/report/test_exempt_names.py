"""Which words of an exempt name tell by themselves whom it means, and the forms in which it is sought."""

import pytest

from resources.report.exempt_names import (
    SHARED_BY,
    ExemptTerm,
    KnownWords,
    Standing,
    Writing,
    forms_of,
    standing,
    telling_words,
)

KNOWN = KnownWords(
    labels={"bassetlaw", "mansfield"},
    places={"worksop"},
    bearers={"laurels": SHARED_BY + 1, "quillmere": SHARED_BY},
)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("quillmere", Standing.TELLING),
        ("thistledown", Standing.TELLING),
        ("laurels", Standing.SHARED),
        ("worksop", Standing.PLACE),
        ("bassetlaw", Standing.LABEL),
        ("nursing", Standing.ORDINARY),
        ("lodge", Standing.ORDINARY),
        ("ab", Standing.SHORT),
        ("24", Standing.SHORT),
        ("1234", Standing.SHORT),
    ],
)
def test_a_word_tells_or_there_is_a_reason_why_not(word: str, said: Standing) -> None:
    assert standing(word, KNOWN) is said


def test_the_telling_words_of_a_name_stand_in_its_order_each_also_without_its_possessive() -> None:
    assert telling_words("The Quillmere & Thistledown Nursing Home, Worksop", KNOWN) == (
        "quillmere",
        "thistledown",
    )
    assert telling_words("Pebblewick's Lodge", KNOWN) == ("pebblewicks", "pebblewick")
    assert telling_words("Mansfield Care Home", KNOWN) == ()


def test_a_name_of_ordinary_words_has_no_short_form() -> None:
    (form,) = forms_of(ExemptTerm("The Care Home", "x", ()))
    assert (form.words, form.writing) == (("the", "care", "home"), Writing.ORDINARY)
    assert forms_of(ExemptTerm("—", "x")) == []


def test_a_form_is_listed_once_as_what_it_is_first() -> None:
    forms = forms_of(ExemptTerm("Thistledown", "x", ("thistledown",)))
    assert [(form.words, form.writing) for form in forms] == [
        (("thistledown",), Writing.FULL),
        (("thistledowns",), Writing.WORD),
    ]
