"""Rules and findings in words."""

from datetime import date
from fractions import Fraction

import pytest

from tests.workforce.funding.rulebook.ruling import found, ruled, where
from workforce.funding.rulebook.facts import FactValue
from workforce.funding.rulebook.rules import Rule
from workforce.funding.rulebook.telling import find_out_words, rule_words
from workforce.funding.rulebook.telling import test_words as words_of_test
from workforce.funding.vocabulary import Operator

O = Operator  # noqa: E741


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (ruled("kind", O.ONE_OF, "home_care;day_care"), "kind of service is one of Home care or Day care"),
        (ruled("registered", O.IS, "yes"), "registered with CQC: yes"),
        (ruled("registered", O.IS), "registered with CQC: (not said yet)"),
        (ruled("pence", O.AT_MOST), "amount claimed is at most (no figure yet)"),
        (ruled("pence", O.AT_MOST, "1500", "credits"),
         "amount claimed is at most £15 for each of the credits of the course"),
        (ruled("pence", O.AT_MOST, "60%", "item_pays"),
         "amount claimed is at most 60% of the most that the fund pays for it"),
        (ruled("pence", O.AT_MOST, "", "item_pays"),
         "amount claimed is at most (no figure yet) for each of the most that the fund pays for it"),
        (ruled("submitted_on", O.WITHIN_MONTHS_OF, "3", "completed_on"),
         "day the claim is submitted is within 3 months after the day the course was completed"),
        (ruled("rated_on", O.WITHIN_DAYS_OF, "30"), "day the rating was published is within the last 30 days"),
        (ruled("completed_on", O.ON_OR_AFTER, "", "started_on"),
         "day the course was completed is on or after the day the course started"),
        (ruled("kind", O.IS, "home_care", **where("registered", O.IS, "yes")),
         "kind of service is Home care; only where registered with CQC: yes"),
    ],
)  # fmt: skip
def test_a_rule_in_words(rule: Rule, words: str) -> None:
    assert rule_words(rule) == words


def test_a_test_in_words() -> None:
    assert words_of_test("rating", O.IS_NOT, "inadequate") == "overall CQC rating is not Inadequate"
    assert find_out_words(["kind", "kind", "district"]) == "Find out: kind of service; district"


ON = date(2020, 2, 3)
FINDINGS: list[tuple[Rule, dict[str, FactValue], str, str]] = [
    (ruled("kind", O.IS, "home_care"), {"kind": "day_care"}, "Kind of service: Day care",
     "It would be met if the kind of service were Home care"),
    (ruled("kind", O.NONE_OF, "day_care"), {"kind": "day_care"}, "Kind of service: Day care",
     "It would be met if the kind of service were none of Day care"),
    (ruled("registered", O.IS, "yes"), {"registered": False}, "Registered with CQC: no",
     "It would be met if “registered with CQC” were yes"),
    (ruled("ascwds_workers", O.AT_LEAST, "40"), {"ascwds_workers": 31}, "Number of ASC-WDS staff records: 31",
     "The number of ASC-WDS staff records would have to be at least 40 by 31 March 2020: 9 more"),
    (ruled("claimed_this_year", O.AT_MOST, "10000"), {"claimed_this_year": 12_550},
     "Amount claimed this funding year: £125.50",
     "The amount claimed this funding year would have to be at most £100: £25.50 too much"),
    (ruled("ascwds_share", O.AT_LEAST, "90%"), {"ascwds_share": Fraction(1, 2)},
     "Share of ASC-WDS staff records that are complete: 50%",
     "The share of ASC-WDS staff records that are complete would have to be at least 90% by 31 March 2020: it is 50%"),
    (ruled("pence", O.AT_MOST, "1500", "credits"), {"pence": 70_000, "credits": 46},
     "Amount claimed: £700; credits of the course: 46; at most £690",
     "The amount claimed would have to be at most £690: £10 too much"),
    (ruled("ascwds_updated_on", O.ON_OR_AFTER, "year_start"), {"ascwds_updated_on": date(2019, 3, 31)},
     "Day the ASC-WDS workplace was last updated: 31 March 2019",
     "It would be met if the day the ASC-WDS workplace was last updated were on or after 1 April 2019 by "
     "31 March 2020"),
    (ruled("submitted_on", O.WITHIN_MONTHS_OF, "3", "completed_on"),
     {"submitted_on": date(2020, 1, 3), "completed_on": date(2019, 10, 1)},
     "Day the claim is submitted: 3 January 2020; day the course was completed: 1 October 2019; the last day is "
     "1 January 2020",
     "The last day was 1 January 2020: 2 days too late"),
    (ruled("submitted_on", O.WITHIN_MONTHS_OF, "3", "completed_on", to_change="Too late: {by}"),
     {"submitted_on": date(2020, 1, 3), "completed_on": date(2020, 1, 4)},
     "Day the claim is submitted: 3 January 2020; day the course was completed: 4 January 2020; the last day is "
     "4 April 2020",
     "The day the claim is submitted can be no earlier than 4 January 2020"),
    (ruled("submitted_on", O.WITHIN_MONTHS_OF, "3", "completed_on", to_change="Too late since {by}"),
     {"submitted_on": None, "completed_on": date(2019, 10, 1)},
     "Day the claim is submitted: not yet, so 3 February 2020 is taken; day the course was completed: 1 October 2019; "
     "the last day is 1 January 2020",
     "Too late since 1 January 2020"),
    (ruled("rated_on", O.WITHIN_MONTHS_OF, "12"), {"rated_on": date(2018, 1, 1)},
     "Day the rating was published: 1 January 2018; what counts begins on 3 February 2019",
     "The day the rating was published would have to be 3 February 2019 or later"),
    (ruled("claimed_this_year", O.AT_MOST, source="gov.uk"), {"claimed_this_year": 3},
     "The rulebook has no figure yet",
     "Fill in the figure of rule R1 when its source has been read (gov.uk)"),
    (ruled("kind", O.IS, "home_care"), {"kind": None}, "Kind of service: not known", "Find out: kind of service"),
    (ruled("kind", O.IS, "home_care", **where("registered", O.IS, "yes")), {"kind": "day_care", "registered": None},
     "Kind of service: Day care; registered with CQC: not known", "Find out: registered with CQC"),
    (ruled("kind", O.IS, "home_care", **where("registered", O.IS, "yes")), {"kind": "day_care", "registered": False},
     "Does not apply: registered with CQC: no", ""),
    (ruled("job_role", O.IS, "care_worker"), {"kind": "day_care"}, "The learner was not asked about", ""),
    (ruled("ascwds_eligible", O.IS, "yes"),
     {"ascwds_eligible": False, "ascwds_workers": 31, "ascwds_staff": 33, "ascwds_share": Fraction(25, 31),
      "ascwds_workplace_complete": False},
     "Met the ASC-WDS requirements this funding year: no",
     "Have as many staff records as staff (31 records, 33 staff) and complete the workplace record and update 3 of "
     "31 staff records by 31 March 2020"),
    (ruled("ascwds_eligible", O.IS, "yes"), {"ascwds_eligible": False},
     "Met the ASC-WDS requirements this funding year: no",
     "Complete the ASC-WDS workplace and staff records by 31 March 2020"),
    (ruled("ascwds_share", O.AT_LEAST, "90%", to_change="Update {missing} of {of}"), {"ascwds_share": Fraction(1, 2)},
     "Share of ASC-WDS staff records that are complete: 50%",
     "The share of ASC-WDS staff records that are complete would have to be at least 90% by 31 March 2020: it is 50%"),
    (ruled("ascwds_workers", O.IS, "", "ascwds_staff", to_change="Have {of} records, {missing} are wrong, {value}."),
     {"ascwds_workers": 30, "ascwds_staff": 31},
     "Number of ASC-WDS staff records: 30; number of staff given in ASC-WDS: 31",
     "Have 31 records, 1 are wrong, 31"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "facts", "said", "change"), FINDINGS)
def test_what_was_found_and_what_would_change_it(
    rule: Rule, facts: dict[str, FactValue], said: str, change: str
) -> None:
    finding = found(rule, ON, **facts)
    assert (finding.found, finding.to_change) == (said, change)


@pytest.mark.parametrize(("complete", "missing"), [(0, 28), (27, 1), (25, 3)])
def test_how_many_records_are_missing(complete: int, missing: int) -> None:
    rule = ruled(
        "ascwds_share", O.AT_LEAST, "90%", to_change="Update {missing} of {of} staff records by {by}"
    )
    finding = found(rule, ON, ascwds_share=Fraction(complete, 31), ascwds_workers=31)
    assert finding.to_change == f"Update {missing} of 31 staff records by 31 March 2020"
