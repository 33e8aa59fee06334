"""What stands before the first block of a document: masthead, title, and in the exempt appendix why it is exempt."""

from collections.abc import Sequence

from resources.report.blocks import House, Masthead, Report
from resources.report.exemption import SCHEDULE, Exemption
from resources.report.word import markup as xml
from resources.report.word.markup import Xml
from resources.wording import date_words


def opening(report: Report) -> list[Xml]:
    """Title, subtitle, whose report it is and its date; a report to a committee has its masthead above."""
    parts = masthead(report.masthead) if report.masthead else []
    parts.append(xml.paragraph("Title", xml.run(report.title)))
    if report.subtitle:
        parts.append(xml.paragraph("Subtitle", xml.run(report.subtitle)))
    for exemption in report.marking:
        parts += _marked(exemption)
    as_at = date_words(report.as_at) if report.as_at and not report.masthead else ""
    return [*parts, facts(_house_facts(report.house, as_at))]


def masthead_lines(head: Masthead) -> tuple[str, ...]:
    """Committee, day and agenda item, as they are printed; without what is empty."""
    lines = (
        f"Report to {head.committee}" if head.committee else "",
        date_words(head.meets_on) if head.meets_on else "",
        f"Agenda item: {head.agenda_item}" if head.agenda_item else "",
    )
    return tuple(line for line in lines if line)


def report_of_line(head: Masthead) -> str:
    """'Report of the Service Director', whatever was typed of that; "" where nothing was."""
    words = head.report_of.strip()
    if not words or words.lower().startswith("report of"):
        return words
    return f"Report of {words}"


def exemption_facts(exemption: Exemption) -> tuple[tuple[str, str], ...]:
    """What is decided about it besides its reason, as labels and words."""
    review = date_words(exemption.review_on) if exemption.review_on else ""
    stated = (
        ("Public interest", exemption.public_interest),
        ("May be seen by", exemption.seen_by),
        ("To be reviewed on", review),
    )
    return tuple((label, words) for label, words in stated if words)


def exemption_line(exemption: Exemption) -> str:
    """Why something is not for publication, with its own reason: for the exempt appendix alone."""
    why = f"Not for publication under paragraph {exemption.paragraph} of {SCHEDULE}: {exemption.wording}"
    return f"{why} {exemption.reason}".rstrip()


def facts(items: Sequence[tuple[str, str]]) -> Xml:
    """A line each, with room beneath the last."""
    last = len(items) - 1
    return xml.joined(
        *(
            xml.paragraph(
                "Fact" if place < last else "LastFact",
                xml.run(f"{label}:", bold=True), xml.tab(), xml.run(words),
            )
            for place, (label, words) in enumerate(items)
        )
    )  # fmt: skip


def masthead(head: Masthead) -> list[Xml]:
    """Whom the report goes to and when, and whose it is beneath a rule."""
    styles = ("MastheadCommittee", "MastheadLine", "MastheadLine")
    lines = [
        xml.paragraph(style, xml.run(line)) for style, line in zip(styles, masthead_lines(head), strict=False)
    ]
    whose = report_of_line(head)
    return [*lines, xml.paragraph("ReportOf", xml.run(whose))] if whose else lines


def _marked(exemption: Exemption) -> list[Xml]:
    why = xml.paragraph("Normal", xml.run(exemption_line(exemption)))
    stated = exemption_facts(exemption)
    return [why, facts(stated)] if stated else [why]


def _house_facts(house: House, as_at: str) -> list[tuple[str, str]]:
    found = {"Council": house.council, "Team": house.team, "As at": as_at, "Enquiries": house.enquiries}
    return [(label, words) for label, words in found.items() if words]
