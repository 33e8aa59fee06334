"""Who is eligible and has not claimed: for what, how much, what is missing, whom to ring and by when."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engagement.register.council import council_names
from resources.database import Database
from resources.database.size import has_many
from resources.words import Word
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.items import FundItem
from workforce.funding.rulebook.deciding import Decision, Finding, Rulebook
from workforce.funding.rulebook.facts import FACTS, FactValue
from workforce.funding.unclaimed.approaches import Approach, approaches
from workforce.funding.unclaimed.ascwds_facts import workers_without
from workforce.funding.unclaimed.claims_made import ClaimsMade, claims_made
from workforce.funding.unclaimed.funds_open import NotOpen, OpenFund, cap, open_funds
from workforce.funding.unclaimed.gathering import with_claims
from workforce.funding.unclaimed.learner_facts import learner_claims, learners_at, training_of
from workforce.funding.unclaimed.likely import Known, Likely, Workers, likely, together
from workforce.funding.unclaimed.service_facts import Facts, register_facts
from workforce.funding.unclaimed.who_could_learn import CouldLearn, Counted, Learning
from workforce.funding.unclaimed.whom_to_ring import People, Person, Switchboard, people_to_ring
from workforce.funding.vocabulary import Outcome, Subject

Step = Callable[[int, int, str], object]


class Standing(Word):
    """How a service that has not claimed stands with the rules."""

    ELIGIBLE = "eligible", "Eligible, not claimed"
    NEEDS_INFORMATION = "needs_information", "Needs information"
    COULD_BECOME = "could_become", "Could still become eligible"


_ORDER = {one: place for place, one in enumerate(Standing)}


@dataclass(frozen=True)
class Place:
    """A service, whose it is, and who looks after it."""

    service_id: str
    service: str
    provider_id: str
    provider: str
    district: str
    portfolio_officer: str
    authority: str
    switchboard: Switchboard


@dataclass(frozen=True)
class Unclaimed:
    """A service that could claim, or nearly could, and has not. `item` is None where the fund does not say for what.

    `by` is the last day for claims as far as one is known; `approached` the last time it was spoken to about the fund.
    Of what is missing, `advice` can be put right at the service, and `unknown` are the facts that nobody told us;
    `remarks` are on claims begun, declined or withdrawn.
    """

    fund: Fund
    item: FundItem | None
    place: Place
    standing: Standing
    outcome: Outcome
    likely: Likely
    missing: tuple[str, ...]
    person: Person | None
    by: date | None
    approached: Approach | None = None
    learners: tuple[Counted, ...] = ()
    advice: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Of the item (or fund) at the service."""
        return f"{self.item.id if self.item else self.fund.id}:{self.place.service_id}"

    @property
    def what_for(self) -> str:
        """What the fund pays for."""
        return self.item.name if self.item else self.fund.purpose or self.fund.name

    @property
    def likely_pence(self) -> int | None:
        """None where no figure is known."""
        return self.likely.pence

    @property
    def ring(self) -> str:
        """Whom to ring: a person with a number, otherwise the office."""
        return self.person.words if self.person else self.place.switchboard.words


@dataclass(frozen=True)
class Found:
    """The list as at a day, of how many services in use, and the funds that nobody is listed for with the reason."""

    on: date
    rows: tuple[Unclaimed, ...]
    not_open: tuple[NotOpen, ...]
    funds: tuple[Fund, ...]
    services: int


def unclaimed(db: Database, *, on: date, fund_id: str | None = None) -> list[Unclaimed]:
    """Of the council's services, those that stand best first, and of these the largest likely amount first."""
    return list(find_unclaimed(db, on=on, fund_id=fund_id).rows)


def find_unclaimed(
    db: Database, *, on: date, fund_id: str | None = None, today: date | None = None,
    step: Step = lambda done, total, words: None,
) -> Found:  # fmt: skip
    """The same with what is left out. A register that does not know whose it is has all of its services listed.

    Before `today` a fund was open by its days, whatever has become of it; without it, `on` is today.
    """
    funds, others = open_funds(db, on, fund_id=fund_id, today=today)
    step(0, len(funds) + 1, "Reading the services")
    places = _places(db)
    known: dict[str, Facts] = register_facts(db, on) if funds else {}
    facts = {key: known[key] for key in places if key in known}
    gathered = _Gathered(db, on, places, facts)
    rows: list[Unclaimed] = []
    for number, one in enumerate(funds, 1):
        step(number, len(funds) + 1, f"Holding services against {one.fund.name}")
        rows += gathered.rows_of(one)
    rows.sort(key=_place_in_list)
    return Found(on, tuple(rows), tuple(others), tuple(one.fund for one in funds), len(facts))


def is_large(db: Database, *, services: int = 2_000) -> bool:
    """Whether finding them takes so long that it is not done while somebody waits."""
    return has_many(db, "service", services)


def _place_in_list(one: Unclaimed) -> tuple[int, bool, int, str, str, str]:
    pence = one.likely.pence
    place = one.place
    return _ORDER[one.standing], pence is None, -(pence or 0), place.provider, place.service, one.what_for


def _places(db: Database) -> dict[str, Place]:
    """The council's services in use, and those of which no authority is known."""
    own = set(council_names(db))
    rows = db.rows(
        """select service.id, service.name, provider.id, provider.name, service.district,
            service.portfolio_officer, service.authority, service.phone, provider.phone
        from service join provider on provider.id = service.provider_id
        where service.archived_on is null and provider.archived_on is null
        order by provider.name collate nocase, service.name collate nocase, service.id"""
    )
    return {
        row[0]: Place(row[0], row[1], row[2], row[3], row[4], row[5], row[6], Switchboard(row[7], row[8]))
        for row in rows
        if not own or not row[6] or row[6] in own
    }


class _Gathered:
    """What is the same for every fund, read once."""

    def __init__(
        self, db: Database, on: date, places: Mapping[str, Place], facts: Mapping[str, Facts]
    ) -> None:
        self._db, self._on, self._places, self._facts = db, on, places, facts
        self._people: People = people_to_ring(db)
        self._learners = learners_at(db, on)
        self._claims = learner_claims(db, on)
        self._training = training_of(db, on)
        self._providers = {key: places[key].provider_id for key in facts}
        self._services: dict[str, list[str]] = defaultdict(list)
        for key in facts:
            self._services[places[key].provider_id].append(key)
        self._approaches: dict[tuple[str, str], list[Approach]] = defaultdict(list)
        for one in approaches(db):
            self._approaches[one.fund_id, one.provider_id].append(one)

    def rows_of(self, one: OpenFund) -> Iterator[Unclaimed]:
        """Every service that has not claimed an item of the fund and may, or nearly may."""
        facts = with_claims(self._db, self._facts, self._providers, fund_id=one.fund.id, on=self._on)
        made = claims_made(self._db, one.fund.id, self._on)
        learn = CouldLearn(one, self._learners, self._claims, self._services, self._training, on=self._on)
        decided = _Decided(one, facts, self._on)
        workers = self._workers(one)
        for item in one.items:
            estimate = _Estimate(one, item, facts, workers.get(item.id if item else "", {}))
            for key, decision in decided.of(item).items():
                row = self._row(one, item, key, decision, made, learn, estimate)
                if row is not None:
                    yield row

    def _workers(self, one: OpenFund) -> dict[str, dict[str, Workers]]:
        """By item: ASC-WDS counts of those without its level, for the first item of the lowest level alone."""
        levels = [(level, item) for item in one.items if (level := one.level(item)) is not None and item]
        if not levels:
            return {}
        level, item = min(levels, key=lambda pair: (pair[0], pair[1].position))
        return {item.id: workers_without(self._db, self._on, level=level)}

    def _row(
        self, one: OpenFund, item: FundItem | None, key: str, decision: Decision, made: ClaimsMade,
        learn: CouldLearn, estimate: "_Estimate",
    ) -> Unclaimed | None:  # fmt: skip
        place = self._places[key]
        item_id = item.id if item else None
        standing = standing_of(decision)
        if standing is None or made.has(item_id, key, place.provider_id):
            return None
        learning = learn.at(item, key)
        by = _first(one.by(item), learning.until)
        to_do = _to_do(decision, by)
        remarks = made.remarks_on(item_id, key, place.provider_id)
        return Unclaimed(
            one.fund, item, place, standing, decision.outcome, estimate.of(key, learning),
            (*to_do, *learning.missing, *remarks), self._people.best(place.provider_id, key),
            by, self._approached(one.fund.id, place), tuple(learning.counted),
            _advice(decision, by), decision.unknown, remarks,
        )  # fmt: skip

    def _approached(self, fund_id: str, place: Place) -> Approach | None:
        """The last time that the service, or its provider as a whole, was spoken to about the fund."""
        spoken = self._approaches.get((fund_id, place.provider_id), ())
        return next((one for one in spoken if one.service_id in (None, place.service_id)), None)


# --- how each stands ------------------------------------------------------------------------------------------


def standing_of(decision: Decision) -> Standing | None:
    """None for who is not eligible for a reason that cannot be put right this year."""
    if decision.outcome is Outcome.ELIGIBLE:
        return Standing.ELIGIBLE
    if decision.outcome is Outcome.NEEDS_INFORMATION:
        return Standing.NEEDS_INFORMATION
    return Standing.COULD_BECOME if all(map(can_be_put_right, decision.against)) else None


def can_be_put_right(finding: Finding) -> bool:
    """Whether what is not met can still be met this funding year."""
    return FACTS[finding.rule.fact].this_year


def _first(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _to_do(decision: Decision, by: date | None) -> tuple[str, ...]:
    """What would make it eligible while it can still be claimed, each said once."""
    if decision.outcome is Outcome.ELIGIBLE:
        return ()
    said = (one.to_change_by(by) or one.found for one in decision.against)
    return tuple(dict.fromkeys((*said, *decision.to_find_out)))


def _advice(decision: Decision, by: date | None) -> tuple[str, ...]:
    """The part of it that can be put right there; what the rulebook lacks is for nobody else to mend."""
    said = (one.to_change_by(by) for one in decision.against if can_be_put_right(one))
    return tuple(filter(None, dict.fromkeys(said)))


class _Decided:
    """Decisions of every service; made once for all items that have no rule of their own."""

    def __init__(self, one: OpenFund, facts: Mapping[str, Mapping[str, FactValue]], on: date) -> None:
        self._fund, self._facts, self._on = one, facts, on
        self._made: dict[tuple[str, ...], dict[str, Decision]] = {}

    def of(self, item: FundItem | None) -> dict[str, Decision]:
        """By service."""
        rules = self._fund.rules_for(item, Subject.SERVICE)
        which = tuple(one.id for one in rules)
        if which not in self._made:
            book = Rulebook(rules, on=self._on)
            self._made[which] = {key: book.decide(facts) for key, facts in self._facts.items()}
        return self._made[which]


class _Estimate:
    """Likely amounts of an item, each made once for what is the same."""

    def __init__(
        self, one: OpenFund, item: FundItem | None, facts: Mapping[str, Mapping[str, FactValue]],
        workers: Mapping[str, Workers],
    ) -> None:  # fmt: skip
        self._facts, self._workers = facts, workers
        rules = one.rules_for(item, *Subject)
        self._most = item.most_pence if item else None
        for_learner = cap(rules, "learner_claimed_this_year")
        if self._most is not None and for_learner is not None:
            self._most = min(self._most, for_learner)
        self._claims = cap(rules, "claims_this_year")
        sums = (cap(rules, "claimed_this_year"), cap(rules, "provider_claimed_this_year"))
        self._sum = min((one for one in sums if one is not None), default=None)
        self._made: dict[Known, Likely] = {}

    def of(self, key: str, learning: Learning) -> Likely:
        """For a service with those who could learn there."""
        facts = self._facts[key]
        known = Known(
            learning.completed, learning.next, self._workers.get(key), self._most,
            _left(self._claims, facts["claims_this_year"]), _left(self._sum, facts["claimed_this_year"]),
        )  # fmt: skip
        if known not in self._made:
            self._made[known] = likely(known)
        return self._made[known]


def _left(most: int | None, used: FactValue) -> int | None:
    return None if most is None or not isinstance(used, int) else max(most - used, 0)


# --- what they come to ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sums:
    """Of some rows: services and providers once each, the likely amount, and how many have no figure.

    The likely amount stays within what the caps of a fund leave each provider.
    """

    rows: int
    services: int
    providers: int
    pence: int
    without_figure: int


def sums(rows: Iterable[Unclaimed]) -> Sums:
    """What they come to."""
    held: Sequence[Unclaimed] = tuple(rows)
    claims: dict[tuple[str, str], list[Likely]] = defaultdict(list)
    for one in held:
        claims[one.fund.id, one.place.provider_id].append(one.likely)
    return Sums(
        len(held),
        len({one.place.service_id for one in held}),
        len({one.place.provider_id for one in held}),
        sum(map(together, claims.values())),
        sum(one.likely.pence is None for one in held),
    )
