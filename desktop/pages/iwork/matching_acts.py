"""What is done with a match: pinned, banned, taken on to a placement; and how all matches are weighed."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.matching import (
    DoNotPlace,
    EndRule,
    PinTogether,
    SaidBan,
    WriteSpeed,
    WriteWeights,
)
from desktop.iwork_papers import save_iwork_paper
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.files.names import name_of
from workforce.iwork.matching import rules_by_hand, weights
from workforce.iwork.matching.facts import MatchPerson, MatchPost, Speed
from workforce.iwork.matching.ranking import SUGGESTION
from workforce.iwork.matching.reading import read_pool
from workforce.iwork.papers.shortlist import shortlist_name, shortlist_report, shortlisted
from workforce.iwork.placements.moving import match
from workforce.iwork.vocabulary import Factor, RuleKind, TravelMode

Pair = tuple[MatchPerson, MatchPost]


class MatchingActs(QObject):
    """Acts on the pair that `pair` gives, over `view`; `post` is the post chosen, for its shortlist."""

    def __init__(
        self,
        desk: Desk,
        view: QWidget,
        pair: Callable[[], Pair | None],
        *,
        rule: Callable[[], str],
        today: Callable[[], date],
        looked: Callable[[str, str], None],
    ) -> None:
        super().__init__(view)
        self._looked = looked
        self._desk, self._view, self._pair, self._rule, self._today = desk, view, pair, rule, today

    def _chosen(self) -> Pair:
        found = self._pair()
        if found is None:
            raise LookupError("no pair is chosen")
        return found

    # Pins and bans

    def pin(self) -> None:
        """Keep the pair together."""
        who, where = self._chosen()
        PinTogether(who.reference, where.reference, self._view).ask(partial(self._pinned, who, where))

    def _pinned(self, who: MatchPerson, where: MatchPost, reason: str) -> None:
        rules_by_hand.pin(self._desk.db, who.key, where.key, reason, today=self._today())
        self._desk.messages.done(f"Pinned {who.reference} to {where.reference}")

    def ban(self) -> None:
        """Keep somebody from a post, or from all of its employer's."""
        who, where = self._chosen()
        dialog = DoNotPlace(who.reference, where.reference, where.employer_name, self._view)
        dialog.ask(partial(self._banned, who, where))

    def _banned(self, who: MatchPerson, where: MatchPost, said: SaidBan) -> None:
        vault, today = self._desk.db, self._today()
        if said.whole_employer:
            rules_by_hand.ban_from_employer(vault, who.key, where.employer_id, said.reason, today=today)
        else:
            rules_by_hand.ban_from_post(vault, who.key, where.key, said.reason, today=today)
        self._desk.messages.done(f"{who.reference} is not placed there")

    def standing_rules(self) -> list[rules_by_hand.PlacingRule]:
        """Those between the pair, or the one chosen in the list of them."""
        if key := self._rule():
            held = rules_by_hand.placing_rule(self._desk.db, key)
            return [held] if held.stands else []
        pair = self._pair()
        return [] if pair is None else rules_by_hand.rules_between(self._desk.db, pair[0].key, pair[1].key)

    def end_rule(self) -> None:
        """It holds no more."""
        held = self.standing_rules()
        pool = read_pool(self._desk.db, today=self._today(), every=True)
        offered = [
            (
                one.id,
                f"{one.kind.label}{' with all of the employer’s posts' if one.employer_id else ''}: {one.reason}",
            )
            for one in held
        ]
        who = pool.person(held[0].person_id).reference
        EndRule(who, offered, self._view).ask(self._ended)

    def _ended(self, said: tuple[str, str]) -> None:
        ended = rules_by_hand.end_rule(self._desk.db, said[0], said[1], today=self._today())
        self._desk.messages.done("Ended the pin" if ended.kind is RuleKind.PIN else "Ended the ban")

    # On to a placement

    def take_on(self) -> None:
        """The team and the person go on with the pair: the placement says so."""
        who, where = self._chosen()
        question = Question(
            f"Match {who.reference} to {where.reference}?",
            f"{SUGGESTION} Their placement moves to “Matched”; nobody is told by it.",
            "Match them",
            self._view,
        )
        question.ask(partial(self._taken_on, who, where))

    def _taken_on(self, who: MatchPerson, where: MatchPost) -> None:
        match(self._desk.db, who.key, where.key, today=self._today())
        self._desk.messages.done(f"Matched {who.reference} to {where.reference}")

    # Weights and speeds

    def weigh(self) -> None:
        """How much each factor counts."""
        WriteWeights(self._desk.db, self._view).ask(self._weighed)

    def _weighed(self, said: dict[Factor, int]) -> None:
        before = weights.weights(self._desk.db)
        if weights.set_weights(self._desk.db, said) == before:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done("Changed the weights of matching")

    def reckon(self) -> None:
        """How long ways to work take."""
        WriteSpeed(self._desk.db, self._view).ask(self._reckoned)

    def _reckoned(self, said: tuple[TravelMode, Speed]) -> None:
        before = weights.speeds(self._desk.db)
        if weights.set_speed(self._desk.db, *said) == before:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed how {said[0].label.lower()} is reckoned")

    # Papers

    def save_shortlist(self, post: MatchPost) -> None:
        """Who fits a post and why, by reference."""
        path = ask_path(self._view, "Save the shortlist", shortlist_name(post), ".docx", WORD_FILES)
        if path is not None:
            pool = read_pool(self._desk.db, today=self._today(), every=True)
            for who in shortlisted(pool, pool.post(post.key)):
                self._looked(who, "Shortlist")
            saved = save_iwork_paper(shortlist_report(pool, pool.post(post.key)), path)
            self._desk.messages.done(f"Saved “{name_of(saved)}”", undo=False)
