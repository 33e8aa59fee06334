"""The whole window over the sample county, every page and every dialog: names, keys, sizes, and nothing cut off."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from time import monotonic

import pytest
import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from awards.nominations.alike import alike_nominees, alike_voices
from desktop.dialogs.feedback.coding import NameTheme
from desktop.dialogs.feedback.question import WriteQuestion
from desktop.dialogs.funding.claim_files import ClaimColumns, OfWhom
from desktop.office import Office
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.nominations_side import NominationsSide
from desktop.pages.awards.panel_lists import CONFLICTS, MATRIX, PANEL
from desktop.pages.awards.panel_side import PanelSide
from desktop.pages.events.forums import ForumsPage
from desktop.pages.feedback.feedback_view import FeedbackView
from desktop.pages.funding.claims_lists import WORKLISTS
from desktop.pages.funding.claims_side import ClaimsSide
from desktop.pages.funding.funding import FundingPage
from desktop.pages.funding.funds_side import FundsSide
from desktop.pages.funding.projects_menu import APPRENTICES, PROJECTS, REPORTS
from desktop.pages.funding.projects_side import ProjectsSide
from desktop.pages.funding.rulebook_side import RulebookSide
from desktop.pages.funding.unclaimed_side import UnclaimedSide
from desktop.pages.good_practice.good_practice import GoodPracticePage
from desktop.pages.online.online_view import OnlineView
from desktop.pages.reach.reach import ReachPage
from desktop.pages.survey.action_plan_side import ActionPlanSide
from desktop.pages.survey.answers_side import AnswersSide
from desktop.pages.survey.changes_side import ChangesSide
from desktop.pages.survey.funnel_side import FunnelSide
from desktop.pages.survey.questionnaire_side import QuestionnaireSide
from desktop.pages.survey.results_side import ResultsSide
from desktop.pages.survey.survey import SurveyPage
from desktop.pages.survey.waves_side import WavesSide
from desktop.pages.survey.words_side import WordsSide
from desktop.pages.training.courses_side import CoursesSide
from desktop.pages.training.learners_side import LearnersSide
from desktop.pages.training.matrix_side import MatrixSide
from desktop.pages.training.packages_menu import LISTS
from desktop.pages.training.packages_side import PackagesSide
from desktop.pages.training.records_side import RecordsSide
from desktop.pages.training.sessions_side import SessionsSide
from desktop.pages.training.training import TrainingPage
from desktop.shell.actions import ActionItem
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.look import Theme
from desktop.shell.looks.style import apply_style
from desktop.shell.settings import Settings
from engagement.forums.feedback.checking import check
from engagement.forums.feedback.mapping import suggest
from engagement.forums.vocabulary import EventKind
from resources.files.forms.forms_file import read_forms_file
from tests.desktop.pages.survey import answers_files
from tests.engagement.forums.online.online_files import teams, write
from tests.journeys.window_audit import HEIGHT, WIDTH, faults, not_reached
from tests.resources.files.forms import made_forms as forms
from workforce.funding.claims.claims import claims
from workforce.funding.claims.files.reading import read as read_claims
from workforce.funding.funds.funds import funds
from workforce.funding.vocabulary import ClaimStatus
from workforce.training.records_file import read_records_file
from workforce.training.records_file_checking import Choices

_ELSEWHERE = ("go_", "theme_", "text_", "copy", "side_")
_NOT_DIALOGS = {
    "archive", "back_up", "import", "leave_sample", "people", "quit", "redo", "restore", "restore_row", "sample",
    "undo", "close", "cancel", "meeting", "archive_practice", "practice_provider", "open_buddy", "open_service",
    "pair_service", "archive_wave", "wave_as_now", "leave_out", "call_break", "undecided", "question_up",
    "question_down", "retire_question", "remove_question", "drop_asked", "rule_up",
    "rule_down", "course_archive", "course_usual", "learner_archive",
    "matrix_open", "package_archive", "offer_reopen", "record_file",
    "learner_file", "lock_register", "iwork_lock", "iwork_back_up", "iwork_check", "employer_close",
    "employer_interests", "person_name", "carving_choose", "carving_back", "carving_remove", "todo_go", "todo_done",
    "todo_again", "todo_remove", "limit_remove",
    "taster_remove", "post_open", "post_match", "iwork_base_remove", "lens",
}  # fmt: skip
"""Actions that open nothing, or change what the dialogs of the others are about."""
_TURNS, _PATIENCE_S = 12, 0.7


@pytest.fixture(params=[1.0, 2.0], ids=["text at 100 %", "text at 200 %"])
def window(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, county_file: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:  # fmt: skip
    """The window as the program opens it, on a small screen."""
    monkeypatch.setenv("PROVIDER_DESK_HOME", str(tmp_path / "home"))
    for asking in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, asking, lambda *_args, **_more: ("", ""))
    room = QRect(0, 0, WIDTH, HEIGHT)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: room)
    apply_style(qapp, Theme.LIGHT, text_scale=request.param)
    office = Office(Settings(tmp_path))
    office.open(county_file)
    assert office.window is not None
    office.window.resize(WIDTH, HEIGHT)
    qtbot.waitExposed(office.window).__enter__()
    yield office.window
    office.quit()
    apply_style(qapp, Theme.LIGHT, text_scale=1.0)


def settled(qtbot: QtBot, find: Callable[[], list[str]]) -> list[str]:
    """What is still wrong when the layout has come to rest; a busy computer gets as many turns as a quick one."""
    found: list[str] = []
    turns, began = count(1), monotonic()

    def rests() -> bool:
        found[:] = find()
        return not found or (next(turns) >= _TURNS and monotonic() - began > _PATIENCE_S)

    qtbot.waitUntil(rests, timeout=60_000)
    return found


def page_keys(window: MainWindow) -> list[str]:
    return [
        item.action.name.removeprefix("go_")
        for item in window.items_now()
        if item.action.name.startswith("go_")
    ]


def in_words(found: dict[str, list[str]]) -> list[str]:
    return [f"{place}: {fault}" for place, faults_there in found.items() for fault in faults_there]


def test_no_page_has_a_fault(window: MainWindow, qtbot: QtBot) -> None:
    found: dict[str, list[str]] = {}
    for key in page_keys(window):
        window.show_page(key)
        found[key] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    people = window.page("forums")
    assert isinstance(people, ForumsPage)
    window.show_page("forums")
    for view in people.room.views:
        people.show_side(type(view))
        found[f"{view.tab} of a forum"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    practice = window.page("good_practice")
    assert isinstance(practice, GoodPracticePage)
    window.show_page("good_practice")
    for one in practice.sides:
        practice.turn_to(one.tab, "")
        found[f"{one.tab} of good practice"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    assert not in_words(found), "\n".join(in_words(found))


def test_no_view_of_the_reach_page_has_a_fault(window: MainWindow, qtbot: QtBot) -> None:
    found: dict[str, list[str]] = {}
    window.show_page("reach")
    page = window.page("reach")
    assert isinstance(page, ReachPage)
    for at in range(page.views.tabs.count()):
        page.views.tabs.setCurrentIndex(at)
        found[page.views.name] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    assert len(found) == page.views.tabs.count()
    assert not in_words(found), "\n".join(in_words(found))


def test_no_figures_of_the_survey_have_a_fault(window: MainWindow, qtbot: QtBot) -> None:
    found: dict[str, list[str]] = {}
    window.show_page("survey")
    page = window.page("survey")
    assert isinstance(page, SurveyPage)
    for side in (ResultsSide, FunnelSide, ChangesSide):
        page.turn_to(side.tab, "")
        found[f"{side.tab} of the survey"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    page.turn_to(ResultsSide.tab, "")
    results = page.current
    assert isinstance(results, ResultsSide)
    for entry in results.list.entries[:6]:
        results.list.go_to(entry.key)
        found[f"{entry.words} of the results"] = settled(qtbot, lambda: faults(window))
    results.split.field.show_answer("district")
    found["A question by district"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    assert not in_words(found), "\n".join(in_words(found))


def test_the_words_and_the_plan_of_the_survey_have_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    found: dict[str, list[str]] = {}
    window.show_page("survey")
    page = window.page("survey")
    assert isinstance(page, SurveyPage)
    words = next(one for one in page.sides if isinstance(one, WordsSide))
    page.turn_to(words.tab, "")
    for what in ("Themes", "Quotes", "Texts"):
        words.show_what.show_answer(what)
        words.focus_first()
        found[what] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    asked = [words.menu.acts.code, words.menu.codes.keep]
    _audit_dialogs(window, qtbot, asked, found)
    plan = next(one for one in page.sides if isinstance(one, ActionPlanSide))
    page.turn_to(plan.tab, "")
    plan.plan.pane.table.go_to_first()
    found["Actions of the plan"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    acts = plan.menu.acts
    _audit_dialogs(window, qtbot, [acts.add, acts.edit, acts.drop, acts.remove], found)
    plan.show_what.show_answer("Practices")
    plan.practices.pane.table.go_to_first()
    found["Practices"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    keep, forum = plan.library.acts, plan.library.forum
    asked = [keep.add, keep.edit, keep.keep_uses, keep.keep_archived, forum.put_on_agenda]
    _audit_dialogs(window, qtbot, asked, found)
    assert len(found) > 12
    assert not in_words(found), "\n".join(in_words(found))


def test_what_is_not_claimed_has_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    found: dict[str, list[str]] = {}
    window.show_page("funding")
    page = window.page("funding")
    assert isinstance(page, FundingPage)
    side = next(one for one in page.sides if isinstance(one, UnclaimedSide))
    for what in ("services", "fund", "district", "decisions"):
        side.view.show_answer(what)
        side._turn()
        side.focus_first()
        found[f"Not claimed, {what}"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    side.view.show_answer("services")
    side._turn()
    side.focus_first()
    row, acts = side.chosen(), side.menu.acts
    if row is not None:
        asked = [partial(acts.note, row), partial(acts.letters, [row]), partial(acts.invite, [row])]
        _audit_dialogs(window, qtbot, asked, found)
    assert not in_words(found), "\n".join(in_words(found))


def _audit_dialogs(
    window: MainWindow, qtbot: QtBot, asked: Sequence[Callable[[], object]], found: dict[str, list[str]]
) -> None:
    for ask in asked:
        before = set(_open_windows(window))
        ask()
        (dialog,) = set(_open_windows(window)) - before
        words = f"{type(dialog).__name__} “{dialog.windowTitle()}”"
        found[words] = settled(qtbot, lambda one=dialog: faults(one)) + not_reached(dialog)
        _close(dialog, qtbot)


def test_taking_survey_answers_in_has_no_fault(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.show_page("survey")
    page = window.page("survey")
    assert isinstance(page, SurveyPage)
    side = next(one for one in page.sides if isinstance(one, AnswersSide))
    page.turn_to(side.tab, "")
    found: dict[str, list[str]] = {}
    acts, files = side.actions_list.acts, side.actions_list.files
    double = next(key for key in side.shown.lines if side.shown.duplicates_of(key))
    side.show_row(double)
    for ask in (acts.type_in, acts.change_answer, acts.ask_whose, acts.count_one):
        before = set(_open_windows(window))
        ask()
        (dialog,) = set(_open_windows(window)) - before
        found[type(dialog).__name__] = settled(qtbot, lambda one=dialog: faults(one)) + not_reached(dialog)
        _close(dialog, qtbot)
    names = [line.who.partition(",")[0] for line in list(side.shown.lines.values())[:6]]
    wrong = ["Extra", *answers_files.answers(7, names[0])]
    path = answers_files.microsoft(
        tmp_path / "form.csv", [*names, f"{names[1]} Hse", "Nobody Hall"], more=[wrong]
    )
    files.begin(path)
    qtbot.waitUntil(lambda: files.wizard.draft is not None)
    for place, name in enumerate(("columns", "words", "whose", "preview")):
        files.wizard.step_asked.emit(place)
        qtbot.waitUntil(lambda at=place: files.wizard.at == at)
        found[name] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    files.wizard.go_on()
    assert len(found) == 8
    assert not in_words(found), "\n".join(in_words(found))


def test_no_dialog_has_a_fault(window: MainWindow, qtbot: QtBot) -> None:
    found: dict[str, list[str]] = {}
    for key in page_keys(window):
        window.show_page(key)
        _try_actions(window, qtbot, found)
    practice = window.page("good_practice")
    assert isinstance(practice, GoodPracticePage)
    window.show_page("good_practice")
    for side in practice.sides:
        practice.turn_to(side.tab, "")
        _try_actions(window, qtbot, found)
    window.show_page("forums")
    people = window.page("forums")
    assert isinstance(people, ForumsPage)
    for view in people.room.views:
        people.show_side(type(view))
        _try_actions(window, qtbot, found)
    assert len(found) > 20
    assert not in_words(found), "\n".join(in_words(found))


def test_the_waves_and_the_questionnaire_of_the_survey_have_no_fault(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("survey")
    page = window.page("survey")
    assert isinstance(page, SurveyPage)
    found: dict[str, list[str]] = {}
    page.turn_to(WavesSide.tab, "")
    waves = page.current
    assert isinstance(waves, WavesSide)
    for view in waves.views:
        waves.tabs.turn_to(view)
        view.pane.table.go_to_first()
        found[view.tab] = settled(qtbot, lambda: faults(window)) + not_reached(window)
        _try_actions(window, qtbot, found)
    page.turn_to(QuestionnaireSide.tab, "")
    _try_actions(window, qtbot, found)
    assert {"Plan a wave", "Add a question", "Change a question"} <= {
        words.split("“")[-1][:-1] for words in found
    }
    assert not in_words(found), "\n".join(in_words(found))


def test_funds_and_their_money_have_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("funding")
    page = window.page("funding")
    assert isinstance(page, FundingPage)
    page.turn_to(FundsSide.tab, "")
    side = page.current
    assert isinstance(side, FundsSide)
    found: dict[str, list[str]] = {}
    side.pane.table.go_to_first()
    found[side.tab] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    _try_actions(window, qtbot, found)
    assert {"Add a fund", "Allocate", "Move money", "Spend", "Archived funds"} <= {
        words.split("“")[-1][:-1] for words in found
    }
    assert not in_words(found), "\n".join(in_words(found))


def test_projects_and_reports_to_funders_have_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("funding")
    page = window.page("funding")
    assert isinstance(page, FundingPage)
    page.turn_to(ProjectsSide.tab, "")
    side = page.current
    assert isinstance(side, ProjectsSide)
    found: dict[str, list[str]] = {}
    held, owed, team = side.menu.projects, side.menu.reports, side.menu.apprentices
    asked = {
        PROJECTS: [held.add, held.edit, held.levels.record, held.keep_archived,
                   *(partial(held.list_kept, kind) for kind in held.kinds),
                   *(partial(held.add_kept, kind) for kind in held.kinds)],
        REPORTS: [owed.add, owed.edit, owed.submit, owed.skip, owed.remove],
        APPRENTICES: [team.add, team.edit, team.say_status, team.remove],
    }  # fmt: skip
    for what, acts in asked.items():
        side.show_what.show_answer(what)
        side.focus_first()
        found[f"Projects, {what}"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
        _audit_dialogs(window, qtbot, acts, found)
    papers = page.report_acts
    documents = [papers.ask_summary, papers.ask_sections, papers.ask_workbook, papers.ask_awards]
    _audit_dialogs(window, qtbot, documents, found)
    assert not in_words(found), "\n".join(in_words(found))


def test_claims_and_their_steps_have_no_fault(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.show_page("funding")
    page = window.page("funding")
    assert isinstance(page, FundingPage)
    page.turn_to(ClaimsSide.tab, "")
    side = page.current
    assert isinstance(side, ClaimsSide)
    found: dict[str, list[str]] = {}
    for what in WORKLISTS:
        side.show_what.show_answer(what)
        side.show_what.changed.emit()
        side.focus_first()
        found[f"Claims, {what}"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    acts, steps, papers, db = side.menu.acts, side.menu.steps, side.menu.papers, side._desk.db

    def at(status: ClaimStatus, *asked: Callable[[], object]) -> None:
        side.show_row(claims(db, status=status)[-1].id)
        _audit_dialogs(window, qtbot, asked, found)

    at(ClaimStatus.DRAFT, acts.add, acts.edit, acts.remove, steps.submit, papers.note_evidence)
    at(ClaimStatus.SUBMITTED, steps.approve, steps.decline, steps.request_changes)
    at(ClaimStatus.APPROVED_BY_FINANCE, steps.pay, steps.payment_failed)
    path = tmp_path / "claims.csv"
    path.write_text(
        "Family Name,Qualification,Value Claimed\nInvented,First aid,60\nOther,First aid,6.000,00\n"
    )
    list_of = read_claims(path)
    of = OfWhom(path, funds(db)[0].id, 2019, "")
    _audit_dialogs(
        window, qtbot,
        [partial(papers.ask, path), lambda: ClaimColumns("claims.csv", list_of.header, side).open(),
         partial(papers._show, of, list_of)],
        found,
    )  # fmt: skip
    assert len(found) == len(WORKLISTS) + 13
    assert not in_words(found), "\n".join(in_words(found))


def test_the_panel_of_the_awards_has_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("awards")
    page = window.page("awards")
    assert isinstance(page, AwardsPage)
    page.turn_to(PanelSide.tab, "")
    side = page.current
    assert isinstance(side, PanelSide)
    found: dict[str, list[str]] = {}
    people, giving, rulings = side.people, side.giving, side.rulings
    asked = {
        PANEL: [people.add, people.edit, people.declare, people.declare_none, people.stand_down_or_back, giving.plan],
        MATRIX: [giving.give, giving.stand_aside, rulings.rule],
        CONFLICTS: [rulings.rule],
    }  # fmt: skip
    for what, acts in asked.items():
        side.show_what.show_answer(what)
        side.focus_first()
        found[f"Panel, {what}"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
        _audit_dialogs(window, qtbot, acts, found)
    assert not in_words(found), "\n".join(in_words(found))


def test_courses_learners_and_sessions_have_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("training")
    page = window.page("training")
    assert isinstance(page, TrainingPage)
    found: dict[str, list[str]] = {}
    for side in (CoursesSide, LearnersSide, SessionsSide):
        page.turn_to(side.tab, "")
        found[side.tab] = settled(qtbot, lambda: faults(window)) + not_reached(window)
        _try_actions(window, qtbot, found)
    sessions = page.current
    assert isinstance(sessions, SessionsSide)
    late = sessions._desk.db.value(
        "select id from training_session where status = 'planned' order by starts_at limit 1"
    )
    sessions.show_row(late)
    booked = sessions._desk.db.value("select id from booking where session_id = ? limit 1", (late,))
    acts = sessions.bookings
    _audit_dialogs(window, qtbot, [acts.take_attendance, partial(acts.open_booking, booked)], found)
    assert {"Add a course", "Add a learner", "Plan a session", "Book a learner"} <= {
        words.split("“")[-1][:-1] for words in found
    }
    assert not in_words(found), "\n".join(in_words(found))


def test_the_matrix_records_and_learning_packages_have_no_fault(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.show_page("training")
    page = window.page("training")
    assert isinstance(page, TrainingPage)
    found: dict[str, list[str]] = {}
    for side in (MatrixSide, RecordsSide, PackagesSide):
        page.turn_to(side.tab, "")
        found[side.tab] = settled(qtbot, lambda: faults(window)) + not_reached(window)
        _try_actions(window, qtbot, found)
    packages = page.current
    assert isinstance(packages, PackagesSide)
    for what in LISTS[1:]:
        packages.show_what.show_answer(what)
        packages.reload()
        found[what] = settled(qtbot, lambda: faults(window)) + not_reached(window)
        if what == LISTS[1]:
            _audit_dialogs(window, qtbot, [packages.acts.edit, packages.acts.remove], found)
    page.turn_to(RecordsSide.tab, "")
    records = page.current
    assert isinstance(records, RecordsSide)
    path = tmp_path / "training.csv"
    path.write_text(
        "Course,Completed,People\nFire safty,13/02/2019,3\nBaking,13/02/2019,3\n", encoding="utf-8"
    )
    file = records.files._check(read_records_file(path), Choices())
    _audit_dialogs(
        window, qtbot, [lambda: records.files._decide(file), lambda: records.files._show(file)], found
    )
    assert not in_words(found), "\n".join(in_words(found))


def test_the_rulebook_has_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("funding")
    page = window.page("funding")
    assert isinstance(page, FundingPage)
    page.turn_to(RulebookSide.tab, "")
    side = page.current
    assert isinstance(side, RulebookSide)
    side.focus_first()
    found: dict[str, list[str]] = {side.tab: settled(qtbot, lambda: faults(window)) + not_reached(window)}
    _try_actions(window, qtbot, found)
    asked = [words.split("“")[-1] for words in found]
    for one in (
        "Add a rule",
        "Change rule",
        "Try a provider",
        "Start from a known fund",
        "End the rule",
        "Remove rule",
    ):
        assert any(words.startswith(one) for words in asked), one
    assert not in_words(found), "\n".join(in_words(found))


def test_the_review_of_an_online_meeting_has_no_fault(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.show_page("forums")
    page = window.page("forums")
    assert isinstance(page, ForumsPage)
    page.pane.table.go_to_first()
    page.show_side(OnlineView)
    view = page.room.side(OnlineView)
    day = "13/11/2019, "
    joins = [(f"{name} Newcomer", f"{day}10:00:00", f"{day}11:00:00", "", "a.long.address@example.org")
             for name in ("Nia", "Ned")]  # fmt: skip
    rows = teams(joins, joins, title="Another meeting", starts=joins[0][1], ends=joins[0][2])
    view.begin(write(tmp_path / "attendance.csv", rows))
    qtbot.waitUntil(lambda: view.panel.review is not None)
    found = {"review": settled(qtbot, lambda: faults(window))}
    for ask in (view.choices.ask_newcomer, view.choices.ask_contact, view.choices.ask_same):
        before = set(_open_windows(window))
        ask()
        (dialog,) = set(_open_windows(window)) - before
        found[type(dialog).__name__] = settled(qtbot, lambda one=dialog: faults(one)) + not_reached(dialog)
        _close(dialog, qtbot)
    assert len(found) == 4
    assert not in_words(found), "\n".join(in_words(found))


def test_the_feedback_of_a_forum_has_no_fault(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.show_page("forums")
    page = window.page("forums")
    assert isinstance(page, ForumsPage)
    view = page.room.side(FeedbackView)
    key = view._desk.db.value(
        "select event_id from feedback_response join event on event.id = event_id order by starts_at desc limit 1"
    )
    page.show_side(FeedbackView, key)
    view.focus_first()
    found = {"feedback": settled(qtbot, lambda: faults(window)) + not_reached(view)}
    file = read_forms_file(forms.microsoft_csv(tmp_path / "form.csv"))
    uses = suggest(view._desk.db, file, EventKind.PROVIDER_FORUM)
    checked = check(view._desk.db, key, file, uses)
    asked: tuple[Callable[[], object], ...] = (
        view.menu.type_in, view.menu.code, view.menu.change_response, view.menu.questions.keep, view.menu.themes.keep,
        partial(view.menu.forms._have_read, key, file), partial(view.menu.forms._show, checked),
        WriteQuestion(None, window).open, NameTheme("", window).open,
    )  # fmt: skip
    for number, ask in enumerate(asked):
        before = set(_open_windows(window))
        ask()
        (dialog,) = set(_open_windows(window)) - before
        words = f"{number} {type(dialog).__name__}"
        found[words] = settled(qtbot, lambda one=dialog: faults(one)) + not_reached(dialog)
        _close(dialog, qtbot)
    assert len(found) == 1 + len(asked)
    assert not in_words(found), "\n".join(in_words(found))


def test_nominations_have_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("awards")
    page = window.page("awards")
    assert isinstance(page, AwardsPage)
    page.turn_to(NominationsSide.tab, "")
    side = page.current
    assert isinstance(side, NominationsSide)
    found = {side.tab: settled(qtbot, lambda: faults(window)) + not_reached(window)}
    _try_actions(window, qtbot, found)
    db, round_id = side._desk.db, page.chosen.key
    nominees, voices = alike_nominees(db, round_id)[0], alike_voices(db, round_id)[0]
    two_voices = next(key for (key,) in db.rows("select entry_id from nomination where status = 'duplicate'"))
    acts, steps = side.menu.voices, side.menu.steps
    asked = [
        partial(side.menu.alike._show, nominees), partial(side.menu.alike._show, voices),
        partial(acts.edit, voices.one.id), steps.duplicate, steps.count_again, steps.answered, steps.bring_back,
    ]  # fmt: skip
    side.show_row(str(two_voices))
    _audit_dialogs(window, qtbot, asked, found)
    assert not in_words(found), "\n".join(in_words(found))


def _try_actions(window: MainWindow, qtbot: QtBot, found: dict[str, list[str]]) -> None:
    page = window.shown
    for item in window.items_now():
        if item.isEnabled() and _may_ask(item):
            before = set(_open_windows(window))
            item.trigger()
            for opened in set(_open_windows(window)) - before:
                words = f"{type(opened).__name__} “{opened.windowTitle()}”"
                if opened.isFullScreen():  # of this screen, and not of the smallest
                    opened.showNormal()
                    opened.resize(WIDTH, HEIGHT)
                if words not in found:
                    found[words] = settled(qtbot, lambda one=opened: faults(one)) + not_reached(opened)
                _close(opened, qtbot)
            assert window.shown == page, item.action.name


def _may_ask(item: ActionItem) -> bool:
    name = item.action.name
    return name not in _NOT_DIALOGS and not name.startswith(_ELSEWHERE)


def _open_windows(window: QWidget) -> list[QWidget]:
    kinds = QDialog | QMainWindow
    return [
        one
        for one in QApplication.topLevelWidgets()
        if one.isVisible() and one is not window and isinstance(one, kinds)
    ]


def _close(opened: QWidget, qtbot: QtBot) -> None:
    if isinstance(opened, QDialog):
        QDialog.reject(opened)
    else:
        opened.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(opened) or not opened.isVisible())
