"""Two councils' ways of laying out a report to a committee, as values (ND19; SO22)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from resources.report.blocks import Numbering
from resources.report.committee.outline import PartText, Style
from resources.report.committee.parts import Part

IMPLICATIONS = (
    "crime and disorder",
    "data protection and information governance",
    "finance",
    "human resources",
    "human rights",
    "the NHS Constitution (public health services)",
    "the public sector equality duty",
    "safeguarding of children and adults at risk",
    "service users",
    "smarter working",
    "sustainability and the environment",
)
"""What a report is held against, in the council's order."""


class Place(Enum):
    """What stands in a report besides the parts that somebody writes."""

    OFFICERS = "officers"
    ITEMS = "items"
    RECOMMENDATIONS = "recommendations"
    SIGN_OFF = "sign_off"
    APPENDICES = "appendices"


@dataclass(frozen=True, kw_only=True)
class PartStyle:
    """How a style prints a part.

    `default` stands where nothing is written; a part without one is left out then, and stops the report if it is
    `needed`. `standing` is printed above it whatever it says.
    """

    part: Part
    heading: str
    numbered: bool = True
    needed: bool = False
    default: str = ""
    standing: str = ""

    def heading_of(self, written: PartText | None) -> str:
        """Its heading; of a comment with the initials and the day."""
        if not self.part.is_commented or written is None:
            return self.heading
        mark = " ".join(filter(None, (written.initials, _short_day(written.on))))
        return f"{self.heading} ({mark})" if mark else self.heading


@dataclass(frozen=True, kw_only=True)
class HouseStyle:
    """The order of a report, its headings and how it counts.

    `section_level` is the level of the heading with which a section begins. `items_heading` stands above all
    sections, `recommendations_heading` above what members are asked to decide; "" where the style has none.
    `officers` are printed beneath the title with these labels.
    """

    style: Style
    numbering: Numbering
    order: tuple[PartStyle | Place, ...]
    section_level: int
    items_heading: str = ""
    recommendations_heading: str = ""
    recommendations_lead: str = ""
    appendices_heading: str = ""
    officers: tuple[tuple[Part, str], ...] = ()
    needed_officers: tuple[Part, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part that it can print."""
        parts = [placed.part for placed in self.order if isinstance(placed, PartStyle)]
        parts += [part for part, _ in self.officers]
        if Place.SIGN_OFF in self.order:
            parts += [Part.SIGNATORY, Part.SIGNATORY_POST]
        return (*parts, Part.EXEMPT_NOTICE, *self._masthead_parts)

    def usual_words(self, part: Part) -> str:
        """What stands in a part that nobody wrote; "" where nothing does."""
        placed = (one for one in self.order if isinstance(one, PartStyle) and one.part is part)
        return next((one.default for one in placed), "")

    @property
    def _masthead_parts(self) -> tuple[Part, ...]:
        return (Part.REPORT_OF,) if self.needs_report_of else ()

    @property
    def needs_report_of(self) -> bool:
        """Whether the masthead names whose report it is."""
        return Place.SIGN_OFF in self.order


def house_style(style: Style) -> HouseStyle:
    """The layout of a style."""
    return _STYLES[style]


def _short_day(day: date | None) -> str:
    return f"{day:%d/%m/%y}" if day else ""


_TO_FOLLOW = "To follow."
_NOTTINGHAMSHIRE = HouseStyle(
    style=Style.NOTTINGHAMSHIRE,
    numbering=Numbering.CONTINUOUS,
    section_level=2,
    items_heading="Information",
    recommendations_heading="RECOMMENDATION/S",
    recommendations_lead="That:",
    order=(
        PartStyle(part=Part.PURPOSE, heading="Purpose of the Report", needed=True),
        Place.ITEMS,
        PartStyle(
            part=Part.OTHER_OPTIONS,
            heading="Other Options Considered",
            default="No other options have been considered.",
        ),
        PartStyle(
            part=Part.REASONS,
            heading="Reason/s for Recommendation/s",
            default="The report lets the committee consider whether anything in it calls for further action.",
        ),
        PartStyle(
            part=Part.STATUTORY,
            heading="Statutory and Policy Implications",
            default=(
                f"In writing this report, implications were considered for {', '.join(IMPLICATIONS[:-1])}, and "
                f"{IMPLICATIONS[-1]}. Where they are material they are described below. Consultation has taken place "
                "and advice has been sought on them as required."
            ),
        ),
        PartStyle(
            part=Part.FINANCIAL,
            heading="Financial Implications",
            default="There are no financial implications arising from this report.",
        ),
        PartStyle(
            part=Part.SERVICE_USERS,
            heading="Implications for Service Users",
            default=(
                "Under the Care Act 2014 the council makes sure that there are services of high quality to choose "
                "from, for people whose care it pays for and for people who pay for their own. Monitoring quality and "
                "working with providers serves that duty."
            ),
        ),
        Place.RECOMMENDATIONS,
        Place.SIGN_OFF,
        PartStyle(
            part=Part.ENQUIRIES,
            heading="For any enquiries about this report please contact:",
            numbered=False,
            needed=True,
        ),
        PartStyle(part=Part.CONSTITUTIONAL_COMMENTS, heading="Constitutional Comments", default=_TO_FOLLOW),
        PartStyle(part=Part.FINANCIAL_COMMENTS, heading="Financial Comments", default=_TO_FOLLOW),
        PartStyle(
            part=Part.BACKGROUND_PAPERS,
            heading="Background Papers and Published Documents",
            numbered=False,
            default="None.",
            standing=(
                "Except for documents that were published before, which can be found elsewhere, the documents listed "
                "here can be inspected under section 100D of the Local Government Act 1972."
            ),
        ),
        PartStyle(
            part=Part.DIVISIONS,
            heading="Electoral Division(s) and Member(s) Affected",
            numbered=False,
            default="All.",
        ),
    ),
)
_SOMERSET = HouseStyle(
    style=Style.SOMERSET,
    numbering=Numbering.BY_SECTION,
    section_level=1,
    appendices_heading="Appendices",
    officers=(
        (Part.LEAD_OFFICER, "Lead Officer"),
        (Part.AUTHOR, "Author"),
        (Part.CONTACT_DETAILS, "Contact Details"),
        (Part.CABINET_MEMBER, "Cabinet Member"),
        (Part.DIVISIONS, "Division and Local Member"),
    ),
    needed_officers=(Part.LEAD_OFFICER, Part.AUTHOR, Part.CONTACT_DETAILS),
    order=(
        Place.OFFICERS,
        PartStyle(part=Part.SUMMARY, heading="Summary", needed=True),
        PartStyle(part=Part.ISSUES, heading="Issues for consideration / Recommendations", needed=True),
        Place.RECOMMENDATIONS,
        Place.ITEMS,
        PartStyle(part=Part.OTHER_OPTIONS, heading="Other options considered"),
        PartStyle(part=Part.REASONS, heading="Reasons for recommendations"),
        PartStyle(part=Part.STATUTORY, heading="Statutory and policy implications"),
        PartStyle(part=Part.FINANCIAL, heading="Financial implications"),
        PartStyle(part=Part.SERVICE_USERS, heading="Implications for service users"),
        PartStyle(part=Part.BACKGROUND_PAPERS, heading="Background papers"),
        Place.APPENDICES,
    ),
)
_STYLES = {layout.style: layout for layout in (_NOTTINGHAMSHIRE, _SOMERSET)}
