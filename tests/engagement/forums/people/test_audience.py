"""The audience rule: as text, in words, and the people it selects with reasons."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from engagement.forums.at_the_door import door
from engagement.forums.people import audience, invitations
from engagement.forums.people.audience_rule import (
    AudienceRule,
    Each,
    Selection,
    decide,
)
from engagement.register import contacts, services
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import ConsentBasis, Rating, ServiceKind
from resources.database import Database, change
from tests.engagement.forums.people.rules import ASKED, HOME, MANAGER, RULES, names

DAY = date(2019, 12, 10)


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


def test_only_the_services_of_care_providers_are_selected_by_the_rule(
    db: Database, home: Callable[..., tuple[str, str]], person: Callable[..., str]
) -> None:
    person("Amina Khan", "Rosewood House")
    _, owner = home("Elm Lodge")
    person("Ben Lund", "Elm Lodge")
    assert len(audience.people(db, AudienceRule(), DAY)) == 2
    with change(db, "What an older program let be"):
        db.update_row("provider", owner, {"organisation": "partner"})
    assert [one.contact for one in audience.people(db, AudienceRule(), DAY)] == ["Amina Khan"]
    by_hand = AudienceRule(by_hand_only=True, added_providers=(owner,))
    assert [one.contact for one in audience.people(db, by_hand, DAY)] == ["Ben Lund"]
