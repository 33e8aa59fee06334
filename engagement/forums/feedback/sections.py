"""Feedback for a report: figures and themes, and of the comments only those that were chosen one by one.

Everything here is public by construction: no block holds a person's name, and comments go through the leak gate.
"""

from dataclasses import replace

from engagement.forums.events import get
from engagement.forums.feedback.comments import Comment, comments_of
from engagement.forums.feedback.feedback_tables import (
    change_table,
    distribution_table,
    document_table,
    share_words,
    themes_table,
)
from engagement.forums.feedback.figures import EventFeedback, changes, event_before, feedback
from engagement.forums.feedback.vocabulary import AnswerKind
from engagement.forums.own_words import public_event
from engagement.forums.vocabulary import Confidentiality
from resources.charts import Bars, bar_chart
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, Bullets, FactList, Heading, Paragraph, Report, TableBlock
from resources.statistics import BASES_OF_PROVIDERS
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, event_when

COMMENTS_CHOSEN = (
    "Comments are given in people’s own words. They were chosen one by one, and are not all that was said."
)
LEAST_DRAWN = BASES_OF_PROVIDERS.hide
"""Answers of which a percentage is given; where every question has fewer there is nothing that a chart could show."""
WITHHELD = "Comments are not published: what is said at this event is confidential."


def feedback_report(db: Database, event_id: str) -> Report:
    """The feedback on one event as a document of its own."""
    found = _public(db, feedback(db, event_id))
    if not found.responses:
        raise Problem(
            f"{found.event.title} has no feedback yet. Take in a forms file or type answers in first."
        )
    event = found.event
    if event.openness is Confidentiality.CONFIDENTIAL:
        raise Problem(
            f"{get(db, event_id).title} is confidential, so no feedback on it is published. Save it as a table instead."
        )
    facts = [("Date", event_when(event.starts, event.ends)), ("Kind", event.kind.label)]
    facts += [("Place", event.place)] if event.place else []
    return Report(
        title=event.title,
        subtitle="Feedback",
        blocks=(FactList(tuple(facts)), *feedback_blocks(db, event_id)),
    )


def feedback_blocks(db: Database, event_id: str, *, level: int = 1) -> tuple[Block, ...]:
    """The feedback on one event, for any report; nothing where there is none. `level` is that of its headings."""
    found = _public(db, feedback(db, event_id))
    if not found.responses:
        return ()
    comments = comments_of(db, event_id)
    return (
        Heading("What people said" if level == 1 else f"What people said: {found.event.title}", level=level),
        Paragraph(in_words(found)),
        *_figures(found),
        *_since(db, found, level),
        *_themes(found, comments, level),
        *_comments(found, comments, level),
    )


def _public(db: Database, found: EventFeedback) -> EventFeedback:
    """The same under the title that the event has in public."""
    return replace(found, event=public_event(db, found.event))


def in_words(found: EventFeedback) -> str:
    """The figures as sentences, each with its base."""
    told = [found.in_words()]
    for one in found.measured:
        if one.satisfied is not None and one.answered:
            verb = "said yes" if one.question.answer_kind is AnswerKind.YES_NO else "were satisfied"
            told.append(f"{one.question.text} {share_words(one.satisfied)} {verb}.")
    return " ".join(told)


def _figures(found: EventFeedback) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if any(one.answered >= LEAST_DRAWN for one in found.measured):
        blocks.append(_chart(found))
    table = document_table(found)
    if table.rows:
        alt = "For each question, how many answered, how many were satisfied, and how many gave no answer."
        blocks.append(TableBlock(table, alt))
        blocks.append(
            TableBlock(
                distribution_table(found, repeat=False), "For each question, how many gave each answer."
            )
        )
    return tuple(blocks)


def satisfied_table(found: EventFeedback) -> Table:
    """People by question: satisfied, in between, not satisfied. Counts, so that a small base can be drawn too."""
    return Table(
        "Satisfied, in between, and not satisfied",
        (
            Column("question", "Question", width=250),
            Column("satisfied", "Satisfied", ColumnKind.NUMBER),
            Column("middle", "In between", ColumnKind.NUMBER),
            Column("not_satisfied", "Not satisfied", ColumnKind.NUMBER),
        ),
        [
            (
                one.question.text,
                one.satisfied_count,
                one.middle,
                one.answered - one.satisfied_count - one.middle,
            )
            for one in found.measured
            if one.answered
        ],
        base="everybody who answered the question",
        as_at=found.event.day,
    )


def finding(found: EventFeedback) -> str:
    """The question with the most satisfied, by share, as the title of a chart."""
    shares = [(one.satisfied, one.question.text) for one in found.measured if one.satisfied is not None]
    if not shares:
        return "How satisfied people were"
    best, text = max(shares, key=lambda pair: pair[0].value or 0)
    return f"Most satisfied: {text} {share_words(best)}"


def _chart(found: EventFeedback) -> Block:
    chart = bar_chart(
        satisfied_table(found), title=finding(found), subtitle=f"People, of {count_of(found.responses, 'response')}",
        bars=Bars.STACKED, source="feedback on the event",
    )  # fmt: skip
    return chart.block("Satisfied, in between, and not satisfied, by question")


def _since(db: Database, found: EventFeedback, level: int) -> tuple[Block, ...]:
    earlier = event_before(db, found.event)
    if earlier is None or earlier.openness is Confidentiality.CONFIDENTIAL:
        return ()
    before = _public(db, feedback(db, earlier.id))
    some = changes(found, before)
    if not some:
        return ()
    table = change_table(some, before, found)
    alt = "For each question, how many were satisfied at the event before and at this one, with the verdict."
    return (*_heading("Since the event before", level), TableBlock(table, alt))


def _themes(found: EventFeedback, comments: list[Comment], level: int) -> tuple[Block, ...]:
    if not any(one.codings for one in comments):
        return ()
    table = replace(themes_table(comments, found.event.title), as_at=found.event.day)
    return (
        *_heading("What the comments are about", level),
        TableBlock(table, "Themes of the comments, with how many comments are about each."),
    )


def _comments(found: EventFeedback, comments: list[Comment], level: int) -> tuple[Block, ...]:
    chosen = [one for one in comments if one.publish]
    if not chosen:
        return ()
    head = _heading("In people’s own words", level)
    if found.event.openness is Confidentiality.CONFIDENTIAL:
        return (*head, Paragraph(WITHHELD))
    blocks: list[Block] = [*head, Paragraph(COMMENTS_CHOSEN)]
    for question in dict.fromkeys(one.question for one in chosen):
        said = tuple(f"“{' '.join(one.text.split())}”" for one in chosen if one.question == question)
        blocks += [Paragraph(question), Bullets(said)]
    return tuple(blocks)


def _heading(text: str, level: int) -> tuple[Block, ...]:
    """A heading beneath the section's own; a section that is one itself has its parts without."""
    return (Heading(text, level=2),) if level == 1 else ()
