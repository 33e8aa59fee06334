"""How often each code was written in each wave, and how much of what was written is coded."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resources.database import Database
from resources.statistics import Share, share
from workforce.survey.coding.texts import CodedText, texts
from workforce.survey.questionnaire.questions import Question, question
from workforce.survey.waves.waves import Wave, waves


@dataclass(frozen=True)
class CodeCount:
    """A code with how many responses of each wave wrote it; `offered` where it could be chosen as well."""

    option_id: str
    wording: str
    offered: bool
    waves: Mapping[str, int]

    @property
    def total(self) -> int:
        """In all waves."""
        return sum(self.waves.values())


@dataclass(frozen=True)
class TextCounts:
    """What was written to a question, counted by response; a response counts in each code that its text has."""

    question: Question
    waves: tuple[Wave, ...]
    codes: tuple[CodeCount, ...]
    written: Mapping[str, int]
    fits_none: Mapping[str, int]
    not_coded: Mapping[str, int]

    def share(self, count: CodeCount, wave_id: str) -> Share:
        """Of those who wrote something in that wave."""
        return share(count.waves.get(wave_id, 0), self.written.get(wave_id, 0))


def text_counts(db: Database, question_id: str, held: Sequence[CodedText] | None = None) -> TextCounts:
    """Count; `held` are the texts of the question where they are read already."""
    of = question(db, question_id)
    written, none, left = Counter[str](), Counter[str](), Counter[str]()
    by_code: dict[str, Counter[str]] = {}
    for one in texts(db, question_id) if held is None else held:
        times = Counter(one.waves)
        written += times
        none += times if one.fits_none else Counter()
        left += times if not one.is_coded else Counter()
        for code in one.codes:
            by_code.setdefault(code.option_id, Counter()).update(times)
    counts = [
        CodeCount(option.id, option.wording, not option.from_coding, by_code[option.id])
        for option in of.options
        if option.id in by_code
    ]
    counts.sort(key=lambda one: (-one.total, one.wording.casefold()))
    shown = tuple(one for one in waves(db, of.survey_id) if one.id in written)
    return TextCounts(of, shown, tuple(counts), written, none, left)
