"""The findings of a survey with their figures: each opens the table that may be published of it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from resources.report.pointing import pointed
from resources.report.shown import counted
from resources.report.told import Shown, Told
from resources.statistics import Share
from resources.suppression import HIDDEN
from resources.wording import count_of, percent, rounded
from workforce.survey.analysis.frequencies import Frequency
from workforce.survey.analysis.rates import Rate, rate_figures
from workforce.survey.analysis.response_rate import response_rate
from workforce.survey.changes.change_row import ChangeRow, Compared, Comparison
from workforce.survey.changes.change_row import Figure as Measured
from workforce.survey.changes.tables import change_sentence, change_sentences, points_words, value_words
from workforce.survey.funnel.steps import Step
from workforce.survey.funnel.tables import pooled_words, step_sentence, typical_words
from workforce.survey.report.committee import FIRST_PLACES, asked_sentence
from workforce.survey.report.few_providers import providers_by_number
from workforce.survey.report.findings import STEPS, ranking_finding, rate_sentence
from workforce.survey.report.material import Material
from workforce.survey.report.topics import lengths_sentence
from workforce.survey.vocabulary import QuestionKind

RESPONSE, FUNNEL, LENGTHS, RATES, CHANGES = "response_rate", "funnel", "lengths", "rates", "changes"
NONE = Shown("")


def asked_told(m: Material) -> Told:
    """When the survey was made, what it asked about, and who answered."""
    text = asked_sentence(m)
    if not len(m.data.population) or m.data.filter.sizes:
        answered = counted(len(m.data.responses), m.noun)
        return pointed("asked", text, responses=answered)
    whole = response_rate(m.data).whole
    return pointed(
        "asked", text, answered=_count(whole.invited), invited=Shown(
            f"{count_of(whole.invited.base, m.noun)} invited", whole.invited.base, rows="invited"
        ),
        rate=_rate(whole.invited), active=Shown(f"{whole.active.base:,}", whole.active.base, rows=RESPONSE),
        active_answered=_count(whole.active), active_rate=_rate(whole.active),
    )  # fmt: skip


def _count(of: Share) -> Shown:
    return Shown(f"{of.count:,}", of.count, of.base, RESPONSE) if of.base else NONE


def _rate(of: Share) -> Shown:
    """30.4%."""
    if of.value is None:
        return NONE
    value = of.value * 100
    return Shown(percent(rounded(value, 1), 1), float(value), of.base, RESPONSE)


# --- what was found ---------------------------------------------------------------------------------------------


def rows_of(found: Frequency) -> str:
    """What the table of a question is called."""
    return f"question.{found.question.id}"


def findings_told(m: Material) -> list[Told]:
    """The first places of each question, the steps of the funnel, lengths of service and rates."""
    told = [
        _ranking(found)
        for found in m.frequencies.values()
        if found.kind in (QuestionKind.SEVERAL_CHOICES, QuestionKind.ONE_CHOICE)
    ]
    return [one for one in (*told, *_steps(m), _lengths(m), *_rates(m)) if one.text]


def _ranking(found: Frequency) -> Told:
    """The percentages of the first places, by the place in the list."""
    placed = [row for row in found.ordered if row.place is not None and row.printed is not None]
    shown: dict[str, Shown] = {}
    for at, row in enumerate(placed, 1):
        words, exact = percent(row.printed or 0), float((row.share.value or 0) * 100)
        if words not in {
            one.words for one in shown.values()
        }:  # those that share a place are told with one percentage
            shown[f"place_{at}"] = Shown(words, exact, row.share.base, rows_of(found))
    key = found.question.code or found.question.id
    return pointed(key, ranking_finding(found, FIRST_PLACES), **shown)


def _steps(m: Material) -> Iterator[Told]:
    for pair in STEPS:
        safe = m.steps.get(pair)
        if safe is not None:
            yield _step(safe.to_tell)


def _step(one: Step) -> Told:
    """Of all people together, where that may be told, and of a typical provider."""
    pooled, typical = one.pooled, one.typical
    return pointed(
        f"{one.stage_from.value}.{one.stage_to.value}", step_sentence(one),
        pooled=Shown(pooled_words(pooled), None, rows=FUNNEL),
        typical=Shown(
            typical_words(typical), _near(typical.low.median * 100) if typical else None,
            typical.providers if typical else None, FUNNEL,
        ),
    )  # fmt: skip


def _near(value: Fraction, places: int = 0) -> float:
    """As near as it is printed: an exact share of a few people would tell how many they are."""
    return float(rounded(value, places))


def _lengths(m: Material) -> Told:
    text = lengths_sentence(m)
    safe = m.safe_lengths
    shares = [one.pooled for one in safe.rows if one.pooled != HIDDEN] if text and safe is not None else []
    shown = {
        f"share_{at}": Shown(f"{rounded(one, 0)}%", float(one), rows=LENGTHS)
        for at, one in enumerate(shares, 1)
        if isinstance(one, int | float)
    }
    return pointed("lengths", text, **shown)


def _rates(m: Material) -> Iterator[Told]:
    """Vacancy and turnover rate, both ways."""
    for rate in (Rate.VACANCY, Rate.TURNOVER):
        found = rate_figures(m.data, rate)
        text = rate_sentence(found, m.noun, providers_by_number(m.data))
        if text and found.pooled is not None and found.spread is not None:
            pooled, typical = found.pooled.times(100), found.spread.median.times(100)
            yield pointed(
                rate.value, text, pooled=Shown(f"{pooled.cell()}%", _near(pooled.low, 1), found.base, RATES),
                typical=Shown(f"{typical.cell()}%", _near(typical.low, 1), found.base, RATES),
            )  # fmt: skip


# --- what changed -----------------------------------------------------------------------------------------------


def changes_told(held: Comparison) -> list[Told]:
    """A sentence for each figure that changed clearly, with both figures and the points between them."""
    by_text = {change_sentence(row, held): row for row in held.rows}
    return [_change(at, text, by_text.get(text)) for at, text in enumerate(change_sentences(held), 1)]


def _change(at: int, text: str, row: ChangeRow | None) -> Told:
    if row is None:
        return Told(f"none_{at}", text)
    key = ".".join(part for part in (row.question_id, row.option_id, row.measure.value) if part) or row.name
    every = row.all_answers
    return pointed(
        key, text, before=_measured(every.before), after=_measured(every.after), points=_points(every)
    )  # fmt: skip


def _measured(one: Measured) -> Shown:
    if one.printed is None:
        return NONE
    return Shown(value_words(one.printed, one.compares), _value(one), one.base, CHANGES)


def _value(one: Measured) -> float | None:
    if one.value is None:
        return None
    return float(one.value * 100 if one.compares.is_percentage else one.value)


def _points(told: Compared) -> Shown:
    points: Decimal | None = told.points
    return NONE if points is None else Shown(points_words(told), float(points), rows=CHANGES)
