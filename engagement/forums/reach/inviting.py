"""A list of services becomes an invitation list: whom to ask at each, and who cannot be asked and why."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from engagement.forums import events
from engagement.forums.people import invitations
from engagement.forums.people.audience import person_facts, service_facts
from engagement.forums.people.audience_rule import AudienceRule, LeftOut, Selected, Selection, decide
from engagement.forums.people.invitations import Invited
from resources.database import Database


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
