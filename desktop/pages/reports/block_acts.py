"""What is done with a generated sentence: it is edited, and its figures are opened to the rows behind them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.committee.making import Made, rows_behind
from desktop.dialogs.committee.figures import RowsBehind
from desktop.dialogs.committee.sentence import AskedSentence, EditSentence, HeldSentence, SentenceAct
from desktop.locking.open_vault import OpenVault
from desktop.locking.reading_jobs import ReadingJobs
from desktop.pages.table_saving import ask_and_save
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from engagement.committee.edits import edit_of, edit_sentence, put_back_sentence
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, Bullets, Paragraph, words_of
from resources.report.committee.composed_items import sentence_of
from resources.report.committee.composing import Origin
from resources.report.committee.section import Section
from resources.report.told import Figure
from resources.tables import Table


class BlockActs(QObject):
    """Acts on the report that `made` gives, over `view`."""

    def __init__(self, desk: Desk, vault: OpenVault, view: QWidget, made: Callable[[], Made | None]) -> None:
        super().__init__(view)
        self._desk, self._view, self._made = desk, view, made
        self._jobs = ReadingJobs(desk, vault, self)

    def edit(self, place: int) -> None:
        """The generated sentence that stands there."""
        made = self._made()
        if made is not None and is_sentence(made, place):
            self.edit_origin(made.composed.origins[place], words_of(made.composed.report.blocks[place]))

    def edit_origin(self, origin: Origin, words: str = "") -> None:
        """A generated sentence; one that was left out stands nowhere and has no words."""
        made = self._made()
        if made is None:
            return
        told = sentence_as_made(made, origin)
        held = HeldSentence(
            origin.generated, words if origin.state.is_edited else None, origin.was, figures_of(told),
            is_list=isinstance(told, Bullets),
        )  # fmt: skip
        EditSentence(held, self._view).ask(partial(self._edited, made.report_id, origin))

    def _edited(self, report_id: str, origin: Origin, asked: AskedSentence) -> None:
        db = self._desk.db
        if asked.act is SentenceAct.AS_MADE:
            held = edit_of(db, report_id, origin.section, origin.sentence)
            if held is None:
                self._desk.messages.done("The sentence stands as it is made", undo=False)
                return
            put_back_sentence(db, held.id)
            self._desk.messages.done("The sentence stands as it is made again")
            return
        edit_sentence(
            db, report_id, origin.section, origin.sentence, generated=origin.generated, edited=asked.text
        )  # fmt: skip
        self._desk.messages.done("Edited the sentence" if asked.text else "Left the sentence out")

    def open_rows(self, place: int, figure: str = "") -> None:
        """The rows behind the figures of the sentence there; `figure` is shown first."""
        made = self._made()
        if made is None or not 0 <= place < len(made.composed.origins):
            return
        origin = made.composed.origins[place]
        figures = figures_with_rows(made, origin)
        if not figures:
            raise Problem("No rows are kept behind the figures of this sentence.")
        dialog = RowsBehind(origin.generated, figures, self._save, self._view, begin=figure)
        dialog.open()
        work = partial(_rows_behind, made, origin.item, tuple({one.rows for one in figures}))
        self._jobs.run("Reading the rows behind", work, partial(self._show_rows, dialog))

    def _show_rows(self, dialog: RowsBehind, read: dict[str, Table] | Problem) -> None:
        if dialog in QApplication.topLevelWidgets():  # else it was closed meanwhile
            dialog.show_read(read)

    def _save(self, table: Table, over: QWidget) -> None:
        ask_and_save(table, self._desk.messages, over, db=self._desk.db)


def _rows_behind(
    made: Made, item: str, names: tuple[str, ...], progress: Progress, db: Database, vault: Database | None
) -> dict[str, Table] | Problem:
    """A refusal is for the dialog that is open, not for the window beneath it."""
    progress.step(0, 0, "Reading the rows")
    try:
        return rows_behind(db, vault, made, item, names)
    except Problem as problem:
        return problem


def is_sentence(made: Made, place: int) -> bool:
    """Whether a generated sentence stands there, which can be edited."""
    origins = made.composed.origins
    return 0 <= place < len(origins) and bool(origins[place].section and origins[place].sentence)


def sentence_as_made(made: Made, origin: Origin) -> Block | None:
    """The block as its section made it."""
    section = made.sections.get(origin.item)
    if not isinstance(section, Section):
        return None
    return next((block for block in section.blocks if sentence_of(block)[0] == origin.sentence), None)


def figures_of(block: Block | None) -> tuple[Figure, ...]:
    """The figures in a sentence."""
    return block.figures if isinstance(block, Paragraph | Bullets) else ()


def figures_with_rows(made: Made, origin: Origin) -> tuple[Figure, ...]:
    """Those that can be opened."""
    section = made.sections.get(origin.item)
    known = section.rows if isinstance(section, Section) else {}
    return tuple(one for one in figures_of(sentence_as_made(made, origin)) if one.rows in known and one.rows)
