"""Nominations for the sample county: invented statements that name people and homes in many forms. Pure.

What is written here is what blind copies have to cope with: first names, surnames, initials, nicknames, possessives,
the short name of a home, its town and telephone, and names that are also common words.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from awards.rounds.shipped import CATEGORIES, PlannedCategory
from awards.sample.sentences import (
    BODIES,
    CLOSERS,
    OPENERS,
    OWN,
    PEOPLE_ONLY,
    PLACE_OPENERS,
    SIGNED,
    WITH_DETAILS,
)
from awards.vocabulary import Consent, NominatorKind, NomineeKind
from resources.wording import capital_first, possessive

_GIVEN = (
    ("Ada", "Addie", "she"), ("Abiola", "Abi", "she"), ("Beatrix", "Trixie", "she"), ("Caleb", "Cal", "he"),
    ("Constance", "Connie", "she"), ("Dorota", "Dora", "she"), ("Edwin", "Eddie", "he"), ("Faith", "", "she"),
    ("Grace", "Gracie", "she"), ("Hope", "", "she"), ("Ibrahim", "Ibby", "he"), ("Josephine", "Josie", "she"),
    ("Kwame", "", "he"), ("Lakshmi", "Lucky", "she"), ("Mark", "", "he"), ("May", "", "she"),
    ("Nathaniel", "Nat", "he"), ("Oluwaseun", "Seun", "he"), ("Patience", "Pat", "she"), ("Rose", "Rosie", "she"),
    ("Siobhán", "Shiv", "she"), ("Thaddeus", "Tad", "he"), ("Ursula", "", "she"), ("Victoria", "Vicky", "she"),
    ("Will", "", "he"), ("Wren", "", "they"), ("Yvonne", "Vonnie", "she"), ("Zbigniew", "Zbig", "he"),
)  # fmt: skip
_HALVES = (
    "Bobbin", "Button", "Crumpet", "Dapple", "Doodle", "Example", "Feather", "Fiddle", "Gingham", "Jigsaw", "Ladle",
    "Lantern", "Marble", "Mitten", "Nutmeg", "Parasol", "Pebble", "Pickle", "Puddle", "Quill", "Ribbon", "Satchel",
    "Specimen", "Teacup", "Thimble", "Tinsel", "Toffee", "Truffle", "Velvet", "Wobble",
)  # fmt: skip
_ENDINGS = ("by", "ley", "man", "son", "ton", "worth")
_ROLES = (
    "Care assistant", "Senior care worker", "Support worker", "Nurse", "Activities coordinator", "Deputy manager",
    "Night care assistant", "Home care worker",
)  # fmt: skip
_SUPPORT_ROLES = ("Cook", "Housekeeper", "Gardener", "Administrator", "Laundry assistant", "Driver")
_TEAMS = (
    "Night Team",
    "Kitchen Team",
    "Activities Team",
    "Dementia Team",
    "Garden Room Team",
    "Reablement Team",
)
_SUPPORT = "Proud to Support Excellent Care Delivery"
_LEADERSHIP = "Proud to Lead a Successful Caring Service"
_FROM = (
    (NominatorKind.FAMILY, 34), (NominatorKind.COLLEAGUE, 28), (NominatorKind.PROVIDER, 20),
    (NominatorKind.INDIVIDUAL, 10), (NominatorKind.PROFESSIONAL, 8),
)  # fmt: skip
_RELATIONS = {
    NominatorKind.FAMILY: (
        "daughter of a resident",
        "son of a resident",
        "wife of a resident",
        "friend of a resident",
    ),
    NominatorKind.COLLEAGUE: (
        "works on the same shift",
        "works beside the nominee",
        "was inducted by the nominee",
    ),
    NominatorKind.PROVIDER: ("manager", "area manager", "HR lead"),
    NominatorKind.INDIVIDUAL: ("is supported by the nominee", "lives there"),
    NominatorKind.PROFESSIONAL: ("district nurse", "social worker", "GP practice"),
}
_CONSENTS = ((Consent.YES, 70), (Consent.NO, 12), (Consent.NOT_ASKED, 18))


@dataclass(frozen=True)
class SampleService:
    """A service of the register, with what a statement may call it by."""

    id: str
    name: str
    provider_id: str
    provider: str
    town: str
    manager: str
    phone: str = ""

    @property
    def short(self) -> str:
        """Teacupmeadow, of Teacupmeadow House."""
        return self.name.split()[0]


@dataclass(frozen=True)
class PlannedNomination:
    """A nomination as its form would hold it.

    `person` is the same number for all nominations of one nominee in a category; `told` every name by which the
    statement tells who is meant, as it stands there; `also_named` colleagues and residents, whom no record knows.
    """

    person: int
    category: str
    nominee: str
    nominee_kind: NomineeKind
    also_known_as: str
    job_role: str
    service: SampleService
    place_told: str
    nominator: str
    nominator_kind: NominatorKind
    relation: str
    nominator_email: str
    nominator_phone: str
    publish_words: Consent
    statement: str
    told: tuple[str, ...]
    also_named: tuple[str, ...]


@dataclass(frozen=True)
class _Person:
    given: str
    surname: str
    nickname: str = ""
    they: str = "they"

    @property
    def full(self) -> str:
        return f"{self.given} {self.surname}"


def plan(
    rnd: random.Random, services: Sequence[SampleService], *, count: int = 120
) -> list[PlannedNomination]:
    """Nominations at these services; about every fifth is one more voice for somebody already nominated."""
    made: list[PlannedNomination] = []
    people = _People(rnd)
    while len(made) < count:
        nominee = _nominee(rnd, people, len(made), services)
        for voice in range(min(rnd.choices((1, 2, 3), (76, 17, 7))[0], count - len(made))):
            made.append(_nomination(rnd, people, nominee, voice))
    return made


class _People:
    """Draws people without repeating one."""

    def __init__(self, rnd: random.Random) -> None:
        self._left = [
            _Person(given, half + ending, nickname, they)
            for given, nickname, they in _GIVEN
            for half in _HALVES
            for ending in _ENDINGS
        ]
        rnd.shuffle(self._left)

    def next(self, *, they: str = "") -> _Person:
        at = next(at for at, one in enumerate(reversed(self._left), 1) if they in ("", one.they))
        return self._left.pop(-at)


@dataclass(frozen=True)
class _Nominee:
    number: int
    category: PlannedCategory
    name: str
    person: _Person | None
    role: str
    service: SampleService


def _nominee(rnd: random.Random, people: _People, number: int, services: Sequence[SampleService]) -> _Nominee:
    category, service = rnd.choice(CATEGORIES), rnd.choice(services)
    if category.nominee_kind is NomineeKind.TEAM:
        return _Nominee(number, category, rnd.choice(_TEAMS), None, "", service)
    if category.nominee_kind is NomineeKind.SERVICE:
        return _Nominee(number, category, service.name, None, "", service)
    person = people.next()
    if category.name == _LEADERSHIP:
        given, _, surname = service.manager.partition(" ")
        leads = _Person(given, surname) if surname else person
        return _Nominee(number, category, leads.full, leads, "Registered manager", service)
    role = rnd.choice(_SUPPORT_ROLES if category.name == _SUPPORT else _ROLES)
    return _Nominee(number, category, person.full, person, role, service)


def _nomination(rnd: random.Random, people: _People, of: _Nominee, voice: int) -> PlannedNomination:
    kind = rnd.choices([one for one, _ in _FROM], [share for _, share in _FROM])[0]
    by = people.next()
    teller = _Teller(rnd, of, by, kind, people)
    statement = teller.statement()
    known = of.person.nickname if of.person is not None and of.person.nickname in teller.told else ""
    return PlannedNomination(
        person=of.number, category=of.category.name, nominee=_spelt(rnd, of, voice),
        nominee_kind=of.category.nominee_kind, also_known_as=known, job_role=of.role, service=of.service,
        place_told=rnd.choice([of.service.name] * 6 + [of.service.short, of.service.name.upper()]),
        nominator=by.full, nominator_kind=kind, relation=rnd.choice(_RELATIONS[kind]),
        nominator_email=f"{by.surname.casefold()}{of.number}.{voice}@example.org",
        nominator_phone=f"01632 960{rnd.randrange(1000):03}",
        publish_words=rnd.choices([one for one, _ in _CONSENTS], [share for _, share in _CONSENTS])[0],
        statement=statement, told=teller.told, also_named=teller.also_named,
    )  # fmt: skip


def _spelt(rnd: random.Random, of: _Nominee, voice: int) -> str:
    """The name as somebody else writes it: the other way round, by its nickname, in capitals."""
    if of.person is None or voice == 0:
        return of.name
    person = of.person
    ways = [
        person.full,
        f"{person.surname}, {person.given}",
        person.full.upper(),
        f"{person.given}  {person.surname}",
    ]
    if person.nickname:
        ways.append(f"{person.nickname} {person.surname}")
    return rnd.choice(ways)


class _Teller:
    """Tells of somebody, each time by another of their names, and remembers the names told."""

    def __init__(
        self, rnd: random.Random, of: _Nominee, by: _Person, kind: NominatorKind, people: _People
    ) -> None:
        self._rnd, self._of, self._by, self._kind = rnd, of, by, kind
        self._colleague, self._resident = people.next(), people.next(they="she")
        self._told: dict[str, None] = {}
        self._others: dict[str, None] = {}

    @property
    def told(self) -> tuple[str, ...]:
        return tuple(self._told)

    @property
    def also_named(self) -> tuple[str, ...]:
        return tuple(self._others)

    def statement(self) -> str:
        """150 to 350 words in two to four paragraphs."""
        rnd = self._rnd
        is_person = self._of.person is not None
        bodies = BODIES + OWN[self._of.category.name] + (PEOPLE_ONLY if is_person else ())
        most = rnd.choice((8, 9, 10, 11, 12, 13, 15))
        opener = rnd.choice(OPENERS[self._kind] if is_person else PLACE_OPENERS)
        said = [opener, *rnd.sample(bodies, most)]
        if rnd.random() < 0.3:
            said.insert(rnd.randrange(2, len(said)), rnd.choice(WITH_DETAILS))
        said.append(rnd.choice(CLOSERS))
        sentences = [capital_first(self._said(one)) for one in said]
        while sum(len(one.split()) for one in sentences) < 150:
            sentences.insert(-1, capital_first(self._said(rnd.choice(bodies))))
        if rnd.random() < 0.35:
            sentences.append(self._said(rnd.choice(SIGNED)))
        return _in_paragraphs(rnd, sentences)

    def _said(self, sentence: str) -> str:
        filled = sentence
        for slot, name in (
            ("{N}", self._nominee), ("{N’s}", lambda: _of(self._rnd, self._nominee())), ("{H}", self._home),
            ("{H’s}", lambda: _of(self._rnd, self._home())), ("{F}", self._formal), ("{T}", self._town),
            ("{M}", self._manager), ("{W}", self._nominator), ("{C}", lambda: self._other(self._colleague)),
            ("{R}", lambda: self._other(self._resident)),
            ("{R’s}", lambda: _of(self._rnd, self._other(self._resident))),
            ("{P}", lambda: self._tell(self._of.service.provider)),
            ("{tel}", self._phone), ("{mail}", self._mail),
        ):  # fmt: skip
            while slot in filled:
                filled = filled.replace(slot, name(), 1)
        return _with_pronouns(filled, self._of.person.they if self._of.person is not None else "they")

    def _tell(self, name: str) -> str:
        self._told[name] = None
        return name

    def _nominee(self) -> str:
        person = self._of.person
        if person is None:
            short = self._of.service.short
            return self._tell(
                self._rnd.choice((self._of.name, f"the {self._of.name}"))
                if self._of.category.nominee_kind is NomineeKind.TEAM
                else self._rnd.choice((self._of.name, short))
            )
        forms = [person.given] * 6 + [person.full] * 2 + [f"{person.given[0]}. {person.surname}"]
        forms += [person.nickname] * 3 if person.nickname else []
        forms += [person.given.upper(), f"{person.given[0]}{person.surname[0]}"]
        return self._tell(self._rnd.choice(forms))

    def _formal(self) -> str:
        """Mrs Teacupby, as residents say it."""
        person = self._of.person
        if person is None:
            return self._nominee()
        title = {"she": ("Mrs", "Miss", "Ms"), "he": ("Mr",), "they": ("Mx",)}[person.they]
        return self._tell(f"{self._rnd.choice(title)} {person.surname}")

    def _home(self) -> str:
        service = self._of.service
        return self._tell(self._rnd.choice([service.name] * 5 + [service.short] * 3 + [service.name.upper()]))

    def _town(self) -> str:
        return self._tell(self._of.service.town) if self._of.service.town else "the village"

    def _manager(self) -> str:
        manager = self._of.service.manager
        if not manager:
            return "the manager"
        return self._tell(self._rnd.choice((manager, manager.split()[0])))

    def _nominator(self) -> str:
        return self._tell(self._rnd.choice((self._by.full, self._by.given)))

    def _other(self, person: _Person) -> str:
        name = self._rnd.choice((person.given, person.full, person.given))
        self._others[name] = None
        return name

    def _phone(self) -> str:
        return self._tell(self._of.service.phone or "01632 960123")

    def _mail(self) -> str:
        return self._tell(f"{self._by.given.casefold()}@example.org")


def _of(rnd: random.Random, name: str) -> str:
    """Ada’s, with either apostrophe."""
    return possessive(name).replace("'", "’") if rnd.random() < 0.7 else possessive(name)


_PRONOUNS = {
    "she": ("she", "her", "her"), "he": ("he", "him", "his"), "they": ("they", "them", "their"),
}  # fmt: skip


def _with_pronouns(sentence: str, they: str) -> str:
    for slot, word in zip(("{they}", "{them}", "{their}"), _PRONOUNS[they], strict=True):
        sentence = sentence.replace(slot, word)
    return sentence


def _in_paragraphs(rnd: random.Random, sentences: Sequence[str]) -> str:
    """A new line after every third or fourth sentence."""
    parts: list[str] = []
    at = 0
    while at < len(sentences):
        step = rnd.choice((3, 4, 5))
        parts.append(" ".join(sentences[at : at + step]))
        at += step
    return "\n\n".join(parts)
