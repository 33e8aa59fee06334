"""An organisation as it was typed, held against the names of the register."""

import pytest

from awards.judging.same_organisation import same_organisation


@pytest.mark.parametrize(
    ("typed", "name", "found"),
    [
        ("rosewood example homes limited", "Rosewood Example Homes Ltd", False),
        ("The Rosewood Example Homes (Notts)", "Rosewood Example Homes", False),
        ("Rosewood", "Rosewood House", True),
        ("Rosewood Homes", "Rosewood House Care Home", True),
        ("Hazel Care", "Rosewood Care", None),
        ("The Council", "Council House Care", None),
        ("Nottinghamshire Care Association", "Nottinghamshire Home Care", None),
        ("", "Rosewood House", None),
    ],
)
def test_the_same_doubtful_and_another(typed: str, name: str, found: bool | None) -> None:
    assert same_organisation(typed, name) is found
    assert same_organisation(name, typed) is found
