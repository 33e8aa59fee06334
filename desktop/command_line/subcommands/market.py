"""The market: ratings by area and kind of service on a day, the change since another, sentences, and the summary."""

import argparse
from datetime import date
from typing import Any

from desktop.command_line.options import a_day, a_market_kind, add_document, add_out, filtered
from desktop.command_line.session import Session
from desktop.documents import save_exempt, save_public
from engagement.market.as_at import authorities_held, dates_held, market_on, regions_held
from engagement.market.market_table import MarketTable, change_table, document_table, kind_table, wide_table
from engagement.market.published import published_dates, published_on
from engagement.market.scope import Scope, ScopeKind, areas_to_speak_of, market_in, scopes_held, sentences_of
from engagement.market.sections import market_summary
from engagement.register.council import council
from engagement.register.vocabulary import MarketKind
from resources.database import Database
from resources.geography import region_of, same_authority
from resources.problem import Problem
from resources.tables import Table
from resources.wording import and_list, date_words


def add_commands(commands: Any) -> None:
    """The tables and the Word summary."""
    market = commands.add_parser("market", help="the table of ratings by authority and kind of service")
    _add_scope(market)
    market.add_argument(
        "--authority", action="append", default=[], metavar="NAME", help="these authorities (may be repeated)"
    )
    market.add_argument(
        "--published", action="store_true", help="the figures as they were published, not counted"
    )
    market.add_argument("--kind", type=a_market_kind, action="append", metavar="KIND",
                        help="nursing, residential or domiciliary (may be repeated)")  # fmt: skip
    market.add_argument(
        "--wide", action="store_true", help="one table of all kinds, in the layout of the committee's report"
    )
    market.add_argument(
        "--sentences", metavar="AREA", help="what may be said of one authority among the others"
    )
    add_out(market)
    market.set_defaults(run=_market)
    summary = commands.add_parser("market-summary", help="the Word summary of the market")
    add_document(summary)
    _add_scope(summary)
    summary.add_argument("--about", metavar="AREA", help="the area that the sentences speak of")
    summary.add_argument("--exempt", action="store_true", help="also save the exempt appendix beside it")
    summary.set_defaults(run=_summary)


def _add_scope(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-at", type=a_day, metavar="DATE", help="the day (otherwise that of the newest file)"
    )
    parser.add_argument("--compare", type=a_day, metavar="DATE", help="show the change since this day")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--region", metavar="NAME", help="the authorities of a region")
    which.add_argument("--districts-of", metavar="AUTHORITY", help="the districts of one authority")


def _scope(db: Database, asked: argparse.Namespace) -> Scope:
    """What was asked for; otherwise the one region that is held, or everything."""
    if asked.region:
        return Scope(ScopeKind.REGION, _held(regions_held(db), asked.region, "region"))
    if asked.districts_of:
        return Scope(ScopeKind.DISTRICTS, _held(authorities_held(db), asked.districts_of, "authority"))
    regions = [scope for scope in scopes_held(db) if scope.kind is ScopeKind.REGION]
    return regions[0] if len(regions) == 1 else Scope(ScopeKind.ALL)


def _held(names: list[str], asked: str, what: str) -> str:
    found = [name for name in names if name.casefold() == asked.casefold() or same_authority(name, asked)]
    if found:
        return found[0]
    known = f"Choose {and_list(names[:20], 'or')}." if names else "Import CQC's files first."
    raise Problem(f"The register holds no {what} “{asked}”. {known}")


def _day(db: Database, asked: date | None, today: date) -> date:
    return asked or next(iter(dates_held(db)), today)


# --- tables ---------------------------------------------------------------------------------------------


def _market(session: Session, asked: argparse.Namespace) -> None:
    if asked.wide and asked.kind:
        raise Problem(
            "--wide is one table of every kind of service, so --kind has no part in it. Leave one out."
        )
    with session.reading() as db:
        scope, day = _scope(db, asked), _day(db, asked.as_at, session.today)
        if asked.published:
            scope, market = _published(db, asked)
        else:
            market = _drawn(db, asked, scope, day)
        if asked.sentences:
            session.say(*_said(db, asked, scope, market))
            return
        tables = _tables(asked, market)
        if asked.compare:
            labels = [kind.label for kind in asked.kind or MarketKind]
            tables.append(filtered(change_table(_earlier(db, asked, scope), market), {"kind": labels}))
        session.show(tables, asked.out, db=db)


def _drawn(db: Database, asked: argparse.Namespace, scope: Scope, day: date) -> MarketTable:
    if asked.authority:
        held = authorities_held(db)
        return market_on(db, day, authorities=[_held(held, name, "authority") for name in asked.authority])
    return market_in(db, scope, day)


def _earlier(db: Database, asked: argparse.Namespace, scope: Scope) -> MarketTable:
    return published_on(db, asked.compare) if asked.published else _drawn(db, asked, scope, asked.compare)


def _published(db: Database, asked: argparse.Namespace) -> tuple[Scope, MarketTable]:
    """A published table, and the region that its areas lie in where it is one."""
    days = published_dates(db)
    day = asked.as_at or next(iter(days), None)
    if day is None or day not in days:
        known = (
            f" Published figures are held for {and_list([date_words(one) for one in days])}." if days else ""
        )
        raise Problem(
            "No published figures are held for that day. Bring them in with “provider-desk published-ratings”."
            + known
        )
    market = published_on(db, day)
    regions = {region_of(area) for area in market.areas} - {None}
    scope = Scope(ScopeKind.REGION, str(regions.pop())) if len(regions) == 1 else Scope(ScopeKind.ALL)
    return scope, market


def _tables(asked: argparse.Namespace, market: MarketTable) -> list[Table]:
    """A CSV holds one table, so it has the wide one; a page holds fewer columns than a screen."""
    ending = asked.out.suffix.casefold() if asked.out else ""
    kinds = asked.kind or tuple(MarketKind)
    if asked.wide or (ending == ".csv" and not asked.kind and not asked.compare):
        return [wide_table(market)]
    table_of = document_table if ending == ".docx" else kind_table
    return [table_of(market, kind) for kind in kinds]


def _said(db: Database, asked: argparse.Namespace, scope: Scope, market: MarketTable) -> list[str]:
    area = _held(list(market.areas), asked.sentences, "area")
    return [one.text for one in sentences_of(market, scope, area)]


# --- the document ---------------------------------------------------------------------------------------


def _summary(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        scope, day = _scope(db, asked), _day(db, asked.as_at, session.today)
        report = market_summary(db, scope, day, area=_area(db, asked, scope, day), before=asked.compare)
        session.saved(save_public(db, report, asked.document))
        if asked.exempt:
            appendix = save_exempt(report, asked.document)
            session.saved(appendix)
            if appendix is None:
                session.say("Nothing in it is exempt, so there is no appendix.")


def _area(db: Database, asked: argparse.Namespace, scope: Scope, day: date) -> str:
    """The area asked for; otherwise the council's own where it is in the table, or the first that is."""
    areas = areas_to_speak_of(db, scope, market_in(db, scope, day))
    if asked.about:
        return _held(areas, asked.about, "area")
    own = council(db)
    return own if own in areas else next(iter(areas), "")
