"""Whom no paper on funding may name: those refused, learners, who said something, and apprentices."""

from collections.abc import Iterable

from engagement.register import exempt_words
from engagement.register.contracts import fixed_labels
from engagement.register.person_names import close_person_terms
from resources.database import Database
from resources.report.exempt_names import ExemptTerm, telling_words

_REFUSED = "a provider whose claim was refused"
_LEARNER, _SPEAKER, _APPRENTICE = "a learner", "somebody who is quoted", "an apprentice in the team"


def funding_terms(db: Database) -> list[ExemptTerm]:
    """For `also` of every public document on funding."""
    return [*refused_terms(db), *people_terms(db)]


def refused_terms(db: Database) -> list[ExemptTerm]:
    """The names of providers, and of their services, that had a claim declined."""
    names = [
        name
        for (name,) in db.rows(
            """select provider.name from claim join provider on provider.id = provider_id where status = 'declined'
            union select service.name from claim join service on service.id = service_id where status = 'declined'
            order by 1"""
        )
    ]
    return _organisations(db, names)


def _organisations(db: Database, names: Iterable[str]) -> list[ExemptTerm]:
    wanted = list(names)
    if not wanted:
        return []
    known = exempt_words.known_words(db, (), fixed_labels(db))
    return [ExemptTerm(name, _REFUSED, telling_words(name, known)) for name in wanted]


def people_terms(db: Database) -> list[ExemptTerm]:
    """Learners who were claimed or trained for, those who said something, and apprentices."""
    learners = [
        f"{given} {family}".strip()
        for given, family in db.rows("select given_name, family_name from learner order by 2, 1")
    ]
    speakers = [name for (name,) in db.rows("select distinct said_by from project_quote where said_by <> ''")]
    team = [name for (name,) in db.rows("select name from apprentice order by 1")]
    return [
        *close_person_terms(learners, _LEARNER), *close_person_terms(speakers, _SPEAKER),
        *close_person_terms(team, _APPRENTICE),
    ]  # fmt: skip
