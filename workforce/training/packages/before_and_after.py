"""How services were rated when a package was offered, and at the next inspection: counts, and no proof of a cause."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engagement.register.council import own_area
from engagement.register.facts import key_list
from engagement.register.ratings import active_services
from engagement.register.vocabulary import GRADES, KeyQuestion, Rating
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from resources.words import Word
from workforce.training.packages.offers import NAMED_EXEMPT, PackageOffer, offers
from workforce.training.packages.worklist import LOW, offers_words, package_names
from workforce.training.vocabulary import OfferStatus

NOT_PROOF = (
    "This is not proof of cause. Services that take a package differ from those that do not in other ways, such as a "
    "settled manager or a larger company. A low rating tends to rise at the next inspection anyway, and CQC chooses "
    "whom it inspects."
)


class Moved(Word):
    """From the rating that stood at the offer to that of the next inspection."""

    UP = "up", "Went up"
    SAME = "same", "Stayed the same"
    DOWN = "down", "Went down"


class Took(Word):
    """What a service did with what it was offered; the furthest that any of its offers came."""

    COMPLETED = "completed", "Completed a package"
    BEGUN = "begun", "Accepted, not completed"
    NOT_TAKEN = "not_taken", "Offered, not accepted"
    NOT_OFFERED = "not_offered", "Rated low, none offered"


_TOOK = {
    OfferStatus.COMPLETED: Took.COMPLETED,
    OfferStatus.ACCEPTED: Took.BEGUN,
    OfferStatus.IN_PROGRESS: Took.BEGUN,
    OfferStatus.OFFERED: Took.NOT_TAKEN,
    OfferStatus.DECLINED: Took.NOT_TAKEN,
    OfferStatus.WITHDRAWN: Took.NOT_TAKEN,
    OfferStatus.NOT_OFFERED: Took.NOT_OFFERED,
}


@dataclass(frozen=True)
class Published:
    """One published grade."""

    question: KeyQuestion
    rating: Rating
    on: date


@dataclass(frozen=True)
class Compared:
    """The grades that stood on a day, and those of the next inspection; a question not looked at is left out of it."""

    before: Mapping[KeyQuestion, Rating]
    inspected_on: date | None
    after: Mapping[KeyQuestion, Rating]

    def moved(self, question: KeyQuestion) -> Moved | None:
        """What became of a question; None where it had no grade before or has none since."""
        old, new = self.before.get(question), self.after.get(question)
        return None if old is None or new is None else moved(old, new)


def moved(before: Rating, after: Rating) -> Moved:
    """Up is towards Outstanding."""
    step = GRADES.index(after) - GRADES.index(before)
    return Moved.UP if step > 0 else Moved.DOWN if step < 0 else Moved.SAME


def outcome(history: Iterable[Published], day: date) -> Compared:
    """What stood on a day, and what the first overall grade published after it came with. Pure."""
    graded = sorted((one for one in history if one.rating.is_rated), key=lambda one: one.on)
    before = {one.question: one.rating for one in graded if one.on <= day}
    next_day = next((one.on for one in graded if one.on > day and one.question is KeyQuestion.OVERALL), None)
    return Compared(before, next_day, {one.question: one.rating for one in graded if one.on == next_day})


@dataclass(frozen=True)
class ServiceOutcome:
    """One service. `offer` is the first of those that came furthest; None where it was offered nothing."""

    service_id: str
    service: str
    took: Took
    since: date
    offer: PackageOffer | None
    offers: tuple[PackageOffer, ...]
    outcome: Compared


def before_and_after(db: Database, *, on: date) -> list[ServiceOutcome]:
    """Each service that was offered a package, and of our own those rated low since the first offer that were not."""
    made: dict[str, list[PackageOffer]] = {}
    for one in reversed(offers(db)):
        if one.offered_on <= on:
            made.setdefault(one.service_id, []).append(one)
    is_ours = own_area(db)
    active = {one.id for one in active_services(db, on) if is_ours(one.authority)} if made else set()
    history = _history(db, active | made.keys(), on)
    first = min((one.offered_on for some in made.values() for one in some), default=on)
    found: list[tuple[str, Took, date, PackageOffer | None]] = [
        (key, *_furthest(some)) for key, some in made.items()
    ]
    found += [
        (key, Took.NOT_OFFERED, low, None)
        for key in active - made.keys()
        if (low := _first_low(history.get(key, ()), first)) is not None
    ]
    names = dict(db.rows("select id, name from service where id in (select value from json_each(?))",
                         (key_list(key for key, *_ in found),)))  # fmt: skip
    lines = [
        ServiceOutcome(
            key,
            names[key],
            took,
            since,
            offer,
            tuple(made.get(key, ())),
            outcome(history.get(key, ()), since),
        )
        for key, took, since, offer in found
    ]
    return sorted(lines, key=lambda one: (list(Took).index(one.took), one.since, one.service.casefold()))


def _furthest(some: Sequence[PackageOffer]) -> tuple[Took, date, PackageOffer]:
    order = list(Took)
    one = min(some, key=lambda each: (order.index(_TOOK[each.status]), each.offered_on))
    return _TOOK[one.status], one.offered_on, one


def _first_low(history: Iterable[Published], since: date) -> date | None:
    days = [
        one.on
        for one in history
        if one.question is KeyQuestion.OVERALL and one.rating in LOW and one.on >= since
    ]
    return min(days, default=None)


def _history(db: Database, keys: Iterable[str], on: date) -> dict[str, list[Published]]:
    rows = db.rows(
        """select service_id, key_question, rating, published_on from rating
        where published_on <= ? and service_id in (select value from json_each(?))""",
        (on.isoformat(), key_list(keys)),
    )
    found: dict[str, list[Published]] = {}
    for key, question, rating, day in rows:
        found.setdefault(key, []).append(
            Published(KeyQuestion(question), Rating(rating), date.fromisoformat(day))
        )
    return found


# --- as counts ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OutcomeCount:
    """One group and question: of so many services, how many have a grade before and after, and how they moved."""

    took: Took
    question: KeyQuestion
    services: int
    moved: Mapping[Moved, int]

    @property
    def compared(self) -> int:
        """How many have both."""
        return sum(self.moved.values())


def outcome_counts(found: Sequence[ServiceOutcome]) -> list[OutcomeCount]:
    """For each group that has a service, overall and each key question. Pure."""
    counts = []
    for took in Took:
        group = [one for one in found if one.took is took]
        for question in KeyQuestion if group else ():
            each = [how for one in group if (how := one.outcome.moved(question)) is not None]
            counts.append(OutcomeCount(took, question, len(group), Counter(each)))
    return counts


COUNT_COLUMNS = (
    Column("took", "What they did", width=190),
    Column("question", "Question", width=110),
    Column("services", "Services", ColumnKind.NUMBER, 84),
    Column("compared", "Inspected since", ColumnKind.NUMBER, 96),
    *(Column(each.value, each.label, ColumnKind.NUMBER, 92) for each in Moved),
    Column("not_yet", "No new rating", ColumnKind.NUMBER, 92),
)


def counts_table(db: Database, *, on: date) -> Table:
    """How many went up, stayed or went down, of each group and for each question."""
    found = before_and_after(db, on=on)
    rows: list[tuple[Cell, ...]] = [
        (one.took.label, one.question.label, one.services, one.compared, *(one.moved.get(each, 0) for each in Moved),
         one.services - one.compared)
        for one in outcome_counts(found)
    ]  # fmt: skip
    base = f"{count_of(len(found), 'service')}: each counts once, by the furthest that its offers came"
    return Table("Ratings before and after a learning package", COUNT_COLUMNS, rows, base=base, as_at=on,
                 notes=(NOT_PROOF,))  # fmt: skip


OUTCOME_COLUMNS = (
    Column("service", "Service", width=180),
    Column("took", "What they did", width=170),
    Column("packages", "Packages", width=220),
    Column("since", "Offered or rated", ColumnKind.DATE, 104),
    Column("before", "Overall then", ColumnKind.RATING, 176),
    Column("inspected_on", "Next inspection", ColumnKind.DATE, 104),
    Column("after", "Overall next", ColumnKind.RATING, 176),
    Column("moved", "Overall", width=118),
    *(Column(each.value, each.label, width=118) for each in KeyQuestion if each is not KeyQuestion.OVERALL),
)


def outcome_row(one: ServiceOutcome, names: Mapping[str, str]) -> tuple[Cell, ...]:
    """A service with its grades then and next; of each key question how it moved."""
    overall = KeyQuestion.OVERALL
    how = {question: one.outcome.moved(question) for question in KeyQuestion}
    said = {question: each.label if each else "" for question, each in how.items()}
    return (
        one.service, one.took.label, offers_words(tuple(reversed(one.offers)), names), one.since.isoformat(),
        _label(one.outcome.before.get(overall)),
        one.outcome.inspected_on.isoformat() if one.outcome.inspected_on else None,
        _label(one.outcome.after.get(overall)), said[overall] or "No new rating",
        *(said[question] for question in KeyQuestion if question is not overall),
    )  # fmt: skip


def _label(rating: Rating | None) -> str:
    return rating.label if rating else ""


def outcomes_table(db: Database, *, on: date) -> Table:
    """The same by service."""
    found, names = before_and_after(db, on=on), package_names(db)
    return Table(
        "Services before and after a learning package", OUTCOME_COLUMNS, [outcome_row(one, names) for one in found],
        base=count_of(len(found), "service"), as_at=on, notes=(NOT_PROOF,), exempt=NAMED_EXEMPT,
    )  # fmt: skip
