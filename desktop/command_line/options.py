"""What can be written after a subcommand, read as values; argparse turns a refusal into a word on usage."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any, TypeVar

from desktop.widgets.forms import reading
from engagement.register.vocabulary import (
    MarketKind,
    OrganisationKind,
    ServiceKind,
    kind_from_service_types,
    market_kind,
)
from resources.problem import Problem
from resources.tables import Column, Table
from resources.words import Word
from workforce.years import read_year

W = TypeVar("W", bound=Word)


def a_day(text: str) -> date:
    """9 December 2019, 9/12/2019 or 2019-12-09."""
    return _or_usage(reading.read_date, text)


def a_time(text: str) -> time:
    """10am, 2:30pm or 14:30, on London's clock."""
    return _or_usage(reading.read_time, text)


def a_number(text: str) -> int:
    """A whole number from 1."""
    return _or_usage(lambda given: reading.read_whole(given, least=1, most=1_000_000), text)


def a_year(text: str) -> int:
    """The funding year 2019/20, by the year in which it begins."""
    return _or_usage(read_year, text)


def an_amount(text: str) -> int:
    """£1,250, 1,250.00 or 75p, as pence."""
    return _or_usage(reading.read_money, text)


T = TypeVar("T")


def _or_usage(read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except Problem as problem:
        raise argparse.ArgumentTypeError(problem.sentence) from None


def a_word(words: type[W]) -> Callable[[str], W]:
    """One of the fixed words, by its label or its name in code."""

    def read(text: str) -> W:
        found = words.read(text)
        if found is None:
            labels = ", ".join(word.label for word in words)
            raise argparse.ArgumentTypeError(f"“{text}” is none of {labels}.")
        return found

    return read


def a_service_kind(text: str) -> ServiceKind:
    """A kind of service, by any of its names: nursing, nursing home, Nursing homes."""
    return _kind(text) or a_word(ServiceKind)(text)


def a_market_kind(text: str) -> MarketKind:
    """One of the market's three kinds, by the same names."""
    kind = _kind(text)
    return (market_kind(kind) if kind is not None else None) or a_word(MarketKind)(text)


def _kind(text: str) -> ServiceKind | None:
    of_market = MarketKind.read(text)
    if of_market is not None:
        return next(kind for kind in ServiceKind if market_kind(kind) is of_market)
    return ServiceKind.read(text) or kind_from_service_types([text])


def an_organisation(text: str) -> OrganisationKind:
    """What an organisation is, by its label, its name in code or the first word of either."""
    short = {word.value.partition("_")[0]: word for word in OrganisationKind}
    return short.get(text.casefold()) or a_word(OrganisationKind)(text)


def a_pair(text: str) -> tuple[str, str]:
    """FIELD=HEADING."""
    name, equals, heading = text.partition("=")
    if not equals or not name.strip() or not heading.strip():
        raise argparse.ArgumentTypeError(f"“{text}” is not of the form FIELD=HEADING.")
    return name.strip(), heading.strip()


def add_out(parser: argparse.ArgumentParser) -> None:
    """Where a table goes when it is not printed."""
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="save as FILE.csv, FILE.xlsx or FILE.docx instead of printing",
    )


DOCUMENT_HELP = "the Word document to save"


def add_document(parser: argparse.ArgumentParser, *, needed: bool = True) -> None:
    """Where a Word document goes; without one that is not `needed`, what it tells is printed."""
    extra: dict[str, Any] = {} if needed else {"nargs": "?"}
    otherwise = "" if needed else " (otherwise its sentences are printed)"
    parser.add_argument(
        "document", type=Path, metavar="OUT.docx", help=f"{DOCUMENT_HELP}{otherwise}", **extra
    )


def add_authorities(parser: argparse.ArgumentParser) -> None:
    """Whose services are counted; the council's own where nothing is said."""
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--authority", action="append", default=[], metavar="NAME",
                       help="services of this authority (otherwise your council’s; may be repeated)")  # fmt: skip
    where.add_argument("--everywhere", action="store_true", help="services of all authorities")


def add_event(parser: argparse.ArgumentParser) -> None:
    """Which event."""
    parser.add_argument("event", metavar="EVENT", help="the event's key, or words of its title and date")


def add_wave(parser: argparse.ArgumentParser) -> None:
    """Which wave of a survey."""
    parser.add_argument("wave", metavar="WAVE", help="the wave's key, or words of its name and first day")


def add_several(parser: argparse.ArgumentParser, *names: str) -> None:
    """Filters that may be given more than once; any one of the values will do."""
    for name in names:
        parser.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar="WORDS",
            help=f"only this {name} (may be repeated)",
        )


def filtered(table: Table, given: dict[str, Sequence[str]], text: str = "") -> Table:
    """The rows that have one of the values asked for in each column, and the text in any."""
    rows = [row for row in table.rows if _fits(table.columns, row, given) and _holds(row, text)]
    return replace(table, rows=rows)


def _fits(columns: Sequence[Column], row: Sequence[object], given: dict[str, Sequence[str]]) -> bool:
    cells = dict(zip((column.name for column in columns), row, strict=True))
    return all(
        str(cells[name] or "").casefold() in {value.casefold() for value in values}
        for name, values in given.items()
        if values
    )


def _holds(row: Sequence[object], text: str) -> bool:
    said = " ".join(str(cell) for cell in row if cell is not None).casefold()
    return all(word in said for word in text.casefold().split())
