"""Who fits which post, and what would make it a yes."""

from desktop.pages.iwork.iwork_side import IWorkSide


class MatchingSide(IWorkSide):
    """Who fits which post, and what would make it a yes."""

    tab = "Matching"
