"""The code of a recovery sheet: ten groups of four signs to be copied by hand, the last of which checks the others."""

import re
import secrets
from dataclasses import dataclass, field

from resources.database.data_key import SIGNS
from resources.problem import FieldProblem

GROUPS, IN_A_GROUP = 10, 4
_LENGTH = GROUPS * IN_A_GROUP
_FIELD = 0b100101  # x⁵ + x² + 1: reckoned so, one wrong sign or two that changed places always show


@dataclass(frozen=True)
class RecoveryCode:
    """The code without its gaps."""

    signs: str = field(repr=False)

    @classmethod
    def new(cls) -> "RecoveryCode":
        """One that nobody has: 195 bits drawn by chance."""
        drawn = "".join(secrets.choice(SIGNS) for _ in range(_LENGTH - 1))
        return cls(drawn + _check_sign(drawn))

    def in_groups(self) -> str:
        """As it is printed and read out."""
        return " ".join(self.groups())

    def groups(self) -> tuple[str, ...]:
        """Four signs each."""
        return tuple(self.signs[at : at + IN_A_GROUP] for at in range(0, _LENGTH, IN_A_GROUP))


def read_code(typed: str) -> RecoveryCode:
    """The code that was typed, in small letters or large, with any gaps. Raises `FieldProblem` with what is amiss."""
    signs = re.sub(r"[\s.,:;_/|\-\u2010-\u2015]+", "", typed).upper()
    strange = next((sign for sign in signs if sign not in SIGNS), None)
    if strange is not None:
        raise _amiss(f"“{strange}” is in no code: there is no 0, O, 1 or I in it. Look at the sheet again.")
    if len(signs) != _LENGTH:
        raise _amiss(
            f"The code has {GROUPS} groups of four signs, {_LENGTH} in all; {len(signs)} were typed."
        )
    if _check_sign(signs[:-1]) != signs[-1]:
        raise _amiss(
            "A sign of the code is not as on the sheet, or two changed places. Compare group by group."
        )
    return RecoveryCode(signs)


def could_be_code(typed: str) -> bool:
    """Whether what was typed is whole as a code; which passphrase could be one by chance?"""
    try:
        read_code(typed)
    except FieldProblem:
        return False
    return True


def _amiss(sentence: str) -> FieldProblem:
    return FieldProblem("code", sentence)


def _check_sign(signs: str) -> str:
    total = 0
    for sign in signs:
        total = _doubled(total ^ SIGNS.index(sign))
    return SIGNS[total]


def _doubled(number: int) -> int:
    """Times x in the field of 32 numbers."""
    doubled = number << 1
    return doubled ^ _FIELD if doubled & 0b100000 else doubled
