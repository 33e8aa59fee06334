"""Projects and apprenticeships in the team, in a report to a committee: as they stood on the last day of the period."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from resources.database import Database
from resources.report.blocks import Block, Bullets, Heading, TableBlock
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import bullets, paragraph
from resources.report.pointing import pointed
from resources.report.shown import counted
from resources.report.told import Rows, Told, joined, tell
from resources.spans import financial_year
from resources.wording import date_words
from workforce.funding.projects.apprentices import Apprentice, apprentices
from workforce.funding.projects.funder_reports import FunderReport, funder_reports
from workforce.funding.projects.milestones import Milestone, milestones_of
from workforce.funding.projects.outcomes import outcomes_of
from workforce.funding.projects.projects import Project, projects
from workforce.funding.projects.quotes import quotes_of
from workforce.funding.projects.tables import apprentices_table, level_counts_table, reports_table
from workforce.funding.projects.taking_part import standings
from workforce.funding.report.projects_part import (
    apprentices_told,
    outcomes_told,
    project_rows,
    project_told,
    reports_sentence,
)
from workforce.funding.vocabulary import ApprenticeStatus, FunderReportStatus

HEADING, TEAM_HEADING = "Projects", "Apprenticeship scheme"
ALL = "all"
_WITH = {"told": "Told", "none": "Left out"}
_WITHOUT = {"none": "Left out", "told": "Told, as far as they agreed"}


def projects_section(ask: Ask) -> Section:
    """Each project that ran in the period, reports owed to funders, and apprenticeships."""
    on = min(ask.span.last, ask.today)
    held = _chosen(ask, on)
    whole = ask.options.get("project", ALL) == ALL
    team = _team(ask.db, on) if whole and ask.options.get("apprentices", "told") == "told" else []
    reports = _reports(ask.db, on) if whole else []
    if not held and not team:
        raise NothingToTell(
            f"No project ran from {ask.span.words}, and nobody in the team was an apprentice. Add a project on the "
            "page Funding, choose another period, or leave the section out."
        )
    blocks: list[Block] = [Heading(held[0].name if held and not whole else HEADING, level=2)] if held else []
    for one in held:
        blocks += _project(ask, one, on, named=whole)
    if held and reports:
        blocks.append(paragraph(_reports_told(reports, on)))
    if team:
        blocks += [Heading(TEAM_HEADING, level=2), paragraph(apprentices_told(team))]
    return Section(blocks=tuple(blocks), as_at=f"Projects: as at {date_words(on)}", rows=_rows(ask, held, on))


def projects_choices(ask: Ask) -> tuple[Choice, ...]:
    """Which project, or all that ran in the period; and what is told beside them."""
    names = {one.id: one.name for one in _ran(ask, min(ask.span.last, ask.today))}
    return (
        Choice("project", "Project", {ALL: "All that ran in the period", **names}),
        Choice("tables", "Outcomes and levels as tables", _WITH),
        Choice("quotes", "What participants said", _WITHOUT),
        Choice("apprentices", "Apprenticeships in the team", _WITH),
    )


# --- what is known ----------------------------------------------------------------------------------------------


def _ran(ask: Ask, on: date) -> list[Project]:
    return [
        one
        for one in projects(ask.db)
        if one.starts_on <= on and (one.ends_on is None or one.ends_on >= ask.span.first)
    ]


def _chosen(ask: Ask, on: date) -> list[Project]:
    chosen = ask.options.get("project", ALL)
    if chosen == ALL:
        return _ran(ask, on)
    found = [one for one in projects(ask.db, archived=True) if one.id == chosen]
    if not found:
        raise NothingToTell(
            "The project chosen for this section is not in the file any more. Choose another, or leave the section out."
        )
    return found


def _team(db: Database, on: date) -> list[Apprentice]:
    """Those who were learning on a day; who has ended since was under way then."""
    return [
        replace(one, status=ApprenticeStatus.UNDER_WAY) if one.ended_on is not None else one
        for one in apprentices(db)
        if one.started_on <= on and (one.ended_on is None or one.ended_on > on)
    ]


def _reports(db: Database, on: date) -> list[FunderReport]:
    """Those due in the council's year; what was handed in after the day was still owed on it."""
    year = financial_year(on)
    return [
        replace(one, status=FunderReportStatus.DUE, submitted_on=None)
        if one.submitted_on is not None and one.submitted_on > on
        else one
        for one in funder_reports(db)
        if year.first <= one.due_on <= year.last
    ]


def _rows(ask: Ask, held: list[Project], on: date) -> dict[str, Rows]:
    rows: dict[str, Rows] = {
        "apprentices": lambda: apprentices_table(ask.db, today=on),
        "funder_reports": lambda: reports_table(ask.db, today=on),
    }
    for one in held:
        rows |= project_rows(ask.db, one, on)
    return rows


# --- a project --------------------------------------------------------------------------------------------------


def _project(ask: Ask, one: Project, on: date, *, named: bool) -> Iterator[Block]:
    """What it is for and how far it has come, what was reached since the report before, tables, and words agreed to."""
    name = [Told("name", f"{one.name}.")] if named else []
    as_at = (
        [Told("as_at", f"Milestones and who takes part are told as on {date_words(on)}.")]
        if on < ask.today
        else []
    )
    yield paragraph(joined(f"project.{one.id}", [*name, *project_told(ask.db, one, on), *as_at]))
    yield from _reached(ask, one, on, named=named)
    if ask.options.get("tables", "told") == "told":
        yield from _tables(ask, one, on)
    if ask.options.get("quotes", "none") == "told":
        yield from _said(ask.db, one, on)


def _reached(ask: Ask, one: Project, on: date, *, named: bool) -> Iterator[Block]:
    """The milestones done since the report before."""
    done = [each for each in milestones_of(ask.db, one.id) if _is_since(each, ask.since, on)]
    if not done:
        return
    whose = " of {project}" if named else ""
    verb = "was" if len(done) == 1 else "were"
    lead = tell(
        f"reached.{one.id}", "After {day}, {milestones}" + whose + " " + verb + " reached:",
        day=date_words(ask.since), milestones=counted(len(done), "milestone", rows=f"milestones.{one.id}"),
        project=one.name,
    )  # fmt: skip
    yield paragraph(lead, leads=True)
    yield bullets(
        f"milestones.{one.id}",
        [Told(each.id, f"{each.what} ({date_words(each.done_on)}).") for each in done if each.done_on],
    )


def _is_since(one: Milestone, since: date, on: date) -> bool:
    return one.is_done_by(on) and not one.is_done_by(since)


def _tables(ask: Ask, one: Project, on: date) -> Iterator[Block]:
    """Of an outcome the last figure alone is kept, so that it is told with its own day."""
    db, outcomes = ask.db, outcomes_of(ask.db, one.id)
    if outcomes:
        yield TableBlock(
            outcomes_told(one.name, outcomes, ask.today, last=on),
            "For each outcome its target, what was achieved and when that was measured.",
        )
    if one.tracks_dspt and standings(db, one.id, on):
        yield TableBlock(
            level_counts_table(db, one.id, on=on),
            "For each level of the toolkit how many providers stand at it.",
        )


def _said(db: Database, one: Project, on: date) -> Iterator[Block]:
    said = [each.as_printed for each in quotes_of(db, one.id, printable=True) if each.said_on <= on]
    if said:
        lead = f"Participants of {one.name} said, and agreed to be quoted:"
        yield paragraph(Told(f"quoted.{one.id}", lead), leads=True)
        yield Bullets(tuple(said), key=f"quotes.{one.id}")


def _reports_told(reports: list[FunderReport], on: date) -> Told:
    return pointed(
        "funder_reports", reports_sentence(reports, on),
        reports=counted(len(reports), "report", rows="funder_reports"),
    )  # fmt: skip


RECORD = SectionRecord(
    "projects",
    "Projects",
    "Projects of the period with their milestones and outcomes, and apprenticeships in the team",
    projects_section,
    projects_choices,
)
"""How the section is offered."""
