"""Homes with ratings and places, and practices, made by the domain's own functions."""

from collections.abc import Callable
from datetime import date

import pytest

from engagement.good_practice.practices import Practice, PracticeDraft, add_practice
from engagement.register import providers, ratings, services
from engagement.register.services import Service
from engagement.register.vocabulary import KeyQuestion, Rating, ServiceKind
from resources.database import Database

TODAY = date(2019, 12, 9)
RUSHCLIFFE, MANSFIELD = "NG2 7QP", "NG18 1AA"

Home = Callable[..., Service]
Share = Callable[..., Practice]


@pytest.fixture
def home(db: Database) -> Home:
    """Add a service with a provider of its own (or a known one by name), rated overall and perhaps in Safe."""

    def add(
        name: str, rating: Rating | None = Rating.GOOD, *, provider: str = "", brand: str = "",
        safe: Rating | None = None, on: date = date(2019, 6, 3),
        kind: ServiceKind = ServiceKind.NURSING_HOME, postcode: str = RUSHCLIFFE,
        beds: int | None = 30,
    ) -> Service:  # fmt: skip
        owner = provider or f"{name} Ltd"
        known = db.value("select id from provider where name = ?", (owner,))
        run_by = known or providers.add_provider(db, name=owner, brand=brand).id
        made = services.add_service(
            db, run_by, name=name, kind=kind, postcode=postcode, authority="Nottinghamshire", beds=beds
        )
        given = {KeyQuestion.OVERALL: rating, KeyQuestion.SAFE: safe}
        held = {question: one for question, one in given.items() if one is not None}
        if held:
            ratings.record_ratings(db, made.id, held, on, today=TODAY)
        return made

    return add


@pytest.fixture
def share(db: Database) -> Share:
    """Note a practice of a service."""

    def note(of: Service, what: str = "Taster days are offered.", **changes: object) -> Practice:
        facts = {"theme": "Recruitment", "shared_on": date(2019, 11, 5), "service_id": of.id, **changes}
        return add_practice(db, PracticeDraft(of.provider_id, what=what, **facts), today=TODAY)

    return note
