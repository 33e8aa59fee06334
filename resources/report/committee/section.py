"""What a capability gives to a report, and what it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block
from resources.report.told import Rows
from resources.spans import Span


class NothingToTell(Problem):
    """A section whose data is missing: one sentence that says what is not there and what would bring it."""


class CouldNotBeMade(Problem):
    """A section that failed by a fault of ours, which was told by itself. It stops the report from being saved."""


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What a section is made for.

    `vault` is the register of i-Work while it is open. `span` is the period, on whose last day things are told;
    `since` the day of the report before, or the day before the period. `today` is the day on which it is made: what
    is kept without a date is told as it is known then. `options` are what was chosen for this section. `committee` is
    whom the report goes to and `meets_on` when, where the section is made for a report.
    """

    db: Database
    vault: Database | None
    span: Span
    since: date
    today: date
    options: Mapping[str, str] = field(default_factory=dict)
    committee: str = ""
    meets_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Section:
    """What a capability tells. `as_at` says of which days its figures are, in words, for the manifest.

    The blocks begin with their heading, of level 2. Generated paragraphs are numbered; they and lists have keys, each
    once in the section, whose name they do not repeat. `rows` are the tables behind the figures, by the names that
    figures give.
    """

    blocks: tuple[Block, ...]
    as_at: str
    rows: Mapping[str, Rows] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """Something to choose for a section: its name in `options`, and its values with their words, the default first."""

    name: str
    label: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class SectionRecord:
    """A section that a report can have. `make` raises NothingToTell where its data is missing."""

    key: str
    title: str
    about: str
    make: Callable[[Ask], Section]
    choices: Callable[[Ask], tuple[Choice, ...]] = lambda _ask: ()
