"""The panel: who judges, their interests and conflicts, and who was given whom."""

from desktop.pages.awards.awards_side import AwardsSide


class PanelSide(AwardsSide):
    """The panel: who judges, their interests and conflicts, and who was given whom."""

    tab = "Panel"
