"""Offers of a learning package to a service: made, accepted, begun, completed; declined, withdrawn, or not made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engagement.register.names import name_of
from engagement.register.ratings import overall_as_at
from engagement.register.vocabulary import Rating
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.report.exemption import Exemption
from resources.spans import refuse_after
from resources.tables import Cell
from resources.wording import date_words, lower_first
from workforce.training.packages.packages import kept_package, package
from workforce.training.vocabulary import OfferStatus

_COLUMNS = (
    "id, package_id, service_id, rating, rated_on, offered_on, offered_by, status, accepted_on, ended_on, reason, "
    "note"
)
OPEN = (OfferStatus.OFFERED, OfferStatus.ACCEPTED, OfferStatus.IN_PROGRESS)
"""There is still something to come of it."""
MAY_FOLLOW: Mapping[OfferStatus, tuple[OfferStatus, ...]] = {
    OfferStatus.OFFERED: (OfferStatus.ACCEPTED, OfferStatus.DECLINED, OfferStatus.WITHDRAWN),
    OfferStatus.ACCEPTED: (OfferStatus.IN_PROGRESS, OfferStatus.COMPLETED, OfferStatus.WITHDRAWN),
    OfferStatus.IN_PROGRESS: (OfferStatus.COMPLETED, OfferStatus.WITHDRAWN),
    OfferStatus.COMPLETED: (),
    OfferStatus.DECLINED: (),
    OfferStatus.WITHDRAWN: (),
    OfferStatus.NOT_OFFERED: (),
}
NAMED_EXEMPT = Exemption(
    3,
    "It says what the council offered to named services, how its contracts with them stand, and what they answered.",
)
"""Why a list of services that need a package is not for publication; how many there are is public."""
_NEEDS_REASON = (OfferStatus.DECLINED, OfferStatus.WITHDRAWN, OfferStatus.NOT_OFFERED)
_DID: Mapping[OfferStatus, str] = {
    OfferStatus.ACCEPTED: "Noted that {} accepted {}",
    OfferStatus.IN_PROGRESS: "Noted that {} began {}",
    OfferStatus.COMPLETED: "Noted that {} completed {}",
    OfferStatus.DECLINED: "Noted that {} declined {}",
    OfferStatus.WITHDRAWN: "Withdrew from {} the offer of {}",
}


@dataclass(frozen=True)
class PackageOffer:
    """One offer. `rating` and `rated_on` are what the register said of the service on the day of the offer."""

    id: str
    package_id: str
    service_id: str
    rating: Rating | None
    rated_on: date | None
    offered_on: date
    offered_by: str
    status: OfferStatus
    accepted_on: date | None
    ended_on: date | None
    reason: str
    note: str

    @property
    def is_open(self) -> bool:
        """Whether there is still something to come of it."""
        return self.status in OPEN


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _offer(row: tuple[Any, ...]) -> PackageOffer:
    (
        key,
        package_id,
        service,
        rating,
        rated_on,
        offered_on,
        by,
        status,
        accepted_on,
        ended_on,
        reason,
        note,
    ) = row
    return PackageOffer(
        key, package_id, service, Rating(rating) if rating else None, _day(rated_on), date.fromisoformat(offered_on),
        by, OfferStatus(status), _day(accepted_on), _day(ended_on), reason, note,
    )  # fmt: skip


def offer(db: Database, key: str) -> PackageOffer:
    """One by its key."""
    row = db.row(f"select {_COLUMNS} from package_offer where id = ?", (key,))
    if row is None:
        raise LookupError(f"no offer of a learning package {key}")
    return _offer(row)


def is_offer(db: Database, key: str) -> bool:
    """Whether the key is an offer’s."""
    return bool(db.value("select exists (select 1 from package_offer where id = ?)", (key,)))


def offers(db: Database) -> list[PackageOffer]:
    """Every offer, the latest first."""
    return [
        _offer(row)
        for row in db.rows(f"select {_COLUMNS} from package_offer order by offered_on desc, id desc")
    ]


def offers_of(db: Database, service_id: str) -> list[PackageOffer]:
    """What a service was offered, the latest first."""
    rows = db.rows(
        f"select {_COLUMNS} from package_offer where service_id = ? order by offered_on desc, id desc",
        (service_id,),
    )
    return [_offer(row) for row in rows]


# --- the verbs ------------------------------------------------------------------------------------------------


def offer_package(
    db: Database,
    service_id: str,
    named: str,
    *,
    today: date,
    offered_on: date | None = None,
    note: str = "",
) -> PackageOffer:
    """Offer a service a package by its name, with the rating it has that day."""
    on = offered_on or today
    refuse_after("offered_on", "Offered", on, today)
    with change(db, f"Offered {named} to {_name(db, service_id)}"):
        kept = kept_package(db, named)
        held = next(
            (one for one in offers_of(db, service_id) if one.package_id == kept.id and one.is_open), None
        )
        if held is not None:
            raise FieldProblem(
                "package",
                f"{_name(db, service_id)} was offered {kept.name} on {date_words(held.offered_on)} already, and it is "
                f"{lower_first(held.status.label)}. Note there what came of it, or choose another package.",
            )
        return _insert(db, service_id, kept.id, on, OfferStatus.OFFERED, note=note)


def mark_not_offered(
    db: Database, service_id: str, named: str, *, reason: str, today: date, on: date | None = None
) -> PackageOffer:
    """Note that a service is not offered a package, and why."""
    _check_reason(reason)
    day = on or today
    refuse_after("offered_on", "On", day, today)
    with change(db, f"Noted why {_name(db, service_id)} is not offered {named}"):
        kept = kept_package(db, named)
        return _insert(db, service_id, kept.id, day, OfferStatus.NOT_OFFERED, reason=reason, ended_on=day)


def set_offer_status(
    db: Database, key: str, status: OfferStatus, *, on: date, today: date, reason: str = ""
) -> PackageOffer:
    """Note what came of an offer: accepted, begun, completed, declined or withdrawn."""
    held = offer(db, key)
    name = package_name(db, held)
    if status not in MAY_FOLLOW[held.status]:
        raise Problem(
            f"The offer of {name} to {_name(db, held.service_id)} is {lower_first(held.status.label)}: it cannot "
            f"become {lower_first(status.label)}. Open it again first, or make a new offer."
        )
    refuse_after("on", "On", on, today)
    begins = held.accepted_on or held.offered_on
    if on < begins:
        raise FieldProblem(
            "on", f"On: {date_words(on)} is before {date_words(begins)}. Give that day or a later one."
        )
    if status in _NEEDS_REASON:
        _check_reason(reason)
    cells: dict[str, Cell] = {"status": status.value, "reason": reason.strip()}
    if status is OfferStatus.ACCEPTED or (status not in _NEEDS_REASON and held.accepted_on is None):
        cells["accepted_on"] = on.isoformat()
    if status not in OPEN:
        cells["ended_on"] = on.isoformat()
    with change(db, _DID[status].format(_name(db, held.service_id), name)):
        db.update_row("package_offer", key, cells)
    return offer(db, key)


def reopen_offer(db: Database, key: str) -> PackageOffer:
    """It goes on after all: as far as it had come before it ended."""
    held = offer(db, key)
    if held.is_open:
        raise Problem(f"This offer is {lower_first(held.status.label)}: it is open already.")
    if held.status is OfferStatus.NOT_OFFERED:
        raise Problem("This package was not offered. Make an offer instead.")
    began = db.value("select exists (select 1 from package_session where offer_id = ?)", (key,))
    status = (
        OfferStatus.IN_PROGRESS
        if began
        else OfferStatus.ACCEPTED
        if held.accepted_on
        else OfferStatus.OFFERED
    )
    with change(db, f"Opened again the offer of {package_name(db, held)} to {_name(db, held.service_id)}"):
        db.update_row("package_offer", key, {"status": status.value, "ended_on": None, "reason": ""})
    return offer(db, key)


def edit_offer(
    db: Database, key: str, *, today: date, offered_on: date | None = None, note: str | None = None
) -> PackageOffer:
    """Put right when it was offered, with the rating of that day, or what is noted of it."""
    held = offer(db, key)
    cells: dict[str, Cell] = {}
    if offered_on is not None and offered_on != held.offered_on:
        refuse_after("offered_on", "Offered", offered_on, today)
        until = held.accepted_on or held.ended_on
        if until is not None and offered_on > until:
            raise FieldProblem(
                "offered_on",
                f"Offered: {date_words(offered_on)} is after what came of it, on {date_words(until)}.",
            )
        cells |= {"offered_on": offered_on.isoformat(), **_rated(db, held.service_id, offered_on)}
    if note is not None:
        cells["note"] = note.strip()
    with change(db, f"Changed the offer of {package_name(db, held)} to {_name(db, held.service_id)}"):
        db.update_row("package_offer", key, cells)
    return offer(db, key)


def remove_offer(db: Database, key: str) -> None:
    """Take away an offer that was entered by mistake, with its sessions."""
    held = offer(db, key)
    with change(db, f"Removed the offer of {package_name(db, held)} to {_name(db, held.service_id)}"):
        for (session,) in db.rows("select id from package_session where offer_id = ?", (key,)):
            db.delete_row("package_session", session)
        db.delete_row("package_offer", key)


# --- beneath them ---------------------------------------------------------------------------------------------


def package_name(db: Database, held: PackageOffer) -> str:
    """What the package is called."""
    return package(db, held.package_id).name


def _name(db: Database, service_id: str) -> str:
    return name_of(db, "service", service_id)


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise FieldProblem("reason", "Why: nothing was entered. Say why in a few words.")


def _rated(db: Database, service_id: str, day: date) -> dict[str, Cell]:
    """The rating that stood on a day."""
    standing = overall_as_at(db, day, services=[service_id]).get(service_id)
    if standing is None:
        return {"rating": None, "rated_on": None}
    return {"rating": standing.rating.value, "rated_on": standing.published_on.isoformat()}


def _insert(
    db: Database, service_id: str, package_id: str, on: date, status: OfferStatus, *, reason: str = "", note: str = "",
    ended_on: date | None = None,
) -> PackageOffer:  # fmt: skip
    key = new_key()
    db.insert_row(
        "package_offer",
        {"id": key, "package_id": package_id, "service_id": service_id, **_rated(db, service_id, on),
         "offered_on": on.isoformat(), "offered_by": db.who, "status": status.value, "reason": reason.strip(),
         "ended_on": ended_on.isoformat() if ended_on else None, "note": note.strip()},
    )  # fmt: skip
    return offer(db, key)
