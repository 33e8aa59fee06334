"""Posts as tables, for the screen and the command line."""

from collections.abc import Sequence

from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.words import sql_labels
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.posts.moving import filled_places, post_steps_of, taken_places
from workforce.iwork.posts.offers import PostOffer, offers_of
from workforce.iwork.posts.post_checks import post_checks_of
from workforce.iwork.posts.post_reading import post_as_held
from workforce.iwork.posts.post_tasks import PostTask, post_tasks_of
from workforce.iwork.posts.posts import Post, posts_of
from workforce.iwork.posts.readiness import doubts, lacks, stands_in_the_way
from workforce.iwork.posts.shifts import shifts_said
from workforce.iwork.references import sql_person_reference
from workforce.iwork.times import day_said, span_said
from workforce.iwork.vocabulary import PostStatus, Stage

_POSTS = (
    Column("reference", "Reference", width=92),
    Column("title", "Post", width=220),
    Column("employer", "Employer", width=200),
    Column("status", "Status", ColumnKind.STATUS, width=116),
    Column("places", "Places", width=70),
    Column("taken", "Spoken for", ColumnKind.NUMBER, width=76),
    Column("filled", "Filled", ColumnKind.NUMBER, width=66),
    Column("hours", "Hours a week", width=96),
    Column("shifts", "Shifts", width=240),
    Column("pay", "Pay an hour", ColumnKind.MONEY, width=90),
    Column("start_on", "Starts", ColumnKind.DATE, width=104),
    Column("lacking", "What it lacks", width=300),
)


def posts_table(vault: Database, some: Sequence[Post]) -> Table:
    """These posts, each with what it lacks before people can be matched to it."""
    names = dict(vault.rows("select id, name from employer"))
    rows = [_post_row(vault, one, str(names[one.employer_id])) for one in some]
    return Table("Posts", _POSTS, rows, exempt=IDENTITY)


def _post_row(vault: Database, one: Post, employer: str) -> tuple[Cell, ...]:
    held = post_as_held(vault, one.id)
    return (
        one.reference, one.title, employer, one.status.label, one.places_said, taken_places(vault, one.id),
        filled_places(vault, one.id), one.hours_said, shifts_said(vault, one.id), one.pence_hour,
        one.start_on.isoformat() if one.start_on else None, " ".join(lacks(held)),
    )  # fmt: skip


_BRIEF = (
    Column("reference", "Reference", width=88),
    Column("title", "Post", width=134),
    Column("status", "Status", ColumnKind.STATUS, width=98),
    Column("places", "Places", width=64),
)


def posts_brief(vault: Database, employer_id: str) -> tuple[Table, list[str]]:
    """The posts of an employer in few words, with the keys."""
    held = posts_of(vault, employer_id)
    rows = [(one.reference, one.title, one.status.label, one.places_said) for one in held]
    return Table("Posts", _BRIEF, rows), [one.id for one in held]


def said_of(vault: Database, key: str) -> tuple[str, ...]:
    """What stands in the way of matching, what is lacking and what does not go together."""
    held = post_as_held(vault, key)
    return tuple(one for one in (stands_in_the_way(held), *lacks(held), *doubts(held)) if one)


_TASKS = (
    Column("task", "Task", width=150),
    Column("when", "When", width=100),
    Column("core", "Needed", ColumnKind.FLAG, width=72),
)


def tasks_table(vault: Database, post_id: str) -> tuple[Table, list[str]]:
    """The tasks of a post, with their keys."""
    names = dict(vault.rows("select id, name from task"))
    held = post_tasks_of(vault, post_id)
    rows = [(names[one.task_id], when_said(one), one.core) for one in held]
    return Table("Tasks", _TASKS, rows), [one.id for one in held]


def when_said(one: PostTask) -> str:
    """“Monday, midday to 12:30pm”, or at no set time."""
    day = day_said(one.weekday) if one.weekday is not None else ""
    if one.from_minute is None or one.until_minute is None:
        return f"{day}, no set time" if day else "No set time"
    times = span_said(one.from_minute, one.until_minute)
    return f"{day}, {times}" if day else times


def checks_said(vault: Database, post_id: str) -> list[tuple[str, str]]:
    """Each check that a post asks for, and by when."""
    return [(one.kind.label, one.needed.label) for one in post_checks_of(vault, post_id)]


def offers_said(vault: Database, post_id: str) -> list[tuple[str, str]]:
    """Each adjustment that was asked about, and what the employer said."""
    names = dict(vault.rows("select id, name from adjustment"))
    held: list[PostOffer] = offers_of(vault, post_id)
    return [(str(names[one.adjustment_id]), one.offer.label) for one in held]


_STEPS = (
    Column("done_on", "Date", ColumnKind.DATE, width=104),
    Column("to", "To", ColumnKind.STATUS, width=112),
    Column("by", "By", width=100),
    Column("reason", "Why", width=180),
)


def steps_table(vault: Database, post_id: str) -> Table:
    """How a post came to stand where it does, the latest first."""
    rows = [
        (one.done_on.isoformat(), one.to_status.label, one.by, one.reason)
        for one in post_steps_of(vault, post_id)
    ]
    return Table("Steps", _STEPS, rows[::-1])


_PEOPLE = (
    Column("reference", "Reference", width=84),
    Column("stage", "Stage", ColumnKind.STATUS, width=128),
    Column("began_on", "Begun", ColumnKind.DATE, width=104),
)


def people_table(vault: Database, post_id: str) -> tuple[Table, list[str]]:
    """Who is matched to a post or works there, by reference, with the keys of their placements."""
    rows = vault.rows(
        f"""select placement.id, {sql_person_reference()}, {sql_labels("placement.stage", Stage)}, began_on
        from placement join person on person.id = placement.person_id
        where post_id = ? and person.purge_asked_at is null
        order by ended_on is not null, began_on desc, placement.id""",
        (post_id,),
    )
    table = Table("People", _PEOPLE, [row[1:] for row in rows], exempt=IDENTITY)
    return table, [row[0] for row in rows]


def people_of(vault: Database, post_id: str) -> list[str]:
    """The keys of those whom `people_table` tells."""
    _, placements = people_table(vault, post_id)
    marks = ", ".join("?" * len(placements))
    rows = vault.rows(f"select distinct person_id from placement where id in ({marks})", placements)
    return [str(row[0]) for row in rows]


OPEN_STATUSES = tuple(one for one in PostStatus if one not in (PostStatus.CLOSED, PostStatus.WITHDRAWN))
"""Of posts that are not over."""
