"""The support log of one placement as a document: what was planned, what was given, and whether the job lasts."""

from datetime import date
from pathlib import Path

from resources.database import Database
from resources.report.blocks import Block, FactList, Heading, Paragraph, Report, TableBlock
from resources.tables import Table
from resources.wording import capital_first, count_of, date_words
from workforce.iwork.exempt import EXEMPTION, IDENTITY
from workforce.iwork.placements.access_to_work import access_standing
from workforce.iwork.placements.benefits import benefit_rules
from workforce.iwork.placements.pay import total_of
from workforce.iwork.placements.placements import Placement, placement
from workforce.iwork.placements.support import fading_words, plan_of, plan_said, support_weeks, visits_of
from workforce.iwork.placements.tables import (
    checkpoints_table,
    job_words,
    periods_table,
    steps_table,
    visits_table,
    weeks_table,
)
from workforce.iwork.placements.whom import person_name, person_with_initials
from workforce.iwork.times import hours_words

_ALT = "The rows of the table, one for each entry."


def support_log(vault: Database, placement_id: str, *, today: date, named: bool = False) -> Report:
    """By reference and initials, or `named`; exempt either way."""
    held = placement(vault, placement_id)
    told = person_with_initials(vault, held.person_id)
    who = f"{person_name(vault, held.person_id)}, {told}" if named else told
    blocks: list[Block] = [
        Heading("The placement"),
        FactList(_facts(vault, held, today)),
        TableBlock(steps_table(vault, held.id), "Each step with its date, who took it and what was said."),
        *_support(vault, held, today),
        *_lasting(vault, held, today),
    ]
    marking = EXEMPTION if named else IDENTITY
    return Report("Support log", who, today, tuple(blocks), marking=(marking,))


def _facts(vault: Database, held: Placement, today: date) -> tuple[tuple[str, str], ...]:
    facts = (
        ("Job", job_words(vault, held)),
        ("Stage", held.stage.label),
        ("Begun", date_words(held.began_on)),
        ("Started work", date_words(held.started_on) if held.started_on else ""),
        ("Ended", _ended(held)),
        ("All jobs today", total_of(vault, held.person_id, today).words),
        ("Access to Work", capital_first(_access(vault, held, today))),
    )
    return tuple((label, text) for label, text in facts if text)


def _access(vault: Database, held: Placement, today: date) -> str:
    said = access_standing(held, benefit_rules(vault), today).sentence
    return said.removeprefix("Access to Work: ")


def _ended(held: Placement) -> str:
    if held.ended_on is None:
        return ""
    why = f": {held.end_reason.label}" if held.end_reason else ""
    return f"{date_words(held.ended_on)}{why}. {held.end_words}".strip()


def _support(vault: Database, held: Placement, today: date) -> list[Block]:
    plan, visits = plan_of(vault, held.id), visits_of(vault, held.id)
    total = sum(one.minutes for one in visits)
    times = count_of(len(visits), "time")
    given = f"Given: {hours_words(total)}, {times}." if visits else "No support is written down yet."
    planned = f"Planned: {plan_said(plan)} (hours a week)." if plan else "No support is planned."
    blocks: list[Block] = [Heading("Support"), Paragraph(f"{given} {planned}")]
    if held.started_on is not None:
        last = min(today, held.ended_on or today)
        weeks = support_weeks(plan, visits, held.started_on, last)
        blocks.append(Paragraph(fading_words(weeks)))
        blocks += _with_rows(weeks_table(vault, held.id, today))
    return [*blocks, *_with_rows(visits_table(vault, held.id))]


def _lasting(vault: Database, held: Placement, today: date) -> list[Block]:
    if held.started_on is None:
        return []
    return [
        Heading("Whether the job lasts"),
        *_with_rows(checkpoints_table(vault, held.id, today)),
        *_with_rows(periods_table(vault, held.id)),
    ]


def _with_rows(table: Table) -> list[Block]:
    return [TableBlock(table, _ALT)] if table.rows else []


def write_support_log(
    vault: Database, placement_id: str, path: Path, *, today: date, named: bool = False
) -> Path:
    """The same as a Word file, marked on every page."""
    from resources.report.word import save_word  # loaded when first used

    save_word(support_log(vault, placement_id, today=today, named=named), path, exempt_terms=())
    return path
