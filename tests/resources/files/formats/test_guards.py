from pathlib import Path

import pytest

from resources.files.formats import guards
from tests.resources.files.made_files import made, refusal


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert f"There is no file “gone.csv” in {tmp_path}. Choose" in refusal(tmp_path / "gone.csv")
    assert "is a folder" in refusal(tmp_path)
    assert "name" in refusal(tmp_path / ("x" * 300))
    assert "name" in refusal(Path("a\0b.csv"))


def test_a_file_open_in_excel_is_said_to_be(tmp_path: Path) -> None:
    path = made(tmp_path, "list.xlsx", b"a,b\r\n")
    (tmp_path / "~$list.xlsx").write_bytes(b"x")
    assert "is open in Excel. Close it there" in refusal(path)


def test_a_system_that_refuses_the_file_gives_the_sentence_about_excel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path, "list.csv", b"a,b\r\n")

    def refuse(*args: object, **more: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "If it is open in Excel, close it there and try again" in refusal(path)


def test_too_large_a_file_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as handle:
        handle.truncate(guards.MAX_FILE_BYTES + 1)
    assert "500 MB can be read" in refusal(path)
