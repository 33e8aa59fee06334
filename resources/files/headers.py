"""Which column holds what: headings are matched by meaning, and nothing is guessed silently."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from unicodedata import normalize

from resources.files.rows import Row

LONGEST_PREAMBLE = 30
_LIKENESS = 78  # per cent of letters alike before a heading is suggested


@dataclass(frozen=True)
class FieldSpec:
    """A field that a file may bring, the headings it is known by, and what it means in a person's words."""

    name: str
    headings: tuple[str, ...]
    required: bool = False
    meaning: str = ""


@dataclass(frozen=True)
class Ambiguous:
    """Columns that all claim one field, or fields that all claim one column."""

    fields: tuple[str, ...]
    columns: tuple[int, ...]
    headings: tuple[str, ...]


@dataclass(frozen=True)
class HeaderFound:
    """A header row and which column holds which field.

    `row_index` counts from 0 in the rows looked at (-1: the file has no header row), `line` is its line in
    the file. `mapping` holds only what is certain; what two columns claim is in `ambiguous`.
    """

    row_index: int
    line: int
    headings: tuple[str, ...]
    mapping: dict[str, int]
    unknown: tuple[str, ...] = ()
    missing: tuple[FieldSpec, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()

    def values(self, row: Row) -> dict[str, str]:
        """The row's text under each field found."""
        return {name: row.cell(column) for name, column in self.mapping.items()}

    def below(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows beneath the header, without blank ones."""
        return (row for row in islice(rows, self.row_index + 1, None) if not row.is_blank)

    def picker(self, fields: Sequence[str]) -> Callable[[Row], tuple[str, ...]]:
        """A quick way to take the same fields from many rows; '' for a field or cell that is not there."""
        columns = [self.mapping.get(name, -1) for name in fields]
        return _picker(columns)

    def sentences(self) -> tuple[str, ...]:
        """What stands in the way of using this file, a sentence for each thing."""
        return tuple(self._missing_sentence(spec) for spec in self.missing) + tuple(
            _ambiguous_sentence(case) for case in self.ambiguous
        )

    def _missing_sentence(self, spec: FieldSpec) -> str:
        like = closest(spec, self.unknown)
        hint = f"; “{like}” looks like it" if like else f" (it is usually headed “{spec.headings[0]}”)"
        return f"No column for {spec.meaning or spec.headings[0]} was found{hint}."


def _picker(columns: list[int]) -> Callable[[Row], tuple[str, ...]]:
    widest = max(columns, default=-1)
    take: Callable[[tuple[str, ...]], tuple[str, ...]] | None = (
        itemgetter(*columns) if len(columns) > 1 else None
    )

    def pick(row: Row) -> tuple[str, ...]:
        cells = row.cells
        # one blank at the end stands for fields that the file does not have
        padded = cells + ("",) * (widest - len(cells) + 2) if len(cells) <= widest else (*cells, "")
        if take is None:
            return tuple(padded[column] for column in columns)
        return take(padded)

    return pick


def _ambiguous_sentence(case: Ambiguous) -> str:
    if len(case.columns) > 1:
        named = " and ".join(
            f"“{heading}” (column {column_letters(c)})"
            for heading, c in zip(case.headings, case.columns, strict=True)
        )
        return f"{len(case.columns)} columns could be {case.fields[0].replace('_', ' ')}: {named}. Choose one of them."
    wanted = " and ".join(field.replace("_", " ") for field in case.fields)
    return f"“{case.headings[0]}” (column {column_letters(case.columns[0])}) could be {wanted}. Choose which it is."


def column_letters(column: int) -> str:
    """A column's letters as Excel shows them."""
    text, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


@lru_cache(maxsize=4096)
def heading_keys(heading: str) -> tuple[str, str, str]:
    """What of a heading counts when it is compared: all words; without remarks in brackets; in the singular."""
    text = normalize("NFKC", heading).casefold().replace("&", " and ")
    text = re.sub(r"['’‘`´]", "", text)  # noqa: RUF001 - these are the marks to drop
    full = _words(text)
    bare = _words(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)) or full
    return full, bare, " ".join(_singular(word) for word in bare.split())


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text))


def _singular(word: str) -> str:
    safe = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if safe else word


def find_header(
    rows: Iterable[Row], specs: Sequence[FieldSpec], *, saved: Mapping[str, str] | None = None
) -> HeaderFound | None:
    """The header row among the first rows, below a preamble of up to 30 lines; None when there is none.

    `saved` is a person's own choice, field name → heading; it wins where the file has that heading.
    """
    best: tuple[float, HeaderFound] | None = None
    for index, row in enumerate(islice(rows, LONGEST_PREAMBLE + 1)):
        if row.is_blank:
            continue
        found = match_header(row, specs, saved=saved, row_index=index)
        score = _score(found, specs)
        if score > 0 and (best is None or score > best[0]):
            best = score, found
    return best[1] if best else None


def _score(found: HeaderFound, specs: Sequence[FieldSpec]) -> float:
    claimed = {name for case in found.ambiguous for name in case.fields}
    known = len(found.mapping) + len(claimed)
    if known < min(2, len(specs)):
        return 0.0
    required = sum(spec.required and (spec.name in found.mapping or spec.name in claimed) for spec in specs)
    return known + 2.0 * required - 0.1 * len(found.ambiguous)


def match_header(
    row: Row, specs: Sequence[FieldSpec], *, saved: Mapping[str, str] | None = None, row_index: int = 0
) -> HeaderFound:
    """What the cells of one row would say as headings."""
    keys = [heading_keys(cell) for cell in row.cells]
    claims = {spec.name: _claims(spec, keys, saved or {}) for spec in specs}
    mapping: dict[str, int] = {}
    ambiguous: list[Ambiguous] = []
    for name, (_, columns) in _strongest(claims).items():
        if len(columns) == 1:
            mapping[name] = columns[0]
        elif columns:
            ambiguous.append(Ambiguous((name,), columns, tuple(row.cells[column] for column in columns)))
    ambiguous += _shared_columns(mapping, row)
    for case in ambiguous:
        for name in case.fields:
            mapping.pop(name, None)
    taken = set(mapping.values()) | {column for case in ambiguous for column in case.columns}
    settled = set(mapping) | {name for case in ambiguous for name in case.fields}
    return HeaderFound(
        row_index,
        row.line,
        row.cells,
        mapping,
        tuple(cell for column, cell in enumerate(row.cells) if column not in taken and cell.strip()),
        tuple(spec for spec in specs if spec.required and spec.name not in settled),
        tuple(ambiguous),
    )


Claim = tuple[int, tuple[int, ...]]
"""How loosely (0 a person's choice, 1 all words, 2 without remarks, 3 singular), and which columns."""


def _claims(spec: FieldSpec, keys: list[tuple[str, str, str]], saved: Mapping[str, str]) -> Claim:
    if spec.name in saved:
        chosen = heading_keys(saved[spec.name])[0]
        columns = tuple(column for column, key in enumerate(keys) if key[0] == chosen)
        if columns and chosen:
            return 0, columns
    known = [heading_keys(heading) for heading in spec.headings]
    for level in range(3):
        wanted = {key[level] for key in known}
        columns = tuple(column for column, key in enumerate(keys) if key[level] and key[level] in wanted)
        if columns:
            return level + 1, columns
    return 9, ()


def _strongest(claims: dict[str, Claim]) -> dict[str, Claim]:
    """A column that one field claims by its full heading is not left to a looser claim of another."""
    strength: dict[int, int] = {}
    for level, columns in claims.values():
        for column in columns:
            strength[column] = min(level, strength.get(column, 9))
    return {
        name: (level, tuple(column for column in columns if strength[column] == level))
        for name, (level, columns) in claims.items()
    }


def _shared_columns(mapping: dict[str, int], row: Row) -> list[Ambiguous]:
    fields: dict[int, list[str]] = {}
    for name, column in mapping.items():
        fields.setdefault(column, []).append(name)
    return [
        Ambiguous(tuple(names), (column,), (row.cells[column],))
        for column, names in fields.items()
        if len(names) > 1
    ]


def header_by_position(fields: Sequence[str | None]) -> HeaderFound:
    """For a file without a header row: the field of each column in order, None for one not used."""
    mapping = {name: column for column, name in enumerate(fields) if name}
    return HeaderFound(-1, 0, tuple(name or "" for name in fields), mapping)


def closest(wanted: FieldSpec | str, headings: Iterable[str]) -> str | None:
    """The heading most like a field's, None when none is; a suggestion for a person, never used unasked."""
    from rapidfuzz import fuzz, process  # loaded when first used

    names = wanted.headings if isinstance(wanted, FieldSpec) else (wanted,)
    candidates = {heading: heading_keys(heading)[1] for heading in headings if heading.strip()}
    best: tuple[float, str] | None = None
    for name in names:
        found = process.extractOne(
            heading_keys(name)[1], candidates, scorer=fuzz.ratio, score_cutoff=_LIKENESS
        )
        if found and (best is None or found[1] > best[0]):
            best = found[1], found[2]
    return best[1] if best else None


def preamble(rows: Iterable[Row], header: HeaderFound) -> tuple[str, ...]:
    """The text above the header, a line for each row that has any."""
    lines = (
        " ".join(cell.strip() for cell in row.cells if cell.strip())
        for row in islice(rows, max(header.row_index, 0))
    )
    return tuple(line for line in lines if line)
