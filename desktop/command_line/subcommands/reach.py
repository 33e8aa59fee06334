"""Who is reached by events: services and providers, the grid, coverage by quarter, ratings, and inviting the unseen."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import (
    a_day,
    a_number,
    a_word,
    add_authorities,
    add_event,
    add_out,
    add_several,
    filtered,
)
from desktop.command_line.session import Session
from engagement.forums.people.audience_rule import Selection
from engagement.forums.reach import answering
from engagement.forums.reach.coverage import coverage_by_quarter, coverage_table
from engagement.forums.reach.figures import Band, ProviderReach, Reach, ServiceReach, is_lapsed, is_new_face
from engagement.forums.reach.grid import Dimension, Measure, grid_of, grid_table
from engagement.forums.reach.inviting import invite_services
from engagement.forums.reach.question import ReachQuestion
from engagement.forums.reach.rating_changes import change_sentences, changes_table, ratings_before_and_after
from engagement.forums.reach.tables import (
    headlines,
    not_seen_title,
    providers_table,
    reason_of,
    services_table,
)
from engagement.forums.vocabulary import EventKind
from engagement.register.council import council_names
from resources.database import Database
from resources.problem import Problem
from resources.spans import Span, last_months
from resources.tables import Column, Table
from resources.wording import and_list, count_of


def add_commands(commands: Any) -> None:
    """The tables, and the invitation."""
    _add_reach(commands)
    grid = commands.add_parser(
        "reach-grid", help="how many services are reached by two of rating, kind and district"
    )
    for name, usual in (("rows", Dimension.RATING), ("columns", Dimension.KIND)):
        grid.add_argument(f"--{name}", type=a_word(Dimension), default=usual, metavar="WHAT",
                          help="rating, kind or district")  # fmt: skip
    grid.add_argument(
        "--count", type=a_measure, default=Measure.SEEN, metavar="WHOM",
        help="what each cell counts: seen, not_seen, seen_before, invited_only or never_invited",
    )  # fmt: skip
    quarters = commands.add_parser(
        "coverage", help="services and providers reached, and no-shows, by quarter"
    )
    quarters.add_argument("--quarters", type=a_number, default=8, metavar="N", help="how many (8)")
    changes = commands.add_parser(
        "ratings-before-after", help="what ratings became of services that came and of those that did not"
    )
    changes.add_argument("--came-from", type=a_day, metavar="DATE",
                         help="came from this day on (otherwise the time before --from, as long)")  # fmt: skip
    changes.add_argument("--came-to", type=a_day, metavar="DATE", help="until this day")
    invite = commands.add_parser(
        "invite-not-seen", help="invite the services that were not seen, and say who cannot be asked"
    )
    add_event(invite)
    _add_lists(invite)
    for parser, run in ((grid, _grid), (quarters, _coverage), (changes, _changes), (invite, _invite)):
        _add_question(parser)
        parser.set_defaults(run=run)
        if parser is not invite:
            add_out(parser)


def a_measure(text: str) -> Measure:
    """What a cell counts."""
    return a_word(Measure)(text)


def _add_reach(commands: Any) -> None:
    reach = commands.add_parser("reach", help="who is reached by events: a line for each service or provider")
    reach.add_argument("--by", choices=("service", "provider"), default="service")
    _add_lists(reach)
    reach.add_argument("--new-faces", action="store_true", help="only those that came for the first time")
    reach.add_argument(
        "--lapsed", action="store_true", help="only those that came the year before and not since"
    )
    reach.add_argument("--headlines", action="store_true", help="only the sentences with their bases")
    add_several(reach, "district", "kind", "rating")
    _add_question(reach)
    add_out(reach)
    reach.set_defaults(run=_reach)


def _add_lists(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--not-seen-for", type=a_number, metavar="MONTHS",
                        help="only those that came once, but not in so many months")  # fmt: skip
    parser.add_argument("--never", action="store_true", help="only those that never came")


def _add_question(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="since", type=a_day, metavar="DATE",
                        help="count events from this day on (otherwise 12 months)")  # fmt: skip
    parser.add_argument(
        "--to", dest="until", type=a_day, metavar="DATE", help="as at this day (otherwise today)"
    )
    parser.add_argument("--event-kind", type=a_word(EventKind), action="append", default=[], metavar="KIND",
                        help="events of this kind only (may be repeated)")  # fmt: skip
    add_authorities(parser)
    parser.add_argument("--archived", action="store_true", help="also services that the team has archived")


def _question(db: Database, asked: argparse.Namespace, today: date) -> ReachQuestion:
    until = asked.until or today
    span = Span(asked.since, until) if asked.since else last_months(until, 12)
    months = getattr(asked, "not_seen_for", None) or 12
    named = asked.everywhere or asked.authority
    places = choosing.authorities(db, asked.authority) if named else council_names(db)
    return ReachQuestion(span, months, tuple(asked.event_kind), tuple(places), asked.archived)


# --- tables ---------------------------------------------------------------------------------------------


def _reach(session: Session, asked: argparse.Namespace) -> None:
    given = {name: getattr(asked, name) for name in ("district", "kind", "rating")}
    with session.reading() as db:
        question = _question(db, asked, session.today)
        found = answering.reach(db, question)
        if asked.headlines:
            session.say(*headlines(found))
            return
        if asked.by == "service":
            whole = services_table(_title(found, asked), _chosen(found, asked), question)
            table = filtered(whole, given)
            if any(given.values()):
                table = replace(table, base=f"{len(table.rows):,} of {whole.base}")
            session.show(table, asked.out, db=db)
            return
        if any(given.values()):
            raise Problem(
                "Providers have no district, kind or rating: leave these out, or list by service instead."
            )
        lines = answering.providers(db, found)
        if _is_list(asked):
            lines = tuple(one for one in lines if _is_asked_for(one, question, asked))
        session.show(providers_table(lines, question), asked.out, db=db)


def _is_list(asked: argparse.Namespace) -> bool:
    return bool(asked.not_seen_for or asked.never or asked.new_faces or asked.lapsed)


def _is_asked_for(one: ProviderReach, question: ReachQuestion, asked: argparse.Namespace) -> bool:
    """Whether the provider itself, with everybody who came for it, belongs to one of the lists asked for."""
    return bool(
        (asked.not_seen_for and one.band is Band.SEEN_BEFORE)
        or (asked.never and one.band.never)
        or (asked.new_faces and is_new_face(one.history, question))
        or (asked.lapsed and is_lapsed(one.history))
    )


def _chosen(found: Reach, asked: argparse.Namespace) -> Sequence[ServiceReach]:
    """The services of the lists asked for, all of them together; every service when none was."""
    lists = [
        *([found.not_seen] if asked.not_seen_for else []),
        *([found.never] if asked.never else []),
        *([found.new_faces] if getattr(asked, "new_faces", False) else []),
        *([found.lapsed] if getattr(asked, "lapsed", False) else []),
    ]
    return list({one.id: one for those in lists for one in those}.values()) if lists else found.services


def _title(found: Reach, asked: argparse.Namespace) -> str:
    names = [
        *([not_seen_title(found.question)] if asked.not_seen_for else []),
        *(["Never came"] if asked.never else []),
        *(["New faces"] if asked.new_faces else []),
        *(["Lapsed"] if asked.lapsed else []),
    ]
    return and_list(names, "or") or "Reach by service"


def _grid(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        found = answering.reach(db, _question(db, asked, session.today))
        grid = grid_of(found, down=asked.rows, across=asked.columns)
        session.show(grid_table(grid, asked.count), asked.out, db=db)


def _coverage(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        found = coverage_by_quarter(db, _question(db, asked, session.today), asked.quarters)
        session.show(coverage_table(found), asked.out, db=db)


def _changes(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        question = _question(db, asked, session.today)
        before = question.span.before
        came_in = Span(asked.came_from or before.first, asked.came_to or before.last)
        if came_in.last < came_in.first or came_in.last >= question.span.first:
            raise Problem(
                f"Services that came from {came_in.words} cannot be compared by ratings from "
                f"{question.span.words}. Choose a time for coming that ends before the ratings begin."
            )
        found = ratings_before_and_after(db, question, came_in=came_in)
        session.show(changes_table(found), asked.out, db=db)
        session.say(*change_sentences(found))


# --- inviting -------------------------------------------------------------------------------------------


def _invite(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        found = answering.reach(db, _question(db, asked, session.today))
        both = not (asked.not_seen_for or asked.never)
        those = (*found.not_seen, *found.never) if both else _chosen(found, asked)
        made, selection = invite_services(
            db, event.id, {one.id: reason_of(one) for one in those}, now=session.now
        )
    session.say(
        f"Invited {count_of(len(made.participants), 'person', 'people')} to {event.title}, for "
        f"{count_of(len(those), 'service')} not seen; {made.already:,} were on the list already."
    )
    if selection.left_out:
        session.show(_cannot_be_asked(selection))


def _cannot_be_asked(selection: Selection) -> Table:
    columns = (Column("service", "Service"), Column("provider", "Provider"), Column("reason", "Why not"))
    rows = [(one.service, one.provider, one.reason) for one in selection.left_out]
    return Table("Nobody can be asked", columns, rows, base=f"{count_of(len(rows), 'service')}.")
