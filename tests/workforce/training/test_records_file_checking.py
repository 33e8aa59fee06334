"""What a file would bring, row by row, and why a row is refused."""

from datetime import date
from pathlib import Path

import pytest

from engagement.register.services import service as service_of
from resources.database import Database
from tests.workforce.training.people import a_course, a_learner, a_post, a_service
from workforce.training.records import add_record
from workforce.training.records_file import read_records_file
from workforce.training.records_file_checking import CheckedRecords, Choices, check_records
from workforce.training.vocabulary import Accredited, DeliveredBy, HowDelivered, JobRole

TODAY = date(2020, 6, 1)
HEADINGS = (
    "Course,Service,Name,ULN,Job role,People,Of how many,Completed,Expires,Accredited,Delivered by,How,Note"
)


def checked(db: Database, folder: Path, *rows: str, choices: Choices | None = None) -> CheckedRecords:
    path = folder / "training.csv"
    path.write_text("\n".join([HEADINGS, *rows]), encoding="utf-8")
    return check_records(db, read_records_file(path), choices or Choices(), today=TODAY)


@pytest.fixture
def home(db: Database) -> str:
    a_course(db, "Fire safety")
    return a_service(db).id


def test_a_row_of_a_group_and_one_of_a_learner(db: Database, tmp_path: Path, home: str) -> None:
    ada, held = a_learner(db), service_of(db, home)

    a_post(db, ada, held)
    found = checked(
        db, tmp_path,
        "Fire safety,Rosewood House,,,Care assistants,12,20,13/02/2020,,Yes,External provider,E-learning,ward A",
        "Fire safety,Rosewood House,Ada Example,,,,,14/02/2020,1/2/2022,,,,",
    )  # fmt: skip
    assert found.refused == ()
    group, named = found.new
    assert (group.people, group.of_people, group.job_role) == (12, 20, JobRole.CARE_WORKER)
    assert (group.accredited, group.delivered_by, group.how) == (
        Accredited.YES, DeliveredBy.EXTERNAL, HowDelivered.E_LEARNING,
    )  # fmt: skip
    assert (group.place, group.completed_on, group.expires_on) == (
        (held.provider_id, home),
        date(2020, 2, 13),
        date(2021, 2, 13),
    )
    assert (named.learner_id, named.people, named.expires_on) == (ada, 1, date(2022, 2, 1))
    assert found.refused == ()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Baking,Rosewood House,,,,3,,13/02/2020,,,,,", "“Baking” is no course of the catalogue."),
        ("Fire safety,Nowhere,,,,3,,13/02/2020,,,,,", "“Nowhere” is no service of the register."),
        ("Fire safety,,,,,3,,13/02/2020,,,,,", "The row says neither the service nor the provider."),
        (
            "Fire safety,Rosewood House,,,,,,13/02/2020,,,,,",
            "The row names no learner and no number of people.",
        ),
        ("Fire safety,Rosewood House,,,,21,20,13/02/2020,,,,,", "21 of 20 cannot be."),
        (
            f"Fire safety,Rosewood House,,,,{10**22},,13/02/2020,,,,,",
            "is more than 100,000. Check its noughts.",
        ),
        ("Fire safety,Rosewood House,,,,2.5,,13/02/2020,,,,,", "“2.5” is not a whole number."),
        ("Fire safety,Rosewood House,,,,3,,,,,,,", "The row does not say when it was completed."),
        ("Fire safety,Rosewood House,,,,3,,02/06/2020,,,,,", "2 June 2020 has not come yet."),
        ("Fire safety,Rosewood House,,,,3,,13/02/2020,12/02/2020,,,,", "before it was completed"),
        (
            "Fire safety,Rosewood House,Ben Example,,,,,13/02/2020,,,,,",
            "“Ben Example” is no learner there yet.",
        ),
        ("Fire safety,Rosewood House,Ben Example,123,,,,13/02/2020,,,,,", "has 3 digits"),
        ("Fire safety,Rosewood House,,,,3,,13/02/2020,,,By post,,", "“By post” is none of"),
    ],
)
def test_a_row_that_cannot_be_is_refused_in_a_sentence(
    db: Database, tmp_path: Path, home: str, row: str, reason: str
) -> None:
    found = checked(db, tmp_path, row)
    assert found.new == ()
    assert reason in found.refused[0].reason
    assert found.refused[0].line == 2
    assert home


@pytest.mark.usefixtures("home")
def test_learners_that_are_not_held_are_added_where_that_is_asked_for(db: Database, tmp_path: Path) -> None:
    found = checked(
        db, tmp_path, "Fire safety,Rosewood House,Ben Van Example,,,,,13/02/2020,,,,,",
        "Fire safety,Rosewood House,Ben Van Example,,,,,14/02/2020,,,,,", choices=Choices(add_learners=True),
    )  # fmt: skip
    assert [one.learner.name for one in found.new if one.learner] == ["Ben Van Example"] * 2
    assert found.learners == 1


def test_what_is_held_already_or_stands_twice_is_not_added_again(
    db: Database, tmp_path: Path, home: str
) -> None:
    provider = str(db.value("select provider_id from service"))
    course = str(db.value("select id from course"))
    add_record(db, course, provider, date(2020, 2, 13), today=TODAY, service_id=home, people=9)
    row = "Fire safety,Rosewood House,,,,{},,{},,,,,"
    found = checked(
        db, tmp_path, row.format(9, "13/02/2020"), row.format(4, "14/02/2020"), row.format(4, "14/02/2020")
    )
    assert ([one.line for one in found.new], [one.line for one in found.already]) == ([3], [2, 4])


@pytest.mark.usefixtures("home")
def test_unknown_courses_are_listed_with_the_one_most_like_and_can_be_chosen(
    db: Database, tmp_path: Path
) -> None:
    row = "Fire safty,Rosewood House,,,,3,,13/02/2020,,,,,"
    course = str(db.value("select id from course"))
    found = checked(db, tmp_path, row)
    assert found.unknown == {"Fire safty": course}
    chosen = checked(db, tmp_path, row, choices=Choices(courses=found.unknown))
    assert (len(chosen.new), chosen.unknown) == (1, {})


def test_rows_that_do_not_say_whose_are_of_the_place_chosen(db: Database, tmp_path: Path, home: str) -> None:
    place = (str(db.value("select provider_id from service")), home)
    found = checked(db, tmp_path, "Fire safety,,,,,3,,13/02/2020,,,,,", choices=Choices(place=place))
    assert found.new[0].place == place
