"""What both papers of a meeting hold: when and where, the table of actions, and why an item is exempt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.groups import CONFIDENTIAL, event_confidentiality
from engagement.forums.meeting.actions import ForumAction
from engagement.forums.vocabulary import Confidentiality
from resources.database import Database
from resources.report.blocks import Block, FactList, Heading, TableBlock
from resources.report.exemption import Exemption
from resources.tables import Column, ColumnKind, Table
from resources.wording import event_when, instant_text

ITEM_EXEMPT = Exemption(3, "The item concerns the affairs of particular providers or people.")
MEETING_EXEMPT = (
    Exemption(2, "The paper names people who take part in a meeting held in confidence."),
    CONFIDENTIAL,
)

Facts = list[tuple[str, str]]


def when_and_where(event: Event) -> Facts:
    """When with the end, the place, the link."""
    facts = [("When", event_when(event.starts, event.ends))]
    facts += [("Where", event.place)] if event.place else []
    return facts + ([("Online", event.online_link)] if event.online_link else [])


def is_confidential(db: Database, event_id: str) -> bool:
    """Whether nothing of the meeting is for the public."""
    return event_confidentiality(db, event_id) is Confidentiality.CONFIDENTIAL


def names_are_withheld(db: Database, event_id: str) -> bool:
    """Whether no paper that leaves the meeting names a person."""
    return event_confidentiality(db, event_id) is not Confidentiality.OPEN


def next_meeting(db: Database, event: Event) -> Event | None:
    """The next of the series that is planned."""
    key = db.value(
        """select id from event where series_id = ? and starts_at > ? and state = 'planned' and archived_on is null
        order by starts_at, id limit 1""",
        (event.series_id, instant_text(event.starts)),
    )
    return events.get(db, str(key)) if key else None


def actions_section(
    title: str,
    found: Sequence[ForumAction],
    *,
    numbers: Mapping[str, int],
    statuses: Mapping[str, str],
    carried: Mapping[str, int] | None = None,
    as_at: date,
    owners: bool = True,
    apart: bool = True,
) -> list[Block]:
    """The table of actions; those that are exempt in one of their own, unless the whole paper is exempt.

    `statuses` are as at the day `as_at`, which the table says. Without `carried` the table is compact.
    """
    exempt = [one for one in found if one.exempt and apart]
    public = [one for one in found if one not in exempt]

    def table(of: Iterable[ForumAction], name: str) -> Table:
        made = _actions_table(of, name, numbers=numbers, statuses=statuses, carried=carried, owners=owners)
        return replace(made, as_at=as_at)

    what = "Each action with its number, owner, day due and status"
    what += "." if carried is None else ", and the number of meetings it has been carried."
    blocks: list[Block] = [Heading(title), TableBlock(table(public, title), alt=what)]
    if exempt:
        name = f"{title}: from exempt items"
        blocks += [
            Heading(name, level=2, exempt=ITEM_EXEMPT),
            TableBlock(table(exempt, name), alt=what),
        ]
    return blocks


def _actions_table(
    found: Iterable[ForumAction],
    title: str,
    *,
    numbers: Mapping[str, int],
    statuses: Mapping[str, str],
    carried: Mapping[str, int] | None,
    owners: bool,
) -> Table:
    columns = [
        Column("number", "No."),
        Column("action", "Action"),
    ]  # a label: as a figure it would be as wide as one
    columns += [Column("owner", "Owner")] if owners else []
    columns += [
        Column("due", "Due", ColumnKind.DATE),
        Column("status", "Status"),
    ]
    columns += [Column("carried", "Carried", ColumnKind.NUMBER)] if carried is not None else []
    rows = [
        (
            numbers[one.id],
            one.text,
            *((one.owner,) if owners else ()),
            one.due_on.isoformat() if one.due_on else None,
            statuses[one.id],
            *((carried.get(one.id, 0),) if carried is not None else ()),
        )
        for one in found
    ]
    return Table(title, tuple(columns), rows, notes=(CARRIED_NOTE,) if rows and carried is not None else ())


CARRIED_NOTE = "“Carried” is the number of meetings since the one that raised the action, this one included."


def fact_block(facts: Facts) -> FactList:
    """Labels with their values; what is empty is left out."""
    return FactList(tuple((label, words) for label, words in facts if words))
