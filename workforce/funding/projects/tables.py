"""Projects as tables: what the page, the documents and the command line all draw from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from engagement.register.providers import provider
from resources.database import Database
from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, date_words
from workforce.funding.projects.apprentices import apprentices
from workforce.funding.projects.funder_reports import FunderReport, funder_reports
from workforce.funding.projects.milestones import milestones_of
from workforce.funding.projects.outcomes import outcomes_of
from workforce.funding.projects.projects import Project, project, projects
from workforce.funding.projects.quotes import quotes_of
from workforce.funding.projects.taking_part import (
    level_counts,
    levels_of,
    standings,
    taking_part,
    taking_part_in,
)
from workforce.funding.vocabulary import DsptLevel

WORDS_EXEMPT = Exemption(1, "It names people with what they said, and holds words that may not be quoted.")
"""Of what participants say; what may be quoted is printed without a name."""
PART_EXEMPT = Exemption(
    3, "It says how named providers stand in a project, which is of their business affairs."
)
"""Of who takes part and what they reached; how many reached what is public."""
TEAM_EXEMPT = Exemption(1, "It names members of the team with what they learn.")
PROJECT_COLUMNS = (
    Column("name", "Project", width=272),
    Column("status", "Status", ColumnKind.STATUS, 174),
    Column("next", "Next milestone", width=220),
    Column("next_on", "Due", ColumnKind.DATE, 108),
    Column("milestones", "Milestones done", width=110),
    Column("providers", "Providers", ColumnKind.NUMBER, 96),
    Column("budget_pence", "Budget", ColumnKind.MONEY, 100),
    Column("fund", "Fund", width=200),
    Column("lead", "Lead", width=140),
    Column("ends_on", "Ends", ColumnKind.DATE, 108),
)
REPORT_COLUMNS = (
    Column("what", "Report", width=280),
    Column("standing", "Status", ColumnKind.STATUS, 130),
    Column("due_on", "Due", ColumnKind.DATE, 108),
    Column("of", "Of", width=240),
    Column("covers", "Covers", width=220),
    Column("submitted_on", "Submitted", ColumnKind.DATE, 108),
    Column("reason", "Why skipped", width=200),
)
APPRENTICE_COLUMNS = (
    Column("name", "Name", width=180),
    Column("status", "Status", ColumnKind.STATUS, 120),
    Column("apprenticeship", "Apprenticeship", width=280),
    Column("level", "Level", ColumnKind.NUMBER, 70),
    Column("started_on", "Started", ColumnKind.DATE, 108),
    Column("expected_on", "Expected to end", ColumnKind.DATE, 120),
    Column("ended_on", "Ended", ColumnKind.DATE, 108),
    Column("note", "Note", width=220),
)


def project_row(db: Database, one: Project, *, today: date) -> tuple[Cell, ...]:
    """A row of the list of projects."""
    held = milestones_of(db, one.id)
    ahead = next((each for each in held if each.done_on is None), None)
    done = f"{sum(each.done_on is not None for each in held)} of {len(held)}" if held else ""
    part = sum(each.holds_on(today) for each in taking_part_in(db, one.id))
    return (
        one.name, one.status.label, ahead.what if ahead else "", _day(ahead.due_on) if ahead else None, done, part,
        one.budget_pence, fund_name(db, one.fund_id), one.lead, _day(one.ends_on),
    )  # fmt: skip


def projects_table(db: Database, *, today: date, archived: bool = False) -> Table:
    """All projects with what is next in each."""
    held = projects(db, archived=archived)
    rows = [project_row(db, one, today=today) for one in held]
    return Table("Projects", PROJECT_COLUMNS, rows, base=count_of(len(rows), "project"), as_at=today)


def milestones_table(db: Database, project_id: str, *, today: date) -> Table:
    """What is to be done by when."""
    columns = (
        Column("what", "Milestone", width=260),
        Column("standing", "Status", ColumnKind.STATUS, 100),
        Column("due_on", "Due", ColumnKind.DATE, 108),
        Column("done_on", "Done", ColumnKind.DATE, 108),
        Column("note", "Note", width=160),
    )
    held = milestones_of(db, project_id)
    rows: list[tuple[Cell, ...]] = [
        (one.what, one.standing(today), _day(one.due_on), _day(one.done_on), one.note) for one in held
    ]
    return _of(db, project_id, "Milestones", columns, rows, "milestone", today)


def outcomes_table(db: Database, project_id: str, *, today: date) -> Table:
    """What is to be achieved, and how many it is so far."""
    columns = (
        Column("measure", "Outcome", width=260),
        Column("target", "Target", ColumnKind.NUMBER, 76),
        Column("achieved", "Achieved", ColumnKind.NUMBER, 92),
        Column("measured_on", "Measured", ColumnKind.DATE, 108),
        Column("note", "Note", width=160),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.measure, one.target, one.achieved, _day(one.measured_on), one.note)
        for one in outcomes_of(db, project_id)
    ]
    return _of(db, project_id, "Outcomes", columns, rows, "outcome", today)


def taking_part_table(db: Database, project_id: str, *, on: date) -> Table:
    """Who takes part or took part; with the level of the DSPT as at a day where the project follows it."""
    follows = project(db, project_id).tracks_dspt
    columns = [Column("name", "Provider", width=230)]
    columns += [
        Column("level", "DSPT level", ColumnKind.STATUS, 170), Column("since", "Since", ColumnKind.DATE, 108)
    ] if follows else []  # fmt: skip
    columns += [
        Column("joined_on", "Joined", ColumnKind.DATE, 108),
        Column("left_on", "Left", ColumnKind.DATE, 108),
        Column("note", "Note", width=160),
    ]
    found = {one.part.id: one for one in standings(db, project_id, on)}
    rows: list[tuple[Cell, ...]] = []
    for part in taking_part_in(db, project_id):
        held = found.get(part.id)
        level: tuple[Cell, ...] = (held.level.label if held else "", _day(held.since) if held else None)
        rows.append(
            (part.name, *(level if follows else ()), _day(part.joined_on), _day(part.left_on), part.note)
        )
    made = _of(db, project_id, "Providers", tuple(columns), rows, "provider", on)
    return replace(made, exempt=PART_EXEMPT)


def levels_table(db: Database, part_id: str) -> Table:
    """What one provider reached, the newest first."""
    columns = (
        Column("level", "Level", ColumnKind.STATUS, 190),
        Column("reached_on", "Reached", ColumnKind.DATE, 120),
        Column("note", "Note", width=260),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.level.label, _day(one.reached_on), one.note) for one in levels_of(db, part_id)
    ]
    name = taking_part(db, part_id).name
    return Table(f"DSPT levels: {name}", columns, rows, base=count_of(len(rows), "level"), exempt=PART_EXEMPT)


def level_counts_table(db: Database, project_id: str, *, on: date) -> Table:
    """How many providers stand at each level; a level that nobody exceeds is left out."""
    found = standings(db, project_id, on)
    counts = level_counts(found)
    columns = (
        Column("level", "DSPT level", width=200),
        Column("providers", "Providers", ColumnKind.NUMBER, 100),
    )
    rows: list[tuple[Cell, ...]] = [
        (level.label, number)
        for level, number in counts.items()
        if number or level is not DsptLevel.STANDARDS_EXCEEDED
    ]
    return Table(
        "Level of the Data Security and Protection Toolkit", columns, rows,
        base=f"{count_of(len(found), 'provider')} taking part on {date_words(on)}", as_at=on,
    )  # fmt: skip


def quotes_table(db: Database, project_id: str) -> Table:
    """What participants said; the team's own list."""
    columns = (
        Column("words", "Words", width=300),
        Column("consent", "Quoting", ColumnKind.STATUS, 140),
        Column("said_by", "Said by", width=140),
        Column("role", "Role", width=130),
        Column("provider", "Provider", width=160),
        Column("said_on", "Said", ColumnKind.DATE, 108),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.words, one.consent.label, one.said_by, one.role,
         provider(db, one.provider_id).name if one.provider_id else "", _day(one.said_on))
        for one in quotes_of(db, project_id)
    ]  # fmt: skip
    return replace(
        _of(db, project_id, "What participants say", columns, rows, "quote", None), exempt=WORDS_EXEMPT
    )


def report_row(db: Database, one: FunderReport, *, today: date) -> tuple[Cell, ...]:
    """A row of the list of reports."""
    return (
        one.what, one.standing(today), _day(one.due_on), report_of(db, one), _covers(one), _day(one.submitted_on),
        one.reason,
    )  # fmt: skip


def reports_table(db: Database, *, today: date, project_id: str = "") -> Table:
    """Reports to funders, those still to be handed in first."""
    rows = [report_row(db, one, today=today) for one in funder_reports(db, project_id=project_id)]
    return Table("Reports to funders", REPORT_COLUMNS, rows, base=count_of(len(rows), "report"), as_at=today)


def apprentices_table(db: Database, *, today: date) -> Table:
    """Apprenticeships in the team."""
    rows: list[tuple[Cell, ...]] = [
        (one.name, one.status.label, one.apprenticeship, one.level, _day(one.started_on), _day(one.expected_on),
         _day(one.ended_on), one.note)
        for one in apprentices(db)
    ]  # fmt: skip
    return Table(
        "Apprenticeships in the team",
        APPRENTICE_COLUMNS,
        rows,
        base=count_of(len(rows), "apprenticeship"),
        as_at=today,
        exempt=TEAM_EXEMPT,
    )


def report_of(db: Database, one: FunderReport) -> str:
    """What a report is of: the project, the fund, or the project with its fund."""
    names = [project(db, one.project_id).name if one.project_id else "", fund_name(db, one.fund_id)]
    return ", ".join(dict.fromkeys(name for name in names if name))


def fund_name(db: Database, fund_id: str | None) -> str:
    """The name of a fund; none of none."""
    return str(db.value("select name from fund where id = ?", (fund_id,)) or "") if fund_id else ""


def _covers(one: FunderReport) -> str:
    if one.covers_from and one.covers_to:
        return f"{date_words(one.covers_from)} to {date_words(one.covers_to)}"
    if one.covers_from:
        return f"from {date_words(one.covers_from)}"
    return f"until {date_words(one.covers_to)}" if one.covers_to else ""


def _of(
    db: Database, project_id: str, what: str, columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]], noun: str,
    as_at: date | None,
) -> Table:  # fmt: skip
    name = project(db, project_id).name
    return Table(
        f"{name}: {what[:1].lower()}{what[1:]}", columns, rows, base=count_of(len(rows), noun), as_at=as_at
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
