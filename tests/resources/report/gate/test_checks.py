"""The checks together."""

from resources.report.document_text import Passage
from resources.report.gate.checks import CHECKS, GateCheck, leaks_of
from resources.report.gate.known import Known, Looked, leak


def test_what_two_checks_find_alike_is_told_once():
    found = leak("a", "b", "c", Passage("d", "e"))
    check = GateCheck("one", lambda _looked, _known: [found])
    assert leaks_of(Looked(), Known(), [check, check]) == [found]


def test_nothing_is_found_in_nothing_and_no_two_checks_are_called_alike():
    assert leaks_of(Looked(), Known()) == []
    assert len({check.name for check in CHECKS}) == len(CHECKS)
