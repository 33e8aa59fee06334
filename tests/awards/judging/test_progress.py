"""How far judges and nominees have come."""

from awards.judging.assignments import recuse
from awards.judging.progress import JudgeProgress, judge_progress, nominee_progress
from resources.database import Database, change
from tests.awards.gala import Gala


def test_each_answer_is_counted_once_and_an_abstention_is_no_score(db: Database) -> None:
    gala = Gala(db)
    one, two = gala.judge("Judge P"), gala.judge("Judge Q")
    some = [gala.nominate(f"Nominee {letter}") for letter in "abcde"]
    gala.judging(*[each.id for each in some])
    keys = [gala.give(one.id, each.id) for each in some]
    gala.score(keys[0], 4)
    with change(db, "Set up"):
        db.update_row("judge_assignment", keys[1], {"status": "abstained"})
        db.update_row("judge_assignment", keys[2], {"status": "scoring"})
    recuse(db, keys[3], "On leave")
    first, second = judge_progress(db, gala.round_id)
    assert first == JudgeProgress(one.id, scored=1, abstained=1, in_progress=1, not_started=1, left=1)
    assert (first.given, first.open, first.percent) == (4, 2, 50)
    assert (second.given, second.percent) == (0, None)
    gala.score(gala.give(two.id, some[0].id), 5)
    far = {each.entry_id: each for each in nominee_progress(db, gala.round_id)}
    assert (far[some[0].id].given, far[some[0].id].scored, far[some[0].id].is_short) == (2, 2, True)
    assert (far[some[1].id].scored, far[some[1].id].abstained) == (0, 1)
    assert far[some[3].id].given == 0
