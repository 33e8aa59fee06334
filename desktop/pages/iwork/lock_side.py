"""The lock, the recovery sheet and the backups of the register."""

from desktop.pages.iwork.iwork_side import IWorkSide


class LockSide(IWorkSide):
    """The lock, the recovery sheet and the backups of the register."""

    tab = "Lock and backups"
