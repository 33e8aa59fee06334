"""Ratings as a history, and what held on a day: the rating of each service, and which services were active."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engagement.register import facts
from engagement.register.vocabulary import KeyQuestion, Rating, ServiceKind, rating_words, standing_rating
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.tables import Cell
from resources.wording import date_words

_COLUMNS = "id, service_id, key_question, rating, published_on, inherited, source"
BY_HAND = "entered by hand"


@dataclass(frozen=True)
class DatedRating:
    """One published rating. `inherited` ones were given under an earlier registration of the same service."""

    id: str
    service_id: str
    question: KeyQuestion
    rating: Rating
    published_on: date
    inherited: bool
    source: str

    @property
    def is_by_hand(self) -> bool:
        """Whether the team typed it; the others came with CQC's files."""
        return self.source == BY_HAND


def _rating(row: tuple[Any, ...]) -> DatedRating:
    return DatedRating(
        row[0], row[1], KeyQuestion(row[2]), Rating(row[3]), date.fromisoformat(row[4]), bool(row[5]), row[6]
    )


def ratings_of(db: Database, service: str) -> list[DatedRating]:
    """Every published rating of a service: newest first, and overall before the key questions."""
    rows = db.rows(f"select {_COLUMNS} from rating where service_id = ?", (service,))
    order = list(KeyQuestion)
    ratings = sorted((_rating(row) for row in rows), key=lambda each: order.index(each.question))
    return sorted(ratings, key=lambda each: each.published_on, reverse=True)


def ratings_as_at(
    db: Database, day: date, question: KeyQuestion, *, services: Iterable[str] | None = None
) -> dict[str, DatedRating]:
    """Each service's latest rating for a question published on or before a day, in one query."""
    only = "" if services is None else " and service_id in (select value from json_each(?))"
    # With max() alone SQLite takes the other columns from the row that has it.
    rows = db.rows(
        f"select {_COLUMNS}, max(published_on) from rating where key_question = ? and published_on <= ?{only} "
        "group by service_id",
        (question.value, day.isoformat(), *([] if services is None else [facts.key_list(services)])),
    )
    return {row[1]: _rating(row[:-1]) for row in rows}


def overall_as_at(
    db: Database, day: date, *, services: Iterable[str] | None = None
) -> dict[str, DatedRating]:
    """Each service's overall rating as it stood on a day; services without one are left out."""
    return ratings_as_at(db, day, KeyQuestion.OVERALL, services=services)


def overall_on_days(db: Database, asked: Iterable[tuple[str, date]]) -> dict[tuple[str, date], DatedRating]:
    """The overall rating of each service as it stood on a day of its own, in one query."""
    days = [[service, day.isoformat()] for service, day in asked]
    rows = db.rows(
        f"""with asked (service, day) as (select distinct value ->> 0, value ->> 1 from json_each(?))
        select day, {_COLUMNS}, max(published_on) from asked
        join rating on service_id = service and key_question = ? and published_on <= day group by service, day""",
        (json.dumps(days), KeyQuestion.OVERALL.value),
    )
    return {(row[2], date.fromisoformat(row[0])): _rating(row[1:-1]) for row in rows}


def overall_words_as_at(db: Database, day: date, *, services: Iterable[str]) -> dict[str, str]:
    """What is said of each of these services' overall rating as it stood on a day, of those without one too."""
    keys = list(services)
    published = {key: each.rating for key, each in overall_as_at(db, day, services=keys).items()}
    rows = db.rows(
        "select id, kind, cqc_location_id from service where id in (select value from json_each(?))",
        (facts.key_list(keys),),
    )
    return {
        key: rating_words(standing_rating(published.get(key), ServiceKind(kind), location_id))
        for key, kind, location_id in rows
    }


def record_rating(
    db: Database,
    service: str,
    rating: Rating,
    published_on: date,
    *,
    today: date,
    question: KeyQuestion = KeyQuestion.OVERALL,
    inherited: bool = False,
    source: str = BY_HAND,
) -> DatedRating:
    """Record one rating that CQC has published."""
    key = new_key()
    name = db.value("select name from service where id = ?", (service,))
    cells: dict[str, Cell] = {
        "id": key, "service_id": service, "key_question": question.value, "rating": rating.value,
        "published_on": published_on.isoformat(), "inherited": int(inherited), "source": source,
    }  # fmt: skip
    facts.not_after("rating", "published_on", cells, today)
    _only_one_that_day(db, service, question, published_on, but="")
    with change(db, f"Recorded a rating of {name}: {question.label} {rating.label}"):
        db.insert_row("rating", cells)
    return _one(db, key)


def record_ratings(
    db: Database,
    service: str,
    ratings: Mapping[KeyQuestion, Rating],
    published_on: date,
    *,
    today: date,
    inherited: bool = False,
) -> list[DatedRating]:
    """Record all that CQC published of a service on one day, as one change."""
    overall = ratings.get(KeyQuestion.OVERALL)
    said = f": {overall.label}" if overall else ""
    with change(db, f"Recorded ratings of {_name(db, service)}{said}"):
        return [
            record_rating(
                db, service, rating, published_on, today=today, question=question, inherited=inherited
            )
            for question, rating in ratings.items()
        ]


def correct_rating(
    db: Database, key: str, *, today: date, rating: Rating | None = None, published_on: date | None = None
) -> DatedRating:
    """Put a wrong rating or its date right; what is not given stays."""
    before = _one(db, key)
    on = published_on or before.published_on
    cells: dict[str, Cell] = {"rating": (rating or before.rating).value, "published_on": on.isoformat()}
    facts.not_after("rating", "published_on", cells, today)
    _only_one_that_day(db, before.service_id, before.question, on, but=key)
    with change(db, f"Corrected a rating of {_name(db, before.service_id)}"):
        db.update_row("rating", key, cells)
    return _one(db, key)


def remove_rating(db: Database, key: str) -> None:
    """Take away a rating that was never published."""
    before = _one(db, key)
    with change(db, f"Removed a rating of {_name(db, before.service_id)}"):
        db.delete_row("rating", key)


def _one(db: Database, key: str) -> DatedRating:
    row = db.row(f"select {_COLUMNS} from rating where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no rating {key}")
    return _rating(row)


def _name(db: Database, service: str) -> str:
    return str(db.value("select name from service where id = ?", (service,)))


def _only_one_that_day(db: Database, service: str, question: KeyQuestion, day: date, *, but: str) -> None:
    held = db.value(
        "select rating from rating where service_id = ? and key_question = ? and published_on = ? and id <> ?",
        (service, question.value, day.isoformat(), but),
    )
    if held is not None:
        raise FieldProblem(
            "published_on",
            f"Published: a rating for {question.label} of {date_words(day)} is recorded already "
            f"({Rating(held).label}). Correct that one, or give another date.",
        )


# --- which services were active ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class ActiveService:
    """A service as it was on a day: its kind and authority are those of that day."""

    id: str
    kind: ServiceKind
    authority: str
    district: str
    region: str
    dormant: bool


def active_services(db: Database, day: date, *, services: Iterable[str] | None = None) -> list[ActiveService]:
    """The services that were active on a day; of some only, where they are given.

    One of CQC's is active while a `service_period` covers the day. One without any period (day care, a
    micro-provider, a home typed by hand) is active from its registration, or from ever where that is not known. From
    the day that the team archives it a service is not active, whatever CQC says.
    """
    asked = {"on": day.isoformat()}
    only = ""
    if services is not None:
        only = "and service.id in (select value from json_each(:keys))"
        asked["keys"] = facts.key_list(services)
    rows = db.rows(
        f"""select service.id, coalesce(period.kind, service.kind),
            coalesce(nullif(period.authority, ''), service.authority), service.district, service.region,
            coalesce(period.dormant, service.dormant), max(period.from_on)
        from service left join service_period as period on period.service_id = service.id
        where (service.archived_on is null or service.archived_on > :on) {only}
        and case when period.id is null then service.registered_on is null or service.registered_on <= :on
            else period.from_on <= :on and (period.until_on is null or period.until_on > :on) end
        group by service.id""",
        asked,
    )
    return [
        ActiveService(key, ServiceKind(kind), authority, district, region, bool(dormant))
        for key, kind, authority, district, region, dormant, _ in rows
    ]


def active_on(db: Database, day: date) -> set[str]:
    """The keys of the services that were active on a day: see `active_services`."""
    return {service.id for service in active_services(db, day)}
