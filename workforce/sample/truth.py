"""What is true of the sample county's providers in each wave, before anybody is asked. Pure.

Between the waves, fewer say that pay or too few applicants keep posts vacant, more of those invited attend, and fewer
leave. Nothing else changes but by chance.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from workforce.survey.vocabulary import Role

Shares = Mapping[str, float]
"""How likely it is that a service chooses an option, by the option's first words."""


@dataclass(frozen=True)
class Truth:
    """One wave's. `steps` are the shares that go on from each stage of the funnel; rates are of staff."""

    reasons: Shares
    methods: Shares
    best_methods: Shares
    practices: Shares
    best_practices: Shares
    hardness: tuple[int, ...]
    applied_by_staff: float
    steps: Mapping[Role, float]
    vacancy_rate: float
    turnover_rate: float
    lengths: Mapping[Role, float]


_REASONS = {
    "Perception of low pay": 0.62, "Not enough applicants": 0.58, "Poor terms": 0.18, "Public perception": 0.27,
    "Low awareness": 0.13, "Expectations do not": 0.34, "Applicants not": 0.31, "Applicants lack": 0.16,
    "Staff moved to another care": 0.24, "Staff moved to the health": 0.29, "Staff moved to another sector": 0.22,
    "Retirement": 0.09, "Transport": 0.26, "Other": 0.12,
}  # fmt: skip
_METHODS = {
    "Online job boards": 0.78, "Jobcentre": 0.49, "Social media": 0.52, "Our own website": 0.47,
    "Word of mouth": 0.71, "Refer a friend": 0.36, "Local newspaper": 0.17, "Posters": 0.23,
    "Recruitment agency": 0.14, "Job fairs": 0.21, "Schools": 0.15, "Proud to Care": 0.19, "Other": 0.08,
}  # fmt: skip
_BEST_METHODS = {
    "Online job boards": 31, "Word of mouth": 29, "Refer a friend": 15, "Social media": 12, "Jobcentre": 4,
    "Our own website": 5, "Proud to Care": 3, "Job fairs": 3, "Other": 2, "Don’t know": 6,
}  # fmt: skip
_PRACTICES = {
    "Retention or": 0.22, "Experts by": 0.19, "Engage with": 0.41, "Values-based": 0.28, "Applicants choose": 0.37,
    "Psychometric": 0.05, "Showing": 0.56, "Training": 0.33, "Other": 0.08,
}  # fmt: skip
_BEST_PRACTICES = {
    "Training": 22, "Retention or": 18, "Values-based": 16, "Showing": 13, "Engage with": 12, "Applicants choose": 7,
    "Experts by": 6, "Psychometric": 1, "Other": 5, "Don’t know": 9, "Does not": 2,
}  # fmt: skip

BASELINE = Truth(
    reasons=_REASONS, methods=_METHODS, best_methods=_BEST_METHODS, practices=_PRACTICES,
    best_practices=_BEST_PRACTICES, hardness=(2, 8, 15, 42, 33), applied_by_staff=1.1,
    steps={
        Role.INVITED: 0.52, Role.ATTENDED: 0.56, Role.APPOINTABLE: 0.47, Role.OFFERED: 0.91, Role.STARTED: 0.79,
        Role.STILL_THERE: 0.71,
    },
    vacancy_rate=0.098, turnover_rate=0.36,
    lengths={
        Role.UNDER_1_YEAR: 0.27, Role.FROM_1_TO_2: 0.24, Role.FROM_3_TO_5: 0.21, Role.FROM_6_TO_10: 0.16,
        Role.OVER_10: 0.12,
    },
)  # fmt: skip
"""When it was asked first."""

RE_EVALUATION = Truth(
    reasons=_REASONS | {"Perception of low pay": 0.46, "Not enough applicants": 0.39},
    methods=_METHODS | {"Social media": 0.67, "Refer a friend": 0.5, "Short videos": 0.14},
    best_methods=_BEST_METHODS | {"Refer a friend": 21, "Short videos": 2},
    practices=_PRACTICES | {"Values-based": 0.45, "Engage with": 0.6, "Applicants choose": 0.48},
    best_practices=_BEST_PRACTICES | {"Values-based": 23},
    hardness=(4, 14, 21, 38, 23), applied_by_staff=1.05, 
    steps={**BASELINE.steps, Role.ATTENDED: 0.67, Role.STILL_THERE: 0.76},
    vacancy_rate=0.078, turnover_rate=0.29, lengths=BASELINE.lengths,
)  # fmt: skip
"""When it was asked again."""

NEW_METHOD = "Short videos, such as on TikTok"
"""Offered from the re-evaluation on."""
EARLIER_WORDING = ("best_retention", "Which one of them is the most effective way to keep staff?")
"""The code of a question that was asked in other words in the baseline."""
