"""What a person sees before an import."""

from datetime import date

from engagement.cqc_files.preview import preview_groups, save_refused_rows, summary_table

MAY, AUGUST, NOVEMBER = "2019-05-01", "2019-08-01", "2019-11-01"


def test_what_was_refused_has_not_gone_and_comes_in_when_it_is_mended(office, home, groups):
    office.imported(office.directory(MAY, *(home(number) for number in range(1, 4))))
    august = office.imported(
        office.directory(AUGUST, home(1), home(2, checked="soon"), home(4, checked="soon"))
    )
    assert groups(august) == {"GONE": [("1-3", "")], "UNCHANGED": [("1-1", "")]}
    (saved,) = save_refused_rows(august, office.folder)
    assert saved.name == "2019-08-01 refused rows of 2019-08-01 directory.xlsx"
    mended = office.directory(AUGUST, home(2), home(4))
    assert groups(office.prepared(saved)) == {}
    assert [len(one.file.refused) for one in office.prepared(saved).findings] == [2]
    assert groups(office.imported(mended)) == {
        "NEW": [("1-4", "Residential homes")],
        "UNCHANGED": [("1-2", "")],
    }
    assert office.periods(1) == [(MAY, None, "residential_home", 0)]


def test_the_preview_lists_groups_in_the_order_that_matters(office, home, rating):
    files = [
        office.directory(
            MAY, home(1), home(2, types="Dentist"), home(3, checked="soon"), home(4, checked="later")
        ),
        office.ratings(MAY, rating(1), rating(8), rating(1, "Splendid")),
    ]
    checked = office.prepared(*files)
    assert [
        (group.name, group.number, group.number_social_care, group.refused)
        for group in preview_groups(checked)
    ] == [
        ("New", 2, 1, False),
        ("Not in the register", 1, 1, False),
        ("Refused: Date of latest check: “soon” is not a date", 2, 0, True),
        ("Refused: Latest Rating: “Splendid” is not a rating that CQC gives", 1, 0, True),
        ("Ratings added", 1, 1, False),
        ("Left out (not adult social care)", 1, 0, False),
    ]
    for group in preview_groups(checked):
        assert len(group.table.rows) == group.number
        assert all(len(row) == len(group.table.columns) for row in group.table.rows)
    table = summary_table(checked)
    assert (table.title, table.as_at) == ("2 files from CQC", date(2019, 5, 1))
    assert [row for row in table.rows if row[1]] == [
        ("New", 2, 1), ("Ratings added", 1, 1), ("Not in the register", 1, 1), ("Refused", 3, None),
        ("Left out (not adult social care)", 1, 0),
    ]  # fmt: skip
    saved = [*save_refused_rows(checked, office.folder), *save_refused_rows(checked, office.folder)]
    assert [path.name for path in saved] == [
        f"2019-05-01 refused rows of 2019-05-01 {kind}{again}.xlsx"
        for again in ("", " 2")
        for kind in ("directory", "ratings")
    ]
