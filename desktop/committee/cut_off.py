"""Saves of reports that were cut off, by a power cut or a killed program: told until the report is saved again."""

from pathlib import Path

from desktop.committee.saving import named
from engagement.committee.issues import issues
from resources.database import Database
from resources.database.copying import file_of
from resources.files import together
from resources.files.names import name_of
from resources.files.sha256 import sha256_of
from resources.files.together import CutOff


def saves_cut_off(db: Database) -> tuple[str, ...]:
    """A sentence for each that says which files do not belong together, or of which no issue was kept."""
    told = []
    for one in together.cut_off():
        if one.others:
            told.append(_mixed(one))
        elif one.about == str(file_of(db)) and not _is_kept(db, one.new[0]):
            told.append(_not_kept(one))
        elif one.about in ("", str(file_of(db))):
            together.forget_ended(one.new)  # all of it was done but for the note
    return tuple(dict.fromkeys(told))


def _is_kept(db: Database, public: Path) -> bool:
    try:
        held = sha256_of(public)
    except OSError:  # it was read a moment ago; the next start asks again
        return True
    return held in {one.public_sha256 for one in issues(db)}


def _mixed(one: CutOff) -> str:
    said = [f"{named(one.new)} {_are(one.new)} new"]
    there = [path for path in one.others if path.is_file()]
    gone = [path for path in one.others if path not in there]
    if there:
        said.append(f"{named(there)} {_are(there)} of another save")
    if gone:
        said.append(f"{named(gone)} {_are(gone)} missing")
    return (
        f"A report was being saved in the folder {_folder(one)} when the program ended: {', '.join(said)}. Do not use "
        "them together: save the report again."
    )


def _not_kept(one: CutOff) -> str:
    return (
        f"A report was being saved as “{name_of(one.new[0])}” in the folder {_folder(one)} when the program ended: its "
        "files are whole, but it is not listed as issued. Save the report again."
    )


def _folder(one: CutOff) -> str:
    return f"“{name_of(one.new[0].parent)}”"


def _are(paths: tuple[Path, ...] | list[Path]) -> str:
    return "is" if len(paths) == 1 else "are"
