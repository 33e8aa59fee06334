"""A report to the committee made from its outline: every section that it asks for, put together as one report.

What somebody writes changes no figure, so that sections are made again only when something else in the file changed.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.committee.sections import section_of
from engagement.committee import committee_section
from engagement.committee.kept import picture
from engagement.committee.outlines import outline as outline_of
from engagement.committee.row_words import KINDS
from resources.database import Database
from resources.database.history import history_position, position_beyond
from resources.problem import Problem
from resources.report.committee.composing import Composed, compose
from resources.report.committee.outline import Item, ItemKind, Outline
from resources.report.committee.section import Ask, NothingToTell, Section
from resources.tables import Table

_OF_REPORTS = frozenset({committee_section.KEY})
"""Sections that tell of reports themselves: they follow what is written in one."""


@dataclass(frozen=True)
class Made:
    """A report as it was made on a day: what was decided about it, what came of it, and its sections by line."""

    outline: Outline
    composed: Composed
    sections: Mapping[str, Section | Problem]
    today: date
    report_id: str = ""


@dataclass
class SectionCache:
    """Sections made before, while nothing that they tell of has changed. For one file; any connection to it."""

    _kept: dict[tuple[object, ...], Section | Problem] = field(default_factory=dict)

    def get(self, key: tuple[object, ...]) -> Section | Problem | None:
        """The section made for the same question of the same facts."""
        return self._kept.get(key)

    def keep(self, key: tuple[object, ...], section: Section | Problem) -> None:
        """Keep it; what was made of earlier facts goes."""
        facts = key[0]
        self._kept = {one: made for one, made in self._kept.items() if one[0] == facts}
        self._kept[key] = section


def make_report(
    db: Database, vault: Database | None, report_id: str, *, today: date, kept: SectionCache | None = None
) -> Made:
    """The report as it stands. It reads and writes nothing; a read-only connection will do."""
    return make_outline(db, vault, outline_of(db, report_id), today=today, kept=kept, report_id=report_id)


def make_outline(
    db: Database,
    vault: Database | None,
    outline: Outline,
    *,
    today: date,
    kept: SectionCache | None = None,
    report_id: str = "",
    pictures: Mapping[str, bytes] | None = None,
) -> Made:
    """The same of an outline that is not kept in the file, such as one read for a scheduled run.

    `pictures` are those that came with it, by their SHA-256; without, they are looked for beside the file.
    """
    facts = (position_beyond(db, KINDS), None if vault is None else history_position(vault), today)
    sections = {}
    for item in outline.items:
        if item.kind is ItemKind.SECTION:
            sections[item.id] = _section(ask_of(db, vault, outline, item, today), item, facts, kept)
    shown = pictures_of(db, outline) if pictures is None else pictures
    return Made(outline, compose(outline, sections, shown), sections, today, report_id)


def rows_behind(db: Database, vault: Database | None, made: Made, item_id: str, rows: str) -> Table:
    """The rows behind a figure of a line of the outline, read anew: a job's own connection is closed by now."""
    item = next(one for one in made.outline.items if one.id == item_id)
    section = _make(ask_of(db, vault, made.outline, item, made.today), item)
    if isinstance(section, Problem):
        raise section
    if rows not in section.rows:
        raise Problem(
            "The rows behind this figure are there no more: something changed. Look at the report again."
        )
    return section.rows[rows]()


def pictures_of(db: Database, outline: Outline) -> dict[str, bytes]:
    """Those that are still kept as they were; of one that is not, composing tells."""
    found = {}
    for sha256 in dict.fromkeys(item.file for item in outline.items if item.file):
        with suppress(Problem):
            found[sha256] = picture(db, sha256)
    return found


def ask_of(db: Database, vault: Database | None, outline: Outline, item: Item, today: date) -> Ask:
    """What the section of a line is asked."""
    return Ask(
        db=db,
        vault=vault,
        span=outline.span,
        since=outline.since or outline.span.first - timedelta(days=1),
        today=today,
        options=item.options,
        committee=outline.committee,
        meets_on=outline.meets_on,
    )


def _section(ask: Ask, item: Item, facts: tuple[object, ...], kept: SectionCache | None) -> Section | Problem:
    if kept is None or item.section in _OF_REPORTS:
        return _make(ask, item)
    key = (facts, item.section, ask.span, ask.since, tuple(sorted(item.options.items())))
    found = kept.get(key)
    if found is None:
        found = _make(ask, item)
        kept.keep(key, found)
    return found


def _make(ask: Ask, item: Item) -> Section | Problem:
    record = section_of(item.section)
    if record is None:
        return NothingToTell(
            f"The outline asks for a section called “{item.section}”, which this version does not have. Remove the "
            "line."
        )
    try:
        return record.make(ask)
    except Problem as problem:
        return problem
