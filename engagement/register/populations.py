"""The services that a reader can list for themselves, as the check of subtraction sees them on a day."""

import re
from collections.abc import Sequence
from datetime import date

from engagement.register.contracts import contracts_on
from engagement.register.council import council, own_area
from engagement.register.names import other_names
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind, market_kind
from resources.database import Database
from resources.geography import districts_of
from resources.report.gate.known import Place, ScopeWords
from resources.words import sql_values

_MAY_BE_TOWNS = 2  # parts at the end of an address that may be a town or a county
_TOWN = re.compile(r"[A-Z][A-Za-z’'-]+(?: [A-Za-z’'-]+){0,3}")
_STREET = re.compile(
    r"\b(?:street|road|lane|avenue|close|drive|way|court|house|place|crescent|gardens|hill|terrace|park|row|walk|view|"
    r"grove|square|estate|mews|rise|green|unit|floor)$",
    re.IGNORECASE,
)
_EXEMPT = sql_values(status for status in ContractStatus if status.is_exempt_when_named)


def places_on(db: Database, day: date) -> list[Place]:
    """Each service with a contract on the day, and each other of the council's area. Exempt: it is or ever was so."""
    is_own = own_area(db)
    held = contracts_on(db, day)
    ever = {key for (key,) in db.rows(f"select service_id from contract_status where status in ({_EXEMPT})")}
    ratings = dict(
        db.rows(
            """select service_id, rating from rating where key_question = 'overall' and published_on <= ?
            order by published_on, id""",
            (day.isoformat(),),
        )
    )
    rows = db.rows(
        """select service.id, service.name, also_known_as, kind, district, authority, provider.name,
            service.address, service.beds from service
        join provider on provider.id = provider_id
        where service.archived_on is null or service.archived_on > ? order by service.id""",
        (day.isoformat(),),
    )
    return [
        Place(
            id=key,
            names=(name, *other_names(also)),
            kind=kind,
            district=district,
            provider=provider,
            rating=str(ratings.get(key, "")),
            has_contract=key in held and held[key].status is not ContractStatus.TERMINATED,
            is_exempt=key in ever,
            is_under=held[key].status.value if key in held and held[key].status.is_exempt_when_named else "",
            towns=_towns_of(address),
            beds=beds or None,
        )
        for key, name, also, kind, district, authority, provider, address, beds in rows
        if key in held or is_own(authority)
    ]


def _towns_of(address: str) -> frozenset[str]:
    """The ends of an address that may be a town: no street, and without a number."""
    parts = [" ".join(part.split()) for part in address.split(",")][1:][-_MAY_BE_TOWNS:]
    return frozenset(part for part in parts if _TOWN.fullmatch(part) and not _STREET.search(part))


def reasons_held(db: Database) -> list[str]:
    """Why contracts were suspended, terminated or put under notice, as somebody wrote it."""
    rows = db.rows(
        f"select distinct reason from contract_status where status in ({_EXEMPT}) and reason <> '' order by 1"
    )
    return [reason for (reason,) in rows]


def scope_words(db: Database, places: Sequence[Place]) -> ScopeWords:
    """What reports call kinds, districts and ratings."""
    districts = {one.district for one in places if one.district} | set(districts_of(council(db)))
    return ScopeWords(
        kinds={kind.value: _words_of(kind) for kind in ServiceKind},
        districts={one: (one,) for one in sorted(districts)},
        ratings={one.value: (one.label,) for one in Rating if one.is_rated},
    )


def _words_of(kind: ServiceKind) -> tuple[str, ...]:
    market = market_kind(kind)
    named = (kind.label,) if market is None else (kind.label, market.singular, market.plural)
    return (*named, *_OTHER_WORDS.get(kind, ()))


_CARE_HOMES = ("care home", "care homes")
_OTHER_WORDS: dict[ServiceKind, tuple[str, ...]] = {
    ServiceKind.NURSING_HOME: _CARE_HOMES,
    ServiceKind.RESIDENTIAL_HOME: _CARE_HOMES,
    ServiceKind.HOME_CARE: (
        "homecare",
        "home based care",
        "domiciliary care",
        "domiciliary agency",
        "domiciliary agencies",
    ),
}
"""What reports say besides; a word of two kinds means both."""
