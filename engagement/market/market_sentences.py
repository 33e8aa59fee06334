"""Where an area stands among others, said as the committee report says it, with ties said as ties."""

from collections.abc import Sequence
from dataclasses import dataclass

from engagement.market.market_table import MarketTable, Profile
from engagement.register.vocabulary import GRADES, MarketKind, Rating
from resources.report.told import Figure, Shown, Told, tell
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
    (no figure, 0%, nobody to compare, all alike). `reasons` are the figures that were compared, `figures` those that
    the text prints.
    """

    text: str
    kind: MarketKind | None
    rating: Rating | None
    place: int | None = None
    from_lowest: bool = False
    tied_with: tuple[str, ...] = ()
    small_base: bool = False
    reasons: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def told(self) -> Told:
        """The sentence with its figures; its name is of its rating and kind."""
        return Told(f"{self.rating or 'number'}.{self.kind or 'all'}", self.text, self.figures)


def compared_rows(kind: MarketKind | None) -> str:
    """What the table of all areas is called that a place among them rests on; None is all kinds together."""
    return f"compared.{kind or 'all'}"


def services_rows(kind: MarketKind | None) -> str:
    """What the list of one area's services is called that a share rests on."""
    return f"services.{kind or 'all'}"


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
    told = standing.told()
    return MarketSentence(
        text=told.text,
        kind=kind,
        rating=rating,
        place=standing.ranked.place if standing.ranked else None,
        from_lowest=standing.from_lowest,
        tied_with=standing.ranked.tied_with if standing.ranked else (),
        small_base=profile.small,
        reasons=standing.reasons(),
        figures=told.figures,
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

    def told(self) -> Told:
        """The sentence, in which the place and the share are figures."""
        if self.figure is None:
            return self._plain(self._nothing_to_rank())
        if self.figure == 0:
            return self._none_of_them()
        if self.ranked is None:
            return self._nobody_to_rank_against()
        return tell(
            "", "{area} has the {place} % {what} {among} ({share}{ties}).",
            area=self.profile.area, place=self._place(self.ranked), what=self._of_what(), among=self.among,
            share=self._shown(self._figure_words()), ties=self._ties(self.ranked),
        )  # fmt: skip

    def _place(self, ranked: Ranked) -> Shown:
        """Joint second highest; the rows are those of all areas."""
        end = "lowest" if self.from_lowest else "highest"
        which = end if ranked.place == 1 else f"{ordinal(ranked.place)} {end}"
        joint = "joint " if ranked.joint else ""
        return Shown(f"{joint}{which}", ranked.place, rows=compared_rows(self.profile.kind))

    def _ties(self, ranked: Ranked) -> str:
        """; with those that share the place."""
        if not ranked.joint:
            return ""
        mark = ";" if self.profile.counts else ","
        return f"{mark} with {_names(ranked.tied_with)}"

    def _shown(self, words: str) -> Shown:
        """The area's own figure; where it was counted, its rows are the services."""
        share, kind = self.profile.share(self.rating), self.profile.kind
        if share is None or share.value is None:
            return Shown(words, self.figure, rows=compared_rows(kind))
        return Shown(words, float(share.value * 100), share.base, services_rows(kind))

    def _plain(self, words: str) -> Told:
        return Told("", words)

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

    def _none_of_them(self) -> Told:
        """Nought counted is said as none; 0% may also be a few among many, or rounded by who published it."""
        kind, area, count = self.profile.kind, self.profile.area, self.profile.count(self.rating)
        rated = "rated " if self.rating in GRADES else ""
        given = {
            "kind": kind.singular,
            "plural": f"{rated}{kind.plural}",
            "area": area,
            "is": self._is_what(),
        }
        if count is None:
            words = "To the nearest whole number, {share} of {plural} in {area} are {is}."
            return tell("", words, share=self._shown("0%"), **given)
        if count == 0 and self.rating in GRADES:
            return tell("", "{share} {kind} in {area} is rated {is}.", share=self._shown("No"), **given)
        if count == 0:
            return tell("", "{share} {kind} in {area} is rated.", share=self._shown("Every"), **given)
        base = number(self.profile.base(self.rating) or 0)
        whole = f"{number(count)} of {possessive(area)} {base} {rated}{kind.plural}"
        words = f"{{share}} {'is' if count == 1 else 'are'} {{is}}, less than 0.5%."
        return tell("", words, share=self._shown(whole), **given)

    def _nobody_to_rank_against(self) -> Told:
        rated = "rated " if self.rating in GRADES else ""
        share = self.profile.share(self.rating)
        counted = f" ({number(share.count)} of {number(share.base)})" if share else ""
        words = "{share} of {plural} in {area} are {is}{counted}; there is no other figure {among} to compare it with."
        if self.others:
            words = "{share} of {plural} in {area} are {is}{counted}, the same as everywhere else {among}."
        return tell(
            "", words, share=self._shown(percent(self.figure or 0)), plural=f"{rated}{self.profile.kind.plural}",
            area=self.profile.area, counted=counted, among=self.among, **{"is": self._is_what()},
        )  # fmt: skip

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
    told = tell(
        "", "{area} has the {place} number of CQC rated services {among} ({rated}{ties}).",
        area=area, among=among, ties=f"; with {_names(own.tied_with)}" if own.joint else "",
        place=Shown(f"{'joint ' if own.joint else ''}{place}", own.place, rows=compared_rows(None)),
        rated=Shown(number(own.value), float(own.value), rows=services_rows(None)),
    )  # fmt: skip
    reason = ", ".join(f"{r.name} {number(r.value)}" for r in rank(totals, highest_first=True))
    return MarketSentence(
        text=told.text,
        kind=None,
        rating=None,
        place=own.place,
        tied_with=own.tied_with,
        reasons=(f"Rated nursing homes, residential homes and home care agencies: {reason}.",),
        figures=told.figures,
    )
