"""Told sentences as blocks."""

from resources.report.blocks import Bullets, Paragraph
from resources.report.committee.telling import bullets, paragraph
from resources.report.exemption import Exemption
from resources.report.shown import counted
from resources.report.told import Figure, tell

TOLD = tell("held", "{events} were held.", events=counted(2, "event", rows="events"))


def test_a_paragraph_keeps_its_key_and_its_figures() -> None:
    assert paragraph(TOLD) == Paragraph(
        "2 events were held.",
        numbered=True,
        key="held",
        figures=(Figure("events", "2 events", 2, None, "events"),),
    )
    exempt = Exemption(3, "A reason")
    assert paragraph(TOLD, leads=True, exempt=exempt).exempt == exempt


def test_figures_of_a_list_keep_the_name_of_their_sentence() -> None:
    assert bullets("list", [TOLD]) == Bullets(
        ("2 events were held.",), "list", (Figure("held.events", "2 events", 2, None, "events"),)
    )
