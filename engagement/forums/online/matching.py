"""Who of the register somebody in a meeting is: a score from 0 to 100, with reasons. Pure.

An address says most, then that the match was confirmed before; a name alone is never certain, a name of the event's
list is. Whoever fits two people about as well is never sure.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from engagement.forums.online.names import telling_domain
from engagement.forums.online.people_joined import Joined
from engagement.forums.online.vocabulary import Grade
from engagement.register.names import email_key, folded, name_key
from resources.report.leak_gate import COMPANY_WORDS, GENERIC_WORDS

SURE, LOOK = 90, 60
"""From these scores on somebody is graded so."""
CLEAR_LEAD = 10
"""Whose score is less than this above the next is not sure."""
_NAMES_ALIKE = 78
_MOST_OFFERED = 5
_FIRST_NAME = 66
"""As if so many per cent of the names were alike: with a colleague's address it is enough to look at."""


@dataclass(frozen=True)
class Person:
    """A contact of the register, as far as matching looks."""

    id: str
    name: str
    email: str
    provider_id: str
    provider: str
    service: str = ""
    on_list: bool = False
    came: bool = False

    @cached_property
    def key(self) -> str:
        """The name as it is compared."""
        return name_key(self.name)

    @property
    def home(self) -> str:
        """The service, or the provider where the person stands for the whole of it."""
        return self.service or self.provider


@dataclass(frozen=True)
class Fit:
    """How well a contact fits, and why."""

    person: Person
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """What matching says of a line: the best fits, the best first, and how certain the first is.

    `provider_id` is where somebody new is likely to be from, with `provider_reason`; both '' where nothing says it.
    """

    grade: Grade
    fits: tuple[Fit, ...] = ()
    provider_id: str = ""
    provider_reason: str = ""
    notes: tuple[str, ...] = ()

    @property
    def best(self) -> Fit | None:
        """The contact to offer."""
        return self.fits[0] if self.fits and self.grade is not Grade.UNKNOWN else None

    @property
    def score(self) -> int:
        """The best contact's score."""
        return self.fits[0].score if self.fits else 0


@dataclass(frozen=True)
class Known:
    """What the register holds. `confirmed` are the contacts once confirmed for a name's and an address's key."""

    people: Sequence[Person]
    confirmed: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    homes: Sequence[tuple[str, str]] = ()
    """Names of services and providers, each with the provider's key."""

    @cached_property
    def by_id(self) -> dict[str, Person]:
        """Each person by key."""
        return {one.id: one for one in self.people}

    @cached_property
    def by_address(self) -> dict[str, list[Person]]:
        """The people with each address."""
        found = defaultdict(list)
        for one in self.people:
            if one.email:
                found[email_key(one.email)].append(one)
        return found

    @cached_property
    def by_domain(self) -> dict[str, dict[str, list[Person]]]:
        """By domain, the people with it at each provider."""
        found: dict[str, dict[str, list[Person]]] = defaultdict(lambda: defaultdict(list))
        for one in self.people:
            if one.email and (domain := telling_domain(one.email)):
                found[domain][one.provider_id].append(one)
        return found

    @cached_property
    def by_word(self) -> dict[str, list[Person]]:
        """People by the rarest word of their names: every other word is looked at after."""
        number: dict[str, int] = defaultdict(int)
        for one in self.people:
            for word in set(one.key.split()):
                number[word] += 1
        found = defaultdict(list)
        for one in self.people:
            if words := one.key.split():
                found[min(words, key=lambda word: number[word])].append(one)
        return found

    @cached_property
    def telling_homes(self) -> list[tuple[frozenset[str], str, str]]:
        """The words of each home's name that tell it apart, the name, and the provider."""
        some = ((telling_words(name), name, provider) for name, provider in self.homes)
        return [one for one in some if one[0]]

    @cached_property
    def homes_by_word(self) -> dict[str, list[tuple[frozenset[str], str, str]]]:
        """The same by each word."""
        found = defaultdict(list)
        for one in self.telling_homes:
            for word in one[0]:
                found[word].append(one)
        return found


def telling_words(name: str) -> frozenset[str]:
    """The words of a home's or provider's name that tell it from others."""
    words = [word for word in folded(name).split() if word not in COMPANY_WORDS]
    return frozenset(word for word in words if word not in GENERIC_WORDS and len(word) > 2)


# --- everybody --------------------------------------------------------------------------------------------


def match_all(lines: Sequence[Joined], known: Known) -> dict[str, Match]:
    """Each line's match, by its key."""
    alike = _alike(lines, known)
    found = {line.key: _match(line, known, alike.get(line.key, {})) for line in lines}
    return _without_two_for_one(lines, found)


def _alike(lines: Sequence[Joined], known: Known) -> dict[str, dict[str, int]]:
    """For each line the contacts whose names are alike, and how much: every name against every other at once."""
    import numpy  # loaded when first used
    from rapidfuzz import fuzz, process  # loaded when first used

    asked = [(line.key, key) for line in lines for key in line.name.keys]
    if not asked or not known.people:
        return {}
    table = process.cdist(
        [key for _, key in asked], [one.key for one in known.people],
        scorer=fuzz.ratio, score_cutoff=_NAMES_ALIKE, dtype=numpy.uint8,
    )  # fmt: skip
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row, column in zip(*(part.tolist() for part in table.nonzero()), strict=True):
        line, person = asked[row][0], known.people[column].id
        found[line][person] = max(found[line].get(person, 0), int(table[row, column]))
    return found


def _match(line: Joined, known: Known, alike: Mapping[str, int]) -> Match:
    names = dict(alike)
    for person in _whole_names_within(line, known):
        names[person] = max(names.get(person, 0), 96)
    candidates = dict.fromkeys([*names, *_by_other_means(line, known)])
    hints = _homes_named(line, known)
    fits = [_fit(line, known.by_id[key], names.get(key, 0), known, hints) for key in candidates]
    best = sorted(
        (one for one in fits if one.score >= LOOK),
        key=lambda one: (-one.score, one.person.name, one.person.id),
    )
    provider, reason = _provider_of(line, known, hints)
    return Match(_grade(best), tuple(best[:_MOST_OFFERED]), provider, reason, _notes(best))


def _grade(best: Sequence[Fit]) -> Grade:
    if not best:
        return Grade.UNKNOWN
    lead = best[0].score - best[1].score if len(best) > 1 else 100
    return Grade.SURE if best[0].score >= SURE and lead >= CLEAR_LEAD else Grade.LOOK


def _notes(best: Sequence[Fit]) -> tuple[str, ...]:
    if len(best) > 1 and best[0].score - best[1].score < CLEAR_LEAD:
        return (f"{best[1].person.name} of {best[1].person.home} fits about as well.",)
    return ()


def _whole_names_within(line: Joined, known: Known) -> Iterable[str]:
    """Contacts all of whose names are among the words shown, as in Amina Khan Rosewood Court."""
    words = {word for text in line.spellings for word in folded(text).split()}
    for word in words:
        for person in known.by_word.get(word, ()):
            own = person.key.split()
            if len(own) > 1 and words.issuperset(own):
                yield person.id


def _by_other_means(line: Joined, known: Known) -> Iterable[str]:
    """By address, confirmed before, or of the address's provider with the same first name or initial."""
    if line.email:
        yield from (one.id for one in known.by_address.get(email_key(line.email), ()))
    for key in line.name.keys:
        yield from (
            one for one in known.confirmed.get((key, email_key(line.email)), ()) if one in known.by_id
        )
    for people in known.by_domain.get(telling_domain(line.email), {}).values():
        yield from (one.id for one in people if _first_name_agrees(line, one))


def _first_name_agrees(line: Joined, person: Person) -> bool:
    """Amina, or A Khan, and Amina Khan."""
    shown, own = folded(line.name.name).split(), folded(person.name).split()
    if not shown or not own:
        return False
    if len(shown) == 1:
        return shown[0] in (own[0], own[-1])
    first, second = sorted((shown[0], own[0]), key=len)
    return shown[-1] == own[-1] and (len(first) == 1 and second.startswith(first))


# --- one contact ------------------------------------------------------------------------------------------


def _fit(line: Joined, person: Person, alike: int, known: Known, hints: Mapping[str, str]) -> Fit:
    reasons: list[str] = []
    own, theirs = email_key(line.email), email_key(person.email)
    if alike < _NAMES_ALIKE and _first_name_agrees(line, person):
        alike = _FIRST_NAME
        reasons.append("The first name or initial agrees.")
    elif alike:
        reasons.append(_name_words(line, person, alike))
    score = round(alike * 0.7)
    if person.on_list:
        score += 20
        reasons.append("On the event’s list.")
    if own and own == theirs:
        score = max(score, 100 if alike >= _NAMES_ALIKE else 92 if alike else 82)
        reasons.insert(0, "The same e-mail address.")
        if not alike:
            reasons.append("The name is another: the address may be shared.")
    elif own and theirs:
        score -= 8
        reasons.append(f"The register has another address, {person.email}.")
    if (
        own != theirs
        and (domain := telling_domain(own))
        and person.provider_id in known.by_domain.get(domain, {})
    ):
        score += 14
        reasons.append(f"Others of {person.provider} have addresses at {domain}.")
    if person.provider_id in hints:
        score += 14
        reasons.append(f"“{hints[person.provider_id]}” stands beside the name.")
    if own != theirs:
        score = min(score, 95)
    return _confirmed(line, Fit(person, max(0, min(score, 100)), tuple(reasons)), known)


def _confirmed(line: Joined, fit: Fit, known: Known) -> Fit:
    """A match that somebody confirmed once; without an address it was only the name that was confirmed."""
    own = email_key(line.email)
    if not any(fit.person.id in known.confirmed.get((key, own), ()) for key in line.name.keys):
        return fit
    reason = "Confirmed before under this name" + (" and address." if own else ".")
    return Fit(fit.person, max(fit.score, 98 if own else 90), (reason, *fit.reasons))


def _name_words(line: Joined, person: Person, alike: int) -> str:
    if person.key in line.name.keys:
        return "The same name."
    return "The whole name is in what was shown." if alike == 96 else f"Names alike to {alike}%."


# --- where somebody is from -------------------------------------------------------------------------------


def _homes_named(line: Joined, known: Known) -> dict[str, str]:
    """Providers whose name, or a home's of theirs, stands in what was shown or said as the company."""
    text = " ".join((*line.spellings, line.company))
    words = set(folded(text).split())
    found: dict[str, tuple[bool, int, str]] = {}
    for word in words:
        for needed, name, provider in known.homes_by_word.get(word, ()):
            if needed <= words and (len(needed) > 1 or line.name.rest or line.company):
                fits = folded(name) in folded(text), len(needed), name  # the very name before a part of one
                found[provider] = max(found.get(provider, fits), fits)
    return {provider: name for provider, (_, _, name) in sorted(found.items())}


def _provider_of(line: Joined, known: Known, hints: Mapping[str, str]) -> tuple[str, str]:
    domain = telling_domain(line.email)
    at_domain = known.by_domain.get(domain, {})
    if len(at_domain) == 1:
        (provider,) = at_domain
        return provider, f"Others with addresses at {domain} are from there."
    both = [one for one in hints if one in at_domain] or (list(hints) if len(hints) == 1 else [])
    if len(both) == 1:
        return both[0], f"“{hints[both[0]]}” stands beside the name."
    return "", ""


def _without_two_for_one(lines: Sequence[Joined], found: dict[str, Match]) -> dict[str, Match]:
    """Where two lines are taken for one contact, only one whose address is the contact's is still sure."""
    claims: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        best = found[line.key].best
        if best is not None:
            claims[best.person.id].append(line.key)
    shown = {line.key: line for line in lines}
    for keys in claims.values():
        for key in keys if len(keys) > 1 else ():
            match, line = found[key], shown[key]
            best = match.best
            others = [shown[other].shown for other in keys if other != key]
            note = f"{' and '.join(f'“{other}”' for other in others[:3])} may be the same person."
            own = best is not None and line.email and email_key(line.email) == email_key(best.person.email)
            grade = match.grade if own else Grade.LOOK
            found[key] = Match(
                grade, match.fits, match.provider_id, match.provider_reason, (*match.notes, note)
            )
    return found
