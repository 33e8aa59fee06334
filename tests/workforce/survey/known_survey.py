"""An invented survey whose every figure is known before anybody answers, as files that forms programs would write.

`Known` is decided first: how many choose each option, how many do not know, how many people stand at each stage of the
funnel. `responses` shares that out among N services, by a seed; the files tell nothing else.
"""

import csv
import io
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from workforce.survey.questionnaire.shipped import SHIPPED, ShippedQuestion
from workforce.survey.vocabulary import AnswerState, QuestionKind

BY_CODE: Mapping[str, ShippedQuestion] = {one.code: one for one in SHIPPED}
SEVERAL: Mapping[str, Mapping[str, int]] = {
    "vacancy_reasons": {
        "Perception of low pay": 31, "Not enough applicants": 31, "Poor terms and conditions": 9,
        "Staff moved to another sector, such as retail": 14, "Transport, or the place is hard to reach": 12,
        "Retirement": 3,
    },
    "advertising_methods": {
        "Online job boards, such as Indeed": 40, "Word of mouth": 36, "Social media": 22,
        "Posters, shop windows and leaflets": 11, "Jobcentre Plus": 11,
    },
    "retention_methods": {
        "Values-based recruitment with taster days": 18, "Showing applicants round the care setting": 33,
        "Retention or attendance bonus": 12, "Training in areas of interest after probation": 20,
    },
}  # fmt: skip
"""How many choose each option."""
ONE: Mapping[str, Mapping[str, int]] = {
    "best_advertising": {"Online job boards, such as Indeed": 17, "Word of mouth": 21, "Social media": 8},
    "best_retention": {
        "Training in areas of interest after probation": 19, "Retention or attendance bonus": 13,
        "Showing applicants round the care setting": 10,
    },
    "how_hard": {"Very easy": 1, "Quite easy": 5, "Neither easy nor hard": 8, "Quite hard": 23, "Very hard": 15},
    "share_attended": {"About half": 21, "About three quarters": 12, "All or nearly all": 5},
}  # fmt: skip
DONT_KNOW: Mapping[str, int] = {"vacancy_reasons": 2, "best_advertising": 5, "share_attended": 3}
NOT_APPLICABLE: Mapping[str, int] = {"vacancy_reasons": 4, "best_retention": 2}
FUNNEL = ("applied", "invited", "attended", "appointable", "offered", "started", "still_there")
TOTALS: Mapping[str, int] = {
    "applied": 1300, "invited": 700, "attended": 420, "appointable": 210, "offered": 190, "started": 150,
    "still_there": 105,
}  # fmt: skip
"""People at each stage, of all services that give counts."""
GIVE_COUNTS = 50
STAFF: Mapping[str, int] = {
    "staff": 2000, "vacancies": 200, "leavers": 600, "starters": 580, "under_1_year": 500, "from_1_to_2": 480,
    "from_3_to_5": 420, "from_6_to_10": 360, "over_10": 240,
}  # fmt: skip
"""People of all services together."""
LENGTHS = ("under_1_year", "from_1_to_2", "from_3_to_5", "from_6_to_10", "over_10")
RESPONSES = 60
TEXTS: Mapping[str, int] = {"Pay that matches the supermarket": 7, "Buses that run before seven": 4}
"""Answers in words, and how many write them."""

Value = tuple[str, ...] | int | str
"""Options chosen; a number of people; words, or what stands for no answer."""


@dataclass(frozen=True)
class KnownResponse:
    """One response: the CQC number of its service, and what it answers by code."""

    location_id: str
    answers: Mapping[str, Value]


def answered(code: str) -> int:
    """How many answer a question, as the known counts have it."""
    if code in SEVERAL:
        return RESPONSES - DONT_KNOW.get(code, 0) - NOT_APPLICABLE.get(code, 0) - _LEFT_BLANK
    if code in ONE:
        return sum(ONE[code].values())
    if code in TOTALS:
        return GIVE_COUNTS
    return RESPONSES


_LEFT_BLANK = 6
"""How many leave out each question of which several options may be chosen."""


def responses(location_ids: Sequence[str], seed: str = "known survey") -> list[KnownResponse]:
    """One of each service, in the order given."""
    rnd = random.Random(seed)
    answers: list[dict[str, Value]] = [{} for _ in range(RESPONSES)]
    for code, counts in SEVERAL.items():
        _share_out_states(code, answers, _several(counts, answered(code), rnd), rnd)
    for code, counts in ONE.items():
        values: list[Value] = [(wording,) for wording, times in counts.items() for _ in range(times)]
        _share_out_states(code, answers, values, rnd)
    givers = rnd.sample(range(RESPONSES), GIVE_COUNTS)
    for place, stages in zip(givers, _funnels(rnd), strict=True):
        answers[place] |= stages
    for one, people in zip(answers, _people(rnd), strict=True):
        one |= people
    writers = iter(rnd.sample(range(RESPONSES), sum(TEXTS.values())))
    for text, times in TEXTS.items():
        for _ in range(times):
            answers[next(writers)]["one_thing"] = text
    return [KnownResponse(key, one) for key, one in zip(location_ids, answers, strict=True)]


def _share_out_states(
    code: str, answers: list[dict[str, Value]], values: list[Value], rnd: random.Random
) -> None:
    words = {one.stands_for: one.wording for one in BY_CODE[code].options if one.stands_for}
    values = [
        *values,
        *[words.get(AnswerState.DONT_KNOW, "")] * DONT_KNOW.get(code, 0),
        *[words.get(AnswerState.NOT_APPLICABLE, "")] * NOT_APPLICABLE.get(code, 0),
    ]
    for place, value in zip(rnd.sample(range(RESPONSES), len(values)), values, strict=True):
        answers[place][code] = value


def _several(counts: Mapping[str, int], base: int, rnd: random.Random) -> list[Value]:
    """Each option as often as it is to be chosen, and nobody without any."""
    chosen: list[list[str]] = [[] for _ in range(base)]
    for wording, times in counts.items():
        for place in rnd.sample(range(base), times):
            chosen[place].append(wording)
    for one in chosen:
        if not one:
            giver = next(other for other in chosen if len(other) > 1)
            one.append(giver.pop())
    return [tuple(one) for one in chosen]


def _funnels(rnd: random.Random) -> list[dict[str, int]]:
    """Counts that fall from stage to stage at each service, and add up to the totals."""
    found: list[dict[str, int]] = [{} for _ in range(GIVE_COUNTS)]
    before = [TOTALS["applied"]] * GIVE_COUNTS
    for stage in FUNNEL:
        now = _within(before, TOTALS[stage], rnd)
        for one, count in zip(found, now, strict=True):
            one[stage] = count
        before = now
    return found


def _within(most: Sequence[int], total: int, rnd: random.Random) -> list[int]:
    """Numbers that add up to a total, none above its own limit."""
    if sum(most) > total * len(most):
        return _parts(total, len(most), rnd)
    people = [place for place, limit in enumerate(most) for _ in range(limit)]
    taken = rnd.sample(people, total)
    return [taken.count(place) for place in range(len(most))]


def _people(rnd: random.Random) -> list[dict[str, int]]:
    """Staff of each service, at least ten, all of them with a length of service; and vacancies, leavers, starters."""
    sizes = [10 + part for part in _parts(STAFF["staff"] - 10 * RESPONSES, RESPONSES, rnd)]
    lengths = [code for code in LENGTHS for _ in range(STAFF[code])]
    rnd.shuffle(lengths)
    found = []
    for size in sizes:
        here, lengths = lengths[:size], lengths[size:]
        found.append({"staff": size, **{code: here.count(code) for code in LENGTHS}})
    for code in ("vacancies", "leavers", "starters"):
        for one, part in zip(found, _parts(STAFF[code], RESPONSES, rnd), strict=True):
            one[code] = part
    return found


def _parts(total: int, number: int, rnd: random.Random) -> list[int]:
    cuts = sorted(rnd.randrange(total + 1) for _ in range(number - 1))
    return [high - low for low, high in zip([0, *cuts], [*cuts, total], strict=True)]


# --- files ------------------------------------------------------------------------------------------------

OPENED = datetime(2026, 9, 7, 9, 0)


def save_microsoft_forms(path: Path, given: Sequence[KnownResponse]) -> None:
    """A workbook as Microsoft Forms exports it: several choices joined by ; and one more at the end."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Sheet1")
    headings = ["Id", "Start time", "Completion time", "Email", "Name", "CQC Location ID"]
    sheet.write_row(0, 0, [*headings, *(one.wording for one in SHIPPED)])
    for number, one in enumerate(given, 1):
        at = OPENED + timedelta(minutes=17 * number)
        start = [number, at, at + timedelta(minutes=6), "anonymous", "", one.location_id]
        cells = [_microsoft(one.answers.get(asked.code, "")) for asked in SHIPPED]
        for place, cell in enumerate([*start, *cells]):
            if isinstance(cell, datetime):
                sheet.write_datetime(number, place, cell, book.add_format({"num_format": "m/d/yy h:mm:ss"}))
            else:
                sheet.write(number, place, cell)
    book.close()


def _microsoft(value: Value) -> str | int:
    if isinstance(value, tuple):
        return f"{';'.join(value)};" if len(value) > 1 else value[0]
    return value


def save_limesurvey(path: Path, given: Sequence[KnownResponse]) -> None:
    """CSV as LimeSurvey exports it with codes and words: a column for each option of a question with several."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    columns = [column for asked in SHIPPED for column in _lime_columns(asked)]
    writer.writerow(
        ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "startlanguage. Start language",
         "seed. Seed", "location. CQC Location ID", *(heading for _, _, heading in columns)]
    )  # fmt: skip
    for number, one in enumerate(given, 1):
        at = OPENED + timedelta(minutes=17 * number)
        writer.writerow(
            [number, at.isoformat(sep=" "), 8, "en", 10_000 + number, one.location_id,
             *(_lime(one.answers.get(code, ""), wording) for code, wording, _ in columns)]
        )  # fmt: skip
    path.write_bytes(text.getvalue().encode("utf-8-sig"))


def _lime_columns(asked: ShippedQuestion) -> list[tuple[str, str, str]]:
    """Code of the question, the option whose column it is, and the heading."""
    if asked.kind is not QuestionKind.SEVERAL_CHOICES:
        return [(asked.code, "", f"{asked.code}. {asked.wording}")]
    return [
        (asked.code, one.wording, f"{asked.code}[SQ{place:03}]. {asked.wording} [{one.wording}]")
        for place, one in enumerate(asked.options, 1)
    ]


def _lime(value: Value, wording: str) -> str | int:
    if not wording:
        return value[0] if isinstance(value, tuple) else value
    if value == "":
        return ""
    return "Yes" if value == wording or (isinstance(value, tuple) and wording in value) else "No"
