"""The tasks and adjustments that profiles and posts of i-Work choose from, without a window."""

import argparse
from typing import Any

from desktop.command_line.options import add_out
from desktop.command_line.session import Session
from resources.problem import Problem
from workforce.iwork.profile import adjustments, tasks
from workforce.iwork.profile.adjustments import AdjustmentFacts, adjustment_by_name
from workforce.iwork.profile.tables import adjustments_table, tasks_table
from workforce.iwork.profile.tasks import TaskFacts, task_by_name


def add_commands(commands: Any) -> None:
    """Lists, and what is done to one word."""
    for called in ("task", "adjustment"):
        listed = commands.add_parser(
            f"iwork-{called}s", help=f"the {called}s that profiles and posts choose from"
        )
        listed.add_argument("--archived", action="store_true", help="those that were archived too")
        add_out(listed)
        listed.set_defaults(run=_listed, called=called)
        add = commands.add_parser(f"iwork-{called}-add", help="one more to choose from")
        edit = commands.add_parser(f"iwork-{called}-edit", help="in other words, archived or restored")
        add.set_defaults(run=_add, called=called)
        edit.set_defaults(run=_edit, called=called)
        for one in (add, edit):
            one.add_argument("name", metavar="NAME", help="what it is called")
            one.add_argument("--easy", metavar="WORDS", help="how it is said in an easy-read profile")
            if called == "task":
                one.add_argument("--area", metavar="WORDS", help="as “Kitchen and dining”")
        edit.add_argument("--rename", metavar="NAME", help="what it is called from now on")
        which = edit.add_mutually_exclusive_group()
        which.add_argument("--archive", action="store_true", help="offer it no more")
        which.add_argument("--restore", action="store_true", help="offer it again")


def _listed(session: Session, asked: argparse.Namespace) -> None:
    make = tasks_table if asked.called == "task" else adjustments_table
    with session.register(read_only=True) as opened:
        session.show(make(opened.db, archived=asked.archived)[0], asked.out)


def _facts(asked: argparse.Namespace) -> TaskFacts:
    found = TaskFacts()
    if asked.easy is not None:
        found["easy"] = asked.easy
    if getattr(asked, "area", None) is not None:
        found["area"] = asked.area
    if getattr(asked, "rename", None) is not None:
        found["name"] = asked.rename
    return found


def _add(session: Session, asked: argparse.Namespace) -> None:
    facts = _facts(asked)
    with session.register(read_only=False) as opened:
        if asked.called == "task":
            made = tasks.add_task(
                opened.db, asked.name, easy=facts.get("easy", ""), area=facts.get("area", "")
            ).name
        else:
            made = adjustments.add_adjustment(opened.db, asked.name, easy=facts.get("easy", "")).name
    session.say(f"Added the {asked.called} “{made}”.")


def _edit(session: Session, asked: argparse.Namespace) -> None:
    facts = _facts(asked)
    if not facts and not asked.archive and not asked.restore:
        raise Problem("Nothing was given to change. Say what, such as --rename or --archive.")
    with session.register(read_only=False) as opened:
        if asked.called == "task":
            task = task_by_name(opened.db, asked.name)
            if task is None:
                raise Problem(f"There is no task “{asked.name}”. “provider-desk iwork-tasks” lists them.")
            tasks.edit_task(opened.db, task.id, **facts)
            if asked.archive:
                tasks.archive_task(opened.db, task.id, today=session.today)
            if asked.restore:
                tasks.restore_task(opened.db, task.id)
        else:
            _edit_adjustment(session, opened.db, asked, facts)
    session.say(f"Changed the {asked.called} “{asked.rename or asked.name}”.")


def _edit_adjustment(session: Session, vault: Any, asked: argparse.Namespace, facts: TaskFacts) -> None:
    held = adjustment_by_name(vault, asked.name)
    if held is None:
        raise Problem(f"There is no adjustment “{asked.name}”. “provider-desk iwork-adjustments” lists them.")
    given = AdjustmentFacts()
    if "easy" in facts:
        given["easy"] = facts["easy"]
    if "name" in facts:
        given["name"] = facts["name"]
    adjustments.edit_adjustment(vault, held.id, **given)
    if asked.archive:
        adjustments.archive_adjustment(vault, held.id, today=session.today)
    if asked.restore:
        adjustments.restore_adjustment(vault, held.id)
