"""Figures for a committee, small numbers hidden."""

from desktop.pages.iwork.iwork_side import IWorkSide


class FiguresSide(IWorkSide):
    """Figures for a committee, small numbers hidden."""

    tab = "Figures"
