import random

import pytest

from resources.database import Database
from workforce.sample.replying import Replies, Service, share_of
from workforce.sample.truth import BASELINE
from workforce.survey.surveys import surveys
from workforce.survey.vocabulary import FUNNEL, LENGTHS_OF_SERVICE, Role
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.waves import waves


@pytest.fixture
def told(sampled: Database) -> list[dict[Role, int]]:
    """What 200 services say of people, by what the questions measure."""
    asked = asked_of_wave(sampled, waves(sampled, surveys(sampled)[0].id)[0].id)
    replies = Replies(BASELINE, asked, random.Random(1))
    by_id = {one.question.id: one.question.role for one in asked}
    found = []
    for number in range(200):
        answers = replies.of(Service(str(number), "provider", f"Service {number}", 40))
        found.append({
            role: int(answer.low) for key, answer in answers.items()
            if (role := by_id[key]) in (*FUNNEL, *LENGTHS_OF_SERVICE, Role.STAFF) and answer.low is not None and role
        })  # fmt: skip
    return found


def test_nobody_reaches_a_stage_without_those_before_it(told: list[dict[Role, int]]) -> None:
    for one in told:
        counts = [one[role] for role in FUNNEL if role in one]
        assert counts == sorted(counts, reverse=True)
    assert any(len(one) > 8 for one in told)


def test_lengths_of_service_add_up_to_the_staff(told: list[dict[Role, int]]) -> None:
    whole = [one for one in told if {*LENGTHS_OF_SERVICE, Role.STAFF} <= one.keys()]
    assert len(whole) > 50
    assert {sum(one[role] for role in LENGTHS_OF_SERVICE) - one[Role.STAFF] for one in whole} == {0}


def test_a_share_is_known_by_the_first_words_of_an_option() -> None:
    assert share_of({"Jobcentre": 0.5}, "Jobcentre Plus") == 0.5
    assert share_of({"Jobcentre": 0.5}, "Social media") == 0
