from desktop.capabilities import FOUND
from desktop.page_list import page_specs
from desktop.shell.page import Desk


def test_what_is_found_is_shown_on_a_page_that_there_is(desk: Desk) -> None:
    pages = {spec.key for spec in page_specs(desk, back_up=print, restore=print)}
    assert {where.page for where in FOUND} <= pages
