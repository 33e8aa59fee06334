"""What a person decides about an answers file before it is taken in; it is kept, and holds for the next file too."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from resources.problem import Problem


class Means(Enum):
    """What words that were not understood are taken for."""

    OPTION = "an option"
    NEW_OPTION = "a new option"
    OTHER = "kept as “other”"
    FIGURE = "a figure"
    DONT_KNOW = "don’t know"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True)
class WordsDecision:
    """What words mean: `option_id` for an option, `wording` of a new one, `low` and `high` for a figure."""

    means: Means
    option_id: str = ""
    low: str | None = None
    high: str | None = None
    wording: str = ""


def refuse_unfinished(decision: WordsDecision, said: str) -> None:
    """Words that are to be an option or a figure need to be told which."""
    if decision.means is Means.OPTION and not decision.option_id:
        raise Problem(f"“{said}” is to be an option, and none is chosen. Choose one, or keep it as “other”.")
    if decision.means is Means.FIGURE and decision.low is None and decision.high is None:
        raise Problem(f"“{said}” is to be a figure, and none is given. Give one, or keep it as “other”.")


@dataclass(frozen=True)
class WhoDecision:
    """Whom a name means: a provider, or one of its services; neither: nobody in the register."""

    provider_id: str | None = None
    service_id: str | None = None


class RowMeans(Enum):
    """What a row is taken for where that could not be told."""

    HELD = "the response held already"
    NEW = "a response of its own"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class Decisions:
    """All that is decided about one file.

    `words` by column key and the key of the words; `who` by the key of the name. `shares` by column key: whether
    figures up to 1 are shares, so that 0.5 is half. `changed` are the row keys of responses taken in before whose
    new answers are to stand. With `hold_back` responses that are nobody's are not taken in. `rows` says what doubtful
    rows are, by their handles. With `leave_incomplete` responses that were never sent off are left out.
    """

    words: Mapping[tuple[str, str], WordsDecision] = field(default_factory=dict)
    who: Mapping[str, WhoDecision] = field(default_factory=dict)
    shares: Mapping[str, bool] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    hold_back: bool = False
    tie_earlier: bool = False
    """Responses taken in before that gave a name decided now are tied too."""
    rows: Mapping[str, RowMeans] = field(default_factory=dict)
    leave_incomplete: bool = False
    as_planned: frozenset[str] = frozenset()
    """The columns whose question keeps the words planned, though the file asks it in others."""

    def with_words(self, words: Mapping[tuple[str, str], WordsDecision]) -> "Decisions":
        """With these words decided and no others."""
        return replace(self, words=words)


NOTHING_DECIDED = Decisions()
