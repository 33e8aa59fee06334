"""The recommendations of one report, kept in order in a list of their own."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.committee.recommendation_words import WriteRecommendation
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from engagement.committee.recommendations import (
    add_recommendation,
    edit_recommendation,
    move_recommendation,
    recommendation,
    recommendations_of,
    remove_recommendation,
)
from resources.tables import Column, ColumnKind, Table

_COLUMNS = (
    Column("number", "Number", ColumnKind.NUMBER, width=80),
    Column("text", "Recommendation", width=466),
    Column("outcome", "What was decided", ColumnKind.STATUS, width=150),
)
_INTRO = "What members are asked to decide, in the order in which it is printed."


class RecommendationList(QObject):
    """Opens the list over `view`; each act is a change of its own."""

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def open(self, report_id: str) -> KeptList:
        """The recommendations of a report."""
        made = KeptList(
            "Recommendations",
            _INTRO,
            partial(self._read, report_id),
            self._view,
            name="report_recommendations",
        )
        one = made.has_row
        made.offer(
            [
                Action("recommendation_add", "Add…", partial(self._add, made, report_id), icon="add"),
                Action(
                    "recommendation_change", "Change…", partial(self._edit, made), icon="edit", enabled=one
                ),
                Action("recommendation_up", "Move up", partial(self._move, made, -1), enabled=one),
                Action("recommendation_down", "Move down", partial(self._move, made, 1), enabled=one),
                Action("recommendation_remove", "Remove", partial(self._remove, made), enabled=one),
            ]
        )
        made.open()
        return made

    def _read(self, report_id: str) -> tuple[Table, list[str]]:
        held = recommendations_of(self._desk.db, report_id)
        rows = [(place, one.text, one.outcome.label) for place, one in enumerate(held, 1)]
        return Table("Recommendations", _COLUMNS, rows), [one.id for one in held]

    def _add(self, shown: KeptList, report_id: str) -> None:
        WriteRecommendation(shown).ask(partial(self._added, shown, report_id))

    def _added(self, shown: KeptList, report_id: str, text: str) -> None:
        made = add_recommendation(self._desk.db, report_id, text)
        shown.reload()
        shown.table.go_to(made.id)

    def _edit(self, shown: KeptList) -> None:
        held = recommendation(self._desk.db, shown.key)
        WriteRecommendation(shown, held=held.text).ask(partial(self._edited, shown, held.id))

    def _edited(self, shown: KeptList, key: str, text: str) -> None:
        edit_recommendation(self._desk.db, key, text)
        shown.reload()

    def _move(self, shown: KeptList, by: int) -> None:
        key = shown.key
        move_recommendation(self._desk.db, key, by)
        shown.reload()
        shown.table.go_to(key)

    def _remove(self, shown: KeptList) -> None:
        remove_recommendation(self._desk.db, shown.key)
        shown.reload()
