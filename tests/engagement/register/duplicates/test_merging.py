from collections import Counter
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagement.register.contacts import add_contact, contact
from engagement.register.contracts import contract_history, set_contract_status
from engagement.register.duplicates import (
    MergeRules,
    differences,
    mark_not_duplicates,
    merge_contacts,
    merge_providers,
    merge_services,
    pointing_at,
)
from engagement.register.notes import notes_on_provider, write_note
from engagement.register.providers import add_provider, provider
from engagement.register.ratings import ratings_of, record_rating
from engagement.register.services import add_service, service, service_by_cqc_id, services_of
from engagement.register.vocabulary import (
    ConsentBasis,
    ContactRole,
    ContractStatus,
    OrganisationKind,
    Rating,
    ServiceKind,
)
from resources.database import Database, change, history, new_key
from resources.problem import Problem

TODAY = date(2019, 12, 9)
NOW = datetime(2019, 12, 9, 10, tzinfo=UTC)
NO_MORE = MergeRules()
HOME = ServiceKind.RESIDENTIAL_HOME


def dump(db: Database) -> list[str]:
    return list(history.logical_dump(db))


@pytest.fixture
def firm(db):
    return add_provider(db, name="Invented Care").id


def home(db, firm, name, **more):
    return add_service(db, firm, **{"name": name, "kind": HOME, **more}).id


def period(db, key, from_on, until_on=None, authority=""):
    with change(db, "Read a file"):
        db.insert_row(
            "service_period",
            {"id": new_key(), "service_id": key, "from_on": from_on, "until_on": until_on, "kind": HOME.value,
             "authority": authority},
        )  # fmt: skip


def event(db, key):
    db.insert_row(
        "event",
        {"id": key, "kind": "provider_forum", "title": "Forum", "starts_at": "2019-11-01T10:00:00+00:00",
         "ends_at": "2019-11-01T12:00:00+00:00"},
    )  # fmt: skip


def participant(db, key, event_id, contact_id, firm, **more):
    db.insert_row(
        "participant",
        {"id": key, "event_id": event_id, "contact_id": contact_id, "provider_id": firm, "reply": "accepted",
         "status": "accepted", **more},
    )  # fmt: skip


def check_in(db, key, participant_id, event_id, seq):
    db.insert_row(
        "check_in",
        {"id": key, "participant_id": participant_id, "event_id": event_id, "seq": seq, "kind": "entry",
         "at": "2019-11-01T10:00:00+00:00", "by": "Test Officer", "device": "A laptop", "nonce": key},
    )  # fmt: skip


def test_merging_services_moves_what_pointed_at_either_and_fills_blanks(db, firm):
    other_firm = add_provider(db, name="Other Care").id
    keep = home(db, firm, "Rosewood Care Home", phone="0115 496 0001")
    remove = home(db, other_firm, "Rosewood House", phone="0115 496 0002", beds=12, cqc_location_id="1-222")
    person = add_contact(db, other_firm, name="Ann Invented", service_id=remove).id
    write_note(db, other_firm, "Seen.", now=NOW, service=remove)
    record_rating(db, keep, Rating.GOOD, date(2019, 1, 1), today=TODAY)
    record_rating(db, remove, Rating.INADEQUATE, date(2018, 1, 1), today=TODAY)
    period(db, remove, "2015-01-01", "2019-06-01")
    before = dump(db)
    assert pointing_at(db, "service", remove) == {"contact": 1, "note": 1, "rating": 1, "service_period": 1}

    kept = merge_services(db, keep, remove, rules=NO_MORE, now=NOW)

    assert (kept.also_known_as, kept.beds, kept.cqc_location_id) == ("Rosewood House", 12, "1-222")
    assert kept.phone == "0115 496 0001" and kept.provider_id == firm
    assert [(rating.rating, rating.published_on.year) for rating in ratings_of(db, keep)] == [
        (Rating.GOOD, 2019),
        (Rating.INADEQUATE, 2018),
    ]
    assert contact(db, person).provider_id == firm and contact(db, person).service_id == keep
    written = [note.text for note in notes_on_provider(db, firm)]
    assert set(written) == {
        "Seen.",
        "Merged with Rosewood House on 9 December 2019. What was recorded otherwise: "
        "Provider: Other Care; Phone: 0115 496 0002.",
    }
    assert services_of(db, other_firm) == []
    assert history.next_undo(db).action == "Merged Rosewood House into Rosewood Care Home"
    history.undo(db)
    assert dump(db) == before


def test_what_is_taken_from_the_removed_one_is_chosen_and_the_other_fact_is_noted(db, firm):
    keep = home(db, firm, "One", phone="0115 496 0001", website="www.example.org")
    remove = home(db, firm, "Two", phone="0115 496 0002")
    assert [(each.column, each.kept, each.removed) for each in differences(db, "service", keep, remove)] == [
        ("name", "One", "Two"),
        ("phone", "0115 496 0001", "0115 496 0002"),
    ]
    kept = merge_services(db, keep, remove, ["phone"], rules=NO_MORE, now=NOW)
    assert kept.phone == "0115 496 0002" and kept.website == "www.example.org"
    assert "Phone: 0115 496 0001" in notes_on_provider(db, firm)[0].text


def test_a_name_that_is_chosen_leaves_the_other_among_the_other_names(db, firm):
    keep, remove = home(db, firm, "One"), home(db, firm, "Two", phone="0115 496 0002")
    before = dump(db)
    kept = merge_services(db, keep, remove, ["name"], rules=NO_MORE, now=NOW)
    assert (kept.id, kept.name, kept.also_known_as, kept.phone) == (keep, "Two", "One", "0115 496 0002")
    history.undo(db)
    assert dump(db) == before


def test_the_name_of_a_provider_that_is_not_chosen_is_in_the_note(db):
    keep, remove = (add_provider(db, name=f"Firm {n}", brand=f"Brand {n}").id for n in (1, 2))
    merge_providers(db, keep, remove, ["name"], rules=NO_MORE, now=NOW)
    assert provider(db, keep).name == "Firm 2"
    assert "Merged with Firm 1 on" in notes_on_provider(db, keep)[0].text


def test_how_somebody_agreed_is_chosen_with_the_day_of_it(db, firm):
    one, two, three = (
        add_contact(db, firm, name="Ann Invented", consent=consent, consent_on=date(2018, 1, number)).id
        for number, consent in enumerate(
            (ConsentBasis.EMAIL_OPT_IN, ConsentBasis.PUBLIC_CONTACT, ConsentBasis.WITHDRAWN), 1
        )
    )
    assert [each.column for each in differences(db, "contact", one, two)] == ["consent"]
    assert differences(db, "contact", one, three) == []  # who asked not to be contacted has asked
    before = dump(db)
    kept = merge_contacts(db, one, two, ["consent"], rules=NO_MORE, now=NOW)
    assert (kept.consent, kept.consent_on) == (ConsentBasis.PUBLIC_CONTACT, date(2018, 1, 2))
    assert "How they agreed: Agreed by email" in kept.notes
    history.undo(db)
    assert dump(db) == before


def test_a_role_that_says_nothing_is_not_offered(db, firm):
    one = add_contact(db, firm, name="Ann Invented", role=ContactRole.OTHER).id
    two = add_contact(db, firm, name="Ann Invented", role=ContactRole.OWNER).id
    assert differences(db, "contact", one, two) == differences(db, "contact", two, one) == []


def test_a_number_that_cqc_still_lists_is_not_given_up_for_another(db):
    keep, remove = (add_provider(db, name=f"Firm {n}", cqc_provider_id=f"1-{n}").id for n in (1, 2))
    listed = home(db, keep, "Rosewood House", cqc_location_id="1-3")
    period(db, listed, "2015-01-01")
    with pytest.raises(Problem, match="CQC still lists Firm 1 under 1-1"):
        merge_providers(db, keep, remove, ["cqc_provider_id"], rules=NO_MORE, now=NOW)
    assert provider(db, remove).name == "Firm 2"


def test_a_kind_that_cqc_does_not_register_does_not_go_with_a_location_id(db, firm):
    keep = home(db, firm, "One", cqc_location_id="1-3")
    remove = home(db, firm, "Two", kind=ServiceKind.DAY_CARE)
    before = dump(db)
    for first, second, take in ((keep, remove, ["kind"]), (remove, keep, [])):
        with pytest.raises(Problem, match="choose the kind Residential home"):
            merge_services(db, first, second, take, rules=NO_MORE, now=NOW)
    assert dump(db) == before
    assert merge_services(db, remove, keep, ["kind"], rules=NO_MORE, now=NOW).cqc_location_id == "1-3"


def test_two_ratings_of_one_day_become_one_and_the_other_is_noted(db, firm):
    keep, remove = home(db, firm, "One"), home(db, firm, "Two")
    for key, rating in ((keep, Rating.GOOD), (remove, Rating.INADEQUATE)):
        record_rating(db, key, rating, date(2019, 1, 1), today=TODAY)
    merge_services(db, keep, remove, rules=NO_MORE, now=NOW)
    assert [rating.rating for rating in ratings_of(db, keep)] == [Rating.GOOD]
    assert "Rating Overall 1 January 2019: Rating: Inadequate." in notes_on_provider(db, firm)[0].text


def test_a_registration_that_goes_on_is_not_ended_by_one_that_began_the_same_day(db, firm):
    keep, remove = home(db, firm, "One"), home(db, firm, "Two")
    period(db, keep, "2015-01-01", "2018-01-01")
    period(db, remove, "2015-01-01")
    merge_services(db, keep, remove, rules=NO_MORE, now=NOW)
    assert db.rows("select service_id, until_on from service_period") == [(keep, None)]
    assert "Registered from 1 January 2015: Until: 1 January 2018." in notes_on_provider(db, firm)[0].text


def test_a_contract_that_stands_differently_is_for_a_person_to_say(db, firm):
    keep, remove = home(db, firm, "One"), home(db, firm, "Two")
    set_contract_status(db, keep, ContractStatus.ACTIVE, date(2018, 1, 1), today=TODAY)
    set_contract_status(db, remove, ContractStatus.SUSPENDED, date(2019, 1, 1), today=TODAY)
    before = dump(db)
    with pytest.raises(Problem, match="“Suspended since 1 January 2019”"):
        merge_services(db, keep, remove, rules=NO_MORE, now=NOW)
    assert dump(db) == before
    set_contract_status(db, remove, ContractStatus.NONE, date(2019, 2, 1), today=TODAY)
    merge_services(db, keep, remove, rules=NO_MORE, now=NOW)
    assert [entry.status for entry in contract_history(db, keep)] == [
        ContractStatus.SUSPENDED,
        ContractStatus.ACTIVE,
    ]


def test_a_location_that_cqc_still_lists_under_another_number_stays(db, firm):
    keep = home(db, firm, "One", cqc_location_id="1-111")
    remove = home(db, firm, "Two", cqc_location_id="1-222")
    period(db, remove, "2015-01-01")
    with pytest.raises(Problem, match="CQC still lists Two"):
        merge_services(db, keep, remove, rules=NO_MORE, now=NOW)
    with pytest.raises(ValueError):
        merge_services(db, keep, keep, rules=NO_MORE, now=NOW)


def test_a_location_registered_anew_is_known_by_its_former_number_too(db, firm):
    keep = home(db, firm, "One", cqc_location_id="1-111")
    remove = home(db, firm, "Two", cqc_location_id="1-222")
    period(db, remove, "2015-01-01", "2019-01-01")
    before = dump(db)
    kept = merge_services(db, keep, remove, rules=NO_MORE, now=NOW)
    assert kept.cqc_location_id == "1-111"
    assert service_by_cqc_id(db, "1-222") == service_by_cqc_id(db, "1-111") == kept
    with pytest.raises(Problem, match="1-222 belongs to One"):
        home(db, firm, "Three", cqc_location_id="1-222")
    third = home(db, firm, "Three", phone="0115 496 0003")
    merge_services(db, third, keep, rules=NO_MORE, now=NOW)
    assert service_by_cqc_id(db, "1-222").id == third
    for _ in range(3):
        history.undo(db)
    assert dump(db) == before


def test_merging_providers_brings_their_services_contacts_and_notes_together(db, firm):
    remove = add_provider(db, name="Invented Care Limited", cqc_provider_id="1-9", brand="Brand").id
    moved = home(db, remove, "Rosewood House")
    add_contact(db, remove, name="Ann Invented")
    write_note(db, remove, "Met.", now=NOW)
    before = dump(db)
    kept = merge_providers(db, firm, remove, rules=NO_MORE, now=NOW)
    assert (kept.cqc_provider_id, kept.brand, kept.name) == ("1-9", "Brand", "Invented Care")
    assert [each.id for each in services_of(db, firm)] == [moved]
    assert [note.text for note in notes_on_provider(db, firm)] == ["Met."]
    history.undo(db)
    assert dump(db) == before


def test_whoever_runs_services_after_a_merge_is_a_care_provider(db, firm):
    partner = add_provider(db, name="Sample Board", organisation=OrganisationKind.PARTNER).id
    typed = add_provider(db, name="The Sample Board").id  # typed in at a door as if it were a provider
    assert (
        merge_providers(db, partner, typed, rules=NO_MORE, now=NOW).organisation is OrganisationKind.PARTNER
    )
    home(db, firm, "Teacup House")
    assert merge_providers(db, partner, firm, rules=NO_MORE, now=NOW).is_care_provider


def test_a_provider_with_a_number_of_its_own_that_cqc_still_lists_stays(db):
    keep, remove = (add_provider(db, name=f"Firm {n}", cqc_provider_id=f"1-{n}").id for n in (1, 2))
    listed = home(db, remove, "Rosewood House", cqc_location_id="1-3")
    period(db, listed, "2015-01-01")
    with pytest.raises(Problem, match="Give both the same brand instead"):
        merge_providers(db, keep, remove, rules=NO_MORE, now=NOW)
    assert provider(db, remove).name == "Firm 2" and service(db, listed).provider_id == remove


def test_who_asked_under_either_record_not_to_be_contacted_has_asked(db, firm):
    keep = add_contact(
        db, firm, name="Ann Invented", email="ann@example.org", consent=ConsentBasis.EMAIL_OPT_IN,
        consent_on=date(2018, 1, 1), notes="Left a message.",
    ).id  # fmt: skip
    remove = add_contact(
        db, firm, name="Anne Invented", phone="0115 496 0000", role=ContactRole.OWNER, notes="Prefers letters.",
        consent=ConsentBasis.WITHDRAWN, consent_on=date(2019, 1, 1),
    ).id  # fmt: skip
    kept = merge_contacts(db, keep, remove, rules=NO_MORE, now=NOW)
    assert (kept.consent, kept.consent_on) == (ConsentBasis.WITHDRAWN, date(2019, 1, 1))
    assert (kept.role, kept.phone, kept.email) == (ContactRole.OWNER, "0115 496 0000", "ann@example.org")
    assert kept.notes.splitlines()[:2] == ["Left a message.", "Prefers letters."]
    assert "How they agreed: Agreed by email" in kept.notes


def test_both_invited_to_one_event_become_one_participant_with_both_their_check_ins(db, firm):
    keep, remove = (add_contact(db, firm, name=name).id for name in ("Ann Invented", "A Invented"))
    with change(db, "Planned a forum"):
        event(db, "event")
        participant(db, "kept", "event", keep, firm)
        participant(db, "removed", "event", remove, firm, note="Vegetarian", substitute_for_id="kept")
        participant(
            db, "third", "event", add_contact(db, firm, name="Ben").id, firm, substitute_for_id="removed"
        )
        for seq, (key, who) in enumerate((("one", "kept"), ("two", "removed"))):
            check_in(db, key, who, "event", seq)
    before = dump(db)
    settled: list[str] = []
    rules = MergeRules(settle={"participant": lambda _, key: settled.append(key)})
    merge_contacts(db, keep, remove, rules=rules, now=NOW)
    assert db.rows("select id, note, substitute_for_id from participant order by id") == [
        ("kept", "Vegetarian", None),
        ("third", "", "kept"),
    ]
    assert db.rows("select id, participant_id from check_in order by id") == [
        ("one", "kept"),
        ("two", "kept"),
    ]
    assert settled == ["kept"]
    history.undo(db)
    assert dump(db) == before


def test_a_substitute_goes_on_standing_for_the_same_person(db, firm):
    keep, remove, third = (
        add_contact(db, firm, name=name).id for name in ("Ann Invented", "A Invented", "Ben")
    )
    with change(db, "Planned a forum"):
        event(db, "event")
        participant(db, "third", "event", third, firm)
        participant(db, "kept", "event", keep, firm)
        participant(db, "removed", "event", remove, firm, substitute_for_id="third")
    merge_contacts(db, keep, remove, rules=NO_MORE, now=NOW)
    assert db.rows("select id, substitute_for_id from participant order by id") == [
        ("kept", "third"),
        ("third", None),
    ]


def test_a_capability_says_which_of_two_rows_facts_count(db, firm):
    keep, remove = (add_contact(db, firm, name=name).id for name in ("Ann Invented", "A Invented"))
    with change(db, "Planned a forum"):
        event(db, "event")
        participant(db, "kept", "event", keep, firm, reply="invited", status="invited")
        participant(db, "removed", "event", remove, firm)
    rules = MergeRules(
        survivors={"participant": lambda _, gone: {"reply": gone["reply"], "status": gone["status"]}},
        titles={"participant": "Place at"},
        known_by={"participant": ("event_id",)},
    )
    merged = merge_contacts(db, keep, remove, rules=rules, now=NOW)
    assert db.rows("select id, reply, status from participant") == [("kept", "accepted", "accepted")]
    assert "Place at event: Reply: invited; Status: invited." in merged.notes


def test_keys_in_a_rule_kept_as_text_follow(db, firm):
    other = add_provider(db, name="Other Care").id
    with change(db, "Planned a forum"):
        event(db, "event")
        db.update_row("event", "event", {"audience": f'{{"added_providers": ["{other}"]}}'})
    before = dump(db)
    rules = MergeRules(key_lists=(("event", "audience"), ("series", "audience")))
    merge_providers(db, firm, other, rules=MergeRules() | rules, now=NOW)
    assert db.value("select audience from event") == f'{{"added_providers": ["{firm}"]}}'
    history.undo(db)
    assert dump(db) == before


def test_what_was_different_from_the_removed_record_is_different_from_the_kept_one(db, firm):
    keep, remove, third = (home(db, firm, name) for name in ("One", "Two", "Three"))
    mark_not_duplicates(db, "service", remove, third)
    mark_not_duplicates(db, "service", keep, remove)
    merge_services(db, keep, remove, rules=NO_MORE, now=NOW)
    assert db.rows("select one, other from not_duplicate") == [tuple(sorted((keep, third)))]


DAYS = st.integers(1, 4).map(lambda number: f"2019-0{number}-01")
SIDES = st.integers(0, 2)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ratings=st.sets(st.tuples(SIDES, DAYS, st.sampled_from(["overall", "safe"]))),
    periods=st.sets(st.tuples(SIDES, DAYS)),
    statuses=st.lists(st.tuples(SIDES, DAYS), max_size=4),
    people=st.lists(st.tuples(SIDES, st.booleans()), min_size=3, max_size=6),
    invited=st.sets(st.tuples(st.integers(0, 5), st.integers(0, 2))),
    table=st.sampled_from(["provider", "service", "contact"]),
    data=st.data(),
)
def test_no_row_points_at_the_removed_record_none_is_lost_and_undo_restores_all(
    db, ratings, periods, statuses, people, invited, table, data
):
    while history.next_undo(db):  # what a failed example left behind
        history.undo(db)
    with change(db, "Made a register"):
        firms = [add_provider(db, name=f"Firm {n}").id for n in range(3)]
        homes = [home(db, firms[n], f"Home {n}") for n in range(3)]
        for side, day, question in sorted(ratings):
            db.insert_row("rating", {"id": new_key(), "service_id": homes[side], "key_question": question,
                                     "rating": "good", "published_on": day})  # fmt: skip
        for side, day in sorted(periods):
            period(db, homes[side], day)
        for side, day in statuses:
            db.insert_row("contract_status", {"id": new_key(), "service_id": homes[side], "status": "active",
                                              "from_on": day})  # fmt: skip
        known = [
            add_contact(db, firms[side], name=f"Person {n}", service_id=homes[side] if at else None)
            for n, (side, at) in enumerate(people)
        ]
        invitations: list[str] = []
        for number in range(3):
            event(db, f"event {number}")
        for person, number in sorted(invited):
            if person < len(known):
                who, key = known[person], new_key()
                earlier = data.draw(st.sampled_from([None, *invitations]))
                participant(db, key, f"event {number}", who.id, who.provider_id, service_id=who.service_id,
                            substitute_for_id=earlier)  # fmt: skip
                invitations.append(key)
                check_in(db, new_key(), key, f"event {number}", 0)
    before, numbers = dump(db), counts(db)
    keys = {"provider": firms, "service": homes, "contact": [each.id for each in known]}[table]
    keep, remove = data.draw(st.permutations(keys))[:2]
    merge = {"provider": merge_providers, "service": merge_services, "contact": merge_contacts}[table]
    clashes = clashing(db, table, keep, remove)

    merge(db, keep, remove, rules=NO_MORE, now=NOW)

    assert pointing_at(db, table, remove) == {} and not any(remove in line for line in dump(db))
    assert db.rows("pragma foreign_key_check") == []
    after = counts(db)
    assert after["note"] in (0, 1)
    assert numbers - after == clashes + Counter({table: 1})
    assert db.value("select count(*) from participant where substitute_for_id = id") == 0
    assert db.rows(
        "select contact.id from contact join service on service.id = service_id "
        "where contact.provider_id <> service.provider_id"
    ) == []  # fmt: skip
    history.undo(db)
    assert dump(db) == before
    history.undo(db)
    assert dump(db) == []


def counts(db: Database) -> Counter[str]:
    tables = history.tracked_tables(db)
    return Counter({table: db.value(f'select count(*) from "{table}"') for table in tables})


def clashing(db: Database, table: str, keep: str, remove: str) -> Counter[str]:
    """How many rows of the two stand for the same thing, counted apart from the code that resolves them."""
    same = {
        "service": {
            "rating": "service_id, key_question, published_on",
            "service_period": "service_id, from_on",
        },
        "contact": {"participant": "contact_id, event_id"},
    }
    found: Counter[str] = Counter()
    for pointing, columns in same.get(table, {}).items():
        by, *rest = columns.split(", ")
        both = db.rows(f"select {', '.join(rest)} from {pointing} where {by} in (?, ?)", (keep, remove))
        found[pointing] = len(both) - len(set(both))
    return +found
