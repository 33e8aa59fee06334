"""Whom and what the texts of a file of records mean: courses, services, providers, learners and roles."""

from collections.abc import Mapping
from dataclasses import dataclass

from engagement.register.names import name_key, other_names
from resources.database import Database
from resources.files.cells import shown
from resources.files.headers import closest
from resources.words import plain
from workforce.training.courses import Course, courses
from workforce.training.learners import learners
from workforce.training.matrix_reading import Place
from workforce.training.uln import tidy_uln
from workforce.training.vocabulary import JobRole

_ROLES = {
    "carer": JobRole.CARE_WORKER, "care assistant": JobRole.CARE_WORKER, "healthcare assistant": JobRole.CARE_WORKER,
    "hca": JobRole.CARE_WORKER, "care staff": JobRole.CARE_WORKER, "senior carer": JobRole.SENIOR_CARE_WORKER,
    "senior care assistant": JobRole.SENIOR_CARE_WORKER, "manager": JobRole.REGISTERED_MANAGER,
    "home manager": JobRole.REGISTERED_MANAGER, "deputy": JobRole.DEPUTY_MANAGER, "nurse": JobRole.REGISTERED_NURSE,
    "rgn": JobRole.REGISTERED_NURSE, "team leader": JobRole.TEAM_LEADER, "supervisor": JobRole.TEAM_LEADER,
    "pa": JobRole.PERSONAL_ASSISTANT, "activities coordinator": JobRole.ACTIVITIES_WORKER,
    "activities co ordinator": JobRole.ACTIVITIES_WORKER, "cook": JobRole.NOT_CARE_PROVIDING,
    "domestic": JobRole.NOT_CARE_PROVIDING, "administrator": JobRole.NOT_CARE_PROVIDING,
    "social worker": JobRole.SOCIAL_WORKER,
}  # fmt: skip
_EVERYBODY = frozenset({"", "all", "all staff", "everybody", "everyone", "staff", "all roles", "any"})


class NotFound(Exception):
    """A text that means nothing known, with the sentence that says so and the field that it stands in."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field, self.sentence = field, sentence


@dataclass(frozen=True)
class Known:
    """Everything that a text may mean, by the letters it is compared by; `asked` are courses that a person chose."""

    courses: Mapping[str, Course]
    asked: Mapping[str, Course]
    services: Mapping[str, tuple[Place, ...]]
    providers: Mapping[str, tuple[str, ...]]
    by_uln: Mapping[str, str]
    by_name: Mapping[tuple[str, str], tuple[str, ...]]

    def course(self, text: str) -> Course:
        """By name, number or ASC-WDS category, or as a person chose."""
        if not text:
            raise NotFound("course", "The row has no course.")
        found = self.asked.get(plain(text)) or self.courses.get(plain(text))
        if found is None:
            like = self.like(text)
            hint = f" Is it “{like.name}”?" if like else ""
            raise NotFound("course", f"{shown(text)} is no course of the catalogue.{hint}")
        return found

    def like(self, text: str) -> Course | None:
        """The course whose name is most like a text."""
        by_name = {one.name: one for one in self.courses.values()}
        name = closest(text, by_name)
        return by_name[name] if name else None

    def place(self, provider: str, service: str, otherwise: Place | None) -> Place:
        """The provider and service that a row names; what it does not say is `otherwise`."""
        owners = self._provider(provider) if provider else ()
        if service:
            return self._service(service, owners or ((otherwise[0],) if otherwise else ()))
        if len(owners) == 1:
            return owners[0], None
        if owners:
            raise NotFound(
                "provider", f"{shown(provider)} is the name of several providers. Name the service too."
            )
        if otherwise is None:
            raise NotFound("service", "The row says neither the service nor the provider.")
        return otherwise

    def _provider(self, text: str) -> tuple[str, ...]:
        found = self.providers.get(name_key(text), ())
        if not found:
            raise NotFound("provider", f"{shown(text)} is no provider of the register.")
        return found

    def _service(self, text: str, owners: tuple[str, ...]) -> Place:
        found = self.services.get(text.strip().upper()) or self.services.get(name_key(text), ())
        here = [one for one in found if not owners or one[0] in owners]
        if len(here) == 1:
            return here[0]
        if here:
            raise NotFound(
                "service", f"{shown(text)} is the name of several services. Give its Location ID instead."
            )
        whose = "of this provider" if found else "of the register"
        raise NotFound("service", f"{shown(text)} is no service {whose}.")

    def learner(self, name: str, uln: str, provider: str) -> str | None:
        """The learner’s key: by the ULN, or by a name that one learner of the provider has; None for nobody."""
        if uln and tidy_uln(uln) in self.by_uln:
            return self.by_uln[tidy_uln(uln)]
        found = self.by_name.get((provider, name_key(name)), ()) if name else ()
        if len(found) > 1:
            raise NotFound(
                "learner", f"{shown(name)} is the name of several learners there. Give the ULN too."
            )
        return found[0] if found else None


def read_role(text: str) -> JobRole | None:
    """The role; None for everybody."""
    said = plain(text)
    if said in _EVERYBODY:
        return None
    each = (said, said.removesuffix("s"))
    found = next((role for word in each if (role := JobRole.read(word) or _ROLES.get(word))), None)
    if found is None:
        raise NotFound(
            "job_role", f"{shown(text)} is no job role. Use one such as {JobRole.CARE_WORKER.label}, or none."
        )
    return found


def read_known(db: Database, asked: Mapping[str, str]) -> Known:
    """`asked` are a person’s own choice: the text of a course in the file, and the course’s key."""
    held = courses(db)
    by_key = {one.id: one for one in held}
    by_word = {plain(one.category): one for one in held if one.category}
    by_word |= {plain(one.code): one for one in held if one.code}
    by_word |= {plain(one.name): one for one in held}
    chosen = {plain(text): by_key[key] for text, key in asked.items() if key in by_key}
    by_uln = {one.uln: one.id for one in learners(db) if one.uln}
    return Known(by_word, chosen, _services(db), _providers(db), by_uln, _learners(db))


def _services(db: Database) -> dict[str, tuple[Place, ...]]:
    found: dict[str, dict[Place, None]] = {}
    rows = db.rows(
        "select id, provider_id, name, also_known_as, cqc_location_id from service where archived_on is null"
    )
    for key, provider, name, also, location in rows:
        words = [name_key(each) for each in (name, *other_names(also))]
        for word in [*words, *([location.upper()] if location else [])]:
            found.setdefault(word, {})[provider, key] = None
    return {word: tuple(places) for word, places in found.items()}


def _providers(db: Database) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for key, name in db.rows("select id, name from provider where archived_on is null"):
        found.setdefault(name_key(name), {})[key] = None
    return {word: tuple(keys) for word, keys in found.items()}


def _learners(db: Database) -> dict[tuple[str, str], tuple[str, ...]]:
    rows = db.rows(
        """select learner.id, given_name, family_name, provider_id from learner join (
            select learner_id, provider_id from learner_post union select learner_id, provider_id from training_record
        ) on learner_id = learner.id where archived_on is null"""
    )
    found: dict[tuple[str, str], dict[str, None]] = {}
    for key, given, family, provider in rows:
        for name in (f"{given} {family}", f"{family} {given}"):
            found.setdefault((provider, name_key(name)), {})[key] = None
    return {where: tuple(keys) for where, keys in found.items()}
