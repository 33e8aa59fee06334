"""What the pane says of a pair: its meetings, the rating of the service it is to help, and why these two."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.good_practice.buddies.pairs import NOT_PROOF, Pair
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import date_words

_MEETINGS = (
    Column("met_on", "Met on", ColumnKind.DATE, 106),
    Column("how", "How", width=110),
    Column("note", "Note", width=200),
)


def pair_detail(
    held: Pair,
    today: date,
    actions: Sequence[Action],
    *,
    go: Callable[[str, str], object],
    edit_meeting: Callable[[str], object] | None,
) -> Detail:
    """One pair; `go` shows another page at a row, `edit_meeting` is None where nothing can be written."""
    lines = (
        Line("Service", held.service, partial(go, "providers", held.service_id)),
        Line("Buddy", held.buddy, partial(go, "providers", held.buddy_id)),
        Line("Agreed", date_words(held.started_on)),
        Line("Why these two", held.reasons),
        Line("Note", held.note),
        Line("Ended", date_words(held.ended_on) if held.ended_on else ""),
        Line("Why it ended", held.end_reason),
    )
    return Detail(
        held.name, f"{held.met_words}.", ((ColumnKind.STATUS, held.state(today)),), actions,
        (_meetings(held, edit_meeting), _rating(held), Section("The pair", lines)),
    )  # fmt: skip


def _rating(held: Pair) -> Section:
    better = held.better_words
    return Section("Rating of the service", (
        Line("When agreed", held.rating_then.label if held.rating_then else "", kind=ColumnKind.RATING),
        Line("When ended" if held.ended_on else "Now", held.rating_now.label if held.rating_now else "",
             kind=ColumnKind.RATING),
        Line("", f"{better}. {NOT_PROOF}" if better else ""),
    ))  # fmt: skip


def _meetings(held: Pair, edit: Callable[[str], object] | None) -> Section:
    rows: list[tuple[Cell, ...]] = [
        (one.met_on.isoformat(), one.how.label, one.note) for one in held.meetings
    ]
    keys = [one.id for one in held.meetings]
    return Section("Meetings", table=Table("Meetings", _MEETINGS, rows), keys=keys, opened=edit)
