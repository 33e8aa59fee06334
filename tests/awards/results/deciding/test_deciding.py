import getpass

import pytest

from awards.judging.assignments import declare_conflict
from awards.judging.interests import declare_interest
from awards.judging.panel import edit_member
from awards.judging.rulings import rule_on
from awards.nominations.entries import entry
from awards.results.deciding.basis import read_basis
from awards.results.deciding.deciding import decide
from awards.results.deciding.decisions import decisions_of
from awards.results.deciding.withdrawing import withdraw_honour
from awards.rounds.criteria import criteria_of
from awards.rounds.rounds import edit_round
from awards.vocabulary import EntryStatus, InterestKind, Outcome, PanelRole, RoundPhase, TieBrokenBy, TieRule
from resources.database import Database, change, history
from resources.problem import FieldProblem, Problem
from tests.awards.gala import NOW, TODAY
from tests.awards.results.scored import Scored

TIED: dict[str, tuple[float, ...]] = {
    "Ada Example": (4, 4, 4),
    "Ben Specimen": (4, 4, 4),
    "Cal Instance": (1, 1, 1),
}


def test_an_honour_is_kept_back(db: Database) -> None:
    made = Scored(db)
    decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best by far", now=NOW)
    assert entry(db, made.entry["ada"]).status is EntryStatus.PENDING_WINNER
    done = history.next_undo(db)
    assert done is not None and done.action == "Decided on Ada Example: winner"
    history.undo(db)
    assert entry(db, made.entry["ada"]).status is EntryStatus.JUDGING
    assert decisions_of(db, category_id=made.category_id) == []


def test_a_reason_is_needed_and_the_phase(db: Database) -> None:
    made = Scored(db)
    with pytest.raises(FieldProblem, match="Reason"):
        decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, " ", now=NOW)
    made.gala.at(RoundPhase.SCORE)
    with pytest.raises(Problem, match="Honours are decided"):
        decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)


def test_nobody_is_chosen_who_is_not_judged_there(db: Database) -> None:
    made = Scored(db)
    other = made.gala.category("Team").id
    for category_id, key in ((made.category_id, None), (other, made.entry["ada"])):
        with pytest.raises(FieldProblem) as refused:
            decide(db, category_id, key, Outcome.WINNER, "Best", now=NOW)
        assert refused.value.field == "entry_id"
    made.gala.stands(made.entry["ada"], EntryStatus.WITHDRAWN)
    with pytest.raises(FieldProblem, match="not with the judges"):
        decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)


def test_one_winner_and_no_more(db: Database) -> None:
    made = Scored(db)
    decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
    with pytest.raises(FieldProblem, match="Ada Example is the winner already"):
        decide(db, made.category_id, made.entry["ben"], Outcome.WINNER, "Also", now=NOW)
    with pytest.raises(FieldProblem, match="decided already"):
        decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Again", now=NOW)
    with pytest.raises(FieldProblem, match="decided on a winner already"):
        decide(db, made.category_id, None, Outcome.NOT_AWARDED, "None", now=NOW)
    for first in ("ben", "cal"):
        decide(db, made.category_id, made.entry[first], Outcome.HIGHLY_COMMENDED, "Good", now=NOW)
    assert len(decisions_of(db, category_id=made.category_id)) == 3


def test_an_honour_decided_anew_replaces_the_one_before(db: Database) -> None:
    made = Scored(db)
    decide(db, made.category_id, made.entry["ben"], Outcome.RUNNER_UP, "Close", now=NOW)
    won = decide(db, made.category_id, made.entry["ben"], Outcome.WINNER, "After all", now=NOW)
    assert decisions_of(db, category_id=made.category_id) == [won]
    before = decisions_of(db, entry_id=made.entry["ben"], ended=True)[1]
    assert before.ended_reason == "Decided anew: winner"
    assert "By the mean, Ben Specimen stands second" in " ".join(read_basis(won.basis)["known"])


def test_a_tie_is_parted_by_a_vote_or_shared(db: Database) -> None:
    made = Scored(db, TIED)
    with pytest.raises(FieldProblem, match="the round’s rule does not part them") as refused:
        decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
    assert refused.value.field == "tie"
    voted = decide(
        db, made.category_id, made.entry["ada"], Outcome.WINNER, "Vote", now=NOW, tie=TieBrokenBy.CHAIR
    )
    assert voted.tie is TieBrokenBy.CHAIR
    with pytest.raises(FieldProblem, match="only nominees with the same mean"):
        decide(db, made.category_id, made.entry["ben"], Outcome.WINNER, "Too", now=NOW, tie=TieBrokenBy.JOINT)
    withdraw_honour(db, voted.id, "They share it", now=NOW)
    for first in ("ada", "ben"):
        decide(
            db, made.category_id, made.entry[first], Outcome.WINNER, "Shared", now=NOW, tie=TieBrokenBy.JOINT
        )
    with pytest.raises(FieldProblem, match="shares the place with nobody"):
        decide(db, made.category_id, made.entry["cal"], Outcome.WINNER, "Too", now=NOW, tie=TieBrokenBy.JOINT)


def test_where_the_rule_parts_them_that_is_kept(db: Database) -> None:
    made = Scored(db, {"Ada Example": (4, 4, 4), "Ben Specimen": (5, 5, 2)})
    edit_round(db, made.gala.round_id, tie_rule=TieRule.HIGHER_MEDIAN)
    won = decide(db, made.category_id, made.entry["ben"], Outcome.WINNER, "The rule", now=NOW)
    assert won.tie is TieBrokenBy.RULE


def test_a_category_need_not_be_awarded_unless_the_rules_say_so(db: Database) -> None:
    made = Scored(db)
    with pytest.raises(FieldProblem, match="Choose none"):
        decide(db, made.category_id, made.entry["ada"], Outcome.NOT_AWARDED, "None", now=NOW)
    edit_round(db, made.gala.round_id, may_not_award=False)
    with pytest.raises(FieldProblem, match="every category is awarded"):
        decide(db, made.category_id, None, Outcome.NOT_AWARDED, "None", now=NOW)
    edit_round(db, made.gala.round_id, may_not_award=True)
    none = decide(db, made.category_id, None, Outcome.NOT_AWARDED, "Nobody stood out", now=NOW)
    assert none.entry_id is None and none.settles
    with pytest.raises(FieldProblem, match="decided that it is not awarded"):
        decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
    with pytest.raises(FieldProblem, match="decided that it is not awarded"):
        decide(db, made.category_id, None, Outcome.NOT_AWARDED, "Again", now=NOW)


def test_the_adjusted_mean_is_gone_by_only_where_it_can_be_told(db: Database) -> None:
    made = Scored(db)
    kept = decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW, adjusted=True)
    assert read_basis(kept.basis)["rule"]["adjusted"] is True
    team = made.gala.category("Team").id
    with pytest.raises(FieldProblem, match="Harshness cannot be told"):
        decide(db, team, None, Outcome.NOT_AWARDED, "None", now=NOW, adjusted=True)


def test_who_is_no_finalist_is_not_honoured_at_once(db: Database) -> None:
    made = Scored(db)
    made.gala.stands(made.entry["cal"], EntryStatus.NOT_SHORTLISTED)
    with pytest.raises(Problem, match="Nobody goes from “Not a finalist”"):
        decide(db, made.category_id, made.entry["cal"], Outcome.WINNER, "Best", now=NOW)
    assert decisions_of(db, category_id=made.category_id) == []


def test_nothing_is_decided_on_scores_of_a_judge_in_conflict(db: Database) -> None:
    made = Scored(db)
    ada = made.entry["ada"]
    declare_interest(db, made.judge[0], on=TODAY, kind=InterestKind.FAMILY, entry_id=ada)
    for chosen, outcome in (
        (ada, Outcome.WINNER),
        (made.entry["ben"], Outcome.RUNNER_UP),
        (None, Outcome.NOT_AWARDED),
    ):
        with pytest.raises(Problem, match="Jo Judge scored Ada Example and has a conflict of interest"):
            decide(db, made.category_id, chosen, outcome, "Best", now=NOW)
    declare_conflict(db, made.given["ada", 0], "My niece")
    with pytest.raises(FieldProblem, match="has 2 scores, and the round asks for 3"):
        decide(db, made.category_id, ada, Outcome.WINNER, "Best", now=NOW)
    assert decide(db, made.category_id, ada, Outcome.WINNER, "Best", now=NOW, on_too_few=True).stands


def test_where_nobody_gave_a_name_the_chair_answers_for_a_decision(db: Database) -> None:
    made = Scored(db)
    ada = made.entry["ada"]
    assert decide(db, made.category_id, ada, Outcome.WINNER, "Best", now=NOW).decided_by == db.who
    db.who = getpass.getuser()
    assert decide(db, made.category_id, ada, Outcome.RUNNER_UP, "Best", now=NOW).decided_by == ""
    edit_member(db, made.judge[1], role=PanelRole.CHAIR)
    again = decide(db, made.category_id, ada, Outcome.HIGHLY_COMMENDED, "Best", now=NOW)
    assert again.decided_by == "Kim Judge"


def test_after_the_announcement_a_conflict_is_ruled_on_before_somebody_is_honoured_anew(db: Database) -> None:
    made = Scored(db)
    ada = made.entry["ada"]
    with change(db, "Set up"):
        db.update_row("award_round", made.gala.round_id, {"announced_at": "2026-08-01T09:00:00+00:00"})
        db.insert_row(
            "panel_interest",
            {
                "id": "i",
                "member_id": made.judge[0],
                "kind": "family",
                "entry_id": ada,
                "declared_on": "2026-08-02",
            },
        )
    with pytest.raises(Problem, match="conflict of interest"):
        decide(db, made.category_id, ada, Outcome.WINNER, "Best", now=NOW)
    with pytest.raises(Problem, match="are announced"):
        rule_on(db, made.judge[0], ada, conflict=True, reason="Close", by="Chair", on=TODAY)
    rule_on(db, made.judge[0], ada, conflict=False, reason="Another Ada", by="Chair", on=TODAY)
    assert decide(db, made.category_id, ada, Outcome.WINNER, "Best", now=NOW).stands


@pytest.mark.parametrize(
    ("points", "told"),
    [
        ((), "Ada Example has no score, and the round asks for 3"),
        ((5,), "Ada Example has 1 score, and the round asks for 3"),
    ],
)
def test_too_few_scores_are_decided_on_only_where_that_is_said(
    db: Database, points: tuple[float, ...], told: str
) -> None:
    made = Scored(db, {"Ada Example": points, "Ben Specimen": (4, 4, 4)})
    for outcome in (Outcome.WINNER, Outcome.HIGHLY_COMMENDED):
        with pytest.raises(FieldProblem, match=told) as refused:
            decide(db, made.category_id, made.entry["ada"], outcome, "Best", now=NOW)
        assert refused.value.field == "on_too_few"
    kept = decide(
        db, made.category_id, made.entry["ada"], Outcome.WINNER, "The panel saw it", now=NOW, on_too_few=True
    )
    assert read_basis(kept.basis)["rule"]["on_too_few"] is True
    assert any(one.startswith(told) for one in read_basis(kept.basis)["known"])


def test_where_nothing_counts_nobody_is_decided_on_unawares(db: Database) -> None:
    made = Scored(db)
    with change(db, "Set up"):
        for one in criteria_of(db, made.category_id):
            db.update_row("award_criterion", one.id, {"weight": 0})
    with pytest.raises(FieldProblem, match="no criterion has a weight"):
        decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
