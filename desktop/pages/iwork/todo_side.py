"""What is to be remembered, the soonest first."""

from desktop.pages.iwork.iwork_side import IWorkSide


class ToDoSide(IWorkSide):
    """What is to be remembered, the soonest first."""

    tab = "To do"
