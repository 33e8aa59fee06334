"""How many answers it takes to see a change between two waves, and what the answers there are can see."""

from collections.abc import Sequence

from resources.statistics import BASES_OF_PROVIDERS, Needed, answers_needed, smallest_change_seen
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.words import filter_notes, wave_day, wave_source

SHARES = (10, 30, 50)
"""The shares of the table, in percent: a share and what it leaves need the same, and a half needs the most."""

_RULE = (
    "Needed to call a change clear four times in five (80% power) at the 5% level, up or down, whichever takes more. "
    "When many figures are compared at once, each needs more."
)
_PAIRS = (
    "If the same providers answer: an upper figure, as if the two answers of a provider had nothing to do with each "
    "other. The fewer change their answer, the fewer are needed."
)
_OF_POPULATION = (
    "With the correction for a finite population: enough if only those who were there on the days of the two waves are "
    "meant. The verdicts of this program do not make that correction."
)


def needed(data: WaveData, points: int = 10, base_share: float = 0.5) -> Needed:
    """For a wave such as this one: of as many as could answer it."""
    return answers_needed(points, base_share, population=data.known_population)


def needed_table(data: WaveData | None = None, points: int = 10, shares: Sequence[int] = SHARES) -> Table:
    """A row for each share from which the change would start; with what this wave's answers can see."""
    population = data.known_population if data else None
    answers = len(data.responses) if data else None
    rows = [_row(share, points, population, answers) for share in shares]
    columns = [
        Column("share", "Share before, %", ColumnKind.PERCENT, 120),
        Column("per_wave", "Answers needed in each wave", ColumnKind.NUMBER, 150),
        Column("pairs", "If the same providers answer", ColumnKind.NUMBER, 150),
    ]
    if population is not None:
        columns.append(Column("of_population", "Of this population alone", ColumnKind.NUMBER, 150))
    if answers is not None:
        columns.append(Column("seen", "Seen with as many answers as now, points", ColumnKind.NUMBER, 170))
    title = f"Answers needed to see a change of {count_of(points, 'percentage point')}"
    if data is None:
        return Table(title, tuple(columns), rows, notes=(_RULE, _PAIRS))
    base = f"{count_of(len(data.responses), 'response')} now" + (
        f", of {population:,} who could have answered" if population is not None else ""
    )
    notes = (*filter_notes(data), _RULE, _PAIRS, *((_OF_POPULATION,) if population is not None else ()))
    return Table(title, tuple(columns), rows, base, wave_source(data), wave_day(data), notes)


def _row(share: int, points: int, population: int | None, answers: int | None) -> tuple[Cell, ...]:
    found = answers_needed(points, share / 100, population=population)
    return (
        share, found.per_wave, found.pairs, *((found.of_population,) if population is not None else ()),
        *((_seen(answers, share),) if answers is not None else ()),
    )  # fmt: skip


def _seen(answers: int, share: int) -> int | None:
    return None if answers < BASES_OF_PROVIDERS.flag else smallest_change_seen(answers, share / 100)


def needed_sentence(data: WaveData, points: int = 10) -> str:
    """What it takes, whether there are so many to ask, and what the answers there are can see."""
    found, answers = needed(data, points), len(data.responses)
    what = f"a change of {points} percentage points from a half"
    sentences = [f"To see {what} takes {count_of(found.per_wave, 'answer')} in each wave."]
    if found.population is not None and not found.can_be_reached:
        told = f"Only {found.population:,} could answer"
        seen_by_all = (
            f"; all of them would show a change of {found.smallest_seen}" if found.smallest_seen else ""
        )
        sentences.append(f"{told}{seen_by_all}.")
    seen = _seen(answers, 50)
    if seen is not None:
        sentences.append(f"As many as answered now, {answers:,}, show a change of {count_of(seen, 'point')}.")
    return " ".join(sentences)
