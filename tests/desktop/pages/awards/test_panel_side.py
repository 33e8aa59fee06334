"""The side Panel: members and their interests, nominees given to judges, conflicts settled."""

from datetime import date
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from awards.exempt import EXEMPTION
from awards.judging.assignments import assignments, assignments_of
from awards.judging.interests import declare_none, interests, interests_of
from awards.judging.panel import Member, member, members
from awards.judging.panel_categories import categories_of, set_categories
from awards.judging.planning import assign_panel
from awards.judging.ruled import rulings
from awards.nominations.entries import Entry
from awards.vocabulary import AssignmentStatus, InterestKind, PanelRole, RoundPhase
from desktop.dialogs.awards.judging import HAS, HAS_NOT, OTHER, ChooseJudge, PlanPanel, RuleOnConflict
from desktop.dialogs.awards.panel import NOMINEE, PROVIDER, WORDS, GiveReason, WriteInterest, WriteMember
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.panel_lists import CONFLICTS, MATRIX, PANEL
from desktop.pages.awards.panel_side import PanelSide
from desktop.shell.page import Desk
from desktop.widgets.forms.fields import Pick, PickField
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.question import Question
from engagement.register.contacts import add_contact
from engagement.register.vocabulary import ContactRole
from resources.database import Database, change, history
from resources.problem import Problem
from tests.awards.gala import TODAY, Gala
from tests.desktop.accessibility import audit
from tests.desktop.pages.awards.awards_desk import page_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words

D = TypeVar("D", bound=FormDialog)


@pytest.fixture
def gala(desk: Desk) -> Gala:
    return Gala(desk.db)


@pytest.fixture
def page(desk: Desk, gala: Gala, qtbot: QtBot) -> AwardsPage:
    return page_at(desk, qtbot, PanelSide)


@pytest.fixture
def side(page: AwardsPage) -> PanelSide:
    found = page.current
    assert isinstance(found, PanelSide)
    return found


def act(side: PanelSide, name: str) -> None:
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def ready(side: PanelSide, name: str) -> bool:
    return next(one for one in side.actions_here() if one.name == name).ready()


def said(widget: QWidget) -> str:
    return "\n".join(words(widget))


def fill(side: PanelSide, form: type[D], /, **answers: object) -> D:
    dialog = dialog_over(side, form)
    assert isinstance(dialog, form)
    assert audit(dialog) == []
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)
    return dialog


def submit(side: PanelSide, qtbot: QtBot, form: type[D], /, **answers: object) -> None:
    dialog = fill(side, form, **answers)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    side.reload()


def show(side: PanelSide, what: str) -> None:
    side.show_what.show_answer(what)
    side.reload()


def a_panel(db: Database, gala: Gala, *names: str) -> list[Member]:
    """Judges who declared that they have no interests."""
    panel = [gala.judge(name) for name in names]
    for one in panel:
        declare_none(db, one.id, on=TODAY)
    return panel


def nominees(gala: Gala, *names: str) -> list[Entry]:
    """Before the judges; nominated by Wren Specimen."""
    made = [gala.nominate(name) for name in names]
    gala.judging(*[one.id for one in made])
    return made


# --- the panel ------------------------------------------------------------------------------------------------


def test_an_empty_panel_begins_with_its_first_member(
    side: PanelSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    assert "Nobody is on the panel yet" in said(side)
    assert not ready(side, "panel_edit")
    act(side, "panel_add")
    dialog = fill(side, WriteMember, name="Ada Example", role=PanelRole.CHAIR, email="ada", most_entries=None)
    dialog.submit()
    assert "is not a whole address" in said(dialog)
    team = gala.category("Team").id
    submit(side, qtbot, WriteMember, email="ada@example.org", categories=[team])
    (made,) = members(desk.db, gala.round_id)
    assert (made.name, made.role, made.email, made.most_entries) == (
        "Ada Example", PanelRole.CHAIR, "ada@example.org", None,
    )  # fmt: skip
    assert categories_of(desk.db, made.id) == (team,)
    assert side.key == made.id
    assert "Not asked yet" in said(side.part)
    assert side.status_text() == "1 row"
    assert side.row_for_history() == ("panel_member", made.id)
    history.undo(desk.db)
    assert members(desk.db, gala.round_id) == []


def test_a_member_is_changed_and_nothing_changed_is_said(
    side: PanelSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    held = gala.judge("J. Smith", provider_id=gala.rosewood)
    side.reload()
    act(side, "panel_edit")
    submit(side, qtbot, WriteMember)
    assert member(desk.db, held.id) == held
    act(side, "panel_edit")
    submit(side, qtbot, WriteMember, most_entries=5, note="Half days", provider_id=None)
    changed = member(desk.db, held.id)
    assert (changed.most_entries, changed.note, changed.provider_id) == (5, "Half days", None)


def test_two_of_one_name_stand_with_their_numbers(side: PanelSide, gala: Gala) -> None:
    gala.judge("J. Smith")
    gala.judge("J. Smith")
    side.reload()
    table = side.table()
    assert table is not None
    assert [row[0] for row in table.rows] == ["Judge 1 – J. Smith", "Judge 2 – J. Smith"]
    assert table.exempt == EXEMPTION
    assert audit(side.window()) == []


def test_a_member_stands_down_with_a_reason_and_comes_back(
    side: PanelSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    held = gala.judge()
    side.reload()
    act(side, "panel_down")
    submit(side, qtbot, GiveReason, reason="Is ill")
    assert member(desk.db, held.id).stood_down_reason == "Is ill"
    assert "Stood down" in said(side.part)
    act(side, "panel_down")
    assert member(desk.db, held.id).stood_down_on is None


def test_somebody_of_the_register_is_chosen_among_the_people_of_their_provider(
    side: PanelSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    person = add_contact(desk.db, gala.rosewood, name="Ada Example", role=ContactRole.REGISTERED_MANAGER)
    act(side, "panel_add")
    dialog = fill(side, WriteMember, name="Ada Example")
    assert dialog.form.rows["contact_id"].isHidden()
    fill(side, WriteMember, provider_id=Pick(gala.rosewood, "Rosewood Example Homes"))
    dialog._offer()
    submit(side, qtbot, WriteMember, contact_id=person.id)
    (made,) = members(desk.db, gala.round_id)
    assert (made.provider_id, made.contact_id) == (gala.rosewood, person.id)
    act(side, "panel_edit")
    submit(side, qtbot, WriteMember)
    assert member(desk.db, made.id) == made


# --- interests ------------------------------------------------------------------------------------------------


def test_interests_are_declared_changed_and_removed(
    side: PanelSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    judge = gala.judge()
    ada = gala.nominate("Ada Example")
    side.reload()
    act(side, "panel_interest")
    dialog = fill(side, WriteInterest, kind=InterestKind.FAMILY, where=WORDS)
    dialog.submit()
    assert "Say in what the interest lies" in said(dialog)
    submit(side, qtbot, WriteInterest, words="Advises a home in Leeds")
    assert "look by hand: Jo Judge: Advises a home in Leeds" in side.stands.text()
    act(side, "panel_interest")
    submit(side, qtbot, WriteInterest, kind=InterestKind.FRIEND, where=NOMINEE,
           entry_id=Pick(ada.id, "Ada Example"))  # fmt: skip
    act(side, "panel_interest")
    rosewood = Pick(gala.rosewood, "Rosewood Example Homes")
    dialog = fill(side, WriteInterest, kind=InterestKind.EMPLOYER, where=PROVIDER, provider_id=rosewood)
    dialog._offer()
    submit(side, qtbot, WriteInterest, service_id=gala.house, on=date(2026, 8, 1))
    held = {one.kind: one for one in interests_of(desk.db, judge.id)}
    assert (held[InterestKind.EMPLOYER].service_id, held[InterestKind.EMPLOYER].declared_on) == (
        gala.house, date(2026, 8, 1),
    )  # fmt: skip
    assert held[InterestKind.FRIEND].entry_id == ada.id
    assert len(held) == 3
    side.people.edit_interest(held[InterestKind.EMPLOYER].id)
    submit(side, qtbot, WriteInterest, service_id="", kind=InterestKind.OWNER)
    assert {one.provider_id for one in interests(desk.db, gala.round_id)} == {None, gala.rosewood}
    side.people.edit_interest(held[InterestKind.FRIEND].id)
    submit(side, qtbot, WriteInterest, remove=True)
    assert len(interests(desk.db, gala.round_id)) == 2


def test_a_nominee_is_found_by_letters_or_reference(side: PanelSide, gala: Gala) -> None:
    gala.judge()
    gala.nominate("Ada Example")
    ben = gala.nominate("Ben Éxample")
    side.reload()
    act(side, "panel_interest")
    dialog = fill(side, WriteInterest, where=NOMINEE)
    field = dialog.form.rows["entry_id"].field
    assert isinstance(field, PickField)
    field.line.setText("2026-002")
    field._search("2026-002")
    assert field.list.count() == 1
    field._search("ben exam")
    field.take(field.list.item(0))
    assert field.answer() == ben.id
    dialog.reject()


def test_no_interests_are_declared(side: PanelSide, desk: Desk, gala: Gala, qtbot: QtBot) -> None:
    judge = gala.judge()
    side.reload()
    assert "1 member not asked for interests yet." in side.stands.text()
    act(side, "panel_none")
    question = dialog_over(side, Question)
    question._yes.click()  # type: ignore[attr-defined]
    assert member(desk.db, judge.id).declared_on == TODAY
    side.reload()
    assert "not asked for interests" not in side.stands.text()


# --- giving ---------------------------------------------------------------------------------------------------


def test_the_plan_is_shown_and_then_given(side: PanelSide, desk: Desk, gala: Gala, qtbot: QtBot) -> None:
    nominees(gala, "Ada Example", "Ben Example", "Cy Example")
    panel = a_panel(desk.db, gala, "Judge P", "Judge Q", "Judge R", "Wren Specimen")
    side.reload()
    act(side, "panel_plan")
    dialog = fill(side, PlanPanel)
    assert "3 nominees would go to judges, to be judged 9 times in all." in said(dialog)
    assert (
        "Wren Specimen has 0 and Judge P has 3: of what Judge P has, 3 have a conflict with Wren Specimen."
        in said(dialog)
    )
    submit(side, qtbot, PlanPanel)
    assert [len(assignments_of(desk.db, member_id=one.id)) for one in panel] == [3, 3, 3, 0]
    act(side, "panel_plan")
    dialog = fill(side, PlanPanel)
    assert "There is nothing to give out" in said(dialog)
    dialog.submit()
    assert "so nothing was changed" in said(dialog)
    dialog.reject()


def test_a_plan_says_first_who_has_not_declared(side: PanelSide, desk: Desk, gala: Gala) -> None:
    nominees(gala, "Ada Example")
    gala.judge("J. Smith")
    gala.judge("J. Smith")
    side.reload()
    act(side, "panel_plan")
    dialog = fill(side, PlanPanel)
    assert "Judge 1 – J. Smith and Judge 2 – J. Smith have not said what interests they have" in said(dialog)
    dialog.reject()


def test_a_plan_afresh_passes_on_what_nobody_has_begun(
    side: PanelSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    nominees(gala, "Ada Example", "Ben Example")
    a_panel(desk.db, gala, "Judge P", "Judge Q", "Judge R")
    assign_panel(desk.db, gala.round_id, today=TODAY)
    a_panel(desk.db, gala, "Judge Z")
    side.reload()
    act(side, "panel_plan")
    dialog = fill(side, PlanPanel, afresh=True)
    dialog._plan()
    assert "1 would be taken back." in said(dialog)
    submit(side, qtbot, PlanPanel)
    assert len(assignments(desk.db, gala.round_id)) == 6


def test_a_plan_that_is_out_of_date_is_not_given(side: PanelSide, desk: Desk, gala: Gala) -> None:
    nominees(gala, "Ada Example")
    a_panel(desk.db, gala, "Judge P", "Judge Q")
    side.reload()
    act(side, "panel_plan")
    dialog = fill(side, PlanPanel)
    a_panel(desk.db, gala, "Judge R")
    dialog.submit()
    assert "Look at the plan once more" in said(dialog)
    assert assignments(desk.db, gala.round_id) == []
    dialog.reject()


def test_a_nominee_is_given_taken_back_and_left_one_by_one(
    side: PanelSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    (ada,) = nominees(gala, "Ada Example")
    first, wren = a_panel(desk.db, gala, "Judge P", "Wren Specimen")
    show(side, MATRIX)
    assert side.key == ada.id
    assert audit(side.window()) == []
    assert [ready(side, name) for name in ("panel_give", "panel_take_back", "panel_again", "panel_edit")] == [
        True, False, False, False,
    ]  # fmt: skip
    act(side, "panel_give")
    dialog = fill(side, ChooseJudge)
    assert "Wren Specimen has the name of somebody who nominated them." in said(dialog)
    submit(side, qtbot, ChooseJudge)
    (given,) = assignments(desk.db, gala.round_id)
    assert given.member_id == first.id
    shown = side.table()
    assert shown is not None and shown.rows[0][2:5] == ("0 of 3", "Not started", "Conflict")
    with pytest.raises(Problem, match="Every judge has this nominee"):
        side.giving.give()
    act(side, "panel_take_back")
    submit(side, qtbot, ChooseJudge)
    assert assignments(desk.db, gala.round_id) == []
    gala.give(first.id, ada.id)
    side.reload()
    act(side, "panel_aside")
    submit(side, qtbot, ChooseJudge, why=OTHER, reason="On leave")
    (left,) = assignments(desk.db, gala.round_id)
    assert (left.status, left.reason) == (AssignmentStatus.RECUSED, "On leave")
    assert "On leave" in said(side.part)
    act(side, "panel_again")
    submit(side, qtbot, ChooseJudge, reason="Back early")
    assert assignments(desk.db, gala.round_id)[0].status is AssignmentStatus.ASSIGNED
    table = side.table()
    assert table is not None and table.exempt == EXEMPTION
    assert side.row_for_history() == ("award_entry", ada.id)
    assert wren.id not in {one.member_id for one in assignments(desk.db, gala.round_id)}


def test_another_judge_is_another_column(side: PanelSide, desk: Desk, gala: Gala) -> None:
    nominees(gala, "Ada Example")
    a_panel(desk.db, gala, "Judge P")
    show(side, MATRIX)
    a_panel(desk.db, gala, "Judge Q")
    side.reload()
    table = side.table()
    assert table is not None
    assert [one.heading for one in table.columns][3:-1] == ["Judge P", "Judge Q"]


def test_without_nominees_the_matrix_says_what_comes_first(side: PanelSide, gala: Gala) -> None:
    show(side, MATRIX)
    assert "No nominee is with the judges yet" in said(side.part)
    assert side.table() is None
    show(side, CONFLICTS)
    assert "No conflict of interest is declared or found" in said(side.part)
    side.show_row("")
    assert side.what == PANEL


# --- conflicts ------------------------------------------------------------------------------------------------


def test_a_conflict_is_ruled_on_and_the_ruling_removed(
    side: PanelSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    (ada,) = nominees(gala, "Ada Example")
    gala.judge("Ines Chair", role=PanelRole.CHAIR)
    wren = gala.judge("Wren Specimen")
    show(side, CONFLICTS)
    assert side.key == f"{wren.id}/{ada.id}"
    assert side.row_for_history() == ("award_entry", ada.id)
    assert not ready(side, "conflict_aside")
    act(side, "conflict_rule")
    dialog = fill(side, RuleOnConflict, ruling=HAS_NOT)
    assert "Wren Specimen has the name of somebody who nominated them." in said(dialog)
    assert dialog.form.rows["by"].field.answer() == "Ines Chair"
    dialog.submit()
    assert "needed" in said(dialog)
    submit(side, qtbot, RuleOnConflict, reason="Another Wren")
    (held,) = rulings(desk.db, gala.round_id)
    assert (held.conflict, held.reason, held.ruled_by) == (False, "Another Wren", "Ines Chair")
    assert "There is no conflict" in said(side.part)
    act(side, "conflict_rule")
    dialog = fill(side, RuleOnConflict)
    assert dialog.form.rows["ruling"].field.answer() == HAS_NOT
    submit(side, qtbot, RuleOnConflict, ruling=HAS, reason="The same one")
    act(side, "conflict_unrule")
    dialog_over(side, Question)._yes.click()  # type: ignore[attr-defined]
    assert rulings(desk.db, gala.round_id) == []


def test_a_judge_who_has_a_nominee_all_the_same_stands_aside(
    side: PanelSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    (ada,) = nominees(gala, "Ada Example")
    (wren,) = a_panel(desk.db, gala, "Wren Specimen")
    gala.give(wren.id, ada.id)
    show(side, CONFLICTS)
    assert "To settle: Wren Specimen has 2026-001." in side.stands.text()
    act(side, "conflict_aside")
    submit(side, qtbot, ChooseJudge, reason="Nominated her")
    (left,) = assignments(desk.db, gala.round_id)
    assert left.status is AssignmentStatus.CONFLICT
    assert "To settle" not in side.stands.text()


def test_a_nominee_with_a_judge_of_other_categories_is_to_be_settled(
    side: PanelSide, desk: Desk, gala: Gala
) -> None:
    (ada,) = nominees(gala, "Ada Example")
    (judge,) = a_panel(desk.db, gala, "Judge P")
    gala.give(judge.id, ada.id)
    set_categories(desk.db, judge.id, [gala.category("Team").id])
    side.reload()
    assert "To settle: Judge P has 2026-001 of “Proud to deliver Excellent" in side.stands.text()
    set_categories(desk.db, judge.id, [])
    side.reload()
    assert "To settle" not in side.stands.text()


def test_a_ruling_from_the_matrix_asks_for_the_judge(
    side: PanelSide, desk: Desk, gala: Gala, qtbot: QtBot
) -> None:
    (ada,) = nominees(gala, "Ada Example")
    first, _second = a_panel(desk.db, gala, "Judge P", "Judge Q")
    show(side, MATRIX)
    act(side, "panel_rule")
    submit(side, qtbot, RuleOnConflict, member_id=first.id, ruling=HAS, reason="Neighbours", by="Ines Chair")
    (held,) = rulings(desk.db, gala.round_id)
    assert (held.member_id, held.entry_id, held.conflict) == (first.id, ada.id, True)


# --- the page -------------------------------------------------------------------------------------------------


def test_a_member_is_shown_from_elsewhere_in_their_round(
    page: AwardsPage, side: PanelSide, desk: Desk
) -> None:
    before = Gala(desk.db, "Proud to Care 2025", year=2025)
    old = before.judge("Old Judge")
    show(side, CONFLICTS)
    assert side.has(old.id)
    page.show_row(old.id)
    assert page.chosen.key == before.round_id
    assert (side.what, side.key) == (PANEL, old.id)


def test_too_few_judges_are_told_and_an_announced_round_stays(
    side: PanelSide, desk: Desk, gala: Gala
) -> None:
    nominees(gala, "Ada Example")
    a_panel(desk.db, gala, "Judge P")
    gala.at(RoundPhase.SCORE)
    side.reload()
    assert "1 nominee of 1 with too few judges; each is to have 3." in side.stands.text()
    with change(desk.db, "Set up"):
        db_facts: dict[str, str | int | float | None] = {"announced_at": "2026-12-01T18:00:00+00:00"}
        desk.db.update_row("award_round", gala.round_id, db_facts)
    side.reload()
    assert not any(one.ready() for one in side.actions_here())
    side.focus_first()
    side.focus_filter()
    assert side.window().focusWidget() is side.part.list.pane.bar.field
