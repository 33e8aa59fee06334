"""What somebody wrote or chose, read as the answer to a question; what cannot be read says why. Pure.

“Don’t know”, “not applicable” and nothing at all are three things, and none of them is an answer.
"""

import json
import re
from dataclasses import dataclass

from engagement.forums.feedback.questions import QuestionDraft
from engagement.forums.feedback.vocabulary import NO, SCALE_LENGTH, YES, AnswerKind, AnswerState
from resources.files.cells import Reading, clean_text, shown
from resources.files.forms.answer_words import Unanswered, step_of, unanswered_by, yes_or_no
from resources.wording import and_list
from resources.words import plain


@dataclass(frozen=True)
class Answer:
    """An answer as it is kept: `value` is 1 to 5, yes or no, a JSON list of choices, or the words; else ''."""

    state: AnswerState
    value: str = ""


DONT_KNOW, NOT_APPLICABLE = Answer(AnswerState.DONT_KNOW), Answer(AnswerState.NOT_APPLICABLE)
_UNANSWERED = {
    Unanswered.NOTHING: None,
    Unanswered.DONT_KNOW: DONT_KNOW,
    Unanswered.NOT_APPLICABLE: NOT_APPLICABLE,
}
_NUMBERED = re.compile(r"(\d+)(?:\.0+)?\s*(?:/\s*(\d+)|out of (\d+))?\s*(?:[-–—:.)(=]\s*)?(.*?)\)?")


def read_answer(question: QuestionDraft, text: str) -> Reading[Answer]:
    """What a cell says; None without a reason where it says nothing."""
    told = clean_text(text, keep_lines=question.answer_kind is AnswerKind.TEXT)
    if (
        not plain(told) and question.answer_kind is not AnswerKind.SCALE
    ):  # dashes and dots say nothing; stars may
        return Reading(None)
    unanswered = unanswered_by(told)
    if unanswered is not None:
        return Reading(_UNANSWERED[unanswered])
    return _READERS[question.answer_kind](question, told)


def _text(_question: QuestionDraft, told: str) -> Reading[Answer]:
    return Reading(Answer(AnswerState.ANSWERED, told))


def _yes_no(_question: QuestionDraft, told: str) -> Reading[Answer]:
    yes = yes_or_no(told)
    if yes is None:
        return Reading(None, f"{shown(told)} is neither yes nor no")
    return Reading(Answer(AnswerState.ANSWERED, YES if yes else NO))


def _scale(question: QuestionDraft, told: str) -> Reading[Answer]:
    if set(told) <= {"★", "☆", "⭐", " "}:
        told = str(told.count("★") + told.count("⭐"))
    if not plain(told):
        return Reading(None)
    match = _NUMBERED.fullmatch(told)
    if match is None:
        step = step_of(told, question.options)
        return _step(step) if step else Reading(None, _not_on_the_scale(question, told))
    number, most, words = int(match[1]), match[2] or match[3], match[4]
    if most and int(most) != SCALE_LENGTH:
        return Reading(None, f"{shown(told)} is out of {most}, and the question out of {SCALE_LENGTH}")
    if not 1 <= number <= SCALE_LENGTH:
        return Reading(None, f"{shown(told)} is not from 1 to {SCALE_LENGTH}")
    named = step_of(words, question.options) if words else None
    if named and named != number:
        return Reading(None, f"{shown(told)} says {number} in figures and {named} in words")
    return _step(number)


def _step(number: int) -> Reading[Answer]:
    return Reading(Answer(AnswerState.ANSWERED, str(number)))


def _not_on_the_scale(question: QuestionDraft, told: str) -> str:
    ends = f" (1 is “{question.options[0]}”, 5 is “{question.options[-1]}”)" if question.options else ""
    return f"{shown(told)} is not on the scale from 1 to {SCALE_LENGTH}{ends}"


def _choice(question: QuestionDraft, told: str) -> Reading[Answer]:
    """Several may be chosen, joined by ; or in lines of their own. What is not offered is “Other”, where that is."""
    offered = {plain(one): one for one in question.options}
    whole = offered.get(plain(told))
    if whole:
        return _chosen([whole])
    other = next((one for key, one in offered.items() if key.split()[:1] == ["other"]), None)
    chosen: list[str] = []
    for part in filter(plain, re.split(r"[;\n|]", told)):
        known = offered.get(plain(part)) or other
        if known is None:
            names = and_list([f"“{one}”" for one in question.options[:6]], "or")
            return Reading(None, f"{shown(part)} is not among the choices: {names}")
        chosen.append(known)
    return _chosen([one for one in question.options if one in chosen])


def _chosen(options: list[str]) -> Reading[Answer]:
    return Reading(Answer(AnswerState.ANSWERED, json.dumps(options, ensure_ascii=False)))


_READERS = {
    AnswerKind.SCALE: _scale,
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.CHOICE: _choice,
    AnswerKind.TEXT: _text,
}


def said(question: QuestionDraft, answer: Answer) -> str:
    """An answer as people read it: 5 – Very useful; Yes; what was chosen; the words."""
    if answer.state is not AnswerState.ANSWERED:
        return answer.state.label
    if question.answer_kind is AnswerKind.SCALE:
        return option_words(question, int(answer.value))
    if question.answer_kind is AnswerKind.YES_NO:
        return "Yes" if answer.value == YES else "No"
    if question.answer_kind is AnswerKind.CHOICE:
        return "; ".join(json.loads(answer.value))
    return answer.value


def option_words(question: QuestionDraft, step: int) -> str:
    """5 – Very useful."""
    words = question.options[step - 1] if len(question.options) == SCALE_LENGTH else ""
    return f"{step} – {words}" if words else str(step)
