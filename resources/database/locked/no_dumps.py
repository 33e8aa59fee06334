"""Keeps what was typed to open a register out of what a computer writes down when a program crashes."""

import sys
from contextlib import suppress

_NO_HEAP = 1  # WER_FAULT_REPORTING_FLAG_NOHEAP: a report of a crash goes without the memory


def keep_out_of_dumps() -> None:
    """From now on this process leaves no memory on the disk when it crashes; where that cannot be had, it goes on."""
    if sys.platform == "win32":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.windll.kernel32.WerSetFlags(_NO_HEAP)
    else:
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
