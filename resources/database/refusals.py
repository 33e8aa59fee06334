"""Why a file was not opened, or nothing was saved: each a `Problem` that the window offers a way out of."""

from resources.problem import Problem


class InUse(Problem):
    """Another copy of the program has the file; opening it read-only is possible."""


class NewerFile(Problem):
    """The file was written by a newer version of the program; its bytes were left alone."""


class OtherVersion(Problem):
    """An older version left the file so that it cannot be read as it stands; opening it to write mends that."""


class DamagedFile(Problem):
    """The file cannot be relied on; the way back is a backup."""
