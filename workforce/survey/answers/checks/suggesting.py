"""What words that are no option of their question may mean: the option that is likest, to be confirmed. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from resources.words import plain
from workforce.survey.answers.checked import UnknownWords
from workforce.survey.answers.decisions import Means, WordsDecision
from workforce.survey.waves.asked import Asked

_ALIKE, _ALIKE_IF_SHORT, _SHORT, _CLEAR_LEAD = 80, 90, 5, 4
_ENOUGH_WORDS, _WITHIN = 2, 0.9
_LONGEST = 200
_CODE = re.compile(r"(?:SQ|SY|AO|A|L|OPT)_?0*(\d{1,3})", re.I)


def suggest_words(
    asked: Asked, words: Iterable[UnknownWords], codes: Sequence[str] = ()
) -> list[UnknownWords]:
    """The same, each with the option it is likest to, where one is; `codes` are those of the columns of options.

    A code such as SQ002 or A2 may be the option at its place among those asked.
    """
    places = _places_of_codes(asked, codes)
    return [
        _by_code(one, places) if code_number(one.said) is not None else one
        for one in _by_likeness(asked, words)
    ]


def code_number(text: str) -> int | None:
    """The number in a code that LimeSurvey gives an option by itself; None where it is no such code."""
    match = _CODE.fullmatch(text.strip())
    return int(match[1]) if match else None


def _places_of_codes(asked: Asked, codes: Sequence[str]) -> dict[int, tuple[str, str]]:
    """By the number of a code, an option; none where there are more or fewer columns than options."""
    options = [(one.option.id, one.wording) for one in asked.options if not one.option.is_other]
    numbers = [number for one in codes if (number := code_number(one)) is not None]
    if numbers and len(numbers) != len(options):
        return {}
    return dict(zip(numbers or range(1, len(options) + 1), options, strict=False))


def _by_code(words: UnknownWords, places: Mapping[int, tuple[str, str]]) -> UnknownWords:
    number = code_number(words.said)
    if words.decision is not None or number is None or number not in places:
        return words
    key, wording = places[number]
    place = list(places).index(number) + 1
    return replace(
        words,
        suggested=WordsDecision(Means.OPTION, key),
        reason=f"a code; number {place} asked is “{wording}”",
    )


def _by_likeness(asked: Asked, words: Iterable[UnknownWords]) -> list[UnknownWords]:
    options = [
        (one.option.id, plain(one.wording), one.wording) for one in asked.options if not one.option.is_other
    ]
    return [_suggested(one, options) for one in words]


def _suggested(words: UnknownWords, options: list[tuple[str, str, str]]) -> UnknownWords:
    said = plain(words.said)
    if words.decision is not None or not said or not options or len(said) > _LONGEST:
        return words
    scored = sorted(((_likeness(said, text), key, wording) for key, text, wording in options), reverse=True)
    alike, key, wording = scored[0]
    within = [(one, words_) for one, text, words_ in options if _stands_in(said, text)]
    if alike < _ALIKE and len(within) == 1:
        key, wording = within[0]
        decision = WordsDecision(Means.OPTION, key)
        return replace(words, suggested=decision, reason=f"stands in “{wording}”")
    enough = _ALIKE if min(len(said), len(plain(wording))) > _SHORT else _ALIKE_IF_SHORT
    if alike < enough or (len(scored) > 1 and alike - scored[1][0] < _CLEAR_LEAD):
        return words
    decision = WordsDecision(Means.OPTION, key)
    return replace(words, suggested=decision, likeness=alike, reason=f"{alike}% like “{wording}”")


def _stands_in(said: str, option: str) -> bool:
    """Whether all that was said stands word for word in an option, and is no word that tells nothing."""
    return len(said) > _SHORT and said != option and f" {said} " in f" {option} "


def _likeness(first: str, second: str) -> int:
    from rapidfuzz import fuzz  # loaded when first used

    scores = [fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second)]
    if min(len(first.split()), len(second.split())) >= _ENOUGH_WORDS:
        scores.append(_WITHIN * fuzz.token_set_ratio(first, second))
    return round(max(scores))


def accept_suggested(words: Iterable[UnknownWords]) -> dict[tuple[str, str], WordsDecision]:
    """A decision for all words that have a likely option."""
    return {
        (one.column_key, one.said_key): one.suggested
        for one in words
        if one.decision is None and one.suggested is not None
    }


def all_as(words: Iterable[UnknownWords], means: Means) -> dict[tuple[str, str], WordsDecision]:
    """The same decision for all words of which nothing is decided."""
    return {
        (one.column_key, one.said_key): WordsDecision(
            means, wording=one.said if means is Means.NEW_OPTION else ""
        )
        for one in words
        if one.decision is None
    }
