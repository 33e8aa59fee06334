"""Who an event is for: the rule as data, in words, and applied to plain facts.

Nothing here sees a database. `audience` fetches the facts and calls `decide`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from engagement.register.vocabulary import ContactRole, Rating, ServiceKind, rating_words
from resources.problem import Problem
from resources.spans import months_before
from resources.wording import and_list, count_of, date_words
from resources.words import Word


class Each(Word):
    """How many people are asked."""

    SERVICE = "service", "One person for each service"
    PROVIDER = "provider", "One person for each provider"
    EVERYBODY = "everybody", "Everybody at each service"


PREFERRED_ROLES = (
    ContactRole.REGISTERED_MANAGER,
    ContactRole.DEPUTY_MANAGER,
    ContactRole.NOMINATED_INDIVIDUAL,
)


@dataclass(frozen=True)
class AudienceRule:
    """What a service must meet, and who is asked for it. An empty tuple asks for nothing in particular.

    `came_to_nothing_in` months and `never_came` look back from the event's day. What CQC does not rate meets no rating,
    "not yet rated" among them. Of `roles`, the first that a service has is asked, then the next, then anybody. The
    hand-chosen ones are keys; removing goes before everything. `by_hand_only` leaves all to them. Archived, closed and
    dormant services and people who have not agreed to be written to are never selected.
    """

    kinds: tuple[ServiceKind, ...] = ()
    districts: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    ratings: tuple[Rating, ...] = ()
    came_to_nothing_in: int | None = None
    never_came: bool = False
    each: Each = Each.SERVICE
    roles: tuple[ContactRole, ...] = PREFERRED_ROLES
    by_hand_only: bool = False
    added_providers: tuple[str, ...] = ()
    added_contacts: tuple[str, ...] = ()
    removed_providers: tuple[str, ...] = ()
    removed_contacts: tuple[str, ...] = ()
    unread: str = ""
    """The text of a rule that cannot be read: it is kept as it is, and selects nobody."""


# --- kept as text ---------------------------------------------------------------------------------------

_WORDS: dict[str, type[Word]] = {"kinds": ServiceKind, "ratings": Rating, "roles": ContactRole}


def to_text(rule: AudienceRule) -> str:
    """JSON with only what differs from the empty rule: `{}` is "all services"."""
    if rule.unread:
        return rule.unread
    plain = AudienceRule()
    said = {field.name: getattr(rule, field.name) for field in fields(rule)}
    return json.dumps({name: value for name, value in said.items() if value != getattr(plain, name)})


_UNREADABLE = "The audience rule cannot be read: something other than Provider Desk changed it"
CHOOSE_ANEW = "Choose the audience anew, or restore the last backup."


def from_text(text: str) -> AudienceRule:
    """The rule that `to_text` wrote; any other text is a `Problem`, for only another program can have written it."""
    try:
        return AudienceRule(**{name: _value(name, value) for name, value in json.loads(text).items()})
    except (ValueError, TypeError, AttributeError) as error:
        raise Problem(f"{_UNREADABLE}. {CHOOSE_ANEW}") from error


def read_rule(text: str) -> AudienceRule:
    """The rule that `to_text` wrote, or one that holds any other text unread: one row shall not stop the rest."""
    try:
        return from_text(text)
    except Problem:
        return AudienceRule(by_hand_only=True, unread=text)


_SINGLE = ("came_to_nothing_in", "never_came", "by_hand_only")


def _value(name: str, value: Any) -> Any:
    if name == "each":
        return Each(value)
    if name in _SINGLE:
        return value
    if not isinstance(value, list):
        raise ValueError(f"{name} is no list")
    value = dict.fromkeys(value)  # when two providers are made one, both keys in a rule become the same
    return tuple(_WORDS[name](item) for item in value) if name in _WORDS else tuple(value)


# --- in words -------------------------------------------------------------------------------------------

_PLURALS = {
    ServiceKind.NURSING_HOME: "nursing homes",
    ServiceKind.RESIDENTIAL_HOME: "residential homes",
    ServiceKind.HOME_CARE: "home care services",
    ServiceKind.SUPPORTED_LIVING: "supported living services",
    ServiceKind.EXTRA_CARE: "extra care services",
    ServiceKind.SHARED_LIVES: "Shared Lives services",
    ServiceKind.DAY_CARE: "day care services",
    ServiceKind.MICRO_PROVIDER: "micro-providers",
    ServiceKind.OTHER_SOCIAL_CARE: "other social care services",
}


def describe(rule: AudienceRule) -> str:
    """The rule as a phrase: Requires improvement or Inadequate nursing homes in Bassetlaw that came to nothing in
    12 months."""
    if rule.unread:
        return _UNREADABLE
    by_hand = _by_hand(rule)
    if rule.by_hand_only:
        return f"Only {by_hand} chosen by hand" if by_hand else "Nobody chosen yet"
    phrase = _services(rule)
    if by_hand:
        phrase += f", and {by_hand} chosen by hand"
    removed = _counted(len(rule.removed_providers), len(rule.removed_contacts))
    if removed:
        phrase += f", without {removed} taken off by hand"
    return phrase[0].upper() + phrase[1:]


def _services(rule: AudienceRule) -> str:
    ratings = and_list([rating.label for rating in rule.ratings], "or")
    kinds = and_list([_PLURALS[kind] for kind in rule.kinds]) or "services"
    phrase = " ".join(part for part in (ratings, kinds) if part)
    places = and_list([*rule.districts, *rule.authorities], "or" if _both(rule) else "and")
    if places:
        phrase += f" in {places}"
    if rule.never_came:
        phrase += " that have never come to an event"
    elif rule.came_to_nothing_in is not None:
        phrase += f" that came to nothing in {count_of(rule.came_to_nothing_in, 'month')}"
    return f"all {phrase}" if phrase == "services" else phrase


def _both(rule: AudienceRule) -> bool:
    return bool(rule.districts and rule.authorities)


def _by_hand(rule: AudienceRule) -> str:
    return _counted(len(rule.added_providers), len(rule.added_contacts))


def _counted(providers: int, contacts: int) -> str:
    parts = [count_of(providers, "provider")] if providers else []
    if contacts:
        parts.append(count_of(contacts, "person", "people"))
    return and_list(parts)


# --- applied --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ServiceFact:
    """What the rule looks at, as at the event's day. `last_came` is the day of the last event somebody came to.

    `rating` is None where CQC does not rate the service.
    """

    id: str
    name: str
    provider_id: str
    provider: str
    kind: ServiceKind
    district: str
    authority: str
    rating: Rating | None
    last_came: date | None = None
    archived: bool = False
    gone: bool = False
    dormant: bool = False


@dataclass(frozen=True)
class PersonFact:
    """A contact; `service_id` is None for one who stands for the whole provider."""

    id: str
    name: str
    role: ContactRole
    provider_id: str
    provider: str
    service_id: str | None
    service: str
    may_be_written_to: bool
    archived: bool = False


@dataclass(frozen=True)
class Selected:
    """A contact to invite, for which service and provider, and why."""

    contact_id: str
    contact: str
    role: ContactRole
    service_id: str | None
    service: str
    provider_id: str
    provider: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """A service that meets the rule, or a person chosen by hand, for whom nobody is asked, and why."""

    service_id: str | None
    service: str
    provider_id: str
    provider: str
    reason: str


@dataclass(frozen=True)
class Selection:
    """What a rule selects: people in order of provider, service and name."""

    people: tuple[Selected, ...]
    left_out: tuple[LeftOut, ...]


def decide(
    rule: AudienceRule, day: date, services: Iterable[ServiceFact], people: Sequence[PersonFact]
) -> Selection:
    """The people whom the rule selects for an event on `day`, and what it leaves out."""
    if rule.unread:
        raise Problem(f"{_UNREADABLE}. {CHOOSE_ANEW}")
    asked = _Asked(rule, people)
    running: set[str] = set()
    for service in services:
        running |= set() if service.archived else {service.provider_id}
        reasons = _why(rule, day, service)
        if reasons is None:
            continue
        refused = _not_open(rule, service)
        if refused:
            asked.leave_out(service, refused)
        else:
            asked.ask_for(service, reasons)
    asked.ask_organisations([key for key in rule.added_providers if key not in running])
    asked.ask_added()
    return asked.selection()


def _why(rule: AudienceRule, day: date, service: ServiceFact) -> tuple[str, ...] | None:
    """Why the service meets the rule; None when it does not."""
    if service.archived:
        return None
    if service.provider_id in rule.added_providers:
        return ("Provider chosen by hand",)
    if rule.by_hand_only:
        return None
    if rule.kinds and service.kind not in rule.kinds:
        return None
    if (rule.districts or rule.authorities) and not (
        service.district in rule.districts or service.authority in rule.authorities
    ):
        return None
    if rule.ratings and service.rating not in rule.ratings and not _rating_asked_in_vain(rule, service):
        return None
    absence = _absence(rule, day, service)
    if absence is None:
        return None
    reasons = [service.kind.label] if rule.kinds else []
    reasons += [rating_words(service.rating)] if rule.ratings else []
    if rule.districts or rule.authorities:
        reasons.append(service.district if service.district in rule.districts else service.authority)
    return tuple([*reasons, *absence]) or ("Every service is asked",)


def _rating_asked_in_vain(rule: AudienceRule, service: ServiceFact) -> bool:
    """Whether somebody may think that this rule asks the service, which CQC does not rate, by its rating."""
    chosen = service.provider_id in rule.added_providers
    meant = Rating.NOT_RATED in rule.ratings or service.kind in rule.kinds
    return service.rating is None and bool(rule.ratings) and meant and not chosen


def _absence(rule: AudienceRule, day: date, service: ServiceFact) -> list[str] | None:
    """Since when nobody came, as far as the rule asks; None when somebody came too lately."""
    if not rule.never_came and rule.came_to_nothing_in is None:
        return []
    if service.last_came is None:
        return ["Never came to an event"]
    if rule.never_came or rule.came_to_nothing_in is None:
        return None
    if service.last_came >= months_before(day, rule.came_to_nothing_in):
        return None
    return [f"Last came on {date_words(service.last_came)}"]


def _not_open(rule: AudienceRule, service: ServiceFact) -> str:
    if service.provider_id in rule.removed_providers:
        return f"{service.provider} was taken off by hand"
    if _rating_asked_in_vain(rule, service):
        kind = _PLURALS[service.kind]
        return f"CQC does not rate {service.name}: choose {kind} by their kind, with any rating"
    if service.gone:
        return f"{service.name} is no longer in CQC's directory"
    return f"{service.name} is dormant" if service.dormant else ""


class _Asked:
    """The people asked so far; each once, with every reason for it."""

    def __init__(self, rule: AudienceRule, people: Sequence[PersonFact]) -> None:
        self._rule = rule
        self._people = {person.id: person for person in people}
        self._at_service: dict[str, list[PersonFact]] = defaultdict(list)
        self._at_provider: dict[str, list[PersonFact]] = defaultdict(list)
        for person in people:
            if person.service_id is None:
                self._at_provider[person.provider_id].append(person)
            else:
                self._at_service[person.service_id].append(person)
        self._reasons: dict[str, dict[str, None]] = {}  # keeps the order in which they were found
        self._for: dict[str, ServiceFact | None] = {}
        self._provider_asked: set[str] = set()
        self._left_out: list[LeftOut] = []

    def ask_for(self, service: ServiceFact, reasons: tuple[str, ...]) -> None:
        """Ask whom the rule prefers for this service."""
        if self._rule.each is Each.PROVIDER and service.provider_id in self._provider_asked:
            return
        found = self._candidates(service)
        if not found:
            self.leave_out(service, self._why_nobody(service))
            return
        self._provider_asked.add(service.provider_id)
        for person in found if self._rule.each is Each.EVERYBODY else found[:1]:
            self._add(person, service, reasons)

    def leave_out(self, service: ServiceFact, reason: str) -> None:
        """Show the service as one for which nobody is asked."""
        self._left_out.append(
            LeftOut(service.id, service.name, service.provider_id, service.provider, reason)
        )

    def ask_organisations(self, keys: Iterable[str]) -> None:
        """Ask the people of organisations chosen by hand that run no service, such as partners."""
        for key in keys:
            there = self._at_provider.get(key, ())
            allowed = sorted((one for one in there if self._may_ask(one)), key=self._preference)
            if key in self._rule.removed_providers or not there:
                continue
            for person in allowed if self._rule.each is Each.EVERYBODY else allowed[:1]:
                self._add(person, None, ("Organisation chosen by hand",))
            if not allowed:
                name = there[0].provider
                self._left_out.append(LeftOut(None, "", key, name, f"No contact with consent at {name}"))

    def ask_added(self) -> None:
        """Ask the people chosen by hand."""
        for key in self._rule.added_contacts:
            person = self._people.get(key)
            if person is None or person.archived:
                continue
            reason = self._why_not_added(person)
            if reason:
                self._left_out.append(
                    LeftOut(person.service_id, person.service, person.provider_id, person.provider, reason)
                )
            elif key not in self._rule.removed_contacts:
                self._add(person, None, ("Chosen by hand",))

    def _why_not_added(self, person: PersonFact) -> str:
        if person.provider_id in self._rule.removed_providers:
            return f"{person.provider} was taken off by hand"
        return "" if person.may_be_written_to else f"{person.name} has not agreed to be written to"

    def selection(self) -> Selection:
        """Everybody asked, and what was left out. Only providers with nobody at all are left out of a rule that
        asks one person for each provider."""
        left = [
            one
            for one in self._left_out
            if self._rule.each is not Each.PROVIDER or one.provider_id not in self._provider_asked
        ]
        people = [self._selected(key) for key in self._reasons]
        return Selection(
            tuple(sorted(people, key=lambda one: (one.provider, one.service, one.contact, one.contact_id))),
            tuple(sorted(left, key=lambda one: (one.provider, one.service, one.reason))),
        )

    def _candidates(self, service: ServiceFact) -> list[PersonFact]:
        """Who may be asked for it, the preferred first: its own people, else those of the whole provider."""
        for people in (self._at_service.get(service.id, ()), self._at_provider.get(service.provider_id, ())):
            allowed = [one for one in people if self._may_ask(one)]
            if allowed:
                return sorted(allowed, key=self._preference)
        return []

    def _may_ask(self, person: PersonFact) -> bool:
        return (
            person.may_be_written_to and not person.archived and person.id not in self._rule.removed_contacts
        )

    def _preference(self, person: PersonFact) -> tuple[int, str, str]:
        roles = self._rule.roles
        return (
            roles.index(person.role) if person.role in roles else len(roles),
            person.name,
            person.id,
        )

    def _why_nobody(self, service: ServiceFact) -> str:
        people = [
            one
            for one in (
                *self._at_service.get(service.id, ()),
                *self._at_provider.get(service.provider_id, ()),
            )
            if not one.archived
        ]
        if not people:
            return f"No contact at {service.name}"
        if any(one.may_be_written_to for one in people):
            return f"Everybody at {service.name} was taken off by hand"
        return f"No contact with consent at {service.name}"

    def _add(self, person: PersonFact, service: ServiceFact | None, reasons: tuple[str, ...]) -> None:
        if person.id in self._reasons and service is not None:
            reasons = (f"Also for {service.name}",)
        self._reasons.setdefault(person.id, {}).update(dict.fromkeys(reasons))
        if self._for.get(person.id) is None:
            self._for[person.id] = service

    def _selected(self, key: str) -> Selected:
        person, service = self._people[key], self._for[key]
        return Selected(
            contact_id=key,
            contact=person.name,
            role=person.role,
            service_id=service.id if service else person.service_id,
            service=service.name if service else person.service,
            provider_id=person.provider_id,
            provider=person.provider,
            reasons=tuple(self._reasons[key]),
        )
