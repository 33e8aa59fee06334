"""What providers wrote: themes with how many wrote of them, and quotes that those who wrote them agreed to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from resources.charts import bar_chart
from resources.files.publication_workbook import Shorthand
from resources.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from resources.statistics import Share
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, percent
from workforce.survey.analysis.words import filter_notes, share_words, wave_day, wave_source
from workforce.survey.coding.counts import CodeCount, TextCounts, text_counts
from workforce.survey.coding.quotes import Quote
from workforce.survey.coding.texts import texts
from workforce.survey.report.choice import Section
from workforce.survey.report.material import Material
from workforce.survey.report.paper import on_paper
from workforce.survey.vocabulary import QuestionKind
from workforce.survey.waves.asked import Asked

MOST_QUOTES = 2
"""Of each theme; a reader wants to hear a voice, not all of them."""
_LEAST_BARS = 2
LOW = Shorthand.LOW_BASE.value
_SEVERAL_THEMES = "What one wrote may be of several themes, so percentages may add up to more than 100."


def words_blocks(m: Material) -> list[Block]:
    """A heading for each question that is answered in words; of a filtered wave themes are not counted."""
    blocks = [block for asked in _asked_in_words(m) for block in _question(m, asked)]
    return [Heading(Section.IN_WORDS.label), *blocks] if blocks else []


def _asked_in_words(m: Material) -> list[Asked]:
    return [one for one in m.data.asked if one.question.kind is QuestionKind.TEXT]


def _question(m: Material, asked: Asked) -> Iterator[Block]:
    written = len(m.data.answers_of(asked.question.id).query("text != '' and state == 'answered'"))
    if not written:
        return
    yield Heading(asked.wording, level=2)
    counts = _counts(m, asked)
    themes = [one for one in counts.codes if one.waves.get(m.wave.id)]
    yield Paragraph(
        f"{count_of(written, m.noun)} of {len(m.data.responses):,} that answered wrote something.",
        leads=bool(themes),
    )
    if themes:
        yield from _themes(m, asked, counts, themes)
    yield from _quotes(m, asked, themes)


def _counts(m: Material, asked: Asked) -> TextCounts:
    """Of the responses that the filter leaves."""
    held = texts(m.db, asked.question.id, wave_id=m.wave.id)
    if m.data.filter.is_everybody:
        return text_counts(m.db, asked.question.id, held)
    kept = m.data.answers_of(asked.question.id)["text"].tolist()
    some = [replace(one, times=number, waves={m.wave.id: number}) for one in held
            if (number := sum(kept.count(writing) for writing in one.writings))]  # fmt: skip
    return text_counts(m.db, asked.question.id, some)


def themes_table(m: Material, asked: Asked, counts: TextCounts, themes: Sequence[CodeCount]) -> Table:
    """Each theme with how many wrote of it, of those who wrote something."""
    rows: list[tuple[Cell, ...]] = [(one.wording, *_count(counts.share(one, m.wave.id))) for one in themes]
    written, left = counts.written.get(m.wave.id, 0), counts.not_coded.get(m.wave.id, 0)
    notes = [*filter_notes(m.data), _SEVERAL_THEMES]
    notes += [f"{count_of(left, 'answer is', 'answers are')} not coded yet."] if left else []
    columns = (
        Column("theme", "Theme", width=240),
        Column("count", "Responses", ColumnKind.NUMBER, 92),
        Column("share", "Share, %", ColumnKind.PERCENT, 92),
    )
    return Table(
        f"Themes: {asked.wording}", columns, rows, f"{count_of(written, 'response')} that wrote something",
        wave_source(m.data), wave_day(m.data), tuple(notes),
    )  # fmt: skip


def themes_to_publish(m: Material) -> list[Table]:
    """The themes of every question answered in words."""
    found = []
    for asked in _asked_in_words(m):
        counts = _counts(m, asked)
        themes = [one for one in counts.codes if one.waves.get(m.wave.id)]
        if themes:
            found.append(themes_table(m, asked, counts, themes))
    return found


def _count(share: Share) -> tuple[Cell, Cell]:
    """How many and their percentage; neither of too few who wrote."""
    return (LOW, LOW) if share.shown is None else (share.count, share.shown)


def _themes(m: Material, asked: Asked, counts: TextCounts, themes: Sequence[CodeCount]) -> Iterator[Block]:
    table = themes_table(m, asked, counts, themes)
    ranked = sorted(themes, key=lambda one: -one.waves[m.wave.id])
    top = counts.share(ranked[0], m.wave.id)
    drawn = len(themes) >= _LEAST_BARS and not top.hidden
    if not top.hidden:
        yield Paragraph(f"Written of most: {ranked[0].wording}, {share_words(top)}.", leads=drawn)
    if drawn:
        chart = bar_chart(
            table,
            title=f"{ranked[0].wording} is written of most: {percent(top.shown or 0)}",
            subtitle=f"Percentage of {top.base:,} that wrote something; {m.wave.name}",
            source=m.source,
            series=("share",),
            order_by="share",
        )
        yield chart.block("Themes of what was written")
    yield TableBlock(
        on_paper(m, table), "For each theme how many responses wrote of it, and their percentage."
    )


def _quotes(m: Material, asked: Asked, themes: Sequence[CodeCount]) -> Iterator[Block]:
    """Grouped by theme; what was chosen for one theme is not said again for another."""
    held = m.quotes(asked.question.id)
    said: set[str] = set()
    quoted: list[str] = []
    for theme in themes:
        of_theme = [one for one in held if any(code.option_id == theme.option_id for code in one.codes)]
        quoted += _some(of_theme, said, f"On {theme.wording[:1].lower()}{theme.wording[1:]}: ")
    if quoted:
        yield Paragraph("Some of those who agreed to be quoted said:", leads=True)
        yield Bullets(tuple(quoted))


def _some(held: Sequence[Quote], said: set[str], before: str) -> list[str]:
    found: list[str] = []
    for one in held:
        text = " ".join(one.text.split())
        if text not in said and len(found) < MOST_QUOTES:
            said.add(text)
            found.append(f"{before}“{text}” ({one.attribution[:1].lower()}{one.attribution[1:]})")
    return found
