"""The panel: who judges, their interests and conflicts, and who was given whom."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from awards.judging.conflict_lines import loose_interests
from awards.judging.outside import outside
from awards.judging.panel import is_member, member, members
from awards.judging.panel_tables import clash_sentences
from awards.judging.progress import nominee_progress
from awards.rounds.rounds import AwardRound
from awards.vocabulary import RoundPhase
from desktop import clock
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.panel_acts import MemberActs
from desktop.pages.awards.panel_giving import GivingActs
from desktop.pages.awards.panel_lists import (
    CONFLICTS,
    LISTS,
    MATRIX,
    PANEL,
    ConflictsPart,
    MatrixPart,
    MembersPart,
    PanelList,
)
from desktop.pages.awards.panel_menu import IN_PANE, PanelChosen, PanelMenu
from desktop.pages.awards.panel_rulings import RulingActs
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from desktop.widgets.parts import label
from resources.database import Database
from resources.tables import Table
from resources.wording import count_of


class PanelSide(AwardsSide):
    """One of its lists, chosen above, with what can be done with it."""

    tab = "Panel"

    def __init__(self, desk: Desk, chosen: ChosenRound, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        picked = PanelChosen(desk, self)
        self.people = MemberActs(desk, self, chosen, picked.member, today=self._today)
        self.giving = GivingActs(desk, self, chosen, picked.nominee, picked.judge, today=self._today)
        self.rulings = RulingActs(desk, self, picked.nominee, picked.judge, today=self._today)
        self.menu = PanelMenu(picked, self.people, self.giving, self.rulings)
        to_nominee = partial(self.turn_to.emit, "Nominations")
        to_qualifying = partial(self.turn_to.emit, "Qualifying", "")
        self.parts: dict[str, PanelList] = {
            PANEL: MembersPart(
                desk, chosen, self._first, partial(self._in_pane, self.menu.of_panel), self._interest
            ),
            MATRIX: MatrixPart(
                desk, chosen, partial(self._in_pane, self.menu.of_nominee), to_nominee, to_qualifying
            ),
            CONFLICTS: ConflictsPart(
                desk, chosen, partial(self._in_pane, self.menu.of_conflict), partial(self.show_row, "")
            ),
        }
        listed = (self.menu.of_panel(), self.menu.of_nominee(), self.menu.of_conflict())
        self.rows = {
            what: ActionRow([one for one in some if one.name not in IN_PANE])
            for what, some in zip(LISTS, listed, strict=True)
        }
        self.stands = label("", "quiet", wrap=True)
        self._lay_out()
        self.show_what.changed.connect(self.reload)
        for part in self.parts.values():
            part.moved.connect(self._tell)
            part.opened.connect(self._open)
        self.people.added.connect(self.show_row)

    def _lay_out(self) -> None:
        head = row_of_choices()
        self.show_what = add_choice(head, "Show", [(one, one) for one in LISTS], least_letters=13)
        put_beside(head, self.rows.values(), share=6)
        said = QHBoxLayout()
        said.setContentsMargins(PANE, 0, PANE, 0)
        said.addWidget(self.stands)
        self.show_what.show_answer(PANEL)
        self._pile = QStackedLayout()
        for part in self.parts.values():
            self._pile.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(said)
        column.addLayout(self._pile, 1)

    # What can be done

    def actions_here(self) -> list[Action]:
        """All that can be done with the panel."""
        return self.menu.listed()

    def may_keep(self) -> bool:
        """Whether the round shown may be changed: neither put away nor announced."""
        held = self.round()
        return self.may_change_round() and held is not None and held.announced_at is None

    def _first(self) -> Action | None:
        if self._desk.opened.read_only:
            return None
        return Action("panel_first", "Add to the panel", self.people.add)

    def _in_pane(self, listed: Callable[[], list[Action]]) -> list[Action]:
        if not self.may_keep():
            return []
        ready = [one for one in listed() if one.name in IN_PANE and one.ready()]
        return [replace(one, label=one.label_now() if one.label_now else one.label) for one in ready]

    def _interest(self, key: str) -> None:
        if self.may_keep():
            self.people.edit_interest(key)

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self.may_keep() and self.key:
            {PANEL: self.people.edit, MATRIX: self.giving.give, CONFLICTS: self.rulings.rule}[self.what]()

    # What is chosen

    @property
    def what(self) -> str:
        """Which of the lists is shown."""
        return str(self.show_what.answer() or PANEL)

    @property
    def part(self) -> PanelList:
        """The list itself."""
        return self.parts[self.what]

    @property
    def key(self) -> str:
        """The row chosen in it."""
        return self.part.list.key if self.part.list.has_rows else ""

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The list shown, as it stands now."""
        self.part.read()
        self._pile.setCurrentWidget(self.part)
        for name, row in self.rows.items():
            row.setVisible(name == self.what and self.part.list.has_rows)
        held = self.round()
        self.stands.setText(line_above(self._desk.db, held) if held is not None else "")
        self.stands.setVisible(bool(self.stands.text()))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        for row in self.rows.values():
            row.refresh()
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is a member’s."""
        return is_member(self._desk.db, key)

    @Slot(str)
    def show_row(self, key: str) -> None:
        """Put the cursor on a member, of whichever round."""
        with QSignalBlocker(self.show_what):
            self.show_what.show_answer(PANEL)
        if is_member(self._desk.db, key):
            self.chosen.choose(member(self._desk.db, key).round_id)
        self.reload()
        if key:
            self.part.list.show_row(key)

    def table(self) -> Table | None:
        """The rows shown."""
        return self.part.table() if self.part.list.has_rows else None

    def row_for_history(self) -> tuple[str, str]:
        """The member or nominee chosen; of a conflict the nominee."""
        if self.what == PANEL:
            return "panel_member", self.key
        return "award_entry", self.key.partition("/")[2] or self.key

    def status_text(self) -> str:
        """How many rows."""
        return self.part.list.pane.rows_words if self.part.list.has_rows else ""

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self.part.list.focus_first()

    def focus_filter(self) -> None:
        """The filter of the list."""
        self.part.list.pane.bar.focus_field()


def line_above(db: Database, held: AwardRound) -> str:
    """What of the panel wants somebody’s eye, above the lists."""
    said = []
    clashing = [*clash_sentences(db, held.id), *(one.sentence for one in outside(db, held.id))]
    if clashing:
        more = f" And {len(clashing) - 1} more." if len(clashing) > 1 else ""
        said.append(f"To settle: {clashing[0]}{more}")
    silent = sum(one.declared_on is None for one in members(db, held.id, stood_down=False))
    if silent:
        said.append(f"{count_of(silent, 'member')} not asked for interests yet.")
    loose = loose_interests(db, held.id)
    if loose:
        said.append(f"Names nobody here, look by hand: {loose[0][0]}: {loose[0][1]}.")
    far = nominee_progress(db, held.id) if held.phase in (RoundPhase.QUALIFY, RoundPhase.SCORE) else []
    short = sum(one.is_short for one in far)
    if short:
        nominees = f"{count_of(short, 'nominee')} of {len(far)}"
        said.append(f"{nominees} with too few judges; each is to have {held.least_scores}.")
    return " ".join(said)
