"""The claim form of the Workforce Development Fund as a workbook, with the eleven columns that its payer reads."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from resources.files.writing import save_xlsx
from resources.problem import Problem
from resources.wording import and_list, count_of
from workforce.funding.claims.lines import ClaimLine
from workforce.funding.claims.tables import form_table
from workforce.funding.vocabulary import ClaimStatus

TO_SEND = tuple(one for one in ClaimStatus if one.is_awaiting or one is ClaimStatus.APPROVED_BY_FINANCE)
"""Claims that are made and not paid yet; what is a draft, declined, withdrawn or paid is asked of nobody."""
_LETTER = 9
"""Pixels of a letter of a bold heading."""


def to_send(lines: Sequence[ClaimLine], statuses: Collection[ClaimStatus] = TO_SEND) -> list[ClaimLine]:
    """Those of them that go to the payer. They have to be of one fund, which has one payer."""
    some = [one for one in lines if one.claim.status in statuses]
    if not some:
        raise Problem(
            f"None of {count_of(len(lines), 'claim')} is in a state to be sent. A claim goes to the payer once it is "
            "submitted and until it is paid; say which states are meant otherwise."
        )
    found = sorted({one.fund for one in some})
    if len(found) > 1:
        raise Problem(
            f"The claims are of several funds, {and_list(found)}, and a form goes to the payer of one. Choose a fund."
        )
    return some


def save_claim_form(lines: Sequence[ClaimLine], path: Path) -> None:
    """A row for each claim. It goes to the payer, and holds what the form asks for and nothing more."""
    if not lines:
        raise Problem("There is no claim to write into the form. Choose the claims that it is to hold.")
    made = form_table(lines)
    wide = [  # a heading on one line, as the form's own row is one line high, and the longest cell
        replace(
            one,
            width=max(one.width, _LETTER * max(len(one.heading), *(len(str(row[at])) for row in made.rows))),
        )
        for at, one in enumerate(made.columns)
    ]
    save_xlsx([replace(made, columns=tuple(wide))], path)
