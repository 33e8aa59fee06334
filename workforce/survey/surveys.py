"""Surveys: most teams have one, the recruitment survey, and ask it again."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.tables import Cell

_COLUMNS = "id, name, purpose, archived_on"


@dataclass(frozen=True)
class Survey:
    """A questionnaire with its waves."""

    id: str
    name: str
    purpose: str = ""
    archived_on: str | None = None


def _survey(row: tuple[Any, ...]) -> Survey:
    return Survey(*row)


def surveys(db: Database, *, archived: bool = False) -> list[Survey]:
    """All that are not archived, the one with the latest wave first."""
    kept = "" if archived else "where archived_on is null"
    return [
        _survey(row)
        for row in db.rows(
            f"""select {_COLUMNS} from survey {kept} order by coalesce(
                (select max(opens_on) from survey_wave where survey_id = survey.id), '') desc, name, id"""
        )
    ]


def survey(db: Database, key: str) -> Survey:
    """One by its key."""
    row = db.row(f"select {_COLUMNS} from survey where id = ?", (key,))
    if row is None:
        raise LookupError(f"no survey {key}")
    return _survey(row)


# --- verbs ----------------------------------------------------------------------------------------------------


def add_survey(db: Database, name: str, *, purpose: str = "") -> Survey:
    """A survey without a question yet."""
    name = _checked_name(db, name)
    key = new_key()
    with change(db, f"Added the survey {name}"):
        db.insert_row("survey", {"id": key, "name": name, "purpose": purpose.strip()})
    return survey(db, key)


def edit_survey(db: Database, key: str, *, name: str | None = None, purpose: str | None = None) -> Survey:
    """Change what is given and leave the rest."""
    held = survey(db, key)
    cells: dict[str, Cell] = {}
    if name is not None:
        cells["name"] = _checked_name(db, name, but=key)
    if purpose is not None:
        cells["purpose"] = purpose.strip()
    with change(db, f"Changed the survey {cells.get('name', held.name)}"):
        db.update_row("survey", key, cells)
    return survey(db, key)


def archive_survey(db: Database, key: str, *, today: date) -> Survey:
    """Put a survey away with its waves and answers; nothing of it is lost."""
    held = survey(db, key)
    with change(db, f"Archived the survey {held.name}"):
        db.update_row("survey", key, {"archived_on": today.isoformat()})
    return survey(db, key)


def restore_survey(db: Database, key: str) -> Survey:
    """Bring an archived survey back, where no other has its name since."""
    held = survey(db, key)
    _checked_name(db, held.name, but=key)
    with change(db, f"Restored the survey {held.name}"):
        db.update_row("survey", key, {"archived_on": None})
    return survey(db, key)


def _checked_name(db: Database, name: str, *, but: str = "") -> str:
    name = " ".join(name.split())
    if not name:
        raise FieldProblem("name", "A survey needs a name. Type one, such as “Recruitment survey”.")
    if any(one.name.casefold() == name.casefold() and one.id != but for one in surveys(db)):
        raise FieldProblem("name", f"There is a survey called “{name}” already. Give this one another name.")
    return name
