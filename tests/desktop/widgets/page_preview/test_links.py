"""Where figures stand in the words of a block."""

from desktop.widgets.page_preview.links import Link, links_of, links_over
from resources.report.blocks import Heading
from resources.report.told import Figure
from tests.desktop.widgets.page_preview.made_report import BLOCKS, held


def test_a_figure_stands_where_its_words_do_as_a_whole():
    (links,) = links_of(held())
    assert links == (Link(31, 40, "held"), Link(56, 59, "share"))
    assert links_over(("In 2013, 13 and 3.",), (Figure("n", "3"),)) == ((Link(16, 17, "n"),),)


def test_figures_of_a_list_stand_in_its_items_in_their_order():
    assert links_of(BLOCKS[3]) == ((Link(0, 1, "most"),), (Link(8, 9, "none"),))


def test_a_figure_that_was_edited_away_stands_nowhere_and_hides_none_after_it():
    assert links_over(("Some came, 5 left.",), (Figure("came", "12"), Figure("left", "5"))) == (
        (Link(11, 12, "left"),),
    )
    assert links_over(("Nothing.",), (Figure("none", ""),)) == ((),)
    assert links_of(Heading("Forums")) == ()
