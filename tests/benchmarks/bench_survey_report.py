"""The survey's Word report: analysed, drawn, written and searched for names, beside one of its charts drawn alone."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from desktop.survey_files import save_report, save_workbook
from resources.database import open_file
from tests.benchmarks.measure import Figure, milliseconds
from tests.workforce.sample.small_county import TODAY, made
from workforce.survey.report.choice import ReportChoice
from workforce.survey.report.material import material
from workforce.survey.report.survey_report import survey_report
from workforce.survey.report.topics import frequency_chart
from workforce.survey.surveys import surveys
from workforce.survey.waves.waves import waves


def bench_survey_report(smoke: bool) -> Iterator[Figure]:
    """Two waves of a hundred responses each; matplotlib and pandas are loaded before anything is measured."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as kept:
        folder = Path(kept)
        open_file(folder / "new.providerdesk", CAPABILITIES, who="Benchmark", create=True).close()
        county = made(folder, (folder / "new.providerdesk").read_bytes())
        db = next(county)
        first, again = (one.id for one in waves(db, surveys(db)[0].id))
        choice = ReportChoice(compare_with=first)
        m = material(db, again, choice, today=TODAY)
        found = next(iter(m.frequencies.values()))
        frequency_chart(m, found)
        chart = min(milliseconds(lambda: frequency_chart(m, found)) for _ in range(1 if smoke else 5))
        charts = sum(
            type(one).__name__ == "ChartBlock" for one in survey_report(db, again, choice, today=TODAY).blocks
        )
        times = range(1 if smoke else 3)
        path = folder / "report.docx"
        whole = min(milliseconds(lambda: save_report(db, again, choice, path, today=TODAY)) for _ in times)
        yield Figure(
            f"Word report with {charts} charts, compared and searched", whole, "ms", 3_000, "one chart", chart
        )
        tables = folder / "tables.xlsx"
        saved = min(
            milliseconds(lambda: save_workbook(db, again, choice, tables, today=TODAY)) for _ in times
        )
        yield Figure("its tables as a workbook to publish", saved, "ms", 3_000)
        county.close()
