"""One mailing from beginning to end: the file first, then the record, whole or not at all."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from engagement.forums.events import get
from engagement.forums.mailing.mailings import last_written
from engagement.forums.mailing.making import Mailing, check_mailing, keep_made, make, preview, save_mailing
from engagement.forums.mailing.vocabulary import Purpose, Way, Whom
from engagement.forums.mailing.words import wording_for
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from resources.wordings import Wording
from tests.engagement.forums.conftest import NOW
from tests.engagement.forums.mailing.conftest import Keys

Asked = tuple[str, Keys]
FILES = {Way.LETTER: "l.docx", Way.LABEL: "b.docx", Way.MAIL_MERGE: "m.xlsx", Way.EMAIL_DRAFT: "d.zip"}


def invitation(event: str, way: Way, **more: object) -> Mailing:
    return Mailing(event_id=event, purpose=Purpose.INVITATION, way=way, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("way", list(Way))
def test_each_way_saves_a_file_and_is_recorded_as_one_change(
    db: Database, asked: Asked, tmp_path: Path, way: Way
) -> None:
    event, _ = asked
    made = make(db, invitation(event, way), tmp_path / FILES[way], now=NOW)
    assert zipfile.is_zipfile(tmp_path / FILES[way])
    number = len(made.recipients.people)
    assert len(last_written(db, event)) == number > 0
    assert made.words.startswith(f"Saved “{FILES[way]}”: {number} ")
    history.undo(db)
    assert last_written(db, event) == {}


@pytest.mark.parametrize("way", list(Way))
def test_a_file_that_cannot_be_saved_is_not_recorded(
    db: Database, asked: Asked, tmp_path: Path, way: Way
) -> None:
    event, _ = asked
    entries = len(history.entries(db))
    with pytest.raises(Problem, match=r"was not saved|is not there"):
        make(db, invitation(event, way), tmp_path / "no folder" / FILES[way], now=NOW)
    assert last_written(db, event) == {}
    assert len(history.entries(db)) == entries


@pytest.mark.parametrize("keep", [True, False])
def test_the_wording_is_kept_in_the_same_change_where_that_is_wanted(
    db: Database, asked: Asked, tmp_path: Path, keep: bool
) -> None:
    event, entries = asked[0], len(history.entries(db))
    mine = invitation(event, Way.LETTER, wording=Wording("Mine: {event}", "Dear {name}"))
    make(db, mine, tmp_path / "l.docx", now=NOW, keep_wording=keep)
    assert len(history.entries(db)) == entries + 1
    assert history.entries(db)[0].action == "Made 2 letters: invitation, Provider forum, December 2019"
    kept = wording_for(db, Purpose.INVITATION, get(db, event).kind)
    assert (kept.wording == mine.wording) is keep
    history.undo(db)
    assert wording_for(db, Purpose.INVITATION, get(db, event).kind).wording != mine.wording


def test_saving_writes_nothing_to_the_database(db: Database, asked: Asked, tmp_path: Path) -> None:
    entries = len(history.entries(db))
    made = save_mailing(db, invitation(asked[0], Way.LETTER), tmp_path / "l.docx", now=NOW)
    assert made.path.is_file() and len(history.entries(db)) == entries
    keep_made(db, made, now=NOW)
    assert len(last_written(db, asked[0])) == 2


def test_drafts_fill_a_folder(db: Database, asked: Asked, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    make(db, invitation(asked[0], Way.EMAIL_DRAFT), folder, now=NOW)
    assert len(list(folder.glob("*.eml"))) == 2


def test_what_cannot_be_made_is_refused_before_a_place_is_chosen(db: Database, asked: Asked) -> None:
    event, keys = asked
    with pytest.raises(Problem, match="nobody to make any letter for"):
        check_mailing(db, invitation(event, Way.LETTER, whom=Whom.CHOSEN, chosen=(keys["Ed Orr"],)), now=NOW)
    with pytest.raises(FieldProblem, match="by a day after the event"):
        check_mailing(db, invitation(event, Way.LETTER, reply_by=date(2019, 12, 11)), now=NOW)
    with pytest.raises(FieldProblem, match="is not an e-mail address"):
        check_mailing(db, invitation(event, Way.EMAIL_DRAFT, sender="me"), now=NOW)


def test_the_preview_is_what_a_real_person_will_read(db: Database, asked: Asked) -> None:
    event, keys = asked
    wording = Wording("{event}", "Dear {name}, by {reply by}")
    mailing = invitation(event, Way.LETTER, reply_by=date(2019, 12, 2))
    name, filled = preview(db, mailing, wording, now=NOW, person=keys["Ada Example"])
    assert (name, filled.body) == ("Ada Example", "Dear Ada Example, by Monday 2 December 2019")
    assert preview(db, mailing, wording, now=NOW)[0] == "Dr Zoë O’Hara"
    nobody = invitation(event, Way.LETTER, whom=Whom.CHOSEN)
    with pytest.raises(Problem, match="Nobody would get this"):
        preview(db, nobody, wording, now=NOW)
