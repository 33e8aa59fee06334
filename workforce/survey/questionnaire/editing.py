"""Questions added, reworded, moved, retired and restored."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import count_of, shortened
from workforce.survey.questionnaire.option_drafts import OptionDraft, checked_options, given_options
from workforce.survey.questionnaire.options import (
    add_option,
    edit_option,
    insert_options,
    move_option,
    restore_option,
    retire_option,
    set_options,
)
from workforce.survey.questionnaire.questions import Question, code_key, question, questions
from workforce.survey.vocabulary import Better, QuestionKind, Role, Topic

__all__ = (
    "OptionDraft", "QuestionDraft", "QuestionFacts", "add_option", "add_question", "answers_held", "edit_option",
    "edit_question", "move_option", "move_question", "remove_question", "restore_option", "restore_question",
    "retire_option", "retire_question", "rewrite_question", "set_options",
)  # fmt: skip


@dataclass(frozen=True)
class QuestionDraft:
    """What a person says of a question. Without a code of its own it gets one from its wording."""

    wording: str
    topic: Topic
    kind: QuestionKind
    code: str = ""
    help: str = ""
    unit: str = ""
    role: Role | None = None
    better: Better = Better.NEITHER
    allow_other: bool = False
    options: tuple[str | OptionDraft, ...] = ()


class QuestionFacts(TypedDict, total=False):
    """What can be changed of a question beside its options."""

    wording: str
    topic: Topic
    kind: QuestionKind
    code: str
    help: str
    unit: str
    role: Role | None
    better: Better
    allow_other: bool


def add_question(db: Database, survey_id: str, draft: QuestionDraft) -> Question:
    """Ask one more question, after the others. Waves already planned ask it only if it is added to them."""
    draft = _checked(db, survey_id, draft)
    options = checked_options(draft.kind, given_options(draft.options))
    key = new_key()
    last = db.value("select max(position) from survey_question where survey_id = ?", (survey_id,)) or 0
    with change(db, f"Added the question “{shortened(draft.wording)}”"):
        db.insert_row(
            "survey_question", {"id": key, "survey_id": survey_id, "position": int(last) + 1, **_cells(draft)}
        )
        insert_options(db, key, options, after=0)
    return question(db, key)


def edit_question(db: Database, key: str, **facts: Unpack[QuestionFacts]) -> Question:
    """Change what is given of a question and leave the rest; waves keep the words in which they asked it.

    How it is answered stays once it has answers. Its options have verbs of their own: see `set_options`.
    """
    held = question(db, key)
    draft = _checked(db, held.survey_id, replace(_draft(held), **facts), but=held)
    if draft.kind is not held.kind:
        checked_options(draft.kind, [OptionDraft.of(one) for one in held.offered])
    with change(db, f"Changed the question “{shortened(draft.wording)}”"):
        db.update_row("survey_question", key, _cells(draft))
    return question(db, key)


def rewrite_question(db: Database, key: str, draft: QuestionDraft, *, today: date) -> Question:
    """Change a question and its options together, as a form hands them back.

    Options left out are retired where they were asked or chosen, and gone where they were not.
    """
    held = question(db, key)
    draft = _checked(db, held.survey_id, replace(draft, code=draft.code or held.code), but=held)
    options = checked_options(draft.kind, given_options(draft.options))
    with change(db, f"Changed the question “{shortened(draft.wording)}”"):
        db.update_row("survey_question", key, _cells(draft))
        set_options(db, key, options, today=today)
    return question(db, key)


def move_question(db: Database, key: str, by: int) -> Question:
    """Ask it some places later, or earlier where `by` is below 0; at the end of the list it stays there."""
    held = question(db, key)
    order = [one.id for one in questions(db, held.survey_id)]
    if key not in order:
        raise Problem(f"“{shortened(held.wording)}” is retired and has no place. Restore it to move it.")
    at = order.index(key)
    to = min(max(at + by, 0), len(order) - 1)
    order.insert(to, order.pop(at))
    with change(db, f"Moved the question “{shortened(held.wording)}”"):
        for position, one in enumerate(order, 1):
            db.update_row("survey_question", one, {"position": position})
    return question(db, key)


def retire_question(db: Database, key: str, *, today: date) -> Question:
    """Ask it no more in waves to come; its answers stay."""
    held = question(db, key)
    with change(db, f"Retired the question “{shortened(held.wording)}”"):
        db.update_row("survey_question", key, {"retired_on": today.isoformat()})
    return question(db, key)


def restore_question(db: Database, key: str) -> Question:
    """Ask a retired question again, after the others."""
    held = question(db, key)
    _refuse_same_words(db, held.survey_id, held.wording, held)
    last = db.value("select max(position) from survey_question where survey_id = ?", (held.survey_id,)) or 0
    with change(db, f"Restored the question “{shortened(held.wording)}”"):
        db.update_row("survey_question", key, {"retired_on": None, "position": int(last) + 1})
    return question(db, key)


def remove_question(db: Database, key: str) -> None:
    """Take away a question that no wave asked and nobody answered; any other is retired."""
    held = question(db, key)
    waves = [
        str(name)
        for (name,) in db.rows(
            """select name from survey_wave where id in (select wave_id from survey_asked where question_id = ?)
            order by opens_on""",
            (key,),
        )
    ]
    answers = answers_held(db, key)
    if waves or answers:
        told = f"is asked in {waves[0]}" if waves else f"has {count_of(answers, 'answer')}"
        raise Problem(f"“{shortened(held.wording)}” {told}, so it is kept. Retire it instead.")
    if any(db.value(f"select 1 from {table} where question_id = ?", (key,)) for table in _KNOWN_BY):
        raise Problem(
            f"“{shortened(held.wording)}” is known from answers or the action plan. Retire it instead."
        )
    with change(db, f"Removed the question “{shortened(held.wording)}”"):
        for (option,) in db.rows("select id from survey_option where question_id = ?", (key,)):
            db.delete_row("survey_option", option)
        db.delete_row("survey_question", key)


_KNOWN_BY = (
    "survey_heading",
    "survey_known_answer",
    "survey_coding",
    "survey_comparability",
    "survey_action",
)


def answers_held(db: Database, key: str) -> int:
    """How many answers a question has in all waves."""
    return int(db.value("select count(*) from survey_answer where question_id = ?", (key,)) or 0)


# --- what can be a question -----------------------------------------------------------------------------------


def _checked(
    db: Database, survey_id: str, draft: QuestionDraft, *, but: Question | None = None
) -> QuestionDraft:
    wording = " ".join(draft.wording.split())
    if not wording:
        raise FieldProblem("wording", "The question has no words. Write what providers are asked.")
    if but is None or but.retired_on is None:
        _refuse_same_words(db, survey_id, wording, but)
    if but is not None and draft.kind is not but.kind and answers_held(db, but.id):
        raise FieldProblem(
            "kind",
            f"“{shortened(but.wording)}” has {count_of(answers_held(db, but.id), 'answer')}, so how it is answered "
            "stays. Retire it, and add another question.",
        )
    _check_role(db, survey_id, draft, but)
    unit = draft.unit.strip() or ("people" if draft.kind is QuestionKind.PEOPLE else "")
    others = [one for one in questions(db, survey_id, retired=True) if but is None or one.id != but.id]
    code = _code(draft.code, wording, {one.code for one in others})
    return replace(
        draft, wording=wording, code=code, help=draft.help.strip(),
        unit=unit if draft.kind.has_figures else "",
        allow_other=draft.allow_other and draft.kind in (QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES),
    )  # fmt: skip


def _refuse_same_words(db: Database, survey_id: str, wording: str, but: Question | None) -> None:
    for one in questions(db, survey_id):
        if one.wording.casefold() == wording.casefold() and (but is None or one.id != but.id):
            raise FieldProblem("wording", f"“{shortened(wording)}” is asked already. Write another question.")


def _check_role(db: Database, survey_id: str, draft: QuestionDraft, but: Question | None) -> None:
    if draft.role is None:
        return
    if not draft.kind.has_figures:
        raise FieldProblem(
            "role",
            f"“{draft.role.label}” is computed from figures, and this question is answered by "
            f"“{draft.kind.label}”. Choose a number, a number of people or a band, or leave it not measured.",
        )
    for one in questions(db, survey_id, retired=True):
        if one.role is draft.role and (but is None or one.id != but.id):
            retired = ", which is retired" if one.retired_on else ""
            raise FieldProblem(
                "role",
                f"“{draft.role.label}” is measured by “{shortened(one.wording)}”{retired}. Reword that question, or "
                "take the measure off it first.",
            )


def _code(given: str, wording: str, taken: Iterable[str]) -> str:
    """The code as given, refused where it stands already; else made from the first words, with a number if need be."""
    held = set(taken)
    typed = code_key(given)
    if given.strip():
        if not typed:
            raise FieldProblem("code", f"“{given}” has no letter or figure. Write a code like “pay_rise”.")
        if typed in held:
            raise FieldProblem(
                "code", f"Another question has the code “{typed}”. Write another, or leave it empty."
            )
        return typed
    words = [word for word in code_key(wording).split("_") if word not in _SMALL_WORDS] or ["question"]
    made = "_".join(words[:_WORDS_OF_A_CODE])
    numbered = (f"{made}_{number}" for number in count(2))
    return made if made not in held else next(code for code in numbered if code not in held)


_WORDS_OF_A_CODE = 4
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "are", "at", "be", "by", "can", "did", "do", "does", "for", "had", "have", "how", "in", "is",
     "it", "many", "much", "of", "on", "or", "our", "the", "to", "we", "what", "which", "who", "with", "you", "your")
)  # fmt: skip


def _draft(held: Question) -> QuestionDraft:
    return QuestionDraft(
        held.wording,
        held.topic,
        held.kind,
        held.code,
        held.help,
        held.unit,
        held.role,
        held.better,
        held.allow_other,
    )


def _cells(draft: QuestionDraft) -> dict[str, Cell]:
    return {
        "code": draft.code, "topic": draft.topic.value, "kind": draft.kind.value, "wording": draft.wording,
        "help": draft.help, "unit": draft.unit, "role": draft.role.value if draft.role else None,
        "better": draft.better.value, "allow_other": int(draft.allow_other),
    }  # fmt: skip
