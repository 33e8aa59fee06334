"""What could travel in a file unseen: parts that the program never writes, hidden words, changes kept, another marking.

A pivot cache cost one council £70,000 and a hidden sheet another body £750,000. The program's documents hold none of
this, so whatever of it is found came from elsewhere.
"""

import re
from collections.abc import Iterator

from resources.report.document_text import Passage
from resources.report.exempt_names import Form, Writing
from resources.report.exemption import MARKING
from resources.report.gate.known import Known, Looked, leak
from resources.report.leak_gate import Leak
from resources.report.letters import clean, words

WRITTEN = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(core|app)\.xml|word/document\.xml|word/_rels/document\.xml\.rels|"
    r"word/(styles|numbering|settings|fontTable|theme/theme1)\.xml|word/(header|footer)\d+\.xml|word/media/[\w-]+\.png"
)
"""The parts of the documents that the program writes."""
_HIDDEN = re.compile(rb"<w:(vanish|webHidden|specVanish)(?![^>]*w:val=\"(?:0|false|off)\")[ />]")
_CHANGES = re.compile(rb"<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange)[ >]")
_LINK = rb"Target=\"(?!https?:|mailto:)"
_OUTSIDE = re.compile(
    rb"TargetMode=\"External\"[^>]*?" + _LINK + rb"|" + _LINK + rb"[^>]*?TargetMode=\"External\""
)
_AUTHOR = re.compile(rb"<(?:dc:creator|cp:lastModifiedBy|Company|Manager)>[^<]+<")
_TURNED = re.compile(
    rb"\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]|&#(?:x202[a-e]|x206[6-9]|823[4-8]|829[4-7]);", re.IGNORECASE
)
_PNG = b"\x89PNG\r\n\x1a\n"
_OF_A_PICTURE = frozenset({
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"pHYs", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"sBIT", b"bKGD", b"tEXt",
})  # fmt: skip
"""What a PNG may hold: what draws it, and text that is searched."""
_SIGNS = (
    (_HIDDEN, "hidden text"),
    (_CHANGES, "changes that were kept"),
    (_OUTSIDE, "a link to a file"),
    (_AUTHOR, "the name of who wrote it"),
    (_TURNED, "signs that turn letters round"),
)


def unseen_parts(looked: Looked, known: Known) -> Iterator[Leak]:
    """Parts that the program never writes, and in those it writes what a reader does not see."""
    for name, part in looked.parts.items():
        if not WRITTEN.fullmatch(name):
            yield leak(name, "something kept inside the file", "unseen", Passage(name, "parts of the file"))
        if name.endswith(".png"):
            yield from _beside_the_picture(name, part)
        else:
            for sign, what in _SIGNS:
                if sign.search(part):
                    yield leak(what, "something that no reader sees", "unseen", Passage(name, f"part {name}"))


def _beside_the_picture(name: str, png: bytes) -> Iterator[Leak]:
    """What a picture carries that nobody draws: profiles, camera data, packed remarks, bytes after its end."""
    at, where = len(_PNG), Passage(name, f"part {name}")
    while png.startswith(_PNG) and at + 8 <= len(png):
        length, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        if kind not in _OF_A_PICTURE:
            yield leak("something kept beside a picture", "something that no reader sees", "unseen", where)
        at += 12 + length
        if kind == b"IEND" and at < len(png):
            yield leak("something kept after a picture", "something that no reader sees", "unseen", where)
            return


def marked_as_exempt(looked: Looked, known: Known) -> Iterator[Leak]:
    """A document that says of itself that it is not for publication is none that may be published."""
    marking = Form(tuple(word.folded for word in words(clean(MARKING))), Writing.FULL)
    for hit in looked.document_text.find(marking):
        yield leak(MARKING, "the marking of exempt documents", "in full", hit.passage)
