"""`python3 -m desktop`: sets up what is missing, then opens the window, or draws pictures where there is no display."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Runs the program, from any current folder."""
    sys.path[0] = str(ROOT)  # run by its path, Python puts this package's own folder there
    from desktop import set_up

    return set_up.run_plainly(lambda: start(sys.argv[1:]))


def start(arguments: list[str]) -> int:
    """Sets up and shows the program."""
    from desktop import set_up, system_libraries

    set_up.prepare(ROOT, set_up.Purpose.RUN, [str(Path(__file__).resolve()), *arguments])
    if sys.platform.startswith("linux"):
        system_libraries.provide(system_libraries.needed_here(os.environ), set_up.say)
    showing = system_libraries.way_to_show(
        sys.platform,
        os.environ,
        x_answers=system_libraries.x_answers,
        wayland_answers=system_libraries.wayland_answers,
    )
    return open_window(arguments, showing.platform) if showing.window else draw_pictures(showing.reason)


def open_window(arguments: list[str], platform: str) -> int:
    """Opens the window on the platform named, or on the one Qt chooses."""
    if platform:
        os.environ["QT_QPA_PLATFORM"] = platform
    from desktop.main import main as run_window

    return run_window(arguments)


def draw_pictures(reason: str) -> int:
    """Does the main job on the sample county without a window, and says where the results are."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = ROOT / "demonstration"
    print(
        f"{reason} Drawing pictures of the pages and both Word summaries of the sample county instead.",
        flush=True,
    )
    from desktop.command_line import demonstration
    from resources.problem import Problem

    try:
        made = demonstration.run(folder)
    except Problem as problem:
        print(problem.sentence, file=sys.stderr)
        return 1
    print("\n".join(str(path) for path in made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
