"""What a person says in the review, what then stands, and what will be written."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from engagement.forums.online.review import OTHER_MEETING, Review, early_leave, likely_newcomer
from engagement.forums.online.vocabulary import Standing
from engagement.forums.online.whom import LeftOut, Matched, NewPerson, SameAs
from resources.problem import Problem
from tests.engagement.forums.online.online_files import teams

DAY = "10/12/2019, "


def there(name: str, start: str, end: str, email: str = "") -> tuple[str, str, str, str, str]:
    return name, f"{DAY}{start}", f"{DAY}{end}", "", email


ADA = there("Ada Example", "10:00:00", "12:00:00", "ada@larkmeadow.example")
BEN = there("Ben Sampel", "10:00:00", "12:00:00")
ZED = there("Zed Stranger", "10:00:00", "12:00:00", "zed@rosewood.example")
SHORT = there("Cy Specimen", "10:00:00", "10:06:00", "cy@rosewood.example")


@pytest.fixture
def reviewed(contact: dict[str, str], review: Callable[..., Review]) -> Callable[..., Review]:
    def make(*joins: tuple[str, ...]) -> Review:
        return review(teams(joins, joins))

    return make


def stands(review: Review) -> list[Standing]:
    return [line.standing for line in review.lines]


def test_what_is_sure_is_proposed_and_the_rest_waits(reviewed: Callable[..., Review]) -> None:
    found = reviewed(ADA, BEN, ZED, SHORT)
    assert stands(found) == [Standing.MATCHED, Standing.TO_DECIDE, Standing.TO_DECIDE, Standing.TOO_SHORT]
    assert [line.said for line in found.lines] == [
        "Ada Example, Larkmeadow House", "Ben Sample, Larkmeadow House?", "", "Cy Specimen, Rosewood Court",
    ]  # fmt: skip
    assert [line.key for line in found.undecided] == ["2", "3"]
    assert (
        found.summary == "1 person will be checked in. Not counted: 1 too short. Still to decide: 2 people."
    )


def test_confirming_takes_the_best_and_who_fits_nobody_is_asked_about(
    reviewed: Callable[..., Review], contact: dict[str, str]
) -> None:
    found = reviewed(ADA, BEN, ZED)
    done = found.confirm("2")
    assert done.choices == {"2": Matched(contact["Ben Sample"], "Ben Sample", "Larkmeadow House")}
    assert found.choices == {}  # a review never changes
    with pytest.raises(Problem, match="Nobody of the register fits “Zed Stranger”"):
        found.confirm("3")
    assert done.choose("2", None).choices == {}


def test_a_newcomer_begins_with_what_the_file_says(reviewed: Callable[..., Review]) -> None:
    found = reviewed(ZED)
    new = likely_newcomer(found.line("1"), found.found.known)
    assert (new.name, new.email, new.home) == (
        "Zed Stranger",
        "zed@rosewood.example",
        "Rosewood Court Limited",
    )
    assert new.provider_id is not None


def test_lines_of_one_person_stand_and_count_together(reviewed: Callable[..., Review]) -> None:
    found = reviewed(there("Zed Stranger", "10:00:00", "10:06:00"), there("Z S", "10:03:00", "10:09:00"))
    new = NewPerson("Zed Stranger", new_provider="Kingfisher")
    together = found.choose("1", new).choose("2", SameAs("1"))
    assert stands(together) == [
        Standing.TOO_SHORT,
        Standing.TOO_SHORT,
    ]  # nine minutes, what overlaps counted once
    longer = together.with_least(9)
    assert stands(longer) == [Standing.NEW_CONTACT, Standing.SAME_PERSON]
    assert list(longer.taken.values()) == [new]
    assert stands(longer.choose("1", LeftOut())) == [Standing.LEFT_OUT, Standing.LEFT_OUT]
    assert longer.line("2").said == "The same as “Zed Stranger”"


def test_two_lines_of_one_contact_count_together_too(
    reviewed: Callable[..., Review], contact: dict[str, str]
) -> None:
    found = reviewed(there("Zed Stranger", "10:00:00", "10:06:00"), there("Y S", "11:00:00", "11:06:00"))
    cy = Matched(contact["Cy Specimen"], "Cy Specimen", "Rosewood Court")
    assert stands(found.choose("1", cy).choose("2", cy)) == [Standing.CONFIRMED, Standing.CONFIRMED]


def test_nobody_is_the_same_person_as_themselves(reviewed: Callable[..., Review]) -> None:
    found = reviewed(ADA, BEN)
    for circle in (SameAs("1"), SameAs("9")):
        with pytest.raises(Problem, match="not as itself"):
            found.choose("1", circle)
    with pytest.raises(Problem, match="not as itself"):
        found.choose("2", SameAs("1")).choose("1", SameAs("2"))


def test_short_counts_when_somebody_says_so(reviewed: Callable[..., Review]) -> None:
    found = reviewed(SHORT)
    assert found.summary == "0 people will be checked in. Not counted: 1 too short."
    assert stands(found.count("1")) == [Standing.MATCHED]
    assert stands(found.count("1").count("1", counts=False)) == [Standing.TOO_SHORT]


def test_moving_the_meeting_asks_anew_whether_it_is_the_event_s(reviewed: Callable[..., Review]) -> None:
    found = reviewed(ADA).with_confirmed(OTHER_MEETING)
    assert OTHER_MEETING in found.confirmed
    assert OTHER_MEETING not in found.with_shift(1).confirmed
    assert OTHER_MEETING not in found.with_confirmed(OTHER_MEETING, confirmed=False).confirmed


def test_only_a_quarter_of_an_hour_before_the_end_is_early(reviewed: Callable[..., Review]) -> None:
    found = reviewed(ADA).found
    noon = datetime(2019, 12, 10, 12, tzinfo=UTC)
    early = noon - timedelta(minutes=15)
    assert early_leave(early, found) == early
    assert early_leave(early + timedelta(seconds=1), found) is None
    assert early_leave(None, found) is None


def test_only_time_within_the_event_counts_and_both_are_kept(reviewed: Callable[..., Review]) -> None:
    tested = there("Ada Example", "09:30:00", "10:05:00", "ada@larkmeadow.example")
    found = reviewed(tested, ADA)
    ada = found.line("1")
    assert (ada.person.joins, ada.seconds) == (2, 7200)
    alone = reviewed(tested).line("1")
    assert (alone.person.minutes, alone.seconds, alone.standing) == (35, 300, Standing.TOO_SHORT)


def test_of_a_meeting_at_another_time_all_counts_and_it_has_an_end_of_its_own(
    contact: dict[str, str], review: Callable[..., Review]
) -> None:
    joins = [("Ada Example", f"{DAY}14:00:00", f"{DAY}15:00:00", "", "ada@larkmeadow.example")]
    found = review(teams(joins, joins, starts=f"{DAY}14:00:00", ends=f"{DAY}15:00:00"))
    assert found.line("1").seconds == 3600
    over = datetime(2019, 12, 10, 15, tzinfo=UTC)
    assert early_leave(over, found.found) is None
    assert early_leave(over - timedelta(minutes=20), found.found) is not None
