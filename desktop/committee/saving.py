"""A report to the committee saved: the public document, the exempt appendix beside it, and the manifest of both.

All of them or none. Everything is made and looked at in memory before the first file is written (`prepare_report`,
which a job can do); where one cannot be written, those before it are put back as they were (`keep_prepared`).
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.committee.checking import Written, check_written, write_both
from desktop.committee.gate import known, pdf_leaks
from desktop.committee.making import Made
from desktop.committee.manifest import SavedFile, manifest_of, marked
from desktop.documents import document_name, exempt_name
from engagement.committee.issue_files import MANIFEST, manifest_name
from engagement.committee.issues import keep_issue
from engagement.register.contracts import EXEMPTION
from resources.database import Database
from resources.database.copying import file_of
from resources.files.names import name_of
from resources.files.replacing import safe_write_bytes
from resources.files.sha256 import sha256_of_bytes
from resources.files.together import noted_together
from resources.problem import Problem
from resources.report.committee.to_mend import ToMend, Weight
from resources.report.document_text import Passage
from resources.report.exemption import Exemption
from resources.report.gate.checks import OF_WHOM, leaks_of
from resources.report.gate.known import Looked
from resources.wording import and_list, count_of

AsPdf = Callable[[bytes], bytes]
"""Makes a PDF of a Word file."""

PUBLIC, APPENDIX, PUBLIC_PDF, APPENDIX_PDF = (
    "public document", "exempt appendix", "PDF of the public document", "PDF of the exempt appendix",
)  # fmt: skip

TELLS_OF_SOMEBODY = Exemption(
    1, "It tells of people who did not agree to be named, or repeats what they said."
)
"""What a manifest is kept back under whose remarks do so."""


@dataclass(frozen=True)
class Prepared:
    """All that is to be written, as bytes; nothing is on the disk yet. `to_look_at` does not stop it."""

    made: Made
    files: tuple[SavedFile, ...]
    manifest: SavedFile
    now: datetime
    to_look_at: tuple[ToMend, ...]


@dataclass(frozen=True)
class SavedReport:
    """What was written. `issue_id` is "" where the outline is not kept in the file, or it was no issue.

    `left_over` are files of an earlier report of this name that this one does not have, such as its exempt appendix.
    """

    public: Path
    exempt: Path | None
    manifest: Path
    pdfs: tuple[Path, ...] = ()
    issue_id: str = ""
    to_look_at: tuple[ToMend, ...] = ()
    left_over: tuple[Path, ...] = ()

    @property
    def words(self) -> str:
        """As a toast says it."""
        beside = "its exempt appendix and its manifest" if self.exempt else "its manifest"
        said = f"Saved “{name_of(self.public)}” with {beside}"
        if not self.left_over:
            return said
        are = "is" if len(self.left_over) == 1 else "are"
        return f"{said}. {named(self.left_over)} {are} of an earlier report: this one has no such file"


def save_report(
    db: Database,
    vault: Database | None,
    made: Made,
    path: Path,
    *,
    now: datetime,
    pdf: AsPdf | None = None,
    issue: bool = True,
    note: str = "",
) -> SavedReport:
    """Make, look and write at once. As an `issue` it is kept, so that it can be drawn again and compared."""
    return keep_prepared(db, prepare_report(db, vault, made, path, now=now, pdf=pdf), issue=issue, note=note)


def prepare_report(
    db: Database, vault: Database | None, made: Made, path: Path, *, now: datetime, pdf: AsPdf | None = None
) -> Prepared:
    """Both documents and the manifest, looked at; raises NotSaved, with a line for each, where something stops it."""
    target = document_name(path)
    written = write_both(made, name_of(target))
    found = check_written(db, vault, written)
    if any(one.weight is Weight.STOPS for one in found):
        raise _stopped(found)
    files = tuple(_documents(written, target, pdf))
    _refuse_pdf_leaks(db, vault, written, files)
    text = manifest_of(made, files, vault=vault, now=now, to_look_at=found)
    return Prepared(made, files, _manifest_file(db, vault, written, target, text), now, found)


def keep_prepared(db: Database, prepared: Prepared, *, issue: bool = True, note: str = "") -> SavedReport:
    """Write them all, and keep the issue; where anything of it fails, nothing is changed."""
    made, issue_id = prepared.made, ""
    by_what = {one.what: one for one in prepared.files}
    public, appendix = by_what[PUBLIC], by_what.get(APPENDIX)
    is_kept = issue and bool(made.report_id)
    with all_or_none((*prepared.files, prepared.manifest), kept_in=str(file_of(db)) if is_kept else ""):
        if is_kept:
            issue_id = keep_issue(
                db,
                made.report_id,
                made.composed,
                now=prepared.now,
                as_at=made.outline.span.last,
                file_name=name_of(public.path),
                public_sha256=sha256_of_bytes(public.data),
                exempt_sha256=sha256_of_bytes(appendix.data) if appendix else "",
                manifest=prepared.manifest.data.decode(),
                note=note,
            ).id
    return SavedReport(
        public.path,
        appendix.path if appendix else None,
        prepared.manifest.path,
        tuple(one.path for one in prepared.files if one.what in (PUBLIC_PDF, APPENDIX_PDF)),
        issue_id,
        prepared.to_look_at,
        _left_over(prepared),
    )


def _left_over(prepared: Prepared) -> tuple[Path, ...]:
    """What stands beside the report under a name that goes with its own, and is not of this save."""
    public, written = prepared.files[0].path, {one.path for one in (*prepared.files, prepared.manifest)}
    appendix = exempt_name(public)
    beside = (
        appendix, public.with_suffix(".pdf"), appendix.with_suffix(".pdf"), _manifest_path(public, exempt=True),
        _manifest_path(public, exempt=False),
    )  # fmt: skip
    return tuple(path for path in beside if path not in written and path.exists())


def _manifest_path(public: Path, *, exempt: bool) -> Path:
    return public.with_name(manifest_name(public.stem, exempt=exempt))


class NotSaved(Problem):
    """Something stops the report; `found` is all that was found, also what would not."""

    def __init__(self, sentence: str, details: tuple[str, ...], found: tuple[ToMend, ...]) -> None:
        super().__init__(sentence, details=details)
        self.found = found


def _stopped(found: Sequence[ToMend]) -> NotSaved:
    stops = [one for one in found if one.weight is Weight.STOPS]
    things = count_of(len(stops), "thing is", "things are")
    return NotSaved(
        f"The report was not saved: {things} to be mended first. Mend what is listed, and save it again.",
        tuple(f"{one.where}: {one.words}" if one.where else one.words for one in stops),
        tuple(found),
    )


def _documents(written: Written, target: Path, pdf: AsPdf | None) -> Generator[SavedFile, None, None]:
    yield SavedFile(target, PUBLIC, written.public)
    if pdf is not None:
        yield SavedFile(target.with_suffix(".pdf"), PUBLIC_PDF, pdf(written.public))
    if written.exempt is not None:
        appendix = exempt_name(target)
        yield SavedFile(appendix, APPENDIX, written.exempt)
        if pdf is not None:
            yield SavedFile(appendix.with_suffix(".pdf"), APPENDIX_PDF, pdf(written.exempt))


def _refuse_pdf_leaks(
    db: Database, vault: Database | None, written: Written, files: Sequence[SavedFile]
) -> None:
    """The public PDF is opened and searched like the document that it was made from."""
    for one in files:
        if one.what == PUBLIC_PDF:
            leaks = pdf_leaks(db, vault, written.made, written.public, one.data)
            if leaks:
                raise _stopped([ToMend(Weight.STOPS, leak.words, where=leak.where) for leak in leaks])


def _manifest_file(
    db: Database, vault: Database | None, written: Written, target: Path, text: str
) -> SavedFile:
    """It is marked where it is not for publication: with the appendix, or where a remark in it tells of somebody."""
    exempt = written.exempt is not None
    if not exempt:
        lines = tuple(Passage(line, f"line {at}") for at, line in enumerate(text.splitlines(), 1))
        held = known(db, vault, written.made.outline)
        found = leaks_of(Looked(document=lines, said=lines), held, OF_WHOM)
        if found:
            services = {one.text for one in held.services}
            why = {EXEMPTION if one.term.text in services else TELLS_OF_SOMEBODY for one in found}
            exempt, text = True, marked(text, tuple(sorted(why)))
    return SavedFile(_manifest_path(target, exempt=exempt), MANIFEST, text.encode())


@contextmanager
def all_or_none(files: Sequence[SavedFile], *, kept_in: str = "") -> Generator[None, None, None]:
    """Each file in its place while what follows goes well; otherwise each as it was.

    Raises Problem that says which is which where one of them cannot be put back either. A program that is killed
    meanwhile leaves a note for `saves_cut_off`; `kept_in` is the office's file that an issue is to be kept in.
    """
    before = {one.path: _as_it_was(one.path) for one in files}
    with noted_together({one.path: one.data for one in files}, about=kept_in), _put_back_after(files, before):
        yield


@contextmanager
def _put_back_after(
    files: Sequence[SavedFile], before: dict[Path, bytes | None]
) -> Generator[None, None, None]:
    done: list[Path] = []
    try:
        for one in files:
            safe_write_bytes(one.path, one.data)
            done.append(one.path)
        yield
    except BaseException as error:
        new = [path for path in reversed(done) if not _is_put_back(path, before[path])]
        if new:
            as_were = [path for path, data in before.items() if data is not None and path not in new]
            raise Problem(_mixed(new[::-1], as_were), details=_why(error)) from error
        raise


def _as_it_was(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise Problem(
            f"“{name_of(path)}” is there and cannot be read, so nothing was saved. Close it in other programs, or "
            "choose another name."
        ) from error


def _is_put_back(path: Path, data: bytes | None) -> bool:
    """Whether it stands again as it was; those after it are put back all the same."""
    try:
        if data is None:
            path.unlink(missing_ok=True)
        else:
            safe_write_bytes(path, data)
    except (OSError, Problem):
        return False
    return True


def _mixed(new: Sequence[Path], as_were: Sequence[Path]) -> str:
    said = f"{named(new)} {'is' if len(new) == 1 else 'are'} new"
    if as_were:
        said += f", but {named(as_were)} {'is as it was' if len(as_were) == 1 else 'are as they were'}"
    return (
        f"The report was not saved as a whole, and not all could be put back: {said}. Do not use them together: "
        "save the report again."
    )


def _why(error: BaseException) -> tuple[str, ...]:
    return (error.sentence, *error.details) if isinstance(error, Problem) else ()


def named(paths: Sequence[Path]) -> str:
    """Files in a sentence."""
    return and_list([f"“{name_of(path)}”" for path in paths])
