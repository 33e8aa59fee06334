"""Making very many small values at once."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Generator[None, None, None]:
    """Rest the search for cycles: a national file makes a million values without one, and it would go over them all."""
    resting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.enable()
