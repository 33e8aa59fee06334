"""How many pages each of a report's documents has, while both are read as one."""

from desktop.widgets.page_preview.laid_report import LaidReport
from resources.report.blocks import Report, exempt_part, public_part, public_places
from resources.report.committee.numbering import numbers
from resources.wording import count_of


class PrintedPages:
    """Remembers how both were laid, so that an edit lays one block anew."""

    def __init__(self) -> None:
        self._public: LaidReport | None = None
        self._appendix: LaidReport | None = None

    def words(self, report: Report, whole: LaidReport) -> str:
        """Printed: 19 pages and 10 of the exempt appendix; nothing where there is one document alone."""
        appendix = exempt_part(report)
        if appendix is None:
            self._public = self._appendix = None
            return ""
        told = numbers(report)
        shown = [told[place] for place in public_places(report.blocks)]
        self._public = LaidReport(public_part(report), shown, self._public or whole)
        self._appendix = LaidReport(appendix, list(numbers(appendix)), self._appendix)
        return f"printed: {count_of(self._public.pages, 'page')} and {self._appendix.pages} of the exempt appendix"
