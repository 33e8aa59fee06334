"""What the pane says of a wave, and of a question between two waves."""

from collections.abc import Sequence

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.tables import ColumnKind
from resources.wording import count_of, date_words
from workforce.survey.questionnaire.matching import Match, QuestionMatch
from workforce.survey.waves.asked import Asked
from workforce.survey.waves.population import day_of
from workforce.survey.waves.standing import Standing
from workforce.survey.waves.tables import figures_words
from workforce.survey.waves.waves import Wave


def wave_detail(
    held: Wave,
    standing: Standing,
    *,
    questions: int,
    differing: int,
    actions: Sequence[Action],
    population: Sequence[Action],
    asking: Sequence[Action],
) -> Detail:
    """One wave; `population` and `asking` are what can be done about whom and what it asks."""
    pills = [(ColumnKind.STATUS, "Archived")] if held.archived_on else []
    return Detail(
        held.name, f"{held.kind.label}, {field_words(held)}", pills, actions,
        (
            Section("Who is invited", _invited(held, standing), actions=population),
            Section("What is asked", _asked(questions, differing, standing), actions=asking),
            Section("How it is asked", (
                Line("Asked", held.mode.label), Line("Who answers", held.asked_of.label), Line("Note", held.note),
            )),
        ),
    )  # fmt: skip


def field_words(held: Wave) -> str:
    """From 2 September to 31 October 2019; from 2 September 2019."""
    opens, closes = date_words(held.opens_on), held.closes_on
    return f"from {opens} to {date_words(closes)}" if closes else f"from {opens}"


def _invited(held: Wave, standing: Standing) -> tuple[Line, ...]:
    if not standing.invited:
        return (
            Line("", "Nobody is invited yet. Without a population there is no response rate."),
            Line("Responses", str(standing.responses) if standing.responses else ""),
        )
    strangers = standing.not_invited
    return (
        Line("Invited", f"{standing.invited:,}, as the register was on {date_words(day_of(held))}"),
        Line("Answered", f"{standing.answered:,}"),
        Line("Response rate", standing.rate_words),
        Line("Responses", _responses(standing)),
        Line("Not invited", f"{count_of(strangers, 'response')} of somebody else or of nobody known"
             if strangers else ""),
    )  # fmt: skip


def _responses(standing: Standing) -> str:
    if standing.responses == standing.counted:
        return f"{standing.responses:,}" if standing.responses else "None yet"
    return f"{standing.responses:,}, of which {standing.counted:,} count"


def _asked(questions: int, differing: int, standing: Standing) -> tuple[Line, ...]:
    if not differing:
        stands = "As the questionnaire stands"
    else:
        stands = f"{count_of(differing, 'question differs', 'questions differ')} from the questionnaire as it stands"
    told = (
        "Answers are in, so the questions stay as they were asked."
        if differing and standing.responses
        else ""
    )
    return Line("Questions", str(questions)), Line("", f"{stands}."), Line("", told)


def asked_detail(held: Asked, later: Wave, right: Sequence[Action]) -> Detail:
    """One question of the first wave, in its words."""
    options = [Line("", one.wording) for one in held.options] or [Line("", "No options: it is typed.")]
    sections = (Section(f"Offered in {later.name}", options, actions=right),)
    return Detail(
        held.wording, f"{held.question.kind.label} · {held.question.topic.label}", sections=sections
    )


def match_detail(
    one: QuestionMatch, earlier: Wave, later: Wave, actions: Sequence[Action], right: Sequence[Action]
) -> Detail:
    """One question in both waves, with what was decided."""
    decision = one.decision if one.decided else None
    sections = [
        Section(later.name, _as_asked(one.later), actions=right),
        Section(earlier.name, _as_asked(one.earlier)),
    ]
    if one.what_changed:
        sections.insert(0, Section("What changed", [Line("", words) for words in one.what_changed]))
    if decision is not None:
        told = (
            Line("Why", decision.reason),
            Line("By", f"{decision.decided_by}, {date_words(decision.decided_at[:10])}"),
        )
        sections.insert(0, Section("Decided", told))
    pills = [(ColumnKind.STATUS, figures_words(one))]
    return Detail(one.wording, _said(one), pills, actions, sections)


def _said(one: QuestionMatch) -> str:
    if one.match is Match.SAME:
        return "Asked in the same words with the same options."
    if one.can_be_decided and not one.decided:
        return f"{one.match.label}: a break until somebody decides that it may be compared."
    return one.match.label


def _as_asked(held: Asked | None) -> tuple[Line, ...]:
    return _lines(held) if held is not None else (Line("", "Not asked."),)


def _lines(held: Asked) -> tuple[Line, ...]:
    return (
        Line("", held.wording),
        Line("Answered by", held.question.kind.label),
        *(Line("" if at else "Options", option.wording) for at, option in enumerate(held.options)),
    )
