import os
from pathlib import Path

from resources.files.names import name_of, whole_text
from resources.files.reading import read_sheets
from tests.resources.files.made_files import made, refusal


def test_bytes_that_are_no_text_are_marked_and_all_else_is_kept() -> None:
    assert whole_text("caf\udce9 – Zoë 😀") == "caf\ufffd – Zoë 😀"
    assert name_of(Path("folder/caf\udce9.csv")).encode() == "caf\ufffd.csv".encode()


def test_a_name_that_is_not_utf_8_is_shown_with_a_mark(tmp_path: Path) -> None:
    path = made(tmp_path, os.fsdecode(b"caf\xe9.csv"), b"a,b\n1,2\n")
    (sheet,) = read_sheets(path)
    assert sheet.name == "caf\ufffd"
    (tmp_path / os.fsdecode(b"caf\xe9.csv")).write_bytes(b"")
    assert "“caf\ufffd.csv”" in refusal(path)
