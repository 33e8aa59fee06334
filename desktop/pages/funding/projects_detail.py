"""What the pane says of a project, of a report to a funder and of an apprenticeship."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from desktop.pages.funding.projects_acts import ProjectActs
from desktop.pages.funding.projects_kept import KeptKind, ProvidersKept
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import ColumnKind
from resources.wording import count_of, date_words, money
from workforce.funding.projects.apprentices import Apprentice
from workforce.funding.projects.funder_reports import FunderReport, funder_reports
from workforce.funding.projects.projects import Project
from workforce.funding.projects.tables import fund_name, level_counts_table, report_of, reports_table
from workforce.funding.vocabulary import DsptLevel


def project_detail(
    db: Database, held: Project, acts: ProjectActs, actions: Sequence[Action], *, today: date, may_write: bool,
    open_report: Callable[[str], object],
) -> Detail:  # fmt: skip
    """One project with all that is kept in it."""
    ends = f"{date_words(held.starts_on)} to {date_words(held.ends_on)}" if held.ends_on else ""
    lines = (
        Line("Purpose", held.purpose),
        Line("Runs", ends or f"from {date_words(held.starts_on)}"),
        Line("Paid from", fund_name(db, held.fund_id)),
        Line("Budget", money(held.budget_pence) if held.budget_pence is not None else ""),
        Line("Lead", held.lead), Line("Note", held.note),
    )  # fmt: skip
    sections = [Section("Project", lines)]
    for kind in acts.kinds:
        sections += _levels(db, held, today) if isinstance(kind, ProvidersKept) and held.tracks_dspt else []
        sections.append(_kept(held, kind, acts, may_write=may_write))
    table = reports_table(db, today=today, project_id=held.id)
    keys = [one.id for one in funder_reports(db, project_id=held.id)]
    sections.append(Section("Reports to funders", table=table, keys=keys, opened=open_report))
    return Detail(held.name, "", [(ColumnKind.STATUS, held.status.label)], actions, sections)


def _kept(held: Project, kind: KeptKind, acts: ProjectActs, *, may_write: bool) -> Section:
    table, keys = kind.listed(held.id)
    add = Action(f"add_{kind.name}", kind.add_words, partial(acts.add_kept, kind))
    return Section(
        kind.title, table=table, keys=keys, opened=partial(acts.change_kept, kind) if may_write else None,
        actions=(add,) if may_write else (),
    )  # fmt: skip


def _levels(db: Database, held: Project, today: date) -> list[Section]:
    """How many providers stand at each level of the DSPT."""
    table = level_counts_table(db, held.id, on=today)
    if not any(number for _, number in table.rows):
        return []
    met = sum(
        int(number or 0)
        for level, number in table.rows
        if level in (DsptLevel.STANDARDS_MET.label, DsptLevel.STANDARDS_EXCEEDED.label)
    )
    every = sum(int(number or 0) for _, number in table.rows)
    said = f"{met:,} of {count_of(every, 'provider')} at standards met or above on {date_words(today)}"
    return [Section("DSPT levels", (Line("", said),), table=table)]


def report_detail(db: Database, held: FunderReport, actions: Sequence[Action], *, today: date) -> Detail:
    """One report that is or was owed."""
    covers = [date_words(day) for day in (held.covers_from, held.covers_to) if day]
    lines = (
        Line("Of", report_of(db, held)),
        Line("Due", date_words(held.due_on)),
        Line("Covers", " to ".join(covers)),
        Line("Submitted", date_words(held.submitted_on) if held.submitted_on else ""),
        Line("Why it is skipped", held.reason),
        Line("Note", held.note),
    )
    return Detail(
        held.what, "", [(ColumnKind.STATUS, held.standing(today))], actions, (Section("Report", lines),)
    )


def apprentice_detail(held: Apprentice, actions: Sequence[Action], *, today: date) -> Detail:
    """One apprenticeship in the team."""
    expected = date_words(held.expected_on) if held.expected_on else ""
    late = ", which is past" if held.is_overdue(today) else ""
    lines = (
        Line("Apprenticeship", held.apprenticeship),
        Line("Level", f"Level {held.level}" if held.level else ""),
        Line("Started", date_words(held.started_on)),
        Line("Expected to end", f"{expected}{late}" if expected else ""),
        Line("Ended", date_words(held.ended_on) if held.ended_on else ""),
        Line("Note", held.note),
    )
    return Detail(
        held.name, "", [(ColumnKind.STATUS, held.status.label)], actions, (Section("Apprenticeship", lines),)
    )
