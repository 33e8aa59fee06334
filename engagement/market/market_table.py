"""The committee's market table: what CQC says of the services of each area, by kind.

The four grades are percentages of rated services, "not yet rated" of all services. A table is counted from
services, or entered from figures that somebody published; then it has no bases, and says so.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engagement.register.vocabulary import GRADES, MarketKind, Rating
from resources.problem import Problem
from resources.statistics import (
    BaseRule,
    Change,
    Share,
    Verdict,
    change,
    rounding_note,
    rounding_note_of,
    share,
)
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, capital_first, date_words, lower_first

RATINGS = (*GRADES, Rating.NOT_RATED)
"""The five figures of a profile, in the order of the committee's table."""

MARKET_BASES = BaseRule(hide=0, flag=30)
"""Counts of services are public, so every percentage is shown, with its base, and small bases are marked."""

SHARED_GRADES = {
    Rating.REQUIRES_IMPROVEMENT: (Rating.INADEQUATE, Rating.REQUIRES_IMPROVEMENT),
    Rating.GOOD: (Rating.GOOD, Rating.OUTSTANDING),
}
"""A service that leaves Good for Outstanding has not worsened, so these grades are judged with those beyond."""

_PERCENTAGES_OF = "The four ratings are % of rated services; not yet rated is % of all services."
_SHARED_GRADES_RULE = (
    "Good is judged together with Outstanding, and Requires improvement together with Inadequate."
)


@dataclass(frozen=True)
class RatedService:
    """An active service with its overall rating as at the table's date."""

    authority: str
    kind: MarketKind
    rating: Rating
    district: str = ""


@dataclass(frozen=True)
class Profile:
    """The five printed figures of one area and kind; `counts` are in the same order, or None when only published."""

    area: str
    kind: MarketKind
    figures: tuple[int | None, ...]
    counts: tuple[int, ...] | None = None
    rule: BaseRule = MARKET_BASES

    def percent(self, rating: Rating) -> int | None:
        """The printed figure; None when there is nothing to take a percentage of."""
        return self.figures[RATINGS.index(rating)]

    def count(self, *ratings: Rating) -> int | None:
        """How many services have one of the ratings."""
        return None if self.counts is None else sum(self.counts[RATINGS.index(rating)] for rating in ratings)

    def share(self, *ratings: Rating) -> Share | None:
        """Their share of rated services, or of all services for those not yet rated."""
        count, base = self.count(*ratings), self.base(ratings[0])
        return None if count is None or base is None else share(count, base, self.rule)

    def base(self, rating: Rating) -> int | None:
        """What the rating's percentage is of."""
        return self.rated if rating.is_rated else self.all

    @property
    def rated(self) -> int | None:
        """How many services have one of the four grades."""
        return self.count(*GRADES)

    @property
    def all(self) -> int | None:
        """How many services there are."""
        return self.count(*RATINGS)

    @property
    def small(self) -> bool:
        """Whether its percentages are to be marked as of a small base."""
        return self.rated is not None and self.rated < self.rule.flag

    @property
    def grades(self) -> tuple[int, ...]:
        """The figures of the four grades, none when no service is rated."""
        return tuple(figure for figure in self.figures[:-1] if figure is not None)


@dataclass(frozen=True)
class MarketTable:
    """A profile for every area and kind, as at a date; `area_heading` is Local authority or District."""

    profiles: Mapping[tuple[str, MarketKind], Profile]
    areas: tuple[str, ...]
    as_at: date | None = None
    area_heading: str = "Local authority"
    source: str = "Care Quality Commission"
    remarks: tuple[str, ...] = ()  # what a reader must know of how much is held

    def profile(self, area: str, kind: MarketKind) -> Profile:
        """The profile of an area; one that nothing is known of has no figures."""
        return self.profiles.get((area, kind)) or Profile(area, kind, (None,) * len(RATINGS))

    def of_kind(self, kind: MarketKind) -> list[Profile]:
        """One profile per area, in the table's order."""
        return [self.profile(area, kind) for area in self.areas]

    def figures(self, kind: MarketKind, rating: Rating) -> dict[str, int | None]:
        """The printed percentage of each area."""
        return {profile.area: profile.percent(rating) for profile in self.of_kind(kind)}

    @property
    def has_counts(self) -> bool:
        """Whether every profile was counted, so that bases are known."""
        return all(profile.counts is not None for profile in self.profiles.values())


# --- making a table -------------------------------------------------------------------------------------


def market_by_authority(
    services: Iterable[RatedService],
    *,
    as_at: date | None = None,
    authorities: Sequence[str] = (),
    rule: BaseRule = MARKET_BASES,
) -> MarketTable:
    """Counts the services; `authorities` chooses and orders the rows, otherwise all that occur stand by name."""
    tally = Counter((service.authority, service.kind, service.rating) for service in services)
    return _counted(tally, authorities, as_at, "Local authority", rule)


def market_by_district(
    services: Iterable[RatedService],
    authority: str,
    *,
    as_at: date | None = None,
    districts: Sequence[str] = (),
    rule: BaseRule = MARKET_BASES,
) -> MarketTable:
    """The same for the districts of one authority."""
    tally = Counter(
        (service.district or "District not known", service.kind, service.rating)
        for service in services
        if service.authority == authority
    )
    unknown = ["District not known"] if any(key[0] == "District not known" for key in tally) else []
    return _counted(tally, [*districts, *unknown] if districts else (), as_at, "District", rule)


def _counted(
    tally: Counter[tuple[str, MarketKind, Rating]],
    areas: Sequence[str],
    as_at: date | None,
    area_heading: str,
    rule: BaseRule,
) -> MarketTable:
    names = tuple(areas) or tuple(sorted({area for area, _, _ in tally}))
    profiles = {
        (area, kind): _profile(area, kind, tuple(tally[area, kind, rating] for rating in RATINGS), rule)
        for area in names
        for kind in MarketKind
    }
    return MarketTable(profiles, names, as_at, area_heading)


def _profile(area: str, kind: MarketKind, counts: tuple[int, ...], rule: BaseRule) -> Profile:
    rated, everything = sum(counts[:-1]), sum(counts)
    grades = (share(count, rated, rule).percent for count in counts[:-1])
    return Profile(area, kind, (*grades, share(counts[-1], everything, rule).percent), counts, rule)


def from_published(
    figures: Mapping[tuple[str, MarketKind], Sequence[int | None]],
    *,
    as_at: date | None = None,
    source: str = "Care Quality Commission",
) -> MarketTable:
    """A table from published percentages: for each area and kind IA, RI, GO, OU of rated and % not yet rated."""
    profiles = {
        (area, kind): Profile(area, kind, _checked(area, kind, row)) for (area, kind), row in figures.items()
    }
    return MarketTable(profiles, tuple(dict.fromkeys(area for area, _ in figures)), as_at, source=source)


def _checked(area: str, kind: MarketKind, row: Sequence[int | None]) -> tuple[int | None, ...]:
    """Four rounded grades add up to between 98 and 102, or to nothing where no service is rated."""
    where = f"{area}, {kind.plural}"
    if len(row) != len(RATINGS):
        raise Problem(
            f"Five figures are expected for {where}, and {len(row)} were given: give the % Inadequate, "
            "Requires improvement, Good and Outstanding of rated services, and the % not yet rated."
        )
    if any(figure is not None and not 0 <= figure <= 100 for figure in row):
        raise Problem(f"The figures for {where} must be from 0 to 100: look them up again.")
    grades = [figure for figure in row[:-1] if figure is not None]
    if any(grades) and not 98 <= sum(grades) <= 102:
        raise Problem(
            f"The four ratings for {where} should add up to about 100 and add up to {sum(grades)}: "
            "look them up again."
        )
    return tuple(row) if any(grades) else (*(None,) * len(GRADES), row[-1])


# --- as tables to show and print ------------------------------------------------------------------------


def wide_table(market: MarketTable) -> Table:
    """The layout of the committee's report: one row per area, five percentages for each kind."""
    columns = [Column("area", market.area_heading, width=180)]
    for kind in MarketKind:
        columns += [
            Column(
                f"{kind}_{rating}",
                f"{_short(kind)}: {_heading(rating)}",
                ColumnKind.PERCENT,
                90,
                group=kind.label,
            )
            for rating in RATINGS
        ]
    rows = [
        (area, *(figure for kind in MarketKind for figure in market.profile(area, kind).figures))
        for area in market.areas
    ]
    profiles = [profile for kind in MarketKind for profile in market.of_kind(kind)]
    return Table(
        f"CQC ratings by {market.area_heading.lower()} and kind of service",
        tuple(columns),
        rows,
        base=_PERCENTAGES_OF,
        source=market.source,
        as_at=market.as_at,
        notes=(*_notes(profiles, with_initials=True), *market.remarks),
    )


def kind_table(market: MarketTable, kind: MarketKind) -> Table:
    """One kind of service: percentages with their bases, and a mark where the base is small."""
    counted = market.has_counts
    profiles = market.of_kind(kind)
    return Table(
        f"{kind.label}: CQC ratings by {market.area_heading.lower()}",
        _kind_columns(market.area_heading, counted),
        [_kind_row(profile, counted) for profile in profiles],
        base=_PERCENTAGES_OF,
        source=market.source,
        as_at=market.as_at,
        notes=(*_notes(profiles), *market.remarks),
    )


def document_table(market: MarketTable, kind: MarketKind) -> Table:
    """One kind of service as narrow as a page: the base stands before its percentages, small bases in the notes."""
    counted = market.has_counts
    columns = (
        Column("area", market.area_heading, width=170),
        *((Column("rated", "Rated services", ColumnKind.NUMBER, 100),) if counted else ()),
        *(Column(grade, grade.label, ColumnKind.PERCENT, 110) for grade in GRADES),
        Column(Rating.NOT_RATED, "Not yet rated", ColumnKind.PERCENT, 90),
    )
    rows = [
        (profile.area, *((profile.rated,) if counted else ()), *profile.figures)
        for profile in market.of_kind(kind)
    ]
    whole = kind_table(market, kind)
    return Table(whole.title, columns, rows, whole.base, whole.source, whole.as_at, whole.notes)


def _kind_columns(area_heading: str, counted: bool) -> tuple[Column, ...]:
    grades = [Column(grade, f"{grade.label} (%)", ColumnKind.PERCENT, 110) for grade in GRADES]
    rated = [Column("rated", "Rated services", ColumnKind.NUMBER, 100)] if counted else []
    after = (
        [
            Column("all", "All services", ColumnKind.NUMBER, 100),
            Column("base_note", "Base", width=110),
        ]
        if counted
        else []
    )
    not_rated = Column(Rating.NOT_RATED, "Not yet rated (% of all)", ColumnKind.PERCENT, 130)
    return (Column("area", area_heading, width=180), *grades, *rated, not_rated, *after)


def _kind_row(profile: Profile, counted: bool) -> tuple[Cell, ...]:
    *grades, not_rated = profile.figures
    if not counted:
        return (profile.area, *grades, not_rated)
    return (profile.area, *grades, profile.rated, not_rated, profile.all, base_words(profile))


def base_words(profile: Profile) -> str:
    """What the row says of its base: None rated, Small base, or nothing."""
    if profile.rated == 0:
        return "None rated"
    return "Small base" if profile.small else ""


def _short(kind: MarketKind) -> str:
    return {MarketKind.DOMICILIARY: "Home care"}.get(kind, kind.label.split()[0])


def _heading(rating: Rating) -> str:
    return "Not yet rated" if rating is Rating.NOT_RATED else rating.initials


def _notes(profiles: Sequence[Profile], *, with_initials: bool = False) -> tuple[str, ...]:
    initials = and_list([f"{grade.initials} {grade.label}" for grade in GRADES])
    rated = [profile.grades for profile in profiles if profile.grades]
    rounding = rounding_note(rated[0]) if len(rated) == 1 else rounding_note_of(rated, "sets of ratings")
    return tuple(filter(None, (f"{initials}." if with_initials else "", rounding, _small_note(profiles))))


def _small_note(profiles: Sequence[Profile]) -> str:
    """Names the areas whose bases are small, or says that the bases were not published."""
    if any(profile.counts is None for profile in profiles):
        return "The numbers of services behind these percentages are not known."
    if not profiles:
        return ""
    flag = profiles[0].rule.flag
    parts = []
    for kind in MarketKind:
        small = [p.area for p in profiles if p.kind is kind and p.small and p.rated]
        if small:
            parts.append(f"{kind.plural} in {and_list(small)}")
    return f"Small base, fewer than {flag} rated services: {'; '.join(parts)}." if parts else ""


# --- change since another date --------------------------------------------------------------------------


@dataclass(frozen=True)
class RatingChange:
    """How one figure of the table changed; counts are None where a table had none."""

    area: str
    kind: MarketKind
    rating: Rating
    before_count: int | None
    after_count: int | None
    change: Change


def compare(before: MarketTable, after: MarketTable) -> list[RatingChange]:
    """Every figure of the later table beside the earlier one, in the later table's order."""
    return [
        _compared(before.profile(area, kind), after.profile(area, kind), rating)
        for kind in MarketKind
        for area in after.areas
        for rating in RATINGS
    ]


def _compared(before: Profile, after: Profile, rating: Rating) -> RatingChange:
    judged = SHARED_GRADES.get(rating, (rating,))
    old, new = before.share(*judged), after.share(*judged)
    if old is None or new is None:
        rule = "A change is not judged where the numbers of services behind the percentages are not known."
        verdict = Verdict.BASE_NOT_KNOWN
    else:
        better = rating in (Rating.GOOD, Rating.OUTSTANDING)
        judgement = change(old, new, higher_is_better=better)
        rule, verdict = judgement.rule, judgement.verdict
    if rating in SHARED_GRADES:
        rule = f"{rule} {_SHARED_GRADES_RULE}"
    return RatingChange(
        after.area,
        after.kind,
        rating,
        before.count(rating),
        after.count(rating),
        Change(before.percent(rating), after.percent(rating), verdict, rule),
    )


def change_table(before: MarketTable, after: MarketTable) -> Table:
    """The comparison as one long table, with the rule of its verdicts beneath."""
    columns = (
        Column("area", after.area_heading, width=180),
        Column("kind", "Kind of service", width=150),
        Column("rating", "Rating", ColumnKind.RATING, 150),
        Column("before_count", "Number before", ColumnKind.NUMBER, 100),
        Column("after_count", "Number now", ColumnKind.NUMBER, 100),
        Column("before", "% before", ColumnKind.PERCENT, 90),
        Column("after", "% now", ColumnKind.PERCENT, 90),
        Column("points", "Percentage points", ColumnKind.NUMBER, 120),
        Column("verdict", "Verdict", width=140),
    )
    changes = compare(before, after)
    return Table(
        _change_title(before, after),
        columns,
        [_change_row(one) for one in changes],
        base=_PERCENTAGES_OF,
        source=after.source,
        as_at=after.as_at,
        notes=_change_rules(changes),
    )


def document_change_table(before: MarketTable, after: MarketTable, area: str) -> Table:
    """The comparison of one area, as narrow as a page."""
    whole = change_table(before, after)
    columns = (
        Column("kind", "Kind of service", width=170),
        Column("rating", "Rating", ColumnKind.RATING, 180),
        Column("before", "Before", ColumnKind.PERCENT, 80),
        Column("after", "Now", ColumnKind.PERCENT, 80),
        Column("points", "Percentage points", ColumnKind.NUMBER, 110),
        Column("verdict", "Verdict", width=170),
    )
    rows = [(kind, rating, *rest) for name, kind, rating, _, _, *rest in whole.rows if name == area]
    title = f"{area}: {lower_first(whole.title)}"
    return Table(title, columns, rows, whole.base, whole.source, whole.as_at, whole.notes)


def _change_row(one: RatingChange) -> tuple[Cell, ...]:
    found = one.change
    counts = (one.before_count, one.after_count)
    figures = (found.before, found.after, found.points)
    return (one.area, one.kind.label, one.rating.label, *counts, *figures, found.verdict.label)


def _change_title(before: MarketTable, after: MarketTable) -> str:
    if before.as_at is None or after.as_at is None:
        return "Change in CQC ratings"
    return f"Change in CQC ratings from {date_words(before.as_at)} to {date_words(after.as_at)}"


def _change_rules(changes: Sequence[RatingChange]) -> tuple[str, ...]:
    rules = dict.fromkeys(one.change.rule.replace(f" {_SHARED_GRADES_RULE}", "") for one in changes)
    return (*map(capital_first, rules), _SHARED_GRADES_RULE)
