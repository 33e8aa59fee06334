"""Files that belong together are noted until the last is written, and held against the note afterwards."""

import os
from pathlib import Path

import pytest

from resources.files import together, unfinished
from resources.files.together import CutOff, cut_off, forget_ended, noted_together
from resources.problem import Problem


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(unfinished._Notes, "folder", tmp_path / "notes")
    return tmp_path / "notes"


@pytest.fixture
def two(tmp_path: Path) -> dict[Path, bytes]:
    return {tmp_path / "a.docx": b"a", tmp_path / "b.json": b"b"}


def left_by_another(files: dict[Path, bytes], about: str = "") -> None:
    """The note of a program that has ended: nobody holds its lock."""
    noted = together._noted(files, about)
    assert noted is not None
    noted[1].release()


def test_what_stands_there_is_held_against_the_note(notes: Path, two: dict[Path, bytes]) -> None:
    left_by_another(two, "a report")
    first, second = two
    first.write_bytes(b"a")
    second.write_bytes(b"of before")
    assert cut_off() == (CutOff((first,), (second,), "a report"),)
    second.write_bytes(b"b")
    assert cut_off() == (CutOff((first, second), (), "a report"),)
    first.write_bytes(b"changed")
    second.unlink()
    assert cut_off() == () and os.listdir(notes) == []


def test_what_is_being_written_is_nobody_elses(notes: Path, two: dict[Path, bytes]) -> None:
    with noted_together(two):
        next(iter(two)).write_bytes(b"a")
        forget_ended(two)
        assert cut_off() == () and [name for name in os.listdir(notes) if name.endswith(".together")]
    assert os.listdir(notes) == []


def test_files_that_were_written_since_are_forgotten_and_others_are_not(
    notes: Path, two: dict[Path, bytes], tmp_path: Path
) -> None:
    other = {tmp_path / "c.docx": b"c"}
    for path, data in (two | other).items():
        path.write_bytes(data)
    left_by_another(two)
    left_by_another(other)
    with noted_together(two):
        pass
    assert [one.new for one in cut_off()] == [tuple(other)]


def test_what_was_not_written_leaves_the_older_note(notes: Path, two: dict[Path, bytes]) -> None:
    left_by_another(two)
    next(iter(two)).write_bytes(b"a")
    with pytest.raises(Problem), noted_together(two):
        raise Problem("The disk is full.")
    assert len(cut_off()) == 1


@pytest.mark.parametrize("text", ["", "[]", '{"files": []}', '{"files": {}}'])
def test_a_note_that_is_none_goes(notes: Path, text: str) -> None:
    notes.mkdir()
    (notes / "0123456789ab.together").write_text(text)
    assert cut_off() == () and os.listdir(notes) == []


def test_a_file_that_cannot_be_read_just_now_is_told_another_time(
    notes: Path, two: dict[Path, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    left_by_another(two)
    next(iter(two)).write_bytes(b"a")

    def held(_path: Path) -> str:
        raise PermissionError(13, "held by another program")

    with monkeypatch.context() as patched:
        patched.setattr(together, "sha256_of", held)
        assert cut_off() == ()
    assert len(cut_off()) == 1


def test_without_a_folder_for_notes_nothing_is_noted(
    two: dict[Path, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unfinished._Notes, "folder", None)
    with noted_together(two):
        assert cut_off() == ()
