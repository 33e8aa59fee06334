"""What a market table is drawn of: all areas held, one region, the districts of one authority, or published figures."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from engagement.market.as_at import (
    authorities_held,
    dates_held,
    market_of_districts,
    market_on,
    regions_held,
)
from engagement.market.market_sentences import MarketSentence, among_region, market_sentences, number_sentence
from engagement.market.market_table import MarketTable
from engagement.market.published import published_areas, published_dates, published_on
from engagement.register.council import council
from engagement.register.vocabulary import MarketKind
from resources.database import Database
from resources.geography import region_of, same_authority


class ScopeKind(Enum):
    """Which rows the table has."""

    ALL = "all"
    REGION = "region"
    DISTRICTS = "districts"
    PUBLISHED = "published"


@dataclass(frozen=True)
class Scope:
    """One choice of rows; `name` is the region or the authority.

    Of published figures it is the region that all their areas lie in, or ''.
    """

    kind: ScopeKind
    name: str = ""

    @property
    def words(self) -> str:
        """As a person chooses it."""
        if self.kind is ScopeKind.ALL:
            return "All authorities held"
        if self.kind is ScopeKind.PUBLISHED:
            return f"Published figures, {self.name}" if self.name else "Published figures"
        return self.name if self.kind is ScopeKind.REGION else f"Districts of {self.name}"

    @property
    def among(self) -> str:
        """What a ranking sentence ends with."""
        if self.kind is ScopeKind.DISTRICTS:
            return f"in {self.name}"
        if self.name:
            return among_region(self.name)
        return f"among the authorities {'published' if self.kind is ScopeKind.PUBLISHED else 'held'}"

    @property
    def text(self) -> str:
        """How it is remembered and given on the command line: `region:East Midlands`."""
        return f"{self.kind.value}:{self.name}" if self.name else self.kind.value


def scope_from(text: str) -> Scope:
    """A scope from its text; anything else is all authorities."""
    kind, _, name = text.partition(":")
    known = {one.value: one for one in ScopeKind}
    needs_name = kind in (ScopeKind.REGION.value, ScopeKind.DISTRICTS.value)
    return Scope(known[kind], name) if kind in known and (name or not needs_name) else Scope(ScopeKind.ALL)


def scopes_held(db: Database) -> list[Scope]:
    """Every scope that can be drawn: the register's, the widest first, then what was published."""
    regions = [Scope(ScopeKind.REGION, name) for name in regions_held(db)]
    districts = [
        Scope(ScopeKind.DISTRICTS, name)
        for (name,) in db.rows(
            "select authority from service where authority <> '' and district <> '' group by authority "
            "having count(distinct district) > 1 order by authority"
        )
    ]
    counted = [Scope(ScopeKind.ALL), *regions, *districts] if dates_held(db) else []
    areas = published_areas(db)
    return [*counted, Scope(ScopeKind.PUBLISHED, _one_region(areas))] if areas else counted


def _one_region(areas: list[str]) -> str:
    found = {region_of(area) for area in areas}
    return (found.pop() or "") if len(found) == 1 else ""


def days_held(db: Database, scope: Scope) -> list[date]:
    """The days on which a scope can be drawn, newest first."""
    return published_dates(db) if scope.kind is ScopeKind.PUBLISHED else dates_held(db)


def market_in(db: Database, scope: Scope, day: date) -> MarketTable:
    """The table of a day for a scope."""
    if scope.kind is ScopeKind.PUBLISHED:
        return published_on(db, day)
    if scope.kind is ScopeKind.DISTRICTS:
        return market_of_districts(db, day, scope.name)
    return market_on(db, day, region=scope.name if scope.kind is ScopeKind.REGION else None)


def sentences_of(market: MarketTable, scope: Scope, area: str) -> list[MarketSentence]:
    """What may be said of one row among the others; nothing when it is not in the table."""
    if area not in market.areas:
        return []
    if not any(market.profile(area, kind).grades for kind in MarketKind):
        return [MarketSentence(f"No ratings are held for services in {area} on that day.", None, None)]
    number = number_sentence(market, area, among=scope.among)
    said = {one.text: one for one in reversed(market_sentences(market, area, among=scope.among))}
    return ([number] if number else []) + list(reversed(said.values()))


def areas_to_speak_of(db: Database, scope: Scope, market: MarketTable) -> list[str]:
    """The rows that a sentence can be about, the council's own first, then those of the register, by name."""
    if scope.kind is ScopeKind.DISTRICTS:
        return list(market.areas)
    own, held = council(db), set(authorities_held(db))
    return sorted(market.areas, key=lambda area: (not same_authority(area, own), area not in held, area))
