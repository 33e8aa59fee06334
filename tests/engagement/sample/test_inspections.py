"""Inspections over the years, as CQC might have found."""

import random
from datetime import date, timedelta

from engagement.register.vocabulary import KeyQuestion, Rating
from engagement.sample.inspections import found_inadequate, inspections

TODAY = date(2019, 12, 9)


def test_each_has_an_overall_rating_and_five_questions_in_the_order_of_their_days() -> None:
    for seed in range(50):
        found = inspections(random.Random(seed), date(2012, 1, 1), TODAY)
        assert [one.published_on for one in found] == sorted({one.published_on for one in found})
        assert all(set(one.ratings) == set(KeyQuestion) for one in found)
        assert all(one.published_on <= TODAY for one in found)


def test_nothing_is_published_after_the_service_has_gone() -> None:
    ends = TODAY - timedelta(days=800)
    for seed in range(50):
        found = inspections(random.Random(seed), date(2012, 1, 1), TODAY, ends=ends)
        assert all(one.published_on <= ends for one in found)


def test_what_was_found_before_registration_is_inherited() -> None:
    registered = TODAY - timedelta(days=900)
    every = [one for seed in range(60) for one in inspections(random.Random(seed), registered, TODAY)]
    assert {one.inherited for one in every} == {True, False}
    assert all(one.inherited == (one.published_on < registered) for one in every)


def test_a_new_service_is_not_rated_yet() -> None:
    rnd = random.Random(1)
    assert not any(not one.inherited for one in inspections(rnd, TODAY - timedelta(days=100), TODAY))


def test_an_inadequate_service_is_inadequate_where_it_matters() -> None:
    found = found_inadequate(random.Random(1), TODAY)
    assert found.overall is Rating.INADEQUATE
    assert found.ratings[KeyQuestion.SAFE] is found.ratings[KeyQuestion.WELL_LED] is Rating.INADEQUATE
