"""Evidence of claims goes with the backups, and comes back."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.kept_with_backups import (
    LeftOut,
    bring_back,
    faults,
    is_missing,
    make_backup,
    number_known,
    put_back,
    sentences,
)
from resources.database import OpenFile, backups
from resources.folders import backup_folder
from tests.workforce.funding.claims.claiming import TODAY, county
from workforce.funding.claims.evidence import Evidence, add_evidence, folder_beside, kept_file

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def backed_up(file: OpenFile, hour: int = 12) -> LeftOut | None:
    return make_backup(file.db, file.path, reason="asked for", now=NOON.replace(hour=hour)).left_out


def two_certificates(file: OpenFile, folder: Path) -> tuple[Evidence, Evidence]:
    held = county(file.db).claim(file.db)
    kept = []
    for name in ("ada.pdf", "bo.pdf"):
        (folder / name).write_bytes(name.encode())
        kept.append(
            add_evidence(file.db, held.id, "Certificate", seen_on=TODAY, today=TODAY, file=folder / name)
        )
    return kept[0], kept[1]


@pytest.fixture
def kept(opened: OpenFile, tmp_path: Path) -> tuple[Evidence, Evidence]:
    """Two certificates of one claim."""
    return two_certificates(opened, tmp_path)


def test_a_file_without_evidence_says_nothing(opened: OpenFile) -> None:
    assert backed_up(opened) is None
    assert sentences(opened.db, opened.path) == [] == faults(opened.db, opened.path)
    assert number_known(opened.db) == 0 and not is_missing(opened.db, opened.path)
    assert not (backup_folder(opened.path) / "evidence").exists()


def test_a_backup_takes_each_file_once(opened: OpenFile, kept: tuple[Evidence, Evidence]) -> None:
    assert sentences(opened.db, opened.path) == [
        "2 files of evidence: 0 kept with the backups, 2 to go with the next one."
    ]
    assert backed_up(opened, 11) is None and backed_up(opened, 12) is None
    names = sorted(one.name for one in (backup_folder(opened.path) / "evidence").iterdir())
    assert names == sorted(f"{one.sha256}.pdf" for one in kept)
    assert sentences(opened.db, opened.path) == ["2 files of evidence: kept with the backups."]
    assert faults(opened.db, opened.path) == []
    assert len(backups.listed(opened.path)) == 2


def test_a_restore_brings_back_what_is_missing(opened: OpenFile, kept: tuple[Evidence, Evidence]) -> None:
    backed_up(opened)
    shutil.rmtree(folder_beside(opened.path))
    assert sentences(opened.db, opened.path) == [
        "2 files of evidence: kept with the backups. 2 are missing beside this file and can be brought back."
    ]
    assert len(bring_back(opened.path).names) == 2
    assert kept_file(opened.db, kept[0]).read_bytes() == b"ada.pdf"
    assert bring_back(opened.path).names == ()


def test_what_is_missing_or_altered_is_told_by_name_and_put_back(
    opened: OpenFile, kept: tuple[Evidence, Evidence]
) -> None:
    backed_up(opened)
    kept_file(opened.db, kept[0]).unlink()
    kept_file(opened.db, kept[1]).write_bytes(b"altered")
    (backup_folder(opened.path) / "evidence" / f"{kept[1].sha256}.pdf").write_bytes(b"altered too")
    assert is_missing(opened.db, opened.path)
    assert sorted(faults(opened.db, opened.path)) == [
        "“ada.pdf” of claim 1: missing, beside the file",
        "“bo.pdf” of claim 1: altered, among the backups",
        "“bo.pdf” of claim 1: altered, beside the file",
    ]
    assert put_back(opened.db, opened.path) == 1
    assert not is_missing(opened.db, opened.path)


def test_what_cannot_be_copied_is_said_and_the_backup_is_made(
    opened: OpenFile, kept: tuple[Evidence, Evidence]
) -> None:
    kept_file(opened.db, kept[1]).write_bytes(b"altered")
    left_out = backed_up(opened)
    assert left_out is not None
    assert left_out.sentence.startswith(
        "The database is backed up, but 1 file kept beside it could not be copied"
    )
    assert left_out.details == ("“bo.pdf” of claim 1: it was altered since it was kept",)
    assert len(backups.listed(opened.path)) == 1


def test_what_is_lost_everywhere_is_said(opened: OpenFile, kept: tuple[Evidence, Evidence]) -> None:
    kept_file(opened.db, kept[0]).unlink()
    backed_up(opened)
    assert sentences(opened.db, opened.path) == [
        "2 files of evidence: 1 kept with the backups. 1 is missing here and among the backups: attach again."
    ]


def test_a_copy_that_was_altered_is_not_brought_back(
    opened: OpenFile, kept: tuple[Evidence, Evidence]
) -> None:
    backed_up(opened)
    kept_file(opened.db, kept[0]).unlink()
    (backup_folder(opened.path) / "evidence" / f"{kept[0].sha256}.pdf").write_bytes(b"altered")
    with pytest.raises(LeftOut, match="1 file could not be brought back"):
        put_back(opened.db, opened.path)
    assert len(bring_back(opened.path).faults) == 1
