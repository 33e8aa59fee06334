"""Texts, codes and quotes as tables."""

from collections.abc import Mapping, Sequence

from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, instant_text
from workforce.survey.coding.counts import TextCounts
from workforce.survey.coding.quotes import Quote
from workforce.survey.coding.texts import CodedText, QuestionTexts
from workforce.survey.questionnaire.questions import Option

NOT_CODED = "Not coded yet"
FITS_NONE = "Fits no code"
TEXT_COLUMNS = (
    Column("text", "What was written", width=300),
    Column("times", "Times", ColumnKind.NUMBER, 62),
    Column("codes", "Coded to", width=240),
    Column("coded_by", "Coded by", width=110),
    Column("coded_at", "Coded", ColumnKind.TIME, 150),
    Column("waves", "Waves", width=230),
)


def codes_words(one: CodedText) -> str:
    """What a text is coded to."""
    if one.fits_none:
        return FITS_NONE
    return "; ".join(code.wording for code in one.codes) or NOT_CODED


def text_row(one: CodedText, waves: Mapping[str, str]) -> tuple[Cell, ...]:
    """A row of the texts; `waves` are the names of waves by key."""
    return (
        " ".join(one.text.split()),
        one.times,
        codes_words(one),
        one.coded_by,
        instant_text(one.coded_at) if one.coded_at else None,
        and_list([waves[key] for key in one.waves if key in waves]),
    )


def texts_table(question: str, texts: Sequence[CodedText], waves: Mapping[str, str]) -> Table:
    """What was written to a question, each text once."""
    left = sum(not one.is_coded for one in texts)
    notes = (f"{count_of(left, 'text is', 'texts are')} not coded yet.",) if left else ()
    rows = [text_row(one, waves) for one in texts]
    base = count_of(len(texts), "text")
    return Table(f"Texts: {question}", TEXT_COLUMNS, rows, base=base, notes=notes)


def theme_table(counts: TextCounts) -> Table:
    """How often each code was written, by wave, of those who wrote something."""
    columns = [Column("code", "Code", width=240)]
    for place, one in enumerate(counts.waves):
        columns += [
            Column(f"times_{place}", f"{one.name}: times", ColumnKind.NUMBER, 90, group=one.name),
            Column(f"share_{place}", f"{one.name}: %", ColumnKind.PERCENT, 62, group=one.name),
        ]
    rows: list[tuple[Cell, ...]] = []
    for code in counts.codes:
        cells: list[Cell] = [code.wording]
        for one in counts.waves:
            share = counts.share(code, one.id)
            cells += [share.count, share.shown]
        rows.append(tuple(cells))
    return Table(
        f"What was written: {counts.question.wording}", tuple(columns), rows, base=_base(counts),
        notes=theme_notes(counts),
    )  # fmt: skip


def theme_notes(counts: TextCounts) -> tuple[str, ...]:
    """What a reader needs to judge the counts."""
    notes = ["A text can be coded to several codes, so that percentages may add up to more than 100."]
    left, none = sum(counts.not_coded.values()), sum(counts.fits_none.values())
    notes += [f"{count_of(left, 'response is', 'responses are')} not coded yet."] if left else []
    notes += [f"{count_of(none, 'response fits', 'responses fit')} no code."] if none else []
    notes += (
        ["Those who chose an option from the list are counted in the results, not here."]
        if any(one.offered for one in counts.codes)
        else []
    )
    return tuple(notes)


def _base(counts: TextCounts) -> str:
    each = [
        f"{one.name}: {count_of(counts.written.get(one.id, 0), 'response')} with something written"
        for one in counts.waves
    ]
    return "; ".join(each)


CODE_COLUMNS = (
    Column("number", "No.", ColumnKind.NUMBER, 50),
    Column("wording", "Code", width=300),
    Column("texts", "Texts", ColumnKind.NUMBER, 70),
    Column("offered", "Offered", ColumnKind.FLAG, 80),
    Column("retired_on", "Retired", ColumnKind.DATE, 110),
)


def codes_table(question: str, frame: Sequence[Option], coded: Mapping[str, int]) -> Table:
    """The code frame; `coded` has how many texts each code has."""
    rows: list[tuple[Cell, ...]] = [
        (place, one.wording, coded.get(one.id, 0), int(not one.from_coding), one.retired_on)
        for place, one in enumerate(frame, 1)
    ]
    return Table(f"Codes: {question}", CODE_COLUMNS, rows)


def questions_table(held: Sequence[QuestionTexts]) -> Table:
    """The questions with texts, and how many are left to code."""
    columns = (
        Column("code", "Question", width=160),
        Column("wording", "Wording", width=380),
        Column("texts", "Texts", ColumnKind.NUMBER, 70),
        Column("to_code", "To code", ColumnKind.NUMBER, 80),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.question.code, one.question.wording, one.texts, one.to_code) for one in held
    ]
    return Table("Questions with texts", columns, rows)


QUOTE_COLUMNS = (
    Column("text", "Words", width=440),
    Column("said_by", "Said by", width=210),
    Column("standing", "May be quoted", ColumnKind.STATUS, 150),
    Column("names", "It names", width=200),
)


def quote_row(one: Quote) -> tuple[Cell, ...]:
    """A row of the quotes."""
    return " ".join(one.text.split()), one.attribution, one.standing, "; ".join(one.names)


def quotes_table(question: str, held: Sequence[Quote]) -> Table:
    """Only what may be quoted: whoever saves the table may pass it on."""
    rows = [quote_row(one)[:2] for one in held if one.is_quotable]
    left = len(held) - len(rows)
    notes = [f"{count_of(left, 'text names', 'texts name')} somebody and is left out."] if left == 1 else []
    notes = [f"{left} texts name somebody and are left out."] if left > 1 else notes
    return Table(f"Quotes: {question}", QUOTE_COLUMNS[:2], rows, base=count_of(len(rows), "quote"),
                 notes=("Written by those who agreed to be quoted without a name.", *notes))  # fmt: skip
