"""The words of the register: kinds of service, ratings, contracts and contacts, and how CQC's texts read as them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from resources.wording import and_list, lower_first
from resources.words import Word, plain

# --- services -------------------------------------------------------------------------------------------

NO_DISTRICT = "District not recorded"


class ServiceKind(Word):
    """What a service does, as the team speaks of it."""

    NURSING_HOME = "nursing_home", "Nursing home"
    RESIDENTIAL_HOME = "residential_home", "Residential home"
    HOME_CARE = "home_care", "Home care"
    SUPPORTED_LIVING = "supported_living", "Supported living"
    EXTRA_CARE = "extra_care", "Extra care"
    SHARED_LIVES = "shared_lives", "Shared Lives"
    DAY_CARE = "day_care", "Day care"
    MICRO_PROVIDER = "micro_provider", "Micro-provider"
    OTHER_SOCIAL_CARE = "other_social_care", "Other social care"

    @property
    def is_registered_by_cqc(self) -> bool:
        """Whether CQC registers services of this kind, and so rates them."""
        return self not in (ServiceKind.DAY_CARE, ServiceKind.MICRO_PROVIDER)


class MarketKind(Word):
    """The three groups of the committee's market table."""

    NURSING = "nursing", "Nursing homes"
    RESIDENTIAL = "residential", "Residential homes"
    DOMICILIARY = "domiciliary", "Home care agencies"

    @property
    def plural(self) -> str:
        """For the middle of a sentence: nursing homes."""
        return lower_first(self.label)

    @property
    def singular(self) -> str:
        """For the middle of a sentence: nursing home."""
        return self.plural.replace("agencies", "agency").removesuffix("s")


_MARKET_KINDS = {
    ServiceKind.NURSING_HOME: MarketKind.NURSING,
    ServiceKind.RESIDENTIAL_HOME: MarketKind.RESIDENTIAL,
    ServiceKind.HOME_CARE: MarketKind.DOMICILIARY,
}


def market_kind(kind: ServiceKind) -> MarketKind | None:
    """The market table's group, or None for the kinds that it does not show."""
    return _MARKET_KINDS.get(kind)


# CQC has two vocabularies for the same types: the directory's short names and the "Service type - …" columns of
# HSCA active locations. The order is the rule: the first kind that any of a location's types has is its kind.
# "Supported housing" is the directory's short name for extra care housing. A specialist college is regulated for
# the care it gives to adults in residence. Community services for people with a learning disability or mental
# health needs, hospices, rehabilitation and nurses' agencies are health care and do not make a location social care.
_TYPES_OF_KIND: tuple[tuple[ServiceKind, tuple[str, ...]], ...] = (
    (ServiceKind.NURSING_HOME, ("nursing home", "care home with nursing")),
    (ServiceKind.RESIDENTIAL_HOME, ("residential home", "care home without nursing")),
    (
        ServiceKind.HOME_CARE,
        ("homecare agency", "home care agency", "homecare", "home care", "domiciliary care"),
    ),
    (ServiceKind.SUPPORTED_LIVING, ("supported living",)),
    (ServiceKind.EXTRA_CARE, ("extra care housing", "extra care", "supported housing")),
    (ServiceKind.SHARED_LIVES, ("shared lives",)),
    (ServiceKind.OTHER_SOCIAL_CARE, ("education disability", "specialist college")),
)
_KIND_OF_TYPE = {text: kind for kind, texts in _TYPES_OF_KIND for text in texts}
_KIND_ORDER = tuple(kind for kind, _ in _TYPES_OF_KIND)


def _type_text(text: str) -> str:
    """A service type without its prefix, its plural and the word "service"."""
    words = plain(text).removeprefix("service type").strip()
    words = re.sub(r"\bservices?\b", " ", words).replace("agencies", "agency").replace("homes", "home")
    return " ".join(words.split())


def kind_from_service_types(texts: Iterable[str]) -> ServiceKind | None:
    """The kind of a location from all its CQC service types; None when none of them is adult social care.

    Nursing homes come before residential homes, these before homecare agencies, then supported living, extra
    care, Shared Lives and specialist colleges, in that order.
    """
    found = {_KIND_OF_TYPE.get(_type_text(text)) for text in texts}
    return next((kind for kind in _KIND_ORDER if kind in found), None)


_SOCIAL_CARE_CATEGORIES = ("residential social care", "community based adult social care services")
_SAYS_NOTHING = ("", "unspecified", "not applicable", "null")


def is_social_care(
    *, primary_inspection_category: str = "", location_type: str = "", inspection_directorate: str = ""
) -> bool | None:
    """Whether CQC counts the location as adult social care; None when its columns do not say.

    The category decides where there is one, since hospices have stood under the adult social care directorate.
    """
    category, kind, directorate = map(
        plain, (primary_inspection_category, location_type, inspection_directorate)
    )
    if category not in _SAYS_NOTHING:
        return category in _SOCIAL_CARE_CATEGORIES
    if kind not in _SAYS_NOTHING:
        return kind == "social care org"
    return None if directorate in _SAYS_NOTHING else directorate == "adult social care"


# --- ratings --------------------------------------------------------------------------------------------


class Rating(Word):
    """A CQC rating, worst first; NOT_RATED is a service without one, not a fifth grade."""

    INADEQUATE = "inadequate", "Inadequate"
    REQUIRES_IMPROVEMENT = "requires_improvement", "Requires improvement"
    GOOD = "good", "Good"
    OUTSTANDING = "outstanding", "Outstanding"
    NOT_RATED = "not_rated", "Not yet rated"

    @property
    def is_rated(self) -> bool:
        """Whether it is one of the four grades."""
        return self is not Rating.NOT_RATED

    @property
    def initials(self) -> str:
        """The committee table's column letters: IA, RI, GO, OU."""
        return _INITIALS[self]


_INITIALS = {
    Rating.INADEQUATE: "IA",
    Rating.REQUIRES_IMPROVEMENT: "RI",
    Rating.GOOD: "GO",
    Rating.OUTSTANDING: "OU",
    Rating.NOT_RATED: "NR",
}
GRADES = (Rating.INADEQUATE, Rating.REQUIRES_IMPROVEMENT, Rating.GOOD, Rating.OUTSTANDING)
"""The four published grades in the order of the committee's table."""

BEST_FIRST: tuple[Rating | None, ...] = (*reversed(GRADES), Rating.NOT_RATED, None)
"""How services stand in lists by rating; None is what CQC does not rate."""


def is_rated_by_cqc(kind: ServiceKind, location_id: str | None) -> bool:
    """CQC rates the kinds that it registers, and whatever has a Location ID."""
    return kind.is_registered_by_cqc or bool(location_id)


def standing_rating(published: Rating | None, kind: ServiceKind, location_id: str | None) -> Rating | None:
    """How a service stands: with its grade; without one NOT_RATED where CQC is to rate it, None where it is not."""
    if published is not None and published.is_rated:
        return published
    return Rating.NOT_RATED if is_rated_by_cqc(kind, location_id) else None


def rating_words(standing: Rating | None) -> str:
    """What is said of a service that stands so."""
    return "Not rated by CQC" if standing is None else standing.label


UNREGISTERED_KINDS = tuple(kind for kind in ServiceKind if not kind.is_registered_by_cqc)
WHY_NOT_RATED = (
    "CQC does not rate services of the kinds that it does not register: "
    f"{and_list([kind.label.lower() for kind in UNREGISTERED_KINDS])}."
)

_GRADE_TEXTS = {plain(grade.label): grade for grade in GRADES}
_NO_GRADE_TEXTS = {
    "": "No rating has been published.",
    "no published rating": "No rating has been published.",
    "no rating": "No rating has been published.",
    "not rated": "CQC has not rated it.",
    "not yet rated": "CQC has not rated it.",
    "unrated": "CQC has not rated it.",
    "not yet inspected": "CQC has not inspected it.",
    "awaiting inspection": "CQC has not inspected it.",
    "not applicable": "CQC does not rate it.",
    "n a": "CQC does not rate it.",
    "inspected but not rated": "CQC inspected it and did not rate it.",
    "insufficient evidence to rate": "CQC had insufficient evidence to rate it.",
    "regulations met": "An inspection before ratings began found that regulations were met; it gave no rating.",
    "all regulations met": "An inspection before ratings began found that regulations were met; it gave no rating.",
    "regulations not met": "An inspection before ratings began found regulations not met; it gave no rating.",
}


@dataclass(frozen=True)
class RatingRead:
    """What a text says of a rating; `rating` is None when it is no text of CQC's, `reason` says why not a grade."""

    rating: Rating | None
    reason: str = ""


def read_rating(text: str) -> RatingRead:
    """CQC's text with the reason where it gives no grade."""
    said = plain(text)
    if said in _GRADE_TEXTS:
        return RatingRead(_GRADE_TEXTS[said])
    if said in _NO_GRADE_TEXTS:
        return RatingRead(Rating.NOT_RATED, _NO_GRADE_TEXTS[said])
    return RatingRead(None, f"“{text.strip()}” is not a rating that CQC gives.")


class KeyQuestion(Word):
    """What a rating is about: the service overall, or one of CQC's five questions."""

    OVERALL = "overall", "Overall"
    SAFE = "safe", "Safe"
    EFFECTIVE = "effective", "Effective"
    CARING = "caring", "Caring"
    RESPONSIVE = "responsive", "Responsive"
    WELL_LED = "well_led", "Well-led"


def key_question_from_cqc(text: str) -> KeyQuestion | None:
    """The question that the "Domain" column names; None when it names none."""
    return KeyQuestion.read(re.sub(r"^\W*(is it|are they)\b|\?", "", text.strip(), flags=re.IGNORECASE))


# --- the team's own facts -------------------------------------------------------------------------------


class ContractStatus(Word):
    """Where the council's contract with a service stands."""

    NONE = "none", "No contract"
    ACTIVE = "active", "Active"
    IMPROVEMENT_NOTICE = "improvement_notice", "Improvement notice"
    SUSPENDED = "suspended", "Suspended"
    TERMINATED = "terminated", "Terminated"

    @property
    def is_exempt_when_named(self) -> bool:
        """Whether saying it of a named service is exempt (see contracts.py); how many there are is public."""
        return self not in (ContractStatus.NONE, ContractStatus.ACTIVE)


class OrganisationKind(Word):
    """What an organisation of the register is. Only care providers count as providers."""

    CARE_PROVIDER = "care_provider", "Care provider"
    PARTNER = "partner", "Partner organisation"
    COUNCIL = "council", "Council"
    GROUP = "group", "Group of people"


class ContactRole(Word):
    """What a contact does at the provider."""

    REGISTERED_MANAGER = "registered_manager", "Registered manager"
    NOMINATED_INDIVIDUAL = "nominated_individual", "Nominated individual"
    OWNER = "owner", "Owner or director"
    DEPUTY_MANAGER = "deputy_manager", "Deputy manager"
    ADMINISTRATOR = "administrator", "Administrator"
    TRAINING_LEAD = "training_lead", "Training lead"
    CARE_WORKER = "care_worker", "Care worker"
    OTHER = "other", "Other"


class ConsentBasis(Word):
    """How a contact came to be somebody whom the team may write to."""

    EMAIL_OPT_IN = "email_opt_in", "Agreed by email"
    AGREED_AT_FORUM = "agreed_at_forum", "Agreed in person at a forum"
    CONTRACT_CONTACT = "contract_contact", "Named contact for a council contract"
    PUBLIC_CONTACT = "public_contact", "Published as a contact by the provider or CQC"
    NOT_RECORDED = "not_recorded", "Not recorded"
    WITHDRAWN = "withdrawn", "Asked not to be contacted"

    @property
    def allows_contact(self) -> bool:
        """Whether an invitation may be sent on this basis."""
        return self not in (ConsentBasis.NOT_RECORDED, ConsentBasis.WITHDRAWN)
