"""Whoever looks at somebody by a command is kept, whatever the command does."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.command_line.main import parser
from resources.database import Database
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.iwork.matching.team import a_team
from workforce.iwork.people.people import person_by_reference
from workforce.iwork.people.views import views_of

WHO = "IW-001"
NOT_OF_THE_REGISTER = {"iwork-interest"}
"""Its person is on the list of a forum."""
GIVEN = {
    "iwork-availability": ["Mon mornings"],
    "iwork-ban": ["--post", "P-001", "--reason", "A relative works there"],
    "iwork-begin": [],
    "iwork-check": ["dbs_basic"],
    "iwork-checkpoint": [],
    "iwork-consent": ["matching"],
    "iwork-easy-read": ["page.docx"],
    "iwork-explain": ["P-001"],
    "iwork-match": [],
    "iwork-meeting": [],
    "iwork-move": ["matched", "--post", "P-001"],
    "iwork-need": ["Written list of tasks"],
    "iwork-pay": [],
    "iwork-person": [],
    "iwork-person-edit": ["--coach", "Test Coach"],
    "iwork-pin": ["P-001", "--reason", "They know the cook"],
    "iwork-placement": [],
    "iwork-placement-edit": ["--note", "Rings on Mondays"],
    "iwork-profile": [],
    "iwork-profile-edit": ["--strengths", "Calm"],
    "iwork-reminders": ["--add", "Ring them", "--by", "2026-12-01"],
    "iwork-review": [],
    "iwork-subject-access": ["held.docx"],
    "iwork-support": [],
    "iwork-support-log": ["log.docx"],
    "iwork-task": ["Laying tables", "likes"],
    "iwork-taster": [],
    "iwork-travel": ["walk"],
    "iwork-views": [],
    "iwork-person-close": ["other"],
    "iwork-person-reopen": [],
    "iwork-purge": ["--ask", "They asked for it"],
}
"""What else each is given; those at the end let little else be done after them."""


@pytest.fixture
def matched(iwork_clerk: Clerk) -> Clerk:
    iwork_clerk.now = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    iwork_clerk.with_vault(a_team)
    return iwork_clerk


def _of_people() -> Iterator[tuple[str, bool]]:
    """Subcommands that are about somebody, and whether the person stands without an option."""
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, one in action.choices.items():
                for given in one._actions:
                    if given.dest == "person" and name not in NOT_OF_THE_REGISTER and "iwork" in name:
                        yield name, not given.option_strings


def test_each_command_about_somebody_keeps_that_they_were_looked_at(matched: Clerk, tmp_path: Path) -> None:
    asked = dict(_of_people())
    assert set(asked) == set(GIVEN), "each has its words here"
    at: dict[datetime, str] = {}
    for name, more in GIVEN.items():
        matched.now += timedelta(minutes=2)
        words = [str(tmp_path / one) if one.endswith(".docx") else one for one in more]
        answer = matched(name, *([WHO] if asked[name] else ["--person", WHO]), *words)
        assert answer.code in (0, 1), (name, answer)
        at[matched.now] = name
    looked: list[datetime] = []
    matched.with_vault(
        lambda vault: looked.extend(one.at for one in views_of(vault, person_by_reference(vault, WHO).id))
    )
    assert [name for moment, name in at.items() if looked.count(moment) != 1] == []
    assert len(looked) == len(at)


def test_whom_a_shortlist_tells_of_is_kept(matched: Clerk, tmp_path: Path) -> None:
    matched.does("iwork-shortlist", "P-001", "--out", tmp_path / "shortlist.docx")
    looked: dict[int, list[str]] = {}

    def read(vault: Database) -> None:
        for number, key in vault.rows("select number, id from person order by number"):
            looked[number] = [one.what for one in views_of(vault, key)]

    matched.with_vault(read)
    assert looked == {1: ["Shortlist"], 2: ["Shortlist"], 3: [], 4: []}
