"""Whose each row is: workers of another workplace, workplaces of the same name, files taken in before."""

from pathlib import Path

from resources.database import Database
from tests.workforce.ascwds.bulk_files import HOME, SOMEBODY, bring, checked, worker, write_workers
from tests.workforce.ascwds.bulk_files import write_workplaces as homes
from workforce.ascwds.checking import Checked, as_at_days
from workforce.ascwds.workplaces import workplaces

OAK = {**HOME, "LOCALESTID": "Oak", "ESTNAME": "Oak House", "POSTCODE": "NG9 1AA"}


def reasons(found: Checked) -> list[tuple[int, str]]:
    return [(row.line, row.reason) for _, row in found.refused]


def test_workers_of_another_workplace_are_refused_and_said(db: Database, tmp_path: Path) -> None:
    bring(db, homes(tmp_path, OAK, name="oak.csv"))
    found = checked(
        db, homes(tmp_path, HOME), write_workers(tmp_path, SOMEBODY, worker("Bo", LOCALESTID="Oak"))
    )
    assert reasons(found) == [
        (
            3,
            "LOCALESTID “Oak” is of another workplace: it is not in “workplaces.csv”. It is a workplace of another "
            "file. Take the workers in with the file of their own workplace.",
        )
    ]
    assert [len(one.rows) for one in found.files] == [1, 1]


def test_workers_without_their_workplace_are_refused(db: Database, tmp_path: Path) -> None:
    workers = write_workers(tmp_path, SOMEBODY)
    found = checked(db, workers)
    assert [line for line, _ in reasons(found)] == [2]
    assert "that no file has brought" in reasons(found)[0][1]
    assert not found.brings_something
    bring(db, homes(tmp_path, HOME))
    assert reasons(checked(db, workers)) == []


def test_capitals_and_spaces_of_a_localestid_do_not_matter(db: Database, tmp_path: Path) -> None:
    found = checked(db, homes(tmp_path, HOME), write_workers(tmp_path, worker("Bo", LOCALESTID=" e l M")))
    assert reasons(found) == []


def test_another_provider_may_use_the_same_localestid(db: Database, tmp_path: Path) -> None:
    bring(db, homes(tmp_path, HOME))
    other = {**OAK, "LOCALESTID": "Elm"}
    path = homes(tmp_path, other, name="other.csv")
    found = checked(db, path)
    assert [one.is_new for one in found.files[0].workplaces] == [True]
    assert any("LOCALESTID “Elm” is used by another provider too" in note for note in found.notes)
    bring(db, path)
    assert [one.name for one in workplaces(db)] == ["Elm Lodge", "Oak House"]
    alone = checked(db, write_workers(tmp_path, SOMEBODY))
    assert [text for _, text in reasons(alone)] == [
        "LOCALESTID “Elm” is the name of 2 workplaces. Take the file in together with its workplace file."
    ]
    assert reasons(checked(db, path, write_workers(tmp_path, SOMEBODY))) == []


def test_a_workplace_is_known_again(db: Database, tmp_path: Path) -> None:
    numbered = {**HOME, "LOCATIONID": "1-200", "PROVNUM": "1-100"}
    bring(db, homes(tmp_path, numbered))
    for number, (change, same) in enumerate(
        (
            ({"ESTNAME": "Elm Court"}, True),  # moved under another name
            (
                {"LOCALESTID": "New name", "POSTCODE": "NG1 1AA", "ESTNAME": "Elm Court"},
                True,
            ),  # by its Location ID
            ({"LOCATIONID": "1-201"}, True),  # registered anew
            ({"LOCATIONID": "1-201", "ESTNAME": "Elm Court"}, False),
            ({"LOCATIONID": "", "PROVNUM": "1-101"}, False),
            ({"LOCATIONID": "", "ESTNAME": "Elm Court"}, True),  # where it was
            ({"LOCATIONID": "", "ESTNAME": "Elm Court", "POSTCODE": "NG1 1AA"}, False),
        )
    ):
        found = checked(db, homes(tmp_path, {**numbered, **change}, name=f"{number}.csv"))
        assert found.files[0].workplaces[0].is_new is not same, change


def test_a_file_that_was_taken_in_is_said_and_brings_nothing(db: Database, tmp_path: Path) -> None:
    path = homes(tmp_path, HOME)
    bring(db, path)
    found = checked(db, path)
    assert not found.brings_something
    assert found.notes == ("“workplaces.csv” was taken in before as of this day: it changes nothing.",)
    assert len(as_at_days(found)) == 1


def test_it_is_said_that_who_somebody_is_is_dropped(db: Database, tmp_path: Path) -> None:
    found = checked(db, homes(tmp_path, HOME), write_workers(tmp_path, SOMEBODY))
    assert any("ethnicity" in note for note in found.notes)


def test_files_of_two_providers_at_once_do_not_mix_their_workers(db: Database, tmp_path: Path) -> None:
    both = homes(tmp_path, HOME), homes(tmp_path, {**OAK, "LOCALESTID": "Elm"}, name="other.csv")
    found = checked(db, *both, write_workers(tmp_path, SOMEBODY))
    assert [text for _, text in reasons(found)] == [
        "LOCALESTID “Elm” is the name of 2 workplaces in these files. Take in the files of one provider at a time."
    ]
    corrected = homes(tmp_path, {**HOME, "TOTALPERMTEMP": "1"}, name="corrected.csv")
    bring(db, both[0], corrected, write_workers(tmp_path, SOMEBODY))
    assert db.value("select count(*) from workplace_return") == 1
    assert len(workplaces(db)) == 1


def test_two_files_of_one_day_that_hold_workers_of_the_same_workplace_are_said(
    db: Database, tmp_path: Path
) -> None:
    split = (write_workers(tmp_path, worker(name), name=f"{name}.csv") for name in ("Ada", "Bo"))
    found = checked(db, homes(tmp_path, HOME), *split)
    assert [note for note in found.notes if "same day" in note] == [
        "“Ada.csv” and “Bo.csv” both hold workers of Elm Lodge on the same day: what the first says of it is replaced. "
        "Put the rows into one file to keep both."
    ]


def test_two_workplaces_that_give_one_location_id_stay_two_and_are_said(db: Database, tmp_path: Path) -> None:
    rows = [{**HOME, "LOCATIONID": "1-200"}, {**OAK, "LOCATIONID": "1-200"}]
    workers = write_workers(
        tmp_path, SOMEBODY, worker("Bo", LOCALESTID="Oak"), worker("Cy", LOCALESTID="Oak")
    )
    both = homes(tmp_path, *rows), workers
    assert [note for note in checked(db, *both).notes if "LOCATIONID" in note] == [
        "“Elm” and “Oak” give the same LOCATIONID 1-200 in “workplaces.csv”: each is taken in as a workplace of its "
        "own. Ask the provider which of them it is."
    ]
    bring(db, *both)
    held = db.rows(
        """select local_id, count(*) from workplace join worker_record on workplace_id = workplace.id
        group by workplace.id order by local_id"""
    )
    assert held == [("Elm", 1), ("Oak", 2)]
    again = checked(db, homes(tmp_path, *reversed(rows), name="again.csv"))
    names = {one.id: one.local_id for one in workplaces(db)}
    assert [names[one.key] for one in again.files[0].workplaces] == ["Oak", "Elm"]
