"""The figures of a wave without a window: results, cross-tabs, rates, who answered, length of service."""

import argparse
from dataclasses import replace
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_service_kind, a_word, add_out, add_wave
from desktop.command_line.session import Session
from engagement.register.vocabulary import Rating
from resources.database import Database
from resources.problem import Problem
from resources.tables import Table
from resources.wording import and_list
from workforce.survey.analysis.crosstabs import crosstab, crosstab_table
from workforce.survey.analysis.figures import figures_by_table, figures_table
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered, read_wave
from workforce.survey.analysis.frequencies import (
    Weights,
    frequencies,
    frequency,
    frequency_table,
    ranking_sentence,
)
from workforce.survey.analysis.groups import GroupBy, Size
from workforce.survey.analysis.length_of_service import differences_table, length_of_service_table
from workforce.survey.analysis.non_response import non_response_table
from workforce.survey.analysis.rates import Rate, incorrect_table, rates_by_table, rates_table
from workforce.survey.analysis.response_rate import not_answered_table, response_rate_table
from workforce.survey.analysis.text_answers import text_list_table, texts_table
from workforce.survey.analysis.weighting import BY_KIND, weighting_table, weights_of
from workforce.survey.vocabulary import QuestionKind
from workforce.survey.waves.asked import Asked


def add_commands(commands: Any) -> None:
    """All that is computed of one wave."""
    results = commands.add_parser(
        "survey-results",
        help="how often each answer was given in a wave, with intervals (numbers of people are for staff)",
    )
    results.add_argument("--question", action="append", default=[], metavar="QUESTION",
                         help="only this question: its code or words of it (may be repeated)")  # fmt: skip
    results.add_argument("--ranks", action="store_true", help="only the sentences that say what comes first")
    results.add_argument(
        "--texts", action="store_true", help="what was written in words (not for publication)"
    )
    crossed = commands.add_parser(
        "survey-crosstab", help="a question by kind, district, rating, size or another question"
    )
    rates = commands.add_parser(
        "survey-rates",
        help="for staff: vacancy, turnover and starters rates, by the formulas of ASC-WDS (not for publication)",
    )
    rates.add_argument("--by", type=a_word(GroupBy), metavar="WHAT", help="by kind, district, rating or size")
    rates.add_argument("--incorrect", action="store_true", help="rates that cannot be (not for publication)")
    who = commands.add_parser(
        "survey-response-rate", help="how many answered, of those invited and of those active"
    )
    silent = commands.add_parser(
        "survey-non-response", help="whether those who did not answer differ from those who did"
    )
    silent.add_argument("--names", action="store_true", help="who did not answer (not for publication)")
    lengths = commands.add_parser(
        "survey-length-of-service",
        help="for staff: how long staff have been with their employer (not for publication)",
    )
    lengths.add_argument("--differences", action="store_true",
                         help="where it does not add up to the staff (not for publication)")  # fmt: skip
    for parser, run in (
        (results, _results), (crossed, _crosstab), (rates, _rates), (who, _response_rate), (silent, _non_response),
        (lengths, _length_of_service),
    ):  # fmt: skip
        add_wave(parser)
        if parser is crossed:
            crossed.add_argument("question", metavar="QUESTION", help="its code or words of it")
            crossed.add_argument("--by", default="kind", metavar="WHAT",
                                 help="kind, district, rating, size, or words of a question (kind)")  # fmt: skip
        add_filters(parser)
        if parser in (results, crossed, rates):
            _add_weights(parser)
        add_out(parser)
        parser.set_defaults(run=run)


# --- which wave, and whose answers ------------------------------------------------------------------------------


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Whose answers are counted."""
    parser.add_argument("--kind", type=a_service_kind, action="append", default=[], metavar="KIND",
                        help="only this kind of service (may be repeated)")  # fmt: skip
    parser.add_argument("--district", action="append", default=[], metavar="NAME",
                        help="only this district (may be repeated)")  # fmt: skip
    parser.add_argument("--rating", type=a_word(Rating), action="append", default=[], metavar="RATING",
                        help="only this CQC rating (may be repeated)")  # fmt: skip
    parser.add_argument("--size", type=a_word(Size), action="append", default=[], metavar="SIZE",
                        help="only micro (1–9 staff), small, medium or large (may be repeated)")  # fmt: skip
    parser.add_argument("--good-and-outstanding", action="store_true", help="only services rated so")


def chosen_filter(data: WaveData, asked: argparse.Namespace) -> AnalysisFilter:
    """What was asked for; a district that nobody in the wave has is refused."""
    held = sorted({*data.population["district"], *data.responses["district"]} - {""})
    districts = []
    for name in asked.district:
        found = next((one for one in held if one.casefold() == name.casefold()), None)
        if found is None:
            known = f"Choose {and_list(held, 'or')}." if held else "The wave has no population yet."
            raise Problem(f"Nobody in this wave is of the district “{name}”. {known}")
        districts.append(found)
    return AnalysisFilter(
        tuple(one.value for one in asked.kind), tuple(districts), tuple(one.value for one in asked.rating),
        tuple(one.value for one in asked.size), asked.good_and_outstanding,
    )  # fmt: skip


def wave_data(db: Database, asked: argparse.Namespace) -> WaveData:
    """The wave that was meant, and of it what the filters leave."""
    data = read_wave(db, choosing.survey_wave(db, asked.wave).id)
    return filtered(data, chosen_filter(data, asked))


def _add_weights(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--weighted", action="store_true",
                        help="weighted by kind of service to the population invited")  # fmt: skip
    parser.add_argument("--weight-by", type=a_word(GroupBy), action="append", default=[], metavar="WHAT",
                        help="weighted by kind, district or rating (may be repeated)")  # fmt: skip


def _weights(data: WaveData, asked: argparse.Namespace) -> tuple[Weights | None, list[Table]]:
    """The weights, and the table that says what they are."""
    by = tuple(dict.fromkeys(asked.weight_by)) or (BY_KIND if asked.weighted else ())
    if not by:
        return None, []
    found = weights_of(data, by)
    return found.weights, [weighting_table(data, found, by)]


def _question(db: Database, data: WaveData, text: str) -> Asked:
    found = choosing.survey_question(db, data.wave.survey_id, text)
    asked = next((one for one in data.asked if one.question.id == found.id), None)
    if asked is None:
        raise Problem(f"{data.wave.name} did not ask “{found.wording}”. Choose a question that it asked.")
    return asked


# --- the figures --------------------------------------------------------------------------------------------------


def _results(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        data = wave_data(db, asked)
        some = [_question(db, data, text) for text in asked.question]
        if asked.ranks:
            session.say(*_ranks(data, some))
        elif asked.texts:
            session.show(_texts(data, some), asked.out, db=db)
        else:
            weights, said = _weights(data, asked)
            session.show([*_question_tables(data, some, weights), *said], asked.out, db=db)


def _ranks(data: WaveData, some: list[Asked]) -> list[str]:
    wanted = {one.question.id for one in some}
    told = [
        (one, ranking_sentence(one)) for one in frequencies(data) if not wanted or one.question.id in wanted
    ]
    lines = [f"{one.wording} {sentence}" for one, sentence in told if sentence]
    return lines or ["Too few answered for anything to be said to come first."]


def _texts(data: WaveData, some: list[Asked]) -> list[Table]:
    return [text_list_table(data, one.question.id) for one in some] if some else [texts_table(data)]


def _question_tables(data: WaveData, some: list[Asked], weights: Weights | None) -> list[Table]:
    if not some:
        whole = [frequency_table(one, data) for one in frequencies(data, weights)]
        return [*whole, figures_table(data), texts_table(data)]
    tables = [
        frequency_table(frequency(data, one.question.id, weights), data)
        for one in some
        if _is_chosen(data, one)
    ]
    if any(one.question.kind.has_figures for one in some):
        tables.append(_only(figures_table(data), some))
    return tables or [_only(texts_table(data), some)]


def _is_chosen(data: WaveData, one: Asked) -> bool:
    themed = one.question.kind is QuestionKind.TEXT and len(data.choices_of(one.question.id)) > 0
    return one.question.kind.has_options or themed


def _only(table: Table, some: list[Asked]) -> Table:
    words = {one.wording for one in some}
    return replace(table, rows=[row for row in table.rows if row[0] in words])


def _crosstab(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        data = wave_data(db, asked)
        one, group = _question(db, data, asked.question), GroupBy.read(asked.by)
        if one.question.kind.has_figures and not one.question.kind.has_options and group is not None:
            session.show(figures_by_table(data, one.question.id, group), asked.out, db=db)
            return
        weights, said = _weights(data, asked)
        by = group if group is not None else _question(db, data, asked.by).question.id
        found = crosstab(data, one.question.id, by, weights)
        session.show([crosstab_table(found, data), *said], asked.out, db=db)


def _rates(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        data = wave_data(db, asked)
        if asked.incorrect:
            tables = [incorrect_table(data)]
        elif asked.by and (asked.weighted or asked.weight_by):
            raise Problem("Rates by group are not weighted. Leave out --by, or the weights.")
        elif asked.by:
            tables = [rates_by_table(data, rate, asked.by) for rate in Rate]
        else:
            weights, said = _weights(data, asked)
            tables = [rates_table(data, weights), *said]
        session.show(tables, asked.out, db=db)


def _response_rate(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(response_rate_table(wave_data(db, asked)), asked.out, db=db)


def _non_response(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        data = wave_data(db, asked)
        table = not_answered_table(data) if asked.names else non_response_table(data)
        session.show(table, asked.out, db=db)


def _length_of_service(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        data = wave_data(db, asked)
        table = differences_table(data) if asked.differences else length_of_service_table(data)
        session.show(table, asked.out, db=db)
