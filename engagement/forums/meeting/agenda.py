"""The agenda of an event: its items in order, what was noted at each, and what was decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.meeting.first_agenda import ItemDraft, first_agenda, next_agenda
from engagement.forums.meeting.times import Times, clock_times, moved
from engagement.forums.vocabulary import EventState
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import count_of, instant_text


@dataclass(frozen=True, kw_only=True)
class AgendaItem(ItemDraft):
    """An item in its place, counted from 1, with what was noted at it."""

    id: str
    event_id: str
    position: int
    notes: str = ""

    def draft(self) -> ItemDraft:
        """What a form shows of it and `edit_item` takes."""
        return ItemDraft(self.title, self.minutes, self.owner, self.paper, self.standing, self.exempt)


@dataclass(frozen=True)
class Decision:
    """What was decided at an item; `number` is the item's with its own: 3.1."""

    id: str
    item_id: str
    number: str
    text: str


_COLUMNS = "id, event_id, position, title, minutes, owner, paper, notes, standing, exempt"


def items(db: Database, event_id: str) -> list[AgendaItem]:
    """The items of an event in their order."""
    rows = db.rows(
        f"select {_COLUMNS} from agenda_item where event_id = ? order by position, id", (event_id,)
    )
    return [_item(row) for row in rows]


def item(db: Database, item_id: str) -> AgendaItem:
    """One item."""
    row = db.row(f"select {_COLUMNS} from agenda_item where id = ?", (item_id,))
    if row is None:
        raise LookupError(f"there is no agenda item {item_id}")
    return _item(row)


def is_item(db: Database, key: str) -> bool:
    """Whether the key is an item's."""
    return bool(db.value("select exists (select 1 from agenda_item where id = ?)", (key,)))


def _item(row: tuple[Any, ...]) -> AgendaItem:
    return AgendaItem(
        id=row[0], event_id=row[1], position=row[2], title=row[3], minutes=row[4], owner=row[5], paper=row[6],
        notes=row[7], standing=bool(row[8]), exempt=bool(row[9]),
    )  # fmt: skip


def times(event: Event, agenda: Iterable[AgendaItem]) -> Times:
    """When each item begins."""
    return clock_times(event.starts, event.ends, [one.minutes for one in agenda])


# --- starting -------------------------------------------------------------------------------------------


def start_agenda(db: Database, event_id: str) -> list[str]:
    """Start from the last agenda of the series, else from the one that is shipped; the keys of the items."""
    event = events.get(db, event_id)
    if event.state is EventState.CANCELLED:
        raise Problem(f"{event.title} was cancelled. Plan it again to give it an agenda.")
    held = len(items(db, event_id))
    if held:
        raise Problem(
            f"{event.title} has an agenda of {count_of(held, 'item')} already. Add items to it, or remove them first."
        )
    last = _last_agenda(db, event)
    length = (event.ends - event.starts) // timedelta(minutes=1)
    begun = next_agenda(items(db, last)) if last else first_agenda(event.kind, length)
    keys = [new_key() for _ in begun]
    with change(db, f"Started the agenda of {event.title}"):
        for place, (key, draft) in enumerate(zip(keys, begun, strict=True), 1):
            db.insert_row(
                "agenda_item", {"id": key, "event_id": event_id, "position": place, **_values(draft)}
            )
    return keys


def _last_agenda(db: Database, event: Event) -> str:
    """The latest event of the series before this one that has an agenda and took place; '' where none has."""
    found = db.value(
        """select id from event where series_id = ? and (starts_at, id) < (?, ?) and state <> 'cancelled'
            and exists (select 1 from agenda_item where event_id = event.id)
        order by starts_at desc, id desc limit 1""",
        (event.series_id, instant_text(event.starts), event.id),
    )
    return str(found or "")


# --- items ----------------------------------------------------------------------------------------------


def add_item(db: Database, event_id: str, draft: ItemDraft, *, at: int | None = None) -> str:
    """Add an item at a place, or as the last; its key."""
    values = _values(draft)
    key, order = new_key(), [one.id for one in items(db, event_id)]
    with change(db, f"Added “{draft.title.strip()}” to the agenda"):
        last = len(order) + 1
        db.insert_row("agenda_item", {"id": key, "event_id": event_id, "position": last, **values})
        if at is not None:
            _put_in_order(db, moved([*order, key], key, at))
    return key


def edit_item(db: Database, item_id: str, draft: ItemDraft) -> None:
    """Change what is said of an item; what was noted at it stays."""
    values = _values(draft)
    with change(db, f"Changed the agenda item “{draft.title.strip()}”"):
        db.update_row("agenda_item", item_id, values)


def move_item(db: Database, item_id: str, to: int) -> None:
    """Put an item at another place, counted from 1; the others close up."""
    one = item(db, item_id)
    order = [other.id for other in items(db, one.event_id)]
    with change(db, f"Moved the agenda item “{one.title}”"):
        _put_in_order(db, moved(order, item_id, to))


def remove_item(db: Database, item_id: str) -> None:
    """Take an item out with what was noted and decided at it. Where an action was raised it stays."""
    one = item(db, item_id)
    raised = db.value("select count(*) from forum_action where agenda_item_id = ?", (item_id,))
    if raised:
        raise Problem(
            f"{count_of(raised, 'action was', 'actions were')} raised at “{one.title}”, so the item stays in the "
            "agenda. Change its title if it is wrong."
        )
    left = [other.id for other in items(db, one.event_id) if other.id != item_id]
    with change(db, f"Removed the agenda item “{one.title}”"):
        for decision in decisions_of(db, item_id):
            db.delete_row("decision", decision.id)
        db.delete_row("agenda_item", item_id)
        _put_in_order(db, left)


def write_notes(db: Database, item_id: str, notes: str) -> None:
    """Keep what was noted at an item."""
    one = item(db, item_id)
    with change(db, f"Noted at “{one.title}”"):
        db.update_row("agenda_item", item_id, {"notes": notes.strip()})


def _put_in_order(db: Database, order: Sequence[str]) -> None:
    held = dict(
        db.rows(f"select id, position from agenda_item where id in ({', '.join('?' * len(order))})", order)
    )
    for place, key in enumerate(order, 1):
        if held[key] != place:
            db.update_row("agenda_item", key, {"position": place})


def _values(draft: ItemDraft) -> dict[str, Cell]:
    if not draft.title.strip():
        raise FieldProblem("title", "The item has no title. Write one, such as “Recruitment and retention”.")
    if draft.minutes is not None and draft.minutes < 1:
        raise FieldProblem(
            "minutes", "An item takes 1 minute or more. Leave the field empty when it is not known."
        )
    return {
        "title": draft.title.strip(), "minutes": draft.minutes, "owner": draft.owner.strip(),
        "paper": draft.paper.strip(), "standing": int(draft.standing), "exempt": int(draft.exempt),
    }  # fmt: skip


# --- decisions ------------------------------------------------------------------------------------------


def decisions(db: Database, event_id: str) -> list[Decision]:
    """Everything decided at an event, in the order of the items."""
    return _decisions(db, "decision.event_id", event_id)


def decisions_of(db: Database, item_id: str) -> list[Decision]:
    """What was decided at one item."""
    return _decisions(db, "decision.agenda_item_id", item_id)


def _decisions(db: Database, column: str, key: str) -> list[Decision]:
    rows = db.rows(
        f"""select decision.id, agenda_item_id, agenda_item.position || '.' || decision.position, text
        from decision join agenda_item on agenda_item.id = agenda_item_id where {column} = ?
        order by agenda_item.position, decision.position, decision.id""",
        (key,),
    )
    return [Decision(*row) for row in rows]


def check_begun(db: Database, event_id: str, *, now: datetime) -> None:
    """Refuse decisions of a meeting that has not begun; notes may be prepared."""
    event = events.get(db, event_id)
    if event.is_still_to_come(now):
        raise Problem(
            f"{event.title} has not begun, so nothing is decided at it yet. It begins on {event.when}; notes can be "
            "written before."
        )


def decide(db: Database, item_id: str, text: str) -> str:
    """Record a decision at an item; its key."""
    one, key = item(db, item_id), new_key()
    said = _decision_text(text)
    with change(db, f"Recorded a decision at “{one.title}”"):
        place = len(decisions_of(db, item_id)) + 1
        db.insert_row(
            "decision",
            {"id": key, "agenda_item_id": item_id, "event_id": one.event_id, "position": place, "text": said},
        )
    return key


def edit_decision(db: Database, decision_id: str, text: str) -> None:
    """Put the words of a decision right."""
    said = _decision_text(text)
    with change(db, "Changed a decision"):
        db.update_row("decision", decision_id, {"text": said})


def remove_decision(db: Database, decision_id: str) -> None:
    """Take a decision out; the others of its item close up."""
    item_id = str(db.value("select agenda_item_id from decision where id = ?", (decision_id,)))
    left = [one.id for one in decisions_of(db, item_id) if one.id != decision_id]
    with change(db, f"Removed a decision at “{item(db, item_id).title}”"):
        db.delete_row("decision", decision_id)
        for place, key in enumerate(left, 1):
            db.update_row("decision", key, {"position": place})


def _decision_text(text: str) -> str:
    if not text.strip():
        raise FieldProblem("text", "The decision has no words. Write what was decided.")
    return text.strip()
