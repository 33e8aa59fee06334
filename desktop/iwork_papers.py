"""Papers of i-Work as Word files: each is marked, since all are about people."""

from pathlib import Path

from desktop.documents import document_name
from resources.report.blocks import Report


def save_iwork_paper(report: Report, path: Path) -> Path:
    """Save one that is marked already; returned is the name it was saved under."""
    from resources.report.word import save_word  # loaded when first used

    if not report.marking:
        raise ValueError(f"{report.title!r} is not marked")
    path = document_name(path)
    save_word(report, path, exempt_terms=())
    return path
