"""Small answers files as forms programs write them, with what makes them hard: other words, names, shares, shifts."""

import csv
import random
from collections.abc import Sequence
from pathlib import Path

NAME, STAFF, REASONS, APPLIED, INVITED, ATTENDED, SHARE, HARD, THING, NEW = (
    "What is the name of your service?",
    "How many permanent and temporary staff do you employ?",
    "What are the main reasons for your vacancies?",
    "How many people applied for a post with you?",
    "How many of them did you invite to interview?",
    "How many of those invited attended the interview?",
    "About how many of the people you invite to interview attend?",
    "How hard is it to fill your posts?",
    "What one thing would help you most to recruit and keep staff?",
    "Do you take apprentices?",
)
HEADINGS = (NAME, STAFF, REASONS, APPLIED, INVITED, ATTENDED, SHARE, HARD, THING, NEW)


def answers(number: int, name: str) -> list[str]:
    """What a well-behaved response says."""
    rnd = random.Random(number)
    invited = rnd.randrange(8, 20)
    reasons = rnd.sample(["Perception of low pay", "Not enough applicants", "Retirement", "Low pay compared to shops",
                          "Staff moved to another sector, such as retail"], 2)  # fmt: skip
    return [
        name, str(rnd.randrange(12, 60)), ";".join(reasons) + ";", str(invited + rnd.randrange(10)), str(invited),
        str(rnd.randrange(2, invited)), rnd.choice(["50%", "half", "About three quarters", "80", "0.5"]),
        rnd.choice(["Quite hard", "Very hard", "Neither"]), rnd.choice(["", "Pay <b>more</b>", "Buses, before seven"]),
        rnd.choice(["Yes", "No", "Yes"]),
    ]  # fmt: skip


def microsoft(path: Path, names: Sequence[str], *, more: Sequence[Sequence[str]] = ()) -> Path:
    """Id, times, and a row for each name; `more` are whole rows of answers."""
    rows = [answers(number, name) for number, name in enumerate(names, 1)] + [list(one) for one in more]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        write = csv.writer(file)
        write.writerow(["Id", "Start time", "Completion time", "Email", "Name", *HEADINGS])
        for number, row in enumerate(rows, 1):
            day = f"11/{1 + number % 20}/26 10:{number % 60:02d}:00"
            write.writerow([number, day, day, "anonymous", "", *row])
    return path


def google(path: Path, names: Sequence[str]) -> Path:
    """A time stamp and commas between choices."""
    with path.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file)
        write.writerow(["Timestamp", *HEADINGS])
        for number, name in enumerate(names, 1):
            row = answers(number, name)
            row[2] = row[2].rstrip(";").replace(";", ", ")
            write.writerow([f"{1 + number % 20:02d}/11/2026 10:{number % 60:02d}:00", *row])
    return path


def surveymonkey(path: Path, names: Sequence[str]) -> Path:
    """Two heading rows, and a column for each reason."""
    options = ["Perception of low pay", "Not enough applicants", "Retirement", "Other (please specify)"]
    first = [
        "Respondent ID",
        "Collector ID",
        "Start Date",
        "End Date",
        NAME,
        STAFF,
        REASONS,
        "",
        "",
        "",
        INVITED,
        ATTENDED,
    ]
    second = [
        "",
        "",
        "",
        "",
        "Open-Ended Response",
        "Open-Ended Response",
        *options,
        *["Open-Ended Response"] * 2,
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file)
        write.writerows([first, second])
        for number, name in enumerate(names, 1):
            row = answers(number, name)
            ticked = [one if one in row[2] else "" for one in options[:3]]
            other = "No bus on Sundays" if number % 3 == 0 else ""
            day = f"11/{1 + number % 20:02d}/2026 10:{number % 60:02d}"
            write.writerow([11000 + number, 1, day, day, name, row[1], *ticked, other, row[4], row[5]])
    return path
