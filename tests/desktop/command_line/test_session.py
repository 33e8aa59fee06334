import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.command_line.session import Session, file_of
from engagement.register.providers import add_provider
from resources.database import OpenFile
from resources.database.refusals import InUse
from resources.tables import Column, Table

HOMES = Table("Homes", (Column("name", "Name"),), (("Elm Court",), ("Oak View",)))


@pytest.fixture
def session(opened: OpenFile) -> Session:
    clock = datetime(2019, 7, 1, 23, 30, tzinfo=UTC)
    return Session(opened.path, "Test Clerk", lambda: clock, io.StringIO())


def said(session: Session) -> str:
    assert isinstance(session.screen, io.StringIO)
    return session.screen.getvalue()


def test_today_is_londons_day(session: Session) -> None:
    assert session.today == date(2019, 7, 2)


def test_the_file_is_read_beside_whoever_has_it_open(session: Session, opened: OpenFile) -> None:
    add_provider(opened.db, name="Rosewood Care")
    with session.reading() as db:
        assert db.rows("select name from provider", ()) == [("Rosewood Care",)]


def test_what_is_written_is_signed(session: Session, opened: OpenFile) -> None:
    opened.close()
    with session.writing() as db:
        add_provider(db, name="Rosewood Care")
        assert db.who == "Test Clerk"


def test_tables_are_printed_with_a_line_between_or_saved_and_counted(
    session: Session, tmp_path: Path
) -> None:
    session.show([HOMES, HOMES])
    assert said(session).count("Elm Court") == 2 and "\n\n" in said(session)
    session.show(HOMES, tmp_path / "homes.csv")
    assert said(session).endswith(f"Saved “{tmp_path / 'homes.csv'}”, 2 rows.\n")
    assert (tmp_path / "homes.csv").is_file()


def test_a_file_in_use_is_refused_without_the_way_that_only_a_window_has(session: Session) -> None:
    with pytest.raises(InUse) as refused, session.writing():
        pass
    assert refused.value.sentence.endswith(
        "Close it there first, and run this again. What only reads, such as a list, runs meanwhile."
    )


def test_a_document_is_said_where_there_is_one(session: Session) -> None:
    session.saved(None)
    session.saved(Path("summary.docx"))
    assert said(session) == "Saved “summary.docx”.\n"


def test_without_a_file_it_is_the_offices_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PROVIDER_DESK_HOME", str(tmp_path))
    assert file_of(Path("other.providerdesk")) == Path("other.providerdesk")
    assert file_of(None).is_relative_to(tmp_path)
