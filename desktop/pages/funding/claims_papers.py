"""Claims in and out as files: lists taken in, the claim form, and files of evidence."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.funding.claim_evidence import AddEvidence, Seen
from desktop.dialogs.funding.claim_files import AskOfWhom, ClaimColumns, ClaimsPreview, OfWhom
from desktop.pages.saving import WORKBOOKS, ask_and_save_refused, ask_path
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.database.history import ChangedSince
from resources.files.names import name_of
from resources.folders import documents_folder
from resources.problem import Problem
from resources.wording import count_of, in_london
from workforce.funding.claims.claim_workbook import save_claim_form, to_send
from workforce.funding.claims.claims import claim
from workforce.funding.claims.evidence import (
    add_evidence,
    checklist,
    evidence,
    remove_evidence,
    save_kept,
)
from workforce.funding.claims.files.checking import Checked, check
from workforce.funding.claims.files.preview import save_refused_rows
from workforce.funding.claims.files.reading import ClaimsFile, NeedsColumns, read
from workforce.funding.claims.files.taking_in import take_in
from workforce.funding.claims.lines import ClaimLine, line, lines_of
from workforce.funding.claims.tables import form_lacks
from workforce.funding.funds.funds import funds

_LISTS = "Lists (*.xlsx *.xls *.ods *.csv *.tsv *.txt);;All files (*)"
_COLUMNS = "claim_columns"


class ClaimPapers(QObject):
    """Asks over `view`; `taken` carries the key of the first claim that a file brought."""

    taken = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, keys: Callable[[], Sequence[str]], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._keys, self._now = desk, view, keys, now
        self.preview: ClaimsPreview | None = None

    def _today(self) -> date:
        return in_london(self._now()).date()

    # Lists in

    def choose(self) -> None:
        """Ask which file."""
        name, _ = QFileDialog.getOpenFileName(
            self._view, "Take in a list of claims", str(documents_folder()), _LISTS
        )
        if name:
            self.ask(Path(name))

    def ask(self, path: Path) -> None:
        """Whose money it is of."""
        held = funds(self._desk.db)
        if not held:
            raise Problem("No fund is held yet, and claims are on one. Add a fund first, under “Funds”.")
        AskOfWhom(self._desk.db, path, held, self._today(), self._view).ask(self.begin)

    def begin(self, of: OfWhom) -> None:
        """Read it beside the window."""
        kept = self._desk.settings.mapping(_COLUMNS)
        self._read(of, {name: str(heading) for name, heading in kept.items()})

    def _read(self, of: OfWhom, columns: Mapping[str, str]) -> None:
        self._desk.jobs.run(
            f"Reading {name_of(of.path)}", partial(_read, of.path, columns), done=partial(self._have_read, of),
            writes=False,
        )  # fmt: skip

    def _have_read(self, of: OfWhom, found: ClaimsFile | NeedsColumns) -> None:
        if isinstance(found, NeedsColumns):
            dialog = ClaimColumns(name_of(of.path), found.header, self._view)
            dialog.ask(partial(self._mapped, of))
        else:
            self._show(of, found)

    def _mapped(self, of: OfWhom, columns: Mapping[str, str]) -> None:
        self._desk.settings.put(_COLUMNS, dict(columns))
        self._read(of, columns)

    def _show(self, of: OfWhom, file: ClaimsFile) -> None:
        found = check(
            self._desk.db,
            file,
            fund_id=of.fund_id,
            year=of.year,
            today=self._today(),
            provider_id=of.provider_id,
        )
        preview = self.preview = ClaimsPreview(found, self._view)
        preview.committed.connect(partial(self._commit, of, preview))
        preview.refused_asked.connect(partial(self._save_refused, found))
        preview.open()

    def _save_refused(self, found: Checked) -> None:
        save = partial(save_refused_rows, found)
        ask_and_save_refused(self._view, found.file.name, save, self._desk.messages)

    def _commit(self, of: OfWhom, preview: ClaimsPreview) -> None:
        found = preview.checked
        preview.accept()
        try:
            taken = take_in(self._desk.db, found, now=self._now())
        except ChangedSince:
            self._show(of, found.file)
            raise
        self._desk.messages.done(taken.words)
        self.taken.emit(taken.claims[0])

    # The form out

    def save_form(self) -> None:
        """Those of the claims selected that go to the payer; what is missing is said before the file is asked for."""
        db = self._desk.db
        chosen = lines_of(db, [claim(db, key) for key in self._keys()])
        some = to_send(chosen)
        left = len(chosen) - len(some)
        said = [
            f"{count_of(len(some), 'claim')} of {some[0].fund} {'goes' if len(some) == 1 else 'go'} into the form."
        ]
        if left:
            said.append(
                f"{count_of(left, 'other')} selected: a draft, declined, withdrawn or paid, and left out."
            )
        lacks = form_lacks(some)
        if lacks:
            said.append(f"Its payer may ask for more: {' '.join(lacks)}")
        question = Question("Save the claim form?", " ".join(said), "Save…", self._view)
        question.ask(partial(self._save_form, some))

    def _save_form(self, some: Sequence[ClaimLine]) -> None:
        path = ask_path(self._view, "Save the claim form", f"Claim form {self._today()}", ".xlsx", WORKBOOKS)
        if path is None:
            return
        save_claim_form(some, path)
        self._desk.messages.done(f"Saved “{name_of(path)}”: {count_of(len(some), 'claim')}", undo=False)

    # Evidence

    def note_evidence(self) -> None:
        """Something was seen and is not kept."""
        self._ask_evidence(None)

    def attach(self) -> None:
        """A file that proves it."""
        name, _ = QFileDialog.getOpenFileName(
            self._view, "Attach evidence", str(documents_folder()), "All files (*)"
        )
        if name:
            self._ask_evidence(Path(name))

    def _ask_evidence(self, file: Path | None) -> None:
        db, one = self._desk.db, line(self._desk.db, self._keys()[0])
        dialog = AddEvidence(one, checklist(db, one.claim.id), db.who, self._today(), self._view, file=file)
        dialog.ask(partial(self._seen, one.claim.id))

    def _seen(self, key: str, seen: Seen) -> None:
        made = add_evidence(
            self._desk.db,
            key,
            seen.what,
            seen_on=seen.seen_on,
            seen_by=seen.seen_by,
            file=seen.file,
            note=seen.note,
            today=self._today(),
        )
        self._desk.messages.done(f"Added evidence to claim {claim(self._desk.db, key).number}: {made.what}")

    def open_evidence(self, key: str) -> None:
        """Save a copy of a kept file; evidence without one, or entered by mistake, can be removed."""
        if not key:
            self.note_evidence()
            return
        held = evidence(self._desk.db, key)
        if not held.sha256:
            question = Question("Remove this evidence?", f"{held.words}.", "Remove", self._view, danger=True)
            question.ask(partial(self._removed, key))
            return
        name = Path(held.file_name)
        ending = name.suffix or ".bin"
        path = ask_path(self._view, "Save a copy of the evidence", name.stem, ending, f"The file (*{ending})")
        if path is not None:
            save_kept(self._desk.db, held, path)
            self._desk.messages.done(f"Saved “{name_of(path)}”", undo=False)

    def _removed(self, key: str) -> None:
        held = evidence(self._desk.db, key)
        remove_evidence(self._desk.db, key)
        self._desk.messages.done(f"Removed evidence: {held.what}")


def _read(path: Path, columns: Mapping[str, str], progress: Progress) -> ClaimsFile | NeedsColumns:
    """By what a person once said where its headings do not do; that is asked again where it does not either."""
    progress.step(0, 0, "Reading rows")
    try:
        return read(path, columns=columns)
    except NeedsColumns as needs:
        return needs
