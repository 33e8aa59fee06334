"""The side Ceremony over the sample county: every list and every dialog, at every size that the audit looks at."""

from pytestqt.qtbot import QtBot

from awards.rounds.rounds import rounds
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.ceremony_lists import CITATIONS, GUESTS, NEEDS, ORDER
from desktop.pages.awards.ceremony_side import CeremonySide
from desktop.shell.frame.window import MainWindow
from tests.journeys.test_audit import (
    _audit_dialogs,
    faults,
    in_words,
    not_reached,
    settled,
    window,
)

__all__ = ["window"]


def test_the_ceremony_has_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("awards")
    page = window.page("awards")
    assert isinstance(page, AwardsPage)
    page.turn_to(CeremonySide.tab, "")
    side = page.current
    assert isinstance(side, CeremonySide)
    page.chosen.choose(rounds(side._desk.db)[1].id)
    found: dict[str, list[str]] = {}
    guests, join, order = side.menu.guests, side.menu.invitations, side.menu.order
    citations, papers = side.menu.citations, side.menu.papers
    asked = {
        GUESTS: [guests.add, guests.edit, guests.gather, guests.remove, guests.answer, guests.photos, guests.seat,
                 join.choose_event, join.into_register, papers.ask_badges, papers.ask_cards],
        ORDER: [order.add, order.edit],
        CITATIONS: [citations.write, citations.consents, papers.ask_certificates, papers.ask_letters],
        NEEDS: [],
    }  # fmt: skip
    for what, acts in asked.items():
        side.lists.show_what.show_answer(what)
        side.focus_first()
        found[f"Ceremony, {what}"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
        _audit_dialogs(window, qtbot, acts, found)
    assert not in_words(found), "\n".join(in_words(found))
