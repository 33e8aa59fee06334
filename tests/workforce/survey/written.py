"""A survey that is kept, with waves, questions and what people wrote to them, as few facts as a test needs."""

from collections.abc import Iterable, Mapping
from datetime import date

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change, new_key
from resources.tables import Cell
from workforce.survey.questionnaire.questions import Question, questions
from workforce.survey.starting import start_survey
from workforce.survey.waves.waves import Wave, wave

BASELINE, AGAIN = date(2019, 5, 1), date(2020, 5, 1)


class Written:
    """The recruitment survey of an office; `wave` adds one, `answer` a response to it."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.survey_id = start_survey(db).id

    def question(self, code: str) -> Question:
        return next(one for one in questions(self.db, self.survey_id, retired=True) if one.code == code)

    def option(self, code: str, wording: str) -> str:
        return next(one.id for one in self.question(code).options if one.wording == wording)

    def wave(self, name: str = "Baseline", opens: date = BASELINE, closes: date | None = None) -> Wave:
        key = new_key()
        with change(self.db, f"Planned {name}"):
            self.db.insert_row(
                "survey_wave",
                {"id": key, "survey_id": self.survey_id, "name": name, "opens_on": opens.isoformat(),
                 "closes_on": closes.isoformat() if closes else None, "mode": "online", "asked_of": "service",
                 "kind": "baseline" if name == "Baseline" else "re_evaluation"},
            )  # fmt: skip
            for one in questions(self.db, self.survey_id):
                asked = new_key()
                cells: dict[str, Cell] = {
                    "id": asked,
                    "wave_id": key,
                    "question_id": one.id,
                    "position": one.position,
                }
                self.db.insert_row("survey_asked", {**cells, "wording": one.wording})
                for option in one.offered:
                    self.db.insert_row(
                        "survey_asked_option",
                        {"id": new_key(), "asked_id": asked, "option_id": option.id,
                         "position": option.position, "wording": option.wording},
                    )  # fmt: skip
        return wave(self.db, key)

    def answer(
        self,
        wave_id: str,
        texts: Mapping[str, str] | None = None,
        choices: Mapping[str, Iterable[str]] | None = None,
        figures: Mapping[str, int] | None = None,
        *,
        provider: str | None = None,
        service: str | None = None,
        **facts: str | int,
    ) -> str:
        """A response: texts, wordings chosen and figures by the codes of the questions."""
        key, db = new_key(), self.db
        number = db.value("select count(*) + 1 from survey_response where wave_id = ?", (wave_id,))
        with change(db, f"Added response {number}"):
            cells = {
                "id": key,
                "wave_id": wave_id,
                "number": number,
                "source": "typed",
                "provider_id": provider,
            }
            db.insert_row("survey_response", {**cells, **facts})
            if service:
                db.insert_row(
                    "survey_response_service", {"id": new_key(), "response_id": key, "service_id": service}
                )
            for code in {**(texts or {}), **(choices or {}), **(figures or {})}:
                answer, figure = new_key(), (figures or {}).get(code)
                said = None if figure is None else str(figure)
                db.insert_row(
                    "survey_answer",
                    {"id": answer, "response_id": key, "question_id": self.question(code).id, "state": "answered",
                     "text": (texts or {}).get(code, ""), "low": said, "high": said},
                )  # fmt: skip
                for wording in (choices or {}).get(code, ()):
                    option = self.option(code, wording)
                    db.insert_row(
                        "survey_choice", {"id": new_key(), "answer_id": answer, "option_id": option}
                    )
        return key

    def home(self, name: str, kind: ServiceKind = ServiceKind.RESIDENTIAL_HOME) -> tuple[str, str]:
        """A provider with one service of that name: the keys of both."""
        held = add_provider(self.db, name=f"{name} Limited")
        return held.id, add_service(self.db, held.id, name=name, kind=kind).id

    def invite(self, wave_id: str, *homes: tuple[str, str], kind: str = "residential_home") -> None:
        """Ask these services."""
        with change(self.db, "Invited"):
            for provider, service in homes:
                self.db.insert_row(
                    "survey_invited",
                    {"id": new_key(), "wave_id": wave_id, "provider_id": provider, "service_id": service,
                     "kind": kind, "active": 1},
                )  # fmt: skip
