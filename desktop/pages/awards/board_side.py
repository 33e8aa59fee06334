"""Nominees as cards, a column for each state."""

from desktop.pages.awards.awards_side import AwardsSide


class BoardSide(AwardsSide):
    """Nominees as cards, a column for each state."""

    tab = "Board"
