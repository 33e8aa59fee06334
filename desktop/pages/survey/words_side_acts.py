"""What is done with texts: coded, uncoded, and their codes kept; each asks by a dialog and makes one change."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.survey.code_texts import Coded, CodeTexts, MergeCode, NameCode
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.database import change
from resources.frequent_words import frequent_words
from resources.problem import Problem
from resources.tables import Table
from resources.wording import and_list, count_of, in_london
from workforce.survey.coding import codes, texts
from workforce.survey.coding.quotes import Quote
from workforce.survey.coding.suggestions import COMMON, suggestions
from workforce.survey.coding.tables import codes_table
from workforce.survey.coding.texts import CodedText
from workforce.survey.questionnaire.questions import Option, question


class WordsActs:
    """Acts on the texts that `chosen` gives of the question that `asked` names, over `view`."""

    def __init__(
        self,
        desk: Desk,
        view: QWidget,
        asked: Callable[[], str],
        chosen: Callable[[], list[CodedText]],
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._desk, self._view, self._asked, self._chosen, self._now = desk, view, asked, chosen, now

    # Coding

    def code(self) -> None:
        """Ask what the texts chosen mean."""
        of, chosen = question(self._desk.db, self._asked()), self._chosen()
        held = texts.texts(self._desk.db, of.id)
        found = suggestions(chosen[0], codes.frame(of), held) if len(chosen) == 1 else []
        often = frequent_words((one.text for one in held), also_common=COMMON)
        dialog = CodeTexts(of, chosen, found, often, self._view)
        dialog.ask(partial(self._coded, [one.text_key for one in chosen]))

    def _coded(self, keys: Sequence[str], coded: Coded) -> None:
        db, asked = self._desk.db, self._asked()
        with change(db, f"Coded {count_of(len(keys), 'text')}"):
            new = [codes.add_code(db, asked, coded.new).id] if coded.new else []
            done = texts.code(db, asked, keys, [*coded.option_ids, *new], now=self._now())
        self._say(done)

    def code_to(self, option_id: str) -> None:
        """Code the texts chosen to one more code, or to this one where a text takes one."""
        keys = [one.text_key for one in self._chosen()]
        self._say(texts.code(self._desk.db, self._asked(), keys, [option_id], now=self._now(), add=True))

    def code_to_number(self, number: int) -> None:
        """The same by the number of the code; 0 fits none."""
        frame = codes.frame(question(self._desk.db, self._asked()))
        if number == 0:
            self.fits_none()
        elif number <= len(frame):
            self.code_to(frame[number - 1].id)

    def fits_none(self) -> None:
        """None of the codes says what the texts chosen say."""
        keys = [one.text_key for one in self._chosen()]
        self._say(texts.fits_none(self._desk.db, self._asked(), keys, now=self._now()))

    def uncode(self) -> None:
        """As if nobody had looked at them."""
        keys = [one.text_key for one in self._chosen() if one.is_coded]
        texts.uncode(self._desk.db, self._asked(), keys)
        self._desk.messages.done(f"Took the codes of {count_of(len(keys), 'text')} away")

    def _say(self, done: Sequence[CodedText]) -> None:
        if not done:
            return
        first = done[0]
        to = and_list([f"“{one.wording}”" for one in first.codes])
        what = f"to {to}" if first.codes else "as fitting no code"
        many = len(done) > 1
        self._desk.messages.done(f"Coded {count_of(len(done), 'text')}" if many else f"Coded {what}")

    def copy_quote(self, held: Quote | None) -> None:
        """A quote with whose kind it is, for a letter or a talk."""
        if held is None:
            return
        if not held.is_quotable:
            raise Problem(f"These words name {and_list(held.names)}, so they are not copied as a quote.")
        QGuiApplication.clipboard().setText(f"“{' '.join(held.text.split())}” ({held.attribution})")
        self._desk.messages.done("Copied the quote", undo=False)

    # The code frame

    def keep_codes(self) -> None:
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
