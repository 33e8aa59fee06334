"""The sections that a report to a committee can have, in the order in which they are offered."""

from awards.report import committee_section as awards
from engagement.committee import committee_section
from engagement.forums.feedback import committee_section as feedback
from engagement.forums.summary import committee_section as forums
from engagement.good_practice import committee_section as good_practice
from engagement.market.committee import inspections, outstanding, ratings, suspensions
from resources.report.committee.section import SectionRecord
from workforce.funding.report import committee_funds as funds
from workforce.funding.report import committee_projects as projects
from workforce.iwork.figures import committee_section as iwork
from workforce.survey.report import committee_section as survey
from workforce.training.packages import committee_section as packages

SECTIONS: tuple[SectionRecord, ...] = (
    ratings.RECORD,
    inspections.RECORD,
    outstanding.RECORD,
    suspensions.RECORD,
    good_practice.RECORD,
    forums.RECORD,
    feedback.RECORD,
    awards.RECORD,
    survey.RECORD,
    funds.RECORD,
    packages.RECORD,
    projects.RECORD,
    iwork.RECORD,
    committee_section.RECORD,
)


def section_of(key: str) -> SectionRecord | None:
    """The section of this key; None when there is none (an outline may come from elsewhere)."""
    return next((one for one in SECTIONS if one.key == key), None)
