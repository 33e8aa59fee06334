"""Surveys: most teams have one, the recruitment survey, and ask it again."""

from dataclasses import dataclass
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.wording import lower_first
from workforce.survey.action_plan.practices import add_shipped_practices
from workforce.survey.questionnaire.shipped import add_shipped_questions

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

RECRUITMENT_SURVEY = "Recruitment survey"
_PURPOSE = "How care providers recruit and keep staff: a baseline, and what changed since."


def start_survey(db: Database) -> Survey:
    """The recruitment survey with the questionnaire and the practices that come ready."""
    with change(db, f"Started the {lower_first(RECRUITMENT_SURVEY)}"):
        started = add_survey(db, RECRUITMENT_SURVEY, purpose=_PURPOSE)
        add_shipped_questions(db, started.id)
        add_shipped_practices(db, started.id)
    return started


def add_survey(db: Database, name: str, *, purpose: str = "") -> Survey:
    """A survey without a question yet."""
    name = " ".join(name.split())
    if not name:
        raise FieldProblem("name", "A survey needs a name. Type one, such as “Recruitment survey”.")
    if db.value("select 1 from survey where name = ? and archived_on is null", (name,)):
        raise FieldProblem("name", f"There is a survey called “{name}” already. Give this one another name.")
    key = new_key()
    with change(db, f"Added the survey {name}"):
        db.insert_row("survey", {"id": key, "name": name, "purpose": purpose.strip()})
    return survey(db, key)
