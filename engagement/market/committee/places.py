"""The services that a committee is told of: the council’s own on a day, lists of them, and which may be public."""

from collections.abc import Callable, Iterable
from datetime import date

from engagement.register.contracts import exempt_terms, fixed_labels, public_names
from engagement.register.council import council_names, own_area
from engagement.register.day_names import DayNames
from engagement.register.facts import key_list
from engagement.register.ratings import ActiveService, DatedRating, active_services, overall_as_at
from engagement.register.vocabulary import NO_DISTRICT, Rating, ServiceKind
from resources.database import Database
from resources.report.exemption import Exemption
from resources.report.leak_gate import search_lines
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, date_words

SOURCE = "Care Quality Commission"
LISTED = Exemption(
    3,
    "The list names a service of which something is held that is not for publication; a list without it would tell "
    "which one that is.",
)
"""Why services are counted in public and named in the exempt appendix alone."""


def where_words(db: Database) -> str:
    """' in Nottinghamshire'; '' while it is not known whose register it is."""
    names = council_names(db)
    return f" in {and_list(names)}" if names else ""


def newest_words(newest: date) -> str:
    """Until when CQC's files are held."""
    return f"The newest of CQC’s files that is held is of {date_words(newest)}."


def own_services(db: Database, day: date) -> list[ActiveService]:
    """The services of the council's area that were active on a day."""
    is_own = own_area(db)
    return [one for one in active_services(db, day) if is_own(one.authority)]


def exempt_as_a_list(db: Database, names: Iterable[Cell]) -> Exemption | None:
    """Why a list of services by these names is not for publication; None where all of them may be named.

    Where one may not, none of the list is public: what a reader finds missing from a list would tell of it.
    """
    said, terms, public = [str(name) for name in names], exempt_terms(db), public_names(db)
    return LISTED if search_lines(said, terms, fixed_labels=fixed_labels(db), public_names=public) else None


def described(name: str, kind: ServiceKind, district: str) -> str:
    """Rosewood House – nursing home – Bassetlaw."""
    told = kind.label if kind is ServiceKind.SHARED_LIVES else kind.label.lower()
    return " – ".join(part for part in (name, told, district) if part)


def service_list(
    db: Database,
    title: str,
    services: Iterable[ActiveService],
    names: DayNames,
    *,
    day: date,
    since: date,
    told: bool = False,
) -> Table:
    """Services with their rating on two days; `told` says former names where they were not said yet."""
    some = list(services)
    keys = [one.id for one in some]
    now, before = (overall_as_at(db, one, services=keys) for one in (day, since))
    providers = dict(
        db.rows(
            "select service.id, provider.name from service join provider on provider.id = provider_id "
            "where service.id in (select value from json_each(?))",
            (key_list(keys),),
        )
    )
    called: Callable[[str], str] = names.told if told else names.name
    rows = sorted(
        (
            (called(one.id), providers.get(one.id, ""), one.kind.label, one.district or NO_DISTRICT,
             _rating(before.get(one.id)), _rating(now.get(one.id)), _published(now.get(one.id)))
            for one in sorted(some, key=lambda one: names.name(one.id).casefold())
        ),
        key=lambda row: str(row[0]).casefold(),
    )  # fmt: skip
    return Table(title, _columns(since), rows, source=SOURCE, as_at=day)


def _columns(since: date) -> tuple[Column, ...]:
    return (
        Column("service", "Service", width=220),
        Column("provider", "Provider", width=200),
        Column("kind", "Kind of service", width=140),
        Column("district", "District", width=130),
        Column("before", f"Rating on {date_words(since)}", ColumnKind.RATING, 150),
        Column("rating", "Rating", ColumnKind.RATING, 150),
        Column("published_on", "Published", ColumnKind.DATE, 110),
    )


def _rating(one: DatedRating | None) -> Cell:
    return (one.rating if one else Rating.NOT_RATED).label


def _published(one: DatedRating | None) -> Cell:
    return one.published_on.isoformat() if one else None
