"""Reading CQC's files for the imports page, on a thread and a connection of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from desktop.shell.jobs import Progress
from engagement.cqc_files.check import Checked, check
from engagement.cqc_files.contents import CqcFile, FileKind
from engagement.cqc_files.files_held import already_taken_in
from engagement.cqc_files.held import load
from engagement.cqc_files.read import NeedsColumns, NeedsDate, read
from engagement.cqc_files.taking_in import Taken, take_in
from resources.database import OpenFile

Columns = dict[FileKind, dict[str, str]]
"""What a person said of each kind of file: field → heading."""


@dataclass
class Request:
    """What is to be read, what the person has said about it so far, and the files that were read already."""

    paths: Sequence[Path]
    columns: Columns
    today: date
    mark_gone: bool = True
    as_at: dict[Path, date] = field(default_factory=dict)
    read: dict[Path, CqcFile] = field(default_factory=dict)


@dataclass(frozen=True)
class Ready:
    """Every file was read and held against the register. `known` names those that were taken in before."""

    checked: Checked
    known: tuple[str, ...]


@dataclass(frozen=True)
class AskDate:
    """Nothing says what day this file is of."""

    path: Path
    sentence: str


@dataclass(frozen=True)
class AskColumns:
    """A needed column of this file was not recognised."""

    path: Path
    needs: NeedsColumns


def read_and_check(opened: OpenFile, request: Request, progress: Progress) -> Ready | AskDate | AskColumns:
    """The preview, or the next thing to ask. Writes nothing; raises Problem."""
    for path in request.paths:
        if path not in request.read:
            try:
                request.read[path] = _read(path, request, progress)
            except NeedsDate as needs:
                return AskDate(path, needs.sentence)
            except NeedsColumns as needs:
                return AskColumns(path, needs)
    # By day, and what lists locations before what rates them.
    files = sorted(request.read.values(), key=lambda file: (file.as_at, file.kind is FileKind.RATINGS))
    db = opened.connection(read_only=True)
    try:

        def step(done: int, total: int | None = None) -> None:
            progress.step(done, total or 0, "Comparing with the register")

        step(0)
        checked = check(load(db), files, mark_gone=request.mark_gone, progress=step)
        return Ready(checked, tuple(already_taken_in(db, files)))
    finally:
        db.close()


def _read(path: Path, request: Request, progress: Progress) -> CqcFile:
    """A file by its own headings; where these do not do, by what the person once said of its kind."""

    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, f"Reading {path.name}")

    step(0)
    as_at = request.as_at.get(path)
    try:
        return read(path, today=request.today, as_at=as_at, progress=step)
    except NeedsColumns as needs:
        said = request.columns.get(needs.kind)
        if not said:
            raise
        return read(path, today=request.today, as_at=as_at, columns=said, progress=step)


def take_in_beside(opened: OpenFile, checked: Checked, progress: Progress) -> Taken:
    """Write a large import on a connection of its own, so that the window stays alive. Cancel leaves nothing of it."""

    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, "Writing to the register, whole or not at all")

    step(0)
    db = opened.connection(read_only=False)
    try:
        return take_in(db, checked, progress=step)
    finally:
        db.close()
