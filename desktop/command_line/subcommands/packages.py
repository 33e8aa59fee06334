"""Learning packages for services rated low, without a window."""

import argparse
from datetime import date
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_number, a_word, add_out
from desktop.command_line.session import Session
from engagement.register.names import name_of
from resources.database import Database
from resources.problem import Problem
from resources.wording import date_words
from resources.words import plain
from workforce.training.packages import offers, packages
from workforce.training.packages.before_and_after import counts_table, outcomes_table
from workforce.training.packages.offers import PackageOffer, package_name
from workforce.training.packages.sessions import (
    add_package_session,
    package_sessions_of,
    remove_package_session,
)
from workforce.training.packages.tables import offers_table, package_sessions_table, packages_table
from workforce.training.packages.worklist import worklist_table
from workforce.training.vocabulary import OfferStatus


def add_commands(commands: Any) -> None:
    """The worklist, offers, sessions, results and the packages themselves."""
    _add_packages(commands)
    for name, run, words in (
        (
            "package-worklist",
            _worklist,
            "services that stand Inadequate or Requires improvement, and what was offered",
        ),
        ("package-offers", _offers, "every offer of a learning package"),
        ("package-results", _results, "ratings at the offer and at the next inspection, as counts"),
    ):
        parser = commands.add_parser(name, help=words)
        if run is not _offers:
            parser.add_argument(
                "--as-at", type=a_day, metavar="DATE", help="as it stands on this day (otherwise today)"
            )
        if run is _results:
            parser.add_argument(
                "--by-service", action="store_true", help="list the services instead of counts"
            )
        add_out(parser)
        parser.set_defaults(run=run)
    _add_offer(commands)
    _add_status(commands)
    _add_session(commands)


def _add_packages(commands: Any) -> None:
    parser = commands.add_parser(
        "packages", help="the learning packages; with --add, --archive or --restore keep them"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="NAME", help="one more package")
    what.add_argument("--archive", metavar="PACKAGE", help="offer it no more; its offers stay")
    what.add_argument("--restore", metavar="PACKAGE", help="offer it again")
    parser.add_argument("--description", default="", metavar="TEXT", help="what it is (with --add)")
    parser.add_argument("--source", default="", metavar="TEXT", help="who gives it (with --add)")
    add_out(parser)
    parser.set_defaults(run=_packages)


def _add_which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "service", metavar="SERVICE", help="the service, by key, Location ID or words of its name"
    )
    parser.add_argument("package", metavar="PACKAGE", help="words of the package’s name")
    parser.add_argument("--on", type=a_day, metavar="DATE", help="otherwise today")


def _add_offer(commands: Any) -> None:
    parser = commands.add_parser("package-offer", help="offer a service a package, or note why not")
    _add_which(parser)
    parser.add_argument("--not-offered", metavar="WHY", help="it is not offered, and why")
    parser.add_argument("--note", default="", metavar="TEXT")
    parser.set_defaults(run=_offer)


def _add_status(commands: Any) -> None:
    parser = commands.add_parser("package-status", help="note what came of an offer")
    _add_which(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--now", type=a_word(OfferStatus), metavar="STATUS",
                      help="accepted, in_progress, completed, declined or withdrawn")  # fmt: skip
    what.add_argument("--reopen", action="store_true", help="it goes on after all")
    what.add_argument("--remove", action="store_true", help="it was entered by mistake")
    parser.add_argument(
        "--reason", default="", metavar="TEXT", help="needed where it was declined or withdrawn"
    )
    parser.set_defaults(run=_status)


def _add_session(commands: Any) -> None:
    parser = commands.add_parser(
        "package-session",
        help="the sessions of an offer; with --people record one more, with --remove take one away",
    )
    _add_which(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--people", type=a_number, metavar="N", help="how many came")
    what.add_argument(
        "--remove", type=a_day, metavar="DATE", help="the one of this day was entered by mistake"
    )
    parser.add_argument("--topic", default="", metavar="TEXT")
    parser.add_argument("--note", default="", metavar="TEXT")
    add_out(parser)
    parser.set_defaults(run=_session)


# --- lists ----------------------------------------------------------------------------------------------------


def _worklist(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(worklist_table(db, on=asked.as_at or session.today), asked.out, db=db)


def _offers(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(offers_table(db), asked.out, db=db)


def _results(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        table = outcomes_table if asked.by_service else counts_table
        session.show(table(db, on=asked.as_at or session.today), asked.out, db=db)


def _packages(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.archive or asked.restore):
        with session.reading() as db:
            session.show(packages_table(db), asked.out, db=db)
        return
    with session.writing() as db:
        if asked.add:
            made = packages.add_package(db, asked.add, description=asked.description, source=asked.source)
            said = f"Added the learning package {made.name}."
        elif asked.archive:
            made = packages.archive_package(db, _kept(db, asked.archive), today=session.today)
            said = f"Archived the learning package {made.name}."
        else:
            made = packages.restore_package(db, _kept(db, asked.restore))
            said = f"Restored the learning package {made.name}."
    session.say(said)


def _kept(db: Database, words: str) -> str:
    among = [one for one in packages.packages(db, archived=True) if one.id]
    return choosing.by_key_or_words(
        among, words, lambda one: one.name, "learning package that was offered or added"
    ).id


# --- offers ---------------------------------------------------------------------------------------------------


def _named(db: Database, words: str) -> str:
    return choosing.one_of(
        packages.packages(db, archived=True), words, lambda one: one.name, "learning package"
    ).name


def _offer(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        service, package = choosing.service(db, asked.service), _named(db, asked.package)
        if asked.not_offered is not None:
            offers.mark_not_offered(
                db, service.id, package, reason=asked.not_offered, today=session.today, on=asked.on
            )
            said = f"Noted why {service.name} is not offered {package}."
        else:
            offers.offer_package(
                db, service.id, package, today=session.today, offered_on=asked.on, note=asked.note
            )
            said = f"Offered {package} to {service.name}."
    session.say(said)


def _which(db: Database, asked: argparse.Namespace) -> PackageOffer:
    """The latest offer of the package to the service."""
    service, package = choosing.service(db, asked.service), _named(db, asked.package)
    found = [
        one for one in offers.offers_of(db, service.id) if plain(package_name(db, one)) == plain(package)
    ]
    if not found:
        raise Problem(f"{service.name} was not offered {package}. Offer it with package-offer first.")
    return next((one for one in found if one.is_open), found[0])


def _words(db: Database, one: PackageOffer) -> str:
    return f"{package_name(db, one)} at {name_of(db, 'service', one.service_id)}"


def _status(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = _which(db, asked)
        name = _words(db, held)
        if asked.remove:
            offers.remove_offer(db, held.id)
            said = f"Removed the offer of {name}."
        elif asked.reopen:
            said = f"{name} is {offers.reopen_offer(db, held.id).status.label.lower()} again."
        else:
            changed = offers.set_offer_status(
                db, held.id, asked.now, on=asked.on or session.today, today=session.today, reason=asked.reason
            )
            said = f"{name} is {changed.status.label.lower()}."
    session.say(said)


def _session(session: Session, asked: argparse.Namespace) -> None:
    if asked.remove is not None:
        with session.writing() as db:
            said = _removed_session(db, _which(db, asked), asked.remove)
        session.say(said)
        return
    if asked.people is None:
        with session.reading() as db:
            held = _which(db, asked)
            table = package_sessions_table(_words(db, held), package_sessions_of(db, held.id))
            session.show(table, asked.out, db=db)
        return
    with session.writing() as db:
        held = _which(db, asked)
        add_package_session(
            db, held.id, asked.on or session.today, people=asked.people, today=session.today, topic=asked.topic,
            note=asked.note,
        )  # fmt: skip
        said = f"Recorded a session of {_words(db, held)}."
    session.say(said)


def _removed_session(db: Database, held: PackageOffer, day: date) -> str:
    found = [one for one in package_sessions_of(db, held.id) if one.held_on == day]
    if not found:
        raise Problem(
            f"{_words(db, held)} has no session on {date_words(day)}. Give the day of one that it has."
        )
    remove_package_session(db, found[-1].id)
    return f"Removed a session of {_words(db, held)}."
