"""A report of thirty pages on screen: laid out, laid out again after a change, and painted page by page."""

from collections.abc import Iterator
from typing import Any

from resources.report import Heading, Paragraph, Report, TableBlock
from resources.report.blocks import Block, ChartBlock
from tests.benchmarks.measure import Figure, milliseconds, percentile
from tests.desktop.widgets.page_preview.made_report import made, png, table

LAYING, CHANGE, REPAINT = 300.0, 50.0, 16.0
PROSE = "As at 30 September 2026 the team held events in each district and providers came to at least one of them. "


def bench_page_preview(smoke: bool) -> Iterator[Figure]:
    """Qt’s own rich text of the same words is the yardstick: it has neither tables that go on nor numbers."""
    preview = _shown()
    report = _report(2 if smoke else 22)
    first = milliseconds(lambda: preview.show_report(report))
    plain = milliseconds(lambda: _plain(report))
    pages = preview.view.laid.pages
    yield Figure(
        f"{pages} pages laid out", first, budget=LAYING, yardstick="QTextDocument", yardstick_value=plain
    )
    changed = _changed(report)
    yield Figure(
        "laid out again after a change", milliseconds(lambda: preview.show_report(changed)), budget=CHANGE
    )
    for page in range(pages):
        _paint(preview, page)  # pictures are read when they are first seen
    times = [milliseconds(lambda page=page: _paint(preview, page)) for page in range(pages)]
    yield Figure("a page painted, p95", percentile(times, 95), budget=REPAINT)


def _shown() -> Any:
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from desktop.shell.looks.style import apply_style
    from desktop.widgets.page_preview.page_preview import PagePreview

    app: Any = QApplication.instance() or QApplication([])
    apply_style(app)
    preview = PagePreview()
    preview.resize(900, 1_000)
    preview.show()
    return preview


def _report(sections: int) -> Report:
    blocks: list[Block] = []
    for number in range(sections):
        blocks.append(Heading(f"What is told {number}"))
        blocks += [Paragraph(f"{number}.{place}: {PROSE * 4}", numbered=True) for place in range(6)]
        blocks.append(TableBlock(table(12, f"Table of {number}"), "Events of each district."))
        if number % 3 == 0:
            blocks.append(ChartBlock(png(1_890, 900), "Bars.", f"Figure of {number}"))
    return made(*blocks)


def _changed(report: Report) -> Report:
    before, after = report.blocks[:3], report.blocks[4:]
    return made(*before, Paragraph("Put shorter.", numbered=True), *after)


def _plain(report: Report) -> None:
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    document.setPlainText("\n".join(_words(block) for block in report.blocks))
    document.setTextWidth(600)
    document.documentLayout().documentSize()


def _words(block: Block) -> str:
    if isinstance(block, TableBlock):
        return "\n".join("\n".join(str(cell) for cell in row) for row in block.table.rows)
    return str(getattr(block, "text", ""))


def _paint(preview: Any, page: int) -> None:
    view = preview.view
    view.verticalScrollBar().setValue(int(view.sheet.top(page)))
    view.viewport().grab()
