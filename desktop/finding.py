"""Find any provider, service, person or event from anywhere."""

from collections.abc import Callable, Iterator
from functools import partial

from desktop.capabilities import FOUND
from desktop.capability_record import Line
from desktop.shell.frame.palette import Found
from desktop.shell.page import Navigator
from resources.database import Database, Query
from resources.database.listing import Listing

_EACH = 8


def finder(db: Database, navigator: Navigator) -> Callable[[str], list[Found]]:
    """What answers the palette: a few of each kind, by the beginnings of words."""

    def find(text: str) -> list[Found]:
        found = []
        for where in FOUND:
            for key, line in _hits(db, where.listing, text):
                said = where.describe(line)
                go = partial(navigator.go, where.page, key)
                found.append(Found(said.kind, said.title, said.detail, go))
        return found

    return find


def _hits(db: Database, listing: Listing, text: str) -> Iterator[tuple[str, Line]]:
    names = [column.name for column in listing.columns]
    for row in listing.page(db, Query(text=text), offset=0, limit=_EACH):
        yield str(row[0]), dict(zip(names, row[1:], strict=False))
