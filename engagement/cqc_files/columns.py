"""Columns of which it is not certain what they hold: who must be asked, what they are called, what is lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from resources.files.headers import Ambiguous, FieldSpec, HeaderFound, column_letters

_DECIDING = frozenset({"postcode", "provider_id", "published_on", "rating", "group"})
"""Optional fields that decide where a service is, whose it is, or what it is rated."""


def to_be_asked(header: HeaderFound, fields: Iterable[FieldSpec]) -> tuple[FieldSpec, ...]:
    """The fields that a person must find a column for: needed and missing, or deciding and claimed by several."""
    missing = {spec.name for spec in header.missing}
    claimed = {name for case in header.ambiguous for name in case.fields}
    return tuple(
        spec
        for spec in fields
        if spec.name in missing or (spec.name in claimed and (spec.required or spec.name in _DECIDING))
    )


def names_of_columns(header: HeaderFound) -> tuple[str, ...]:
    """What a person may choose from: the headings, and where one stands twice, its column too."""
    return tuple(_name(header, column) for column, text in enumerate(header.headings) if text.strip())


def _name(header: HeaderFound, column: int) -> str:
    heading = header.headings[column].strip()
    alike = sum(other.strip().casefold() == heading.casefold() for other in header.headings)
    return heading if alike == 1 else f"{heading} (column {column_letters(column)})"


def with_choices(header: HeaderFound, columns: Mapping[str, str], fields: Sequence[FieldSpec]) -> HeaderFound:
    """The header with a person's choice among columns of one heading, which their headings alone cannot tell."""
    places = {_name(header, at).casefold(): at for at, text in enumerate(header.headings) if text.strip()}
    known = {spec.name for spec in fields}
    chosen = {
        name: places[heading.strip().casefold()]
        for name, heading in columns.items()
        if name in known and heading.strip().casefold() in places
    }
    return replace(
        header,
        mapping={**header.mapping, **chosen},
        missing=tuple(spec for spec in header.missing if spec.name not in chosen),
        ambiguous=tuple(case for case in header.ambiguous if not chosen.keys() & set(case.fields)),
    )


def lost_columns(name: str, header: HeaderFound, fields: Sequence[FieldSpec]) -> Iterator[str]:
    """A sentence for each thing that is not read since several columns claim it. `name` is the file's."""
    meanings = {spec.name: spec.meaning for spec in fields}
    for case in header.ambiguous:
        what = " and ".join(f"“{meanings[field]}”" for field in case.fields)
        yield (
            f"{_columns(case)} of “{name}” could be {what}, so nothing was read as {what}, and what is held of it "
            "stays. Rename or delete all but the right one, and read the file again."
        )


def _columns(case: Ambiguous) -> str:
    return " and ".join(
        f"“{heading.strip()}” (column {column_letters(column)})"
        for heading, column in zip(case.headings, case.columns, strict=True)
    )
