"""What a PDF says that the Word file it was made from does not. Pure."""

import re
import unicodedata
from collections.abc import Iterator

from resources.report.document_text import Passage, passages
from resources.report.pdf import passages_of_pdf

_WORD = re.compile(r"\w+")


def beyond(pdf: bytes, document: bytes) -> tuple[Passage, ...]:
    """Lines of the PDF with words that stand nowhere in the document, and what its properties say; nothing usually."""
    known: set[str] = set()
    letters = []
    for passage in passages(document):
        plain = _plain(passage.text)
        known.update(_WORD.findall(plain))
        letters.append("".join(_WORD.findall(plain)))
    return tuple(_unknown(passages_of_pdf(pdf), known, "".join(letters)))


def _unknown(pages: list[str], known: set[str], letters: str) -> Iterator[Passage]:
    """A word broken over two lines is known by its letters."""
    for number, page in enumerate(pages, 1):
        for line in page.splitlines():
            found = _WORD.findall(_plain(line))
            if not known.issuperset(found) and "".join(found) not in letters:
                yield Passage(line, f"PDF, page {number}")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
