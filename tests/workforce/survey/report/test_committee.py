from pathlib import Path

import pytest

from resources.database import Database
from resources.report.blocks import Bullets, ChartBlock, Heading, Paragraph, Report, TableBlock
from resources.report.word import save_word
from tests.resources.report.word.test_validity import errors_in
from tests.workforce.sample.small_county import TODAY
from workforce.survey.coding.naming import register_terms
from workforce.survey.report.choice import ReportChoice, Section
from workforce.survey.report.committee import committee_report, survey_sections
from workforce.survey.surveys import surveys
from workforce.survey.waves.waves import waves


@pytest.fixture(scope="module")
def wave_ids(sampled: Database) -> tuple[str, str]:
    first, again = waves(sampled, surveys(sampled)[0].id)
    return first.id, again.id


@pytest.fixture(scope="module")
def report(sampled: Database, wave_ids: tuple[str, str]) -> Report:
    return committee_report(sampled, wave_ids[1], ReportChoice(compare_with=wave_ids[0]), today=TODAY)


def test_numbered_paragraphs_tell_the_survey_its_findings_the_change_and_the_plan(report: Report) -> None:
    numbered = [one.text for one in report.blocks if isinstance(one, Paragraph) and one.numbered]
    assert [one.split(" ")[0] for one in numbered] == [
        "A", "The", "Since", "Nothing", "A", "Providers", "The",
    ]  # fmt: skip
    assert numbered[0].startswith(
        "A survey of how services recruit and keep staff was made from 17 September 2026 to 15 October 2026. It asked "
        "about reasons for vacancies, advertising,"
    )
    assert numbered[1] == "The information collected shows:"
    assert numbered[2] == "Since Baseline 2025 (23 September 2025):"
    assert "“Where do you advertise your posts?”" in numbered[3]
    assert numbered[-1].startswith("The action plan has 5 actions:")
    assert [one.text for one in report.blocks if isinstance(one, Heading)] == ["Recruitment and retention"]


def test_findings_practices_one_chart_and_the_plan_stand_beneath(report: Report) -> None:
    findings, changed, practices = (one.items for one in report.blocks if isinstance(one, Bullets))
    assert findings[0].startswith("Main reasons for vacancies. ")
    assert any(one.startswith("Of those invited, ") for one in findings)
    assert changed and all(one.endswith(".") for one in changed)
    assert len(practices) == 8 and all("(tried in " in one for one in practices)
    (chart,) = (one for one in report.blocks if isinstance(one, ChartBlock))
    assert "the 8 chosen most" in chart.alt
    (plan,) = (one.table for one in report.blocks if isinstance(one, TableBlock))
    assert [one.heading for one in plan.columns] == ["Action", "Owner", "Due", "State", "Progress"]


def test_parts_can_be_left_out(sampled: Database, wave_ids: tuple[str, str]) -> None:
    blocks = survey_sections(sampled, wave_ids[1], ReportChoice(sections=(Section.PLAN,)), today=TODAY)
    assert [type(one).__name__ for one in blocks] == ["Heading", "Paragraph", "Paragraph", "TableBlock"]


def test_nobody_is_named_and_the_document_keeps_the_rules(
    sampled: Database, report: Report, tmp_path: Path
) -> None:
    path = tmp_path / "sections.docx"
    save_word(report, path, exempt_terms=register_terms(sampled))
    assert errors_in(path) == []
