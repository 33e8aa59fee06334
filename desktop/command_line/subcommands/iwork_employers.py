"""Employers of i-Work without a window, and the interest that is told at the door of forums."""

import argparse
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_word, add_event, add_out
from desktop.command_line.session import Session
from desktop.iwork_interest import told_interests
from engagement.forums.at_the_door.interest import (
    express_interest,
    interest_of,
    interest_table,
    take_back_interest,
)
from resources.database import Database
from resources.problem import Problem
from resources.wording import and_list, date_words
from workforce.iwork.employers import employers
from workforce.iwork.employers.contacts import add_contact, contacts_of, remove_contact
from workforce.iwork.employers.employers import Employer, EmployerFacts
from workforce.iwork.employers.interest_in import not_here_yet, take_in_interests
from workforce.iwork.employers.tables import contacts_table, employers_table, told_table
from workforce.iwork.postcodes import placed
from workforce.iwork.vocabulary import ContactKind, EmployerStage, InterestFrom, StaffBand

_TEXTS = (
    ("postcode", "POSTCODE"), ("contact-name", "NAME"), ("contact-phone", "NUMBER"), ("contact-email", "ADDRESS"),
    ("next-step", "WORDS"), ("note", "WORDS"),
)  # fmt: skip
_FACTS = (
    "name", "postcode", "contact_name", "contact_phone", "contact_email", "next_step", "next_on", "note", "stage",
    "interest_from", "staff",
)  # fmt: skip


def add_commands(commands: Any) -> None:
    """Interest, employers and what was done with them."""
    listed = commands.add_parser("iwork-employers", help="employers of i-Work and the next step with each")
    listed.add_argument("--closed", action="store_true", help="also those with whom the team works no more")
    add_out(listed)
    listed.set_defaults(run=_employers)
    add = commands.add_parser(
        "iwork-employer-add", help="keep an employer, from the register of providers or by name"
    )
    add.add_argument("name", nargs="?", default="", metavar="NAME")
    whose = add.add_mutually_exclusive_group()
    whose.add_argument("--service", metavar="NAME", help="a service of the register of providers")
    whose.add_argument("--provider", metavar="NAME", help="a provider of that register, as a whole")
    add.set_defaults(run=_add)
    edit = _of_employer(commands, "iwork-employer-edit", "put facts of an employer right", _edit)
    edit.add_argument("--name", metavar="NAME")
    for parser in (add, edit):
        _add_facts(parser)
    for name, help_, run in (
        ("iwork-employer-close", "work with an employer no more", _close),
        ("iwork-employer-reopen", "work with an employer again", _reopen),
    ):
        _of_employer(commands, name, help_, run)
    _add_contact_commands(commands)
    _add_interest_commands(commands)


def _add_contact_commands(commands: Any) -> None:
    contact = _of_employer(commands, "iwork-contact", "a visit, call or taster with an employer", _contact)
    contact.add_argument(
        "kind", type=a_word(ContactKind), metavar="WHAT", help="visit, conversation, taster, …"
    )
    contact.add_argument("words", nargs="?", default="", metavar="WORDS", help="what was said")
    contact.add_argument("--on", type=a_day, metavar="DATE", help="(otherwise today)")
    contact.add_argument("--remove", action="store_true",
                         help="one of that day, and with these words, was entered by mistake")  # fmt: skip
    contact.add_argument("--by", default="", metavar="NAME")
    contact.add_argument("--next-step", metavar="WORDS", help='what is next; "" for nothing')
    contact.add_argument("--next-on", type=a_day, metavar="DATE")
    contact.add_argument("--stage", type=a_word(EmployerStage), metavar="STAGE")
    log = _of_employer(commands, "iwork-contacts", "what was done with an employer", _contacts)
    add_out(log)


def _add_interest_commands(commands: Any) -> None:
    told = commands.add_parser("iwork-interest", help="somebody said at a forum that they would give work")
    add_event(told)
    told.add_argument("person", metavar="NAME", help="letters that fit one person on the event's list")
    told.add_argument("--note", default="", metavar="WORDS")
    told.add_argument("--take-back", action="store_true", help="it was noted by mistake")
    told.set_defaults(run=_interest)
    waiting = commands.add_parser("iwork-interests", help="interest told at forums that the register lacks")
    waiting.add_argument(
        "--event", metavar="EVENT", help="all that was told at this event, without the register"
    )
    waiting.add_argument("--take-in", action="store_true", help="take all of it into the register")
    add_out(waiting)
    waiting.set_defaults(run=_interests)


def _of_employer(commands: Any, name: str, help_: str, run: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=help_)
    parser.add_argument("employer", metavar="EMPLOYER", help="words of its name")
    parser.set_defaults(run=run)
    return parser


def _add_facts(parser: argparse.ArgumentParser) -> None:
    for name, what in _TEXTS:
        parser.add_argument(f"--{name}", metavar=what)
    parser.add_argument("--next-on", type=a_day, metavar="DATE")
    parser.add_argument("--stage", type=a_word(EmployerStage), metavar="STAGE")
    parser.add_argument("--interest-from", type=a_word(InterestFrom), metavar="HOW")
    parser.add_argument("--staff", type=a_word(StaffBand), metavar="BAND")


# --- what is done -------------------------------------------------------------------------------------------------


def one_employer(vault: Database, text: str) -> Employer:
    """The employer whose name these words fit, also one that is closed; Problem where none or several do."""
    held = employers.employers(vault, closed=True)
    return choosing.by_key_or_words(held, text, lambda one: one.name, "employer")


def _given(asked: argparse.Namespace) -> EmployerFacts:
    said = {name: value for name in _FACTS if (value := getattr(asked, name, None)) is not None}
    return EmployerFacts(**said)  # type: ignore[typeddict-item]


def _employers(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=True) as opened:
        held = employers.employers(opened.db, closed=asked.closed)
        session.show(employers_table(opened.db, held), asked.out)


def _add(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        facts = _given(asked)
        if not facts.get("name"):
            facts.pop("name", None)
        if asked.service:
            facts["service_id"] = choosing.service(db, asked.service).id
        elif asked.provider:
            facts["provider_id"] = choosing.provider(db, asked.provider).id
        with session.register(read_only=False) as opened:
            made = employers.add_employer(opened.db, db, today=session.today, **facts)
    _tell(session, f"Added the employer {made.name}.", made)


def _edit(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = one_employer(opened.db, asked.employer)
        made = employers.edit_employer(opened.db, held.id, **_given(asked))
    _tell(session, f"Changed the employer {made.name}.", made)


def _tell(session: Session, said: str, made: Employer) -> None:
    why = placed(made.postcode).why
    session.say(f"{said} {why}".strip())


def _close(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = one_employer(opened.db, asked.employer)
        session.say(
            f"Closed the employer {employers.close_employer(opened.db, held.id, today=session.today).name}."
        )


def _reopen(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = one_employer(opened.db, asked.employer)
        session.say(f"Opened the employer {employers.reopen_employer(opened.db, held.id).name} again.")


def _contact(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = one_employer(opened.db, asked.employer)
        if asked.remove:
            session.say(_removed_contact(opened.db, held, asked))
            return
        made = add_contact(
            opened.db, held.id, asked.kind, done_on=asked.on or session.today, today=session.today, words=asked.words,
            by=asked.by, next_step=asked.next_step, next_on=asked.next_on, stage=asked.stage,
        )  # fmt: skip
        session.say(f"{made.kind.label} with {held.name}.")


def _removed_contact(vault: Database, held: Employer, asked: argparse.Namespace) -> str:
    told = f"{asked.kind.label} with {held.name}"
    wanted = asked.words.casefold().split()
    found = [
        one for one in contacts_of(vault, held.id)
        if one.kind is asked.kind and asked.on in (None, one.done_on)
        and all(word in one.words.casefold() for word in wanted)
    ]  # fmt: skip
    if not found:
        raise Problem(f"{told}: there is none like that. See “iwork-contacts”.")
    if len(found) > 1:
        days = and_list([date_words(one.done_on) for one in found])
        raise Problem(f"{told}: there are {len(found)}, on {days}. Say which with --on and words of it.")
    remove_contact(vault, found[0].id)
    return f"Removed: {told}, {date_words(found[0].done_on)}."


def _contacts(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=True) as opened:
        held = one_employer(opened.db, asked.employer)
        session.show(contacts_table(opened.db, held.id)[0], asked.out)


# --- interest -----------------------------------------------------------------------------------------------------


def _interest(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        (person,) = choosing.on_list(db, event.id, [asked.person])
        if asked.take_back:
            held = interest_of(db, person.id)
            if held is None:
                raise Problem(f"{person.name} expressed no interest at {event.title}.")
            take_back_interest(db, held.id)
            session.say(f"Took back that {held.contact} is interested in i-Work.")
        else:
            told = express_interest(db, event.id, person.id, now=session.now, note=asked.note)
            session.say(f"{told.contact}, {told.service or told.provider}, is interested in i-Work.")


def _interests(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        if asked.event:
            event = choosing.event(db, asked.event)
            session.show(interest_table(db, event.id), asked.out, db=db)
            return
        told = told_interests(db)
    with session.register(read_only=not asked.take_in) as opened:
        if asked.take_in:
            session.say(f"{take_in_interests(opened.db, told).sentence}.")
        else:
            session.show(told_table(not_here_yet(opened.db, told)), asked.out)
