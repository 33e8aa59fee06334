"""The code frame of a question: its options, and the codes added for what people wrote beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.words import plain
from workforce.survey.questionnaire.questions import Option, Question, question


@dataclass(frozen=True)
class Code:
    """What a text was coded to: an option of the question."""

    option_id: str
    wording: str


def frame(of: Question, *, retired: bool = False) -> list[Option]:
    """What its texts may be coded to: options offered, then codes added. “Other” says nothing."""
    return [
        one
        for one in of.options
        if not one.is_other and one.stands_for is None and (retired or one.retired_on is None)
    ]


def refuse_code(option: Option) -> None:
    """A Problem unless texts may be coded to this option."""
    if option.is_other or option.stands_for:
        raise Problem(
            f"“{option.wording}” says nothing of its own, so no text is coded to it. Choose another."
        )
    if option.retired_on:
        raise Problem(f"The code “{option.wording}” is retired. Restore it, or choose another one.")


def code(db: Database, key: str) -> Option:
    """One code by its key, retired or not."""
    return _of(db, key)[1]


def _of(db: Database, key: str) -> tuple[Question, Option]:
    asked = db.value("select question_id from survey_option where id = ?", (key,))
    if asked is None:
        raise LookupError(f"no code {key}")
    held = question(db, asked)
    return held, next(one for one in held.options if one.id == key)


def texts_coded(db: Database, question_id: str) -> dict[str, int]:
    """How many texts that differ are coded to each option."""
    rows = db.rows(
        "select option_id, count(*) from survey_coding where question_id = ? and option_id is not null "
        "group by option_id",
        (question_id,),
    )
    return {str(option): int(number) for option, number in rows}


# --- the verbs ------------------------------------------------------------------------------------------------


def add_code(db: Database, question_id: str, wording: str) -> Option:
    """Add a code that was never offered to choose."""
    held = question(db, question_id)
    wording = _checked(held, wording)
    key, last = new_key(), max((one.position for one in held.options), default=0)
    with change(db, f"Added the code “{wording}”"):
        db.insert_row(
            "survey_option",
            {
                "id": key,
                "question_id": question_id,
                "position": last + 1,
                "wording": wording,
                "from_coding": 1,
            },
        )
    return code(db, key)


def rename_code(db: Database, key: str, wording: str) -> Option:
    """Call a code something else; what is coded to it stays."""
    held, was = _of(db, key)
    _refuse_offered(was)
    wording = _checked(held, wording, but=key)
    with change(db, f"Renamed the code “{was.wording}” to “{wording}”"):
        db.update_row("survey_option", key, {"wording": wording})
    return code(db, key)


def merge_codes(db: Database, kept: str, removed: str) -> Option:
    """Make two codes one: what was coded to the second is then coded to the first, and the second is gone."""
    if kept == removed:
        raise Problem("A code cannot be merged with itself. Choose another one.")
    (of, into), (other, gone) = _of(db, kept), _of(db, removed)
    _refuse_offered(gone)
    refuse_code(into)
    if of.id != other.id:
        raise Problem(
            f"“{into.wording}” and “{gone.wording}” are codes of two questions, so they stay apart."
        )
    with change(db, f"Merged the code “{gone.wording}” into “{into.wording}”"):
        for table, whose in _REFERRING.items():
            _hand_over(db, table, whose, kept, removed)
        db.delete_row("survey_option", removed)
    return code(db, kept)


def retire_code(db: Database, key: str, *, on: date) -> Option:
    """Offer a code no more; what is coded to it stays."""
    was = code(db, key)
    _refuse_offered(was)
    with change(db, f"Retired the code “{was.wording}”"):
        db.update_row("survey_option", key, {"retired_on": on.isoformat()})
    return code(db, key)


def restore_code(db: Database, key: str) -> Option:
    """Offer a retired code again."""
    was = code(db, key)
    _refuse_offered(was)
    with change(db, f"Restored the code “{was.wording}”"):
        db.update_row("survey_option", key, {"retired_on": None})
    return code(db, key)


_REFERRING: Mapping[str, str] = {
    "survey_coding": "text_key",
    "survey_choice": "answer_id",
    "survey_known_answer": "said_key",
    "survey_asked_option": "asked_id",
    "survey_action": "id",
    "survey_practice": "id",
}
"""The tables that refer to an option, and of what each may refer to it once."""


def _hand_over(db: Database, table: str, whose: str, kept: str, removed: str) -> None:
    both = {of for (of,) in db.rows(f"select {whose} from {table} where option_id = ?", (kept,))}
    for row, of in db.rows(f"select id, {whose} from {table} where option_id = ? order by id", (removed,)):
        if of in both:
            db.delete_row(table, row)
        else:
            db.update_row(table, row, {"option_id": kept})


def _refuse_offered(option: Option) -> None:
    if not option.from_coding:
        raise Problem(
            f"“{option.wording}” is offered to choose in the questionnaire. Change it there: what was answered "
            "belongs to it."
        )


def _checked(of: Question, wording: str, *, but: str = "") -> str:
    wording = " ".join(wording.split())
    if not wording:
        raise FieldProblem("wording", "The code has no name. Write one, such as “Transport”.")
    same = [one for one in of.options if plain(one.wording) == plain(wording) and one.id != but]
    if same:
        retired = ", and is retired: restore it" if same[0].retired_on else ""
        raise FieldProblem(
            "wording", f"There is a code “{same[0].wording}” already{retired}. Choose that, or another name."
        )
    return wording
