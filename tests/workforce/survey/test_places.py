"""A key leads to the survey, the wave and the kind of row that it is of."""

from datetime import UTC, datetime

from resources.database import Database
from tests.workforce.survey.written import Written
from workforce.survey.action_plan.actions import ActionDraft, add_action
from workforce.survey.action_plan.practices import practices
from workforce.survey.coding.codes import add_code
from workforce.survey.coding.texts import code, texts
from workforce.survey.places import Place, PlaceOf, place_of

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_each_row_of_the_survey_has_its_place(db: Database) -> None:
    kept = Written(db)
    wave, question = kept.wave(), kept.question("vacancy_reasons")
    response = kept.answer(wave.id, {"vacancy_reasons": "Too far from the bus"})
    action = add_action(db, kept.survey_id, ActionDraft("Ask for a bus stop")).id
    practice = practices(db)[0].id
    pay = add_code(db, question.id, "Buses").id
    code(db, question.id, [texts(db, question.id)[0].text_key], [pay], now=NOW)
    coding = str(db.value("select id from survey_coding"))
    assert place_of(db, response) == Place(PlaceOf.RESPONSE, response, kept.survey_id, wave.id)
    assert place_of(db, wave.id) == Place(PlaceOf.WAVE, wave.id, kept.survey_id, wave.id)
    assert place_of(db, action) == Place(PlaceOf.ACTION, action, kept.survey_id)
    assert place_of(db, practice) == Place(PlaceOf.PRACTICE, practice)
    assert place_of(db, question.id) == Place(PlaceOf.QUESTION, question.id, kept.survey_id)
    assert place_of(db, coding) == Place(PlaceOf.TEXT, coding, kept.survey_id)
    assert place_of(db, "nothing of the kind") is None
