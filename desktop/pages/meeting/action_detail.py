"""What the pane beside the table says of an action: whose it is, where it comes from, what was said of it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from desktop.dialogs.row_history import history_section
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.forums.meeting import agenda
from engagement.forums.meeting.actions import ForumAction, carried, progress
from resources.database import Database
from resources.tables import ColumnKind
from resources.wording import count_of, date_words, in_london


def action_detail(
    db: Database,
    one: ForumAction,
    buttons: Sequence[Action],
    *,
    now: datetime,
    go: Callable[[], object],
    history: Callable[[], object],
) -> Detail:
    """One action with its course."""
    number = carried(db, [one], until=now)[one.id]
    lines = (
        Line("Owner", one.owner),
        Line("Due", date_words(one.due_on) if one.due_on else "No day given"),
        Line("Series", one.series or "None: the event keeps its own"),
        Line("Raised at", one.event, open=go),
        Line("At the item", agenda.item(db, one.item_id).title if one.item_id else ""),
        Line("Carried", f"through {count_of(number, 'meeting')}" if number else ""),
        Line("Closed", date_words(one.closed_on) if one.closed_on else ""),
        Line("Exempt", "Not for publication" if one.exempt else ""),
    )
    said = tuple(
        Line(date_words(each.said_on), f"{each.note}{f' ({each.event})' if each.event else ''}")
        for each in progress(db, one.id)
    )
    return Detail(
        one.text,
        pills=((ColumnKind.STATUS, one.standing(in_london(now).date())),),
        actions=tuple(action for action in buttons if action.ready()),
        sections=(
            Section("Action", lines),
            Section("What was said of it", said),
            history_section(history),
        ),
    )
