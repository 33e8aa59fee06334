"""The council's contract with a service: its status from day to day.

**Which named service is suspended is exempt; how many are is public.** The same holds for an improvement notice and
for a termination: said of a named service each is information on the business affairs of a particular person
(Schedule 12A, paragraph 3), and the committee gets the names in an exempt appendix. The public report says
"285 homes have a contract with the Council, of which three have their contracts suspended" (`counts_on`). A status
that has ended is still exempt: `exempt_terms` gives every name that such a service ever bore, for the check that each
public document passes before it is saved.

A status holds from `from_on` until the day before `until_on`, or still where that is None. Where two hold on one day
(after a merge) the one that began last counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from engagement.register import exempt_words, facts
from engagement.register.council import council
from engagement.register.names import other_names
from engagement.register.vocabulary import ContractStatus, KeyQuestion, MarketKind, Rating, ServiceKind
from resources.database import Database, change, history, new_key
from resources.geography import districts, districts_of
from resources.problem import FieldProblem, Problem
from resources.report.exempt_names import ExemptTerm, KnownWords, telling_words
from resources.report.exemption import Exemption
from resources.tables import Cell
from resources.wording import date_words, possessive

EXEMPTION = Exemption(
    3,
    "The information would add a limited amount to public understanding of the issues but may damage the financial "
    "or business affairs of any particular person (including the Council).",
)
"""What a named service under an improvement notice, suspended or terminated is kept back under."""

_COLUMNS = "id, service_id, status, from_on, until_on, reason"
_EXEMPT_WORDS = {
    ContractStatus.IMPROVEMENT_NOTICE: "improvement notice",
    ContractStatus.SUSPENDED: "contract suspended",
    ContractStatus.TERMINATED: "contract terminated",
}
_ACTIONS = {
    ContractStatus.NONE: "Ended the contract of {}",
    ContractStatus.ACTIVE: "Began the contract of {}",
    ContractStatus.IMPROVEMENT_NOTICE: "Gave {} an improvement notice",
    ContractStatus.SUSPENDED: "Suspended the contract of {}",
    ContractStatus.TERMINATED: "Terminated the contract of {}",
}


@dataclass(frozen=True)
class StatusPeriod:
    """One status from a day until the day before another (None: still)."""

    id: str
    service_id: str
    status: ContractStatus
    from_on: date
    until_on: date | None
    reason: str

    @property
    def words(self) -> str:
        """Suspended since 3 June 2019; Active from 1 April 2018 to 2 June 2019."""
        if self.until_on is None:
            return f"{self.status.label} since {date_words(self.from_on)}"
        last = date.fromordinal(max(self.until_on.toordinal() - 1, self.from_on.toordinal()))
        return f"{self.status.label} from {date_words(self.from_on)} to {date_words(last)}"


def _period(row: tuple[Any, ...]) -> StatusPeriod:
    return StatusPeriod(
        row[0], row[1], ContractStatus(row[2]), date.fromisoformat(row[3]), facts.as_day(row[4]), row[5]
    )


def contract_history(db: Database, service: str) -> list[StatusPeriod]:
    """Every status that the contract has had, newest first."""
    rows = db.rows(
        f"select {_COLUMNS} from contract_status where service_id = ? order by from_on desc, id desc",
        (service,),
    )
    return [_period(row) for row in rows]


def status_period(db: Database, key: str) -> StatusPeriod:
    """One entry of a contract's history."""
    row = db.row(f"select {_COLUMNS} from contract_status where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no contract status {key}")
    return _period(row)


def contracts_on(
    db: Database, day: date, *, services: Iterable[str] | None = None
) -> dict[str, StatusPeriod]:
    """What held on a day, by service; services without a contract are left out."""
    wanted = None if services is None else set(services)
    only = " and service_id in (select value from json_each(?))" if wanted is not None else ""
    rows = db.rows(
        f"select {_COLUMNS} from contract_status where from_on <= ? and (until_on is null or until_on > ?){only} "
        "order by from_on, id",
        (day.isoformat(), day.isoformat(), *([facts.key_list(wanted)] if wanted is not None else [])),
    )
    return {row[1]: _period(row) for row in rows}


def status_on(db: Database, service: str, day: date) -> ContractStatus:
    """Where the contract stood on a day."""
    period = contracts_on(db, day, services=[service]).get(service)
    return period.status if period else ContractStatus.NONE


@dataclass(frozen=True)
class ContractCounts:
    """How many services stood where on a day. Public: it names nobody."""

    as_at: date
    numbers: dict[ContractStatus, int]

    @property
    def with_contract(self) -> int:
        """Those with a contract that has not been terminated: active, under notice or suspended."""
        return sum(
            number for status, number in self.numbers.items() if status is not ContractStatus.TERMINATED
        )


def counts_on(db: Database, day: date, *, kinds: Iterable[ServiceKind] | None = None) -> ContractCounts:
    """How many services had each status on a day; of some kinds only, where they are given."""
    wanted = {kind.value for kind in (ServiceKind if kinds is None else kinds)}
    archived_by = day.isoformat()
    counted = {
        key: kind
        for key, kind in db.rows(
            "select id, kind from service where archived_on is null or archived_on > ?", (archived_by,)
        )
    }
    numbers: dict[ContractStatus, int] = {
        status: 0 for status in ContractStatus if status != ContractStatus.NONE
    }
    for period in contracts_on(db, day).values():
        if counted.get(period.service_id) in wanted:
            numbers[period.status] += 1
    return ContractCounts(day, numbers)


def exempt_terms(db: Database) -> list[ExemptTerm]:
    """Every name that a service bears or bore, and its other names, if it is or ever was under an exempt status.

    A name given up since, by an edit, a file of CQC's or a merge, still tells readers which service is meant. So do its
    telling words: see `exempt_words`.
    """
    of_service = _exempt_services(db)
    names = _names_ever(db, {service for service, _ in of_service})
    ordered = sorted((names[service][0], status, service) for service, status in of_service if names[service])
    known = exempt_words.known_words(db, names, fixed_labels(db)) if ordered else KnownWords()
    terms = [
        ExemptTerm(name, _EXEMPT_WORDS[ContractStatus(status)], telling_words(name, known))
        for _, status, service in ordered
        for name in names[service]
    ]
    return list(dict.fromkeys(terms))


def public_names(db: Database) -> frozenset[str]:
    """Names that a public document may hold: of services never under an exempt status, of providers that run only
    such, and of the council and its officers.
    """
    exempt = {service for service, _ in _exempt_services(db)}
    return exempt_words.public_names(db, exempt) | {council(db), db.who} - {""}


def _exempt_services(db: Database) -> set[tuple[str, str]]:
    """Each service with each exempt status that it has or had, also of services merged into others since."""
    exempt = [status.value for status in ContractStatus if status.is_exempt_when_named]
    held = db.rows(
        "select id, service_id, status from contract_status where status in (select value from json_each(?))",
        (facts.key_list(exempt),),
    )
    return {(service, status) for _, service, status in held} | _of_merged_services(db, held)


def _of_merged_services(db: Database, held: list[tuple[str, str, str]]) -> set[tuple[str, str]]:
    """Services that had one of the statuses before they were merged into another, and are no more."""
    status_of = {key: status for key, _, status in held}
    earlier = history.earlier_values(db, "contract_status", status_of, ("service_id",))
    there = {
        key
        for (key,) in db.rows(
            "select id from service where id in (select value from json_each(?))",
            (facts.key_list(service for _, service in earlier),),
        )
    }
    return {(service, status_of[key]) for key, service in earlier if service not in there}


def _names_ever(db: Database, services: set[str]) -> dict[str, list[str]]:
    """The names of each service, its own first, then its other names, then those of earlier days."""
    now = db.rows(
        "select id, name, also_known_as from service where id in (select value from json_each(?))",
        (facts.key_list(services),),
    )
    names: dict[str, list[str]] = {service: [] for service in services}
    for service, name, also in (
        *now, *history.earlier_values(db, "service", services, ("name", "also_known_as")),
    ):  # fmt: skip
        names[service] += [part for part in ((name or "").strip(), *other_names(also or "")) if part]
    return names


def fixed_labels(db: Database) -> set[str]:
    """What public documents print of themselves: kinds, ratings, statuses, authorities, the council's districts.

    A service may be called 'Good' or 'Bassetlaw'; `leak_gate.search` tells what then is no hit. Districts of other
    councils are left out, since many a home is called 'Eden' or 'High Peak'.
    """
    words = (*ServiceKind, *MarketKind, *Rating, *KeyQuestion, *ContractStatus)
    places = {name for one in districts().values() for name in (one.authority, one.region)}
    kinds = {kind.singular for kind in MarketKind}
    return {word.label for word in words} | kinds | places | set(districts_of(council(db)))


# --- changing it --------------------------------------------------------------------------------------------


def set_contract_status(
    db: Database, service: str, status: ContractStatus, from_on: date, reason: str = "", *, today: date
) -> StatusPeriod | None:
    """The contract has this status from a day on; what held until then ends that day.

    NONE ends the contract. A day to come is refused: the register says what is, so it is recorded on the day.
    """
    facts.not_after("contract_status", "from_on", {"from_on": from_on.isoformat()}, today)
    history = contract_history(db, service)
    name = _name(db, service)
    for period in history:
        _begins_after(name, period, from_on)
    running = [period for period in history if period.until_on is None]
    if (not running and status is ContractStatus.NONE) or any(period.status is status for period in running):
        already = running[0].words if running else "there is no contract"
        raise FieldProblem("status", f"Contract: {already} at {name} already. Choose another status.")
    cells: dict[str, Cell] = {
        "id": new_key(), "service_id": service, "status": status.value, "from_on": from_on.isoformat(),
        "reason": reason.strip(),
    }  # fmt: skip
    lifted = status is ContractStatus.ACTIVE and running
    with change(db, ("Made the contract of {} active again" if lifted else _ACTIONS[status]).format(name)):
        for period in running:
            db.update_row("contract_status", period.id, {"until_on": from_on.isoformat()})
        if status is not ContractStatus.NONE:
            db.insert_row("contract_status", cells)
    return None if status is ContractStatus.NONE else status_period(db, str(cells["id"]))


def _begins_after(name: str, held: StatusPeriod, from_on: date) -> None:
    if from_on > held.from_on and (held.until_on is None or from_on >= held.until_on):
        return
    raise FieldProblem(
        "from_on",
        f"From: {date_words(from_on)} falls within or before what is recorded of {name} already "
        f"({held.words}). Give a later date, or correct that entry.",
    )


def add_past_status(
    db: Database,
    service: str,
    status: ContractStatus,
    from_on: date,
    until_on: date,
    reason: str = "",
    *,
    today: date,
) -> StatusPeriod:
    """Record a status that has ended by today, between those that are recorded."""
    cells: dict[str, Cell] = {
        "id": new_key(), "service_id": service, "status": status.value, "from_on": from_on.isoformat(),
        "until_on": until_on.isoformat(), "reason": reason.strip(),
    }  # fmt: skip
    _stands(db, cells)
    _has_come(cells, today)
    name = _name(db, service)
    with change(db, f"Recorded an earlier contract status of {name}: {status.label}"):
        db.insert_row("contract_status", cells)
    return status_period(db, str(cells["id"]))


def correct(
    db: Database,
    key: str,
    *,
    today: date,
    status: ContractStatus | None = None,
    from_on: date | None = None,
    until_on: date | None = None,
    still: bool = False,
    reason: str | None = None,
) -> StatusPeriod:
    """Put a wrong entry right; what is not given stays. `still` takes its end away."""
    before = status_period(db, key)
    ends = None if still else until_on or before.until_on
    cells: dict[str, Cell] = {
        "id": key,
        "service_id": before.service_id,
        "status": (status or before.status).value,
        "from_on": (from_on or before.from_on).isoformat(),
        "until_on": ends.isoformat() if ends else None,
        "reason": before.reason if reason is None else reason.strip(),
    }
    _stands(db, cells)
    _has_come(cells, today)
    with change(db, f"Corrected the contract status of {_name(db, before.service_id)}"):
        db.update_row("contract_status", key, cells)
    return status_period(db, key)


def remove_status(db: Database, key: str) -> None:
    """Take a wrong entry away; the days that it covered are then without a contract."""
    before = status_period(db, key)
    name = _name(db, before.service_id)
    with change(db, f"Removed an entry from {possessive(name)} contract history"):
        db.delete_row("contract_status", key)


def _has_come(cells: dict[str, Cell], today: date) -> None:
    """A Problem when an entry begins or ends on a day to come."""
    facts.not_after("contract_status", "from_on", cells, today)
    facts.not_after("contract_status", "until_on", cells, today)


def _stands(db: Database, cells: dict[str, Cell]) -> None:
    """A Problem when an entry is no status, ends before it begins, or overlaps another entry of the service."""
    if cells["status"] == ContractStatus.NONE:
        raise FieldProblem(
            "status", "Contract: “No contract” is no status to record. End the contract instead."
        )
    begins, ends = str(cells["from_on"]), str(cells["until_on"] or "9999")
    facts.in_order("contract_status", first="from_on", then="until_on", cells=cells)
    if begins == ends:
        raise FieldProblem("until_on", "Until: the status would end on the day it began. Give a later date.")
    for other in contract_history(db, str(cells["service_id"])):
        other_ends = other.until_on.isoformat() if other.until_on else "9999"
        if other.id != cells["id"] and begins < other_ends and other.from_on.isoformat() < ends:
            raise FieldProblem(
                "from_on",
                f"From: these dates overlap another entry ({other.words}). Change the dates, or correct that entry.",
            )


def _name(db: Database, service: str) -> str:
    name = db.value("select name from service where id = ?", (service,))
    if name is None:
        raise Problem("The service is not in the register any more. Undo its removal first.")
    return str(name)
