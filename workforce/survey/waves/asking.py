"""The questions of a wave: taken from the questionnaire, and put right by what was really asked."""

from collections.abc import Iterable, Mapping

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.wording import count_of, shortened
from workforce.survey.questionnaire.questions import Question, question, questions
from workforce.survey.waves.asked import Asked, asked_of_wave
from workforce.survey.waves.waves import answers_in, wave


def take_questions(db: Database, wave_id: str, survey_id: str) -> None:
    """The questions and options as they stand, within a change."""
    for position, one in enumerate(questions(db, survey_id), 1):
        _ask(db, wave_id, one, position)


def ask_as_now(db: Database, wave_id: str) -> list[Asked]:
    """Ask the questions as they stand now, instead of those taken before; refused once there are answers."""
    held = wave(db, wave_id)
    answers = answers_in(db, wave_id)
    if answers:
        raise Problem(
            f"“{held.name}” has {count_of(answers, 'response')}, so its questions stay as they were asked. Put one of "
            "them right by itself, or plan another wave."
        )
    with change(db, f"Took the questions of {held.name} anew"):
        for one in asked_of_wave(db, wave_id):
            _forget(db, one)
        take_questions(db, wave_id, held.survey_id)
    return asked_of_wave(db, wave_id)


def asked(db: Database, wave_id: str, question_id: str) -> Asked:
    """One question as a wave asked it."""
    found = next((one for one in asked_of_wave(db, wave_id) if one.question.id == question_id), None)
    if found is None:
        raise LookupError(f"question {question_id} is not asked in wave {wave_id}")
    return found


def add_asked(db: Database, wave_id: str, question_id: str) -> Asked:
    """Ask one more question in a wave, after the others, with the options it offers now."""
    held, added = wave(db, wave_id), question(db, question_id)
    if added.survey_id != held.survey_id:
        raise Problem(
            f"“{shortened(added.wording)}” belongs to another survey. Add a question to this one first."
        )
    if db.value("select 1 from survey_asked where wave_id = ? and question_id = ?", (wave_id, question_id)):
        raise Problem(f"“{shortened(added.wording)}” is asked in {held.name} already.")
    last = db.value("select max(position) from survey_asked where wave_id = ?", (wave_id,)) or 0
    with change(db, f"Asked “{shortened(added.wording)}” in {held.name}"):
        _ask(db, wave_id, added, int(last) + 1)
    return asked(db, wave_id, question_id)


def set_asked_wording(db: Database, wave_id: str, question_id: str, wording: str) -> Asked:
    """Put right in which words a wave asked a question; the questionnaire stays as it is."""
    held = asked(db, wave_id, question_id)
    words = " ".join(wording.split())
    if not words:
        raise FieldProblem("wording", "The question has no words. Type what was asked.")
    with change(db, f"Put right how {wave(db, wave_id).name} asked “{shortened(words)}”"):
        db.update_row("survey_asked", held.id, {"wording": words})
    return asked(db, wave_id, question_id)


def set_asked_options(db: Database, wave_id: str, question_id: str, wordings: Mapping[str, str]) -> Asked:
    """Put right which options a wave offered, in which order and words: exactly those given, by their keys."""
    held = asked(db, wave_id, question_id)
    known = {one.id for one in held.question.options}
    if any(key not in known for key in wordings):
        raise LookupError(f"an option that is not one of question {question_id}")
    words = {key: " ".join(text.split()) for key, text in wordings.items()}
    if not all(words.values()):
        raise FieldProblem("options", "An option has no words. Type what was offered.")
    _refuse_chosen(db, held, set(known) - set(words))
    before = {one.option.id for one in held.options}
    rows = {option: key for key, option in db.rows(
        "select id, option_id from survey_asked_option where asked_id = ?", (held.id,)
    )}  # fmt: skip
    with change(db, f"Put right what {wave(db, wave_id).name} offered for “{shortened(held.wording)}”"):
        for gone in before - set(words):
            db.delete_row("survey_asked_option", rows[gone])
        for position, (option, text) in enumerate(words.items(), 1):
            if option in rows:
                db.update_row("survey_asked_option", rows[option], {"position": position, "wording": text})
            else:
                _offer(db, held.id, [(option, position, text)])
    return asked(db, wave_id, question_id)


def drop_asked(db: Database, wave_id: str, question_id: str) -> None:
    """Ask a question no more in a wave; refused where it has answers there."""
    held = asked(db, wave_id, question_id)
    answers = db.value(
        """select count(*) from survey_answer join survey_response on survey_response.id = response_id
        where wave_id = ? and question_id = ?""",
        (wave_id, question_id),
    )
    name = wave(db, wave_id).name
    if answers:
        raise Problem(
            f"“{shortened(held.wording)}” has {count_of(int(answers), 'answer')} in {name}, so it stays as asked there."
        )
    with change(db, f"Left “{shortened(held.wording)}” out of {name}"):
        _forget(db, held)


# --- parts ----------------------------------------------------------------------------------------------------


def _ask(db: Database, wave_id: str, one: Question, position: int) -> None:
    key = new_key()
    db.insert_row(
        "survey_asked",
        {"id": key, "wave_id": wave_id, "question_id": one.id, "position": position, "wording": one.wording},
    )
    _offer(db, key, [(option.id, place, option.wording) for place, option in enumerate(one.offered, 1)])


def _offer(db: Database, asked_id: str, options: Iterable[tuple[str, int, str]]) -> None:
    for option, position, wording in options:
        db.insert_row(
            "survey_asked_option",
            {
                "id": new_key(),
                "asked_id": asked_id,
                "option_id": option,
                "position": position,
                "wording": wording,
            },
        )


def _forget(db: Database, held: Asked) -> None:
    for (key,) in db.rows("select id from survey_asked_option where asked_id = ?", (held.id,)):
        db.delete_row("survey_asked_option", key)
    db.delete_row("survey_asked", held.id)


def _refuse_chosen(db: Database, held: Asked, gone: set[str]) -> None:
    """What was chosen in the wave was offered in it."""
    for one in held.options:
        if one.option.id in gone and db.value(
            """select 1 from survey_choice join survey_answer on survey_answer.id = answer_id
            join survey_response on survey_response.id = response_id where option_id = ? and wave_id = ?""",
            (one.option.id, held.wave_id),
        ):
            raise FieldProblem(
                "options",
                f"“{one.wording}” was chosen by somebody in this wave, so it was offered. Leave it in.",
            )


# --- against the questionnaire --------------------------------------------------------------------------------


def differs_from_now(db: Database, wave_id: str) -> int:
    """How many questions stand otherwise in the questionnaire now: worded, with other options, added or left out."""
    held = wave(db, wave_id)
    then = {
        one.question.id: (one.wording, tuple((option.option.id, option.wording) for option in one.options))
        for one in asked_of_wave(db, wave_id)
    }
    now = {
        one.id: (one.wording, tuple((option.id, option.wording) for option in one.offered))
        for one in questions(db, held.survey_id)
    }
    return sum(then.get(key) != now.get(key) for key in then.keys() | now.keys())
