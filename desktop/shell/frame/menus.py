"""The menu bar: the program's own menus and the page's, each action with a mnemonic of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.shell.actions import ActionItem, mnemonics

_ORDER = ("File", "Edit", "View", "Go", "Help")
_OF_A_PART = "of a part of the page"
_TITLE = "title without its letter"


def fill_menu_bar(
    bar: QMenuBar, items: Sequence[ActionItem], page_items: Sequence[ActionItem], page: str
) -> None:
    """Lay the items into their menus; what names no menu stands in one called after the page."""
    for before in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        before.deleteLater()  # `clear` leaves them behind
    bar.clear()
    by_menu: dict[str, list[ActionItem]] = {title: [] for title in _ORDER[:-2]}
    by_menu[page] = []
    by_menu |= {title: [] for title in _ORDER[-2:]}
    for item in (*items, *page_items):
        by_menu.setdefault(item.action.menu or page, []).append(item)
    for title, found in by_menu.items():
        if found:
            menu = bar.addMenu(title)
            menu.setProperty(_OF_A_PART, title not in (*_ORDER, page))
            menu.setProperty(_TITLE, title)
            _fill(menu, found)
    show_usable_menus(bar)


def show_usable_menus(bar: QMenuBar) -> None:
    """Keep away the menus of parts of the page that are not shown: those in which nothing can be run.

    The letters are shared out among those that are seen.
    """
    seen = []
    for title in bar.actions():
        menu = title.menu()
        if isinstance(menu, QMenu) and menu.property(_OF_A_PART):
            title.setVisible(any(action.isEnabled() for action in menu.actions()))
        if title.isVisible() and isinstance(menu, QMenu):
            seen.append((title, str(menu.property(_TITLE))))
        elif isinstance(menu, QMenu):
            title.setText(str(menu.property(_TITLE)))
    for (title, _), text in zip(seen, mnemonics(words for _, words in seen), strict=True):
        if title.text() != text:
            title.setText(text)


def _fill(menu: QMenu, items: Sequence[ActionItem]) -> None:
    menu.setToolTipsVisible(False)
    for text, item in zip(mnemonics(item.action.label for item in items), items, strict=True):
        item.set_text(text)
        menu.addAction(item)
