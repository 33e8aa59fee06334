"""Outline files from anywhere."""

import json
from base64 import b64encode
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.committee.outline_files import SavedOutline, written
from engagement.committee.outline_periods import RelativePeriod
from engagement.committee.outline_reading import outline_in, read_outline
from resources.problem import Problem
from resources.report.committee.outline import Item, ItemKind, Style
from resources.report.committee.parts import Part
from resources.report.exemption import Exemption
from resources.spans import Span

SECTIONS = ("market", "forums")
BASE: dict[str, Any] = {
    "format": "provider desk outline", "version": 1, "title": "Progress", "committee": "Cabinet",
    "period": "last_quarter",
}  # fmt: skip


def _read(**more: Any) -> SavedOutline:
    return outline_in(json.dumps({**BASE, **more}).encode(), "plan.json", sections=SECTIONS).saved


def _refused(content: bytes | None = None, **more: Any) -> str:
    told = json.dumps({**BASE, **more}).encode() if content is None else content
    with pytest.raises(Problem) as refused:
        outline_in(told, "plan.json", sections=SECTIONS)
    assert refused.value.sentence.startswith("“plan.json”")
    return refused.value.sentence


def _png(width: int = 4) -> str:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (width, 4), "teal").save(out, "PNG")
    return b64encode(out.getvalue()).decode()


def test_little_is_needed() -> None:
    assert _read() == SavedOutline("Progress", "Cabinet", RelativePeriod.LAST_QUARTER)


def test_what_was_written_is_read() -> None:
    exempt = Exemption(3, "It names a provider", "Harm", "Members", "2020-01-01")
    saved = SavedOutline(
        "Progress", "Cabinet", Span(date(2019, 7, 1), date(2019, 9, 30)), date(2019, 6, 30), date(2019, 12, 9), "7",
        Style.SOMERSET, {Part.PURPOSE: "To tell.\n\nAnd ask."},
        (
            Item("line 1", ItemKind.SECTION, section="forums", options={"which": "all"}),
            Item("line 2", ItemKind.HEADING, text="Ours", level=1),
            Item("line 3", ItemKind.PARAGRAPH, text="Words.", exempt=exempt),
            Item("line 4", ItemKind.BULLETS, text="One\nTwo"),
            Item("line 5", ItemKind.PAGE_BREAK),
        ),
        ("Members note it.",),
    )  # fmt: skip
    read = outline_in(written(saved), "plan.json", sections=SECTIONS)
    assert read.saved == saved
    assert read.left_out == ()


def test_a_picture_is_made_anew() -> None:
    line = {
        "kind": "picture",
        "caption": "Stall",
        "description": "A stall.",
        "file": "a.png",
        "png": _png(2_000),
    }
    saved = _read(items=[line])
    (sha256,) = saved.pictures
    assert saved.items[0].file == sha256
    assert saved.file_names == {sha256: "a.png"}
    assert saved.pictures[sha256][16:24] == (1890).to_bytes(4, "big") + (4).to_bytes(4, "big")


def test_an_unknown_section_is_named() -> None:
    assert _refused(items=[{"kind": "section", "section": "weather"}]) == (
        "“plan.json”, line 1: it names a section “weather”, which this version does not have. Take the line out, or "
        "update Provider Desk."
    )


def test_what_is_not_known_is_said_and_left_out() -> None:
    told = {
        **BASE, "colour": "red", "parts": {"purpose": "To tell.", "financial_comments": "Fine.", "poem": "Roses."},
        "items": [{"kind": "page_break", "text": "Words"}],
    }  # fmt: skip
    read = outline_in(json.dumps(told).encode(), "plan.json", sections=SECTIONS)
    assert read.saved.parts == {Part.PURPOSE: "To tell."}
    assert read.left_out == (
        "“colour” was left out: it is not known here.",
        "The part “financial_comments” was left out: comments are made anew for each report.",
        "The part “poem” was left out: there is no such part.",
        "“text” of line 1 was left out: it is not known here.",
    )


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"format": "other"}, "is not an outline of Provider Desk"),
        ({"version": 2}, "is an outline of version “2”, and versions up to 1 are read"),
        ({"version": True}, "version “True”"),
        ({"version": "1"}, "version “1”"),
        ({"title": ""}, "Title: it is missing"),
        ({"title": "x" * 500}, "500 signs were entered and up to 200 are taken"),
        ({"title": 7}, "title: words was expected and “7” found"),
        ({"committee": None}, "committee: words was expected and nothing found"),
        ({"style": "dorset"}, "“nottinghamshire” or “somerset” was expected and “dorset” found"),
        ({"period": "last_week"}, "“last_week” found"),
        ({"period": {"from": "2019-09-30", "to": "2019-07-01"}}, "a day from which and a later one"),
        ({"period": {"from": "yesterday"}}, "a day like 2019-12-09 was expected and “yesterday” found"),
        ({"period": {"from": "0001-01-01", "to": "0001-02-01"}}, "1 January 1900"),
        ({"since": 7}, "since: a day like 2019-12-09"),
        ({"meets_on": ["x"]}, "meets_on: a day like 2019-12-09 was expected and a list found"),
        ({"parts": []}, "parts: named values was expected and a list found"),
        ({"parts": {"purpose": {}}}, "parts, purpose: words was expected and named values found"),
        ({"items": {}}, "items: a list was expected"),
        ({"items": [7]}, "line 1: named values was expected"),
        ({"items": [{"kind": "page_break"}] * 501}, "501 are listed and up to 500 are taken"),
        ({"items": [{"kind": "song"}]}, "line 1, kind"),
        ({"items": [{"kind": "heading", "text": "x" * 500}]}, "line 1: Heading: 500 signs"),
        ({"items": [{"kind": "heading", "text": "A", "level": 9}]}, "line 1: Level: 9 was given"),
        ({"items": [{"kind": "heading", "text": "A", "level": True}]}, "1 or 2 was expected"),
        ({"items": [{"kind": "paragraph", "text": ""}]}, "line 1: Paragraph: nothing was entered"),
        ({"items": [{"kind": "bullets", "lines": [1]}]}, "line 1, line: words was expected"),
        ({"items": [{"kind": "section", "section": "forums", "options": {"a": 1}}]}, "line 1, options"),
        ({"items": [{"kind": "picture", "caption": "A", "description": "B", "png": "%%"}]}, "a picture was expected"),
        ({"items": [{"kind": "picture", "caption": "A", "description": "B", "png": "AAAA"}]}, "as a picture"),
        ({"items": [{"kind": "picture", "caption": "A", "png": _png()}]}, "line 1: Description"),
        ({"items": [{"kind": "paragraph", "text": "A", "exempt": {"paragraph": 9}}]}, "a number from 1 to 7"),
        ({"items": [{"kind": "paragraph", "text": "A", "exempt": {"paragraph": 3}}]}, "no reason is given"),
        ({"recommendations": [{"text": "A"}]}, "recommendation 1: words was expected"),
        ({"recommendations": [""]}, "it has no words"),
    ],
    ids=lambda given: None,
)  # fmt: skip
def test_each_value_is_looked_at(more: dict[str, Any], words: str) -> None:
    with pytest.raises(Problem) as refused:
        _read(**more)
    assert words in refused.value.sentence


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe\x00", b"PK\x03\x04", b"[1", b'{"a": NaN}', b'{"a": 1, "a": 2}', b"[" * 100_000,
        b'{"format": ' + b"9" * 10_000 + b"}", b'"' + b'\\"' * 200_000, b'"\\' * 40_000,
        b'{"title": "\\ud800"}', b'{"\\uDFFF": 1}',
    ],
    ids=["nothing", "no text", "a zip", "cut off", "no number", "twice", "deep", "a long number", "quotes",
         "unended", "half a sign", "half a sign as a name"],
)  # fmt: skip
def test_what_is_no_outline_is_said(content: bytes) -> None:
    assert "could not be read as an outline" in _refused(content)


def test_a_sign_in_two_halves_is_a_sign() -> None:
    assert _read(title="Progress 😀").title == "Progress 😀"


def test_of_many_unknown_names_ten_are_said() -> None:
    told = json.dumps({**BASE, **{f"n{at}": at for at in range(3_000)}}).encode()
    left_out = outline_in(told, "plan.json", sections=SECTIONS).left_out
    assert len(left_out) == 11
    assert left_out[-1] == "And 2,990 others were left out."


def test_a_list_is_no_outline() -> None:
    assert "named values was expected and a list found" in _refused(b"[]")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(Problem, match="has 200 MB, and outlines up to 40 MB are read"):
        read_outline(path, sections=SECTIONS)
    with pytest.raises(Problem, match="could not be read"):
        read_outline(tmp_path / "gone.json", sections=SECTIONS)


_ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.fixed_dictionaries({}, optional={
    name: _ANYTHING for name in ("title", "meets_on", "style", "period", "since", "parts", "items", "recommendations")
}))  # fmt: skip
def test_whatever_it_holds_it_is_read_or_refused_in_words(more: dict[str, Any]) -> None:
    try:
        read = _read(**more)
    except Problem as problem:
        assert problem.sentence.endswith(".")
    else:
        assert isinstance(read, SavedOutline)


_OF_A_LINE = st.sampled_from(("section", "text", "lines", "level", "png", "exempt", "options"))


@given(st.dictionaries(_OF_A_LINE, _ANYTHING))
def test_whatever_a_line_holds_it_is_read_or_refused_in_words(line: dict[str, Any]) -> None:
    for kind in ItemKind:
        try:
            _read(items=[{**line, "kind": kind.value}])
        except Problem as problem:
            assert "line 1" in problem.sentence
