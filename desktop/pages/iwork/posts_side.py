"""Posts, with their tasks, times and adjustments."""

from desktop.pages.iwork.iwork_side import IWorkSide


class PostsSide(IWorkSide):
    """Posts, with their tasks, times and adjustments."""

    tab = "Posts"
