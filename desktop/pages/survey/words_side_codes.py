"""The codes of a question, kept in a list of their own."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.survey.code_texts import MergeCode, NameCode
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.problem import Problem
from resources.tables import Table
from resources.wording import in_london
from workforce.survey.coding import codes
from workforce.survey.coding.tables import codes_table
from workforce.survey.questionnaire.questions import Option, question


class CodeActs:
    """Acts on the row chosen in the list that `keep` opens over `view`, of the question that `asked` names."""

    def __init__(
        self, desk: Desk, view: QWidget, asked: Callable[[], str], *, now: Callable[[], datetime]
    ) -> None:
        self._desk, self._view, self._asked, self._now = desk, view, asked, now

    def keep(self) -> None:
        """The codes of the question, to be added to, renamed, merged and retired."""
        dialog = KeptList(
            "Codes", "Options that are offered, and codes added for what was written. A retired code keeps its texts.",
            self._read, self._view, name="survey_codes",
        )  # fmt: skip
        added = partial(self._is_added, dialog)
        dialog.offer(
            [
                Action("code_add", "Add a code…", partial(self._add, dialog), icon="add"),
                Action("code_rename", "Rename…", partial(self._rename, dialog), enabled=added, icon="edit"),
                Action("code_merge", "Merge into another…", partial(self._merge, dialog), enabled=added),
                Action("code_retire", "Retire", partial(self._retire, dialog), enabled=added,
                       label_now=partial(self._retire_words, dialog)),
            ]
        )  # fmt: skip
        dialog.open()

    def _read(self) -> tuple[Table, list[str]]:
        of = question(self._desk.db, self._asked())
        shown = codes.frame(of, retired=True)
        table = codes_table(of.wording, shown, codes.texts_coded(self._desk.db, of.id))
        return table, [one.id for one in shown]

    def _held(self, dialog: KeptList) -> Option | None:
        return codes.code(self._desk.db, dialog.key) if dialog.key else None

    def _is_added(self, dialog: KeptList) -> bool:
        held = self._held(dialog)
        return held is not None and held.from_coding

    def _add(self, dialog: KeptList) -> None:
        NameCode("", dialog).ask(partial(self._added, dialog))

    def _added(self, dialog: KeptList, wording: str) -> None:
        made = codes.add_code(self._desk.db, self._asked(), wording)
        self._done(dialog, f"Added the code “{made.wording}”")

    def _rename(self, dialog: KeptList) -> None:
        held = codes.code(self._desk.db, dialog.key)
        NameCode(held.wording, dialog).ask(partial(self._renamed, dialog, held.id))

    def _renamed(self, dialog: KeptList, key: str, wording: str) -> None:
        made = codes.rename_code(self._desk.db, key, wording)
        self._done(dialog, f"Renamed the code to “{made.wording}”")

    def _merge(self, dialog: KeptList) -> None:
        gone = codes.code(self._desk.db, dialog.key)
        others = [one for one in codes.frame(question(self._desk.db, self._asked())) if one.id != gone.id]
        if not others:
            raise Problem("There is no other code to merge it into. Add one first.")
        MergeCode(gone, others, dialog).ask(partial(self._merged, dialog, gone))

    def _merged(self, dialog: KeptList, gone: Option, kept: str) -> None:
        into = codes.merge_codes(self._desk.db, kept, gone.id)
        self._done(dialog, f"Merged “{gone.wording}” into “{into.wording}”")

    def _retire(self, dialog: KeptList) -> None:
        held = codes.code(self._desk.db, dialog.key)
        if held.retired_on is None:
            codes.retire_code(self._desk.db, held.id, on=in_london(self._now()).date())
        else:
            codes.restore_code(self._desk.db, held.id)
        self._done(
            dialog, f"{'Retired' if held.retired_on is None else 'Restored'} the code “{held.wording}”"
        )

    def _retire_words(self, dialog: KeptList) -> str:
        held = self._held(dialog)
        return "Restore" if held is not None and held.retired_on else "Retire"

    def _done(self, dialog: KeptList, words: str) -> None:
        self._desk.messages.done(words)
        dialog.reload()
