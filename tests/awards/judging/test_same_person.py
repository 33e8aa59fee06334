"""Names that may be of one person, however they are written; nobody's who only share a surname."""

import pytest

from awards.judging.same_person import is_in_address, same_address, same_person


@pytest.mark.parametrize(
    "name",
    [
        "WREN SPECIMEN", "Wrén Specimen", "Specimen, Wren", "Specimen Wren", "Mrs Wren Specimen",
        "Dr. Wren Specimen OBE", "Wren Specimen MBE", "Wren Specimen, RGN", "Wren Specimen (Mrs)",
        "Wren (Wrenny) Specimen",
        "Wren and Robin Specimen", "Robin & Wren Specimen", "Ann, Kit and Wren Specimen", "Wren Example née Specimen",
        "Wren Specimen and the night team",
    ],
)  # fmt: skip
def test_the_same_name_is_the_same_person(name: str) -> None:
    assert same_person(name, "Wren Specimen") is False
    assert same_person("Wren Specimen", name) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. Smith", "Jane Smith"), ("Smith, J", "Jane Smith"), ("Smith J", "Jane Smith"), ("JA Smith", "Jane Smith"),
        ("Jane A. Smith", "Jane Smith"), ("Jane Anne Smith", "Jane Smith"), ("Jane Smith-Brown", "Jane Smith"),
        ("Robert Smith", "Bob Smith"), ("R Smith", "Bob Smith"), ("Bobby Smith", "Bob Smith"),
        ("Wrenny (Wren) Specimen", "Wren Specimen"),
    ],
)  # fmt: skip
def test_what_may_be_the_same_person_is_doubtful(one: str, other: str) -> None:
    assert same_person(one, other) is True
    assert same_person(other, one) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Janet Smith", "Jane Smith"), ("Smith", "Jane Smith"), ("Mr and Mrs Smith", "Jane Smith"), ("", "Jane Smith"),
        ("J. A. Smith", "Jane Beth Smith"), ("Roberta Smith", "Bob Smith"), ("Jo Ma", "Jo MBE Li"),
    ],
)  # fmt: skip
def test_others_are_nobody(one: str, other: str) -> None:
    assert same_person(one, other) is None
    assert same_person(other, one) is None


@pytest.mark.parametrize(
    ("email", "found"),
    [
        ("robin.specimen@example.org", True), ("R.Specimen@example.org", True), ("rspecimen2@example.org", True),
        ("specimenr@example.org", True), ("Robin_Specimen+awards@example.org", True), ("info@example.org", False),
        ("robin@example.org", False), ("robin.example@example.org", False), ("", False),
    ],
)  # fmt: skip
def test_an_address_may_be_made_of_a_name(email: str, found: bool) -> None:
    assert is_in_address("Robin Specimen", email) is found


def test_an_address_is_the_same_however_it_is_put() -> None:
    assert same_address("mailto:wren@example.org", "Wren <WREN@example.org>")
    assert same_address("wren+judge@example.org", "wren@example.org; other@example.org")
    assert not same_address("wren@example.org", "robin@example.org")
    assert not same_address("", "")
