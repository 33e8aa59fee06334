"""The recruitment survey by keyboard alone: from an empty file to the Word report, and back to nothing by Ctrl+Z."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from desktop import clock
from desktop.office import Office
from engagement.register import services
from engagement.register.council import set_council
from engagement.register.providers import add_provider
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change
from resources.database.history import logical_dump
from tests.journeys.keyboard_steps import (
    alt_texts,
    headings,
    redo_everything,
    reopen,
    start_a_database,
    tables,
    text_of,
    undo_everything,
)
from tests.journeys.typist import Typist, focused, name_of
from tests.workforce.survey import known_survey as known
from tests.workforce.survey.known_survey import KnownResponse

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
INVITED = 80
KINDS = (ServiceKind.RESIDENTIAL_HOME, ServiceKind.HOME_CARE, ServiceKind.NURSING_HOME)
MISSPELT = 7
"""The place among the services of the one whose name the file writes in another way."""
SAID, MEANT = "Next to impossible", "Very hard"
REASONS = "What are the main reasons for your vacancies?"
HARD = "How hard is it to fill your posts?"


def name_of_service(number: int) -> str:
    return "Nettlefold Grange" if number == MISSPELT else f"Quillbrook House {number}"


def make_register(db: Database) -> None:
    """Services that are asked, of three kinds in turn, and one of a kind that is not."""
    with change(db, "Made a register"):
        set_council(db, "Nottinghamshire")
        for number in range(INVITED + 1):
            provider = add_provider(db, name=f"Quillbrook Care {number} Ltd")
            kind = KINDS[number % 3] if number < INVITED else ServiceKind.EXTRA_CARE
            one = services.add_service(db, provider.id, name=name_of_service(number), kind=kind)
            db.update_row("service", one.id, {"district": "Bassetlaw", "authority": "Nottinghamshire"})


def answers() -> list[KnownResponse]:
    """Who answers gives a name; one spells it wrongly, and one answers in words of its own."""
    given = known.responses([name_of_service(number) for number in range(known.RESPONSES)])
    given[MISSPELT] = replace(given[MISSPELT], location_id="Netlefold Grange")
    at = next(at for at, one in enumerate(given) if one.answers.get("how_hard") == (MEANT,))
    given[at] = replace(given[at], answers={**given[at].answers, "how_hard": (SAID,)})
    return given


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of the survey look at this clock."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


def test_from_an_empty_file_to_the_word_report_and_back(
    office: Office, person: Typist, tmp_path: Path
) -> None:
    path = tmp_path / "Care team.providerdesk"
    opened = start_a_database(office, person, path)
    empty = list(logical_dump(opened.db))
    make_register(opened.db)
    given, file = answers(), tmp_path / "answers.xlsx"
    known.save_microsoft_forms(file, given)

    start_the_survey(person)
    plan_the_baseline(person)
    set_who_is_invited(person)
    take_answers_in(person, file)
    look_at_results(person, given)
    document = tmp_path / "Survey report.docx"
    save_the_report(person, document)

    full = list(logical_dump(opened.db))
    undo_everything(person, opened)
    assert list(logical_dump(opened.db)) == empty
    redo_everything(person, opened)
    assert list(logical_dump(opened.db)) == full
    undo_everything(person, opened)
    person.do("Survey")
    person.until(lambda: name_of(focused()) == "Start the recruitment survey")
    person.press("Ctrl+Q")
    person.until(lambda: office.opened is None)
    read_report(Document(str(document)))
    reopen(path, empty)


# --- the way there ------------------------------------------------------------------------------------------


def start_the_survey(person: Typist) -> None:
    person.menu("Go", "Survey")
    person.until(lambda: name_of(focused()) == "Start the recruitment survey")  # what an empty page offers
    person.press("Return")
    person.wait_for_words("Started Recruitment survey")


def plan_the_baseline(person: Typist) -> None:
    person.do("Waves")
    person.do("Plan a wave…")
    person.wait_for_window("Plan a wave")
    for field, text in (("Name", "Baseline 2026"), ("Opens", "1 Sep 2026"), ("Closes", "30 Sep 2026")):
        person.fill(field, text)
    person.press("Return")
    person.wait_for_words("Planned Baseline 2026")
    assert [(row["Wave"], row["Kind"]) for row in person.table("Waves")] == [("Baseline 2026", "Baseline")]


def set_who_is_invited(person: Typist) -> None:
    person.tab_to("Set who is invited…")
    person.press("Space")
    person.wait_for_window("Who is invited to Baseline 2026")
    person.wait_for_words("80 services would be invited; 1 in the area left out.")
    assert len(person.table("Invited")) == INVITED
    person.tab_to("Invite 80 services")
    person.press("Return")
    person.wait_for_words("80 services invited, as the register was on 1 September 2026")


def take_answers_in(person: Typist, file: Path) -> None:
    person.do("Answers")
    with person.choosing_file(str(file)):
        person.do("Take in a file…")
    person.until(lambda: name_of(focused()) == "Columns")
    columns = {row["Column"]: row for row in person.table("Columns")}
    assert columns["CQC Location ID"]["Taken for"] == "CQC Location ID"
    person.down_to("CQC Location ID")
    person.look_up("Taken for", "Name of the provider or service")
    decide_the_words(person)
    decide_the_name(person)
    person.do("Next step of the file")
    person.wait_for_words("60 responses: 60 new.")
    person.do("Next step of the file")
    person.wait_for_words("Took in 60 responses")
    assert len(person.table("Responses")) == known.RESPONSES


def decide_the_words(person: Typist) -> None:
    person.do("Next step of the file")
    person.until(lambda: name_of(focused()) == "Words")
    (row,) = person.table("Words")
    assert (row["Words"], row["Times"], row["How"]) == (SAID, "1", "To decide")
    person.choose("It means", MEANT)
    (row,) = person.table("Words")
    assert (row["How"], row["Taken for"]) == ("Decided", MEANT)


def decide_the_name(person: Typist) -> None:
    person.do("Next step of the file")
    person.until(lambda: name_of(focused()) == "Whose")
    (row,) = person.table("Whose")
    assert (row["Name in the file"], row["In the register"]) == ("Netlefold Grange", "Nettlefold Grange?")
    person.press("Return")
    (row,) = person.table("Whose")
    assert (row["How"], row["In the register"]) == ("Decided", "Nettlefold Grange")


def look_at_results(person: Typist, given: Sequence[KnownResponse]) -> None:
    person.do("Results")
    person.tab_to("Questions by topic")
    for code, wording in (("vacancy_reasons", REASONS), ("how_hard", HARD)):
        person.down_to(wording)
        assert chosen_in(person, wording) == counts(given, code)
    person.tab_to("Kind of service", key="Shift+Tab")
    person.press("Space")
    person.down_to("Home care")
    person.press("Space", "Escape")
    person.wait_for_words("20 of 60 responses")
    assert chosen_in(person, HARD) == counts(given[1::3], "how_hard")
    person.tab_to("Lift the filters")
    person.press("Space")
    person.wait_for_words("60 responses")
    assert chosen_in(person, HARD) == known.ONE["how_hard"]


def chosen_in(person: Typist, wording: str) -> dict[str, int]:
    """The options that anybody chose, as the table beneath the chart has them."""
    rows = person.table(wording)
    return {row["Answer"]: int(row["Responses"]) for row in rows if row["Responses"] not in ("", "0")}


def counts(given: Sequence[KnownResponse], code: str) -> Mapping[str, int]:
    """How many chose each option, of these responses, as it was decided what they mean."""
    told = [one.answers.get(code) for one in given]
    chosen = Counter(wording for one in told if isinstance(one, tuple) for wording in one)
    chosen[MEANT] += chosen.pop(SAID, 0)
    return {wording: times for wording, times in chosen.items() if times}


def save_the_report(person: Typist, path: Path) -> None:
    person.press("Ctrl+Shift+W")
    person.wait_for_window("Word report")
    with person.choosing_file(str(path)):
        person.press("Return")
    person.wait_for_words(f"Saved “{path.name}”")


# --- what is read back --------------------------------------------------------------------------------------


def read_report(document: WordDocument) -> None:
    assert ("Heading 2", REASONS) in headings(document)
    said, found = text_of(document), tables(document)
    for words in (
        "60 of 80 services invited answered (75.0%)",
        "Joint first: Perception of low pay and Not enough applicants, each 65% of 48.",
        "60% attended (420 of 700 people, 50 providers)",
        "The vacancy rate is 9.1% of all services together",
    ):
        assert words in said
    for code, wordings in {**known.SEVERAL, **known.ONE}.items():
        assert dict(wordings) in [counted(one) for one in found], code
    (lengths,) = (one for one in found if one[0][0] == "Length of service")
    assert [int(row[1]) for row in lengths[1:]] == [known.STAFF[code] for code in known.LENGTHS]
    (steps,) = (one for one in found if one[0][0] == "Step")
    for row, (before, after) in zip(steps[1:], pairwise(known.FUNNEL), strict=True):
        assert {f"{known.TOTALS[before]:,}", f"{known.TOTALS[after]:,}"} <= set(" ".join(row).split()), row
    assert "Quillbrook" not in said + str(found) and "Nettlefold" not in said + str(found)
    assert len(alt_texts(document)) > len(found) and all(alt_texts(document))
    assert any("Quite hard: 44% (36% to 52%)" in alt for alt in alt_texts(document))


def counted(table: list[list[str]]) -> dict[str, int]:
    """The answers that anybody chose, where their numbers are given; of another table nothing."""
    if table[0][:2] != ["Answer", "Responses"]:
        return {}
    return {row[0]: int(row[1]) for row in table[1:] if row[1].isdigit() and row[1] != "0"}
