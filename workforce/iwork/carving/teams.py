"""Teams of an employer whose day is laid out, task by task."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.tables import Cell
from resources.words import plain
from workforce.iwork.employers.employers import employer
from workforce.iwork.times import DAY, clock_said, day_said


class NewTeam(TypedDict, total=False):
    """What can be said of a team’s day. No weekday: every day is much alike."""

    weekday: int | None
    day_from: int
    day_until: int
    note: str


class TeamFacts(NewTeam, total=False):
    """What can be put right of one."""

    name: str


@dataclass(frozen=True)
class Team:
    """A team’s day: from when until when it is drawn."""

    id: str
    employer_id: str
    name: str
    weekday: int | None
    day_from: int
    day_until: int
    note: str

    @property
    def day(self) -> str:
        """“Monday”, or that every day is much alike."""
        return "Any day" if self.weekday is None else day_said(self.weekday)


_COLUMNS = columns_of(Team)


def team(vault: Database, key: str) -> Team:
    """The team with this key."""
    row = vault.row(f"select {_COLUMNS} from carving_team where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no team {key}")
    return made(Team, row)


def is_team(vault: Database, key: str) -> bool:
    """Whether the key is a team’s."""
    return bool(vault.value("select exists (select 1 from carving_team where id = ?)", (key,)))


def teams(vault: Database) -> list[Team]:
    """All teams, by employer and name."""
    columns = ", ".join(f"carving_team.{name.strip()}" for name in _COLUMNS.split(","))
    rows = vault.rows(
        f"""select {columns} from carving_team join employer on employer.id = carving_team.employer_id
        order by employer.name collate nocase, carving_team.name collate nocase, weekday, carving_team.id"""
    )
    return [made(Team, row) for row in rows]


def teams_of(vault: Database, employer_id: str) -> list[Team]:
    """The teams of one employer."""
    return [one for one in teams(vault) if one.employer_id == employer_id]


def team_by_name(vault: Database, text: str) -> Team:
    """The one team that has all the words typed in its name, employer or day; Problem where it is none or several."""
    wanted = plain(text).split()
    found = []
    for one in teams(vault):
        said = plain(f"{employer(vault, one.employer_id).name} {one.name} {one.day}").split()
        if one.id == text or (wanted and all(word in said for word in wanted)):
            found.append(one)
    if len(found) == 1:
        return found[0]
    names = tuple(f"{employer(vault, one.employer_id).name}: {one.name}, {one.day}" for one in found)
    if found:
        raise Problem(
            f"“{text.strip()}” may be any of {len(found)} teams. Say more words of one.", details=names
        )
    raise Problem(f"No team is called “{text.strip()}”. “provider-desk iwork-carve” lists those there are.")


def add_team(vault: Database, employer_id: str, name: str, **given: Unpack[NewTeam]) -> Team:
    """Begin to lay out a team’s day."""
    owner, key = employer(vault, employer_id), new_key()
    facts: TeamFacts = {"day_from": 7 * 60, "day_until": 20 * 60, **given, "name": name}
    cells = _checked(facts, 7 * 60, 20 * 60)
    with change(vault, f"Added the team {cells['name']} at {owner.name}"):
        vault.insert_row("carving_team", {"id": key, "employer_id": employer_id, **cells})
    return team(vault, key)


def edit_team(vault: Database, key: str, **given: Unpack[TeamFacts]) -> Team:
    """Put right what is given and leave the rest."""
    held = team(vault, key)
    cells = _checked(given, held.day_from, held.day_until)
    with change(vault, f"Changed the team {cells.get('name', held.name)}"):
        vault.update_row("carving_team", key, cells)
    return team(vault, key)


def remove_team(vault: Database, key: str) -> None:
    """With its tasks; refused where a post was carved from it."""
    held = team(vault, key)
    carved = vault.value(
        "select count(*) from carving_task where team_id = ? and post_id is not null", (key,)
    )
    if carved:
        raise Problem(
            f"{held.name} has tasks that went into a post ({carved}). Take them back first, or keep the team."
        )
    with change(vault, f"Removed the team {held.name}"):
        for (task,) in vault.rows("select id from carving_task where team_id = ?", (key,)):
            vault.delete_row("carving_task", task)
        vault.delete_row("carving_team", key)


def _checked(given: Mapping[str, Any], day_from: int, day_until: int) -> dict[str, Cell]:
    cells = cells_of(given)
    if "name" in cells:
        refuse_empty(
            "name", cells["name"], "Team: nothing is written. Say which team it is, such as “Kitchen”."
        )
    begins, ends = given.get("day_from", day_from), given.get("day_until", day_until)
    if not 0 <= begins < ends <= DAY:
        raise FieldProblem(
            "day_until",
            f"The day ends: {clock_said(ends)} is not after {clock_said(begins)}, when it begins. Change one.",
        )
    return cells
