"""What about nominations Home lists."""

from datetime import date

from awards.nominations.attention import nominations_attention
from awards.nominations.nominations import nominations_of
from awards.nominations.returning import withdraw_nomination
from awards.vocabulary import EntryStatus
from resources.attention import Urgency
from resources.database import Database, change
from tests.awards.gala import NOW, TODAY, Gala


def test_nominees_returned_for_information_whom_nobody_answered(db: Database) -> None:
    gala = Gala(db)
    for place, name in enumerate(("Ada Example", "Bo Example")):
        held = gala.stands(gala.nominate(name).id, EntryStatus.RETURNED_FOR_INFO)
        with change(db, "Set up"):
            db.insert_row(
                "entry_step",
                {"id": held.id, "entry_id": held.id, "at": f"2026-09-0{place + 1}T09:00:00+00:00", "by": "Test Officer",
                 "to_status": "returned_for_info"},
            )  # fmt: skip
    assert nominations_attention(db, gala.round, date(2026, 9, 7)) == []
    (line,) = nominations_attention(db, gala.round, date(2026, 9, 8))
    assert line.what == "1 nominee of Proud to Care 2026 has been returned for information without an answer"
    assert (line.urgency, line.detail) == (Urgency.DUE, "The first since 1 September 2026")
    (line,) = nominations_attention(db, gala.round, date(2026, 9, 9))
    assert line.what.startswith("2 nominees of Proud to Care 2026 have been returned")
    assert "Ada" not in line.what + line.detail


def test_a_nominee_whom_nobody_speaks_for_any_more_is_left_to_a_person(db: Database) -> None:
    gala = Gala(db)
    judged, honoured = gala.nominate("Ada Example"), gala.nominate("Bo Example")
    gala.judging(judged.id)
    gala.stands(honoured.id, EntryStatus.WINNER)
    for one in (judged, honoured):
        withdraw_nomination(db, nominations_of(db, one.id)[0].id, now=NOW, reason="The nominator asked.")
    (line,) = nominations_attention(db, gala.round, TODAY)
    assert line.what == "2 nominees of Proud to Care 2026 have no nomination left"
    with change(db, "Set up"):
        db.update_row("award_round", gala.round_id, {"announced_at": "2026-12-01T18:00:00+00:00"})
    (line,) = nominations_attention(db, gala.round, TODAY)
    assert (line.what, line.key) == ("1 nominee of Proud to Care 2026 has no nomination left", honoured.id)
