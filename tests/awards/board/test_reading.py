"""The lines of the board."""

from awards.board.reading import board_table, on_board
from awards.exempt import EXEMPTION
from awards.nominations.grouping import group
from awards.vocabulary import EntryStatus
from resources.database import Database
from tests.awards.gala import NOW, TODAY, Gala


def test_nominees_stand_by_name_with_their_voices_and_whether_they_are_ready(db: Database) -> None:
    gala = Gala(db)
    wren = gala.nominate("Wren Specimen")
    ada = gala.nominate()
    gala.nominate(entry_id=ada.id, nominator="Ivy Sample")
    gala.judging(wren.id)
    gala.nominate("Ben Draft", as_draft=True)
    first, draft, last = on_board(db, gala.round_id, TODAY)
    assert (first.nominee, first.place, first.voices_words, first.ready) == (
        "Ada Example", "Rosewood House", "2 voices", "To decide",
    )  # fmt: skip
    assert (draft.status, draft.ready, last.ready, last.voices_words) == (EntryStatus.DRAFT, "", "", "")


def test_who_is_grouped_with_another_is_not_there(db: Database) -> None:
    gala = Gala(db)
    ada, same = gala.nominate(), gala.nominate("Ada Exampel")
    group(db, ada.id, [same.id], now=NOW)
    assert [one.key for one in on_board(db, gala.round_id, TODAY)] == [ada.id]


def test_as_a_table_it_goes_column_by_column_and_is_exempt(db: Database) -> None:
    gala = Gala(db)
    ada, ben = gala.nominate(), gala.nominate("Ben Specimen")
    gala.judging(ada.id)
    table = board_table(on_board(db, gala.round_id, TODAY), gala.round, TODAY)
    assert [row[:2] for row in table.rows] == [("Submitted", "Ben Specimen"), ("Judging", "Ada Example")]
    assert table.exempt == EXEMPTION and table.rows[0][-1] == f"2026-{ben.number:03d}"
