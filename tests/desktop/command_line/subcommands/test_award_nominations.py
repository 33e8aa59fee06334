"""Nominations without a window: taken in, listed, put right, returned, moved and grouped."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from awards.nominations.entries import Entry, entries
from awards.nominations.nominations import Nomination, nominations
from awards.rounds.phase_plan import set_phase
from awards.rounds.rounds import rounds
from awards.vocabulary import Consent, EntryStatus, NominationStatus, OverLimit, RoundPhase
from resources.database import Database
from tests.awards.gala import NOW, TODAY, Gala
from tests.desktop.command_line.conftest import Clerk

T = TypeVar("T")


@pytest.fixture
def desk(clerk: Clerk) -> Clerk:
    """A round that nobody is nominated in."""
    clerk.with_db(Gala)
    clerk.now = NOW
    return clerk


def held(desk: Clerk, ask: Callable[[Database], T]) -> T:
    """What the file says."""
    found: list[T] = []
    desk.with_db(lambda db: found.append(ask(db)))
    return found[0]


def nominees(desk: Clerk) -> list[Entry]:
    return held(desk, lambda db: entries(db, rounds(db)[0].id))


def voices(desk: Clerk) -> list[Nomination]:
    return held(desk, lambda db: nominations(db, rounds(db)[0].id))


def nominate(desk: Clerk, nominee: str = "Ada Example", *more: str) -> str:
    return desk.does(
        "award-nominate", nominee, "--category", "person centred", "--service", "Rosewood House",
        "--nominator", "Wren Specimen", "--from", "colleague", "--statement", "Ada listens.", *more,
    )  # fmt: skip


def voice_of(desk: Clerk, who: str, nominator: str) -> None:
    desk.does(
        "award-nominate", who, "--voice-of", who, "--nominator", nominator, "--statement", "Always kind."
    )


def test_a_nomination_is_taken_in_and_listed(desk: Clerk, tmp_path: Path) -> None:
    assert nominate(desk) == "Took in the nomination of Ada Example, 2026-001.\n"
    (ada,) = nominees(desk)
    assert ada.service_id and ada.provider_id
    assert "Ada Example" in desk.does("award-nominations")
    assert "Ada Example" not in desk.does("award-nominations", "--category", "team")
    assert "Ada listens." in desk.does("award-nominations", "--statements")
    assert "Wren Specimen" in desk.does("award-nominations", "--voices", "--status", "submitted")
    told = desk.does("award-nominee", "2026-001")
    assert "Wren Specimen" in told and "Submitted" in told
    saved = tmp_path / "nominees.xlsx"
    assert "exempt" in desk.does("award-nominations", "--out", str(saved)).casefold()


def test_a_statement_is_read_from_a_file_and_a_second_voice_joins(desk: Clerk, tmp_path: Path) -> None:
    nominate(desk)
    text = tmp_path / "statement.txt"
    text.write_text("Ada stayed the night.\n\nTwice.", encoding="utf-8")
    desk.does(
        "award-nominate",
        "Ada",
        "--voice-of",
        "Ada Example",
        "--statement-file",
        str(text),
        "--publish-words",
        "yes",
    )
    first, second = voices(desk)
    assert (second.statement, second.publish_words) == ("Ada stayed the night.\n\nTwice.", Consent.YES)
    assert first.entry_id == second.entry_id
    assert "no file" in desk.refuses(
        "award-nominate", "Ada", "--voice-of", "1", "--statement-file", "gone.txt"
    )
    assert "in which category" in desk.refuses(
        "award-nominate", "Ben Specimen", "--statement", "Ben listens."
    )


def test_late_is_taken_in_with_a_reason(desk: Clerk) -> None:
    until = TODAY.replace(month=8)
    desk.with_db(lambda db: set_phase(db, rounds(db)[0].id, RoundPhase.NOMINATE, until_on=until))
    refused = desk.refuses(
        "award-nominate", "Ada Example", "--category", "person centred", "--statement", "Ada listens."
    )
    assert "only with a reason" in refused
    assert nominate(desk, "Ada Example", "--late-reason", "The post was on strike.").startswith("Took in")


def test_drafts_count_once_they_are_submitted(desk: Clerk) -> None:
    assert nominate(desk, "Ada Example", "--draft") == "Kept a draft for Ada Example, 2026-001.\n"
    assert (
        desk.does("award-voice", "1", "--submit") == "Ada Example, nominated by Wren Specimen: Submitted.\n"
    )
    nominate(desk, "Ben Specimen", "--draft")
    assert desk.does("award-voice", "2", "--remove") == "Removed the draft by Wren Specimen.\n"
    assert len(nominees(desk)) == 1


def test_facts_are_put_right(desk: Clerk) -> None:
    nominate(desk)
    told = desk.does(
        "award-nominee-edit", "1", "--also-known-as", "Addie; Mrs E.", "--publish-name", "yes",
        "--publish-name-asked-on", "1 September 2026", "--photo", "no",
    )  # fmt: skip
    assert told == "Changed the nominee Ada Example.\n"
    (ada,) = nominees(desk)
    assert (ada.other_names, ada.publish_asked_on, ada.photo) == (("Addie", "Mrs E."), TODAY, Consent.NO)
    assert desk.does("award-nominee-edit", "1", "--photo", "no") == "Nothing was changed.\n"
    desk.does(
        "award-voice-edit", "1", "--relation", "Same shift", "--nominator-provider", "Hazel Example Care"
    )
    assert voices(desk)[0].nominator_provider_id
    assert desk.does("award-voice-edit", "1", "--relation", "Same shift") == "Nothing was changed.\n"
    assert voices(desk)[0].relation == "Same shift"


def test_one_voice_among_several_is_named(desk: Clerk) -> None:
    nominate(desk)
    voice_of(desk, "1", "Odette Sample")
    assert "Say which with --by" in desk.refuses("award-voice", "1", "--return", "--reason", "Which home?")
    desk.does("award-voice", "1", "--by", "Odette", "--return", "--reason", "Which home?")
    desk.does("award-voice", "1", "--by", "Odette", "--answered")
    desk.does("award-voice", "1", "--by", "Odette", "--duplicate-of", "Wren", "--reason", "Sent twice.")
    first, second = voices(desk)
    assert second.duplicate_of_id == first.id
    desk.does("award-voice", "1", "--by", "Odette", "--count", "--reason", "It is another.")
    desk.does("award-voice", "1", "--by", "Odette", "--withdraw", "--reason", "She asked.")
    desk.does("award-voice", "1", "--by", "Odette", "--back", "--reason", "She asked again.")
    desk.does("award-voice", "1", "--by", "Odette", "--judges-read", "to_limit")
    second = voices(desk)[1]
    assert (second.status, second.over_limit) == (NominationStatus.SUBMITTED, OverLimit.TO_LIMIT)


def test_nominees_are_moved_with_a_reason(desk: Clerk) -> None:
    nominate(desk)
    assert "only with a reason" in desk.refuses("award-nominee-step", "1", "--to", "ineligible")
    assert desk.does("award-nominee-step", "1", "--to", "qualifying") == "Ada Example: Qualifying.\n"
    told = desk.does("award-nominee-step", "1", "--category", "team", "--reason", "All of them.")
    assert told == "Moved Ada Example to “Proud to Care Team Award”.\n"


def test_several_become_one_and_part_again(desk: Clerk) -> None:
    for name in ("Ada Example", "EXAMPLE, Ada", "Ada Exampel"):
        nominate(desk, name)
    assert "They have the same name." in desk.does("award-alike")
    assert desk.does("award-group", "1", "2") == "Ada Example, 2026-001, is one nominee with 2 voices.\n"
    told = desk.does("award-alike", "--different", "1", "--different", "3")
    assert told == "Ada Example and Ada Exampel are not shown as alike again.\n"
    assert "Write --different twice" in desk.refuses("award-alike", "--different", "1")
    told = desk.does("award-group", "2", "--apart", "--reason", "They are sisters.")
    assert told == "EXAMPLE, Ada has nominations of their own again: Submitted.\n"
    assert {one.status for one in nominees(desk)} == {EntryStatus.SUBMITTED}
