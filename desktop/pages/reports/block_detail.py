"""The pane beside the pages: where the block with the cursor comes from, and what can be done with it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from desktop.committee.making import Made
from desktop.committee.sections import section_of
from desktop.pages.reports.block_acts import figures_of, figures_with_rows, sentence_as_made
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.problem import Problem
from resources.report.blocks import (
    Block,
    ChartBlock,
    Heading,
    Paragraph,
    Recommendations,
    TableBlock,
    exemptions_of,
)
from resources.report.committee.composing import Origin, SentenceState
from resources.report.committee.house_styles import house_style
from resources.report.committee.outline import Item, ItemKind
from resources.report.committee.parts import Part
from resources.report.committee.section import CouldNotBeMade
from resources.report.committee.section import Section as MadeSection
from resources.report.exemption import Exemption
from resources.report.told import Figure
from resources.tables import ColumnKind
from resources.wording import date_words, shortened

_STATES = {
    SentenceState.EDITED: "Edited",
    SentenceState.EDITED_AND_CHANGED: "Edited, changed beneath",
}


@dataclass(frozen=True)
class Ways:
    """What the links of the pane do: open a figure of the block, edit a sentence that was left out."""

    open_figure: Callable[[str], object]
    edit_left_out: Callable[[Origin], object]


def block_detail(made: Made, place: int, actions: Sequence[Action], ways: Ways) -> Detail:
    """The block at a place of the report."""
    block, origin = made.composed.report.blocks[place], made.composed.origins[place]
    exempt = exemptions_of(made.composed.report.blocks)[place]
    sections = [_told(made, origin, ways), _exempt(exempt)]
    return Detail(
        _title(block, origin), _from(made, origin),
        pills=tuple((ColumnKind.STATUS, words) for words in _pills(origin, exempt)),
        actions=actions, sections=tuple(one for one in sections if one is not None),
    )  # fmt: skip


def _title(block: Block, origin: Origin) -> str:
    if isinstance(block, Heading):
        return block.text
    if isinstance(block, TableBlock):
        return f"Table: {block.caption or block.table.title}"
    if isinstance(block, ChartBlock):
        return f"Figure: {block.caption}"
    if isinstance(block, Recommendations):
        return "Recommendations"
    if origin.sentence:
        return "Generated list" if not isinstance(block, Paragraph) else "Generated sentence"
    return origin.part.label if origin.part is not None else "Written words"


def _from(made: Made, origin: Origin) -> str:
    if origin.section:
        record = section_of(origin.section)
        section = made.sections.get(origin.item)
        as_at = f", {section.as_at}" if isinstance(section, MadeSection) else ""
        return f"{record.title if record else origin.section}{as_at}"
    if origin.part is not None:
        return "A formal part of the report"
    return "Written by hand" if origin.item else "Of the house style"


def _pills(origin: Origin, exempt: Exemption | None) -> list[str]:
    found = [_STATES[origin.state]] if origin.state.is_edited else []
    return [*found, f"Exempt, paragraph {exempt.paragraph}"] if exempt is not None else found


def _told(made: Made, origin: Origin, ways: Ways) -> Section | None:
    if not origin.sentence:
        return None
    lines = []
    if origin.state.is_edited:
        lines.append(Line("As the program says it now", origin.generated))
        if origin.state is SentenceState.EDITED_AND_CHANGED:
            lines.append(Line("As it said it when it was edited", origin.was))
    opened = {one.name for one in figures_with_rows(made, origin)}
    for figure in figures_of(sentence_as_made(made, origin)):
        link = partial(ways.open_figure, figure.name) if figure.name in opened else None
        lines.append(Line(_label_of(figure, origin.sentence), figure.words, open=link))
    words = "Edited" if origin.state.is_edited else "Figures"
    return Section(words, tuple(lines), stacked=origin.state.is_edited) if lines else None


def _label_of(figure: Figure, sentence: str) -> str:
    """Outstanding, of 48: what tells a figure from the others of its sentence, without keys and the sentence's name."""
    parts = [part for part in figure.name.split(".") if not _KEY.fullmatch(part)]
    if len(parts) > 1 and parts[0] == sentence.partition(".")[0]:
        parts = parts[1:]
    if len(parts) > 1 and parts[-1] == "number":
        parts = parts[:-1]
    base = f", of {figure.base:,}" if figure.base is not None else ""
    return f"{', '.join(parts).replace('_', ' ').capitalize()}{base}"


_KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _exempt(exempt: Exemption | None) -> Section | None:
    if exempt is None:
        return None
    return Section("Not for publication", (
        Line("Paragraph", str(exempt.paragraph)),
        Line("The Act", exempt.wording),
        Line("Why", exempt.reason),
        Line("Public interest", exempt.public_interest or "Not said yet: the report is not saved without it"),
        Line("Who may see it", exempt.seen_by),
        Line("Looked at again", date_words(exempt.review_on) if exempt.review_on else ""),
    ), stacked=True)  # fmt: skip


def line_detail(made: Made, item: Item, actions: Sequence[Action], ways: Ways) -> Detail:
    """A line of the outline, when it is not one block that the cursor is on."""
    record = section_of(item.section) if item.section else None
    title = record.title if record else shortened(item.text.replace("\n", " "), 80) or item.kind.label
    about = record.about if record else item.kind.label
    section = made.sections.get(item.id)
    sections: list[Section | None] = []
    if isinstance(section, Problem):
        words = "Could not be made" if isinstance(section, CouldNotBeMade) else "Nothing to tell"
        sections.append(Section(words, (Line("", section.sentence),), stacked=True))
    elif isinstance(section, MadeSection):
        chosen = tuple(
            Line(name.replace("_", " ").capitalize(), value) for name, value in item.options.items()
        )
        sections.append(Section("Section", (Line("As at", section.as_at), *chosen)))
    left = [one for one in made.composed.left_out if one.item == item.id]
    if left:
        lines = tuple(
            Line("Left out", shortened(one.generated, 120), open=partial(ways.edit_left_out, one))
            for one in left
        )
        sections.append(Section("Sentences left out", lines, stacked=True))
    sections.append(_exempt(item.exempt))
    if item.kind is ItemKind.PICTURE:
        sections.append(Section("What it shows", (Line("", item.alt),), stacked=True))
    return Detail(title, about, actions=actions, sections=tuple(one for one in sections if one is not None))


def part_detail(made: Made, part: Part, actions: Sequence[Action]) -> Detail:
    """A formal part: what is written, and what is said where nothing is."""
    held = made.outline.parts.get(part)
    lines = [Line("", held.text)] if held is not None else []
    if held is not None and part.is_commented:
        lines.append(
            Line("By", " ".join(filter(None, (held.initials, date_words(held.on) if held.on else ""))))
        )
    usual = house_style(made.outline.style).usual_words(part)
    if not lines and usual:
        lines.append(Line("The usual words stand there until it is written", usual))
    sections = (Section("Words", tuple(lines), stacked=True),) if lines else ()
    return Detail(part.label, "A formal part of the report", actions=actions, sections=sections)
