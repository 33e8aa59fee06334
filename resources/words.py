"""Fixed words: what is kept in a column, what people read for it, and the SQL that turns the one into the other."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A fixed word: its value is what is kept, its label what people read."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:  # looked up by value alone
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def values(cls) -> tuple[str, ...]:
        """What a CHECK in the database allows."""
        return tuple(member.value for member in cls)

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The member whose value or label the text is, whatever its capitals and spaces."""
        wanted = plain(text)
        return next((word for word in cls if wanted in (plain(word.value), plain(word.label))), None)


def plain(text: str) -> str:
    """Lower case letters and digits with single spaces between."""
    return re.sub(r"[\W_]+", " ", text).strip().lower()


def sql_labels(column: str, words: Iterable[Word], otherwise: str = "") -> str:
    """SQL that says a column's word as people read it; `otherwise` where it holds none of them."""
    cases = " ".join(f"when {sql_text(word.value)} then {sql_text(word.label)}" for word in words)
    return f"case {column} {cases} else {sql_text(otherwise)} end"


def sql_values(words: Iterable[Word]) -> str:
    """The kept words for an SQL `in (…)`."""
    return ", ".join(sql_text(word.value) for word in words)


def sql_text(text: str) -> str:
    """A text as SQL has it, quoted."""
    return "'" + text.replace("'", "''") + "'"
