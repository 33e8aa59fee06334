"""Files known by their bytes: copied once, proved, and looked at again."""

import hashlib
import os
import shutil
from pathlib import Path
from typing import BinaryIO

import pytest

from resources.files import kept_files
from resources.files.kept_files import Copied, Fault, copy_missing, faults_in, names_in, put_right


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with two files kept, and a note that somebody put there."""
    folder = tmp_path / "office evidence"
    folder.mkdir()
    for data, ending in ((b"one", ".pdf"), (b"two", "")):
        (folder / f"{hashlib.sha256(data).hexdigest()}{ending}").write_bytes(data)
    (folder / "readme.txt").write_text("ours")
    return folder


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Where copies go; not made yet."""
    return tmp_path / "office backups" / "evidence"


def named(data: bytes, ending: str = "") -> str:
    return kept_files.name_for(hashlib.sha256(data).hexdigest(), f"x{ending}")


ONE, TWO = named(b"one", ".PDF"), named(b"two")


def test_the_name_keeps_an_ending_that_opens() -> None:
    assert ONE.endswith(".pdf") and "." not in TWO
    assert "." not in named(b"x", ".t ar")


def test_what_is_not_there_yet_is_copied_once(here: Path, there: Path) -> None:
    assert names_in(there) == set()
    assert copy_missing(here, there) == Copied(tuple(sorted([ONE, TWO])))
    assert names_in(there) == {ONE, TWO} == {one.name for one in there.iterdir()}
    before = (there / ONE).stat().st_mtime_ns
    assert copy_missing(here, there) == Copied()
    assert (there / ONE).stat().st_mtime_ns == before


def test_a_folder_that_is_not_there_has_nothing_to_copy(tmp_path: Path, there: Path) -> None:
    assert copy_missing(tmp_path / "gone", there) == Copied()
    assert not there.exists()


def test_an_altered_file_is_not_copied_and_the_others_are(here: Path, there: Path) -> None:
    (here / ONE).write_bytes(b"altered")
    assert copy_missing(here, there) == Copied((TWO,), (Fault(ONE, "it was altered since it was kept"),))
    assert names_in(there) == {TWO}


def test_a_copy_that_fails_half_way_leaves_nothing_and_comes_later(
    here: Path, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(read: BinaryIO, written: BinaryIO, _length: int) -> None:
        written.write(read.read(1))
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(shutil, "copyfileobj", half)
        made = copy_missing(here, there)
    assert made.names == () and {one.why for one in made.faults} == {"No space left on device"}
    assert list(there.iterdir()) == []
    assert copy_missing(here, there).names == tuple(sorted([ONE, TWO]))


def test_a_copy_with_other_bytes_is_no_copy(here: Path, there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "copyfileobj", lambda _read, written, _length: written.write(b"rubbish"))
    assert {one.why for one in copy_missing(here, there).faults} == {"the copy was not whole"}
    assert list(there.iterdir()) == []


def test_what_a_killed_program_left_goes_at_the_next_copy(here: Path, there: Path) -> None:
    there.mkdir(parents=True)
    old, at_work = there / f"{ONE}.1.part", there / f"{TWO}.2.part"
    for part in (old, at_work):
        part.write_bytes(b"o")
    os.utime(old, (0, 0))
    copy_missing(here, there)
    assert not old.exists() and at_work.exists()
    assert names_in(there) == {ONE, TWO}


def test_missing_and_altered_are_told_apart(here: Path) -> None:
    (here / ONE).write_bytes(b"altered")
    gone = named(b"gone")
    found = {one.name: one.why for one in faults_in(here, [ONE, TWO, gone])}
    assert found == {ONE: "altered", gone: "missing"}


def test_what_cannot_be_read_is_said(here: Path) -> None:
    (here / ONE).unlink()
    (here / ONE).mkdir()
    assert [one.why.partition(" (")[0] for one in faults_in(here, [ONE])] == ["not readable"]


def test_missing_and_altered_files_come_back_and_the_altered_one_stays_beside(
    here: Path, there: Path
) -> None:
    copy_missing(here, there)
    (here / ONE).write_bytes(b"altered")
    (here / TWO).unlink()
    assert set(put_right(there, here, [ONE, TWO]).names) == {ONE, TWO}
    assert faults_in(here, [ONE, TWO]) == []
    assert (here / f"altered {ONE}").read_bytes() == b"altered"


def test_an_altered_file_without_a_whole_copy_stays_where_it_is(here: Path, there: Path) -> None:
    copy_missing(here, there)
    for folder in (here, there):
        (folder / ONE).write_bytes(b"altered")
    assert put_right(there, here, [ONE, TWO]) == Copied()
    assert (here / ONE).read_bytes() == b"altered"
