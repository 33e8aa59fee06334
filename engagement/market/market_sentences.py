"""Where an area stands among others, said as the committee report says it, with ties said as ties."""

from collections.abc import Sequence
from dataclasses import dataclass

from engagement.market.market_table import MarketTable, Profile
from engagement.register.vocabulary import GRADES, MarketKind, Rating
from resources.statistics import Ranked, rank
from resources.wording import (
    and_list,
    capital_first,
    count_of,
    date_words,
    number,
    ordinal,
    percent,
    possessive,
)

_WITHOUT_ARTICLE = ("London", "Yorkshire and The Humber", "England")


@dataclass(frozen=True)
class MarketSentence:
    """A sentence for the public with its grounds.

    `place` counts from the highest, or from the lowest when `from_lowest`; it is None where nothing is ranked
    (no figure, 0%, nobody to compare, all alike). `reasons` are the figures that were compared.
    """

    text: str
    kind: MarketKind | None
    rating: Rating | None
    place: int | None = None
    from_lowest: bool = False
    tied_with: tuple[str, ...] = ()
    small_base: bool = False
    reasons: tuple[str, ...] = ()


def among_region(region: str) -> str:
    """`in the East Midlands`, `in London`."""
    return f"in {region}" if region in _WITHOUT_ARTICLE else f"in the {region}"


def _names(areas: Sequence[str]) -> str:
    """The names of those who share a place, or how many they are when a list would drown the sentence."""
    return and_list(areas) if len(areas) <= 4 else f"{len(areas)} others"


def market_sentences(
    market: MarketTable,
    area: str,
    *,
    among: str,
    ratings: Sequence[Rating] = (Rating.OUTSTANDING, Rating.INADEQUATE),
) -> list[MarketSentence]:
    """One sentence for each rating and kind; `among` ends it, such as `in the East Midlands`."""
    return [rating_sentence(market, area, kind, rating, among) for rating in ratings for kind in MarketKind]


def rating_sentence(
    market: MarketTable, area: str, kind: MarketKind, rating: Rating, among: str
) -> MarketSentence:
    """Where the area's percentage stands, by the printed figures."""
    profile = market.profile(area, kind)
    standing = _Standing(market, profile, rating, among)
    return MarketSentence(
        text=standing.text(),
        kind=kind,
        rating=rating,
        place=standing.ranked.place if standing.ranked else None,
        from_lowest=standing.from_lowest,
        tied_with=standing.ranked.tied_with if standing.ranked else (),
        small_base=profile.small,
        reasons=standing.reasons(),
    )


class _Standing:
    """One area's figure among those of the others."""

    def __init__(self, market: MarketTable, profile: Profile, rating: Rating, among: str) -> None:
        self.market = market
        self.profile = profile
        self.rating = rating
        self.among = among
        self.figures = market.figures(profile.kind, rating)
        self.figure = profile.percent(rating)
        self.others = [v for area, v in self.figures.items() if area != profile.area and v is not None]
        self.ranked, self.from_lowest = self._rank()

    def _rank(self) -> tuple[Ranked | None, bool]:
        """The nearer end of the list; from the lowest only for the lowest and second lowest."""
        if not self.figure or all(other == self.figure for other in self.others):
            return None, False
        highest, lowest = (
            next(r for r in rank(self.figures, highest_first=first) if r.name == self.profile.area)
            for first in (True, False)
        )
        from_lowest = lowest.place <= 2 and lowest.place < highest.place
        return (lowest if from_lowest else highest), from_lowest

    def text(self) -> str:
        if self.figure is None:
            return self._nothing_to_rank()
        if self.figure == 0:
            return self._none_of_them()
        if self.ranked is None:
            return self._nobody_to_rank_against()
        end = "lowest" if self.from_lowest else "highest"
        place = self.ranked.place
        which = end if place == 1 else f"{ordinal(place)} {end}"
        joint = "joint " if self.ranked.joint else ""
        return f"{self.profile.area} has the {joint}{which} % {self._of_what()} {self.among} ({self._grounds()})."

    def _grounds(self) -> str:
        """7%; 7%, 3 of 43; with those that share the place."""
        own = self._figure_words()
        if self.ranked is None or not self.ranked.joint:
            return own
        mark = ";" if self.profile.counts else ","
        return f"{own}{mark} with {_names(self.ranked.tied_with)}"

    def _figure_words(self) -> str:
        share = self.profile.share(self.rating)
        words = percent(self.figure or 0)
        return words if share is None else f"{words}, {number(share.count)} of {number(share.base)}"

    def _of_what(self) -> str:
        plural = self.profile.kind.plural
        return f"of {self.rating.label} {plural}" if self.rating in GRADES else f"of {plural} not yet rated"

    def _is_what(self) -> str:
        return self.rating.label if self.rating in GRADES else "not yet rated"

    def _nothing_to_rank(self) -> str:
        area, plural = self.profile.area, self.profile.kind.plural
        if self.profile.counts is None:
            return f"There is no figure for {plural} in {area}."
        rated = "rated " if self.rating in GRADES else ""
        return f"There are no {rated}{plural} in {area}."

    def _none_of_them(self) -> str:
        """Nought counted is said as none; 0% may also be a few among many, or rounded by who published it."""
        kind, area, count = self.profile.kind, self.profile.area, self.profile.count(self.rating)
        rated = "rated " if self.rating in GRADES else ""
        if count is None:
            return f"To the nearest whole number, 0% of {rated}{kind.plural} in {area} are {self._is_what()}."
        if count == 0:
            if self.rating in GRADES:
                return f"No {kind.singular} in {area} is rated {self.rating.label}."
            return f"Every {kind.singular} in {area} is rated."
        base = number(self.profile.base(self.rating) or 0)
        are = "is" if count == 1 else "are"
        whole = f"{possessive(area)} {base} {rated}{kind.plural}"
        return f"{number(count)} of {whole} {are} {self._is_what()}, less than 0.5%."

    def _nobody_to_rank_against(self) -> str:
        rated = "rated " if self.rating in GRADES else ""
        start = f"{percent(self.figure or 0)} of {rated}{self.profile.kind.plural} in {self.profile.area}"
        share = self.profile.share(self.rating)
        counted = f" ({number(share.count)} of {number(share.base)})" if share else ""
        if self.others:
            return f"{start} are {self._is_what()}{counted}, the same as everywhere else {self.among}."
        return f"{start} are {self._is_what()}{counted}; there is no other figure {self.among} to compare it with."

    def reasons(self) -> tuple[str, ...]:
        """The figures compared, highest first; who had none; and a small base."""
        missing = [area for area, figure in self.figures.items() if figure is None]
        lines = [self._compared()]
        if missing:
            lines.append(f"No figure to compare: {and_list(missing)}.")
        if self.profile.small and self.profile.rated is not None:
            kind = self.profile.kind
            base = count_of(self.profile.rated, f"rated {kind.singular}", f"rated {kind.plural}")
            lines.append(f"Small base: {base} in {self.profile.area}.")
        return tuple(lines)

    def _compared(self) -> str:
        plural, graded = self.profile.kind.plural, self.rating in GRADES
        title = f"{self.rating.label} {plural}, % of rated" if graded else f"{plural} not yet rated, % of all"
        when = f", as at {date_words(self.market.as_at)}" if self.market.as_at else ""
        ordered = rank(self.figures, highest_first=True)
        compared = ", ".join(f"{ranked.name} {percent(ranked.value)}" for ranked in ordered)
        return capital_first(f"{title}{when}: {compared or 'no figures'}.")


def number_sentence(market: MarketTable, area: str, *, among: str) -> MarketSentence | None:
    """Where the area stands by its number of rated services; None without numbers or others to compare."""
    if not market.has_counts or area not in market.areas or len(market.areas) < 2:
        return None
    totals = {
        name: sum(market.profile(name, kind).rated or 0 for kind in MarketKind) for name in market.areas
    }
    own = next(ranked for ranked in rank(totals, highest_first=True) if ranked.name == area)
    place = "highest" if own.place == 1 else f"{ordinal(own.place)} highest"
    ties = f"; with {_names(own.tied_with)}" if own.joint else ""
    text = f"{area} has the {'joint ' if own.joint else ''}{place} number of CQC rated services {among}"
    reason = ", ".join(f"{r.name} {number(r.value)}" for r in rank(totals, highest_first=True))
    return MarketSentence(
        text=f"{text} ({number(own.value)}{ties}).",
        kind=None,
        rating=None,
        place=own.place,
        tied_with=own.tied_with,
        reasons=(f"Rated nursing homes, residential homes and home care agencies: {reason}.",),
    )
