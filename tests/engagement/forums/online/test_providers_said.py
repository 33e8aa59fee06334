"""Which provider a written name means, and which are alike."""

import pytest

from engagement.forums.online.matching import Known
from engagement.forums.online.providers_said import (
    held_provider,
    new_provider,
    provider_named,
    providers_alike,
    refuse_by_a_slip,
)
from resources.problem import Problem

KNOWN = Known(
    (),
    homes=[
        ("Marblewick Care Homes Ltd", "marble"), ("Elm House", "elm"), ("Elm House", "ash"), ("Ash Care", "ash"),
    ],
)  # fmt: skip


def test_a_name_means_the_one_that_has_it() -> None:
    assert provider_named(KNOWN, "marblewick care homes ltd") == "marble"
    assert provider_named(KNOWN, "Elm House") is None
    with pytest.raises(Problem, match="more than one provider is meant by “Elm House”"):
        held_provider(KNOWN, "Elm House", "Line 2", "New provider")


@pytest.mark.parametrize(
    ("name", "alike"),
    [
        ("Marblewick", ["Marblewick Care Homes Ltd"]),
        ("Marblwick Care Homes", ["Marblewick Care Homes Ltd"]),
        ("Care Homes Ltd", []),
        ("Kingfisher Care", []),
    ],
)
def test_those_alike_share_the_telling_words_or_the_spelling(name: str, alike: list[str]) -> None:
    assert providers_alike(KNOWN, name) == alike


def test_a_new_one_is_none_that_is_held_but_for_ltd() -> None:
    assert new_provider(KNOWN, "Marblewick", "Line 2") == "Marblewick"
    with pytest.raises(Problem, match="the register holds “Marblewick Care Homes Ltd”"):
        new_provider(KNOWN, "Marblewick Care Homes", "Line 2")


def test_what_the_file_alone_says_makes_none_where_one_is_alike() -> None:
    refuse_by_a_slip(KNOWN, "Kingfisher Care", "Line 2", "New provider")
    with pytest.raises(Problem, match="Alike: “Marblewick Care Homes Ltd”"):
        refuse_by_a_slip(KNOWN, "Marblewick", "Line 2", "New provider")
