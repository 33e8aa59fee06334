"""Awards that were paid, in the core columns of the 360Giving Data Standard.

The file names who was paid, and how much: it is for a council that publishes its grants. Nobody who was refused, no
learner, and no micro-provider (whose name may be a person's) is in it.
"""

import re
from dataclasses import dataclass
from typing import Any

from engagement.register.letterhead import letterhead
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.problem import FieldProblem, Problem
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.funding.vocabulary import ClaimStatus, FundKind
from workforce.years import year_words

HEADINGS = (
    "Identifier", "Title", "Description", "Currency", "Amount Awarded", "Award Date", "Recipient Org:Identifier",
    "Recipient Org:Name", "Funding Org:Identifier", "Funding Org:Name",
)  # fmt: skip
"""As the standard writes them."""
_PREFIX = re.compile(r"360G-[A-Za-z0-9]+")
_ORGANISATION = re.compile(r"[A-Z0-9]+-[A-Z0-9]+-\S+|360G-\S+")


@dataclass(frozen=True)
class Publisher:
    """Who publishes: the prefix that 360Giving gave them, and the council's own identifier, such as GB-LAE-NTT."""

    prefix: str
    organisation: str


@dataclass(frozen=True)
class Awards:
    """The table, and how many awards are left out because the recipient may be a person."""

    table: Table
    left_out: int

    @property
    def sentence(self) -> str:
        """What is in it, and what is not."""
        said = f"{count_of(len(self.table.rows), 'award')} in the file"
        if not self.left_out:
            return f"{said}."
        return f"{said}; {count_of(self.left_out, 'award')} to micro-providers, whose name may be a person’s, left out."


def awards(db: Database, year: int, publisher: Publisher) -> Awards:
    """Claims charged to the year that were paid from funds of ours, in the order of their numbers."""
    check_publisher(publisher)
    council = letterhead(db).council
    if not council:
        raise Problem(
            "The name of the council is not kept, and the file has to say who awards. Write it under “Your council” "
            "(on the command line: letterhead --council)."
        )
    rows, left_out = list[tuple[Cell, ...]](), 0
    for number, fund, funder, what, pence, decided, paid, provider_id, cqc, provider, micro in _paid(
        db, year
    ):
        if micro:
            left_out += 1
            continue
        rows.append(
            (
                f"{publisher.prefix}-claim-{number}", f"{fund}: {what}" if what else fund,
                _description(fund, funder, what, year), "GBP", pence, decided or paid,
                f"{publisher.prefix}-org-{cqc or provider_id}", provider, publisher.organisation, council,
            )
        )  # fmt: skip
    if not rows:
        raise Problem(
            f"No claim of {year_words(year)} is paid yet, so there is no award to publish. Choose another year."
        )
    columns = tuple(
        Column(heading, heading, ColumnKind.MONEY if heading == "Amount Awarded" else ColumnKind.TEXT, 160)
        for heading in HEADINGS
    )
    return Awards(Table(f"360Giving {year}-{(year + 1) % 100:02d}", columns, rows), left_out)


def _description(fund: str, funder: str, what: str, year: int) -> str:
    of = f"{fund} ({funder})" if funder else fund
    return f"Paid from the {of} in {year_words(year)} towards {what or 'training of staff'}."


def _paid(db: Database, year: int) -> list[tuple[Any, ...]]:
    """What a claim is for is said by what the fund pays for or the course: words typed may name a learner."""
    return db.rows(
        """select claim.number, fund.name, fund.funder, coalesce(fund_item.name, course.name, ''),
            ifnull(approved_pence, pence), decided_on, paid_on, provider.id, provider.cqc_provider_id, provider.name,
            exists (select 1 from service where provider_id = provider.id and kind = ?)
        from claim join fund on fund.id = claim.fund_id join provider on provider.id = claim.provider_id
        left join fund_item on fund_item.id = item_id left join course on course.id = claim.course_id
        where year = ? and claim.status = ? and fund.kind in (?, ?) order by claim.number""",
        (
            ServiceKind.MICRO_PROVIDER.value, year, ClaimStatus.PAID.value, FundKind.HELD.value,
            FundKind.GRANTED.value,
        ),
    )  # fmt: skip


def check_publisher(publisher: Publisher) -> None:
    """Refuse what is no prefix of 360Giving’s or no identifier of an organisation."""
    if not _PREFIX.fullmatch(publisher.prefix):
        raise FieldProblem(
            "prefix",
            f"“{publisher.prefix}” is not a publisher’s prefix. Write it as 360Giving gave it, like 360G-Example.",
        )
    if not _ORGANISATION.fullmatch(publisher.organisation):
        raise FieldProblem(
            "organisation",
            f"“{publisher.organisation}” is not an organisation’s identifier. Write the register’s code and the number "
            "in it, like GB-LAE-NTT.",
        )
