from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from resources.database import Database, change
from resources.problem import Problem
from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    FactList,
    Heading,
    Paragraph,
    Report,
    TableBlock,
)
from resources.report.word import save_word
from tests.resources.report.word.test_validity import errors_in
from tests.workforce.sample.small_county import TODAY
from tests.workforce.survey.analysis.made_waves import Home, make_wave
from workforce.survey.analysis.frame import AnalysisFilter
from workforce.survey.coding.naming import register_terms
from workforce.survey.report.choice import ReportChoice, Section
from workforce.survey.report.survey_report import survey_report
from workforce.survey.surveys import add_survey, surveys
from workforce.survey.vocabulary import WaveKind
from workforce.survey.waves.planning import WaveDraft, plan_wave
from workforce.survey.waves.waves import Wave, waves

B = TypeVar("B", bound=Block)


@pytest.fixture(scope="module")
def held(sampled: Database) -> tuple[Wave, Wave]:
    first, again = waves(sampled, surveys(sampled)[0].id)
    return first, again


@pytest.fixture(scope="module")
def report(sampled: Database, held: tuple[Wave, Wave]) -> Report:
    """Everything, compared with the baseline."""
    first, again = held
    return survey_report(sampled, again.id, ReportChoice(compare_with=first.id), today=TODAY)


def of_kind(report: Report, kind: type[B]) -> list[B]:
    return [one for one in report.blocks if isinstance(one, kind)]


def headings(report: Report) -> list[str]:
    return [one.text for one in of_kind(report, Heading) if one.level == 1]


def test_it_begins_with_what_was_asked_of_whom_when_and_how(report: Report) -> None:
    assert (report.title, report.subtitle) == (
        "Recruitment survey, September 2026", "Re-evaluation 2026, compared with Baseline 2025",
    )  # fmt: skip
    facts = of_kind(report, FactList)[0]
    assert dict(facts.items) == {
        "Survey": "Recruitment survey, Re-evaluation 2026 (re-evaluation)",
        "Asked": "17 September 2026 to 15 October 2026",
        "How": "Online form",
        "Who": "150 services in the register on 17 September 2026",
        "About": "reasons for vacancies, advertising, invited and attended, attended and appointable, length of "
        "service and keeping staff",
        "Answers": "98 responses",
        "Compared with": "Baseline 2025, 23 September 2025 to 21 October 2025",
    }


def test_its_sections_stand_in_order_each_topic_with_chart_and_table(report: Report) -> None:
    assert headings(report) == [
        "Key findings", "Who was asked, and who answered", "Reasons for vacancies", "Advertising",
        "Invited and attended", "Attended and appointable", "Length of service", "Keeping staff",
        "From application to start", "Vacancies and turnover", "What changed", "In providers’ own words",
        "Action plan", "What providers tried", "How the figures were made",
    ]  # fmt: skip
    charts, tables = of_kind(report, ChartBlock), of_kind(report, TableBlock)
    assert len(charts) >= 10 and len(tables) >= 20
    assert all(one.alt for one in charts)
    captions = {one.caption for one in charts}
    assert {
        "Response rate by kind of service",
        "From application to start",
        "What changed clearly",
    } <= captions


def test_findings_are_sentences_with_their_bases(report: Report) -> None:
    told = of_kind(report, Bullets)[0].items
    assert told[0].endswith(".") and "of 150 services invited answered" in told[0]
    assert [one.partition(". ")[0] for one in told[1:6]] == [
        "Main reasons for vacancies", "Most popular advertising methods",
        "Advertising that brings the most people who can be appointed", "What is done to recruit and to keep staff",
        "Most effective ways to keep staff",
    ]  # fmt: skip
    assert any(one.startswith("Of those invited, ") and "At the typical provider" in one for one in told)
    assert any(one.startswith("The turnover rate is ") for one in told)


def test_what_changed_stands_beside_the_same_providers_and_a_break_is_named(report: Report) -> None:
    tables = {one.table.title: one.table for one in of_kind(report, TableBlock)}
    changed = tables["What changed: Recruiting, vacancies and turnover"]
    assert [one.heading for one in changed.columns] == [
        "Figure", "Before, %", "Since, %", "Change, points", "All answers", "The same providers",
    ]  # fmt: skip
    assert "What changed: Where do you advertise your posts?" not in tables
    broken = [
        one.items
        for one in of_kind(report, Bullets)
        if any("Added: Short videos" in item for item in one.items)
    ]
    assert len(broken) == 1 and len(broken[0]) == 2


def test_method_says_how_the_figures_were_made(report: Report) -> None:
    method = " ".join(of_kind(report, Bullets)[-1].items)
    for said in (
        "Base: 98 responses",
        "Wilson",
        "not weighted",
        "McNemar",
        "Holm",
        "ASC-WDS",
        "Nobody is named",
    ):
        assert said in method
    tables = of_kind(report, TableBlock)
    assert not any("Wilson" in note for one in tables for note in one.table.notes)  # it is said once


def test_without_the_method_each_table_says_it(sampled: Database, held: tuple[Wave, Wave]) -> None:
    choice = ReportChoice(sections=(Section.TOPICS,))
    tables = of_kind(survey_report(sampled, held[1].id, choice, today=TODAY), TableBlock)
    assert any("Wilson" in note for one in tables for note in one.table.notes)


def test_sections_can_be_left_out_and_quotes_too(sampled: Database, held: tuple[Wave, Wave]) -> None:
    only = ReportChoice(sections=(Section.IN_WORDS, Section.PLAN))
    with_quotes = survey_report(sampled, held[1].id, only, today=TODAY)
    without = survey_report(sampled, held[1].id, replace(only, quotes=False), today=TODAY)
    assert headings(with_quotes) == ["In providers’ own words", "Action plan"]
    assert any("“" in item for one in of_kind(with_quotes, Bullets) for item in one.items)
    assert of_kind(without, Bullets) == []


def test_a_filter_is_said_and_what_a_few_answered_is_refused(
    sampled: Database, held: tuple[Wave, Wave]
) -> None:
    only = AnalysisFilter(kinds=("nursing_home",))
    report = survey_report(sampled, held[1].id, ReportChoice(filter=only), today=TODAY)
    facts = of_kind(report, FactList)[0]
    assert dict(facts.items)["Only"] == "Nursing home"
    assert any("can be subtracted" in item for item in of_kind(report, Bullets)[-1].items)
    few = replace(only, districts=("Ashfield",))
    with pytest.raises(Problem, match=r"leaves 7 answers .* Choose a filter that leaves 10 or more"):
        survey_report(sampled, held[1].id, ReportChoice(filter=few), today=TODAY)


def test_by_size_there_is_no_response_rate(sampled: Database, held: tuple[Wave, Wave]) -> None:
    choice = ReportChoice(
        filter=AnalysisFilter(sizes=("small",)), sections=(Section.WHO_ANSWERED, Section.FINDINGS)
    )
    report = survey_report(sampled, held[1].id, choice, today=TODAY)
    said = [one.text for one in of_kind(report, Paragraph)]
    assert said == ["The size of those who did not answer is not known, so there is no response rate."]


def test_weighted_figures_stand_beside_and_are_explained(sampled: Database, held: tuple[Wave, Wave]) -> None:
    choice = ReportChoice(sections=(Section.TOPICS, Section.METHOD), weighted=True)
    report = survey_report(sampled, held[1].id, choice, today=TODAY)
    assert any("Weighted, %" in [c.heading for c in one.table.columns] for one in of_kind(report, TableBlock))
    method = of_kind(report, Bullets)[-1].items
    assert any(
        "Weighted by kind of service" in item and "as answered, not weighted" in item for item in method
    )
    chart = next(one for one in of_kind(report, ChartBlock) if "Weighted percentage of" in one.alt)
    assert "95% intervals" not in chart.alt
    first = next(one.text for one in of_kind(report, Paragraph) if one.text.startswith("First: "))
    assert ", weighted." in first


def test_a_wave_without_answers_and_a_comparison_backwards_are_refused(
    sampled: Database, held: tuple[Wave, Wave]
) -> None:
    first, again = held
    with pytest.raises(Problem, match="not before Baseline 2025"):
        survey_report(sampled, first.id, ReportChoice(compare_with=again.id), today=TODAY)
    nobody = AnalysisFilter(kinds=("shared_lives",))
    with pytest.raises(Problem, match="nobody whom the filter leaves has answered"):
        survey_report(sampled, again.id, ReportChoice(filter=nobody), today=TODAY)


def test_what_one_provider_answered_for_all_its_homes_is_refused(db: Database) -> None:
    made = make_wave(db, [Home(answers={"staff": 20})] * 12)
    assert survey_report(db, made.wave_id, today=TODAY).title
    with change(db, "All of one provider"):
        provider = db.value("select provider_id from survey_response limit 1")
        for (key,) in db.rows("select id from survey_response"):
            db.update_row("survey_response", key, {"provider_id": provider})
    with pytest.raises(Problem, match=r"All 12 answers .* of 1 provider, .* It takes 3 providers or more"):
        survey_report(db, made.wave_id, today=TODAY)


def test_a_wave_of_another_survey_is_not_compared(db: Database) -> None:
    one, other = (add_survey(db, name) for name in ("One", "Other"))
    opens = (date(2019, 9, 1), date(2020, 9, 1))
    earlier, later = (
        plan_wave(db, of.id, WaveDraft("Baseline", WaveKind.BASELINE, day))
        for of, day in zip((one, other), opens, strict=True)
    )
    with pytest.raises(Problem, match="a wave of another survey"):
        survey_report(db, later.id, ReportChoice(compare_with=earlier.id), today=TODAY)
    with pytest.raises(Problem, match="nobody has answered"):
        survey_report(db, later.id, today=TODAY)


def test_nobody_is_named_and_the_document_keeps_the_rules(
    sampled: Database, report: Report, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    save_word(report, path, exempt_terms=register_terms(sampled))
    assert errors_in(path) == []


def test_each_action_is_a_short_list_of_facts(report: Report) -> None:
    plans = [dict(one.items) for one in of_kind(report, FactList)[1:]]
    assert len(plans) == 5 and all({"State", "Owner"} <= set(one) for one in plans)


def test_a_paragraph_that_leads_to_a_figure_or_table_stays_with_it(report: Report) -> None:
    starts = ("The vacancy rate is", "Of 2,215 staff", "Practices that providers told", "Written of most")
    held = [
        one for one in of_kind(report, Paragraph) if one.text.startswith((*starts, "Of those at each stage"))
    ]
    assert held and all(one.leads for one in held)
