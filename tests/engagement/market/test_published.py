"""Figures that were published: read from a file, kept as one change, shown as a table again."""

from datetime import date
from pathlib import Path

import pytest

from engagement.market.market_sentences import rating_sentence
from engagement.market.market_table import MarketTable, wide_table
from engagement.market.published import (
    published_dates,
    published_on,
    read_published,
    remove_published,
    take_in_published,
)
from engagement.register.vocabulary import MarketKind, Rating
from resources.database import Database
from resources.database.history import logical_dump, undo
from resources.files.writing import save_csv, save_xlsx
from resources.problem import Problem

AUGUST = date(2019, 8, 1)
HEADINGS = ",".join(
    ["authority"]
    + [f"{kind}_{r}" for kind in ("nursing", "residential", "domiciliary")
       for r in ("IA", "RI", "GO", "OU", "not_yet_rated_pct")]
)  # fmt: skip
ROWS = ("Derby,0,12,88,0,0,0,13,87,0,4,0,16,79,5,31", "Rutland,0,0,100,0,0,0,22,78,0,0,0,0,100,0,11")


def written(folder: Path, *rows: str, headings: str = HEADINGS) -> Path:
    path = folder / "figures.csv"
    path.write_text("\n".join((headings, *rows)) + "\n", encoding="utf-8")
    return path


def test_a_file_of_figures_is_the_table_that_was_published(shared_data: Path, published: MarketTable) -> None:
    file = shared_data / "cqc" / "east_midlands_ratings_2019-08.csv"
    assert read_published(file, AUGUST) == published


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_table_that_the_program_saves_is_read_again(
    tmp_path: Path, published: MarketTable, ending: str
) -> None:
    table, path = wide_table(published), tmp_path / f"saved{ending}"
    if ending == ".csv":
        save_csv(table, path)
    else:
        save_xlsx([table], path)
    assert read_published(path, AUGUST) == published


def test_figures_are_kept_as_one_change_and_the_same_again_changes_nothing(
    db: Database, published: MarketTable
) -> None:
    before = list(logical_dump(db))
    assert take_in_published(db, published) == 27
    assert published_dates(db) == [AUGUST]
    assert published_on(db, AUGUST) == published
    after = list(logical_dump(db))
    assert take_in_published(db, published) == 0
    assert list(logical_dump(db)) == after
    undone = undo(db)
    assert undone is not None and undone.action == "Published ratings of 9 areas, 1 August 2019"
    assert list(logical_dump(db)) == before


def test_a_mended_figure_takes_the_place_of_the_one_held(db: Database, tmp_path: Path) -> None:
    take_in_published(db, read_published(written(tmp_path, *ROWS), AUGUST))
    mended = read_published(written(tmp_path, ROWS[0].replace("5,31", "5,30")), AUGUST)
    assert take_in_published(db, mended) == 1
    table = published_on(db, AUGUST)
    assert table.areas == ("Derby", "Rutland")
    assert table.profile("Derby", MarketKind.DOMICILIARY).figures == (0, 16, 79, 5, 30)
    remove_published(db, AUGUST)
    assert published_dates(db) == []


def test_kept_figures_give_the_sentences_of_the_report(db: Database, published: MarketTable) -> None:
    take_in_published(db, published)
    table = published_on(db, AUGUST)
    args = ("Nottinghamshire", MarketKind.NURSING, Rating.OUTSTANDING, "in the East Midlands")
    assert rating_sentence(table, *args) == rating_sentence(published, *args)


def test_percentages_that_a_spreadsheet_keeps_as_fractions_are_read_as_percentages(tmp_path: Path) -> None:
    cells = ROWS[0].split(",")
    fractions = ",".join([cells[0], *(f"{int(cell) / 100:g}" for cell in cells[1:])])
    assert read_published(written(tmp_path, fractions), AUGUST) == read_published(
        written(tmp_path, ROWS[0]), AUGUST
    )


def test_nothing_published_is_not_the_same_as_none(tmp_path: Path) -> None:
    row = "Rutland,-,-,-,-,0,0%,22%,78%,0%,0%,,,,,"
    table = read_published(written(tmp_path, row), AUGUST)
    assert [profile.figures for kind in MarketKind for profile in table.of_kind(kind)] == [
        (None, None, None, None, 0),
        (0, 22, 78, 0, 0),
        (None, None, None, None, None),
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["Derby,0,12,88,0,0,0,13,87,0,4,0,16,79,5,many"],
         "Line 2 of “figures.csv”, column “domiciliary_not_yet_rated_pct”: a whole percentage from 0 to 100 was "
         "expected, and “many” was found. Put it right, and read the file again."),
        (["Derby,0,12,88,0,0,0,13,87,0,4,0,16,79,5,101"],
         "Line 2 of “figures.csv”, column “domiciliary_not_yet_rated_pct”: a whole percentage from 0 to 100 was "
         "expected, and “101” was found. Put it right, and read the file again."),
        (["Derby,0,12,8,0,0,0,13,87,0,4,0,16,79,5,31"],
         "The four ratings for Derby, nursing homes should add up to about 100 and add up to 20: look them up again."),
        ([ROWS[0], ROWS[0]], "Derby stands twice in “figures.csv”, again on line 3. Delete one of the two rows."),
        ([ROWS[0].removeprefix("Derby")],
         "Line 2 of “figures.csv” has figures and no authority. Write its name, or delete it."),
        ([], "“figures.csv” has headings and no rows beneath them. Choose another file."),
    ],
)  # fmt: skip
def test_figures_that_cannot_be_right_are_refused_in_a_sentence(
    tmp_path: Path, rows: list[str], said: str
) -> None:
    with pytest.raises(Problem) as refused:
        read_published(written(tmp_path, *rows), AUGUST)
    assert refused.value.sentence == said


def test_a_file_that_is_no_such_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is no table of published ratings"):
        read_published(written(tmp_path, "a,b", headings="Name,Address"), AUGUST)
    with pytest.raises(Problem, match="lacks columns of a table of published ratings"):
        read_published(written(tmp_path, ROWS[0], headings=HEADINGS.replace("nursing_GO", "x")), AUGUST)


def test_a_day_that_is_still_to_come_or_before_cqc_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, *ROWS)
    with pytest.raises(
        Problem, match=r"^1 August 2019 is still to come\. Give the day that the figures are of\.$"
    ):
        read_published(path, AUGUST, today=date(2019, 7, 31))
    with pytest.raises(Problem, match=r"^31 March 2009 is before 1 April 2009, when CQC began\."):
        read_published(path, date(2009, 3, 31), today=AUGUST)
    assert read_published(path, AUGUST, today=AUGUST).as_at == AUGUST
