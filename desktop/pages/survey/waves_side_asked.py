"""What the wave chosen above asks: against an earlier wave what changed, and whether it may be compared."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.pages.settling import Settling
from desktop.pages.survey.wave_choice import choice_beside
from desktop.pages.survey.waves_side_asked_actions import AskedActions
from desktop.pages.survey.waves_side_asked_acts import AskedActs
from desktop.pages.survey.waves_side_detail import asked_detail, match_detail
from desktop.pages.survey.waves_side_view import WavesView
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table
from resources.wording import count_of
from workforce.survey.questionnaire.matching import Match, QuestionMatch, match_waves
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.comparability import matches
from workforce.survey.waves.tables import (
    MATCH_COLUMNS,
    TO_DECIDE,
    asked_table,
    figures_words,
    match_row,
    matching_table,
)
from workforce.survey.waves.waves import Wave, wave, wave_before, waves


class AskedView(WavesView):
    """Each question of the wave; of a later one against an earlier, those that wait to be decided first."""

    tab = "What is asked"

    def __init__(
        self, desk: Desk, acts: AskedActs, *, today: Callable[[], date], ready: Callable[[], bool]
    ) -> None:
        super().__init__(desk, today=today, ready=ready)
        self._can = AskedActions(acts, self._one, self.wave, self.may_write)
        self._found: dict[str, QuestionMatch] = {}
        self.model = RowsModel(MATCH_COLUMNS[:4])
        self.pane = TablePane(
            self.model, name="survey_matching", title="Questions of the wave", chips=("match", "comparable"),
            settings=desk.settings,
            empty=EmptyPage("This wave asks nothing yet. Add questions under Questionnaire, then have it ask them."),
        )  # fmt: skip
        self.detail = DetailPane("Question", "Choose a question to see what changed.")
        self._settling = Settling(self._draw, self)
        self.told = label("", "quiet", wrap=True)
        above = QHBoxLayout()
        above.setContentsMargins(PANE, 0, PANE, 0)
        above.setSpacing(PANE)
        self.against_words, self.against = choice_beside(above, "Against")
        above.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(above)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(800, 370)), 1)
        self.against.changed.connect(self._show_matches)
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.opened.connect(self._open)

    def actions_here(self) -> list[Action]:
        """What may be compared, and what the wave really asked."""
        return self._can.listed()

    def _one(self) -> QuestionMatch | None:
        return self._found.get(self.pane.table.current_key)

    def reload(self) -> None:
        """The earlier waves to choose from, and the questions against the one chosen."""
        later = self.wave()
        earlier = self._earlier(later)
        wanted = self.against.answer()
        usual = wave_before(self.db, later.id) if later is not None else None
        with QSignalBlocker(self.against):
            self.against.set_options([(one.id, one.name) for one in reversed(earlier)])
            known = wanted in [one.id for one in earlier]
            self.against.show_answer(wanted if known else usual.id if usual else None)
        for part in (self.against_words, self.against.widget):
            part.setVisible(len(earlier) > 1)
        self._show_matches()

    def _earlier(self, later: Wave | None) -> list[Wave]:
        held = waves(self.db, self.survey_id) if self.survey_id and later is not None else []
        keys = [one.id for one in held]
        return held[: keys.index(later.id)] if later is not None and later.id in keys else []

    @Slot()
    def _show_matches(self) -> None:
        earlier = self.against.answer()
        if earlier and self.wave_id:
            found = sorted(matches(self.db, earlier, self.wave_id), key=_what_waits_first)
            rows = [match_row(one)[:4] for one in found]
        else:
            found = match_waves((), asked_of_wave(self.db, self.wave_id) if self.wave_id else (), {})
            rows = [(one.wording, "", "", "") for one in found]
        self._found = {one.question: one for one in found}
        self.model.set_rows(rows, keys=list(self._found))
        self.told.setText(self._sentence(earlier))
        self._settling.now()
        self.moved.emit()

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self.moved.emit()

    def _sentence(self, earlier: str | None) -> str:
        if not self._found:
            return ""
        if not earlier:
            return "The first wave: there is no earlier one to compare it with."
        waiting = sum(figures_words(one) == TO_DECIDE for one in self._found.values())
        told = (
            f"{count_of(waiting, 'question')} of {len(self._found)} changed and {'waits' if waiting == 1 else 'wait'} "
            "to be decided; until then each is a break."
            if waiting
            else f"Nothing is left to decide of {count_of(len(self._found), 'question')}."
        )
        return f"Against {wave(self.db, earlier).name}: {told[0].lower() + told[1:]}"

    @Slot(str)
    def _open(self, _key: str) -> None:
        self._can.open()

    def _draw(self) -> None:
        one, later = self._one(), self.wave()
        earlier = self.against.answer()
        if one is None or later is None:
            self.detail.clear()
            return
        ready = [act for act in self.actions_here() if act.ready()]
        compare = [act for act in ready if act.name in ("comparable", "call_break", "undecided")]
        right = [act for act in ready if act.name in ("put_asked_right", "drop_asked")]
        if earlier:
            self.detail.show_detail(match_detail(one, wave(self.db, earlier), later, compare, right))
        elif one.later is not None:
            self.detail.show_detail(asked_detail(one.later, later, right))

    def table(self) -> Table | None:
        """Every question with what was decided."""
        earlier = self.against.answer()
        if not self.wave_id:
            return None
        return (
            matching_table(self.db, earlier, self.wave_id) if earlier else asked_table(self.db, self.wave_id)
        )

    def row_for_history(self) -> tuple[str, str]:
        """The question."""
        return "survey_question", self.pane.table.current_key


def _what_waits_first(one: QuestionMatch) -> int:
    """Then what else changed; the order of the questionnaire within each."""
    return 0 if figures_words(one) == TO_DECIDE else 1 if one.match is not Match.SAME else 2
