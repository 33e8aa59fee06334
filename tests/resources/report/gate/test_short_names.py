"""People told by a surname that is theirs."""

from resources.report.gate.short_names import people_in_short
from tests.resources.report.gate.catalogue import ALL
from tests.resources.report.gate.made_county import said


def test_how_somebody_was_told_is_said():
    texts = {
        "Mrs Pretendley": "with a title",
        "G. Pretendley": "by initials",
        "Gus M. Pretendley": "with other names between",
    }
    for text, how in texts.items():
        assert [leak.found_as for leak in people_in_short(said(text), ALL)] == [how]
