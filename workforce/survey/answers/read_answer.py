"""What a cell says as the answer to a question; words that say nothing sure are named, never guessed at. Pure.

“Don’t know”, “not applicable” and nothing at all are three things, and none of them is an answer.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from resources.files.cells import clean_text, shown
from resources.files.forms.answer_words import Unanswered, step_of, unanswered_by
from resources.files.forms.layout import NONE_TICKED
from resources.files.markup import without_markup
from resources.words import plain
from workforce.survey.answers.responses import Answer
from workforce.survey.answers.words.choices import Told, Vocabulary, told_in, vocabulary
from workforce.survey.answers.words.figures import Figure, figure_text, read_figure
from workforce.survey.plain_words import words_key
from workforce.survey.questionnaire.questions import Option
from workforce.survey.vocabulary import AnswerState, QuestionKind
from workforce.survey.waves.asked import Asked


@dataclass(frozen=True)
class Known:
    """What words were once decided to mean: an option, a state or bounds; all of them empty: kept as “other”."""

    option_id: str | None = None
    state: AnswerState | None = None
    low: str | None = None
    high: str | None = None


@dataclass(frozen=True)
class Reading:
    """What a cell says. No answer and nothing `unknown`: the question was not answered.

    `unknown` are words that stand for nothing yet; they are kept as they stand until it is decided. `problem` is why
    the row cannot be taken in with this cell. `notes` say what was dropped. `may_be_share`: 0.5 may be half or half
    of one per cent.
    """

    answer: Answer | None = None
    unknown: tuple[str, ...] = ()
    problem: str = ""
    notes: tuple[str, ...] = ()
    may_be_share: bool = False


NOTHING = Reading()
_STATES = {
    Unanswered.DONT_KNOW: AnswerState.DONT_KNOW,
    Unanswered.NOT_APPLICABLE: AnswerState.NOT_APPLICABLE,
}


class Reader:
    """Reads the cells of one column as answers to a question as it was asked; the same words are read once.

    `known` are decided words by their key; `shares` says that figures up to 1 are shares, or that they are not;
    `recurring` are words of no option that other cells of the column have too.
    """

    def __init__(
        self,
        asked: Asked,
        known: Mapping[str, Known] | None = None,
        *,
        shares: bool | None = None,
        recurring: Vocabulary | None = None,
    ) -> None:
        self.asked, self.known, self.shares = asked, known or {}, shares
        self.offered = offered_words(asked)
        decided = {words: words for words in self.known}
        self.parting = Vocabulary({**(recurring.words if recurring else {}), **decided})
        self._read: dict[str, Reading] = {}

    def read(self, told: str) -> Reading:
        """What a cell says."""
        found = self._read.get(told)
        if found is None:
            found = self._read[told] = self._reading(told)
        return found

    def _reading(self, told: str) -> Reading:
        kind = self.asked.question.kind
        if told == NONE_TICKED:
            return Reading(Answer()) if kind is QuestionKind.SEVERAL_CHOICES else NOTHING
        words = without_markup(told)
        if not words:
            return NOTHING
        decided = self.known.get(words_key(words))
        if decided is not None:
            return Reading(_decided(self.asked, words, decided))
        if kind is not QuestionKind.TEXT and not plain(words) and not _stars(words):
            return NOTHING  # dashes and dots say nothing
        if not kind.has_options or self.offered.find(words) is None:
            unanswered = unanswered_by(words)
            if unanswered is Unanswered.NOTHING:
                return Reading(notes=(f"{shown(words)} counts as not answered",))
            if unanswered is not None:
                return Reading(Answer(_STATES[unanswered], said=words))
        reading = _READERS[kind](_Cell(self, words))
        raw = clean_text(told, keep_lines=True)
        if kind is QuestionKind.TEXT and reading.answer and raw != words:
            return replace(reading, answer=replace(reading.answer, said=raw))
        return reading


def read(
    asked: Asked, told: str, known: Mapping[str, Known] | None = None, *, shares: bool | None = None
) -> Reading:
    """What one cell says as the answer to a question as it was asked."""
    return Reader(asked, known, shares=shares).read(told)


@dataclass(frozen=True)
class _Cell:
    reader: Reader
    words: str

    @property
    def asked(self) -> Asked:
        return self.reader.asked

    @property
    def known(self) -> Mapping[str, Known]:
        return self.reader.known

    @property
    def shares(self) -> bool | None:
        return self.reader.shares

    @property
    def offered(self) -> Vocabulary:
        return self.reader.offered


def offered_words(asked: Asked) -> Vocabulary:
    """The options that may be told in a cell: those asked in the wave's words first, then in their own words."""
    pairs = [(one.wording, one.option.id) for one in asked.options]
    pairs += [(one.option.wording, one.option.id) for one in asked.options]
    pairs += [(one.wording, one.id) for one in asked.question.options if not one.from_coding]
    return vocabulary(pairs)


def _decided(asked: Asked, words: str, decided: Known) -> Answer:
    if decided.state is not None and decided.state is not AnswerState.ANSWERED:
        return Answer(decided.state, said=words)
    if decided.option_id is not None and _is_other(asked, decided.option_id):
        return _with_text(asked, (decided.option_id,), words)
    if decided.option_id is not None:
        return _chosen(asked, (decided.option_id,), said=words)
    if decided.low is not None or decided.high is not None:
        return Answer(low=decided.low, high=decided.high, said=words)
    return _with_text(asked, (), words)


# --- choices ----------------------------------------------------------------------------------------------


def _one_choice(cell: _Cell) -> Reading:
    return _from_told(cell, told_in(cell.words, cell.offered, several=False))


def _several(cell: _Cell) -> Reading:
    return _from_told(cell, told_in(cell.words, cell.offered, cell.reader.parting, several=True))


def _from_told(cell: _Cell, told: Told) -> Reading:
    """Options by their own or known words; what is no option stays in words, as “other”."""
    keys = list(told.keys)
    texts = list(told.other)
    unknown: list[str] = []
    states: list[AnswerState] = []
    read_as = bool(told.other)
    alone = told.other_alone and bool(_other(cell.asked))
    for words in (*told.unknown, *(["Other"] if told.other_alone and not alone else [])):
        decided = cell.known.get(words_key(words))
        if decided is None:
            state = _STATES.get(unanswered) if (unanswered := unanswered_by(words)) else None
            if state is None and unanswered is None:
                unknown.append(words)
                texts.append(words)
            elif state is not None:
                states.append(state)
            read_as = read_as or state is not None
        elif decided.option_id is not None:
            keys.append(decided.option_id)
            read_as = True
            texts += [words] if _is_other(cell.asked, decided.option_id) else []
        elif decided.state is not None and decided.state is not AnswerState.ANSWERED:
            states.append(decided.state)
            read_as = True
        else:
            texts.append(words)
    said = cell.words if read_as else ""
    if not keys and not texts and states:
        return Reading(Answer(states[0], said=cell.words))
    if alone or (texts and _other(cell.asked) and not any(_is_other(cell.asked, one) for one in keys)):
        keys += [one.id for one in _other(cell.asked)[:1] if one.id not in keys]
    if not keys and not texts:
        return NOTHING
    answer = _chosen(cell.asked, tuple(dict.fromkeys(keys)), text="; ".join(texts), said=said)
    return Reading(answer, tuple(unknown), notes=_dropped(cell.asked, keys, answer))


def _other(asked: Asked) -> list[Option]:
    return [one.option for one in asked.options if one.option.is_other]


def _is_other(asked: Asked, option_id: str) -> bool:
    """Whether an option stands for what is not offered, so that words decided to be it are its text."""
    return any(one.id == option_id and one.is_other for one in asked.question.options)


def _with_text(asked: Asked, keys: tuple[str, ...], text: str) -> Answer:
    if not asked.question.kind.has_options:
        return Answer(text=text)
    return Answer(options=keys or tuple(one.id for one in _other(asked)[:1]), text=text)


def _chosen(asked: Asked, keys: tuple[str, ...], *, text: str = "", said: str = "") -> Answer:
    """Options that stand for a state make the answer that state, unless others were chosen too: then they drop."""
    by_id = {one.id: one for one in asked.question.options}
    real = tuple(one for one in keys if one not in by_id or by_id[one].stands_for is None)
    if not real and not text:
        states = [by_id[one].stands_for for one in keys]
        return Answer(states[0] or AnswerState.ANSWERED, said=said)
    answer = Answer(options=real, text=text, said=said)
    if asked.question.kind is QuestionKind.BAND and len(real) == 1 and real[0] in by_id:
        return replace(answer, low=by_id[real[0]].low, high=by_id[real[0]].high)
    return answer


def _dropped(asked: Asked, keys: list[str], answer: Answer) -> tuple[str, ...]:
    by_id = {one.id: one for one in asked.question.options}
    gone = [by_id[one].wording for one in keys if one in by_id and one not in answer.options]
    if answer.state is not AnswerState.ANSWERED or not gone:
        return ()
    return tuple(f"“{wording}” was chosen beside other options, and is left out" for wording in gone)


# --- scales -----------------------------------------------------------------------------------------------

_NUMBERED = re.compile(r"(-?\d+)(?:\.0+)?\s*(?:/\s*(\d+)|out of (\d+))?\s*(?:[-–—:.)(=]\s*)?(.*?)\)?")


def _stars(words: str) -> bool:
    return set(words) <= {"★", "☆", "⭐", " "} and bool(words.strip())


def _scale(cell: _Cell) -> Reading:
    words = cell.words
    found = cell.offered.find(words)
    if found is not None:
        return Reading(_chosen(cell.asked, (found,)))
    if _stars(words):
        words = str(words.count("★") + words.count("⭐"))
    steps = {one.option.score: one.option for one in cell.asked.options if one.option.score is not None}
    match = _NUMBERED.fullmatch(words)
    if match is None:
        return _by_family(cell, steps)
    number, most, named = int(match[1]), match[2] or match[3], match[4]
    option = steps.get(number)
    if option is None and steps:
        return _out_of_steps(cell, f"{shown(cell.words)} is not a step from {min(steps)} to {max(steps)}")
    if option is None:
        return _from_told(cell, told_in(cell.words, cell.offered, several=False))
    if most and int(most) != max(steps):
        return _out_of_steps(
            cell, f"{shown(cell.words)} is out of {most}, and the question out of {max(steps)}"
        )
    other = cell.offered.find(named) if named else None
    if other is not None and other != option.id:
        return _out_of_steps(cell, f"{shown(cell.words)} says one step in figures and another in words")
    return Reading(_chosen(cell.asked, (option.id,), said=cell.words))


def _by_family(cell: _Cell, steps: Mapping[int, Option]) -> Reading:
    """“Tend to agree” on a scale whose step says “Agree”."""
    wordings = [one.wording for one in cell.asked.options if one.option.score is not None]
    step = step_of(cell.words) if len(steps) == 5 else None
    if step is not None and all(step_of(wording) == place for place, wording in enumerate(wordings, 1)):
        return Reading(_chosen(cell.asked, (steps[sorted(steps)[step - 1]].id,), said=cell.words))
    return _from_told(cell, told_in(cell.words, cell.offered, several=False))


def _out_of_steps(cell: _Cell, problem: str) -> Reading:
    return Reading(unknown=(clean_text(cell.words),), problem=problem)


# --- figures ----------------------------------------------------------------------------------------------


def _number(cell: _Cell) -> Reading:
    figure = read_figure(cell.words, cell.asked.question.unit)
    if figure is None:
        return _in_words(cell)
    if cell.asked.question.unit == "%":
        return _percentage(cell, figure)
    if figure.percent:
        return _in_words(cell)
    return _figure(cell, figure)


def _in_words(cell: _Cell) -> Reading:
    """Words that say no figure stay as they stand until it is decided what they mean."""
    words = clean_text(cell.words)
    return Reading(Answer(text=cell.words), unknown=(words,))


def _people(cell: _Cell) -> Reading:
    figure = read_figure(cell.words)
    if figure is None or figure.percent:
        return _in_words(cell)
    bounds = [one for one in (figure.low, figure.high) if one is not None]
    if any(one < 0 for one in bounds):
        return _out_of_steps(cell, f"{shown(cell.words)} is less than nobody")
    if any(one.denominator != 1 for one in bounds):
        return _out_of_steps(cell, f"{shown(cell.words)} is not a whole number of people")
    low = figure.low + 1 if figure.beyond_low and figure.low is not None else figure.low
    high = figure.high - 1 if figure.beyond_high and figure.high is not None else figure.high
    if low is not None and high is not None and high < low:
        return _out_of_steps(cell, f"{shown(cell.words)} is less than nobody")
    return _figure(cell, replace(figure, low=low, high=high))


def _percentage(cell: _Cell, figure: Figure) -> Reading:
    low, high = figure.low, figure.high if figure.high is not None else Fraction(100)
    if not figure.percent and _within_one(figure):
        if cell.shares is None and figure.low is not None and figure.low.denominator != 1:
            return Reading(Answer(text=cell.words), may_be_share=True)
        if cell.shares:
            low, high = (100 * low if low is not None else None), 100 * high
            figure = replace(figure, plain=False)
    if any(one is not None and not 0 <= one <= 100 for one in (low, high)):
        return _out_of_steps(cell, f"{shown(cell.words)} is not from 0 to 100 per cent")
    return _figure(cell, replace(figure, low=low, high=high))


def _within_one(figure: Figure) -> bool:
    return (
        figure.low is not None and figure.high is not None and 0 <= figure.low <= 1 and 0 < figure.high <= 1
    )


def _figure(cell: _Cell, figure: Figure) -> Reading:
    low, high = (figure_text(one) if one is not None else None for one in (figure.low, figure.high))
    return Reading(Answer(low=low, high=high, said="" if figure.plain else cell.words))


def _band(cell: _Cell) -> Reading:
    found = cell.offered.find(cell.words)
    if found is not None:
        return Reading(_chosen(cell.asked, (found,)))
    reading = _number(cell)
    if reading.answer is not None and reading.answer.text and reading.unknown:
        return _from_told(cell, told_in(cell.words, cell.offered, several=False))
    return reading


def _text(cell: _Cell) -> Reading:
    return Reading(Answer(text=cell.words))


_READERS: Mapping[QuestionKind, Callable[[_Cell], Reading]] = {
    QuestionKind.ONE_CHOICE: _one_choice,
    QuestionKind.SEVERAL_CHOICES: _several,
    QuestionKind.SCALE: _scale,
    QuestionKind.NUMBER: _number,
    QuestionKind.PEOPLE: _people,
    QuestionKind.BAND: _band,
    QuestionKind.TEXT: _text,
}
