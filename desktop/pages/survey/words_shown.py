"""What the tab of words shows of a survey, read once when it changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.pages.survey.wave_reading import ReadWaves
from workforce.survey.coding.counts import TextCounts, text_counts
from workforce.survey.coding.quotes import Quote, none_words, quotes
from workforce.survey.coding.texts import CodedText, QuestionTexts, questions_with_texts, texts
from workforce.survey.waves.waves import waves


@dataclass(frozen=True)
class WordsWanted:
    """What is asked for: of the survey and wave shown, the question if it has texts, and its quotes as well."""

    survey_id: str
    wave_id: str
    question_id: str = ""
    quotes: bool = False


@dataclass(frozen=True)
class WordsShown:
    """The questions with texts, and of the one shown its texts with their counts.

    `quotes` is None where they were not asked for: whether they name anybody takes a search through the register.
    """

    wanted: WordsWanted
    questions: tuple[QuestionTexts, ...] = ()
    question_id: str = ""
    texts: tuple[CodedText, ...] = ()
    counts: TextCounts | None = None
    waves: Mapping[str, str] = field(default_factory=dict)
    quotes: tuple[Quote, ...] | None = None
    no_quotes: str = ""


def words_shown(wanted: WordsWanted, read: ReadWaves) -> WordsShown:
    """As it stands now."""
    db = read.db
    held = tuple(questions_with_texts(db, wanted.survey_id))
    if not held:
        return WordsShown(wanted)
    keys = [one.question.id for one in held]
    key = wanted.question_id if wanted.question_id in keys else keys[0]
    written = tuple(texts(db, key))
    names = {one.id: one.name for one in waves(db, wanted.survey_id, archived=True)}
    counts = text_counts(db, key, written)
    if not (wanted.quotes and wanted.wave_id):
        return WordsShown(wanted, held, key, written, counts, names)
    found = tuple(quotes(db, wanted.wave_id, key))
    none = none_words(db, wanted.wave_id, found, key)
    return WordsShown(wanted, held, key, written, counts, names, found, none)
