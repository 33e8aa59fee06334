"""What words in answers were decided to mean: read for the next file, and kept within a change."""

from collections.abc import Iterable, Mapping

from resources.database import Database, new_key
from resources.tables import Cell
from workforce.survey.answers.read_answer import Known
from workforce.survey.vocabulary import AnswerState


def known_words(db: Database, question_ids: Iterable[str]) -> dict[str, dict[str, Known]]:
    """By question, what is known by the key of the words."""
    wanted = set(question_ids)
    found: dict[str, dict[str, Known]] = {}
    for question, key, option, state, low, high in db.rows(
        "select question_id, said_key, option_id, state, low, high from survey_known_answer"
    ):
        if question in wanted:
            known = Known(option, AnswerState(state) if state else None, low, high)
            found.setdefault(question, {})[key] = known
    return found


def remember_words(db: Database, question_id: str, decided: Mapping[str, tuple[str, Known]]) -> None:
    """Keep what words mean, by their key with the words themselves; what was decided before gives way."""
    rows = db.rows("select said_key, id from survey_known_answer where question_id = ?", (question_id,))
    held = {str(key): str(row) for key, row in rows}
    for key, (said, known) in decided.items():
        cells: dict[str, Cell] = {
            "option_id": known.option_id,
            "state": known.state.value if known.state else None,
            "low": known.low,
            "high": known.high,
        }
        if key in held:
            before = db.row(
                "select option_id, state, low, high from survey_known_answer where id = ?", (held[key],)
            )
            if before != tuple(cells.values()):
                db.update_row("survey_known_answer", held[key], {**cells, "decided_by": db.who})
        else:
            db.insert_row(
                "survey_known_answer",
                {
                    "id": new_key(), "question_id": question_id, "said_key": key, "said": said, **cells,
                    "decided_by": db.who,
                },
            )  # fmt: skip
