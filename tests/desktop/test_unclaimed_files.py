from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.unclaimed_files import invite_unclaimed, save_call_list, write_letters
from engagement.forums import events
from engagement.forums.events import EventDraft, plan_event
from engagement.forums.people import participants
from engagement.forums.reach.inviting import selection_of
from engagement.forums.vocabulary import EventKind
from resources.database import Database, history
from resources.problem import Problem
from tests.workforce.funding.unclaimed.eligible import NOW, TODAY, county, manager, worker
from workforce.funding.unclaimed.approaches import approaches
from workforce.funding.unclaimed.inviting import reasons_of
from workforce.funding.unclaimed.unclaimed import unclaimed
from workforce.funding.vocabulary import AskedBy


def test_the_ending_says_which_call_list(db: Database, tmp_path: Path) -> None:
    held = county(db)
    worker(db, held.rosewood, "Ada")
    rows = unclaimed(db, on=TODAY)
    for name in ("calls.docx", "calls.xlsx", "calls.csv"):
        saved = save_call_list(rows, tmp_path / name, on=TODAY)
        assert saved.exempt
        assert saved.path.is_file()
    with pytest.raises(Problem, match="ends in nothing known"):
        save_call_list(rows, tmp_path / "calls.txt", on=TODAY)


def test_nobody_on_the_list_is_refused_and_nothing_is_written(db: Database, tmp_path: Path) -> None:
    for write in (
        lambda: save_call_list([], tmp_path / "a.docx", on=TODAY),
        lambda: write_letters(db, [], tmp_path / "a.docx", today=TODAY, note=True),
    ):
        with pytest.raises(Problem, match="Nobody is on the list"):
            write()
    assert not (tmp_path / "a.docx").exists()


def test_letters_are_noted_once_they_are_saved(db: Database, tmp_path: Path) -> None:
    county(db)
    rows = unclaimed(db, on=TODAY)
    with pytest.raises(Problem):
        write_letters(db, rows, tmp_path / "no such folder" / "letters.docx", today=TODAY, note=True)
    assert approaches(db) == []
    assert write_letters(db, rows, tmp_path / "letters.docx", today=TODAY, note=True) == 1
    assert [one.how for one in approaches(db)] == [AskedBy.LETTER]


def test_an_invitation_and_its_note_are_one_change(db: Database) -> None:
    held = county(db)
    manager(db, held.rosewood, service_id=held.rosewood_house)
    starts: datetime = NOW + timedelta(days=30)
    draft = EventDraft(
        EventKind.PROVIDER_FORUM, "Example forum", starts, starts + timedelta(hours=2), place="Hall"
    )
    event = events.get(db, plan_event(db, draft))
    rows = unclaimed(db, on=TODAY)
    people = selection_of(db, reasons_of(rows), event.day).people
    assert len(invite_unclaimed(db, event, people, rows, now=NOW).participants) == 1
    assert [one.how for one in approaches(db)] == [AskedBy.FORUM]
    history.undo(db)
    assert approaches(db) == []
    assert participants.of_event(db, event.id) == []
