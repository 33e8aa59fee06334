"""What stands behind the results: every score by judge, how harsh each judge is, and how far they agree."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from awards.points import points_words
from awards.results.harshness import HOW, Harshness, effect_words
from awards.results.scoring import how_computed
from awards.results.standings import CategoryStanding
from awards.results.tables import (
    AGREEMENT_COLUMNS,
    JUDGE_COLUMNS,
    SCORE_COLUMNS,
    agreement_table,
    judges_table,
    scores_table,
)
from awards.results.worth_knowing import harshness_line, points, points_told
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from resources.tables import Cell, Column, Table

_NOBODY = "No judge has scored anybody in this category yet. Scores are typed or taken in on the Scores side."
_NO_HARSHNESS = (
    "How harsh the judges are cannot be told in this category yet: it shows where several judges have scored the same "
    "nominees."
)
_NO_CATEGORY = "The round has no category yet, so that there is nothing to agree on."
_ALPHA = (
    "Krippendorff’s alpha of the judges’ scores: 1 is full agreement, 0 no better than chance. By distance, two scores "
    "differ by the points between them; by order, by how many of all scores lie between them. From 0.80 on scores can "
    "be relied on; from 0.67 on conclusions are tentative."
)
Every = Sequence[CategoryStanding]


@dataclass(frozen=True)
class Figures:
    """One of these tables: `made` of a category or of all of them, `words` that stand above it, `draw` of a row."""

    view: str
    label: str
    one: str
    columns: tuple[Column, ...]
    made: Callable[[CategoryStanding, Every], Table]
    words: Callable[[CategoryStanding], str]
    key: Callable[[Sequence[Cell]], str]
    draw: Callable[[CategoryStanding, Every, str], Detail | None]
    nothing: str
    chips: tuple[str, ...] = ()


class FiguresPart(ListPart):
    """One of them, with its pane."""

    def __init__(self, desk: Desk, figures: Figures, go: Callable[[], object]) -> None:
        super().__init__(
            desk, figures.columns, name=f"awards_results_{figures.view}", title=figures.label, one=figures.one,
            empty=EmptyPage(figures.nothing, Action("results_scores", "Go to Scores", go)), draw=self._detail,
            chips=figures.chips,
        )  # fmt: skip
        self.figures = figures
        self._standing: CategoryStanding | None = None
        self._every: Every = ()

    def show_category(self, held: CategoryStanding, every: Every) -> None:
        """As it stands."""
        self._standing, self._every = held, every
        rows = self.figures.made(held, every).rows
        self.show_rows(rows, [self.figures.key(row) for row in rows])

    def _detail(self, key: str) -> Detail | None:
        return self.figures.draw(self._standing, self._every, key) if self._standing is not None else None


# --- scores ---------------------------------------------------------------------------------------------------


def _score_key(row: Sequence[Cell]) -> str:
    return f"{row[0]} {row[2]}"


def _score(held: CategoryStanding, _every: Every, key: str) -> Detail | None:
    """What one judge gave one nominee, by criterion."""
    reference, _, judge = key.partition(" ")
    one = next((each for each in held.nominees if each.nominee.reference == reference), None)
    marks = next((each for each in one.marks if held.judge_names[each.judge] == judge), None) if one else None
    if one is None or marks is None:
        return None
    lines = [
        Line(scale.name, points_words(marks.points[scale.key]) if scale.key in marks.points else "Not scored")
        for scale in held.scheme.scales
    ]
    found = one.summary
    figures = (
        Line("Score", points(found.by_judge.get(marks.judge))), Line("Mean of all judges", points(found.mean)),
        Line("Median", points(found.median)), Line("Spread", points(found.spread)),
    )  # fmt: skip
    return Detail(
        one.nominee.name, f"{reference}, by {judge}", (), (),
        (Section("By criterion", lines), Section("Beside the others", figures)),
    )  # fmt: skip


# --- harshness ------------------------------------------------------------------------------------------------


def _judge(held: CategoryStanding, _every: Every, key: str) -> Detail | None:
    """What one judge adds to everybody, and how that is known."""
    if not isinstance(held.harshness, Harshness):
        return None
    one = next((each for each in held.harshness.effects if held.judge_names[each.judge] == key), None)
    if one is None:
        return None
    told = [Line("", effect_words(one, key, points_told(abs(one.added))))]
    if held.harshness.rests_on_little:
        told.append(Line("", "It rests on few scores: a single one more could alter it."))
    return Detail(key, held.category.name, (), (), (Section("In words", told, stacked=True),))


def _harshness_words(held: CategoryStanding) -> str:
    return f"{harshness_line(held)} {HOW}" if isinstance(held.harshness, Harshness) else harshness_line(held)


# --- agreement ------------------------------------------------------------------------------------------------


def _agreement(_held: CategoryStanding, every: Every) -> Table:
    return agreement_table(every, title=f"{every[0].round.name if every else 'Awards'}: agreement")


def _of_category(_held: CategoryStanding, every: Every, key: str) -> Detail | None:
    """How far the judges agree in one category."""
    one = next((each for each in every if each.category.name == key), None)
    if one is None:
        return None
    found = one.agreement
    lines = (
        Line("Alpha by distance", points(found.interval and found.interval * 100)),
        Line("Alpha by order", points(found.ordinal and found.ordinal * 100)),
        Line("Nominees with two scores or more", str(found.nominees)),
        Line("Scores of them", str(found.scores)),
    )
    return Detail(
        key, "", (), (),
        (Section("In words", [Line("", found.words)], stacked=True), Section("Figures", lines)),
    )  # fmt: skip


ALL = (
    Figures(
        "scores", "Scores by judge", "Score", SCORE_COLUMNS, lambda held, _every: scores_table(held),
        lambda held: how_computed(held.scheme), _score_key, _score, _NOBODY, ("judge",),
    ),
    Figures(
        "harshness", "Judges: harshness", "Judge", JUDGE_COLUMNS, lambda held, _every: judges_table(held),
        _harshness_words, lambda row: str(row[0]), _judge, _NO_HARSHNESS,
    ),
    Figures(
        "agreement", "Agreement by category", "Category", AGREEMENT_COLUMNS, _agreement, lambda _held: _ALPHA,
        lambda row: str(row[0]), _of_category, _NO_CATEGORY,
    ),
)  # fmt: skip
