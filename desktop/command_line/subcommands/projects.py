"""Projects without a window: what each is, reports to funders, and apprenticeships in the team."""

import argparse
from dataclasses import replace
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_number, a_word, add_out, an_amount
from desktop.command_line.session import Session
from desktop.command_line.subcommands.project_parts import add_parts, add_project_name, one_project
from resources.database import Database
from resources.wording import shortened
from workforce.funding.projects import apprentices, funder_reports, projects
from workforce.funding.projects.apprentices import Apprentice, ApprenticeDraft
from workforce.funding.projects.funder_reports import FunderReport, FunderReportDraft
from workforce.funding.projects.projects import ProjectDraft
from workforce.funding.projects.tables import (
    apprentices_table,
    level_counts_table,
    milestones_table,
    outcomes_table,
    projects_table,
    reports_table,
    taking_part_table,
)
from workforce.funding.vocabulary import ApprenticeStatus, ProjectStatus


def add_commands(commands: Any) -> None:
    """Projects, what is kept in them, reports to funders, apprentices."""
    listed = commands.add_parser("projects", help="all projects, with what is next in each")
    listed.add_argument("--archived", action="store_true", help="those put away too")
    add_out(listed)
    listed.set_defaults(run=_projects)
    one = commands.add_parser("project", help="a project’s milestones, outcomes, providers and reports")
    add_project_name(one)
    one.add_argument(
        "--on", type=a_day, metavar="DATE", help="levels of the DSPT as at this day (otherwise today)"
    )
    add_out(one)
    one.set_defaults(run=_project)
    _add_writing(commands)
    add_parts(commands)
    _add_reports(commands)
    _add_apprentices(commands)


def _add_writing(commands: Any) -> None:
    new = commands.add_parser("project-add", help="add a project")
    new.add_argument("name", metavar="NAME", help="what it is called")
    new.add_argument("--starts", type=a_day, metavar="DATE", help="otherwise today")
    _add_facts(new)
    new.set_defaults(run=_add)
    edit = commands.add_parser(
        "project-edit", help="put right what is said of a project, move it on, or put it away"
    )
    add_project_name(edit)
    edit.add_argument("--name", metavar="NAME", help="another name")
    edit.add_argument("--starts", type=a_day, metavar="DATE", help="when it starts")
    _add_facts(edit)
    away = edit.add_mutually_exclusive_group()
    away.add_argument("--archive", action="store_true", help="put it away; what is kept of it stays")
    away.add_argument("--restore", action="store_true", help="bring it back")
    edit.set_defaults(run=_edit)


def _add_facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ends", type=a_day, metavar="DATE", help="when it ends")
    parser.add_argument("--fund", metavar="FUND", help="paid from it: words of its name")
    parser.add_argument("--purpose", metavar="TEXT", help="what it is for")
    parser.add_argument("--lead", metavar="NAME", help="who leads it")
    parser.add_argument("--budget", type=an_amount, metavar="AMOUNT", help="how much it may cost")
    parser.add_argument("--status", type=a_word(ProjectStatus), metavar="STATUS",
                        help=", ".join(one.value for one in ProjectStatus))  # fmt: skip
    parser.add_argument("--dspt", action=argparse.BooleanOptionalAction, default=None,
                        help="follow its providers through the levels of the DSPT")  # fmt: skip
    parser.add_argument("--note", metavar="TEXT", help="anything to know about it")


_FACTS = {
    "name": "name", "starts": "starts_on", "ends": "ends_on", "purpose": "purpose", "lead": "lead",
    "budget": "budget_pence", "status": "status", "dspt": "tracks_dspt", "note": "note",
}  # fmt: skip


def _given(db: Database, asked: argparse.Namespace) -> dict[str, Any]:
    """What was written after the command, by the names of a draft."""
    said = {field: getattr(asked, name) for name, field in _FACTS.items() if getattr(asked, name) is not None}
    return said | ({"fund_id": choosing.fund(db, asked.fund).id} if asked.fund else {})


def _projects(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(projects_table(db, today=session.today, archived=asked.archived), asked.out, db=db)


def _project(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held, day = one_project(db, asked.project), asked.on or session.today
        tables = [
            milestones_table(db, held.id, today=session.today),
            outcomes_table(db, held.id, today=session.today),
            taking_part_table(db, held.id, on=day),
            *([level_counts_table(db, held.id, on=day)] if held.tracks_dspt else []),
            reports_table(db, today=session.today, project_id=held.id),
        ]
        session.show([one for one in tables if one.rows] or tables[:1], asked.out, db=db)


def _add(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        draft = replace(ProjectDraft(asked.name, session.today), **_given(db, asked))
        made = projects.add_project(db, draft)
    session.say(f"Added the project {made.name}.")


def _edit(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = one_project(db, asked.project)
        if asked.archive:
            said = f"Archived the project {projects.archive_project(db, held.id, today=session.today).name}."
        elif asked.restore:
            said = f"Restored the project {projects.restore_project(db, held.id).name}."
        else:
            made = projects.edit_project(db, held.id, replace(held.draft(), **_given(db, asked)))
            said = f"Changed the project {made.name}." if made != held else "Nothing was changed."
    session.say(said)


# --- reports to funders -----------------------------------------------------------------------------------------


def _add_reports(commands: Any) -> None:
    listed = commands.add_parser(
        "project-reports", help="reports to funders, those still to be handed in first"
    )
    add_out(listed)
    listed.set_defaults(run=_reports)
    parser = commands.add_parser("project-report", help="add a report to a funder, or say how one stands")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--add", metavar="REPORT", help="a report is owed (with --due, and --project or --fund)"
    )
    for name, help_text in (
        ("begin", "it is being written"), ("submit", "it was handed in (with --on)"),
        ("skip", "it will not be handed in (with --reason)"), ("reopen", "it is owed after all"),
        ("remove", "it was entered by mistake"),
    ):  # fmt: skip
        what.add_argument(f"--{name}", metavar="WORDS", help=help_text)
    parser.add_argument("--due", type=a_day, metavar="DATE", help="by when (with --add)")
    parser.add_argument("--project", metavar="PROJECT", help="of this project (with --add)")
    parser.add_argument("--fund", metavar="FUND", help="of this fund (with --add)")
    parser.add_argument(
        "--covers-from", type=a_day, metavar="DATE", help="the first day it is of (with --add)"
    )
    parser.add_argument("--covers-to", type=a_day, metavar="DATE", help="the last day it is of (with --add)")
    parser.add_argument("--on", type=a_day, metavar="DATE", help="the day it was handed in (otherwise today)")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why it is skipped")
    parser.add_argument("--note", default="", metavar="TEXT", help="anything to know about it (with --add)")
    parser.set_defaults(run=_report)


def _reports(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(reports_table(db, today=session.today), asked.out, db=db)


def _report(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        said = _report_added(db, session, asked) if asked.add else _report_moved(db, session, asked)
    session.say(said)


def _report_added(db: Database, session: Session, asked: argparse.Namespace) -> str:
    draft = FunderReportDraft(
        asked.add, asked.due or session.today, choosing.fund(db, asked.fund).id if asked.fund else None,
        one_project(db, asked.project).id if asked.project else None, asked.covers_from, asked.covers_to, asked.note,
    )  # fmt: skip
    return f"Added the report “{shortened(funder_reports.add_funder_report(db, draft).what)}”."


def _report_moved(db: Database, session: Session, asked: argparse.Namespace) -> str:
    held = _one_report(db, asked.begin or asked.submit or asked.skip or asked.reopen or asked.remove)
    name = shortened(held.what)
    if asked.begin:
        funder_reports.begin_funder_report(db, held.id)
        return f"Began the report “{name}”."
    if asked.submit:
        funder_reports.submit_funder_report(db, held.id, on=asked.on or session.today, today=session.today)
        return f"Submitted the report “{name}”."
    if asked.skip:
        funder_reports.skip_funder_report(db, held.id, reason=asked.reason)
        return f"Skipped the report “{name}”."
    if asked.reopen:
        funder_reports.reopen_funder_report(db, held.id)
        return f"Opened the report “{name}” again."
    funder_reports.remove_funder_report(db, held.id)
    return f"Removed the report “{name}”."


def _one_report(db: Database, words: str) -> FunderReport:
    return choosing.by_key_or_words(
        funder_reports.funder_reports(db), words, lambda one: one.what, "report", name="what"
    )


# --- apprenticeships --------------------------------------------------------------------------------------------


def _add_apprentices(commands: Any) -> None:
    parser = commands.add_parser(
        "project-apprentices", help="apprenticeships in the team; with --add, --now or --remove keep them"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="NAME", help="somebody begins one (with --apprenticeship)")
    what.add_argument("--of", metavar="NAME", help="whose it is (with --now)")
    what.add_argument("--remove", metavar="NAME", help="it was entered by mistake")
    parser.add_argument("--apprenticeship", default="", metavar="TEXT", help="which one (with --add)")
    parser.add_argument("--level", type=a_number, metavar="NUMBER", help="at which level (with --add)")
    parser.add_argument("--started", type=a_day, metavar="DATE", help="otherwise today (with --add)")
    parser.add_argument("--expected", type=a_day, metavar="DATE", help="when it should end (with --add)")
    parser.add_argument("--now", type=a_word(ApprenticeStatus), metavar="STATUS",
                        help=f"{', '.join(one.value for one in ApprenticeStatus)} (with --of)")  # fmt: skip
    parser.add_argument("--on", type=a_day, metavar="DATE", help="since when (otherwise today, with --now)")
    parser.add_argument("--note", default="", metavar="TEXT", help="anything to know about it (with --add)")
    add_out(parser)
    parser.set_defaults(run=_apprentices)


def _apprentices(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.of or asked.remove):
        with session.reading() as db:
            session.show(apprentices_table(db, today=session.today), asked.out, db=db)
        return
    with session.writing() as db:
        said = _apprentice_kept(db, session, asked)
    session.say(said)


def _apprentice_kept(db: Database, session: Session, asked: argparse.Namespace) -> str:
    if asked.add:
        draft = ApprenticeDraft(
            asked.add,
            asked.apprenticeship,
            asked.started or session.today,
            asked.level,
            asked.expected,
            asked.note,
        )
        return f"Added the apprenticeship of {apprentices.add_apprentice(db, draft).name}."
    held = _one_apprentice(db, asked.of or asked.remove)
    if asked.remove:
        apprentices.remove_apprentice(db, held.id)
        return f"Removed the apprenticeship of {held.name}."
    status = asked.now or held.status
    made = apprentices.set_apprentice_status(
        db, held.id, status, on=asked.on or session.today, today=session.today
    )
    return f"Apprenticeship of {made.name}: {made.status.label.lower()}."


def _one_apprentice(db: Database, words: str) -> Apprentice:
    return choosing.by_key_or_words(apprentices.apprentices(db), words, lambda one: one.name, "apprentice")
