from pathlib import Path

from resources.files.reading import read_sheets
from tests.resources.files.made_files import written


def test_rows_can_be_gone_through_twice_and_report_progress(tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    path = written(tmp_path, b"a,b\r\n" * 2500)
    (sheet,) = read_sheets(path, progress=lambda done, total: seen.append((done, total)))
    assert sum(1 for _ in sheet.rows) == sum(1 for _ in sheet.rows) == 2500
    assert seen[-1] == (12500, 12500)
