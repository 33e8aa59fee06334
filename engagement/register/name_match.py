"""Whom of the register a name in a file means: sure, likely, several or nobody, with reasons. Pure.

A name is sure where it is that of one place, whatever its capitals, marks and company words. One that is only like
another, or that several have, is for a person to say.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from engagement.register.names import folded, without_company_words
from resources.files.cells import clean_text
from resources.report.exempt_names import GENERIC_WORDS
from resources.wording import and_list


class Certainty(Enum):
    """How certain a match is."""

    SURE = "sure"
    LIKELY = "likely, to be looked at"
    SEVERAL = "fits several"
    NONE = "nobody in the register"


@dataclass(frozen=True)
class Place:
    """A provider, or one of its services: `names` are those it has or is also known by."""

    provider_id: str
    service_id: str | None
    name: str
    detail: str = ""
    also: tuple[str, ...] = ()
    cqc_id: str = ""
    archived: bool = False
    services: tuple[str, ...] = ()
    """Of a provider, the services it runs now."""
    postcode: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, and those it is also known by."""
        return (self.name, *self.also)


@dataclass(frozen=True)
class Candidate:
    """A provider, or one of its services, that a name may mean; `services` are those of it that were named too."""

    provider_id: str
    service_id: str | None
    name: str
    detail: str
    likeness: int
    reasons: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameMatch:
    """What matching says of a name, the likeliest candidate first.

    `remembered` where it was decided at an earlier file, `decided` where it is now; no candidate is then nobody in the
    register. `of_providers` where names of several providers stand together, each of them a candidate.
    """

    certainty: Certainty
    candidates: tuple[Candidate, ...] = ()
    remembered: bool = False
    decided: bool = False
    of_providers: int = 0

    @property
    def is_sure(self) -> bool:
        """Whether there is nothing to look at."""
        return self.certainty is Certainty.SURE or self.remembered or self.decided

    @property
    def words(self) -> str:
        """How certain it is, and what is to be done."""
        if self.of_providers and not self.is_sure:
            return f"They are of {self.of_providers} providers: choose whose response it is"
        return self.certainty.value

    @property
    def best(self) -> Candidate | None:
        """The one to offer."""
        return self.candidates[0] if self.candidates else None


NOBODY = NameMatch(Certainty.NONE)
_LIKELY, _CLEAR_LEAD, _MOST_OFFERED = 80, 6, 5
_SHARED_WORDS = 74
"""As like as two names are said to be where all telling words of one stand in the other."""


@dataclass(frozen=True)
class Places:
    """The register as matching looks at it."""

    places: Sequence[Place]

    @cached_property
    def by_name(self) -> dict[str, list[Place]]:
        """By each name as it is compared first."""
        found: dict[str, list[Place]] = defaultdict(list)
        for one in self.places:
            for name in dict.fromkeys(name_key_of(each) for each in one.names):
                if name:
                    found[name].append(one)
        return found

    @cached_property
    def by_cqc_id(self) -> dict[str, Place]:
        """By CQC’s number."""
        return {one.cqc_id: one for one in self.places if one.cqc_id}

    @cached_property
    def by_key(self) -> dict[str, Place]:
        """By the register's own key."""
        return {one.service_id or one.provider_id: one for one in self.places}

    @cached_property
    def by_telling_word(self) -> dict[str, list[Place]]:
        """By each word that tells a name apart."""
        found: dict[str, list[Place]] = defaultdict(list)
        for one in self.places:
            for word in {word for name in one.names for word in telling(name)}:
                found[word].append(one)
        return found

    @cached_property
    def keys(self) -> list[str]:
        """Every name once."""
        return list(self.by_name)


def name_key_of(name: str) -> str:
    """A name as it is compared with the register, and never kept: plain letters, without “and”, Ltd and their like."""
    return (
        re.sub(r"\band\b", "", without_company_words(name.replace("&", " and "))).strip().replace("  ", " ")
    )


def telling(name: str) -> frozenset[str]:
    """The words that tell a name apart."""
    return frozenset(word for word in folded(name).split() if word not in GENERIC_WORDS and len(word) > 2)


def match_name(said: str, places: Places) -> NameMatch:
    """Whom one name means."""
    key = name_key_of(said)
    if not key:
        return NOBODY
    same = places.by_name.get(key, [])
    if same:
        return _of_the_same_name(same)
    candidates = _alike(key, said, places)
    if not candidates:
        return NOBODY
    lead = candidates[0].likeness - candidates[1].likeness if len(candidates) > 1 else 100
    certainty = Certainty.LIKELY if lead >= _CLEAR_LEAD else Certainty.SEVERAL
    return NameMatch(certainty, candidates[:_MOST_OFFERED])


def _of_the_same_name(same: Sequence[Place]) -> NameMatch:
    """One place; or a provider and its only home that are called alike; else several."""
    now = [one for one in same if not one.archived] or list(same)
    services = [one for one in now if one.service_id]
    providers = [one for one in now if not one.service_id]
    if len(services) == 1 and (
        not providers or [one.provider_id for one in providers] == [services[0].provider_id]
    ):
        return NameMatch(Certainty.SURE, (candidate(services[0], 100, "The same name."),))
    if not services and len(providers) == 1:
        return NameMatch(Certainty.SURE, (candidate(providers[0], 100, "The same name."),))
    if (
        len(providers) == 1
        and services
        and {one.provider_id for one in services} == {providers[0].provider_id}
    ):
        reason = "The same name as the provider and several of its services."
        return NameMatch(Certainty.SURE, (candidate(providers[0], 100, reason),))
    some = tuple(candidate(one, 100, "The same name.") for one in now)
    return NameMatch(Certainty.SEVERAL, some[:_MOST_OFFERED])


def candidate(place: Place, likeness: int, *reasons: str) -> Candidate:
    """A place as it is offered."""
    told = (*reasons, "It is archived.") if place.archived else reasons
    return Candidate(place.provider_id, place.service_id, place.name, place.detail, likeness, told)


def _alike(key: str, said: str, places: Places) -> tuple[Candidate, ...]:
    from rapidfuzz import fuzz, process  # loaded when first used

    scores: dict[str, tuple[int, str]] = {}
    found = process.extract(key, places.keys, scorer=fuzz.token_sort_ratio, score_cutoff=_LIKELY, limit=20)
    for name, score, _ in found:
        if _numbers(name) != _numbers(key):
            continue
        for place in places.by_name[name]:
            _better(scores, place, round(score), f"Names alike to {round(score)}%.")
    words = telling(said)
    for word in words:
        for place in places.by_telling_word.get(word, ()):
            own = max((telling(name) for name in place.names), key=lambda one: len(one & words))
            if own and (own <= words or words <= own):
                shared = " and ".join(sorted(own & words))
                _better(
                    scores,
                    place,
                    _SHARED_WORDS + min(len(own & words), 4),
                    f"Both have “{shared}” in their name.",
                )
    ordered = sorted(scores.items(), key=lambda one: (-one[1][0], places.by_key[one[0]].archived, one[0]))
    return tuple(candidate(places.by_key[place], score, reason) for place, (score, reason) in ordered)


def _better(scores: dict[str, tuple[int, str]], place: Place, score: int, reason: str) -> None:
    key = place.service_id or place.provider_id
    if key not in scores or scores[key][0] < score:
        scores[key] = (min(score, 99), reason)


def _numbers(name: str) -> set[str]:
    return {word for word in name.split() if word.isdigit()}


# --- several homes in one cell ----------------------------------------------------------------------------

_PARTED = re.compile(r"\s*[;\n|]\s*|\s*,\s*|\s+(?:and|&|\+)\s+|\s+/\s+", re.I)
_HARD = re.compile(r"\s*[;\n|]\s*")
_ALL = re.compile(
    r"[,(\-–:]*\s*\b(?:for |of |on behalf of )?(?:all|both)\b(?: (?:of )?(?:our|the|its|their))?\s*"
    r"(\d+|two|three|four|five|six|seven|eight|nine|ten)?\s*"
    r"(?:homes?|services?|branches|sites|locations|care homes|settings)\b\)?",
    re.I,
)


@dataclass(frozen=True)
class NamesTold:
    """The names in one cell; `all_of_them` where it says that every home of a provider is meant."""

    parts: tuple[str, ...]
    all_of_them: bool = False


def names_in(cell: str, places: Places) -> NamesTold:
    """The names in one cell, each by itself: one that holds “and” or a comma is whole where the register has it so."""
    text = clean_text(cell, keep_lines=True)
    everything = _ALL.search(text)
    if everything and not places.by_name.get(name_key_of(text)):
        text = (text[: everything.start()] + " " + text[everything.end() :]).strip(" ,;:-–\n")
        return NamesTold(_parts(text, places), all_of_them=True)
    return NamesTold(_parts(text, places))


def _parts(text: str, places: Places) -> tuple[str, ...]:
    if not clean_text(text):
        return ()
    if places.by_name.get(name_key_of(clean_text(text))):
        return (clean_text(text),)
    hard = [clean_text(one) for one in _HARD.split(text) if clean_text(one)]
    return tuple(dict.fromkeys(part for one in hard for part in _soft(one, places)))


def _soft(text: str, places: Places) -> list[str]:
    """Parted by commas and “and” only where a part is a place’s: the longest run of parts that is, first."""
    if places.by_name.get(name_key_of(text)):
        return [text]
    cuts = [(0, 0), *((m.start(), m.end()) for m in _PARTED.finditer(text)), (len(text), len(text))]
    if len(cuts) == 2:
        return [text]
    found: list[tuple[int, int]] = []
    at = 0
    last = len(cuts) - 1
    while at < last:
        to = next(
            (
                end
                for end in range(last, at, -1)
                if places.by_name.get(name_key_of(text[cuts[at][1] : cuts[end][0]]))
            ),
            None,
        )
        if to is None:
            at += 1
        else:
            found.append((at, to))
            at = to
    if not found:
        return [text]
    parts, before = [], 0
    for start, end in [*found, (last, last)]:
        between = text[cuts[before][1] : cuts[start][0]].strip(" ,;&+/")
        parts += [one for one in _PARTED.split(between) if one] if start > before else []
        if start < last:
            parts.append(text[cuts[start][1] : cuts[end][0]])
        before = end
    return [clean_text(one) for one in parts if clean_text(one)]


def of_several(found: Sequence[Candidate], places: Places) -> NameMatch:
    """Names that are sure and of several providers: each of these, with what is named of it."""
    owners: dict[str, list[Candidate]] = defaultdict(list)
    for one in found:
        owners[one.provider_id].append(one)
    candidates = tuple(
        replace(
            candidate(places.by_key[owner], 0, f"Named of it: {and_list([one.name for one in some])}."),
            services=tuple(dict.fromkeys(one.service_id for one in some if one.service_id)),
        )
        for owner, some in owners.items()
        if owner in places.by_key
    )
    return NameMatch(Certainty.SEVERAL, candidates, of_providers=len(owners))


def decided_as(place: Place | None, match: NameMatch, *, remembered: bool) -> NameMatch:
    """The match once somebody said whom the name means; None: nobody in the register."""
    reason = "Said so before." if remembered else "Said so now."
    candidates = (candidate(place, 100, reason),) if place is not None else ()
    certainty = Certainty.SURE if place is not None else Certainty.NONE
    return replace(
        match, certainty=certainty, candidates=candidates, remembered=remembered, decided=not remembered
    )
