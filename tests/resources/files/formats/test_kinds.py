from pathlib import Path

import pytest

from tests.resources.files.made_files import made, refusal, zipped


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"SQLite format 3\0\x10\0", "a database file"),
        (b"\x1f\x8b\x08\0", "a compressed (GZ) file"),
        (b"{\\rtf1\\ansi", "a rich text document"),
        (b"<!DOCTYPE html><html><body><table>", "a web page"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "an old Excel XML",
        ),
        (b'<?xml version="1.0"?><a/>', "an XML file"),
        (b'[{"name": "x"}]', "a JSON file"),
        (b"BEGIN:VCALENDAR\r\n", "a calendar file"),
        (bytes(range(256)) * 20, "holds no table"),
    ],
)
def test_a_file_handed_in_by_mistake_is_named(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refusal(made(tmp_path, "list.csv", data))


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("word/document.xml", "a Word document"),
        ("ppt/presentation.xml", "a PowerPoint presentation"),
        ("xl/workbook.bin", "an Excel binary workbook"),
        ("list.csv", "a zipped folder"),
    ],
)
def test_a_zipped_document_is_named(tmp_path: Path, part: str, words: str) -> None:
    assert words in refusal(zipped(tmp_path / "list.xlsx", {part: b"<a/>"}))


def test_an_encrypted_workbook_is_said_to_have_a_password(tmp_path: Path) -> None:
    name = "EncryptedPackage".encode("utf-16-le")
    entry = name.ljust(64, b"\0") + (len(name) + 2).to_bytes(2, "little") + b"\2" + bytes(61)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\0\3\0\xfe\xff\x09\0\x06\0" + bytes(10)
    header += (1).to_bytes(4, "little") + (1).to_bytes(4, "little") + bytes(16)
    header += b"\xfe\xff\xff\xff" + bytes(4) + (0).to_bytes(4, "little") + b"\xff\xff\xff\xff" * 108
    fat = (0xFFFFFFFD).to_bytes(4, "little") + b"\xfe\xff\xff\xff" + b"\xff\xff\xff\xff" * 126
    data = header.ljust(512, b"\0") + fat + entry.ljust(512, b"\0")
    assert "locked with a password" in refusal(made(tmp_path, "a.xlsx", data))
