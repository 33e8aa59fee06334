"""What a person means: an event, a provider, a service or somebody, by key or by words that only one of them has."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.people import participants
from engagement.forums.people.participants import Participant
from engagement.forums.series import Series
from engagement.market.as_at import authorities_held
from engagement.register import contacts, providers, services
from engagement.register.contacts import Contact
from engagement.register.listings import CONTACTS, SERVICES
from engagement.register.providers import Provider
from engagement.register.services import Service
from resources.database import Database, Query
from resources.geography import same_authority
from resources.problem import Problem
from resources.wording import and_list, date_words
from workforce.funding.claims import claims
from workforce.funding.claims.claims import Claim, claim_by_number
from workforce.funding.funds.funds import Fund, funds
from workforce.survey.questionnaire.questions import Question, questions
from workforce.survey.surveys import Survey, surveys
from workforce.survey.waves.waves import Wave, waves
from workforce.training.courses import Course, course_named, courses
from workforce.training.learners import Learner, learner_by_uln, learners
from workforce.training.sessions import TrainingSession, named, training_sessions

MOST_NAMED = 8
T = TypeVar("T")


class Keyed(Protocol):
    """Anything with a key."""

    @property
    def id(self) -> str:
        """Its key."""


K = TypeVar("K", bound=Keyed)


class Record(Protocol):
    """A provider, service or contact."""

    @property
    def id(self) -> str:
        """Its key."""

    @property
    def name(self) -> str:
        """What people call it."""


def one_of(
    candidates: Iterable[T], text: str, words_of: Callable[[T], str], what: str, *, name: str = ""
) -> T:
    """The one candidate that has every word; one whose name is just the text goes before others that hold it."""
    wanted = text.casefold().split()
    fitting = [one for one in candidates if all(word in words_of(one).casefold() for word in wanted)]
    exact = [one for one in fitting if getattr(one, name or "name") == text]
    if len(exact) == 1 or len(fitting) == 1:
        return (exact or fitting)[0]
    if not fitting or not wanted:
        raise Problem(f"There is no {what} “{text}”. Write a part of its name, or its key.")
    named = [words_of(one) for one in fitting]
    more = f", and {len(named) - MOST_NAMED:,} more" if len(named) > MOST_NAMED else ""
    raise Problem(
        f"“{text}” may be more than one {what}: {'; '.join(named[:MOST_NAMED])}{more}. "
        "Write more of the name, or its key."
    )


def by_key_or_words(
    among: Sequence[K], text: str, words_of: Callable[[K], str], what: str, *, name: str = ""
) -> K:
    """The one with this key, else the one that has every word."""
    by_key = [one for one in among if one.id == text]
    return by_key[0] if by_key else one_of(among, text, words_of, what, name=name)


def event(db: Database, text: str) -> Event:
    """An event by its key, or by words of its title and day."""
    everything = events.events(db, archived=True)
    return by_key_or_words(
        everything, text, lambda one: f"{one.title} ({date_words(one.day)})", "event", name="title"
    )


def provider(db: Database, text: str) -> Provider:
    """A provider by its key, its CQC Provider ID, or words of its name."""
    found = providers.provider_by_cqc_id(db, text) or _by_key(providers.provider, db, text)
    if found is not None:
        return found
    return one_of(providers.find_providers(db, text, limit=1000), text, lambda one: one.name, "provider")


def service(db: Database, text: str) -> Service:
    """A service by its key, its CQC Location ID, or words of its name."""
    found = services.service_by_cqc_id(db, text) or _by_key(services.service, db, text)
    if found is not None:
        return found
    keys = [row[0] for row in SERVICES.page(db, Query(text=text), offset=0, limit=1000)]
    return one_of(
        [services.service(db, key) for key in keys],
        text,
        lambda one: f"{one.name}, {one.district or one.authority}".rstrip(", "),
        "service",
    )


def contact(db: Database, text: str) -> Contact:
    """A contact by key, or by words of the name and the provider's."""
    found = _by_key(contacts.contact, db, text)
    if found is not None:
        return found
    page = CONTACTS.page(db, Query(text=text), offset=0, limit=1000)
    words = {row[0]: f"{row[1]}, {row[4] or row[3]}" for row in page}
    return one_of([contacts.contact(db, key) for key in words], text, lambda one: words[one.id], "contact")


def participant(people: Sequence[Participant], text: str) -> Participant:
    """Somebody on an event's list, by key or by words of the name and the home's."""
    by_key = [one for one in people if text in (one.id, one.contact_id)]
    if by_key:
        return by_key[0]
    return one_of(people, text, lambda one: f"{one.name}, {one.home}", "person on the list")


def one_series(among: Sequence[Series], text: str) -> Series:
    """A series by its key, or by words of its name."""
    return by_key_or_words(among, text, lambda one: one.name, "series")


def survey(db: Database, text: str = "") -> Survey:
    """A survey by its key or words of its name; without any the only one there is."""
    held = surveys(db, archived=bool(text))
    if text or len(held) > 1:
        return by_key_or_words(held, text, lambda one: one.name, "survey")
    if not held:
        raise Problem("No survey is kept yet. Start one with “provider-desk survey --start”.")
    return held[0]


def survey_wave(db: Database, text: str) -> Wave:
    """A wave of any survey by its key, or by words of its name, kind and opening day; archived ones too."""
    held = surveys(db, archived=True)
    among = [wave for one in held for wave in waves(db, one.id, archived=True)]
    return by_key_or_words(
        among,
        text,
        lambda one: f"{one.name}, {one.kind.label}, from {date_words(one.opens_on)}",
        "survey wave",
    )


def survey_question(db: Database, survey_id: str, text: str) -> Question:
    """A question of a survey by its key, its code, or words of its wording; retired ones too."""
    among = questions(db, survey_id, retired=True)
    by_code = [one for one in among if one.code == text]
    return (
        by_code[0]
        if by_code
        else by_key_or_words(among, text, lambda one: one.wording, "question", name="wording")
    )


def fund(db: Database, text: str) -> Fund:
    """A fund by its key, or by words of its name; one that was put away too."""
    return by_key_or_words(funds(db, archived=True), text, lambda one: one.name, "fund")


def claim(db: Database, text: str) -> Claim:
    """A claim by its number or its key."""
    found = (
        claim_by_number(db, int(text))
        if text.isascii() and text.isdecimal()
        else _by_key(claims.claim, db, text)
    )
    if found is None:
        raise Problem(f"There is no claim “{text}”. Write its number, as “provider-desk claims” lists it.")
    return found


def course(db: Database, text: str) -> Course:
    """A course by its key, or by words of its name; archived ones too."""
    return course_named(db, text) or by_key_or_words(
        courses(db, archived=True), text, lambda one: one.name, "course"
    )


def training_session(db: Database, text: str) -> TrainingSession:
    """A training session by its key, or by words of its course and day."""
    names = {one.id: one.name for one in courses(db, archived=True)}
    return by_key_or_words(
        training_sessions(db), text, lambda one: f"{named(names[one.course_id], one.starts_at)}, {one.when}",
        "training session", name="id",
    )  # fmt: skip


def learner(db: Database, text: str) -> Learner:
    """A learner by key or ULN, or by words of the name; archived ones too."""
    return learner_by_uln(db, text) or by_key_or_words(
        learners(db, archived=True), text, lambda one: one.name, "learner"
    )


def authorities(db: Database, names: Sequence[str]) -> list[str]:
    """Those of the names' authorities that the register holds, as it writes them."""
    held = authorities_held(db)
    for name in names:
        if not any(same_authority(one, name) for one in held):
            known = f" Choose {and_list(held[:20], 'or')}." if held else ""
            raise Problem(f"The register holds no services of “{name}”.{known}")
    return [one for one in held if any(same_authority(one, name) for name in names)]


def on_list(db: Database, event_id: str, names: Iterable[str]) -> list[Participant]:
    """Several people on an event's list."""
    people = participants.of_event(db, event_id)
    return [participant(people, name) for name in names]


def _by_key(get: Callable[[Database, str], T], db: Database, text: str) -> T | None:
    try:
        return get(db, text)
    except LookupError:
        return None


RECORDS: dict[str, Callable[[Database, str], Record]] = {
    "provider": provider,
    "service": service,
    "contact": contact,
}
"""How each kind of record is found."""
