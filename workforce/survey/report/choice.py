"""What a survey report is to hold: whose answers, compared with which wave, and which sections."""

from dataclasses import dataclass, field

from resources.words import Word
from workforce.survey.analysis.frame import AnalysisFilter


class Section(Word):
    """A part of the report that may be left out."""

    FINDINGS = "findings", "Key findings"
    WHO_ANSWERED = "who_answered", "Who was asked, and who answered"
    TOPICS = "topics", "The six topics"
    FUNNEL = "funnel", "From application to start"
    RATES = "rates", "Vacancies and turnover"
    CHANGES = "changes", "What changed"
    IN_WORDS = "in_words", "In providers’ own words"
    PLAN = "plan", "Action plan"
    PRACTICES = "practices", "What providers tried"
    METHOD = "method", "How the figures were made"


@dataclass(frozen=True)
class ReportChoice:
    """`compare_with` is the key of an earlier wave; `weighted` by kind of service to the population invited."""

    compare_with: str | None = None
    filter: AnalysisFilter = field(default_factory=AnalysisFilter)
    sections: tuple[Section, ...] = tuple(Section)
    quotes: bool = True
    weighted: bool = False

    def has(self, section: Section) -> bool:
        """Whether it is to be in the report."""
        return section in self.sections
