"""What kind of file this is, told from its bytes; its name is never believed."""

import re
import zipfile
from enum import Enum
from pathlib import Path

from resources.files.formats.compound import CompoundFile
from resources.files.names import name_of
from resources.problem import Problem

EXPECTED = "A CSV, Excel (XLSX or XLS) or ODS file is needed"
HEAD_SIZE = 256 * 1024
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"SQLite format 3\0", "a database file"),
    (b"\0\1\0\0Standard ", "a Microsoft Access database"),
    (b"\x1f\x8b", "a compressed (GZ) file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed (7z) folder"),
    (b"Rar!", "a compressed (RAR) folder"),
    (b"{\\rtf", "a rich text document"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"BEGIN:VCALENDAR", "a calendar file"),
    (b"BEGIN:VCARD", "an address card"),
)
_ZIPPED_DOCUMENTS: tuple[tuple[str, str], ...] = (
    ("word/document.xml", "a Word document"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("Index/Document.iwa", "an Apple Numbers or Pages file"),
    ("xl/workbook.bin", "an Excel binary workbook (XLSB)"),
)
_CONTROLS = bytes(set(range(32)) - {0, 9, 10, 11, 12, 13, 26, 27, 30, 31})


class FileKind(Enum):
    """The kinds of table that can be read."""

    TEXT = "text"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


def quoted(path: Path) -> str:
    """The file's name as sentences show it."""
    return f"“{name_of(path)}”"


def kind_of(path: Path, head: bytes) -> FileKind:
    """The kind of table in the file, or a Problem that names what it is instead."""
    if head.startswith(OLE_MARK):
        return _kind_of_compound(path)
    if head.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08")):
        return _kind_of_zip(path)
    if b"%PDF-" in head[:1024]:
        raise _mistaken(path, "a PDF document", "Ask for the table as a spreadsheet")
    for mark, words in _MARKS:
        if head.startswith(mark):
            raise _mistaken(path, words)
    _refuse_markup(path, head)
    if not looks_like_utf16(head) and _is_binary(head):
        raise Problem(f"{EXPECTED}, and {quoted(path)} holds no table that can be read. Choose another file.")
    return FileKind.TEXT


def looks_like_utf16(head: bytes) -> str:
    """The UTF-16 codec the bytes fit, with or without a byte order mark, or ''."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = head[:4096]
    even, odd = sample[0::2], sample[1::2]
    if len(odd) < 4:
        return ""
    zeros_even, zeros_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if zeros_odd > 0.4 and zeros_even < 0.05:
        return "utf-16-le"
    if zeros_even > 0.4 and zeros_odd < 0.05:
        return "utf-16-be"
    return ""


def _mistaken(path: Path, found: str, advice: str = "Choose another file") -> Problem:
    return Problem(f"{EXPECTED}, and {quoted(path)} is {found}. {advice}.")


def _refuse_markup(path: Path, head: bytes) -> None:
    start = head[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    advice = "Open it in Excel, save it as an Excel workbook (.xlsx), and bring that in"
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta")):
        raise _mistaken(path, "a web page", advice)
    if start.startswith(b"<?xml"):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
            raise _mistaken(path, "an old Excel XML table", advice)
        raise _mistaken(path, "an XML file")
    if re.match(rb"[\[{]\s*[\[{\"]", start) and b'":' in start:
        raise _mistaken(path, "a JSON file")


def _is_binary(head: bytes) -> bool:
    if not head:
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > len(head) * 0.02 or head.count(0) > len(head) * 0.3


def _kind_of_compound(path: Path) -> FileKind:
    names = CompoundFile(path).names()
    if "EncryptedPackage" in names:
        raise locked(path)
    if names & {"Workbook", "Book"}:
        return FileKind.XLS
    if "WordDocument" in names:
        raise _mistaken(path, "an old Word document")
    if "PowerPoint Document" in names:
        raise _mistaken(path, "an old PowerPoint presentation")
    if any(name.startswith("__substg1.0") for name in names):
        raise _mistaken(path, "an Outlook message", "Save its attachment and bring that in")
    raise Problem(f"{EXPECTED}, and {quoted(path)} is damaged or no workbook. Get the file again.")


def _kind_of_zip(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        OSError,
        ValueError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        LookupError,
        OverflowError,
        MemoryError,
    ) as error:
        raise cut_off(path) from error
    if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return FileKind.ODS
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        raise _mistaken(path, "an OpenDocument file without a table")
    if "xl/workbook.xml" in names or any(name.startswith("xl/worksheets/") for name in names):
        return FileKind.XLSX
    for member, words in _ZIPPED_DOCUMENTS:
        if member in names:
            advice = (
                "Save it as .xlsx in Excel and bring that in" if "XLSB" in words else "Choose another file"
            )
            raise _mistaken(path, words, advice)
    raise _mistaken(path, "a zipped folder", "Unpack it and bring in the file inside")


def cut_off(path: Path) -> Problem:
    """A workbook whose bytes stop short or do not hold together."""
    return Problem(
        f"{quoted(path)} is a workbook that was cut off in the middle or is damaged, so nothing was read from it. "
        "Get the file again, or open it in Excel and save it under another name."
    )


def locked(path: Path) -> Problem:
    """A workbook that only opens with its password."""
    return Problem(
        f"{quoted(path)} is locked with a password. Open it in Excel, save a copy without the password, and bring "
        "that in."
    )
