"""Who is nominated for what, and the voices for each."""

from desktop.pages.awards.awards_side import AwardsSide


class NominationsSide(AwardsSide):
    """Who is nominated for what, and the voices for each."""

    tab = "Nominations"
