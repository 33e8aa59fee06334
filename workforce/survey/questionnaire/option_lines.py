"""The options of a question as people type them: one on each line, a band with its figures behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from resources.problem import FieldProblem
from workforce.survey.plain_words import words_key
from workforce.survey.questionnaire.option_drafts import OptionDraft
from workforce.survey.questionnaire.questions import Option, Question
from workforce.survey.vocabulary import AnswerState, QuestionKind


@dataclass(frozen=True)
class OptionLines:
    """What stands in a form: the options, and apart from them those that mean something else."""

    options: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    dont_know: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()


def lines_of(held: Question) -> OptionLines:
    """The options offered now."""
    custom = _has_scores_of_its_own(held.offered)
    return OptionLines(
        tuple(_line(one, custom) for one in held.offered if not one.is_other and one.stands_for is None),
        tuple(one.wording for one in held.offered if one.is_other),
        tuple(one.wording for one in held.offered if one.stands_for is AnswerState.DONT_KNOW),
        tuple(one.wording for one in held.offered if one.stands_for is AnswerState.NOT_APPLICABLE),
    )


def _has_scores_of_its_own(offered: Sequence[Option]) -> bool:
    scores = [one.score for one in offered if one.score is not None]
    return scores != list(range(1, len(scores) + 1))


def _line(one: Option, custom: bool) -> str:
    if one.low is not None and one.high is not None:
        return f"{one.wording}: {one.low} to {one.high}"
    return f"{one.wording} = {one.score}" if custom and one.score is not None else one.wording


_FIGURE = r"-?\d+(?:\.\d+)?"
_BAND = re.compile(rf"(.+?)\s*:\s*({_FIGURE})\s*%?\s*(?:to|–|—|-)\s*({_FIGURE})\s*%?")
_SCORED = re.compile(r"(.+?)\s*=\s*(-?\d+)")


def read_line(line: str, kind: QuestionKind) -> OptionDraft:
    """“About half: 40 to 60” of a band, “Very hard = 5” of a scale; the words alone of anything else."""
    words = " ".join(line.split())
    band = _BAND.fullmatch(words) if kind is QuestionKind.BAND else None
    if band is not None:
        return OptionDraft(band[1], band[2], band[3])
    scored = _SCORED.fullmatch(words) if kind is QuestionKind.SCALE else None
    return OptionDraft(scored[1], score=int(scored[2])) if scored else OptionDraft(words)


def read_lines(kind: QuestionKind, typed: OptionLines, held: Sequence[Option] = ()) -> list[OptionDraft]:
    """The options that the lines mean. `held` are those offered before: what is reworded stays the same option.

    A line in other words is the option that stood in its place where as many lines were changed there as there were
    options; else it is a new one. `changed_words` says which.
    """
    if not kind.has_options and any(one.strip() for one in typed.options):
        raise FieldProblem("options", f"A question answered by “{kind.label}” has no options to choose.")
    drafts = [
        *(read_line(one, kind) for one in typed.options if one.strip()),
        *(OptionDraft(one, is_other=True) for one in typed.other if one.strip()),
        *(OptionDraft(one, stands_for=AnswerState.DONT_KNOW) for one in typed.dont_know if one.strip()),
        *(
            OptionDraft(one, stands_for=AnswerState.NOT_APPLICABLE)
            for one in typed.not_applicable
            if one.strip()
        ),
    ]
    return _in_place(_with_keys(drafts, held), held)


def _in_place(drafts: list[OptionDraft], held: Sequence[Option]) -> list[OptionDraft]:
    """“Other” and the like stay where they stood among the options, unless the options were put in another order."""
    at = {one.id: place for place, one in enumerate(held)}
    answers = [at[one.id] for one in drafts if one.id and not one.is_other and one.stands_for is None]
    if answers != sorted(answers):
        return drafts
    places: list[float] = []
    for one in drafts:
        places.append(at[one.id] if one.id else (places[-1] if places else -1))
    order = sorted(range(len(drafts)), key=lambda place: places[place])
    return [drafts[place] for place in order]


def _with_keys(drafts: list[OptionDraft], held: Sequence[Option]) -> list[OptionDraft]:
    before, after = [words_key(one.wording) for one in held], [words_key(one.wording) for one in drafts]
    keys = {words: one.id for words, one in zip(before, held, strict=True)}
    named = [keys.pop(words, "") for words in after]
    for what, first, last, start, end in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if what != "replace" or last - first != end - start:
            continue
        for one, at in zip(held[first:last], range(start, end), strict=True):
            same_use = (one.is_other, one.stands_for) == (drafts[at].is_other, drafts[at].stands_for)
            if not named[at] and one.id in keys.values() and same_use:
                named[at] = one.id
    return [replace(one, id=key) for one, key in zip(drafts, named, strict=True)]


def changed_words(drafts: Sequence[OptionDraft], held: Sequence[Option]) -> tuple[str, ...]:
    """What saving would do to the options, in sentences: reworded, added, no longer offered."""
    by_key = {one.id: one for one in held}
    kept = {one.id for one in drafts}
    reworded = [
        f"“{by_key[one.id].wording}” becomes “{one.wording}”."
        for one in drafts
        if one.id and words_key(by_key[one.id].wording) != words_key(one.wording)
    ]
    added = [f"“{one.wording}”" for one in drafts if not one.id]
    gone = [f"“{one.wording}”" for one in held if one.id not in kept]
    return (
        *reworded,
        *((f"Added: {', '.join(added)}.",) if added else ()),
        *((f"No longer offered: {', '.join(gone)}.",) if gone else ()),
    )


def same_options(
    lines: Sequence[str], offered: Sequence[Option], others: Sequence[Option] = ()
) -> dict[str, str]:
    """Which option each line is, by its key: one of those offered, reworded or not, or another of the question.

    A line that is none of them is refused: an option is added to the questionnaire, and then offered in a wave.
    """
    drafts = _with_keys([OptionDraft(" ".join(one.split())) for one in lines if one.strip()], _bare(offered))
    elsewhere = {words_key(one.wording): one.id for one in others}
    found: dict[str, str] = {}
    for one in drafts:
        key = elsewhere.get(words_key(one.wording), one.id)
        if not key or key in found:
            told = "stands twice" if key else "is no option of this question"
            raise FieldProblem(
                "options",
                f"“{one.wording}” {told}. Write each option once, as it is in the questionnaire or was asked.",
            )
        found[key] = one.wording
    return found


def _bare(options: Sequence[Option]) -> list[Option]:
    """Without what they stand for, which lines of words alone do not say."""
    return [replace(one, is_other=False, stands_for=None) for one in options]
