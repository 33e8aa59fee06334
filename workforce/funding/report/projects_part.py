"""Projects, reports to funders and apprenticeships in the team as a report tells them, with words agreed to."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from resources.database import Database
from resources.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from resources.report.shown import counted, numbered
from resources.report.told import Rows, Shown, Told, joined, tell
from resources.suppression import HIDDEN, SMALLEST_SHOWN
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, date_words, lower_first, money
from workforce.funding.projects.apprentices import Apprentice, apprentices
from workforce.funding.projects.funder_reports import FunderReport, funder_reports
from workforce.funding.projects.milestones import milestones_of
from workforce.funding.projects.outcomes import ProjectOutcome, outcomes_of
from workforce.funding.projects.projects import Project, projects
from workforce.funding.projects.quotes import quotes_of
from workforce.funding.projects.tables import level_counts_table, milestones_table, taking_part_table
from workforce.funding.projects.taking_part import level_counts, standings, taking_part_in
from workforce.funding.vocabulary import ApprenticeStatus, DsptLevel, FunderReportStatus
from workforce.years import year_span

BELOW = SMALLEST_SHOWN[0]
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def projects_blocks(db: Database, year: int, *, today: date) -> list[Block]:
    """All that ran in the year, each beneath its name."""
    span = year_span(year)
    held = [
        one
        for one in projects(db)
        if one.starts_on <= min(span.last, today) and (one.ends_on is None or one.ends_on >= span.first)
    ]
    blocks: list[Block] = []
    for one in held:
        blocks += _project(db, one, today)
    reports = [one for one in funder_reports(db) if span.first <= one.due_on <= span.last]
    if reports:
        blocks += [Heading("Reports to funders", level=2), Paragraph(reports_sentence(reports, today))]
    team = [one for one in apprentices(db) if _is_of(one, span.first, min(span.last, today))]
    if team:
        blocks += [Heading("Apprenticeships in the team", level=2), Paragraph(apprentices_sentence(team))]
    return blocks


def _project(db: Database, one: Project, today: date) -> list[Block]:
    blocks: list[Block] = [Heading(one.name, level=2), Paragraph(" ".join(project_sentences(db, one, today)))]
    outcomes = outcomes_of(db, one.id)
    if outcomes:
        table = outcomes_told(one.name, outcomes, today)
        blocks.append(
            TableBlock(table, "For each outcome its target, what was achieved and when that was measured.")
        )
    if one.tracks_dspt and standings(db, one.id, today):
        table = level_counts_table(db, one.id, on=today)
        blocks.append(TableBlock(table, "For each level of the toolkit how many providers stand at it."))
    said = [quote.as_printed for quote in quotes_of(db, one.id, printable=True)]
    if said:
        blocks += [Paragraph("Participants said, and agreed to be quoted:", leads=True), Bullets(tuple(said))]
    return blocks


def outcomes_told(
    name: str, outcomes: Sequence[ProjectOutcome], today: date, *, last: date | None = None
) -> Table:
    """Each outcome with its target; a number of people is not told where it is small.

    Of each the latest figure alone is kept: where that was measured after the day `last`, which all else is told of,
    it says so.
    """
    columns = (
        Column("measure", "Outcome", width=300),
        Column("target", "Target", ColumnKind.NUMBER, 90),
        Column("achieved", "Achieved", ColumnKind.NUMBER, 90),
        Column("measured_on", "Measured", ColumnKind.DATE, 120),
    )
    few = {one.id for one in outcomes if one.of_people and one.achieved and one.achieved < BELOW}
    rows: list[tuple[Cell, ...]] = [
        (one.measure, one.target, HIDDEN if one.id in few else one.achieved,
         one.measured_on.isoformat() if one.measured_on else None)
        for one in outcomes
    ]  # fmt: skip
    notes: tuple[str, ...] = (
        (f"{HIDDEN} is a number of people below {BELOW}, which is not shown.",) if few else ()
    )
    if last is not None and any(one.measured_on is not None and one.measured_on > last for one in outcomes):
        notes += (
            f"Outcomes are told as last measured. Those measured after {date_words(last)} are newer than the rest of "
            "this section.",
        )
    base = count_of(len(rows), "outcome")
    return Table(f"{name}: outcomes", columns, rows, base=base, as_at=today, notes=notes)


def project_sentences(db: Database, one: Project, today: date) -> list[str]:
    """What it is for, from when until when, who takes part, and what is done and next."""
    return [told.text for told in project_told(db, one, today)]


def project_told(db: Database, one: Project, today: date) -> list[Told]:
    """The same with its figures, as at a day; behind them stand the tables of `project_rows`."""
    until = f" until {date_words(one.ends_on)}" if one.ends_on else ""
    budget = ", with {budget}" if one.budget_pence else ""
    told = [Told("purpose", one.purpose)] if one.purpose else []
    told.append(
        tell(
            "runs", "It runs from {day}" + until + budget + ". It is at {status}.", day=date_words(one.starts_on),
            budget=Shown(money(one.budget_pence or 0), one.budget_pence), status=f"“{lower_first(one.status.label)}”",
        )
    )  # fmt: skip
    part = sum(each.holds_on(today) for each in taking_part_in(db, one.id))
    if part:
        verb = "takes" if part == 1 else "take"
        told.append(
            tell(
                "part",
                "{providers} " + verb + " part.",
                providers=counted(part, "provider", rows=_rows(one, "part")),
            )
        )
    return [
        *told,
        *_milestones_told(db, one, today),
        *(dspt_told(db, one, today) if one.tracks_dspt else []),
    ]


def _rows(one: Project, what: str) -> str:
    return f"{what}.{one.id}"


def project_rows(db: Database, one: Project, today: date) -> dict[str, Rows]:
    """The tables behind the figures of a project."""
    return {
        _rows(one, "milestones"): lambda: milestones_table(db, one.id, today=today),
        _rows(one, "part"): lambda: taking_part_table(db, one.id, on=today),
    }


def _milestones_told(db: Database, one: Project, today: date) -> list[Told]:
    held = milestones_of(db, one.id)
    if not held:
        return []
    rows = _rows(one, "milestones")
    done = sum(each.is_done_by(today) for each in held)
    told = [
        tell(
            "milestones", "{done} of {milestones} " + ("is" if done == 1 else "are") + " done.",
            done=numbered(done, rows=rows, base=len(held)), milestones=counted(len(held), "milestone", rows=rows),
        )
    ]  # fmt: skip
    late = sum(not each.is_done_by(today) and each.due_on < today for each in held)
    if late:
        verb = "is" if late == 1 else "are"
        told.append(
            tell("late", "{late} " + verb + " overdue.", late=numbered(late, rows=rows, base=len(held)))
        )
    ahead = next((each for each in held if not each.is_done_by(today) and each.due_on >= today), None)
    if ahead:
        told.append(Told("next", f"Next: {lower_first(ahead.what)}, by {date_words(ahead.due_on)}."))
    return told


def dspt_told(db: Database, one: Project, today: date) -> list[Told]:
    """On 9 December 2019, 4 of 11 providers were at standards met or above …"""
    found = standings(db, one.id, today)
    if not found:
        return []
    counts = level_counts(found)
    met = counts[DsptLevel.STANDARDS_MET] + counts[DsptLevel.STANDARDS_EXCEEDED]
    rows = _rows(one, "part")
    return [
        tell(
            "dspt", "On {day}, {met} of {providers} had reached standards met, or more, of the Data Security and "
            "Protection Toolkit.",
            day=date_words(today), met=numbered(met, rows=rows, base=len(found)),
            providers=counted(len(found), "provider", rows=rows),
        )
    ]  # fmt: skip


def reports_sentence(reports: Sequence[FunderReport], today: date) -> str:
    """Of 6 reports due to funders in the year, 1 was submitted, …"""
    counts: Counter[str] = Counter()
    for one in reports:
        if one.status is FunderReportStatus.SUBMITTED:
            counts["submitted"] += 1
        elif one.status is FunderReportStatus.SKIPPED:
            counts["skipped"] += 1
        else:
            counts["overdue" if one.is_overdue(today) else "still to come"] += 1
    told = [
        f"{counts[what]:,} {'is' if counts[what] == 1 else 'are'} {what}"
        for what in ("submitted", "overdue", "still to come", "skipped")
        if counts[what]
    ]
    return f"Of {count_of(len(reports), 'report')} due to funders in the year, {and_list(told)}."


def apprentices_sentence(team: Sequence[Apprentice]) -> str:
    """Two members of the team are undertaking apprenticeships at Level 5 (Leadership and management)."""
    return apprentices_told(team).text


def apprentices_told(team: Sequence[Apprentice]) -> Told:
    """The same with its figures; "apprentices" is the table behind them."""
    told = []
    for status, verb in (
        (ApprenticeStatus.UNDER_WAY, "undertaking"), (ApprenticeStatus.PAUSED, "pausing"),
        (ApprenticeStatus.COMPLETED, "completed"), (ApprenticeStatus.LEFT, "left"),
    ):  # fmt: skip
        some = [one for one in team if one.status is status]
        if some:
            words = Shown(_members(len(some)), len(some), rows="apprentices")
            which = f" {_verb(status, verb, len(some))} {_which(some)}."
            told.append(tell(status.value, "{members}{which}", members=words, which=which))
    return joined("apprentices", told)


def _members(number: int) -> str:
    words = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{words} {'member' if number == 1 else 'members'} of the team"


def _verb(status: ApprenticeStatus, verb: str, number: int) -> str:
    ongoing = status in (ApprenticeStatus.UNDER_WAY, ApprenticeStatus.PAUSED)
    return f"{'is' if number == 1 else 'are'} {verb}" if ongoing else verb


def _which(some: Sequence[Apprentice]) -> str:
    noun = "an apprenticeship" if len(some) == 1 else "apprenticeships"
    kinds = dict.fromkeys(
        f"at Level {one.level} ({lower_first(one.apprenticeship)})"
        if one.level
        else f"in {lower_first(one.apprenticeship)}"
        for one in some
    )
    return f"{noun} {and_list(list(kinds))}"


def _is_of(one: Apprentice, first: date, last: date) -> bool:
    return one.started_on <= last and (one.ended_on is None or one.ended_on >= first)
