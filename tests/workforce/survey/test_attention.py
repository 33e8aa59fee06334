"""What about the survey stands on Home."""

from datetime import UTC, date, datetime

import pytest

from resources.attention import Urgency
from resources.database import Database
from tests.workforce.survey.written import Written
from workforce.survey.action_plan.actions import ActionDraft, add_action, close_action
from workforce.survey.answers.duplicates import count_this
from workforce.survey.answers.recording import edit_answer
from workforce.survey.answers.responses import Answer
from workforce.survey.attention import MOST_NAMED, survey_attention

NOW = datetime(2019, 12, 9, 9, tzinfo=UTC)


@pytest.fixture
def kept(db: Database) -> Written:
    return Written(db)


def test_nothing_of_a_survey_in_order(kept: Written) -> None:
    wave = kept.wave(closes=date(2019, 12, 31))
    kept.answer(wave.id, provider=kept.home("Rosewood House")[0])
    add_action(kept.db, kept.survey_id, ActionDraft("Later", due_on=date(2020, 6, 1)))
    assert survey_attention(kept.db, NOW) == []


def test_actions_overdue_due_today_and_soon(kept: Written) -> None:
    late = add_action(kept.db, kept.survey_id, ActionDraft("Late", owner="Wren", due_on=date(2019, 12, 1)))
    for day, name in ((9, "Today"), (20, "Soon")):
        add_action(kept.db, kept.survey_id, ActionDraft(name, due_on=date(2019, 12, day)))
    done = add_action(kept.db, kept.survey_id, ActionDraft("Done", due_on=date(2019, 12, 1)))
    close_action(kept.db, done.id, on=NOW.date())
    lines = survey_attention(kept.db, NOW)
    assert [(one.urgency, one.what) for one in lines] == [
        (Urgency.DUE, "Overdue: Late"), (Urgency.TODAY, "Due today: Today"), (Urgency.SOON, "Due soon: Soon"),
    ]  # fmt: skip
    assert (lines[0].page, lines[0].key) == ("survey", late.id)
    assert lines[0].detail == "Wren. It was due on 1 December 2019. Action plan of the survey"


def test_many_overdue_are_one_line(kept: Written) -> None:
    for number in range(MOST_NAMED + 1):
        add_action(kept.db, kept.survey_id, ActionDraft(f"Late {number}", due_on=date(2019, 11, number + 1)))
    (line,) = survey_attention(kept.db, NOW)
    assert line.what == "6 actions of the survey’s plan are overdue" and "Late 0 (no owner)" in line.detail


def test_a_wave_that_closes_this_week(kept: Written) -> None:
    wave = kept.wave(closes=date(2019, 12, 13))
    home = kept.home("Rosewood House")
    kept.invite(wave.id, home, kept.home("Elm Court"))
    kept.answer(wave.id, provider=home[0], service=home[1])
    (line,) = survey_attention(kept.db, NOW)
    assert line.what == "Baseline closes on 13 December 2019" and line.detail.startswith(
        "1 response of 2 invited"
    )
    assert (line.key, line.urgency, line.verb) == (wave.id, Urgency.SOON, "Open the wave")


def test_responses_that_are_tied_to_nobody(kept: Written) -> None:
    wave = kept.wave()
    kept.answer(wave.id)
    (line,) = survey_attention(kept.db, NOW)
    assert line.what == "1 response to Baseline is not tied to a provider"
    kept.answer(wave.id)
    kept.answer(wave.id, counts=0)
    assert survey_attention(kept.db, NOW)[0].what == "2 responses to Baseline are not tied to a provider"


def test_who_answered_twice_is_told_until_one_counts(kept: Written) -> None:
    wave = kept.wave()
    rose, elm = kept.home("Rosewood House"), kept.home("Elm Court")
    first = kept.answer(wave.id, provider=rose[0], service=rose[1])
    kept.answer(wave.id, provider=elm[0], service=elm[1])
    assert survey_attention(kept.db, NOW) == []
    second = kept.answer(wave.id, provider=rose[0], service=rose[1])
    (line,) = survey_attention(kept.db, NOW)
    assert line.what == "1 service answered Baseline twice" and line.key in (first, second)
    count_this(kept.db, second)
    assert survey_attention(kept.db, NOW) == []


def test_figures_that_cannot_be_right_are_told_until_they_are(kept: Written) -> None:
    wave = kept.wave()
    rose = kept.home("Rosewood House")
    wrong = kept.answer(wave.id, figures={"invited": 6, "attended": 9}, provider=rose[0], service=rose[1])
    (line,) = survey_attention(kept.db, NOW)
    assert line.what == "1 response to Baseline has figures that cannot be right" and line.key == wrong
    edit_answer(kept.db, wrong, kept.question("attended").id, Answer(low="3", high="3"))
    assert survey_attention(kept.db, NOW) == []
