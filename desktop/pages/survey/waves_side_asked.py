"""What the wave chosen above asks: against an earlier wave what changed, and whether it may be compared."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.pages.settling import Settling
from desktop.pages.survey.wave_choice import choice_beside
from desktop.pages.survey.waves_side_acts import WavesActs
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
from workforce.survey.waves.asked import Asked, asked_of_wave
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
        self, desk: Desk, acts: WavesActs, *, today: Callable[[], date], ready: Callable[[], bool]
    ) -> None:
        super().__init__(desk, today=today, ready=ready)
        self._acts = acts
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
        """What may be compared."""
        return [
            Action("comparable", "Comparable…", self._comparable, enabled=self._may_compare),
            Action("call_break", "Break", self._break, enabled=self._may_break),
            Action("undecided", "Leave undecided", self._undecided, enabled=self._is_decided),
            Action(
                "put_asked_right", "Put right how it was asked…", self._put_right, enabled=self._may_put_right
            ),
            Action(
                "ask_one_more", "Ask one more question…", self._ask_one_more, enabled=self.may_change_wave
            ),
            Action("drop_asked", "Leave out of the wave", self._drop, enabled=self._may_put_right),
        ]

    def _one(self) -> QuestionMatch | None:
        return self._found.get(self.pane.table.current_key)

    def _may_decide(self) -> bool:
        one = self._one()
        return self.may_write() and one is not None and one.can_be_decided

    def _may_compare(self) -> bool:
        """What is comparable already needs a reason only where a person gave one."""
        one = self._one()
        return self._may_decide() and one is not None and (one.match is not Match.SAME or not one.comparable)

    def _may_break(self) -> bool:
        one = self._one()
        return self._may_decide() and one is not None and (one.comparable or not one.decided)

    def _is_decided(self) -> bool:
        one = self._one()
        return self._may_decide() and one is not None and one.decided

    def _asked(self) -> Asked | None:
        one = self._one()
        return one.later if one is not None else None

    def _may_put_right(self) -> bool:
        return self.may_write() and self._asked() is not None

    def _put_right(self) -> None:
        held = self._asked()
        if held is not None:
            self._acts.put_asked_right(held)

    def _ask_one_more(self) -> None:
        held = self.wave()
        if held is not None:
            self._acts.ask_one_more(held)

    def _drop(self) -> None:
        held = self._asked()
        if held is not None:
            self._acts.drop_asked(held)

    def _comparable(self) -> None:
        one = self._one()
        if one is not None:
            self._acts.say_comparable(one)

    def _break(self) -> None:
        one = self._one()
        if one is not None:
            self._acts.call_break(one)

    def _undecided(self) -> None:
        one = self._one()
        if one is not None:
            self._acts.leave_undecided(one)

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
        if not self._found or not earlier:
            return ""
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
        if self._may_compare():
            self._comparable()

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
