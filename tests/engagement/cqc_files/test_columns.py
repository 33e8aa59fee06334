"""Columns of which it is not certain what they hold."""

import pytest

from engagement.cqc_files.contents import FileKind
from engagement.cqc_files.read import NeedsColumns, read_all
from tests.engagement.cqc_files.reading_files import TODAY, contents, office_headings, said


def test_a_renamed_column_is_asked_for_and_a_persons_word_then_reads_the_file(office, home):
    headings = tuple("Type of services" if name == "Service types" else name for name in office_headings())
    file = office.path("2019-05-01 renamed.csv", [home(1)], headings)
    with pytest.raises(NeedsColumns) as asked:
        said(file)
    assert asked.value.kind is FileKind.DIRECTORY
    assert [spec.name for spec in asked.value.missing] == ["service_types"]
    assert asked.value.sentence.startswith("“2019-05-01 renamed.csv” looks like CQC directory")
    assert "No column for the service types was found" in asked.value.sentence
    mended = said(file, columns={"service_types": "Type of services"})
    assert contents(mended) == contents(said(office.directory("2019-05-01", home(1))))
    (through_all,) = read_all([file], today=TODAY, columns={file: {"service_types": "Type of services"}})
    assert contents(through_all) == contents(mended)


def test_two_columns_of_one_meaning_are_asked_about(office, home):
    file = office.path(
        "2019-05-01 twice.csv", [(*home(1), "Rochdale")], (*office_headings(), "Local authority")
    )
    with pytest.raises(NeedsColumns, match="2 columns could be authority"):
        said(file)


def test_two_columns_of_one_heading_are_told_apart_by_their_letters(office, home):
    file = office.path("2019-05-01 twice.csv", [(*home(1), "NG1 7DD")], (*office_headings(), "Postcode"))
    with pytest.raises(NeedsColumns) as asked:
        said(file)
    assert asked.value.sentence == (
        "“2019-05-01 twice.csv” looks like CQC directory, but which column is which is not certain. 2 columns could be "
        "postcode: “Postcode” (column D) and “Postcode” (column P). Choose one of them."
    )
    assert [spec.name for spec in asked.value.asked] == ["postcode"]
    choices = [name for name in asked.value.choices if "Postcode" in name]
    assert choices == ["Postcode (column D)", "Postcode (column P)"]
    read_as = [said(file, columns={"postcode": choice}).locations[0].facts[6] for choice in choices]
    assert read_as == ["OL9 6LD", "NG1 7DD"]


@pytest.mark.parametrize("heading", ["Post code", "CQC Provider ID (for office use only)"])
def test_a_column_that_decides_is_asked_about_though_a_file_may_lack_it(office, home, heading):
    file = office.path("2019-05-01 twice.csv", [(*home(1), "")], (*office_headings(), heading))
    with pytest.raises(NeedsColumns):
        said(file)


def test_a_column_that_decides_nothing_is_left_unread_with_a_remark(office, home):
    file = said(office.path("2019-05-01 d.csv", [(*home(1), "1")], (*office_headings(), "Telephone number")))
    assert file.locations[0].facts[9] == ""
    assert file.remarks[:1] == (
        "“Phone number” (column E) and “Telephone number” (column P) of “2019-05-01 d.csv” could be “Phone number”, so "
        "nothing was read as “Phone number”, and what is held of it stays. Rename or delete all but the right one, "
        "and read the file again.",
    )
