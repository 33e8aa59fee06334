"""Which first names may be one person’s."""

import pytest

from engagement.register.short_names import SHORT_NAMES, may_be_one


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("victoria", "vicky", True),
        ("vicky", "tori", True),
        ("ibrahim", "ibby", True),
        ("jo", "joe", False),
        ("sam", "samantha", True),
        ("ada", "ada", True),
        ("ada", "ben", False),
    ],
)
def test_first_names_that_may_be_one_person_s(one: str, other: str, may: bool) -> None:
    assert may_be_one(one, other) is may_be_one(other, one) is may


def test_names_are_kept_as_they_are_compared() -> None:
    assert all(name == name.casefold() for one, short in SHORT_NAMES.items() for name in (one, *short))
    assert not any(one in short for one, short in SHORT_NAMES.items())
