"""Pictures that somebody chooses, whatever they hold."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from engagement.committee import pictures
from resources.problem import FieldProblem


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _bomb(side: int) -> bytes:
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _size(png: bytes) -> tuple[int, int]:
    from PIL import Image

    with Image.open(BytesIO(png)) as opened:
        return opened.size


def test_a_file_of_200_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(FieldProblem, match=r"“huge\.png” has 200 MB, and pictures up to 20 MB are taken"):
        pictures.read(path)


@pytest.mark.parametrize("side", [7_000, 10_000, 60_000])
def test_a_small_file_that_unpacks_into_a_huge_picture_is_refused(tmp_path: Path, side: int) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(_bomb(side))
    with pytest.raises(FieldProblem) as refused:
        pictures.read(path)
    assert refused.value.field == "file"


@pytest.mark.parametrize(("size", "turned"), [((4, 21), False), ((1, 9_000), False), ((21, 4), True)])
def test_what_is_far_taller_than_wide_is_refused(size: tuple[int, int], turned: bool) -> None:
    from PIL import Image

    made = Image.new("RGB", size, "teal")
    if turned:
        made.getexif()[0x0112] = 6
    out = BytesIO()
    made.save(out, "PNG", exif=made.getexif())
    with pytest.raises(FieldProblem, match="up to 5 times as tall as they are wide are taken"):
        pictures.made_anew(out.getvalue(), "tall.png")


@pytest.mark.parametrize(
    "content", [b"", b"MZ\x90\0", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%!PS-Adobe-3.0 EPSF-3.0\n"],
    ids=["nothing", "a program", "a drawing", "a script"],
)  # fmt: skip
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(content)
    with pytest.raises(FieldProblem, match="could not be read as a picture"):
        pictures.read(path)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FieldProblem, match=r"“gone\.png” could not be read"):
        pictures.read(tmp_path / "gone.png")


def test_nothing_but_what_it_shows_travels(tmp_path: Path) -> None:
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Author", "Canary Example")
    path = tmp_path / "told.png"
    Image.new("RGB", (10, 10)).save(path, pnginfo=told)
    assert b"Canary" not in pictures.read(path)
    camera = Image.Exif()
    camera[0x9C9D] = "Canary"
    camera[0x010E] = "Canary Example"
    photo = tmp_path / "photo.jpg"
    Image.new("RGB", (10, 10)).save(photo, exif=camera, comment=b"Canary")
    assert b"Canary" in photo.read_bytes()
    assert b"Canary" not in pictures.read(photo)


def test_a_photograph_stands_upright(tmp_path: Path) -> None:
    from PIL import Image

    camera = Image.Exif()
    camera[0x0112] = 6
    path = tmp_path / "turned.jpg"
    Image.new("RGB", (40, 20)).save(path, exif=camera)
    assert _size(pictures.read(path)) == (20, 40)


def test_it_is_no_wider_than_a_page_needs(tmp_path: Path) -> None:
    from PIL import Image

    path = tmp_path / "wide.png"
    Image.new("1", (5_000, 1_000)).save(path)
    assert _size(pictures.read(path)) == (1890, 378)


@pytest.mark.parametrize("ending", ["png", "jpg", "gif", "bmp", "tiff", "webp"])
def test_every_common_kind_becomes_a_png(tmp_path: Path, ending: str) -> None:
    from PIL import Image

    path = tmp_path / f"picture.{ending}"
    Image.new("RGB", (12, 8), "teal").save(path)
    png = pictures.read(path)
    assert png.startswith(b"\x89PNG")
    assert _size(png) == (12, 8)


def test_what_is_clear_stands_on_white(tmp_path: Path) -> None:
    from PIL import Image

    path = tmp_path / "clear.png"
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(path)
    with Image.open(BytesIO(pictures.read(path))) as opened:
        assert opened.getpixel((1, 1)) == (255, 255, 255)
