"""Amounts that nobody has."""

import pytest

from resources.problem import FieldProblem
from workforce.funding.rows import refuse_too_much


def test_an_amount_that_nobody_has_is_a_slip() -> None:
    refuse_too_much("pence", 100_000_000_000, "Amount")
    refuse_too_much("pence", None, "Amount")
    with pytest.raises(FieldProblem, match=r"Amount: £1,000,000,000\.01 is more than £1,000,000,000"):
        refuse_too_much("pence", 100_000_000_001, "Amount")
