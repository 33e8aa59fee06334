"""The claim form of the Workforce Development Fund as a workbook, with the eleven columns that its payer reads."""

from collections.abc import Sequence
from pathlib import Path

from resources.files.writing import save_xlsx
from resources.problem import Problem
from workforce.funding.claims.lines import ClaimLine
from workforce.funding.claims.tables import form_table


def save_claim_form(lines: Sequence[ClaimLine], path: Path) -> None:
    """A row for each claim. It goes to the payer, and holds what the form asks for and nothing more."""
    if not lines:
        raise Problem("There is no claim to write into the form. Choose the claims that it is to hold.")
    save_xlsx([form_table(lines)], path)
