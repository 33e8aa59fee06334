"""What is shown before a file of records is taken in."""

from datetime import date
from pathlib import Path

from resources.database import Database
from tests.workforce.training.people import a_course, a_service
from workforce.training.records_file import read_records_file
from workforce.training.records_file_checking import Choices, check_records
from workforce.training.records_file_preview import preview_groups, preview_notes, summary_table


def test_groups_rows_and_sentences(db: Database, tmp_path: Path) -> None:
    a_course(db, "Fire safety")
    a_service(db)
    path = tmp_path / "training.csv"
    path.write_text(
        "Course,Service,Name,Job role,People,Of how many,Completed,Ward\n"
        "Fire safety,Rosewood House,,Care workers,12,20,13/02/2020,A\n"
        "Fire safety,Rosewood House,,Care workers,12,20,13/02/2020,A\n"
        "Fire safety,Rosewood House,Ben Example,,,,13/02/2020,A\n"
        "Baking,Rosewood House,,,1,,13/02/2020,A\n",
        encoding="utf-8",
    )
    found = check_records(db, read_records_file(path), Choices(add_learners=True), today=date(2020, 6, 1))
    groups = preview_groups(db, found)
    assert [(one.name, one.number, one.refused) for one in groups] == [
        ("New records", 2, False), ("Held already", 1, False), ("Refused: Course", 1, True),
    ]  # fmt: skip
    assert list(groups[0].table.rows) == [
        (2, "Fire safety", "12 of 20 workers, Care worker", "Rosewood House", "2020-02-13", "2021-02-13"),
        (4, "Fire safety", "Ben Example (new)", "Rosewood House", "2020-02-13", "2021-02-13"),
    ]
    notes = preview_notes(found)
    assert any("1 course not in the catalogue: “Baking”" in note for note in notes)
    assert any("1 learner not held yet would be added" in note for note in notes)
    assert any("Not read: “Ward”" in note for note in notes)
    assert [row[1] for row in summary_table(db, found).rows] == [2, 1, 1]
