from resources.report.committee import default_outline
from resources.report.committee.outline import ItemKind, Style


def test_both_styles_begin_with_every_section_once_in_their_order():
    for style in Style:
        items = default_outline.items(style)
        assert tuple(item.section for item in items) == default_outline.SECTIONS
        assert {item.kind for item in items} == {ItemKind.SECTION}
        assert len({item.id for item in items}) == len(items)
