"""What is done with results: each act asks by a dialog and makes one change."""

from functools import partial

from awards.nominations.entries import entry
from awards.report.honours import not_asked_words
from awards.results.deciding.announcing import announce, in_the_way
from awards.results.deciding.deciding import DECIDED_IN, decide
from awards.results.deciding.decisions import decisions, decisions_of
from awards.results.deciding.shortlisting import CHOSEN_FROM, CHOSEN_IN, proposed, shortlist
from awards.results.deciding.withdrawing import withdraw_honour
from awards.results.standings import CategoryStanding, NomineeStanding
from awards.rounds.moving_on import refuse_phase
from awards.vocabulary import EntryStatus, Outcome
from desktop.dialogs.awards.decide import (
    ChooseFinalists,
    Decided,
    DecideOn,
    Finalists,
    NotAward,
    TakeBack,
    TakenBack,
)
from desktop.pages.awards.results_base import ResultsBase
from desktop.widgets.question import Question
from resources.problem import Problem
from resources.wording import count_of, lower_first


class ResultsActs(ResultsBase):
    """Decisions on the category shown, and on the nominee chosen there."""

    # Decisions

    def decide(self) -> None:
        """An honour for the nominee chosen."""
        held, one = self._held(), self._one()
        refuse_phase(held.round, *DECIDED_IN, what="Honours are decided")
        dialog = DecideOn(held, one, self._view, adjusted=self._adjusted())
        dialog.ask(partial(self._decided, held, one))

    def _decided(self, held: CategoryStanding, one: NomineeStanding, said: Decided) -> None:
        made = decide(
            self._desk.db, held.category.id, one.key, said.outcome, said.reason, now=self._now(), tie=said.tie,
            adjusted=said.adjusted, on_too_few=said.on_too_few,
        )  # fmt: skip
        self._desk.messages.done(f"Decided on {one.nominee.name}: {lower_first(made.outcome.label)}")

    def not_award(self) -> None:
        """The category has no winner."""
        held = self._held()
        refuse_phase(held.round, *DECIDED_IN, what="Honours are decided")
        if not held.round.may_not_award:
            raise Problem(
                "The rules of the round say that every category is awarded. Change that rule on the Round side first."
            )
        NotAward(held, self._view).ask(partial(self._not_awarded, held))

    def _not_awarded(self, held: CategoryStanding, reason: str) -> None:
        decide(self._desk.db, held.category.id, None, Outcome.NOT_AWARDED, reason, now=self._now())
        self._desk.messages.done(f"Decided not to award “{held.category.name}”")

    def finalists(self) -> None:
        """Who goes on."""
        held = self._held()
        refuse_phase(held.round, *CHOSEN_IN, what="Finalists are chosen")
        among = [one for one in held.by_place() if one.nominee.status in CHOSEN_FROM]
        if not among:
            raise Problem("Nobody is left to choose from: no nominee of the category is with the judges.")
        were = [one.key for one in among if one.nominee.status is EntryStatus.SHORTLISTED]
        chosen = were or proposed(held, adjusted=self._adjusted())
        ChooseFinalists(held, among, chosen, self._view).ask(partial(self._chose, held))

    def _chose(self, held: CategoryStanding, said: Finalists) -> None:
        came = shortlist(self._desk.db, held.category.id, said.keys, now=self._now(), reason=said.reason)
        self._desk.messages.done(f"Chose the finalists: {came.sentence}")

    def take_back(self, chosen: str = "") -> None:
        """A decision of the category ends."""
        db, held = self._desk.db, self._held()
        standing = decisions_of(db, category_id=held.category.id)
        if not standing:
            raise Problem("Nothing is decided in this category, so that nothing can be taken back.")
        own = next((one.id for one in standing if one.entry_id and one.entry_id == self._key()), "")
        among = [(one, entry(db, one.entry_id) if one.entry_id else None) for one in standing]
        TakeBack(among, self._view, chosen=chosen or own).ask(self._took_back)

    def _took_back(self, said: TakenBack) -> None:
        withdraw_honour(self._desk.db, said.key, said.reason, now=self._now(), to=said.to)
        self._desk.messages.done("Took the decision back")

    def announce(self) -> None:
        """All that waits, at once; what stands in the way is said before anything is asked."""
        db, held = self._desk.db, self._round()
        against = in_the_way(db, held, now=self._now())
        if against:
            raise Problem(against[0], details=tuple(against[1:]))
        waiting = [one for one in decisions(db, held.id) if one.is_pending]
        become = "becomes" if len(waiting) == 1 else "become"
        said = (
            f"{count_of(len(waiting), 'decision')} {become} known at once. Winners stand as winners everywhere, and "
            f"letters and certificates can be made. {not_asked_words(db, held.id)}"
        )
        question = Question(f"Announce the results of {held.name}?", said.strip(), "Announce", self._view)
        question.ask(partial(self._announced, held.id))

    def _announced(self, key: str) -> None:
        self._desk.messages.done(announce(self._desk.db, key, now=self._now()).sentence)
