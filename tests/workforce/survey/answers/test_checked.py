"""What a check says of itself."""

from pathlib import Path

from resources.database import Database
from tests.workforce.survey.answers.made import BEST, THING, csv_file, made_register, made_wave
from workforce.survey.answers.checking import check
from workforce.survey.answers.decisions import Decisions, Means, WordsDecision
from workforce.survey.answers.mapping import suggest


def test_it_says_what_is_still_to_be_decided_and_what_is_left_out(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    made_register(db)
    rows = [("Elm Lodg", "Facebook", "Pay", "red"), ("Elm Lodg", "Leaflets", "Pay", "red")]
    file = csv_file(tmp_path / "a.csv", ("Provider name", BEST, THING, "Colour"), rows)
    uses = suggest(db, wave.id, file)
    found = check(db, wave.id, file, uses)
    assert found.left_out == ["Colour"]
    assert [one.said for one in found.undecided] == ["Facebook", "Leaflets"]
    assert [(one.said, one.times) for one in found.names_to_look_at] == [("Elm Lodg", 2)]
    assert found.changed_chosen == []
    words = {(file.columns[1].key, "facebook"): WordsDecision(Means.OTHER)}
    decided = check(db, wave.id, file, uses, Decisions(words=words))
    assert [one.said for one in decided.undecided] == ["Leaflets"]
