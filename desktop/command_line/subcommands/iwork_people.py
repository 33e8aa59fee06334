"""People of i-Work without a window. Who somebody is is asked for unseen: no shell keeps a name in its history."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, cast

from desktop.command_line.iwork_choosing import a_person
from desktop.command_line.options import (
    DOCUMENT_HELP,
    a_day,
    a_number,
    a_word,
    add_out,
    add_several,
    filtered,
)
from desktop.command_line.session import Session
from desktop.iwork_people_files import purged_list, save_everything, told_of_backups
from resources.database import Database, change
from resources.problem import Problem
from resources.wording import and_list, date_words, lower_first
from workforce.iwork.people import consents, people, purge, reviews, subject_access, tables
from workforce.iwork.people.consents import Consent
from workforce.iwork.people.mentions import mentions
from workforce.iwork.people.people import NewPerson, Person, PersonFacts
from workforce.iwork.people.views import note_view, views_table
from workforce.iwork.people.why_held import Retention, retention, set_retention
from workforce.iwork.placements.referring import refer_person
from workforce.iwork.row_words import FIELDS
from workforce.iwork.vocabulary import ClosedReason, ConsentScope, KnownOrNot

YES, NO = "yes", "no"
ASKED = (
    "given_name", "family_name", "known_as", "postcode", "phone", "email", "contact_how", "supporter",
    "supporter_relation", "supporter_phone", "note",
)  # fmt: skip
"""What tells who somebody is: never an argument."""


def add_commands(commands: Any) -> None:
    """People, what they agreed to, how long they are held, and who looked at them."""
    listed = commands.add_parser("iwork-people", help="people on the register, by reference")
    listed.add_argument("--closed", action="store_true", help="those whom the team let go too")
    listed.add_argument("--names", action="store_true", help="which reference is whose")
    add_several(listed, "stage", "coach", "district")
    add_out(listed)
    listed.set_defaults(run=_people)
    shown = _of(commands, "iwork-person", "one person's record; each look is written down", _person)
    shown.add_argument("--name", action="store_true", help="who it is and how they are reached too")
    add_out(shown)
    _add_record(commands)
    _add_consent(commands)
    _add_keeping(commands)
    _add_leaving(commands)
    views = commands.add_parser("iwork-views", help="who looked at whose record, and when")
    views.add_argument("person", nargs="?", metavar="REFERENCE", help="of one person, as IW-014")
    add_out(views)
    views.set_defaults(run=_views)


def _of(commands: Any, name: str, words: str, run: Any) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=words)
    made.add_argument("person", metavar="REFERENCE", help="whose, as IW-014")
    made.set_defaults(run=run)
    return made


def _add_record(commands: Any) -> None:
    add = commands.add_parser(
        "iwork-person-add", help="begin to hold somebody; their name is asked for unseen"
    )
    add.add_argument("--referred-on", type=a_day, metavar="DATE", help="(otherwise today)")
    add.set_defaults(run=_add)
    edit = _of(commands, "iwork-person-edit", "put facts of somebody right", _edit)
    edit.add_argument("--referred-on", type=a_day, metavar="DATE")
    for parser in (add, edit):
        parser.add_argument("--ask", action="append", default=[], choices=ASKED, metavar="FACT",
                            help=f"a fact to be asked for unseen (may be repeated): {', '.join(ASKED)}")  # fmt: skip
        parser.add_argument("--born-on", type=a_day, metavar="DATE")
        parser.add_argument("--referred-by", metavar="WORDS")
        parser.add_argument("--coach", metavar="NAME")
        parser.add_argument("--learning-disability", choices=(YES, NO))
        parser.add_argument("--autism", choices=(YES, NO))
        parser.add_argument("--long-term-support", type=a_word(KnownOrNot), metavar="WORD",
                            help="of the council: yes, no or not known")  # fmt: skip
    close = _of(commands, "iwork-person-close", "the team's work with somebody is over", _close)
    reasons = ", ".join(one.value for one in ClosedReason)
    close.add_argument("reason", type=a_word(ClosedReason), metavar="REASON", help=reasons)
    close.add_argument("--on", type=a_day, metavar="DATE", help="(otherwise today)")
    _of(commands, "iwork-person-reopen", "somebody who was closed came back", _reopen)


def _add_consent(commands: Any) -> None:
    consent = _of(commands, "iwork-consent", "what somebody agrees to, takes back, or never said", _consent)
    scopes = ", ".join(one.value for one in ConsentScope)
    consent.add_argument("scope", nargs="+", type=a_word(ConsentScope), metavar="SCOPE", help=scopes)
    what = consent.add_mutually_exclusive_group()
    what.add_argument("--withdraw", action="store_true", help="they take it back")
    what.add_argument(
        "--remove", action="store_true", help="it was entered by mistake, as given --on that day"
    )
    consent.add_argument("--on", type=a_day, metavar="DATE", help="when (otherwise today)")
    consent.add_argument("--until", type=a_day, metavar="DATE", help="the last day on which it counts")
    consent.add_argument("--how", default="", metavar="WORDS", help="as “Signed, easy-read form”")
    consent.add_argument("--told-to", default="", metavar="NAME")
    consent.add_argument("--reason", default="", metavar="WORDS", help="what they said (with --withdraw)")


def _add_keeping(commands: Any) -> None:
    due = commands.add_parser(
        "iwork-reviews", help="records to be looked at or deleted, requests to be answered"
    )
    due.add_argument(
        "--days", type=a_number, default=0, metavar="NUMBER", help="those of so many days ahead too"
    )
    add_out(due)
    due.set_defaults(run=_due)
    review = _of(commands, "iwork-review", "somebody's record was looked at again", _review)
    review.add_argument("--on", type=a_day, metavar="DATE", help="(otherwise today)")
    review.add_argument("--next-on", type=a_day, metavar="DATE", help="when again (otherwise as usual)")
    review.add_argument("--keep-until", type=a_day, metavar="DATE", help="longer than usual needs --words")
    review.add_argument(
        "--words", default="", metavar="WORDS", help="what came of it, or why it is kept longer"
    )
    usual = commands.add_parser("iwork-retention", help="how long records are kept; with options set it")
    usual.add_argument("--review-months", type=a_number, metavar="NUMBER", help="looked at again after")
    usual.add_argument("--keep-years", type=a_number, metavar="NUMBER", help="kept after the last look")
    usual.add_argument("--why", metavar="WORDS", help="why people are held, in plain words")
    usual.set_defaults(run=_retention)


def _add_leaving(commands: Any) -> None:
    held = _of(commands, "iwork-subject-access", "everything held about somebody, as one document", _access)
    held.add_argument("document", nargs="?", type=Path, metavar="OUT.docx", help=DOCUMENT_HELP)
    held.add_argument("--asked", type=a_day, metavar="DATE", help="keep that they asked for it on that day")
    held.add_argument("--by", default="", metavar="WORDS", help="who asked (with --asked)")
    held.add_argument("--given", type=a_day, metavar="DATE", help="keep that they have it")
    gone = _of(commands, "iwork-purge", "delete somebody's record for good, in two steps", _purge)
    what = gone.add_mutually_exclusive_group(required=True)
    what.add_argument("--ask", metavar="REASON", help="the first step: ask for it")
    what.add_argument("--take-back", action="store_true", help="keep the record after all")
    what.add_argument(
        "--for-good", action="store_true", help="the second step, on a later day or by another person"
    )


# --- lists ------------------------------------------------------------------------------------------------------


def _people(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=not asked.names) as opened:
        if asked.names:
            for one in people.people(opened.db, closed=True):
                note_view(opened.db, one.id, "Name", now=session.now)
            session.show(tables.names_table(opened.db, today=session.today), asked.out)
            return
        table = tables.people_table(opened.db, today=session.today, closed=asked.closed)
    wanted = {name: getattr(asked, name) for name in ("stage", "coach", "district")}
    session.show(filtered(table, wanted), asked.out)


def _person(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        vault = opened.db
        held = a_person(vault, session, asked.person, "Name and address" if asked.name else "Record")
        record = tables.person_table(vault, held.id, today=session.today, named=asked.name)
        more = [
            make(vault, held.id)
            for make in (tables.consents_table, tables.reviews_table, tables.requests_table)
        ]
        session.show([record, *(table for table in more if table.rows)], asked.out)


def _due(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=True) as opened:
        session.show(tables.due_table(opened.db, today=session.today, within_days=asked.days), asked.out)


def _views(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=not asked.person) as opened:
        key = a_person(opened.db, session, asked.person, "Who looked").id if asked.person else ""
        session.show(views_table(opened.db, person_id=key), asked.out)


# --- the record -------------------------------------------------------------------------------------------------


def _flag(said: str | None) -> bool | None:
    return None if said is None else said == YES


def _facts(session: Session, asked: argparse.Namespace) -> dict[str, Any]:
    given = {
        "born_on": asked.born_on, "referred_by": asked.referred_by, "coach": asked.coach,
        "learning_disability": _flag(asked.learning_disability), "autism": _flag(asked.autism),
        "long_term_support": asked.long_term_support,
    }  # fmt: skip
    told = {
        name: session.ask_secret(f"{FIELDS['person'][name].heading}: ") for name in dict.fromkeys(asked.ask)
    }
    return {**{name: said for name, said in given.items() if said is not None}, **told}


def _add(session: Session, asked: argparse.Namespace) -> None:
    asked.ask = list(dict.fromkeys(["given_name", "family_name", *asked.ask]))
    with session.register(read_only=False) as opened:
        facts = _facts(session, asked)
        name = facts.pop("given_name")
        made = refer_person(
            opened.db, name, asked.referred_on or session.today, today=session.today, **cast(NewPerson, facts)
        )
    _told(session, f"Added {made.reference}.", made)


def _edit(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = a_person(opened.db, session, asked.person, "Record")
        facts = _facts(session, asked)
        if asked.referred_on is not None:
            facts["referred_on"] = asked.referred_on
        if not facts:
            raise Problem("Nothing was given to be changed. Name a fact, such as --coach or --ask phone.")
        made = people.edit_person(opened.db, held.id, today=session.today, **cast(PersonFacts, facts))
    _told(session, f"Changed {made.reference}.", made)


def _told(session: Session, sentence: str, held: Person) -> None:
    unknown = held.postcode and not held.district
    session.say(sentence, *(["The postcode has no place, so ways are not known."] if unknown else []))


def _close(session: Session, asked: argparse.Namespace) -> None:
    def act(vault: Database, held: Person) -> str:
        day = asked.on or session.today
        made = people.close_person(vault, held.id, asked.reason, on=day, today=session.today)
        return f"Closed {made.reference}. The record is kept until {date_words(made.delete_by)}."

    _done(session, asked, act)


def _reopen(session: Session, asked: argparse.Namespace) -> None:
    def act(vault: Database, held: Person) -> str:
        return f"Reopened {people.reopen_person(vault, held.id, today=session.today).reference}."

    _done(session, asked, act)


def _done(session: Session, asked: argparse.Namespace, act: Callable[[Database, Person], str]) -> None:
    with session.register(read_only=False) as opened:
        said = act(opened.db, a_person(opened.db, session, asked.person, "Record"))
    session.say(said)


# --- what they agreed to, how long they are held ----------------------------------------------------------------


def _consent(session: Session, asked: argparse.Namespace) -> None:
    def act(vault: Database, held: Person) -> str:
        day, today = asked.on or session.today, session.today
        words = "; ".join(lower_first(one.label) for one in asked.scope)
        if asked.remove:
            _remove_consents(vault, held, asked)
            return f"Removed, as entered by mistake, of {held.reference}: {words}."
        if asked.withdraw:
            consents.withdraw_consents(vault, held.id, asked.scope, on=day, today=today, reason=asked.reason)
            return f"{held.reference} took back: {words}. {consents.without(asked.scope[0])}"
        consents.give_consents(
            vault,
            held.id,
            asked.scope,
            day,
            today=today,
            until_on=asked.until,
            how=asked.how,
            told_to=asked.told_to,
        )
        return f"{held.reference} agreed: {words}."

    _done(session, asked, act)


def _remove_consents(vault: Database, held: Person, asked: argparse.Namespace) -> None:
    kept = consents.consents_of(vault, held.id)
    with change(vault, f"Removed consents of {held.reference}"):
        for scope in dict.fromkeys(asked.scope):
            consents.remove_consent(vault, _meant(kept, scope, held, asked.on).id)


def _meant(kept: list[Consent], scope: ConsentScope, held: Person, on: date | None) -> Consent:
    """The one given that day, of two the one entered last; without a day the only one."""
    found = [one for one in kept if one.scope is scope and on in (None, one.given_on)]
    if not found:
        when = f" given on {date_words(on)}" if on else ""
        raise Problem(f"{held.reference} has no consent “{scope.label}”{when} that could be removed.")
    if on is None and len(found) > 1:
        days = and_list([date_words(one.given_on) for one in found])
        raise Problem(
            f"{held.reference} has {len(found)} consents “{scope.label}”, given on {days}. Say which with --on."
        )
    return found[0]


def _review(session: Session, asked: argparse.Namespace) -> None:
    def act(vault: Database, held: Person) -> str:
        made = reviews.record_review(
            vault, held.id, on=asked.on or session.today, today=session.today, next_on=asked.next_on,
            delete_by=asked.keep_until, words=asked.words,
        )  # fmt: skip
        days = f"Again by {date_words(made.review_on)}; kept until {date_words(made.delete_by)}."
        return f"Looked at {held.reference} again. {days}"

    _done(session, asked, act)


def _retention(session: Session, asked: argparse.Namespace) -> None:
    asks = asked.review_months or asked.keep_years or asked.why
    with session.register(read_only=not asks) as opened:
        held = retention(opened.db)
        if asks:
            held = set_retention(
                opened.db,
                Retention(
                    asked.why or held.why,
                    asked.review_months or held.review_months,
                    asked.keep_years or held.keep_years,
                ),
            )
    session.say(held.why, f"Looked at again after {held.review_months} months, kept {held.keep_years} years.")


# --- everything held, and deletion ------------------------------------------------------------------------------


def _access(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.document or asked.asked or asked.given):
        raise Problem("Say what is to be done: a document to save, --asked DATE or --given DATE.")
    with session.register(read_only=False) as opened:
        vault, held = opened.db, a_person(opened.db, session, asked.person, "Everything held")
        if asked.asked:
            made = subject_access.request_access(
                vault, held.id, asked.asked, today=session.today, asked_by=asked.by
            )
            session.say(
                f"{held.reference} asked for everything held. It is due by {date_words(made.due_on)}."
            )
        if asked.document:
            session.saved(save_everything(vault, held.id, asked.document, now=session.now))
        if asked.given:
            _keep_given(vault, held, session, asked)


def _keep_given(vault: Database, held: Person, session: Session, asked: argparse.Namespace) -> None:
    waiting = [one for one in subject_access.access_requests_of(vault, held.id) if one.given_on is None]
    if not waiting:
        raise Problem(f"{held.reference} has not asked for anything that is still to be given.")
    subject_access.record_given(vault, waiting[-1].id, on=asked.given, today=session.today)
    session.say(f"{held.reference} was given everything held.")


def _purge(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        vault, held = opened.db, a_person(opened.db, session, asked.person, "Record")
        if asked.ask is not None:
            purge.ask_purge(vault, held.id, asked.ask, by=vault.who, now=session.now)
            session.say(
                f"Asked for {held.reference} to be deleted. Do it from tomorrow, or let somebody else do it."
            )
        elif asked.take_back:
            purge.take_back_purge(vault, held.id, purged_list=purged_list(session.path))
            session.say(f"{held.reference} is kept after all.")
        else:
            _delete(vault, held, session)


def _delete(vault: Database, held: Person, session: Session) -> None:
    elsewhere = mentions(vault, held)
    done = purge.purge(vault, held.id, by=vault.who, now=session.now, purged_list=purged_list(session.path))
    session.say(done.words, told_of_backups(session.path))
    if elsewhere:
        places = ", ".join(sorted({f"{one.kind} ({one.heading})" for one in elsewhere}))
        session.say(f"Their name still stands in what is written about others: {places}.")
