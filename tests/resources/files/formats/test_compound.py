from pathlib import Path

from resources.files.formats.compound import CompoundFile

BOOK = Path(__file__).parents[1] / "two_sheets.xls"


def test_the_streams_of_an_old_workbook_are_listed_and_read_whole() -> None:
    book = CompoundFile(BOOK)
    assert {"Root Entry", "Workbook"} <= book.names()
    assert book.is_sound()
    assert book.stream("Workbook")[:2] == b"\x09\x08"  # the record every workbook begins with
    assert book.stream("Book") == b""


def test_a_count_beyond_what_the_file_holds_is_not_sound(tmp_path: Path) -> None:
    data = bytearray(BOOK.read_bytes())
    data[44:48] = (9_999_999).to_bytes(4, "little")  # how many tables of sectors there are
    path = tmp_path / "counts.xls"
    path.write_bytes(data)
    assert not CompoundFile(path).is_sound()


def test_a_chain_of_sectors_that_bites_its_tail_ends(tmp_path: Path) -> None:
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    header[76:] = b"\xff\xff\xff\xff" * 109
    header[76:80] = (0).to_bytes(4, "little")  # the table of sectors is sector 0
    header[48:52] = (1).to_bytes(4, "little")  # the directory begins in sector 1
    table = b"\xfd\xff\xff\xff" + (1).to_bytes(4, "little") + b"\xff\xff\xff\xff" * 126
    entry = "Lists".encode("utf-16-le").ljust(64, b"\0") + (12).to_bytes(2, "little")
    path = tmp_path / "loop.xls"
    path.write_bytes(bytes(header) + table + entry.ljust(512, b"\0"))
    assert CompoundFile(path).names() == {"Lists"}
