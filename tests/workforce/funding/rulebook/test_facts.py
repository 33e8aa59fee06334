"""What rules can speak of."""

from workforce.funding.rulebook.facts import FACTS, FactType
from workforce.funding.rulebook.values import operators_of
from workforce.funding.vocabulary import Subject


def test_each_fact_is_of_somebody_and_can_be_tested() -> None:
    assert {one.subject for one in FACTS.values()} == set(Subject)
    assert all(operators_of(one.type) for one in FACTS.values())
    assert all(set(one.told_with) <= set(FACTS) for one in FACTS.values())


def test_facts_about_a_learner_are_no_facts_about_a_service() -> None:
    assert FACTS["job_role"].subject is Subject.LEARNER and FACTS["kind"].subject is Subject.SERVICE


def test_words_that_are_fixed_are_listed() -> None:
    assert FACTS["rating"].labels["requires_improvement"] == "Requires improvement"
    assert FACTS["district"].choices == () and FACTS["training_held"].type is FactType.WORDS
