"""Reading files of both layouts, their columns in any order; and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from resources.problem import Problem
from tests.workforce.ascwds.bulk_files import (
    DAY,
    HOME,
    SOMEBODY,
    TODAY,
    TRAINED,
    TRAINING_2019,
    TRAINING_PRESENT,
    WORKER_2019,
    WORKER_PRESENT,
    WORKPLACE_2019,
    WORKPLACE_PRESENT,
    worker,
    write,
    write_workers,
    write_workplaces,
)
from workforce.ascwds.layouts import Use
from workforce.ascwds.reading import (
    AscwdsFile,
    NeedsDay,
    days_in_name,
    read_file,
    read_files,
    rows_again,
    rows_words,
)
from workforce.ascwds.rows import Choices
from workforce.ascwds.vocabulary import FileKind


def read(path: Path, **how: object) -> AscwdsFile:
    return read_file(path, today=TODAY, as_at=DAY, **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "headings", "row", "layout"),
    [
        (FileKind.WORKPLACE, WORKPLACE_2019, HOME, "2019"),
        (FileKind.WORKPLACE, WORKPLACE_PRESENT, HOME, "present"),
        (FileKind.WORKER, WORKER_2019, SOMEBODY, "2019"),
        (FileKind.WORKER, WORKER_PRESENT, SOMEBODY, "present"),
        (FileKind.TRAINING, TRAINING_2019, TRAINED, "2019"),
        (FileKind.TRAINING, TRAINING_PRESENT, TRAINED, "present"),
    ],
)
def test_both_layouts_are_read_with_their_columns_in_any_order(
    tmp_path: Path, kind: FileKind, headings: tuple[str, ...], row: dict[str, str], layout: str
) -> None:
    found = read(write(tmp_path / "a.csv", headings, [row]))
    turned = read(write(tmp_path / "b.csv", tuple(reversed(headings)), [row]))
    assert (found.kind, found.layout, len(found.rows), found.doubts, found.refused) == (
        kind,
        layout,
        1,
        (),
        (),
    )
    assert turned.rows == found.rows
    assert (turned.kind, turned.layout) == (kind, layout)


def test_the_columns_are_told_with_what_is_made_of_them(tmp_path: Path) -> None:
    uses = dict(read(write_workers(tmp_path, SOMEBODY)).columns)
    assert list(uses) == list(WORKER_2019)
    assert {uses[one] for one in ("NINUMBER", "ETHNICITY", "DISABLED", "POSTCODE", "DISPLAYID")} == {
        Use.LEFT_OUT
    }
    kept = dict(read(write_workers(tmp_path, SOMEBODY), choices=Choices(keep_reference=True)).columns)
    assert (uses["UNIQUEWORKERID"], kept["UNIQUEWORKERID"]) == (Use.KEY, Use.KEPT)


def test_nothing_of_who_somebody_is_is_left_of_a_file(tmp_path: Path) -> None:
    told = repr(read(write_workers(tmp_path, SOMEBODY, worker("", NINUMBER="QQ999999C"))))
    for cell in ("Ada", "QQ123456C", "QQ999999C", "1984", "'826'"):
        assert cell not in told


def test_a_row_that_stands_twice_is_refused(tmp_path: Path) -> None:
    found = read(write_workers(tmp_path, SOMEBODY, worker("Bo"), worker("ada  example")))
    assert [row.line for row in found.rows] == [2, 3]
    assert [(row.line, row.field, row.reason) for row in found.refused] == [
        (4, "UNIQUEWORKERID", "This worker stands in line 2 already. Keep one of the two."),
    ]
    twice = read(write_workplaces(tmp_path, HOME, {**HOME, "LOCALESTID": "elm "}))
    assert [(row.line, row.field) for row in twice.refused] == [(3, "LOCALESTID")]


def test_doubts_know_their_line_and_whose_they_are(tmp_path: Path) -> None:
    found = read(write_workplaces(tmp_path, HOME, {**HOME, "LOCALESTID": "Oak", "STARTERS": "1"}))
    assert [(one.line, one.column, one.whose) for one in found.doubts] == [(3, "STARTERS", "Oak")]


def test_refused_rows_are_read_again_to_be_mended(tmp_path: Path) -> None:
    path = write_workers(tmp_path, SOMEBODY, worker("", NINUMBER="QQ999999C"))
    names, rows = rows_again(path, {3})
    cells = dict(zip(names, rows[3], strict=True))
    assert (cells["LOCALESTID"], cells["DOB"], cells["GENDER"], cells["HOURLYRATE"]) == (
        "Elm", "filled in", "filled in", "filled in",
    )  # fmt: skip
    assert (cells["SALARYINT"], cells["UNIQUEWORKERID"]) == ("3", "")
    assert "NINUMBER" not in names
    mended = write(tmp_path / "mended.csv", names, [{**cells, "UNIQUEWORKERID": "W9"}])
    whole = read(write_workers(tmp_path, worker("W9"), name="whole.csv"))
    assert read(mended).rows == whole.rows


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("workers_2019-09-30", [DAY]), ("30_09_2019 workers", [DAY]), ("workers.30.9.2019", [DAY]),
        ("workers 30 September 2019", [DAY]), ("workers", []), ("2019-02-31", []),
        ("2019-09-30 workers 30.9.2019", [DAY]), ("2019-02-31 of 2019-09-30", [DAY]),
        ("2018-09-30 to 2019-09-30", [date(2018, 9, 30), DAY]),
    ],
)  # fmt: skip
def test_the_day_stands_in_the_name(name: str, days: list[date]) -> None:
    assert days_in_name(name) == days


def test_a_file_without_a_day_asks_for_one(tmp_path: Path) -> None:
    path = write_workplaces(tmp_path, HOME)
    with pytest.raises(NeedsDay, match="says which day it is of"):
        read_file(path, today=TODAY)
    named = write_workplaces(tmp_path, HOME, name="workplaces 2019-09-30.csv")
    assert read_file(named, today=TODAY).as_at == DAY


def test_of_two_days_in_a_name_a_person_says_which(tmp_path: Path) -> None:
    path = write_workplaces(tmp_path, HOME, name="workplaces 2018-09-30 to 2019-09-30.csv")
    with pytest.raises(NeedsDay, match="names 30 September 2018 and 30 September 2019"):
        read_file(path, today=TODAY)
    assert read_file(path, today=TODAY, as_at=DAY).as_at == DAY


@pytest.mark.parametrize("day", [date(2020, 1, 16), date(1999, 1, 1)])
def test_a_day_that_cannot_be_is_refused(tmp_path: Path, day: date) -> None:
    with pytest.raises(Problem, match="Say which day it is of"):
        read_file(write_workplaces(tmp_path, HOME), today=TODAY, as_at=day)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is no ASC-WDS bulk-upload file"):
        read(write(tmp_path / "a.csv", ("Name", "Postcode"), [{"Name": "Elm"}]))
    lacking = [one for one in WORKPLACE_2019 if one != "ESTNAME"]
    with pytest.raises(Problem) as refused:
        read(write(tmp_path / "b.csv", lacking, [HOME]))
    assert any("ESTNAME" in line for line in refused.value.details)
    with pytest.raises(Problem, match="no rows beneath"):
        read(write(tmp_path / "c.csv", WORKPLACE_2019, []))


def test_several_files_are_read_workplaces_first(tmp_path: Path) -> None:
    workers, homes = write_workers(tmp_path, SOMEBODY), write_workplaces(tmp_path, HOME)
    found = read_files([workers, homes, workers], today=TODAY, as_at=DAY)
    assert [one.kind for one in found] == [FileKind.WORKPLACE, FileKind.WORKER]
    assert rows_words(found[1]) == "1 worker record, the layout of 2019"
    with pytest.raises(Problem, match="No file was chosen"):
        read_files([], today=TODAY)


def test_the_real_files_of_2019_are_read(shared_data: Path) -> None:
    """Every row, and nothing of who anybody is."""
    folder = shared_data / "ascwds"
    found = read_files(
        [folder / "worker_2019_layout.csv", folder / "workplace_2019_layout.csv"], today=TODAY, as_at=DAY
    )
    assert [(one.kind, one.layout, len(one.rows), one.doubts, one.refused) for one in found] == [
        (FileKind.WORKPLACE, "2019", 6, (), ()), (FileKind.WORKER, "2019", 11, (), ()),
    ]  # fmt: skip
    told = repr(found[1].rows)
    for cell in ("Victoria", "Randip", "JR975628C", "1954", "reg manager"):
        assert cell not in told
    skills = found[0].workplaces[0]
    assert (skills.services, skills.capacities, skills.staff) == ("72;21;16;6;52", ";;;5;", 4)
