"""Options that hold commas and semicolons themselves come out right."""

import re
from collections.abc import Iterator
from itertools import permutations

from hypothesis import example, given, settings
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
    assert told_in(mark.join(options), KNOWN, several=True) == Told(keys=tuple(options))


def test_an_option_that_holds_a_semicolon_is_read_among_commas() -> None:
    friends = "Word of mouth, friends; family"
    known = vocabulary((one, one) for one in (JOBS, MOUTH, friends, "Local paper"))
    for text in (f"{friends}, Local paper", f"Local paper, {friends}", f"Local paper,{friends}, {JOBS}"):
        found = told_in(text, known, several=True)
        assert not found.unknown and set(found.keys) >= {friends, "Local paper"}
    found = told_in(f"{friends}, the vicar, Local paper", known, several=True)
    assert found == Told((friends, "Local paper"), ("the vicar",))
    assert told_in("Local paper;Radio", vocabulary((o, o) for o in ("Local paper", "Radio", "Local paper, radio")),
                   several=True).keys == ("Local paper", "Radio")  # fmt: skip


JOINERS = (";", "; ", ", ", ",", "\n", " | ")
WORDS = st.sampled_from(("Pay", "Hours", "Rotas", "Word of mouth", "Radio", "Family", "Friends"))
OPTIONS = st.lists(
    st.lists(st.tuples(WORDS, st.sampled_from((", ", "; ", " ", ","))), min_size=1, max_size=3).map(
        lambda parts: "".join(word + mark for word, mark in parts).rstrip(" ,;")
    ),
    unique_by=lambda option: plain(option),
    min_size=1,
    max_size=4,
)


def selections(options: list[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every choice of options in any order, as each program joins them."""
    for number in range(1, len(options) + 1):
        for some in permutations(options, number):
            for joiner in JOINERS:
                yield some, joiner.join(some)


@settings(deadline=None, max_examples=60)
@example(["Pay, Pay", "Pay"])
@given(OPTIONS)
def test_every_selection_of_any_options_is_read_back_however_it_is_joined(options: list[str]) -> None:
    """But for a text that two selections would be told by."""
    known = vocabulary((one, one) for one in options)
    told: dict[str, set[tuple[str, ...]]] = {}
    for some, text in selections(options):
        told.setdefault(re.sub(r"\s*([;,|\n])\s*", r"\1", text), set()).add(tuple(sorted(some)))
    for some, text in selections(options):
        if len(told[re.sub(r"\s*([;,|\n])\s*", r"\1", text)]) == 1:
            found = told_in(text, known, several=True)
            assert set(found.keys) == set(some) and found == Told(keys=found.keys)
            if ";" in text and ";".join(some) == text:
                assert set(told_in(f"{text};", known, several=True).keys) == set(some)
