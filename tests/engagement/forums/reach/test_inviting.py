"""A list of services becomes invitations; who cannot be asked is told, and one undo takes all back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.people import participants
from engagement.forums.people.audience_rule import AudienceRule, Each
from engagement.forums.reach.inviting import invite_services, open_first, selection_of, usual_event
from engagement.forums.vocabulary import Confidentiality, EventKind
from engagement.register.vocabulary import ConsentBasis, ContactRole
from resources.database import Database, change, history
from resources.problem import Problem
from tests.engagement.forums.held_forum import DAY, Add

NOW = datetime(2019, 11, 20, 9, tzinfo=UTC)
Home = Callable[..., tuple[str, str]]


@pytest.fixture
def four(db: Database, home: Home, person: Add) -> dict[str, str]:
    """Four homes: one with two people, one without consent, one with nobody, one archived."""
    keys = {name: home(name)[0] for name in ("Ash", "Beech", "Cedar", "Dale")}
    person("Amina Khan", "Ash", role=ContactRole.CARE_WORKER)
    person("Ben Lund", "Ash")
    person("Cy Moss", "Beech", consent=ConsentBasis.NOT_RECORDED)
    person("Di Nye", "Dale")
    with change(db, "Put away"):
        db.update_row("service", keys["Dale"], {"archived_on": "2019-01-01"})
    return keys


def test_who_is_asked_and_who_cannot_be(db: Database, four: dict[str, str]) -> None:
    found = selection_of(db, {key: f"Never invited, {name}" for name, key in four.items()}, DAY)
    assert [(one.contact, one.reasons) for one in found.people] == [("Ben Lund", ("Never invited, Ash",))]
    assert [one.reason for one in found.left_out] == [
        "No contact with consent at Beech", "No contact at Cedar", "Dale is archived",
    ]  # fmt: skip


def test_only_the_services_of_the_list_are_asked(db: Database, four: dict[str, str]) -> None:
    assert selection_of(db, {four["Cedar"]: ""}, DAY).people == ()
    everybody = selection_of(db, {four["Ash"]: ""}, DAY, rule=AudienceRule(each=Each.EVERYBODY))
    assert [one.contact for one in everybody.people] == ["Amina Khan", "Ben Lund"]
    assert everybody.people[0].reasons == ("Every service is asked",)


def test_one_act_invites_and_one_undo_takes_it_back(db: Database, four: dict[str, str], forum: Add) -> None:
    event = forum()
    made, selection = invite_services(
        db, event, dict.fromkeys(four.values(), "Never invited before"), now=NOW
    )
    (who,) = participants.of_event(db, event)
    assert (who.name, who.service_id, who.reasons) == ("Ben Lund", four["Ash"], ("Never invited before",))
    assert (len(made.participants), made.already, len(selection.left_out)) == (1, 0, 3)
    again, _ = invite_services(db, event, {four["Ash"]: "Again"}, now=NOW)
    assert (again.participants, again.already) == ((), 1)
    history.undo(db)
    assert participants.of_event(db, event) == []


def test_nobody_is_invited_to_what_was_held(
    db: Database, four: dict[str, str], held: tuple[str, object]
) -> None:
    with pytest.raises(Problem, match="has been held"):
        invite_services(db, held[0], {four["Ash"]: ""}, now=NOW)


def test_an_open_event_for_providers_is_offered_first_and_closed_groups_last(
    db: Database, forum: Add
) -> None:
    def at(days: int, kind: EventKind, **more: object) -> str:
        starts = NOW + timedelta(days=days)
        return events.plan_event(
            db,
            EventDraft(
                kind, f"{kind.label} {days}", starts, starts + timedelta(hours=2), place="Hall", **more
            ),
        )

    group = at(1, EventKind.EXPERTS_BY_EXPERIENCE)
    other = at(2, EventKind.OTHER)
    quiet = at(3, EventKind.PROVIDER_FORUM, confidentiality=Confidentiality.CONFIDENTIAL)
    coming = events.events_to_come(db, NOW)
    assert [one.id for one in open_first(coming)] == [other, group, quiet]
    assert usual_event(open_first(coming), NOW.date()) is None
    network = at(4, EventKind.TRAINING_SESSION)
    coming = events.events_to_come(db, NOW)
    chosen = usual_event(open_first(coming), NOW.date())
    assert chosen is not None and chosen.id == network
    assert usual_event(coming, chosen.day) == chosen  # today's, where there is no other
