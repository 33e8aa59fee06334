"""Elements of a Word file’s XML, by their names without namespaces."""

from xml.etree import ElementTree

import pytest

from resources.report.elements import all_of, child_of, has, is_on, kind_of, text_in, value_of
from tests.resources.report.made_packages import W

PARAGRAPH = ElementTree.fromstring(
    f'<w:p {W}><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>One </w:t></w:r>'
    '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>two</w:t></w:r></w:p>'
)


def test_they_are_found_by_their_plain_names() -> None:
    assert kind_of(PARAGRAPH) == "p"
    assert value_of(child_of(PARAGRAPH, "pPr", "pStyle")) == "Title"
    assert child_of(PARAGRAPH, "pPr", "jc", "none") is None
    assert value_of(None) == value_of(PARAGRAPH, "val") == ""
    assert text_in(PARAGRAPH) == "One two"
    assert list(all_of(None, "p")) == []
    assert has(PARAGRAPH, "jc", "b")
    assert not has(PARAGRAPH, "jc")


@pytest.mark.parametrize(("place", "on"), [(0, True), (1, False)])
def test_a_setting_may_be_switched_off(place: int, on: bool) -> None:
    assert is_on(list(all_of(PARAGRAPH, "b"))[place]) == on
    assert not is_on(None)
