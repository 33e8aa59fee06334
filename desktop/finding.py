"""Find any provider, service, person or event from anywhere."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from desktop.shell.frame.palette import Found
from desktop.shell.page import Navigator
from engagement.forums.listings import EVENTS
from engagement.register.listings import CONTACTS, PROVIDERS, SERVICES
from resources.database import Database, Query
from resources.database.listing import Listing
from resources.tables import Cell
from resources.wording import count_of, moment_short

_EACH = 8


def finder(db: Database, navigator: Navigator) -> Callable[[str], list[Found]]:
    """What answers the palette: a few of each kind, by the beginnings of words."""

    def find(text: str) -> list[Found]:
        found = []
        for listing, page, describe in _WHERE:
            for key, line in _hits(db, listing, text):
                kind, title, detail = describe(line)
                found.append(Found(kind, title, detail, partial(navigator.go, page, key)))
        return found

    return find


def _hits(db: Database, listing: Listing, text: str) -> Iterator[tuple[str, Mapping[str, Cell]]]:
    names = [column.name for column in listing.columns]
    for row in listing.page(db, Query(text=text), offset=0, limit=_EACH):
        yield str(row[0]), dict(zip(names, row[1:], strict=False))


def _service(line: Mapping[str, Cell]) -> tuple[str, str, str]:
    where = line["district"] or line["authority"]
    return "Service", str(line["name"]), _said(line["kind"], where, line["provider"])


def _provider(line: Mapping[str, Cell]) -> tuple[str, str, str]:
    number = line["services"]
    run = count_of(int(number), "service") if isinstance(number, int) and number else "no service"
    return "Provider", str(line["name"]), run


def _person(line: Mapping[str, Cell]) -> tuple[str, str, str]:
    return "Person", str(line["name"]), _said(line["role"], line["service"] or line["provider"])


def _event(line: Mapping[str, Cell]) -> tuple[str, str, str]:
    return "Event", str(line["title"]), moment_short(str(line["starts_at"]))


def _said(*parts: Cell) -> str:
    return ", ".join(str(part) for part in parts if part)


_WHERE = (
    (SERVICES, "providers", _service),
    (PROVIDERS, "providers", _provider),
    (CONTACTS, "contacts", _person),
    (EVENTS, "forums", _event),
)
