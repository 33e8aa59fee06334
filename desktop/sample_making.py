"""Making the file of the sample county, and the locked register of i-Work beside it."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import iwork_register
from desktop.capabilities import CAPABILITIES, KEPT
from resources.database import Database, open_file
from resources.database.locked.places import IN_THE_MAKING, places_of
from resources.folders import FILE_ENDING
from resources.problem import Problem
from resources.wording import in_london

if TYPE_CHECKING:  # the command line makes a sample too, and needs no window
    from desktop.shell.jobs import Progress


def make_sample(path: Path, now: Callable[[], datetime], progress: "Progress") -> None:
    """Make it under another name and put it in its place when it is whole."""
    part = path.with_name(f"{path.stem} in the making{FILE_ENDING}")
    _remove(part)
    try:
        _fill(part, now, progress)
        _bring_what_is_kept(part, path)
        part.replace(path)
    except OSError as error:
        raise Problem(
            f"The sample county could not be put into “{path.parent}” ({error.strerror}). Check the folder and the "
            "space on the disk."
        ) from error
    finally:
        with suppress(OSError):
            _remove(part)
            for one in KEPT:
                shutil.rmtree(one.beside(part), ignore_errors=True)


def _bring_what_is_kept(part: Path, path: Path) -> None:
    """Files kept beside the one into the folders of the other; names say what is in them, so none is in the way."""
    for one in KEPT:
        for file in sorted(one.beside(part).glob("*")):
            one.beside(path).mkdir(exist_ok=True)
            file.replace(one.beside(path) / file.name)


def _fill(part: Path, now: Callable[[], datetime], progress: "Progress") -> None:
    opened = open_file(part, CAPABILITIES, who="Sample data", create=True)
    try:
        fill_with_sample(opened.db, today=in_london(now()).date(), progress=progress.step)
    finally:
        opened.close()


def fill_with_sample(
    db: Database, *, today: date, progress: Callable[[int, int, str], None] | None = None
) -> None:
    """All that the sample county holds, of every capability."""
    from awards.sample import add_awards  # loaded when first used
    from desktop.sample_ceremony import plan_sample_ceremony
    from desktop.sample_reports import add_sample_reports
    from engagement import sample
    from workforce.sample import add_survey, add_training_and_grants

    sample.make(db, today=today, progress=progress)
    add_survey(db, today=today)
    add_training_and_grants(db, today=today)
    add_awards(db, today=today)
    plan_sample_ceremony(db, today=today)
    add_sample_reports(db, today=today)


def make_sample_register(office: Path, now: datetime) -> None:
    """The sample register beside the sample county, in its place when it is whole; everybody knows its passphrase."""
    from workforce.iwork.sample.making import PASSPHRASE, add_register  # loaded when first used

    part = office.with_name(f"{office.stem}{IN_THE_MAKING}{FILE_ENDING}")
    made, wanted = places_of(part).folder, places_of(office)
    if wanted.is_there():
        raise Problem(
            f"There is a register in “{wanted.folder}” already. Unlock it, or restore a backup of it."
        )
    county = open_file(office, CAPABILITIES, who="Sample data", read_only=True)
    try:
        shutil.rmtree(made, ignore_errors=True)
        opened, _code = iwork_register.make_sample_register(part, PASSPHRASE, who="Sample data")
        try:
            add_register(opened.db, county.db, now=now)
        finally:
            opened.close()
        made.replace(wanted.folder)
    except OSError as error:
        raise Problem(
            f"The sample register could not be put into “{office.parent}” ({error.strerror}). Check the folder and the "
            "space on the disk."
        ) from error
    finally:
        county.close()
        shutil.rmtree(made, ignore_errors=True)


def _remove(part: Path) -> None:
    for ending in ("", "-wal", "-shm", ".lock"):
        part.with_name(part.name + ending).unlink(missing_ok=True)
