"""Full names of whom no record holds; whatever else is written with capitals is none."""

import pytest

from awards.judging.blind.names import Stand
from awards.judging.blind.strangers import strangers


def found(text: str, *known: str) -> list[str]:
    return [text[one.start : one.end] for one in strangers(text, [], known)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She helped Patience Tinselman eat.", ["Patience Tinselman"]),
        ("Doris Pebble laughed. Yesterday Doris Pebble came.", ["Doris Pebble", "Doris Pebble"]),
        ("with Mrs Tinsel and Uncle Bob", ["Mrs Tinsel", "Uncle Bob"]),
        ("Jack O'Pebble-Stone's dog and Mark van der Tinsel", ["Jack O'Pebble-Stone", "Mark van der Tinsel"]),
        ("June Pebble and Bob T.", ["June Pebble", "Bob T"]),
        ("with Doris M. Pebble", ["Doris M. Pebble"]),
    ],
)
def test_names_of_strangers(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Care Quality Commission rated us Good.", "her Level 3 Diploma in Adult Care", "In June Doris came.",
        "On Friday Doris came.", "with Age UK, Alzheimer's Society, the British Red Cross and Skills for Care",
        "Mental Capacity Act, Christmas Day, Care Certificate, Bank Holiday Monday",
        "Registered Manager and Team Leader",
        "We miss Doris.", "EVERYBODY LOVES DORIS PEBBLE", "Dear Judges", "Thank you Doris", "Kings Mill Hospital",
        "National Health Service", "Duke of Edinburgh Award", "Covid Pandemic", "Happy Birthday",
    ],
)  # fmt: skip
def test_what_is_no_name(text: str) -> None:
    assert found(text) == []


def test_a_place_of_no_record_and_what_is_known() -> None:
    (one,) = strangers("She works at Parkview Lodge now.", [])
    assert (one.stand, one.word) == (Stand.PLACE, "parkview lodge")
    assert found("the Wexley Pennant Prize", "Wexley Pennant Prize") == []
    assert list(strangers("with Doris Pebble", [(5, 10)])) == []


def test_a_first_name_before_a_surname_that_is_hidden_anyway() -> None:
    text = "We thank Dorota Pebble. Lovely Pebble, Deputy Pebble."
    taken = [(at, at + 6) for at in (16, 31, 46)]
    assert {text[begin:end] for begin, end in taken} == {"Pebble"}
    assert [one.word for one in strangers(text, taken)] == ["dorota"]
