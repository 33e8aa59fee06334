"""A team’s day, from which a post is carved."""

from desktop.pages.iwork.iwork_side import IWorkSide


class CarvingSide(IWorkSide):
    """A team’s day, from which a post is carved."""

    tab = "Job carving"
