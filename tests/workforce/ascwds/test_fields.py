"""Which fields are asked depends on the answers."""

import pytest

from workforce.ascwds.fields import WORKER_FIELDS, WORKPLACE_FIELDS, worker_missing, workplace_missing


@pytest.mark.parametrize(
    ("service", "missing"), [("1", ("capacity and use",)), ("8", ("capacity and use",)), ("72", ())]
)
def test_capacity_is_asked_of_some_main_services(service: str, missing: tuple[str, ...]) -> None:
    given = " ".join(name for name in WORKPLACE_FIELDS if name != "capacity")
    assert workplace_missing(given, service) == missing


def test_a_workplace_that_says_nothing_lacks_everything_that_is_asked() -> None:
    assert workplace_missing("", "2") == tuple(WORKPLACE_FIELDS.values())


EVERYTHING = " ".join(WORKER_FIELDS)


def missing(
    *left_out: str, employment: str = "1", zero_hours: str = "2", social: str = "2", other: str = "2"
) -> tuple[str, ...]:
    given = " ".join(name for name in WORKER_FIELDS if name not in left_out)
    return worker_missing(
        given, employment=employment, zero_hours=zero_hours, social_care=social, other=other
    )


@pytest.mark.parametrize(
    ("employment", "zero_hours", "asked"),
    [
        ("1", "2", {"contracted hours", "days sick"}),
        ("2", "999", {"contracted hours", "days sick"}),
        ("1", "1", {"average hours", "days sick"}),
        ("3", "2", {"average hours"}),
        ("4", "1", {"average hours"}),
        ("7", "", {"average hours"}),
        ("", "2", set()),
    ],
)
def test_hours_and_days_sick_depend_on_the_contract(
    employment: str, zero_hours: str, asked: set[str]
) -> None:
    found = missing(
        "contracted_hours", "average_hours", "days_sick", employment=employment, zero_hours=zero_hours
    )
    assert set(found) == asked


def test_a_level_is_asked_where_there_is_a_qualification() -> None:
    left_out = ("social_care_level", "other_level")
    assert missing(*left_out) == ()
    assert missing(*left_out, social="1") == ("its level",)
    assert missing(*left_out, social="999", other="1") == ("level of the other qualification",)


def test_what_is_missing_stands_in_the_order_of_the_fields() -> None:
    assert missing("pay", "gender", "main_job") == ("gender", "main job", "pay")
    assert worker_missing(EVERYTHING, employment="1", zero_hours="1", social_care="1", other="1") == ()
