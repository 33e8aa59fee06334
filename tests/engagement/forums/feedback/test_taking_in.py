"""A file is taken in whole, in one change, after a preview that is still true."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from engagement.forums.at_the_door import door
from engagement.forums.feedback import questions, responses
from engagement.forums.feedback.checking import Checked
from engagement.forums.feedback.mapping import NEW, How
from engagement.forums.feedback.taking_in import take_in
from engagement.forums.feedback.vocabulary import AnswerKind, Source
from engagement.forums.vocabulary import EventKind
from resources.database import Database, history
from resources.database.history import ChangedSince, logical_dump
from resources.problem import Problem
from tests.engagement.forums.held_forum import AFTER
from tests.resources.files.forms import made_forms as forms

Look = Callable[..., Checked]
TOPICS = "which topics should come next"


def test_one_change_and_one_undo(db: Database, checked: Look, event: str) -> None:
    before, entries = list(logical_dump(db)), len(history.entries(db))
    assert take_in(db, checked(forms.microsoft_csv, uses={TOPICS: NEW}), now=AFTER) == 3
    assert len(history.entries(db)) == entries + 1
    assert history.next_undo(db).action == "Took in 3 responses to Provider forum, December 2019"
    made = responses.responses_of(db, event)
    assert [(one.number, one.source, one.participant_id) for one in made] == [
        (number, Source.FILE, None) for number in (1, 2, 3)
    ]
    new = questions.asked_of(db, EventKind.PROVIDER_FORUM)[-1]
    assert (new.text, new.answer_kind) == ("Which topics should come next?", AnswerKind.CHOICE)
    assert made[0].answers[new.id].value == '["Staffing", "Digital records"]'
    history.undo(db)
    assert list(logical_dump(db)) == before


def test_a_file_of_an_event_that_has_not_begun_is_refused(db: Database, checked: Look, event: str) -> None:
    door.reopen_event(db, event)
    found = checked(forms.microsoft_csv)
    with pytest.raises(Problem, match="has not begun, so nobody can have feedback on it yet"):
        take_in(db, found, now=found.event.starts - timedelta(days=9))
    assert responses.responses_of(db, event) == []


def test_no_name_or_address_of_the_file_is_in_the_database(db: Database, checked: Look) -> None:
    take_in(db, checked(forms.google_csv), now=AFTER)
    assert not any("stranger@" in line for line in logical_dump(db))
    assert db.value("select count(*) from feedback_response where participant_id is not null") == 0


def test_what_a_heading_meant_is_remembered(db: Database, checked: Look) -> None:
    take_in(db, checked(forms.microsoft_csv, uses={TOPICS: NEW}), now=AFTER)
    again = checked(forms.microsoft_csv)
    assert {use.how for use in again.uses.values()} == {How.REMEMBERED}
    assert again.left_out == []


def test_a_second_file_numbers_on_and_the_same_file_is_kept_once(
    db: Database, checked: Look, event: str
) -> None:
    take_in(db, checked(forms.microsoft_csv), now=AFTER)
    take_in(db, checked(forms.google_csv), now=AFTER)
    assert [one.number for one in responses.responses_of(db, event)] == [1, 2, 3, 4, 5, 6]
    assert db.value("select count(*) from feedback_file") == 2
    with pytest.raises(Problem, match="no response that could be added"):
        take_in(db, checked(forms.google_csv), now=AFTER)


def test_a_preview_out_of_date_is_refused(db: Database, checked: Look) -> None:
    found = checked(forms.microsoft_csv)
    questions.start_questions(db)
    with pytest.raises(ChangedSince, match="Something changed"):
        take_in(db, found, now=AFTER)
