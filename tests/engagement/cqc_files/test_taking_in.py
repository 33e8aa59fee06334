"""What an import does to the register: preview, one change, one undo, whatever the register held before."""

import multiprocessing
import os
import signal
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.capabilities import CAPABILITIES
from engagement.cqc_files import taking_in
from engagement.cqc_files.preview import preview_groups, preview_notes, save_refused_rows, summary_table
from engagement.cqc_files.taking_in import prepare, take_in
from engagement.market.as_at import market_on
from engagement.register.contacts import add_contact
from engagement.register.duplicates import MergeRules, merge_providers, merge_services
from engagement.register.providers import add_provider, archive_provider, edit_provider
from engagement.register.ratings import active_on, overall_as_at
from engagement.register.services import (
    add_service,
    archive_service,
    edit_service,
    move_service,
    service_by_cqc_id,
)
from engagement.register.vocabulary import ConsentBasis, ContactRole, MarketKind, Rating, ServiceKind
from resources.database import change, open_file
from resources.database.history import logical_dump, redo, undo
from resources.problem import Problem

MAY, AUGUST, NOVEMBER = "2019-05-01", "2019-08-01", "2019-11-01"
TODAY = date(2019, 12, 9)
NOW = datetime(2019, 12, 9, 10, tzinfo=UTC)


def dump(office) -> list[str]:
    return list(logical_dump(office.db))


def key_of(office, number: int) -> str:
    found = service_by_cqc_id(office.db, f"1-{number}")
    assert found is not None
    return found.id


def facts(office, number: int, *columns: str):
    sql = f"select {', '.join(columns)} from service join provider on provider.id = provider_id"
    return office.db.row(f"{sql} where cqc_location_id = ?", (f"1-{number}",))


# --- preview and commit


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


# --- from month to month


def test_new_changed_gone_and_returned(office, home, groups):
    office.imported(office.directory(MAY, home(1), home(2), home(3), home(9, types="Dentist")))
    august = office.imported(
        office.directory(AUGUST, home(1), home(2, "Invented Lodge 2", types="Nursing homes"), home(4))
    )
    assert groups(august) == {
        "NEW": [("1-4", "Residential homes")],
        "CHANGED": [
            (
                "1-2",
                "Name: Invented House 2 → Invented Lodge 2; Kind: Residential home → Nursing home; "
                "CQC service types: Residential homes → Nursing homes",
            )
        ],
        "GONE": [("1-3", ""), ("1-9", "")],
        "UNCHANGED": [("1-1", "")],
    }
    assert office.periods(2) == [(MAY, AUGUST, "residential_home", 0), (AUGUST, None, "nursing_home", 0)]
    november = office.imported(
        office.directory(NOVEMBER, *(home(n) for n in (1, 3, 4)), home(9, types="Dentist"))
    )
    assert groups(november) == {
        "GONE": [("1-2", "")],
        "RETURNED": [("1-3", ""), ("1-9", "")],
        "UNCHANGED": [("1-1", ""), ("1-4", "")],
    }
    assert office.periods(3) == [
        (MAY, AUGUST, "residential_home", 0),
        (NOVEMBER, None, "residential_home", 0),
    ]
    on = {day: len(active_on(office.db, date.fromisoformat(day))) for day in (MAY, AUGUST, NOVEMBER)}
    assert on == {MAY: 3, AUGUST: 3, NOVEMBER: 3}


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


def test_an_older_file_fills_gaps_and_overrules_nothing(office, home, groups):
    office.imported(
        office.directory(AUGUST, home(1, "New Name", website="", provider_id="1-901", provider="B"))
    )
    older = office.imported(
        office.directory(MAY, home(1, "Old Name", website="old.example", provider_id="1-900", provider="A"))
    )
    assert groups(older) == {
        "CHANGED": [("1-1", "Website: blank → old.example; Listed from 1 May 2019 instead of 1 Aug 2019")]
    }
    assert facts(office, 1, "service.name", "service.website", "provider.name") == (
        "New Name",
        "old.example",
        "B",
    )
    assert office.rows("select count(*) from provider") == [(1,)]


def test_gone_is_said_only_of_areas_that_the_file_covers(office, home, groups):
    office.imported(
        office.directory(MAY, home(1), home(2, authority="Rochdale"), home(3, authority="Rochdale"))
    )
    august = office.imported(office.directory(AUGUST, home(2, authority="Rochdale")))
    assert groups(august) == {"GONE": [("1-3", "")], "UNCHANGED": [("1-2", "")]}
    assert office.periods(1) == [(MAY, None, "residential_home", 0)]


def test_a_part_of_a_directory_is_warned_of_and_can_be_taken_as_a_part(office, home, groups):
    office.imported(office.directory(MAY, *(home(number) for number in range(20))))
    part = office.directory(AUGUST, *(home(number) for number in range(5)))
    whole = office.prepared(part)
    assert whole.findings[0].warnings == [
        "“2019-08-01 directory.csv” lacks 15 of the 20 services held for Oldham. If it is only a part of the "
        "directory, keep those that it does not list."
    ]
    assert preview_notes(whole)[0] == whole.findings[0].warnings[0]
    assert len(groups(whole)["GONE"]) == 15
    taken = office.imported(part, mark_gone=False)
    assert set(groups(taken)) == {"UNCHANGED"}
    november = office.imported(office.directory(NOVEMBER, *(home(number) for number in range(20))))
    assert set(groups(november)) == {"UNCHANGED"}
    assert office.rows("select count(*) from service_period where until_on is not null") == [(0,)]


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


def test_directory_and_active_locations_of_one_day_complete_each_other(office, home, active, groups):
    both = office.imported(
        office.directory(MAY, home(1), home(2)),
        office.hsca(MAY, active(1, dormant="Y", city="Oldham, Lancashire")),
    )
    assert "GONE" not in groups(both)
    assert facts(office, 1, "beds", "dormant", "provider.brand") == (24, 1, "BRAND Invented")
    assert office.periods(1) == [("2011-01-20", None, "residential_home", 1)]
    types = facts(office, 1, "service_types")
    assert types == ("Residential homes",)  # active locations call the same types by other names
    later = office.imported(office.directory(AUGUST, home(1), home(2)))
    assert groups(later) == {"UNCHANGED": [("1-1", ""), ("1-2", "")]}  # a directory says nothing of dormancy


def test_from_doctor_to_social_care_and_back(office, home, groups):
    office.imported(office.directory(MAY, home(1, types="Doctors/GPs"), home(2)))
    august = office.imported(office.directory(AUGUST, home(1), home(2, types="Doctors/GPs")))
    assert groups(august) == {
        "NEW": [("1-1", "Residential homes; left out before, since it was not adult social care")],
        "GONE": [("1-2", "No longer adult social care; now: Doctors/GPs")],
    }
    assert office.periods(2) == [(MAY, AUGUST, "residential_home", 0)]
    november = office.imported(office.directory(NOVEMBER, home(1), home(2)))
    assert groups(november) == {
        "RETURNED": [("1-2", "")],
        "UNCHANGED": [("1-1", "")],
    }


# --- a blank authority


def test_a_blank_authority_is_found_from_the_postcode(office, home, rating, groups):
    blank = home(2, authority="", region="")
    may = office.imported(office.directory(MAY, home(1), blank), office.ratings(MAY, rating(1), rating(2)))
    assert facts(office, 2, "authority", "service.region", "district") == ("Oldham", "North West", "Oldham")
    assert preview_notes(may)[1] == (
        "1 location of “2019-05-01 directory.csv” had no local authority: it was found from the postcode."
    )
    counted = market_on(office.db, date(2019, 5, 1), authorities=["Oldham"])
    assert counted.profile("Oldham", MarketKind.RESIDENTIAL).all == 2
    assert groups(office.imported(office.directory(AUGUST, home(1)))) == {
        "UNCHANGED": [("1-1", "")],
        "GONE": [("1-2", "")],
    }


def test_an_area_that_only_a_postcode_gave_is_spelled_as_held_and_not_covered(office, home, groups):
    nottingham = {"authority": "Nottingham", "region": "East Midlands", "postcode": "NG1 7DD"}
    office.imported(office.directory(MAY, home(1), home(2, **nottingham), home(3, **nottingham)))
    august = office.imported(office.directory(AUGUST, home(1), home(2, **{**nottingham, "authority": ""})))
    assert groups(august) == {"UNCHANGED": [("1-1", ""), ("1-2", "")]}
    november = office.imported(office.directory(NOVEMBER, home(2, **{**nottingham, "authority": ""})))
    assert groups(november)["GONE"] == [("1-3", "")]


def test_a_blank_authority_without_a_known_postcode_is_told_and_takes_nothing_away(office, home, groups):
    office.imported(office.directory(MAY, home(1), home(2)))
    lost = [home(number, authority="", postcode="ZZ99 9ZZ") for number in (2, 3)]
    august = office.imported(office.directory(AUGUST, home(1), *lost))
    assert set(groups(august)) == {"NEW", "CHANGED", "UNCHANGED"}
    assert any(
        note.startswith(
            "2 locations of “2019-08-01 directory.csv” had neither a local authority nor a postcode"
        )
        for note in preview_notes(august)
    )
    assert facts(office, 2, "authority") == ("Oldham",)
    counted = market_on(office.db, date(2019, 8, 1), authorities=["Oldham"])
    assert counted.profile("Oldham", MarketKind.RESIDENTIAL).all == 2


# --- providers


def test_a_provider_that_is_renamed_or_named_at_last(office, home):
    office.imported(
        office.directory(MAY, home(1, provider=""), home(2, provider_id="1-901", provider="Old Care"))
    )
    assert facts(office, 1, "provider.name") == ("Provider of Invented House 1",)
    office.imported(
        office.directory(
            AUGUST, home(1, provider="Named Care"), home(2, provider_id="1-901", provider="New Care")
        )
    )
    assert office.rows("select name, cqc_provider_id from provider order by 2") == [
        ("Named Care", "1-900"),
        ("New Care", "1-901"),
    ]


def test_a_service_that_another_provider_took_over_takes_its_contacts_along(office, home, groups):
    office.imported(office.directory(MAY, home(1)))
    contact = add_contact(
        office.db, office.db.value("select id from provider"), service_id=key_of(office, 1), name="Ann Example",
        role=ContactRole.REGISTERED_MANAGER, consent=ConsentBasis.PUBLIC_CONTACT,
    )  # fmt: skip
    august = office.imported(office.directory(AUGUST, home(1, provider_id="1-901", provider="Other Care")))
    assert groups(august) == {"CHANGED": [("1-1", "Provider: Invented Care Limited → Other Care")]}
    assert office.rows(
        "select provider.name from contact join provider on provider.id = provider_id where contact.id = ?",
        contact.id,
    ) == [("Other Care",)]


def test_a_file_without_provider_ids_goes_by_names_and_moves_nothing(office, home):
    office.imported(office.directory(MAY, home(1, provider_id=""), home(2, provider_id=""), home(3)))
    assert office.rows("select name, cqc_provider_id from provider order by 2") == [
        ("Invented Care Limited", None),
        ("Invented Care Limited", "1-900"),
    ]
    assert (
        take_in(office.db, office.prepared(office.directory(AUGUST, home(3, provider_id="")))).nothing
        is False
    )
    assert facts(office, 3, "cqc_provider_id") == ("1-900",)


def test_an_archived_provider_with_a_new_service_is_in_use_again(office, home):
    office.imported(office.directory(MAY, home(1)))
    provider = office.db.value("select id from provider")
    archive_service(office.db, key_of(office, 1), today=TODAY)
    archive_provider(office.db, provider, today=TODAY)
    office.imported(office.directory(AUGUST, home(1)))
    assert office.rows("select archived_on is null from provider") == [(0,)]
    office.imported(office.directory(NOVEMBER, home(1), home(2)))
    assert office.rows("select archived_on is null from provider") == [(1,)]
    assert facts(office, 1, "service.archived_on is null") == (0,)


# --- what the team did


def test_what_the_team_wrote_stays(office, home, groups):
    office.imported(office.directory(MAY, home(1, postcode="ZZ99 9ZZ")))
    key = key_of(office, 1)
    edit_service(
        office.db, key, name="The Team's Name", portfolio_officer="Pat Example", district="Oldham East"
    )
    edit_provider(office.db, office.db.value("select id from provider"), name="The Team's Provider")
    again = office.imported(office.directory(AUGUST, home(1, postcode="ZZ99 9ZZ", phone="1619999999")))
    assert groups(again) == {
        "CHANGED": [("1-1", "Phone: 01610000000 → 01619999999")],
        "KEPT": [("1-1", "Name: The Team's Name → Invented House 1")],
    }
    columns = ("service.name", "portfolio_officer", "district", "provider.name", "service.phone")
    assert facts(office, 1, *columns) == (
        "The Team's Name", "Pat Example", "Oldham East", "The Team's Provider", "01619999999",
    )  # fmt: skip
    moved = office.imported(office.directory(NOVEMBER, home(1, postcode="NG1 7DD", phone="1619999999")))
    assert set(groups(moved)) == {"CHANGED", "KEPT"}
    assert facts(office, 1, "district") == ("Nottingham",)


def test_an_edit_that_was_undone_is_not_the_teams_word(office, home, groups):
    office.imported(office.directory(MAY, home(1)))
    edit_service(office.db, key_of(office, 1), name="A Slip")
    undo(office.db)
    august = office.imported(office.directory(AUGUST, home(1, "Renamed House")))
    assert groups(august) == {"CHANGED": [("1-1", "Name: Invented House 1 → Renamed House")]}


def test_an_import_is_not_the_teams_word_even_of_a_file_taken_in_before(office, home, groups):
    may, august = office.directory(MAY, home(1)), office.directory(AUGUST, home(1, "Second Name"))
    for file in (may, august, may):
        office.imported(file)
    november = office.imported(office.directory(NOVEMBER, home(1, "Third Name")))
    assert groups(november) == {"CHANGED": [("1-1", "Name: Second Name → Third Name")]}


def test_a_service_that_the_team_moved_stays_with_its_provider(office, home, groups):
    office.imported(office.directory(MAY, home(1)))
    other = add_provider(office.db, name="The Buyer Limited").id
    move_service(office.db, key_of(office, 1), other)
    august = office.imported(office.directory(AUGUST, home(1)))
    assert groups(august) == {
        "KEPT": [("1-1", "Provider: The Buyer Limited → Invented Care Limited")],
        "UNCHANGED": [("1-1", "")],
    }
    assert facts(office, 1, "provider.name") == ("The Buyer Limited",)


def test_a_service_that_the_team_archived_stays_archived(office, home, groups):
    office.imported(office.directory(MAY, home(1)))
    archive_service(office.db, key_of(office, 1), today=date(2019, 6, 1))
    august = office.imported(office.directory(AUGUST, home(1, "Renamed")))
    assert groups(august) == {"ARCHIVED": [("1-1", "Name: Invented House 1 → Renamed")]}
    assert facts(office, 1, "service.archived_on") == ("2019-06-01",)


def test_a_service_typed_by_hand_is_the_one_that_cqc_lists(office, home, groups):
    provider = add_provider(office.db, name="invented care limited").id
    typed = add_service(
        office.db, provider, name="House One", kind=ServiceKind.RESIDENTIAL_HOME, cqc_location_id="1-1"
    )
    checked = office.imported(office.directory(MAY, home(1)))
    ((location, detail),) = groups(checked)["CHANGED"]
    assert location == "1-1"
    assert detail.startswith("Name: House One → Invented House 1; ") and detail.endswith(
        "; First listed by CQC"
    )
    assert key_of(office, 1) == typed.id
    assert office.rows("select name, cqc_provider_id from provider") == [("Invented Care Limited", "1-900")]
    assert office.periods(1) == [(MAY, None, "residential_home", 0)]


def test_a_location_that_was_merged_away_is_not_added_again(office, home, rating, groups):
    office.imported(office.directory(AUGUST, home(1)))
    with change(office.db, "Merged"):
        office.db.insert_row("former_location", {"id": "1-7", "service_id": key_of(office, 1)})
    older = office.imported(office.directory(MAY, home(7)), office.ratings(MAY, rating(7, "Inadequate")))
    assert groups(older) == {
        "MERGED": [("1-7", "Merged into Invented House 1")],
        "RATINGS_ADDED": [("1-1", "Overall: Inadequate, published 10 Oct 2018")],
    }
    assert office.periods(1) == [(MAY, None, "residential_home", 0)]
    assert office.rows("select count(*) from service") == [(1,)]


# --- merging between two imports


def test_after_a_merge_cqcs_facts_still_change(office, home, groups):
    office.imported(office.directory(MAY, home(1)))
    typed = add_service(
        office.db,
        office.db.value("select id from provider"),
        name="House One",
        also_known_as="The Old Mill",
        kind=ServiceKind.RESIDENTIAL_HOME,
        website="mill.example",
        beds=12,
    )
    merge_services(office.db, key_of(office, 1), typed.id, rules=MergeRules(), now=NOW)
    assert facts(office, 1, "service.website", "beds") == ("mill.example", 12)
    august = office.imported(
        office.directory(AUGUST, home(1, website="cqc.example", also="First Trading Name"))
    )
    assert "KEPT" not in groups(august)
    assert facts(office, 1, "service.website") == ("cqc.example",)
    assert facts(office, 1, "also_known_as") == ("First Trading Name|House One|The Old Mill",)
    again = office.imported(office.directory(NOVEMBER, home(1, website="cqc.example", also="House One")))
    assert groups(again) == {"UNCHANGED": [("1-1", "")]}
    assert facts(office, 1, "also_known_as") == ("First Trading Name|House One|The Old Mill",)


def test_after_providers_are_merged_cqc_may_still_move_their_services(office, home, groups):
    office.imported(office.directory(MAY, home(1), home(2, provider="Invented Care", provider_id="")))
    kept, typed = (
        office.db.value("select id from provider where name = ?", (name,))
        for name in ("Invented Care Limited", "Invented Care")
    )
    edit_service(office.db, key_of(office, 1), name="The Team's Name")
    merge_providers(office.db, kept, typed, rules=MergeRules(), now=NOW)
    assert facts(office, 2, "provider.name") == ("Invented Care Limited",)
    sold = office.imported(
        office.directory(
            AUGUST, *(home(n, provider="The Buyer Limited", provider_id="1-950") for n in (1, 2))
        )
    )
    assert facts(office, 2, "provider.name") == ("The Buyer Limited",)
    assert groups(sold)["KEPT"] == [("1-1", "Name: The Team's Name → Invented House 1")]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_no_other_name_is_dropped_in_whatever_order_files_come(office, home, order):
    files = [
        office.directory(day, home(1, also=also))
        for day, also in ((MAY, "Alder"), (AUGUST, "Zinnia"), (NOVEMBER, "Maple"))
    ]
    for place in order:
        office.imported(files[place])
    assert facts(office, 1, "also_known_as") == ("Alder|Maple|Zinnia",)


# --- ratings


def test_re_inspected_first_changed_and_corrected_ratings(office, home, rating, groups):
    homes = [home(number) for number in range(1, 5)]
    may = office.ratings(MAY, rating(1), rating(2), rating(4), rating(8))
    office.imported(office.directory(MAY, *homes), may)
    august = office.ratings(
        AUGUST,
        rating(1, "Inadequate", "20/07/2019"),
        rating(2, "Good", "20/07/2019"),
        rating(3, "Requires improvement", "19/07/2019"),
        rating(4, "Outstanding"),
        rating(4, "Good", domain="Safe"),
        rating(8),
    )
    checked = office.imported(office.directory(AUGUST, *homes), august)
    assert groups(checked) == {
        "UNCHANGED": [(f"1-{number}", "") for number in range(1, 5)],
        "RE_INSPECTED": [
            ("1-1", "Good (10 Oct 2018) → Inadequate (20 Jul 2019)"),
            ("1-2", "Good (10 Oct 2018) → Good (20 Jul 2019)"),
        ],
        "FIRST_RATING": [("1-3", "Requires improvement, published 19 Jul 2019")],
        "CHANGED_RATING": [("1-1", "Good (10 Oct 2018) → Inadequate (20 Jul 2019)")],
        "RATINGS_ADDED": [
            ("1-1", "Overall: Inadequate, published 20 Jul 2019"),
            ("1-2", "Overall: Good, published 20 Jul 2019"),
            ("1-3", "Overall: Requires improvement, published 19 Jul 2019"),
            ("1-4", "Safe: Good, published 10 Oct 2018"),
        ],
        "CORRECTED": [("1-4", "Overall: Outstanding, published 10 Oct 2018; held as Good")],
        "NOT_HELD": [("1-8", "Overall: Good")],
    }
    assert office.ratings_of(4) == [
        ("overall", "2018-10-10", "outstanding", 0), ("safe", "2018-10-10", "good", 0),
    ]  # fmt: skip
    older = office.imported(may)  # an older file does not take the correction back
    assert "CORRECTED" not in groups(older)
    assert office.ratings_of(4)[0][2] == "outstanding"


def test_a_rating_that_was_withdrawn_and_one_after_none(office, home, rating, groups):
    office.imported(
        office.directory(MAY, home(1), home(2)), office.ratings(MAY, rating(1), rating(2, "Regulations met"))
    )
    checked = office.imported(
        office.directory(AUGUST, home(1), home(2)),
        office.ratings(
            AUGUST, rating(1, "Insufficient evidence to rate", "20/07/2019"), rating(2, day="21/07/2019")
        ),
    )
    found = groups(checked)
    assert found["CHANGED_RATING"] == [("1-1", "Good (10 Oct 2018) → Not yet rated (20 Jul 2019)")]
    assert found["FIRST_RATING"] == [("1-2", "Good, published 21 Jul 2019")]


def test_inherited_ratings_are_kept_as_inherited(office, home, rating, groups):
    office.imported(office.directory(MAY, home(1)), office.ratings(MAY, rating(1)))
    checked = office.imported(office.ratings(AUGUST, rating(1, inherited="Y")))
    assert groups(checked) == {
        "CORRECTED": [("1-1", "Overall: Good (inherited), published 10 Oct 2018; held as Good")]
    }
    assert office.ratings_of(1) == [("overall", "2018-10-10", "good", 1)]


# --- tables for the window


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


def test_a_postcode_that_is_not_known_is_told(office, home):
    checked = office.prepared(office.directory(MAY, home(1, postcode="ZZ99 9ZZ"), home(2)))
    taken = take_in(office.db, checked)
    assert taken.unplaced == ("ZZ99 9ZZ",)
