"""Inspections since the report before: the 78 of 2019, what rose and fell, and names that may not be listed."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from engagement.cqc_files.taking_in import prepare, take_in
from engagement.market.committee.inspections import Listed, Move, inspections_in, make
from engagement.register.council import set_council
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.database import Database, change
from resources.report.blocks import TableBlock
from resources.report.committee.section import NothingToTell
from resources.spans import Span
from tests.engagement.market.committee.conftest import FIRST, LAST, SINCE, AddHome, Asking
from tests.engagement.market.committee.reading import figures, said

IA, RI, GO, OU, NR = Rating
BEFORE, THEN = date(2019, 1, 7), date(2019, 10, 7)


def table_of(section):
    return next(block for block in section.blocks if isinstance(block, TableBlock))


def test_the_78_inspections_of_september_2019_add_up(asking: Asking, home: AddHome) -> None:
    ratings = [OU] * 3 + [GO] * 43 + [RI] * 22 + [IA] * 10
    for number, rating in enumerate(ratings):
        home(f"Quillfeather {number}", (THEN, rating))
    section = make(asking())
    assert said(section) == {
        "completed": (
            "The Care Quality Commission (CQC) published the results of 78 inspections of services in "
            "Nottinghamshire from 10 September 2019 to 30 "
            "November 2019. The overall ratings were:"
        ),
        "by_rating": "3 Outstanding\n43 Good\n22 Requires improvement\n10 Inadequate",
        "moved": (
            "Of 78 ratings, 0 are higher than the one before, 0 are lower and 0 are the same; 78 are the service’s "
            "first. "
            "59% (46 of 78) are Good or Outstanding."
        ),
    }
    assert figures(section)["good.number"] == ("43", 43, 78, "good")
    assert len(section.rows["good"]().rows) == 43
    assert section.as_at == "ratings published from 10 September 2019 to 30 November 2019"


def test_a_rating_is_held_against_the_grade_before_it(db: Database, asking: Asking, home: AddHome) -> None:
    home("Risen House", (BEFORE, RI), (THEN, GO))
    home("Fallen House", (BEFORE, GO), (THEN, IA))
    home("Steady House", (BEFORE, GO), (date(2019, 8, 1), NR), (THEN, GO))
    home("First House", (THEN, GO))
    home("Unsure House", (BEFORE, GO), (THEN, NR))
    home("Old House", (BEFORE, GO), (SINCE, OU))
    home("Elsewhere House", (THEN, GO), authority="Derbyshire")
    home("Inherited House", (THEN, GO), inherited=True)
    found = inspections_in(db, Span(FIRST, LAST))
    names = dict(db.rows("select id, name from service"))
    assert {names[one.service_id]: one.move for one in found} == {
        "Risen House": Move.HIGHER, "Fallen House": Move.LOWER, "Steady House": Move.KEPT, "First House": Move.FIRST,
        "Unsure House": Move.NO_RATING,
    }  # fmt: skip
    section = make(asking())
    assert said(section)["by_rating"].splitlines()[-1] == "1 without a rating"
    assert said(section)["moved"] == (
        "Of 4 ratings, 1 is higher than the one before, 1 is lower and 1 is the same; 1 is the service’s first. "
        "3 of 4 are Good or Outstanding."
    )
    assert [row[:5] for row in table_of(section).table.rows] == [
        ("Fallen House", "Nursing home", "Bassetlaw", "Good", "Inadequate"),
        ("Risen House", "Nursing home", "Bassetlaw", "Requires improvement", "Good"),
    ]
    risen = table_of(make(asking(list=Listed.HIGHER.value)))
    assert [row[0] for row in risen.table.rows] == ["Risen House"]
    assert len(table_of(make(asking(list=Listed.ALL.value))).table.rows) == 5
    assert not [b for b in make(asking(list=Listed.NONE.value)).blocks if isinstance(b, TableBlock)]


def test_two_inspections_of_one_service_are_two(asking: Asking, home: AddHome) -> None:
    home("Busy House", (THEN, IA), (date(2019, 11, 20), RI))
    assert said(make(asking()))["completed"].startswith(
        "The Care Quality Commission (CQC) published the results of 2 inspections of 1 service in Nottinghamshire "
        "from 10 September 2019"
    )


def test_a_list_with_a_name_that_is_exempt_is_exempt_as_a_whole(asking: Asking, home: AddHome) -> None:
    home("Quillrisen House", (BEFORE, RI), (THEN, GO))
    home("Quillfallen House", (BEFORE, GO), (THEN, IA), contract=ContractStatus.SUSPENDED)
    block = table_of(make(asking()))
    assert block.exempt is not None and block.exempt.paragraph == 3
    assert len(block.table.rows) == 2


def test_no_inspection_is_told_as_none(asking: Asking, home: AddHome) -> None:
    home("Old House", (BEFORE, GO))
    assert said(make(asking())) == {
        "completed": (
            "The Care Quality Commission (CQC) published no rating of a service in Nottinghamshire from 10 September "
            "2019 to 30 November 2019."
        )
    }


def test_without_ratings_or_days_there_is_nothing_to_tell(asking: Asking, home: AddHome) -> None:
    with pytest.raises(NothingToTell, match="The register holds no ratings"):
        make(asking())
    home("Old House", (BEFORE, GO))
    with pytest.raises(NothingToTell, match="no inspection lies between"):
        make(asking(since=LAST))


def test_a_service_renamed_between_two_reports_is_told_with_its_former_name(
    db: Database, asking: Asking, home: AddHome
) -> None:
    with change(db, "Added it", now=datetime(2019, 6, 1, tzinfo=UTC)):
        db.insert_row("provider", {"id": "p", "name": "Invented Care"})
        db.insert_row(
            "service",
            {"id": "s", "provider_id": "p", "name": "Old House", "kind": ServiceKind.NURSING_HOME.value,
             "authority": "Nottinghamshire", "district": "Mansfield"},
        )  # fmt: skip
        for number, (on, rating) in enumerate(((BEFORE, RI), (THEN, GO))):
            db.insert_row(
                "rating",
                {"id": f"r{number}", "service_id": "s", "key_question": "overall", "rating": rating.value,
                 "published_on": on.isoformat()},
            )  # fmt: skip
    with change(db, "Renamed it", now=datetime(2019, 10, 1, tzinfo=UTC)):
        db.update_row("service", "s", {"name": "New House"})
    section = make(asking())
    assert table_of(section).table.rows[0][0] == "New House (formerly Old House)"
    assert section.rows["higher"]().rows[0][0] == "New House"


def test_oldham_had_thirteen_new_ratings_of_which_one_rose(
    db: Database, asking: Asking, shared_data: Path
) -> None:
    for month in ("05", "08"):
        files = sorted((shared_data / "cqc").glob(f"oldham_2019-{month}*"))
        take_in(db, prepare(db, files, today=date(2026, 1, 1)))
    set_council(db, "Oldham")
    section = make(asking(since=date(2019, 5, 1), last=date(2019, 8, 1)))
    assert said(section)["moved"] == (
        "Of 13 ratings, 1 is higher than the one before, 0 are lower and 10 are the same; 2 are the service’s first. "
        "85% (11 of 13, a small base) are Good or Outstanding."
    )
    assert [row[:2] + row[3:5] for row in table_of(section).table.rows if row[0] == "Care at Parkside"] == [
        ("Care at Parkside", "Residential home", "Inadequate", "Requires improvement")
    ]


def test_files_that_end_well_before_the_period_are_said(db: Database, asking: Asking, home: AddHome) -> None:
    home("Old House", (BEFORE, GO))
    with change(db, "Took in a file"):
        db.insert_row(
            "cqc_file",
            {"id": "f", "kind": "ratings", "as_at": "2019-08-01", "name": "ratings.csv", "sha256": "0", "rows": 1,
             "taken_in_at": "2019-08-02T09:00:00+00:00"},
        )  # fmt: skip
    assert said(make(asking()))["completed"].endswith(
        "The newest of CQC’s files that is held is of 1 August 2019."
    )
