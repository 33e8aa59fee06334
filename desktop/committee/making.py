"""A report to the committee made from its outline: every section that it asks for, put together as one report.

What somebody writes changes no figure, so that sections are made again only when something else in the file changed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
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
from resources.report.committee.section import Ask, CouldNotBeMade, NothingToTell, Section
from resources.tables import Table

_OF_REPORTS = frozenset({committee_section.KEY})
"""Sections that tell of reports themselves: of what was recommended and decided, not of what is written between."""

_TOLD_OF_REPORTS = frozenset(
    {"committee_meeting", "committee_report", "recommendation", "recommendation_step"}
)

Question = tuple[object, ...]
"""What a section is asked, and of which facts: the same question has the same answer."""

Attempt = Callable[[Callable[[], Section]], Section | None]
"""Makes a section; None where that failed by a fault of ours, which was told."""


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

    _kept: dict[Question, Section | Problem] = field(default_factory=dict)

    def get(self, question: Question) -> Section | Problem | None:
        """The section made for the same question of the same facts."""
        return self._kept.get(question)

    def has(self, questions: Iterable[Question]) -> bool:
        """Whether all of them were made before."""
        return all(one in self._kept for one in questions)

    def keep(self, question: Question, section: Section | Problem) -> None:
        """Keep it; what was made of earlier facts goes."""
        facts = question[:2]
        kept = {one: made for one, made in self._kept.items() if one[0] != facts[0] or one[:2] == facts}
        self._kept = {**kept, question: section}


def make_report(
    db: Database,
    vault: Database | None,
    report_id: str,
    *,
    today: date,
    kept: SectionCache | None = None,
    attempt: Attempt | None = None,
) -> Made:
    """The report as it stands. It reads and writes nothing; a read-only connection will do.

    Without an `attempt` a fault in one section ends it; with one that section says so, and the others are made.
    """
    outline = outline_of(db, report_id)
    return make_outline(db, vault, outline, today=today, kept=kept, report_id=report_id, attempt=attempt)


def make_outline(
    db: Database,
    vault: Database | None,
    outline: Outline,
    *,
    today: date,
    kept: SectionCache | None = None,
    report_id: str = "",
    pictures: Mapping[str, bytes] | None = None,
    attempt: Attempt | None = None,
) -> Made:
    """The same of an outline that is not kept in the file, such as one read for a scheduled run.

    `pictures` are those that came with it, by their SHA-256; without, they are looked for beside the file.
    """
    asked = questions(db, vault, outline, today=today)
    known = kept if kept is not None else SectionCache()
    sections = {}
    for item in outline.items:
        if item.id in asked:
            found = known.get(asked[item.id])
            if found is None:
                made = _make(ask_of(db, vault, outline, item, today), item, attempt or _plainly)
                found = _without_connection(made)
                known.keep(asked[item.id], found)
            sections[item.id] = found
    shown = pictures_of(db, outline) if pictures is None else pictures
    return Made(outline, compose(outline, sections, shown), sections, today, report_id)


def questions(db: Database, vault: Database | None, outline: Outline, *, today: date) -> dict[str, Question]:
    """What the sections of an outline are asked, by the keys of their lines."""
    opened = None if vault is None else history_position(vault)
    facts = ("file", (position_beyond(db, KINDS), opened, today))
    of_reports = ("reports", (position_beyond(db, KINDS.keys() - _TOLD_OF_REPORTS), opened, today))
    span, whom = (outline.span, outline.since), (outline.committee, outline.meets_on)
    return {
        one.id: (
            *(of_reports if one.section in _OF_REPORTS else facts),
            one.section, *span, tuple(sorted(one.options.items())), whom if one.section in _OF_REPORTS else (),
        )
        for one in outline.items
        if one.kind is ItemKind.SECTION
    }  # fmt: skip


def rows_behind(
    db: Database, vault: Database | None, made: Made, item_id: str, names: Sequence[str]
) -> dict[str, Table]:
    """The rows behind figures of a line of the outline by their names, read anew with all that the section tells."""
    item = next(one for one in made.outline.items if one.id == item_id)
    section = _make(ask_of(db, vault, made.outline, item, made.today), item, _plainly)
    if isinstance(section, Problem):
        raise section
    if not set(names) <= set(section.rows):
        raise Problem(
            "The rows behind this figure are there no more: something changed. Look at the report again."
        )
    return {name: section.rows[name]() for name in names}


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


def _make(ask: Ask, item: Item, attempt: Attempt) -> Section | Problem:
    record = section_of(item.section)
    if record is None:
        return NothingToTell(
            f"The outline asks for a section called “{item.section}”, which this version does not have. Remove the "
            "line."
        )
    try:
        made = attempt(lambda: record.make(ask))
    except Problem as problem:
        return problem
    if made is None:
        return CouldNotBeMade(
            f"The section “{record.title}” could not be made: something in the program went wrong. The other sections "
            "are as they should be. Take this one out, or tell the program's makers."
        )
    return made


def _plainly(make: Callable[[], Section]) -> Section:
    return make()


def _without_connection(made: Section | Problem) -> Section | Problem:
    """It may be kept for long, and the connection that it was made over is closed soon: rows are read anew."""
    if isinstance(made, Problem):
        return made.with_traceback(None)
    return replace(made, rows=dict.fromkeys(made.rows, _read_anew))


def _read_anew() -> Table:
    raise LookupError("the rows behind a figure of a section that was kept are read by rows_behind")
