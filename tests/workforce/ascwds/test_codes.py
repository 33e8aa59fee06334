"""Codes in words, checked against the list of training categories that the service publishes."""

import csv
from pathlib import Path

from workforce.ascwds import codes


def test_every_training_category_has_words(shared_data: Path) -> None:
    with (shared_data / "ascwds" / "training_categories.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["bulk_upload_code"] for row in rows} == set(codes.TRAINING)


def test_a_code_that_nobody_knows_stands_as_it_is() -> None:
    assert codes.words_of(codes.SERVICES, "8") == "Domiciliary care"
    assert codes.words_of(codes.SERVICES, "4711") == "4711"
    assert codes.words_of(codes.SERVICES, "") == ""


def test_lists_keep_their_places() -> None:
    assert codes.split("20; ;8") == ("20", "", "8")
    assert codes.split(" ") == ()


def test_999_and_blanks_are_no_figures() -> None:
    assert [codes.whole(text) for text in ("0", "12", "999", "", "x", "1.5")] == [
        0,
        12,
        None,
        None,
        None,
        None,
    ]


def test_care_providing_roles_are_known_roles() -> None:
    assert set(codes.JOB_ROLES) >= codes.CARE_PROVIDING
    assert "Registered manager" not in {codes.JOB_ROLES[one] for one in codes.CARE_PROVIDING}


def test_every_job_role_is_one_of_those_that_funders_ask() -> None:
    assert codes.ROLE_OF.keys() == codes.JOB_ROLES.keys()
