"""What the pane says of somebody: by reference, with a name only where it was asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.pages.iwork.profile_sections import profile_sections
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.wording import date_words, instant_text
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.people.people import Person, person
from workforce.iwork.people.reviews import reviews_of
from workforce.iwork.people.subject_access import access_requests_of
from workforce.iwork.people.tables import consent_facts, identity_facts, person_facts
from workforce.iwork.people.views import views_of
from workforce.iwork.placements.placements import placements_of

_VIEWS_SHOWN = 12


@dataclass(frozen=True)
class PaneWays:
    """Where rows of the pane lead."""

    meeting: Callable[[str], object]
    placement: Callable[[str], object]


def person_detail(
    vault: Database, key: str, actions: Sequence[Action], ways: PaneWays, *, today: date, named: bool
) -> Detail:
    """One person; `named` while somebody asked who it is."""
    held = person(vault, key)
    sections = [
        *_deletion(held),
        *([_lines("Who it is", identity_facts(held))] if named else []),
        _placements(vault, held, ways),
        _lines("On the register", person_facts(held)),
        Section("What they agreed to", [Line(said, words) for said, words in consent_facts(vault, held, today)],
                stacked=True),
        *profile_sections(vault, key, today=today, open_meeting=ways.meeting),
        _kept(vault, held, today),
        *_requests(vault, held),
        _looks(vault, held),
    ]  # fmt: skip
    return Detail(held.told, held.name if named else "", _pills(held), actions, sections)


def _lines(title: str, facts: list[tuple[str, str]]) -> Section:
    return Section(title, [Line(heading, words) for heading, words in facts])


def _pills(held: Person) -> list[tuple[ColumnKind, str]]:
    if held.purge_asked_at is not None:
        return [(ColumnKind.STATUS, "To be deleted")]
    return [(ColumnKind.STATUS, "Closed")] if held.closed_on else []


def _deletion(held: Person) -> list[Section]:
    if held.purge_asked_at is None:
        return []
    return [
        _lines(
            "To be deleted",
            [("Asked for", date_words(held.purge_asked_at.date())), ("By", held.purge_asked_by),
             ("Why", held.purge_reason)],
        )
    ]  # fmt: skip


def _placements(vault: Database, held: Person, ways: PaneWays) -> Section:
    found = placements_of(vault, held.id)
    if not found:
        return Section("Stage", (Line("", "Nothing is begun yet. It begins on the side “Placements”."),))
    columns = (
        Column("stage", "Stage", ColumnKind.STATUS, width=166),
        Column("began_on", "Begun", ColumnKind.DATE, width=106),
        Column("ended_on", "Ended", ColumnKind.DATE, width=106),
    )
    shown = columns if any(one.ended_on for one in found) else columns[:2]
    days = [(one.began_on.isoformat(), one.ended_on.isoformat() if one.ended_on else None) for one in found]
    rows = [(one.stage.label, *day)[: len(shown)] for one, day in zip(found, days, strict=True)]
    table = Table("Stage", shown, rows, exempt=IDENTITY)
    return Section("Stage", table=table, keys=[one.id for one in found], opened=ways.placement)


def _kept(vault: Database, held: Person, today: date) -> Section:
    last = next(iter(reviews_of(vault, held.id)), None)
    overdue = " – it is due" if held.review_on <= today and held.closed_on is None else ""
    past = " – that day has come" if held.delete_by <= today else ""
    looked = f"{date_words(last.done_on)}, by {last.by}" if last else "Not yet"
    return Section(
        "Why and how long it is held",
        (
            Line("Why", held.why_held),
            Line("Look again by", "" if held.closed_on else f"{date_words(held.review_on)}{overdue}"),
            Line("Delete by", f"{date_words(held.delete_by)}{past}"),
            Line("Last looked at", looked),
            Line("Kept because", last.words if last else ""),
        ),
        folded=not (overdue or past),
    )


def _requests(vault: Database, held: Person) -> list[Section]:
    lines = [
        Line(
            f"Asked {date_words(one.asked_on)}",
            f"Given {date_words(one.given_on)}" if one.given_on else f"Due by {date_words(one.due_on)}",
        )
        for one in access_requests_of(vault, held.id)
    ]
    return [Section("Everything held", lines)] if lines else []


def _looks(vault: Database, held: Person) -> Section:
    found = views_of(vault, held.id)
    columns = (
        Column("at", "When", ColumnKind.TIME, width=130),
        Column("who", "Who", width=100),
        Column("what", "What", width=100),
    )
    rows = [(instant_text(one.at), one.who, one.what) for one in found[:_VIEWS_SHOWN]]
    more = len(found) - len(rows)
    lines = (Line("", f"{more} earlier looks stand on the side “Lock and backups”." if more else ""),)
    table = Table("Who looked", columns, rows, exempt=IDENTITY) if rows else None
    return Section("Who looked at this record", lines, table, folded=True)
