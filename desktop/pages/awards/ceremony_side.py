"""Guests, running order, citations, certificates and letters."""

from desktop.pages.awards.awards_side import AwardsSide


class CeremonySide(AwardsSide):
    """Guests, running order, citations, certificates and letters."""

    tab = "Ceremony"
