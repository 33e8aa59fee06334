"""The chair’s screen: the checklist, and what the register knows."""

from desktop.pages.awards.awards_side import AwardsSide


class QualifyingSide(AwardsSide):
    """The chair’s screen: the checklist, and what the register knows."""

    tab = "Qualifying"
