"""`provider-desk`: every import, table and document of the window without a window.

Exit codes: 0 done, 1 refused with one sentence on the error output, 2 not understood.
"""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.clock import now as the_clock
from desktop.command_line.plain_parser import PlainParser
from desktop.command_line.session import Session, file_of
from desktop.command_line.subcommands import door, events, files, imports, market, register
from resources.problem import Problem

DONE, REFUSED = 0, 1
INTERRUPTED = 130


def main(argv: list[str] | None = None, *, clock: Callable[[], datetime] = the_clock) -> int:
    """Do what the arguments say; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                errors="replace"
            )  # a Windows console may lack a letter; that is no reason to stop
    try:
        asked = parser().parse_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    session = Session(file_of(asked.file), asked.who or "", clock, sys.stdout)
    try:
        asked.run(session, asked)
        sys.stdout.flush()
    except Problem as problem:
        print("\n".join((problem.sentence, *problem.details)), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:  # whoever read the output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return DONE


def parser() -> argparse.ArgumentParser:
    """Everything that can be asked."""
    top = PlainParser(
        prog="provider-desk",
        description="Provider Desk without a window: imports, tables and documents. Times are London times.",
        epilog="“provider-desk SUBCOMMAND --help” tells what a subcommand takes.",
    )
    top.add_argument(
        "--file", type=Path, metavar="PATH", help="the database (otherwise the office's own file)"
    )
    top.add_argument("--who", metavar="NAME", help="your name, for the history (otherwise your user name)")
    commands = top.add_subparsers(title="subcommands", metavar="SUBCOMMAND", required=True)
    for group in (files, imports, register, market, events, door):
        group.add_commands(commands)
    return top


if __name__ == "__main__":
    sys.exit(main())
