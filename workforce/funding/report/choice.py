"""What a summary of funding is to hold."""

from dataclasses import dataclass

from resources.words import Word


class Section(Word):
    """A part of the summary, in its order."""

    MONEY = "money", "What was bid for, allocated and claimed"
    CLAIMED = "claimed", "Claimed by kind of service and district"
    TRAINED = "trained", "People trained"
    FORECAST = "forecast", "What remains, and how long it will last"
    UNCLAIMED = "unclaimed", "Eligible and not claimed"
    PROJECTS = "projects", "Projects"
    METHOD = "method", "How the figures are made"


@dataclass(frozen=True)
class FundingChoice:
    """The funding year, known by that in which it begins, and the parts."""

    year: int
    sections: tuple[Section, ...] = tuple(Section)

    def has(self, section: Section) -> bool:
        """Whether the part is wanted."""
        return section in self.sections
