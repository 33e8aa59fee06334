"""Conflicts of interest between one judge and one nominee, found in what the file knows, each with its sentence.

What is doubtful counts as a conflict, and its sentence says so: the chair’s ruling settles it (`rulings`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from awards.vocabulary import ConflictKind, InterestKind
from engagement.register.names import email_key, folded, name_key, without_company_words
from engagement.register.person_names import name_parts
from resources.wording import lower_first


@dataclass(frozen=True)
class Conflict:
    """Why a judge is kept from somebody nominated."""

    kind: ConflictKind
    sentence: str


@dataclass(frozen=True)
class InterestFact:
    """A declared interest. `of_provider` is the provider of the service that it is in."""

    kind: InterestKind
    provider_id: str | None = None
    service_id: str | None = None
    entry_id: str | None = None
    words: str = ""
    of_provider: str | None = None

    @property
    def is_tied(self) -> bool:
        """Whether it is in something that the file knows, and not in words alone."""
        return bool(self.provider_id or self.service_id or self.entry_id)


@dataclass(frozen=True)
class JudgeFacts:
    """What is known of a judge. `brand` is the group of the provider they work for."""

    id: str
    name: str
    called: str = ""
    email: str = ""
    organisation: str = ""
    provider_id: str | None = None
    contact_id: str | None = None
    brand: str = ""
    interests: tuple[InterestFact, ...] = ()

    @property
    def words(self) -> str:
        """How the sentences call them."""
        return self.called or self.name


@dataclass(frozen=True)
class NominatorFact:
    """Who gave a voice."""

    name: str = ""
    email: str = ""
    contact_id: str | None = None
    provider_id: str | None = None


@dataclass(frozen=True)
class NomineeFacts:
    """What is known of a nominee, their place and their voices. `officers` hold the place in their portfolio."""

    id: str
    nominee: str
    also_known_as: tuple[str, ...] = ()
    email: str = ""
    contact_id: str | None = None
    service_id: str | None = None
    service: str = ""
    provider_id: str | None = None
    provider: str = ""
    brand: str = ""
    place_told: str = ""
    officers: tuple[str, ...] = ()
    nominators: tuple[NominatorFact, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """What their place of work may be called."""
        return tuple(one for one in (self.service, self.provider, self.place_told) if one)


def conflicts(judge: JudgeFacts, entry: NomineeFacts) -> tuple[Conflict, ...]:
    """Every conflict found, what was declared first; the same sentence once."""
    found = (
        *_declared(judge, entry), *_employer(judge, entry), *_group(judge, entry), *_portfolio(judge, entry),
        *_nominee(judge, entry), *_nominator(judge, entry),
    )  # fmt: skip
    return tuple(dict.fromkeys(found))


def ruled(judge: JudgeFacts, reason: str) -> Conflict:
    """The chair ruled that there is one."""
    return Conflict(
        ConflictKind.RULED, f"The chair ruled that {judge.words} does not judge this nominee: {reason}"
    )


# --- what was declared ----------------------------------------------------------------------------------------


def _declared(judge: JudgeFacts, entry: NomineeFacts) -> Iterator[Conflict]:
    for one in judge.interests:
        where = lies_in(one, entry)
        if where:
            said = f" (“{one.words}”)" if one.words else ""
            yield Conflict(
                ConflictKind.DECLARED,
                f"{judge.words} declared an interest in {where}: {lower_first(one.kind.label)}{said}.",
            )


def lies_in(one: InterestFact, entry: NomineeFacts) -> str:
    """What of the nominee the interest lies in; '' for nothing."""
    if one.entry_id:
        return "this nominee" if one.entry_id == entry.id else ""
    if one.provider_id:
        return entry.provider if one.provider_id == entry.provider_id else ""
    if one.service_id:
        if entry.service_id:
            return entry.service if one.service_id == entry.service_id else ""
        # at which of its services the nominee works is not known: it may be this one
        return entry.provider if one.of_provider and one.of_provider == entry.provider_id else ""
    return next((name for name in (entry.nominee, *entry.places) if _is_said(name, one.words)), "")


def _is_said(name: str, words: str) -> bool:
    """Whether words that are tied to nothing hold a name."""
    key = without_company_words(name)
    return len(key) > 3 and f" {key} " in f" {folded(words)} "


# --- what follows from the register ---------------------------------------------------------------------------


def _employer(judge: JudgeFacts, entry: NomineeFacts) -> Iterator[Conflict]:
    if judge.provider_id and judge.provider_id == entry.provider_id:
        yield Conflict(
            ConflictKind.EMPLOYER, f"{judge.words} works for {entry.provider}, and so does the nominee."
        )
    elif judge.organisation:
        organisation = without_company_words(judge.organisation)
        place = next((one for one in entry.places if without_company_words(one) == organisation), "")
        if place:
            yield Conflict(
                ConflictKind.EMPLOYER, f"{judge.words} is from {judge.organisation}, as the nominee is."
            )
    if judge.provider_id and any(one.provider_id == judge.provider_id for one in entry.nominators):
        yield Conflict(
            ConflictKind.EMPLOYER, f"The nominee was nominated by the provider that {judge.words} works for."
        )


def _group(judge: JudgeFacts, entry: NomineeFacts) -> Iterator[Conflict]:
    same = bool(judge.brand) and folded(judge.brand) == folded(entry.brand)
    if same and judge.provider_id != entry.provider_id:
        yield Conflict(
            ConflictKind.GROUP,
            f"{judge.words} works for a provider of {entry.brand}, as {entry.provider} is.",
        )


def _portfolio(judge: JudgeFacts, entry: NomineeFacts) -> Iterator[Conflict]:
    for officer in entry.officers:
        doubt = _same_person(judge.name, officer)
        if doubt is not None:
            place = entry.service or entry.provider
            who = (
                f"{judge.words} has {place} in their portfolio"
                if not doubt
                else (f"{judge.words} may be {officer}, in whose portfolio {place} is")
            )
            yield Conflict(ConflictKind.PORTFOLIO, f"{who}.")


# --- people ---------------------------------------------------------------------------------------------------


def _nominee(judge: JudgeFacts, entry: NomineeFacts) -> Iterator[Conflict]:
    if judge.contact_id and judge.contact_id == entry.contact_id:
        yield Conflict(ConflictKind.NOMINEE, f"{judge.words} is the nominee.")
    elif _same_email(judge.email, entry.email):
        yield Conflict(ConflictKind.NOMINEE, f"{judge.words} has the e-mail address of the nominee.")
    else:
        yield from _named(judge, (entry.nominee, *entry.also_known_as), ConflictKind.NOMINEE, "the nominee")


def _nominator(judge: JudgeFacts, entry: NomineeFacts) -> Iterator[Conflict]:
    for one in entry.nominators:
        if judge.contact_id and judge.contact_id == one.contact_id:
            yield Conflict(ConflictKind.NOMINATOR, f"{judge.words} nominated them.")
        elif _same_email(judge.email, one.email):
            yield Conflict(
                ConflictKind.NOMINATOR,
                f"{judge.words} has the e-mail address of somebody who nominated them.",
            )
        else:
            yield from _named(judge, (one.name,), ConflictKind.NOMINATOR, "somebody who nominated them")


def _named(judge: JudgeFacts, names: Iterable[str], kind: ConflictKind, who: str) -> Iterator[Conflict]:
    for name in names:
        doubt = _same_person(judge.name, name)
        if doubt is not None:
            said = f"may be {name}, {who}" if doubt else f"has the name of {who}"
            yield Conflict(kind, f"{judge.words} {said}.")
            return


def _same_email(one: str, other: str) -> bool:
    return bool(one) and email_key(one) == email_key(other)


def _same_person(one: str, other: str) -> bool | None:
    """None where the names differ; else whether it is doubtful: J. Smith and Jane Smith."""
    first, second = _parts(one), _parts(other)
    if not first[1] or not second[1] or first[1] != second[1]:
        return False if name_key(one) == name_key(other) and one.strip() else None
    if first[0] == second[0]:
        return False
    initials = _initials_only(first[0]) or _initials_only(second[0])
    return True if initials and all(a[0] == b[0] for a, b in zip(first[0], second[0], strict=False)) else None


def _initials_only(words: tuple[str, ...]) -> bool:
    return bool(words) and all(len(word) == 1 for word in words)


@lru_cache(maxsize=5000)
def _parts(name: str) -> tuple[tuple[str, ...], str]:
    """Given names and surname without titles, as they are compared."""
    given, surname = name_parts(name)
    return tuple(folded(" ".join(given)).split()), folded(" ".join(surname)) if surname else ""
