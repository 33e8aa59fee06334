"""The views of the Waves tab: all waves, who is invited, and the questions against an earlier wave."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.pages.settling import Settling
from desktop.pages.survey.waves_side_acts import WavesActs
from desktop.pages.survey.waves_side_detail import wave_detail
from desktop.pages.survey.waves_side_view import WavesView
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.asking import differs_from_now
from workforce.survey.waves.population import invited
from workforce.survey.waves.standing import Standing, standing_of
from workforce.survey.waves.tables import (
    POPULATION_COLUMNS,
    WAVE_COLUMNS,
    invited_row,
    population_table,
    wave_row,
    waves_table,
)
from workforce.survey.waves.waves import Wave, wave, waves


class AllWaves(WavesView):
    """A row for each wave; the one under the cursor is the one chosen above. `chosen` carries its key."""

    tab = "All waves"
    chosen = Signal(str)

    def __init__(
        self, desk: Desk, acts: WavesActs, *, today: Callable[[], date], ready: Callable[[], bool],
        paper: Callable[[str], object],
    ) -> None:  # fmt: skip
        super().__init__(desk, today=today, ready=ready)
        self._acts, self._paper = acts, paper
        self._standings: dict[str, Standing] = {}
        self.model = RowsModel(WAVE_COLUMNS)
        first = None if desk.opened.read_only else Action("first_wave", "Plan the baseline", acts.plan)
        self.pane = TablePane(
            self.model, name="survey_waves", title="Waves", chips=("state",), settings=desk.settings,
            empty=EmptyPage("No wave is planned yet. The first is the baseline: change is measured from it.", first),
        )  # fmt: skip
        self.detail = DetailPane("Wave", "Choose a wave to see whom and what it asks.")
        self._settling = Settling(self._draw, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(800, 370)))
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.opened.connect(self._open)

    def actions_here(self) -> list[Action]:
        """What can be done with the chosen wave."""
        one = self._may_change
        return [
            Action("edit_wave", "Change the wave…", self._edit, enabled=one),
            Action("archive_wave", "Archive the wave", self._archive, enabled=one, label_now=self._archive_words),
            Action("wave_as_now", "Ask the questions as they stand now", self._ask_as_now, enabled=one),
            Action("wave_paper", "Word questionnaire of the wave…", self._ask_paper, enabled=self._has_one),
        ]  # fmt: skip

    def held(self) -> Wave | None:
        """The wave under the cursor, archived or not."""
        try:
            key = self.pane.table.current_key
            return wave(self.db, key) if key else None
        except LookupError:
            return None

    def _has_one(self) -> bool:
        return self.is_current and self.held() is not None

    def _may_change(self) -> bool:
        return self.may_write() and self.held() is not None

    def _archive_words(self) -> str:
        held = self.held()
        return "Restore the wave" if held is not None and held.archived_on else "Archive the wave"

    def _edit(self) -> None:
        held = self.held()
        if held is not None:
            self._acts.edit(held)

    def _archive(self) -> None:
        held = self.held()
        if held is not None:
            self._acts.archive_or_restore(held)

    def _ask_as_now(self) -> None:
        held = self.held()
        if held is not None:
            self._acts.ask_as_now(held)

    def _set_population(self) -> None:
        held = self.held()
        if held is not None:
            self._acts.set_population(held)

    def _ask_paper(self) -> None:
        held = self.held()
        if held is not None:
            self._paper(held.id)

    def reload(self) -> None:
        """Every wave, archived ones too; the cursor is on the one chosen above."""
        held = waves(self.db, self.survey_id, archived=True) if self.survey_id else []
        self._standings = {one.id: standing_of(self.db, one.id) for one in held}
        self.model.set_rows(
            [wave_row(one, self._standings[one.id], self._today()) for one in held],
            keys=[one.id for one in held],
        )
        here = self.held()
        if self.wave_id and (here is None or here.archived_on is None) and here != self.wave():
            self.pane.table.go_to(self.wave_id)
        self._settling.now()

    @Slot(str)
    def _follow(self, key: str) -> None:
        self._settling.ask()
        if key and key != self.wave_id:
            self.chosen.emit(key)
        self.moved.emit()

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._may_change():
            self._edit()

    def _draw(self) -> None:
        held = self.held()
        if held is None:
            self.detail.clear()
            return
        standing, may = self._standings[held.id], self._ready()
        differing = differs_from_now(self.db, held.id)
        whom = Action("pane_population", "Set who is invited…", self._set_population)
        anew = Action("pane_as_now", "Ask them as they stand now", self._ask_as_now)
        paper = Action("pane_paper", "Word questionnaire…", self._ask_paper)
        archived = held.archived_on is not None
        actions = (
            Action("pane_edit", "Change…", self._edit, icon="edit"),
            Action("pane_archive", "Restore" if archived else "Archive", self._archive),
        )
        self.detail.show_detail(
            wave_detail(
                held, standing, questions=len(asked_of_wave(self.db, held.id)), differing=differing,
                actions=actions if may else (), population=(whom,) if may else (),
                asking=(*((anew,) if may and differing and not standing.responses else ()), paper),
            )
        )  # fmt: skip

    def table(self) -> Table:
        """Every wave."""
        return waves_table(self.db, self.survey_id, today=self._today(), archived=True)

    def row_for_history(self) -> tuple[str, str]:
        """The wave."""
        return "survey_wave", self.pane.table.current_key


class InvitedView(WavesView):
    """Who is invited to the wave chosen above."""

    tab = "Who is invited"

    def __init__(
        self, desk: Desk, acts: WavesActs, *, today: Callable[[], date], ready: Callable[[], bool]
    ) -> None:
        super().__init__(desk, today=today, ready=ready)
        self._acts = acts
        self.model = RowsModel(POPULATION_COLUMNS)
        first = None if desk.opened.read_only else Action("first_invited", "Set who is invited", self._set)
        self.pane = TablePane(
            self.model, name="survey_invited", title="Invited", chips=("kind", "district", "rating", "answered"),
            settings=desk.settings,
            empty=EmptyPage("Nobody is invited yet. They are taken from the register as it was on a day.", first),
        )  # fmt: skip
        self.row = ActionRow(self._listed())
        self.row.setContentsMargins(PANE, 0, PANE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.row)
        column.addWidget(self.pane, 1)
        self.pane.table.selection_moved.connect(self._tell)
        self.pane.table.opened.connect(self._go_to)
        self.pane.counted.connect(self._tell)

    def _listed(self) -> list[Action]:
        may = self.may_change_wave
        return [
            Action("set_population", "Set who is invited…", self._set, "Ctrl+P", icon="people", enabled=may),
            Action("invite_one", "Invite one more…", self._invite_one, enabled=may),
            Action("leave_out", "Leave out", self._leave_out, enabled=self._has_chosen),
        ]

    def actions_here(self) -> list[Action]:
        """Whom the wave invites."""
        return self._listed()

    def _has_chosen(self) -> bool:
        return self.may_change_wave() and bool(self.pane.table.selected_keys())

    def _set(self) -> None:
        held = self.wave()
        if held is not None:
            self._acts.set_population(held)

    def _invite_one(self) -> None:
        held = self.wave()
        if held is not None:
            self._acts.invite_one(held)

    def _leave_out(self) -> None:
        held = self.wave()
        if held is not None:
            self._acts.leave_out(held, self.pane.table.selected_keys())

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    @Slot(str)
    def _go_to(self, key: str) -> None:
        one = next((one for one in invited(self.db, self.wave_id) if one.id == key), None)
        if one is not None:
            self._desk.navigator.go("providers", one.service_id or one.provider_id)

    def reload(self) -> None:
        """Everybody invited to the wave."""
        held = invited(self.db, self.wave_id) if self.wave_id else []
        covered = standing_of(self.db, self.wave_id).covered if held else frozenset()
        self.model.set_rows(
            [invited_row(one, answered=one.id in covered) for one in held], keys=[one.id for one in held]
        )
        self.row.setVisible(bool(held))
        self.row.refresh()

    def table(self) -> Table | None:
        """Everybody invited."""
        return population_table(self.db, self.wave_id) if self.wave_id else None

    def row_for_history(self) -> tuple[str, str]:
        """The one invited."""
        return "survey_invited", self.pane.table.current_key
