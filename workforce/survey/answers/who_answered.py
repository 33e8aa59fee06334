"""Whose a response is: by CQC's numbers, else by names against the register as it stands, decided once and kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engagement.register.name_match import (
    Candidate,
    NameMatch,
    NamesTold,
    Place,
    Places,
    candidate,
    decided_as,
    match_name,
    names_in,
    of_several,
)
from engagement.register.name_places import places_of
from engagement.register.names import folded
from resources.database import Database, new_key
from resources.files.cells import clean_text
from resources.wording import and_list
from workforce.survey.answers.decisions import WhoDecision
from workforce.survey.answers.responses import Response
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.waves import wave


def name_said_key(said: str) -> str:
    """A name as it is known once it was decided whom it means.

    It is kept in the file (`survey_known_provider.said_key`): with another rule what was decided is forgotten.
    """
    return folded(said)


def _matched(
    said: str, places: Places, held: Mapping[str, WhoDecision], decided: Mapping[str, WhoDecision]
) -> NameMatch:
    key = name_said_key(said)
    for known, remembered in ((decided, False), (held, True)):
        if key in known:
            one = known[key]
            place = places.by_key.get(one.service_id or one.provider_id or "")
            return decided_as(place, match_name(said, places), remembered=remembered)
    return match_name(said, places)


_MOST_NAMED = 3


def likely_of(db: Database, name: str, *, by_service: bool) -> tuple[str, tuple[Candidate, ...]]:
    """Why a name that was given is nobody's yet, and whom it may mean, with all services that were named."""
    matching = Matching(db, {}, by_service=by_service)
    whose = matching.whose(name, "", "")
    matches = [matching.matches[key] for key in matching.keys_in(name)]
    together = [one for one in matches if one.of_providers]
    found = [each for one in together or matches for each in one.candidates]
    if whose.provider_id is not None and len(whose.services) > 1:
        found = [replace(one, service_id=None, services=whose.services) for one in found[:1]]
    return whose.reason, tuple(found)


def why_nobodys(db: Database, response: Response) -> str:
    """Why a response that gave a name is nobody's, as the register stands now; '' where it gave none."""
    if not response.said_name:
        return ""
    by_service = wave(db, response.wave_id).asked_of is AskedOf.SERVICE
    reason, likely = likely_of(db, response.said_name, by_service=by_service)
    if not likely:
        return "Nobody in the register is like that name."
    if any(one.services for one in likely):
        return reason
    return f"It may be {and_list([one.name for one in likely[:_MOST_NAMED]], 'or')}."


# --- what was decided before ------------------------------------------------------------------------------


def remembered_names(db: Database) -> dict[str, WhoDecision]:
    """Whom names meant, by their key."""
    return {
        key: WhoDecision(provider, service)
        for key, provider, service in db.rows(
            "select said_key, provider_id, service_id from survey_known_provider"
        )
    }


def remember_name(db: Database, said: str, decision: WhoDecision) -> None:
    """Keep within a change whom a name means, for every wave and file."""
    key = name_said_key(said)
    row = db.row("select id, provider_id, service_id from survey_known_provider where said_key = ?", (key,))
    cells = {"provider_id": decision.provider_id, "service_id": decision.service_id}
    if row is None:
        db.insert_row(
            "survey_known_provider",
            {"id": new_key(), "said_key": key, "said": clean_text(said), **cells, "decided_by": db.who},
        )
    elif tuple(row[1:]) != (decision.provider_id, decision.service_id):
        db.update_row("survey_known_provider", str(row[0]), {**cells, "decided_by": db.who})


# --- one response -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Whose:
    """Whose a response is, and what it said of that.

    Without a provider it is nobody's yet: `reason` says why, and `to_look_at` whether somebody is likely.
    """

    provider_id: str | None = None
    services: tuple[str, ...] = ()
    said_name: str = ""
    said_id: str = ""
    reason: str = ""
    to_look_at: bool = False


NOBODYS = Whose()
"""What says nothing of whose it is."""


class Matching:
    """Finds whose each response of a file is, and keeps each name once."""

    def __init__(self, db: Database, decided: Mapping[str, WhoDecision], *, by_service: bool) -> None:
        self._places, self._held, self._decided = places_of(db), remembered_names(db), decided
        self._former = dict(db.rows("select id, service_id from former_location"))
        self._by_service = by_service
        self._looked_up: dict[str, NameMatch] = {}
        self.matches: dict[str, NameMatch] = {}
        self.said: dict[str, str] = {}

    def whose(self, name: str, location_id: str, provider_id: str) -> Whose:
        """By number first; a name beside it must not mean somebody else."""
        told = names_in(name, self._places)
        numbers = [one for one in (location_id, provider_id) if one]
        said = Whose(said_name=clean_text(name), said_id=", ".join(numbers))
        places = [place for one in numbers for place in self._numbered(one)]
        if not numbers:
            return self._by_name(said, told)
        if not places:
            found = self._by_name(said, told)
            reason = f"No CQC number {and_list(numbers, 'or')} in the register."
            return _with(found, reason=f"{reason} {found.reason}".strip())
        return self._by_number(said, places, told)

    def keys_in(self, name: str, numbers: str = "") -> list[str]:
        """The keys of the names in a cell that were looked for, and of all of them with the numbers beside them."""
        keys = [name_said_key(part) for part in names_in(name, self._places).parts]
        whole = (name_said_key(_together(name, one)) for one in (numbers, ""))
        return [key for key in dict.fromkeys([*whole, *keys]) if key in self.matches]

    def _match(self, part: str) -> NameMatch:
        key = name_said_key(part)
        if key not in self._looked_up:
            self._looked_up[key] = _matched(part, self._places, self._held, self._decided)
        return self._looked_up[key]

    def _numbered(self, text: str) -> list[Place]:
        found = []
        for one in text.replace(";", " ").replace(",", " ").split():
            key = self._former.get(one)
            place = self._places.by_key.get(str(key)) if key else self._places.by_cqc_id.get(one)
            found += [place] if place is not None else []
        return found

    def _by_number(self, said: Whose, places: Sequence[Place], told: NamesTold) -> Whose:
        owners = list(dict.fromkeys(one.provider_id for one in places))
        found = [candidate(one, 100, "By CQC number.") for one in places]
        if len(owners) > 1:
            return self._of_several(said, found)
        services = [one.service_id for one in places if one.service_id]
        other = self._names_another(told, owners[0])
        if other is not None:
            reason = f"The CQC number is that of {places[0].name}, the name that of {other.name}."
            return self._of_several(said, [*found, other], reason)
        if told.all_of_them and not services:
            services = list(self._places.by_key[owners[0]].services)
        return self._tied(said, owners[0], services, "By CQC number.")

    def _names_another(self, told: NamesTold, owner: str) -> Candidate | None:
        for part in told.parts:
            match = self._match(part)
            if match.is_sure and match.best is not None and match.best.provider_id != owner:
                return match.best
        return None

    def _by_name(self, said: Whose, told: NamesTold) -> Whose:
        if not told.parts:
            return _with(said, reason="" if not said.said_name else "No name is given.")
        found: list[Candidate] = []
        open_ = False
        for part in told.parts:
            key = name_said_key(part)
            self.said.setdefault(key, part)
            match = self.matches[key] = self._match(part)
            if match.is_sure and match.best is not None:
                found.append(match.best)
            else:
                open_ = open_ or not match.is_sure
        if open_ or not found:
            reason = "A name is to be looked at." if open_ else "Nobody in the register."
            return _with(said, reason=reason, to_look_at=open_)
        owners = list(dict.fromkeys(one.provider_id for one in found))
        if len(owners) > 1:
            return self._of_several(said, found)
        services = [one.service_id for one in found if one.service_id]
        if told.all_of_them and not services:
            services = list(self._places.by_key[owners[0]].services)
        return self._tied(said, owners[0], services, " ".join(dict.fromkeys(found[0].reasons)))

    def _of_several(self, said: Whose, found: Sequence[Candidate], reason: str = "") -> Whose:
        """Names of several providers: whose the response is is said of them together, and ties its services named."""
        words = _together(said.said_name, said.said_id)
        key = name_said_key(words)
        match = of_several(found, self._places)
        for known, remembered in ((self._decided, False), (self._held, True)):
            if key in known:
                one = known[key]
                place = self._places.by_key.get(one.service_id or one.provider_id or "")
                match = decided_as(place, match, remembered=remembered)
                break
        self.said.setdefault(key, words)
        self.matches[key] = match
        if not match.is_sure:
            return _with(said, reason=reason or f"{match.words}.", to_look_at=True)
        best = match.best
        if best is None:
            return _with(said, reason="Nobody in the register.", to_look_at=False)
        named = [one.service_id for one in found if one.provider_id == best.provider_id and one.service_id]
        services = [best.service_id] if best.service_id else named
        return self._tied(said, best.provider_id, services, " ".join(best.reasons))

    def _tied(self, said: Whose, provider: str, services: Sequence[str], reason: str) -> Whose:
        only = self._places.by_key[provider].services if provider in self._places.by_key else ()
        if self._by_service and not services and len(only) == 1:
            services, reason = only, f"{reason} It runs one service."
        return Whose(provider, tuple(dict.fromkeys(services)), said.said_name, said.said_id, reason)


def _together(name: str, numbers: str) -> str:
    """All that a response says of whose it is."""
    return ", ".join(filter(None, (clean_text(name), numbers)))


def _with(said: Whose, *, reason: str, to_look_at: bool | None = None) -> Whose:
    look = said.to_look_at if to_look_at is None else to_look_at
    return Whose(said.provider_id, said.services, said.said_name, said.said_id, reason, look)
