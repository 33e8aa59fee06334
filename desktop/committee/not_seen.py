"""What the search of a report does not see, so that somebody looks before it is saved."""

from collections.abc import Iterator

from desktop.committee.known import not_searched
from resources.database import Database
from resources.database.copying import file_of
from resources.database.locked.places import places_of
from resources.report.committee.outline import ItemKind, Outline
from resources.report.committee.to_mend import ToMend, Weight


def not_seen(db: Database, vault: Database | None, outline: Outline) -> Iterator[ToMend]:
    """The register of i-Work while it is locked, and what pictures show that somebody took in."""
    if places_of(file_of(db)).is_there():
        yield from (ToMend(Weight.LOOK, words) for words in not_searched(vault))
    for place, item in enumerate(outline.items, 1):
        if item.kind is ItemKind.PICTURE and item.exempt is None:
            yield ToMend(
                Weight.LOOK,
                "What this picture shows was not searched. Look whether it shows a name.",
                where=f"line {place} of the outline",
                item=item.id,
            )
