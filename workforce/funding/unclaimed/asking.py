"""What a provider itself can tell or do, in its words. What only the team can find out is not asked of it. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from resources.wording import and_list, count_of
from workforce.funding.rulebook.facts import FACTS
from workforce.funding.unclaimed.unclaimed import Standing, Unclaimed

_ASCWDS = (
    "what your ASC-WDS account shows: how many staff you gave, how many staff records there are, whether the "
    "workplace and each record are complete, and when you last updated them"
)
_QUESTIONS: Mapping[str, str] = {
    "employs_care_staff": "whether you employ care staff yourselves",
    "ascwds_completed": _ASCWDS,
    "ascwds_eligible": _ASCWDS,
    "ascwds_share": _ASCWDS,
    "ascwds_workers": _ASCWDS,
    "ascwds_staff": _ASCWDS,
    "ascwds_workplace_complete": _ASCWDS,
    "ascwds_updated_on": _ASCWDS,
    "training_held": "what training your staff hold",
    "job_role": "the job role of each learner",
    "employment": "how each learner is employed",
    "employed_at_start": "whether you employed each learner when the course started",
    "has_ni_number": "whether each learner has a UK National Insurance number (not the number itself)",
    "learner_training_held": "what training each learner holds",
    "apprenticeship": "whether a course is part of an apprenticeship",
    "funded_before": "whether a course is paid for from elsewhere",
    "started_on": "the day each course started",
    "cost_paid_on": "the day each course was paid for",
    "paid_and_started_on": "the days each course was paid for and started",
    "completed_on": "the day each course was completed",
    "evidence_complete": "whether you have the certificates and invoices of each course",
}
ASKED = frozenset(_QUESTIONS)
"""The facts that a provider can tell us of."""
_SHARED = {FACTS[name].words: told for name, told in _QUESTIONS.items()}


def questions(rows: Iterable[Unclaimed]) -> list[str]:
    """All that a provider can tell us about these rows, each once: “whether you employ care staff yourselves”."""
    found: list[str] = []
    for row in rows:
        found += [_QUESTIONS[name] for name in row.unknown if name in _QUESTIONS]
        found += [_SHARED[words] for one in row.learners for words in one.unknown if words in _SHARED]
    return list(dict.fromkeys(found))


def advice(rows: Sequence[Unclaimed]) -> list[str]:
    """All that would have to be put right, each once and with its services where it is not the same at all of them."""
    services = {row.place.service for row in rows}
    where: dict[str, dict[str, None]] = {}
    for row in rows:
        for said in row.advice:
            where.setdefault(said, {})[row.place.service] = None
    return [
        said if len(of) == len(services) else f"{places_words(list(of))}: {said[:1].lower()}{said[1:]}"
        for said, of in where.items()
    ]


def places_words(services: Sequence[str]) -> str:
    """Up to three by name, more as a number."""
    names = list(dict.fromkeys(services))
    return and_list(names) if len(names) <= 3 else count_of(len(names), "service")


def to_write(rows: Iterable[Unclaimed]) -> list[Unclaimed]:
    """Those that a letter can speak of: it can be claimed, or the provider can tell or do something about it."""
    return [one for one in rows if one.standing is Standing.ELIGIBLE or one.advice or questions([one])]
