"""What a capability brings to what all of them share: the shape of its record in `capabilities`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from engagement.register.duplicates import MergeRules
from resources.attention import Attention
from resources.database import Database
from resources.database.listing import Listing
from resources.database.opening import Capability
from resources.differences import FieldWords
from resources.files.kept_files import KeptFile
from resources.report.exempt_names import ExemptTerm
from resources.tables import Cell

Said = TypeVar("Said")
Line = Mapping[str, Cell]
"""A row of a listing, by the names of its columns."""


class Description(NamedTuple):
    """How something that was found is shown."""

    kind: str
    title: str
    detail: str


@dataclass(frozen=True)
class Findable:
    """What Find anything looks through, and the page that shows what it finds there."""

    listing: Listing
    page: str
    describe: Callable[[Line], Description]


@dataclass(frozen=True, kw_only=True)
class KeptBeside:
    """Files that a capability keeps beside the office's file, under their SHA-256, and that go with its backups.

    `folder` is the name of the folder of their copies among the backups; `one` and `many` what people call them.
    """

    folder: str
    one: str
    many: str
    beside: Callable[[Path], Path]
    known: Callable[[Database], list[KeptFile]]


@dataclass(frozen=True, kw_only=True)
class RowWords:
    """How the history speaks of rows: a table that is not named here is called by its own name.

    `belongs_to` are the columns of a table that say whose its rows are, the first that a row fills giving it its name;
    which tables they refer to is in the tables themselves. Rows of the tables `named_alone` need no kind before their
    name; `named_by` is the column of a table that names its rows where none is called a name or title. `fields` says
    how the columns of a table are read, and `silent` which serve the program alone. The history of a row shows also
    the rows of the tables `shown_with` its own, found by a column; `takes_place_at` is the column that says at what.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    belongs_to: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    named_alone: tuple[str, ...] = ()
    fields: Mapping[str, Mapping[str, FieldWords]] = field(default_factory=dict)
    silent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shown_with: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    takes_place_at: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    named_by: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CapabilityRecord:
    """All that the program asks of a capability outside its own pages and commands.

    To add one, write its record in `capabilities` and put it into RECORDS, after those whose tables it refers to:

    - `tables`: its `schema.capability()`, migrations and listings. Nothing else is needed for a file to have them.
    - `exempt_terms`: functions from the database to what no public document may hold.
    - `merge_rules`: what it knows of merging two of the register's records, where filling blanks is not enough.
    - `attention`: what wants doing, as a function from the database and the moment to lines for Home.
    - `found`: which of its listings Find anything looks through, on which page, and how a row is described.
    - `row_words`: how the history names its rows, where a table's own name is not what the team says.
    - `kept`: the folder beside the office's file where it keeps files that go with the backups.

    Its pages are listed in `desktop/page_list.py` and its subcommands in `desktop/command_line/`: `capabilities` is
    imported by both and loads no Qt.
    """

    tables: Capability
    exempt_terms: tuple[Callable[[Database], list[ExemptTerm]], ...] = ()
    merge_rules: MergeRules = field(default_factory=MergeRules)
    attention: Callable[[Database, datetime], list[Attention]] | None = None
    found: tuple[Findable, ...] = ()
    row_words: RowWords = field(default_factory=RowWords)
    kept: KeptBeside | None = None


def row_words_of(records: Iterable[CapabilityRecord]) -> RowWords:
    """The words of all of them. No two may describe one table; each may have rows to show with another's."""
    words = [one.row_words for one in records]
    shown_with: dict[str, tuple[tuple[str, str], ...]] = {}
    for one in words:
        for table, shown in one.shown_with.items():
            shown_with[table] = (*shown_with.get(table, ()), *shown)
    return RowWords(
        kinds=_each_once(one.kinds for one in words),
        belongs_to=_each_once(one.belongs_to for one in words),
        named_alone=tuple(table for one in words for table in one.named_alone),
        fields=_each_once(one.fields for one in words),
        silent=_each_once(one.silent for one in words),
        shown_with=shown_with,
        takes_place_at=_each_once(one.takes_place_at for one in words),
        named_by=_each_once(one.named_by for one in words),
    )


def _each_once(some: Iterable[Mapping[str, Said]]) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for one in some:
        if twice := found.keys() & one.keys():
            raise ValueError(f"two capabilities describe {sorted(twice)}")
        found |= one
    return found
