"""The outline, the pages and what is to be mended go together: what is chosen in one is shown in the others."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from desktop.committee.making import Made
from desktop.pages.reports.block_acts import BlockActs
from desktop.pages.reports.block_detail import Ways, block_detail, line_detail, part_detail
from desktop.pages.reports.compose_menu import ComposeMenu
from desktop.pages.reports.compose_parts import ComposeParts
from desktop.pages.reports.outline_lines import part_key, part_of
from desktop.pages.settling import Settling
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail
from resources.report.committee.parts import Part
from resources.report.committee.to_mend import ToMend

_OF_SENTENCES, _OF_LINES = (
    ("compose_sentence",),
    ("compose_edit", "compose_options", "compose_read", "compose_exempt"),
)


class ComposeView(Protocol):
    """The side that shows them."""

    def made(self) -> Made | None:
        """The report as it was made last."""

    def line_key(self) -> str:
        """The line of the outline that is chosen."""

    def block(self) -> int:
        """The place of the block with the cursor; below 0 where there is none."""


class ComposeLinks(QObject):
    """`moved` when something else is chosen. The pane follows whichever was used last: the outline or the pages."""

    moved = Signal()

    def __init__(
        self, side: ComposeView, parts: ComposeParts, menu: ComposeMenu, blocks: BlockActs,
        to_mend: Callable[[Made], tuple[ToMend, ...]],
    ) -> None:  # fmt: skip
        super().__init__(parts)
        self._side, self._parts, self._menu, self._blocks = side, parts, menu, blocks
        self._to_mend = to_mend
        self._on_page, self._is_leading = False, False
        self._settling = Settling(self._draw, parts)
        parts.outline.moved.connect(self.line_chosen)
        parts.outline.clicked_on.connect(self.line_chosen)
        parts.outline.opened.connect(self._edit_line)
        parts.outline.removal_asked.connect(self._remove_line)
        parts.to_mend.opened.connect(self.go_to_mend)
        parts.to_mend.clicked_on.connect(self.go_to_mend)
        parts.preview.current_changed.connect(self._page_moved)
        parts.preview.block_chosen.connect(self.block_chosen)
        parts.preview.figure_asked.connect(blocks.open_rows)

    # From one to the others

    @Slot(str)
    def line_chosen(self, key: str) -> None:
        """A line of the outline: the page where it begins is shown."""
        made = self._side.made()
        place = first_block(made, key) if made is not None else None
        self._on_page = False
        self._lead_to(place)
        self._tell()

    @Slot(str)
    def go_to_line(self, key: str) -> None:
        """Put the cursor on a line and show it."""
        if self._parts.outline.go_to(key):
            self.line_chosen(key)

    def _lead_to(self, place: int | None) -> None:
        if place is not None:
            self._is_leading = True
            self._parts.preview.show_block(place)
            self._is_leading = False

    @Slot(int)
    def _page_moved(self, place: int) -> None:
        """By keys on a page; a page that scrolls because of the outline is no news."""
        focus = self._parts.window().focusWidget()
        if self._is_leading or focus is None:
            return
        if focus is self._parts.preview or self._parts.preview.isAncestorOf(focus):
            self.block_chosen(place)

    @Slot(int)
    def block_chosen(self, place: int) -> None:
        """A block of a page: the line that it comes from is shown."""
        made = self._side.made()
        if made is None:
            return
        self._on_page = True
        if 0 <= place < len(made.composed.origins):
            self._parts.outline.go_to(line_of(made, place))
        self._tell()

    @Slot(str)
    def go_to_mend(self, key: str) -> None:
        """Where the thing to be mended stands."""
        made = self._side.made()
        if made is None:
            return
        found = self._to_mend(made)[int(key)]
        line = found.item or (part_key(Part(found.part)) if found.part else "")
        place = _block_of(made, found, line)
        self._on_page = place is not None and (bool(found.sentence) or not line)
        self._parts.outline.go_to(line or (line_of(made, place) if place is not None else ""))
        self._lead_to(place)
        self._tell()

    def _tell(self) -> None:
        self._settling.ask()
        self.moved.emit()

    # Keys of the outline

    @Slot(str)
    def _edit_line(self, _key: str) -> None:
        self._run("compose_edit", "compose_options")

    @Slot(str)
    def _remove_line(self, _key: str) -> None:
        self._run("compose_remove")

    def _run(self, *names: str) -> None:
        """The first of them that can be run."""
        ready = {one.name: one for one in self._menu.listed() if one.name in names and one.ready()}
        found = next((ready[name] for name in names if name in ready), None)
        if found is not None:
            found.run()

    # The pane

    def draw(self) -> None:
        """Show what is chosen as it stands now."""
        self._settling.now()

    def _draw(self) -> None:
        made = self._side.made()
        detail = self._detail(made) if made is not None else None
        if detail is None:
            self._parts.detail.clear()
        else:
            self._parts.detail.show_detail(detail)

    def _detail(self, made: Made) -> Detail | None:
        ways = Ways(self._open_figure, self._blocks.edit_origin)
        place, key = self._side.block(), self._side.line_key()
        if self._on_page and 0 <= place < len(made.composed.origins):
            names = _OF_SENTENCES if made.composed.origins[place].sentence else _OF_LINES
            return block_detail(made, place, self._ready(names), ways)
        part = part_of(key)
        if part is not None:
            return part_detail(made, part, self._ready(_OF_LINES))
        held = next((one for one in made.outline.items if one.id == key), None)
        return line_detail(made, held, self._ready(_OF_LINES), ways) if held is not None else None

    def _ready(self, names: tuple[str, ...]) -> list[Action]:
        return [one for one in self._menu.listed() if one.name in names and one.ready()][:2]

    def _open_figure(self, name: str) -> None:
        self._blocks.open_rows(self._side.block(), name)


def line_of(made: Made, place: int) -> str:
    """The line of the outline that a block comes from; "" where it is of the house style."""
    origin = made.composed.origins[place]
    return origin.item or (part_key(origin.part) if origin.part is not None else "")


def _block_of(made: Made, found: ToMend, line: str) -> int | None:
    """Its own block, where that is still what it was when it was found; otherwise where its line begins."""
    at = found.block
    origins = made.composed.origins
    if (
        at is not None
        and at < len(origins)
        and (line_of(made, at), origins[at].sentence) == (line, found.sentence)
    ):
        return at
    return first_block(made, line, found.sentence)


def first_block(made: Made, key: str, sentence: str = "") -> int | None:
    """Where a line of the outline begins in the report, or a sentence of it stands."""
    part = part_of(key)
    for place, origin in enumerate(made.composed.origins):
        same = origin.part is part if part is not None else bool(key) and origin.item == key
        if same and (not sentence or origin.sentence == sentence):
            return place
    return None
