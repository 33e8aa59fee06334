"""Unique learner numbers: ten digits, the last of which follows from the nine before it. Pure."""

import re

from resources.problem import FieldProblem

LENGTH = 10


def tidy_uln(text: str) -> str:
    """The number as it is kept, without the spaces and hyphens that people part it with."""
    return re.sub(r"[\s\-]", "", text)


def check_digit(first_nine: str) -> int | None:
    """The last digit of a number that begins so; None where no number may: their weighted sum is a multiple of 11."""
    remainder = (
        sum(int(digit) * weight for digit, weight in zip(first_nine, range(10, 1, -1), strict=True)) % 11
    )
    return 10 - remainder if remainder else None


def is_uln(text: str) -> bool:
    """Whether it is ten digits with the right last one."""
    return (
        re.fullmatch(r"[0-9]{10}", text) is not None
        and text[0] != "0"
        and check_digit(text[:-1]) == int(text[-1])
    )


def checked_uln(text: str) -> str:
    """A number as it is kept, '' for none; raises FieldProblem for what is no unique learner number."""
    number = tidy_uln(text)
    if not number or is_uln(number):
        return number
    if not re.fullmatch(r"[0-9]+", number):
        raise FieldProblem(
            "uln",
            f"ULN: “{text.strip()}” has other signs than digits. Write the ten digits, or leave it empty.",
        )
    if len(number) != LENGTH:
        raise FieldProblem(
            "uln",
            f"ULN: “{text.strip()}” has {len(number)} digits, and a ULN has ten. Check it, or leave it empty.",
        )
    raise FieldProblem(
        "uln",
        f"ULN: {number} is not one that is given out: its last digit does not fit the nine before it. A digit may be "
        "mistyped; check it against the certificate, or leave it empty.",
    )
