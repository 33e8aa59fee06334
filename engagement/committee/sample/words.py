"""What the sample county's reports say in people's own words. Nobody and nothing in them is real."""

from typing import NamedTuple

from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.report.committee.parts import Part

COMMITTEE = "Adult Social Care and Public Health Committee"
TITLE = "Progress with the quality of care services and the independent sector"

STAYING: dict[Part, str] = {
    Part.REPORT_OF: "Service Director, Integrated Commissioning and Quality",
    Part.OTHER_OPTIONS: "No other options were considered: the committee asked for this report every quarter.",
    Part.SIGNATORY: "Ada Example",
    Part.SIGNATORY_POST: "Service Director, Integrated Commissioning and Quality",
    Part.ENQUIRIES: "Ben Sample, Quality and Market Management Team\nTelephone 0115 496 0000",
    Part.DIVISIONS: "All.",
    Part.SERVICE_USERS: (
        "People who use care services have a right to services of good quality. Working with providers before "
        "something goes wrong keeps people safe, and lets them choose among services that are good."
    ),
    Part.STATUTORY: (
        "The report was held against what the council must consider in all that it decides: crime and disorder, data "
        "protection, finance, human resources, human rights, public health, equality, safeguarding, people who use "
        "services, smarter working and the environment. Where one of these matters, it is told under its own heading."
    ),
}
"""Parts that each report of the quarter repeats."""

OF_THE_QUARTER: dict[Part, str] = {
    Part.PURPOSE: (
        "To tell the committee how care services in the county are rated, and what was done with providers to make "
        "them better. To ask members to consider what else they wish to be done."
    ),
    Part.REASONS: "The committee looks at the care market every quarter, and decides what it wants to see next.",
    Part.FINANCIAL: "Nothing in this report costs more than the budgets that were agreed for the year.",
    Part.BACKGROUND_PAPERS: "None.",
}
COMMENTS = (
    (
        Part.CONSTITUTIONAL_COMMENTS,
        "CS",
        "The committee may consider this report under the terms that the council gave it.",
    ),
    (Part.FINANCIAL_COMMENTS, "FE", "The financial implications are as the report tells them."),
)
"""Each with the initials of who made it."""

HEADING = "What comes next"
PARAGRAPHS = (
    "Winter asks more of homes and of home care than any other season. The team speaks with each provider about its "
    "plans before the first frost, and shares what worked in the year before.",
    "In the next quarter the team will visit the services that asked for help with their records, hold the next round "
    "of forums, and begin the survey of recruitment and retention anew.",
)
BULLETS = (
    "a learning package is offered to every service whose rating went down",
    "a buddy is found for each manager who is new in the post",
    "what providers share that works is printed in the newsletter",
)
CAPTION = "How a learning package runs, from the first visit to the look back"
ALT = (
    "Four boxes joined by arrows: a visit to agree what is needed, sessions with the staff, practice with somebody at "
    "hand, and a look back after three months."
)
STEPS_OF_A_PACKAGE = ("First visit", "Sessions", "Practice", "Look back")
EXEMPT_PARAGRAPH = (
    "One provider has told the council in confidence that it may hand back its contract in the spring. Officers have "
    "drawn up a plan to move the people concerned, and ask members to treat this as not yet public."
)


class KeptBack(NamedTuple):
    """Why a section keeps something from the public."""

    public_interest: str
    seen_by: str = "Members of the committee and the officers who advise it"


KEPT_BACK: dict[str, KeptBack] = {
    "inspections": KeptBack(
        "The ratings themselves are published by the regulator. Telling which of these services are also under a "
        "step of the contract would let people guess at talks that are not over."
    ),
    "suspensions": KeptBack(
        "How many contracts are suspended is told in public. Naming the services would harm their trade while they "
        "put things right, and residents and their families are told by the service itself."
    ),
    "funds": KeptBack(
        "What the funds pay for is told in public. What single providers have not claimed is of their own business, "
        "and telling it would keep them from speaking openly with the council."
    ),
    "packages": KeptBack(
        "What is offered, and with what result, is told in public. Services accept help more readily when their "
        "names are not told with it."
    ),
}
"""By section."""
ANY_KEPT_BACK = KeptBack(
    "What matters to the public is told in figures. Naming those concerned would harm them more than it would tell."
)


class SampleRecommendation(NamedTuple):
    """A recommendation of the last report: what members decided, and each step since by days after the meeting."""

    text: str
    outcome: RecommendationOutcome
    words: str = ""
    steps: tuple[tuple[int, str, Progress], ...] = ()


DECIDED = (
    SampleRecommendation(
        "members note the progress with ratings, and receive the next report in three months",
        RecommendationOutcome.AGREED,
        steps=((10, "Put into the work programme of the committee.", Progress.DONE),),
    ),
    SampleRecommendation(
        "learning packages be offered to every service whose rating went down in the quarter",
        RecommendationOutcome.AGREED,
        steps=(
            (7, "Letters sent to the managers of these services.", Progress.UNDER_WAY),
            (21, "First visits agreed with most of them.", Progress.UNDER_WAY),
        ),
    ),
    SampleRecommendation(
        "the team look at how small providers can be reached who come to no forum",
        RecommendationOutcome.AMENDED,
        words="That the team look at how providers of all sizes can be reached who come to no forum.",
    ),
)
ASKED = (
    "members consider whether the report calls for further action",
    "the survey of recruitment and retention be made again, and told in the next report",
    "members receive the next report in three months",
)
"""What the draft asks for."""

DEADLINES = (
    ("Draft to the service director", 15),
    ("Financial comments", 12),
    ("Constitutional comments", 12),
    ("Chair’s briefing", 9),
    ("Report to Democratic Services", 8),
)
"""Working days before the meeting, in a county that does not exist: each council has its own."""
