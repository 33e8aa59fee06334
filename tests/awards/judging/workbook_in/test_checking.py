"""Workbooks that come back: in another order, with cells that cannot be, of another round or judge, in part."""

from pathlib import Path

import pytest

from awards.judging.scores import abstain, give_scores, given, lock, scores_of
from awards.judging.workbook import ABSTAIN, COMMENT
from awards.judging.workbook_in.checking import CheckedScores, NeedsJudge, check_scores
from awards.judging.workbook_in.preview import preview_groups, preview_notes, summary_table
from awards.judging.workbook_in.reading import read_score_file
from awards.judging.workbook_in.taking_in import save_refused_scores, take_in_scores
from awards.rounds.criteria import criteria_of, edit_criterion
from awards.vocabulary import AssignmentStatus, HowScored
from resources.database import Database, change, history
from resources.database.history import ChangedSince
from resources.problem import Problem
from tests.awards.gala import NOW
from tests.awards.judging.panelled import Panelled, edited

FIRST = 2
"""The column of the first criterion."""


def check(db: Database, panelled: Panelled, path: Path, member_id: str | None = None) -> CheckedScores:
    return check_scores(db, read_score_file(path), panelled.gala.round_id, member_id=member_id)


def number_of_criteria(db: Database, panelled: Panelled) -> int:
    return len(criteria_of(db, panelled.entries[0].category_id))


def all_scored(db: Database, panelled: Panelled, row: int, figure: str) -> dict[tuple[int, int], str]:
    return {(row, FIRST + place): figure for place in range(number_of_criteria(db, panelled))}


@pytest.fixture
def panelled(db: Database) -> Panelled:
    return Panelled(db)


def test_rows_may_stand_in_any_order(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    cells = {**all_scored(db, panelled, 1, "4"), **all_scored(db, panelled, 2, "5")}
    found = check(db, panelled, edited(panelled.workbook(tmp_path), cells, order=[2, 1, 0]))
    assert {one.given.reference for one in found.to_keep} == {"2026-001", "2026-002"}
    take_in_scores(db, found, now=NOW)
    assert {one.points for one in scores_of(db, panelled.keys[0])} == {400}
    assert {one.points for one in scores_of(db, panelled.keys[1])} == {500}
    assert {one.how for one in scores_of(db, panelled.keys[1])} == {HowScored.WORKBOOK}
    assert given(db, panelled.keys[2]).status is AssignmentStatus.ASSIGNED


def test_one_undo_takes_it_all_back(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    cells = {**all_scored(db, panelled, 1, "4"), (2, FIRST): "5"}
    take_in_scores(db, check(db, panelled, edited(panelled.workbook(tmp_path), cells)), now=NOW)
    history.undo(db)
    assert scores_of(db, panelled.keys[0]) == scores_of(db, panelled.keys[1]) == []


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("11", "11 is outside the scale"),
        ("3.5", "3.5 is between its steps"),
        ("very good", "“very good” is not points"),
        ("abstain", "To abstain, say why"),
        ("0", "To abstain, say why"),
        ("-1", "“-1” is not points"),
    ],
)
def test_a_cell_that_cannot_be_refuses_its_row(
    db: Database, panelled: Panelled, tmp_path: Path, cell: str, says: str
) -> None:
    cells = {**all_scored(db, panelled, 1, "4"), (2, FIRST): cell}
    found = check(db, panelled, edited(panelled.workbook(tmp_path), cells))
    (refused,) = found.refused
    assert says in refused.reason
    assert [one.given.reference for one in found.to_keep] == ["2026-001"]
    save_refused_scores(found, tmp_path / "refused.xlsx")
    assert (tmp_path / "refused.xlsx").exists()


def test_empty_is_not_nought_and_what_is_held_stays(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    first = criteria_of(db, panelled.entries[0].category_id)[0]
    path = panelled.workbook(tmp_path)
    give_scores(db, panelled.keys[0], {first.id: 300}, now=NOW)
    found = check(db, panelled, edited(path, {(1, FIRST + 1): "4"}))
    assert "1 cell empty in the file where a score is held" in " ".join(preview_notes(found))
    take_in_scores(db, found, now=NOW)
    assert [one.points for one in scores_of(db, panelled.keys[0])] == [300, 400]


def test_to_abstain_is_no_score(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    path = panelled.workbook(tmp_path)
    why = read_score_file(path).headings.index(ABSTAIN)
    found = check(db, panelled, edited(path, {(1, why): "I trained them"}))
    assert [one.name for one in preview_groups(found)][:2] == ["Abstentions", "Nothing entered"]
    take_in_scores(db, found, now=NOW)
    assert (given(db, panelled.keys[0]).status, scores_of(db, panelled.keys[0])) == (
        AssignmentStatus.ABSTAINED,
        [],
    )
    both = check(db, panelled, edited(path, {(1, why): "I trained them", (1, FIRST): "3"}))
    assert "scores and an abstention" in both.refused[0].reason


def test_missing_and_unknown_and_doubled_references(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    path = panelled.workbook(tmp_path)
    found = check(db, panelled, edited(path, {(1, 0): "2025-001", (2, 0): "2026-003"}))
    assert [one.reference for one in found.missing] == ["2026-001", "2026-002"]
    reasons = " ".join(one.reason for one in found.refused)
    assert "“2025-001” is a reference of 2025, and those of this round begin with 2026" in reasons
    assert "2026-003 stands in the file more than once" in reasons
    assert "Not in the file" in [one.name for one in preview_groups(found)]
    assert summary_table(found).exempt is not None


def test_what_would_repair_a_row_is_the_name_of_its_group(
    db: Database, panelled: Panelled, tmp_path: Path
) -> None:
    path = panelled.workbook(tmp_path)
    cells = {(1, FIRST): "11", (2, FIRST): "3.5", (3, 0): "2025-001"}
    named = {one.name: one.explanation for one in preview_groups(check(db, panelled, edited(path, cells)))}
    assert [one for one in named if one.startswith("Refused")] == [
        "Refused: points outside the scale",
        "Refused: points between the steps of the scale",
        "Refused: a reference of another year",
    ]
    assert "Give a whole number from 1 to 5" in named["Refused: points outside the scale"]
    cells = {(1, FIRST): "good", (2, FIRST + 1): "fine", (3, 0): "2026-099"}
    found = check(db, panelled, edited(path, cells))
    groups = {one.name: one.number for one in preview_groups(found) if one.refused}
    assert groups == {"Refused: no figure": 2, "Refused: a reference that the judge was not given": 1}
    assert "“good” is not points. Give a whole number from 1 to 5." in found.refused[0].reason


def test_changed_unchanged_and_locked(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    points = {one.id: 300 for one in criteria_of(db, panelled.entries[0].category_id)}
    for key in panelled.keys[:2]:
        give_scores(db, key, points, now=NOW)
    lock(db, [panelled.keys[1]], now=NOW)
    path = panelled.workbook(tmp_path)
    assert check(db, panelled, edited(path, {})).to_keep == ()
    with pytest.raises(Problem, match="no score and no comment that is new or changed"):
        take_in_scores(db, check(db, panelled, path), now=NOW)
    found = check(db, panelled, edited(path, {(1, FIRST): "5", (2, FIRST): "5"}))
    (changed, *_) = preview_groups(found)
    asked = criteria_of(db, panelled.entries[0].category_id)
    assert (changed.name, changed.table.rows[0][2:4]) == (
        "Changed scores",
        (f"{asked[0].name} 5", f"{asked[0].name} 3"),  # of all that is in the row what changes alone
    )
    assert "are locked" in found.refused[0].reason
    take_in_scores(db, found, now=NOW)
    assert 500 in {one.points for one in scores_of(db, panelled.keys[0])}
    assert {one.points for one in scores_of(db, panelled.keys[1])} == {300}


def test_last_years_file_is_refused(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    before = Panelled(db, year=2025, name="Proud to Care 2025")
    with pytest.raises(Problem, match="is a workbook of Proud to Care 2025"):
        check(db, panelled, before.workbook(tmp_path))


def test_the_other_j_smith_is_told_apart(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    path = panelled.workbook(tmp_path)
    assert check(db, panelled, path).member.id == panelled.one.id
    with pytest.raises(Problem, match=r"Judge 1 – J. Smith .* and Judge 2 – J. Smith was chosen"):
        check(db, panelled, path, panelled.two.id)


def test_a_file_without_its_cover_asks_whose_it_is(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    path = edited(panelled.workbook(tmp_path), {(1, FIRST): "4"}, about=False)
    with pytest.raises(NeedsJudge):
        check(db, panelled, path)
    assert len(check(db, panelled, path, panelled.one.id).to_keep) == 1


def test_a_file_without_references_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "shopping.csv"
    path.write_text("Apples,Pears\n1,2\n")
    with pytest.raises(Problem, match="no row with the heading “Reference”"):
        read_score_file(path)


def test_a_preview_out_of_date_is_made_anew(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    found = check(db, panelled, edited(panelled.workbook(tmp_path), {(1, FIRST): "4"}))
    abstain(db, panelled.keys[0], "Knows them", now=NOW)
    with pytest.raises(ChangedSince):
        take_in_scores(db, found, now=NOW)


def test_a_cover_that_contradicts_its_code_is_refused(
    db: Database, panelled: Panelled, tmp_path: Path
) -> None:
    path = panelled.workbook(tmp_path)
    with change(db, "Set up"):
        db.update_row("panel_member", panelled.one.id, {"number": 9})
    with pytest.raises(
        Problem, match=r"was saved for .*\(judge 9\), and its sheet “About” now says judge 1, J\. Smith"
    ):
        check(db, panelled, path)


def test_a_judge_may_be_called_otherwise_since_the_workbook_was_saved(
    db: Database, panelled: Panelled, tmp_path: Path
) -> None:
    path = panelled.workbook(tmp_path)
    with change(db, "Set up"):
        db.update_row("panel_member", panelled.one.id, {"name": "Ben Specimen"})
    assert check(db, panelled, path).member.id == panelled.one.id


def test_a_workbook_of_another_scale_is_refused(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    path = edited(panelled.workbook(tmp_path), {(1, FIRST): "4"})
    first, second, *_ = criteria_of(db, panelled.entries[0].category_id)
    edit_criterion(db, second.id, most=1000)
    assert len(check(db, panelled, path).to_keep) == 1
    edit_criterion(db, first.id, most=1000)
    with pytest.raises(
        Problem, match=f"was made before “{first.name}” was changed, so its scores are on another"
    ):
        check(db, panelled, path)
    history.undo(db)
    assert len(check(db, panelled, path).to_keep) == 1
    edit_criterion(db, first.id, name="Between")
    edit_criterion(db, second.id, name=first.name, most=second.most)
    with pytest.raises(Problem, match="on another scale"):
        check(db, panelled, path)


def test_a_cover_that_was_hidden_is_read_all_the_same(
    db: Database, panelled: Panelled, tmp_path: Path
) -> None:
    path = edited(panelled.workbook(tmp_path), {(1, FIRST): "4"}, hidden=True)
    assert check(db, panelled, path).member.id == panelled.one.id
    with pytest.raises(Problem, match="is the workbook of Judge 1"):
        check(db, panelled, path, panelled.two.id)


def test_a_comment_alone_is_kept_and_told(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    plain = panelled.workbook(tmp_path)
    comment = read_score_file(plain).headings.index(COMMENT)
    found = check(db, panelled, edited(plain, {(1, comment): "Lovely to read."}))
    assert ("Comment alone", 1) in [(one.name, one.number) for one in preview_groups(found)]
    assert take_in_scores(db, found, now=NOW).words == "Took in 1 comment by Judge 1 – J. Smith"
    held = given(db, panelled.keys[0])
    assert (held.comment, held.status) == ("Lovely to read.", AssignmentStatus.ASSIGNED)


def test_a_second_sheet_with_scores_is_told(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    found = check(db, panelled, edited(panelled.workbook(tmp_path), {(1, FIRST): "4"}, copy=True))
    assert "Only the sheet “Scores” is read; “Copy” holds references too." in preview_notes(found)
