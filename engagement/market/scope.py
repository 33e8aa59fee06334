"""What a market table is drawn of: all areas held, one region, or the districts of one authority."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from engagement.market.as_at import authorities_held, market_of_districts, market_on, regions_held
from engagement.market.market_sentences import MarketSentence, among_region, market_sentences, number_sentence
from engagement.market.market_table import MarketTable
from engagement.register.vocabulary import MarketKind
from resources.database import Database


class ScopeKind(Enum):
    """Which rows the table has."""

    ALL = "all"
    REGION = "region"
    DISTRICTS = "districts"


@dataclass(frozen=True)
class Scope:
    """One choice of rows; `name` is the region or the authority."""

    kind: ScopeKind
    name: str = ""

    @property
    def words(self) -> str:
        """As a person chooses it."""
        if self.kind is ScopeKind.ALL:
            return "All authorities held"
        return self.name if self.kind is ScopeKind.REGION else f"Districts of {self.name}"

    @property
    def among(self) -> str:
        """What a ranking sentence ends with."""
        if self.kind is ScopeKind.REGION:
            return among_region(self.name)
        return f"in {self.name}" if self.kind is ScopeKind.DISTRICTS else "among the authorities held"

    @property
    def text(self) -> str:
        """How it is remembered and given on the command line: `region:East Midlands`."""
        return f"{self.kind.value}:{self.name}" if self.name else self.kind.value


def scope_from(text: str) -> Scope:
    """A scope from its text; anything else is all authorities."""
    kind, _, name = text.partition(":")
    known = {one.value: one for one in ScopeKind}
    return Scope(known[kind], name) if kind in known and (name or kind == "all") else Scope(ScopeKind.ALL)


def scopes_held(db: Database) -> list[Scope]:
    """Every scope that the register can draw, the widest first."""
    regions = [Scope(ScopeKind.REGION, name) for name in regions_held(db)]
    districts = [
        Scope(ScopeKind.DISTRICTS, name)
        for (name,) in db.rows(
            "select authority from service where authority <> '' and district <> '' group by authority "
            "having count(distinct district) > 1 order by authority"
        )
    ]
    return [Scope(ScopeKind.ALL), *regions, *districts]


def market_in(db: Database, scope: Scope, day: date) -> MarketTable:
    """The table of a day for a scope."""
    if scope.kind is ScopeKind.DISTRICTS:
        return market_of_districts(db, day, scope.name)
    return market_on(db, day, region=scope.name if scope.kind is ScopeKind.REGION else None)


def sentences_of(market: MarketTable, scope: Scope, area: str) -> list[MarketSentence]:
    """What may be said of one row among the others; nothing when it is not in the table."""
    if area not in market.areas:
        return []
    number = number_sentence(market, area, among=scope.among)
    said = {one.text: one for one in reversed(market_sentences(market, area, among=scope.among))}
    has_any = any(market.profile(area, kind).rated for kind in MarketKind)
    return ([number] if number and has_any else []) + list(reversed(said.values()))


def areas_to_speak_of(db: Database, scope: Scope, market: MarketTable) -> list[str]:
    """The rows that a sentence can be about, the one with most services of the team's own first."""
    if scope.kind is ScopeKind.DISTRICTS:
        return list(market.areas)
    held = set(authorities_held(db))
    return sorted(market.areas, key=lambda area: (area not in held, area))
