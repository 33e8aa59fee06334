"""Every kind of paper held against the rules of the format, where the validator is at hand."""

from pathlib import Path

import pytest

from engagement.forums.at_the_door import door
from engagement.forums.mailing.badges import save_badges
from engagement.forums.mailing.labels import LabelSheet, save_labels
from engagement.forums.mailing.letters import save_letters
from engagement.forums.mailing.recipients import choose
from engagement.forums.mailing.vocabulary import Purpose, Way
from engagement.forums.mailing.words import wording_for
from resources.database import Database
from tests.engagement.forums.conftest import STARTS, TODAY
from tests.engagement.forums.held_forum import AFTER
from tests.engagement.forums.mailing.conftest import Keys
from tests.resources.report.word.test_validity import errors_in


@pytest.mark.parametrize("paper", ["letters", "labels", "badges"])
def test_the_papers_are_valid(db: Database, asked: tuple[str, Keys], tmp_path: Path, paper: str) -> None:
    event, keys = asked
    door.check_in(db, event, keys["Ada Example"], now=STARTS, device="Laptop", nonce="a")
    people = choose(db, event, Purpose.THANKS, Way.LETTER).people
    path = tmp_path / "p.docx"
    if paper == "letters":  # with the certificate behind them
        wording = wording_for(db, Purpose.THANKS, None).wording
        save_letters(db, event, people, wording, path, now=AFTER, purpose=Purpose.THANKS)
    elif paper == "labels":
        save_labels(people, LabelSheet.L7160, path, title="Forum", day=TODAY, first=3)
    else:
        save_badges(db, event, path, day=TODAY, blank=3)
    assert errors_in(path) == []
