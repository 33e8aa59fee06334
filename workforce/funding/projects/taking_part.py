"""Who takes part in a project, and how far each has come with the Data Security and Protection Toolkit (DSPT).

A level holds from the day on which it was reached until the next one; before the first, nothing was started.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from engagement.register.providers import provider
from engagement.register.services import service
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from workforce.funding.projects.checks import has_come, in_order
from workforce.funding.projects.projects import project
from workforce.funding.projects.rows import cells_of, columns_of, draft_of, row_as
from workforce.funding.vocabulary import DsptLevel


@dataclass(frozen=True)
class TakingPartDraft:
    """Who takes part; `service_id` is None where the provider as a whole does."""

    provider_id: str
    joined_on: date
    service_id: str | None = None
    left_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class TakingPart:
    """A provider in a project, with its name and its service's."""

    id: str
    project_id: str
    provider_id: str
    service_id: str | None
    joined_on: date
    left_on: date | None
    note: str
    provider: str
    service: str

    @property
    def name(self) -> str:
        """The service, or the provider where it is the whole of it."""
        return self.service or self.provider

    def holds_on(self, day: date) -> bool:
        """Whether it takes part on a day; on the day on which it leaves it does no more."""
        return self.joined_on <= day and (self.left_on is None or day < self.left_on)

    def draft(self) -> TakingPartDraft:
        """As it would be entered."""
        return draft_of(TakingPartDraft, self)


@dataclass(frozen=True)
class Level:
    """A level of the DSPT that was reached."""

    id: str
    project_provider_id: str
    level: DsptLevel
    reached_on: date
    note: str


@dataclass(frozen=True)
class Standing:
    """Where a provider stands on a day; `since` is None where nothing was started."""

    part: TakingPart
    level: DsptLevel
    since: date | None


_SELECT = """select p.id, project_id, p.provider_id, p.service_id, joined_on, left_on, p.note, provider.name,
    coalesce(service.name, '') from project_provider p join provider on provider.id = p.provider_id
    left join service on service.id = p.service_id"""


def taking_part(db: Database, key: str) -> TakingPart:
    """One by its key."""
    row = db.row(f"{_SELECT} where p.id = ?", (key,))
    if row is None:
        raise LookupError(f"nobody takes part as {key}")
    return row_as(TakingPart, row)


def taking_part_in(db: Database, project_id: str) -> list[TakingPart]:
    """All of a project, also those that left, by name."""
    rows = db.rows(f"{_SELECT} where project_id = ?", (project_id,))
    return sorted((row_as(TakingPart, row) for row in rows), key=lambda one: (one.name.casefold(), one.id))


def level(db: Database, key: str) -> Level:
    """One by its key."""
    row = db.row(f"select {columns_of(Level)} from project_level where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no level {key}")
    return row_as(Level, row)


def levels_of(db: Database, part_id: str) -> list[Level]:
    """What a provider reached, the newest first."""
    rows = db.rows(
        f"""select {columns_of(Level)} from project_level where project_provider_id = ?
        order by reached_on desc, id desc""",
        (part_id,),
    )
    return [row_as(Level, row) for row in rows]


def level_on(levels: Iterable[Level], day: date) -> Level | None:
    """The one that holds on a day: of those reached by then the last. Pure."""
    reached = [one for one in levels if one.reached_on <= day]
    return max(reached, key=lambda one: (one.reached_on, one.id), default=None)


def standings(db: Database, project_id: str, on: date) -> list[Standing]:
    """Where everybody stands who takes part on a day."""
    rows = db.rows(
        f"""select {columns_of(Level, "l")} from project_level l join project_provider p
        on p.id = project_provider_id where project_id = ?""",
        (project_id,),
    )
    levels = [row_as(Level, row) for row in rows]
    found = []
    for part in taking_part_in(db, project_id):
        if part.holds_on(on):
            held = level_on((one for one in levels if one.project_provider_id == part.id), on)
            found.append(
                Standing(
                    part, held.level if held else DsptLevel.NOT_STARTED, held.reached_on if held else None
                )
            )
    return found


def level_counts(found: Sequence[Standing]) -> dict[DsptLevel, int]:
    """How many stand at each level, those that nobody stands at too. Pure."""
    return {one: sum(standing.level is one for standing in found) for one in DsptLevel}


# --- the verbs --------------------------------------------------------------------------------------------------


def add_taking_part(db: Database, project_id: str, draft: TakingPartDraft, *, today: date) -> TakingPart:
    """Somebody joins a project."""
    held = project(db, project_id)
    cells, key = _cells(db, project_id, draft, "", today), new_key()
    with change(db, f"Added {_name(db, draft)} to {held.name}"):
        db.insert_row("project_provider", {"id": key, "project_id": project_id, **cells})
    return taking_part(db, key)


def edit_taking_part(db: Database, key: str, draft: TakingPartDraft, *, today: date) -> TakingPart:
    """Put right who takes part and from when, or say when they left."""
    held = taking_part(db, key)
    cells = _cells(db, held.project_id, draft, key, today)
    with change(db, f"Changed how {held.name} takes part in {project(db, held.project_id).name}"):
        db.update_row("project_provider", key, cells)
    return taking_part(db, key)


def remove_taking_part(db: Database, key: str) -> None:
    """It was entered by mistake; its levels go with it. Who leaves is given a day instead."""
    held = taking_part(db, key)
    with change(db, f"Removed {held.name} from {project(db, held.project_id).name}"):
        for one in levels_of(db, key):
            db.delete_row("project_level", one.id)
        db.delete_row("project_provider", key)


def record_level(
    db: Database, part_id: str, reached: DsptLevel, on: date, *, today: date, note: str = ""
) -> Level:
    """A level was reached; one kept of the same day is put right."""
    held = taking_part(db, part_id)
    if not project(db, held.project_id).tracks_dspt:
        raise Problem(
            f"{project(db, held.project_id).name} does not follow the DSPT. Say so under “Change project” first."
        )
    has_come("reached_on", on, today, "Reached")
    same = next((one for one in levels_of(db, part_id) if one.reached_on == on), None)
    cells: dict[str, Cell] = {"level": reached.value, "reached_on": on.isoformat(), "note": note.strip()}
    with change(db, f"Recorded “{reached.label}” of {held.name}"):
        key = same.id if same else new_key()
        if same:
            db.update_row("project_level", key, cells)
        else:
            db.insert_row("project_level", {"id": key, "project_provider_id": part_id, **cells})
    return level(db, key)


def remove_level(db: Database, key: str) -> None:
    """It was entered by mistake."""
    held = level(db, key)
    name = taking_part(db, held.project_provider_id).name
    with change(db, f"Removed “{held.level.label}” of {name}"):
        db.delete_row("project_level", key)


def _cells(db: Database, project_id: str, draft: TakingPartDraft, key: str, today: date) -> dict[str, Cell]:
    if not draft.provider_id:
        raise FieldProblem("provider_id", "No provider is chosen. Choose who takes part.")
    of = draft.service_id or None
    if of is not None and service(db, of).provider_id != draft.provider_id:
        raise FieldProblem(
            "service_id", "This service is another provider’s. Choose one of the provider’s own."
        )
    in_order("left_on", draft.joined_on, draft.left_on, "Left", "the day on which it joined")
    has_come("left_on", draft.left_on, today, "Left")
    twice = db.value(
        """select exists (select 1 from project_provider where project_id = ? and provider_id = ?
        and service_id is ? and id <> ?)""",
        (project_id, draft.provider_id, of, key),
    )
    if twice:
        raise FieldProblem(
            "provider_id", f"{_name(db, draft)} is in this project already. Change that entry instead."
        )
    return {**cells_of(draft), "service_id": of}


def _name(db: Database, draft: TakingPartDraft) -> str:
    return service(db, draft.service_id).name if draft.service_id else provider(db, draft.provider_id).name
