"""Each block of a report as strips on paper, in the sizes of the Word documents."""

from collections.abc import Iterator, Sequence

from desktop.widgets.page_preview.flow import Strip
from desktop.widgets.page_preview.laid_table import table_pieces
from desktop.widgets.page_preview.laid_text import LaidText
from desktop.widgets.page_preview.links import Link, links_of
from desktop.widgets.page_preview.paper import LINE, Paper, font, mm, pt, twentieths
from desktop.widgets.page_preview.pieces import LinePiece, Picture, PicturePiece, Piece, RoomPiece
from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    FactList,
    Heading,
    Numbering,
    PageBreak,
    Paragraph,
    Recommendations,
    SignOff,
    TableBlock,
    TickBoxes,
    WritingRoom,
)
from resources.report.committee.numbering import Numbers, recommendation_label
from resources.report.word.printed import picture_size, sentence
from resources.report.word.styles import QUIET, TEXT, label_width, table_points

_NO_NUMBERS = Numbers()
_HANG = mm(10)
_EMU_A_POINT = 12_700


class Laying:
    """Makes the strips of blocks for one paper."""

    def __init__(
        self, paper: Paper, numbering: Numbering = Numbering.CONTINUOUS, *, for_committee: bool = False
    ) -> None:
        self.paper = paper
        by_section = numbering is Numbering.BY_SECTION
        self._hang = _HANG * 5 / 4 if by_section else _HANG
        self._recommended_at = self._hang if by_section else 0.0
        self.looks = paper.looks
        self._labels = twentieths(label_width(paper.looks, for_committee=for_committee))
        self.ink, self.quiet, self.accent = f"#{TEXT}", f"#{QUIET}", f"#{paper.looks.accent}"

    def block(self, block: Block, numbers: Numbers = _NO_NUMBERS) -> tuple[Piece, ...]:
        """All strips of a block, in their order."""
        return tuple(self._pieces(block, numbers))

    def _pieces(self, block: Block, numbers: Numbers) -> Iterator[Piece]:
        match block:
            case Heading():
                yield from self.heading(block.text, block.level, numbers.label)
            case Paragraph():
                yield from self._paragraph(block, numbers.label)
            case Bullets():
                yield from self._list([("•", item) for item in block.items], links_of(block))
            case Recommendations():
                items = [(recommendation_label(place), item) for place, item in enumerate(block.items)]
                yield from self._list(items, after=6, left=self._recommended_at)
            case SignOff():
                yield from self._sign_off(block)
            case TickBoxes():
                yield from self._list(
                    [("☐", item) for item in block.items], after=4, together=True, leads=block.leads
                )
            case WritingRoom():
                yield from self._writing_room(block)
            case FactList():
                yield from self.facts(block.items)
            case TableBlock():
                caption = block.caption or block.table.title
                yield from table_pieces(self, block.table, caption, numbers.table)
            case ChartBlock():
                yield from self._chart(block, numbers)
            case PageBreak():
                yield Piece(Strip(0))

    # Words

    def lines(
        self,
        text: str,
        *,
        points: float = 0,
        bold: bool = False,
        bold_to: int = 0,
        colour: str = "",
        before: float = 0,
        after: float = 6,
        keep_lines: bool = False,
        keep_next: bool = False,
        left: float = 0,
        label: str = "",
        label_left: float = 0,
        links: Sequence[Link] = (),
    ) -> list[Piece]:
        """A paragraph; none of its lines stands alone on a page."""
        size = points or self.looks.body
        face, ink = font(self.looks, size, bold=bold), colour or self.ink
        laid = LaidText(text, face, self.paper.text_width - left, colour=ink, links=links,
                        link_colour=self.accent, bold_to=bold_to)  # fmt: skip
        beside = LaidText(label, face, self.paper.text_width, colour=ink) if label else None
        last = len(laid.lines) - 1
        return [
            LinePiece(
                Strip(
                    laid.pitch,
                    before=0 if number else pt(before),
                    after=0 if number < last else pt(after),
                    keep_next=keep_next if number == last else keep_lines or number in (0, last - 1),
                ),
                laid, number, left, beside, label_left,
            )
            for number in range(last + 1)
        ]  # fmt: skip

    def heading(self, text: str, level: int, label: str = "") -> list[Piece]:
        """A heading stays with what follows it; its number hangs to its left."""
        first = level == 1
        return self.lines(
            text,
            points=self.looks.heading if first else self.looks.subheading,
            bold=True, colour=self.accent, before=18 if first else 12,
            keep_lines=True, keep_next=True, left=self._hang if label else 0, label=label,
        )  # fmt: skip

    def _paragraph(self, block: Paragraph, label: str) -> list[Piece]:
        (links,) = links_of(block)
        return self.lines(
            block.text, keep_next=block.leads, left=self._hang if label else 0, label=label, links=links
        )

    def _list(
        self,
        items: Sequence[tuple[str, str]],
        links: Sequence[Sequence[Link]] = (),
        *,
        after: float = 3,
        left: float = _HANG,
        together: bool = False,
        leads: bool = False,
    ) -> Iterator[Piece]:
        last = len(items) - 1
        for place, (mark, item) in enumerate(items):
            yield from self.lines(
                item, after=after, left=left + _HANG, label=mark, label_left=left,
                links=links[place] if links else (),
                keep_lines=together, keep_next=leads or (together and place < last),
            )  # fmt: skip

    def _sign_off(self, block: SignOff) -> Iterator[Piece]:
        if block.name:
            yield from self.lines(block.name, bold=True, before=30, after=0, keep_next=True)
        if block.post:
            yield from self.lines(block.post)

    def facts(self, items: Sequence[tuple[str, str]]) -> Iterator[Piece]:
        """Labels with their values, a line each."""
        face = font(self.looks, self.looks.body, bold=True)
        last = len(items) - 1
        for place, (label, words) in enumerate(items):
            laid = LaidText(
                words,
                font(self.looks, self.looks.body),
                self.paper.text_width - self._labels,
                colour=self.ink,
            )
            beside = LaidText(f"{label}:", face, self.paper.text_width, colour=self.ink)
            end = len(laid.lines) - 1
            for number in range(end + 1):
                after = (3 if place < last else 12) if number == end else 0
                yield LinePiece(Strip(laid.pitch, after=pt(after)), laid, number, self._labels, beside)

    def caption(self, words: str) -> list[Piece]:
        """What stands above a table or picture."""
        return self.lines(words, bold=True, before=12, after=4, keep_lines=True, keep_next=True)

    def notes(self, some: Sequence[str]) -> Iterator[Piece]:
        """Small print on one page; with none, the room that stands there."""
        shown = [line for line in some if line] or [""]
        last = len(shown) - 1
        for place, line in enumerate(shown):
            yield from self.lines(
                line, points=table_points(self.looks)[1], colour=self.quiet, before=3, after=14 if place == last else 0,
                keep_next=place < last,
            )  # fmt: skip

    # Pictures and room

    def _chart(self, block: ChartBlock, numbers: Numbers) -> Iterator[Piece]:
        yield from self.caption(f"Figure {numbers.figure}: {block.caption}")
        width, height = (pt(length / _EMU_A_POINT) for length in picture_size(block.png, self.looks))
        strip = Strip(height, after=pt(4), keep_next=bool(block.source))
        yield PicturePiece(strip, Picture(block.png), width)
        if block.source:
            yield from self.notes([f"Source: {sentence(block.source)}"])
        if block.data is not None:
            yield from table_pieces(self, block.data, block.data.title, numbers.table)

    def _writing_room(self, block: WritingRoom) -> Iterator[Piece]:
        label = LaidText(
            f"{block.label}:", font(self.looks, self.looks.body), self.paper.text_width, colour=self.ink
        )
        for place in range(block.lines):
            strip = Strip(
                pt(self.looks.body * LINE), before=pt(10), after=pt(10), keep_next=place < block.lines - 1
            )
            yield RoomPiece(strip, self.paper.text_width, self.ink, None if place else label)
