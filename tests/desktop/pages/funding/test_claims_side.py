"""Claims on the funding page."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.choices import provider_pick
from desktop.dialogs.funding.claim import WriteClaim, learner_pick
from desktop.dialogs.funding.claim_evidence import AddEvidence
from desktop.dialogs.funding.claim_files import AskOfWhom, ClaimColumns, preview_of
from desktop.dialogs.funding.claim_step import GiveReason, PayClaims, StepOn
from desktop.dialogs.training.course import WriteCourse
from desktop.dialogs.training.learner import WriteLearner
from desktop.pages.funding.claims_lists import ALL, TWICE
from desktop.pages.funding.claims_side import ClaimsSide
from desktop.pages.funding.funding import FundingPage
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.register.providers import provider
from resources.database import history
from resources.files.reading import read_sheets
from tests.desktop.accessibility import audit
from tests.desktop.pages.funding.funding_desk import page_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words as texts_shown
from tests.workforce.funding.claims.claiming import NOW, TODAY, County, by, county
from tests.workforce.funding.claims.files.lists import row, written
from workforce.funding.claims import approving
from workforce.funding.claims.claims import any_claim, claim, claims
from workforce.funding.claims.evidence import add_evidence, evidence_of
from workforce.funding.funds.items import edit_item
from workforce.funding.vocabulary import ClaimPart, ClaimStatus
from workforce.training.courses import course_named
from workforce.training.learners import learner, learner_by_uln
from workforce.training.vocabulary import CourseKind


@pytest.fixture
def all_of(desk: Desk) -> County:
    return county(desk.db, evidence="Certificate")


@pytest.fixture
def page(desk: Desk, all_of: County, qtbot: QtBot) -> FundingPage:
    return page_at(desk, qtbot, ClaimsSide, NOW)


@pytest.fixture
def side(page: FundingPage) -> ClaimsSide:
    assert isinstance(page.current, ClaimsSide)
    return page.current


def words(widget: QWidget) -> str:
    return "\n".join(texts_shown(widget))


def answer(dialog: QWidget, **given: object) -> None:
    for name, value in given.items():
        dialog.form.rows[name].field.show_answer(value)  # type: ignore[attr-defined]
    dialog.submit()  # type: ignore[attr-defined]


def offered(side: ClaimsSide) -> set[str]:
    return {one.name for one in (*side.menu.in_pane(), *side.menu.of_evidence())}


def test_an_empty_side_says_what_to_do(side: ClaimsSide) -> None:
    assert "No claim is held yet" in words(side)
    assert side.table() is None and side.row_for_history() == ("claim", "")
    assert not side.row.isVisible()
    assert audit(side) == []


def test_a_claim_is_added(side: ClaimsSide, page: FundingPage, desk: Desk, all_of: County) -> None:
    side.menu.acts.add()
    dialog = dialog_over(side, WriteClaim)
    assert dialog.form.rows["fund_id"].field.answer() == all_of.fund.id
    assert dialog.form.rows["item_id"].field.answer() == all_of.item.id
    assert dialog.form.rows["pence"].field.answer() == 87_000  # what the item pays at most
    assert dialog.form.rows["what"].isHidden() and dialog.form.rows["part"].isHidden()
    answer(
        dialog, provider_id=provider_pick(provider(desk.db, all_of.rosewood)),
        learner_id=learner_pick(desk.db, all_of.ada), pence=60_000, started_on=date(2019, 5, 1),
    )  # fmt: skip
    (made,) = claims(desk.db)
    assert (made.pence, made.course_id, made.learner_id, made.year) == (
        60_000,
        all_of.course.id,
        all_of.ada.id,
        2019,
    )
    assert side.keys() == [made.id]
    assert page.status_text() == "1 row"
    assert audit(side) == []


def test_a_learner_and_a_course_not_held_yet_are_added_from_the_claim(
    side: ClaimsSide, desk: Desk, all_of: County
) -> None:
    side.menu.acts.add()
    dialog = dialog_over(side, WriteClaim)
    rows = dialog.form.rows
    rows["provider_id"].field.show_answer(provider_pick(provider(desk.db, all_of.rosewood)))
    dialog._learner.line.setText("Cy Van Example")
    press(dialog, "New learner…")
    asked = dialog_over(side, WriteLearner)
    assert asked.form.rows["given_name"].field.answer() == "Cy Van"
    assert asked.form.rows["provider_id"].field.answer() == all_of.rosewood
    answer(asked, uln="1000000027")
    assert rows["learner_id"].field.answer() == learner_by_uln(desk.db, "1000000027").id  # type: ignore[union-attr]
    assert rows["course_id"].isHidden()
    rows["item_id"].field.show_answer("")
    dialog._item.changed.emit()
    assert not rows["course_id"].isHidden()
    dialog._course.line.setText("Level 4 Example Diploma")
    press(dialog, "New course…")
    answer(dialog_over(side, WriteCourse))
    assert rows["what"].isHidden()
    answer(dialog, pence=10_000)
    (made,) = claims(desk.db)
    assert (made.item_id, made.what) == (None, "")
    course = course_named(desk.db, "Level 4 Example Diploma")
    assert course is not None and made.course_id == course.id and course.kind is CourseKind.QUALIFICATION
    assert learner(desk.db, str(made.learner_id)).name == "Cy Van Example"


def press(dialog: QWidget, text: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == text).click()


def test_a_claim_is_put_right_and_removed(side: ClaimsSide, desk: Desk, all_of: County) -> None:
    held = all_of.claim(desk.db, item_id=None, what="First aid", course_id=None)
    side.reload()
    side.lists.opened.emit()
    dialog = dialog_over(side, WriteClaim)
    assert not dialog.form.rows["what"].isHidden()
    answer(dialog, what="First aid at work", pence=5_000)
    assert (claim(desk.db, held.id).what, claim(desk.db, held.id).pence) == ("First aid at work", 5_000)
    side.menu.acts.edit()
    answer(dialog_over(side, WriteClaim))
    assert history.entries(desk.db, limit=1)[0].action == "Changed claim 1"
    side.menu.acts.remove()
    dialog_over(side, Question)._yes.click()
    assert not any_claim(desk.db)


def test_the_second_part_offers_the_first(side: ClaimsSide, desk: Desk, all_of: County) -> None:
    edit_item(desk.db, all_of.item.id, first_percent=60)
    first = all_of.claim(desk.db, part=ClaimPart.FIRST, pence=52_200)
    all_of.claim(
        desk.db, part=ClaimPart.FIRST, provider_id=all_of.hazel, service_id=None
    )  # no first part of hers here
    side.menu.acts.add()
    dialog = dialog_over(side, WriteClaim)
    dialog.form.rows["provider_id"].field.show_answer(provider_pick(provider(desk.db, all_of.rosewood)))
    dialog.form.rows["learner_id"].field.show_answer(learner_pick(desk.db, all_of.ada))
    dialog._learner.changed.emit()
    dialog.form.rows["pence"].field.show_answer(None)
    dialog.form.rows["part"].field.show_answer(ClaimPart.SECOND)
    dialog._part.changed.emit()
    assert dialog.form.rows["pence"].field.answer() == 34_800
    dialog.submit()
    second = claims(desk.db)[-1]
    assert (second.part, second.first_part_id) == (ClaimPart.SECOND, first.id)


def test_a_claim_goes_its_way_and_the_pane_offers_the_next_step(
    side: ClaimsSide, desk: Desk, all_of: County
) -> None:
    held = all_of.claim(desk.db)
    side.reload()
    assert offered(side) >= {"claim_submit", "claim_edit", "claim_evidence"}
    side.menu.steps.submit()
    answer(dialog_over(side, StepOn))
    side.reload()
    assert "claim_submit" not in offered(side) and "claim_approve" in offered(side)
    side.menu.steps.approve()
    dialog = dialog_over(side, StepOn)
    assert "Evidence was not seen: Certificate." in words(dialog)
    answer(dialog, pence=50_000)
    assert claim(desk.db, held.id).status is ClaimStatus.SUBMITTED  # no reason why it goes on
    answer(dialog, despite="Seen on the screen")
    assert claim(desk.db, held.id).approved_pence == 50_000
    with by(desk.db, "Fay Finance"):
        side.menu.steps.approve()
        answer(dialog_over(side, StepOn))
    side.menu.steps.pay()
    answer(dialog_over(side, PayClaims))
    assert claim(desk.db, held.id).paid_on == TODAY
    side.reload()
    assert "Approved by finance, by Fay Finance" not in offered(side)
    assert offered(side) == {"claim_failed", "claim_evidence", "claim_attach"}


def test_one_person_is_told_before_anything_is_asked(side: ClaimsSide, desk: Desk, all_of: County) -> None:
    held = all_of.claim(desk.db)
    add_evidence(desk.db, held.id, "Certificate", seen_on=TODAY, today=TODAY)
    approving.submit(desk.db, held.id, now=NOW)
    approving.approve(desk.db, held.id, now=NOW)
    side.reload()
    with pytest.raises(Exception, match="finance’s needs another person"):
        side.menu.steps.approve()


def test_an_overspend_asks_who_passes_it(side: ClaimsSide, desk: Desk, all_of: County) -> None:
    for one in (all_of.ada, all_of.bo):
        all_of.claim(desk.db, learner_id=one.id)
    from workforce.funding.funds.allocations import set_allocation

    set_allocation(desk.db, all_of.fund.id, 2019, "", 10_000)
    side.reload()
    side.menu.steps.submit()
    dialog = dialog_over(side, StepOn)
    assert dialog.form.rows["over_passed_by"].isHidden()
    dialog.submit()
    assert not dialog.form.rows["over_passed_by"].isHidden()
    assert "£100" in dialog.banner.text
    answer(dialog, over_passed_by="Cy Example", over_reason="Agreed")
    assert [one.over_passed_by for one in claims(desk.db, status=ClaimStatus.SUBMITTED)] == ["Cy Example"]


@pytest.mark.parametrize(
    ("act", "status"),
    [("decline", ClaimStatus.DECLINED), ("withdraw", ClaimStatus.WITHDRAWN),
     ("request_changes", ClaimStatus.CHANGES_REQUESTED_STAFF)],
)  # fmt: skip
def test_steps_with_a_reason(
    side: ClaimsSide, desk: Desk, all_of: County, act: str, status: ClaimStatus
) -> None:
    held = all_of.claim(desk.db)
    approving.submit(desk.db, held.id, now=NOW)
    side.reload()
    getattr(side.menu.steps, act)()
    answer(dialog_over(side, GiveReason), reason="Not employed there")
    assert claim(desk.db, held.id).status is status
    assert approving.steps_of(desk.db, held.id)[-1].reason == "Not employed there"
    side.reload()
    assert {"claim_reopen", "claim_submit"} & offered(side)


def test_a_declined_claim_is_opened_again_and_a_payment_fails(
    side: ClaimsSide, desk: Desk, all_of: County
) -> None:
    held = all_of.claim(desk.db)
    approving.withdraw(desk.db, held.id, now=NOW)
    side.reload()
    side.menu.steps.reopen()
    answer(dialog_over(side, GiveReason), reason="They want it after all")
    add_evidence(desk.db, held.id, "Certificate", seen_on=TODAY, today=TODAY)
    approving.submit(desk.db, held.id, now=NOW)
    approving.approve(desk.db, held.id, now=NOW)
    with by(desk.db, "Fay Finance"):
        approving.approve(desk.db, held.id, now=NOW)
    side.menu.steps.payment_failed()
    answer(dialog_over(side, GiveReason), reason="Account closed")
    assert claim(desk.db, held.id).status is ClaimStatus.PAYMENT_FAILED


def test_worklists_by_state_and_what_is_claimed_twice(side: ClaimsSide, desk: Desk, all_of: County) -> None:
    first = all_of.claim(desk.db)
    second = all_of.claim(desk.db, provider_id=all_of.hazel, service_id=None)
    approving.submit(desk.db, first.id, now=NOW)
    side.reload()
    side.show_what.show_answer("For an officer’s approval")
    side.show_what.changed.emit()
    assert [side.lists.pane.rows_words, side.keys()] == ["1 row", [first.id]]
    side.show_what.show_answer(TWICE)
    side.show_what.changed.emit()
    assert side.keys() == [second.id]
    assert "is claimed already by Rosewood Example Homes" in words(side.detail)
    table = side.table()
    assert table is not None and table.exempt is not None and len(table.rows) == 1
    assert audit(side) == []
    side.show_row(first.id)
    assert (side.lists.what, side.keys()) == (ALL, [first.id])
    assert side.has(first.id) and not side.has(all_of.fund.id)


def test_evidence_is_noted_attached_saved_and_removed(
    side: ClaimsSide, desk: Desk, all_of: County, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = all_of.claim(desk.db)
    side.reload()
    side.menu.papers.note_evidence()
    answer(dialog_over(side, AddEvidence), line="", what="A photograph")
    (seen,) = evidence_of(desk.db, held.id)
    assert (seen.what, seen.seen_by) == ("A photograph", "Test Officer")
    file = tmp_path / "certificate.pdf"
    file.write_bytes(b"%PDF")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    side.menu.papers.attach()
    dialog = dialog_over(side, AddEvidence)
    assert dialog.form.rows["line"].field.answer() == "Certificate"
    answer(dialog, seen_on=date(2019, 10, 2))
    assert "after today" in dialog.banner.text + words(dialog)
    answer(dialog, seen_on=TODAY)
    kept = evidence_of(desk.db, held.id)[1]
    copy = tmp_path / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    side.menu.papers.open_evidence(kept.id)
    assert copy.read_bytes() == b"%PDF"
    side.menu.papers.open_evidence(seen.id)
    dialog_over(side, Question)._yes.click()
    assert evidence_of(desk.db, held.id) == [kept]


def test_a_list_is_taken_in(
    side: ClaimsSide, desk: Desk, all_of: County, tmp_path: Path, qtbot: QtBot
) -> None:
    path = written(tmp_path, [row(), row(value="1.250,00", code="603/3")])
    side.menu.papers.ask(path)
    answer(dialog_over(side, AskOfWhom))
    qtbot.waitUntil(lambda: side.menu.papers.preview is not None)
    preview = side.menu.papers.preview
    assert preview is not None
    shown = preview_of(preview.checked)
    assert [(one.name, one.count, one.refused) for one in shown.groups] == [
        ("New claims", 1, False), ("Refused: Value Claimed", 1, True), ("Columns of the file", 11, False),
    ]  # fmt: skip
    assert audit(preview) == []
    preview.committed.emit()
    (made,) = claims(desk.db)
    assert (made.file_name, made.pence) == ("form.csv", 60_000)
    assert side.keys() == [made.id]


def test_columns_with_other_headings_are_asked_for_and_remembered(
    side: ClaimsSide,
    desk: Desk,
    all_of: County,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cells = {
        "Who claims": "Rosewood Example Homes",
        "Whom": "Ada Example",
        "What for": "First aid",
        "Pounds": "60",
    }
    path = written(tmp_path, [cells], headings=tuple(cells))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    side.menu.papers.choose()
    answer(dialog_over(side, AskOfWhom))
    qtbot.waitUntil(lambda: side.findChild(ClaimColumns) is not None)
    dialog = dialog_over(side, ClaimColumns)
    answer(dialog, pence="Pounds")
    assert "No column is chosen for the learner" in dialog.banner.text
    answer(dialog, pence="Pounds", learner="Whom", what="Whom")
    assert "is chosen for two columns" in dialog.banner.text
    answer(dialog, what="What for", organisation="Who claims")
    qtbot.waitUntil(lambda: side.menu.papers.preview is not None)
    preview = side.menu.papers.preview
    assert preview is not None and len(preview.checked.new) == 1
    assert desk.settings.mapping("claim_columns")["learner"] == "Whom"
    preview.reject()


def test_refused_rows_and_the_claim_form_are_saved(
    side: ClaimsSide,
    desk: Desk,
    all_of: County,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    side.menu.papers.ask(written(tmp_path, [row(value="1.250,00")]))
    answer(dialog_over(side, AskOfWhom))
    qtbot.waitUntil(lambda: side.menu.papers.preview is not None)
    preview = side.menu.papers.preview
    assert preview is not None and not preview_of(preview.checked).can_commit
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "refused.xlsx"), ""))
    preview.refused_asked.emit()
    assert "write 1,250.00" in read_sheets(tmp_path / "refused.xlsx")[0].head()[1].cells[-2]
    preview.reject()
    made = all_of.claim(desk.db)
    side.reload()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "form.xlsx"), ""))
    with pytest.raises(Exception, match="in a state to be sent"):
        side.menu.papers.save_form()
    approving.submit(desk.db, made.id, now=NOW, despite="so")
    side.reload()
    side.menu.papers.save_form()
    asked = dialog_over(side, Question)
    told = " ".join(one.text() for one in asked.findChildren(QLabel))
    assert "1 claim of Workforce Example Fund goes into the form. Its payer may ask for more" in told
    asked._yes.click()
    assert "Value Claimed" in read_sheets(tmp_path / "form.xlsx")[0].head()[0].cells


def test_history_and_table_of_the_claim_chosen(
    side: ClaimsSide, page: FundingPage, desk: Desk, all_of: County
) -> None:
    held = all_of.claim(desk.db)
    page.reload()
    assert side.row_for_history() == ("claim", held.id)
    side.focus_first()
    side.focus_filter()
    history.undo(desk.db)
    side.reload()
    assert side.chosen() == [] and side.table() is None
