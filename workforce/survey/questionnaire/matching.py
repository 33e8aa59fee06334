"""What became of each question between two waves, and whether its figures can be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resources.wording import shortened
from resources.words import Word
from workforce.survey.plain_words import words_key
from workforce.survey.waves.asked import Asked, AskedOption


class Match(Word):
    """What became of a question; capitals, spaces and punctuation alone change nothing."""

    SAME = "same", "Same"
    REWORDED = "reworded", "Reworded"
    OPTIONS_CHANGED = "options_changed", "Options changed"
    REWORDED_AND_OPTIONS = "reworded_and_options", "Reworded, options changed"
    NEW = "new", "New"
    DROPPED = "dropped", "Dropped"

    @property
    def is_in_both(self) -> bool:
        """Whether both waves asked it."""
        return self not in (Match.NEW, Match.DROPPED)


@dataclass(frozen=True)
class Decision:
    """What a person decided of a question between two waves."""

    comparable: bool
    reason: str = ""
    decided_by: str = ""
    decided_at: str = ""


@dataclass(frozen=True)
class QuestionMatch:
    """A question in two waves. `question` is its key, in the later wave where two questions of one wording are paired.

    Where it is not `comparable` there is a break: nothing is drawn or subtracted across it. `what_changed` are
    sentences.
    """

    question: str
    earlier: Asked | None
    later: Asked | None
    match: Match
    what_changed: tuple[str, ...] = ()
    decision: Decision | None = None

    @property
    def comparable(self) -> bool:
        """What a person decided; undecided, only what did not change is."""
        if not self.can_be_decided:
            return False
        return self.decision.comparable if self.decision else self.match is Match.SAME

    @property
    def decided(self) -> bool:
        """Whether a person decided it."""
        return self.decision is not None and self.can_be_decided

    @property
    def can_be_decided(self) -> bool:
        """Whether both waves asked it, and it is kept as one question."""
        return (
            self.earlier is not None
            and self.later is not None
            and self.earlier.question.id == self.later.question.id
        )

    @property
    def wording(self) -> str:
        """As asked last."""
        held = self.later or self.earlier
        return held.wording if held else ""

    @property
    def is_break(self) -> bool:
        """Whether both waves asked it and yet its figures stand apart."""
        return self.match.is_in_both and not self.comparable


def match_waves(
    earlier: Sequence[Asked], later: Sequence[Asked], decided: Mapping[str, Decision]
) -> list[QuestionMatch]:
    """Every question of the later wave in its order, then those that were dropped.

    A question is known by its key; else, where nothing else claims either, by its words. Two such stay a break: they
    are kept as two questions.
    """
    pairs = _pairs(earlier, later)
    paired = {one.id for one in pairs.values()}
    found = [_match(pairs.get(one.id), one, decided.get(one.question.id)) for one in later]
    dropped = [
        QuestionMatch(one.question.id, one, None, Match.DROPPED, ("Not asked in the later wave.",))
        for one in earlier
        if one.id not in paired
    ]
    return [*found, *dropped]


def _pairs(earlier: Sequence[Asked], later: Sequence[Asked]) -> dict[str, Asked]:
    """The earlier question of each later one, by the key of its asking."""
    by_key = {one.question.id: one for one in earlier}
    pairs = {one.id: by_key[one.question.id] for one in later if one.question.id in by_key}
    kept = {one.question.id for one in later}
    left = {words_key(one.wording): one for one in earlier if one.question.id not in kept}
    for one in later:
        if one.id not in pairs and words_key(one.wording) in left:
            pairs[one.id] = left.pop(words_key(one.wording))
    return pairs


def _match(earlier: Asked | None, later: Asked, decision: Decision | None) -> QuestionMatch:
    key = later.question.id
    if earlier is None:
        return QuestionMatch(key, None, later, Match.NEW, ("Not asked in the earlier wave.",))
    reworded = words_key(earlier.wording) != words_key(later.wording)
    words = (f"It was asked as “{earlier.wording}”.",) if reworded else ()
    options = _options_changed(earlier, later)
    kind = (
        Match.REWORDED_AND_OPTIONS if reworded and options
        else Match.REWORDED if reworded
        else Match.OPTIONS_CHANGED if options
        else Match.SAME
    )  # fmt: skip
    apart = () if earlier.question.id == key else ("It is kept as two questions, one for each wave.",)
    return QuestionMatch(key, earlier, later, kind, (*words, *options, *apart), decision)


def _options_changed(earlier: Asked, later: Asked) -> tuple[str, ...]:
    was, now = earlier.question.kind, later.question.kind
    if was is not now:
        return (f"It was answered by “{was.label}”, and now by “{now.label}”.",)
    before = {_key(earlier, later, one): one for one in earlier.options}
    after = {_key(earlier, later, one): one for one in later.options}
    renamed = [
        f"“{before[key].wording}” became “{one.wording}”."
        for key, one in after.items()
        if key in before and words_key(before[key].wording) != words_key(one.wording)
    ]
    added = [one.wording for key, one in after.items() if key not in before]
    gone = [one.wording for key, one in before.items() if key not in after]
    return (*renamed, *_listed("Added", added), *_listed("No longer offered", gone))


def _key(earlier: Asked, later: Asked, one: AskedOption) -> str:
    """Options are known by their keys; of two questions, by their words."""
    return one.option.id if earlier.question.id == later.question.id else words_key(one.wording)


def _listed(what: str, wordings: Sequence[str]) -> tuple[str, ...]:
    return (f"{what}: {'; '.join(shortened(one) for one in wordings)}.",) if wordings else ()
