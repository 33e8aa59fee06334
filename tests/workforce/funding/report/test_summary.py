"""The Word summary, and the sections for a committee."""

from dataclasses import replace

import pytest

from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Bullets, FactList, Paragraph, exempt_part
from tests.workforce.funding.report.test_sections import filled
from tests.workforce.funding.report.told import TODAY
from workforce.funding.projects.projects import ProjectDraft, add_project, edit_project
from workforce.funding.report.choice import FundingChoice, Section
from workforce.funding.report.summary import committee_report, committee_sections, funding_summary, house
from workforce.funding.vocabulary import ProjectStatus


def test_the_summary_begins_with_its_figures_and_says_that_something_is_kept_back(db: Database) -> None:
    filled(db)
    report = funding_summary(db, FundingChoice(2019), today=TODAY)
    notice, facts = report.blocks[:2]
    assert isinstance(notice, Paragraph) and "paragraph 3" in notice.text
    assert isinstance(facts, FactList) and dict(facts.items) == {
        "Year": "2019/20, as at 9 December 2019",
        "Funds": "Workforce Development Fund",
        "Allocated": "£112,000",
        "Paid or committed": "£7,800",
        "Remaining": "£104,200",
        "Claims": "£7,540: 7 claims of 7 providers that await a decision, are approved or are paid",
    }
    appendix = exempt_part(report)
    assert appendix is not None and appendix.marking[0].paragraph == 3
    assert report.house == house(db)


def test_sections_for_a_committee_are_numbered_and_wholly_public(db: Database) -> None:
    filled(db)
    project = add_project(db, ProjectDraft("Digital security", TODAY))
    blocks = committee_sections(db, FundingChoice(2019), today=TODAY)
    assert all(one.exempt is None for one in blocks)
    assert all(one.numbered for one in blocks if isinstance(one, Paragraph))
    assert "Quillmere" not in str(blocks)
    bullets = [one for one in blocks if isinstance(one, Bullets)]
    assert bullets[-1].items[0].startswith("Digital security: It runs from 9 December 2019.")
    edit_project(db, project.id, replace(project.draft(), status=ProjectStatus.COMPLETE))
    only = FundingChoice(2019, (Section.PROJECTS,))
    assert len(committee_sections(db, only, today=TODAY)) == 1
    assert committee_report(db, only, today=TODAY).subtitle == "Sections for a committee report, 2019/20"


def test_a_year_of_which_nothing_is_held_is_refused(db: Database) -> None:
    with pytest.raises(Problem, match="Nothing is held of 2019/20"):
        funding_summary(db, FundingChoice(2019), today=TODAY)
