"""The audience rule: as text, in words, and the people it selects with reasons."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagement.forums.at_the_door import door
from engagement.forums.people import audience, invitations
from engagement.forums.people.audience_rule import (
    AudienceRule,
    Each,
    LeftOut,
    PersonFact,
    Selection,
    ServiceFact,
    decide,
    describe,
    from_text,
    months_before,
    read_rule,
    to_text,
)
from engagement.register import contacts, services
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import ConsentBasis, ContactRole, Rating, ServiceKind
from resources.database import Database, change
from resources.problem import Problem

DAY = date(2019, 12, 10)
ASKED = AudienceRule(
    kinds=(ServiceKind.NURSING_HOME,),
    districts=("Bassetlaw",),
    ratings=(Rating.REQUIRES_IMPROVEMENT, Rating.INADEQUATE),
    came_to_nothing_in=12,
)
KEYS = st.lists(st.sampled_from("abcdef"), max_size=3, unique=True).map(tuple)
RULES = st.builds(
    AudienceRule,
    kinds=st.lists(st.sampled_from(ServiceKind), unique=True).map(tuple),
    districts=KEYS,
    authorities=KEYS,
    ratings=st.lists(st.sampled_from(Rating), unique=True).map(tuple),
    came_to_nothing_in=st.none() | st.integers(1, 60),
    never_came=st.booleans(),
    each=st.sampled_from(Each),
    roles=st.lists(st.sampled_from(ContactRole), unique=True).map(tuple),
    by_hand_only=st.booleans(),
    added_providers=KEYS,
    added_contacts=KEYS,
    removed_providers=KEYS,
    removed_contacts=KEYS,
)


@given(rule=RULES)
def test_a_rule_is_kept_as_text(rule: AudienceRule) -> None:
    assert from_text(to_text(rule)) == rule


def test_the_plain_rule_is_all_services() -> None:
    assert to_text(AudienceRule()) == "{}"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            ASKED,
            "Requires improvement or Inadequate nursing homes in Bassetlaw that came to nothing in 12 months",
        ),
        (AudienceRule(), "All services"),
        (AudienceRule(by_hand_only=True), "Nobody chosen yet"),
        (AudienceRule(by_hand_only=True, added_contacts=("a", "b")), "Only 2 people chosen by hand"),
        (
            AudienceRule(kinds=(ServiceKind.HOME_CARE, ServiceKind.SHARED_LIVES), never_came=True),
            "Home care services and Shared Lives services that have never come to an event",
        ),
        (
            AudienceRule(districts=("Ashfield", "Mansfield"), came_to_nothing_in=1, added_providers=("a",)),
            "Services in Ashfield and Mansfield that came to nothing in 1 month, and 1 provider chosen by hand",
        ),
        (AudienceRule(removed_contacts=("a",)), "All services, without 1 person taken off by hand"),
    ],
)
def test_a_rule_in_words(rule: AudienceRule, words: str) -> None:
    assert describe(rule) == words


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2019, 12, 10), 12, date(2018, 12, 10)),
        (date(2020, 3, 31), 1, date(2020, 2, 29)),
        (date(2020, 1, 15), 1, date(2019, 12, 15)),
        (date(2020, 2, 29), 12, date(2019, 2, 28)),
    ],
)
def test_months_before(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_what_stands_twice_in_a_text_stands_once_in_the_rule() -> None:
    assert from_text('{"added_providers": ["a", "b", "a"]}').added_providers == ("a", "b")


# --- decided from facts ---------------------------------------------------------------------------------

HOME = ServiceFact(
    "s1",
    "Rosewood House",
    "p1",
    "Rosewood",
    ServiceKind.NURSING_HOME,
    "Bassetlaw",
    "Nottinghamshire",
    Rating.INADEQUATE,
)
MANAGER = PersonFact(
    "c1", "Amina Khan", ContactRole.REGISTERED_MANAGER, "p1", "Rosewood", "s1", "Rosewood House", True
)


def names(selection: Selection) -> list[str]:
    return [one.contact for one in selection.people]


def test_the_rule_gives_its_reasons() -> None:
    (chosen,) = decide(ASKED, DAY, [HOME], [MANAGER]).people
    assert chosen.reasons == ("Nursing home", "Inadequate", "Bassetlaw", "Never came to an event")
    lately = replace(HOME, last_came=date(2018, 12, 9))
    assert decide(ASKED, DAY, [lately], [MANAGER]).people[0].reasons[-1] == "Last came on 9 December 2018"


@pytest.mark.parametrize(
    "other",
    [
        replace(HOME, kind=ServiceKind.HOME_CARE),
        replace(HOME, district="Ashfield"),
        replace(HOME, rating=Rating.GOOD),
        replace(HOME, last_came=date(2018, 12, 10)),
        replace(HOME, archived=True),
    ],
)
def test_who_does_not_meet_the_rule_is_not_even_left_out(other: ServiceFact) -> None:
    assert decide(ASKED, DAY, [other], [MANAGER]) == Selection((), ())


def test_not_yet_rated_does_not_select_what_cqc_does_not_rate_and_says_so() -> None:
    centre = replace(HOME, name="Beech Day Centre", kind=ServiceKind.DAY_CARE, rating=None)
    new = replace(HOME, rating=Rating.NOT_RATED)
    asked = AudienceRule(ratings=(Rating.NOT_RATED,))
    assert decide(asked, DAY, [new], [MANAGER]).people[0].reasons == ("Not yet rated",)
    found = decide(asked, DAY, [centre], [MANAGER])
    assert names(found) == []
    assert [one.reason for one in found.left_out] == [
        "CQC does not rate Beech Day Centre: choose day care services by their kind, with any rating"
    ]
    by_kind = AudienceRule(kinds=(ServiceKind.DAY_CARE,))
    assert decide(by_kind, DAY, [centre], [MANAGER]).people[0].reasons == ("Day care",)
    named = replace(by_kind, ratings=(Rating.GOOD,))
    assert len(decide(named, DAY, [centre], [MANAGER]).left_out) == 1
    other = AudienceRule(ratings=(Rating.GOOD,))
    assert decide(other, DAY, [centre], [MANAGER]) == Selection((), ())


@pytest.mark.parametrize(
    ("service", "people", "reason"),
    [
        (replace(HOME, dormant=True), [MANAGER], "Rosewood House is dormant"),
        (replace(HOME, gone=True), [MANAGER], "Rosewood House is no longer in CQC's directory"),
        (HOME, [], "No contact at Rosewood House"),
        (HOME, [replace(MANAGER, may_be_written_to=False)], "No contact with consent at Rosewood House"),
        (HOME, [replace(MANAGER, archived=True)], "No contact at Rosewood House"),
    ],
)
def test_a_service_without_anybody_to_ask_is_shown(
    service: ServiceFact, people: list[PersonFact], reason: str
) -> None:
    found = decide(ASKED, DAY, [service], people)
    assert found == Selection((), (LeftOut("s1", "Rosewood House", "p1", "Rosewood", reason),))


def test_the_preferred_role_is_asked_and_then_the_next() -> None:
    deputy = replace(MANAGER, id="c2", name="Ben", role=ContactRole.DEPUTY_MANAGER)
    worker = replace(MANAGER, id="c3", name="Al", role=ContactRole.CARE_WORKER)
    assert names(decide(ASKED, DAY, [HOME], [worker, deputy, MANAGER])) == ["Amina Khan"]
    assert names(decide(ASKED, DAY, [HOME], [worker, deputy, replace(MANAGER, may_be_written_to=False)])) == [
        "Ben"
    ]
    rule = replace(ASKED, roles=(ContactRole.CARE_WORKER,))
    assert names(decide(rule, DAY, [HOME], [worker, deputy, MANAGER])) == ["Al"]
    rule = replace(ASKED, each=Each.EVERYBODY)
    assert names(decide(rule, DAY, [HOME], [worker, deputy, MANAGER])) == ["Al", "Amina Khan", "Ben"]


def test_a_person_of_the_whole_provider_is_asked_once_for_all_its_services() -> None:
    owner = replace(MANAGER, service_id=None, service="")
    court = replace(HOME, id="s2", name="Rosewood Court")
    found = decide(ASKED, DAY, [HOME, court], [owner])
    assert [one.reasons[-1] for one in found.people] == ["Also for Rosewood Court"]
    per_provider = decide(
        replace(ASKED, each=Each.PROVIDER), DAY, [HOME, court], [replace(MANAGER, service_id="s2")]
    )
    assert (names(per_provider), per_provider.left_out) == (["Amina Khan"], ())


def test_chosen_and_taken_off_by_hand() -> None:
    far = replace(HOME, id="s9", name="Far Away", provider_id="p9", provider="Far", district="Derby")
    there = replace(MANAGER, id="c9", name="Zoë", provider_id="p9", provider="Far", service_id="s9")
    rule = replace(ASKED, added_providers=("p9",), removed_contacts=("c1",))
    found = decide(rule, DAY, [HOME, far], [MANAGER, there])
    assert [(one.contact, one.reasons) for one in found.people] == [("Zoë", ("Provider chosen by hand",))]
    assert [one.reason for one in found.left_out] == ["Everybody at Rosewood House was taken off by hand"]
    rule = AudienceRule(by_hand_only=True, added_contacts=("c9", "c1"))
    unwilling = replace(MANAGER, may_be_written_to=False)
    found = decide(rule, DAY, [HOME, far], [unwilling, there])
    assert [(one.contact, one.reasons) for one in found.people] == [("Zoë", ("Chosen by hand",))]
    assert [one.reason for one in found.left_out] == ["Amina Khan has not agreed to be written to"]
    found = decide(replace(rule, removed_providers=("p9",)), DAY, [HOME, far], [MANAGER, there])
    assert [one.contact for one in found.people] == ["Amina Khan"]  # removing goes before everything
    assert [one.reason for one in found.left_out] == ["Far was taken off by hand"]


# --- from the register ----------------------------------------------------------------------------------


def test_the_rule_selects_from_the_register(
    db: Database, home: Callable[..., tuple[str, str]], person: Callable[..., str], forum: Callable[..., str],
    invited: Callable[..., list[str]],
) -> None:  # fmt: skip
    today = date(2019, 12, 1)
    for name in ("Rosewood House", "Elm Lodge", "Ash Court", "Oak View"):
        service, _ = home(name)
        rating = Rating.GOOD if name == "Oak View" else Rating.INADEQUATE
        record_rating(db, service, rating, date(2019, 6, 1), today=today)
    amina, ben = person("Amina Khan", "Rosewood House"), person("Ben Lund", "Elm Lodge")
    person("Cy Moss", "Ash Court", consent=ConsentBasis.WITHDRAWN)
    person("Di Nye", "Oak View")
    earlier = forum("Spring forum", starts=datetime(2019, 3, 5, 10, tzinfo=UTC))
    (came,) = invited(earlier, [ben])
    door.check_in(db, earlier, came, now=datetime(2019, 3, 5, 10, tzinfo=UTC), device="Laptop", nonce="a")

    found = audience.select(db, ASKED, DAY)
    assert [(one.contact_id, one.service) for one in found.people] == [(amina, "Rosewood House")]
    assert [one.reason for one in found.left_out] == ["No contact with consent at Ash Court"]
    later = audience.select(db, ASKED, DAY + timedelta(days=100))
    assert [one.contact for one in later.people] == ["Ben Lund", "Amina Khan"]
    assert [one.contact for one in audience.people(db, replace(ASKED, never_came=True), DAY)] == [
        "Amina Khan"
    ]
    earlier_rated = replace(ASKED, came_to_nothing_in=None)
    assert audience.people(db, earlier_rated, date(2019, 5, 31)) == []


def test_the_register_says_which_services_cqc_rates(
    db: Database, home: Callable[..., tuple[str, str]], person: Callable[..., str]
) -> None:
    for name, kind in (("New", ServiceKind.NURSING_HOME), ("Day centre", ServiceKind.DAY_CARE)):
        home(name, kind=kind)
        person(f"Manager of {name}", name)
    found = audience.select(db, AudienceRule(ratings=(Rating.NOT_RATED,)), DAY)
    assert [one.service for one in found.people] == ["New"]
    assert [one.service for one in found.left_out] == ["Day centre"]
    with change(db, "As another program let it be"):
        day_centre = db.value("select id from service where name = 'Day centre'")
        db.update_row("service", day_centre, {"cqc_location_id": "1-1000001"})
    assert len(audience.people(db, AudienceRule(ratings=(Rating.NOT_RATED,)), DAY)) == 2


def test_dormant_gone_and_archived_services_are_not_asked(
    db: Database, home: Callable[..., tuple[str, str]], person: Callable[..., str]
) -> None:
    for name in ("Dormant", "Gone", "Archived", "Left"):
        person(f"Manager of {name}", name)
    keys = dict(db.rows("select name, id from service"))
    with change(db, "Said by CQC"):
        db.update_row("service", keys["Dormant"], {"dormant": 1})
        db.insert_row(
            "service_period",
            {
                "id": "x",
                "service_id": keys["Gone"],
                "from_on": "2019-01-01",
                "until_on": "2019-06-01",
                "kind": "nursing_home",
            },
        )
    services.archive_service(db, keys["Archived"], today=DAY)
    contacts.archive_contact(db, db.value("select id from contact where name = 'Manager of Left'"), today=DAY)
    found = audience.select(db, AudienceRule(), DAY)
    assert found.people == ()
    assert sorted(one.reason for one in found.left_out) == [
        "Dormant is dormant",
        "Gone is no longer in CQC's directory",
        "No contact at Left",
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(rule=RULES)
def test_what_sql_sifts_out_the_rule_would_sift_out_too(rule: AudienceRule, county: Database) -> None:
    everything = audience.service_facts(county, AudienceRule(), DAY)
    assert len(everything) == len(ServiceKind) * 3
    people = audience.person_facts(county)
    providers_by_name = dict(county.rows("select name, id from provider"))
    named = replace(
        rule,
        added_providers=tuple(
            providers_by_name[f"Owner {letter}"] for letter in rule.added_providers if letter in "abc"
        ),
    )
    assert audience.select(county, named, DAY) == decide(named, DAY, everything, people)


@pytest.fixture
def county(db: Database, home: Callable[..., tuple[str, str]]) -> Database:
    """A service of each kind in each of three districts, with a provider for each district."""
    for district in "abc":
        for kind in ServiceKind:
            home(f"{kind.label} in {district}", provider=f"Owner {district}", kind=kind, district=district)
        owner = db.value("select id from provider where name = ?", (f"Owner {district}",))
        contacts.add_contact(db, owner, name=f"Head of {district}", consent=ConsentBasis.EMAIL_OPT_IN)
    return db


def test_one_person_for_a_provider_is_of_its_first_service_by_name(
    db: Database, home: Callable[..., tuple[str, str]], person: Callable[..., str]
) -> None:
    for name in ("Zinnia House", "Aster House"):
        home(name, provider="Garden Care")
        person(f"Manager of {name}", name)
    found = audience.people(db, AudienceRule(each=Each.PROVIDER), DAY)
    assert [one.contact for one in found] == ["Manager of Aster House"]


def test_invitations_take_what_the_rule_selects(
    db: Database, person: Callable[..., str], forum: Callable[..., str]
) -> None:
    person("Amina Khan", "Rosewood House")
    chosen = audience.people(db, AudienceRule(kinds=(ServiceKind.NURSING_HOME,)), DAY)
    made = invitations.invite(db, forum(), chosen, now=datetime(2019, 11, 1, tzinfo=UTC))
    assert db.rows("select reasons from participant where id = ?", made.participants) == [("Nursing home",)]


@pytest.mark.parametrize("text", ['{"kinds": ["space_ship"]}', '{"kinds": 5}', "[]", "{", '{"unknown": []}'])
def test_a_rule_that_something_else_wrote_is_a_sentence(text: str) -> None:
    with pytest.raises(Problem, match="audience rule cannot be read"):
        from_text(text)
    unread = read_rule(text)
    assert to_text(unread) == text
    assert describe(unread).startswith("The audience rule cannot be read")
    with pytest.raises(Problem, match="Choose the audience anew"):
        decide(unread, DAY, [], [])


def test_more_months_than_the_calendar_has_reach_its_beginning() -> None:
    assert months_before(date(2026, 3, 4), 1_000_000) == date.min
