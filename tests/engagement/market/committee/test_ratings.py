"""Ratings for a committee: the known answers of December 2019, of Oldham, and of small numbers."""

from datetime import date
from pathlib import Path

import pytest

from engagement.cqc_files.taking_in import prepare, take_in
from engagement.market.committee.ratings import EACH, NONE, TABLE, choices, make
from engagement.market.market_table import MarketTable
from engagement.market.published import take_in_published
from engagement.register.council import set_council
from engagement.register.vocabulary import MarketKind, Rating
from resources.database import Database, change
from resources.report.blocks import ChartBlock, Heading, TableBlock
from resources.report.committee.section import NothingToTell
from tests.engagement.market.committee.conftest import AddHome, Asking
from tests.engagement.market.committee.reading import figures, said

SPRING, SUMMER = date(2019, 5, 1), date(2019, 8, 1)


def test_what_the_report_of_december_2019_says_of_its_table(
    db: Database, asking: Asking, published: MarketTable
) -> None:
    take_in_published(db, published)
    section = make(asking(charts=NONE))
    told = said(section)
    assert section.blocks[0] == Heading("Ratings of services", 2)
    assert section.as_at == "ratings published on or before 1 August 2019"
    assert told["held"] == (
        "The Care Quality Commission (CQC) inspects and rates regulated services. The tables compare Nottinghamshire "
        "with 8 other authorities in the East Midlands, as at 1 August 2019."
    )
    assert told["outstanding"].splitlines() == [
        "Nottinghamshire has the highest % of Outstanding nursing homes in the East Midlands (7%).",
        "Nottinghamshire has the second highest % of Outstanding residential homes in the East Midlands (6%).",
        "Nottinghamshire has the joint second highest % of Outstanding home care agencies in the East Midlands (6%, "
        "with Nottingham).",
    ]
    assert told["inadequate"].splitlines()[0] == (
        "Nottinghamshire has the highest % of Inadequate nursing homes in the East Midlands (10%)."
    )
    tables = [block.table for block in section.blocks if isinstance(block, TableBlock)]
    assert [len(table.rows) for table in tables] == [9, 9, 9]
    assert tables[0].rows[7] == ("Nottinghamshire", 10, 23, 60, 7, 3)


def test_oldham_is_told_with_its_numbers_and_the_change_since_may(
    db: Database, asking: Asking, shared_data: Path
) -> None:
    for month in ("05", "08"):
        files = sorted((shared_data / "cqc").glob(f"oldham_2019-{month}*"))
        take_in(db, prepare(db, files, today=date(2026, 1, 1)))
    set_council(db, "Oldham")
    section = make(asking(first=date(2019, 5, 2), last=SUMMER, since=SPRING, charts=NONE, change=TABLE))
    told = said(section)
    assert told["held"] == (
        "The Care Quality Commission (CQC) inspects and rates regulated services. As at 1 August 2019, 73 services of "
        "the three kinds below were active in Oldham. Of these, 69 had a rating."
    )
    assert told["change"].splitlines() == [
        "Nursing homes: 80% (8 of 10, a small base), from 8 of 9: a base is too small to speak of a change.",
        "Residential homes: 84% (27 of 32), from 84% (27 of 32): no clear change.",
        "Home care agencies: 89% (24 of 27, a small base), from 88% (23 of 26, a small base): a base is too small to "
        "speak of a change.",
    ]
    (change_table,) = [b.table for b in section.blocks if isinstance(b, TableBlock)][3:]
    assert change_table.title.startswith("Oldham: change in CQC ratings from 1 May 2019 to 1 August 2019")
    assert "number" not in told  # there is nobody to compare it with
    services = section.rows["services.nursing"]()
    rated = [row for row in services.rows if row[5] != "Not yet rated"]
    assert (len(services.rows), len(rated)) == (11, 10)


def test_a_chart_is_drawn_of_the_kinds_that_were_chosen(
    db: Database, asking: Asking, published: MarketTable
) -> None:
    take_in_published(db, published)
    drawn = {
        asked: [block.caption for block in make(asking(charts=asked)).blocks if isinstance(block, ChartBlock)]
        for asked in (EACH, NONE, MarketKind.NURSING.value)
    }
    assert [len(of) for of in drawn.values()] == [3, 0, 1]
    assert drawn[MarketKind.NURSING.value] == ["Nursing homes: shares of the four ratings"]


def test_without_ratings_there_is_nothing_to_tell(asking: Asking, home: AddHome) -> None:
    with pytest.raises(
        NothingToTell, match=r"No ratings are held as at 30 November 2019\. Import CQC’s directory"
    ):
        make(asking())
    with pytest.raises(NothingToTell, match="No ratings for Published figures are held"):
        make(asking(scope="published"))


def test_what_can_be_chosen_begins_with_what_is_made_unasked(
    db: Database, asking: Asking, published: MarketTable
) -> None:
    take_in_published(db, published)
    scope, area, charts, changed = choices(asking())
    assert list(scope.values) == ["published:East Midlands"]
    assert next(iter(area.values)) == "" and "Rutland" in area.values
    assert (next(iter(charts.values)), next(iter(changed.values))) == (EACH, NONE)
    told = said(make(asking(area="Rutland", charts=NONE)))
    assert told["inadequate"].splitlines()[0] == (
        "To the nearest whole number, 0% of rated nursing homes in Rutland are Inadequate."
    )


def test_every_figure_can_be_opened(db: Database, asking: Asking, published: MarketTable) -> None:
    take_in_published(db, published)
    section = make(asking(charts=NONE))
    shown = figures(section)
    assert shown["outstanding.nursing.share"] == ("7%", 7, None, "compared.nursing")
    assert {one[3] for one in shown.values()} <= set(section.rows)
    opened = section.rows["compared.nursing"]()
    assert [row[0] for row in opened.rows if row[4] == 7] == ["Nottinghamshire"]
    assert section.rows["compared.all"]().rows[0] == ("Derby", None, None, None, None)


@pytest.mark.parametrize(
    "options",
    [{"scope": "weather"}, {"scope": "region:Nowhere"}, {"scope": "districts:Nowhere"}, {"charts": "weather"},
     {"area": "Nowhere"}],
    ids=["scope", "region", "districts", "charts", "area"],
)  # fmt: skip
def test_options_that_mean_nothing_here_are_answered_in_a_sentence(
    db: Database, asking: Asking, published: MarketTable, options: dict[str, str]
) -> None:
    take_in_published(db, published)
    try:
        section = make(asking(**({"charts": NONE} | options)))
    except NothingToTell as nothing:
        assert nothing.sentence.startswith("No ratings for ")
    else:
        assert said(section)["held"]


def test_services_that_are_dormant_are_counted_and_said(db: Database, asking: Asking, home: AddHome) -> None:
    home("Quillbusy House", (date(2019, 1, 7), Rating.GOOD))
    idle = home("Quillidle Care", (date(2019, 1, 7), Rating.GOOD))
    with change(db, "It gives no care"):
        db.update_row("service", idle, {"dormant": 1})
    with change(db, "Took in a file"):
        for kind in ("directory", "ratings"):
            db.insert_row(
                "cqc_file",
                {"id": kind, "kind": kind, "as_at": "2019-08-01", "name": kind, "sha256": kind, "rows": 1,
                 "authorities": "Nottinghamshire", "taken_in_at": "2019-08-02T09:00:00+00:00"},
            )  # fmt: skip
    section = make(asking())
    assert said(section)["held"].endswith("The newest of CQC’s files that is held is of 1 August 2019.")
    assert (
        "Of these, 2 had a rating. The counts include 1 dormant service: registered, but giving no care"
        in (said(section)["held"])
    )
    assert [row[0] for row in section.rows["dormant"]().rows] == ["Quillidle Care"]
