"""A report with public and exempt blocks."""

from datetime import date

from resources.report import (
    Report,
)


def report(*blocks):
    return Report("Market position", "Notts", date(2019, 12, 9), blocks)
