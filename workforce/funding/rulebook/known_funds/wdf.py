"""The Workforce Development Fund, year by year."""

from datetime import date

from resources.wording import date_words
from workforce.funding.rulebook.known_funds.asc_wds import REQUIREMENTS
from workforce.funding.rulebook.known_funds.template import ShippedCutOff, ShippedItem, ShippedRule, Template
from workforce.funding.vocabulary import CutOffKind, FundKind, Operator, SourceStanding

_PARTNER = "actforfunding.org, a partner of Skills for Care"
_SFC_2018 = "skillsforcare.org.uk as archived, and dhassociates.co.uk"
_SFC_2019 = "skillsforcare.org.uk as archived"
_END = "A copy of skillsforcare.org.uk at quadruz"
_SECOND, _NONE = SourceStanding.SECOND_HAND, SourceStanding.NOT_VERIFIED
_NAME, _FUNDER = "Workforce Development Fund", "Department of Health and Social Care, through Skills for Care"
_PURPOSE = "Pays towards qualifications and learning of people who work in adult social care."
_WHOLE = ShippedRule(
    "WDF-2", "Whole qualifications only.", "course_kind", Operator.IS, "qualification",
    to_change="Claim for a whole qualification", source=_SFC_2018,
)  # fmt: skip


def _completed(code: str, first: date, last: date, source: str) -> tuple[ShippedRule, ShippedRule]:
    """From the first day to the last, both included."""
    return (
        ShippedRule(
            f"{code} from", f"Completed on or after {date_words(first)}.", "completed_on", Operator.ON_OR_AFTER,
            first.isoformat(),
            to_change="Nothing changes this: it was completed too early for this fund", source=source,
        ),
        ShippedRule(
            f"{code} until", f"Completed on or before {date_words(last)}.", "completed_on",
            Operator.ON_OR_BEFORE, last.isoformat(),
            to_change="Nothing changes this: it was completed too late for this fund",
            source=source,
        ),
    )  # fmt: skip


WDF_2017 = Template(
    "wdf-2017-18", f"{_NAME} 2017/18", FundKind.HELD, date(2017, 4, 1), date(2018, 3, 31), _FUNDER, _PURPOSE,
    items=(
        ShippedItem("Level 2 diploma (46 credits)", 69_000, source=_PARTNER, standing=_SECOND),
        ShippedItem("Level 3 diploma (58 credits)", 87_000, source=_PARTNER, standing=_SECOND),
        ShippedItem("Level 4 diploma (70 credits, over more than one year)", source=_PARTNER),
        ShippedItem("Level 5 diploma (80 credits, over more than one year)", source=_PARTNER),
    ),
    rules=(
        ShippedRule(
            "WDF-1", "£15 for each credit of the qualification.", "pence", Operator.AT_MOST, "1500", "credits",
            to_change="Claim no more than {value}", source=_PARTNER, standing=_SECOND,
        ),
        ShippedRule(
            "WDF-2", "At most 60 credits for a learner in a year.", "learner_credits_this_year", Operator.AT_MOST,
            "60", to_change="Claim {missing} credits fewer for the learner this year, or the rest next year",
            source=_PARTNER, standing=_SECOND,
        ),
    ),
)  # fmt: skip

WDF_2018 = Template(
    "wdf-2018-19", f"{_NAME} 2018/19", FundKind.HELD, date(2018, 4, 1), date(2019, 3, 31), _FUNDER, _PURPOSE,
    items=(
        ShippedItem("Whole qualification", evidence="Copy of the certificate", source=_SFC_2018),
    ),
    rules=(
        *_completed("WDF-1", date(2018, 1, 1), date(2019, 3, 31), _SFC_2018),
        _WHOLE,
        ShippedRule(
            "WDF-3", "A copy of the certificate is there.", "evidence_complete", Operator.IS, "yes",
            to_change="Send a copy of the certificate", source=_SFC_2018,
        ),
        ShippedRule(
            "WDF-4", "No more for a learner in a year than the limit in pounds, which replaced the 60 credits.",
            "learner_claimed_this_year", Operator.AT_MOST, source=_SFC_2018, standing=_NONE,
        ),
    ),
)  # fmt: skip

WDF_2019 = Template(
    "wdf-2019-20", f"{_NAME} 2019/20", FundKind.HELD, date(2019, 4, 1), date(2020, 3, 31), _FUNDER, _PURPOSE,
    items=(
        ShippedItem("Level 2 diploma", source=_SFC_2019),
        ShippedItem("Level 3 diploma", source=_SFC_2019),
        ShippedItem("Level 4 diploma", source=_SFC_2019),
        ShippedItem("Level 5 diploma", source=_SFC_2019),
    ),
    rules=(
        *REQUIREMENTS,
        *_completed("WDF-1", date(2019, 1, 1), date(2020, 3, 31), _SFC_2019),
        ShippedRule(
            "WDF-2", "As part of an apprenticeship it is paid in two stages.", "part", Operator.ONE_OF, "first;second",
            when=("apprenticeship", Operator.IS, "yes"), to_change="Claim the first stage, and the second later",
            source=_SFC_2019,
        ),
    ),
    cut_offs=(
        ShippedCutOff(CutOffKind.OTHER, date(2020, 3, 31), "Last day of completion", source=_SFC_2019),
    ),
    conditions="£3 million of the national fund was kept first for managers.",
)  # fmt: skip

WDF_LAST = Template(
    "wdf-2023-25", f"{_NAME} 2023 to 2025, its end", FundKind.HELD, date(2023, 4, 1), date(2025, 3, 31), _FUNDER,
    _PURPOSE,
    rules=(
        *REQUIREMENTS,
        ShippedRule(
            "WDF-1", "Started by 31 March 2024.", "started_on", Operator.ON_OR_BEFORE, "2024-03-31",
            to_change="Nothing changes this: the fund took no new starts after 31 March 2024", source=_END,
            standing=_SECOND,
        ),
        ShippedRule(
            "WDF-2", "Completed by 31 March 2025.", "completed_on", Operator.ON_OR_BEFORE, "2025-03-31",
            to_change="Nothing changes this: the fund ended on 31 March 2025", source=_END, standing=_SECOND,
        ),
    ),
    cut_offs=(
        ShippedCutOff(CutOffKind.STARTS, date(2024, 3, 31), source=_END),
        ShippedCutOff(CutOffKind.OTHER, date(2025, 3, 31), "Last day of completion", source=_END),
    ),
)  # fmt: skip

WDF = (WDF_2019, WDF_2018, WDF_2017, WDF_LAST)
