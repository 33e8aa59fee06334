"""Files out: written beside the old one, checked by opening, then moved into its place."""

import errno
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from resources.files import unfinished
from resources.files.formats.guards import refuse_when_open_elsewhere
from resources.files.formats.kinds import quoted
from resources.problem import Problem

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def safe_write(
    path: Path, write: Callable[[Path], None], verify: Callable[[Path], None] | None = None
) -> None:
    """Has `write` make the file under a temporary name in the same folder, and puts it in place whole.

    `verify` opens the finished file and raises when it is not right. Whatever goes wrong, the old file
    stays as it was and no temporary file is left; one that a killed program left goes at the next write or start.
    """
    _refuse_place(path)
    unfinished.clear_away()
    temporary = path.with_name(f".{secrets.token_hex(6)}{path.suffix}")
    with unfinished.noted(temporary):
        _write_and_replace(path, temporary, write, verify)


def _write_and_replace(
    path: Path, temporary: Path, write: Callable[[Path], None], verify: Callable[[Path], None] | None
) -> None:
    try:
        write(temporary)
        _flush(temporary)
        if verify is not None:
            verify(temporary)
        if path.exists():
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
        _flush_folder(path.parent)
    except OSError as error:
        raise _cannot_save(path, error) from error
    finally:
        _remove(temporary)


def safe_write_bytes(path: Path, data: bytes) -> None:
    """The same for bytes that are at hand: they are read again before they take the old file's place."""

    def write(temporary: Path) -> None:
        temporary.write_bytes(data)

    def verify(written: Path) -> None:
        if written.read_bytes() != data:
            raise Problem(f"“{path.name}” was not saved: the drive gave back other text than it was given.")

    safe_write(path, write, verify)


def _refuse_place(path: Path) -> None:
    try:
        if not path.parent.is_dir():
            raise Problem(
                f"The folder {path.parent} is not there, so {quoted(path)} was not saved. Choose another folder."
            )
        if path.is_dir():
            raise Problem(
                f"{quoted(path)} is the name of a folder, so no file was saved. Choose another name."
            )
        refuse_when_open_elsewhere(path)
    except OSError as error:
        raise _cannot_save(path, error) from error
    except ValueError as error:
        raise Problem(
            "The file's name holds a character that no file can have. Choose another name."
        ) from error


def _flush(path: Path) -> None:
    with path.open("r+b") as handle:
        os.fsync(handle.fileno())


def _flush_folder(folder: Path) -> None:
    """Makes the new name durable; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):  # shares that cannot flush a folder
            raise
    finally:
        os.close(descriptor)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # the drive has gone: there is nothing left to tidy


def _cannot_save(path: Path, error: OSError) -> Problem:
    if error.errno in _FULL:
        why = "because the disk is full. Free some space or choose another drive"
    elif error.errno in _READ_ONLY and path.exists() and _may_write_into(path.parent):
        why = (
            "because it is open in another program (Excel or Word) or may not be changed. Close it there, or choose "
            "another name"
        )
    elif error.errno in _READ_ONLY:
        why = f"because the folder {path.parent} may not be written to. Choose another folder"
    elif error.errno == errno.ENAMETOOLONG:
        why = "because its name is too long. Choose a shorter name"
    elif error.errno == errno.EINVAL:
        why = "because its name holds a character that this drive does not take. Choose another name"
    else:
        why = (
            "because the drive or share did not take it. Check that it is connected, or choose another folder"
        )
    return Problem(f"{quoted(path)} was not saved {why}.")


def _may_write_into(folder: Path) -> bool:
    return os.access(folder, os.W_OK)
