"""Good practice that providers shared, who could be a buddy to a service, and pairs of buddies."""

import argparse
from dataclasses import replace
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_number, a_word, add_document, add_out, add_several
from desktop.command_line.session import Session
from desktop.command_line.subcommands.register import listing_table
from desktop.documents import save_public
from engagement.good_practice import practices
from engagement.good_practice.buddies import pairs
from engagement.good_practice.buddies.limits import buddy_limits
from engagement.good_practice.buddies.pairs import Pair
from engagement.good_practice.buddies.standings import buddies_for, why_left_out
from engagement.good_practice.buddies.tables import candidates_table, left_out_table, pairs_table
from engagement.good_practice.listings import PRACTICES
from engagement.good_practice.practices import Practice, PracticeDraft
from engagement.good_practice.publishing import naming_people, naming_words, publications
from engagement.good_practice.sections import practice_report, report_terms, words_on_left_out
from engagement.good_practice.vocabulary import MetHow, PracticeConsent, SharedAt
from engagement.register.contacts import contacts_of
from engagement.register.services import services_of
from resources.database import Database
from resources.problem import Problem
from resources.wording import date_words, lower_first

_FILTERS = ("theme", "provider", "service", "consent", "district", "state")


def add_commands(commands: Any) -> None:
    """Practices, the finder, and pairs."""
    _add_practices(commands)
    _add_buddies(commands)
    _add_pairs(commands)


def _add_practices(commands: Any) -> None:
    listed = commands.add_parser("good-practice", help="list what providers shared that works")
    add_several(listed, *_FILTERS)
    listed.add_argument("--text", default="", metavar="WORDS", help="only lines with words that begin so")
    add_out(listed)
    listed.set_defaults(run=_list)
    added = commands.add_parser("add-good-practice", help="note what a provider shared")
    added.add_argument("provider", metavar="PROVIDER", help="its key, CQC Provider ID, or words of its name")
    added.add_argument("theme", metavar="THEME")
    added.add_argument("what", metavar="WHAT", help="what works there")
    added.add_argument("--service", metavar="NAME", help="one of its services (otherwise all of it)")
    added.add_argument("--contact", metavar="NAME", help="who shared it")
    added.add_argument("--event", metavar="EVENT", help="the event at which it was shared")
    added.add_argument("--where", type=a_word(SharedAt), default=SharedAt.OTHER, metavar="event|visit|other")
    added.add_argument("--on", type=a_day, metavar="DATE", help="the day (otherwise the event's, or today)")
    added.add_argument("--shared-with", default="", metavar="WHOM", help="whom it was passed on to")
    _add_consent(added, "--consent")
    added.set_defaults(run=_add)
    asked = commands.add_parser("good-practice-consent", help="keep whether a practice may be published")
    asked.add_argument("practice", metavar="PRACTICE", help="words of it, or its key")
    _add_consent(asked, "consent")
    asked.set_defaults(run=_consent)
    document = commands.add_parser(
        "good-practice-document", help="the Word document of what may be published"
    )
    add_document(document)
    document.add_argument("--theme", default="", metavar="THEME", help="only this theme")
    document.set_defaults(run=_document)


def _add_consent(parser: argparse.ArgumentParser, name: str) -> None:
    optional: dict[str, Any] = {"default": PracticeConsent.NOT_ASKED} if name.startswith("-") else {}
    parser.add_argument(
        name, type=a_word(PracticeConsent), metavar="yes|no|not_asked", help="consent to publish", **optional
    )
    parser.add_argument(
        "--consent-on", type=a_day, metavar="DATE", help="when they said so (otherwise today)"
    )


def _add_buddies(commands: Any) -> None:
    found = commands.add_parser("buddies", help="who could be a buddy to a service, in order and why")
    found.add_argument("service", metavar="SERVICE", help="its key, CQC Location ID, or words of its name")
    found.add_argument(
        "--theme", default="", metavar="THEME", help="sooner those that shared something on it"
    )
    found.add_argument(
        "--miles", type=a_number, metavar="N", help="the limit, in a straight line, for this once"
    )
    found.add_argument("--left-out", action="store_true", help="also how many were left out, and why")
    add_out(found)
    found.set_defaults(run=_buddies)
    agreed = commands.add_parser("agree-buddies", help="a pair: the second service helps the first")
    agreed.add_argument("service", metavar="SERVICE")
    agreed.add_argument("buddy", metavar="BUDDY")
    agreed.add_argument("--on", type=a_day, metavar="DATE", help="the day (otherwise today)")
    agreed.add_argument("--note", default="", metavar="TEXT")
    agreed.add_argument(
        "--all-the-same", action="store_true", help="although the finder would leave the buddy out"
    )
    agreed.set_defaults(run=_agree)


def _add_pairs(commands: Any) -> None:
    met = commands.add_parser("buddy-meeting", help="log that a pair of buddies met")
    ended = commands.add_parser("end-buddies", help="end a pair of buddies")
    for parser, run in ((met, _met), (ended, _end)):
        parser.add_argument("pair", metavar="PAIR", help="words of the two names, or the pair's key")
        parser.add_argument("--on", type=a_day, metavar="DATE", help="the day (otherwise today)")
        parser.set_defaults(run=run)
    met.add_argument("--how", type=a_word(MetHow), default=MetHow.VISIT, metavar="visit|call|online|forum")
    met.add_argument("--note", default="", metavar="TEXT")
    ended.add_argument("reason", metavar="REASON")
    listed = commands.add_parser(
        "buddy-pairs", help="list the pairs, how often they met, and ratings then and now"
    )
    listed.add_argument("--quiet", action="store_true", help="only those that have not met for three months")
    add_out(listed)
    listed.set_defaults(run=_pairs)


# --- practices ------------------------------------------------------------------------------------------


def _list(session: Session, asked: argparse.Namespace) -> None:
    given = {name: getattr(asked, name) for name in _FILTERS}
    with session.reading() as db:
        held = practices.practices(db, archived=True)
        if held and not given["state"] and any(one.archived_on is None for one in held):
            given["state"] = ["Current"]
        table = listing_table(db, PRACTICES, "Good practice", given, asked.text)
        may = sum(one.allowed for one in publications(db, held).values())
        note = f"{may:,} of all that are noted may be published."
        notes = [note, *filter(None, [naming_words(naming_people(db, held))])]
        session.show(replace(table, notes=(*table.notes, *notes)), asked.out, db=db)


def _add(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        run_by = choosing.provider(db, asked.provider)
        event = choosing.event(db, asked.event) if asked.event else None
        service = contact = None
        if asked.service:
            own = services_of(db, run_by.id)
            service = choosing.one_of(own, asked.service, lambda one: one.name, "service of this provider").id
        if asked.contact:
            people = contacts_of(db, provider=run_by.id)
            contact = choosing.one_of(
                people, asked.contact, lambda one: one.name, "contact of this provider"
            ).id
        on = asked.on or (event.day if event else session.today)
        draft = PracticeDraft(
            run_by.id, asked.theme, asked.what, on, service, contact, event.id if event else None, asked.where,
            asked.shared_with, asked.consent, asked.consent_on,
        )  # fmt: skip
        added = practices.add_practice(db, draft, today=session.today)
    session.say(f"Noted good practice of {added.place} on “{added.theme}”.")


def _practice(db: Database, text: str) -> Practice:
    held = practices.practices(db, archived=True)
    return choosing.by_key_or_words(held, text, lambda one: f"{one.what} ({one.place})", "practice")


def _consent(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        one = _practice(db, asked.practice)
        held = practices.record_consent(db, one.id, asked.consent, asked.consent_on, today=session.today)
    session.say(f"Consent to publish, {held.place}: {held.consent.label.lower()}.")


def _document(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        report = practice_report(db, today=session.today, theme=asked.theme)
        session.saved(save_public(db, report, asked.document, also=report_terms(db)))
        left_out = words_on_left_out(db, theme=asked.theme)
    if left_out:
        session.say(f"{left_out}.")


# --- buddies --------------------------------------------------------------------------------------------


def _buddies(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        of = choosing.service(db, asked.service)
        limits = buddy_limits(db)
        if asked.miles:
            limits = replace(limits, miles=asked.miles)
        found = buddies_for(db, of.id, today=session.today, theme=asked.theme, limits=limits)
        tables = [candidates_table(found, as_at=session.today)]
        tables += [left_out_table(found)] if asked.left_out else []
        session.show(tables, asked.out, db=db)


def _agree(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        of, buddy = choosing.service(db, asked.service), choosing.service(db, asked.buddy)
        found = buddies_for(db, of.id, today=session.today)
        why = next((one.reasons for one in found.candidates if one.service.id == buddy.id), ())
        pairs.refuse_pair(db, of, buddy, session.today)
        against = why_left_out(found, buddy)
        if against:
            if not asked.all_the_same:
                raise Problem(
                    f"The finder would leave {buddy.name} out for {of.name}: {against}. Choose one of those that "
                    "“buddies” lists, or agree the pair with --all-the-same."
                )
            why = (f"Agreed although the finder leaves it out: {against}",)
        made = pairs.agree_pair(
            db, of.id, buddy.id, on=asked.on or session.today, today=session.today, reasons=". ".join(why),
            note=asked.note,
        )  # fmt: skip
    session.say(f"{made.buddy} is a buddy to {made.service} from {date_words(made.started_on)}.")


def _pair(db: Database, session: Session, text: str) -> Pair:
    held = pairs.pairs(db, today=session.today, ended=False)
    return choosing.by_key_or_words(held, text, lambda one: one.name, "pair that goes on")


def _met(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        one = _pair(db, session, asked.pair)
        on = asked.on or session.today
        pairs.log_meeting(db, one.id, met_on=on, how=asked.how, note=asked.note, today=session.today)
        now = pairs.pair(db, one.id, today=session.today)
    session.say(f"{now.name}: {lower_first(now.met_words)}.")


def _end(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        one = _pair(db, session, asked.pair)
        on = asked.on or session.today
        pairs.end_pair(db, one.id, on=on, reason=asked.reason, today=session.today)
    session.say(f"Ended the pair {one.name}.")


def _pairs(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = pairs.pairs(db, today=session.today)
        shown = [one for one in held if one.is_quiet(session.today)] if asked.quiet else held
        session.show(pairs_table(shown, today=session.today), asked.out, db=db)
