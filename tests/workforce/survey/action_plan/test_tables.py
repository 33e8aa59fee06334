"""The action plan and the practices as tables."""

from datetime import date

import pytest

from resources.database import Database
from tests.workforce.survey.written import Written
from workforce.survey.action_plan.actions import ActionDraft, add_action, close_action
from workforce.survey.action_plan.practice_uses import UseDraft, add_use, uses_of
from workforce.survey.action_plan.practices import practices
from workforce.survey.action_plan.standing import standings, waves_answered
from workforce.survey.action_plan.tables import (
    action_plan_section_table,
    action_plan_table,
    practices_table,
    uses_table,
)
from workforce.survey.vocabulary import Measure, Works

TODAY = date(2019, 12, 9)


@pytest.fixture
def kept(db: Database) -> Written:
    return Written(db)


def test_the_plan_with_what_each_action_is_measured_by(kept: Written) -> None:
    first = kept.wave()
    for number in range(12):
        kept.answer(
            first.id, choices={"vacancy_reasons": ["Retirement"] if number < 3 else ["Not enough applicants"]}
        )
    draft = ActionDraft(
        "Talk to colleges", "Too few apply", "Wren Invented", date(2019, 12, 1), Measure.SHARE,
        kept.question("vacancy_reasons").id, kept.option("vacancy_reasons", "Not enough applicants"), first.id,
    )  # fmt: skip
    add_action(kept.db, kept.survey_id, draft)
    gone = add_action(kept.db, kept.survey_id, ActionDraft("Buy a bus"))
    close_action(kept.db, gone.id, on=TODAY, dropped=True)
    table = action_plan_table(kept.db, kept.survey_id, today=TODAY)
    assert table.rows[0] == (
        "Talk to colleges", "Overdue", "2019-12-01",
        "75% of 12, small base in Baseline; measured again once a later wave is planned and chosen.",
        "Wren Invented", "Too few apply", "Share that chose “Not enough applicants”",
    )  # fmt: skip
    assert [row[1] for row in table.rows] == ["Overdue", "Dropped"]
    paper = action_plan_section_table(kept.db, kept.survey_id, today=TODAY)
    assert [row[:2] for row in paper.rows] == [("Too few apply", "Talk to colleges")]
    assert [column.heading for column in paper.columns][:4] == ["Finding", "Action", "Owner", "Due"]


def test_the_library_has_a_column_pair_for_each_wave(kept: Written) -> None:
    first = kept.wave()
    for number in range(10):
        does = ["Psychometric testing"] if number < 4 else ["Retention or attendance bonus"]
        kept.answer(first.id, choices={"retention_methods": does, "best_retention": does})
    provider, service = kept.home("Rosewood House")
    testing = next(one for one in practices(kept.db) if one.name == "Psychometric testing")
    add_use(kept.db, testing.id, UseDraft(provider, Works.NO, TODAY, service, "It kept nobody"), today=TODAY)
    table = practices_table(standings(kept.db, kept.survey_id), waves_answered(kept.db, kept.survey_id))
    row = next(row for row in table.rows if row[0] == "Psychometric testing")
    assert row == ("Psychometric testing", "Recruiting", 1, "1 place: does not work in 1", 40, 40)
    assert table.base == "Baseline: 10 responses to the question"
    tried = uses_table(testing.name, uses_of(kept.db, testing.id))
    assert tried.rows == [("Rosewood House", "Does not work", "It kept nobody", "2019-12-09")]
