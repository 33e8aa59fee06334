"""All that Home lists of the awards, and nobody's name in it."""

from datetime import UTC, date, datetime

from awards.attention import awards_attention
from awards.rounds.phase_plan import set_phase
from awards.rounds.rounds import archive_round
from awards.vocabulary import RoundPhase
from resources.database import Database
from tests.awards.gala import TODAY, Gala

NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)


def test_lines_of_every_round_that_is_not_put_away(db: Database) -> None:
    new, old = Gala(db), Gala(db, "Proud to Care 2025", year=2025)
    assert awards_attention(db, NOW) == []
    for gala in (new, old):
        gala.nominate()
        gala.judge()
        gala.at(RoundPhase.QUALIFY)
        set_phase(db, gala.round_id, RoundPhase.QUALIFY, until_on=date(2026, 9, 30))
    lines = awards_attention(db, NOW)
    told = " ".join(f"{one.what} {one.detail}" for one in lines)
    assert {one.page for one in lines} == {"awards"}
    assert "Proud to Care 2026" in told and "Proud to Care 2025" in told
    assert not any(name in told for name in ("Ada", "Wren", "Jo Judge", "Rosewood"))
    archive_round(db, old.round_id, today=TODAY)
    assert not any("2025" in f"{one.what} {one.detail}" for one in awards_attention(db, NOW))
