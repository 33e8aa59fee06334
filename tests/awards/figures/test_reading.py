"""Voices with what figures are made by."""

from datetime import date

from awards.figures.reading import voices
from awards.vocabulary import EntryStatus, NominatorKind
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import Rating, ServiceKind
from resources.database import Database, change
from tests.awards.gala import TODAY, Gala


def test_drafts_duplicates_and_what_was_withdrawn_do_not_count(db: Database) -> None:
    gala = Gala(db)
    ada = gala.nominate()
    gala.nominate(nominator="Bo Sample", nominator_kind=NominatorKind.FAMILY, entry_id=ada.id)
    gala.nominate("Cy Example", as_draft=True)
    gala.stands(gala.nominate("Di Example").id, EntryStatus.INELIGIBLE)
    withdrawn = gala.nominate("Ed Example")
    with change(db, "Set up"):
        for (key,) in db.rows("select id from nomination where entry_id = ?", (withdrawn.id,)):
            db.update_row("nomination", key, {"status": "withdrawn"})
    found = voices(db, [gala.round_id])
    assert len(found) == 3 and {one.status for one in found} == {
        EntryStatus.SUBMITTED,
        EntryStatus.INELIGIBLE,
    }
    assert [one.nominator_kind for one in found if one.entry_id == ada.id] == [
        NominatorKind.COLLEAGUE, NominatorKind.FAMILY
    ]  # fmt: skip


def test_the_rating_is_that_of_the_first_nomination(db: Database) -> None:
    gala = Gala(db)
    record_rating(db, gala.house, Rating.GOOD, date(2026, 1, 1), today=TODAY)
    gala.nominate()
    gala.nominate("Bo Example", service_id=None, place_told="Somewhere")
    gala.nominate("Cy Example", service_id=gala.hazel_care)
    record_rating(db, gala.house, Rating.INADEQUATE, date(2026, 9, 20), today=date(2026, 10, 1))
    assert [(one.service_kind, one.district, one.rating) for one in voices(db, [gala.round_id])] == [
        (ServiceKind.RESIDENTIAL_HOME, "Ashfield", Rating.GOOD),
        (None, None, None),
        (ServiceKind.HOME_CARE, "Mansfield", Rating.NOT_RATED),
    ]
