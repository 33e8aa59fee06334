"""What is done to waves: planned, put right, archived, whom they invite, and what may be compared."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.survey.population import Decided, InviteBy, InviteOne, SetPopulation, Work
from desktop.dialogs.survey.wave import WriteWave
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from engagement.register.council import set_council
from engagement.register.listings import SERVICES
from resources.database import OpenFile, Query
from resources.wording import count_of
from workforce.survey.vocabulary import AskedOf, WaveKind
from workforce.survey.waves import asking, planning, population
from workforce.survey.waves.planning import WaveDraft
from workforce.survey.waves.population import PopulationTaken
from workforce.survey.waves.waves import Wave, answers_in, invited_in, waves

AT_ONCE = 1_500
"""With more services than that the register is looked through beside the window."""


class WavesActs(QObject):
    """Opens the dialogs over `page`. `planned` carries the key of a new wave."""

    planned = Signal(str)

    def __init__(
        self, desk: Desk, page: QWidget, *, survey_id: Callable[[], str],
        today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._desk, self._page, self._survey_id = desk, page, survey_id
        self._today = today

    # Waves

    def plan(self) -> None:
        """One more time of asking."""
        held = waves(self._desk.db, self._survey_id())
        baseline = any(one.kind is WaveKind.BASELINE for one in held)
        taken = [one.name for one in held]
        WriteWave(None, self._today(), self._page, baseline=baseline, taken=taken).ask(self._plan)

    def _plan(self, draft: WaveDraft) -> None:
        made = planning.plan_wave(self._desk.db, self._survey_id(), draft)
        self._desk.messages.done(f"Planned {made.name}")
        self.planned.emit(made.id)

    def edit(self, held: Wave) -> None:
        """Its name, dates and how it is asked."""
        answers = answers_in(self._desk.db, held.id)
        WriteWave(held, self._today(), self._page, baseline=True, answers=answers).ask(
            partial(self._edit, held)
        )

    def _edit(self, held: Wave, draft: WaveDraft) -> None:
        made = planning.edit_wave(
            self._desk.db, held.id, name=draft.name, kind=draft.kind, opens_on=draft.opens_on,
            closes_on=draft.closes_on, mode=draft.mode, asked_of=draft.asked_of, note=draft.note,
        )  # fmt: skip
        if made == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed {made.name}")

    def archive_or_restore(self, held: Wave) -> None:
        """Put it away with its answers, or bring it back."""
        if held.archived_on is None:
            planning.archive_wave(self._desk.db, held.id, today=self._today())
            self._desk.messages.done(f"Archived {held.name}")
        else:
            planning.restore_wave(self._desk.db, held.id)
            self._desk.messages.done(f"Restored {held.name}")

    def ask_as_now(self, held: Wave) -> None:
        """The questions as they stand now."""
        asked = asking.ask_as_now(self._desk.db, held.id)
        self._desk.messages.done(f"{held.name} asks {count_of(len(asked), 'question')} as they stand now")

    # Who is invited

    def set_population(self, held: Wave) -> None:
        """From the register, with what the rule comes to."""
        number = invited_in(self._desk.db, held.id)
        dialog = SetPopulation(self._desk.db, held, self._page, today=self._today(), invited=number,
                               beside=self._beside, tell_council=self._tell_council)  # fmt: skip
        dialog.ask(partial(self._invite, held.id))

    def _tell_council(self, name: str) -> None:
        set_council(self._desk.db, name)
        words = f"Your council is {name}" if name else "Your council is told from the register"
        self._desk.messages.done(words)

    def _is_long(self) -> bool:
        return SERVICES.count(self._desk.db, Query()).number > AT_ONCE

    def _beside(self, work: Work, done: Callable[[Decided], object]) -> None:
        if self._is_long():
            reading = partial(_read_beside, self._desk.opened, work)
            self._desk.jobs.run("Looking through the register", reading, done=done, writes=False)
        else:
            done(work(self._desk.db))

    def _invite(self, key: str, chosen: InviteBy) -> None:
        if self._is_long():
            inviting = partial(_invite_beside, self._desk.opened, key, chosen)
            self._desk.jobs.run("Taking the population from the register", inviting, done=self._invited)
        else:
            self._invited(population.invite(self._desk.db, key, chosen.rule, on=chosen.on))

    def _invited(self, taken: PopulationTaken) -> None:
        self._desk.messages.done(taken.sentence)

    def invite_one(self, held: Wave) -> None:
        """One more by hand."""
        InviteOne(self._desk.db, held, self._page).ask(partial(self._invite_one, held))

    def _invite_one(self, held: Wave, key: str) -> None:
        whom = {"service_id" if held.asked_of is AskedOf.SERVICE else "provider_id": key}
        made = population.add_to_population(self._desk.db, held.id, **whom)
        self._desk.messages.done(f"Invited {made.name}")

    def leave_out(self, held: Wave, keys: Sequence[str]) -> None:
        """Those chosen in the table."""
        number = population.leave_out(self._desk.db, keys)
        self._desk.messages.done(f"Left {number:,} out of {held.name}")


def _read_beside(opened: OpenFile, work: Work, progress: Progress) -> Decided:
    progress.step(0, 0, "Looking through the register")
    db = opened.connection(read_only=True)
    try:
        return work(db)
    finally:
        db.close()


def _invite_beside(opened: OpenFile, key: str, chosen: InviteBy, progress: Progress) -> PopulationTaken:
    progress.step(0, 0, "Taking the population from the register")
    db = opened.connection(read_only=False)
    try:
        return population.invite(db, key, chosen.rule, on=chosen.on)
    finally:
        db.close()
