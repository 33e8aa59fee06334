"""What the pane beside the table says of an event, and the figures that stand above its people."""

from collections.abc import Callable, Sequence

from desktop.dialogs.row_history import history_section
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.forums import events, series
from engagement.forums.attendance import attendance, by_organisation_table, by_provider_table
from engagement.forums.door_files.held import brief_table, door_files
from engagement.forums.events import Event
from engagement.forums.groups import PUBLISHED
from engagement.forums.people import places
from engagement.forums.people.audience_rule import CHOOSE_ANEW, AudienceRule, describe
from engagement.forums.people.participants import StatusCount, figures
from engagement.forums.people.places import Places
from engagement.forums.vocabulary import Confidentiality, EventState
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of

_FIGURES = (
    Column("status", "Status", ColumnKind.STATUS, width=128),
    Column("people", "People", ColumnKind.NUMBER, width=72),
    Column("class", "Class", width=84),
    Column("counts", "Place", ColumnKind.FLAG, width=60),
)


def event_detail(
    db: Database, event_id: str, actions: Sequence[Action], *, history: Callable[[], object]
) -> Detail:
    """All that is shown of one event; `history` shows what was done to it."""
    event = events.get(db, event_id)
    state = "Archived" if event.archived_on else event.state.label
    counts = [one for one in figures(db, event_id) if one.number]
    sections = [_event_section(db, event), *_door_files_section(db, event_id), _figures_section(counts)]
    if event.state is EventState.HELD or any(one.status.came for one in counts):
        sections += _came_sections(db, event_id)
    sections.append(history_section(history))
    pills = [(ColumnKind.STATUS, state)]
    if event.openness is not Confidentiality.OPEN:
        pills.append((ColumnKind.STATUS, event.openness.label))
    return Detail(event.title, event.when, tuple(pills), tuple(actions), tuple(sections))


def _event_section(db: Database, event: Event) -> Section:
    name = series.get(db, event.series_id).name if event.series_id else ""
    return Section(
        "The event",
        (
            Line("Kind", event.kind.label),
            Line("Where", event.place),
            Line("Online", event.online_link),
            Line("Places", places_words(places.places(db, event.id))),
            Line("Series", name),
            Line("Published", _published_words(event)),
            Line("Audience", _audience_words(event.audience)),
            Line("Notes", event.notes),
        ),
    )


def _published_words(event: Event) -> str:
    """Said where it is not as with any forum."""
    return "" if event.openness is Confidentiality.OPEN else PUBLISHED[event.openness]


def _audience_words(rule: AudienceRule) -> str:
    return f"{describe(rule)}. {CHOOSE_ANEW}" if rule.unread else describe(rule)


def _figures_section(counts: Sequence[StatusCount]) -> Section:
    rows = [(one.status.label, one.number, one.status_class.label, int(one.status.counts)) for one in counts]
    return Section("People by status", table=Table("People by status", _FIGURES, rows))


def _came_sections(db: Database, event_id: str) -> list[Section]:
    found = attendance(db, event_id)
    sections = [Section("Attendance by provider", table=by_provider_table(found), folded=True)]
    others = by_organisation_table(found)
    if others.rows:
        sections.append(Section("Partners, council and groups", table=others, folded=True))
    return sections


def _door_files_section(db: Database, event_id: str) -> list[Section]:
    """Only where one was taken: most forums have one door."""
    found = door_files(db, event_id)
    if not found:
        return []
    return [Section("Door files", table=brief_table(found))]


def places_words(held: Places) -> str:
    """40 places, 12 taken, 28 left; 3 waiting."""
    if held.capacity is None:
        said = f"No limit; {count_of(held.taken, 'place')} taken"
    else:
        said = f"{count_of(held.capacity, 'place')}, {held.taken:,} taken, {held.left:,} left"
        if held.taken > held.capacity:
            said = f"{count_of(held.capacity, 'place')}, {held.taken:,} taken: {held.taken - held.capacity:,} too many"
    return said + (f"; {held.waiting:,} waiting" if held.waiting else "")


def taking_words(counts: Sequence[StatusCount]) -> str:
    """Which statuses take up the places: Accepted 24, Attended 6."""
    return ", ".join(f"{one.status.label} {one.counted:,}" for one in counts if one.counted)


def figures_words(counts: Sequence[StatusCount]) -> str:
    """Accepted 12 · Invited 30 · Declined 2; nobody when there is nobody."""
    said = [f"{one.status.label} {one.number:,}" for one in counts if one.number]
    return " · ".join(said) or "Nobody is invited yet"
