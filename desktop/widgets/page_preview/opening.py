"""What stands above the first block, and what stands at the head of every page."""

from collections.abc import Iterator

from desktop.widgets.page_preview.laying import Laying
from desktop.widgets.page_preview.paper import LINE, pt
from desktop.widgets.page_preview.pieces import Piece
from resources.report.blocks import Masthead, Report
from resources.report.exemption import MARKING, SCHEDULE, paragraphs_of
from resources.wording import date_words


def opening_pieces(laying: Laying, report: Report) -> tuple[Piece, ...]:
    """Title, subtitle, whose report it is and its date; in the exempt appendix also why it is exempt."""
    return tuple(_opening(laying, report))


def opening_words(report: Report) -> tuple[str, ...]:
    """The same in words, a line each."""
    heads = masthead_lines(report.masthead) if report.masthead is not None else ()
    facts = tuple(f"{label}: {words}" for label, words in facts_of(report))
    return tuple(line for line in (*heads, report.title, report.subtitle, *_reasons(report), *facts) if line)


def masthead_lines(masthead: Masthead) -> tuple[str, ...]:
    """Whom it is for, when and where on the agenda, and whose it is."""
    return tuple(
        line
        for line in (
            f"Report to {masthead.committee}" if masthead.committee else "",
            date_words(masthead.meets_on) if masthead.meets_on else "",
            f"Agenda item: {masthead.agenda_item}" if masthead.agenda_item else "",
            masthead.report_of,
        )
        if line
    )


def facts_of(report: Report) -> tuple[tuple[str, str], ...]:
    """Whose report it is and of which day; what is empty is left out."""
    house = report.house
    facts = (
        ("Council", house.council),
        ("Team", house.team),
        ("As at", date_words(report.as_at) if report.as_at else ""),
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
    return len(marking_lines(report)) * (pt(12) * LINE + pt(6))


def _opening(laying: Laying, report: Report) -> Iterator[Piece]:
    looks = laying.looks
    for line in masthead_lines(report.masthead) if report.masthead is not None else ():
        yield from laying.lines(line, bold=True, keep_next=True)
    yield from laying.lines(
        report.title, points=looks.title, bold=True, colour=laying.accent, keep_lines=True, keep_next=True
    )
    if report.subtitle:
        yield from laying.lines(report.subtitle, points=14, colour=laying.quiet, after=12)
    for line in _reasons(report):
        yield from laying.lines(line)
    yield from laying.facts(facts_of(report))


def _reasons(report: Report) -> tuple[str, ...]:
    return tuple(
        f"Not for publication under paragraph {one.paragraph} of {SCHEDULE}: {one.wording} {one.reason}".rstrip()
        for one in report.marking
    )
