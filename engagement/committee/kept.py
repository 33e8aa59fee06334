"""Pictures of reports, kept beside the office's file under their SHA-256: no tracked table holds bytes.

Those that somebody put into an outline, and those of every report that was issued, so that it can be drawn again.
"""

from pathlib import Path

from resources.database import Database
from resources.database.copying import file_of
from resources.files.kept_files import KeptFile, is_whole, name_for
from resources.files.replacing import safe_write_bytes
from resources.files.sha256 import sha256_of_bytes
from resources.problem import Problem
from resources.report.kept_blocks import pictures_in

_CALLED = "picture.png"


def folder_of(db: Database) -> Path:
    """Beside the office's file, as its backups are."""
    return folder_beside(file_of(db))


def folder_beside(file: Path) -> Path:
    """The folder of an office's file, which need not be open."""
    return file.with_name(f"{file.stem} reports")


def keep_picture(db: Database, png: bytes) -> str:
    """Its SHA-256, once it is there."""
    sha256 = sha256_of_bytes(png)
    path = _path(db, sha256)
    try:
        path.parent.mkdir(exist_ok=True)
        whole = path.exists() and is_whole(path)
    except OSError as error:
        raise Problem(
            f"No picture could be kept in “{folder_of(db)}” ({error.strerror}). Check the folder, and try again."
        ) from error
    if not whole:
        safe_write_bytes(path, png)
    return sha256


def picture(db: Database, sha256: str) -> bytes:
    """A PNG as it was kept; raises Problem where it is gone or was altered."""
    try:
        png = _path(db, sha256).read_bytes()
    except OSError:
        png = b""
    if sha256_of_bytes(png) != sha256:
        raise Problem(
            f"A picture of the report is not in “{folder_of(db)}” as it was kept. Bring it back under “Backups”."
        )
    return png


def known_files(db: Database) -> list[KeptFile]:
    """The pictures that outlines and issued reports name, each once: what the folder and its copies should hold."""
    found: dict[str, str] = {}
    for content, title in db.rows("select content, title from report_issue order by issued_at, id"):
        found |= {
            sha256: f"A picture of “{title}” as it was saved" for sha256 in sorted(pictures_in(content))
        }
    for sha256, called, title in db.rows(
        "select item.file_sha256, item.file_name, report.title from report_item item "
        "join committee_report report on report.id = item.report_id where item.file_sha256 <> '' order by item.id"
    ):
        found[sha256] = f"The picture “{called}” of “{title}”"
    return [KeptFile(name_for(sha256, _CALLED), words) for sha256, words in found.items()]


def _path(db: Database, sha256: str) -> Path:
    return folder_of(db) / name_for(sha256, _CALLED)
