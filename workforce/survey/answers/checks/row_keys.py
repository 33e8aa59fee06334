"""By what a response of an answers file is known again in the next export of the same wave. Pure.

A key says by what: its number with the program, the time it was sent, or what it answers; never the order of the
columns, nor which there are. What comes after the second colon tells apart responses that have the rest in common.
"""

import hashlib
from collections import Counter

from resources.files.cells import clean_text
from resources.files.dates import Order, read_datetime
from resources.files.forms.forms_file import FormResponse, FormsFile

NUMBER, TIME, ANSWERS = "n", "t", "a"
NO_TIME = "-"


def row_keys(file: FormsFile) -> list[str]:
    """A key for each response: its number; else its time; else what it says, counted where several say the same."""
    signs: Counter[str] = Counter()
    return [_key(one, file, signs) for one in file.responses]


def row_signs(file: FormsFile) -> list[str]:
    """What each row says whatever the order of its columns: the same for rows that say the same."""
    return [_digest(_told(one, file)) for one in file.responses]


def kind_of(key: str) -> str:
    """By what a response is known."""
    return key.partition(":")[0]


def base_of(key: str) -> str:
    """What a key has in common with those that may be of the same response."""
    return ":".join(key.split(":")[:2])


def rest_of(key: str) -> str:
    """The time beside a number, or the second within a minute; '' where none is told."""
    parts = key.split(":")
    return parts[2].replace(NO_TIME, "") if len(parts) > 2 else ""


def timed_key(key: str) -> str:
    """A key that holds in every wave, because it holds a time; else ''."""
    parts = key.split(":")[:3]
    return ":".join(parts) if kind_of(key) == TIME or (kind_of(key) == NUMBER and rest_of(key)) else ""


def free_key(key: str, taken: set[str]) -> str:
    """The key, or where it is taken the same with the next number."""
    found, times = key, 1
    while found in taken:
        times += 1
        found = f"{key}:{times}"
    return found


def _key(response: FormResponse, file: FormsFile, signs: Counter[str]) -> str:
    minute, second = _minute(response.completed)
    number = clean_text(response.number).removesuffix(".0")
    if number:
        sign = _digest(f"{file.program.value}\x1f{number}")
        return f"{NUMBER}:{sign}:{_digest(f'{minute}') if minute else NO_TIME}"
    if minute:
        return f"{TIME}:{_digest(minute)}:{second or NO_TIME}"
    sign = _digest(_told(response, file))
    signs[sign] += 1
    return f"{ANSWERS}:{sign}:{signs[sign]}"


def _told(response: FormResponse, file: FormsFile) -> str:
    pairs = zip((one.key for one in file.columns), response.told, strict=True)
    return "\x1f".join(sorted(f"{key}\x1e{clean_text(told)}" for key, told in pairs))


def _minute(text: str) -> tuple[str, str]:
    """The minute and the second, alike in every export: as text or as a date, whether day or month stands first.

    Excel drops seconds when it saves a file anew, so that none is told by 0.
    """
    found = read_datetime(text, Order.DAY_FIRST).value or read_datetime(text, Order.MONTH_FIRST).value
    if found is None:
        return text, ""
    first, second = sorted((found.day, found.month))
    return (
        f"{found.year % 100} {first} {second} {found.hour}:{found.minute}",
        str(found.second) if found.second else "",
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
