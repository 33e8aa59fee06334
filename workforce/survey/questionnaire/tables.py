"""The questionnaire as a table."""

from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.survey.questionnaire.questions import Question, questions
from workforce.survey.surveys import survey

COLUMNS = (
    Column("number", "No.", ColumnKind.NUMBER, 48),
    Column("wording", "Question", width=330),
    Column("topic", "Topic", width=150),
    Column("kind", "Answered by", width=144),
    Column("options", "Options", ColumnKind.NUMBER, 76),
    Column("role", "Measures", width=170),
    Column("waves", "Asked in", width=130),
    Column("state", "State", ColumnKind.STATUS, 84),
)
ASKED_NOW, RETIRED = "Asked", "Retired"


def question_rows(db: Database, survey_id: str) -> dict[str, tuple[Cell, ...]]:
    """A row for each question by its key, retired ones last; numbered as they are asked."""
    held = questions(db, survey_id, retired=True)
    waves = waves_asking(db, survey_id)
    rows: dict[str, tuple[Cell, ...]] = {}
    for number, one in enumerate((one for one in held if one.retired_on is None), 1):
        rows[one.id] = (number, *_cells(one, waves.get(one.id, ())), ASKED_NOW)
    for one in held:
        if one.retired_on is not None:
            rows[one.id] = (None, *_cells(one, waves.get(one.id, ())), RETIRED)
    return rows


def _cells(one: Question, waves: tuple[str, ...]) -> tuple[Cell, ...]:
    role = one.role.label if one.role else ""
    return one.wording, one.topic.label, one.kind.label, len(one.offered) or None, role, ", ".join(waves)


def waves_asking(db: Database, survey_id: str) -> dict[str, tuple[str, ...]]:
    """The names of the waves that asked each question, the first one first."""
    found: dict[str, tuple[str, ...]] = {}
    for question_id, name in db.rows(
        """select question_id, survey_wave.name from survey_asked join survey_wave on survey_wave.id = wave_id
        where survey_id = ? and archived_on is null order by opens_on, survey_wave.id""",
        (survey_id,),
    ):
        found[question_id] = (*found.get(question_id, ()), name)
    return found


def questionnaire_table(db: Database, survey_id: str, *, retired: bool = False) -> Table:
    """Every question that is asked; retired ones too where they are asked for."""
    rows = list(question_rows(db, survey_id).values())
    kept = rows if retired else [row for row in rows if row[-1] == ASKED_NOW]
    return Table(
        f"Questionnaire of the {survey(db, survey_id).name}",
        COLUMNS,
        kept,
        base=f"{count_of(len(kept), 'question')}.",
    )
