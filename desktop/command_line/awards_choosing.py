"""Which round, and which of its categories, a subcommand of the awards means."""

import argparse
from datetime import datetime
from typing import Any

from awards.judging.panel import Member, member_names, members
from awards.nominations.entries import Entry, entries, reference_of
from awards.rounds.categories import Category, categories
from awards.rounds.rounds import AwardRound, award_round, rounds
from desktop.command_line.choosing import by_key_or_words
from desktop.widgets.forms import reading
from resources.database import Database
from resources.problem import Problem
from resources.wording import from_london


def add_round(parser: argparse.ArgumentParser) -> None:
    """Which round; the latest where nothing is said."""
    parser.add_argument(
        "--round",
        default="",
        metavar="NAME",
        help="the round's key, or words of its name (otherwise the latest)",
    )


def a_round(db: Database, text: str = "") -> AwardRound:
    """A round by its key or words of its name, one that was put away too; without any the latest."""
    if text:
        return by_key_or_words(rounds(db, archived=True), text, lambda one: one.name, "round")
    held = rounds(db)
    if not held:
        raise Problem("No round of the awards is held yet. Start one with “provider-desk award-round-start”.")
    return held[0]


def add_category(parser: argparse.ArgumentParser, **more: Any) -> None:
    """Which category; of all of them where nothing is said."""
    told = {"default": "", "help": "only this category: its key, or words of its name", **more}
    parser.add_argument("--category", metavar="WORDS", **told)


def a_category(db: Database, round_id: str, text: str) -> Category:
    """A category of a round by its key or words of its name."""
    return by_key_or_words(categories(db, round_id), text, lambda one: one.name, "category")


def some_category(db: Database, round_id: str, text: str) -> Category | None:
    """The same; None where nothing was said."""
    return a_category(db, round_id, text) if text else None


def a_member(db: Database, round_id: str, text: str) -> Member:
    """One of a panel by number (“2”, “judge 2”), key or words of the name; two of one name have numbers."""
    panel, names = members(db, round_id), member_names(db, round_id)
    number = text.casefold().removeprefix("judge").strip()
    found = next((one for one in panel if str(one.number) == number), None)
    return found or by_key_or_words(panel, text, lambda one: names[one.id], "member of the panel")


def a_nominee(db: Database, round_id: str, text: str) -> Entry:
    """Somebody nominated by reference (“2026-014”, “14”), key or words of the name and reference."""
    year, held = award_round(db, round_id).year, entries(db, round_id)
    number = text.strip().removeprefix(f"{year}-").lstrip("0")
    found = next((one for one in held if str(one.number) == number), None)
    return found or by_key_or_words(
        held, text, lambda one: f"{reference_of(year, one.number)} {one.nominee}", "nominee", name="nominee"
    )


def a_moment(text: str) -> datetime:
    """“9 December 2026 7pm”: a day and a time on London’s clock."""
    day, _, clock = text.strip().rpartition(" ")
    try:
        return from_london(reading.read_date(day), reading.read_time(clock))
    except Problem:
        raise argparse.ArgumentTypeError(
            f"“{text}” is not a day and a time. Write it like “9 December 2026 7pm”."
        ) from None
