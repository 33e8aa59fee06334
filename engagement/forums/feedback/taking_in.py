"""Writing what a forms file brings, after it was looked at: whole, in one change that one undo takes back."""

from datetime import datetime

from engagement.forums.feedback import questions
from engagement.forums.feedback.checking import Checked
from engagement.forums.feedback.mapping import Use, remember
from engagement.forums.feedback.responses import insert_response, next_number, refuse_early
from engagement.forums.feedback.vocabulary import Source
from resources.database import Database, change, new_key
from resources.database.history import ChangedSince, history_position
from resources.problem import Problem
from resources.wording import count_of, instant_text


def take_in(db: Database, found: Checked, *, now: datetime) -> int:
    """Add the new responses, the new questions and what each heading means; returns how many responses were added."""
    if history_position(db) != found.position:
        raise ChangedSince(
            "Something changed after this preview was made, so nothing was taken in. Look at the preview again."
        )
    refuse_early(found.event, now=now)
    if not found.new:
        raise Problem(f"“{found.file.name}” holds no response that could be added. Nothing was changed.")
    name = f"Took in {count_of(len(found.new), 'response')} to {found.event.title}"
    with change(db, name):
        questions.start_questions(db)
        asked = _questions(db, found)
        file_id = _keep_file(db, found, now)
        first = next_number(db, found.event.id)
        for number, one in enumerate(found.new, first):
            answers = {asked[column]: answer for column, answer in one.answers.items()}
            insert_response(
                db, found.event.id, number, answers, source=Source.FILE, participant_id=one.participant_id,
                received_on=one.received_on, file_id=file_id, row_key=one.row_key,
            )  # fmt: skip
        remember(db, found.event.kind, {key: asked.get(key) for key in found.uses})
    return len(found.new)


def _questions(db: Database, found: Checked) -> dict[str, str]:
    """The question that each used column answers; new ones are added."""
    asked = {key: use.question_id for key, use in found.uses.items() if use.use is Use.QUESTION}
    for key in found.created:
        asked[key] = questions.add_question(db, found.asked[key])
    return asked


def _keep_file(db: Database, found: Checked, now: datetime) -> str:
    held = db.value(
        "select id from feedback_file where event_id = ? and sha256 = ?", (found.event.id, found.file.sha256)
    )
    if held:
        return str(held)
    key = new_key()
    db.insert_row(
        "feedback_file",
        {"id": key, "event_id": found.event.id, "name": found.file.name, "sha256": found.file.sha256,
         "taken_in_at": instant_text(now)},
    )  # fmt: skip
    return key
