"""A market table as it was published, brought in from a file of figures and kept beside the tables that are counted.

The committee's report compares authorities whose files the team does not hold: only published percentages are known.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from engagement.market.market_table import RATINGS, MarketTable, from_published
from engagement.register.vocabulary import MarketKind, Rating
from resources.database import Database, change, new_key
from resources.files.headers import FieldSpec, HeaderFound, find_header
from resources.files.reading import Row, read_sheets
from resources.files.values import clean_text
from resources.problem import Problem
from resources.tables import Cell
from resources.wording import count_of, date_words

_AREA = "area"
_CQC_BEGAN = date(2009, 4, 1)
_KIND_WORDS = {
    MarketKind.NURSING: ("Nursing", "Nursing homes", "Nursing home"),
    MarketKind.RESIDENTIAL: ("Residential", "Residential homes", "Residential home"),
    MarketKind.DOMICILIARY: (
        *("Domiciliary", "Domiciliary care", "Domiciliary care agencies"),
        *("Home care", "Homecare", "Home care agencies", "Homecare agencies"),
    ),
}
_NOT_RATED_WORDS = ("Not yet rated", "Not rated", "Not yet rated pct", "NR", "Unrated")
_NOTHING = ("", "-", "–", "—", "n/a", "na")
_COLUMNS = tuple(rating.value for rating in RATINGS)


def _rating_words(rating: Rating) -> tuple[str, ...]:
    return _NOT_RATED_WORDS if rating is Rating.NOT_RATED else (rating.initials, rating.label)


def _headings(kind: MarketKind, rating: Rating) -> tuple[str, ...]:
    """`nursing_IA`, `Nursing homes: Inadequate`, `Home care agencies % Good` and the like; marks do not count."""
    return tuple(
        f"{of} {word}{percent}"
        for of in _KIND_WORDS[kind]
        for word in _rating_words(rating)
        for percent in ("", " pct", " percent")
    )


_FIELDS = {(kind, rating): f"{kind}_{rating}" for kind in MarketKind for rating in RATINGS}
_LAYOUT = (
    FieldSpec(_AREA, ("Authority", "Local authority", "Area", "Council", "District"), True, "the authority"),
    *(FieldSpec(name, _headings(*of), True, f"{of[0].label}: {of[1].label}") for of, name in _FIELDS.items()),
)


def read_published(path: Path, as_at: date, *, today: date | None = None) -> MarketTable:
    """The figures of a CSV or workbook: a row for each area, five percentages for each kind of service.

    With `today`, a day that is still to come is refused; a day before CQC began always is.
    """
    if today is not None and as_at > today:
        raise Problem(f"{date_words(as_at)} is still to come. Give the day that the figures are of.")
    if as_at < _CQC_BEGAN:
        raise Problem(
            f"{date_words(as_at)} is before {date_words(_CQC_BEGAN)}, when CQC began. Give the day that the figures "
            "are of."
        )
    rows, header = _rows(path)
    figures: dict[tuple[str, MarketKind], list[int | None]] = {}
    fractions = _are_fractions(rows, header)
    for row in rows:
        area = clean_text(header.values(row)[_AREA])
        if not area:
            raise Problem(
                f"Line {row.line} of “{path.name}” has figures and no authority. Write its name, or delete it."
            )
        if (area, MarketKind.NURSING) in figures:
            raise Problem(
                f"{area} stands twice in “{path.name}”, again on line {row.line}. Delete one of the two rows."
            )
        for kind in MarketKind:
            figures[area, kind] = [_figure(path, row, header, kind, rating, fractions) for rating in RATINGS]
    if not figures:
        raise Problem(f"“{path.name}” has headings and no rows beneath them. Choose another file.")
    return from_published(figures, as_at=as_at)


def _rows(path: Path) -> tuple[list[Row], HeaderFound]:
    best: HeaderFound | None = None
    for sheet in read_sheets(path):
        header = None if sheet.hidden else find_header(sheet.head(), _LAYOUT)
        if header is not None and not header.missing and not header.ambiguous:
            return [row for row in header.below(sheet.rows) if _has_figures(row, header)], header
        best = best or header
    if best is None:
        raise Problem(
            f"“{path.name}” is no table of published ratings: a row for each authority was expected, with five "
            "percentages for each of nursing homes, residential homes and home care agencies, headed such as "
            "“Nursing IA” and “Nursing not yet rated”. Choose another file, or change its headings."
        )
    sentences = best.sentences()
    raise Problem(
        f"“{path.name}” lacks columns of a table of published ratings. {sentences[0]} Change its headings, and read "
        "it again.",
        details=sentences,
    )


def _has_figures(row: Row, header: HeaderFound) -> bool:
    """Notes beneath a table have none."""
    return any(text.strip() for name, text in header.values(row).items() if name != _AREA)


def _are_fractions(rows: list[Row], header: HeaderFound) -> bool:
    """Whether a spreadsheet kept 12% as 0.12: no figure is over 1, and one at least is between."""
    texts = (text for row in rows for name, text in header.values(row).items() if name != _AREA)
    numbers = [number for number in map(_number, texts) if number is not None]
    return any(0 < number < 1 for number in numbers) and max(numbers) <= 1


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(clean_text(text).removesuffix("%").strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _figure(
    path: Path, row: Row, header: HeaderFound, kind: MarketKind, rating: Rating, fractions: bool
) -> int | None:
    text = clean_text(row.cell(header.mapping[_FIELDS[kind, rating]]))
    if text.casefold() in _NOTHING:
        return None
    number = _number(text)
    if number is not None and fractions:
        number *= 100
    if number is None or not 0 <= number <= 100 or number != number.to_integral_value():
        heading = header.headings[header.mapping[_FIELDS[kind, rating]]]
        raise Problem(
            f"Line {row.line} of “{path.name}”, column “{heading}”: a whole percentage from 0 to 100 was expected, and "
            f"“{text[:40]}” was found. Put it right, and read the file again."
        )
    return int(number)


# --- keeping ------------------------------------------------------------------------------------------------------


def take_in_published(db: Database, market: MarketTable) -> int:
    """Keep the figures of a published table, as one change; how many profiles are new or differ from those held.

    A profile that is held for the same day, area and kind gets the new figures.
    """
    if market.as_at is None:
        raise ValueError("a published table is kept under its day")
    as_at = market.as_at.isoformat()
    held = _held(db, as_at)
    action = f"Published ratings of {count_of(len(market.areas), 'area')}, {date_words(market.as_at)}"
    number = 0
    with change(db, action):
        for place, (area, kind, cells) in enumerate(_profiles(market)):
            key, before = held.get((area, kind), ("", {}))
            values: dict[str, Cell] = {**cells, "source": market.source}
            if before == values:
                continue
            number += 1
            if key:
                db.update_row("published_market", key, values)
            else:
                of: dict[str, Cell] = {"as_at": as_at, "area": area, "kind": kind.value, "place": place}
                db.insert_row("published_market", {"id": new_key(), **of, **values})
    return number


def _profiles(market: MarketTable) -> Iterator[tuple[str, MarketKind, dict[str, Cell]]]:
    for area in market.areas:
        for kind in MarketKind:
            profile = market.profile(area, kind)
            yield area, kind, dict(zip(_COLUMNS, profile.figures, strict=True))


def _held(db: Database, as_at: str) -> Mapping[tuple[str, str], tuple[str, dict[str, Cell]]]:
    names = (*_COLUMNS, "source")
    rows = db.rows(
        f"select id, area, kind, {', '.join(names)} from published_market where as_at = ?", (as_at,)
    )
    return {(area, kind): (key, dict(zip(names, cells, strict=True))) for key, area, kind, *cells in rows}


def published_dates(db: Database) -> list[date]:
    """The days of published tables that are held, newest first."""
    rows = db.rows("select distinct as_at from published_market order by as_at desc")
    return [date.fromisoformat(as_at) for (as_at,) in rows]


def published_areas(db: Database) -> list[str]:
    """Every area of any day, by name."""
    return [area for (area,) in db.rows("select distinct area from published_market order by area")]


def published_on(db: Database, as_at: date) -> MarketTable:
    """The published table of a day, its areas in the order in which they were brought in."""
    rows = db.rows(
        f"select area, kind, source, {', '.join(_COLUMNS)} from published_market where as_at = ? order by place, id",
        (as_at.isoformat(),),
    )
    figures = {(area, MarketKind(kind)): figures for area, kind, _, *figures in rows}
    sources = dict.fromkeys(source for _, _, source, *_ in rows)
    return from_published(figures, as_at=as_at, source="; ".join(sources) or "Care Quality Commission")


def remove_published(db: Database, as_at: date) -> None:
    """Take away the published table of a day."""
    with change(db, f"Removed the published ratings of {date_words(as_at)}"):
        for (key,) in db.rows("select id from published_market where as_at = ?", (as_at.isoformat(),)):
            db.delete_row("published_market", key)
