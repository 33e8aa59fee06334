"""Whether a question that changed between two waves may be compared all the same: decided by a person."""

from datetime import datetime

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import instant_text, shortened
from workforce.survey.questionnaire.matching import Decision, Match, QuestionMatch, match_waves
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.waves import wave


def matches(db: Database, earlier_wave_id: str, later_wave_id: str) -> list[QuestionMatch]:
    """What became of each question between two waves, with what was decided."""
    return match_waves(
        asked_of_wave(db, earlier_wave_id),
        asked_of_wave(db, later_wave_id),
        decisions(db, earlier_wave_id, later_wave_id),
    )


def decisions(db: Database, earlier_wave_id: str, later_wave_id: str) -> dict[str, Decision]:
    """What was decided between two waves, by question."""
    rows = db.rows(
        """select question_id, comparable, reason, decided_by, decided_at from survey_comparability
        where earlier_wave_id = ? and later_wave_id = ?""",
        (earlier_wave_id, later_wave_id),
    )
    return {key: Decision(bool(comparable), *told) for key, comparable, *told in rows}


def decide(
    db: Database,
    question_id: str,
    earlier_wave_id: str,
    later_wave_id: str,
    comparable: bool,
    reason: str,
    now: datetime,
) -> QuestionMatch:
    """Say whether a question's figures may be compared between two waves, and why; a later word takes its place.

    To compare what changed needs a reason, which is printed beside the figures.
    """
    found = _match(db, question_id, earlier_wave_id, later_wave_id)
    told = " ".join(reason.split())
    if not found.can_be_decided:
        raise Problem(
            f"“{shortened(found.wording)}” was asked in one of the two waves only, so there is nothing to compare."
            if not found.match.is_in_both
            else f"“{shortened(found.wording)}” is kept as two questions, so it cannot be compared."
        )
    if comparable and found.match is not Match.SAME and not told:
        raise FieldProblem(
            "reason",
            "To compare a question that changed needs a reason, which stands beside the figures. Write one.",
        )
    cells: dict[str, Cell] = {
        "comparable": int(comparable), "reason": told, "decided_by": db.who, "decided_at": instant_text(now),
    }  # fmt: skip
    key = _row(db, question_id, earlier_wave_id, later_wave_id)
    what = "comparable" if comparable else "a break"
    with change(db, f"Called “{shortened(found.wording)}” {what}"):
        if key:
            db.update_row("survey_comparability", key, cells)
        else:
            between = {"earlier_wave_id": earlier_wave_id, "later_wave_id": later_wave_id}
            db.insert_row(
                "survey_comparability", {"id": new_key(), "question_id": question_id, **between, **cells}
            )
    return _match(db, question_id, earlier_wave_id, later_wave_id)


def leave_undecided(
    db: Database, question_id: str, earlier_wave_id: str, later_wave_id: str
) -> QuestionMatch:
    """Take back what was decided."""
    key = _row(db, question_id, earlier_wave_id, later_wave_id)
    found = _match(db, question_id, earlier_wave_id, later_wave_id)
    if not key:
        return found
    with change(db, f"Left open whether “{shortened(found.wording)}” is comparable"):
        db.delete_row("survey_comparability", key)
    return _match(db, question_id, earlier_wave_id, later_wave_id)


def _match(db: Database, question_id: str, earlier_wave_id: str, later_wave_id: str) -> QuestionMatch:
    found = next(
        (one for one in matches(db, earlier_wave_id, later_wave_id) if one.question == question_id), None
    )
    if found is None:
        names = f"{wave(db, earlier_wave_id).name} and {wave(db, later_wave_id).name}"
        raise LookupError(f"question {question_id} is asked in neither of {names}")
    return found


def _row(db: Database, question_id: str, earlier_wave_id: str, later_wave_id: str) -> str | None:
    found = db.value(
        """select id from survey_comparability
        where question_id = ? and earlier_wave_id = ? and later_wave_id = ?""",
        (question_id, earlier_wave_id, later_wave_id),
    )
    return str(found) if found else None
