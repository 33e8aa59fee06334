"""People on the register, and all that is held about each."""

from desktop.pages.iwork.iwork_side import IWorkSide


class PeopleSide(IWorkSide):
    """People on the register, and all that is held about each."""

    tab = "People"
