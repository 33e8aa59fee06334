"""What is done with placements: each act asks by a dialog and makes one change. People go by reference."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.placement_facts import BeginPlacement, SaidBegin, WritePlacement
from desktop.dialogs.iwork.placement_step import MovePlacement
from desktop.shell.page import Desk
from workforce.iwork.placements import moving
from workforce.iwork.placements.moving import MoveFacts
from workforce.iwork.placements.placements import Placement, PlacementFacts, edit_placement, placement
from workforce.iwork.placements.steps import StepNeed, moves, needs
from workforce.iwork.placements.whom import person_words
from workforce.iwork.vocabulary import Stage

_NOT_TYPED = {StepNeed.MATCHING, StepNeed.SHARE, StepNeed.PLACE, StepNeed.CHECKPOINT}


class PlacementActs(QObject):
    """Acts on the placement that `key` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._today = desk, view, key, today

    def current(self) -> Placement:
        """The placement chosen."""
        return placement(self._desk.db, self._key())

    def _who(self, held: Placement) -> str:
        return person_words(self._desk.db, held.person_id)

    # Stages

    def begin(self) -> None:
        """Somebody's way to a job begins."""
        BeginPlacement(self._desk.db, self._today(), self._view).ask(self._begun)

    def _begun(self, said: SaidBegin) -> None:
        made = moving.begin(
            self._desk.db, said.person_id, today=self._today(), on=said.on, stage=said.stage, words=said.words
        )
        self._desk.messages.done(f"Began a placement of {self._who(made)}")
        self.added.emit(made.id)

    def move(self) -> None:
        """To a stage that is chosen in the dialog."""
        held = self.current()
        MovePlacement(self._desk.db, held, self._today(), self._view).ask(partial(self._moved, held))

    def move_to(self, held: Placement, to: Stage) -> None:
        """To this stage: at once where nothing is to be typed, else what it needs is asked."""
        wanted = needs(held.stage, to, has_post=held.post_id is not None)
        if set(wanted) <= _NOT_TYPED:
            self._moved(held, (to, MoveFacts()))
        else:
            dialog = MovePlacement(self._desk.db, held, self._today(), self._view, to=to)
            dialog.ask(partial(self._moved, held))

    def _moved(self, held: Placement, said: tuple[Stage, MoveFacts]) -> None:
        to, facts = said
        made = moving.move(self._desk.db, held.id, to, today=self._today(), **facts)
        self._desk.messages.done(f"{self._who(made)} is at “{made.stage.label}”")

    def end(self) -> None:
        """They left, or it goes no further."""
        held = self.current()
        to = Stage.LEFT if Stage.LEFT in moves(held.stage, held.paused_from) else Stage.WITHDRAWN
        self.move_to(held, to)

    def edit(self) -> None:
        """Access to Work, permitted work, the note."""
        held = self.current()
        WritePlacement(self._desk.db, held, self._today(), self._view).ask(partial(self._edited, held))

    def _edited(self, held: Placement, facts: PlacementFacts) -> None:
        if edit_placement(self._desk.db, held.id, **facts) == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed the placement of {self._who(held)}")
