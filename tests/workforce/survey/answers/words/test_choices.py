"""Options that hold commas and semicolons themselves come out right."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from resources.files.cells import clean_text
from resources.words import plain
from workforce.survey.answers.words.choices import Told, Vocabulary, told_in, vocabulary

JOBS, RADIO, POOR, POOR_PAY, MOUTH = (
    "Online job boards, such as Indeed",
    "Local newspaper or radio",
    "Pay",
    "Pay; terms, and conditions",
    "Word of mouth",
)
KNOWN = vocabulary((one, one) for one in (JOBS, RADIO, POOR, POOR_PAY, MOUTH))


def test_several_are_told_apart_by_semicolons_commas_or_lines() -> None:
    for text in (
        f"{JOBS};{RADIO};",
        f"{JOBS}, {RADIO}",
        f"{JOBS}\n{RADIO}",
        f"{JOBS} | {RADIO}",
        f"{JOBS.upper()};  {RADIO}",
    ):
        assert told_in(text, KNOWN, several=True) == Told(keys=(JOBS, RADIO))


def test_the_longest_option_that_fits_counts() -> None:
    assert told_in(f"{POOR_PAY}; {MOUTH}", KNOWN, several=True).keys == (POOR_PAY, MOUTH)
    assert told_in("Pay; terms; Word of mouth", KNOWN, several=True) == Told((POOR, MOUTH), ("terms",))


def test_words_of_no_option_stay_together_between_options() -> None:
    found = told_in(f"{MOUTH}, the notice board, by the door, {RADIO}", KNOWN, several=True)
    assert found == Told((MOUTH, RADIO), ("the notice board, by the door",))


def test_words_that_recur_part_what_stands_beside_them() -> None:
    extra = vocabulary((one, one) for one in ("Facebook", "Leaflets"))
    found = told_in("Facebook, Leaflets, Word of mouth", KNOWN, extra, several=True)
    assert found == Told((MOUTH,), ("Facebook", "Leaflets"))


def test_what_other_says_is_told_apart() -> None:
    assert told_in(f"{MOUTH};Other: the vicar", KNOWN, several=True) == Told((MOUTH,), other=("the vicar",))
    assert told_in("Other (please specify): the vicar", KNOWN, several=True) == Told(other=("the vicar",))
    assert told_in("other - the vicar", KNOWN, several=False) == Told(other=("the vicar",))
    assert told_in("Other", KNOWN, several=False) == Told(other_alone=True)
    assert told_in("Other staff told them", KNOWN, several=False) == Told(unknown=("Other staff told them",))


def test_one_choice_is_never_parted() -> None:
    assert told_in(f"{MOUTH}, {RADIO}", KNOWN, several=False) == Told(unknown=(f"{MOUTH}, {RADIO}",))


def test_options_that_differ_in_a_sign_are_different() -> None:
    languages = vocabulary((one, one) for one in ("C", "C#", "C++"))
    assert told_in("c++; C; C#", languages, several=True).keys == ("C++", "C", "C#")


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_word_is_lost(text: str) -> None:
    found = told_in(text, Vocabulary({}), several=True)
    if not found.other and not found.other_alone:
        assert plain(" ".join(found.unknown)) == plain(clean_text(re.sub(r"[;\n|,\r]", " ", text)))


@settings(deadline=None)
@given(
    st.lists(st.sampled_from((JOBS, RADIO, POOR, POOR_PAY, MOUTH)), unique=True, min_size=1),
    st.sampled_from((";", ", ", "\n")),
)
def test_any_options_joined_by_any_mark_come_out_again(options: list[str], mark: str) -> None:
    found = told_in(mark.join(options), KNOWN, several=True)
    if "; terms, and conditions" not in mark.join(options) or mark != ", ":
        assert set(found.keys) == set(options) and not found.unknown
