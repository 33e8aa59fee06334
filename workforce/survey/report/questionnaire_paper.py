"""The questionnaire on paper: numbered questions, boxes to tick, room to write. It holds nobody's answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from engagement.register.letterhead import Letterhead, letterhead
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, Heading, House, Paragraph, Report, TickBoxes, WritingRoom
from resources.wording import capital_first, date_words
from workforce.survey.questionnaire.questions import Option, Question, questions
from workforce.survey.surveys import survey
from workforce.survey.vocabulary import AskedOf, QuestionKind, Topic
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.waves import wave

_HOW = "Tick the box beside what fits, or write on the line. Leave a question out where you would rather not answer it."
_PRIVACY = "Answers are counted; nobody is named in what is published."
_BY, _TO = "Send your answers back by", "Send your answers to"
"""To be filled in before it is copied, where the wave has no last day or the letterhead no address."""

_QUOTED = "May we quote what you wrote, without a name?"
_TEXT_LINES = 4


@dataclass(frozen=True)
class _Asked:
    """A question in the words of whoever asks it."""

    question: Question
    wording: str
    options: tuple[tuple[Option, str], ...]


def questionnaire_paper(db: Database, survey_id: str, *, today: date) -> Report:
    """The questions as they stand, for services to answer."""
    held = survey(db, survey_id)
    asked = [
        _Asked(one, one.wording, tuple((option, option.wording) for option in one.offered))
        for one in questions(db, survey_id)
    ]
    return _paper(db, held.name, "Questionnaire", [held.purpose], asked, AskedOf.SERVICE, as_at=today)


def wave_paper(db: Database, wave_id: str) -> Report:
    """The questions as a wave asks them, in its words and with its last day."""
    held = wave(db, wave_id)
    of = survey(db, held.survey_id)
    asked = [
        _Asked(one.question, one.wording, tuple((option.option, option.wording) for option in one.options))
        for one in asked_of_wave(db, wave_id)
    ]
    ends = [] if held.closes_on is None else [f"Answers reach us in time until {date_words(held.closes_on)}."]
    return _paper(db, of.name, held.name, [of.purpose, *ends], asked, held.asked_of, as_at=None, ends=ends)


def _paper(
    db: Database,
    title: str,
    subtitle: str,
    told: Sequence[str],
    asked: Sequence[_Asked],
    asked_of: AskedOf,
    *,
    as_at: date | None,
    ends: Sequence[str] = (),
) -> Report:
    if not asked:
        raise Problem("There is no question to print yet. Add questions to the questionnaire first.")
    head = letterhead(db)
    blocks: list[Block] = [Paragraph(one) for one in (*told, *_return(head), _HOW, _PRIVACY) if one]
    blocks += [WritingRoom(_BY)] * (not ends) + [WritingRoom(_TO)] * (not _return(head))
    blocks += [Heading("Who answers"), *_who(asked_of)]
    topic: Topic | None = None
    for one in asked:
        if one.question.topic is not topic:
            topic = one.question.topic
            blocks.append(Heading(topic.label))
        blocks += _question(one)
    blocks += [Heading("Thank you"), Paragraph(_QUOTED, numbered=True, leads=True)]
    blocks.append(TickBoxes(("Yes, without a name", "No")))
    blocks += [Paragraph(one) for one in (*ends, *_return(head))]
    return Report(title, subtitle, as_at, tuple(blocks), House(head.council, head.team, head.email))


def _return(head: Letterhead) -> tuple[str, ...]:
    """Where answers are sent: by post, by e-mail, or both; nothing where the letterhead says neither."""
    by_post = ", ".join(filter(None, (head.team, head.council, *head.address.splitlines())))
    if not head.address:
        return (f"Send your answers to {head.email}.",) if head.email else ()
    return (f"Send your answers to {by_post}{f', or by e-mail to {head.email}' if head.email else ''}.",)


def _who(asked_of: AskedOf) -> Iterator[Block]:
    if asked_of is AskedOf.SERVICE:
        yield WritingRoom("Name of the service")
        yield WritingRoom("CQC Location ID, if you know it")
    else:
        yield WritingRoom("Name of the organisation")
        yield WritingRoom("CQC Provider ID, if you know it")


def _question(asked: _Asked) -> Iterator[Block]:
    kind = asked.question.kind
    yield Paragraph(" ".join(filter(None, (asked.wording, _hint(asked)))), numbered=True, leads=True)
    other = asked.question.allow_other or any(option.is_other for option, _ in asked.options)
    if asked.options:
        words = tuple(_option_words(option, said, asked.question) for option, said in asked.options)
        yield TickBoxes(words, leads=other or kind is QuestionKind.TEXT or kind.has_figures)
    if other:
        yield WritingRoom("If other, which")
    if kind is QuestionKind.TEXT:
        yield WritingRoom("Your answer", _TEXT_LINES)
    elif kind.has_figures:
        unit = asked.question.unit
        label = {"": "Number", "%": "Per cent"}.get(unit, capital_first(unit))
        yield WritingRoom(f"Or, if you know it: {label.lower()}" if kind is QuestionKind.BAND else label)


def _hint(asked: _Asked) -> str:
    """What stands behind the question: its own help, or how many boxes may be ticked."""
    if asked.question.help:
        return asked.question.help
    return {
        QuestionKind.ONE_CHOICE: "Tick one.", QuestionKind.SCALE: "Tick one.",
        QuestionKind.SEVERAL_CHOICES: "Tick all that apply.",
    }.get(asked.question.kind, "")  # fmt: skip


def _option_words(option: Option, words: str, question: Question) -> str:
    """A band with its bounds behind it, in the question’s unit."""
    if question.kind is not QuestionKind.BAND or option.low is None or option.high is None:
        return words
    unit = question.unit
    if unit == "%":
        return f"{words} ({option.low}% to {option.high}%)"
    return f"{words} ({option.low} to {option.high}{f' {unit}' if unit else ''})"
