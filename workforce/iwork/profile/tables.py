"""Tables of profiles for screen and command line: by reference, never by name."""

from collections.abc import Sequence
from datetime import date

from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.people.people import people, person
from workforce.iwork.profile.adjustments import Adjustment, adjustments
from workforce.iwork.profile.checks import check_sentences, standing
from workforce.iwork.profile.contradictions import contradictions, missing
from workforce.iwork.profile.tasks import Task, tasks
from workforce.iwork.profile.whole import WholeProfile, whole_profile
from workforce.iwork.times import hours_said
from workforce.iwork.vocabulary import BuddyNeed, Need, Sense, TaskWish
from workforce.iwork.weeks import week_said

_WORDS = (Column("name", "Name", width=232), Column("easy", "In easy words", width=240))
_AREA = Column("area", "Area", width=112)
_STATE = Column("state", "State", ColumnKind.STATUS, width=96)
_SAID = (Column("part", "Part", width=170), Column("said", "What is said", width=520))


def _state(one: Task | Adjustment) -> str:
    return "Archived" if one.archived_on else "Current"


def tasks_table(vault: Database, *, archived: bool = True) -> tuple[Table, list[str]]:
    """All tasks, and their keys."""
    some = tasks(vault, archived=archived)
    rows: list[tuple[Cell, ...]] = [(one.name, one.easy, one.area, _state(one)) for one in some]
    return Table("Tasks", (*_WORDS, _AREA, _STATE), rows), [one.id for one in some]


def adjustments_table(vault: Database, *, archived: bool = True) -> tuple[Table, list[str]]:
    """All adjustments, and their keys."""
    some = adjustments(vault, archived=archived)
    rows: list[tuple[Cell, ...]] = [(one.name, one.easy, _state(one)) for one in some]
    return Table("Adjustments", (*_WORDS, _STATE), rows), [one.id for one in some]


def profile_table(vault: Database, person_id: str, *, today: date) -> Table:
    """One profile, a line for each part of it that says something."""
    whole = whole_profile(vault, person_id)
    rows = [row for row in _said(whole, today) if row[1]]
    notes = (
        *contradictions(whole, today=today), *(f"Still to ask: {one.question}" for one in missing(whole))
    )  # fmt: skip
    title = f"Profile of {person(vault, person_id).told}"
    return Table(title, _SAID, rows, as_at=today, notes=notes, exempt=IDENTITY)


def _said(whole: WholeProfile, today: date) -> list[tuple[str, str]]:
    held = whole.profile
    levels = [(sense.label, level.label) for sense in Sense if (level := held.level(sense)) is not None]
    buddy = "" if held.buddy is BuddyNeed.NOT_ASKED else held.buddy.label
    return [
        ("Strengths", held.strengths), ("Interests", held.interests), ("Experience", held.experience),
        ("What they hope for", held.wishes), ("How best to communicate", held.communication),
        *((wish.label, and_list([one.task.name for one in whole.wished(wish)])) for wish in TaskWish),
        ("Done before", and_list([one.task.name for one in whole.tasks if one.done_before])),
        *((f"{sense}, at most", level) for sense, level in levels),
        ("Hours a week wanted", hours_said(held.minutes_wanted)),
        ("Hours a week at most", hours_said(held.minutes_most)),
        ("Can work", week_said(whole.week)),
        ("Ready from", held.ready_from.isoformat() if held.ready_from else ""),
        *((way.mode.label, ", ".join(part for part in (way.most_said or "without a most", way.note) if part))
          for way in whole.ways),
        ("A colleague beside them", buddy),
        *((need.label, and_list([one.adjustment.name for one in whole.needed(need)])) for need in Need),
        ("Support at work", held.support_at_work),
        *((one.kind.label, standing(one, today).value) for one in whole.checks),
        *((f"Meeting of {one.met_on.isoformat()}", one.covered) for one in whole.meetings),
    ]  # fmt: skip


_PROFILES = (
    Column("reference", "Reference", width=92),
    Column("initials", "Initials", width=70),
    Column("wanted", "Hours wanted", width=80),
    Column("most", "Hours at most", width=80),
    Column("week", "Can work", width=260),
    Column("likes", "Tasks liked or to be tried", ColumnKind.NUMBER, width=90),
    Column("avoid", "To avoid", ColumnKind.NUMBER, width=70),
    Column("ask", "Still to ask", ColumnKind.NUMBER, width=80),
    Column("torn", "To ask again", ColumnKind.NUMBER, width=80),
    Column("checks", "Checks", width=200),
    Column("ready_from", "Ready from", ColumnKind.DATE, width=104),
)


def profiles_table(vault: Database, *, today: date) -> Table:
    """How far the profile of everybody current has come."""
    rows: list[Sequence[Cell]] = []
    for one in people(vault):
        whole = whole_profile(vault, one.id)
        rows.append((one.reference, one.initials, *_standing(whole, today)))
    return Table("Profiles", _PROFILES, [tuple(row) for row in rows], as_at=today, exempt=IDENTITY)


def _standing(whole: WholeProfile, today: date) -> tuple[Cell, ...]:
    held = whole.profile
    return (
        hours_said(held.minutes_wanted), hours_said(held.minutes_most), week_said(whole.week),
        len(whole.wished(TaskWish.LIKES)) + len(whole.wished(TaskWish.WOULD_TRY)),
        len(whole.wished(TaskWish.AVOID)), len(missing(whole)), len(contradictions(whole, today=today)),
        " ".join(check_sentences(whole.checks, today)),
        held.ready_from.isoformat() if held.ready_from else None,
    )  # fmt: skip
