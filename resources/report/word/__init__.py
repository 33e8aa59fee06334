"""Word documents: `save_word` writes a report; the rest is how."""

from resources.report.word.writer import save_word

__all__ = ["save_word"]
