"""What is shown before files are taken in."""

from pathlib import Path

from resources.database import Database
from tests.workforce.ascwds.bulk_files import (
    HOME,
    SOMEBODY,
    TRAINED,
    TRAINING_2019,
    bring,
    checked,
    worker,
    write,
    write_workers,
)
from tests.workforce.ascwds.bulk_files import write_workplaces as homes
from workforce.ascwds.preview import preview_groups, sources_words

OAK = {**HOME, "LOCALESTID": "Oak", "ESTNAME": "Oak House", "POSTCODE": "NG9 1AA"}


def test_each_outcome_is_a_group(db: Database, tmp_path: Path) -> None:
    bring(db, homes(tmp_path, HOME, name="first.csv"))
    found = checked(
        db, homes(tmp_path, HOME, {**OAK, "STARTERS": "1"}),
        write_workers(tmp_path, SOMEBODY, worker("Bo", EMPLSTATUS="5"), worker("Cy", EMPLSTATUS="5"),
                      worker("Di", LOCALESTID="Ash"), worker("")),
        write(tmp_path / "training.csv", TRAINING_2019, [TRAINED]),
    )  # fmt: skip
    groups = {one.name: one for one in preview_groups(found)}
    assert {name: (one.number, one.refused) for name, one in groups.items()} == {
        "New workplaces": (1, False), "Known workplaces": (1, False), "Not tied to the register": (2, False),
        "Worker records": (3, False), "Training records": (1, False), "To look at": (3, False),
        "Refused: of another workplace": (1, True), "Refused: UNIQUEWORKERID": (1, True),
        "Columns": (66, False),
    }  # fmt: skip
    assert groups["Worker records"].table.rows == [("Elm Lodge", 3, 3)]
    assert [row[:4] for row in groups["To look at"].table.rows] == [
        (
            "STARTERS",
            "STARTERS has 1 item and ALLJOBROLES has 2: it is left out, and so counts as missing.",
            1,
            "3",
        ),
        ("EMPLSTATUS", "EMPLSTATUS “5” is no code that ASC-WDS knows: it is left out.", 2, "3, 4"),
    ]
    assert ("NINUMBER", "Left out", "workers.csv") in groups["Columns"].table.rows
    assert "LOCALESTID “Ash” is of another workplace" in groups["Refused: of another workplace"].explanation
    assert sources_words(found).startswith(
        "workplaces.csv: 2 workplaces, the layout of 2019. workers.csv: 5 worker"
    )


def test_a_file_that_was_taken_in_has_no_group(db: Database, tmp_path: Path) -> None:
    bring(db, homes(tmp_path, HOME))
    assert preview_groups(checked(db, tmp_path / "workplaces.csv")) == []
