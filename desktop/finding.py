"""Find any provider, service, person or event from anywhere."""

from collections.abc import Callable
from functools import partial

from desktop.shell.page import Navigator
from desktop.shell.palette import Found
from engagement.forums.listings import EVENTS
from engagement.register.listings import CONTACTS, SERVICES
from resources.database import Database, Query
from resources.wording import moment_short

_EACH = 8


def finder(db: Database, navigator: Navigator) -> Callable[[str], list[Found]]:
    """What answers the palette: a few of each kind, by the beginnings of words."""

    def find(text: str) -> list[Found]:
        query = Query(text=text)
        found = [
            Found(
                "Service",
                row[1],
                f"{row[3]}, {row[4] or row[10]}",
                partial(navigator.go, "providers", row[0]),
            )
            for row in SERVICES.page(db, query, offset=0, limit=_EACH)
        ]
        found += [
            Found(
                "Person", row[1], f"{row[2]}, {row[4] or row[3]}", partial(navigator.go, "contacts", row[0])
            )
            for row in CONTACTS.page(db, query, offset=0, limit=_EACH)
        ]
        found += [
            Found("Event", row[1], moment_short(row[2]), partial(navigator.go, "forums", row[0]))
            for row in EVENTS.page(db, query, offset=0, limit=_EACH)
        ]
        return found

    return find
