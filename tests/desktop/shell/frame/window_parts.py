"""Actions, pages and buttons of a window by their names."""

from PySide6.QtWidgets import QPushButton

from desktop.shell.frame.window import MainWindow
from tests.desktop.sample_window import ServicesPage


def item(window: MainWindow, name: str):  # type: ignore[no-untyped-def]
    return next(one for one in window.items_now() if one.action.name == name)


def services_page(window: MainWindow) -> ServicesPage:
    window.show_page("services")
    page = window.page("services")
    assert isinstance(page, ServicesPage)
    return page


def button(window, text: str) -> QPushButton:  # type: ignore[no-untyped-def]
    return next(one for one in window.findChildren(QPushButton) if one.text() == text)
