"""Responses to the survey without a window: listed, typed in and put right; duplicates and queries."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any, cast

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_number, a_pair, a_word, add_out, add_wave
from desktop.command_line.session import Session
from desktop.command_line.subcommands.survey_answers import NOBODY
from resources.database import Database, change
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, shortened
from workforce.survey.answers.answer_words import answer_words
from workforce.survey.answers.duplicates import count_this, duplicates
from workforce.survey.answers.queries import queries
from workforce.survey.answers.read_answer import read
from workforce.survey.answers.recording import (
    ResponseFacts,
    add_response,
    edit_answers,
    edit_response,
    remove_response,
    tie_response,
)
from workforce.survey.answers.response_lines import whose
from workforce.survey.answers.responses import Answer, Response, responses
from workforce.survey.vocabulary import QuestionKind, QuoteConsent
from workforce.survey.waves.asked import Asked, asked_of_wave
from workforce.survey.waves.waves import Wave


def add_commands(commands: Any) -> None:
    """Responses and what is wrong with them."""
    listed = commands.add_parser("survey-responses", help="every response of a wave with its answers")
    add_wave(listed)
    listed.add_argument(
        "--not-tied", action="store_true", help="only those that are nobody’s of the register"
    )
    add_out(listed)
    listed.set_defaults(run=_responses)
    twice = commands.add_parser("survey-duplicates", help="responses of one provider or service side by side")
    add_wave(twice)
    twice.add_argument(
        "--count",
        type=a_number,
        metavar="NUMBER",
        help="let this response count and those it duplicates no more",
    )
    add_out(twice)
    twice.set_defaults(run=_duplicates)
    asked = commands.add_parser("survey-queries", help="answers of a wave that cannot all be right")
    add_wave(asked)
    add_out(asked)
    asked.set_defaults(run=_queries)
    _add_response(commands)


# --- what is there ----------------------------------------------------------------------------------------


def _responses(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        wave = choosing.survey_wave(db, asked.wave)
        held = [one for one in responses(db, wave.id) if not (asked.not_tied and one.provider_id)]
        session.show(_responses_table(db, wave, held), asked.out, db=db)


def _responses_table(db: Database, wave: Wave, held: Sequence[Response]) -> Table:
    questions = asked_of_wave(db, wave.id)
    names = whose(db, held)
    columns = (
        Column("number", "Response", ColumnKind.NUMBER), Column("whose", "Of"), Column("said", "Name given"),
        Column("received", "Received", ColumnKind.DATE), Column("counts", "Counts"),
        *(Column(one.question.id, one.wording) for one in questions),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            one.number,
            names[one.id],
            one.said_name or one.said_id,
            one.received_on.isoformat() if one.received_on else None,
            "Yes" if one.counts else "No",
            *(_said(each, one.answers.get(each.question.id)) for each in questions),
        )
        for one in held
    ]
    return Table(f"Responses to {wave.name}", columns, rows, base=count_of(len(rows), "response"))


def _said(asked: Asked, answer: Answer | None) -> str:
    return answer_words(asked, answer) if answer is not None else ""


def _duplicates(session: Session, asked: argparse.Namespace) -> None:
    if asked.count:
        with session.writing() as db:
            wave = choosing.survey_wave(db, asked.wave)
            held = count_this(db, _numbered(db, wave, asked.count).id)
        session.say(f"Response {held.number} to {wave.name} counts, and those it duplicates do not.")
        return
    with session.reading() as db:
        wave = choosing.survey_wave(db, asked.wave)
        rows: list[tuple[Cell, ...]] = [
            (
                group.name,
                one.number,
                one.received_on.isoformat() if one.received_on else None,
                "Yes" if one.counts else "No",
                len(one.answers),
                len(group.differing),
                "Yes" if group.is_settled else "No",
            )
            for group in duplicates(db, wave.id)
            for one in group.responses
        ]
        columns = (
            Column("name", "Of"), Column("number", "Response", ColumnKind.NUMBER),
            Column("received", "Received", ColumnKind.DATE), Column("counts", "Counts"),
            Column("answers", "Answers", ColumnKind.NUMBER), Column("differ", "Differ in", ColumnKind.NUMBER),
            Column("settled", "Settled"),
        )  # fmt: skip
        session.show(Table(f"Duplicates in {wave.name}", columns, rows), asked.out, db=db)


def _queries(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        wave = choosing.survey_wave(db, asked.wave)
        found = queries(db, wave.id)
        names = whose(db, [one.response for one in found])
        rows: list[tuple[Cell, ...]] = [
            (one.response.number, names[one.response.id], one.sentence) for one in found
        ]
        columns = (
            Column("number", "Response", ColumnKind.NUMBER),
            Column("whose", "Of"),
            Column("query", "What cannot be"),
        )
        session.show(Table(f"Queries on {wave.name}", columns, rows), asked.out, db=db)


def _numbered(db: Database, wave: Wave, number: int) -> Response:
    found = next((one for one in responses(db, wave.id) if one.number == number), None)
    if found is None:
        raise Problem(
            f"{wave.name} has no response {number}. List them with “provider-desk survey-responses”."
        )
    return found


# --- one response -----------------------------------------------------------------------------------------


def _add_response(commands: Any) -> None:
    parser = commands.add_parser(
        "survey-response", help="type in a response, put one right, say whose it is, or remove it"
    )
    add_wave(parser)
    parser.add_argument(
        "number", nargs="?", type=a_number, metavar="NUMBER", help="which (otherwise a new one)"
    )
    parser.add_argument(
        "--answer", type=a_pair, action="append", default=[], metavar="QUESTION=WORDS",
        help="an answer as it would stand in a file, by the question's code or words; “-” takes it away",
    )  # fmt: skip
    parser.add_argument("--provider", metavar="PROVIDER", help=f"whose it is, or “{NOBODY}”")
    parser.add_argument(
        "--service",
        action="append",
        default=[],
        metavar="SERVICE",
        help="a service it is of (may be repeated)",
    )
    parser.add_argument("--received", type=a_day, metavar="DATE", help="the day it was received")
    parser.add_argument("--quote", type=a_word(QuoteConsent), metavar="WORD", help="yes, no or not_asked")
    parser.add_argument("--language", metavar="WORD", help="the language it was answered in")
    parser.add_argument("--note", metavar="TEXT", help="anything to know about it")
    parser.add_argument("--remove", action="store_true", help="take it away with its answers")
    parser.set_defaults(run=_response)


def _response(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        wave = choosing.survey_wave(db, asked.wave)
        answers = dict(_answer_said(db, wave, pair) for pair in asked.answer)
        services = [choosing.service(db, one).id for one in asked.service]
        if asked.number is None:
            made = _add(db, wave, asked, answers, services)
            session.say(f"Added response {made.number} to {wave.name}.")
            return
        held = _numbered(db, wave, asked.number)
        if asked.remove:
            remove_response(db, held.id)
            session.say(f"Removed response {held.number} from {wave.name}.")
            return
        _change(db, wave, held, asked, answers, services)
        session.say(f"Changed response {held.number} to {wave.name}.")


def _add(
    db: Database,
    wave: Wave,
    asked: argparse.Namespace,
    answers: Mapping[str, Answer | None],
    services: Sequence[str],
) -> Response:
    given = {key: answer for key, answer in answers.items() if answer is not None}
    provider = choosing.provider(db, asked.provider).id if asked.provider else None
    return add_response(
        db, wave.id, given, provider_id=provider, services=services, received_on=asked.received,
        language=asked.language or "", quote_consent=asked.quote or QuoteConsent.NOT_ASKED, note=asked.note or "",
    )  # fmt: skip


def _change(
    db: Database,
    wave: Wave,
    held: Response,
    asked: argparse.Namespace,
    answers: Mapping[str, Answer | None],
    services: Sequence[str],
) -> None:
    said = ResponseFacts(
        received_on=asked.received, quote_consent=asked.quote, language=asked.language, note=asked.note
    )
    facts = cast(ResponseFacts, {name: given for name, given in said.items() if given is not None})
    with change(db, f"Changed response {held.number} to {wave.name}"):
        if answers:
            edit_answers(db, held.id, answers)
        if facts:
            edit_response(db, held.id, **facts)
        if asked.provider or services:
            nobody = asked.provider is not None and asked.provider.casefold() == NOBODY
            provider = choosing.provider(db, asked.provider).id if asked.provider and not nobody else None
            tie_response(db, held.id, provider, services)


def _answer_said(db: Database, wave: Wave, pair: tuple[str, str]) -> tuple[str, Answer | None]:
    text, words = pair
    question = choosing.survey_question(db, wave.survey_id, text)
    asked = next((one for one in asked_of_wave(db, wave.id) if one.question.id == question.id), None)
    if asked is None:
        raise Problem(f"{wave.name} does not ask “{shortened(question.wording)}”.")
    if words == "-":
        return question.id, None
    reading = read(asked, words)
    if reading.may_be_share:
        raise Problem(f"“{words}” may be a share or per cent. Write it with its sign, such as 50%.")
    if reading.unknown and asked.question.kind is not QuestionKind.TEXT:
        expected = _expected(asked)
        reason = reading.problem or f"“{reading.unknown[0]}” is no answer to “{shortened(asked.wording)}”"
        raise Problem(f"{reason}. Write {expected}.")
    return question.id, reading.answer


def _expected(asked: Asked) -> str:
    """Every option, and how something else is written."""
    options = [f"“{one.wording}”" for one in asked.options]
    if asked.question.allow_other:
        options.append("“Other: ” with the words")
    return and_list(options, "or") if options else "a figure"
