"""What every section of a report to a committee keeps to, for the tests of those that make one."""

from resources.report.blocks import Bullets, Heading, Paragraph
from resources.report.committee.section import Section


def keeps_the_rules(section: Section) -> bool:
    """Headings of level 2, a key for each sentence, figures that stand in it in their order, rows behind them."""
    first = section.blocks[0]
    assert isinstance(first, Heading) and first.level == 2
    said = [one for one in section.blocks if isinstance(one, Paragraph | Bullets)]
    keys = [one.key for one in said]
    assert all(keys) and len(set(keys)) == len(keys), keys
    for one in said:
        _figures_stand_in(one, section)
    return bool(section.as_at)


def _figures_stand_in(one: Paragraph | Bullets, section: Section) -> None:
    text = one.text if isinstance(one, Paragraph) else "\n".join(one.items)
    assert isinstance(one, Bullets) or one.numbered
    names = [figure.name for figure in one.figures]
    assert len(set(names)) == len(names), names
    place = 0
    for figure in one.figures:
        place = text.find(figure.words, place)
        assert figure.words and place >= 0, (figure, text)
        assert not figure.rows or figure.rows in section.rows, figure
        place += len(figure.words)
