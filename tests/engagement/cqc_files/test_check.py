"""What a file would change, whatever the register held before."""

from datetime import UTC, date, datetime

import pytest

from engagement.cqc_files.preview import preview_notes
from engagement.cqc_files.taking_in import take_in
from engagement.register.contacts import add_contact
from engagement.register.duplicates import MergeRules, merge_providers, merge_services
from engagement.register.providers import add_provider, archive_provider
from engagement.register.ratings import active_on
from engagement.register.services import (
    add_service,
    archive_service,
    edit_service,
    move_service,
)
from engagement.register.vocabulary import ConsentBasis, ContactRole, ServiceKind
from resources.database import change
from tests.engagement.cqc_files.what_is_held import facts, key_of

MAY, AUGUST, NOVEMBER = "2019-05-01", "2019-08-01", "2019-11-01"


TODAY = date(2019, 12, 9)


NOW = datetime(2019, 12, 9, 10, tzinfo=UTC)


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


def test_a_postcode_that_is_not_known_is_told(office, home):
    checked = office.prepared(office.directory(MAY, home(1, postcode="ZZ99 9ZZ"), home(2)))
    taken = take_in(office.db, checked)
    assert taken.unplaced == ("ZZ99 9ZZ",)
