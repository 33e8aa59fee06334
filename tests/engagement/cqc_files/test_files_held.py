from datetime import date

from engagement.cqc_files.contents import FileKind
from engagement.cqc_files.files_held import already_taken_in, files_taken_in
from engagement.cqc_files.read import read


def test_files_are_told_newest_first_with_who_took_them_in_and_the_areas_they_cover(office, home, rating):
    office.imported(
        office.directory("2019-05-01", home(1), home(2, authority="Rochdale")),
        office.ratings("2019-08-01", rating(1)),
    )
    told = [
        (file.kind, file.as_at, file.name, file.rows, file.taken_in_by, file.authorities)
        for file in files_taken_in(office.db)
    ]
    assert told == [
        (FileKind.RATINGS, date(2019, 8, 1), "2019-08-01 ratings.csv", 1, "Test Officer", ()),
        (
            FileKind.DIRECTORY,
            date(2019, 5, 1),
            "2019-05-01 directory.csv",
            2,
            "Test Officer",
            ("Oldham", "Rochdale"),
        ),
    ]


def test_a_file_is_known_again_under_another_name(office, home):
    first = office.directory("2019-05-01", home(1))
    office.imported(first)
    again = office.folder / "copy of directory.csv"
    again.write_bytes(first.read_bytes())
    other = office.directory("2019-08-01", home(2))
    files = [
        read(again, today=date(2019, 12, 9), as_at=date(2019, 5, 1)),
        read(other, today=date(2019, 12, 9)),
    ]
    assert already_taken_in(office.db, files) == ["copy of directory.csv"]
