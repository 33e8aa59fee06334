"""Home's lines of qualifying: they name nobody."""

from datetime import date

from awards.qualifying.attention import ROW, qualifying_attention
from awards.qualifying.qualify import qualify
from awards.rounds.phase_plan import set_phase
from awards.vocabulary import EntryStatus, RoundPhase
from resources.attention import Urgency
from tests.awards.gala import NOW, TODAY, Gala
from tests.awards.qualifying.passing import make_ready, suspend


def test_nominees_wait_and_are_due_once_qualifying_should_be_over(gala: Gala) -> None:
    gala.nominate()
    gala.nominate("Ben Specimen")
    (line,) = qualifying_attention(gala.db, gala.round, TODAY)
    assert (line.urgency, line.what) == (Urgency.SOON, "2 nominees wait to be qualified")
    assert (line.page, line.key) == ("awards", f"{ROW}{gala.round_id}")
    set_phase(gala.db, gala.round_id, RoundPhase.QUALIFY, until_on=date(2026, 8, 31))
    (late,) = qualifying_attention(gala.db, gala.round, TODAY)
    assert late.urgency is Urgency.DUE and late.day == date(2026, 8, 31) and "should be over" in late.detail


def test_nothing_is_said_while_nominations_are_open_or_nobody_waits(gala: Gala) -> None:
    ada = gala.nominate()
    gala.at(RoundPhase.NOMINATE)
    assert qualifying_attention(gala.db, gala.round, TODAY) == []
    gala.at(RoundPhase.QUALIFY)
    gala.judging(ada.id)
    assert qualifying_attention(gala.db, gala.round, TODAY) == []


def test_a_suspension_since_then_is_hinted_at_and_neither_named_nor_said(gala: Gala) -> None:
    ada = gala.nominate()
    make_ready(gala, ada.id)
    qualify(gala.db, ada.id, now=NOW)
    suspend(gala, gala.house, date(2026, 9, 20))
    later = date(2026, 10, 1)
    (line,) = qualifying_attention(gala.db, gala.round, later)
    assert line.what == "1 nominee has something new in the register since they qualified"
    assert line.urgency is Urgency.SOON and line.day == date(2026, 9, 20)
    said = f"{line.what} {line.detail}"
    assert not any(word in said for word in ("Ada", "Rosewood", "suspend", "contract"))
    gala.stands(ada.id, EntryStatus.PENDING_WINNER)
    gala.at(RoundPhase.DECIDE)
    assert qualifying_attention(gala.db, gala.round, later)[0].urgency is Urgency.DUE
    assert qualifying_attention(gala.db, gala.round, date(2026, 12, 1)) == []
