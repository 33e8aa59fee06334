"""The Adult Social Care Learning and Development Support Scheme, and the fund that it replaced before it ran."""

from datetime import date

from workforce.funding.rulebook.known_funds.template import ShippedCutOff, ShippedItem, ShippedRule, Template
from workforce.funding.vocabulary import CutOffKind, FundKind, FundStatus, Operator, SourceStanding

_GUIDE = "gov.uk guide for employers (edition of 20 October 2025)"
_EMPLOYER = f"{_GUIDE}; NHSBSA KA-30966"
_LEARNER = "NHSBSA KA-30966; adultsocialcarelearning.com"
_WINDOWS = f"{_GUIDE}; Staffordshire County Council"
_CLOSING = "gov.uk guide for employers (edition of 19 March 2025)"
_AWARDERS = "gatewayqualifications.org.uk; tquk.org"
_NONE = SourceStanding.NOT_VERIFIED
_NAME = "Learning and Development Support Scheme"
_FUNDER = "Department of Health and Social Care, paid by NHSBSA"
_PURPOSE = "Pays employers back for courses and qualifications of care staff."
_WHERE = "NHS Business Services Authority (NHSBSA), online claims service"
_LATE = "It can no longer be claimed: the last day was {by}"
_REGULATED = (
    "registered_nurse;nursing_associate;social_worker;occupational_therapist;allied_health_professional"
)


def _part(which: str) -> tuple[str, Operator, str]:
    return ("part", Operator.IS, which)


_RULES: tuple[ShippedRule, ...] = (
    ShippedRule(
        "LDSS-E1", "The employer provides adult social care and directly employs care staff in England.",
        "employs_care_staff", Operator.IS, "yes", source=_EMPLOYER,
        to_change="Nothing changes this: the scheme pays those who directly employ care staff",
    ),
    ShippedRule(
        "LDSS-E2", "The employer has completed the Adult Social Care Workforce Data Set (ASC-WDS).",
        "ascwds_completed", Operator.IS, "yes", source=_EMPLOYER,
        to_change="Open an ASC-WDS account and fill in the workplace",
    ),
    ShippedRule(
        "LDSS-L1", "The learner is not a nurse, nursing associate, social worker, occupational therapist or allied "
        "health professional.",
        "job_role", Operator.NONE_OF, _REGULATED, source=_LEARNER,
        to_change="Nothing changes this: the scheme is for care staff whose role is not regulated",
    ),
    ShippedRule(
        "LDSS-L2", "The learner is care staff: deputy and registered managers and agency staff count.",
        "job_role", Operator.IS_NOT, "not_care_providing", source=_LEARNER,
        to_change="Nothing changes this: the scheme is for staff who provide care",
    ),
    ShippedRule(
        "LDSS-L3", "The learner has a UK National Insurance number.", "has_ni_number", Operator.IS, "yes",
        to_change="Ask for the learner’s National Insurance number", source=_LEARNER,
    ),
    ShippedRule(
        "LDSS-L4", "The claimant employed the learner when the course started.", "employed_at_start", Operator.IS,
        "yes", to_change="Nothing changes this: whoever employed the learner when the course started may claim",
        source=_LEARNER,
    ),
    ShippedRule(
        "LDSS-C1", "No apprenticeship courses.", "course_kind", Operator.IS_NOT, "apprenticeship", source=_LEARNER,
        to_change="Nothing changes this: apprenticeships are paid from the levy",
    ),
    ShippedRule(
        "LDSS-C2", "Not as part of an apprenticeship.", "apprenticeship", Operator.IS, "no", source=_LEARNER,
        to_change="Nothing changes this: apprenticeships are paid from the levy",
    ),
    ShippedRule(
        "LDSS-W1", "A course is claimed within 3 months of its completion.", "submitted_on",
        Operator.WITHIN_MONTHS_OF, "3", "completed_on", when=_part("whole"), to_change=_LATE, source=_WINDOWS,
    ),
    ShippedRule(
        "LDSS-W2", "The first part of a qualification (60%) is claimed within 3 months of the later of paid and "
        "started.",
        "submitted_on", Operator.WITHIN_MONTHS_OF, "3", "paid_and_started_on", when=_part("first"), to_change=_LATE,
        source=_WINDOWS,
    ),
    ShippedRule(
        "LDSS-W3", "The second part of a qualification (40%) is claimed within 3 months of its completion.",
        "submitted_on", Operator.WITHIN_MONTHS_OF, "3", "completed_on", when=_part("second"), to_change=_LATE,
        source=_WINDOWS,
    ),
    ShippedRule(
        "LDSS-A1", "The first part is 60% of what is paid for the qualification.", "pence", Operator.AT_MOST, "60%",
        "item_pays", when=_part("first"), to_change="Claim no more than {value} as the first part", source=_WINDOWS,
    ),
    ShippedRule(
        "LDSS-A2", "The second part is 40% of what is paid for the qualification.", "pence", Operator.AT_MOST, "40%",
        "item_pays", when=_part("second"), to_change="Claim no more than {value} as the second part",
        source=_WINDOWS,
    ),
    ShippedRule(
        "LDSS-A3", "No more for a claimant in a year than the cap of the scheme.", "provider_claimed_this_year",
        Operator.AT_MOST, source="gov.uk: there is a cap; its figure was not read", standing=_NONE,
    ),
)  # fmt: skip


def _items(most_pence: int, year: str) -> tuple[ShippedItem, ...]:
    level_2 = "Level 2 Adult Social Care Certificate"
    return (
        ShippedItem(
            level_2, most_pence, 60, source=f"{_AWARDERS}, for {year}", standing=SourceStanding.SECOND_HAND,
            course=level_2,
        ),
        ShippedItem(
            "Oliver’s Training (a ring-fenced sum of its own)",
            source="gov.uk: paid from separate ring-fenced funds; the amounts were not read",
        ),
    )  # fmt: skip


LDSS_2025 = Template(
    "ldss-2025-26", f"{_NAME} 2025/26", FundKind.SIGNPOSTED, date(2025, 4, 1), date(2026, 3, 31), _FUNDER, _PURPOSE,
    items=_items(154_000, "2025/26"), rules=_RULES, where_to_claim=_WHERE,
)  # fmt: skip

LDSS_2024 = Template(
    "ldss-2024-25", f"{_NAME} 2024/25", FundKind.SIGNPOSTED, date(2024, 4, 1), date(2025, 3, 31), _FUNDER, _PURPOSE,
    items=_items(150_000, "2024/25"),
    rules=(
        *_RULES,
        ShippedRule(
            "LDSS-W4", "Claimed by 11:59pm on 21 March 2025.", "submitted_on", Operator.ON_OR_BEFORE, "2025-03-21",
            to_change="Ask NHSBSA: claims up to 31 March 2025 were looked at case by case", source=_CLOSING,
        ),
    ),
    cut_offs=(
        ShippedCutOff(CutOffKind.CLAIMS, date(2025, 3, 21), at_time="11:59pm", source=_CLOSING),
        ShippedCutOff(CutOffKind.OTHER, date(2025, 3, 31), "Late claims, case by case", source=_CLOSING),
    ),
    where_to_claim=_WHERE,
)  # fmt: skip

ASCTDF = Template(
    "asctdf", "Adult Social Care Training and Development Fund", FundKind.SIGNPOSTED, date(2024, 4, 8),
    None, _FUNDER, _PURPOSE,
    conditions="Over £50 million for up to 37,000 people to take the Level 2 Adult Social Care Certificate.",
    note="Published on 8 April 2024, never ran and was withdrawn; the Learning and Development Support Scheme took "
    "its place. There is nothing to claim. Source: gov.uk.",
    status=FundStatus.CLOSED,
)  # fmt: skip

LDSS = (LDSS_2025, LDSS_2024, ASCTDF)
