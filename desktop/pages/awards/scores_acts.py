"""What is done with a judge’s scores: each act asks by a dialog and makes one change."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from awards.judging import scores
from awards.judging.blind.choices import choose
from awards.judging.blind.copies import blind_copy
from awards.nominations.entries import edit_entry, entry
from awards.rounds.criteria import criteria_of
from desktop.dialogs.awards.scores import AskReason, Decided, DecideWords, GiveScores, Scored
from desktop.shell.page import Desk
from resources.database import change
from resources.problem import Problem
from resources.wording import count_of, in_london


class ScoresActs(QObject):
    """Acts on the assignment chosen, over `view`; `scored` tells which was scored last."""

    scored = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, *, key: Callable[[], str], selected: Callable[[], Sequence[str]],
        now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._key, self._selected, self._now = desk, view, key, selected, now

    def _current(self) -> scores.Given:
        return scores.given(self._desk.db, self._key())

    def _scorable(self) -> scores.Given:
        held = self._current()
        refusal = scores.may_score(held)
        if refusal is not None:
            raise Problem(refusal)
        return held

    # Scores

    def score(self) -> None:
        """Give scores."""
        db, held = self._desk.db, self._scorable()
        scores.refuse_conflict(db, held)
        given = {one.criterion_id: one.points for one in scores.scores_of(db, held.id)}
        copy, criteria = blind_copy(db, held.entry_id), criteria_of(db, held.category_id)
        GiveScores(db, held, copy, criteria, given, self._view).ask(partial(self._gave, held))

    def _gave(self, held: scores.Given, scored: Scored) -> None:
        db = self._desk.db
        scores.give_scores(db, held.id, scored.points, now=self._now(), comment=scored.comment)
        status = scores.given(db, held.id).status
        self._desk.messages.done(f"{held.reference}: {status.label.lower()}")
        self.scored.emit(held.id)

    def abstain(self) -> None:
        """Give no score, and say why."""
        held = self._scorable()
        given = scores.scores_of(self._desk.db, held.id)
        gone = f" {count_of(len(given), 'score')} given before go; their history stays." if given else ""
        AskReason(
            f"Abstain on {held.reference}", "Abstain",
            f"An abstention is no score: it counts in no mean.{gone}", "Why no score is given", self._view,
        ).ask(partial(self._abstained, held))  # fmt: skip

    def _abstained(self, held: scores.Given, reason: str) -> None:
        scores.abstain(self._desk.db, held.id, reason, now=self._now())
        self._desk.messages.done(f"Abstained on {held.reference}")
        self.scored.emit(held.id)

    # Locks

    def lock(self) -> None:
        """Keep the scores of the rows selected as they are."""
        held = [scores.given(self._desk.db, key) for key in self._selected()]
        locked = scores.lock(self._desk.db, [one.id for one in held if not one.is_locked], now=self._now())
        self._desk.messages.done(f"Locked the scores of {count_of(len(locked), 'nominee')}")

    def unlock(self) -> None:
        """Let them be put right."""
        held = self._current()
        AskReason(
            f"Unlock the scores of {held.reference}", "Unlock",
            "The reason is kept as a note of the panel on the nominee.", "Why they may be given again", self._view,
        ).ask(partial(self._unlocked, held))  # fmt: skip

    def _unlocked(self, held: scores.Given, reason: str) -> None:
        scores.unlock(self._desk.db, held.id, reason, now=self._now())
        self._desk.messages.done(f"Unlocked the scores of {held.reference}")

    # Blind copies

    def decide_words(self) -> None:
        """Which doubtful words are hidden, and what else is."""
        db, held = self._desk.db, self._current()
        hidden = entry(db, held.entry_id).also_hide
        DecideWords(blind_copy(db, held.entry_id), hidden, self._view).ask(partial(self._decided, held))

    def _decided(self, held: scores.Given, decided: Decided) -> None:
        db, on = self._desk.db, in_london(self._now()).date()
        with change(db, f"Looked at the blind copy of {held.reference}"):
            for nomination, word, nth, hide in decided.words:
                choose(db, nomination, word, nth, hide=hide, on=on)
            if decided.also_hide != entry(db, held.entry_id).also_hide:
                edit_entry(db, held.entry_id, also_hide=decided.also_hide)
        self._desk.messages.done(f"Looked at the blind copy of {held.reference}")
