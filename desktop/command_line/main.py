"""`provider-desk`: every import, table and document of the window without a window.

Exit codes: 0 done, 1 refused with one sentence on the error output, 2 not understood.
"""

import argparse
import errno
import io
import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TextIO, cast

from desktop.clock import now as the_clock
from desktop.command_line.plain_parser import PlainParser
from desktop.command_line.secrets import ask_secret
from desktop.command_line.session import Session, file_of
from desktop.command_line.subcommands import (
    ascwds,
    award_ceremony,
    award_figures,
    award_import,
    award_nominations,
    award_panel,
    award_qualifying,
    award_results,
    award_rounds,
    award_scores,
    claims,
    claims_files,
    door,
    door_files,
    events,
    feedback,
    files,
    fund_money,
    funding_report,
    funds,
    good_practice,
    imports,
    iwork_assigning,
    iwork_employers,
    iwork_figures,
    iwork_lock,
    iwork_matching,
    iwork_people,
    iwork_placements,
    iwork_posts,
    iwork_profile,
    iwork_todo,
    iwork_words,
    learners,
    learners_file,
    mailing,
    market,
    meeting,
    one_page,
    online,
    packages,
    projects,
    reach,
    register,
    report_asks,
    report_deadlines,
    report_issues,
    report_lines,
    report_looks,
    report_outlines,
    report_saving,
    rulebook,
    summary,
    survey,
    survey_answers,
    survey_changes,
    survey_figures,
    survey_plan,
    survey_remembered,
    survey_reports,
    survey_responses,
    survey_waves,
    survey_words,
    training,
    training_records,
    training_sessions,
    unclaimed,
)
from resources.files import unfinished
from resources.files.names import whole_text
from resources.folders import unfinished_folder
from resources.problem import Problem

DONE, REFUSED = 0, 1
INTERRUPTED = 130


def main(
    argv: list[str] | None = None,
    *,
    clock: Callable[[], datetime] = the_clock,
    secret: Callable[[str], str] = ask_secret,
) -> int:
    """Do what the arguments say; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                errors="replace"
            )  # a Windows console may lack a letter; that is no reason to stop
    screen = Screen()
    try:
        code = _done(argv, clock, screen, secret)
        screen.flush()
    except Problem as problem:
        _say_problem(problem)
        return REFUSED
    except BrokenPipeError:  # whoever read the output has read enough
        _write_nowhere(sys.stdout)
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _done(
    argv: list[str] | None, clock: Callable[[], datetime], screen: "Screen", secret: Callable[[str], str]
) -> int:
    try:
        asked = parser().parse_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    for name, given in vars(asked).items():
        setattr(asked, name, _whole(given))
    unfinished.keep_notes_in(unfinished_folder())
    asked.run(Session(file_of(asked.file), asked.who or "", clock, cast(TextIO, screen), secret), asked)
    return DONE


def _whole(given: object) -> object:
    """What was typed, without bytes that are no text; a path stays as it is, so that its file is found."""
    if type(given) is str:  # a fixed word stays what it is
        return whole_text(given)
    if isinstance(given, list | tuple):
        return type(given)(map(_whole, given))
    return given


class Screen(io.TextIOBase):
    """The output. Where it takes nothing (a full disk, a closed one), that is said and is no fault of the program."""

    def write(self, text: str) -> int:
        """As a file's."""
        with _output_in_plain_words():
            return _open_output().write(text)

    def flush(self) -> None:
        """As a file's; nothing was lost where nothing could be written to."""
        if sys.stdout is not None:
            with _output_in_plain_words():
                sys.stdout.flush()


def _open_output() -> TextIO:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    return sys.stdout


@contextmanager
def _output_in_plain_words() -> Generator[None, None, None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except (
        OSError,
        ValueError,
    ) as error:  # a closed stream, or a letter that it cannot hold, is a ValueError
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        _write_nowhere(sys.stdout)
        raise Problem(
            f"The answer could not be written out ({why}). Send it elsewhere; “provider-desk history” tells what was "
            "changed."
        ) from error


def _say_problem(problem: Problem) -> None:
    try:
        print("\n".join((problem.sentence, *problem.details)), file=sys.stderr, flush=True)
    except (OSError, ValueError):  # nobody is left to be told: the exit code alone tells
        _write_nowhere(sys.stderr)


def _write_nowhere(stream: TextIO | None) -> None:
    """What is still held back for the stream would fail once more as the program ends."""
    if stream is None:
        return
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


_GROUPS = (
    files,
    imports,
    register,
    market,
    events,
    door,
    door_files,
    meeting,
    online,
    feedback,
    mailing,
    reach,
    good_practice,
    summary,
    survey,
    survey_waves,
    survey_answers,
    survey_responses,
    survey_remembered,
    survey_words,
    survey_plan,
    survey_figures,
    survey_changes,
    survey_reports,
    training,
    training_sessions,
    training_records,
    packages,
    learners,
    learners_file,
    unclaimed,
    rulebook,
    funds,
    fund_money,
    projects,
    funding_report,
    ascwds,
    claims,
    claims_files,
    award_rounds,
    award_figures,
    award_nominations,
    award_import,
    award_qualifying,
    award_panel,
    award_scores,
    award_results,
    award_ceremony,
    report_outlines,
    report_lines,
    report_asks,
    report_deadlines,
    one_page,
    report_looks,
    report_saving,
    report_issues,
    iwork_employers,
    iwork_posts,
    iwork_lock,
    iwork_people,
    iwork_matching,
    iwork_assigning,
    iwork_placements,
    iwork_todo,
    iwork_profile,
    iwork_words,
    iwork_figures,
)
"""The subcommands of each, in the order in which the help lists them."""


@cache
def parser() -> argparse.ArgumentParser:
    """Everything that can be asked. Made once: it takes longer than most of what is asked."""
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
    for group in _GROUPS:
        group.add_commands(commands)
    return top


if __name__ == "__main__":
    sys.exit(main())
