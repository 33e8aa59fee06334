"""A file of learners: what each row is, and what is wrong with it."""

import re
from datetime import date
from pathlib import Path

import pytest

from resources.database import Database
from resources.problem import Problem
from tests.workforce.training.people import a_service
from workforce.training.learners import add_learner, add_post, archive_learner
from workforce.training.learners_file import CheckedLearners, check_learners, read_learners_file
from workforce.training.records_file import NeedsColumns
from workforce.training.records_file_checking import Choices
from workforce.training.vocabulary import Employment, JobRole

TODAY = date(2020, 6, 1)
ULN, OTHER = "1000000019", "1000000027"
HEADINGS = "Given name,Family name,ULN,Provider,Service,Role,Employment,From"


def checked(db: Database, tmp_path: Path, *rows: str, headings: str = HEADINGS, choices: Choices | None = None) -> (
    CheckedLearners
):  # fmt: skip
    path = tmp_path / "staff.csv"
    path.write_text("\n".join([headings, *rows]) + "\n", encoding="utf-8")
    return check_learners(db, read_learners_file(path), choices or Choices(), today=TODAY)


def test_a_row_is_a_learner_with_a_post(db: Database, tmp_path: Path) -> None:
    home = a_service(db)
    found = checked(db, tmp_path, f"Ada,Example,{ULN},,Rosewood House,Senior carer,Bank,13/02/2020")
    (one,) = found.new
    assert (one.name, one.uln, one.place) == ("Ada Example", ULN, (home.provider_id, home.id))
    assert (one.job_role, one.employment) == (JobRole.SENIOR_CARE_WORKER, Employment.POOL_BANK)
    assert one.from_on == date(2020, 2, 13) and found.learners == 1


def test_what_a_row_does_not_say_is_taken_as_usual(db: Database, tmp_path: Path) -> None:
    home = a_service(db)
    place = (home.provider_id, home.id)
    found = checked(db, tmp_path, '"Example, Ada"', "Bo Van Example", headings="Name,ULN",
                    choices=Choices(place=place))  # fmt: skip
    assert [(one.given_name, one.family_name) for one in found.new] == [
        ("Ada", "Example"),
        ("Bo Van", "Example"),
    ]
    assert {(one.place, one.job_role, one.employment, one.from_on) for one in found.new} == {
        (place, JobRole.CARE_WORKER, Employment.PERMANENT, None)
    }


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Ada,,,Rosewood House Ltd,,,,", "no surname"),
        ("Ada,Example,1000000018,Rosewood House Ltd,,,,", "last digit|check"),
        ("Ada,Example,,Nowhere,,,,", "no provider of the register"),
        ("Ada,Example,,,,,,", "neither the service nor the provider"),
        ("Ada,Example,,Rosewood House Ltd,,Juggler,,", "no job role"),
        ("Ada,Example,,Rosewood House Ltd,,,Sometimes,", "none of Permanent"),
        ("Ada,Example,,Rosewood House Ltd,,,,soon", "soon"),
        ("Ada,Example,,Rosewood House Ltd,,,,13/02/1930", "too far from today"),
    ],
)
def test_what_is_wrong_with_a_row_is_said(db: Database, tmp_path: Path, row: str, why: str) -> None:

    a_service(db)
    found = checked(db, tmp_path, row)
    assert found.new == () and len(found.refused) == 1
    assert re.search(why, found.refused[0].reason)


def test_who_is_held_gets_a_post_a_number_or_nothing(db: Database, tmp_path: Path) -> None:
    home, other = a_service(db), a_service(db, "The Limes")
    ada = add_learner(db, "Ada", "Example")
    add_post(db, ada.id, home.provider_id)
    bo = add_learner(db, "Bo", "Example", uln=OTHER)
    add_post(db, bo.id, home.provider_id)
    found = checked(
        db, tmp_path,
        f"Ada,Example,{ULN},Rosewood House Ltd,,,,",
        f"Ada,Example,{ULN},Rosewood House Ltd,,,,",
        "Bo,Example,,Rosewood House Ltd,,,,",
        f"Bo,Example,{OTHER},The Limes Ltd,,,,",
        f"Bo,Example,{OTHER},The Limes Ltd,,,,",
    )  # fmt: skip
    assert [one.learner_id for one in found.numbers] == [ada.id]
    assert [(one.learner_id, one.place[0]) for one in found.posts] == [(bo.id, other.provider_id)]
    assert len(found.already) == 3 and found.new == () and found.refused == ()


def test_two_of_one_name_are_told_apart_by_their_numbers(db: Database, tmp_path: Path) -> None:
    home = a_service(db)
    ada = add_learner(db, "Ada", "Example", uln=ULN)
    add_post(db, ada.id, home.provider_id)
    found = checked(db, tmp_path, f"Ada,Example,{OTHER},Rosewood House Ltd,,,,")
    assert [one.uln for one in found.new] == [OTHER]


def test_a_number_of_somebody_else_is_refused(db: Database, tmp_path: Path) -> None:
    a_service(db)
    add_learner(db, "Bo", "Example", uln=OTHER)
    gone = add_learner(db, "Cy", "Example", uln=ULN)
    archive_learner(db, gone.id, today=TODAY)
    rows = (f"Ada,Example,{OTHER},Rosewood House Ltd,,,,", f"Cy,Example,{ULN},Rosewood House Ltd,,,,")
    first, second = checked(db, tmp_path, *rows).refused
    assert "is the number of Bo Example" in first.reason
    assert "is archived" in second.reason


def test_two_rows_with_one_number_are_one_person(db: Database, tmp_path: Path) -> None:
    a_service(db)
    a_service(db, "The Limes")
    found = checked(
        db, tmp_path, f"Ada,Example,{ULN},Rosewood House Ltd,,,,", f"Ada,Example,{ULN},The Limes Ltd,,,,",
        f"Bo,Example,{ULN},The Limes Ltd,,,,",
    )  # fmt: skip
    assert (len(found.new), found.learners, len(found.refused)) == (2, 1, 1)


def test_a_file_without_names_is_refused(db: Database, tmp_path: Path) -> None:
    with pytest.raises(NeedsColumns):
        checked(db, tmp_path, "Ada,Rosewood House Ltd", headings="First name,Provider")
    with pytest.raises(Problem, match="no row of headings such as Given name"):
        checked(db, tmp_path, "1,2", headings="a,b")
