"""Figures of i-Work without a window: what may be published, the papers, and what the measure is a share of."""

import argparse
from datetime import date
from typing import Any

from desktop.command_line.options import a_day, a_word, add_document, add_out
from desktop.command_line.session import Session
from desktop.iwork_figures_files import save_iwork_sections, save_iwork_summary
from resources.database import Database
from resources.problem import Problem
from resources.wording import count_of, lower_first
from workforce.iwork.figures.figures import IWorkFigures, iwork_figures
from workforce.iwork.figures.measure_bases import base_on, remove_base, set_base
from workforce.iwork.figures.tables import (
    district_sentence,
    districts_table,
    employers_table,
    measure_refusal,
    measure_table,
    work_table,
)
from workforce.iwork.vocabulary import MeasureKind

_TABLES = {
    "work": work_table,
    "employers": employers_table,
    "districts": districts_table,
    "measure": measure_table,
}
_UPTO_HELP = "their last day: today, or the end of a quarter of the last two years (otherwise today)"


def add_commands(commands: Any) -> None:
    """Figures and public papers."""
    counted = commands.add_parser(
        "iwork-figures", help="figures for a committee: no number of fewer than five, and nobody’s name"
    )
    counted.add_argument("--of", choices=tuple(_TABLES), help="one table of them (otherwise all)")
    add_out(counted)
    counted.set_defaults(run=_figures)
    summary = commands.add_parser("iwork-summary", help="the public Word summary of i-Work")
    sections = commands.add_parser(
        "iwork-sections", help="sections on i-Work for a committee report, in Word"
    )
    for parser, save in ((summary, save_iwork_summary), (sections, save_iwork_sections)):
        add_document(parser)
        parser.set_defaults(run=_document, save=save)
    for parser in (counted, summary, sections):
        parser.add_argument("--upto", type=a_day, metavar="DATE", help=_UPTO_HELP)
    base = commands.add_parser(
        "iwork-measure-base", help="how many people of the council the employment measure is a share of"
    )
    base.add_argument(
        "kind", type=a_word(MeasureKind), metavar="MEASURE", help="“learning disability” or autism"
    )
    base.add_argument("--year", type=a_day, metavar="DATE", help="any day of the year (otherwise this year)")
    what = base.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--number", type=int, metavar="NUMBER", help="people aged 18 to 64 with long-term support"
    )
    what.add_argument("--remove", action="store_true", help="entered by mistake")
    base.add_argument("--source", default="", metavar="WORDS", help="where it was read")
    base.set_defaults(run=_base)


def _figures(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db, session.register(read_only=True) as opened:
        found = iwork_figures(opened.db, db, asked.upto or session.today, today=session.today)
    names = [asked.of] if asked.of else list(_TABLES)
    tables = [made for name in names if (made := _TABLES[name](found)).rows]
    if tables:
        session.show(tables, asked.out)
    session.say(*_sentences(found, names))


def _sentences(found: IWorkFigures, names: list[str]) -> list[str]:
    said = [district_sentence(found)] if "districts" in names else []
    if "measure" in names:
        said += [_in_words(one) for kind in MeasureKind if (one := measure_refusal(found, kind))]
    return [one for one in said if one]


def _in_words(sentence: str) -> str:
    return sentence.replace("under “Set a denominator…”", "with “iwork-measure-base”")


def _document(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db, session.register(read_only=True) as opened:
        session.saved(
            asked.save(opened.db, db, asked.upto or session.today, asked.document, today=session.today)
        )


def _base(session: Session, asked: argparse.Namespace) -> None:
    day = asked.year or session.today
    with session.register(read_only=False) as opened:
        session.say(_removed(opened.db, asked.kind, day) if asked.remove else _set(opened.db, asked, day))


def _set(vault: Database, asked: argparse.Namespace, day: date) -> str:
    made = set_base(vault, asked.kind, day, number=asked.number, source=asked.source)
    people = count_of(made.number, "person", "people")
    return f"The measure for {lower_first(made.kind.label)} in {made.year} is a share of {people}."


def _removed(vault: Database, kind: MeasureKind, day: date) -> str:
    held = base_on(vault, kind, day)
    if held is None:
        raise Problem(
            f"No denominator for {lower_first(kind.label)} is filled in for that year, so none is removed."
        )
    remove_base(vault, held.id)
    return f"Removed the denominator for {lower_first(kind.label)}, {held.year}."
