"""People about to be invited, and services for which nobody can be: two tables behind tabs."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.widgets.empty import EmptyPage
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums.people import participants
from engagement.forums.people.audience_rule import Selected, Selection
from engagement.forums.vocabulary import ParticipantStatus
from resources.database import Database
from resources.tables import Column, ColumnKind

_ASKED = (
    Column("contact", "Name", width=150),
    Column("service", "Service", width=190),
    Column("reasons", "Why", width=345),
    Column("provider", "Provider", width=190),
    Column("role", "Role", width=140),
    Column("now", "Invited before", ColumnKind.STATUS, width=140),
)
_LEFT_OUT = (
    Column("service", "Service", width=200),
    Column("provider", "Provider", width=190),
    Column("reason", "Why not", width=360),
)


class Invitees(QTabWidget):
    """Shows a selection, and knows who of it is on the event's list already.

    `left_out_words` are those of the second tab, `acts` the buttons beneath the people asked.
    """

    def __init__(
        self,
        name: str,
        *,
        left_out_words: str,
        nobody_asked: str,
        nobody_left_out: str,
        acts: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self._left_out_words = left_out_words
        self.selection = Selection((), ())
        self._known: Mapping[str, ParticipantStatus] = {}
        self.asked = _pane(_ASKED, f"{name}_asked", "People asked", nobody_asked)
        self.left_out = _pane(_LEFT_OUT, f"{name}_left_out", left_out_words, nobody_left_out)
        self.addTab(_above(self.asked, acts), "Asked")
        self.addTab(self.left_out, left_out_words)

    def show_selection(self, selection: Selection, known: Mapping[str, ParticipantStatus]) -> None:
        """Another selection; `known` are the contacts on the list."""
        self.selection, self._known = selection, known
        people, left = selection.people, selection.left_out
        _rows(self.asked).set_rows(
            [self._row(one) for one in people], keys=[one.contact_id for one in people]
        )
        _rows(self.left_out).set_rows([(one.service, one.provider, one.reason) for one in left])
        self.setTabText(0, f"Asked {len(people):,}")
        self.setTabText(1, f"{self._left_out_words} {len(left):,}")

    def _row(self, one: Selected) -> tuple[str, ...]:
        known = self._known.get(one.contact_id)
        return (
            one.contact, one.service, "; ".join(one.reasons), one.provider, one.role.label,
            known.label if known else "",
        )  # fmt: skip

    @property
    def new(self) -> list[Selected]:
        """Those who would be invited now: not on the list, or taken off it."""
        settled = {key for key, status in self._known.items() if status is not ParticipantStatus.CANCELLED}
        return [one for one in self.selection.people if one.contact_id not in settled]


def known_at(db: Database, event_id: str) -> dict[str, ParticipantStatus]:
    """How everybody stands who is on an event's list, by contact."""
    return {one.contact_id: one.status for one in participants.of_event(db, event_id)}


def _above(pane: TablePane, acts: Sequence[QWidget]) -> QWidget:
    if not acts:
        return pane
    made = QWidget()
    row = QHBoxLayout()
    row.setContentsMargins(12, 0, 12, 4)
    row.setSpacing(8)
    for one in acts:
        row.addWidget(one)
    row.addStretch(1)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(pane, 1)
    column.addLayout(row)
    return made


def _pane(columns: tuple[Column, ...], name: str, title: str, empty: str) -> TablePane:
    return TablePane(RowsModel(columns), name=name, title=title, empty=EmptyPage(empty))


def _rows(pane: TablePane) -> RowsModel:
    assert isinstance(pane.model, RowsModel)
    return pane.model
