"""The sections that a report to a committee can have, in the order in which they are offered."""

from engagement.committee import committee_section
from engagement.market.committee import ratings
from resources.report.committee.section import SectionRecord
from workforce.iwork.figures import committee_section as iwork
from workforce.training.packages import committee_section as packages

SECTIONS: tuple[SectionRecord, ...] = (
    ratings.RECORD,
    packages.RECORD,
    iwork.RECORD,
    committee_section.RECORD,
)


def section_of(key: str) -> SectionRecord | None:
    """The section of this key; None when there is none (an outline may come from elsewhere)."""
    return next((one for one in SECTIONS if one.key == key), None)
