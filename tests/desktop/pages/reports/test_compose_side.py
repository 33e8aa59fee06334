"""A report is composed: outline, pages and what is to be mended, by mouse and by keys."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.committee.exemption import SayExempt
from desktop.dialogs.committee.figures import RowsBehind
from desktop.dialogs.committee.lines import AddSection, ChooseOptions, WriteLine, WritePicture
from desktop.dialogs.committee.part import WritePart
from desktop.dialogs.committee.recommendation_words import WriteRecommendation
from desktop.dialogs.committee.sentence import EditSentence
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.pages.reports import line_acts
from desktop.pages.reports.compose_side import ComposeSide
from desktop.pages.reports.reports import ReportsPage
from desktop.shell.page import Desk
from desktop.widgets.page_preview.marks import BlockMark, Showing
from desktop.widgets.question import Question
from engagement.committee.edits import edits_of
from engagement.committee.items import ReportItem, add_paragraph, items_of
from engagement.committee.recommendations import recommendations_of
from engagement.committee.report_parts import part_of
from engagement.committee.reports import CommitteeReport, archive_report
from resources.database import history
from resources.report.blocks import Heading, Paragraph
from resources.report.committee.outline import ItemKind
from resources.report.committee.parts import Part
from resources.report.committee.section import Choice, SectionRecord
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import add_home, dialog_over
from tests.desktop.pages.reports.reports_desk import NOW, begin, held_section, made_by, page_at, use_sections
from tests.desktop.widgets.words_shown import words


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many events the section of forums tells of."""
    number = {"events": 12}
    use_sections(monkeypatch, made_by(lambda _ask: held_section(number["events"])))
    return number


@pytest.fixture
def report(desk: Desk, told: dict[str, int]) -> CommitteeReport:
    return begin(desk.db)


@pytest.fixture
def page(desk: Desk, report: CommitteeReport, qtbot: QtBot) -> ReportsPage:
    made = page_at(desk, qtbot, ComposeSide)
    made.chosen.choose(report.id)
    desk.changes.changed.connect(made.show_side)
    qtbot.waitUntil(lambda: not side_of(made).live.is_making and side_of(made).made() is not None)
    return made


@pytest.fixture
def side(page: ReportsPage) -> ComposeSide:
    return side_of(page)


def side_of(page: ReportsPage) -> ComposeSide:
    found = page.current
    assert isinstance(found, ComposeSide)
    return found


def act(side: ComposeSide, name: str) -> None:
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def ready(side: ComposeSide, name: str) -> bool:
    return next(one for one in side.actions_here() if one.name == name).ready()


def said(widget: QWidget) -> str:
    return "\n".join(words(widget))


def keys_of(side: ComposeSide) -> list[str]:
    return [one.key for one in side.parts.outline.lines.lines]


def place_of(side: ComposeSide, sentence: str) -> int:
    made = side.made()
    assert made is not None
    return next(at for at, one in enumerate(made.composed.origins) if one.sentence == sentence)


def test_the_outline_and_the_pages_are_shown_together(
    side: ComposeSide, desk: Desk, report: CommitteeReport
) -> None:
    lines = side.parts.outline.lines.lines
    assert [one.words for one in lines][:3] == [
        "Report of",
        "Purpose of the report",
        "Why some of it is not for publication",
    ]
    forums = next(one for one in items_of(desk.db, report.id) if one.section == "forums")
    assert next(one for one in lines if one.key == forums.id).beneath == "Partly exempt"
    made = side.made()
    assert made is not None and side.parts.preview.report is made.composed.report
    side.parts.outline.go_to("part:purpose")
    side.parts.outline.setFocus()
    while side.line_key() != forums.id:
        QTest.keyClick(side.parts.outline, Qt.Key.Key_Down)
    assert made.composed.origins[side.block()].item == forums.id
    assert audit(side.window()) == []


def test_a_line_is_chosen_by_keys_and_shown_in_the_pane(
    side: ComposeSide, desk: Desk, report: CommitteeReport, qtbot: QtBot
) -> None:
    side.links.go_to_line(forums_of(desk, report).id)
    qtbot.waitUntil(lambda: "What was held, and who came." in said(side.parts.detail))
    assert "30 September 2019" in said(side.parts.detail)
    side.links.go_to_line("part:other_options")
    qtbot.waitUntil(lambda: "No other options have been considered." in said(side.parts.detail))
    side.parts.outline.setFocus()
    QTest.keyClick(side.parts.outline, Qt.Key.Key_Return)
    dialog = dialog_over(side, WritePart)
    assert dialog.form.rows["text"].field.answer() == "No other options have been considered."
    dialog.submit()
    held = part_of(desk.db, report.id, Part.OTHER_OPTIONS)
    assert held is not None and held.text == "No other options have been considered."
    history.undo(desk.db)
    assert part_of(desk.db, report.id, Part.OTHER_OPTIONS) is None


def test_a_comment_has_initials_and_a_day(side: ComposeSide, desk: Desk, report: CommitteeReport) -> None:
    side.links.go_to_line("part:financial_comments")
    act(side, "compose_edit")
    dialog = dialog_over(side, WritePart)
    fill(dialog, text="There are none.", initials="DG", on=date(2019, 11, 15))
    dialog.submit()
    line = next(one for one in side.parts.outline.lines.lines if one.key == "part:financial_comments")
    assert line.beneath == "Written DG"
    made = side.made()
    assert made is not None
    headings = [one.text for one in made.composed.report.blocks if isinstance(one, Heading)]
    assert "Financial Comments (DG 15/11/19)" in headings


def test_what_is_typed_stands_behind_the_line_chosen_and_on_the_page(
    side: ComposeSide, desk: Desk, report: CommitteeReport
) -> None:
    side.links.go_to_line(forums_of(desk, report).id)
    for name, kind, text in (
        ("compose_paragraph", ItemKind.PARAGRAPH, "The team visited twelve homes."),
        ("compose_heading", ItemKind.HEADING, "Visits"),
        ("compose_list", ItemKind.BULLETS, "Mansfield\nAshfield"),
    ):
        act(side, name)
        dialog = dialog_over(side, WriteLine)
        assert audit(dialog) == []
        fill(dialog, text=text)
        dialog.submit()
        assert side.lines.held() is not None and side.lines.held().kind is kind
    act(side, "compose_page")
    kinds = [one.kind for one in items_of(desk.db, report.id)]
    at = [one.section for one in items_of(desk.db, report.id)].index("forums")
    assert kinds[at + 1 : at + 5] == [
        ItemKind.PARAGRAPH,
        ItemKind.HEADING,
        ItemKind.BULLETS,
        ItemKind.PAGE_BREAK,
    ]
    made = side.made()
    assert made is not None
    texts = [one.text for one in made.composed.report.blocks if isinstance(one, Paragraph)]
    assert "The team visited twelve homes." in texts


def test_a_heading_of_500_letters_is_refused_and_stays_typed(side: ComposeSide) -> None:
    act(side, "compose_heading")
    dialog = dialog_over(side, WriteLine)
    fill(dialog, text="A" * 500)
    dialog.submit()
    assert dialog.isVisible() and "500" in said(dialog)
    assert dialog.form.rows["text"].field.answer() == "A" * 500


def test_a_line_is_moved_by_keys_changed_and_removed(
    side: ComposeSide, desk: Desk, report: CommitteeReport
) -> None:
    made = add_paragraph(desk.db, report.id, "The team visited twelve homes.")
    side.reload()
    side.links.go_to_line(made.id)
    act(side, "compose_up")
    assert [one.id for one in items_of(desk.db, report.id)].index(made.id) == made.place - 2
    assert side.line_key() == made.id
    act(side, "compose_down")
    side.parts.outline.setFocus()
    QTest.keyClick(side.parts.outline, Qt.Key.Key_Return)
    dialog = dialog_over(side, WriteLine)
    fill(dialog, text="The team visited thirteen homes.")
    dialog.submit()
    assert items_of(desk.db, report.id)[-1].text == "The team visited thirteen homes."
    QTest.keyClick(side.parts.outline, Qt.Key.Key_Delete)
    question = dialog_over(side, Question)
    question._yes.click()
    assert made.id not in [one.id for one in items_of(desk.db, report.id)]
    history.undo(desk.db)
    assert items_of(desk.db, report.id)[-1].id == made.id


def test_a_typed_line_is_marked_exempt_and_leaves_the_public_pages(
    side: ComposeSide, desk: Desk, report: CommitteeReport, qtbot: QtBot
) -> None:
    made = add_paragraph(desk.db, report.id, "A provider is in talks with its bank.")
    side.reload()
    side.links.go_to_line(made.id)
    act(side, "compose_exempt")
    dialog = dialog_over(side, SayExempt)
    assert audit(dialog) == [] and dialog.form.rows["reason"].isHidden()
    fill(dialog, paragraph=3)
    assert "financial or business affairs" in said(dialog)
    dialog.submit()
    assert "Why it is exempt is needed" in said(dialog)
    fill(dialog, reason="It is about a provider’s money.", review_on=date(2020, 3, 1))
    dialog.submit()
    line = next(one for one in side.parts.outline.lines.lines if one.key == made.id)
    assert line.beneath == "Paragraph, exempt, paragraph 3" and line.warns
    qtbot.waitUntil(
        lambda: "The report is not saved" in said(side.parts) or "Not said yet" in said(side.parts.detail)
    )
    side.head.shown.show_answer(Showing.PUBLIC)
    assert side.parts.preview.showing is Showing.PUBLIC
    act(side, "compose_exempt")
    again = dialog_over(side, SayExempt)
    fill(again, paragraph=0)
    again.submit()
    assert items_of(desk.db, report.id)[-1].exempt is None


def test_under_the_lens_the_public_document_is_shown_whatever_was_chosen(
    side: ComposeSide, desk: Desk
) -> None:
    side.head.shown.show_answer(Showing.EXEMPT)
    assert side.parts.preview.showing is Showing.EXEMPT
    desk.lens.look(public=True)
    assert side.parts.preview.showing is Showing.PUBLIC and not side.head.shown.widget.isEnabled()
    desk.lens.look(public=False)
    assert side.parts.preview.showing is Showing.EXEMPT


def test_a_section_is_added_and_what_is_chosen_for_it_is_kept(
    side: ComposeSide, desk: Desk, report: CommitteeReport, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    held = forums_of(desk, report)
    side.links.go_to_line(held.id)
    assert not ready(side, "compose_section")
    act(side, "compose_remove")
    act(side, "compose_section")
    dialog = dialog_over(side, AddSection)
    assert "What was held, and who came." in said(dialog) and audit(dialog) == []
    dialog.submit()
    qtbot.waitUntil(lambda: not side.live.is_making)
    made = forums_of(desk, report)
    assert side.line_key() == made.id and not ready(side, "compose_options")
    choice = Choice("by", "Tell it", {"kind": "By kind", "district": "By district"})
    record = SectionRecord("forums", "Forums", "About", lambda _ask: held_section(), lambda _ask: (choice,))
    use_sections(monkeypatch, (record,))
    act(side, "compose_options")
    options = dialog_over(side, ChooseOptions)
    fill(options, by="district")
    options.submit()
    assert forums_of(desk, report).options == {"by": "district"}
    qtbot.waitUntil(lambda: not side.live.is_making)


def test_a_picture_is_added_described_and_replaced(
    side: ComposeSide, desk: Desk, report: CommitteeReport, tmp_path: Path
) -> None:
    from PIL import Image

    for name, colour in (("one.png", "red"), ("two.png", "blue")):
        Image.new("RGB", (40, 30), colour).save(tmp_path / name)
    act(side, "compose_picture")
    dialog = dialog_over(side, WritePicture)
    fill(dialog, path=str(tmp_path / "none.png"), caption="A visit", alt="Two people at a door")
    dialog.submit()
    assert "There is no file “none.png”" in said(dialog)
    (tmp_path / "text.png").write_text("no picture")
    fill(dialog, path=str(tmp_path / "text.png"))
    dialog.submit()
    assert "could not be read as a picture" in said(dialog) and dialog.isVisible()
    fill(dialog, path=str(tmp_path / "one.png"))
    dialog.submit()
    held = items_of(desk.db, report.id)[-1]
    assert held.kind is ItemKind.PICTURE and held.alt == "Two people at a door"
    act(side, "compose_edit")
    again = dialog_over(side, WritePicture)
    fill(again, path=str(tmp_path / "two.png"), caption="Another visit")
    again.submit()
    changed = items_of(desk.db, report.id)[-1]
    assert changed.text == "Another visit" and changed.file_sha256 != held.file_sha256


def test_a_sentence_is_edited_marked_and_says_when_its_figure_changes(
    side: ComposeSide, desk: Desk, report: CommitteeReport, told: dict[str, int], qtbot: QtBot
) -> None:
    place = place_of(side, "held")
    side.parts.preview.show_block(place)
    side.links.block_chosen(place)
    assert side.line_key() == forums_of(desk, report).id
    act(side, "compose_sentence")
    dialog = dialog_over(side, EditSentence)
    assert audit(dialog) == [] and "12 events were held." in said(dialog)
    fill(dialog, text="")
    dialog.submit()
    assert "Leave it out" in said(dialog) and dialog.isVisible()
    fill(dialog, text="We held 12 events.")
    dialog.submit()
    assert side.parts.preview.marks == {place_of(side, "held"): BlockMark.EDITED}
    told["events"] = 14
    add_home(desk.db)  # what the section tells of has changed
    qtbot.waitUntil(lambda: BlockMark.CHANGED in side.parts.preview.marks.values())
    assert "It would now say: “14 events were held.”" in "\n".join(
        one.words for one in side.parts.to_mend.lines.lines
    )
    side.links.block_chosen(place_of(side, "held"))
    qtbot.waitUntil(lambda: "As it said it when it was edited" in said(side.parts.detail))
    act(side, "compose_sentence")
    again = dialog_over(side, EditSentence)
    assert "14 events were held." in said(again) and "12 events were held." in said(again)
    again.put_back.click()
    assert edits_of(desk.db, report.id) == [] and side.parts.preview.marks == {}


def test_a_sentence_left_out_is_offered_beside_its_section(
    side: ComposeSide, desk: Desk, report: CommitteeReport, qtbot: QtBot
) -> None:
    place = place_of(side, "held")
    side.blocks.edit(place)
    dialog_over(side, EditSentence).leave_out.click()
    made = side.made()
    assert made is not None and [one.sentence for one in made.composed.left_out] == ["held"]
    side.links.go_to_line(forums_of(desk, report).id)
    qtbot.waitUntil(lambda: "Left out" in said(side.parts.detail))
    side.blocks.edit_origin(made.composed.left_out[0])
    dialog_over(side, EditSentence).put_back.click()
    assert edits_of(desk.db, report.id) == []


def test_a_figure_opens_the_rows_behind_it(side: ComposeSide, qtbot: QtBot) -> None:
    place = place_of(side, "held")
    side.parts.preview.figure_asked.emit(place, "held.events")
    dialog = dialog_over(side, RowsBehind)
    assert audit(dialog) == [] and dialog.shown is None and "being read" in said(dialog)
    qtbot.waitUntil(lambda: dialog.shown is not None)
    assert audit(dialog) == []
    assert dialog.shown is not None and dialog.shown.rows == (("Forum in Mansfield",),)
    assert "12 events were held." in said(dialog)
    dialog.accept()
    side.parts.preview.show_block(place)
    side.links.block_chosen(place)
    assert ready(side, "compose_rows")
    side.parts.preview.show_block(place_of(side, "kept"))
    side.links.block_chosen(side.block())
    qtbot.waitUntil(lambda: "It names Rosewood House." in said(side.parts.detail))


def test_as_the_cursor_moves_the_line_is_read_once(
    side: ComposeSide, desk: Desk, report: CommitteeReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    side.links.go_to_line(forums_of(desk, report).id)
    held = side.lines.held()
    monkeypatch.setattr(line_acts, "items_of", None)  # nobody reads them again before something changes
    assert held is not None and [one.ready() for one in side.actions_here()] and side.lines.held() is held
    assert side.lines.choices(held) is side.lines.choices(held)
    monkeypatch.undo()
    add_paragraph(desk.db, report.id, "More.")
    assert side.lines.held() == held and side.lines.held() is not held


def test_recommendations_are_kept_in_order_beside_the_outline(
    side: ComposeSide, desk: Desk, report: CommitteeReport
) -> None:
    side.links.go_to_line("recommendations")
    act(side, "compose_edit")
    kept = dialog_over(side, KeptList)
    for text in ("members note the report", "members thank the team"):
        kept.row.buttons["recommendation_add"].click()
        dialog = dialog_over(kept, WriteRecommendation)
        fill(dialog, text=text)
        dialog.submit()
    kept.row.buttons["recommendation_up"].click()
    assert recommendations_of(desk.db, report.id)[0].text == "members thank the team"
    kept.row.buttons["recommendation_change"].click()
    dialog = dialog_over(kept, WriteRecommendation)
    fill(dialog, text="members thank the providers")
    dialog.submit()
    kept.row.buttons["recommendation_down"].click()
    kept.row.buttons["recommendation_remove"].click()
    assert [one.text for one in recommendations_of(desk.db, report.id)] == ["members note the report"]
    line = next(one for one in side.parts.outline.lines.lines if one.key == "recommendations")
    assert line.beneath == "1 recommendation"


def test_what_is_to_be_mended_is_counted_and_leads_to_its_place(side: ComposeSide) -> None:
    found = side.parts.to_mend.lines.lines
    assert found[0].beneath.startswith("Stops the report")
    assert "to mend" in side.status_text()
    at = next(one for one in found if "purpose" in one.words.lower())
    side.parts.to_mend.go_to(at.key)
    side.parts.to_mend.clicked_on.emit(at.key)
    assert side.line_key() == "part:purpose"


def test_a_report_that_is_put_away_can_be_read_and_not_changed(
    side: ComposeSide, desk: Desk, report: CommitteeReport
) -> None:
    archive_report(desk.db, report.id, today=NOW.date())
    side.reload()
    assert "Archived" in side.head.words.text()
    assert not any(ready(side, name) for name in ("compose_save", "compose_paragraph", "compose_edit"))
    assert ready(side, "compose_check")


def test_without_a_report_the_way_to_begin_is_shown(desk: Desk, told: dict[str, int], qtbot: QtBot) -> None:
    made = page_at(desk, qtbot, ComposeSide)
    side = side_of(made)
    assert "No report is begun yet" in said(side)
    side.focus_first()
    side.empty.focusProxy().click()
    assert made.current.tab == "Reports"


def forums_of(desk: Desk, report: CommitteeReport) -> ReportItem:
    return next(one for one in items_of(desk.db, report.id) if one.section == "forums")


def fill(dialog: QWidget, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)  # type: ignore[attr-defined]


def test_what_a_section_keeps_back_is_explained_from_its_own_exemption(
    side: ComposeSide, desk: Desk, report: CommitteeReport
) -> None:
    side.links.go_to_line(forums_of(desk, report).id)
    act(side, "compose_exempt")
    dialog = dialog_over(side, SayExempt)
    assert dialog.form.rows["paragraph"].field.answer() == 3
    assert dialog.form.rows["reason"].field.answer() == "It names Rosewood House."
    fill(dialog, public_interest="It would harm residents.")
    dialog.submit()
    held = forums_of(desk, report).exempt
    assert held is not None and held.public_interest == "It would harm residents."
