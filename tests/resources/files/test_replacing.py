import errno
import os
from pathlib import Path

import pytest
from hypothesis import strategies as st

from resources.files.writing import safe_write, safe_write_bytes
from resources.problem import Problem


def problem(path: Path, **more: object) -> str:
    with pytest.raises(Problem) as caught:
        safe_write(path, lambda temporary: fill(temporary), **more)  # type: ignore[arg-type]
    return caught.value.sentence


def fill(path: Path, text: str = "new") -> None:
    path.write_text(text)


def test_the_file_is_put_in_place_whole_with_nothing_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    fill(path, "old")
    path.chmod(0o640)
    safe_write(path, fill, lambda written: None)
    assert (path.read_text(), os.listdir(tmp_path)) == ("new", ["out.txt"])
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "open in another program"),
        (errno.EIO, "did not take it"),
    ],
)
def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path, number: int, words: str) -> None:
    path = tmp_path / "out.txt"
    fill(path, "old")

    def fail(temporary: Path) -> None:
        fill(temporary, "half")
        raise OSError(number, "no")

    with pytest.raises(Problem, match=words):
        safe_write(path, fail)
    assert (path.read_text(), os.listdir(tmp_path)) == ("old", ["out.txt"])


def test_a_file_that_cannot_be_replaced_says_to_close_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.txt"
    fill(path, "old")

    def refuse(*args: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", refuse)
    assert "open in another program (Excel or Word)" in problem(path)
    assert (path.read_text(), os.listdir(tmp_path)) == ("old", ["out.txt"])


def test_a_folder_that_takes_no_files_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, "read only")

    with pytest.raises(Problem, match="may not be written to"):
        safe_write(tmp_path / "out.txt", refuse)


def test_a_file_found_wrong_on_opening_is_not_put_in_place(tmp_path: Path) -> None:
    def wrong(written: Path) -> None:
        raise Problem("The file is not as it was written.")

    assert problem(tmp_path / "out.txt", verify=wrong) == "The file is not as it was written."
    assert os.listdir(tmp_path) == []


def test_missing_folders_folder_names_and_open_files_are_refused_first(tmp_path: Path) -> None:
    assert "is not there" in problem(tmp_path / "gone" / "out.txt")
    assert "is the name of a folder" in problem(tmp_path)
    (tmp_path / "~$list.xlsx").touch()
    assert "is open in Excel. Close it there" in problem(tmp_path / "list.xlsx")
    (tmp_path / "~$mmittee.docx").touch()
    assert "is open in Word. Close it there" in problem(tmp_path / "committee.docx")


words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


def test_bytes_are_read_again_before_they_take_the_old_files_place(tmp_path, monkeypatch):
    path = tmp_path / "out.ics"
    safe_write_bytes(path, b"first")
    assert path.read_bytes() == b"first"
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"other")
    with pytest.raises(Problem, match="the drive gave back other text"):
        safe_write_bytes(path, b"second")
    monkeypatch.undo()
    assert path.read_bytes() == b"first"
