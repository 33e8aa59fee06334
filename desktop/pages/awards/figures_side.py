"""Who nominates, who is nominated, and who never is."""

from desktop.pages.awards.awards_side import AwardsSide


class FiguresSide(AwardsSide):
    """Who nominates, who is nominated, and who never is."""

    tab = "Figures"
