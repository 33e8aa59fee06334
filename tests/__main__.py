"""`python3 -m tests [pytest's own options]`: sets up what is missing, then runs the tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    sys.path[0] = str(ROOT)
    from desktop import set_up

    return set_up.run_plainly(lambda: start(sys.argv[1:]))


def start(arguments: list[str]) -> int:
    from desktop import set_up, system_libraries

    set_up.prepare(ROOT, set_up.Purpose.TEST, [str(Path(__file__).resolve()), *arguments])
    if sys.platform.startswith("linux"):
        system_libraries.provide(system_libraries.ALWAYS, set_up.say)
    os.chdir(ROOT)
    import pytest

    return int(pytest.main(["-n", "auto", *arguments]))


if __name__ == "__main__":
    sys.exit(main())
