"""Pictures of reports, made anew from what they show: nothing else of a file that somebody chose goes on."""

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from resources.problem import FieldProblem

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
TALLEST = 5
"""Times its width: what is taller goes on no page, and takes long to be made anew."""
WIDEST = 1890
"""Pixels: 16 centimetres of paper at 300 to the inch."""
FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")


def read(file: Path) -> bytes:
    """A picture as a PNG that holds what it shows and nothing else; raises FieldProblem for what is no fit picture.

    Its size is looked at before it is read, and its measures before it is unpacked, so that neither a huge file
    nor a small one that unpacks into a huge picture takes the memory.
    """
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise _refused(
                f"“{file.name}” has {size // 1_000_000} MB, and pictures up to 20 MB are taken. Save a smaller copy."
            )
        content = file.read_bytes()
    except OSError as error:
        raise _refused(
            f"“{file.name}” could not be read ({error.strerror}). Check that it is there and may be opened."
        ) from error
    return made_anew(content, file.name)


def made_anew(content: bytes, called: str) -> bytes:
    """The bytes of any picture as ours: upright, on white, at most as wide as a page needs, without its metadata."""
    from PIL import Image, UnidentifiedImageError  # loaded when first used

    unreadable = (
        UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError,
    )  # fmt: skip
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is odd in it: none of that goes on
            shown = _on_white(content, called)
    except unreadable as error:
        raise _refused(
            f"“{called}” could not be read as a picture. Give a PNG or JPEG file, saved anew if need be."
        ) from error
    if shown.width > WIDEST:
        shown = shown.resize((WIDEST, max(1, round(shown.height * WIDEST / shown.width))))
    out = BytesIO()
    shown.save(out, "PNG")
    return out.getvalue()


def _on_white(content: bytes, called: str) -> "Image":
    from PIL import Image, ImageOps  # loaded when first used
    from PIL.ExifTags import Base  # loaded when first used

    with Image.open(BytesIO(content), formats=FORMATS) as opened:
        width, height = opened.size
        if width * height > MOST_PIXELS:
            raise _refused(
                f"“{called}” measures {width:,} by {height:,} pixels, and pictures up to 40 million are taken. "
                "Save a smaller copy."
            )
        if opened.getexif().get(Base.Orientation, 1) >= 5:  # it lies on its side
            width, height = height, width
        if height > TALLEST * width:
            raise _refused(
                f"“{called}” measures {width:,} by {height:,} pixels, and pictures up to {TALLEST} times as tall as "
                "they are wide are taken. Cut it into several."
            )
        clear = ImageOps.exif_transpose(opened).convert("RGBA")
    shown = Image.new("RGB", clear.size, "white")
    shown.paste(clear, mask=clear)
    return shown


def _refused(sentence: str) -> FieldProblem:
    return FieldProblem("file", sentence)
