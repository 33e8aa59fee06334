"""Making very many small values at once."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Generator[None, None, None]:
    """Rest the search for cycles: a national file makes a million values without one, and it would go over them all.

    Afterwards they count as old, as if it had gone over them: only a search through everything looks at them again.
    """
    resting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.freeze()  # with unfreeze: moves everything to the oldest generation, at no cost
            gc.unfreeze()
            gc.enable()
