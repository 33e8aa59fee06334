"""Every act of the ceremony is undone and done again, row by row."""

from collections.abc import Callable
from datetime import date

from awards.ceremony.citations import set_citation
from awards.ceremony.gathering import USUAL, gather_guests
from awards.ceremony.guests import (
    add_guest,
    edit_guest,
    guests,
    record_answers,
    record_photos,
    remove_guest,
    seat,
)
from awards.ceremony.letter_words import set_wording
from awards.ceremony.running_order import (
    add_item,
    edit_item,
    items,
    make_running_order,
    move_item,
    remove_item,
)
from awards.vocabulary import CeremonyItemKind, CeremonyLetter, Consent, GuestAnswer
from resources.database import Database, history
from resources.wordings import Wording
from tests.awards.ceremony.conftest import Evening

DAY = date(2026, 10, 1)


def rows(db: Database) -> list[object]:
    return [(name, db.rows(f'select * from "{name}" order by id')) for name in history.tracked_tables(db)]


def test_every_act_is_undone_and_done_again(evening: Evening) -> None:
    db, key = evening.db, evening.round_id
    acts: list[Callable[[], object]] = [
        lambda: gather_guests(db, key, USUAL),
        lambda: add_guest(db, key, "Cllr Example", places=2),
        lambda: edit_guest(db, guests(db, key)[0].id, photo=Consent.YES, photo_asked_on=DAY),
        lambda: record_answers(db, [one.id for one in guests(db, key)], GuestAnswer.YES, today=DAY),
        lambda: record_photos(db, [one.id for one in guests(db, key)], Consent.NO, today=DAY),
        lambda: seat(db, [one.id for one in guests(db, key)], "Table 1"),
        lambda: remove_guest(db, guests(db, key)[-1].id),
        lambda: make_running_order(db, key),
        lambda: add_item(db, key, CeremonyItemKind.SPEECH, minutes=5),
        lambda: edit_item(db, items(db, key)[0].id, minutes=12),
        lambda: move_item(db, items(db, key)[0].id, 3),
        lambda: remove_item(db, items(db, key)[0].id),
        lambda: set_citation(db, evening.winner, "Six years of patience."),
        lambda: set_wording(db, CeremonyLetter.MANAGERS, Wording("News", "{what came of it}")),
    ]
    for number, act in enumerate(acts):
        before, made = rows(db), db.value("select count(*) from history_change")
        act()
        after = rows(db)
        assert after != before and db.value("select count(*) from history_change") == int(str(made)) + 1, (
            number
        )
        assert history.undo(db) is not None and rows(db) == before, number
        assert history.redo(db) is not None and rows(db) == after, number
