"""What can be done with the responses of a wave: each asks by a dialog and makes one change."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop.dialogs.survey.answer import ChangeAnswer, ChangedAnswer
from desktop.dialogs.survey.response import TypedIn, TypeInResponse
from desktop.dialogs.survey.same_provider import ALL, CountOne
from desktop.dialogs.survey.who_it_is import WhoseIsIt
from desktop.dialogs.survey.whose import WhoseIt
from desktop.pages.survey.answers_shown import AnswersShown
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.register.name_match import Candidate
from resources.wording import count_of, date_words
from workforce.survey.answers.duplicates import count_all, count_this
from workforce.survey.answers.queries import impossible_answers
from workforce.survey.answers.recording import add_response, edit_answer, remove_response, tie_response
from workforce.survey.answers.response_lines import ResponseLine
from workforce.survey.answers.responses import Answer, heads, response
from workforce.survey.answers.who_answered import likely_of
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.asked import Asked, asked_of_wave
from workforce.survey.waves.waves import wave


class Shown(Protocol):
    """What is shown, as the acts need it."""

    wave_id: str
    is_current: bool

    def may_write(self) -> bool: ...

    def may_take(self) -> bool: ...

    def show_row(self, key: str) -> None: ...

    @property
    def chosen(self) -> ResponseLine | None: ...

    @property
    def shown(self) -> AnswersShown: ...


class AnswersActs:
    """Acts on the response that `shown` has chosen, over `view`."""

    def __init__(self, desk: Desk, view: QWidget, shown: Shown, *, today: Callable[[], date]) -> None:
        self._desk, self._view, self._shown, self._today = desk, view, shown, today
        self._received: dict[str, date] = {}

    def type_in(self) -> None:
        """Type a response in, from paper or a telephone call."""
        db, wave_id = self._desk.db, self._shown.wave_id
        asked, held, today = asked_of_wave(db, wave_id), wave(db, wave_id), self._today()
        over = held.closes_on if held.closes_on and held.closes_on < today else None
        dialog = TypeInResponse(
            db, held, asked, self._view, today=today, known=partial(self._known, wave_id, ""),
            impossible=partial(_impossible, asked), received=self._received.get(wave_id) or over,
        )  # fmt: skip
        dialog.answered.connect(partial(self._then_next, dialog))
        dialog.ask(partial(self._typed, wave_id))

    def _then_next(self, dialog: TypeInResponse, typed: TypedIn) -> None:
        """Of a pile of forms the next is begun once this one has gone."""
        if typed.and_next:
            dialog.finished.connect(lambda _result: self.type_in())

    def _typed(self, wave_id: str, typed: TypedIn) -> None:
        made = add_response(
            self._desk.db, wave_id, typed.answers, provider_id=typed.whose.provider_id,
            services=typed.whose.services, received_on=typed.received_on, said_name=typed.whose.said_name,
            quote_consent=typed.quote_consent, note=typed.note,
        )  # fmt: skip
        if typed.received_on is not None:
            self._received[wave_id] = typed.received_on
        self._shown.show_row(made.id)
        self._desk.messages.done(f"Added response {made.number}")

    def _known(self, wave_id: str, but: str, whose: WhoseIt) -> str:
        """What is said of a response that the same provider or service gave already."""
        if whose.provider_id is None:
            return ""
        wanted = set(whose.services)
        for one in heads(self._desk.db, wave_id):
            shared = bool(wanted & set(one.services)) if wanted and one.services else True
            if one.id != but and one.provider_id == whose.provider_id and shared:
                received = f", received {date_words(one.received_on)}" if one.received_on else ""
                covers = f" for {count_of(len(one.services), 'service')}" if len(one.services) > 1 else ""
                return (
                    f"Response {one.number} is of the same {'service' if wanted else 'provider'} already{covers}"
                    f"{received}. Both would be kept and both would count, until “Count this one” says which does."
                )
        return ""

    def change_answer(self) -> None:
        """Put one answer right."""
        line = self._shown.chosen
        if line is None:
            return
        one = response(self._desk.db, line.response.id)
        asked = asked_of_wave(self._desk.db, one.wave_id)
        queried = {
            question: said
            for said, questions in impossible_answers(one.answers, asked)
            for question in questions
        }
        dialog = ChangeAnswer(one, line.who, asked, self._view, queried=queried)
        dialog.ask(partial(self._changed, one.id))

    def _changed(self, response_id: str, changed: ChangedAnswer) -> None:
        made = edit_answer(self._desk.db, response_id, changed.question_id, changed.answer)
        self._desk.messages.done(f"Changed response {made.number}")

    def ask_whose(self) -> None:
        """Say whose it is."""
        line = self._shown.chosen
        if line is None:
            return
        db, one = self._desk.db, line.response
        of_wave = wave(db, one.wave_id)
        reason, likely = "", tuple[Candidate, ...]()
        if one.provider_id is None and one.said_name:
            by_service = of_wave.asked_of is AskedOf.SERVICE
            reason, likely = likely_of(db, one.said_name, by_service=by_service)
        known = partial(self._known, one.wave_id, one.id)
        dialog = WhoseIsIt(db, of_wave, one, likely, self._view, known=known, reason=reason)
        dialog.ask(partial(self._tied, one.id))

    def _tied(self, response_id: str, whose: WhoseIt) -> None:
        made = tie_response(self._desk.db, response_id, whose.provider_id, whose.services)
        done = f"Tied response {made.number}" if made.provider_id else f"Left response {made.number} untied"
        self._desk.messages.done(done)

    def count_one(self) -> None:
        """Show the responses of the same provider side by side, and say which one counts."""
        line = self._shown.chosen
        group = self._shown.shown.duplicates_of(line.response.id) if line is not None else None
        if line is None or group is None:
            return
        asked = asked_of_wave(self._desk.db, line.response.wave_id)
        keys = [one.id for one in group.responses]
        CountOne(group.responses, group.name, asked, line.response, self._view).ask(
            partial(self._counted, keys)
        )

    def _counted(self, keys: list[str], response_id: str) -> None:
        if response_id == ALL:
            self._desk.messages.done(f"{count_of(len(count_all(self._desk.db, keys)), 'response')} count")
            return
        made = count_this(self._desk.db, response_id)
        self._desk.messages.done(f"Response {made.number} counts")

    def remove(self) -> None:
        """Ask, and take a response away."""
        line = self._shown.chosen
        if line is not None:
            question = Question(
                f"Remove response {line.response.number}?", f"It is of {line.who}. All its answers go with it.",
                "Remove", self._view,
            )  # fmt: skip
            question.ask(partial(self._removed, line.response.id, line.response.number))

    def _removed(self, response_id: str, number: int) -> None:
        remove_response(self._desk.db, response_id)
        self._desk.messages.done(f"Removed response {number}")

    def open_provider(self) -> None:
        """The provider, or its one service, in the register."""
        line = self._shown.chosen
        if line is not None and line.response.provider_id:
            services = line.response.services
            self._desk.navigator.go("providers", services[0] if services else line.response.provider_id)


def _impossible(asked: list[Asked], answers: Mapping[str, Answer]) -> Mapping[str, str]:
    """Each sentence by the last of its questions, as they are asked."""
    place = {one.question.id: at for at, one in enumerate(asked)}
    said: dict[str, list[str]] = {}
    for sentence, questions in impossible_answers(answers, asked):
        said.setdefault(max(questions, key=lambda key: place.get(key, -1)), []).append(sentence)
    return {question: " ".join(sentences) for question, sentences in said.items()}
