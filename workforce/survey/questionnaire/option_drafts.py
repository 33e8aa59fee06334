"""What a person says of the options of a question, and what can be options of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from resources.problem import FieldProblem
from workforce.survey.plain_words import words_key
from workforce.survey.questionnaire.questions import Option
from workforce.survey.vocabulary import AnswerState, QuestionKind


@dataclass(frozen=True)
class OptionDraft:
    """What a person says of an option. `low` and `high` are a band's bounds, as decimal text; `score` a scale's step.

    `id` is the option that it puts right; empty where it is new, or is known by its words.
    """

    wording: str
    low: str | None = None
    high: str | None = None
    score: int | None = None
    is_other: bool = False
    stands_for: AnswerState | None = None
    id: str = ""

    @staticmethod
    def of(held: Option) -> "OptionDraft":
        """As it stands."""
        return OptionDraft(
            held.wording, held.low, held.high, held.score, held.is_other, held.stands_for, held.id
        )


def given_options(options: Iterable[str | OptionDraft]) -> list[OptionDraft]:
    """Each as a draft; bare words are an option by those words. Empty lines are left out."""
    drafts = [OptionDraft(one) if isinstance(one, str) else one for one in options]
    tidied = [replace(one, wording=" ".join(one.wording.split())) for one in drafts]
    return [one for one in tidied if one.wording or one.low or one.high]


_FEWEST = 2


def checked_options(kind: QuestionKind, options: Sequence[OptionDraft]) -> list[OptionDraft]:
    """The options of a question of a kind, tidied; refused where they cannot be offered."""
    _check_words(options)
    chosen = [one for one in options if one.stands_for is None]
    if (
        kind in (QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES, QuestionKind.SCALE)
        and len(chosen) < _FEWEST
    ):
        raise FieldProblem(
            "options",
            f"A question answered by “{kind.label}” needs two options or more besides “Don’t know”. Write one on "
            "each line.",
        )
    if kind is QuestionKind.BAND:
        return [one if one.stands_for else _banded(one) for one in options]
    if kind is QuestionKind.SCALE:
        return _scored(options)
    if not kind.has_options and chosen:
        raise FieldProblem(
            "options",
            f"A question answered by “{kind.label}” has no options to choose, and here is “{chosen[0].wording}”. "
            "Take the options away, or choose another kind.",
        )
    return [replace(one, low=None, high=None, score=None) for one in options]


def _check_words(options: Sequence[OptionDraft]) -> None:
    seen: set[str] = set()
    for one in options:
        if not one.wording:
            raise FieldProblem("options", "An option has bounds and no words. Write what can be chosen.")
        key = words_key(one.wording)
        if key in seen:
            raise FieldProblem(
                "options", f"“{one.wording}” stands twice among the options. Leave one of them out."
            )
        seen.add(key)


def _banded(one: OptionDraft) -> OptionDraft:
    low, high = _bound(one, one.low), _bound(one, one.high)
    if low > high:
        raise FieldProblem(
            "options",
            f"“{one.wording}” goes from {low} to {high}, which is backwards. Write the lower figure first.",
        )
    return replace(one, low=_text(low), high=_text(high), score=None)


def _bound(one: OptionDraft, given: str | None) -> Decimal:
    try:
        value = Decimal(str(given if given is not None else "").strip().removesuffix("%").strip())
    except InvalidOperation:
        value = Decimal("nan")
    if not value.is_finite():
        raise FieldProblem(
            "options",
            f"“{one.wording}” needs the figures between which it lies. Write them behind it, such as "
            f"“{one.wording}: 10 to 25”.",
        )
    return value


def _text(value: Decimal) -> str:
    plain = format(value, "f")
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain) or "0"


def _scored(options: Sequence[OptionDraft]) -> list[OptionDraft]:
    """Steps of a scale score 1, 2, 3 in their order, unless every one has a score of its own."""
    steps = [one for one in options if one.stands_for is None]
    if any(one.score is None for one in steps):
        scores = {id(one): place for place, one in enumerate(steps, 1)}
    else:
        scores = {id(one): one.score or 0 for one in steps}
    if len(set(scores.values())) < len(scores):
        raise FieldProblem("options", "Two steps of the scale have the same score. Give each its own.")
    return [replace(one, score=scores.get(id(one)), low=None, high=None) for one in options]
