"""What employers could be asked, as a list: for one post, and for the whole register."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.pages.iwork import what_if_part
from desktop.pages.iwork.what_if_part import WhatIfPart
from desktop.shell.page import Desk
from desktop.widgets.empty import EmptyPage
from tests.desktop.pages.training.pane_words import pane_words
from tests.workforce.iwork.matching.assigning.many import RULES
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.matching.facts import Hours, MatchPerson, MatchPost
from workforce.iwork.matching.reading import Pool
from workforce.iwork.vocabulary import BuddyNeed

LUNCH = MatchPost("lunch", 7, "Lunch service", employer_name="Rosewood House", shifts=(Hours(0, 690, 840),))
GARDEN = MatchPost("garden", 9, "Garden", employer_name="Ashby Court", shifts=(Hours(1, 690, 840),))
PEOPLE = (MatchPerson("p1", 1, buddy=BuddyNeed.MUST), MatchPerson("p2", 2, buddy=BuddyNeed.MUST))
POOL = Pool(PEOPLE, (LUNCH, GARDEN), RULES)


@pytest.fixture
def part(desk: Desk, qtbot: QtBot) -> WhatIfPart:
    made = WhatIfPart(desk, EmptyPage("Nothing could be asked."), lambda _who: None)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


def test_what_opens_one_post_is_said_with_what_is_in_the_way_now(part: WhatIfPart) -> None:
    part.show_pool(POOL, {"p1": "IW-001 A.E."}, LUNCH)
    assert part.sentence.endswith("2 more people would fit: IW-001 and IW-002.")
    said = pane_words(part.detail)
    assert "Agree a buddy" in said and "IW-001 A.E." in said and "They need a buddy beside them" in said
    assert (part.shown().title, part.shown().exempt) == ("What if: P-007 Lunch service", IDENTITY)


def test_what_is_asked_of_several_employers_is_said_for_the_register(part: WhatIfPart, qtbot: QtBot) -> None:
    part.show_pool(POOL, {})
    assert "P-007 and P-009: Agree a buddy" in part.sentence
    assert "IW-001 and IW-002" in pane_words(part.detail)
    assert part.shown().title == "What if: the register"
    part.show_row("1")
    qtbot.waitUntil(lambda: "They need a buddy beside them" in pane_words(part.detail))


def test_a_large_register_is_reckoned_in_a_job(
    part: WhatIfPart, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(what_if_part, "AT_ONCE", 1)
    with qtbot.waitSignal(part.reckoned):
        part.show_pool(POOL, {})
        assert not part.has_rows
    assert part.has_rows
    assert "Agree a buddy" in part.sentence


def test_where_nothing_could_be_asked_that_is_all(part: WhatIfPart) -> None:
    part.show_pool(Pool((), (), RULES), {})
    assert (part.has_rows, part.sentence) == (False, "")
