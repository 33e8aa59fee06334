"""A list of claims as it stands in a file: rows of text under the columns that were found."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from resources.files.dates import DateOrder, date_order
from resources.files.headers import LONGEST_PREAMBLE, HeaderFound, find_header, match_header
from resources.files.names import name_of
from resources.files.reading import read_sheets
from resources.files.rows import Row, Sheet
from resources.files.sha256 import sha256_of
from resources.problem import Problem
from workforce.funding.claims.files.columns import DAYS, SPECS

MOST_ROWS = 20_000


@dataclass(frozen=True)
class ClaimsFile:
    """The rows beneath the header, each with its text by field; `orders` says how the dates of a column are written."""

    name: str
    sha256: str
    sheet: str
    header: HeaderFound
    rows: tuple[Row, ...]
    orders: Mapping[str, DateOrder]

    @property
    def headings(self) -> tuple[str, ...]:
        """As they stand in the file."""
        return self.header.headings

    def heading(self, field: str) -> str:
        """That of a field; "" where the file has none."""
        at = self.header.mapping.get(field)
        return "" if at is None else self.headings[at]


class NeedsColumns(Problem):
    """Columns that are needed were not recognised: a person is asked, or names them."""

    def __init__(self, name: str, header: HeaderFound) -> None:
        super().__init__(
            f"“{name}” does not say which column is which. Choose the columns, or give them their usual headings.",
            details=(*header.sentences(), *_whose(header)),
        )
        self.header = header


def read(path: Path, *, columns: Mapping[str, str] | None = None) -> ClaimsFile:
    """Read a list of claims; `columns` is what a person said, field → heading."""
    best: tuple[int, str, HeaderFound, tuple[Row, ...]] | None = None
    for sheet in read_sheets(path):
        header = find_header(sheet.head(), SPECS, saved=columns) or _other_headings(sheet)
        if header is None or sheet.hidden:
            continue
        rows = tuple(header.below(sheet.rows))
        score = len(header.mapping) if rows else -1
        if best is None or score > best[0]:
            best = score, sheet.name, header, rows
    name = name_of(path)
    if best is None:
        raise Problem(
            f"“{name}” has no row of headings such as “Organisation”, “ULN” and “Value Claimed”. Choose the list of "
            "claims, or give its columns these headings."
        )
    _, sheet_name, header, rows = best
    if header.missing or _whose(header) or any(set(_NEEDED) & set(case.fields) for case in header.ambiguous):
        raise NeedsColumns(name, header)
    if len(rows) > MOST_ROWS:
        raise Problem(f"“{name}” has {len(rows):,} rows, and up to {MOST_ROWS:,} are read. Split the file.")
    values = {field: [row.cell(at) for row in rows] for field, at in header.mapping.items() if field in DAYS}
    orders = {field: date_order(texts) for field, texts in values.items()}
    return ClaimsFile(name, sha256_of(path), sheet_name, header, rows, orders)


def _other_headings(sheet: Sheet) -> HeaderFound | None:
    """The first row with several texts, where no heading is known: a person says which column is which."""
    for index, row in enumerate(sheet.head(LONGEST_PREAMBLE)):
        if sum(bool(cell.strip()) for cell in row.cells) > 1:
            return match_header(row, SPECS, row_index=index)
    return None


_NEEDED = ("pence", "learner", "given_name", "family_name")


def _whose(header: HeaderFound) -> tuple[str, ...]:
    named = header.mapping.keys() & {"learner", "family_name", "uln"}
    claimed = {field for case in header.ambiguous for field in case.fields} & {
        "learner",
        "family_name",
        "uln",
    }
    return (
        ()
        if named or claimed
        else ("No column for the learner was found (usually headed “Family Name” or “ULN”).",)
    )
