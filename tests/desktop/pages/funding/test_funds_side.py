"""Funds on the funding page: the list, their money as bars and in the pane, and all that is done with them."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.funding.fund import SayFundStatus, StartNextYear, WriteFund
from desktop.dialogs.funding.fund_kept import WriteCutOff, WriteItem
from desktop.dialogs.funding.fund_money import Allocate, MoveMoney, WriteSpending
from desktop.pages.funding.funding import FundingPage
from desktop.pages.funding.funds_chart import money_bars, parts_of
from desktop.pages.funding.funds_side import FundsSide
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.database import history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words
from workforce.funding.funds.allocations import allocations_of, set_allocation
from workforce.funding.funds.balance import Balance, Pot, balance, pots_of
from workforce.funding.funds.cut_offs import cut_offs_of
from workforce.funding.funds.funds import Fund, add_fund, fund, funds
from workforce.funding.funds.items import add_item, items_of
from workforce.funding.funds.spending import add_spending, spending_of
from workforce.funding.funds.variations import variations_of
from workforce.funding.vocabulary import CutOffKind, FundKind, FundStatus, SpendingStatus

NOW = datetime(2019, 9, 30, 9, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> FundingPage:
    made = FundingPage(desk, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.tabs.turn_to(next(one for one in made.sides if isinstance(one, FundsSide)))
    made.show()
    made.reload()
    return made


@pytest.fixture
def side(page: FundingPage, desk: Desk) -> FundsSide:
    found = page.current
    assert isinstance(found, FundsSide)
    desk.changes.changed.connect(found.reload)  # as the window does while the page is seen
    return found


@pytest.fixture
def held(side: FundsSide, desk: Desk) -> Fund:
    """£10,000 for mentoring and £2,000 for travel, and £500 of travel committed."""
    made = add_fund(
        desk.db, "Skills money", FundKind.HELD, opens_on=date(2019, 4, 1), closes_on=date(2020, 3, 31),
        status=FundStatus.OPEN, funder="Care Council", where_to_claim="here",
    )  # fmt: skip
    set_allocation(desk.db, made.id, 2019, "Mentoring", 10_000_00)
    set_allocation(desk.db, made.id, 2019, "Travel", 2_000_00)
    add_spending(
        desk.db,
        made.id,
        "Coach",
        500_00,
        year=2019,
        workstream="Travel",
        committed_on=date(2019, 8, 1),
        today=date(2019, 8, 1),
    )
    side.show_row(made.id)
    side.reload()
    return made


def act(side: FundsSide, name: str) -> None:
    """Run an action that can be run."""
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def ready(side: FundsSide, name: str) -> bool:
    return next(one for one in side.actions_here() if one.name == name).ready()


def said(widget: QWidget) -> str:
    return "\n".join(words(widget))


def fill(dialog: QWidget, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)  # type: ignore[attr-defined]


def kept_list(side: FundsSide, name: str) -> KeptList:
    """A list of the fund chosen, opened from its action."""
    act(side, name)
    dialog = dialog_over(side, KeptList)
    assert audit(dialog) == []
    dialog.table.go_to_first()
    return dialog


# --- the list -----------------------------------------------------------------------------------------------


def test_an_empty_side_begins_with_a_fund(side: FundsSide, desk: Desk) -> None:
    assert "No fund is held yet" in said(side)
    assert side.table() is None
    side.focus_first()
    side.empty.focusProxy().click()
    dialog = dialog_over(side, WriteFund)
    assert audit(dialog) == []
    assert dialog.form.rows["where_to_claim"].isHidden() and not dialog.form.rows["bid_pence"].isHidden()
    fill(dialog, name="Skills money", opens_on=date(2019, 4, 1), closes_on=date(2019, 1, 1))
    dialog.submit()
    assert "1 January 2019 is before 1 April 2019" in said(dialog)
    fill(dialog, closes_on=date(2020, 3, 31))
    dialog.form.rows["bid_pence"].field.line.setText("£120,000")
    dialog.submit()
    (made,) = funds(desk.db)
    assert (made.name, made.kind, made.bid_pence) == ("Skills money", FundKind.HELD, 120_000_00)
    assert side.pane.table.current_key == made.id


def test_what_is_said_of_money_providers_claim_themselves(
    side: FundsSide, desk: Desk, held: Fund, qtbot: QtBot
) -> None:
    act(side, "fund_add")
    dialog = dialog_over(side, WriteFund)
    fill(dialog, name="Support scheme", opens_on=date(2019, 5, 1), kind=FundKind.SIGNPOSTED)
    assert not dialog.form.rows["where_to_claim"].isHidden() and dialog.form.rows["bid_pence"].isHidden()
    fill(dialog, where_to_claim="The payer’s service")
    dialog.submit()
    chosen = side.chosen()
    assert chosen is not None and chosen.name == "Support scheme"
    qtbot.waitUntil(lambda: "The payer’s service" in said(side.detail))
    assert "account for none of it" in said(side.detail)
    assert not ready(side, "fund_spend") and ready(side, "fund_items")
    assert not side.chart.isVisible()


def test_the_money_of_a_fund_is_told_in_the_pane_and_as_bars(side: FundsSide, held: Fund) -> None:
    told = said(side.detail)
    assert "£12,000" in told and "£11,500" in told
    assert "£11,000 is left when it closes" not in told
    assert "at this pace. £500 was claimed or committed from 2 July 2019 to 30 September 2019" in told
    assert side.chart.bars.title == "Skills money: £500 (4%) of £12,000 is paid, committed or claimed"
    assert side.chart.bars.in_words()
    assert audit(side.window()) == []
    assert side.status_text() == "1 row" and side.row_for_history() == ("fund", held.id)
    assert side.has(held.id) and not side.has("another")
    table = side.table()
    assert table is not None and table.notes[0].startswith("1 fund of ours: £12,000 allocated")
    side.focus_filter()
    side.focus_first()
    assert side.pane.table.hasFocus()


def test_bars_show_what_is_over_in_their_title() -> None:
    held = Fund(
        "k", "Skills", FundKind.HELD, "", "", TODAY, None, None, "", "", "", "", FundStatus.OPEN, "", None
    )
    bars = money_bars(held, {Pot(2019): Balance(100_00, committed=150_00)}, TODAY.isoformat())
    assert bars.title.endswith("£50 more than there is")
    assert parts_of(Balance(100, paid=10, committed=20, awaiting=30)) == (10, 20, 30, 40)


def test_a_fund_is_changed_moved_on_put_away_and_brought_back(
    side: FundsSide, desk: Desk, held: Fund
) -> None:
    QTest.keyClick(side.pane.table, Qt.Key.Key_Return)
    changing = dialog_over(side, WriteFund)
    fill(changing, purpose="Level 2 to 5")
    changing.submit()
    assert fund(desk.db, held.id).purpose == "Level 2 to 5"
    act(side, "fund_edit")
    dialog_over(side, WriteFund).submit()
    act(side, "fund_status")
    status = dialog_over(side, SayFundStatus)
    assert audit(status) == []
    fill(status, status=FundStatus.RECONCILED)
    status.submit()
    assert "£500 is committed and not paid" in said(status)
    fill(status, status=FundStatus.CLOSING)
    status.submit()
    assert fund(desk.db, held.id).status is FundStatus.CLOSING
    history.undo(desk.db)
    spending = spending_of(desk.db, held.id)[0]
    side.menu.acts.edit_spending(spending.id)
    paying = dialog_over(side, WriteSpending)
    fill(paying, status=SpendingStatus.PAID)
    paying.submit()
    act(side, "fund_archive")
    question = dialog_over(side, Question)
    question.findChildren(QPushButton)[-1].click()
    assert funds(desk.db) == []
    act(side, "fund_archived")
    archived = dialog_over(side, KeptList)
    archived.table.go_to_first()
    archived.row.buttons["fund_back"].click()
    assert [one.id for one in funds(desk.db)] == [held.id]


# --- its money ----------------------------------------------------------------------------------------------


def test_next_years_fund_is_started(side: FundsSide, desk: Desk, held: Fund) -> None:
    add_item(desk.db, held.id, "Level 2 diploma")
    act(side, "fund_next_year")
    dialog = dialog_over(side, StartNextYear)
    assert "1 thing that it pays for with its checklist" in said(dialog)
    name = dialog.form.rows["name"].field.answer()
    dialog.submit()
    made = next(one for one in funds(desk.db) if one.name == name)
    assert made.opens_on == held.opens_on.replace(year=held.opens_on.year + 1)
    chosen = side.chosen()
    assert chosen is not None and chosen.id == made.id
    assert [one.name for one in items_of(desk.db, made.id)] == ["Level 2 diploma"]
    assert audit(side) == []


def test_money_typed_with_a_comma_for_pence_is_refused_and_what_was_typed_stays(
    side: FundsSide, desk: Desk, held: Fund
) -> None:
    act(side, "fund_allocate")
    dialog = dialog_over(side, Allocate)
    assert audit(dialog) == []
    fill(dialog, year=2019, workstream="mentoring")
    line = dialog.form.rows["pence"].field.line
    line.setText("1.250,00")
    dialog.submit()
    assert "“1.250,00” has a comma where pence begin: write 1,250.00." in said(dialog)
    assert line.text() == "1.250,00"
    line.setText("1,250.00")
    dialog.submit()
    first = allocations_of(desk.db, held.id)[0]
    assert (first.workstream, first.pence) == ("Mentoring", 1_250_00)


def test_an_overspend_asks_who_lets_it_pass(side: FundsSide, desk: Desk, held: Fund) -> None:
    act(side, "fund_spend")
    dialog = dialog_over(side, WriteSpending)
    assert audit(dialog) == []
    assert dialog.form.rows["over_passed_by"].isHidden() and dialog.form.rows["on"].isHidden()
    fill(dialog, what="Hall", pence=1_500_01, workstream="Travel")
    dialog.submit()
    assert "Skills money has £1,500 left in Travel in 2019/20" in said(dialog)
    assert not dialog.form.rows["over_passed_by"].isHidden()
    fill(dialog, over_passed_by="Ada Example")
    dialog.submit()
    assert "Say why Ada Example lets the overspend pass" in said(dialog)
    fill(dialog, over_reason="agreed by telephone")
    dialog.submit()
    made = spending_of(desk.db, held.id)[0]
    assert (made.what, made.over_passed_by, made.over_reason) == (
        "Hall",
        "Ada Example",
        "agreed by telephone",
    )
    assert "£0.01 more is promised than there is" not in said(side.detail)  # mentoring has some left
    assert pots_of(desk.db, held.id)[Pot(2019, "Travel")].free == -1


def test_a_suggested_variation_fills_in_the_form(side: FundsSide, desk: Desk, held: Fund) -> None:
    link = next(
        one for one in side.detail.findChildren(QPushButton) if one.text().startswith("Move £10,000…")
    )  # fmt: skip
    link.click()
    dialog = dialog_over(side, MoveMoney)
    assert audit(dialog) == []
    dialog.submit()
    assert "Agreed by is needed" in said(dialog)
    fill(dialog, agreed_by="Ada Example")
    dialog.submit()
    (made,) = variations_of(desk.db, held.id)
    assert (made.pence, made.taken_from, made.given_to) == (10_000_00, Pot(2019, "Mentoring"), None)
    act(side, "fund_move")
    dialog_over(side, MoveMoney).reject()
    found = kept_list(side, "fund_variations")
    found.row.buttons["variations_remove"].click()
    assert variations_of(desk.db, held.id) == []


def test_allocations_are_kept_in_a_list_which_says_what_it_refuses(
    side: FundsSide, desk: Desk, held: Fund
) -> None:
    found = kept_list(side, "fund_allocations")
    found.table.go_to(allocations_of(desk.db, held.id)[1].id)
    found.row.buttons["allocations_remove"].click()
    assert "This needs £2,000" in said(found)
    found.row.buttons["allocations_edit"].click()
    changing = dialog_over(found, Allocate)
    assert not changing.form.rows["year"].field.widget.isEnabled()
    fill(changing, pence=600_00)
    changing.submit()
    assert allocations_of(desk.db, held.id)[1].pence == 600_00
    found.table.go_to(allocations_of(desk.db, held.id)[0].id)
    found.row.buttons["allocations_remove"].click()
    assert [one.workstream for one in allocations_of(desk.db, held.id)] == ["Travel"]


def test_spending_is_kept_in_a_list(side: FundsSide, desk: Desk, held: Fund) -> None:
    found = kept_list(side, "fund_spending")
    found.row.buttons["spending_edit"].click()
    changing = dialog_over(found, WriteSpending)
    fill(changing, status=SpendingStatus.RELEASED)
    assert not changing.form.rows["on"].isHidden()
    changing.submit()
    assert spending_of(desk.db, held.id)[0].released_on == TODAY
    found.row.buttons["spending_add"].click()
    adding = dialog_over(found, WriteSpending)
    fill(adding, what="Hall", pence=100, workstream="Travel", status=SpendingStatus.PAID)
    adding.submit()
    assert balance(desk.db, held.id).paid == 100
    found.table.go_to_first()
    found.row.buttons["spending_remove"].click()
    assert len(spending_of(desk.db, held.id)) == 1


# --- its days, and what it pays for -----------------------------------------------------------------------------


def test_days_to_keep(side: FundsSide, desk: Desk, held: Fund) -> None:
    found = kept_list(side, "fund_days")
    found.row.buttons["cut_offs_add"].click()
    dialog = dialog_over(found, WriteCutOff)
    assert audit(dialog) == []
    fill(dialog, kind=CutOffKind.CLAIMS, on_day=date(2020, 3, 21), at_time="11:59pm")
    dialog.submit()
    assert cut_offs_of(desk.db, held.id)[0].when == "21 March 2020, 11:59pm"
    found.table.go_to_first()
    found.row.buttons["cut_offs_edit"].click()
    changing = dialog_over(found, WriteCutOff)
    fill(changing, what="Claims, late ones too")
    changing.submit()
    assert cut_offs_of(desk.db, held.id)[0].words == "Claims, late ones too"
    found.row.buttons["cut_offs_remove"].click()
    assert cut_offs_of(desk.db, held.id) == []


def test_what_a_fund_pays_for(side: FundsSide, desk: Desk, held: Fund) -> None:
    found = kept_list(side, "fund_items")
    found.row.buttons["items_add"].click()
    dialog = dialog_over(found, WriteItem)
    assert audit(dialog) == []
    fill(dialog, name="Level 2", evidence="Certificate", first_percent=60)
    dialog.form.rows["most_pence"].field.line.setText("£1,540")
    dialog.submit()
    (made,) = items_of(desk.db, held.id)
    assert (made.name, made.most_pence, made.parts_words) == ("Level 2", 1_540_00, "60%, then 40%")
    found.table.go_to_first()
    found.row.buttons["items_edit"].click()
    changing = dialog_over(found, WriteItem)
    fill(changing, first_percent=None)
    changing.submit()
    assert items_of(desk.db, held.id)[0].first_percent is None
    found.row.buttons["items_remove"].click()
    assert items_of(desk.db, held.id) == []
