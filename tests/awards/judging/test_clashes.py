"""What judges were given that they may not judge."""

from pathlib import Path

import pytest

from awards.judging.assignments import declare_conflict
from awards.judging.clashes import clashes
from awards.judging.interests import declare_interest
from awards.judging.rulings import rule_on
from awards.judging.scores import abstain, give_scores
from awards.judging.workbook_in.checking import check_scores
from awards.judging.workbook_in.reading import read_score_file
from awards.rounds.criteria import criteria_of
from awards.vocabulary import AssignmentStatus, InterestKind, RoundPhase
from resources.database import Database
from resources.problem import Problem
from tests.awards.gala import NOW, TODAY, Gala
from tests.awards.judging.panelled import Panelled, edited


def test_an_interest_declared_later_is_found_until_it_is_settled(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    assert clashes(db, gala.round_id) == []
    given = gala.give(judge.id, ada.id)
    assert clashes(db, gala.round_id) == []
    declare_interest(db, judge.id, on=TODAY, kind=InterestKind.FAMILY, entry_id=ada.id)
    (found,) = clashes(db, gala.round_id)
    assert found.assignment.id == given
    assert [one.sentence for one in found.conflicts] == [
        "Jo Judge declared an interest in this nominee: family."
    ]
    declare_conflict(db, given, "My niece")
    assert clashes(db, gala.round_id) == []


def test_a_judge_in_conflict_gives_no_scores_until_it_is_settled(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    gala.judging(ada.id)
    gala.at(RoundPhase.SCORE)
    given = gala.give(judge.id, ada.id)
    key = criteria_of(db, ada.category_id)[0].id
    give_scores(db, given, {key: 300}, now=NOW)
    declare_interest(db, judge.id, on=TODAY, kind=InterestKind.FAMILY, entry_id=ada.id)
    with pytest.raises(
        Problem, match=r"family\. Let the judge stand aside on the Panel side, or have the chair rule"
    ):
        give_scores(db, given, {key: 400}, now=NOW)
    assert give_scores(db, given, {key: None}, now=NOW) == []
    assert abstain(db, given, "My niece", now=NOW).status is AssignmentStatus.ABSTAINED
    rule_on(db, judge.id, ada.id, conflict=False, reason="Another Ada", by="Ada Chair", on=TODAY)
    assert [one.points for one in give_scores(db, given, {key: 400}, now=NOW)] == [400]


def test_a_workbook_of_a_judge_in_conflict_is_refused_row_by_row(db: Database, tmp_path: Path) -> None:
    panelled = Panelled(db)
    path = edited(panelled.workbook(tmp_path), {(1, 3): "4", (2, 3): "4"})
    declare_interest(
        db, panelled.one.id, on=TODAY, kind=InterestKind.FAMILY, entry_id=panelled.entries[0].id, words="my sister"
    )  # fmt: skip
    found = check_scores(db, read_score_file(path), panelled.gala.round_id)
    assert [(one.line, "my sister" in one.reason) for one in found.refused] == [(2, True)]
    assert [one.given.reference for one in found.to_keep] == ["2026-002"]
