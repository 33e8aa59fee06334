"""How much of a page of A4 a report takes, laid out as the preview lays it out: in the sizes of the Word documents."""

import os
import sys

from resources.report.blocks import Report
from resources.report.committee.numbering import numbers

SPARE_MM = 5
"""One line: another program breaks some lines a word earlier."""
_kept: list[object] = []


def fits_one_page(report: Report) -> bool:
    """Whether all of it stands on its first page."""
    from desktop.widgets.page_preview.laid_report import LaidReport  # loaded when first used: it needs Qt
    from desktop.widgets.page_preview.paper import mm

    _letters()
    laid = LaidReport(report, numbers(report))
    end = max(one.top + laid.pieces[one.strip].strip.height for one in laid.placed)
    return laid.pages == 1 and end <= laid.paper.text_height - mm(SPARE_MM)


def _letters() -> None:
    """Letters have their widths from Qt, which wants an application even where there is no window."""
    from PySide6.QtWidgets import QApplication  # loaded when first used: the command line does without

    from desktop.shell.looks.style import load_fonts

    if QApplication.instance() is not None:
        return
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _kept.append(QApplication(["Provider Desk"]))
    load_fonts()
