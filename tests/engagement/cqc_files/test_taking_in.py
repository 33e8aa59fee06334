"""What an import does to the register: preview, one change, one undo, whatever the register held before."""

import multiprocessing
import os
import signal
from datetime import date
from pathlib import Path

import pytest

from desktop.capabilities import CAPABILITIES
from engagement.cqc_files import taking_in
from engagement.cqc_files.taking_in import prepare, take_in
from engagement.register.providers import add_provider
from engagement.register.ratings import overall_as_at
from engagement.register.services import (
    edit_service,
)
from engagement.register.vocabulary import Rating
from resources.database import change, open_file
from resources.database.history import logical_dump, redo, undo
from resources.problem import Problem
from tests.engagement.cqc_files.what_is_held import facts, key_of

MAY, AUGUST, NOVEMBER = "2019-05-01", "2019-08-01", "2019-11-01"


TODAY = date(2019, 12, 9)


def dump(office) -> list[str]:
    return list(logical_dump(office.db))


def test_a_preview_writes_nothing_and_the_import_is_one_change_and_one_undo(office, home, rating, groups):
    before = dump(office)
    files = [office.ratings(MAY, rating(1)), office.directory(MAY, home(1), home(2, types="Dentist"))]
    checked = office.prepared(*files)
    assert dump(office) == before
    assert groups(checked) == {
        "NEW": [("1-1", "Residential homes"), ("1-2", "Dentist")],
        "RATINGS_ADDED": [("1-1", "Overall: Good, published 10 Oct 2018")],
    }
    taken = take_in(office.db, checked)
    assert (taken.action, taken.nothing) == (
        "Import of 2 locations and ratings of 1 location, 1 May 2019",
        False,
    )
    after = dump(office)
    assert facts(office, 1, "service.name", "service.kind", "district", "authority", "provider.name") == (
        "Invented House 1",
        "residential_home",
        "Oldham",
        "Oldham",
        "Invented Care Limited",
    )
    assert office.periods(1) == [(MAY, None, "residential_home", 0)]
    undone = undo(office.db)
    assert undone is not None and undone.action == taken.action
    assert dump(office) == before
    redo(office.db)
    assert dump(office) == after


def test_the_same_files_again_change_nothing(office, home, rating):
    files = [
        office.directory(MAY, home(1), home(2, types="Dentist")),
        office.ratings(MAY, rating(1), rating(2)),
    ]
    office.imported(*files)
    before = dump(office)
    for again in (files, [files[0], files[0]], files[:1]):
        assert take_in(office.db, office.prepared(*again)).nothing
    assert dump(office) == before


def test_an_import_is_refused_when_the_register_changed_after_the_preview(office, home):
    checked = office.prepared(office.directory(MAY, home(1)))
    add_provider(office.db, name="Somebody Else")
    with pytest.raises(Problem, match="The register changed after the preview was made"):
        take_in(office.db, checked)
    assert office.rows("select count(*) from service") == [(0,)]


def test_a_change_made_just_before_the_import_begins_refuses_it(office, home, monkeypatch):
    office.imported(office.directory(MAY, home(1)))
    checked = office.prepared(office.directory(AUGUST, home(1, "Renamed")))
    key, made = key_of(office, 1), []

    def begun_late(db, action, **more):
        edit_service(db, key, phone="0161 496 0001")
        made.extend(dump(office))
        return change(db, action, **more)

    monkeypatch.setattr(taking_in, "change", begun_late)
    with pytest.raises(Problem, match="The register changed after the preview was made"):
        take_in(office.db, checked)
    assert dump(office) == made


def test_no_file_is_refused(office):
    with pytest.raises(Problem, match="No file was chosen"):
        office.prepared()


class StopNow(Exception):
    pass


def test_cancelling_leaves_nothing(office, home):
    before = dump(office)

    def stop(done: int, of: int | None) -> None:
        raise StopNow

    path = office.directory(MAY, home(1))
    with pytest.raises(StopNow):
        prepare(office.db, [path], today=TODAY, progress=stop)
    checked = office.prepared(path)
    with pytest.raises(StopNow):
        take_in(office.db, checked, progress=stop)
    assert dump(office) == before


def _import_and_die(path: Path, file: Path) -> None:
    opened = open_file(path, CAPABILITIES, who="Test Officer")
    checked = prepare(opened.db, [file], today=TODAY)

    def die(done: int, of: int | None) -> None:
        if done:
            os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)

    take_in(opened.db, checked, progress=die)


def test_a_program_killed_in_the_middle_leaves_nothing(office, home, tmp_path, migrated):
    path = tmp_path / "other.providerdesk"
    path.write_bytes(migrated)
    file = office.directory(MAY, *(home(number) for number in range(50)))
    process = multiprocessing.get_context("spawn").Process(target=_import_and_die, args=(path, file))
    process.start()
    process.join(60)
    assert process.exitcode not in (0, 1, None)
    opened = open_file(path, CAPABILITIES, who="Test Officer")
    assert opened.db.rows("select count(*) from service union all select count(*) from history_change") == [
        (0,),
        (0,),
    ]
    opened.close()


MONTHS = {
    MAY: [(1, {}), (2, {}), (3, {})],
    AUGUST: [(1, {"types": "Nursing homes"}), (3, {"types": "Doctors/GPs"}), (4, {})],
    NOVEMBER: [(1, {"types": "Nursing homes"}), (2, {}), (4, {"name": "Renamed"})],
}


@pytest.mark.parametrize(
    "order",
    [
        [MAY, AUGUST, NOVEMBER], [NOVEMBER, AUGUST, MAY], [AUGUST, MAY, NOVEMBER], [AUGUST, NOVEMBER, MAY],
        [MAY + AUGUST + NOVEMBER],
    ],
)  # fmt: skip
def test_months_in_any_order_or_in_one_go_make_the_same_register(office, home, rating, order):
    texts = {MAY: "Good", AUGUST: "Inadequate", NOVEMBER: "Outstanding"}
    for days in order:
        group = [day for day in MONTHS if day in days]
        office.imported(
            *(
                office.directory(day, *(home(n, **more) for n, more in MONTHS[day]))
                for day in reversed(group)
            ),
            *(office.ratings(day, rating(1, texts[day], f"{day[8:]}/{day[5:7]}/2019")) for day in group),
        )
    assert [office.periods(n) for n in (1, 2, 3, 4)] == [
        [(MAY, AUGUST, "residential_home", 0), (AUGUST, None, "nursing_home", 0)],
        [(MAY, AUGUST, "residential_home", 0), (NOVEMBER, None, "residential_home", 0)],
        [(MAY, AUGUST, "residential_home", 0)],
        [(AUGUST, None, "residential_home", 0)],
    ]
    assert facts(office, 4, "service.name") == ("Renamed",)
    assert facts(office, 1, "service.kind") == ("nursing_home",)
    assert [row[1:3] for row in office.ratings_of(1)] == [
        (MAY, "good"), (AUGUST, "inadequate"), (NOVEMBER, "outstanding"),
    ]  # fmt: skip
    as_at = overall_as_at(office.db, date(2019, 10, 1))
    assert [rating.rating for rating in as_at.values()] == [Rating.INADEQUATE]
