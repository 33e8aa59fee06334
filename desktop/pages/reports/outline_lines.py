"""The outline of a report as lines of a list: parts and what stands between them, in the order of the paper. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping

from desktop.widgets.line_list import ListedLine
from resources.problem import Problem
from resources.report.committee.composing import Composed, SentenceState
from resources.report.committee.house_styles import HouseStyle, PartStyle, Place, house_style
from resources.report.committee.outline import Item, ItemKind, Outline
from resources.report.committee.parts import Part
from resources.report.committee.section import CouldNotBeMade, Section
from resources.report.committee.to_mend import ToMend, Weight
from resources.report.committee.to_mend_table import WORDS
from resources.wording import count_of, shortened

PART, RECOMMENDATIONS, REPORT = "part:", "recommendations", "report"


def part_key(part: Part) -> str:
    """What the line of a part is called."""
    return f"{PART}{part.value}"


def part_of(key: str) -> Part | None:
    """The part whose line has this key."""
    return Part(key.removeprefix(PART)) if key.startswith(PART) else None


def outline_lines(
    outline: Outline, composed: Composed, sections: Mapping[str, Section | Problem], titles: Mapping[str, str]
) -> tuple[ListedLine, ...]:
    """All of it. `titles` are those of sections by their keys."""
    return tuple(_Lines(outline, composed, sections, titles).all())


class _Lines:
    def __init__(
        self, outline: Outline, composed: Composed, sections: Mapping[str, Section | Problem],
        titles: Mapping[str, str],
    ) -> None:  # fmt: skip
        self._outline, self._sections, self._titles = outline, sections, titles
        self._style: HouseStyle = house_style(outline.style)
        self._edited = Counter(one.item for one in composed.origins if one.state.is_edited)
        self._edited.update(one.item for one in composed.left_out)
        self._changed = Counter(
            one.item for one in composed.origins if one.state is SentenceState.EDITED_AND_CHANGED
        )
        self._stopping = {
            one.item or (part_key(Part(one.part)) if one.part else "")
            for one in composed.to_mend
            if one.weight is Weight.STOPS
        }

    def all(self) -> Iterator[ListedLine]:
        if self._style.needs_report_of:
            yield self._part(Part.REPORT_OF)
        for placed in self._style.order:
            if isinstance(placed, PartStyle):
                yield self._part(placed.part, placed)
            else:
                yield from self._place(placed)

    def _place(self, place: Place) -> Iterator[ListedLine]:
        if place is Place.OFFICERS:
            yield from (self._part(part) for part, _ in self._style.officers)
        elif place is Place.ITEMS:
            if self._has_exempt():
                yield self._part(Part.EXEMPT_NOTICE)
            yield from (self._item(one) for one in self._outline.items)
        elif place is Place.RECOMMENDATIONS:
            number = len(self._outline.recommendations)
            words = count_of(number, "recommendation") if number else "None yet"
            yield ListedLine(RECOMMENDATIONS, "Recommendations", words, is_head=True)
        elif place is Place.SIGN_OFF:
            yield self._part(Part.SIGNATORY)
            yield self._part(Part.SIGNATORY_POST)

    def _has_exempt(self) -> bool:
        typed = any(one.exempt is not None for one in self._outline.items)
        return typed or any(
            block.exempt is not None
            for section in self._sections.values()
            if isinstance(section, Section)
            for block in section.blocks
        )

    def _part(self, part: Part, style: PartStyle | None = None) -> ListedLine:
        held, key = self._outline.parts.get(part), part_key(part)
        stops = key in self._stopping
        if held is not None and held.text:
            by = f" {held.initials}" if held.initials else ""
            beneath = f"Written{by}" if part.is_commented else shortened(held.text.replace("\n", " "), 44)
        elif stops:
            beneath = "To be written"
        elif style is not None and style.default:
            beneath = "The usual words"
        else:
            beneath = "Not written"
        return ListedLine(key, part.label, beneath, warns=stops, is_head=True)

    def _item(self, item: Item) -> ListedLine:
        if item.kind is ItemKind.SECTION:
            return self._section(item)
        words = shortened(item.text.replace("\n", " "), 70) or item.kind.label
        said = (item.kind.label, _exempt_words(item), "carried over" if item.carried_over else "")
        return ListedLine(
            item.id, words, ", ".join(filter(None, said)),
            indent=1 if item.kind is ItemKind.HEADING else 2, warns=item.id in self._stopping,
        )  # fmt: skip

    def _section(self, item: Item) -> ListedLine:
        title = self._titles.get(item.section, item.section.replace("_", " ").capitalize())
        made = self._sections.get(item.id)
        said: list[str] = []
        if made is None:
            said.append("Being made")
        elif isinstance(made, CouldNotBeMade):
            said.append("Could not be made")
        elif isinstance(made, Problem):
            said.append("Nothing to tell")
        elif any(block.exempt is not None for block in made.blocks):
            stops = item.id in self._stopping
            said.append("Partly exempt: public interest to be said" if stops else "Partly exempt")
        if self._edited[item.id]:
            said.append(f"{count_of(self._edited[item.id], 'sentence')} edited")
        if self._changed[item.id]:
            said.append(f"{self._changed[item.id]} changed beneath")
        return ListedLine(
            item.id, title, ", ".join(said) or "Section", indent=1,
            warns=item.id in self._stopping or bool(self._changed[item.id]),
        )  # fmt: skip


def _exempt_words(item: Item) -> str:
    return f"exempt, paragraph {item.exempt.paragraph}" if item.exempt is not None else ""


def mend_lines(found: tuple[ToMend, ...]) -> tuple[ListedLine, ...]:
    """What is to be mended: what stops the report first, as it is given."""
    return tuple(
        ListedLine(
            str(place), one.words,
            ", ".join(filter(None, (WORDS[one.weight], one.where))),
            warns=one.weight is Weight.STOPS,
        )
        for place, one in enumerate(found)
    )  # fmt: skip


def mend_words_short(found: tuple[ToMend, ...]) -> str:
    """How many stop the report; with none, how many are to be looked at. Short: letters may be large."""
    stops = sum(one.weight is Weight.STOPS for one in found)
    if stops:
        return f"{stops} to mend"
    return f"{len(found)} to look at" if found else "Nothing to mend"
