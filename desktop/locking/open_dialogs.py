"""The dialogs that are open over a page when it locks: what was typed in them, and closing them at once."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.widgets.forms.form import FormDialog


def dialogs_over(page: QWidget) -> list[QDialog]:
    """Those that belong to the page, and while it is shown all that stand over its window; the topmost first."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    ours = [one for one in found if _is_over(one, page)]
    return sorted(ours, key=lambda one: -sum(1 for _ in _above(one)))


def _is_over(dialog: QDialog, page: QWidget) -> bool:
    above = list(_above(dialog))
    return page in above or (page.isVisible() and page.window() in above)


def _above(dialog: QWidget) -> Iterator[QWidget]:
    above = dialog.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def typed_into(dialogs: list[QDialog]) -> list[FormDialog]:
    """Those of them in which something was typed."""
    return [one for one in dialogs if isinstance(one, FormDialog) and one.is_touched]


def close_all(dialogs: list[QDialog]) -> None:
    """Close them without a question, and let them go at once; one that waits for an answer gets none."""
    for dialog in dialogs:
        QDialog.done(dialog, QDialog.DialogCode.Rejected.value)
    for dialog in dialogs:
        let_go(dialog)


def let_go(widget: QWidget) -> None:
    """It and all beneath it are gone when this returns, unless something within is waiting for an answer."""
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)
