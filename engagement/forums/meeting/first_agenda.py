"""What an agenda begins from: the first of all as it is shipped, and the next from the last of the series. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class ItemDraft:
    """What a person says of an item. `standing` items come back in the next agenda, `exempt` ones are not public."""

    title: str
    minutes: int | None = None
    owner: str = ""
    paper: str = ""
    standing: bool = False
    exempt: bool = False


LAST_MINUTES = ItemDraft("Minutes of the last meeting", 5)
LAST_ACTIONS = ItemDraft("Actions from last time", 10)

FIRST_AGENDA = (
    ItemDraft("Welcome and apologies", 10, standing=True),
    ItemDraft("Quality and the care market", 20, standing=True),
    ItemDraft("Recruitment and retention", 20, standing=True),
    ItemDraft("Training and funding", 15, standing=True),
    ItemDraft("What works: a provider shares", 20, standing=True),
    ItemDraft("Any other business", 10, standing=True),
    ItemDraft("Date of the next meeting", 5, standing=True),
)
"""Of a series that has had no agenda, and of an event outside a series."""


def next_agenda(last: Sequence[ItemDraft]) -> list[ItemDraft]:
    """The standing items with what looks back on top, behind a welcome where the agenda opens with one.

    A paper is of its meeting and does not come back.
    """
    standing = [replace(one, paper="") for one in last if one.standing]
    known = {one.title.casefold() for one in standing}
    looking_back = [one for one in (LAST_MINUTES, LAST_ACTIONS) if one.title.casefold() not in known]
    opens = bool(standing) and standing[0].title.casefold().startswith("welcome")
    return [*standing[:opens], *looking_back, *standing[opens:]]
