"""Feedback as tables: what the window, Word, Excel and the command line draw from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from engagement.forums.events import Event
from engagement.forums.feedback.comments import Comment
from engagement.forums.feedback.figures import EventFeedback, QuestionChange, QuestionFigures
from engagement.forums.feedback.questions import AskedQuestion
from engagement.forums.feedback.read_value import said
from engagement.forums.feedback.responses import Response
from engagement.forums.feedback.themes import Theme, theme_counts
from engagement.forums.groups import marked
from resources.statistics import BASES_OF_PROVIDERS, Share, rounding_note_of
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, rounded_whole

SMALL_BASES = (
    f"No percentage is given of fewer than {BASES_OF_PROVIDERS.hide} answers; one of fewer than "
    f"{BASES_OF_PROVIDERS.flag} has a small base, so that one answer more or fewer changes it a good deal."
)
INTERVAL_RULE = (
    "The interval is Wilson’s, at 95%, with the correction for a finite population: it is of everybody who came, and "
    "is narrower the more of them answered."
)
NOT_IN_THE_BASE = "“Don’t know”, “not applicable” and no answer are counted apart and are not in the base."
SATISFIED = "Satisfied is 4 or 5 of 5 unless the question says otherwise, and yes of yes and no."
SEVERAL = "A comment can be about several themes, and counts in each of them."


FIGURES_COLUMNS = (
    Column("question", "Question", width=300),
    Column("answered", "Answered", ColumnKind.NUMBER, 92),
    Column("satisfied", "Satisfied", ColumnKind.NUMBER, 92),
    Column("share", "Satisfied, %", ColumnKind.PERCENT, 92),
    Column("interval", "95% interval", width=190),
    Column("dont_know", "Don’t know", ColumnKind.NUMBER, 80),
    Column("not_applicable", "Not applicable", ColumnKind.NUMBER, 100),
    Column("missing", "No answer", ColumnKind.NUMBER, 80),
)


def figures_table(found: EventFeedback) -> Table:
    """A row for each question that is not answered in words: answered, satisfied with interval, and what is apart."""
    rows = [_figures_row(one) for one in found.questions if one.counts]
    notes = [NOT_IN_THE_BASE]
    measured = [one.satisfied for one in found.measured if one.satisfied is not None]
    if measured:
        notes.append(SATISFIED)
    if any(one.interval is not None for one in found.measured) and found.came >= found.responses:
        notes.append(INTERVAL_RULE)
    if any(one.small for one in measured):
        notes.append(SMALL_BASES)
    return Table(
        f"Feedback on {found.event.title}",
        FIGURES_COLUMNS,
        rows,
        base=found.in_words(),
        as_at=found.event.day,
        notes=tuple(notes),
    )


def _figures_row(one: QuestionFigures) -> tuple[Cell, ...]:
    satisfied = one.satisfied if one.answered else None
    return (
        one.question.text, one.answered, satisfied.count if satisfied else None,
        satisfied.shown if satisfied else None, interval_words(one),
        one.dont_know, one.not_applicable, one.missing,
    )  # fmt: skip


def document_table(found: EventFeedback) -> Table:
    """The same in fewer columns, for a page: how many of how many were satisfied stands in one.

    Questions that nobody answered are left out, and a note says how many these are.
    """
    told = [one for one in found.questions if one.counts]
    rows: list[tuple[Cell, ...]] = [
        (
            one.question.text,
            share_words(one.satisfied) if one.satisfied is not None else count_of(one.answered, "answer"),
            interval_words(one, mark_small=False),
            one.dont_know,
            one.not_applicable,
            one.missing,
        )
        for one in told
        if one.answered
    ]
    question, _, _, _, interval, *apart = FIGURES_COLUMNS
    satisfied = Column("satisfied", "Satisfied", width=190)
    columns = (question, satisfied, replace(interval, width=120), *apart)
    whole, silent = figures_table(found), len(told) - len(rows)
    left_out = (
        (
            f"{count_of(silent, 'question that nobody answered is', 'questions that nobody answered are')} left out.",
        )
        if silent and rows
        else ()
    )
    return replace(whole, columns=columns, rows=rows, notes=(*whole.notes, *left_out))


def interval_words(one: QuestionFigures, *, mark_small: bool = True) -> str:
    """62% to 88%; 62% to 88%, small base; why there is none."""
    satisfied, interval = one.satisfied, one.interval
    if satisfied is None or not satisfied.base:
        return ""
    if interval is None:
        return "base too small"
    small = ", small base" if satisfied.small and mark_small else ""
    if interval.low == interval.high:
        return f"everybody answered{small}"
    return f"{rounded_whole(interval.low * 100)}% to {rounded_whole(interval.high * 100)}%{small}"


def share_words(one: Share) -> str:
    """3 of 4; 18 of 24 (75%, small base); 60 of 80 (75%)."""
    told = f"{one.count:,} of {one.base:,}"
    if one.shown is None:
        return told
    return f"{told} ({one.shown}%{', small base' if one.small else ''})"


def distribution_table(found: EventFeedback, *, repeat: bool = True) -> Table:
    """Each answer of each question, with how many gave it and of how many.

    Without `repeat` the question stands at its first answer alone, as it reads on paper.
    """
    rows: list[tuple[Cell, ...]] = []
    profiles = []
    for one in found.questions:
        if not one.answered:
            continue
        for place, (words, part) in enumerate(one.distribution):
            rows.append(
                (one.question.text if repeat or place == 0 else "", words, part.count, part.base, part.shown)
            )
        shown = [part.shown for _, part in one.distribution if part.shown is not None]
        if shown and sum(number for _, number in one.counts) == one.answered:
            profiles.append(shown)
    notes = [note for note in (rounding_note_of(profiles, "questions"),) if note]
    if any(isinstance(row[3], int) and row[3] < BASES_OF_PROVIDERS.flag for row in rows):
        notes.append(SMALL_BASES)
    return Table(
        f"Answers to each question, {found.event.title}",
        (
            Column("question", "Question", width=250),
            Column("answer", "Answer", width=200),
            Column("people", "People", ColumnKind.NUMBER, 80),
            Column("base", "Answered", ColumnKind.NUMBER, 90),
            Column("share", "%", ColumnKind.PERCENT, 70),
        ),
        rows,
        base="everybody who answered the question",
        as_at=found.event.day,
        notes=tuple(notes),
    )


def change_table(found: Sequence[QuestionChange], before: EventFeedback, now: EventFeedback) -> Table:
    """Each question at the event before of the series and now, with the verdict and its rule."""
    rows: list[tuple[Cell, ...]] = [
        (
            one.question.text,
            share_words(one.before),
            share_words(one.now),
            one.points,
            one.change.verdict.label,
        )
        for one in found
    ]
    rules = dict.fromkeys(one.change.rule for one in found)
    return Table(
        f"Satisfied since {before.event.title}",
        (
            Column("question", "Question", width=250),
            Column("before", before.event.title, width=150),
            Column("now", now.event.title, width=150),
            Column("points", "Change, points", ColumnKind.NUMBER, 90),
            Column("verdict", "Verdict", width=130),
        ),
        rows,
        base="everybody who answered the question",
        as_at=now.event.day,
        notes=(*rules, *filter(None, (one.note for one in found))),
    )


def themes_table(comments: Sequence[Comment], title: str) -> Table:
    """Themes with how many of the comments are about each, the most frequent first, and how many are not coded."""
    rows: list[tuple[Cell, ...]] = [
        (one.name, one.comments.count, one.comments.base, one.comments.shown)
        for one in theme_counts(comments)
    ]
    uncoded = sum(not one.codings for one in comments)
    notes = [SEVERAL]
    if uncoded:
        notes.append(f"{count_of(uncoded, 'comment is', 'comments are')} not coded to any theme.")
    if len(comments) < BASES_OF_PROVIDERS.flag:
        notes.append(SMALL_BASES.replace("answers", "comments").replace("answer", "comment"))
    return Table(
        f"Themes of the comments, {title}",
        (
            Column("theme", "Theme", width=170),
            Column("comments", "Comments", ColumnKind.NUMBER, 96),
            Column("base", "Of all", ColumnKind.NUMBER, 62),
            Column("share", "%", ColumnKind.PERCENT, 62),
        ),
        rows,
        base=count_of(len(comments), "comment"),
        notes=tuple(notes),
    )


def kept_themes_table(themes: Sequence[Theme], coded: Mapping[str, int]) -> Table:
    """The themes of every event, those retired too; `coded` has how many comments are about each, by its key."""
    rows: list[tuple[Cell, ...]] = [
        (one.name, coded.get(one.id, 0), one.retired_on.isoformat() if one.retired_on else None)
        for one in themes
    ]
    columns = (
        Column("name", "Theme", width=300),
        Column("comments", "Comments of every event", ColumnKind.NUMBER, 140),
        Column("retired_on", "Retired", ColumnKind.DATE, 110),
    )
    return Table("Themes", columns, rows)


NOT_CODED = "Not coded yet"
COMMENTS_COLUMNS = (
    Column("text", "Comment", width=380),
    Column("themes", "Themes", width=170),
    Column("publish", "May be published", ColumnKind.FLAG, 100),
    Column("question", "Question", width=220),
    Column("number", "Response", ColumnKind.NUMBER, 84),
)


def comments_table(comments: Sequence[Comment], event: Event) -> Table:
    """The comments themselves with their themes. Not for publication: only those marked so may be published."""
    rows: list[tuple[Cell, ...]] = [
        (
            " ".join(one.text.split()),
            ", ".join(one.themes) or NOT_CODED,
            int(one.publish),
            one.question,
            one.number,
        )
        for one in comments
    ]
    base = count_of(len(comments), "comment")
    return marked(Table(f"Comments on {event.title}", COMMENTS_COLUMNS, rows, base=base), event.openness)


def responses_table(responses: Sequence[Response], questions: Sequence[AskedQuestion], event: Event) -> Table:
    """Each response with its answers, in the order of the questions. Not for publication."""
    rows: list[tuple[Cell, ...]] = [
        (
            one.number,
            "; ".join(
                " ".join(said(question, one.answers[question.id]).split())
                for question in questions
                if question.id in one.answers
            ),
            one.source.label,
            one.received_on.isoformat() if one.received_on else None,
            int(one.participant_id is not None),
        )
        for one in responses
    ]
    table = Table(
        f"Responses to {event.title}",
        (
            Column("number", "Response", ColumnKind.NUMBER, 92),
            Column("answers", "Answers", width=430),
            Column("source", "From", width=110),
            Column("received_on", "Received", ColumnKind.DATE, 110),
            Column("named", "With a name", ColumnKind.FLAG, 80),
        ),
        rows,
        base=count_of(len(responses), "response"),
    )
    return marked(table, event.openness)


def questions_table(questions: Sequence[AskedQuestion]) -> Table:
    """The questions in their order, those retired too."""
    rows: list[tuple[Cell, ...]] = [
        (
            one.text, one.answer_kind.label, one.event_kind.label if one.event_kind else "Every kind",
            "; ".join(one.options), one.satisfied_from, one.retired_on.isoformat() if one.retired_on else None,
        )
        for one in questions
    ]  # fmt: skip
    return Table(
        "Feedback questions",
        (
            Column("text", "Question", width=280),
            Column("answer_kind", "Answered", width=108),
            Column("event_kind", "Kind of event", width=112),
            Column("options", "Words or choices", width=160),
            Column("satisfied_from", "Satisfied from", ColumnKind.NUMBER, 88),
            Column("retired_on", "Retired", ColumnKind.DATE, 100),
        ),
        rows,
    )
