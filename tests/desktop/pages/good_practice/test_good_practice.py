"""The page of good practice: noting and publishing, finding a buddy, the pairs and their meetings."""

from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.good_practice.buddies import AgreePair, EndPair, LogMeeting, LookForBuddy, SetLimits
from desktop.dialogs.good_practice.practice import AskConsent, NotePractice
from desktop.pages.events.forums import ForumsPage
from desktop.pages.good_practice.good_practice import GoodPracticePage
from desktop.pages.good_practice.register_sections import buddy_sections, shared_sections
from desktop.pages.good_practice.side import TableSide
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.forms.fields import Pick
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.pills import Pill
from engagement.forums import events
from engagement.good_practice.buddies.finder import BuddyLimits, WhyNot
from engagement.good_practice.buddies.limits import buddy_limits
from engagement.good_practice.buddies.pairs import Pair, agree_pair, pairs
from engagement.good_practice.practices import Practice, PracticeDraft, add_practice, practice, practices
from engagement.good_practice.vocabulary import MetHow, PracticeConsent, SharedAt
from engagement.register.contacts import add_contact
from engagement.register.contracts import set_contract_status
from engagement.register.providers import provider
from engagement.register.ratings import record_ratings
from engagement.register.services import Service
from engagement.register.vocabulary import ContractStatus, KeyQuestion, Rating
from resources.database import OpenFile, history
from resources.problem import Problem
from resources.report.document_text import passages
from tests.desktop.accessibility import audit
from tests.desktop.pages.forum_desk import plan_forum
from tests.desktop.pages.register_desk import add_home, dialog_over, make_real_desk, make_window

TODAY = date(2026, 3, 4)


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("desktop.clock.today", lambda: TODAY)
    return make_real_desk(opened, settings)


def rated(desk: Desk, name: str, rating: Rating) -> Service:
    home = add_home(desk.db, name, f"{name} Ltd")
    given = {KeyQuestion.OVERALL: rating, KeyQuestion.SAFE: rating}
    record_ratings(desk.db, home.id, given, date(2026, 2, 2), today=TODAY)
    return home


@pytest.fixture
def poor(desk: Desk) -> Service:
    return rated(desk, "Elm Lodge", Rating.INADEQUATE)


@pytest.fixture
def good(desk: Desk) -> Service:
    return rated(desk, "Larkmeadow House", Rating.GOOD)


@pytest.fixture
def shared(desk: Desk, good: Service) -> Practice:
    draft = PracticeDraft(
        good.provider_id, "Nutrition", "Milkshakes in the afternoon.", date(2026, 2, 1), good.id
    )
    return add_practice(desk.db, draft, today=TODAY)


@pytest.fixture
def pair(desk: Desk, poor: Service, good: Service) -> Pair:
    return agree_pair(desk.db, poor.id, good.id, on=date(2025, 10, 1), today=TODAY)


@pytest.fixture
def window(desk: Desk, poor: Service, shared: Practice, qtbot: QtBot) -> MainWindow:
    made = make_window(desk, qtbot)
    made.show_page("good_practice")
    return made


@pytest.fixture
def page(window: MainWindow) -> GoodPracticePage:
    found = window.page("good_practice")
    assert isinstance(found, GoodPracticePage)
    return found


def fill(dialog: FormDialog, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)


def run(page: GoodPracticePage, name: str) -> None:
    action = next(one for one in page.page_actions() if one.name == name)
    assert action.ready(), name
    action.run()


def ready(page: GoodPracticePage) -> set[str]:
    return {one.name for one in page.page_actions() if one.menu and one.ready()}


def said(side: TableSide) -> str:
    side._settling.now()
    QApplication.processEvents()
    parts = [label.text() for label in side.detail.findChildren(QLabel)]
    return "\n".join([*parts, *(pill.words for pill in side.detail.findChildren(Pill))])


def gone(qtbot: QtBot, dialog: object) -> None:
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


# --- practices --------------------------------------------------------------------------------------------


def test_what_a_provider_shared_is_noted_and_taken_back(
    page: GoodPracticePage, desk: Desk, good: Service, qtbot: QtBot
) -> None:
    page.turn_to("Pairs", "")
    run(page, "note")
    dialog = dialog_over(page, NotePractice)
    run_by = provider(desk.db, good.provider_id)
    fill(dialog, provider_id=Pick(run_by.id, run_by.name), theme="Pets", what="A dog visits on Fridays.",
         shared_at=SharedAt.VISIT, consent=PracticeConsent.YES)  # fmt: skip
    assert dialog.form.rows["event_id"].isHidden() and not dialog.form.rows["consent_on"].isHidden()
    dialog.submit()
    gone(qtbot, dialog)
    added = practice(desk.db, page.practices.pane.table.current_key)
    assert (added.theme, added.service_id, added.consent_on, added.shared_on) == ("Pets", None, TODAY, TODAY)
    assert page.current is page.practices and "May be published" in said(page.practices)
    history.undo(desk.db)
    qtbot.waitUntil(lambda: page.practices.pane.model.count().number == 1)


def test_a_practice_is_changed_asked_about_and_put_away(
    page: GoodPracticePage, desk: Desk, shared: Practice, qtbot: QtBot
) -> None:
    page.show_row(shared.id)
    assert "The provider has not been asked whether it may be published." in said(page.practices)
    run(page, "edit_practice")
    dialog = dialog_over(page, NotePractice)
    fill(dialog, what=" ")
    dialog.submit()
    assert (
        "needed" in dialog.form.rows["what"].sentence
        or "nothing was entered" in dialog.form.rows["what"].sentence
    )
    fill(dialog, what="Milkshakes at three.")
    dialog.submit()
    gone(qtbot, dialog)
    run(page, "consent")
    asked = dialog_over(page, AskConsent)
    fill(asked, consent=PracticeConsent.NO, consent_on=date(2026, 3, 1))
    asked.submit()
    gone(qtbot, asked)
    held = practice(desk.db, shared.id)
    assert (held.what, held.service_id, held.consent) == (
        "Milkshakes at three.",
        shared.service_id,
        PracticeConsent.NO,
    )
    run(page, "archive_practice")
    assert practices(desk.db) == []
    page.show_row(shared.id)
    run(page, "archive_practice")
    assert practice(desk.db, shared.id).archived_on is None


def test_the_team_is_told_that_a_suspended_service_s_practice_is_exempt(
    page: GoodPracticePage, desk: Desk, shared: Practice, good: Service
) -> None:
    set_contract_status(desk.db, good.id, ContractStatus.SUSPENDED, date(2026, 3, 1), today=TODAY)
    draft = PracticeDraft(good.provider_id, "Pets", "A dog.", TODAY, good.id, consent=PracticeConsent.YES)
    page.show_row(add_practice(desk.db, draft, today=TODAY).id)
    assert "Exempt: not for publication" in said(page.practices)


def test_the_word_document_is_saved_once_there_is_something_to_publish(
    page: GoodPracticePage, desk: Desk, shared: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Problem, match="no good practice that may be published yet"):
        run(page, "document")
    for what, said in (("A dog visits.", PracticeConsent.YES), ("A cat stays.", PracticeConsent.NO)):
        draft = PracticeDraft(shared.provider_id, "Pets", what, TODAY, consent=said, consent_on=TODAY)
        add_practice(desk.db, draft, today=TODAY)
    path = tmp_path / "good.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(path), ""))
    run(page, "document")
    words = " ".join(one.text for one in passages(path.read_bytes()))
    assert "A dog visits (Larkmeadow House Ltd" in words
    assert "A cat stays" not in words
    assert shared.what.rstrip(".") not in words, "it has not been asked about"


def test_what_was_agreed_and_names_somebody_is_said_to_be_left_out(
    page: GoodPracticePage, desk: Desk, window: MainWindow, shared: Practice, tmp_path: Path
) -> None:
    add_contact(desk.db, shared.provider_id, name="Beth Ginghamley")
    assert page.practices.naming.isHidden()
    for what in ("A dog visits.", "Ask Beth Ginghamley."):
        draft = PracticeDraft(
            shared.provider_id, "Pets", what, TODAY, consent=PracticeConsent.YES, consent_on=TODAY
        )
        add_practice(desk.db, draft, today=TODAY)
    assert not page.practices.naming.isHidden()
    assert "“Ask Beth Ginghamley.”" in page.practices.naming.text()
    page.practices.acts.save_document(tmp_path / "good.docx")
    said = [one.text() for one in window.toast.findChildren(QLabel)]
    assert "Saved “good.docx” with 1 practice; 1 left out because it names somebody at the provider" in said


def test_good_practice_is_noted_from_a_forum(
    desk: Desk, window: MainWindow, good: Service, qtbot: QtBot
) -> None:
    key = plan_forum(desk.db)
    window.show_page("forums", key)
    forums = window.page("forums")
    assert isinstance(forums, ForumsPage)
    next(one for one in forums.page_actions() if one.name == "note_practice").run()
    dialog = dialog_over(forums, NotePractice)
    run_by = provider(desk.db, good.provider_id)
    fill(
        dialog,
        provider_id=Pick(run_by.id, run_by.name),
        theme="Leadership",
        what="A huddle at each handover.",
    )
    dialog.submit()
    gone(qtbot, dialog)
    (added,) = practices(desk.db, event=key)
    assert (added.event, added.shared_on) == (events.get(desk.db, key).title, events.get(desk.db, key).day)


# --- the finder -------------------------------------------------------------------------------------------


def test_a_pair_is_agreed_with_a_candidate_and_shown(
    page: GoodPracticePage, desk: Desk, poor: Service, good: Service, qtbot: QtBot
) -> None:
    page.show_row(poor.id)
    assert page.current is page.finder
    words = said(page.finder)
    assert page.finder.candidates.heading.text() == (
        "Elm Lodge: 1 of 1 other service of the kind nursing home could be its buddy."
    )
    assert "0.0 miles away in a straight line" in words and "There is no score." in words
    run(page, "agree")
    dialog = dialog_over(page, AgreePair)
    fill(dialog, note="Asked for by the home")
    dialog.submit()
    gone(qtbot, dialog)
    (made,) = pairs(desk.db, today=TODAY)
    assert (made.service_id, made.buddy_id, made.note) == (poor.id, good.id, "Asked for by the home")
    assert made.reasons.startswith("Rated Good overall")
    assert page.current is page.pairs and page.pairs.pane.table.current_key == made.id
    page.turn_to("Buddy finder", "")
    assert page.finder.services.row(0)[4] == "Larkmeadow House"
    assert (
        "In a pair with it already" not in said(page.finder)
        and page.finder.candidates.model.count().number == 0
    )


def test_a_buddy_is_sought_for_any_service_and_on_a_theme(
    page: GoodPracticePage, good: Service, qtbot: QtBot
) -> None:
    page.turn_to("Buddy finder", "")
    run(page, "look")
    dialog = dialog_over(page, LookForBuddy)
    fill(dialog, service=Pick(good.id, good.name), theme="Nutrition")
    dialog.submit()
    gone(qtbot, dialog)
    assert page.finder.service_id == good.id
    assert page.finder.candidates.heading.text().startswith("Larkmeadow House: 0 of 1 other service")
    assert "on “Nutrition”" in said(page.finder)
    found = page.finder.candidates.found
    assert found is not None and found.counts == {WhyNot.NOT_WELL_RATED: 1}


def test_the_reach_is_set(page: GoodPracticePage, desk: Desk, qtbot: QtBot) -> None:
    page.turn_to("Buddy finder", "")
    run(page, "limits")
    dialog = dialog_over(page, SetLimits)
    fill(dialog, miles=30, most_pairs=1)
    dialog.submit()
    gone(qtbot, dialog)
    assert buddy_limits(desk.db) == BuddyLimits(30, 1)


# --- pairs ------------------------------------------------------------------------------------------------


def test_meetings_are_logged_put_right_and_the_pair_ended(
    page: GoodPracticePage, desk: Desk, pair: Pair, qtbot: QtBot
) -> None:
    page.show_row(pair.id)
    assert "Not met for 3 months" in said(page.pairs)
    run(page, "log_meeting")
    dialog = dialog_over(page, LogMeeting)
    fill(dialog, met_on=date(2026, 3, 5))
    dialog.submit()
    assert "is after 4 March 2026" in dialog.form.rows["met_on"].sentence
    fill(dialog, met_on=date(2026, 3, 3), how=MetHow.CALL)
    dialog.submit()
    gone(qtbot, dialog)
    assert "Met once, on 3 March 2026." in said(page.pairs)
    (meeting,) = pairs(desk.db, today=TODAY)[0].meetings
    page.pairs.acts.edit_meeting(meeting.id)
    again = dialog_over(page, LogMeeting)
    fill(again, remove=True)
    again.submit()
    gone(qtbot, again)
    assert "Has not met yet." in said(page.pairs)
    run(page, "edit_pair")
    changing = dialog_over(page, AgreePair)
    fill(changing, note="By telephone")
    changing.submit()
    gone(qtbot, changing)
    run(page, "end_pair")
    ending = dialog_over(page, EndPair)
    fill(ending, reason="The manager left")
    ending.submit()
    gone(qtbot, ending)
    (held,) = pairs(desk.db, today=TODAY)
    assert (held.note, held.ended_on, held.end_reason) == ("By telephone", TODAY, "The manager left")
    assert "log_meeting" not in ready(page)
    run(page, "end_pair")
    assert pairs(desk.db, today=TODAY)[0].ended_on is None


# --- the page ---------------------------------------------------------------------------------------------


def test_only_what_belongs_to_the_side_shown_can_be_done(
    page: GoodPracticePage, pair: Pair, shared: Practice
) -> None:
    found = {}
    for side, key in ((page.practices, shared.id), (page.finder, ""), (page.pairs, pair.id)):
        page.turn_to(side.tab, key)
        said(side)
        found[side.tab] = ready(page)
        assert page.status_text() and page.current.row_for_history()[1]
    assert found["Practices"] == {"edit_practice", "consent", "archive_practice", "practice_provider"}
    assert {"look", "limits", "open_service"} <= found["Buddy finder"]
    assert found["Pairs"] == {"log_meeting", "edit_pair", "end_pair", "pair_service"}


def test_the_register_says_who_is_a_buddy_and_what_was_shared(
    desk: Desk, pair: Pair, poor: Service, good: Service, shared: Practice
) -> None:
    gone_to: list[tuple[str, str]] = []

    def go(page: str, key: str) -> None:
        gone_to.append((page, key))

    (helped,) = buddy_sections(desk.db, poor.id, TODAY, go)
    (helping,) = buddy_sections(desk.db, good.id, TODAY, go)
    assert helped.table is not None and helping.table is not None
    assert (helped.table.rows[0][:2], helping.table.rows[0][:2]) == (
        ("Larkmeadow House", "Its buddy"), ("Elm Lodge", "Helped by it"),
    )  # fmt: skip
    assert [one.label for one in helped.actions] == ["Find a buddy"] and not helping.actions
    helped.actions[0].run()
    assert gone_to == [("good_practice", poor.id)]
    assert buddy_sections(desk.db, rated(desk, "Ash", Rating.GOOD).id, TODAY, go) == ()
    (told,) = shared_sections(desk.db, good.provider_id, go)
    assert told.keys == [shared.id] and shared_sections(desk.db, poor.provider_id, go) == ()


def test_each_side_can_be_heard(page: GoodPracticePage, window: MainWindow, pair: Pair) -> None:
    for side in page.sides:
        page.turn_to(side.tab, "")
        QApplication.processEvents()
        assert audit(window) == []


@pytest.mark.parametrize(
    ("tab", "name"),
    [
        ("Practices", "note"), ("Practices", "edit_practice"), ("Practices", "consent"), ("Buddy finder", "look"),
        ("Buddy finder", "limits"), ("Pairs", "log_meeting"), ("Pairs", "edit_pair"), ("Pairs", "end_pair"),
        ("Pairs", "row_history"),
    ],
)  # fmt: skip
def test_every_dialog_can_be_heard_and_is_let_go(
    page: GoodPracticePage, pair: Pair, shared: Practice, qtbot: QtBot, tab: str, name: str
) -> None:
    page.turn_to(tab, {"Practices": shared.id, "Pairs": pair.id}.get(tab, ""))
    run(page, name)
    dialog = dialog_over(page, QDialog)
    assert audit(dialog) == []
    dialog.reject()
    gone(qtbot, dialog)


def test_an_empty_file_says_what_comes_next_on_each_side(desk: Desk, qtbot: QtBot) -> None:
    window = make_window(desk, qtbot)
    window.show_page("good_practice")
    page = window.page("good_practice")
    assert isinstance(page, GoodPracticePage)
    words = []
    for side in page.sides:
        page.turn_to(side.tab, "")
        QApplication.processEvents()
        words += [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "No good practice is noted yet. What works at one provider may help another." in words
    assert "No service of the register is rated Inadequate or Requires improvement." in words
    assert "No services are buddies yet. The finder says who could help whom, and why." in words
