"""One figure in two waves, of all answers and of those who answered both times, with what may be said of it."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from resources.statistics import BASES_OF_PROVIDERS, BaseRule, Interval, Verdict
from resources.wording import rounded, rounded_whole
from resources.words import Word
from workforce.survey.analysis.frame import AnalysisFilter
from workforce.survey.questionnaire.matching import QuestionMatch
from workforce.survey.vocabulary import Better, Measure
from workforce.survey.waves.waves import Wave


class Compares(Word):
    """What a row compares."""

    OPTION = "option", "Share that chose it"
    TOP = "top", "Share at the upper end of the scale"
    MIDDLE = "middle", "Median"
    STEP = "step", "Typical provider’s share"
    RATE = "rate", "Typical rate"

    @property
    def of_yes_or_no(self) -> bool:
        """Whether each answer either is counted or is not; else each has a figure of its own."""
        return self in (Compares.OPTION, Compares.TOP)

    @property
    def is_percentage(self) -> bool:
        """Whether the figure runs from 0% to 100% (a turnover rate may run above)."""
        return self is not Compares.MIDDLE


@dataclass(frozen=True)
class Figure:
    """A figure of one wave and how many answers stand behind it. A share has a `count`; a percentage runs from 0 to 1.

    `pooled` is the same of all people together, where there is one: shown beside it, never judged. A figure that hangs
    on texts of which so many are `not_coded` is not shown.
    """

    value: Fraction | None
    base: int
    compares: Compares = Compares.OPTION
    count: int | None = None
    pooled: Fraction | None = None
    rule: BaseRule = BASES_OF_PROVIDERS
    not_coded: int = 0

    @property
    def hidden(self) -> bool:
        """Whether the base is too small to show it."""
        return self.base < max(self.rule.hide, 1)

    @property
    def small(self) -> bool:
        """Whether the base is to be marked as small."""
        return self.base < self.rule.flag

    @property
    def printed(self) -> Decimal | None:
        """As it is printed: a whole percentage, or a median with one decimal; None where it is not shown."""
        return None if self.hidden or self.not_coded else printed(self.value, self.compares)

    @property
    def pooled_printed(self) -> Decimal | None:
        """The same for the pooled figure."""
        return None if self.hidden else printed(self.pooled, self.compares)


def printed(value: Fraction | None, compares: Compares) -> Decimal | None:
    """A whole percentage, or a figure with one decimal."""
    if value is None:
        return None
    return Decimal(rounded_whole(value * 100)) if compares.is_percentage else rounded(value, 1)


@dataclass(frozen=True)
class Compared:
    """Before and after on one basis.

    `pairs` are those who answered both times, of whom `up` now say it (or have a higher figure) and `down` no longer
    do; None where all answers are compared. `p_corrected` takes into account how many rows are compared. `leans` is 1
    where the answers point up, -1 where they point down.
    """

    before: Figure
    after: Figure
    verdict: Verdict
    interval: Interval | None = None
    p: float | None = None
    p_corrected: float | None = None
    pairs: int | None = None
    up: int = 0
    down: int = 0
    leans: int = 0

    @property
    def points(self) -> Decimal | None:
        """The difference of the printed figures, in percentage points for percentages."""
        if not self.verdict.is_subtracted:
            return None
        if self.before.printed is None or self.after.printed is None:
            return None
        return self.after.printed - self.before.printed


@dataclass(frozen=True)
class ChangeRow:
    """One thing that both waves measured. `option_id` or `measure` says what of the question is meant.

    `not_coded` is why a code or “other” is not compared: texts that nobody looked at yet.
    """

    compares: Compares
    name: str
    question_id: str | None
    question: str
    all_answers: Compared
    same_providers: Compared | None
    better: Better = Better.NEITHER
    option_id: str | None = None
    measure: Measure = Measure.NONE
    what_changed: tuple[str, ...] = ()
    decided: bool = False
    not_coded: str = ""

    @property
    def question_changed(self) -> bool:
        """Whether the two figures answer two questions."""
        return self.all_answers.verdict is Verdict.QUESTION_CHANGED


@dataclass(frozen=True)
class OneWaveOnly:
    """A question that only one of the two waves asked."""

    question_id: str
    question: str
    asked_later: bool


@dataclass(frozen=True)
class Comparison:
    """What changed from one wave to another. `pairs` answered both times; `rule` and `notes` are sentences.

    `breaks` are the questions that changed and that nobody called comparable.
    """

    earlier: Wave
    later: Wave
    rows: tuple[ChangeRow, ...]
    one_wave_only: tuple[OneWaveOnly, ...]
    breaks: tuple[QuestionMatch, ...]
    responses_before: int
    responses_after: int
    pairs: int
    corrected: bool
    rule: tuple[str, ...]
    notes: tuple[str, ...] = ()
    filter: AnalysisFilter = field(default_factory=AnalysisFilter)

    def of_question(self, question_id: str) -> tuple[ChangeRow, ...]:
        """The rows of one question."""
        return tuple(row for row in self.rows if row.question_id == question_id)

    def measured(self, measure: Measure) -> ChangeRow | None:
        """The row of a measure such as the vacancy rate."""
        return next(
            (row for row in self.rows if row.measure is measure and measure is not Measure.NONE), None
        )
