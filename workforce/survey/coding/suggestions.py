"""What a text may mean: codes like it, or like texts that were coded. Shown to somebody, never applied. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resources.frequent_words import subject_words
from resources.wording import and_list, shortened
from workforce.survey.coding.text_key import text_key
from workforce.survey.coding.texts import CodedText
from workforce.survey.questionnaire.questions import Option

LIKE = 80.0
"""From which likeness, of 100, two texts are taken to say the same in nearly the same words."""
MOST = 3
COMMON = frozenset(
    {"staff", "care", "carer", "carers", "home", "homes", "work", "working", "worker", "workers", "service",
     "services"}
)  # fmt: skip
"""In every other answer of a care provider: two texts that share them need not be about the same."""


@dataclass(frozen=True)
class Suggestion:
    """A code, how like it is from 0 to 100, and why it is suggested."""

    option_id: str
    wording: str
    likeness: float
    reason: str


def suggestions(of: CodedText, frame: Sequence[Option], others: Iterable[CodedText]) -> list[Suggestion]:
    """The codes that a text may be coded to beside those it has, the likeliest first."""
    had = {one.option_id for one in of.codes}
    offered = {one.id: one for one in frame if one.id not in had}
    found: dict[str, Suggestion] = {}
    for option in offered.values():
        _keep(found, _by_wording(of.text, option))
    for other in others:
        if other.text_key != of.text_key:
            for code in other.codes:
                if code.option_id in offered:
                    _keep(found, _by_text(of, other, offered[code.option_id]))
    ranked = sorted(found.values(), key=lambda one: (-one.likeness, one.wording))
    return ranked[:MOST]


def _keep(found: dict[str, Suggestion], one: Suggestion | None) -> None:
    if one is not None and (one.option_id not in found or found[one.option_id].likeness < one.likeness):
        found[one.option_id] = one


def _by_wording(said: str, option: Option) -> Suggestion | None:
    likeness = _likeness(text_key(said), text_key(option.wording))
    if likeness >= LIKE:
        return Suggestion(option.id, option.wording, likeness, "It says nearly the same.")
    shared = _shared(said, option.wording)
    if not shared:
        return None
    return Suggestion(option.id, option.wording, _by_shared(shared), f"Both say {_quoted(shared)}.")


def _by_text(of: CodedText, other: CodedText, option: Option) -> Suggestion | None:
    quoted = f"“{shortened(other.text, 50)}”"
    likeness = _likeness(of.text_key, other.text_key)
    if likeness >= LIKE:
        return Suggestion(
            option.id, option.wording, likeness, f"{quoted} is coded to it and is nearly the same."
        )
    shared = _shared(of.text, other.text)
    if not shared:
        return None
    reason = f"{quoted} is coded to it and says {_quoted(shared)} too."
    return Suggestion(option.id, option.wording, _by_shared(shared), reason)


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # loaded when first used

    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))


def _by_shared(shared: Sequence[str]) -> float:
    """Below every likeness; more words that are shared tell more."""
    return min(40.0 + 10 * len(shared), LIKE - 1)


def _shared(one: str, other: str) -> list[str]:
    mine, theirs = (subject_words(text, also_common=COMMON) for text in (one, other))
    return [word for stem, word in mine.items() if stem in theirs]


def _quoted(words: Sequence[str]) -> str:
    return and_list([f"“{word}”" for word in words])
