"""Answers in words and what “other” says: how many, how many are coded, and each one."""

from collections import Counter
from dataclasses import dataclass

from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.survey.analysis.frame import CODED, FITS_NONE, NOT_CODED, WaveData
from workforce.survey.analysis.words import ANSWERED_IN_CONFIDENCE, filter_notes, wave_day, wave_source
from workforce.survey.vocabulary import QuestionKind, QuoteConsent
from workforce.survey.waves.asked import Asked


@dataclass(frozen=True)
class TextAnswer:
    """What one response wrote. `coding` is CODED, FITS_NONE or NOT_CODED."""

    number: int
    name: str
    text: str
    coding: str
    consent: QuoteConsent


def text_answers(data: WaveData, question_id: str) -> list[TextAnswer]:
    """What was written in one question, by response."""
    given = data.answers_of(question_id)
    said = given[(given["state"] == "answered") & (given["text"] != "")]
    names, consent = data.responses["name"].to_dict(), data.responses["quote_consent"].to_dict()
    return [
        TextAnswer(number, names.get(number) or "", text, coding, QuoteConsent(consent[number]))
        for number, text, coding in zip(said["response"], said["text"], said["coding"], strict=True)
    ]


def questions_with_texts(data: WaveData) -> list[Asked]:
    """Those answered in words, and those in which something else may be written."""
    return [one for one in data.asked if one.question.kind is QuestionKind.TEXT or one.question.allow_other]


_COLUMNS = (
    Column("question", "Question", width=300),
    Column("texts", "Texts", ColumnKind.NUMBER, 80),
    Column("coded", "Coded", ColumnKind.NUMBER, 80),
    Column("fits_none", "Of no code", ColumnKind.NUMBER, 92),
    Column("not_coded", "Not looked at", ColumnKind.NUMBER, 100),
    Column("quotable", "May be quoted", ColumnKind.NUMBER, 110),
)


def texts_table(data: WaveData) -> Table:
    """A row for each question in which something was or could be written."""
    rows: list[tuple[Cell, ...]] = []
    for one in questions_with_texts(data):
        found = text_answers(data, one.question.id)
        became = Counter(text.coding for text in found)
        quotable = sum(text.consent is QuoteConsent.YES for text in found)
        rows.append((one.wording, len(found), became[CODED], became[FITS_NONE], became[NOT_CODED], quotable))
    base = f"{count_of(len(data.responses), 'response')}."
    return Table(
        "Answers in words", _COLUMNS, rows, base, wave_source(data), wave_day(data), filter_notes(data)
    )


def text_list_table(data: WaveData, question_id: str) -> Table:
    """Each text with whose it is: not for publication."""
    words = {CODED: "Coded", FITS_NONE: "Of no code", NOT_CODED: "Not looked at"}
    rows: list[tuple[Cell, ...]] = [
        (one.number, one.name, one.text, words[one.coding], one.consent.label)
        for one in text_answers(data, question_id)
    ]
    columns = (
        Column("number", "Response", ColumnKind.NUMBER, 92),
        Column("name", "Provider", width=240),
        Column("text", "Text", width=420),
        Column("coding", "Coding", width=120),
        Column("consent", "Consent", width=140),
    )
    return Table(
        data.question(question_id).wording, columns, rows, f"{count_of(len(rows), 'text')}.", wave_source(data),
        wave_day(data), filter_notes(data), ANSWERED_IN_CONFIDENCE,
    )  # fmt: skip
