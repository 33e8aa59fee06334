"""What stands before the first block of a document: masthead, title, and in the exempt appendix why it is exempt."""

from collections.abc import Sequence

from resources.report.blocks import Heading, House, Masthead, Report, exemptions_of
from resources.report.exemption import SCHEDULE, Exemption
from resources.report.word import markup as xml
from resources.report.word.markup import Xml
from resources.wording import date_words

Facts = tuple[tuple[str, str], ...]
"""Labels with their words."""


def opening(report: Report) -> list[Xml]:
    """Title, subtitle, whose report it is and its date; a report to a committee has its masthead above."""
    parts = masthead(report.masthead) if report.masthead else []
    parts.append(xml.paragraph("Title", xml.run(report.title)))
    if report.subtitle:
        parts.append(xml.paragraph("Subtitle", xml.run(report.subtitle)))
    for line, stated in why_exempt(report):
        parts += [xml.paragraph("Normal", xml.run(line))] if line else []
        parts += [facts(stated, together=report.masthead is not None)] if stated else []
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
    the = "the " if words.split()[0].strip(",").lower() in _POSTS else ""
    return f"Report of {the}{words}"


_POSTS = frozenset(
    [
        "acting",
        "assistant",
        "chief",
        "corporate",
        "deputy",
        "director",
        "executive",
        "group",
        "head",
        "interim",
        "joint",
        "principal",
        "programme",
        "senior",
        "service",
        "strategic",
        "strategy",
    ]
)
"""How the name of a post begins, which has an article in “Report of the Service Director”; a person’s has none."""


_AS_ABOVE = "As above."


def why_exempt(report: Report) -> tuple[tuple[str, Facts], ...]:
    """Beneath the title of an exempt appendix: lines with the facts beneath them; either may be empty.

    A report to a committee says each paragraph of the law once, and of each reason what is kept back by it.
    """
    if report.masthead is None:
        return tuple((exemption_line(one), exemption_facts(one)) for one in report.marking)
    found: list[tuple[str, Facts]] = []
    where = _where_exempt(report)
    law, said = 0, set[tuple[str, str]]()
    for one in sorted(report.marking, key=lambda one: one.paragraph):
        if one.paragraph != law:
            law = one.paragraph
            found.append((_law_line(one), ()))
        decided = tuple(
            (label, _AS_ABOVE if len(words) > len(_AS_ABOVE) and (label, words) in said else words)
            for label, words in exemption_facts(one)
        )
        said.update(exemption_facts(one))
        told = (("Kept back", where.get(one, "")), ("Reason", one.reason), *decided)
        found.append(("", tuple((label, words) for label, words in told if words)))
    return tuple(found)


def _where_exempt(report: Report) -> dict[Exemption, str]:
    """The headings under which each exemption keeps something back."""
    found: dict[Exemption, dict[str, None]] = {}
    heading = ""
    for block, exempt in zip(report.blocks, exemptions_of(report.blocks), strict=True):
        if isinstance(block, Heading):
            heading = block.text
        if exempt is not None and heading:
            found.setdefault(exempt, {})[heading] = None
    return {exempt: "; ".join(headings) for exempt, headings in found.items()}


def exemption_facts(exemption: Exemption) -> Facts:
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
    return f"{_law_line(exemption)} {exemption.reason}".rstrip()


def _law_line(exemption: Exemption) -> str:
    return f"Not for publication under paragraph {exemption.paragraph} of {SCHEDULE}: {exemption.wording}"


def facts(items: Sequence[tuple[str, str]], *, together: bool = False) -> Xml:
    """A line each, with room beneath the last; `together` all on one page."""
    last = len(items) - 1
    return xml.joined(
        *(
            xml.paragraph(
                "Fact" if place < last else "LastFact",
                xml.run(f"{label}:", bold=True), xml.tab(), xml.run(words),
                keep_next=together and place < last,
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


def _house_facts(house: House, as_at: str) -> list[tuple[str, str]]:
    found = {"Council": house.council, "Team": house.team, "As at": as_at, "Enquiries": house.enquiries}
    return [(label, words) for label, words in found.items() if words]
