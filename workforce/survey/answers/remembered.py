"""What is remembered of words and names in answers: listed with who decided it, and forgotten."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from resources.database import Database, change
from resources.problem import Problem
from resources.tables import Cell, Column, Table
from resources.wording import capital_first, count_of, shortened
from workforce.survey.answers.answer_words import figure_words
from workforce.survey.answers.decisions import Means
from workforce.survey.vocabulary import AnswerState

FORGETTING = (
    "What is forgotten is asked about again in the next file that has it. Answers taken in stay as they are."
)


class OfWhat(Enum):
    """What is remembered; the value is where it is kept."""

    WORDS = "survey_known_answer"
    NAME = "survey_known_provider"


@dataclass(frozen=True)
class Remembered:
    """Words of a question, or a name, with what they mean and who said so. `of` is the question, '' of a name."""

    id: str
    of_what: OfWhat
    of: str
    said: str
    means: str
    decided_by: str


def remembered(db: Database, survey_id: str) -> list[Remembered]:
    """The words of the questions of a survey in their order, then the names, which hold for every survey."""
    words = [
        Remembered(key, OfWhat.WORDS, wording, said, _means(option, state, low, high, unit), who)
        for key, wording, unit, said, option, state, low, high, who in db.rows(
            """select survey_known_answer.id, survey_question.wording, unit, said, survey_option.wording, state,
                survey_known_answer.low, survey_known_answer.high, decided_by
            from survey_known_answer join survey_question on survey_question.id = survey_known_answer.question_id
            left join survey_option on survey_option.id = option_id
            where survey_id = ? order by survey_question.position, said collate nocase, survey_known_answer.id""",
            (survey_id,),
        )
    ]
    names = [
        Remembered(key, OfWhat.NAME, "", said, who or "Nobody in the register", decided_by)
        for key, said, who, decided_by in db.rows(
            """select survey_known_provider.id, said, coalesce(service.name, provider.name), decided_by
            from survey_known_provider left join service on service.id = service_id
            left join provider on provider.id = survey_known_provider.provider_id
            order by said collate nocase, survey_known_provider.id"""
        )
    ]
    return [*words, *names]


def _means(option: str | None, state: str | None, low: str | None, high: str | None, unit: str) -> str:
    if option is not None:
        return option
    if state is not None:
        return AnswerState(state).label
    if low is not None or high is not None:
        return figure_words(low, high, unit)
    return capital_first(Means.OTHER.value)


def forget(db: Database, some: Iterable[Remembered]) -> int:
    """Let words and names be asked about again, as one change; how many were remembered."""
    kept = list(some)
    if not kept:
        raise Problem("Nothing is chosen to be forgotten. Choose one or more of what is remembered.")
    said = count_of(len(kept), "word or name", "words and names")
    what = f"“{shortened(kept[0].said, 40)}” means" if len(kept) == 1 else f"{said} mean"
    gone = 0
    with change(db, f"Forgot what {what}"):
        for one in kept:
            if db.value(f"select 1 from {one.of_what.value} where id = ?", (one.id,)):
                db.delete_row(one.of_what.value, one.id)
                gone += 1
    return gone


COLUMNS = (
    Column("said", "Words or name", width=220), Column("means", "Means", width=220),
    Column("of", "Answers to", width=260), Column("by", "Decided by", width=140),
)  # fmt: skip


def cells_of(one: Remembered) -> tuple[Cell, ...]:
    """A row of the table."""
    of = one.of if one.of_what is OfWhat.WORDS else "Whose a response is"
    return one.said, one.means, of, one.decided_by


def remembered_table(some: Iterable[Remembered]) -> Table:
    """Everything that is remembered."""
    return Table("What is remembered", COLUMNS, [cells_of(one) for one in some])
