import hashlib
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from engagement.cqc_files.contents import FileKind
from engagement.cqc_files.read import NeedsDate, date_in_name, read_all
from resources.problem import Problem
from tests.engagement.cqc_files.reading_files import TODAY, contents, office_headings, said

PREAMBLE = "CQC Locations data,,,\n,,,\nThis data was produced on 01 May 2019,,,\n,,,\n"


def test_the_day_stands_in_the_lines_above_the_headings(office, home):
    file = said(office.path("directory.csv", [home(1)], above=PREAMBLE))
    assert (file.kind, file.as_at, file.dated_by, file.rows) == (
        FileKind.DIRECTORY,
        date(2019, 5, 1),
        "the lines above its headings",
        1,
    )
    assert file.locations[0].line == 6


def test_the_day_stands_in_the_name_or_is_asked_for(office, home):
    assert said(office.directory("2019-08-01", home(1))).dated_by == "its name"
    undated = office.path("directory.csv", [home(1)])
    with pytest.raises(NeedsDate, match=r"Nothing in “directory.csv” says which day it is of\. Say which"):
        said(undated)
    assert said(undated, as_at=date(2019, 8, 1)).dated_by == "your choice"


def test_a_day_that_is_still_to_come_is_refused(office, home):
    with pytest.raises(Problem, match="is dated 01/01/2020, which is still to come"):
        said(office.directory("2020-01-01", home(1)))


def test_a_day_before_cqc_began_is_refused(office, home):
    file = office.directory("2019-05-01", home(1))
    with pytest.raises(Problem, match="is dated 31/03/2009, and CQC began on 1 April 2009"):
        said(file, as_at=date(2009, 3, 31))
    assert said(file, as_at=date(2009, 4, 1)).as_at == date(2009, 4, 1)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2019-05-01 directory", date(2019, 5, 1)),
        ("01_May_2019_CQC_directory", date(2019, 5, 1)),
        ("CQC directory 1st August 2019", date(2019, 8, 1)),
        ("HSCA_Active_Locations_03_June_2024", date(2024, 6, 3)),
        ("ratings 01-08-2019 final", date(2019, 8, 1)),
        ("20190801_ratings", date(2019, 8, 1)),
        ("directory August 2019", date(2019, 8, 1)),
        ("2016-02_directory", date(2016, 2, 1)),
        ("directory", None),
        ("1-101712519", None),
        ("2019-13-45", None),
    ],
)
def test_days_in_names(name, day):
    assert date_in_name(name) == day


def test_another_kind_than_was_asked_for_is_refused(office, rating):
    file = office.ratings("2019-05-01", rating(1))
    with pytest.raises(Problem) as refused:
        said(file, expect=FileKind.DIRECTORY)
    assert refused.value.sentence == (
        "“2019-05-01 ratings.csv” is a file of CQC latest ratings; a file of CQC directory was expected. "
        "Choose another file."
    )


def test_files_are_put_in_the_order_of_their_days_with_ratings_last(office, home, rating):
    files = [
        office.ratings("2019-08-01", rating(1)),
        office.directory("2019-08-01", home(1)),
        office.ratings("2019-05-01", rating(1)),
        office.directory("2019-05-01", home(1)),
    ]
    assert [file.name for file in read_all(files, today=TODAY)] == [
        "2019-05-01 directory.csv",
        "2019-05-01 ratings.csv",
        "2019-08-01 directory.csv",
        "2019-08-01 ratings.csv",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Name,E-mail\nA,b@example.org\n", "is none of CQC's files"),
        (",".join(office_headings()) + "\n", "has headings and no rows beneath them"),
    ],
)
def test_a_file_that_is_none_of_cqcs_is_refused_in_a_sentence(office, text, sentence):
    path = office.folder / "2019-05-01 other.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Problem, match=sentence):
        said(path)


def test_an_empty_file_is_refused_in_a_sentence(office):
    path = office.folder / "2019-05-01 empty.csv"
    path.write_bytes(b"")
    with pytest.raises(Problem):
        said(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(office, home, encoding):
    row = home(1, "Café Rosé – the “Invented” House")
    plain = office.directory("2019-05-01", row, home(2))
    other = office.folder / "2019-05-01 other.csv"
    other.write_bytes(plain.read_text(encoding="utf-8").encode(encoding))
    assert contents(said(other)) == contents(said(plain))


def workbook(
    path: Path, rows: list[tuple[str, ...]], *, serials: bool = False, formulas: bool = False
) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Directory")
    day_format = book.add_format({"num_format": "dd/mm/yyyy"})
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if serials and at and column == 7:
                sheet.write_datetime(at, column, date(2018, 9, 11), day_format)
            elif formulas and at and column in (0, 3):
                sheet.write_formula(at, column, f'="{cell}"', None, cell)
            elif cell:
                sheet.write_string(at, column, cell)
    book.close()
    return path


def test_a_workbook_says_the_same_as_a_csv(office, home, tmp_path):
    rows = [home(1), home(2, checked="")]
    plain = contents(said(office.directory("2019-05-01", *rows)))
    path = tmp_path / "2019-05-01.xlsx"
    assert contents(said(workbook(path, [office_headings(), *rows]))) == plain
    dated = [home(1), home(2)]
    assert contents(said(workbook(path, [office_headings(), *dated], serials=True))) == contents(
        said(office.directory("2019-05-01", *dated))
    )
    assert contents(said(workbook(path, [office_headings(), *rows], formulas=True))) == plain


def test_an_ods_says_the_same_as_a_csv(office, home, tmp_path):
    rows = [home(1), home(2, "Invented & Sons")]
    path = ods(tmp_path / "2019-05-01.ods", [office_headings(), *rows])
    assert contents(said(path)) == contents(said(office.directory("2019-05-01", *rows)))


def ods(path: Path, rows: list[tuple[str, ...]]) -> Path:
    def cell(text: str) -> str:
        plain = text.replace("&", "&amp;").replace("<", "&lt;")
        return f'<table:table-cell office:value-type="string"><text:p>{plain}</text:p></table:table-cell>'

    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Directory">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", xml)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def test_progress_may_stop_the_reading(office, home):
    class StopNow(Exception):
        pass

    def stop(done: int, of: int | None) -> None:
        raise StopNow

    with pytest.raises(StopNow):
        said(office.directory("2019-05-01", home(1)), progress=stop)


def test_a_day_of_yesterday_or_today_is_taken(office, home):
    for day in (TODAY, TODAY - timedelta(days=1)):
        assert said(office.directory(day.isoformat(), home(1))).as_at == day


def test_a_name_that_is_no_utf_8_is_kept_as_text(office, home):
    path = office.directory("2019-08-01", home(1))
    strange = path.rename(path.with_name("caf\udce9 2019-08-01.csv"))
    assert said(strange).name.encode() == "caf\ufffd 2019-08-01.csv".encode()


def test_a_file_that_is_still_being_written_is_refused(office, home, monkeypatch):
    path = office.directory("2019-08-01", home(1))

    def grows(whole: Path) -> str:
        with whole.open("ab") as file:
            file.write(b"1-1,Late\n")
        return "0" * 64

    monkeypatch.setattr("engagement.cqc_files.read.sha256_of", grows)
    with pytest.raises(Problem, match="changed while it was being read"):
        said(path)


@pytest.mark.parametrize("workbook_too", [False, True])
def test_a_file_that_changes_while_it_is_read_is_refused(office, home, monkeypatch, tmp_path, workbook_too):
    path = office.directory("2019-05-01", home(1))
    if workbook_too:
        path = workbook(tmp_path / "2019-05-01.xlsx", [office_headings(), home(1)])
    digest = hashlib.file_digest

    def written_to_meanwhile(file, name):
        with path.open("ab") as more:
            more.write(b"\n")
        return digest(file, name)

    monkeypatch.setattr(hashlib, "file_digest", written_to_meanwhile)
    with pytest.raises(Problem, match="changed while it was being read"):
        said(path)
    monkeypatch.undo()
