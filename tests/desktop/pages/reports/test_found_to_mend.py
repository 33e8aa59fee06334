"""What a check found stays listed until the report is checked again, and says that the report changed meanwhile."""

import weakref
from dataclasses import replace
from datetime import date

from desktop.committee.making import Made
from desktop.pages.reports.found_to_mend import CHECK_FIRST, FoundToMend
from resources.problem import Problem
from resources.report.committee.composing import compose
from resources.report.committee.outline import Item, ItemKind, Outline
from resources.report.committee.to_mend import ToMend, Weight
from tests.desktop.pages.reports.reports_desk import QUARTER

OUTLINE = Outline("Quality", "Adult Social Care", date(2019, 12, 9), QUARTER)
LEAK = ToMend(Weight.STOPS, "Rosewood House is exempt.", "paragraph 3")


def made(outline: Outline = OUTLINE, report_id: str = "r") -> Made:
    return Made(outline, compose(outline, {}), {}, date(2019, 12, 2), report_id)


def test_what_composing_finds_is_listed_at_once_what_stops_first() -> None:
    found = FoundToMend()
    listed = found.found(made())
    assert listed and [one.weight for one in listed] == sorted(
        (one.weight for one in listed), key=lambda weight: weight is Weight.LOOK
    )
    assert found.how_sure(made()) == CHECK_FIRST


def test_what_a_check_found_stays_until_the_next_one() -> None:
    found = FoundToMend()
    found.take(made(), (*made().composed.to_mend, LEAK))
    assert found.found(made()).count(LEAK) == 1 and found.how_sure(made()) == "Searched for exempt facts"
    changed = made(replace(OUTLINE, items=(Item("p", ItemKind.PARAGRAPH, text="More."),)))
    assert LEAK in found.found(changed) and found.how_sure(changed) == "Changed since it was checked"
    found.take(changed, ())
    assert LEAK not in found.found(changed)
    assert found.how_sure(made()) == "Not searched since it was changed"


def test_another_report_has_nothing_of_it_and_the_first_is_not_held_for_it() -> None:
    found, checked = FoundToMend(), made()
    held = weakref.ref(checked.composed)
    found.take(checked, (LEAK,))
    assert LEAK not in found.found(made(report_id="other"))
    assert found.how_sure(made(report_id="other")) == CHECK_FIRST
    del checked
    assert held() is None and found.how_sure(made()) == CHECK_FIRST


def test_of_a_section_whose_figures_are_still_being_read_nothing_is_said() -> None:
    outline = replace(OUTLINE, items=(Item("s", ItemKind.SECTION, section="market"),))
    waiting = made(outline)
    assert any(one.item == "s" for one in waiting.composed.to_mend)
    assert all(one.item != "s" for one in FoundToMend().found(waiting))
    headed = made(replace(outline, items=(Item("h", ItemKind.HEADING, text="Winter"), *outline.items)))
    assert any(one.item == "h" for one in headed.composed.to_mend)
    assert all(one.item != "h" for one in FoundToMend().found(headed))
    sections = {"s": Problem("No file of CQC is held.")}
    read = Made(outline, compose(outline, sections), sections, date(2019, 12, 2), "r")
    assert any(one.item == "s" for one in FoundToMend().found(read))
