"""Times of a week, typed and seen."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.iwork.week_field import WeekField
from resources.problem import Problem
from workforce.iwork.weeks import read_week, week_said


@pytest.fixture
def field(qtbot: QtBot, styled: object) -> WeekField:
    made = WeekField()
    qtbot.addWidget(made.widget)
    made.widget.resize(500, 300)
    made.widget.show()
    return made


def test_what_is_typed_is_understood_as_it_is_typed(field: WeekField) -> None:
    assert (field.is_empty(), field.said.text()) == (True, "No times yet.")
    field.show_answer("Mon, Wed 9:30 to 14:00")
    assert week_said(field.answer()) == "Mon, Wed 9:30am to 2pm"
    assert field.said.text() == "Understood: 9 hours in the week."
    assert field.strip.accessibleDescription() == "Mon, Wed 9:30am to 2pm"
    assert not field.widget.grab().isNull()


def test_a_time_that_cannot_be_is_said_at_once_and_the_last_good_week_stays(field: WeekField) -> None:
    field.show_answer(read_week("Mon 5:00 to 23:30"))
    field.show_answer("Mon 14:00 to 9:30")
    assert "ends before it begins" in field.said.text()
    assert field.strip.accessibleDescription() == "Mon 5am to 11:30pm"
    with pytest.raises(Problem):
        field.answer()
