"""The key findings, a sentence each, with what they are of."""

from collections.abc import Iterator, Mapping

from resources.statistics import BASES_OF_PROVIDERS
from resources.wording import count_of, lower_first
from workforce.survey.analysis.frequencies import Frequency, ranking_sentence
from workforce.survey.analysis.rates import Rate, RateFigures, rate_figures
from workforce.survey.analysis.response_rate import response_rate
from workforce.survey.funnel.tables import step_sentence
from workforce.survey.report.few_providers import providers_by_number
from workforce.survey.report.material import Material
from workforce.survey.report.people import is_small
from workforce.survey.report.topics import lengths_sentence
from workforce.survey.vocabulary import QuestionKind, Role

STEPS = (
    (Role.INVITED, Role.ATTENDED), (Role.ATTENDED, Role.APPOINTABLE), (Role.OFFERED, Role.STARTED),
    (Role.STARTED, Role.STILL_THERE),
)  # fmt: skip
"""The steps that the findings speak of."""
LED_IN = {
    "vacancy_reasons": "Main reasons for vacancies",
    "advertising_methods": "Most popular advertising methods",
    "best_advertising": "Advertising that brings the most people who can be appointed",
    "retention_methods": "What is done to recruit and to keep staff",
    "best_retention": "Most effective ways to keep staff",
}
"""How a finding on a shipped question begins, by its code; any other begins with its own words."""


def findings(m: Material) -> tuple[str, ...]:
    """In the order of the report."""
    return tuple(one for one in _all(m) if one)


def _all(m: Material) -> Iterator[str]:
    if len(m.data.population) and not m.data.filter.sizes:
        yield response_rate(m.data).sentence
    for found in m.frequencies.values():
        if found.kind in (QuestionKind.SEVERAL_CHOICES, QuestionKind.ONE_CHOICE):
            yield ranking_finding(found)
    yield from step_findings(m)
    yield lengths_sentence(m)
    yield from rate_findings(m)


def ranking_finding(found: Frequency, most: int = 3) -> str:
    """Main reasons for vacancies: joint first …"""
    sentence = ranking_sentence(found, most)
    return f"{LED_IN.get(found.question.code, found.wording.rstrip('?'))}. {sentence}" if sentence else ""


def step_findings(m: Material) -> Iterator[str]:
    """The steps that were asked about, each both ways."""
    for pair in STEPS:
        told = m.steps.get(pair)
        sentence = step_sentence(told.to_tell) if told is not None else ""
        if sentence:
            yield sentence


def rate_findings(m: Material) -> Iterator[str]:
    """Vacancy and turnover rate, both ways."""
    for rate in (Rate.VACANCY, Rate.TURNOVER):
        sentence = rate_sentence(rate_figures(m.data, rate), m.noun, providers_by_number(m.data))
        if sentence:
            yield sentence


def rate_sentence(found: RateFigures, noun: str, whose: Mapping[int, str] | None = None) -> str:
    """The vacancy rate is 9.1% of all posts together, and 8.3% at a typical service (median of 88)."""
    if found.hidden or found.pooled is None or found.spread is None or is_small(found, whose):
        return ""
    pooled = found.pooled.times(100).cell()
    typical = found.spread.median.times(100).cell()
    small = ", small base" if found.base < BASES_OF_PROVIDERS.flag else ""
    return (
        f"The {lower_first(found.rate.label)} is {pooled}% of all {noun}s together, and {typical}% at a typical {noun} "
        f"(median of {count_of(found.base, noun)}{small})."
    )
