"""What an agenda begins from: the first of all as it is shipped, and the next from the last of the series. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engagement.forums.vocabulary import EventKind


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
"""Of provider forums. As every first agenda: of a series that has had none, and of an event outside a series."""


def _standing(*items: tuple[str, int]) -> tuple[ItemDraft, ...]:
    return tuple(ItemDraft(title, minutes, standing=True) for title, minutes in items)


_END = ("Date of the next meeting", 5)
FIRST_AGENDAS: Mapping[EventKind, tuple[ItemDraft, ...]] = {
    EventKind.PROVIDER_FORUM: FIRST_AGENDA,
    EventKind.MANAGERS_NETWORK: _standing(
        ("Welcome and apologies", 5), ("How it is going: round the table", 20),
        ("A question of practice to work on together", 25), ("News from the council and CQC", 10),
        ("Support and training", 10), ("Any other business", 5), _END,
    ),
    EventKind.INFORMATION_SHARING: _standing(
        ("Welcome, apologies and confidentiality", 5), ("Concerns since the last meeting", 25),
        ("Providers to watch and to support together", 20), ("What has improved", 10),
        ("Who does what until the next meeting", 10), _END,
    ),
    EventKind.EXPERTS_BY_EXPERIENCE: _standing(
        ("Welcome and how we meet", 10), ("What people tell us about their care", 25),
        ("Visits, and what we saw", 15), ("What became of what we said", 15), ("Any other business", 10), _END,
    ),
    EventKind.CONSULTATION_EVENT: _standing(
        ("Welcome and apologies", 5), ("What is proposed, and why", 20), ("Questions", 15),
        ("What providers think: at the tables", 35), ("What happens next", 10),
    ),
}  # fmt: skip
_OTHER_KINDS = _standing(
    ("Welcome and apologies", 5), ("What the event is for", 45), ("Questions", 15), ("What happens next", 10)
)
_STEP = 5
"""Minutes are cut to a multiple of this."""


def first_agenda(kind: EventKind, minutes: int) -> list[ItemDraft]:
    """What is shipped for a kind of event, cut to fit into so many minutes."""
    items = list(FIRST_AGENDAS.get(kind, _OTHER_KINDS))
    lengths = [one.minutes or 0 for one in items]
    if sum(lengths) <= minutes:
        return items
    if minutes < _STEP * len(items):
        return [replace(one, minutes=None) for one in items]
    fitted = [max(_STEP, length * minutes // sum(lengths) // _STEP * _STEP) for length in lengths]
    while sum(fitted) > minutes:
        fitted[fitted.index(max(fitted))] -= _STEP
    return [replace(one, minutes=length) for one, length in zip(items, fitted, strict=True)]


def next_agenda(last: Sequence[ItemDraft]) -> list[ItemDraft]:
    """The standing items with what looks back on top, behind a welcome where the agenda opens with one.

    A paper is of its meeting and does not come back.
    """
    standing = [replace(one, paper="") for one in last if one.standing]
    known = {one.title.casefold() for one in standing}
    looking_back = [one for one in (LAST_MINUTES, LAST_ACTIONS) if one.title.casefold() not in known]
    opens = bool(standing) and standing[0].title.casefold().startswith("welcome")
    return [*standing[:opens], *looking_back, *standing[opens:]]
