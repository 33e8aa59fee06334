"""What all rules say together."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.workforce.funding.rulebook.ruling import LEARNER, ON, SERVICE, decided, ruled
from workforce.funding.rulebook.deciding import NO_RULE, Rulebook, decide
from workforce.funding.rulebook.known_funds.wdf import WDF_2019
from workforce.funding.vocabulary import Met, Operator, Outcome

KIND = ruled("kind", Operator.IS, "home_care", code="R1")
RATED = ruled("rating", Operator.ONE_OF, "good;outstanding", code="R2")


def test_one_not_met_outweighs_what_is_not_known_and_that_outweighs_what_is_met() -> None:
    assert decide([KIND, RATED], {"kind": "home_care", "rating": "good"}, on=ON).outcome is Outcome.ELIGIBLE
    assert (
        decide([KIND, RATED], {"kind": "home_care", "rating": None}, on=ON).outcome
        is Outcome.NEEDS_INFORMATION
    )
    assert decide([KIND, RATED], {"kind": "day_care", "rating": None}, on=ON).outcome is Outcome.NOT_ELIGIBLE


def test_without_a_rule_that_applies_nobody_is_eligible_by_silence() -> None:
    nothing = decide([], {"kind": "home_care"}, on=ON)
    assert nothing.outcome is Outcome.NEEDS_INFORMATION and nothing.reasons == (f"{NO_RULE}.",)
    other = decide([ruled("job_role", Operator.IS, "care_worker")], {"kind": "home_care"}, on=ON)
    assert other.outcome is Outcome.NEEDS_INFORMATION
    assert [one.met for one in other.findings] == [Met.DOES_NOT_APPLY]


def test_only_rules_in_force_on_the_day_are_asked() -> None:
    old = ruled("kind", Operator.IS, "home_care", valid_to=date(2020, 3, 31))
    new = ruled("kind", Operator.IS, "day_care", valid_from=date(2020, 4, 1))
    facts = {"kind": "home_care"}
    assert decide([old, new], facts, on=date(2020, 3, 31)).outcome is Outcome.ELIGIBLE
    assert decide([old, new], facts, on=date(2020, 4, 1)).outcome is Outcome.NOT_ELIGIBLE


def test_each_finding_says_what_was_found_and_what_would_change_it() -> None:
    known = {**SERVICE, **LEARNER, "ascwds_share": Fraction(25, 31)}
    found = {one.rule.code: one for one in decided(WDF_2019, date(2020, 1, 15), **known).findings}
    assert found["ASC-WDS 101"].found == "Share of ASC-WDS staff records that are complete: 80.6% (25 of 31)"
    assert found["ASC-WDS 101"].to_change == "Update 3 of 31 staff records by 31 March 2020"
    assert found["ASC-WDS 101"].reason.endswith("(25 of 31). Update 3 of 31 staff records by 31 March 2020.")
    assert found["ASC-WDS"].to_change == "" and found["ASC-WDS"].reason.endswith(": yes.")


def test_what_would_change_is_said_once_and_what_is_to_be_found_out_together() -> None:
    unknown = {name: None if name.startswith("ascwds") else value for name, value in SERVICE.items()}
    decision = decided(WDF_2019, date(2020, 1, 15), **unknown)
    assert decision.outcome is Outcome.NEEDS_INFORMATION
    assert len(decision.to_change) == 1
    assert decision.to_change[0].count("met the ASC-WDS requirements") == 1
    assert len(decision.reasons) == len(decision.not_known) == 6
    assert "Finding(ASC-WDS: not_known" in repr(decision.not_known[0])


def test_many_are_decided_as_each_alone_and_the_same_case_has_the_same_finding() -> None:
    some = [{"kind": kind, "rating": "good"} for kind in ("home_care", "day_care", "home_care")]
    book = Rulebook([KIND, RATED], on=ON)
    first, _, third = map(book.decide, some)
    assert first.findings[0] is third.findings[0]
    many = list(map(book.decide, some))
    assert [one.outcome for one in many] == [decide([KIND, RATED], one, on=ON).outcome for one in some]


@given(st.lists(st.tuples(st.booleans() | st.none(), st.integers(0, 3), st.integers(0, 3)), max_size=30))
def test_what_was_asked_before_changes_no_answer(cases: list[tuple[bool | None, int, int]]) -> None:
    """Findings are remembered; a rulebook that has seen much says the same as a new one."""
    rules = [
        ruled("ascwds_workers", Operator.IS, "", "ascwds_staff", when_fact="registered", when_operator=Operator.IS,
              when_value="yes", code="R1"),
        ruled("ascwds_workers", Operator.AT_LEAST, "1", code="R2"),
    ]  # fmt: skip
    book = Rulebook(rules, on=ON)
    for flag, workers, staff in cases:
        facts = {"registered": flag, "ascwds_workers": workers, "ascwds_staff": staff}
        said, new = book.decide(facts), decide(rules, facts, on=ON)
        assert [one.met for one in said.findings] == [one.met for one in new.findings]
        assert said.reasons == new.reasons
