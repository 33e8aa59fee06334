"""What is known of a grant of the Burdett Trust for Nursing."""

from datetime import date

from workforce.funding.rulebook.known_funds.template import Template
from workforce.funding.vocabulary import FundKind

BURDETT = Template(
    "burdett", "Burdett Trust project", FundKind.GRANTED, date(2019, 9, 1), date(2021, 8, 31),
    "Burdett Trust for Nursing", "A project led by nurses, over two years.",
    conditions="Led by nurses; not for personal study. The Trust’s programmes are mostly of £20,000 to £100,000 "
    "(second-hand: tghn.org).",
    note="£60,000 over two years, as reported in September 2019. The days are those of the report, not of the "
    "grant: put them right from its letter.",
)  # fmt: skip
"""Its money is claimed by nobody: it has no rules."""
