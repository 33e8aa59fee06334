"""Words that tell an exempt status, and those that are about something else."""

import pytest

from resources.report.gate.statuses import statuses_in


def told(text: str, *, doubtful: bool = False) -> list[str]:
    return [status for _, status in statuses_in(text, doubtful=doubtful)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("One nursing home is suspended.", "suspended"),
        ("One nursing home has had placements stopped.", "suspended"),
        ("The council ended its contract with one home.", "terminated"),
        ("One home is under an improvement notice.", "improvement_notice"),
    ],
)
def test_a_status_is_found_in_other_words(text: str, status: str) -> None:
    assert status in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Visiting was suspended in one nursing home because of norovirus.",
        "Two members of staff at one nursing home were suspended.",
        "The suspended ceiling in one nursing home was mended.",
    ],
)
def test_what_else_was_suspended_is_none(text: str) -> None:
    assert told(text) == []


def test_a_home_that_takes_nobody_may_have_its_own_reasons() -> None:
    words = "One home is closed to new admissions."
    assert told(words) == []
    assert told(words, doubtful=True) == ["suspended"]
