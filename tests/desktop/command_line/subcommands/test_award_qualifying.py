"""Qualifying and the board without a window."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from awards.nominations.entries import entry
from awards.vocabulary import EntryStatus, RoundPhase
from resources.database import Database
from resources.report.exemption import MARKING
from tests.awards.gala import NOW, Gala
from tests.awards.qualifying.passing import make_ready, suspend
from tests.desktop.command_line.conftest import Clerk


class Office:
    """The small round in the clerk’s file: opened anew for each thing that is set up or looked at."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk
        self._gala: Gala | None = None
        self.on(lambda gala: gala)

    def on(self, work: Callable[[Gala], object]) -> None:
        """Set something up."""
        self._clerk.with_db(lambda db: work(self._of(db)))

    def _of(self, db: Database) -> Gala:
        if self._gala is None:
            self._gala = Gala(db)
            self._gala.nominate()
            self._gala.nominate("Ben Specimen")
            self._gala.at(RoundPhase.QUALIFY)
        self._gala.db = db
        return self._gala


@pytest.fixture
def office(clerk: Clerk) -> Office:
    """Ada Example and Ben Specimen are nominated, and the round is at qualifying."""
    clerk.now = NOW
    return Office(clerk)


def key_of(gala: Gala, nominee: str = "Ada Example") -> str:
    return str(gala.db.value("select id from award_entry where nominee = ?", (nominee,)))


def test_who_is_to_be_decided_and_why(clerk: Clerk, office: Office, tmp_path: Path) -> None:
    told = clerk.does("award-qualifying")
    assert (
        "Ada Example" in told
        and "To decide" in told
        and "Nobody has asked whether they still work there." in told
    )
    saved = tmp_path / "to decide.csv"
    clerk.does("award-qualifying", "--out", saved)
    assert MARKING in saved.read_text(encoding="utf-8-sig")
    office.on(lambda gala: gala.judging(key_of(gala)))
    assert "Ada Example" not in clerk.does("award-qualifying")
    assert "Ada Example" in clerk.does("award-qualifying", "--all")


def test_a_contract_is_said_to_the_chair_alone(clerk: Clerk, office: Office) -> None:
    office.on(lambda gala: suspend(gala, gala.house, date(2026, 8, 1)))
    assert "suspended" not in clerk.does("award-qualifying") + clerk.does("award-check", "Ada")
    assert "suspended since 1 August 2026" in clerk.does("award-qualifying", "--chair")
    assert "suspended since 1 August 2026" in clerk.does("award-check", "Ada", "--chair")
    assert "More on the chair’s screen" in clerk.does("award-check", "Ada")


def test_what_is_known_since_is_asked_for_by_the_chair(clerk: Clerk, office: Office) -> None:
    office.on(lambda gala: make_ready(gala, key_of(gala)))
    clerk.does("award-qualify", "Ada")
    assert "for the chair alone" in clerk.refuses("award-qualifying", "--since")
    office.on(lambda gala: suspend(gala, gala.house, date(2026, 9, 20)))
    clerk.now = NOW.replace(month=10)
    assert "suspended since 20 September 2026" in clerk.does("award-qualifying", "--since", "--chair")


def test_points_are_answered_by_number_or_words(clerk: Clerk, office: Office) -> None:
    told = clerk.does("award-check", "2026-001", "--point", "1", "--answer", "yes")
    assert told == "Ada Example: The nominee works in adult social care in the council’s area – Yes.\n"
    assert "needs a note" in clerk.refuses(
        "award-check", "Ada", "--point", "right category", "--answer", "no"
    )
    clerk.does("award-check", "Ada", "--point", "right category", "--answer", "no", "--note", "A cook, not a team",
               "--by", "Ada Officer", "--on", "1/9/2026")  # fmt: skip
    told = clerk.does("award-check", "Ada")
    assert "A cook, not a team" in told and "Ada Officer" in told and "1 Sep 2026" in told
    assert clerk.does("award-check", "Ada", "--point", "2").endswith("taken back.\n")
    assert clerk.does("award-check", "Ada", "--all-yes") == "Ada Example: yes to 5.\n"


def test_employment_is_noted(clerk: Clerk, office: Office) -> None:
    assert clerk.does("award-employed", "Ada", "yes", "--of", "Max Manager") == (
        "Noted whether Ada Example still works there.\n"
    )
    assert "Still employed: Yes." in clerk.does("award-check", "Ada")
    clerk.does("award-employed", "Ada", "asked", "--of", "Max Manager", "--on", "30/8/2026")
    assert "Still employed: Asked, not answered." in clerk.does("award-check", "Ada")


def test_nominees_go_to_the_judges_or_out(clerk: Clerk, office: Office) -> None:
    assert "Nobody is ready" in clerk.refuses("award-qualify", "--ready")
    assert clerk.does("award-qualify", "--take-up") == "Taken up for qualifying: 2.\n"
    assert "not ready for the judges" in clerk.refuses("award-qualify", "Ada")
    assert (
        clerk.does("award-qualify", "Ada", "--reason", "By telephone") == "Ada Example went to the judges.\n"
    )
    assert clerk.does("award-requalify", "Ada", "--reason", "Too soon") == "Ada Example: Qualifying.\n"
    assert (
        clerk.does("award-return", "Ada", "--reason", "Examples")
        == "Ada Example: Returned for information.\n"
    )
    assert clerk.does("award-ineligible", "Ada", "--reason", "A hospital") == "Ada Example: Ineligible.\n"
    office.on(lambda gala: make_ready(gala, key_of(gala, "Ben Specimen")))
    assert clerk.does("award-qualify", "--ready") == "1 nominee went to the judges.\n"


def test_the_board_is_listed_and_moved_on(clerk: Clerk, office: Office, tmp_path: Path) -> None:
    assert clerk.does("award-board", "--category", "person centred").index("Ada Example")
    assert "Ada Example" not in clerk.does("award-board", "--category", "team")
    saved = tmp_path / "board.csv"
    clerk.does("award-board", "--out", saved)
    assert MARKING in saved.read_text(encoding="utf-8-sig")
    assert "Say with --to" in clerk.refuses("award-board", "--move", "Ada")
    assert clerk.does("award-board", "--move", "Ada", "--to", "qualifying") == "Ada Example: Qualifying.\n"
    assert "Honours are decided" in clerk.refuses("award-board", "--move", "Ada", "--to", "honoured")
    assert "Choose which" in clerk.refuses(
        "award-board", "--move", "Ada", "--to", "out", "--reason", "She rang"
    )
    told = clerk.does(
        "award-board", "--move", "Ada", "--to", "out", "--as", "withdrawn", "--reason", "She rang"
    )
    assert told == "Ada Example: Withdrawn.\n"
    office.on(_is_withdrawn)


def _is_withdrawn(gala: Gala) -> None:
    assert entry(gala.db, key_of(gala)).status is EntryStatus.WITHDRAWN
