"""Services of ours that stand Inadequate or Requires improvement, and what was done about each since that rating."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engagement.register.contracts import contracts_on
from engagement.register.council import own_area
from engagement.register.facts import key_list
from engagement.register.ratings import active_services, overall_as_at
from engagement.register.vocabulary import GRADES, ContractStatus, KeyQuestion, Rating, ServiceKind
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, lower_first
from workforce.training.packages.offers import NAMED_EXEMPT, PackageOffer, offers
from workforce.training.packages.packages import packages
from workforce.training.vocabulary import OfferStatus

LOW = (Rating.INADEQUATE, Rating.REQUIRES_IMPROVEMENT)
TO_DECIDE = "To decide"
_FURTHEST_FIRST = (
    OfferStatus.IN_PROGRESS, OfferStatus.ACCEPTED, OfferStatus.OFFERED, OfferStatus.COMPLETED, OfferStatus.DECLINED,
    OfferStatus.WITHDRAWN, OfferStatus.NOT_OFFERED,
)  # fmt: skip


@dataclass(frozen=True)
class NeedsPackage:
    """A service that stands low. `before` is the grade before this one; `offers` those since, and any still open."""

    service_id: str
    service: str
    provider_id: str
    provider: str
    kind: ServiceKind
    district: str
    rating: Rating
    rated_on: date
    before: Rating | None
    contract: ContractStatus
    offers: tuple[PackageOffer, ...]
    earlier: tuple[PackageOffer, ...]

    @property
    def became(self) -> bool:
        """Whether it was better before, or had no grade."""
        return self.before is None or GRADES.index(self.before) > GRADES.index(self.rating)

    @property
    def change(self) -> str:
        """What it was before: First rating, Was Good, As before."""
        if self.before is None:
            return "First rating"
        return "As before" if self.before is self.rating else f"Was {self.before.label}"

    @property
    def is_undecided(self) -> bool:
        """Whether nothing was offered since, nor noted why not."""
        return not self.offers

    @property
    def state(self) -> str:
        """To decide, or how far the offer is that has come furthest."""
        statuses = {one.status for one in self.offers}
        return next((one.label for one in _FURTHEST_FIRST if one in statuses), TO_DECIDE)


def worklist(db: Database, *, on: date) -> list[NeedsPackage]:
    """Those that stand low on a day: first those still to decide, the worst and then the newest rating first."""
    is_ours = own_area(db)
    active = {one.id: one for one in active_services(db, on) if is_ours(one.authority)}
    low = {key: one for key, one in overall_as_at(db, on, services=active).items() if one.rating in LOW}
    before = _before(db, {key: one.published_on for key, one in low.items()})
    contracts = contracts_on(db, on, services=low)
    made = _offers_by_service(db)
    names = _names(db, low)
    found = []
    for key, rated in low.items():
        all_offers = [one for one in made.get(key, ()) if one.offered_on <= on]
        since = tuple(one for one in all_offers if one.offered_on >= rated.published_on or one.is_open)
        name, provider_id, provider = names[key]
        found.append(
            NeedsPackage(
                key, name, provider_id, provider, active[key].kind, active[key].district, rated.rating,
                rated.published_on, before.get(key),
                contracts[key].status if key in contracts else ContractStatus.NONE, since,
                tuple(one for one in all_offers if one not in since),
            )
        )  # fmt: skip
    return sorted(found, key=_order)


def _order(one: NeedsPackage) -> tuple[bool, int, int, str]:
    return not one.is_undecided, GRADES.index(one.rating), -one.rated_on.toordinal(), one.service.casefold()


def _before(db: Database, rated_on: Mapping[str, date]) -> dict[str, Rating]:
    """The grade that each service had before the one of its day."""
    rows = db.rows(
        """select service_id, rating, published_on from rating where key_question = ?
        and service_id in (select value from json_each(?)) order by published_on""",
        (KeyQuestion.OVERALL.value, key_list(rated_on)),
    )
    found: dict[str, Rating] = {}
    for key, rating, published_on in rows:
        if published_on < rated_on[key].isoformat() and Rating(rating).is_rated:
            found[key] = Rating(rating)
    return found


def _offers_by_service(db: Database) -> dict[str, list[PackageOffer]]:
    found: dict[str, list[PackageOffer]] = {}
    for one in offers(db):
        found.setdefault(one.service_id, []).append(one)
    return found


def _names(db: Database, keys: Mapping[str, object]) -> dict[str, tuple[str, str, str]]:
    rows = db.rows(
        """select service.id, service.name, provider.id, provider.name from service
        join provider on provider.id = provider_id where service.id in (select value from json_each(?))""",
        (key_list(keys),),
    )
    return {key: (name, provider_id, provider) for key, name, provider_id, provider in rows}


# --- as a table -----------------------------------------------------------------------------------------------

WORKLIST_COLUMNS = (
    Column("service", "Service", width=190),
    Column("rating", "Rating", ColumnKind.RATING, 172),
    Column("rated_on", "Published", ColumnKind.DATE, 104),
    Column("change", "Before", width=186),
    Column("state", "Package", ColumnKind.STATUS, 110),
    Column("packages", "Offered since", width=230),
    Column("contract", "Contract", width=116),
    Column("district", "District", width=120),
    Column("kind", "Kind", width=126),
    Column("provider", "Provider", width=190),
)


def worklist_row(one: NeedsPackage, names: Mapping[str, str]) -> tuple[Cell, ...]:
    """A row of the worklist; `names` are those of the packages."""
    return (
        one.service, one.rating.label, one.rated_on.isoformat(), one.change, one.state, offers_words(one.offers, names),
        one.contract.label, one.district, one.kind.label, one.provider,
    )  # fmt: skip


def offers_words(some: Sequence[PackageOffer], names: Mapping[str, str]) -> str:
    """Moving and Handling (accepted) and Medicines Management (offered)."""
    return and_list([f"{names[one.package_id]} ({lower_first(one.status.label)})" for one in reversed(some)])


def package_names(db: Database) -> dict[str, str]:
    """What each package is called, archived ones too."""
    return {one.id: one.name for one in packages(db, archived=True) if one.id}


def worklist_table(db: Database, *, on: date) -> Table:
    """The worklist."""
    found, names = worklist(db, on=on), package_names(db)
    return Table(
        "Services rated Inadequate or Requires improvement", WORKLIST_COLUMNS,
        [worklist_row(one, names) for one in found], base=worklist_words(found), as_at=on, exempt=NAMED_EXEMPT,
    )  # fmt: skip


def worklist_words(found: Sequence[NeedsPackage]) -> str:
    """12 services: 3 Inadequate and 9 Requires improvement; 5 to decide."""
    each = [
        f"{number} {rating.label}" for rating in LOW if (number := sum(one.rating is rating for one in found))
    ]
    undecided = sum(one.is_undecided for one in found)
    said = f"{count_of(len(found), 'service')}: {and_list(each)}" if found else "No service"
    return f"{said}; {undecided:,} to decide" if found else said
