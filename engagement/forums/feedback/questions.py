"""What is asked after an event: a set to begin with, and what the team makes of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from engagement.forums.feedback.vocabulary import SCALE_LENGTH, AnswerKind
from engagement.forums.vocabulary import EventKind
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.wording import count_of


@dataclass(frozen=True)
class QuestionDraft:
    """What a person says of a question. No kind of event means every kind.

    `options` are the five words of a scale, the lowest first, or the choices. From `satisfied_from` on an answer on
    the scale counts as satisfied; of yes and no it is yes, and of choices none.
    """

    text: str
    answer_kind: AnswerKind
    event_kind: EventKind | None = None
    options: tuple[str, ...] = ()
    satisfied_from: int | None = None


@dataclass(frozen=True, kw_only=True)
class AskedQuestion(QuestionDraft):
    """A question that is asked, or was until it was retired."""

    id: str
    position: int
    reworded_on: date | None = None
    retired_on: date | None = None

    @property
    def is_measured(self) -> bool:
        """Whether satisfied can be told from not satisfied."""
        return self.answer_kind is AnswerKind.YES_NO or (
            self.answer_kind is AnswerKind.SCALE and self.satisfied_from is not None
        )

    def is_asked_of(self, kind: EventKind) -> bool:
        """Whether events of a kind ask it."""
        return self.event_kind in (None, kind) and self.retired_on is None


AGREEMENT = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")
SATISFIED_FROM = 4

SHIPPED = (
    AskedQuestion(
        "How useful was the event to you?", AnswerKind.SCALE,
        options=("Not at all useful", "Not very useful", "Somewhat useful", "Useful", "Very useful"),
        satisfied_from=SATISFIED_FROM, id="01900000-0000-7000-8000-00000fb00001", position=1,
    ),
    AskedQuestion(
        "How well was it run?", AnswerKind.SCALE,
        options=("Very badly", "Badly", "Neither well nor badly", "Well", "Very well"),
        satisfied_from=SATISFIED_FROM, id="01900000-0000-7000-8000-00000fb00002", position=2,
    ),
    AskedQuestion(
        "Would you recommend it to a colleague?", AnswerKind.YES_NO,
        id="01900000-0000-7000-8000-00000fb00003", position=3,
    ),
    AskedQuestion(
        "What one thing should we change?", AnswerKind.TEXT,
        id="01900000-0000-7000-8000-00000fb00004", position=4,
    ),
    AskedQuestion(
        "What will you do differently after today?", AnswerKind.TEXT,
        id="01900000-0000-7000-8000-00000fb00005", position=5,
    ),
)  # fmt: skip
"""Asked until the team has questions of its own. Their keys are the same in every copy of the file."""

_COLUMNS = "id, event_kind, position, text, answer_kind, options, satisfied_from, reworded_on, retired_on"


def all_questions(db: Database) -> list[AskedQuestion]:
    """Every question in its order, those retired too; before the first is kept, the set that ships."""
    rows = db.rows(f"select {_COLUMNS} from feedback_question order by position, id")
    return [_question(row) for row in rows] or list(SHIPPED)


def asked_of(db: Database, kind: EventKind) -> list[AskedQuestion]:
    """What an event of a kind asks, in order."""
    return [one for one in all_questions(db) if one.is_asked_of(kind)]


def get(db: Database, question_id: str) -> AskedQuestion:
    """One question."""
    found = next((one for one in all_questions(db) if one.id == question_id), None)
    if found is None:
        raise LookupError(f"there is no question {question_id}")
    return found


def _question(row: tuple[Any, ...]) -> AskedQuestion:
    return AskedQuestion(
        id=row[0], event_kind=EventKind(row[1]) if row[1] else None, position=row[2], text=row[3],
        answer_kind=AnswerKind(row[4]), options=tuple(json.loads(row[5])), satisfied_from=row[6],
        reworded_on=_day(row[7]), retired_on=_day(row[8]),
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


# --- the verbs --------------------------------------------------------------------------------------------


def start_questions(db: Database) -> None:
    """Keep the set that ships, where no question is kept yet; within another change it is a part of that."""
    if db.value("select exists (select 1 from feedback_question)"):
        return
    with change(db, "Added the questions that feedback begins with"):
        for one in SHIPPED:
            db.insert_row("feedback_question", {"id": one.id, "position": one.position, **_values(one)})


def add_question(db: Database, draft: QuestionDraft) -> str:
    """Ask one more question, after the others, and return its key."""
    draft = checked(draft)
    _refuse_same_words(db, draft, None)
    key = new_key()
    with change(db, f"Added the question “{draft.text}”"):
        start_questions(db)
        last = db.value("select max(position) from feedback_question") or 0
        db.insert_row("feedback_question", {"id": key, "position": last + 1, **_values(draft)})
    return key


def edit_question(db: Database, question_id: str, draft: QuestionDraft, *, on: date) -> None:
    """Reword a question, or change its options. It stays the same question: its answers are compared as before.

    How it is answered stays once it has answers, and so do the words that were chosen.
    """
    draft, held = checked(draft), get(db, question_id)
    _refuse_same_words(db, draft, question_id)
    if draft.answer_kind is not held.answer_kind and answers_held(db, question_id):
        raise FieldProblem(
            "answer_kind",
            f"“{held.text}” has answers, so how it is answered stays. Retire it, and add another question.",
        )
    _refuse_lost_choices(db, held, draft)
    reworded = on.isoformat() if draft.text != held.text and answers_held(db, question_id) else None
    values = {**_values(draft), **({"reworded_on": reworded} if reworded else {})}
    with change(db, f"Changed the question “{draft.text}”"):
        start_questions(db)
        db.update_row("feedback_question", question_id, values)


def retire_question(db: Database, question_id: str, *, on: date) -> None:
    """Ask it no more; its answers stay."""
    with change(db, f"Retired the question “{get(db, question_id).text}”"):
        start_questions(db)
        db.update_row("feedback_question", question_id, {"retired_on": on.isoformat()})


def restore_question(db: Database, question_id: str) -> None:
    """Ask a retired question again."""
    with change(db, f"Restored the question “{get(db, question_id).text}”"):
        db.update_row("feedback_question", question_id, {"retired_on": None})


def move_question(db: Database, question_id: str, *, up: bool) -> None:
    """Ask it one place earlier or later; at the end of the list nothing changes."""
    found = all_questions(db)
    at = next(place for place, one in enumerate(found) if one.id == question_id)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(found):
        return
    text = found[at].text
    found[at], found[to] = found[to], found[at]
    with change(db, f"Moved the question “{text}”"):
        start_questions(db)
        for place, one in enumerate(found, 1):
            db.update_row("feedback_question", one.id, {"position": place})


def answers_held(db: Database, question_id: str) -> int:
    """How many answers a question has."""
    return int(db.value("select count(*) from feedback_answer where question_id = ?", (question_id,)))


# --- what can be a question -------------------------------------------------------------------------------


def checked(draft: QuestionDraft) -> QuestionDraft:
    """The draft tidied; refused where it cannot be asked."""
    text = " ".join(draft.text.split())
    if not text:
        raise FieldProblem("text", "The question has no words. Write what people are asked.")
    options = tuple(dict.fromkeys(filter(None, (" ".join(one.split()) for one in draft.options))))
    satisfied = draft.satisfied_from
    if draft.answer_kind is AnswerKind.SCALE:
        options = options or AGREEMENT
        satisfied = _checked_scale(options, satisfied)
    elif draft.answer_kind is AnswerKind.CHOICE:
        satisfied = None
        if len(options) < 2:
            raise FieldProblem(
                "options", "A question with choices needs two or more. Write one on each line."
            )
    else:
        options, satisfied = (), None
    return replace(draft, text=text, options=options, satisfied_from=satisfied)


def _checked_scale(options: Sequence[str], satisfied: int | None) -> int:
    if len(options) != SCALE_LENGTH:
        raise FieldProblem(
            "options",
            f"A scale has {SCALE_LENGTH} words, the lowest first, and here are {len(options)}. Write one on each line.",
        )
    if satisfied is None:
        return SATISFIED_FROM
    if not 2 <= satisfied <= SCALE_LENGTH:
        raise FieldProblem("satisfied_from", f"Satisfied begins at 2 to {SCALE_LENGTH}, not at {satisfied}.")
    return satisfied


def _refuse_same_words(db: Database, draft: QuestionDraft, question_id: str | None) -> None:
    for one in all_questions(db):
        both_asked = None in (one.event_kind, draft.event_kind) or one.event_kind is draft.event_kind
        if not both_asked or one.text.casefold() != draft.text.casefold() or one.id == question_id:
            continue
        if one.retired_on is None:
            raise FieldProblem("text", f"“{one.text}” is asked already. Use that question, or write another.")
        raise FieldProblem(
            "text", f"“{one.text}” was asked before and retired. Restore it, or write another."
        )


def _refuse_lost_choices(db: Database, held: AskedQuestion, draft: QuestionDraft) -> None:
    if held.answer_kind is not AnswerKind.CHOICE or draft.answer_kind is not AnswerKind.CHOICE:
        return
    rows = db.rows(
        "select value from feedback_answer where question_id = ? and state = 'answered'", (held.id,)
    )
    chosen = {one for (value,) in rows for one in json.loads(value)}
    lost = [one for one in held.options if one in chosen and one not in draft.options]
    if lost:
        raise Problem(
            f"“{lost[0]}” was chosen by somebody, so it stays among the choices of “{held.text}” "
            f"({count_of(len(lost), 'choice')} would be lost). Leave it in, or retire the question."
        )


def _values(draft: QuestionDraft) -> dict[str, str | int | None]:
    return {
        "text": draft.text,
        "answer_kind": draft.answer_kind.value,
        "event_kind": draft.event_kind.value if draft.event_kind else None,
        "options": json.dumps(draft.options, ensure_ascii=False),
        "satisfied_from": draft.satisfied_from,
    }
