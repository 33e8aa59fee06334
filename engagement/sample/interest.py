"""Three people of the sample county said at the last forum that they would give work through i-Work."""

from datetime import timedelta

from engagement.forums import events
from engagement.forums.at_the_door.interest import express_interest
from engagement.forums.people import participants
from engagement.forums.vocabulary import EventKind, EventState
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change

_SAID = ("Asked about help at lunch.", "", "Would start with a taster day.")


def add_interest(db: Database) -> None:
    """Of three homes, at the provider forum that was held last."""
    held = [
        one
        for one in events.events(db)
        if one.state is EventState.HELD and one.kind is EventKind.PROVIDER_FORUM
    ]
    last = max(held, key=lambda one: one.starts)
    homes: dict[str, str] = {}
    for one in participants.of_event(db, last.id):
        is_home = one.kind in (ServiceKind.NURSING_HOME, ServiceKind.RESIDENTIAL_HOME)
        if is_home and one.service_id and one.status.came:
            homes.setdefault(one.service_id, one.id)
    with change(db, "Made the sample county: interest in i-Work"):
        for at, (key, said) in enumerate(zip(list(homes.values()), _SAID, strict=False)):
            express_interest(db, last.id, key, now=last.starts + timedelta(minutes=95 + 6 * at), note=said)
