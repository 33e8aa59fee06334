"""Whether the answers of a file stand under the wrong headings, one column to the left or right. Pure."""

from collections.abc import Mapping, Sequence

from resources.files.forms.forms_file import FormsFile
from resources.wording import and_list
from workforce.survey.answers.read_answer import offered_words
from workforce.survey.answers.words.choices import told_in
from workforce.survey.vocabulary import QuestionKind
from workforce.survey.waves.asked import Asked

_FEW, _MOST = 0.3, 0.6
"""Below this part of its cells a column does not fit its own question; above it, it fits another."""
_FEWEST = 2


def shifted(file: FormsFile, asked: Mapping[str, Asked]) -> list[str]:
    """A sentence where most answers of columns are none of their own question and options of the one beside it."""
    found: dict[int, list[tuple[str, str]]] = {}
    for place, column in enumerate(file.columns):
        told = file.told_in(column)
        if column.key not in asked or len(told) < _FEWEST or not _has_options(asked[column.key]):
            continue
        if _fitting(asked[column.key], told) >= _FEW:
            continue
        for step in (1, -1):
            other = file.columns[place + step] if 0 <= place + step < len(file.columns) else None
            if other is None or other.key not in asked or not _has_options(asked[other.key]):
                continue
            if _fitting(asked[other.key], told) > _MOST:
                found.setdefault(step, []).append((column.heading, other.heading))
    return [_sentence(some) for some in found.values()]


def _has_options(asked: Asked) -> bool:
    kinds = (QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES, QuestionKind.SCALE)
    return asked.question.kind in kinds and not asked.question.id.startswith("new:")


def _fitting(asked: Asked, told: Sequence[str]) -> float:
    """The part of the cells that name an option of the question."""
    known = offered_words(asked)
    several = asked.question.kind is QuestionKind.SEVERAL_CHOICES
    return sum(bool(told_in(one, known, several=several).keys) for one in told) / len(told)


def _sentence(some: Sequence[tuple[str, str]]) -> str:
    here, there = some[0]
    more = and_list([f"“{heading}”" for heading, _ in some[1:4]])
    also = f" The same is so of {more}." if more else ""
    return (
        f"The answers under “{here}” are those of the column beside it, “{there}”: the columns look shifted by one."
        f"{also} Check the file before it is taken in."
    )
