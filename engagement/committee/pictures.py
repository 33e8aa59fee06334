"""Pictures of reports, made anew from what they show: nothing else of a file that somebody chose goes on."""

from io import BytesIO
from pathlib import Path

from resources.problem import FieldProblem

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
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
    from PIL import Image, ImageOps, UnidentifiedImageError  # loaded when first used

    try:
        with Image.open(BytesIO(content), formats=FORMATS) as opened:
            width, height = opened.size
            if width * height > MOST_PIXELS:
                raise _refused(
                    f"“{called}” measures {width:,} by {height:,} pixels, and pictures up to 40 million are taken. "
                    "Save a smaller copy."
                )
            upright = ImageOps.exif_transpose(opened)
            shown = Image.new("RGB", upright.size, "white")
            clear = upright.convert("RGBA")
            shown.paste(clear, mask=clear)
    except FieldProblem:
        raise
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
    ) as error:
        raise _refused(
            f"“{called}” could not be read as a picture. Give a PNG or JPEG file, saved anew if need be."
        ) from error
    if shown.width > WIDEST:
        shown = shown.resize((WIDEST, max(1, round(shown.height * WIDEST / shown.width))))
    out = BytesIO()
    shown.save(out, "PNG", optimize=False)
    return out.getvalue()


def _refused(sentence: str) -> FieldProblem:
    return FieldProblem("file", sentence)
