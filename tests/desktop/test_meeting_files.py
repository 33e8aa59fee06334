"""Saving the papers of a meeting: what is public is searched, what names people is not public, what is exempt apart."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from docx import Document

from desktop.meeting_files import save_agenda, save_minutes
from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.meeting import agenda
from engagement.forums.meeting.first_agenda import ItemDraft
from engagement.forums.meeting.minutes import Minutes, keep_minutes
from engagement.forums.meeting.minutes_paper import Version
from engagement.forums.vocabulary import EventKind
from engagement.register import contracts
from engagement.register.vocabulary import ContractStatus
from resources.database import Database, change
from resources.problem import Problem
from tests.desktop.pages.register_desk import add_home

STARTS, ENDS = datetime(2019, 12, 10, 10, tzinfo=UTC), datetime(2019, 12, 10, 12, tzinfo=UTC)
NOW = datetime(2019, 12, 11, 9, tzinfo=UTC)
HERE, PUBLISHED = Version.PARTICIPANTS, Version.PUBLISHED


@pytest.fixture
def event(db: Database) -> str:
    """A forum with two items, and a home whose contract is suspended."""
    home = add_home(db, "Quillmere Lodge", "Quillmere Homes Ltd")
    contracts.set_contract_status(
        db, home.id, ContractStatus.SUSPENDED, date(2019, 11, 1), "An audit", today=date(2019, 12, 1)
    )
    key = events.plan_event(
        db, EventDraft(EventKind.PROVIDER_FORUM, "Provider forum, December 2019", STARTS, ENDS)
    )
    agenda.add_item(db, key, ItemDraft("Welcome", 10))
    agenda.add_item(db, key, ItemDraft("Market", 20))
    return key


def text(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def note(db: Database, event: str, words: str) -> None:
    agenda.write_notes(db, agenda.items(db, event)[1].id, words)


def test_the_agenda_is_saved_and_exempt_items_beside_it(db: Database, event: str, tmp_path: Path) -> None:
    saved = save_agenda(db, event, tmp_path / "agenda", today=date(2019, 12, 1))
    assert (saved.path.name, saved.appendix, saved.words) == ("agenda.docx", None, "Saved “agenda.docx”")
    agenda.add_item(db, event, ItemDraft("Quillmere Lodge", exempt=True))
    saved = save_agenda(db, event, tmp_path / "agenda.docx", today=date(2019, 12, 1))
    assert saved.appendix is not None and "EXEMPT" in saved.appendix.name
    assert "Quillmere" in text(saved.appendix) and "Quillmere" not in text(saved.path)


def test_an_agenda_that_names_an_exempt_home_in_an_open_item_is_refused(
    db: Database, event: str, tmp_path: Path
) -> None:
    agenda.add_item(db, event, ItemDraft("Quillmere Lodge"))
    with pytest.raises(Problem):
        save_agenda(db, event, tmp_path / "agenda.docx", today=date(2019, 12, 1))
    assert list(tmp_path.glob("*.docx")) == []


def test_minutes_of_those_who_were_there_may_name_a_home_but_not_its_exempt_status(
    db: Database, event: str, tmp_path: Path
) -> None:
    note(db, event, "Quillmere Lodge showed its garden.")
    assert "garden" in text(save_minutes(db, event, tmp_path / "m.docx", HERE, now=NOW).path)
    note(db, event, "Quillmere Lodge is suspended.")
    with pytest.raises(Problem, match="contract status that is exempt") as refused:
        save_minutes(db, event, tmp_path / "again.docx", HERE, now=NOW)
    assert refused.value.details == ("Item 2: Market",)
    agenda.edit_item(db, agenda.items(db, event)[1].id, ItemDraft("Market", 20, exempt=True))
    saved = save_minutes(db, event, tmp_path / "again.docx", HERE, now=NOW)
    assert saved.appendix is not None and "is suspended" in text(saved.appendix)
    assert "suspended" not in text(saved.path)


def test_published_minutes_are_refused_while_they_name_somebody(
    db: Database, event: str, tmp_path: Path
) -> None:
    keep_minutes(db, event, Minutes(chair="Priya Sample"))
    note(db, event, "Priya Sample thanked everybody.")
    with pytest.raises(Problem) as refused:
        save_minutes(db, event, tmp_path / "m.docx", PUBLISHED, now=NOW)
    assert "Priya Sample" in " ".join((refused.value.sentence, *refused.value.details))
    note(db, event, "The chair thanked everybody.")
    saved = save_minutes(db, event, tmp_path / "m.docx", PUBLISHED, now=NOW)
    assert saved.appendix is None and "Priya" not in text(saved.path)


def test_all_of_a_confidential_meeting_is_marked(db: Database, event: str, tmp_path: Path) -> None:
    with change(db, "Confidential"):
        db.update_row("event", event, {"confidentiality": "confidential"})
    for saved in (
        save_agenda(db, event, tmp_path / "agenda.docx", today=date(2019, 12, 1)),
        save_minutes(db, event, tmp_path / "minutes.docx", HERE, now=NOW),
    ):
        header = Document(str(saved.path)).sections[0].header
        assert header.paragraphs[0].text == "EXEMPT – NOT FOR PUBLICATION"
    with pytest.raises(Problem, match="is confidential"):
        save_minutes(db, event, tmp_path / "public.docx", PUBLISHED, now=NOW)
