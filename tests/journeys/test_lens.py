"""The whole window over the sample county with the lens on: nobody and nothing exempt is named on any page."""

import shutil
from datetime import date
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from desktop.committee.known import known, people_terms
from desktop.office import Office
from desktop.pages.iwork.iwork import IWorkPage
from desktop.shell.frame.public_face import PublicFace
from desktop.shell.frame.window import MainWindow
from desktop.shell.page import Page
from engagement.committee.items import items_of, remove_item
from engagement.committee.meetings import add_meeting
from engagement.committee.outlines import outline
from engagement.committee.reports import begin_report
from resources.database import Database
from resources.database.locked.places import places_of
from resources.report.document_text import Passage
from resources.report.gate.exempt_facts import held_back_told
from resources.report.gate.known import Looked
from resources.report.leak_gate import SearchText, search_text
from resources.spans import Span
from tests.desktop.accessibility import audit
from workforce.iwork.sample.making import PASSPHRASE

WANTED = {
    "contract suspended",
    "somebody at a provider",
    "a learner",
    "somebody nominated",
    "a guest of the awards",
    "a comment that may not be published",
    "an answer to the survey that may not be quoted",
    "somebody who may not be named",  # on the register of i-Work
    "words about somebody on the i-Work register",
}
_TEXTS = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)


def heard(what: QAccessibleInterface | None) -> list[str]:
    """All that can be heard of it and of what is in it."""
    if what is None or what.state().invisible:
        return []
    own = [what.text(kind) for kind in _TEXTS]
    inside = [words for at in range(what.childCount()) for words in heard(what.child(at))]
    return [words for words in (*own, *inside) if words]


def read(window: MainWindow) -> list[str]:
    """What can be read of the window: what is heard, and every block of the pages, also of those not in view."""
    blocks = window.findChild(PublicFace).preview.view.blocks
    told = [str(blocks.data(blocks.index(row))) for row in range(blocks.rowCount())]
    return [*heard(QAccessible.queryAccessibleInterface(window)), *told]


def unlocked(window: MainWindow, qtbot: QtBot) -> Database:
    """The sample register of i-Work, open in the window."""
    window.show_page("iwork")
    page = window.page("iwork")
    assert isinstance(page, IWorkPage)
    page.reload()
    page.unlocking.locked.field.line.setText(PASSPHRASE)
    page.unlocking.locked.unlock_button.click()
    qtbot.waitUntil(lambda: page.lock.opened is not None)
    return page.lock.opened.db


def test_no_page_names_anybody_or_what_is_exempt(
    office: Office, county_file: Path, register_made: Path, qtbot: QtBot
) -> None:
    shutil.copytree(register_made, places_of(county_file).folder)
    office.open(county_file)
    window = office.window
    db = window._desk.db
    vault = unlocked(window, qtbot)
    at = add_meeting(db, "Adult Social Care Committee", date(2026, 4, 13))
    begun = begin_report(db, "Progress report", at.id, Span(date(2025, 10, 1), date(2025, 12, 31)))
    for item in items_of(db, begun.id):
        if item.section != "suspensions":  # the others are told on their own pages
            remove_item(db, item.id)
    held = known(db, vault, outline(db, begun.id))
    terms = [*held.services, *people_terms(db, vault), *held.refused]
    kinds = {one.what for one in (*terms, *held.held_back)}
    assert kinds >= WANTED, WANTED - kinds
    window._desk.lens.look(public=True)
    QAccessible.setActive(True)
    shown, named = {}, {}
    for key in window._specs:
        window.show_page(key)
        qtbot.waitUntil(lambda: not window._desk.jobs.busy, timeout=30_000)
        texts = read(window)
        passages = [Passage(words, key) for words in texts]
        hits = search_text(
            SearchText(passages), terms, fixed_labels=held.labels, public_names=held.public_names
        )
        told = list(held_back_told(Looked(said=tuple(passages)), held))
        if hits or told:
            named[key] = [(hit.term.text, hit.excerpt) for hit in (*hits, *told)][:3]
        shown[key] = window.findChild(PublicFace).preview.report is not None
        assert not any(page.isVisible() for page in window.findChildren(Page)), key
        assert audit(window) == [], key
    assert window.page("iwork").lock.opened is not None  # nor did it lock meanwhile
    window.show_page("contacts")
    window._desk.lens.look(public=False)
    seen = [Passage(words, "contacts") for words in heard(QAccessible.queryAccessibleInterface(window))]
    QAccessible.setActive(False)
    assert search_text(SearchText(seen), terms) != []  # what is covered would have been found
    assert named == {}
    told = {key for key, is_shown in shown.items() if is_shown}
    assert told >= {
        "providers",
        "forums",
        "good_practice",
        "market",
        "awards",
        "survey",
        "funding",
        "training",
        "iwork",
    }
    assert "reports" in told
    assert not told & {"home", "contacts", "actions", "reach", "imports", "history", "backups"}
