from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.forms.chooser import Chooser
from desktop.widgets.forms.several import SeveralField

KINDS = [("nursing", "Nursing home"), ("care", "Home care"), ("day", "Day care & more")]


def made(qtbot: QtBot) -> SeveralField:
    field = SeveralField("Kinds", KINDS, nothing="Every kind")
    qtbot.addWidget(field.button)
    field.button.resize(600, field.button.sizeHint().height())
    field.button.show()
    return field


def test_nothing_chosen_says_what_that_means(qtbot: QtBot, styled: object) -> None:
    field = made(qtbot)
    assert (field.is_empty(), field.answer(), field.button.text()) == (True, (), "Every kind")
    assert field.button.accessibleDescription() == "Every kind"


def test_what_is_chosen_stands_in_the_order_of_the_options(qtbot: QtBot, styled: object) -> None:
    field = made(qtbot)
    field.show_answer(("day", "nursing"))
    assert field.answer() == ("nursing", "day")
    assert field.button.text() == "Nursing home, Day care && more"
    field.show_answer([value for value, _ in KINDS])
    assert field.button.text() == "Nursing home and 2 more"
    assert field.button.accessibleDescription() == "Nursing home, Home care, Day care & more"


def test_a_value_that_is_no_longer_offered_stays_chosen(qtbot: QtBot, styled: object) -> None:
    field = made(qtbot)
    field.show_answer(("hospice", "care"))
    assert field.answer() == ("care", "hospice")


def test_values_are_ticked_in_the_list_that_opens_beneath(qtbot: QtBot, styled: object) -> None:
    field = made(qtbot)
    field.button.click()
    chooser = field.button.findChild(Chooser)
    chooser.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert (field.answer(), field.button.text()) == (("care",), "Home care")
    chooser.close()


def test_where_there_is_little_room_only_the_number_is_said(qtbot: QtBot, styled: object) -> None:
    field = made(qtbot)
    field.show_answer([value for value, _ in KINDS])
    whole = field.button.sizeHint().width()
    field.button.resize(whole, field.button.height())
    assert field.button.text() == "Nursing home and 2 more"
    field.button.resize(whole - 1, field.button.height())
    assert field.button.text() == "3 chosen"
    assert field.button.accessibleDescription() == "Nursing home, Home care, Day care & more"
    field.button.resize(whole, field.button.height())
    assert field.button.text() == "Nursing home and 2 more"


def test_of_other_options_those_stay_chosen_that_are_offered(qtbot: QtBot, styled: object) -> None:
    field = made(qtbot)
    field.show_answer(("day", "nursing"))
    field.set_options([("care", "Home care"), ("day", "Day care")])
    assert field.answer() == ("day",)
    assert field.button.text() == "Day care"
    assert field.options == (("care", "Home care"), ("day", "Day care"))
