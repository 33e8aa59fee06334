"""All tables of a wave, in the order of a report: who answered, each question, figures, rates and length of service."""

from collections.abc import Sequence

from resources.tables import Table
from workforce.survey.analysis.crosstabs import crosstab, crosstab_table
from workforce.survey.analysis.figures import figures_table
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.frequencies import Weights, frequencies, frequency_table
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.analysis.length_of_service import differences_table, length_of_service_table
from workforce.survey.analysis.non_response import non_response_table
from workforce.survey.analysis.rates import Rate, incorrect_table, rates_by_table, rates_table
from workforce.survey.analysis.response_rate import not_answered_table, response_rate_table
from workforce.survey.analysis.text_answers import texts_table
from workforce.survey.vocabulary import QuestionKind


def all_tables(
    data: WaveData, weights: Weights | None = None, *, by: Sequence[GroupBy] = tuple(GroupBy)
) -> list[Table]:
    """Those that name nobody; each question that is answered by choosing also stands `by` these groups."""
    return [
        *who_answered(data),
        *question_tables(data, weights, by=by),
        *staff_tables(data),
        texts_table(data),
    ]


def who_answered(data: WaveData) -> list[Table]:
    """The response rate and who did not answer; neither where the population or their size is not known."""
    if data.known_population is None:
        return []
    return [response_rate_table(data), non_response_table(data)]


def question_tables(
    data: WaveData, weights: Weights | None = None, *, by: Sequence[GroupBy] = tuple(GroupBy)
) -> list[Table]:
    """Each question with options, then by each of the groups; then all that are answered with figures."""
    found = []
    for one in frequencies(data, weights):
        found.append(frequency_table(one, data))
        if one.answered and one.kind is not QuestionKind.TEXT:
            found += [crosstab_table(crosstab(data, one.question.id, group), data) for group in by]
    return [*found, figures_table(data)]


def staff_tables(data: WaveData) -> list[Table]:
    """Rates, the vacancy and turnover rates by kind of service, and length of service."""
    return [
        rates_table(data), rates_by_table(data, Rate.VACANCY), rates_by_table(data, Rate.TURNOVER),
        length_of_service_table(data),
    ]  # fmt: skip


def tables_for_staff(data: WaveData) -> list[Table]:
    """Lists that name providers: who did not answer, and what is to be asked about."""
    silent = [] if data.known_population is None else [not_answered_table(data)]
    return [*silent, incorrect_table(data), differences_table(data)]
