"""Scores as a judge gives them: packs and workbooks out and in, and what was scored by whom."""

from desktop.pages.awards.awards_side import AwardsSide


class ScoresSide(AwardsSide):
    """Scores as a judge gives them: packs and workbooks out and in, and what was scored by whom."""

    tab = "Scores"
