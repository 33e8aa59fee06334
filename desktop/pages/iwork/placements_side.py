"""From referral to in post, and keeping the job."""

from desktop.pages.iwork.iwork_side import IWorkSide


class PlacementsSide(IWorkSide):
    """From referral to in post, and keeping the job."""

    tab = "Placements"
