"""Money that providers could claim and have not: the list, its sums, the call list, letters, invitations, calls."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import (
    a_day,
    a_word,
    add_document,
    add_event,
    add_out,
    add_several,
)
from desktop.command_line.session import Session
from desktop.documents import document_name
from desktop.unclaimed_files import invite_unclaimed, save_call_list, write_letters
from engagement.forums.people.audience_rule import Selection
from engagement.forums.people.places import places
from engagement.forums.reach.inviting import selection_of
from engagement.register.services import Service
from resources.database import Database
from resources.problem import Problem
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, date_words
from resources.words import plain
from workforce.funding.decisions.answering import answers_now, decide_again
from workforce.funding.decisions.keeping import decisions
from workforce.funding.decisions.tables import decision_rows, decisions_table
from workforce.funding.funds.funds import funds
from workforce.funding.unclaimed.approaches import Whom, add_approach, approaches_of
from workforce.funding.unclaimed.call_list import calls
from workforce.funding.unclaimed.explaining import explain, why_not_listed
from workforce.funding.unclaimed.inviting import reasons_of
from workforce.funding.unclaimed.tables import (
    GROUPS,
    NAMES_EXEMPT,
    NO_DISTRICT,
    NO_OFFICER,
    sums_table,
    unclaimed_table,
)
from workforce.funding.unclaimed.unclaimed import Found, Standing, Unclaimed, find_unclaimed
from workforce.funding.vocabulary import AskedBy

_STANDINGS = ", ".join(one.value for one in Standing)


def add_commands(commands: Any) -> None:
    """What is listed, what is made of it, and what was said."""
    listed = commands.add_parser(
        "unclaimed", help="who is eligible and has not claimed, for what and how much"
    )
    _add_which(listed)
    listed.add_argument(
        "--by", choices=tuple(GROUPS), help="sums by provider, fund, item, district or officer instead"
    )
    add_out(listed)
    listed.set_defaults(run=_list)
    why = commands.add_parser("unclaimed-why", help="what each rule of a fund found at a service")
    why.add_argument("service", metavar="SERVICE", help="the service's key, or words of its name")
    _add_which(why)
    add_out(why)
    why.set_defaults(run=_why)
    _add_made(commands)
    _add_said(commands)
    kept = commands.add_parser(
        "unclaimed-decisions", help="past decisions, each beside the answer of what is known today"
    )
    kept.add_argument("--changed", action="store_true", help="only those that would come out differently")
    kept.add_argument(
        "--keep-today", metavar="KEY", help="keep today's answer beside the decision with this key"
    )
    add_out(kept)
    kept.set_defaults(run=_decisions)


def _add_which(parser: argparse.ArgumentParser, *, usual: tuple[Standing, ...] = tuple(Standing)) -> None:
    """`usual`: those meant where none is named."""
    parser.add_argument("--fund", metavar="FUND", help="of one fund only")
    otherwise = "all" if usual == tuple(Standing) else ", ".join(one.value for one in usual)
    parser.add_argument("--standing", type=a_word(Standing), action="append", default=[], metavar="WORD",
                        help=f"{_STANDINGS} (may be repeated; otherwise {otherwise})")  # fmt: skip
    parser.set_defaults(usual=usual)
    add_several(parser, "district", "officer")
    parser.add_argument("--on", type=a_day, metavar="DATE", help="as at this day (otherwise today)")


def _add_made(commands: Any) -> None:
    made: tuple[tuple[str, str, Callable[[Session, argparse.Namespace], None]], ...] = (
        ("unclaimed-calls", "save the call list as a Word document or a workbook", _calls),
        ("unclaimed-letters", "save a letter for each provider, as one Word document", _letters),
        ("unclaimed-invite", "invite the services to an event, and say who cannot be asked", _invite),
    )
    for name, told, run in made:
        parser = commands.add_parser(name, help=told)
        if run is _invite:
            add_event(parser)
            parser.add_argument(
                "--save", action="store_true", help="invite them; without this it is only told who"
            )
            parser.add_argument(
                "--more-than-places", action="store_true", help="though more are asked than there are places"
            )
        _add_which(parser, usual=(Standing.ELIGIBLE,))
        if run is _calls:
            parser.add_argument("out", type=Path, metavar="OUT", help="OUT.docx, OUT.xlsx or OUT.csv")
        if run is _letters:
            add_document(parser)
            parser.add_argument(
                "--note", action="store_true", help="note at each provider that a letter was made"
            )
        parser.set_defaults(run=run)


def _add_said(commands: Any) -> None:
    parser = commands.add_parser(
        "unclaimed-note", help="what was said to a provider about a fund; with --said note one more"
    )
    parser.add_argument("provider", metavar="PROVIDER", help="the provider's key, or words of its name")
    parser.add_argument("--fund", metavar="FUND", help="about which fund (needed with --said)")
    parser.add_argument("--said", metavar="TEXT", help="what they answered")
    parser.add_argument("--how", type=a_word(AskedBy), default=AskedBy.TELEPHONE, metavar="HOW",
                        help=", ".join(one.value for one in AskedBy))  # fmt: skip
    parser.add_argument("--on", type=a_day, metavar="DATE", help="the day (otherwise today)")
    parser.add_argument("--again", type=a_day, metavar="DATE", help="ask again on this day")
    add_out(parser)
    parser.set_defaults(run=_note)


# --- the list -------------------------------------------------------------------------------------------------


def _found(db: Database, session: Session, asked: argparse.Namespace) -> Found:
    fund = choosing.fund(db, asked.fund).id if asked.fund else None
    return find_unclaimed(db, on=asked.on or session.today, fund_id=fund, today=session.today)


def _rows(db: Database, session: Session, asked: argparse.Namespace) -> list[Unclaimed]:
    found = _found(db, session, asked)
    rows = [one for one in found.rows if _is_meant(one, asked)]
    if not rows:
        said = " ".join(one.words for one in found.not_open)
        raise Problem(f"Nobody is listed: no service meets what was asked for. {said}".strip())
    return rows


def _is_meant(one: Unclaimed, asked: argparse.Namespace) -> bool:
    districts = {plain(name) for name in asked.district}
    officers = {plain(name) for name in asked.officer}
    return (
        one.standing in (asked.standing or asked.usual)
        and (not districts or plain(one.place.district or NO_DISTRICT) in districts)
        and (not officers or plain(one.place.portfolio_officer or NO_OFFICER) in officers)
    )


def _list(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        rows, on = _rows(db, session, asked), asked.on or session.today
        table = sums_table(rows, asked.by, on) if asked.by else unclaimed_table(rows, on)
        session.show(table, asked.out, db=db)


def _why(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        service, on = choosing.service(db, asked.service), asked.on or session.today
        found = _found(db, session, asked)
        rows = [one for one in found.rows if one.place.service_id == service.id and _is_meant(one, asked)]
        columns = (
            Column("what_for", "What for"), Column("rule", "Rule"), Column("met", "Met", ColumnKind.STATUS),
            Column("found", "What was found"),
        )  # fmt: skip
        lines = [
            (row.what_for, one.rule.words, one.met.label, one.reason_by(row.by))
            for row in rows
            for one in explain(db, row, on=on).findings
        ]
        lines = lines or _not_listed(db, session, service, found)
        base = f"{count_of(len(lines), 'finding')}."
        table = Table(f"What each rule found at {service.name}", columns, lines, base=base, as_at=on,
                      exempt=NAMES_EXEMPT)  # fmt: skip
        session.show(table, asked.out, db=db)


def _not_listed(
    db: Database, session: Session, service: Service, found: Found
) -> list[tuple[str, str, str, str]]:
    """What the rules of each fund say of a service that is not on the list, as “rule-try” does."""
    if not found.funds:
        raise Problem(f"No fund can be claimed from. {' '.join(one.words for one in found.not_open)}".strip())
    told = [why_not_listed(db, one, service, on=found.on) for one in found.funds]
    known = [one for one in told if one is not None]
    if not known:
        raise Problem(
            f"{service.name} is no care provider’s service, so that rules say nothing of it. Choose another."
        )
    session.say(f"{service.name} is not on the list.", *(one.words for one in known), "")
    return [
        (one.fund.name, each.rule.words, each.met.label, each.reason_by(one.by))
        for one in known
        for each in one.decision.findings
    ]


# --- what is made of it ---------------------------------------------------------------------------------------


def _calls(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        rows = _rows(db, session, asked)
        saved = save_call_list(rows, asked.out, on=asked.on or session.today)
    session.saved(saved.path)
    session.say(f"{count_of(len(calls(rows)), 'provider')} to ring{saved.marked}.")


def _letters(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() if asked.note else session.reading() as db:
        rows = _rows(db, session, asked)
        number = write_letters(db, rows, document_name(asked.document), today=session.today, note=asked.note)
    session.saved(document_name(asked.document))
    session.say(f"{count_of(number, 'letter')}{', noted at each provider' if asked.note else ''}.")
    if silent := len(calls(rows)) - number:
        session.say(
            f"No letter to {count_of(silent, 'more provider')}: what is missing is for the team to find out."
        )


def _invite(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() if asked.save else session.reading() as db:
        event = choosing.event(db, asked.event)
        rows = _rows(db, session, asked)
        reasons = reasons_of(rows)
        selection = selection_of(db, reasons, event.day)
        number = count_of(len(selection.people), "person", "people")
        left = places(db, event.id).left
        if left is not None and len(selection.people) > left:
            session.say(f"{number} would be asked, and {event.title} has {count_of(left, 'place')} left.")
            if asked.save and not asked.more_than_places:
                raise Problem(
                    "More people would be asked than there are places. Narrow the list with --fund, --district or "
                    "--officer, or say --more-than-places."
                )
        if not asked.save:
            _preview_invitation(session, selection, f"{number} to {event.title}, for "
                                f"{count_of(len(reasons), 'service')} that could claim")  # fmt: skip
            return
        made = invite_unclaimed(db, event, selection.people, rows, now=session.now)
    session.say(
        f"Invited {count_of(len(made.participants), 'person', 'people')} to {event.title}, for "
        f"{count_of(len(reasons), 'service')} that could claim; {made.already:,} on the list already."
    )
    _say_left_out(session, selection)


def _preview_invitation(session: Session, selection: Selection, words: str) -> None:
    columns = (
        Column("provider", "Provider"), Column("name", "Name"), Column("service", "For"), Column("why", "Why"),
    )  # fmt: skip
    rows = [(one.provider, one.contact, one.service, "; ".join(one.reasons)) for one in selection.people]
    session.show(Table("Who would be invited", columns, rows, exempt=NAMES_EXEMPT), None)
    _say_left_out(session, selection)
    session.say(f"It would invite {words}.", "Nothing was written. With --save they are invited.")


def _say_left_out(session: Session, selection: Selection) -> None:
    for one in selection.left_out:
        session.say(f"{one.service}: {one.reason}.")


# --- what was said, and what was decided ----------------------------------------------------------------------


def _note(session: Session, asked: argparse.Namespace) -> None:
    if asked.said is None:
        with session.reading() as db:
            session.show(_said_table(db, asked.provider), asked.out, db=db)
        return
    if not asked.fund:
        raise Problem("No fund is named. Say with --fund about which fund they were spoken to.")
    with session.writing() as db:
        provider, fund = choosing.provider(db, asked.provider), choosing.fund(db, asked.fund)
        made = add_approach(
            db, Whom(fund.id, provider.id), today=session.today, how=asked.how, outcome=asked.said,
            made_on=asked.on or session.today, again_on=asked.again,
        )  # fmt: skip
    again = f", to be asked again on {date_words(made.again_on)}" if made.again_on else ""
    session.say(f"Noted what {provider.name} said about {fund.name}{again}.")


def _said_table(db: Database, text: str) -> Table:
    provider = choosing.provider(db, text)
    names = {one.id: one.name for one in funds(db, archived=True)}
    columns = (
        Column("day", "Day", ColumnKind.DATE), Column("how", "How"), Column("fund", "Fund"),
        Column("said", "What was said"), Column("by", "By"), Column("again", "Ask again on", ColumnKind.DATE),
    )  # fmt: skip
    rows = [
        (
            one.made_on.isoformat(), one.how.label, names.get(one.fund_id, ""), one.outcome, one.by,
            one.again_on.isoformat() if one.again_on else None,
        )
        for one in approaches_of(db, provider.id)
    ]  # fmt: skip
    return Table(f"Spoken to about funding: {provider.name}", columns, rows, base=f"{count_of(len(rows), 'note')}.",
                 exempt=NAMES_EXEMPT)  # fmt: skip


def _decisions(session: Session, asked: argparse.Namespace) -> None:
    if asked.keep_today:
        with session.writing() as db:
            made = decide_again(db, asked.keep_today, now=session.now)
        session.say(f"Kept the answer of today: {made.outcome.label}.")
        return
    with session.reading() as db:
        changed = {one.kept.id: one for one in answers_now(db)}
        held = [one for one in decisions(db) if one.id in changed or not asked.changed]
        session.show(decisions_table(decision_rows(db, held, changed)), asked.out, db=db)
        session.say(*(f"{one.kept.id}: {one.sentence}" for one in changed.values()))
