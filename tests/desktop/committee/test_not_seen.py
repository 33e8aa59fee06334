"""What the search does not see is to be looked at."""

from datetime import date

from desktop.committee.not_seen import not_seen
from resources.database import Database
from resources.report.committee.outline import Item, ItemKind, Outline
from resources.spans import Span


def test_each_public_picture_that_somebody_took_in_is_to_be_looked_at(db: Database) -> None:
    day = date(2020, 1, 13)
    items = (Item("h", ItemKind.HEADING, text="A"), Item("p", ItemKind.PICTURE, text="A forum", file="x"))
    found = list(not_seen(db, None, Outline("T", "C", day, Span(day, day), items=items)))
    assert [(one.where, one.item) for one in found] == [("line 2 of the outline", "p")]
