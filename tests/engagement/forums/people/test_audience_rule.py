from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

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
    read_rule,
    to_text,
)
from engagement.register.vocabulary import ContactRole, Rating, ServiceKind
from resources.problem import Problem
from tests.engagement.forums.people.rules import ASKED, HOME, MANAGER, RULES, names

DAY = date(2019, 12, 10)


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


def test_what_stands_twice_in_a_text_stands_once_in_the_rule() -> None:
    assert from_text('{"added_providers": ["a", "b", "a"]}').added_providers == ("a", "b")


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


@pytest.mark.parametrize("text", ['{"kinds": ["space_ship"]}', '{"kinds": 5}', "[]", "{", '{"unknown": []}'])
def test_a_rule_that_something_else_wrote_is_a_sentence(text: str) -> None:
    with pytest.raises(Problem, match="audience rule cannot be read"):
        from_text(text)
    unread = read_rule(text)
    assert to_text(unread) == text
    assert describe(unread).startswith("The audience rule cannot be read")
    with pytest.raises(Problem, match="Choose the audience anew"):
        decide(unread, DAY, [], [])


def test_an_organisation_chosen_by_hand_that_runs_no_service_is_asked() -> None:
    people = [
        PersonFact(name, name, ContactRole.OTHER, "board", "Sample Board", None, "", may)
        for name, may in (("Ada", True), ("Bo", True), ("Cy", False))
    ]
    rule = AudienceRule(by_hand_only=True, added_providers=("board",))
    assert names(decide(rule, DAY, [HOME], people)) == ["Ada"]
    everybody = replace(rule, each=Each.EVERYBODY)
    found = decide(everybody, DAY, [HOME], people)
    assert names(found) == ["Ada", "Bo"]
    assert found.people[0].reasons == ("Organisation chosen by hand",)
    assert names(decide(replace(rule, removed_contacts=("Ada",)), DAY, [], people)) == ["Bo"]
    assert decide(replace(rule, removed_providers=("board",)), DAY, [], people) == Selection((), ())
    assert decide(rule, DAY, [], people[2:]).left_out == (
        LeftOut(None, "", "board", "Sample Board", "No contact with consent at Sample Board"),
    )
