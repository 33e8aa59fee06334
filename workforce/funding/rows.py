"""What is refused of every amount."""

from resources.files.values import MOST_PENCE
from resources.problem import FieldProblem
from resources.wording import money


def refuse_too_much(field: str, pence: int | None, heading: str) -> None:
    """A FieldProblem where an amount is more than anybody here has to give."""
    if pence is not None and pence > MOST_PENCE:
        raise FieldProblem(
            field, f"{heading}: {money(pence)} is more than {money(MOST_PENCE)}. Check its noughts."
        )
