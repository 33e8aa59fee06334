"""What stands above the first block, and what stands at the head of every page."""

from collections.abc import Iterator, Sequence

from desktop.widgets.page_preview.flow import Strip
from desktop.widgets.page_preview.laying import Laying
from desktop.widgets.page_preview.paper import LINE, pt
from desktop.widgets.page_preview.pieces import Piece, RulePiece
from resources.report.blocks import Masthead, Report
from resources.report.exemption import MARKING, SCHEDULE, paragraphs_of
from resources.report.word.opening import masthead_lines, report_of_line, why_exempt
from resources.report.word.styles import HEADER_AFTER
from resources.wording import date_words


def opening_pieces(laying: Laying, report: Report) -> tuple[Piece, ...]:
    """Title, subtitle, whose report it is and its date; in the exempt appendix also why it is exempt."""
    return tuple(_opening(laying, report))


def opening_words(report: Report) -> tuple[str, ...]:
    """The same in words, a line each."""
    lines = [*_masthead(report), report.title, report.subtitle]
    for line, facts in why_exempt(report):
        lines += [line, *_told(facts)]
    return tuple(line for line in (*lines, *_told(facts_of(report))) if line)


def facts_of(report: Report) -> tuple[tuple[str, str], ...]:
    """Whose report it is and of which day; what is empty is left out."""
    house = report.house
    facts = (
        ("Council", house.council),
        ("Team", house.team),
        ("As at", date_words(report.as_at) if report.as_at and not report.masthead else ""),
        ("Enquiries", house.enquiries),
    )
    return tuple((label, words) for label, words in facts if words)


def marking_lines(report: Report) -> tuple[str, ...]:
    """What stands at the head of every page of the exempt appendix."""
    if not report.is_exempt:
        return ()
    paragraphs = paragraphs_of(report.marking)
    return MARKING, f"{paragraphs[0].upper()}{paragraphs[1:]} of {SCHEDULE}"


def marking_height(report: Report) -> float:
    """How high that is, in the units of the paper."""
    lines = len(marking_lines(report))
    return lines * pt(report.looks.body) * LINE + pt(HEADER_AFTER) if lines else 0.0


def _opening(laying: Laying, report: Report) -> Iterator[Piece]:
    looks = laying.looks
    if report.masthead is not None:
        yield from _head(laying, report.masthead)
    yield from laying.lines(
        report.title, points=looks.title, bold=True, colour=laying.accent, keep_lines=True, keep_next=True
    )
    if report.subtitle:
        yield from laying.lines(report.subtitle, points=looks.body + 2, colour=laying.quiet, after=12)
    for line, facts in why_exempt(report):
        yield from laying.lines(line) if line else ()
        yield from laying.facts(facts)
    yield from laying.facts(facts_of(report))


def _head(laying: Laying, masthead: Masthead) -> Iterator[Piece]:
    """In the right half of the page whom it goes to and when; beneath a rule whose it is."""
    half, body = laying.paper.text_width / 2, laying.looks.body
    for place, line in enumerate(masthead_lines(masthead)):
        size = body if place else body + 2
        yield from laying.lines(
            line, points=size, bold=True, after=4, left=half, keep_lines=True, keep_next=True
        )
    whose = report_of_line(masthead)
    if whose:
        yield RulePiece(Strip(pt(9), before=pt(12), keep_next=True), laying.paper.text_width, laying.accent)
        yield from laying.lines(whose, bold=True, after=10, keep_lines=True, keep_next=True)


def _masthead(report: Report) -> tuple[str, ...]:
    head = report.masthead
    return (*masthead_lines(head), report_of_line(head)) if head is not None else ()


def _told(facts: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(f"{label}: {words}" for label, words in facts)
