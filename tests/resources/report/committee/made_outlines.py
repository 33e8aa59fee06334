"""Outlines with their sections, as small as shows what they show."""

from datetime import date

from resources.report import Bullets, Exemption, Heading, Paragraph
from resources.report.committee.outline import Item, ItemKind, Outline, PartText, Style
from resources.report.committee.parts import Part
from resources.report.committee.section import Section
from resources.report.told import Figure
from resources.spans import Span

AUTUMN = Span(date(2019, 7, 1), date(2019, 9, 30))
AFFAIRS = Exemption(3, "It names a provider.", "It would harm the provider.", "Members", "2020-12-09")
UNEXPLAINED = Exemption(3, "It names a provider.")

PARTS = {
    Part.REPORT_OF: PartText("the Service Director, Strategic Commissioning"),
    Part.PURPOSE: PartText("To tell the committee of the work of the team."),
    Part.OTHER_OPTIONS: PartText("None were considered."),
    Part.REASONS: PartText("Members may consider what is told."),
    Part.STATUTORY: PartText("Implications were considered."),
    Part.FINANCIAL: PartText("There are none."),
    Part.SERVICE_USERS: PartText("Care of high quality."),
    Part.SIGNATORY: PartText("Ada Example"),
    Part.SIGNATORY_POST: PartText("Service Director"),
    Part.ENQUIRIES: PartText("Ben Sample\nGroup Manager\nT: 0115 000 0000"),
    Part.CONSTITUTIONAL_COMMENTS: PartText("It falls within the remit.", "AK", date(2019, 11, 14)),
    Part.FINANCIAL_COMMENTS: PartText("There are no implications.", "DG", date(2019, 11, 15)),
    Part.BACKGROUND_PAPERS: PartText("None."),
    Part.DIVISIONS: PartText("All."),
}
SOMERSET_PARTS = {
    Part.LEAD_OFFICER: PartText("Ada Example, Director"),
    Part.AUTHOR: PartText("Ben Sample, Strategic Manager"),
    Part.CONTACT_DETAILS: PartText("ben.sample@council.example"),
    Part.CABINET_MEMBER: PartText("Cllr Cora Instance"),
    Part.DIVISIONS: PartText("All"),
    Part.SUMMARY: PartText("What the council does for quality."),
    Part.ISSUES: PartText("Scrutiny Committee to note the information."),
}


def outline(*items, style=Style.NOTTINGHAMSHIRE, **given):
    """Everything written that its style asks for."""
    facts = {
        "parts": PARTS if style is Style.NOTTINGHAMSHIRE else SOMERSET_PARTS,
        "recommendations": ("Members consider what to do.", "Members say how to monitor it."),
        "agenda_item": "8",
    }
    return Outline(
        "Market management position statement",
        "Adult Social Care and Public Health Committee",
        date(2019, 12, 9),
        AUTUMN,
        style=style,
        items=items,
        **(facts | given),
    )


def section(*blocks):
    return Section(blocks=(Heading("Market and ratings", 2), *blocks), as_at="as at 30 September 2019")


def market(held="12 events"):
    """One sentence with a figure, one list, and one thing that is exempt."""
    return section(
        Paragraph(f"{held} were held.", numbered=True, key="held", figures=(Figure("events", held, 12),)),
        Bullets(("One.", "Two."), key="kinds"),
        Paragraph("Rosewood House is suspended.", numbered=True, exempt=UNEXPLAINED),
    )


def market_line(**given):
    return Item("m", ItemKind.SECTION, section="market", **given)


def typed(key, text, kind=ItemKind.PARAGRAPH, **given):
    return Item(key, kind, text=text, **given)
