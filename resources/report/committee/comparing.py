"""Two reports held against each other: what is new, gone, said differently, and by how much figures changed. Pure.

Generated sentences are known by their keys, parts by their names, tables by section and caption; what somebody typed is
known by its words alone.
"""

import re
from calendar import month_name
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from resources.report.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Recommendations,
    TableBlock,
    exemptions_of,
    words_of,
)
from resources.report.cells import cell_text
from resources.report.committee.composing import Composed, Origin
from resources.report.exemption import Exemption
from resources.report.told import Figure
from resources.tables import Cell, ColumnKind, Table
from resources.wording import capital_first, money, signed
from resources.words import Word

_FIGURES = re.compile(r"[£+−]?\d[\d,.]*%?")
ALIKE = 0.6  # a typed paragraph that has so much of another's words is that one, said differently


class Kind(Word):
    """What became of something between the two."""

    NEW = "new", "New"
    GONE = "gone", "No longer there"
    CHANGED = "changed", "Said differently"
    FIGURES = "figures", "Figures changed"
    RENAMED = "renamed", "Under a new name"


class What(Word):
    """What it is."""

    SENTENCE = "sentence", "Sentence"
    TABLE = "table", "Table"
    TYPED = "typed", "Typed"
    PART = "part", "Part"
    RECOMMENDATION = "recommendation", "Recommendation"


@dataclass(frozen=True)
class FigureChange:
    """A figure as both print it; `by` is the difference, "" where it cannot be reckoned."""

    name: str
    was: str
    now: str
    by: str = ""

    @property
    def label(self) -> str:
        """What it is called: of a sentence's figure the words that it is printed with, without the figure itself."""
        if self._is_in_table:
            return self.name
        words = " ".join(_FIGURES.sub(" ", self.now or self.was).split())
        return capital_first(words) or "Figure"

    @property
    def told(self) -> str:
        """Nursing homes: Services: 40 → 42 (+2). What is in a sentence needs no name: the sentence stands beside."""
        return f"{self.name}: {self.words}" if self._is_in_table else self.words

    @property
    def _is_in_table(self) -> bool:
        return " " in self.name or self.name != self.name.lower()

    @property
    def words(self) -> str:
        """12 events → 9 events (−3)."""
        return f"{self.was or 'not told'} → {self.now or 'not told'}{f' ({self.by})' if self.by else ''}"


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was. `where` is the heading it stands under; `exempt` says why it is not public."""

    kind: Kind
    what: What
    where: str
    name: str
    was: str = ""
    now: str = ""
    figures: tuple[FigureChange, ...] = ()
    exempt: Exemption | None = None


@dataclass(frozen=True)
class _Thing:
    """Something that a report says, as it is compared."""

    what: What
    key: tuple[str, ...]
    where: str
    name: str
    words: str
    figures: tuple[Figure, ...] = ()
    table: Table | None = None
    exempt: Exemption | None = None


def compare(
    old: Composed, new: Composed, *, renamed: Mapping[str, str] | None = None
) -> tuple[Difference, ...]:
    """In the order of the newer report, what is gone after what stood before it.

    `renamed` are names of places and providers then, with their names now: a name alone is no difference of facts.
    """
    before, after = _things(old), _things(new)
    under_new_name = _renaming(renamed or {})
    by_key = {one.key: one for one in before}
    now_keys = {one.key for one in after}
    pairs = {one.key: by_key[one.key] for one in after if one.key in by_key}
    pairs |= _alike_typed(
        [one for one in before if one.key not in now_keys],
        [one for one in after if one.key not in by_key],
    )
    found: list[tuple[int, Difference]] = []
    places = {id(one): place for place, one in enumerate(before)}
    matched = {id(one) for one in pairs.values()}
    last = -1
    for one in after:
        then = pairs.get(one.key)
        last = places[id(then)] if then else last
        difference = _new(one) if then is None else _differs(then, one, under_new_name)
        if difference is not None:
            found.append((last, difference))
    gone = [(place, _gone(one)) for place, one in enumerate(before) if id(one) not in matched]
    return tuple(difference for _, difference in sorted([*found, *gone], key=lambda pair: pair[0]))


# --- what a report says -----------------------------------------------------------------------------------------


def _things(composed: Composed) -> list[_Thing]:
    """Each with a key of its own; the same typed words twice are told apart by their number."""
    found: list[_Thing] = []
    seen: dict[tuple[str, ...], int] = {}
    blocks = composed.report.blocks
    heading = ""
    for block, origin, exempt in zip(blocks, composed.origins, exemptions_of(blocks), strict=True):
        if isinstance(block, Heading):
            heading = block.text
            continue
        for one in _things_of(block, origin, heading, exempt):
            number = seen[one.key] = seen.get(one.key, 0) + 1
            found.append(one if number == 1 else _numbered(one, number))
    return found


def _numbered(one: _Thing, number: int) -> _Thing:
    key = (*one.key, str(number))
    return _Thing(one.what, key, one.where, one.name, one.words, one.figures, one.table, one.exempt)


def _things_of(block: Block, origin: Origin, where: str, exempt: Exemption | None) -> Iterator[_Thing]:
    """What is of no line, part or section are the house style's own words, and nothing that was said."""
    if isinstance(block, Recommendations):
        for text in block.items:
            yield _Thing(What.RECOMMENDATION, ("recommendation", text), where, "", text, exempt=exempt)
        return
    if isinstance(block, TableBlock):
        title = block.caption or block.table.title
        key = ("table", origin.section, _without_days(title))
        yield _Thing(What.TABLE, key, where, title, title, table=block.table, exempt=exempt)
        return
    words = words_of(block)
    if not words:
        return
    if isinstance(block, Paragraph | Bullets) and block.key:
        sentence = ("sentence", origin.section, block.key)
        yield _Thing(What.SENTENCE, sentence, where, block.key, words, block.figures, exempt=exempt)
    elif origin.part is not None:
        yield _Thing(What.PART, ("part", origin.part.value), where, origin.part.label, words, exempt=exempt)
    elif origin.item or origin.section:
        yield _Thing(What.TYPED, ("typed", words), where, "", words, exempt=exempt)


def _without_days(title: str) -> str:
    """A caption says which day its table is of; figures in it are no part of what it is called."""
    return " ".join(
        word for word in title.split() if not any(sign.isdigit() for sign in word) and word not in _MONTHS
    )


_MONTHS = frozenset(month_name)


# --- held against each other ------------------------------------------------------------------------------------


def _renaming(renamed: Mapping[str, str]) -> Callable[[str], str]:
    """Words with every name of then as it is now; the longest names first, for one may hold another."""
    names = sorted((pair for pair in renamed.items() if pair[0] != pair[1]), key=lambda pair: -len(pair[0]))

    def under_new_name(words: str) -> str:
        for then, now in names:
            words = words.replace(f"{now} (formerly {then})", now).replace(then, now)
        return words

    return under_new_name


def _alike_typed(gone: Sequence[_Thing], new: Sequence[_Thing]) -> dict[tuple[str, ...], _Thing]:
    """Typed words and recommendations that are another's said differently, each used once."""
    left = [one for one in gone if one.what in (What.TYPED, What.RECOMMENDATION)]
    found: dict[tuple[str, ...], _Thing] = {}
    for one in new:
        matches = [(_likeness(other.words, one.words), other) for other in left if other.what is one.what]
        best = max(matches, key=lambda pair: pair[0], default=(0.0, None))
        if best[1] is not None and best[0] >= ALIKE:
            found[one.key] = best[1]
            left.remove(best[1])
    return found


def _likeness(first: str, second: str) -> float:
    return SequenceMatcher(None, _plain(first), _plain(second), autojunk=False).ratio()


def _plain(words: str) -> list[str]:
    return re.findall(r"\w+", words.casefold())


def _new(one: _Thing) -> Difference:
    return Difference(Kind.NEW, one.what, one.where, one.name, now=one.words, exempt=one.exempt)


def _gone(one: _Thing) -> Difference:
    return Difference(Kind.GONE, one.what, one.where, one.name, was=one.words, exempt=one.exempt)


def _differs(then: _Thing, now: _Thing, under_new_name: Callable[[str], str]) -> Difference | None:
    exempt = now.exempt or then.exempt
    if then.table is not None and now.table is not None:
        changes = tuple(_table_changes(then.table, now.table, under_new_name))
        renamed = any(_row_name(row) != under_new_name(_row_name(row)) for row in then.table.rows)
        if not changes and not renamed:
            return None
        kind = Kind.FIGURES if changes else Kind.RENAMED
        return Difference(kind, now.what, now.where, now.name, then.words, now.words, changes, exempt)
    if then.words == now.words:
        return None
    changes = tuple(_figure_changes(then.figures, now.figures))
    same = under_new_name(then.words) == under_new_name(now.words)
    kind = Kind.FIGURES if changes else Kind.RENAMED if same else Kind.CHANGED
    return Difference(kind, now.what, now.where, now.name, then.words, now.words, changes, exempt)


def _figure_changes(then: Iterable[Figure], now: Iterable[Figure]) -> Iterator[FigureChange]:
    before, after = {one.name: one for one in then}, {one.name: one for one in now}
    for name in dict.fromkeys((*before, *after)):
        was, is_now = before.get(name), after.get(name)
        if was is None or is_now is None or was.words != is_now.words:
            yield FigureChange(
                name, was.words if was else "", is_now.words if is_now else "", _by(was, is_now)
            )


def _by(was: Figure | None, now: Figure | None) -> str:
    if was is None or now is None or was.value is None or now.value is None:
        return ""
    pounds = _pence(was.words), _pence(now.words)
    if pounds[0] is not None and pounds[1] is not None:
        return _signed_money(pounds[1] - pounds[0])
    difference = now.value - was.value
    if "%" in was.words or "%" in now.words:
        return _signed(difference, " percentage points")
    return _signed(difference) if _counts(was) and _counts(now) else ""


def _counts(one: Figure) -> bool:
    """Whether the value is the number that is printed; a place in an order is none, nor is a share as “3 of 4”."""
    printed = re.match(r"[\d,]+(?:\.\d+)?", one.words)
    if printed is not None:
        return float(printed[0].replace(",", "")) == one.value
    return not re.search(r"\d|highest|lowest|joint", one.words)


def _pence(words: str) -> int | None:
    """The one amount of money in some words, since a figure may be kept in pounds or in pence."""
    found = _MONEY.findall(words)
    return round(float(found[0].replace(",", "")) * 100) if len(found) == 1 else None


_MONEY = re.compile(r"£(\d[\d,]*(?:\.\d\d)?)(?![\d.]*\s*(?:k|m|million)\b)")


def _signed_money(pence: int) -> str:
    return f"{'+' if pence > 0 else '−' if pence < 0 else ''}{money(abs(pence))}"


def _signed(difference: float, unit: str = "") -> str:
    places = 0 if float(difference).is_integer() else 1
    return f"{signed(difference, places)}{unit}"


def _table_changes(then: Table, now: Table, under_new_name: Callable[[str], str]) -> Iterator[FigureChange]:
    """Rows that came or went, and cells that say something else; rows are known by their first cell."""
    columns = {column.name: place for place, column in enumerate(then.columns)}
    before = _by_row(then.rows, under_new_name)
    after = _by_row(now.rows, lambda words: words)
    for name in dict.fromkeys((*after, *before)):
        if name not in before:
            yield FigureChange(name, "no row", "a new row")
        elif name not in after:
            yield FigureChange(name, "a row", "no row")
        else:
            for place, column in enumerate(now.columns[1:], start=1):
                if column.name not in columns:
                    continue
                was_cell, now_cell = before[name][columns[column.name]], after[name][place]
                was = under_new_name(cell_text(then.columns[columns[column.name]], was_cell))
                is_now = cell_text(column, now_cell)
                if was != is_now:
                    by = _difference(was_cell, now_cell, column.kind)
                    yield FigureChange(f"{name}: {column.heading}", was, is_now, by)


def _by_row(
    rows: Iterable[tuple[Cell, ...]], under_new_name: Callable[[str], str]
) -> dict[str, tuple[Cell, ...]]:
    found: dict[str, tuple[Cell, ...]] = {}
    for row in rows:
        name, number = under_new_name(_row_name(row)), 2
        while name in found:
            name, number = f"{under_new_name(_row_name(row))} ({number})", number + 1
        found[name] = row
    return found


def _row_name(row: tuple[Cell, ...]) -> str:
    return "" if not row or row[0] is None else str(row[0])


def _difference(was: Cell, now: Cell, kind: ColumnKind) -> str:
    if not isinstance(was, int | float) or not isinstance(now, int | float) or kind is ColumnKind.FLAG:
        return ""
    if kind is ColumnKind.MONEY:
        return _signed_money(round(now - was))
    if kind is ColumnKind.POINTS:
        return _signed((now - was) / 100)
    return _signed(now - was, " percentage points" if kind is ColumnKind.PERCENT else "")
