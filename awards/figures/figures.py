"""How many were nominated, by whom and where: of one round or of several."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from awards.figures.reading import Voice, voices
from awards.rounds.categories import categories
from awards.rounds.rounds import AwardRound, award_round
from awards.vocabulary import NominatorKind
from engagement.register.council import council
from engagement.register.vocabulary import Rating, ServiceKind
from resources.database import Database
from resources.geography import districts_of
from resources.wording import and_list, count_of
from resources.words import Word

NOT_TIED = "Not tied to the register"
ELSEWHERE = "District not known"


class By(Word):
    """What the figures are made by."""

    CATEGORY = "category", "Category"
    NOMINATOR = "nominator", "Who nominated"
    DISTRICT = "district", "District"
    KIND = "kind", "Kind of service"
    RATING = "rating", "Rating when nominated"
    YEAR = "year", "Year"


@dataclass(frozen=True)
class FigureLine:
    """Of one category, district or year: nominations, nominees, and how many of these went to the judges and won.

    `honoured` counts what is announced and nothing else.
    """

    label: str
    nominations: int
    nominees: int
    judged: int
    honoured: int


@dataclass(frozen=True)
class NominationFigures:
    """The lines in their order, and all together; a nominee of several kinds of nominators is in the line of each."""

    by: By
    rounds: tuple[AwardRound, ...]
    lines: tuple[FigureLine, ...]
    whole: FigureLine

    @property
    def round_words(self) -> str:
        """Of which rounds."""
        return and_list([one.name for one in self.rounds])

    @property
    def base(self) -> str:
        """What the figures are of."""
        nominations = count_of(self.whole.nominations, "nomination")
        return f"{nominations} of {count_of(self.whole.nominees, 'nominee')}, {self.round_words}"


def figures(db: Database, round_ids: Sequence[str], by: By) -> NominationFigures:
    """The figures of these rounds by one thing."""
    return figures_from(db, round_ids, voices(db, round_ids), by)


def figures_from(db: Database, round_ids: Sequence[str], held: Sequence[Voice], by: By) -> NominationFigures:
    """The same from voices that are read already."""
    rounds = tuple(sorted((award_round(db, key) for key in round_ids), key=lambda one: (one.year, one.name)))
    labels = _LABELS[by](db, rounds)
    grouped: dict[str, list[Voice]] = {label: [] for label in labels}
    for one in held:
        grouped.setdefault(_OF[by](one), []).append(one)
    order = [*labels, *sorted(grouped.keys() - set(labels) - {NOT_TIED, ELSEWHERE}), ELSEWHERE, NOT_TIED]
    lines = [line_of(label, grouped[label]) for label in dict.fromkeys(order) if label in grouped]
    lines = [one for one in lines if one.nominations or one.label in labels]
    return NominationFigures(by, rounds, tuple(lines), line_of("All", held))


def line_of(label: str, held: Iterable[Voice]) -> FigureLine:
    """Nominations and the nominees behind them."""
    some = sorted(held, key=lambda one: one.entry_id)
    firsts = [next(group) for _, group in groupby(some, key=lambda one: one.entry_id)]
    return FigureLine(
        label,
        len(some),
        len(firsts),
        sum(one.status.is_judged for one in firsts),
        sum(one.status.is_honoured for one in firsts),
    )


# --- what each line is called, and which of them stand there though nothing is in them -------------------------


def _categories(db: Database, rounds: Sequence[AwardRound]) -> list[str]:
    latest_first = reversed(rounds)
    return list(dict.fromkeys(one.name for held in latest_first for one in categories(db, held.id)))


def _years(_db: Database, rounds: Sequence[AwardRound]) -> list[str]:
    return list(dict.fromkeys(str(one.year) for one in rounds))


def _all_districts(db: Database, _rounds: Sequence[AwardRound]) -> list[str]:
    return sorted(districts_of(council(db)))


def _words(*some: Word) -> Callable[[Database, Sequence[AwardRound]], list[str]]:
    return lambda _db, _rounds: [one.label for one in some]


_LABELS: Mapping[By, Callable[[Database, Sequence[AwardRound]], list[str]]] = {
    By.CATEGORY: _categories,
    By.NOMINATOR: _words(*NominatorKind),
    By.DISTRICT: _all_districts,
    By.KIND: _words(*ServiceKind),
    By.RATING: _words(*reversed(Rating)),
    By.YEAR: _years,
}
_OF: Mapping[By, Callable[[Voice], str]] = {
    By.CATEGORY: lambda one: one.category,
    By.NOMINATOR: lambda one: one.nominator_kind.label,
    By.DISTRICT: lambda one: NOT_TIED if one.service_id is None else one.district or ELSEWHERE,
    By.KIND: lambda one: one.service_kind.label if one.service_kind else NOT_TIED,
    By.RATING: lambda one: one.rating.label if one.rating else NOT_TIED,
    By.YEAR: lambda one: str(one.year),
}
