"""The side Rulebook: rules of a fund, what is wrong with them, whose answer a change flips, trying a service."""

from datetime import UTC, date, datetime

import pytest
import shiboken6
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.funding.rule import WriteRule
from desktop.dialogs.funding.rulebook_choices import EndRule, StartFromKnown, TryService
from desktop.dialogs.good_practice.buddies import find_services
from desktop.pages.funding.funding import FundingPage
from desktop.pages.funding.rulebook_head import ALL, IN_FORCE
from desktop.pages.funding.rulebook_side import RulebookSide
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.pills import Pill
from desktop.widgets.question import Question
from resources.database import history
from tests.desktop.accessibility import audit
from tests.desktop.pages.funding.funding_desk import page_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words
from tests.workforce.funding.rulebook.kept import made_fund, made_services
from workforce.funding.funds.funds import Fund, funds
from workforce.funding.funds.items import add_item
from workforce.funding.rulebook.editing import RuleDraft, add_rule
from workforce.funding.rulebook.rules import Rule, rule, rules_of
from workforce.funding.vocabulary import Operator

NOW = datetime(2020, 2, 3, 9, tzinfo=UTC)
HOME_CARE = RuleDraft("Only home care.", "kind", Operator.IS, "home_care")


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> FundingPage:
    return page_at(desk, qtbot, RulebookSide, NOW)


@pytest.fixture
def side(page: FundingPage) -> RulebookSide:
    assert isinstance(page.current, RulebookSide)
    return page.current


@pytest.fixture
def fund(desk: Desk) -> Fund:
    made_services(desk.db)
    return made_fund(desk.db)


@pytest.fixture
def kept(desk: Desk, fund: Fund, side: RulebookSide) -> Rule:
    made = add_rule(desk.db, fund.id, HOME_CARE)
    side.reload()
    return made


def act(side: RulebookSide, name: str) -> None:
    """Run an action that can be run."""
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def form(side: RulebookSide, kind: type[FormDialog], **answers: object) -> FormDialog:
    """The open dialog, filled in."""
    dialog = dialog_over(side, kind)
    assert isinstance(dialog, FormDialog)
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)
    return dialog


def closed(qtbot: QtBot, dialog: FormDialog) -> None:
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def everything(widget: QWidget) -> str:
    """All words on it: labels, pills, and what buttons and sections are called."""
    pills = [one.words for one in widget.findChildren(Pill)]
    return " ".join([*words(widget), *pills, *(one.text() for one in widget.findChildren(QPushButton))])


def told(side: RulebookSide, qtbot: QtBot, *wanted: str) -> None:
    """The pane says all of it, as soon as it has settled."""
    qtbot.waitUntil(lambda: all(one in everything(side.rules.detail) for one in wanted))


def test_without_a_fund_one_begins_from_a_known_one(side: RulebookSide, desk: Desk, qtbot: QtBot) -> None:
    assert side.table() is None and side.status_text() == ""
    assert "No fund is held yet" in " ".join(words(side))
    act(side, "rule_known")
    dialog = form(side, StartFromKnown, key="ldss-2025-26")
    assert "No figure is known for: no more for a claimant in a year" in " ".join(words(dialog))
    dialog.submit()
    closed(qtbot, dialog)
    (made,) = funds(desk.db)
    assert made.name == "Learning and Development Support Scheme 2025/26"
    assert side.fund() == made and side.status_text() == "14 rows"
    assert audit(side) == []


def test_a_fund_without_rules_is_given_those_of_a_known_one(
    side: RulebookSide, desk: Desk, fund: Fund, qtbot: QtBot
) -> None:
    side.reload()
    assert "This fund has no rules yet" in " ".join(words(side))
    side.focus_first()
    act(side, "rule_known")
    dialog = form(side, StartFromKnown, key="wdf-2017-18", only_rules=True)
    assert dialog.form.rows["name"].isHidden()
    dialog.submit()
    closed(qtbot, dialog)
    assert len(rules_of(desk.db, fund.id)) == 2 and side.fund() == fund


def test_who_flips_stands_in_the_dialog_before_the_rule_is_saved(
    side: RulebookSide, desk: Desk, fund: Fund, qtbot: QtBot
) -> None:
    add_item(desk.db, fund.id, "Level 2")
    side.reload()
    act(side, "rule_add")
    dialog = form(
        side, WriteRule, words="Only home care.", fact="kind", operator=Operator.ONE_OF, value="Home care"
    )
    assert isinstance(dialog, WriteRule)
    assert "It can be: Nursing home; " in " ".join(words(dialog))
    dialog.submit()
    assert rules_of(desk.db, fund.id) == [] and dialog.isVisible()
    shown = " ".join(words(dialog))
    assert "3 of 3 services and claims would come out differently on 3 February 2020" in shown
    assert "Save rule" in everything(dialog)
    dialog.form.rows["value"].field.show_answer("Home care; Nursing home")  # then it is looked at again
    assert "See what it changes" in everything(dialog)
    dialog.submit()
    assert rules_of(desk.db, fund.id) == []
    dialog.submit()
    closed(qtbot, dialog)
    (kept,) = rules_of(desk.db, fund.id)
    assert (kept.code, kept.value) == ("R1", "home_care;nursing_home")
    assert side.rules.key == kept.id and side.row_for_history() == ("rule", kept.id)
    told(side, qtbot, "Kind of service is one of Home care or Nursing home")


def test_a_rule_that_can_never_be_met_is_said_before_it_is_saved_and_after(
    side: RulebookSide, desk: Desk, kept: Rule, qtbot: QtBot
) -> None:
    act(side, "rule_add")
    dialog = form(
        side, WriteRule, words="All.", fact="ascwds_share", operator=Operator.AT_LEAST, value="120%"
    )
    dialog.submit()
    assert "Rule R2 can never be met" in " ".join(words(dialog))
    dialog.submit()
    closed(qtbot, dialog)
    assert "can never be met" in side.rules.notice.text()
    told(side, qtbot, "can never be met", "To look at")
    history.undo(desk.db)
    side.reload()
    assert "can never be met" not in side.rules.notice.text()


def test_a_contradiction_stands_above_the_rules(side: RulebookSide, desk: Desk, kept: Rule) -> None:
    add_rule(desk.db, kept.fund_id, RuleDraft("Only day care.", "kind", Operator.IS, "day_care"))
    side.reload()
    assert "Rules R1 and R2 contradict each other" in side.rules.notice.text()
    table = side.table()
    assert table is not None and [row[7] for row in table.rows] == ["Contradict each other"] * 2
    assert audit(side) == []


def test_a_rule_is_changed_from_a_day_on_and_its_years_stand_beside_it(
    side: RulebookSide, desk: Desk, kept: Rule, qtbot: QtBot
) -> None:
    act(side, "rule_edit")
    dialog = form(
        side, WriteRule, words="Nursing homes too.", operator=Operator.ONE_OF, value="Home care; nursing home",
        from_day=date(2020, 3, 1),
    )  # fmt: skip
    dialog.submit()
    assert "on 1 March 2020" in " ".join(words(dialog))
    dialog.submit()
    closed(qtbot, dialog)
    old, new = rules_of(desk.db, kept.fund_id)
    assert old.valid_to == date(2020, 2, 29) and new.valid_from == date(2020, 3, 1)
    assert side.head.shows_all and side.rules.key == new.id and side.status_text() == "2 rows"
    told(side, qtbot, "R1 over time")
    side.head.when.show_answer(IN_FORCE)
    assert side.status_text() == "1 row"
    side.head.when.show_answer(ALL)
    side.show_row(old.id)
    assert side.rules.key == old.id


def test_what_cannot_be_read_is_said_at_its_field(side: RulebookSide, desk: Desk, kept: Rule) -> None:
    act(side, "rule_add")
    dialog = form(
        side, WriteRule, words="Cap.", fact="claimed_this_year", operator=Operator.AT_MOST, value="1.250,00"
    )
    dialog.submit()
    assert "no amount of money" in " ".join(words(dialog))
    form(
        side, WriteRule, value="£1,250", when_fact="kind", when_operator=Operator.IS, when_value="castle"
    ).submit()
    assert "no kind of service that is known" in " ".join(words(dialog))
    form(side, WriteRule, when_value="Day care", words="").submit()
    assert "One answer needs another look" in dialog.banner.text
    form(side, WriteRule, words="Cap.", code="R1").submit()
    assert "the code R1 at the same time" in " ".join(words(dialog))
    assert len(rules_of(desk.db, kept.fund_id)) == 1
    dialog._touched = False
    dialog.reject()


def test_one_fact_held_against_another(side: RulebookSide, desk: Desk, kept: Rule, qtbot: QtBot) -> None:
    act(side, "rule_add")
    dialog = form(
        side, WriteRule, words="In time.", fact="submitted_on", operator=Operator.WITHIN_MONTHS_OF, value="3",
        other_fact="completed_on",
    )  # fmt: skip
    dialog.submit()
    assert "No answer changes" in " ".join(words(dialog))
    dialog.submit()
    closed(qtbot, dialog)
    assert rules_of(desk.db, kept.fund_id)[-1].other_fact == "completed_on"


def test_a_service_is_tried_and_nothing_is_kept(
    side: RulebookSide, desk: Desk, kept: Rule, qtbot: QtBot
) -> None:
    add_item(desk.db, kept.fund_id, "Level 2")
    act(side, "rule_try")
    dialog = form(side, TryService, service_id=find_services(desk.db, "Rosewood")[0])
    dialog.submit()
    closed(qtbot, dialog)
    told(
        side, qtbot, "Rosewood House", "Not eligible", "It would be met if the kind of service were Home care"
    )
    side.reload()
    told(side, qtbot, "Only home care.")
    assert rules_of(desk.db, kept.fund_id) == [kept]


def test_a_rule_ends_moves_and_is_removed(side: RulebookSide, desk: Desk, kept: Rule, qtbot: QtBot) -> None:
    other = add_rule(desk.db, kept.fund_id, RuleDraft("CQC.", "registered", Operator.IS, "yes"))
    side.reload()
    side.show_row(other.id)
    act(side, "rule_up")
    assert [one.id for one in rules_of(desk.db, kept.fund_id)] == [other.id, kept.id]
    act(side, "rule_down")
    act(side, "rule_end")
    dialog = form(side, EndRule, last_day=date(2020, 2, 29))
    dialog.submit()
    closed(qtbot, dialog)
    assert rule(desk.db, other.id).valid_to == date(2020, 2, 29)
    act(side, "rule_remove")
    question = dialog_over(side, Question)
    assert "is ended instead" in " ".join(words(question))
    question.findChildren(type(question._yes))[-1].click()
    qtbot.waitUntil(lambda: len(rules_of(desk.db, kept.fund_id)) == 1)


def test_enter_changes_a_rule(side: RulebookSide, kept: Rule) -> None:
    assert side.has(kept.id) and not side.has("gone")
    side.focus_first()
    side.focus_filter()
    side.rules.pane.table.opened.emit(kept.id)
    dialog = dialog_over(side, WriteRule)
    assert dialog.isVisible()
    dialog.close()
