"""Posts of i-Work without a window: what they are, when, what is done there, where they stand."""

import argparse
from typing import Any, cast

from desktop.command_line.options import a_day, a_word, add_out, an_amount
from desktop.command_line.session import Session
from desktop.command_line.subcommands.iwork_employers import one_employer
from resources.database import Database
from resources.problem import Problem
from resources.tables import Column, Table
from resources.wording import and_list, count_of
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.posts.moving import FIRST, move_post
from workforce.iwork.posts.offers import offers_of, set_offers
from workforce.iwork.posts.post_checks import post_checks_of, set_post_checks
from workforce.iwork.posts.post_tasks import add_post_task, post_tasks_of, remove_post_task
from workforce.iwork.posts.posts import (
    NewPost,
    Post,
    place_of,
    post_by_reference,
    posts,
    read_places,
    remove_post,
)
from workforce.iwork.posts.shifts import read_shifts
from workforce.iwork.posts.tables import (
    OPEN_STATUSES,
    checks_said,
    offers_said,
    posts_table,
    said_of,
    steps_table,
    tasks_table,
)
from workforce.iwork.posts.writing import SaidPost, write_new_post, write_post
from workforce.iwork.profile.adjustments import adjustments
from workforce.iwork.profile.tasks import task_by_name
from workforce.iwork.times import read_clock, read_hours
from workforce.iwork.vocabulary import (
    BuddyOffer,
    CheckKind,
    Contract,
    Level,
    Offer,
    PostStatus,
    Sense,
    ShiftPattern,
    Weekday,
    WhenNeeded,
)

_POST = "the post's reference, such as P-007"
_FACTS = (
    "pay_note", "postcode", "note", "pence_hour", "pattern", "contract", "buddy", "start_on", "until_on",
    *(sense.value for sense in Sense),
)  # fmt: skip


def add_commands(commands: Any) -> None:
    """Posts and their parts."""
    listed = commands.add_parser(
        "iwork-posts", help="posts, with what each lacks before people can be matched to it"
    )
    listed.add_argument("--over", action="store_true", help="also closed and withdrawn ones")
    add_out(listed)
    listed.set_defaults(run=_posts)
    one = _of_post(
        commands, "iwork-post", "one post: what it lacks, its tasks, checks, adjustments and steps", _post
    )
    add_out(one)
    add = commands.add_parser("iwork-post-add", help="keep a post of an employer")
    add.add_argument("employer", metavar="EMPLOYER", help="words of its name")
    add.add_argument("title", metavar="TITLE", help="as “Lunch service”")
    add.add_argument("--status", type=a_word(PostStatus), default=PostStatus.INTEREST, metavar="STATUS",
                     help=f"{and_list([one.label for one in FIRST], 'or')}")  # fmt: skip
    add.set_defaults(run=_add)
    edit = _of_post(commands, "iwork-post-edit", "put facts of a post right", _edit)
    edit.add_argument("--title", metavar="TITLE")
    for parser in (add, edit):
        _add_facts(parser)
    move = _of_post(commands, "iwork-post-move", "move a post: open, carving, closed, …", _move)
    move.add_argument("status", type=a_word(PostStatus), metavar="STATUS")
    move.add_argument("--reason", default="", metavar="WORDS")
    _of_post(commands, "iwork-post-remove", "a post that was entered by mistake", _remove)
    _add_parts(commands)


def _add_parts(commands: Any) -> None:
    task = _of_post(commands, "iwork-post-task", "a task that is done in a post", _task)
    task.add_argument("task", metavar="TASK", help="its name, as “Laying tables”")
    task.add_argument("--on", type=a_word(Weekday), metavar="DAY", help="(otherwise on every shift)")
    task.add_argument("--from", dest="begins", metavar="TIME", help="as 9:30 or 2pm")
    task.add_argument("--until", metavar="TIME")
    task.add_argument("--can-be-swapped", action="store_true", help="the post is the post without it too")
    check = _of_post(commands, "iwork-post-check", "a check that a post asks for", _check)
    check.add_argument("kind", type=a_word(CheckKind), metavar="CHECK", help="as “DBS, basic” or dbs_basic")
    check.add_argument("--after-start", action="store_true", help="it may follow after the start")
    offer = _of_post(commands, "iwork-post-offer", "what an employer says of an adjustment", _offer)
    offer.add_argument("adjustment", metavar="ADJUSTMENT", help="its name, as “Extra breaks”")
    offer.add_argument("offer", type=a_word(Offer), metavar="OFFER", nargs="?", default=Offer.OFFERED,
                       help="offered, possible or refused")  # fmt: skip
    for parser in (task, check, offer):
        parser.add_argument("--remove", action="store_true", help="take it out of the post")


def _of_post(commands: Any, name: str, help_: str, run: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=help_)
    parser.add_argument("post", metavar="POST", help=_POST)
    parser.set_defaults(run=run)
    return parser


def _add_facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--places", metavar="PLACES", help="as 2, or 2/3, or “2 to 3”")
    parser.add_argument("--hours", metavar="HOURS", help="a week: 7.5, 7½, or “5 to 12.5”")
    parser.add_argument(
        "--shifts", metavar="WEEK", help="as “Mon, Wed 11:30 to 2pm; Fri mornings”; “none” for none"
    )
    parser.add_argument("--pattern", type=a_word(ShiftPattern), metavar="PATTERN", help="all or choose")
    parser.add_argument("--pay", dest="pence_hour", type=an_amount, metavar="AMOUNT", help="an hour: £12.71")
    parser.add_argument("--contract", type=a_word(Contract), metavar="CONTRACT")
    parser.add_argument("--buddy", type=a_word(BuddyOffer), metavar="BUDDY", help="yes, possible or no")
    for sense in Sense:
        parser.add_argument(
            f"--{sense.value}", type=a_word(Level), metavar="LEVEL", help="low, medium or high"
        )
    for name, what in (("pay-note", "WORDS"), ("postcode", "POSTCODE"), ("note", "WORDS")):
        parser.add_argument(f"--{name}", metavar=what)
    for name in ("start", "until"):
        parser.add_argument(f"--{name}", dest=f"{name}_on", type=a_day, metavar="DATE")


# --- what is done -------------------------------------------------------------------------------------------------


def _given(asked: argparse.Namespace) -> NewPost:
    said = {name: value for name in _FACTS if (value := getattr(asked, name)) is not None}
    if asked.places:
        said["places_least"], said["places_most"] = read_places(asked.places)
    if asked.hours:
        least, _, most = asked.hours.partition(" to ")
        said["minutes_least"], said["minutes_most"] = read_hours(least), read_hours(most or least)
    return cast(NewPost, said)


def _said(asked: argparse.Namespace) -> SaidPost:
    if asked.shifts is None:
        return SaidPost()
    return SaidPost(shifts=() if asked.shifts.strip().casefold() == "none" else read_shifts(asked.shifts))


def _posts(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=True) as opened:
        held = posts(opened.db, *(() if asked.over else OPEN_STATUSES))
        session.show(posts_table(opened.db, held), asked.out)


def _post(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=True) as opened:
        vault = opened.db
        held = post_by_reference(vault, asked.post)
        tables = [
            posts_table(vault, [held]),
            _place(vault, held),
            tasks_table(vault, held.id)[0],
            _two(vault, held),
            steps_table(vault, held.id),
        ]
        session.show([one for one in tables if one.rows], asked.out)
        if not asked.out:
            session.say(*said_of(vault, held.id))


def _place(vault: Database, held: Post) -> Table:
    """Where it is and what it is like there."""
    levels = [(one, getattr(held, one.value)) for one in Sense]
    rows = [(sense.label, level.label if level else "Not asked yet") for sense, level in levels]
    where = place_of(vault, held).postcode or "Not known"
    columns = (Column("what", "The place", width=220), Column("said", "What was said", width=160))
    facts = (*rows, ("A buddy", held.buddy.label), ("Postcode", where))
    return Table("Setting", columns, facts, exempt=IDENTITY)


def _two(vault: Database, held: Post) -> Table:
    rows = [*checks_said(vault, held.id), *offers_said(vault, held.id)]
    columns = (Column("what", "Check or adjustment", width=220), Column("said", "What was said", width=160))
    return Table("Checks and adjustments", columns, rows, exempt=IDENTITY)


def _add(session: Session, asked: argparse.Namespace) -> None:
    facts, said = _given(asked), _said(asked)
    with session.register(read_only=False) as opened:
        owner = one_employer(opened.db, asked.employer)
        made = write_new_post(
            opened.db, owner.id, asked.title, facts, said, today=session.today, status=asked.status
        )
        session.say(f"Added {made.reference}, {made.title}, at {owner.name}.", *said_of(opened.db, made.id))


def _edit(session: Session, asked: argparse.Namespace) -> None:
    facts, said = _given(asked), _said(asked)
    with session.register(read_only=False) as opened:
        held = post_by_reference(opened.db, asked.post)
        title = held.title if asked.title is None else asked.title
        write_post(opened.db, held.id, {**facts, "title": title}, said, today=session.today)
        session.say(f"Changed {held.reference}.", *said_of(opened.db, held.id))


def _move(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = post_by_reference(opened.db, asked.post)
        now = move_post(opened.db, held.id, asked.status, today=session.today, reason=asked.reason)
        session.say(f"{now.reference}: {now.status.label.lower()}.")


def _remove(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = post_by_reference(opened.db, asked.post)
        remove_post(opened.db, held.id)
        session.say(f"Removed {held.reference}.")


# --- parts --------------------------------------------------------------------------------------------------------


def _task(session: Session, asked: argparse.Namespace) -> None:
    day = None if asked.on is None else int(asked.on.value)
    begins, ends = (read_clock(text) if text else None for text in (asked.begins, asked.until))
    with session.register(read_only=False) as opened:
        held = post_by_reference(opened.db, asked.post)
        named = task_by_name(opened.db, asked.task)
        if named is None:
            raise Problem(f"There is no task “{asked.task}”. List the tasks with iwork-tasks.")
        if asked.remove:
            _remove_task(opened.db, held, named.id, named.name)
        else:
            add_post_task(
                opened.db, held.id, named.id, weekday=day, from_minute=begins, until_minute=ends,
                core=not asked.can_be_swapped,
            )  # fmt: skip
        number = count_of(len(post_tasks_of(opened.db, held.id)), "task")
        session.say(f"{held.reference} has {number}.")


def _remove_task(vault: Database, held: Post, task_id: str, name: str) -> None:
    found = [one for one in post_tasks_of(vault, held.id) if one.task_id == task_id]
    if not found:
        raise Problem(f"{held.reference} has no task “{name}”. See its tasks with iwork-post.")
    for one in found:
        remove_post_task(vault, one.id)


def _check(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = post_by_reference(opened.db, asked.post)
        now = {one.kind: one.needed for one in post_checks_of(opened.db, held.id)}
        if asked.remove:
            now.pop(asked.kind, None)
        else:
            now[asked.kind] = WhenNeeded.AFTER_START if asked.after_start else WhenNeeded.BEFORE_START
        set_post_checks(opened.db, held.id, now)
        session.say(f"{held.reference} asks for {count_of(len(now), 'check')}.")


def _offer(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = post_by_reference(opened.db, asked.post)
        wanted = asked.adjustment.strip().casefold()
        named = next(
            (one for one in adjustments(opened.db, archived=True) if one.name.casefold() == wanted), None
        )
        if named is None:
            raise Problem(f"There is no adjustment “{asked.adjustment}”. List them with iwork-adjustments.")
        now = {one.adjustment_id: one.offer for one in offers_of(opened.db, held.id)}
        if asked.remove:
            now.pop(named.id, None)
        else:
            now[named.id] = asked.offer
        set_offers(opened.db, held.id, now)
        said = "not asked about" if asked.remove else asked.offer.label.lower()
        session.say(f"{held.reference}: {named.name}, {said}.")
