"""Conflicts of interest between one judge and one nominee, found in what the file knows, each with its sentence.

What is doubtful counts as a conflict, and its sentence says so: the chair’s ruling settles it (`rulings`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from awards.judging.same_organisation import same_organisation
from awards.judging.same_person import is_in_address, same_address, same_person
from awards.vocabulary import ConflictKind, InterestKind
from engagement.register.names import email_key, folded, name_key, without_company_words
from resources.wording import lower_first


@dataclass(frozen=True)
class Conflict:
    """Why a judge is kept from somebody nominated. `about` is what it rests on, whatever its sentence calls it."""

    kind: ConflictKind
    sentence: str
    about: str = field(default="", compare=False)

    @property
    def key(self) -> str:
        """What a ruling remembers of it: of the same two people, the same again has the same key."""
        return f"{self.kind.value}: {self.about}"


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
    """What is known of a nominee, their place and their voices. `officers` hold the place in their portfolio,
    `of_provider` are its services and what it and what was merged into it was called.
    """

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
    of_provider: tuple[str, ...] = ()

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
                " ".join(
                    filter(None, (one.kind.value, one.provider_id, one.service_id, one.entry_id, one.words))
                ),
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
            ConflictKind.EMPLOYER, f"{judge.words} works for {entry.provider}, and so does the nominee.",
            judge.provider_id,
        )  # fmt: skip
    elif judge.organisation.strip():
        yield from _organisation(judge, entry)
    if judge.provider_id and any(one.provider_id == judge.provider_id for one in entry.nominators):
        yield Conflict(
            ConflictKind.EMPLOYER, f"The nominee was nominated by the provider that {judge.words} works for.",
            f"nominated by {judge.provider_id}",
        )  # fmt: skip


def _organisation(judge: JudgeFacts, entry: NomineeFacts) -> Iterator[Conflict]:
    """What the judge’s organisation, as it was typed, has to do with the nominee’s place of work."""
    held = {one: same_organisation(judge.organisation, one) for one in (*entry.places, *entry.of_provider)}
    surely = next((one for one, doubt in held.items() if doubt is False), "")
    name = surely or next((one for one, doubt in held.items() if doubt), "")
    if not name:
        return
    said = f"{judge.words} is from {judge.organisation}"
    if surely in entry.places and surely:
        said = f"{said}, as the nominee is."
    elif surely:
        said = f"{said}, which belongs to {entry.provider}, where the nominee works."
    else:
        said = f"{said}, which may be {name}, of the nominee’s provider or place of work."
    yield Conflict(ConflictKind.EMPLOYER, said, f"{folded(judge.organisation)} | {folded(name)}")


def _group(judge: JudgeFacts, entry: NomineeFacts) -> Iterator[Conflict]:
    same = bool(judge.brand) and folded(judge.brand) == folded(entry.brand)
    if same and judge.provider_id != entry.provider_id:
        yield Conflict(
            ConflictKind.GROUP,
            f"{judge.words} works for a provider of {entry.brand}, as {entry.provider} is.", folded(entry.brand),
        )  # fmt: skip


def _portfolio(judge: JudgeFacts, entry: NomineeFacts) -> Iterator[Conflict]:
    for officer in entry.officers:
        doubt = same_person(judge.name, officer)
        if doubt is not None:
            place = entry.service or entry.provider
            who = (
                f"{judge.words} has {place} in their portfolio"
                if not doubt
                else (f"{judge.words} may be {officer}, in whose portfolio {place} is")
            )
            yield Conflict(ConflictKind.PORTFOLIO, f"{who}.", _names_of(judge.name, officer))


# --- people ---------------------------------------------------------------------------------------------------


def _nominee(judge: JudgeFacts, entry: NomineeFacts) -> Iterator[Conflict]:
    if judge.contact_id and judge.contact_id == entry.contact_id:
        yield Conflict(ConflictKind.NOMINEE, f"{judge.words} is the nominee.", judge.contact_id)
    elif same_address(judge.email, entry.email):
        yield Conflict(
            ConflictKind.NOMINEE, f"{judge.words} has the e-mail address of the nominee.", email_key(judge.email)
        )  # fmt: skip
    else:
        names = (entry.nominee, *entry.also_known_as)
        yield from _named(judge, names, entry.email, ConflictKind.NOMINEE, "the nominee")


def _nominator(judge: JudgeFacts, entry: NomineeFacts) -> Iterator[Conflict]:
    for one in entry.nominators:
        if judge.contact_id and judge.contact_id == one.contact_id:
            yield Conflict(ConflictKind.NOMINATOR, f"{judge.words} nominated them.", judge.contact_id)
        elif same_address(judge.email, one.email):
            yield Conflict(
                ConflictKind.NOMINATOR,
                f"{judge.words} has the e-mail address of somebody who nominated them.", email_key(judge.email),
            )  # fmt: skip
        else:
            yield from _named(
                judge, (one.name,), one.email, ConflictKind.NOMINATOR, "somebody who nominated them"
            )


def _named(
    judge: JudgeFacts, names: Iterable[str], email: str, kind: ConflictKind, who: str
) -> Iterator[Conflict]:
    """By name, and by an e-mail address that is made of a name: one of the two is enough."""
    for name in names:
        doubt = same_person(judge.name, name)
        if doubt is not None:
            said = f"may be {name}, {who}" if doubt else f"has the name of {who}"
            yield Conflict(kind, f"{judge.words} {said}.", _names_of(judge.name, name))
            return
    if is_in_address(judge.name, email):
        said = f"{judge.words} may be {who}, whose e-mail address is {email.strip()}."
        yield Conflict(kind, said, f"{name_key(judge.name)} | {email_key(email)}")
        return
    for name in names:
        if is_in_address(name, judge.email):
            said = f"{judge.words} has the e-mail address {judge.email.strip()} and may be {name}, {who}."
            yield Conflict(kind, said, f"{email_key(judge.email)} | {name_key(name)}")
            return


def _names_of(one: str, other: str) -> str:
    return f"{name_key(one)} | {name_key(other)}"
