from awards.results.attention import results_attention
from awards.results.deciding.announcing import announce
from awards.results.deciding.deciding import decide
from awards.results.deciding.withdrawing import withdraw_honour
from awards.vocabulary import EntryStatus, Outcome, RoundPhase
from resources.attention import Urgency
from resources.database import Database
from tests.awards.gala import NOW
from tests.awards.results.scored import Scored


def _told(db: Database, made: Scored) -> list[str]:
    return [one.what for one in results_attention(db, made.gala.round, NOW)]


def test_home_lists_what_does_not_fit_and_what_can_be_announced(db: Database) -> None:
    made = Scored(db)
    assert _told(db, made) == []
    for category in made.gala.categories[1:]:
        decide(db, category.id, None, Outcome.NOT_AWARDED, "Nobody nominated", now=NOW)
    won = decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
    assert _told(db, made) == ["The results of Proud to Care 2026 can be announced"]
    made.gala.stands(made.entry["ben"], EntryStatus.PENDING_RUNNER_UP)
    made.gala.stands(made.entry["ada"], EntryStatus.WITHDRAWN)
    found = results_attention(db, made.gala.round, NOW)
    assert [one.what for one in found] == [
        "1 honour stands on a nominee who is out or moved by now",
        "1 nominee stands as honoured without a decision of the panel",
    ]
    assert [one.key for one in found] == [won.id, made.entry["ben"]]
    assert all(one.urgency is Urgency.DUE for one in found)
    assert not any("Ada" in f"{one.what} {one.detail}" for one in found)


def test_a_category_whose_winner_is_gone_is_listed_until_it_is_decided_anew(db: Database) -> None:
    made = Scored(db)
    for category in made.gala.categories[1:]:
        decide(db, category.id, None, Outcome.NOT_AWARDED, "Nobody nominated", now=NOW)
    won = decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
    announce(db, made.gala.round_id, now=NOW)
    withdraw_honour(db, won.id, "She does not want it", now=NOW, to=EntryStatus.WITHDRAWN)
    (found,) = results_attention(db, made.gala.round, NOW)
    assert found.what == "1 category has no winner since a decision was taken back"
    assert (found.key, found.urgency) == (won.id, Urgency.DUE)
    decide(db, made.category_id, made.entry["ben"], Outcome.WINNER, "Next", now=NOW)
    assert _told(db, made) == ["The results of Proud to Care 2026 can be announced"]


def test_nothing_is_listed_once_all_is_announced_or_before_it_decides(db: Database) -> None:
    made = Scored(db)
    for category in made.gala.categories:
        decide(db, category.id, None, Outcome.NOT_AWARDED, "Nobody", now=NOW)
    announce(db, made.gala.round_id, now=NOW)
    assert _told(db, made) == []
    made.gala.at(RoundPhase.SCORE)
    assert _told(db, made) == []
