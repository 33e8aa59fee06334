"""Where somebody was in a document, put back when it has changed."""

from desktop.widgets.page_preview.page_view import PageView
from resources.report.blocks import Block


class KeptPlace:
    """The block of the cursor, and the one at the top of the view with how far above it begins."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._was_shown = view.laid is not None
        self._row = max(view.row, 0)
        self._block = view.blocks.block(self._row)
        self._top = max(view.indexAt(view.viewport().rect().topLeft()).row(), 0)
        self._top_block = view.blocks.block(self._top) if self._was_shown else None
        areas = view.parts_of(self._top)
        self._above = areas[0].top() if areas else 0.0

    def put_back(self) -> None:
        """The cursor and the view on what is there now; on the beginning where nothing was shown before."""
        view = self._view
        if view.laid is None:
            return
        view.go_to(self._nearest(self._block, self._row), scroll=not self._was_shown)
        areas = view.parts_of(self._nearest(self._top_block, self._top))
        if areas and self._was_shown:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + round(areas[0].top() - self._above))

    def _nearest(self, block: Block | None, row: int) -> int:
        """The row of a block that is as it was, the nearest to where it stood; else the row where it stood."""
        shown = self._view.blocks.report
        blocks = shown.blocks if shown is not None else ()
        row = min(row, len(blocks))
        if block is None or (row and blocks[row - 1] == block):
            return row
        alike = [place for place, one in enumerate(blocks, 1) if one == block]
        return min(alike, key=lambda place: abs(place - row), default=row)
