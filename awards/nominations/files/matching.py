"""Whom of the register a nomination means: its home or provider, and people with an entry as a contact.

A home is sure by its number, by its name where nothing else that is told speaks against it, or by a name like it and
the same postcode. Everything near is asked. Of a service that is nominated its own name decides before the place told.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engagement.register.name_match import (
    Candidate,
    Certainty,
    NameMatch,
    Place,
    Places,
    candidate,
    decided_as,
    match_name,
    name_key_of,
    telling,
)
from engagement.register.name_places import places_of
from engagement.register.names import email_key, folded, name_key
from resources.database import Database
from resources.files.cells import clean_text
from resources.files.values import postcode
from resources.wording import and_list

_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.I)
_BEHIND = re.compile(r"(.+?)\s*[,(\n]\s*(.+?)\)?", re.S)
"""A name, and a town, an address or a provider behind it."""
_MOST_OFFERED = 6
_LONGEST_NAME = 10
_CLEAR_LEAD = 6
"""By how much one is to be more like than the next to be the likeliest."""


@dataclass(frozen=True)
class PlaceTold:
    """What a nomination says of where the nominee is; `nominee` is the nominee's own name where that tells it too."""

    place: str = ""
    provider: str = ""
    postcode: str = ""
    location_id: str = ""
    nominee: str = ""

    @property
    def words(self) -> str:
        """As it is kept beside the nominee: Rosewood House, Example Homes, NG18 1AB."""
        parts: list[str] = []
        for part in map(clean_text, (self.place, self.provider, self.postcode, self.location_id)):
            if part and not any(f" {folded(part)} " in f" {folded(one)} " for one in parts):
                parts.append(part)
        return ", ".join(parts)

    @property
    def asked_words(self) -> str:
        """As it is asked about: with the nominee's own name before it, where that tells the place too."""
        if not self.nominee or f" {folded(self.nominee)} " in f" {folded(self.words)} ":
            return self.words
        return f"{self.nominee}: {self.words}" if self.words else self.nominee

    @property
    def key(self) -> str:
        """By which what was decided of it is found."""
        return folded(self.asked_words)


@dataclass(frozen=True)
class PlaceDecision:
    """What a person said that a place is; without a provider it is none of the register."""

    provider_id: str | None = None
    service_id: str | None = None


@dataclass(frozen=True)
class Tied:
    """To what of the register a nomination is tied, and what there is to choose from where it is not sure."""

    told: PlaceTold
    match: NameMatch

    @property
    def service_id(self) -> str | None:
        """The service, where it is sure."""
        return self._best.service_id if self._best else None

    @property
    def provider_id(self) -> str | None:
        """The provider, where it is sure."""
        return self._best.provider_id if self._best else None

    @property
    def _best(self) -> Candidate | None:
        return self.match.best if self.match.is_sure else None

    @property
    def is_asked(self) -> bool:
        """Whether somebody should say what is meant."""
        return not self.match.is_sure and bool(self.match.candidates)

    @property
    def likeliest(self) -> Candidate | None:
        """The one to take where somebody takes the likeliest; None where another is just as likely."""
        if not self.match.candidates:
            return None
        best, *others = self.match.candidates
        words = telling(self.told.nominee or self.told.place)
        alike = words and words <= telling(best.name) and best.likeness < 100
        for other in others:
            if best.likeness - other.likeness < _CLEAR_LEAD or (alike and words <= telling(other.name)):
                return None
        return best

    @property
    def words(self) -> str:
        """What it is tied to, or what is to be decided."""
        if self._best is not None:
            return self._best.name
        if self.is_asked:
            return f"Like {and_list([one.name for one in self.match.candidates[:3]], 'or')}"
        return "Not in the register" if self.told.words else ""


NOT_TOLD = Tied(PlaceTold(), NameMatch(Certainty.NONE))


class PlaceMatching:
    """Finds the place of each nomination, each thing told once."""

    def __init__(self, db: Database, decided: Mapping[str, PlaceDecision]) -> None:
        self.places = places_of(db)
        self._decided = decided
        self._former = dict(db.rows("select id, service_id from former_location"))
        self._where = {
            key: f" {folded(' '.join((address, district, code.replace(' ', ''), code, owner)))} "
            for key, address, district, code, owner in db.rows(
                """select service.id, service.address, service.district, service.postcode, provider.name
                from service join provider on provider.id = service.provider_id"""
            )
        }
        self._by_postcode: dict[str, list[Place]] = defaultdict(list)
        for one in self.places.places:
            if one.service_id and one.postcode and not one.archived:
                self._by_postcode[one.postcode].append(one)
        self._found: dict[PlaceTold, Tied] = {}

    def tied(self, told: PlaceTold) -> Tied:
        """The place that is meant."""
        if not told.key:
            return NOT_TOLD
        if told not in self._found:
            self._found[told] = Tied(told, self._match(told))
        return self._found[told]

    def with_nominee(self, told: PlaceTold, nominee: str) -> PlaceTold:
        """The same with the name of a service or team that is nominated, where the register knows such a name."""
        return replace(told, nominee=nominee) if self._own(nominee)[0] else told

    def _match(self, told: PlaceTold) -> NameMatch:
        found = self._by_number(told) or self._by_nominee(told)
        said = self._decided.get(told.key) or self._decided.get(folded(told.words))
        if said is not None:
            place = self.places.by_key.get(said.service_id or said.provider_id or "")
            return decided_as(place, found, remembered=False)
        return replace(found, candidates=found.candidates[:_MOST_OFFERED])

    def _by_number(self, told: PlaceTold) -> NameMatch | None:
        number = clean_text(told.location_id)
        place = self.places.by_key.get(str(self._former.get(number))) or self.places.by_cqc_id.get(number)
        return _sure(place, "By CQC number.") if number and place is not None else None

    def _by_nominee(self, told: PlaceTold) -> NameMatch:
        """By the nominee's own name, where it is a service's or holds one, and by what is told of the place."""
        beside = self._by_words(told)
        own, is_whole = self._own(told.nominee)
        code, owner = _postcode_in(told), self._owner(told.provider)
        exact = [one for one in own if one.likeness == 100 and self._agrees(one, code, owner, "")]
        if len(exact) > 1:
            exact = [one for one in exact if self._agrees(one, code, owner, told.place)] or exact
        sure = beside.best if beside.is_sure else None
        known_there = is_whole or not told.words or sure is not None or _is_among(exact, beside)
        if len(exact) == 1 and known_there and (sure is None or _holds(sure, exact[0])):
            return self._only(exact[0])
        if sure is not None and not (is_whole and exact):
            return beside
        most = own[0].likeness - _CLEAR_LEAD if own and not is_whole else 100
        known = {(one.provider_id, one.service_id) for one in own}
        others = [replace(one, likeness=min(one.likeness, most)) for one in beside.candidates
                  if (one.provider_id, one.service_id) not in known]  # fmt: skip
        return NameMatch(Certainty.SEVERAL, (*own, *others)) if own else beside

    def _own(self, nominee: str) -> tuple[list[Candidate], bool]:
        """The places that a nominee's name is like; and whether it is the name of one, as a whole."""
        if not nominee:
            return [], False
        whole, _ = self._named(nominee)
        if whole and whole[0].likeness == 100:
            return whole, True
        held = name_within(nominee, self.places)
        return (list(match_name(held, self.places).candidates), False) if held else (whole, False)

    def _by_words(self, told: PlaceTold) -> NameMatch:
        code = _postcode_in(told)
        name = clean_text(_POSTCODE.sub(" ", told.place)).strip(" ,;.-")
        owner = self._owner(told.provider)
        if not name:
            return self._of_owner(owner) if owner is not None else self._at(code, told)
        found, rest = self._named(name)
        if not found:
            return self._at(code, told)
        kept = [one for one in found if self._agrees(one, code, owner, rest)]
        exact = [one for one in kept if one.likeness == 100]
        if len(exact) == 1:
            return self._only(exact[0])
        near = [one for one in kept if code and self._has_postcode(one, code)]
        if len(near) == 1:
            return _certain(replace(near[0], reasons=(*near[0].reasons, "The same postcode.")))
        return NameMatch(
            Certainty.SEVERAL, tuple(kept or found) + tuple(one for one in found if kept and one not in kept)
        )

    def _named(self, name: str) -> tuple[list[Candidate], str]:
        """Whom a name is like, and the words behind it that are no part of it."""
        whole = match_name(name, self.places)
        if whole.best is not None and whole.best.likeness == 100:
            return list(whole.candidates), ""
        parted = _BEHIND.fullmatch(name)
        if parted is not None:
            short = match_name(parted[1], self.places)
            if short.best is not None:
                return list(short.candidates), parted[2]
        return list(whole.candidates), ""

    def _owner(self, provider: str) -> Place | None:
        """The provider that is told, where its name is sure."""
        match = match_name(provider, self.places) if clean_text(provider) else None
        if match is None or match.best is None or match.certainty is not Certainty.SURE:
            return None
        return next(
            (
                one
                for one in self.places.places
                if not one.service_id and one.provider_id == match.best.provider_id
            ),
            None,
        )

    def _agrees(self, one: Candidate, code: str, owner: Place | None, rest: str) -> bool:
        """Whether nothing else that is told speaks against it."""
        if owner is not None and one.provider_id != owner.provider_id:
            return False
        if code and one.service_id and self.places.by_key[one.service_id].postcode not in ("", code):
            return False
        where = self._where.get(one.service_id or "", "")
        return not where or all(f" {word} " in where for word in telling(_POSTCODE.sub(" ", rest)))

    def _has_postcode(self, one: Candidate, code: str) -> bool:
        return bool(one.service_id) and self.places.by_key[str(one.service_id)].postcode == code

    def _only(self, one: Candidate) -> NameMatch:
        """A provider with one service is that service."""
        place = self.places.by_key[one.service_id or one.provider_id]
        return self._of_owner(place) if not one.service_id else _certain(one)

    def _of_owner(self, owner: Place) -> NameMatch:
        if len(owner.services) == 1:
            return _sure(self.places.by_key[owner.services[0]], f"{owner.name} runs one service.")
        return _sure(owner, "The same name.")

    def _at(self, code: str, told: PlaceTold) -> NameMatch:
        """Nothing is called so: what lies at the postcode, and what the provider runs, is offered."""
        owner = self._owner(told.provider)
        offered = [candidate(one, 60, "The same postcode.") for one in self._by_postcode.get(code, ())]
        if owner is not None:
            offered += [
                candidate(self.places.by_key[key], 50, f"Run by {owner.name}.") for key in owner.services
            ]
            offered.append(candidate(owner, 40, "The provider that is told."))
        each = {one.service_id or one.provider_id: one for one in reversed(offered)}
        return NameMatch(Certainty.SEVERAL if each else Certainty.NONE, tuple(reversed(each.values())))


def name_within(text: str, places: Places, *, from_start: bool = False) -> str:
    """The longest run of words that is a name in the register; '' where none is, or none begins the text."""
    words = clean_text(text).split()
    for length in range(min(len(words), _LONGEST_NAME), 0, -1):
        for at in range(1 if from_start else len(words) - length + 1):
            run = " ".join(words[at : at + length]).strip(" ,.;:()[]!?“”\"‘’'")
            if run[:1].isupper() and telling(run) and places.by_name.get(name_key_of(run)):
                return run
    return ""


def _is_among(own: Sequence[Candidate], beside: NameMatch) -> bool:
    """Whether the place told may be the nominee's own."""
    return bool({one.service_id for one in own} & {one.service_id for one in beside.candidates})


def _holds(told: Candidate, own: Candidate) -> bool:
    """Whether the place told is the nominee's own, or the provider that runs it."""
    return told.provider_id == own.provider_id and told.service_id in (None, own.service_id)


def _certain(one: Candidate) -> NameMatch:
    return NameMatch(Certainty.SURE, (one,))


def _sure(place: Place, reason: str) -> NameMatch:
    return _certain(candidate(place, 100, reason))


def _postcode_in(told: PlaceTold) -> str:
    """The postcode told in a column of its own, or among the words of the place."""
    for text in (told.postcode, told.place, told.provider):
        if (whole := postcode(text)) is not None:
            return whole
        for match in _POSTCODE.finditer(text):
            if (found := postcode(match[0])) is not None:
                return found
    return ""


# --- people ---------------------------------------------------------------------------------------------------


class People:
    """The contacts of the register, by address and by name."""

    def __init__(self, db: Database) -> None:
        self._by_email: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
        for key, provider, name, email in db.rows(
            "select id, provider_id, name, email from contact where archived_on is null order by id"
        ):
            if email:
                self._by_email[email_key(email)].append((key, provider, name))
            self._by_name[provider, name_key(name)].append((key, provider, name))

    def found(self, name: str, email: str, provider_id: str | None) -> tuple[str, str] | None:
        """The key and provider of the one contact whose address it is, or who is called so at the provider."""
        if email:
            same = [one for one in self._by_email.get(email_key(email), ()) if _may_be(name, one[2])]
            if len(same) == 1:
                return same[0][:2]
        named = self._by_name.get((provider_id or "", name_key(name)), []) if len(name.split()) > 1 else []
        return named[0][:2] if len(named) == 1 else None


def _may_be(said: str, held: str) -> bool:
    """Whether one name may be the other: nothing is said, or a word is in both. An address may be a whole office's."""
    return not said.strip() or bool(set(folded(said).split()) & set(folded(held).split()))


def same_person_key(name: str, also: Sequence[str] = ()) -> frozenset[str]:
    """The names by which somebody is known, as they are compared: without titles, words in any order."""
    titles = {"mr", "mrs", "ms", "miss", "mx", "dr"}
    found = (" ".join(word for word in name_key(one).split() if word not in titles) for one in (name, *also))
    return frozenset(one for one in found if one)
