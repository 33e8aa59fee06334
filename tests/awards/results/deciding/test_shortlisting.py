import pytest

from awards.nominations.entries import entry
from awards.results.deciding.deciding import decide
from awards.results.deciding.shortlisting import proposed, shortlist
from awards.results.reading import category_standing
from awards.rounds.rounds import edit_round
from awards.vocabulary import EntryStatus, Outcome, RoundPhase, TieRule
from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.awards.gala import NOW
from tests.awards.results.scored import Scored


def _status(db: Database, made: Scored) -> dict[str, EntryStatus]:
    return {first: entry(db, key).status for first, key in made.entry.items()}


def test_those_chosen_go_on_and_the_others_do_not(db: Database) -> None:
    made = Scored(db)
    came = shortlist(db, made.category_id, [made.entry["ada"], made.entry["ben"]], now=NOW)
    assert came.sentence == "2 finalists; 1 nominee not"
    assert _status(db, made) == {
        "ada": EntryStatus.SHORTLISTED, "ben": EntryStatus.SHORTLISTED, "cal": EntryStatus.NOT_SHORTLISTED,
    }  # fmt: skip


def test_who_is_a_finalist_no_more_needs_a_reason(db: Database) -> None:
    made = Scored(db)
    shortlist(db, made.category_id, [made.entry["ada"], made.entry["ben"]], now=NOW)
    with pytest.raises(FieldProblem, match="reason"):
        shortlist(db, made.category_id, [made.entry["ada"]], now=NOW)
    assert entry(db, made.entry["ben"]).status is EntryStatus.SHORTLISTED
    shortlist(db, made.category_id, [made.entry["ada"]], now=NOW, reason="A score was put right")
    assert entry(db, made.entry["ben"]).status is EntryStatus.NOT_SHORTLISTED


def test_no_more_than_the_round_allows(db: Database) -> None:
    made = Scored(db)
    edit_round(db, made.gala.round_id, most_finalists=2)
    with pytest.raises(FieldProblem, match="3 are chosen, and"):
        shortlist(db, made.category_id, list(made.entry.values()), now=NOW)
    decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
    with pytest.raises(FieldProblem, match="2 are chosen with 1 nominee honoured already"):
        shortlist(db, made.category_id, [made.entry["ben"], made.entry["cal"]], now=NOW)
    shortlist(db, made.category_id, [made.entry["ben"]], now=NOW)
    assert _status(db, made)["ada"] is EntryStatus.PENDING_WINNER


def test_only_nominees_of_the_category_and_after_the_scores(db: Database) -> None:
    made = Scored(db)
    dot = made.add("Dot Sample", category="Support")
    with pytest.raises(FieldProblem, match="not with the judges"):
        shortlist(db, made.category_id, [dot], now=NOW)
    made.gala.at(RoundPhase.SCORE)
    with pytest.raises(Problem, match="Finalists are chosen"):
        shortlist(db, made.category_id, [made.entry["ada"]], now=NOW)


def test_the_best_are_proposed_and_of_those_level_at_the_edge_none(db: Database) -> None:
    made = Scored(
        db,
        {"Ada Example": (5, 5, 5), "Ben Specimen": (4, 4, 4), "Cal Instance": (4, 4, 4), "Dot Sample": (5,)},
    )
    edit_round(db, made.gala.round_id, most_finalists=2, tie_rule=TieRule.CHAIR)
    assert proposed(category_standing(db, made.category_id)) == [made.entry["ada"]]
    edit_round(db, made.gala.round_id, most_finalists=3)
    held = category_standing(db, made.category_id)
    assert set(proposed(held)) == {made.entry[one] for one in ("ada", "ben", "cal")}
    assert proposed(category_standing(db, made.gala.category("Team").id)) == []
