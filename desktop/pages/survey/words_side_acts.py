"""What is done with texts: coded, uncoded, quoted; each makes one change."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.dialogs.survey.code_texts import Coded, CodeTexts
from desktop.shell.page import Desk
from resources.database import change
from resources.frequent_words import frequent_words
from resources.problem import Problem
from resources.wording import and_list, count_of
from workforce.survey.coding import codes, texts
from workforce.survey.coding.quotes import Quote
from workforce.survey.coding.suggestions import COMMON, suggestions
from workforce.survey.coding.texts import CodedText
from workforce.survey.questionnaire.questions import question


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
