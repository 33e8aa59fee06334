"""What the scores say, and what the panel decided."""

from desktop.pages.awards.awards_side import AwardsSide


class ResultsSide(AwardsSide):
    """What the scores say, and what the panel decided."""

    tab = "Results"
