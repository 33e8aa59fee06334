"""Learning packages on the training page: the worklist, offers, what came of them, before and after."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.training.package import ChangeOffer, NoteStatus, OfferPackage, WritePackage, WriteSession
from desktop.pages.training.packages_menu import COUNTS, LISTS, OFFERS, PACKAGES, SERVICES, WORKLIST
from desktop.pages.training.packages_side import PackagesSide
from desktop.pages.training.training import TrainingPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.question import Question
from engagement.register.ratings import record_rating
from engagement.register.services import Service
from engagement.register.vocabulary import Rating
from resources.database import OpenFile
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.desktop.pages.training.training_desk import TODAY, a_page, act, fill, ready, said
from tests.workforce.training.people import a_service
from workforce.training.packages.before_and_after import NOT_PROOF
from workforce.training.packages.offers import PackageOffer, offer, offer_package, offers
from workforce.training.packages.packages import packages
from workforce.training.packages.sessions import package_sessions_of
from workforce.training.vocabulary import OfferStatus

MOVING, RATED = "Moving and Handling", date(2020, 3, 2)


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()


@pytest.fixture
def home(desk: Desk) -> Service:
    made = a_service(desk.db)
    record_rating(desk.db, made.id, Rating.INADEQUATE, RATED, today=TODAY)
    return made


@pytest.fixture
def page(desk: Desk, home: Service, qtbot: QtBot) -> TrainingPage:
    return a_page(desk, qtbot, PackagesSide)[0]


@pytest.fixture
def side(page: TrainingPage) -> PackagesSide:
    found = page.current
    assert isinstance(found, PackagesSide)
    return found


def show(side: PackagesSide, what: str) -> None:
    side.show_what.show_answer(what)
    side.reload()


def offered(side: PackagesSide, desk: Desk, home: Service) -> PackageOffer:
    made = offer_package(desk.db, home.id, MOVING, today=TODAY, offered_on=RATED)
    side.show_row(made.id)
    return made


def test_a_service_on_the_worklist_is_offered_a_package(
    side: PackagesSide, desk: Desk, home: Service
) -> None:
    assert side.what == WORKLIST
    assert "Inadequate, published 2 March 2020" in said(side.worklist.detail)
    assert side.row_for_history() == ("service", home.id)
    assert side.status_text() == "1 row"
    assert audit(side.window()) == []
    act(side, "package_offer")
    dialog = dialog_over(side, OfferPackage)
    assert audit(dialog) == []
    dialog.submit()
    assert "needed" in said(dialog)
    fill(dialog, package=MOVING, note="By telephone")
    dialog.submit()
    (made,) = offers(desk.db)
    assert (made.service_id, made.note, made.rating) == (home.id, "By telephone", Rating.INADEQUATE)
    assert (side.what, side.offers.key) == (OFFERS, made.id)
    assert side.row_for_history() == ("package_offer", made.id)


def test_why_a_service_is_not_offered_one(side: PackagesSide, desk: Desk) -> None:
    act(side, "package_not_offered")
    dialog = dialog_over(side, OfferPackage)
    fill(dialog, package=MOVING, reason="It closes in July")
    dialog.submit()
    (made,) = offers(desk.db)
    assert (made.status, made.reason) == (OfferStatus.NOT_OFFERED, "It closes in July")


def test_what_came_of_an_offer_is_noted_step_by_step(side: PackagesSide, desk: Desk, home: Service) -> None:
    made = offered(side, desk, home)
    act(side, "offer_status")
    dialog = dialog_over(side, NoteStatus)
    assert audit(dialog) == []
    fill(dialog, status=OfferStatus.ACCEPTED, on=date(2020, 3, 1))
    dialog.submit()
    assert "is before 2 March 2020" in said(dialog)
    fill(dialog, on=date(2020, 3, 9))
    dialog.submit()
    assert offer(desk.db, made.id).status is OfferStatus.ACCEPTED
    side.reload()
    act(side, "offer_session")
    session = dialog_over(side, WriteSession)
    fill(session, people=7, held_on=date(2020, 4, 1), topic="Hoists")
    session.submit()
    (held,) = package_sessions_of(desk.db, made.id)
    side.acts.edit_session(held.id)
    fill(dialog_over(side, WriteSession), people=8)
    dialog_over(side, WriteSession).submit()
    assert package_sessions_of(desk.db, made.id)[0].people == 8
    side.acts.add_session()
    assert "remove" not in dialog_over(side, WriteSession).form.rows
    fill(dialog_over(side, WriteSession), people=2, held_on=date(2020, 4, 2))
    dialog_over(side, WriteSession).submit()
    (wrong,) = [one for one in package_sessions_of(desk.db, made.id) if one.people == 2]
    side.acts.edit_session(wrong.id)
    fill(dialog_over(side, WriteSession), remove=True)
    dialog_over(side, WriteSession).submit()
    assert [one.people for one in package_sessions_of(desk.db, made.id)] == [8]
    side.reload()
    assert offer(desk.db, made.id).status is OfferStatus.IN_PROGRESS
    act(side, "offer_status")
    fill(dialog_over(side, NoteStatus), status=OfferStatus.COMPLETED)
    dialog_over(side, NoteStatus).submit()
    side.reload()
    assert not ready(side, "offer_status") and not ready(side, "offer_session")
    act(side, "offer_reopen")
    assert offer(desk.db, made.id).status is OfferStatus.IN_PROGRESS


def test_an_offer_is_put_right_or_taken_away(side: PackagesSide, desk: Desk, home: Service) -> None:
    made = offered(side, desk, home)
    act(side, "offer_edit")
    fill(dialog_over(side, ChangeOffer), offered_on=date(2020, 3, 3), note="A letter")
    dialog_over(side, ChangeOffer).submit()
    assert (offer(desk.db, made.id).offered_on, offer(desk.db, made.id).note) == (
        date(2020, 3, 3),
        "A letter",
    )
    side.reload()
    act(side, "offer_remove")
    dialog_over(side, Question)._yes.click()
    assert offers(desk.db) == []


def test_the_packages_themselves(side: PackagesSide, desk: Desk) -> None:
    show(side, PACKAGES)
    assert side.row_for_history() == ("learning_package", "")
    act(side, "package_add")
    fill(dialog_over(side, WritePackage), name="Falls Prevention", description="Two mornings")
    dialog_over(side, WritePackage).submit()
    side.reload()
    side.packages.show_row("Falls Prevention")
    act(side, "package_archive")
    assert "Falls Prevention" not in [one.name for one in packages(desk.db)]
    side.reload()
    side.packages.show_row("Falls Prevention")
    act(side, "package_archive")
    assert "Falls Prevention" in [one.name for one in packages(desk.db)]
    side.reload()
    side.packages.show_row(MOVING)
    assert not ready(side, "package_archive")
    act(side, "package_edit")
    fill(dialog_over(side, WritePackage), description="Ours")
    dialog_over(side, WritePackage).submit()
    assert next(one for one in packages(desk.db) if one.name == MOVING).description == "Ours"


def test_before_and_after_say_that_they_prove_no_cause(side: PackagesSide, desk: Desk, home: Service) -> None:
    offered(side, desk, home)
    record_rating(desk.db, home.id, Rating.GOOD, TODAY, today=TODAY)
    for what in (COUNTS, SERVICES):
        show(side, what)
        table = side.table()
        assert table is not None and NOT_PROOF in table.notes
        assert NOT_PROOF in said(side.parts[what].detail)
        assert not ready(side, "package_offer")


@pytest.mark.parametrize("what", LISTS)
def test_each_list_stands_without_a_row_too(side: PackagesSide, desk: Desk, home: Service, what: str) -> None:
    record_rating(desk.db, home.id, Rating.GOOD, TODAY, today=TODAY)
    show(side, what)
    side.focus_first()
    side.focus_filter()
    assert (side.table() is None) == (what != PACKAGES)
    assert audit(side.window()) == []


def test_home_leads_to_a_service_on_the_worklist_and_to_an_offer(
    page: TrainingPage, side: PackagesSide, desk: Desk, home: Service
) -> None:
    made = offered(side, desk, home)
    page.show_row(home.id)
    assert (side.what, side.worklist.key) == (WORKLIST, home.id)
    page.show_row(made.id)
    assert (side.what, side.offers.key) == (OFFERS, made.id)
