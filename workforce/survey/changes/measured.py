"""What one wave says on each thing that is compared, response by response."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from resources.statistics import figure_of, quartiles
from resources.wording import and_list
from workforce.survey.analysis.frame import OTHER_NOT_OFFERED, WaveData
from workforce.survey.analysis.frequencies import SEVERAL_BANDS, chosen_in
from workforce.survey.analysis.length_of_service import counted_lengths
from workforce.survey.analysis.rates import Rate, service_rates, whole_of
from workforce.survey.changes.change_row import Compares, Figure
from workforce.survey.funnel.funnel import funnel_answers
from workforce.survey.funnel.steps import FunnelAnswers, own_shares
from workforce.survey.vocabulary import QuestionKind, Role
from workforce.survey.waves.asked import Asked


@dataclass(frozen=True)
class YesOrNo:
    """Who answered a question, and who of them chose what is meant."""

    answered: frozenset[int]
    chose: frozenset[int]

    @property
    def who(self) -> frozenset[int]:
        """Whom it tells of."""
        return self.answered

    def value_of(self, number: int) -> int:
        """1 for yes, 0 for no."""
        return int(number in self.chose)

    def figure(self, compares: Compares, among: Iterable[int] | None = None) -> Figure:
        """The share, of everybody who answered or of those named."""
        base = self.answered if among is None else self.answered & frozenset(among)
        count = len(base & self.chose)
        return Figure(Fraction(count, len(base)) if base else None, len(base), compares, count)


@dataclass(frozen=True)
class Figures:
    """Each response's own figure; `parts` are what a share of people is made of, to put people together."""

    values: Mapping[int, Fraction]
    parts: Mapping[int, tuple[Fraction, Fraction]] = field(default_factory=dict)
    ranges: int = 0

    @property
    def who(self) -> frozenset[int]:
        """Whom it tells of."""
        return frozenset(self.values)

    def value_of(self, number: int) -> Fraction:
        """The response's own figure."""
        return self.values[number]

    def figure(self, compares: Compares, among: Iterable[int] | None = None) -> Figure:
        """The median, of everybody who gave a figure or of those named; and the share of all their people."""
        wanted = set(self.values) if among is None else set(among) & set(self.values)
        middle = quartiles([self.values[one] for one in wanted]).median if wanted else None
        parts = [self.parts[one] for one in wanted if one in self.parts]
        whole = sum((of for _, of in parts), Fraction(0))
        pooled = sum((count for count, _ in parts), Fraction(0)) / whole if whole else None
        return Figure(middle, len(wanted), compares, pooled=pooled)


Measured = YesOrNo | Figures


# --- choices and scales -----------------------------------------------------------------------------------------


def chosen_by_option(data: WaveData, asked: Asked, *, as_chosen: bool = False) -> dict[str, YesOrNo]:
    """Each option's share, by its key: what was offered, and codes to which texts were coded.

    `as_chosen` leaves out whatever was coded to an option.
    """
    answered = _answered(data, asked.question.id)
    chosen: dict[str, set[int]] = {}
    found = chosen_in(data, asked)
    found = found[~found["coded"].astype(bool)] if as_chosen else found
    for response, option in zip(found["response"].tolist(), found["option"].tolist(), strict=True):
        chosen.setdefault(option, set()).add(response)
    offered = [one.option.id for one in asked.options if one.option.stands_for is None]
    codes = [one.id for one in asked.codes if one.from_coding]
    keys = dict.fromkeys((*offered, *codes))
    return {
        key: YesOrNo(answered, frozenset(chosen.get(key, ())) & answered)
        for key in keys
        if key not in (SEVERAL_BANDS, OTHER_NOT_OFFERED)
    }


def _answered(data: WaveData, question_id: str) -> frozenset[int]:
    given = data.answers_of(question_id)
    return frozenset(given["response"][given["state"] == "answered"].tolist())


def upper_options(asked: Asked) -> tuple[str, ...]:
    """The two highest steps of a scale, or the two highest bands; none where there are fewer than three."""
    places = {
        one.option.id: one.option.score if asked.question.kind is QuestionKind.SCALE else _low(one.option.low)
        for one in asked.options
    }
    held = {key: place for key, place in places.items() if place is not None}
    steps = sorted(set(held.values()))
    if len(steps) < 3:
        return ()
    return tuple(key for key, place in held.items() if place in steps[-2:])


def _low(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def upper_words(asked: Asked) -> str:
    """“Good” or “Very good”."""
    upper = upper_options(asked)
    return and_list([f"“{one.wording}”" for one in asked.options if one.option.id in upper], "or")


def upper_end(data: WaveData, asked: Asked, *, as_chosen: bool = False) -> YesOrNo:
    """Who chose one of the two highest."""
    options, wanted = chosen_by_option(data, asked, as_chosen=as_chosen), upper_options(asked)
    chose = frozenset().union(*(options[key].chose for key in wanted if key in options))
    return YesOrNo(_answered(data, asked.question.id), chose)


# --- figures ----------------------------------------------------------------------------------------------------


def numbers(data: WaveData, question_id: str) -> Figures:
    """What was answered with a figure; a range is no figure."""
    given = data.answers_of(question_id)
    told = given[(given["state"] == "answered") & given["low"].notna() & given["high"].notna()]
    rows = list(zip(told["response"].tolist(), told["low"].tolist(), told["high"].tolist(), strict=True))
    values = {response: figure_of(low) for response, low, high in rows if low == high}
    return Figures(values, {}, len(rows) - len(values))


def step_figures(data: WaveData, steps: Iterable[tuple[Role, Role]]) -> dict[tuple[Role, Role], Figures]:
    """Each provider's own share of these steps; only where counts were given."""
    answers = funnel_answers(data)
    return {pair: _step(answers, *pair) for pair in steps}


def _step(answers: list[FunnelAnswers], before: Role, after: Role) -> Figures:
    own = own_shares(answers, before, after)
    values, parts = {}, {}
    for one in answers:
        counted = own.get(one.response_id)
        if counted is None or not (before in one.counts and after in one.counts):
            continue
        if one.counts[before].exact and one.counts[after].exact:
            values[one.number] = counted.low
            parts[one.number] = (one.counts[after].low, one.counts[before].low)
    return Figures(values, parts, len(own) - len(values))


def rate_shares(data: WaveData, rate: Rate) -> Figures:
    """Each response's own rate, by the formulas of ASC-WDS."""
    found = [one for one in service_rates(data, rate) if not one.error]
    exact = [one for one in found if one.exact]
    parts = {one.number: (one.counted.low, whole_of(rate, one.counted.low, one.staff.low)) for one in exact}
    return Figures({one.number: one.rate.low for one in exact}, parts, len(found) - len(exact))


def new_staff_figures(data: WaveData) -> Figures:
    """Each response's share of staff who have been there for less than a year, where it counts."""
    values, parts, ranges = {}, {}, 0
    for number, lengths in counted_lengths(data).items():
        staff = sum((one.low for one in lengths), Fraction(0))
        if not all(one.exact for one in lengths):
            ranges += 1
        elif staff:
            values[number], parts[number] = lengths[0].low / staff, (lengths[0].low, staff)
    return Figures(values, parts, ranges)
