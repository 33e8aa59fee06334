"""A list of services becomes an invitation list: to what, whom to ask at each, and who cannot be asked and why."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.groups import GROUPS
from engagement.forums.people import invitations
from engagement.forums.people.audience import person_facts, service_facts
from engagement.forums.people.audience_rule import AudienceRule, LeftOut, Selected, Selection, decide
from engagement.forums.people.invitations import Invited
from engagement.forums.vocabulary import Confidentiality, EventKind, ParticipantRole
from resources.database import Database


def open_first(coming: Sequence[Event]) -> list[Event]:
    """In the same order, but those that are not open last: they are for their own members."""
    return sorted(coming, key=lambda one: one.openness is not Confidentiality.OPEN)


def usual_event(coming: Sequence[Event], day: date) -> Event | None:
    """The first open event for providers after `day`, else of `day`; None where the choice is a person's to make.

    Today's is too soon to ask people to, unless there is no other.
    """
    fitting = [one for one in coming if _is_for_providers(one)]
    later = [one for one in fitting if one.day > day]
    return next(iter(later or fitting), None)


def _is_for_providers(event: Event) -> bool:
    delegates = GROUPS[event.kind].usual_role is ParticipantRole.DELEGATE
    return delegates and event.kind is not EventKind.OTHER and event.openness is Confidentiality.OPEN


def selection_of(
    db: Database, reasons: Mapping[str, str], day: date, *, rule: AudienceRule | None = None
) -> Selection:
    """Whom to ask for some services at an event on `day`; `reasons` says of each service why it is on the list.

    `rule` says how many are asked and in what roles; otherwise one person for each service, managers first.
    """
    facts = [one for one in service_facts(db, AudienceRule(), day) if one.id in reasons]
    chosen = AudienceRule() if rule is None else AudienceRule(each=rule.each, roles=rule.roles)
    found = decide(chosen, day, facts, person_facts(db))
    why = {one: why for one, why in reasons.items() if why}
    archived = tuple(
        LeftOut(one.id, one.name, one.provider_id, one.provider, f"{one.name} is archived")
        for one in facts
        if one.archived
    )
    left = sorted((*found.left_out, *archived), key=lambda one: (one.provider, one.service, one.reason))
    return Selection(tuple(_with_reason(one, why) for one in found.people), tuple(left))


def _with_reason(one: Selected, why: Mapping[str, str]) -> Selected:
    """Its own reason in place of the one that every service has; "Also for …" stays."""
    first = why.get(one.service_id or "")
    return one if first is None else replace(one, reasons=(first, *one.reasons[1:]))


def invite_services(
    db: Database, event_id: str, reasons: Mapping[str, str], *, now: datetime
) -> tuple[Invited, Selection]:
    """Invite to an event whoever can be asked for the services; given back with those who cannot."""
    selection = selection_of(db, reasons, events.get(db, event_id).day)
    return invitations.invite(db, event_id, selection.people, now=now), selection
