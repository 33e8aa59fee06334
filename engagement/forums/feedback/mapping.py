"""Which column of a forms file answers which question: by memory, words, likeness or choice; never silently."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from engagement.forums.feedback.questions import (
    SATISFIED_FROM,
    AskedQuestion,
    QuestionDraft,
    asked_of,
)
from engagement.forums.feedback.read_value import read_answer
from engagement.forums.feedback.vocabulary import SCALE_LENGTH, AnswerKind
from engagement.forums.vocabulary import EventKind
from resources.database import Database, new_key
from resources.files.cells import clean_text
from resources.files.forms.answer_words import scale_that_fits, step_of
from resources.files.forms.forms_file import FormsFile
from resources.files.forms.layout import FormColumn
from resources.files.headers import heading_keys
from resources.problem import Problem
from resources.words import plain


class Use(Enum):
    """What is done with a column."""

    QUESTION = "a question"
    NEW = "a new question"
    LEFT_OUT = "left out"


class How(Enum):
    """Why a column is to be used so."""

    REMEMBERED = "as the last time"
    SAME_WORDS = "the same words"
    ALIKE = "alike"
    CHOSEN = "chosen"
    NOTHING_ALIKE = "no question is like it"


@dataclass(frozen=True)
class ColumnUse:
    """What is done with one column; `question_id` where it answers a question that is there."""

    use: Use
    question_id: str = ""
    how: How = How.CHOSEN


LEFT_OUT, NEW = ColumnUse(Use.LEFT_OUT), ColumnUse(Use.NEW)
Uses = Mapping[str, ColumnUse]
"""By the key of each column."""

_ALIKE = 72
"""Per cent of letters and words alike before a question is suggested."""
_ENOUGH_WORDS, _WITHIN = 3, 0.92
"""A question that stands whole within a longer one is alike, unless it is a word or two."""


def suggest(db: Database, file: FormsFile, kind: EventKind) -> dict[str, ColumnUse]:
    """A use for each column, to be shown and put right. No question is suggested twice."""
    questions = asked_of(db, kind)
    held = _remembered(db, kind)
    found: dict[str, ColumnUse] = {}
    for column in file.columns:
        if column.key in held:
            meant = held[column.key]
            if meant is None:
                found[column.key] = ColumnUse(Use.LEFT_OUT, how=How.REMEMBERED)
            elif any(one.id == meant for one in questions) and meant not in _taken(found):
                found[column.key] = ColumnUse(Use.QUESTION, meant, How.REMEMBERED)
    for column, question in _by_words(file.columns, questions, found):
        found[column.key] = ColumnUse(Use.QUESTION, question.id, How.SAME_WORDS)
    for column, question in _by_likeness(file, questions, found):
        found[column.key] = ColumnUse(Use.QUESTION, question.id, How.ALIKE)
    nothing = ColumnUse(Use.LEFT_OUT, how=How.NOTHING_ALIKE)
    return {column.key: found.get(column.key, nothing) for column in file.columns}


def _taken(found: Uses) -> set[str]:
    return {use.question_id for use in found.values() if use.question_id}


def _by_words(
    columns: Sequence[FormColumn], questions: Sequence[AskedQuestion], found: Uses
) -> list[tuple[FormColumn, AskedQuestion]]:
    taken, pairs = _taken(found), []
    for column in columns:
        if column.key in found:
            continue
        same = [one for one in questions if heading_keys(one.text)[0] == column.key and one.id not in taken]
        if same:
            taken.add(same[0].id)
            pairs.append((column, same[0]))
    return pairs


def _by_likeness(
    file: FormsFile, questions: Sequence[AskedQuestion], found: Uses
) -> list[tuple[FormColumn, AskedQuestion]]:
    """The likest pair first. A column whose answers the question could not take is no pair."""
    taken = _taken(found)
    scored = sorted(
        (
            (likeness(column.heading, question.text), -column.places[0], column, question)
            for column in file.columns
            if column.key not in found
            for question in questions
            if question.id not in taken
        ),
        key=lambda pair: pair[:2],
        reverse=True,
    )
    pairs: list[tuple[FormColumn, AskedQuestion]] = []
    used: set[str] = set()
    for score, _, column, question in scored:
        free = column.key not in used and question.id not in used
        if score >= _ALIKE and free and _mostly_read(question, file.told_in(column)):
            pairs.append((column, question))
            used |= {column.key, question.id}
    return pairs


def likeness(heading: str, text: str) -> float:
    """How like two questions are, from 0 to 100; the order of the words counts less than the words."""
    from rapidfuzz import fuzz  # loaded when first used

    first, second = heading_keys(heading)[2], heading_keys(text)[2]
    scores = [fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second)]
    if min(len(first.split()), len(second.split())) >= _ENOUGH_WORDS:
        scores.append(_WITHIN * fuzz.token_set_ratio(first, second))
    return max(scores)


def _mostly_read(question: QuestionDraft, told: Sequence[str]) -> bool:
    return sum(not read_answer(question, one).reason for one in told) * 2 >= len(told)


# --- a column as a new question ---------------------------------------------------------------------------


_MOST_CHOICES = 8
_LONGEST_CHOICE = 60


def new_question(column: FormColumn, told: Sequence[str], kind: EventKind | None) -> QuestionDraft:
    """The question that a column would become, by what is answered in it."""
    if column.options:
        return QuestionDraft(column.heading, AnswerKind.CHOICE, kind, column.options)
    answers = [clean_text(one) for one in told]
    yes_no = QuestionDraft(column.heading, AnswerKind.YES_NO, kind)
    if answers and all(not read_answer(yes_no, one).reason for one in answers) and not _are_figures(answers):
        return yes_no
    scale = QuestionDraft(column.heading, AnswerKind.SCALE, kind, _scale_words(answers), SATISFIED_FROM)
    if answers and all(not read_answer(scale, one).reason for one in answers):
        return scale
    parts = dict.fromkeys(clean_text(part) for one in answers for part in one.split(";") if plain(part))
    repeated = len(answers) >= 2 * len(parts)
    if 2 <= len(parts) <= _MOST_CHOICES and repeated and max(map(len, parts)) <= _LONGEST_CHOICE:
        return QuestionDraft(column.heading, AnswerKind.CHOICE, kind, tuple(parts))
    return QuestionDraft(column.heading, AnswerKind.TEXT, kind)


def _are_figures(answers: Sequence[str]) -> bool:
    return all(one.isdecimal() for one in answers)


def _scale_words(answers: Sequence[str]) -> tuple[str, ...]:
    """The words of the scale as the file has them; those that nobody chose from the scale that they are of."""
    words = {step: one for one in answers if not one[:1].isdigit() and (step := step_of(one))}
    usual = scale_that_fits(list(words.values())) or tuple(str(step) for step in range(1, SCALE_LENGTH + 1))
    return tuple(words.get(step, usual[step - 1]) for step in range(1, SCALE_LENGTH + 1))


# --- what was said the last time --------------------------------------------------------------------------


def _remembered(db: Database, kind: EventKind) -> dict[str, str | None]:
    rows = db.rows(
        "select heading_key, question_id from feedback_heading where event_kind = ?", (kind.value,)
    )
    return dict(rows)


def remember(db: Database, kind: EventKind, questions: Mapping[str, str | None]) -> None:
    """Keep within a change what each heading meant, for the next file of the same kind of event."""
    rows = db.rows(
        "select heading_key, id, question_id from feedback_heading where event_kind = ?", (kind.value,)
    )
    held = {heading: (key, question) for heading, key, question in rows}
    for heading, question in questions.items():
        if heading not in held:
            values = {
                "id": new_key(),
                "event_kind": kind.value,
                "heading_key": heading,
                "question_id": question,
            }
            db.insert_row("feedback_heading", values)
        elif held[heading][1] != question:
            db.update_row("feedback_heading", held[heading][0], {"question_id": question})


def check_uses(file: FormsFile, uses: Uses, questions: Sequence[AskedQuestion]) -> None:
    """Refuse a question that two columns would answer, and a file of which nothing would be taken."""
    by_question: dict[str, str] = {}
    names = {one.id: one.text for one in questions}
    for column in file.columns:
        use = uses[column.key]
        if use.use is not Use.QUESTION:
            continue
        if use.question_id in by_question:
            raise Problem(
                f"“{by_question[use.question_id]}” and “{column.heading}” would both answer "
                f"“{names[use.question_id]}”. Choose one of them, and leave the other out or make it a new question."
            )
        by_question[use.question_id] = column.heading
    if all(use.use is Use.LEFT_OUT for use in uses.values()):
        raise Problem(
            "Every column is left out, so there is nothing to take in. Choose a question for one or more."
        )
