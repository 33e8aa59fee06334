"""The whole window over the sample county with the lens on: nobody and nothing exempt is named on any page."""

from datetime import date
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from desktop.documents import exempt_terms
from desktop.office import Office
from desktop.shell.frame.public_face import PublicFace
from desktop.shell.frame.window import MainWindow
from desktop.shell.page import Page
from engagement.committee.items import items_of, remove_item
from engagement.committee.meetings import add_meeting
from engagement.committee.reports import begin_report
from engagement.register.contracts import fixed_labels, public_names
from engagement.register.people_known import contact_terms
from resources.report.document_text import Passage
from resources.report.leak_gate import SearchText, search_text
from resources.spans import Span
from tests.desktop.accessibility import audit

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


def test_no_page_names_anybody_or_what_is_exempt(office: Office, county_file: Path, qtbot: QtBot) -> None:
    office.open(county_file)
    window = office.window
    db = window._desk.db
    at = add_meeting(db, "Adult Social Care Committee", date(2026, 4, 13))
    begun = begin_report(db, "Progress report", at.id, Span(date(2025, 10, 1), date(2025, 12, 31)))
    for item in items_of(db, begun.id):
        if item.section != "suspensions":  # the others are told on their own pages
            remove_item(db, item.id)
    terms = [*exempt_terms(db), *contact_terms(db)]
    labels, public = fixed_labels(db), public_names(db)
    assert len(terms) > 200
    window._desk.lens.look(public=True)
    QAccessible.setActive(True)
    shown, named = {}, {}
    for key in window._specs:
        window.show_page(key)
        qtbot.waitUntil(lambda: not window._desk.jobs.busy, timeout=30_000)
        texts = read(window)
        passages = [Passage(words, key) for words in texts]
        hits = search_text(SearchText(passages), terms, fixed_labels=labels, public_names=public)
        if hits:
            named[key] = [(hit.term.text, hit.excerpt) for hit in hits][:3]
        shown[key] = window.findChild(PublicFace).preview.report is not None
        assert not any(page.isVisible() for page in window.findChildren(Page)), key
        assert audit(window) == [], key
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
