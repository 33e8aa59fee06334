"""Edited sentences whose figures have changed since: nobody saves one without having been told. Pure."""

from dataclasses import dataclass

from resources.problem import Problem
from resources.report.committee.composed_items import sentence_of
from resources.report.committee.composing import Composed, Origin, SentenceState
from resources.wording import capital_first, count_of, shortened

_MOST = 160


@dataclass(frozen=True)
class ChangedBeneath:
    """`stands` is what the report prints, "" where the sentence was left out; `now` is what it would say today."""

    where: str
    stands: str
    now: str

    @property
    def words(self) -> str:
        """Paragraph 10 says “Of 44 ratings…” As made today it would say “Of 57 ratings…”"""
        where = capital_first(self.where) or "A sentence"
        says = f"says “{_short(self.stands)}”" if self.stands else "is left out."
        return f"{where} {says} As made today it would say “{_short(self.now)}”"


def changed_beneath(composed: Composed) -> tuple[ChangedBeneath, ...]:
    """In the order of the report; those that were left out come last."""
    where = {(one.item, one.sentence): one.where for one in composed.to_mend if one.sentence}
    blocks = zip(composed.origins, composed.report.blocks, strict=True)
    standing = [(origin, sentence_of(block)[1]) for origin, block in blocks]
    standing += [(origin, "") for origin in composed.left_out]
    return tuple(
        ChangedBeneath(where.get((origin.item, origin.sentence), ""), words, origin.generated)
        for origin, words in standing
        if _is_changed(origin)
    )


def changed_words(found: tuple[ChangedBeneath, ...]) -> str:
    """2 edited sentences no longer say what the figures say."""
    says = "says" if len(found) == 1 else "say"
    return f"{count_of(len(found), 'edited sentence')} no longer {says} what the figures say"


def refuse_changed_beneath(composed: Composed) -> None:
    """Raises Problem, with a line for each of them."""
    found = changed_beneath(composed)
    if found:
        raise Problem(
            f"The report was not saved: {changed_words(found)}. Edit what is listed again, or put it back as made.",
            details=tuple(one.words for one in found),
        )


def _is_changed(origin: Origin) -> bool:
    return origin.state is SentenceState.EDITED_AND_CHANGED


def _short(words: str) -> str:
    return shortened(words, _MOST)
