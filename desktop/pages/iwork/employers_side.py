"""Employers who have shown an interest, and the next step with each."""

from desktop.pages.iwork.iwork_side import IWorkSide


class EmployersSide(IWorkSide):
    """Employers who have shown an interest, and the next step with each."""

    tab = "Employers"
