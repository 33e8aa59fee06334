"""The question that each column of an answers file answers, with the words that are known or decided of it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from resources.database import Database
from resources.files.cells import clean_text
from resources.files.forms.forms_file import FormsFile
from resources.files.forms.layout import FormColumn
from resources.files.markup import without_markup
from resources.words import plain
from workforce.survey.answers.checked import UnknownWords
from workforce.survey.answers.checks.proposing import asked_for, is_other, propose, told_apart
from workforce.survey.answers.decisions import Decisions, Means, WordsDecision, refuse_unfinished
from workforce.survey.answers.mapping import Uses, asked_now
from workforce.survey.answers.read_answer import Known, Reader, offered_words
from workforce.survey.answers.words.choices import Vocabulary
from workforce.survey.answers.words.figures import read_figure
from workforce.survey.answers.words.known_words import known_words
from workforce.survey.plain_words import words_key
from workforce.survey.questionnaire.editing import QuestionDraft
from workforce.survey.questionnaire.questions import Option, question, questions
from workforce.survey.vocabulary import AnswerState, ColumnUse, QuestionKind
from workforce.survey.waves.asked import Asked, AskedOption, asked_of_wave
from workforce.survey.waves.waves import Wave

_NEW_OPTION = "new option:"


@dataclass(frozen=True)
class AskedColumns:
    """By column: its question, what words of it are known to mean, and how its figures are read.

    `held` are the words decided at earlier files, `said` those decided now.
    """

    file: FormsFile
    asked: Mapping[str, Asked]
    drafts: Mapping[str, QuestionDraft]
    known: Mapping[str, Mapping[str, Known]]
    held: Mapping[str, Mapping[str, Known]]
    said: Mapping[tuple[str, str], WordsDecision]
    readers: Mapping[str, Reader]
    guessed: frozenset[str] = frozenset()
    """Where figures up to 1 are read as shares though nobody said so."""

    def parts(self) -> dict[str, dict[str, WordsDecision]]:
        """What figures between 0 and 1 are read as where that had to be said: half, or half of one per cent."""
        found: dict[str, dict[str, WordsDecision]] = {}
        for key, reader in self.readers.items():
            if reader.shares is None:
                continue
            for told in dict.fromkeys(_told(self.file, key)):
                if _is_part(told):
                    answer = reader.read(told).answer
                    if answer is not None and answer.low is not None:
                        decision = WordsDecision(Means.FIGURE, low=answer.low, high=answer.high, wording=told)
                        found.setdefault(key, {})[words_key(told)] = decision
        return found

    def not_offered(self, column: FormColumn) -> list[UnknownWords]:
        """The options with columns of their own that the question does not have and nobody ticked."""
        asked = self.asked[column.key]
        offered, known = offered_words(asked), self.known.get(column.key, {})
        return [
            UnknownWords(column.key, words_key(one), one, 0, ())
            for one in column.options
            if plain(one)
            and not any(one in told for told in self.file.told_in(column))
            and offered.find(one) is None
            and words_key(one) not in known
            and plain(one).split()[0] != "other"
        ]

    def decided(self, column: FormColumn) -> list[UnknownWords]:
        """The words of this column of which something is decided, now or at an earlier file."""
        known = self.known.get(column.key, {})
        pieces = pieces_told(self.file, column) if known else {}
        found = []
        for key, meant in known.items():
            now = self.said.get((column.key, key))
            said, lines = pieces.get(key, ("", ()))
            if now is not None or lines:
                words = said or (now.wording if now else "") or key
                decision = now or decision_of(meant)
                found.append(
                    UnknownWords(
                        column.key, key, words, len(lines), tuple(lines), decision=decision,
                        remembered=now is None,
                    )
                )  # fmt: skip
        return found


def pieces_told(file: FormsFile, column: FormColumn) -> dict[str, tuple[str, list[int]]]:
    """Every cell of a column and every piece of it by its key, as it is first written, with its lines."""
    found: dict[str, tuple[str, list[int]]] = {}
    place = file.columns.index(column)
    for one in file.responses:
        told = without_markup(one.told[place])
        pieces = {words_key(piece): piece for piece in (told, *re.split(r"[;\n|,]", told)) if plain(piece)}
        for key, piece in pieces.items():
            found.setdefault(key, (clean_text(piece), []))[1].append(one.line)
    return found


def decision_of(known: Known) -> WordsDecision:
    """What was decided at an earlier file."""
    if known.option_id is not None:
        return WordsDecision(Means.OPTION, known.option_id)
    if known.state is AnswerState.DONT_KNOW:
        return WordsDecision(Means.DONT_KNOW)
    if known.state is AnswerState.NOT_APPLICABLE:
        return WordsDecision(Means.NOT_APPLICABLE)
    if known.low is not None or known.high is not None:
        return WordsDecision(Means.FIGURE, low=known.low, high=known.high)
    return WordsDecision(Means.OTHER)


def known_of(decision: WordsDecision, option_id: str | None = None) -> Known:
    """What is kept of a decision; `option_id` is that of the option it is, where it is one."""
    if decision.means in (Means.OPTION, Means.NEW_OPTION):
        return Known(option_id or decision.option_id)
    if decision.means is Means.DONT_KNOW:
        return Known(state=AnswerState.DONT_KNOW)
    if decision.means is Means.NOT_APPLICABLE:
        return Known(state=AnswerState.NOT_APPLICABLE)
    if decision.means is Means.FIGURE:
        return Known(low=decision.low, high=decision.high)
    return Known()


def asked_columns(
    db: Database, of_wave: Wave, file: FormsFile, uses: Uses, decisions: Decisions
) -> AskedColumns:
    """Every used column with its question, as the wave asked it or as it would be added."""
    in_wave = {one.question.id: one for one in asked_of_wave(db, of_wave.id)}
    asked: dict[str, Asked] = {}
    drafts: dict[str, QuestionDraft] = {}
    held_now = questions(db, of_wave.survey_id, retired=True)
    for column in file.columns:
        use = uses[column.key]
        if use.use is ColumnUse.QUESTION:
            asked[column.key] = in_wave.get(use.question_id) or asked_now(
                question(db, use.question_id), of_wave.id
            )
        elif use.use is ColumnUse.NEW_QUESTION:
            proposed = propose(column, file.told_in(column))
            drafts[column.key] = told_apart(proposed, held_now, of_wave.name)
            asked[column.key] = asked_for(drafts[column.key], column.key, of_wave.id, of_wave.survey_id)
    by_question = known_words(db, (one.question.id for one in asked.values()))
    held = {key: by_question.get(one.question.id, {}) for key, one in asked.items()}
    for key in decisions.shares.keys() & held.keys():  # what is said now goes before what was said then
        held[key] = {words: known for words, known in held[key].items() if not _is_part(words)}
    said = _fitting(asked, decisions.words)
    asked, now = _with_decided(file, asked, said)
    known = {key: {**held[key], **now.get(key, {})} for key in asked}
    shares = {
        key: read_as
        for key, one in asked.items()
        if (read_as := decisions.shares.get(key, _are_shares(one, _told(file, key), held[key]))) is not None
    }
    guessed = {key for key, as_shares in shares.items() if as_shares and key not in decisions.shares}
    guessed -= {key for key in guessed if any(map(_is_part, held[key]))}
    readers = {
        key: Reader(one, known[key], shares=shares.get(key), recurring=_recurring(file, key, one, known[key]))
        for key, one in asked.items()
    }
    return AskedColumns(file, asked, drafts, known, held, said, readers, frozenset(guessed))


def _told(file: FormsFile, key: str) -> list[str]:
    return file.told_in(next(one for one in file.columns if one.key == key))


def new_option_key(column_key: str, key: str) -> str:
    """The key that stands in for an option until it is added."""
    return f"{_NEW_OPTION}{column_key}:{key}"


def _fitting(
    asked: Mapping[str, Asked], words: Mapping[tuple[str, str], WordsDecision]
) -> dict[tuple[str, str], WordsDecision]:
    """What is decided of words of these questions; an option of another question decides nothing of them."""
    found = {}
    for (column, key), decision in words.items():
        if column not in asked:
            continue
        refuse_unfinished(decision, key)
        options = {one.id for one in asked[column].question.options}
        if decision.means is not Means.OPTION or decision.option_id in options:
            found[(column, key)] = decision
    return found


def _with_decided(
    file: FormsFile, asked: Mapping[str, Asked], words: Mapping[tuple[str, str], WordsDecision]
) -> tuple[dict[str, Asked], dict[str, dict[str, Known]]]:
    """The questions with the options that are to be added, and what the words decided now mean."""
    with_new, now = dict(asked), dict[str, dict[str, Known]]()
    for (column, key), decision in words.items():
        option = None
        if decision.means is Means.NEW_OPTION:
            option = new_option_key(column, key)
            with_new[column] = _with_option(
                with_new[column], option, decision.wording or _as_written(file, column, key)
            )
        now.setdefault(column, {})[key] = known_of(decision, option)
    return with_new, now


def _as_written(file: FormsFile, column_key: str, key: str) -> str:
    """Words as the file has them first, by their key."""
    column = next(one for one in file.columns if one.key == column_key)
    said = pieces_told(file, column).get(key, ("", []))[0]
    return said or next((one for one in column.options if words_key(one) == key), key)


def _with_option(asked: Asked, key: str, wording: str) -> Asked:
    place = len(asked.question.options) + 1
    added = Option(key, asked.question.id, place, wording, is_other=is_other(wording))
    question_ = replace(asked.question, options=(*asked.question.options, added))
    return replace(asked, question=question_, options=(*asked.options, AskedOption(added, wording)))


# --- how a column is read ---------------------------------------------------------------------------------


def _are_shares(asked: Asked, told: Sequence[str], held: Mapping[str, Known]) -> bool | None:
    """Whether figures up to 1 are shares: as it was said before, or as no bare figure is above 1; None: to be said."""
    if asked.question.unit != "%":
        return None
    for key, known in held.items():
        figure = read_figure(key) if _is_part(key) else None
        if figure is not None and figure.low is not None and known.low is not None:
            return Fraction(known.low) != figure.low
    bare = [one.low for words in told if (one := read_figure(words)) and one.plain and one.low is not None]
    if not any(0 < one < 1 for one in bare):
        return False
    signed = any((one := read_figure(words)) and one.percent for words in told)
    return True if len(bare) > 1 and max(bare) <= 1 and not signed else None


def _is_part(told: str) -> bool:
    """Whether a cell holds a bare figure between 0 and 1."""
    figure = read_figure(told)
    return figure is not None and figure.plain and figure.low is not None and 0 < figure.low < 1


def _recurring(file: FormsFile, key: str, asked: Asked, known: Mapping[str, Known]) -> Vocabulary:
    """Words of no option that stand alone in a cell or in two cells or more, so that they part what is joined."""
    if asked.question.kind is not QuestionKind.SEVERAL_CHOICES:
        return Vocabulary({})
    column = next(one for one in file.columns if one.key == key)
    times: Counter[str] = Counter(dict.fromkeys(column.options, 2))
    reader = Reader(asked, known)
    for one in file.told_in(column):
        for words in reader.read(one).unknown:
            pieces = [clean_text(part) for part in words.split(",") if plain(part)]
            times.update(dict.fromkeys(pieces, 1) if len(pieces) > 1 else {words: 2})
    return Vocabulary({words: words for words, number in times.items() if number > 1 and plain(words)})
