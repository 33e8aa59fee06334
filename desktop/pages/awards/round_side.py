"""The round’s dates, categories, criteria and rules."""

from desktop.pages.awards.awards_side import AwardsSide


class RoundSide(AwardsSide):
    """The round’s dates, categories, criteria and rules."""

    tab = "Round"
