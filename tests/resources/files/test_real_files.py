from pathlib import Path

from resources.files.reading import read_sheets


def test_every_real_file_reads_with_the_rows_it_has(shared_data: Path) -> None:
    expected = {
        "ascwds/training_categories.csv": (49, 5),
        "ascwds/workplace_2019_layout.csv": (7, 30),
        "attendance/teams_report.csv": (27, 7),
        "attendance/zoom_participants.csv": (35, 7),
        "cqc/east_midlands_2016-02_CQC_directory.csv": (526, 15),
        "cqc/hsca_active_locations_layout.ods": (14, 119),
        "cqc/oldham_2019-05-01_CQC_directory.csv": (182, 15),
        "cqc/oldham_2019-08-01_Latest_ratings_long.csv": (654, 28),
        "survey/limesurvey_2016/public_data.csv": (274, 67),
        "survey/limesurvey_2017/public_data.csv": (254, 245),
    }
    found = {}
    for name in expected:
        (sheet,) = read_sheets(shared_data / name)
        rows = list(sheet.rows)
        found[name] = (len(rows), max(len(row.cells) for row in rows))
    assert found == expected
