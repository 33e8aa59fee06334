"""What rules can speak of: each fact with its words, whose it is and of what sort."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.words import Word
from workforce.funding.vocabulary import ClaimPart, Subject
from workforce.training.vocabulary import CourseKind, Employment, JobRole

FactValue = str | frozenset[str] | date | int | Fraction | None
"""None is not known. What was not asked is not among the facts at all. A flag is a bool."""
Facts = Mapping[str, FactValue]


class FactType(Enum):
    """Of what sort a fact's value is."""

    WORD = "word"
    WORDS = "words"  # a set of them, of which any may be named
    DATE = "date"
    NUMBER = "number"
    SHARE = "share"  # a Fraction from 0 to 1
    PENCE = "pence"
    FLAG = "flag"

    @property
    def is_ordered(self) -> bool:
        """Whether it is a number of something."""
        return self in (FactType.NUMBER, FactType.SHARE, FactType.PENCE)

    @property
    def is_set_of_words(self) -> bool:
        """Whether rules hold it against a list of words."""
        return self in (FactType.WORD, FactType.WORDS)


@dataclass(frozen=True)
class Fact:
    """Something that can be known of a service, a learner or a claim.

    `choices` are the words it can have, where they are fixed. `this_year`: it can be put right until the funding year
    ends. `told_with`: the facts that the sentences about it draw on. `or_the_day`: while it is empty, the day for
    which it is decided stands in for it.
    """

    name: str
    words: str
    subject: Subject
    type: FactType
    choices: tuple[tuple[str, str], ...] = ()
    this_year: bool = False
    told_with: tuple[str, ...] = ()
    or_the_day: bool = False

    @property
    def labels(self) -> dict[str, str]:
        """What people read for each of its words."""
        return dict(self.choices)


def _of(words: type[Word]) -> tuple[tuple[str, str], ...]:
    return tuple((word.value, word.label) for word in words)


_SERVICE, _LEARNER, _CLAIM = Subject.SERVICE, Subject.LEARNER, Subject.CLAIM
_WORD, _WORDS, _DATE, _NUMBER, _SHARE, _PENCE, _FLAG = FactType
_ALL = (
    Fact("kind", "kind of service", _SERVICE, _WORD, _of(ServiceKind)),
    Fact("district", "district", _SERVICE, _WORD),
    Fact("authority", "council area", _SERVICE, _WORD),
    Fact("rating", "overall CQC rating", _SERVICE, _WORD, _of(Rating)),
    Fact("rated_on", "day the rating was published", _SERVICE, _DATE),
    Fact("contract_status", "contract with the council", _SERVICE, _WORD, _of(ContractStatus)),
    Fact("registered", "registered with CQC", _SERVICE, _FLAG),
    Fact("employs_care_staff", "directly employs care staff", _SERVICE, _FLAG),
    Fact("ascwds_completed", "has an ASC-WDS account with its workplace filled in", _SERVICE, _FLAG, this_year=True),
    Fact(
        "ascwds_eligible", "met the ASC-WDS requirements this funding year", _SERVICE, _FLAG, this_year=True,
        told_with=("ascwds_workers", "ascwds_staff", "ascwds_share", "ascwds_workplace_complete"),
    ),
    Fact(
        "ascwds_share", "share of ASC-WDS staff records that are complete", _SERVICE, _SHARE, this_year=True,
        told_with=("ascwds_workers",),
    ),
    Fact("ascwds_workers", "number of ASC-WDS staff records", _SERVICE, _NUMBER, this_year=True),
    Fact("ascwds_staff", "number of staff given in ASC-WDS", _SERVICE, _NUMBER, this_year=True),
    Fact("ascwds_workplace_complete", "ASC-WDS workplace record complete", _SERVICE, _FLAG, this_year=True),
    Fact("ascwds_updated_on", "day the ASC-WDS workplace was last updated", _SERVICE, _DATE, this_year=True),
    Fact("claims_this_year", "claims made this funding year", _SERVICE, _NUMBER),
    Fact("claimed_this_year", "amount claimed this funding year", _SERVICE, _PENCE),
    Fact("training_held", "training that its staff hold", _SERVICE, _WORDS),
    Fact("job_role", "learner’s job role", _LEARNER, _WORD, _of(JobRole)),
    Fact("employment", "learner’s employment", _LEARNER, _WORD, _of(Employment)),
    Fact("employed_at_start", "employed by the claimant when the course started", _LEARNER, _FLAG),
    Fact("has_ni_number", "learner has a UK National Insurance number", _LEARNER, _FLAG),
    Fact("learner_claimed_this_year", "amount claimed for the learner this funding year", _LEARNER, _PENCE),
    Fact("learner_credits_this_year", "credits claimed for the learner this funding year", _LEARNER, _NUMBER),
    Fact("learner_claimed_before", "the same course was claimed for the learner before", _LEARNER, _FLAG),
    Fact("learner_training_held", "training that the learner holds", _LEARNER, _WORDS),
    Fact("course_kind", "kind of course", _CLAIM, _WORD, _of(CourseKind)),
    Fact("apprenticeship", "part of an apprenticeship", _CLAIM, _FLAG),
    Fact("funded_before", "already funded from elsewhere", _CLAIM, _FLAG),
    Fact("part", "part that is claimed", _CLAIM, _WORD, _of(ClaimPart)),
    Fact("pence", "amount claimed", _CLAIM, _PENCE),
    Fact("item_pays", "most that the fund pays for it", _CLAIM, _PENCE),
    Fact("started_on", "day the course started", _CLAIM, _DATE),
    Fact("cost_paid_on", "day the course was paid for", _CLAIM, _DATE),
    Fact("completed_on", "day the course was completed", _CLAIM, _DATE),
    Fact("submitted_on", "day the claim is submitted", _CLAIM, _DATE, or_the_day=True),
    Fact("paid_and_started_on", "later of the days the course was paid for and started", _CLAIM, _DATE),
    Fact("evidence_complete", "all evidence is there", _CLAIM, _FLAG),
    Fact("credits", "credits of the course", _CLAIM, _NUMBER),
    Fact(
        "provider_claimed_this_year", "amount that the provider claimed this funding year, this claim included",
        _CLAIM, _PENCE,
    ),
)  # fmt: skip

FACTS: Mapping[str, Fact] = {fact.name: fact for fact in _ALL}
"""By name, in the order in which people are shown them."""
