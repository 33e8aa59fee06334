"""The recruitment survey in a report to a committee."""

from collections.abc import Sequence
from datetime import date

import pytest

from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, Bullets, ChartBlock, Paragraph, TableBlock
from resources.report.committee.section import Ask, NothingToTell, Section
from resources.spans import Span
from tests.resources.report.committee.section_rules import keeps_the_rules
from tests.workforce.sample.small_county import TODAY
from workforce.survey.action_plan import standing
from workforce.survey.analysis.frame import WaveData, read_wave
from workforce.survey.changes import comparing
from workforce.survey.report import material
from workforce.survey.report.committee import RULE
from workforce.survey.report.committee_section import survey_choices, survey_section
from workforce.survey.report.names_in_papers import refuse_names_in_section
from workforce.survey.surveys import surveys
from workforce.survey.waves.waves import waves

AUTUMN, SUMMER = Span(date(2026, 8, 23), TODAY), Span(date(2026, 4, 1), date(2026, 6, 30))


def ask(db: Database, span: Span = AUTUMN, **options: str) -> Ask:
    return Ask(db=db, vault=None, span=span, since=span.before.last, today=TODAY, options=options)


@pytest.fixture(scope="module")
def section(sampled: Database) -> Section:
    return survey_section(ask(sampled))


def keys(blocks: Sequence[Block]) -> list[str]:
    return [one.key for one in blocks if isinstance(one, Paragraph | Bullets)]


def test_the_latest_wave_is_told_beside_the_one_before(section: Section) -> None:
    assert keeps_the_rules(section)
    assert keys(section.blocks) == [
        "asked", "shows", "findings", "since", "changes", "not_compared", "rule", "practices", "practice_list", "plan",
    ]  # fmt: skip
    assert "17 September 2026 to 15 October 2026" in section.as_at
    assert all(one.numbered for one in section.blocks if isinstance(one, Paragraph))
    assert all(one.exempt is None for one in section.blocks)


def test_figures_open_what_may_be_published_and_who_did_not_answer_is_exempt(section: Section) -> None:
    figures = {one.name: one for block in section.blocks for one in getattr(block, "figures", ())}
    assert {one.rows for one in figures.values() if one.rows} <= set(section.rows)
    assert figures["answered"].base == figures["invited"].value
    assert figures["rate"].words.endswith("%") and figures["rate"].rows == "response_rate"
    assert {
        "vacancy_reasons.place_1",
        "invited.attended.typical",
        "lengths.share_1",
        "vacancy_rate.pooled",
    } <= set(figures)
    assert any(name.endswith(".points") for name in figures)
    assert {name for name, make in section.rows.items() if make().exempt} == {"invited"}


def test_exact_shares_of_people_are_in_no_figure(section: Section) -> None:
    (found,) = (one for one in section.blocks if isinstance(one, Bullets) and one.key == "findings")
    of_people = [
        one for one in found.figures if one.rows in ("rates", "funnel", "lengths") and one.value is not None
    ]
    assert of_people and all(round(one.value or 0, 1) == one.value for one in of_people)


def test_a_wave_that_was_not_over_is_told_only_where_it_is_chosen(sampled: Database) -> None:
    first, again = waves(sampled, surveys(sampled)[0].id)
    early = Span(date(2026, 7, 1), date(2026, 9, 30))
    assert list(survey_choices(ask(sampled, early))[0].values) == [first.id, again.id]
    assert list(survey_choices(ask(sampled))[0].values) == [again.id, first.id]
    before = survey_section(ask(sampled, SUMMER))
    assert first.name in before.as_at and "changes" not in keys(before.blocks)
    later = [one.text for one in before.blocks if isinstance(one, Paragraph) and one.key == "later"]
    assert later == [
        "The survey was made again from 17 September 2026 to 15 October 2026. It was not over by 30 June 2026, so that "
        "nothing of it is told here."
    ]
    waiting = [str(row[-1]) for row in plan_of(before).table.rows]
    assert waiting and all(f"in {again.name}, which was not over by 30 June 2026." in one for one in waiting)
    chosen = survey_section(ask(sampled, early, wave=again.id, compare="none"))
    assert again.name in chosen.as_at and "changes" not in keys(chosen.blocks)
    with pytest.raises(NothingToTell, match="was not open yet"):
        survey_section(ask(sampled, SUMMER, wave=again.id))


def test_verdicts_of_the_plan_have_their_rule_where_no_change_is_told_above(
    sampled: Database, section: Section
) -> None:
    assert RULE not in plan_of(section).table.notes and "rule" in keys(section.blocks)
    alone = survey_section(ask(sampled, compare="none"))
    assert RULE in plan_of(alone).table.notes and "rule" not in keys(alone.blocks)


def plan_of(section: Section) -> TableBlock:
    return next(one for one in section.blocks if isinstance(one, TableBlock))


def test_each_wave_is_read_once(sampled: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reads(db: Database, wave_id: str) -> WaveData:
        read.append(wave_id)
        return read_wave(db, wave_id)

    for place in (material, comparing, standing):
        monkeypatch.setattr(place, "read_wave", reads)
    survey_section(ask(sampled))
    assert sorted(read) == sorted(one.id for one in waves(sampled, surveys(sampled)[0].id))


def test_parts_are_left_out_as_chosen(sampled: Database) -> None:
    made = survey_section(ask(sampled, compare="none", chart="none", practices="none", plan="none"))
    assert keys(made.blocks) == ["asked", "shows", "findings"]
    assert not any(isinstance(one, ChartBlock | TableBlock) for one in made.blocks)


def test_without_answers_there_is_nothing_to_tell(db: Database) -> None:
    with pytest.raises(NothingToTell) as nothing:
        survey_section(ask(db))
    assert "Take answers in on the page Survey" in nothing.value.sentence


def test_a_name_that_the_team_wrote_is_refused(sampled: Database, section: Section) -> None:
    refuse_names_in_section(sampled, section.blocks)
    named = Paragraph("As Dapplehollow 7 does.")
    with pytest.raises(Problem) as refused:
        refuse_names_in_section(sampled, (named,))
    assert refused.value.sentence.startswith("The survey cannot be told in the report")
    assert any("Dapplehollow 7" in one for one in refused.value.details)
