"""The questionnaire that comes ready covers the six topics, the funnel and the lengths of service."""

from dataclasses import replace
from itertools import pairwise

import pytest

from resources.database import Database
from workforce.survey.questionnaire.option_drafts import OptionDraft, checked_options
from workforce.survey.questionnaire.questions import questions
from workforce.survey.questionnaire.shipped import SHIPPED, ShippedQuestion
from workforce.survey.surveys import Survey
from workforce.survey.vocabulary import FUNNEL, LENGTHS_OF_SERVICE, AnswerState, QuestionKind, Role, Topic


def test_the_six_topics_are_asked() -> None:
    assert {one.topic for one in SHIPPED} == set(Topic) - {Topic.OTHER}


def test_each_topic_stands_together() -> None:
    topics = [one.topic for one, before in zip(SHIPPED, (None, *SHIPPED), strict=False)
              if before is None or one.topic is not before.topic]  # fmt: skip
    assert len(topics) == len(set(topics))


def test_posts_are_no_people() -> None:
    assert {one.unit for one in SHIPPED if one.role is Role.VACANCIES} == {"posts"}


def test_every_measure_is_asked_once() -> None:
    roles = [one.role for one in SHIPPED if one.role]
    assert sorted(roles) == sorted(Role)
    assert {*FUNNEL, *LENGTHS_OF_SERVICE} <= set(roles)


@pytest.mark.parametrize("one", SHIPPED, ids=lambda one: one.code)
def test_each_could_have_been_typed_by_a_person(one: ShippedQuestion) -> None:
    drafts = [
        OptionDraft(each.wording, each.low, each.high, each.score, each.is_other, each.stands_for)
        for each in one.options
    ]
    assert checked_options(one.kind, drafts) == [replace(each) for each in drafts]
    assert one.role is None or one.kind.has_figures


def test_bands_leave_no_gap(db: Database, survey: Survey) -> None:
    for held in questions(db, survey.id):
        if held.kind is QuestionKind.BAND:
            bands = [one for one in held.offered if one.stands_for is not AnswerState.DONT_KNOW]
            assert bands[0].low == "0" and bands[-1].high == "100"
            assert all(one.high == later.low for one, later in pairwise(bands))
