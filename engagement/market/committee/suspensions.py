"""Contracts for a committee: how many are suspended or under notice is public, which these are and why is exempt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from engagement.market.sections import contracts_told
from engagement.register.contracts import EXEMPTION, ContractCounts, StatusPeriod, contracts_on, counts_on
from engagement.register.day_names import DayNames, day_names
from engagement.register.vocabulary import NO_DISTRICT, ContractStatus, ServiceKind
from resources.report.blocks import Block, Heading, TableBlock
from resources.report.committee.section import Ask, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import paragraph
from resources.report.shown import counted, numbered
from resources.report.told import Rows, Shown, Told, joined, tell
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, date_words, number

TITLE = "Current contract suspensions"
SUSPENDED, NOTICE = ContractStatus.SUSPENDED, ContractStatus.IMPROVEMENT_NOTICE


@dataclass(frozen=True)
class _Place:
    """What is told of a service beside its contract."""

    kind: ServiceKind
    district: str


@dataclass(frozen=True)
class _Found:
    """The contracts of the day and those at the report before, of services that are kept."""

    ask: Ask
    day: date
    counts: ContractCounts
    now: dict[str, StatusPeriod]
    before: dict[str, StatusPeriod]
    places: dict[str, _Place]

    @cached_property
    def names(self) -> DayNames:
        """What the services were called."""
        keys = [*self.now, *self.before]
        return day_names(self.ask.db, "service", keys, self.day, since=self.ask.since)

    def of(self, *statuses: ContractStatus) -> list[StatusPeriod]:
        """The contracts with one of these statuses on the day, by the name of the service."""
        return self.by_name(one for one in self.now.values() if one.status in statuses)

    @property
    def lifted(self) -> list[StatusPeriod]:
        """Suspended at the report before, and not now."""
        now = {one.service_id for one in self.of(SUSPENDED)}
        return self.by_name(
            one for one in self.before.values() if one.status is SUSPENDED and one.service_id not in now
        )

    def by_name(self, some: Iterable[StatusPeriod]) -> list[StatusPeriod]:
        """These contracts in the order of their services' names."""
        return sorted(some, key=lambda one: self.names.name(one.service_id).casefold())


def make(ask: Ask) -> Section:
    """The section: the numbers for everybody, the services by name for members alone."""
    found = _found(ask)
    blocks: list[Block] = [Heading(TITLE, 2), paragraph(_numbers(found)), *_exempt(found)]
    rows: dict[str, Rows] = {
        name: partial(_table, found, title, statuses)
        for name, title, statuses in (
            ("contracts", "Services with a contract", tuple(_WITH_CONTRACT)),
            ("suspended", "Services whose contract is suspended", (SUSPENDED,)),
            ("notices", "Services under an improvement notice", (NOTICE,)),
        )
    }
    rows["before"] = partial(_before_table, found)
    rows["lifted"] = partial(_lifted_table, found)
    return Section(blocks=tuple(blocks), as_at=f"contracts on {date_words(found.day)}", rows=rows)


RECORD = SectionRecord(
    "suspensions",
    TITLE,
    "How many contracts are suspended or under an improvement notice; which these are, since when and why is exempt.",
    make,
)
_WITH_CONTRACT = [
    one for one in ContractStatus if one not in (ContractStatus.NONE, ContractStatus.TERMINATED)
]


def _found(ask: Ask) -> _Found:
    day = min(ask.span.last, ask.today)
    counts = counts_on(ask.db, day)
    if not counts.with_contract:
        raise NothingToTell(
            f"No service has a contract with the Council on {date_words(day)}. Record the contracts on the page "
            "Providers."
        )
    places = {
        key: _Place(ServiceKind(kind), district or NO_DISTRICT)
        for key, kind, district in ask.db.rows(
            "select id, kind, district from service where archived_on is null or archived_on > ?",
            (day.isoformat(),),
        )
    }
    now, before = (
        {key: one for key, one in contracts_on(ask.db, on).items() if key in places}
        for on in (day, min(ask.since, day))
    )
    return _Found(ask, day, counts, now, before, places)


def _numbers(found: _Found) -> Told:
    """How many of how many; and how many at the report before."""
    told = [contracts_told(found.counts)]
    if found.ask.since < found.day:
        earlier = counts_on(found.ask.db, found.ask.since)
        if earlier.with_contract:
            told.append(_earlier(earlier))
    return joined("numbers", told)


def _earlier(counts: ContractCounts) -> Told:
    """In figures throughout, so that it can be read beside the numbers of the day."""
    suspended, notices = counts.numbers[SUSPENDED], counts.numbers[NOTICE]
    words = "On {day}, {suspended} of {services} {were} suspended and {notices} {also} under an improvement notice."
    return tell(
        "before", words, day=date_words(counts.as_at), services=numbered(counts.with_contract, rows="before"),
        suspended=_none_or(suspended, counts), were=_were(suspended),
        notices=_none_or(notices, counts), also=_were(notices),
    )  # fmt: skip


def _none_or(count: int, counts: ContractCounts) -> Shown:
    return Shown(number(count) if count else "none", count, counts.with_contract, "before")


def _were(count: int) -> str:
    return "were" if count > 1 else "was"


# --- what is exempt ---------------------------------------------------------------------------------------


def _exempt(found: _Found) -> list[Block]:
    """Since when and why, by name; and whose suspension was lifted since the report before."""
    blocks: list[Block] = []
    if found.of(SUSPENDED, NOTICE):
        table = _table(
            found, "Services whose contract is suspended or under notice", (SUSPENDED, NOTICE), told=True
        )
        alt = "Each service with its kind, its district, its contract’s status, since when, and why."
        blocks.append(TableBlock(table, alt, exempt=EXEMPTION))
    if found.lifted:
        blocks.insert(0, paragraph(_lifted(found), exempt=EXEMPTION))
    return blocks


def _lifted(found: _Found) -> Told:
    """Which were suspended at the report before, and how they stand now."""
    some = found.lifted
    told = tell(
        "lifted", "Of those suspended on {since}, {lifted} {are} suspended no longer: {names}.",
        since=date_words(found.ask.since), are="is" if len(some) == 1 else "are",
        lifted=counted(len(some), "service", rows="lifted"),
        names=and_list([f"{found.names.name(one.service_id)} ({_now(found, one)})" for one in some]),
    )  # fmt: skip
    return joined("lifted", [told])


def _now(found: _Found, one: StatusPeriod) -> str:
    held = found.now.get(one.service_id)
    if held is None:
        return "no contract now"
    return f"{held.status.label.lower()} since {date_words(held.from_on)}"


def _table(found: _Found, title: str, statuses: tuple[ContractStatus, ...], *, told: bool = False) -> Table:
    called = found.names.told if told else found.names.name
    return _contracts(found, title, found.of(*statuses), called, found.day)


def _before_table(found: _Found) -> Table:
    """The contracts at the report before."""
    some = found.by_name(one for one in found.before.values() if one.status in _WITH_CONTRACT)
    day = found.ask.since
    return _contracts(found, f"Services with a contract on {date_words(day)}", some, found.names.name, day)


def _contracts(
    found: _Found, title: str, some: Iterable[StatusPeriod], called: Callable[[str], str], day: date
) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            called(one.service_id), found.places[one.service_id].kind.label, found.places[one.service_id].district,
            one.status.label, one.from_on.isoformat(), one.reason,
        )
        for one in some
    ]  # fmt: skip
    columns = (
        Column("service", "Service", width=180),
        Column("kind", "Kind of service", width=120),
        Column("district", "District", width=110),
        Column("status", "Contract", ColumnKind.STATUS, 130),
        Column("from_on", "Since", ColumnKind.DATE, 100),
        Column("reason", "Reason", width=220),
    )
    return Table(title, columns, rows, as_at=day, exempt=EXEMPTION)


def _lifted_table(found: _Found) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (found.names.name(one.service_id), one.from_on.isoformat(), _now(found, one)) for one in found.lifted
    ]
    columns = (
        Column("service", "Service", width=180),
        Column("from_on", "Suspended since", ColumnKind.DATE, 120),
        Column("now", "Now", width=200),
    )
    return Table("Suspended no longer", columns, rows, as_at=found.day, exempt=EXEMPTION)
