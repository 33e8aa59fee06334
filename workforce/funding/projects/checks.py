"""What is refused of anything that is kept of a project."""

from datetime import date

from resources.problem import FieldProblem
from resources.wording import date_words

_MOST = 1_000_000_000


def in_order(field: str, first: date | None, then: date | None, what: str, before: str) -> None:
    """Refuse a day that lies before the one that it follows."""
    if first is not None and then is not None and then < first:
        raise FieldProblem(
            field,
            f"{what}: {date_words(then)} is before {before}, {date_words(first)}. Change one of the two.",
        )


def has_come(field: str, day: date | None, today: date, what: str) -> None:
    """Refuse a day that lies ahead."""
    if day is not None and day > today:
        raise FieldProblem(
            field, f"{what}: {date_words(day)} is after today, {date_words(today)}. Give a day that has come."
        )


def can_be_counted(field: str, number: int | None, what: str) -> None:
    """Refuse a negative number, and one that can only be a slip."""
    if number is not None and number < 0:
        raise FieldProblem(field, f"{what}: {number:,} is below zero. Give a number from 0.")
    if number is not None and number > _MOST:
        raise FieldProblem(field, f"{what}: {number:,} is more than {_MOST:,}. Check its noughts.")
