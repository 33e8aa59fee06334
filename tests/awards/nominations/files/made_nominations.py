"""Files of nominations as forms export them, small and by hand."""

import csv
from collections.abc import Sequence
from pathlib import Path

CATEGORY, NOMINEE, PLACE = (
    "Which award are you nominating for?",
    "Who are you nominating?",
    "Where do they work?",
)
WHY, NAME, EMAIL = "Why should they win? (up to 300 words)", "Your name", "Your email address"
KIND, RELATION, QUOTE = (
    "Which of these best describes you?",
    "How do you know the nominee?",
    "May we quote your words?",
)
HEADINGS = (
    "ID", "Start time", "Completion time", "Email", "Name", CATEGORY, NOMINEE, "Their job role", PLACE, WHY, NAME,
    EMAIL, "Your telephone number", KIND, RELATION, QUOTE, "Upload a supporting document",
)  # fmt: skip
CARE, TEAM = "Proud to deliver Excellent Person Centred Care", "Proud to Care Team Award"
STORY = "Ada sat with my mother every evening.\nShe never once looked at her watch.\n\nThe whole home is warmer for it."


def row(number: int, nominee: str = "Ada Example", **given: str) -> tuple[str, ...]:
    """One response by its headings; what is not given is as it usually is."""
    said = {
        "ID": str(number), "Start time": "9/1/26 10:00:00",
        "Completion time": f"9/{1 + number % 9}/26 10:{number:02}:00",
        "Email": "anonymous", CATEGORY: CARE, NOMINEE: nominee, "Their job role": "Senior carer",
        PLACE: "Rosewood House", WHY: f"{STORY} ({number})", NAME: f"Wren Specimen {number}",
        EMAIL: f"wren{number}@example.org", KIND: "Family member or friend", RELATION: "Daughter", QUOTE: "Yes",
        "Your telephone number": "01632 960001",
    }  # fmt: skip
    names = {"category": CATEGORY, "place": PLACE, "why": WHY, "name": NAME, "email": EMAIL, "kind": KIND,
             "relation": RELATION, "quote": QUOTE, "upload": "Upload a supporting document", "sent": "Completion time",
             "role": "Their job role"}  # fmt: skip
    said |= {names[name]: text for name, text in given.items()}
    return tuple(said.get(heading, "") for heading in HEADINGS)


def nominations_csv(
    path: Path, rows: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS, encoding: str = "utf-8-sig"
) -> Path:
    """A CSV of these rows."""
    with path.open("w", encoding=encoding, newline="") as out:
        writer = csv.writer(out)
        writer.writerow(headings)
        writer.writerows(rows)
    return path
