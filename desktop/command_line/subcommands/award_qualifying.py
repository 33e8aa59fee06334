"""Qualifying and the board of the awards without a window."""

import argparse
from typing import Any

from awards.board.moving import move_on_board
from awards.board.reading import board_table, on_board
from awards.board.states import SHOWN, BoardState
from awards.nominations.entries import entry
from awards.qualifying import qualify as steps
from awards.qualifying.checks import CheckedPoint, answer_check, answer_open_checks, checklist_of
from awards.qualifying.employment import employed_words, record_employed
from awards.qualifying.gathering import Standing, standing, standings
from awards.qualifying.looking_again import changed_since
from awards.qualifying.tables import changed_table, checklist_table, qualifying_table
from awards.rounds.checklist import checklist
from awards.vocabulary import CheckAnswer, EntryStatus
from desktop.command_line.awards_choosing import a_nominee, a_round, add_category, add_round, some_category
from desktop.command_line.choosing import by_key_or_words
from desktop.command_line.options import a_day, a_word, add_out
from desktop.command_line.session import Session
from resources.database import Database
from resources.problem import Problem

_EMPLOYED = {"yes": True, "no": False, "asked": None}


def add_commands(commands: Any) -> None:
    """Who is ready for the judges, what was found, and the board."""
    listed = commands.add_parser(
        "award-qualifying", help="who is still to be qualified, and what speaks against it"
    )
    add_round(listed)
    what = listed.add_mutually_exclusive_group()
    what.add_argument("--all", action="store_true", help="all nominees, decided or not")
    what.add_argument(
        "--since",
        action="store_true",
        help="those of whom the register knows something worse since they qualified",
    )
    listed.add_argument("--chair", action="store_true",
                        help="with how the council's contracts stand: exempt, for the chair alone")  # fmt: skip
    add_out(listed)
    listed.set_defaults(run=_qualifying)
    _add_checking(commands)
    _add_moving(commands)
    _add_board(commands)


def _add_nominee(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "nominee", metavar="NOMINEE", help="the reference such as 2026-014, key or words of the name"
    )
    add_round(parser)


def _add_checking(commands: Any) -> None:
    check = commands.add_parser(
        "award-check", help="a nominee's checklist; with --point or --all-yes answer it"
    )
    _add_nominee(check)
    what = check.add_mutually_exclusive_group()
    what.add_argument("--point", metavar="POINT", help="its number on the list, or words of it")
    what.add_argument("--all-yes", action="store_true", help="yes to every point that nobody has looked at")
    check.add_argument("--answer", type=a_word(CheckAnswer), metavar="ANSWER",
                       help="yes, no or not_applicable; left out, the answer is taken back")  # fmt: skip
    check.add_argument("--note", default="", metavar="TEXT", help="what was found; needed with no")
    check.add_argument("--by", default="", metavar="NAME", help="who looked (otherwise who you are)")
    check.add_argument("--on", type=a_day, metavar="DATE", help="when (otherwise today)")
    check.add_argument("--chair", action="store_true", help="say how the council's contract stands too")
    add_out(check)
    check.set_defaults(run=_check)
    asked = commands.add_parser("award-employed", help="note whether a nominee still works there")
    _add_nominee(asked)
    asked.add_argument("answer", choices=tuple(_EMPLOYED), help="asked: nobody has answered yet")
    asked.add_argument("--of", required=True, metavar="NAME", help="who was asked")
    asked.add_argument("--on", type=a_day, metavar="DATE", help="when (otherwise today)")
    asked.set_defaults(run=_employed)


def _add_moving(commands: Any) -> None:
    go = commands.add_parser("award-qualify", help="send a nominee, or all who are ready, to the judges")
    who = go.add_mutually_exclusive_group(required=True)
    who.add_argument("nominee", nargs="?", metavar="NOMINEE", help="the reference, key or words of the name")
    who.add_argument("--ready", action="store_true", help="all who are ready")
    who.add_argument(
        "--take-up", action="store_true", help="only say that all who are submitted are being qualified"
    )
    add_round(go)
    go.add_argument(
        "--reason", default="", metavar="TEXT", help="the chair's reason, where something speaks against it"
    )
    go.set_defaults(run=_qualify)
    for name, help_text in (
        ("award-ineligible", "find a nominee ineligible"),
        ("award-return", "return a nominee for information"),
        ("award-requalify", "bring a nominee back to qualifying"),
    ):
        step = commands.add_parser(name, help=help_text)
        _add_nominee(step)
        step.add_argument("--reason", required=True, metavar="TEXT", help="why; it is kept")
        step.set_defaults(run=_step, step=name)


def _add_board(commands: Any) -> None:
    board = commands.add_parser(
        "award-board", help="nominees by status; with --move somebody is moved to another"
    )
    add_round(board)
    add_category(board)
    board.add_argument("--move", metavar="NOMINEE", help="the reference, key or words of the name")
    board.add_argument("--to", type=a_word(BoardState), metavar="COLUMN",
                       help=", ".join(one.value for one in BoardState))  # fmt: skip
    board.add_argument("--as", dest="out_as", type=a_word(EntryStatus), metavar="STATUS",
                       help="ineligible or withdrawn (with --to out)")  # fmt: skip
    board.add_argument("--reason", default="", metavar="TEXT", help="why, where one is needed")
    add_out(board)
    board.set_defaults(run=_board)


# --- what is read ---------------------------------------------------------------------------------------------


def _qualifying(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held, today = a_round(db, asked.round), session.today
        if asked.since:
            if not asked.chair:
                raise Problem("What the register knows since is for the chair alone. Say --chair as well.")
            table = changed_table(changed_since(db, held.id, today), held.year, today)
        else:
            only = SHOWN if asked.all else steps.WAITING
            found = standings(db, held.id, today, statuses=only)
            table = qualifying_table(found, held.year, today, chair=asked.chair)
        session.show(table, asked.out, db=db)


def _shown(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        key = a_nominee(db, a_round(db, asked.round).id, asked.nominee).id
        found = standing(db, key, session.today)
        session.say(*_lines(found, chair=asked.chair))
        session.show(checklist_table(found.known.checklist, found.entry.nominee), asked.out, db=db)


def _lines(found: Standing, *, chair: bool) -> list[str]:
    held = found.entry
    said = [f"{held.nominee}: {held.status.label}. {found.readiness.words}."]
    said += [one.sentence for one in found.concerns if chair or not one.exempt]
    if found.kept_back and not chair:
        said.append("More on the chair’s screen, or with --chair.")
    employed = employed_words(held.employed, held.employed_asked_on)
    return [*said, f"Still employed: {employed}."]


# --- what is kept ---------------------------------------------------------------------------------------------


def _check(session: Session, asked: argparse.Namespace) -> None:
    if not asked.point and not asked.all_yes:
        _shown(session, asked)
        return
    on = asked.on or session.today
    with session.writing() as db:
        held = a_nominee(db, a_round(db, asked.round).id, asked.nominee)
        by = asked.by or db.who
        if asked.all_yes:
            number = answer_open_checks(db, held.id, by=by, on=on)
            session.say(f"{held.nominee}: yes to {number}.")
            return
        point = _point(db, held.id, asked.point)
        answer_check(db, held.id, point.check_id, asked.answer, by=by, on=on, note=asked.note)
    told = asked.answer.label if asked.answer else "taken back"
    session.say(f"{held.nominee}: {point.words} – {told}.")


def _point(db: Database, entry_id: str, text: str) -> CheckedPoint:
    points = list(checklist_of(db, entry_id))
    if text.isdigit() and 0 < int(text) <= len(points):
        return points[int(text) - 1]
    held = checklist(db, entry(db, entry_id).round_id)
    wanted = by_key_or_words(held, text, lambda one: one.words, "point of the checklist", name="words")
    return next(one for one in points if one.check_id == wanted.id)


def _employed(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_nominee(db, a_round(db, asked.round).id, asked.nominee)
        record_employed(
            db, held.id, _EMPLOYED[asked.answer], asked_on=asked.on or session.today, asked_of=asked.of,
            today=session.today,
        )  # fmt: skip
    session.say(f"Noted whether {held.nominee} still works there.")


def _qualify(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_round(db, asked.round)
        if asked.ready:
            said = f"{steps.qualify_ready(db, held.id, now=session.now).sentence}."
        elif asked.take_up:
            waiting = standings(db, held.id, session.today, statuses=(EntryStatus.SUBMITTED,))
            number = steps.start_qualifying(db, [one.entry.id for one in waiting], now=session.now)
            said = f"Taken up for qualifying: {number}."
        else:
            one = a_nominee(db, held.id, asked.nominee)
            said = f"{steps.qualify(db, one.id, now=session.now, reason=asked.reason).nominee} went to the judges."
    session.say(said)


def _step(session: Session, asked: argparse.Namespace) -> None:
    acts = {
        "award-ineligible": steps.find_ineligible,
        "award-return": steps.return_for_information,
        "award-requalify": steps.back_to_qualifying,
    }
    with session.writing() as db:
        key = a_nominee(db, a_round(db, asked.round).id, asked.nominee).id
        held = acts[asked.step](db, key, reason=asked.reason, now=session.now)
    session.say(f"{held.nominee}: {held.status.label}.")


def _board(session: Session, asked: argparse.Namespace) -> None:
    if not asked.move:
        with session.reading() as db:
            held = a_round(db, asked.round)
            category = some_category(db, held.id, asked.category)
            found = on_board(db, held.id, session.today)
            shown = [one for one in found if category is None or one.category_id == category.id]
            session.show(board_table(shown, held, session.today), asked.out, db=db)
        return
    if asked.to is None:
        raise Problem("Say with --to where the nominee is moved, such as judging or out.")
    with session.writing() as db:
        one = a_nominee(db, a_round(db, asked.round).id, asked.move)
        moved = move_on_board(db, one.id, asked.to, now=session.now, reason=asked.reason, out=asked.out_as)
    session.say(f"{moved.nominee}: {moved.status.label}.")
