"""Results of the awards without a window."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document

from awards.rounds.rounds import edit_round, rounds
from resources.files.reading import read_sheets
from tests.awards.results.scored import Scored
from tests.desktop.command_line.conftest import Clerk


@pytest.fixture
def scored(clerk: Clerk) -> Clerk:
    """A round that decides, with three nominees in its first category."""
    clerk.now = datetime(2026, 9, 1, 9, tzinfo=UTC)
    clerk.with_db(Scored)
    return clerk


def test_standings_scores_and_judges_are_listed(scored: Clerk, tmp_path: Path) -> None:
    told = scored.does("award-results", "--category", "person centred")
    assert "4.67" in told and "The judges agree well" in told and "EXEMPT" in told
    assert "Lou Judge" in scored.does("award-results", "--category", "person", "--show", "judges")
    assert "-0.67" in scored.does("award-results", "--category", "person", "--show", "judges")
    assert "Ada Example" in scored.does("award-results", "--category", "person", "--show", "scores")
    assert "Adjusted mean." in scored.does("award-results", "--category", "person", "--show", "adjusted")
    assert "no nominee has scores of two judges" in scored.does("award-agreement")
    saved = tmp_path / "results.xlsx"
    scored.does("award-results", "--category", "person", "--out", saved)
    assert list(read_sheets(saved)[0].rows)[1].cells[2] == "4.67"


def test_finalists_honours_and_the_announcement(scored: Clerk) -> None:
    told = scored.does("award-shortlist", "--category", "person", "Ada", "2026-002")
    assert told == "Proud to deliver Excellent Person Centred Care: 2 finalists; 1 nominee not.\n"
    told = scored.does("award-decide", "winner", "--nominee", "1", "--reason", "Best by far")
    assert told == "Decided: Ada Example, winner. It is kept back until the announcement.\n"
    assert "is the winner already" in scored.refuses(
        "award-decide", "winner", "--nominee", "Ben", "--reason", "Too"
    )
    scored.does("award-decide", "runner_up", "--nominee", "Ben", "--reason", "Close")
    assert "Nothing is decided yet in" in scored.does("award-announce", "--check")
    assert "Nothing is decided yet in" in scored.refuses("award-announce")
    for words in ("team", "learning", "community", "innovative", "lead a", "support"):
        told = scored.does("award-decide", "not_awarded", "--category", words, "--reason", "Nobody nominated")
        assert "not awarded" in told
    told = scored.does("award-decision-back", "--nominee", "Ben", "--reason", "A mistake")
    assert told == "Took the decision back. Nobody takes the place but by a new decision.\n"
    scored.does("award-decision-back", "--category", "team", "--reason", "Again")
    scored.does("award-decide", "not_awarded", "--category", "team", "--reason", "Nobody after all")
    assert "Close" not in scored.does("award-decisions")
    assert "Close" in scored.does("award-decisions", "--ended")
    assert scored.does("award-announce", "--check") == "Nothing stands in the way of the announcement.\n"
    assert scored.does("award-announce") == "Announced 1 honour; 6 categories not awarded.\n"


def test_too_few_scores_are_decided_on_only_where_that_is_said(scored: Clerk) -> None:
    scored.with_db(lambda db: edit_round(db, rounds(db)[0].id, least_scores=4))
    given = ("award-decide", "winner", "--nominee", "1", "--reason", "Best by far")
    assert "has 3 scores, and the round asks for 4" in scored.refuses(*given)
    assert scored.does(*given, "--too-few").startswith("Decided: Ada Example, winner.")


def test_nobody_leaves_an_honour_by_a_step(scored: Clerk) -> None:
    scored.does("award-decide", "winner", "--nominee", "1", "--reason", "Best by far")
    for to in ("judging", "shortlisted", "withdrawn", "ineligible"):
        told = scored.refuses("award-nominee-step", "1", "--to", to, "--reason", "She rang")
        assert "Take the decision back" in told
    scored.does("award-decision-back", "--nominee", "1", "--to", "withdrawn", "--reason", "She rang")
    assert "Ada" not in scored.does("award-decisions")


def test_what_is_not_said_is_asked_for(scored: Clerk) -> None:
    assert "--nominee" in scored.refuses("award-decide", "winner", "--reason", "Best")
    assert "--category alone" in scored.refuses("award-decide", "not_awarded", "--reason", "None")
    assert "No decision is named" in scored.refuses("award-decision-back", "--reason", "So")
    assert "Nothing is decided there" in scored.refuses(
        "award-decision-back", "--nominee", "Ada", "--reason", "So"
    )


def test_notes_are_kept(scored: Clerk) -> None:
    assert (
        scored.does("award-note", "Ada", "--add", "Two judges met her") == "Noted something on Ada Example.\n"
    )
    assert "Two judges met her" in scored.does("award-note", "Ada")
    scored.does("award-note", "Ada", "--edit", "judges", "One judge met her")
    assert "One judge met her" in scored.does("award-note", "Ada")
    scored.does("award-note", "Ada", "--remove", "judge")
    assert "judge met her" not in scored.does("award-note", "Ada")


def test_papers_are_marked(scored: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "results.docx"
    assert "Saved" in scored.does("award-results-report", path)
    header = Document(str(path)).sections[0].header
    assert "EXEMPT" in " ".join(one.text for one in header.paragraphs)
    assert "not all announced yet" in scored.refuses("award-answer", "Ada", tmp_path / "ada.docx")
