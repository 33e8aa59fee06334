"""Whom and what can be chosen: people by reference or letters of their name, posts with a free place."""

from dataclasses import dataclass

from resources.database import Condition, Database, Query
from workforce.iwork.listings import PEOPLE
from workforce.iwork.placements.placements import placements_of, places_of
from workforce.iwork.posts.posts import posts
from workforce.iwork.vocabulary import TAKING


@dataclass(frozen=True)
class Found:
    """Somebody by reference and initials; `detail` tells them from others."""

    key: str
    words: str
    detail: str


def find_people(vault: Database, text: str) -> list[Found]:
    """Current people whose reference, initials or name begins so. A name finds somebody, and is not shown."""
    query = Query(text=text, conditions=(Condition("state", ("Current",)),), order_by="reference")
    columns = ("key", *(column.name for column in PEOPLE.columns))
    rows = [dict(zip(columns, row, strict=False)) for row in PEOPLE.page(vault, query, offset=0, limit=8)]
    return [
        Found(str(row["key"]), f"{row['reference']} {row['initials']}", str(row["stage"] or ""))
        for row in rows
    ]


def post_options(vault: Database, person_id: str = "") -> list[tuple[str, str]]:
    """Open posts with a free place and how many, but for those that the person has a placement with already."""
    places = places_of(vault)
    taken = {one.post_id for one in placements_of(vault, person_id) if one.is_open} if person_id else set()
    return [
        (one.id, f"{one.reference} {one.title} ({places[one.id].free} free)")
        for one in posts(vault, *TAKING)
        if places[one.id].free and one.id not in taken
    ]
