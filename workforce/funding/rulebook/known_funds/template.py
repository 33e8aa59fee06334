"""What is known of a fund, as data: each figure with where it was read and how well."""

from dataclasses import dataclass
from datetime import date

from workforce.funding.vocabulary import CutOffKind, FundKind, FundStatus, Operator, SourceStanding

When = tuple[str, Operator, str]
"""A fact, how it is held against a value, and the value."""


@dataclass(frozen=True)
class ShippedRule:
    """A rule as it ships. An empty `value`, where one is needed, was read nowhere."""

    code: str
    words: str
    fact: str
    operator: Operator
    value: str = ""
    other_fact: str = ""
    when: When | None = None
    to_change: str = ""
    source: str = ""
    standing: SourceStanding = SourceStanding.EXCERPT
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class ShippedItem:
    """Something that a fund pays for. `most_pence` is None where no figure was read; `course` is what it trains for."""

    name: str
    most_pence: int | None = None
    first_percent: int | None = None
    evidence: str = ""
    source: str = ""
    standing: SourceStanding = SourceStanding.NOT_VERIFIED
    course: str = ""


@dataclass(frozen=True)
class ShippedCutOff:
    """A day by which something is to be done."""

    kind: CutOffKind
    on_day: date
    what: str = ""
    at_time: str = ""
    source: str = ""


@dataclass(frozen=True)
class Template:
    """A fund as it is known. `key` is its name on the command line; without a `status` its days tell it."""

    key: str
    name: str
    kind: FundKind
    opens_on: date
    closes_on: date | None
    funder: str
    purpose: str
    items: tuple[ShippedItem, ...] = ()
    rules: tuple[ShippedRule, ...] = ()
    cut_offs: tuple[ShippedCutOff, ...] = ()
    conditions: str = ""
    where_to_claim: str = ""
    note: str = ""
    status: FundStatus | None = None

    @property
    def lacks(self) -> tuple[str, ...]:
        """What ships without a figure, because no source of it was read."""
        return tuple(
            [one.words.rstrip(".") for one in self.rules if one.standing is SourceStanding.NOT_VERIFIED]
            + [f"How much is paid at most for {one.name}" for one in self.items if one.most_pence is None]
        )
