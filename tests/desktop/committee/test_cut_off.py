"""What a killed program left of a save is told at the next start, until the report is saved again."""

import os
import signal
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.committee import saving
from desktop.committee.cut_off import saves_cut_off
from desktop.committee.making import make_report
from desktop.committee.manifest import SavedFile
from desktop.committee.saving import all_or_none, save_report
from engagement.committee.reports import CommitteeReport
from resources.database import Database
from resources.database.copying import file_of
from resources.files import together, unfinished
from resources.problem import Problem

TODAY, NOW = date(2020, 1, 6), datetime(2020, 1, 6, 12, tzinfo=UTC)
NAMES = ("r.docx", "r - EXEMPT appendix.docx", "r - EXEMPT manifest.json")

SAVE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from desktop.committee.manifest import SavedFile
from desktop.committee.saving import all_or_none
from resources.files import unfinished

notes, folder, kept_in, after, fails, names = sys.argv[1], Path(sys.argv[2]), *sys.argv[3:6], sys.argv[6:]
replace, seen = os.replace, []

def die():
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

def counted(source, target):
    if Path(target).parent != folder:
        return replace(source, target)
    if len(seen) == int(after):
        die()
    replace(source, target)
    seen.append(target)

os.replace = counted
unfinished.keep_notes_in(Path(notes))
with all_or_none([SavedFile(folder / name, "file", name.encode()) for name in names], kept_in=kept_in):
    if fails == "fails":
        raise ValueError
    die()
"""


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(unfinished._Notes, "folder", tmp_path / "notes")
    return tmp_path / "notes"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "papers"
    made.mkdir()
    return made


def killed(notes: Path, folder: Path, after: int, *, kept_in: str = "", fails: bool = False) -> None:
    """A save by another program that is killed when so many of its files are in their places."""
    command = [sys.executable, "-c", SAVE_AND_DIE, str(notes), str(folder), kept_in, str(after)]
    ended = subprocess.run([*command, "fails" if fails else "", *NAMES], capture_output=True, text=True)
    assert ended.returncode == -getattr(signal, "SIGKILL", signal.SIGTERM), ended.stderr


def notes_left(notes: Path) -> list[str]:
    return [name for name in os.listdir(notes) if name.endswith(".together")]


def test_before_the_first_file_nothing_is_told(db: Database, notes: Path, folder: Path) -> None:
    killed(notes, folder, 0)
    assert len(notes_left(notes)) == 1
    assert saves_cut_off(db) == () and notes_left(notes) == []


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (1, "“r.docx” is new, “r - EXEMPT manifest.json” is of another save, “r - EXEMPT appendix.docx” is missing"),
        (2, "“r.docx” and “r - EXEMPT appendix.docx” are new, “r - EXEMPT manifest.json” is of another save"),
    ],
)  # fmt: skip
def test_between_two_files_it_says_which_do_not_belong_together(
    db: Database, notes: Path, folder: Path, after: int, said: str
) -> None:
    (folder / NAMES[2]).write_bytes(b"as it was")
    killed(notes, folder, after)
    for _start in range(2):
        (told,) = saves_cut_off(db)
        assert f"“papers” when the program ended: {said}. Do not use them together" in told
    with all_or_none([SavedFile(folder / name, "file", b"again") for name in NAMES]):
        pass
    assert saves_cut_off(db) == () and notes_left(notes) == []


def test_while_it_is_put_back_it_says_so_too(db: Database, notes: Path, folder: Path) -> None:
    for name in NAMES:
        (folder / name).write_bytes(b"as it was")
    killed(notes, folder, 4, fails=True)  # the manifest is put back, the appendix is about to be
    assert (folder / NAMES[2]).read_bytes() == b"as it was"
    (told,) = saves_cut_off(db)
    assert "appendix.docx” are new, “r - EXEMPT manifest.json” is of another save" in told


def test_whole_files_of_which_no_issue_was_kept(db: Database, notes: Path, folder: Path) -> None:
    killed(notes, folder, 3, kept_in=str(file_of(db)))
    (told,) = saves_cut_off(db)
    assert "its files are whole, but it is not listed as issued" in told
    killed(notes, folder, 3, kept_in="another file")
    assert saves_cut_off(db) == (told,), "what another file was to keep is told there"


def test_whole_files_of_which_none_was_to_be_kept(db: Database, notes: Path, folder: Path) -> None:
    killed(notes, folder, 3)
    assert saves_cut_off(db) == () and notes_left(notes) == []


def test_killed_once_the_issue_is_kept_nothing_is_told(
    db: Database, begun: CommitteeReport, notes: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_report(db, None, begun.id, today=TODAY)
    with monkeypatch.context() as patched:
        patched.setattr(together, "_forget", lambda _note, lock: lock.release())
        save_report(db, None, made, folder / "r.docx", now=NOW)
    assert len(notes_left(notes)) == 1
    assert saves_cut_off(db) == () and notes_left(notes) == []


def test_files_on_a_drive_that_is_away_are_told_when_it_is_there_again(
    db: Database, notes: Path, folder: Path
) -> None:
    killed(notes, folder, 1)
    folder.rename(folder.with_name("away"))
    assert saves_cut_off(db) == ()
    folder.with_name("away").rename(folder)
    assert len(saves_cut_off(db)) == 1


def test_a_save_that_goes_on_is_not_told_and_leaves_no_note(db: Database, notes: Path, folder: Path) -> None:
    with all_or_none([SavedFile(folder / name, "file", b"new") for name in NAMES]):
        assert len(notes_left(notes)) == 1 and saves_cut_off(db) == ()
    assert notes_left(notes) == []


def test_a_save_that_is_refused_leaves_no_note(
    db: Database, begun: CommitteeReport, notes: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise Problem("The disk was full.")

    monkeypatch.setattr(saving, "keep_issue", full)
    with pytest.raises(Problem, match="full"):
        save_report(db, None, make_report(db, None, begun.id, today=TODAY), folder / "r.docx", now=NOW)
    assert notes_left(notes) == [] and os.listdir(folder) == []


def test_notes_that_cannot_be_kept_stop_no_save(db: Database, notes: Path, folder: Path) -> None:
    notes.write_bytes(b"a file")
    with all_or_none([SavedFile(folder / name, "file", b"new") for name in NAMES]):
        pass
    assert sorted(os.listdir(folder)) == sorted(NAMES) and saves_cut_off(db) == ()
