from pathlib import Path

from tests.resources.files.made_files import made, read_all, refusal, xls


def test_an_old_workbook_cut_off_anywhere_gives_no_error(tmp_path: Path) -> None:
    data, path = xls(), tmp_path / "cut.xls"
    for length in range(8, len(data), 97):
        path.write_bytes(data[:length])
        said = read_all(path)
        assert said == "" or said.endswith("."), said


def test_an_old_workbook_that_states_an_impossible_size_is_refused(tmp_path: Path) -> None:
    data, path = bytearray(xls()), tmp_path / "size.xls"
    place = data.index(
        b"\x00\x02\x0e\x00"
    )  # the stated size of a sheet: first and last row, first and last column
    data[place + 8 : place + 12] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    assert "cut off in the middle or is damaged" in read_all(path)


def test_an_old_workbook_with_a_cell_moved_far_out_is_refused(tmp_path: Path) -> None:
    data = bytearray((Path(__file__).parents[1] / "two_sheets.xls").read_bytes())
    place = data.index(b"\xfd\x00\x0a\x00")  # a text cell: row and column follow
    data[place + 4 : place + 8] = b"\xff\xff\xff\xff"
    assert "more than 2,000 columns" in refusal(made(tmp_path, "far.xls", bytes(data)))
