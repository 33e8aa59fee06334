"""A way out of a dialog for what was entered by mistake: asked once, and undone like any change."""

from collections.abc import Callable
from functools import partial

from desktop.widgets.forms.form import FormDialog
from desktop.widgets.question import Question


def offer_removal(dialog: FormDialog, question: str, remove: Callable[[], object]) -> None:
    """A button “Remove…” in a dialog about a row; once it is confirmed the row is removed and the dialog closes."""
    dialog.add_way("Remove…").clicked.connect(partial(_ask, dialog, question, remove))


def _ask(dialog: FormDialog, question: str, remove: Callable[[], object], _checked: bool = False) -> None:
    detail = "Do this where it was entered by mistake. Undo brings it back."
    Question(question, detail, "Remove", dialog, danger=True).ask(partial(_removed, dialog, remove))


def _removed(dialog: FormDialog, remove: Callable[[], object]) -> None:
    remove()
    dialog.done(0)
