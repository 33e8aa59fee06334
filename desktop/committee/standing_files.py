"""What stands already where a report is to be saved: an earlier save of ours, or something that nobody may lose."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.committee.saving import Prepared
from engagement.committee.issue_files import MANIFEST, manifest_name, recognise
from resources.database import Database
from resources.files.names import name_of
from resources.files.sha256 import sha256_of
from resources.problem import Problem
from resources.wording import and_list


@dataclass(frozen=True)
class Standing:
    """`ours` are as an earlier save left them; `others` were made or changed by somebody since."""

    ours: tuple[Path, ...]
    others: tuple[Path, ...]


def standing_files(db: Database, prepared: Prepared) -> Standing:
    """Known by checksums: of the issues that are kept, and of the manifest that stands beside."""
    there = [one for one in (*prepared.files, prepared.manifest) if one.path.is_file()]
    told = _told_beside(prepared.files[0].path)
    ours = [
        one.path
        for one in there
        if (_is_manifest(one.path) if one.what == MANIFEST else _is_ours(db, one.path, told))
    ]
    return Standing(tuple(ours), tuple(one.path for one in there if one.path not in ours))


def refuse_to_replace(standing: Standing) -> None:
    """Raises Problem where something stands there that no save left so."""
    if standing.others:
        names = and_list([f"“{name_of(path)}”" for path in standing.others])
        one = len(standing.others) == 1
        raise Problem(
            f"The report was not saved: {names} {'stands' if one else 'stand'} there already and "
            f"{'is' if one else 'are'} not as a report was saved. Choose another name, or say “--replace”."
        )


def _is_ours(db: Database, path: Path, told: Iterable[tuple[str, str]]) -> bool:
    return (path.name, _checksum(path)) in told or recognise(db, path).is_known


def _checksum(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError:  # what cannot be read is nobody's to write over
        return ""


def _told_beside(public: Path) -> frozenset[tuple[str, str]]:
    """The names and checksums in the manifests that stand beside a document."""
    return frozenset(
        (str(file.get("name")), str(file.get("sha256")))
        for exempt in (True, False)
        for file in _manifest(public.with_name(manifest_name(public.stem, exempt=exempt))).get("files", ())
    )


def _is_manifest(path: Path) -> bool:
    return "files" in _manifest(path)


def _manifest(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    files = told.get("files") if isinstance(told, dict) else None
    is_one = isinstance(files, list) and all(isinstance(one, dict) for one in files)
    return told if is_one and "program" in told else {}
