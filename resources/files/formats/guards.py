"""What a file must be before anything reads it: there, readable, not too large, and a table."""

import errno
from pathlib import Path
from typing import NamedTuple

from resources.files.formats.kinds import EXPECTED, HEAD_SIZE, FileKind, kind_of, quoted
from resources.files.names import whole_text
from resources.problem import Problem

MAX_FILE_BYTES = 500 * 1024 * 1024
MAX_COLUMNS = 2_000
MAX_ROWS = 2_000_000


class Stamp(NamedTuple):
    """What tells that a file was written to meanwhile."""

    size: int
    written: int


def check(path: Path) -> FileKind:
    """The kind of table in a file that may be read; every other file is refused with a sentence."""
    try:
        _refuse_missing(path)
        size = path.stat().st_size
        _refuse_size(path, size)
        refuse_when_open_elsewhere(path)
        with path.open("rb") as handle:
            head = handle.read(HEAD_SIZE)
        if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
            raise Problem(f"{quoted(path)} is empty: it holds no rows. Get the file again or choose another.")
        return kind_of(path, head)
    except (OSError, ValueError) as error:
        raise cannot_read(path, error) from error


def stamp_of(path: Path) -> Stamp:
    """The file as it is now; taken before it is read, for `refuse_changed` afterwards."""
    try:
        about = path.stat()
    except (OSError, ValueError) as error:
        raise cannot_read(path, error) from error
    return Stamp(about.st_size, about.st_mtime_ns)


def refuse_changed(path: Path, before: Stamp) -> None:
    """A file that another program is still writing would be taken in short, or half old and half new."""
    if stamp_of(path) != before:
        raise Problem(
            f"{quoted(path)} changed while it was being read, so nothing was taken from it. Wait until it is saved or "
            "downloaded whole, then try again."
        )


def _refuse_missing(path: Path) -> None:
    if "\0" in str(path):
        raise ValueError("a name with a NUL")
    if path.is_dir():
        raise Problem(f"{EXPECTED}, and {quoted(path)} is a folder. Choose a file inside it.")
    if not path.exists():
        raise Problem(f"There is no file {quoted(path)} in {_folder(path)}. Choose the file where it is.")
    if not path.is_file():
        raise Problem(f"{EXPECTED}, and {quoted(path)} is a device. Choose a file.")


def _folder(path: Path) -> str:
    return "this folder" if str(path.parent) == "." else whole_text(str(path.parent))


def _refuse_size(path: Path, size: int) -> None:
    if size == 0:
        raise Problem(f"{quoted(path)} is empty: it holds no rows. Get the file again or choose another.")
    if size > MAX_FILE_BYTES:
        raise Problem(
            f"{quoted(path)} is {size // 2**20:,} MB, and files up to {MAX_FILE_BYTES // 2**20} MB can be read. "
            "Split it into smaller files."
        )


def refuse_when_open_elsewhere(path: Path) -> None:
    """A lock file beside the file means that Excel, Word or LibreOffice has it open."""
    for lock, program in _lock_files(path):
        if lock.exists():
            raise Problem(
                f"{quoted(path)} is open in {program}. Close it there and try again (if it is not open, "
                f"delete the file {quoted(lock)} beside it)."
            )


def _lock_files(path: Path) -> tuple[tuple[Path, str], ...]:
    word = path.suffix.lower() in (".docx", ".doc", ".docm")
    office = "Word" if word else "Excel"
    # Word drops up to two letters from the front of longer names; Excel drops none
    shortened = path.name[2:] if word and len(path.stem) > 7 else path.name
    return (
        (path.with_name(f"~${path.name}"), office),
        (path.with_name(f"~${shortened}"), office),
        (path.with_name(f".~lock.{path.name}#"), "LibreOffice"),
    )


def cannot_read(path: Path, error: Exception) -> Problem:
    """The sentence for a file that the system will not hand over."""
    if isinstance(error, PermissionError):
        return Problem(
            f"{quoted(path)} may not be read just now. If it is open in Excel, close it there and try again; "
            "otherwise ask whoever owns it for permission to read it."
        )
    if isinstance(error, FileNotFoundError):
        return Problem(f"There is no file {quoted(path)} in {_folder(path)}. Choose the file where it is.")
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return Problem("The file's name is too long to be opened. Give it a shorter name and try again.")
    if isinstance(error, ValueError):
        return Problem(
            "The file's name holds a character that no file can have. Choose the file from the list."
        )
    return Problem(
        f"{quoted(path)} could not be read from where it is stored. Check that the drive or share is connected, "
        "or copy the file to this computer and try again."
    )


def too_many_columns(path: Path, line: int) -> Problem:
    """A table wider than any that is used here; most often the wrong delimiter or a damaged file."""
    return Problem(
        f"{quoted(path)} has more than {MAX_COLUMNS:,} columns (line {line:,}), and tables of up to {MAX_COLUMNS:,} "
        "can be read. Check that it is the right file, or delete the columns that are not needed."
    )


def too_many_rows(path: Path) -> Problem:
    """A table longer than any that is used here."""
    return Problem(
        f"{quoted(path)} has more than {MAX_ROWS:,} rows, and tables of up to {MAX_ROWS:,} can be read. "
        "Split it into smaller files."
    )
