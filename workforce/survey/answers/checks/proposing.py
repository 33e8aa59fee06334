"""The question that a column of an answers file would become, by what is answered in it. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from resources.files.cells import clean_text
from resources.files.forms.answer_words import scale_that_fits, step_of, unanswered_by
from resources.files.forms.layout import NONE_TICKED, FormColumn
from resources.files.markup import without_markup
from resources.words import plain
from workforce.survey.answers.words.figures import read_figure
from workforce.survey.plain_words import words_key
from workforce.survey.questionnaire.editing import QuestionDraft
from workforce.survey.questionnaire.option_drafts import OptionDraft
from workforce.survey.questionnaire.questions import Option, Question, code_key
from workforce.survey.vocabulary import QuestionKind, Topic
from workforce.survey.waves.asked import Asked, AskedOption

_MOST_CHOICES, _LONGEST_CHOICE, _TIMES_EACH = 40, 120, 2
_MOST_STEPS = 11
_PERCENT = re.compile(r"%|\bper\s?cent|\bpercentage|\bshare of\b|\bproportion", re.I)
_PEOPLE = re.compile(
    r"\bhow many (?:\w+ ){0,4}?(?:people|staff|applicants|candidates|employees|carers|workers|posts)\b", re.I
)
_NUMBERED = re.compile(r"(\d{1,2})(?:\.0+)?(?:\s*[-–—:.)(=]\s*(.+?)\)?)?")


def propose(column: FormColumn, told: Sequence[str]) -> QuestionDraft:
    """A draft by the answers: options where words come again and again, figures, steps of a scale, or words."""
    answers = [words for one in told if one != NONE_TICKED and (words := without_markup(one))]
    said = [one for one in answers if unanswered_by(one) is None and plain(one)]
    if column.options:
        return _draft(column, QuestionKind.SEVERAL_CHOICES, _as_options(column.options), other=True)
    for guess in (_scale, _figures, _choices):
        found = guess(column, said) if said else None
        if found is not None:
            return found
    return _draft(column, QuestionKind.TEXT)


def _draft(
    column: FormColumn,
    kind: QuestionKind,
    options: Iterable[OptionDraft] = (),
    *,
    unit: str = "",
    other: bool = False,
) -> QuestionDraft:
    kept = tuple(options)
    if column.options and len(kept) < 2:
        kind, kept = QuestionKind.TEXT, ()
    allow_other = other and any(one.is_other for one in kept)
    return QuestionDraft(
        column.heading, Topic.OTHER, kind, code=column.code, unit=unit, allow_other=allow_other, options=kept
    )


def _as_options(wordings: Iterable[str]) -> list[OptionDraft]:
    """Each once, an option called “Other” as such; two that differ in marks alone are told apart by them."""
    found: dict[str, OptionDraft] = {}
    for one in wordings:
        text = clean_text(one)
        if text and words_key(text) not in found:
            found[words_key(text)] = OptionDraft(text, is_other=is_other(text))
    return list(found.values())


def is_other(text: str) -> bool:
    """Whether an option stands for what is not offered."""
    return plain(text).split()[:1] in (["other"], ["others"]) and len(plain(text).split()) <= 4


def _scale(column: FormColumn, said: Sequence[str]) -> QuestionDraft | None:
    """Steps from 1 up of which one or more has words, or the five words of a scale that forms offer."""
    words = Counter(said)
    usual = scale_that_fits(list(words))
    if usual is not None and len(words) >= 2:
        named = {step: one for one in words if (step := step_of(one))}
        steps = [named.get(step, usual[step - 1]) for step in range(1, 6)]
        return _draft(
            column, QuestionKind.SCALE, (OptionDraft(one, score=n) for n, one in enumerate(steps, 1))
        )
    steps_found: dict[int, str] = {}
    worded = False
    for one in words:
        match = _NUMBERED.fullmatch(one)
        if match is None:
            return None
        worded = worded or bool(match[2])
        number = int(match[1])
        if number not in steps_found or match[2]:
            steps_found[number] = f"{number} - {match[2]}" if match[2] else str(number)
    first, last = min(steps_found), max(steps_found)
    small = last <= 5 and first >= 1 and len(steps_found) >= 3 and len(said) >= 3 * len(steps_found)
    if last > _MOST_STEPS or first not in (0, 1) or not (worded or small):
        return None
    steps_of = [(n, steps_found.get(n, str(n))) for n in range(first, last + 1)]
    return _draft(column, QuestionKind.SCALE, (OptionDraft(w, score=n) for n, w in steps_of))


def _figures(column: FormColumn, said: Sequence[str]) -> QuestionDraft | None:
    """Nearly all are figures; one that counts people counts whole ones."""
    figures = [read_figure(one) for one in said]
    known = [one for one in figures if one is not None]
    if 10 * len(known) < 9 * len(said) or not any(one.plain for one in known):
        return None
    percent = bool(_PERCENT.search(column.heading)) or any(one.percent for one in known)
    bounds = [bound for one in known for bound in (one.low, one.high) if bound is not None]
    if percent:
        fits = all(0 <= one <= 100 for one in bounds)
        return _draft(column, QuestionKind.NUMBER, unit="%" if fits else "")
    whole = all(one.denominator == 1 and one >= 0 for one in bounds)
    if whole and _PEOPLE.search(column.heading):
        return _draft(column, QuestionKind.PEOPLE, unit="people")
    return _draft(column, QuestionKind.NUMBER)


def _choices(column: FormColumn, said: Sequence[str]) -> QuestionDraft | None:
    """Words that come again and again. Where cells join them, by semicolon or line, several may be chosen."""
    joined = sum(bool(re.search(r"[;\n|]", one.strip(" ;"))) for one in said)
    if joined:
        parts = Counter(clean_text(p) for one in said for p in re.split(r"[;\n|]", one) if plain(p))
        if _come_again(parts, len(said)):
            return _draft(column, QuestionKind.SEVERAL_CHOICES, _as_options(_often(parts)), other=True)
        return None
    whole = Counter(map(clean_text, said))
    pieces = Counter(clean_text(p) for one in said for p in one.split(",") if plain(p))
    if any("," in one for one in said) and _come_again(pieces, len(said)) and 2 * len(pieces) <= len(whole):
        return _draft(column, QuestionKind.SEVERAL_CHOICES, _as_options(_often(pieces)), other=True)
    if _come_again(whole, len(said)):
        return _draft(column, QuestionKind.ONE_CHOICE, _as_options(_often(whole)), other=True)
    return None


def _come_again(words: Mapping[str, int], cells: int) -> bool:
    keys = {words_key(one) for one in words}
    repeated = sum(words.values()) >= _TIMES_EACH * len(words)
    short = max(map(len, words), default=0) <= _LONGEST_CHOICE
    return 2 <= len(keys) <= _MOST_CHOICES and repeated and short and cells > 2


def _often(words: Counter[str]) -> list[str]:
    """The most frequent first, “Other” last."""
    order = [one for one, _ in words.most_common()]
    return [one for one in order if not is_other(one)] + [one for one in order if is_other(one)]


def told_apart(draft: QuestionDraft, held: Sequence[Question], wave_name: str) -> QuestionDraft:
    """With a code and words that no question of the survey has: one may have asked something else by them before."""
    codes, wordings = {one.code for one in held}, {one.wording.casefold() for one in held}
    code = draft.code
    if code_key(code) in codes:
        code = f"{code}_{wave_name}" if f"{code}_{wave_name}" not in codes else ""
    wording = draft.wording
    if " ".join(wording.split()).casefold() in wordings:
        wording = f"{wording} ({wave_name})"
    return replace(draft, code=code, wording=wording)


# --- before it is there -----------------------------------------------------------------------------------


def asked_for(draft: QuestionDraft, column_key: str, wave_id: str, survey_id: str) -> Asked:
    """The question of a draft, with keys that stand in until it is added."""
    key = f"new:{column_key}"
    options = []
    for place, one in enumerate(draft.options, 1):
        given = OptionDraft(one) if isinstance(one, str) else one
        options.append(
            Option(
                f"{key}:{place}", key, place, given.wording, given.score, given.low, given.high, given.is_other,
                given.stands_for,
            )
        )  # fmt: skip
    question = Question(
        key, survey_id, draft.code or column_key, draft.topic, draft.kind, 0, draft.wording, draft.help, draft.unit,
        draft.role, draft.better, draft.allow_other, None, tuple(options),
    )  # fmt: skip
    return Asked(
        "", wave_id, question, 0, draft.wording, tuple(AskedOption(one, one.wording) for one in options)
    )
