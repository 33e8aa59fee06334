"""What published percentages give away: a base that is not shown, or a count that was hidden.

92% and 62% of the same hidden base, known to be below 20, can only be 12 and 8 of 13. A reader is taken to know every
printed percentage and how it is rounded, the counts and bases that are shown, between what a hidden base lies, and
whether the counts of a row add up to its base. What fits all of it in one way alone is given away; so is a count of
people of which all that fits is small.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from resources.wording import Number, and_list, exact, number

# --- what is published ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Percentage:
    """One percentage of a row. `unit` is to what it is rounded: 1, 0.1, 5; None where it is not printed.

    `hides_count`: its count was hidden on purpose, small or not, and must not be known.
    """

    name: str
    count: int
    shows_count: bool = False
    unit: Number | None = 1
    hides_count: bool = False


@dataclass(frozen=True)
class PublishedRow:
    """Percentages of one base. A reader knows of a hidden base that it lies from `at_least` to `at_most`.

    `adds_up`: everybody of the base is in just one of the counts. `people`: the counts are of people, so that a small
    one is not to be known.
    """

    name: str
    base: int
    percentages: tuple[Percentage, ...]
    shows_base: bool = False
    adds_up: bool = False
    people: bool = False
    at_least: int = 1
    at_most: int | None = None

    def printed(self, one: Percentage) -> Fraction | None:
        """As it is printed; None where it is not."""
        if one.unit is None or not self.base:
            return None
        return _printed(one.count, self.base, exact(one.unit))


def _printed(count: int, base: int, unit: Fraction) -> Fraction:
    """To the nearest unit, a half to the even one."""
    return round(Fraction(100 * count, base) / unit) * unit


@dataclass(frozen=True)
class GivenAway:
    """What a reader can work out of a row: its base, or the count behind a percentage (`percentage` names it).

    The truth lies from `least` to `most`, and where they are the same it is known.
    """

    row: str
    percentage: str
    least: int
    most: int
    sentence: str


# --- what a reader works out ----------------------------------------------------------------------------------


def given_away(rows: Sequence[PublishedRow], *, below: int = 5, total: int | None = None) -> list[GivenAway]:
    """All that can be worked out. With a `total` that is shown, the hidden bases together are what the others leave."""
    return [found for row in _within(rows, total) for found in _of_row(row, below)]


def _within(rows: Sequence[PublishedRow], total: int | None) -> list[PublishedRow]:
    """The rows with what the total tells of hidden bases."""
    if total is None:
        return list(rows)
    hidden = [row for row in rows if not row.shows_base]
    left = total - sum(row.base for row in rows if row.shows_base)
    least = sum(row.at_least for row in hidden)
    return [
        row if row.shows_base else _narrowed(row, left - least + row.at_least, hidden, left) for row in rows
    ]


def _narrowed(row: PublishedRow, at_most: int, hidden: Sequence[PublishedRow], left: int) -> PublishedRow:
    others = [one.at_most for one in hidden if one is not row]
    most_of_others = None if None in others else sum(one for one in others if one is not None)
    at_least = row.at_least if most_of_others is None else max(row.at_least, left - most_of_others)
    return replace(
        row, at_least=at_least, at_most=at_most if row.at_most is None else min(row.at_most, at_most)
    )


@dataclass
class _Ends:
    """The least and the most that something may be."""

    least: int | None = None
    most: int | None = None

    def take(self, least: int, most: int) -> None:
        """These are possible too."""
        self.least = least if self.least is None else min(self.least, least)
        self.most = most if self.most is None else max(self.most, most)


def _of_row(row: PublishedRow, below: int) -> Iterator[GivenAway]:
    bases = _bases(row)
    if bases is None or not any(row.printed(one) is not None for one in row.percentages):
        return
    base, counts, others = _Ends(), [_Ends() for _ in row.percentages], [_Ends() for _ in row.percentages]
    for size in bases:
        ranges = _counts_of(row, size)
        if ranges is None:
            continue
        base.take(size, size)
        for (least, most), count, rest in zip(ranges, counts, others, strict=True):
            count.take(least, most)
            rest.take(size - most, size - least)
    if (
        not row.shows_base
        and row.at_least != row.at_most
        and base.least is not None
        and base.most is not None
    ):
        small = row.people and base.most < below and (row.at_most is None or row.at_most >= below)
        if small or base.least == base.most:
            yield _base_found(row, base.least, base.most)
    for one, count, rest in zip(row.percentages, counts, others, strict=True):
        if not one.shows_count and row.printed(one) is not None:
            yield from _count_found(row, one, count, rest, below)


def _bases(row: PublishedRow) -> range | None:
    """The bases that a reader has to try; None where there is no end of them."""
    if row.shows_base:
        return range(row.base, row.base + 1)
    ends = [] if row.at_most is None else [row.at_most]
    for one in row.percentages:
        printed = row.printed(one)
        if one.shows_count and one.count and printed is not None and one.unit is not None:
            lowest = printed - exact(one.unit) / 2
            ends += [floor(100 * one.count / lowest)] if lowest > 0 else []
    return range(max(1, row.at_least), min(ends) + 1) if ends else None


def _counts_of(row: PublishedRow, base: int) -> list[tuple[int, int]] | None:
    """From what to what each count may be if this were the base; None where it cannot be."""
    ranges = []
    for one in row.percentages:
        least, most = _fitting(row.printed(one), one.unit, base)
        if one.shows_count:
            least, most = max(least, one.count), min(most, one.count)
        if least > most:
            return None
        ranges.append((least, most))
    if not row.adds_up:
        return ranges
    lowest, highest = sum(least for least, _ in ranges), sum(most for _, most in ranges)
    if not lowest <= base <= highest:
        return None
    return [(max(least, base - highest + most), min(most, base - lowest + least)) for least, most in ranges]


def _fitting(printed: Fraction | None, unit: Number | None, base: int) -> tuple[int, int]:
    """The counts of this base that would be printed so: they stand next to each other."""
    if printed is None or unit is None:
        return 0, base
    step = exact(unit)
    least = max(0, floor((printed - step / 2) * base / 100))
    most = min(base, ceil((printed + step / 2) * base / 100))
    while least <= most and _printed(least, base, step) != printed:
        least += 1
    while most >= least and _printed(most, base, step) != printed:
        most -= 1
    return least, most


# --- in words -------------------------------------------------------------------------------------------------


def _base_found(row: PublishedRow, least: int, most: int) -> GivenAway:
    told = [percent for one in row.percentages if (percent := _percent_words(row, one))]
    fit = "fits" if len(told) == 1 else "fit"
    sentence = (
        f"{row.name}: {and_list(told)} {fit} a base of {_many(row, least, most)} alone, and it is not shown."
    )
    return GivenAway(row.name, "", least, most, sentence)


def _count_found(
    row: PublishedRow, one: Percentage, count: _Ends, rest: _Ends, below: int
) -> Iterator[GivenAway]:
    if count.least is None or count.most is None or rest.least is None or rest.most is None:
        return
    who = f"{row.name}, {one.name}: {_percent_words(row, one)}"
    known = count.least == count.most and (one.hides_count or (count.least > 0 and not row.shows_base))
    if known or (row.people and _all_small(count.least, count.most, below)):
        yield GivenAway(
            row.name,
            one.name,
            count.least,
            count.most,
            f"{who} can only be {_many(row, count.least, count.most)}.",
        )
    if row.people and _all_small(rest.least, rest.most, below):
        left = _many(row, rest.least, rest.most)
        yield GivenAway(
            row.name, one.name, count.least, count.most, f"{who} leaves only {left} who are not in it."
        )


def _all_small(least: int, most: int, below: int) -> bool:
    return least >= 1 and most < below


def _many(row: PublishedRow, least: int, most: int) -> str:
    many = f"{least:,}" if least == most else f"{least:,} to {most:,}"
    return many if not row.people else f"{many} {'person' if most == 1 else 'people'}"


def _percent_words(row: PublishedRow, one: Percentage) -> str:
    printed = row.printed(one)
    if printed is None:
        return ""
    return f"{number(printed, 0 if printed.denominator == 1 else 1)}%"
