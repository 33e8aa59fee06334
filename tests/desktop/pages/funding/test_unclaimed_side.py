"""Money not claimed on the funding page: the list, its sums, the call list, letters, invitations, past decisions."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.funding.approach import NoteApproach
from desktop.dialogs.funding.unclaimed_letters import WriteLetters
from desktop.dialogs.reach.invite_these import InviteThese
from desktop.pages.funding import unclaimed_reading
from desktop.pages.funding.funding import FundingPage
from desktop.pages.funding.unclaimed_side import DECISIONS, SERVICES, UnclaimedSide
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from desktop.widgets.tables.table import TableView
from engagement.forums.events import EventDraft, plan_event
from engagement.forums.vocabulary import EventKind
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import Rating
from resources.database import Database, history
from resources.report.document_text import passages
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words
from tests.workforce.funding.unclaimed.eligible import (
    NOW,
    TODAY,
    Eligible,
    claimed,
    county,
    home,
    manager,
    rule,
    worker,
)
from workforce.funding.decisions.keeping import decisions, keep_decision
from workforce.funding.funds.funds import set_fund_status
from workforce.funding.rulebook.deciding import decide
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.unclaimed.approaches import approaches
from workforce.funding.unclaimed.gathering import facts_of_services
from workforce.funding.vocabulary import AskedBy, FundStatus, Operator


@pytest.fixture
def held(desk: Desk) -> Eligible:
    made = county(desk.db)
    manager(desk.db, made.rosewood, service_id=made.rosewood_house, email="mina@example.org")
    worker(desk.db, made.rosewood, "Ada", made.rosewood_house)
    return made


def shown(desk: Desk, qtbot: QtBot) -> FundingPage:
    made = FundingPage(desk, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.show()
    made.reload()
    return made


@pytest.fixture
def page(desk: Desk, held: Eligible, qtbot: QtBot) -> FundingPage:
    return shown(desk, qtbot)


@pytest.fixture
def side(page: FundingPage) -> UnclaimedSide:
    found = page.current
    assert isinstance(found, UnclaimedSide)
    return found


def act(side: UnclaimedSide, name: str) -> None:
    """Run an action that can be run."""
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def ready(side: UnclaimedSide, name: str) -> bool:
    return next(one for one in side.actions_here() if one.name == name).ready()


def said(widget: QWidget) -> str:
    return "\n".join(words(widget))


def in_tables(widget: QWidget) -> str:
    """What stands in the small tables of a pane."""
    tables = [one.cells for one in widget.findChildren(TableView)]
    return "\n".join(str(row) for cells in tables for row in cells.all_rows())


def fill(dialog: QWidget, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)  # type: ignore[attr-defined]


def save_to(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def turn(side: UnclaimedSide, what: str) -> None:
    side.view.show_answer(what)
    side._turn()


# --- the list ---------------------------------------------------------------------------------------------------


def test_an_empty_file_says_what_comes_first(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    assert "No fund is held yet" in said(page)
    assert page.current.table() is None
    page.current.focus_first()
    page.current._pile.currentWidget().focusProxy().click()  # type: ignore[attr-defined]
    assert page.current.tab == "Funds"


def test_a_fund_that_takes_no_claims_says_why(desk: Desk, held: Eligible, qtbot: QtBot) -> None:
    set_fund_status(desk.db, held.fund.id, FundStatus.CLOSED)
    page = shown(desk, qtbot)
    assert "it takes no claims: its status is Closed." in said(page)


def test_who_is_eligible_stands_first_with_what_each_rule_found(side: UnclaimedSide) -> None:
    assert "Eligible and not claimed: up to £1,540 at 1 service of 1 provider" in said(side)
    side.focus_first()
    chosen = side.chosen()
    assert chosen is not None
    assert chosen.place.service == "Rosewood House"
    side.list._settling.catch_up()
    told = said(side.list.detail)
    for words_of in ("1 learner known × up to £1,540", "01632 960 001", "It is not rated Inadequate",
                     "The example portal"):  # fmt: skip
        assert words_of in told
    assert "Ada Example" in in_tables(side.list.detail)
    assert side.row_for_history() == ("service", chosen.place.service_id)
    assert side.status_text() == "2 rows"
    assert audit(side) == []


def test_what_needs_information_is_hidden_first_and_said(desk: Desk, held: Eligible, qtbot: QtBot) -> None:
    home(desk.db, "Third Example Homes", "Third House", Rating.GOOD)
    rule(desk.db, held.fund, "Care staff are employed", "employs_care_staff", Operator.IS, "yes")
    page = shown(desk, qtbot)
    side = page.current
    assert isinstance(side, UnclaimedSide)
    assert len(side.list.shown()) == 4  # nobody is eligible: nothing is hidden
    assert "Needs information" in said(side)


def test_sums_lead_to_their_services(side: UnclaimedSide) -> None:
    for by in ("fund", "item", "district", "officer"):
        turn(side, by)
        table = side.table()
        assert table is not None
        assert table.exempt is None  # it names nobody
        assert audit(side) == []
    turn(side, "district")
    side.sums.panes["district"].table.opened.emit("Ashfield")
    assert side.shows == SERVICES
    assert len(side.meant()) == 2


def test_the_list_follows_the_file(side: UnclaimedSide, desk: Desk, held: Eligible) -> None:
    claimed(desk.db, held, held.rosewood, service_id=held.rosewood_house)
    side.reload()
    assert [one.item for one in side.meant()] == [held.level_3]


def test_a_large_register_is_read_beside_the_window(
    desk: Desk, held: Eligible, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unclaimed_reading, "is_large", lambda db: True)
    page = shown(desk, qtbot)
    side = page.current
    assert isinstance(side, UnclaimedSide)
    assert "being held against the rules" in said(side)
    page.show_row(f"{held.level_2.id}:{held.rosewood_house}")
    qtbot.waitUntil(lambda: side.chosen() is not None)
    chosen = side.chosen()
    assert chosen is not None
    assert chosen.item == held.level_2


# --- what is made of it -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["calls.docx", "calls.xlsx"])
def test_the_call_list(
    side: UnclaimedSide, desk: Desk, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, tmp_path / name)
    act(side, "unclaimed_call_list")
    assert (tmp_path / name).is_file()
    if name.endswith("docx"):
        text = "\n".join(one.text for one in passages((tmp_path / name).read_bytes()))
        assert "Mina Example, Registered manager" in text
        assert "NOT FOR PUBLICATION" in text


def test_letters_are_noted(
    side: UnclaimedSide, desk: Desk, held: Eligible, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, tmp_path / "letters.docx")
    act(side, "unclaimed_letters")
    dialog = dialog_over(side, WriteLetters)
    assert "a letter to each of Rosewood Example Homes" in said(dialog)
    assert audit(dialog) == []
    dialog.submit()  # type: ignore[attr-defined]
    assert (tmp_path / "letters.docx").is_file()
    assert [one.how for one in approaches(desk.db)] == [AskedBy.LETTER]
    history.undo(desk.db)
    assert approaches(desk.db) == []


def test_an_invitation_to_a_forum(side: UnclaimedSide, desk: Desk, held: Eligible) -> None:
    starts = NOW.replace(day=20)
    draft = EventDraft(
        EventKind.PROVIDER_FORUM, "Example forum", starts, starts.replace(hour=11), place="Example Hall"
    )
    plan_event(desk.db, draft)
    act(side, "unclaimed_invite")
    dialog = dialog_over(side, InviteThese)
    dialog.invite()  # type: ignore[attr-defined]
    assert [one.outcome for one in approaches(desk.db)] == ["Invited to Example forum"]


def test_a_call_is_noted_put_right_and_removed(side: UnclaimedSide, desk: Desk, held: Eligible) -> None:
    side.focus_first()
    act(side, "unclaimed_note")
    dialog = dialog_over(side, NoteApproach)
    assert audit(dialog) == []
    fill(dialog, outcome="Will claim for two", again_on=TODAY.replace(day=1))
    dialog.submit()  # type: ignore[attr-defined]
    assert "Ask again on: 1 November 2019 is before 4 November 2019" in said(dialog)
    fill(dialog, again_on=TODAY.replace(day=20))
    dialog.submit()  # type: ignore[attr-defined]
    (noted,) = approaches(desk.db)
    assert (noted.outcome, noted.by) == ("Will claim for two", desk.db.who)
    side.reload()
    side.list._settling.catch_up()
    assert "Will claim for two" in in_tables(side.list.detail)
    row = side.chosen()
    assert row is not None
    side.menu.acts.edit_note(row, noted.id)
    changed = side.menu.acts._view.findChildren(NoteApproach)[-1]
    fill(changed, outcome="Will claim for three")
    changed.submit()
    assert [one.outcome for one in approaches(desk.db)] == ["Will claim for three"]
    side.reload()
    act(side, "unclaimed_note_remove")
    dialog_over(side, Question)._yes.click()  # type: ignore[attr-defined]
    assert approaches(desk.db) == []


def test_a_file_that_cannot_be_written_to_is_only_read(side: UnclaimedSide) -> None:
    side.is_current = False
    assert not ready(side, "unclaimed_note")
    assert not ready(side, "unclaimed_letters")


# --- past decisions ---------------------------------------------------------------------------------------------


def decided(db: Database, held: Eligible) -> str:
    facts = facts_of_services(db, fund_id=held.fund.id, on=TODAY, services=[held.rosewood_house])
    known = facts[held.rosewood_house]
    return keep_decision(
        db, decide(rules_of(db, held.fund.id), known, on=TODAY), known, fund_id=held.fund.id,
        provider_id=held.rosewood, service_id=held.rosewood_house, as_at=TODAY, now=NOW,
    ).id  # fmt: skip


def test_an_answer_is_kept_as_it_was_given(side: UnclaimedSide, desk: Desk) -> None:
    side.focus_first()
    act(side, "unclaimed_keep")
    assert [one.outcome.value for one in decisions(desk.db)] == ["eligible"]
    side.reload()
    turn(side, DECISIONS)
    assert "1 decision is kept, and each would be the same" in said(side)


def test_no_decision_is_kept_yet(side: UnclaimedSide) -> None:
    turn(side, DECISIONS)
    assert "No decision is kept yet" in said(side)
    assert side.table() is None


def test_a_rating_that_arrives_late_is_said_and_nothing_is_lost(
    side: UnclaimedSide, desk: Desk, held: Eligible
) -> None:
    key = decided(desk.db, held)
    record_rating(desk.db, held.rosewood_house, Rating.INADEQUATE, TODAY.replace(day=1), today=TODAY)
    side.reload()
    side.show_row(key)
    assert side.shows == DECISIONS
    assert "1 past decision would come out differently with what is known today." in said(side)
    side.decisions._settling.catch_up()
    told = said(side.decisions.detail)
    assert "overall CQC rating was known as Good and is now known as Inadequate" in told
    assert side.row_for_history() == ("eligibility_decision", key)
    assert audit(side) == []
    act(side, "decision_again")
    dialog_over(side, Question)._yes.click()  # type: ignore[attr-defined]
    assert [one.outcome.value for one in decisions(desk.db)] == ["not_eligible", "eligible"]
    side.reload()
    assert not ready(side, "decision_again")
