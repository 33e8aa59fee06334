"""What a response answers, in words as people read it. Pure."""

from workforce.survey.answers.responses import Answer
from workforce.survey.vocabulary import AnswerState, QuestionKind
from workforce.survey.waves.asked import Asked

NOT_ANSWERED, NONE_CHOSEN = "Not answered", "None of them"


def answer_words(asked: Asked, answer: Answer | None) -> str:
    """The options in the wave's words, the figure with its unit, the text; a state by its name."""
    if answer is None:
        return NOT_ANSWERED
    if answer.state is not AnswerState.ANSWERED:
        return answer.state.label
    parts = _chosen(asked, answer)
    if not answer.options and (answer.low is not None or answer.high is not None):
        parts.append(figure_words(answer.low, answer.high, asked.question.unit))
    if answer.text and not (asked.question.kind is not QuestionKind.TEXT and _says_other(asked, answer)):
        parts.append(answer.text if asked.question.kind is QuestionKind.TEXT else f"“{answer.text}”")
    return "; ".join(parts) or (NONE_CHOSEN if asked.question.kind.has_options else NOT_ANSWERED)


def _chosen(asked: Asked, answer: Answer) -> list[str]:
    words = _wordings(asked)
    order = {key: place for place, key in enumerate(words)}
    others = _others(asked)
    return [
        f"{words.get(key, 'an option that is gone')}: “{answer.text}”"
        if key in others and answer.text
        else words.get(key, "an option that is gone")
        for key in sorted(answer.options, key=lambda key: order.get(key, len(order)))
    ]


def _wordings(asked: Asked) -> dict[str, str]:
    offered = {one.option.id: one.wording for one in asked.options}
    return offered | {one.id: one.wording for one in asked.question.options if one.id not in offered}


def _others(asked: Asked) -> set[str]:
    return {one.id for one in asked.question.options if one.is_other}


def _says_other(asked: Asked, answer: Answer) -> bool:
    return bool(_others(asked) & set(answer.options))


def figure_words(low: str | None, high: str | None, unit: str) -> str:
    """A figure or the bounds between which it lies: 12 people, 10 to 37.5%, 50 people or more."""
    first, last = _plain(low), _plain(high)
    if first == last:
        return _with_unit(first, unit)
    if not last:
        return f"{_with_unit(first, unit)} or more"
    if not first:
        return f"up to {_with_unit(last, unit)}"
    return f"{first} to {_with_unit(last, unit)}"


def _plain(figure: str | None) -> str:
    """Without noughts that say nothing: 12.0 is 12."""
    if not figure:
        return ""
    whole, point, rest = figure.partition(".")
    kept = rest.rstrip("0")
    return f"{whole}.{kept}" if point and kept else whole


_ONE = {"people": "person", "posts": "post"}
"""The units of the questions that come ready, of one alone."""


def _with_unit(figure: str, unit: str) -> str:
    if unit == "%":
        return f"{figure}%"
    if figure == "1" and unit in _ONE:
        return f"1 {_ONE[unit]}"
    return f"{figure} {unit}".strip()


def as_sent(answer: Answer | None) -> str:
    """The raw words, where they were read as something else; '' where they say the same."""
    return answer.said if answer is not None and answer.said else ""
