"""The chair's screen: what speaks against a nominee, the checklist by buttons and keys, and where it all leads."""

from datetime import UTC, date, datetime

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from awards.exempt import EXEMPTION
from awards.nominations.entries import entry
from awards.nominations.moving import steps_of
from awards.qualifying.attention import ROW
from awards.qualifying.checks import checks_of
from awards.qualifying.tables import CHAIRS
from awards.vocabulary import CheckAnswer, EntryStatus, RoundPhase
from desktop.dialogs.awards.qualifying import NOT_ANSWERED, AnswerPoint, AskedEmployment
from desktop.dialogs.awards.step import AskStep
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.qualifying_lists import EVERYBODY, NOBODY, NOTHING_NEW, SINCE, TO_DECIDE
from desktop.pages.awards.qualifying_side import QualifyingSide
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.question import Question
from resources.database import history
from resources.problem import Problem
from tests.awards.gala import TODAY, Gala
from tests.awards.qualifying.passing import make_ready, suspend
from tests.desktop.accessibility import audit
from tests.desktop.pages.awards.awards_desk import page_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words

S = EntryStatus


@pytest.fixture
def gala(desk: Desk) -> Gala:
    """Ada Example and Ben Specimen are nominated, and the round is at qualifying."""
    made = Gala(desk.db)
    made.nominate()
    made.nominate("Ben Specimen", service_id=made.lodge)
    made.at(RoundPhase.QUALIFY)
    return made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, gala: Gala) -> AwardsPage:
    return page_at(desk, qtbot, QualifyingSide)


@pytest.fixture
def side(page: AwardsPage) -> QualifyingSide:
    assert isinstance(page.current, QualifyingSide)
    return page.current


def key_of(gala: Gala, nominee: str = "Ada Example") -> str:
    return str(gala.db.value("select id from award_entry where nominee = ?", (nominee,)))


def act(side: QualifyingSide, name: str) -> None:
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def ready(side: QualifyingSide, name: str) -> bool:
    return next(one for one in side.actions_here() if one.name == name).ready()


def submit(side: QualifyingSide, qtbot: QtBot, kind: type[FormDialog], **answers: object) -> None:
    dialog = dialog_over(side, kind)
    assert isinstance(dialog, FormDialog) and audit(dialog) == []
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    side.reload()


def shown(side: QualifyingSide) -> str:
    return "\n".join(words(side.lists.part.detail))


def names(side: QualifyingSide) -> list[str]:
    return [str(row[1]) for row in side.lists.part.pane.model.all_rows()]


def test_the_first_to_be_decided_is_shown_with_what_speaks_against_them(side: QualifyingSide) -> None:
    assert names(side) == ["Ada Example", "Ben Specimen"]
    said = shown(side)
    assert (
        "6 points of the checklist were not looked at" in said
        and "Nobody has asked whether they still" in said
    )
    assert side.checklist.heading.text() == "Checklist, 0 of 6" and side.checklist.points.count() == 6
    assert side.status_text() == "2 rows"


def test_the_checklist_is_gone_through_by_keys(side: QualifyingSide, gala: Gala, qtbot: QtBot) -> None:
    points = side.checklist.points
    points.setFocus()
    for _ in range(3):
        qtbot.keyClick(points, Qt.Key.Key_Y)
        side.reload()
    qtbot.keyClick(points, Qt.Key.Key_X)
    side.reload()
    answers = [one.answer for one in checks_of(gala.db, key_of(gala))]
    assert answers == [CheckAnswer.YES] * 3 + [CheckAnswer.NOT_APPLICABLE]
    assert points.item(0).text().startswith("Yes: ") and points.currentRow() == 4
    assert side.checklist.heading.text() == "Checklist, 4 of 6"
    points.setCurrentRow(3)
    qtbot.keyClick(points, Qt.Key.Key_Delete)
    assert len(checks_of(gala.db, key_of(gala))) == 3


def test_no_asks_for_a_note(side: QualifyingSide, gala: Gala, qtbot: QtBot) -> None:
    qtbot.keyClick(side.checklist.points, Qt.Key.Key_N)
    dialog = dialog_over(side, AnswerPoint)
    dialog.submit()
    assert "needs a note" in dialog.form.rows["note"].sentence
    submit(side, qtbot, AnswerPoint, note="Works in a hospital.")
    (found,) = checks_of(gala.db, key_of(gala))
    assert (found.answer, found.note, found.answered_by) == (
        CheckAnswer.NO,
        "Works in a hospital.",
        "Test Officer",
    )
    assert "no. Works in a hospital." in shown(side)
    assert "Looked at by Test Officer on 1 September 2026. Works" in side.checklist.points.item(0).toolTip()


def test_enter_on_a_point_asks_for_all_of_it(side: QualifyingSide, gala: Gala, qtbot: QtBot) -> None:
    qtbot.keyClick(side.checklist.points, Qt.Key.Key_Return)
    submit(side, qtbot, AnswerPoint, answer=CheckAnswer.YES, by="Wren Clerk", on=date(2026, 8, 30))
    (found,) = checks_of(gala.db, key_of(gala))
    assert (found.answered_by, found.answered_on) == ("Wren Clerk", date(2026, 8, 30))
    for name in ("check_yes", "check_na", "check_back"):
        side.checklist.points.setCurrentRow(0)
        act(side, name)
        side.reload()
    assert checks_of(gala.db, key_of(gala)) == []
    act(side, "check_no")
    assert dialog_over(side, AnswerPoint).form.rows["answer"].field.answer() is CheckAnswer.NO


def test_a_file_without_a_name_of_who_works_asks_who_looked(
    side: QualifyingSide, gala: Gala, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gala.db, "who", "")
    act(side, "check_yes")
    submit(side, qtbot, AnswerPoint, by="Wren Clerk")
    assert checks_of(gala.db, key_of(gala))[0].answered_by == "Wren Clerk"


def test_employment_is_asked_and_noted(side: QualifyingSide, gala: Gala, qtbot: QtBot) -> None:
    act(side, "qualify_employed")
    submit(side, qtbot, AskedEmployment, employed=NOT_ANSWERED, asked_of="Max Manager")
    assert "the answer has not come" in shown(side)
    act(side, "qualify_employed")
    submit(side, qtbot, AskedEmployment, employed="yes")
    held = entry(gala.db, key_of(gala))
    assert (held.employed, held.employed_asked_of, held.employed_asked_on) == (True, "Max Manager", TODAY)


def test_somebody_ready_goes_at_once(side: QualifyingSide, gala: Gala) -> None:
    make_ready(gala, key_of(gala))
    side.reload()
    assert "Nothing was found." in shown(side)
    act(side, "qualify_send")
    side.reload()
    assert entry(gala.db, key_of(gala)).status is S.JUDGING and names(side) == ["Ben Specimen"]
    history.undo(gala.db)
    assert entry(gala.db, key_of(gala)).status is S.SUBMITTED


def test_what_speaks_against_it_is_passed_with_the_chairs_reason(
    side: QualifyingSide, gala: Gala, qtbot: QtBot
) -> None:
    suspend(gala, gala.house, date(2026, 8, 1))
    act(side, "qualify_all_yes")
    side.reload()
    act(side, "qualify_send")
    dialog = dialog_over(side, AskStep)
    assert "suspended since 1 August 2026" in "\n".join(words(dialog))
    dialog.submit()
    assert dialog.form.rows["reason"].sentence == "Reason is needed."
    submit(side, qtbot, AskStep, reason="The person and not the home is honoured")
    assert steps_of(gala.db, key_of(gala))[-1].reason == "The person and not the home is honoured"


def test_all_who_are_ready_are_sent_together(
    side: QualifyingSide, gala: Gala, qtbot: QtBot, desk: Desk
) -> None:
    make_ready(gala, key_of(gala, "Ben Specimen"))
    side.reload()
    act(side, "qualify_ready")
    question = dialog_over(side, Question)
    assert "1 nominee stays to be decided" in "\n".join(words(question))
    question._yes.click()
    side.reload()
    assert names(side) == ["Ada Example"]
    with pytest.raises(Problem, match="Nobody is ready"):
        act(side, "qualify_ready")


def test_out_back_and_returned(side: QualifyingSide, gala: Gala, qtbot: QtBot) -> None:
    act(side, "qualify_take_up")
    side.reload()
    assert entry(gala.db, key_of(gala)).status is S.QUALIFYING
    act(side, "qualify_return")
    submit(side, qtbot, AskStep, reason="Asked Wren for examples")
    assert entry(gala.db, key_of(gala)).status is S.RETURNED_FOR_INFO
    act(side, "qualify_ineligible")
    submit(side, qtbot, AskStep, reason="A hospital")
    assert names(side) == ["Ben Specimen"]
    side.show_row(key_of(gala))
    assert side.lists.what == EVERYBODY and side.lists.key == key_of(gala)
    act(side, "qualify_back")
    submit(side, qtbot, AskStep, reason="A care home after all")
    assert entry(gala.db, key_of(gala)).status is S.QUALIFYING


def test_the_contract_stands_on_this_screen_and_in_no_table_but_the_chairs(
    side: QualifyingSide, gala: Gala
) -> None:
    suspend(gala, gala.house, date(2026, 8, 1))
    side.reload()
    assert "exempt, for the chair alone" in shown(side) and "suspended since 1 August 2026" in shown(side)
    usual = side.table()
    assert usual is not None and usual.exempt == EXEMPTION and "suspended" not in str(usual.rows)
    chairs = side.lists.chairs_table(TODAY)
    assert chairs.exempt == CHAIRS and "suspended" in str(chairs.rows)


def test_what_is_known_since_they_qualified_is_a_list_of_its_own(
    desk: Desk, qtbot: QtBot, gala: Gala
) -> None:
    make_ready(gala, key_of(gala))
    make_ready(gala, key_of(gala, "Ben Specimen"))
    made = page_at(desk, qtbot, QualifyingSide, datetime(2026, 10, 1, 9, tzinfo=UTC))
    side = made.current
    assert isinstance(side, QualifyingSide)
    for name in ("Ada Example", "Ben Specimen"):
        side.lists.nominees.show_row(key_of(gala, name))
        act(side, "qualify_send")
        side.reload()
    assert NOBODY in "\n".join(words(side.lists.nominees.empty))
    side.show_what.show_answer(SINCE)
    assert NOTHING_NEW in "\n".join(words(side.lists.since.empty))
    suspend(gala, gala.house, date(2026, 10, 1))
    side.reload()
    assert names(side) == []


def test_a_suspension_after_that_is_seen_and_home_leads_there(desk: Desk, qtbot: QtBot, gala: Gala) -> None:
    make_ready(gala, key_of(gala))
    first = page_at(desk, qtbot, QualifyingSide)
    assert isinstance(first.current, QualifyingSide)
    act(first.current, "qualify_send")
    gala.stands(key_of(gala, "Ben Specimen"), S.WITHDRAWN)
    suspend(gala, gala.house, date(2026, 9, 20))
    later = page_at(desk, qtbot, QualifyingSide, datetime(2026, 10, 1, 9, tzinfo=UTC))
    later.show_row(f"{ROW}{gala.round_id}")
    side = later.current
    assert isinstance(side, QualifyingSide) and side.lists.what == SINCE and names(side) == ["Ada Example"]
    assert "Known since 1 September 2026" in "\n".join(
        one.text() for one in side.lists.since.detail.findChildren(type(side.row.buttons["qualify_ready"]))
    )
    assert side.lists.chairs_table(date(2026, 10, 1)).exempt == CHAIRS
    assert ready(side, "qualify_ineligible") and not ready(side, "qualify_send")


def test_home_leads_to_who_is_to_be_decided(page: AwardsPage, side: QualifyingSide, gala: Gala) -> None:
    side.show_what.show_answer(EVERYBODY)
    assert side.has(f"{ROW}{gala.round_id}") and not side.has(key_of(gala))
    page.show_row(f"{ROW}{gala.round_id}")
    assert side.lists.what == TO_DECIDE and side.row_for_history() == ("award_entry", key_of(gala))


def test_a_row_opens_the_nominee_and_an_empty_list_leads_to_the_board(
    side: QualifyingSide, gala: Gala
) -> None:
    turned: list[tuple[str, str]] = []
    side.turn_to.disconnect()
    side.turn_to.connect(lambda tab, key: turned.append((tab, key)))
    act(side, "qualify_open")
    side.lists.opened.emit(key_of(gala))
    assert turned == [("Nominations", key_of(gala))] * 2


def test_a_team_is_not_asked_about_and_an_untied_place_is_said(desk: Desk, qtbot: QtBot, gala: Gala) -> None:
    gala.nominate(
        "The night team", "Team", service_id=None, provider_id=None, place_told="The home by the canal"
    )
    page = page_at(desk, qtbot, QualifyingSide)
    side = page.current
    assert isinstance(side, QualifyingSide)
    side.lists.nominees.show_row(key_of(gala, "The night team"))
    side.reload()
    assert not ready(side, "qualify_employed") and "“The home by the canal” is not tied" in shown(side)


def test_everything_has_a_name_and_the_filter_is_reached(side: QualifyingSide) -> None:
    assert audit(side) == []
    side.focus_filter()
    side.focus_first()
    assert side.window().focusWidget() is side.lists.nominees.pane.table


def test_many_are_checked_asked_sent_and_undone_at_once(
    side: QualifyingSide, gala: Gala, qtbot: QtBot
) -> None:
    both = [key_of(gala), key_of(gala, "Ben Specimen")]
    side.lists.part.pane.table.selectAll()
    assert side.lists.keys == both
    act(side, "qualify_all_yes")
    side.reload()
    assert all(len(checks_of(gala.db, key)) == 6 for key in both)
    side.lists.part.pane.table.selectAll()
    act(side, "qualify_employed")
    submit(side, qtbot, AskedEmployment, employed="yes", asked_of="Max Manager", asked_on=TODAY)
    assert all(entry(gala.db, key).employed for key in both)
    side.lists.part.pane.table.selectAll()
    act(side, "qualify_send")
    side.reload()
    assert {entry(gala.db, key).status for key in both} == {S.JUDGING}
    history.undo(gala.db)
    side.reload()
    side.lists.part.pane.table.selectAll()
    act(side, "qualify_ineligible")
    submit(side, qtbot, AskStep, reason="A hospital")
    assert {entry(gala.db, key).status for key in both} == {S.INELIGIBLE}


def test_why_somebody_is_to_be_decided_stands_in_the_list_and_beside_the_point(
    side: QualifyingSide, gala: Gala
) -> None:
    act(side, "qualify_all_yes")
    side.reload()
    assert (
        next(iter(side.lists.part.pane.model.all_rows()))[3]
        == "Nobody has asked whether they still work there."
    )
    points = [side.checklist.points.item(at).text() for at in range(side.checklist.points.count())]
    assert any("Yes: " in one and "But: Nobody has asked whether" in one for one in points)
    make_ready(gala, key_of(gala))
    suspend(gala, gala.house, date(2026, 8, 1))
    side.reload()
    assert next(iter(side.lists.part.pane.model.all_rows()))[3] == "See the chair’s pane"
