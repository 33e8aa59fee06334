"""By what a response of an answers file is known again in the next export of the same wave. Pure."""

import hashlib
from collections import Counter

from resources.files.cells import clean_text
from resources.files.forms.forms_file import FormResponse, FormsFile
from resources.files.forms.layout import Program


def row_keys(file: FormsFile) -> list[str]:
    """A key for each response: its number and time; its number; else what it says, counted where several say the same.

    Where a file has neither number nor time, its place in the file would change from one export to the next.
    """
    signs: Counter[str] = Counter()
    return [_key(one, file, signs) for one in file.responses]


def _key(response: FormResponse, file: FormsFile, signs: Counter[str]) -> str:
    if response.completed or (response.number and file.program is Program.LIMESURVEY):
        return response.row_key
    if response.number:
        return _digest(f"{response.number}\x1f{file.columns[0].key}")
    sign = "\x1f".join(map(clean_text, response.told))
    signs[sign] += 1
    return _digest(f"{sign}\x1f{signs[sign]}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
