"""The sample register has somebody at every stage, and nothing in it that the verbs would refuse."""

from collections import Counter
from datetime import date, timedelta

import pytest

from resources.database import Database
from tests.workforce.iwork.placements.world import add_post, made_world
from workforce.iwork.people.consents import give_consents
from workforce.iwork.people.people import add_person
from workforce.iwork.placements.benefits import benefit_rules
from workforce.iwork.placements.pay import jobs_of_all, total_on
from workforce.iwork.placements.placements import placements
from workforce.iwork.sample.placements import add_placements
from workforce.iwork.vocabulary import ConsentScope, Stage

TODAY = date(2026, 11, 23)


@pytest.fixture
def filled(vault: Database) -> Database:
    """Enough people who agreed, and posts with places."""
    world = made_world(vault)
    for number in range(12):
        add_post(vault, f"post {number}", 20 + number, world.employer, f"Post {number}", 2)
    for at in range(48):
        referred = TODAY - timedelta(days=20 + at * 16)
        one = add_person(vault, "Invented", referred, today=TODAY, family_name="Specimen")
        give_consents(vault, one.id, [ConsentScope.MATCHING, ConsentScope.SHARE], referred, today=TODAY)
    return vault


def test_somebody_is_at_every_stage_and_about_18_in_work(filled: Database) -> None:
    add_placements(filled, today=TODAY)
    held = placements(filled, over=True)
    assert {one.stage for one in held} == set(Stage)
    totals = [total_on(jobs, TODAY) for jobs in jobs_of_all(filled).values()]
    assert 14 <= sum(1 for one in totals if one.jobs) <= 20
    assert Counter(one.jobs for one in totals)[2] == 1, "somebody has two jobs"
    assert any(one.reaches(960) for one in totals) and any(not one.reaches(960) for one in totals if one.jobs)


def test_no_limit_of_the_sample_is_checked(filled: Database) -> None:
    add_placements(filled, today=TODAY)
    assert not any(one.is_checked for one in benefit_rules(filled))
