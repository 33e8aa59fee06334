"""What is to be done in i-Work without a window: reminders, hours and pay, and benefit limits."""

import argparse
from datetime import date
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.iwork_choosing import PERSON_HELP, a_person, a_placement
from desktop.command_line.options import a_day, a_word, add_out, an_amount
from desktop.command_line.session import Session
from desktop.widgets.forms.reading import read_money
from resources.database import Database
from resources.problem import Problem
from resources.wording import date_words, lower_first
from workforce.iwork.placements.benefits import OF_MONEY, OF_TIME, set_rule
from workforce.iwork.placements.pay import notes_of, pay_of, pay_on, remove_pay, set_pay, total_of
from workforce.iwork.placements.placements import Placement
from workforce.iwork.placements.reminders import Reminder, add_reminder, finish_reminder, reminders
from workforce.iwork.placements.tables import benefits_table, done_table, pay_table, todo_table
from workforce.iwork.placements.whom import person_words
from workforce.iwork.times import read_hours
from workforce.iwork.vocabulary import BenefitKind, ReminderKind


def add_commands(commands: Any) -> None:
    """Reminders, pay and limits."""
    todo = commands.add_parser("iwork-reminders", help="what is to be done; add a reminder, or tick one off")
    what = todo.add_mutually_exclusive_group()
    what.add_argument("--done", action="store_true", help="those that were ticked off")
    what.add_argument("--add", metavar="WORDS", help="something to remember, with --by")
    what.add_argument("--finish", metavar="WORDS", help="tick off the typed reminder with these words")
    todo.add_argument("--by", type=a_day, metavar="DATE", help="until when")
    todo.add_argument("--person", metavar="PERSON", help=PERSON_HELP)
    todo.add_argument("--kind", type=a_word(ReminderKind), default=ReminderKind.OTHER, metavar="KIND")
    add_out(todo)
    todo.set_defaults(run=_reminders)
    pay = commands.add_parser(
        "iwork-pay", help="hours and pay over all jobs; with a person set them from a day on"
    )
    pay.add_argument("person", nargs="?", metavar="PERSON", help=PERSON_HELP)
    pay.add_argument("--job", default="", metavar="WORDS", help="which placement, where somebody has several")
    pay.add_argument("--hours", metavar="HOURS", help="a week, as 7.5; otherwise they stay")
    pay.add_argument("--pay", type=an_amount, metavar="AMOUNT", help="an hour, as £12.21; otherwise it stays")
    pay.add_argument("--from", dest="from_on", type=a_day, metavar="DATE", help="from when (otherwise today)")
    pay.add_argument("--remove", action="store_true", help="those --from that day were entered by mistake")
    pay.add_argument("--on", type=a_day, metavar="DATE", help="the day of the list (otherwise today)")
    add_out(pay)
    pay.set_defaults(run=_pay)
    _add_benefits(commands)


def _add_benefits(commands: Any) -> None:
    limits = commands.add_parser(
        "iwork-benefits", help="benefit limits; none is checked until somebody says so"
    )
    limits.add_argument("--set", type=a_word(BenefitKind), metavar="LIMIT",
                        help=", ".join(one.value for one in BenefitKind))  # fmt: skip
    limits.add_argument(
        "--amount", metavar="AMOUNT", help="hours (16), pounds (£195.50) or weeks (6), by the limit"
    )
    limits.add_argument("--from", dest="from_on", type=a_day, metavar="DATE", help="its first day")
    limits.add_argument("--until", dest="until_on", type=a_day, metavar="DATE", help="its last day")
    limits.add_argument("--source", default="", metavar="WORDS", help="where it was read")
    limits.add_argument(
        "--checked", type=a_day, metavar="DATE", help="the day on which you looked it up yourself"
    )
    add_out(limits)
    limits.set_defaults(run=_benefits)


def _reminders(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.finish):
        with session.register(read_only=True) as opened:
            table = done_table(opened.db) if asked.done else todo_table(opened.db, session.today)
            session.show(table, asked.out)
        return
    with session.register(read_only=False) as opened:
        session.say(_added(opened.db, session, asked) if asked.add else _finished(opened.db, session, asked))


def _added(vault: Database, session: Session, asked: argparse.Namespace) -> str:
    if asked.by is None:
        raise Problem("A reminder has a day. Give it with --by.")
    who = a_person(vault, session, asked.person, "Reminder").id if asked.person else None
    made = add_reminder(vault, asked.add, asked.by, person_id=who, kind=asked.kind)
    return f"Added a reminder for {date_words(made.due_on)}."


def _finished(vault: Database, session: Session, asked: argparse.Namespace) -> str:
    held = choosing.one_of(reminders(vault), asked.finish, _words, "reminder", name="words")
    finish_reminder(vault, held.id, today=session.today)
    return "Done: the reminder."


def _words(one: Reminder) -> str:
    return f"{one.words}, {date_words(one.due_on)}"


def _pay(session: Session, asked: argparse.Namespace) -> None:
    if not asked.person:
        with session.register(read_only=True) as opened:
            session.show(pay_table(opened.db, asked.on or session.today), asked.out)
        return
    with session.register(read_only=False) as opened:
        held = a_placement(opened.db, session, asked, "Hours and pay")
        day = asked.on or session.today
        if asked.remove:
            _remove_pay(opened.db, held, asked)
        elif asked.hours or asked.pay is not None:
            day = asked.from_on or session.today
            _set_pay(opened.db, held.id, asked, day)
        total = total_of(opened.db, held.person_id, day)
        session.say(f"{person_words(opened.db, held.person_id)}: {lower_first(total.words)}.",
                    *notes_of(opened.db, held.person_id, day))  # fmt: skip


def _set_pay(vault: Database, placement_id: str, asked: argparse.Namespace, day: date) -> None:
    """What is not given stays as it is on that day."""
    now = pay_on(vault, placement_id, day)
    if not asked.hours and now is None:
        raise Problem("No hours are kept for that day yet. Give them with --hours.")
    minutes = read_hours(asked.hours) if asked.hours else now.minutes_week if now else 0
    pence = asked.pay if asked.pay is not None or now is None else now.pence_hour
    set_pay(vault, placement_id, day, minutes_week=minutes, pence_hour=pence)


def _remove_pay(vault: Database, held: Placement, asked: argparse.Namespace) -> None:
    if asked.from_on is None or asked.hours or asked.pay is not None:
        raise Problem(
            "Say which are to be removed: --remove with --from and their first day, and nothing else."
        )
    meant = next((one for one in pay_of(vault, held.id) if one.from_on == asked.from_on), None)
    if meant is None:
        raise Problem(
            f"{person_words(vault, held.person_id)} has no hours that begin on {date_words(asked.from_on)}. "
            "Give their first day with --from."
        )
    remove_pay(vault, meant.id)


def _benefits(session: Session, asked: argparse.Namespace) -> None:
    if asked.set is None:
        with session.register(read_only=True) as opened:
            session.show(benefits_table(opened.db), asked.out)
        return
    if not asked.amount or asked.from_on is None:
        raise Problem("A limit has an amount and a first day. Give both, with --amount and --from.")
    with session.register(read_only=False) as opened:
        made = set_rule(
            opened.db, asked.set, asked.from_on, amount=_amount(asked.set, asked.amount), source=asked.source,
            checked_on=asked.checked, until_on=asked.until_on, today=session.today,
        )  # fmt: skip
        session.say(f"{made.kind.label} {made.amount_words}: {lower_first(made.state_words)}.")


def _amount(kind: BenefitKind, text: str) -> int:
    if kind in OF_TIME:
        return read_hours(text)
    if kind in OF_MONEY:
        return read_money(text)
    if not text.strip().isdigit():
        raise Problem(f"“{text}” is no number of weeks. Write one as 6.")
    return int(text)
