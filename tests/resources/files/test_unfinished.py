"""What a killed program was writing goes at the next start or write, and what another one is writing stays."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from resources.files import unfinished
from resources.files.writing import safe_write

WRITE_AND_WAIT = """
import sys
from pathlib import Path
from resources.files import unfinished
from resources.files.writing import safe_write

def write(temporary):
    temporary.write_text("names")
    print(temporary.name, flush=True)
    sys.stdin.read()

unfinished.keep_notes_in(Path(sys.argv[1]))
safe_write(Path(sys.argv[2]), write)
"""


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(unfinished._Notes, "folder", None)
    return tmp_path / "notes"


@pytest.fixture
def writing(notes: Path, tmp_path: Path) -> Iterator[tuple["subprocess.Popen[str]", Path]]:
    """Another program in the midst of writing a file, and that file as it stands."""
    command = [sys.executable, "-c", WRITE_AND_WAIT, str(notes), str(tmp_path / "drafts.zip")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        left = tmp_path / program.stdout.readline().strip()
        yield program, left
        program.kill()


def test_what_a_killed_program_left_goes_and_what_is_being_written_stays(
    writing: tuple["subprocess.Popen[str]", Path], notes: Path
) -> None:
    program, left = writing
    unfinished.keep_notes_in(notes)
    assert left.read_text() == "names"
    program.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    program.wait()
    assert left.exists()
    unfinished.keep_notes_in(notes)
    assert not left.exists()
    assert os.listdir(notes) == []


def test_the_next_write_clears_away_too_and_leaves_no_note_of_its_own(
    writing: tuple["subprocess.Popen[str]", Path], notes: Path, tmp_path: Path
) -> None:
    program, left = writing
    unfinished.keep_notes_in(notes)
    program.kill()
    program.wait()
    safe_write(tmp_path / "other.txt", lambda path: path.write_text("new") and None)
    assert not left.exists() and (tmp_path / "other.txt").read_text() == "new"
    assert os.listdir(notes) == []


def test_a_note_of_any_other_file_removes_nothing(notes: Path, tmp_path: Path) -> None:
    notes.mkdir()
    for name in ("letter.docx", ".profile"):
        (tmp_path / name).write_text("mine")
        (notes / f"{name}.path").write_text(str(tmp_path / name))
    unfinished.keep_notes_in(notes)
    assert (tmp_path / "letter.docx").exists() and (tmp_path / ".profile").exists()
    assert os.listdir(notes) == []


def test_where_no_note_can_be_kept_the_file_is_written_all_the_same(notes: Path, tmp_path: Path) -> None:
    notes.write_text("no folder")
    unfinished.keep_notes_in(notes)
    safe_write(tmp_path / "out.txt", lambda path: path.write_text("new") and None)
    assert (tmp_path / "out.txt").read_text() == "new"
