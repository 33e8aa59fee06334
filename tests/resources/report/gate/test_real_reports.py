"""Reports that councils published, held against an invented county: nothing in them is anybody's."""

import re
from pathlib import Path

from resources.report.gate.checks import leaks_of
from tests.resources.report.gate.catalogue import ALL, EXEMPT
from tests.resources.report.gate.made_county import said


def test_what_councils_published_raises_no_alarm(shared_data: Path) -> None:
    reports = sorted((shared_data / "reports").glob("*.txt"))
    assert reports
    for report in reports:
        paragraphs = re.split(r"\n\s*\n", report.read_text(encoding="utf-8", errors="replace"))
        looked = said(*(" ".join(one.split()) for one in paragraphs), exempt=EXEMPT, file_name=report.name)
        assert [leak.words for leak in leaks_of(looked, ALL)] == [], report.name
