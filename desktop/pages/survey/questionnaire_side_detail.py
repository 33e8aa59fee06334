"""What the pane says of a question: its options, what it measures, and which waves asked it in which words."""

from collections.abc import Callable, Sequence
from functools import partial

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, date_words
from workforce.survey.plain_words import words_key
from workforce.survey.questionnaire.questions import Option, Question
from workforce.survey.vocabulary import Better
from workforce.survey.waves.waves import Wave

Asking = tuple[Wave, str]
"""A wave that asked the question, and its words."""


def question_detail(
    held: Question,
    asking: Sequence[Asking],
    answers: int,
    *,
    actions: Sequence[Action],
    places: Sequence[Action],
    go_to_wave: Callable[[str], object],
) -> Detail:
    """One question; `places` are what moves it."""
    pills = [(ColumnKind.STATUS, "Retired")] if held.retired_on else []
    sections = [
        *_options(held),
        Section("How it counts", _counts(held, answers), actions=places),
        Section("Asked in", _waves(held, asking, go_to_wave)),
        *_others(held),
    ]
    return Detail(held.wording, f"{held.kind.label} · {held.topic.label}", pills, actions, sections)


def _options(held: Question) -> list[Section]:
    if not held.offered:
        return []
    rows: list[tuple[Cell, ...]] = [(one.wording, _means(one)) for one in held.offered]
    columns = (Column("option", "Option", width=190), Column("means", "Counts as", width=110))
    plain = not any(row[1] for row in rows)
    table = Table("Options", columns[:1] if plain else columns, [row[:1] for row in rows] if plain else rows)
    return [Section(f"Options ({len(rows)})", table=table)]


def _means(one: Option) -> str:
    if one.stands_for is not None:
        return one.stands_for.label
    if one.is_other:
        return "Other"
    if one.low is not None and one.high is not None:
        return f"{one.low} to {one.high}"
    return f"Step {one.score}" if one.score is not None else ""


def _counts(held: Question, answers: int) -> tuple[Line, ...]:
    return (
        Line("Help", held.help),
        Line("Measures", held.role.label if held.role else ""),
        Line("Unit", held.unit),
        Line("Better", held.better.label if held.better is not Better.NEITHER else ""),
        Line("Other", "Something else may be written" if held.allow_other else ""),
        Line("Answers", count_of(answers, "answer") if answers else "None yet"),
        Line("Code", held.code),
        Line("Retired", date_words(held.retired_on) if held.retired_on else ""),
    )


def _waves(held: Question, asking: Sequence[Asking], go_to_wave: Callable[[str], object]) -> tuple[Line, ...]:
    if not asking:
        return (Line("", "No wave asks it yet."),)
    lines: list[Line] = []
    for wave, words in asking:
        lines.append(Line(date_words(wave.opens_on), wave.name, partial(go_to_wave, wave.id)))
        if words_key(words) != words_key(held.wording):
            lines.append(Line("In the words", f"“{words}”"))
    return tuple(lines)


def _others(held: Question) -> list[Section]:
    """What is offered no more, and what texts were coded to."""
    retired = [Line("", one.wording) for one in held.options if one.retired_on and not one.from_coding]
    codes = [Line("", one.wording) for one in held.options if one.from_coding and one.retired_on is None]
    found = []
    if codes:
        found.append(Section(f"Codes for what was written ({len(codes)})", codes, folded=True))
    if retired:
        found.append(Section(f"Options no longer offered ({len(retired)})", retired, folded=True))
    return found
