"""Pictures of reports beside the office's file."""

from engagement.committee import kept
from resources.database import Database, OpenFile

PNG = b"\x89PNG\r\n\x1a\nnot much of a picture"


def test_a_picture_is_kept_once_under_its_checksum(opened: OpenFile, db: Database) -> None:
    first, second = kept.keep_picture(db, PNG), kept.keep_picture(db, PNG)
    assert first == second
    assert [path.name for path in opened.path.with_name("office reports").iterdir()] == [f"{first}.png"]
    assert kept.picture(db, first) == PNG


def test_one_that_was_altered_is_kept_again(db: Database) -> None:
    sha256 = kept.keep_picture(db, PNG)
    (kept.folder_of(db) / f"{sha256}.png").write_bytes(b"altered")
    assert kept.keep_picture(db, PNG) == sha256
    assert kept.picture(db, sha256) == PNG


def test_nothing_is_known_that_nobody_names(db: Database) -> None:
    kept.keep_picture(db, PNG)
    assert kept.known_files(db) == []
