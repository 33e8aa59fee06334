"""The groups by which answers are looked at."""

import pytest

from workforce.survey.analysis.groups import GroupBy, Size, group_words, in_order, size_of


@pytest.mark.parametrize(
    ("low", "high", "size"),
    [
        (1, 1, Size.MICRO), (9, 9, Size.MICRO), (10, 10, Size.SMALL), (49, 49, Size.SMALL), (50, 50, Size.MEDIUM),
        (249, 249, Size.MEDIUM), (250, 250, Size.LARGE), (4000, 4000, Size.LARGE), (0, 0, Size.NOT_KNOWN),
        (12, 40, Size.SMALL), (40, 60, Size.NOT_KNOWN), (float("nan"), float("nan"), Size.NOT_KNOWN),
    ],
)  # fmt: skip
def test_a_size_holds_the_whole_range(low: float, high: float, size: Size) -> None:
    assert size_of(low, high) is size


def test_groups_stand_in_the_order_of_their_words_and_what_is_not_known_last() -> None:
    assert in_order(GroupBy.KIND, ["", "Several kinds", "home_care", "nursing_home", "home_care"]) == [
        "nursing_home", "home_care", "Several kinds", "",
    ]  # fmt: skip
    assert in_order(GroupBy.SIZE, ["not_known", "large", "micro"]) == ["micro", "large", "not_known"]
    assert in_order(GroupBy.DISTRICT, ["Mansfield", "", "Ashfield"]) == ["Ashfield", "Mansfield", ""]


def test_groups_have_words() -> None:
    told = [group_words(GroupBy.KIND, value) for value in ("home_care", "Several kinds", "")]
    assert told == ["Home care", "Several kinds", "Kind not known"]
    assert group_words(GroupBy.RATING, "not_rated") == "Not yet rated"
    assert [group_words(by, "") for by in (GroupBy.RATING, GroupBy.DISTRICT, GroupBy.SIZE)] == [
        "No CQC rating held", "District not recorded", "Size not known",
    ]  # fmt: skip
    assert group_words(GroupBy.SIZE, "not_known") == "Size not known"
    assert (GroupBy.KIND.words, GroupBy.RATING.words) == ("kind of service", "CQC rating")
