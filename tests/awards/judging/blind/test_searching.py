"""What hiding missed is found in another way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.judging.blind.hiding import hide
from awards.judging.blind.names import Stand, all_names, by_first_letters, home_forms, person_forms
from awards.judging.blind.searching import names_left

NAMES = all_names(
    person_forms("Adaline Example", Stand.NOMINEE, also="Bee"),
    person_forms("Mary-Jane Marbley", Stand.NOMINATOR),
    home_forms("Rosewood House Nursing Home"),
    elsewhere=by_first_letters(home_forms("Quillmere Lodge")),
)


@pytest.mark.parametrize(
    "text",
    [
        "Adaline sang", "ADALINE", "A d a l i n e", "teamadalines", "Ada-\nline", "M.J. came", "we rang MJ",
        "Mrs Marbley",
        "rosewoodhouse", "Rose\nwood", "Ring 0115 496 0000", "write to a@b", "to Bee", "at Quillmere Lodge", "Аdaline",  # noqa: RUF001
    ],
)  # fmt: skip
def test_names_are_found_however_they_are_broken(text: str) -> None:
    assert names_left(text, NAMES) != []


@pytest.mark.parametrize(
    "text",
    [
        "[the nominee] and [the home]", "She had a linear plan", "Been there", "On 01.02.2026 10.30", "the rose",
        "an example",
        "a house and a nursing home",
    ],
)  # fmt: skip
def test_other_words_are_none(text: str) -> None:
    assert names_left(text, NAMES) == []


def test_what_was_let_stand_is_no_name() -> None:
    assert [one.written for one in names_left("So Example went", NAMES)] == ["Example"]
    assert names_left("So Example went", NAMES, let_stand={"example"}) == []


@given(st.text(alphabet=st.sampled_from("Adaline Example RosewoodMJ 'sS.,\n-"), max_size=120))
def test_what_was_hidden_is_not_found_again(text: str) -> None:
    found = hide(text, NAMES)
    stand = {one.word for one in found.doubtful if not one.hidden}
    assert names_left(found.text, NAMES, let_stand=stand) == []
