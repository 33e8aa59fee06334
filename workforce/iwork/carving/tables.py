"""A team’s day as a table, for the screen and the command line alike. It speaks of tasks, and of nobody."""

from collections.abc import Collection

from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import lower_first
from workforce.iwork.carving.day import Laid, made_of
from workforce.iwork.carving.team_tasks import team_day
from workforce.iwork.carving.teams import Team, teams
from workforce.iwork.employers.employers import employer
from workforce.iwork.times import span_said

CHOSEN, WITH_TEAM = "In the new post", "With the team"
DAY_COLUMNS = (
    Column("when", "When", width=145),
    Column("task", "Task", width=128),
    Column("standing", "Where", ColumnKind.STATUS, width=120),
    Column("minutes", "Minutes", ColumnKind.NUMBER, width=70),
    Column("by", "Done now by", width=125),
    Column("moves", "May move", ColumnKind.FLAG, width=88),
)
TEAM_COLUMNS = (
    Column("employer", "Employer", width=220),
    Column("team", "Team", width=160),
    Column("day", "Day", width=100),
    Column("hours", "From and until", width=140),
    Column("tasks", "Tasks", ColumnKind.NUMBER, width=70),
    Column("carved", "In posts", ColumnKind.NUMBER, width=76),
)


def team_named(vault: Database, held: Team) -> str:
    """“Rosewood House: Kitchen, Monday”."""
    day = lower_first(held.day) if held.weekday is None else held.day
    return f"{employer(vault, held.employer_id).name}: {held.name}, {day}"


def standing(one: Laid, chosen: Collection[str] = ()) -> str:
    """Where a task is: with the team, in a post, or chosen for a new one."""
    return one.post or (CHOSEN if one.key in chosen else WITH_TEAM)


def day_row(one: Laid, chosen: Collection[str] = ()) -> tuple[Cell, ...]:
    """One task."""
    return one.when, one.name, standing(one, chosen), one.minutes, one.done_by, int(one.may_move)


def day_table(vault: Database, held: Team) -> Table:
    """All tasks of a team’s day in order; beneath, what each post from it comes to."""
    laid = team_day(vault, held.id)
    notes = []
    for reference in dict.fromkeys(one.post for one in laid if one.post):
        made = made_of(one for one in laid if one.post == reference)
        notes.append(f"{reference}: {' '.join(made.sentences)}")
    return Table(team_named(vault, held), DAY_COLUMNS, [day_row(one) for one in laid], notes=tuple(notes))


def teams_table(vault: Database) -> Table:
    """All teams whose day is laid out."""
    rows: list[tuple[Cell, ...]] = []
    for held in teams(vault):
        laid = team_day(vault, held.id)
        rows.append((
            employer(vault, held.employer_id).name, held.name, held.day, span_said(held.day_from, held.day_until),
            len(laid), sum(bool(one.post) for one in laid),
        ))  # fmt: skip
    return Table("Teams", TEAM_COLUMNS, rows)
