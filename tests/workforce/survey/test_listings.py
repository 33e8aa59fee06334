"""What of the survey Find anything looks through."""

from datetime import date

from resources.database import Database, Listing, Query, history
from tests.workforce.survey.written import Written
from workforce.survey.action_plan.actions import ActionDraft, add_action, close_action
from workforce.survey.action_plan.practices import archive_practice, practices
from workforce.survey.listings import ACTIONS, PRACTICES, WAVES
from workforce.survey.surveys import edit_survey


def found(db: Database, listing: Listing, text: str) -> list[object]:
    return [row[1] for row in listing.page(db, Query(text), offset=0, limit=10)]


def test_a_wave_is_found_by_its_name_and_its_survey(db: Database) -> None:
    kept = Written(db)
    kept.wave()
    assert found(db, WAVES, "base") == ["Baseline"] == found(db, WAVES, "recruit")
    edit_survey(db, kept.survey_id, name="Workforce survey")
    assert found(db, WAVES, "recruit") == [] and found(db, WAVES, "workf") == ["Baseline"]


def test_an_action_is_found_by_what_it_is_about(db: Database) -> None:
    kept = Written(db)
    draft = ActionDraft("Talk to colleges", "Too few apply", "Wren Invented", date(2019, 12, 1))
    held = add_action(db, kept.survey_id, draft)
    assert found(db, ACTIONS, "wren coll") == ["Talk to colleges"] == found(db, ACTIONS, "apply")
    close_action(db, held.id, on=date(2019, 12, 1))
    assert ACTIONS.choices(db, "status") == ["Done"]
    history.undo(db)
    assert ACTIONS.choices(db, "status") == ["Open"]


def test_a_practice_is_found_unless_it_is_archived(db: Database) -> None:
    Written(db)
    testing = next(one for one in practices(db) if "Psychometric" in one.name)
    assert found(db, PRACTICES, "psycho") == ["Psychometric testing"]
    archive_practice(db, testing.id, today=date(2019, 12, 1))
    assert found(db, PRACTICES, "psycho") == []
