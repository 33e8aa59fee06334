"""Which files a report was issued as, and whether a file is one of them: told by checksums alone."""

import json
from dataclasses import dataclass
from pathlib import Path

from engagement.committee.issues import ReportIssue, issues, manifest_text
from resources.database import Database
from resources.files.names import name_of
from resources.files.sha256 import sha256_of, sha256_of_bytes
from resources.problem import Problem
from resources.wording import moment_words

MANIFEST = "manifest"
"""What the file is, beside the documents that it tells of."""


@dataclass(frozen=True)
class IssuedFile:
    """A file as it was written, and what it is ("public document")."""

    name: str
    what: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Recognised:
    """What a file is found to be. `same_name` is an issue whose file had its name but other bytes."""

    path: Path
    sha256: str
    issue: ReportIssue | None = None
    file: IssuedFile | None = None
    same_name: ReportIssue | None = None

    @property
    def is_known(self) -> bool:
        """Whether it is byte for byte as it was saved."""
        return self.issue is not None

    @property
    def words(self) -> str:
        """A sentence for whoever asked."""
        name = f"“{name_of(self.path)}”"
        if self.issue is not None and self.file is not None:
            saved = moment_words(self.issue.issued_at)
            return f"{name} is the {self.file.what} of “{self.issue.title}”, as it was saved on {saved}, unaltered."
        if self.same_name is not None:
            return (
                f"{name} has the name of a file of “{self.same_name.title}” and is not as any was saved: it was "
                "altered, or saved again by another program. Draw the report again to have it as it was."
            )
        return f"{name} is no file of a report that was issued from here, or it was altered since."


def files_of(one: ReportIssue, manifest: str) -> tuple[IssuedFile, ...]:
    """All that was written with it, as its manifest tells, which is the last."""
    told = json.loads(manifest)
    files = [IssuedFile(file["name"], file["what"], file["bytes"], file["sha256"]) for file in told["files"]]
    text = manifest.encode()
    name = manifest_name(Path(one.file_name).stem, exempt="marking" in told)
    return (*files, IssuedFile(name, MANIFEST, len(text), sha256_of_bytes(text)))


def manifest_name(stem: str, *, exempt: bool) -> str:
    """What the manifest of a report is called, whose public document is called `stem`; one that is marked says so."""
    return f"{stem} - {'EXEMPT ' if exempt else ''}manifest.json"


def recognise(db: Database, path: Path) -> Recognised:
    """Hold a file against every report that was issued, the newest first."""
    try:
        sha256 = sha256_of(path)
    except OSError as error:
        raise Problem(
            f"“{name_of(path)}” could not be read ({error.strerror}). Check that it is there and may be opened."
        ) from error
    same_name = None
    for one in issues(db):
        for file in files_of(one, manifest_text(db, one.id)):
            if file.sha256 == sha256:
                return Recognised(path, sha256, one, file)
            if same_name is None and file.name == name_of(path):
                same_name = one
    return Recognised(path, sha256, same_name=same_name)
