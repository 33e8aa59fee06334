"""What proves a claim: files kept beside the database, what was seen and not kept, and the checklist of the item."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from resources.database import Database, change, new_key
from resources.database.copying import file_of
from resources.files.kept_files import KeptFile, copy_whole, is_whole, name_for
from resources.files.sha256 import sha256_of
from resources.problem import FieldProblem, Problem
from resources.wording import date_words
from workforce.funding.claims.claims import claim
from workforce.funding.funds.items import item

_COLUMNS = "id, claim_id, what, seen_on, seen_by, file_name, sha256, note"
MOST_BYTES = 50_000_000
"""A certificate is a page or two; what is larger is no certificate, and would fill the disk of every backup."""


@dataclass(frozen=True)
class Evidence:
    """Something that was seen; with a `sha256` its file is kept too."""

    id: str
    claim_id: str
    what: str
    seen_on: date
    seen_by: str
    file_name: str
    sha256: str
    note: str

    @property
    def words(self) -> str:
        """Certificate: seen on 3 May 2020 by Ada Example (certificate.pdf)."""
        by = f" by {self.seen_by}" if self.seen_by else ""
        file = f" ({self.file_name})" if self.file_name else ""
        return f"{self.what}: seen on {date_words(self.seen_on)}{by}{file}"


@dataclass(frozen=True)
class CheckLine:
    """A line of the checklist, and what was seen of it."""

    what: str
    seen: tuple[Evidence, ...] = ()
    asked_for: bool = True

    @property
    def is_missing(self) -> bool:
        """Whether it is asked for and nothing of it was seen."""
        return self.asked_for and not self.seen


def _evidence(row: tuple[Any, ...]) -> Evidence:
    key, of, what, seen, by, name, sha256, note = row
    return Evidence(key, of, what, date.fromisoformat(seen), by, name, sha256, note)


def evidence_of(db: Database, claim_id: str) -> list[Evidence]:
    """All that was seen of a claim."""
    rows = db.rows(
        f"select {_COLUMNS} from claim_evidence where claim_id = ? order by seen_on, id", (claim_id,)
    )
    return [_evidence(row) for row in rows]


def evidence(db: Database, key: str) -> Evidence:
    """One by its key."""
    row = db.row(f"select {_COLUMNS} from claim_evidence where id = ?", (key,))
    if row is None:
        raise LookupError(f"no evidence {key}")
    return _evidence(row)


def checklist(db: Database, claim_id: str) -> list[CheckLine]:
    """What the item asks for, each with what was seen of it; then what else was seen."""
    held = claim(db, claim_id)
    seen = evidence_of(db, claim_id)
    asked = item(db, held.item_id).checklist if held.item_id else ()
    lines = [CheckLine(what, tuple(one for one in seen if same_line(one.what, what))) for what in asked]
    others = [one for one in seen if not any(same_line(one.what, what) for what in asked)]
    return lines + [CheckLine(one.what, (one,), asked_for=False) for one in others]


def same_line(first: str, second: str) -> bool:
    """Whether what was seen is what a line of the checklist asks for."""
    return " ".join(first.split()).casefold() == " ".join(second.split()).casefold()


def missing(db: Database, claim_id: str) -> tuple[str, ...]:
    """The lines of the checklist of which nothing was seen."""
    return tuple(one.what for one in checklist(db, claim_id) if one.is_missing)


# --- the verbs ------------------------------------------------------------------------------------------------


def add_evidence(
    db: Database, claim_id: str, what: str, *, seen_on: date, today: date, seen_by: str = "", file: Path | None = None,
    note: str = "",
) -> Evidence:  # fmt: skip
    """Note what was seen, and keep its file where one is given."""
    held = claim(db, claim_id)
    told = " ".join(what.split())
    if not told:
        raise FieldProblem(
            "what", "Nothing says what was seen. Choose a line of the checklist, or write what it is."
        )
    if seen_on > today:
        raise FieldProblem(
            "seen_on",
            f"Seen: {date_words(seen_on)} is after today, {date_words(today)}. Give a day up to today.",
        )
    sha256 = _keep(db, file) if file else ""
    key = new_key()
    with change(db, f"Added evidence to claim {held.number}"):
        db.insert_row(
            "claim_evidence",
            {"id": key, "claim_id": claim_id, "what": told, "seen_on": seen_on.isoformat(),
             "seen_by": seen_by.strip() or db.who, "file_name": file.name if file else "", "sha256": sha256,
             "note": note.strip()},
        )  # fmt: skip
    return evidence(db, key)


def remove_evidence(db: Database, key: str) -> None:
    """It was added by mistake; its file stays, so that this can be undone."""
    held = evidence(db, key)
    with change(db, f"Removed evidence from claim {claim(db, held.claim_id).number}"):
        db.delete_row("claim_evidence", key)


# --- the files ------------------------------------------------------------------------------------------------


def folder_of(db: Database) -> Path:
    """Beside the office's file, as its backups are."""
    return folder_beside(file_of(db))


def folder_beside(file: Path) -> Path:
    """The folder of an office's file, which need not be open."""
    return file.with_name(f"{file.stem} evidence")


def known_files(db: Database) -> list[KeptFile]:
    """The files that claims name, each once: what the folder and its copies should hold."""
    rows = db.rows(
        "select one.sha256, one.file_name, claim.number from claim_evidence one "
        "join claim on claim.id = one.claim_id where one.sha256 <> '' order by claim.number, one.id"
    )
    found = {
        (name := name_for(sha256, called)): KeptFile(name, f"“{called}” of claim {number}")
        for sha256, called, number in reversed(rows)
    }
    return list(reversed(found.values()))


def kept_file(db: Database, held: Evidence) -> Path:
    """The file as it was kept, byte for byte; raises Problem where it is gone or was altered."""
    path = _path(db, held.sha256, held.file_name)
    with suppress(OSError):
        if sha256_of(path) == held.sha256:
            return path
    raise Problem(
        f"The file “{held.file_name}” is not in “{folder_of(db)}” as it was kept. Bring it back under “Backups”, or "
        "attach it again."
    )


def save_kept(db: Database, held: Evidence, path: Path) -> None:
    """Write a copy of a kept file to where somebody wants it."""
    from resources.files.replacing import safe_write_bytes  # loaded when first used

    safe_write_bytes(path, kept_file(db, held).read_bytes())


def _keep(db: Database, file: Path) -> str:
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise FieldProblem(
                "file",
                f"“{file.name}” has {size // 1_000_000} MB, and evidence up to 50 MB is kept. Attach a smaller copy.",
            )
        sha256 = sha256_of(file)
        kept = _path(db, sha256, file.name)
        kept.parent.mkdir(exist_ok=True)
        if not (kept.exists() and is_whole(kept)) and not copy_whole(file, kept):
            raise FieldProblem(
                "file",
                f"“{file.name}” changed while it was read, so it was not kept. Close it and try again.",
            )
    except OSError as error:
        raise FieldProblem(
            "file",
            f"“{file.name}” could not be kept ({error.strerror}). Check the file and “{folder_of(db)}”.",
        ) from error
    return sha256


def _path(db: Database, sha256: str, name: str) -> Path:
    return folder_of(db) / name_for(sha256, name)
