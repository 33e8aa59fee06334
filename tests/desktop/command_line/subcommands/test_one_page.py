"""One page on a provider from the command line."""

from pathlib import Path


def test_it_is_printed_or_saved(county, tmp_path: Path) -> None:
    shown = county.does("provider-one-page", "Larkmeadow House", "--since", "2019-06-01")
    assert shown.startswith("EXEMPT – NOT FOR PUBLICATION\nLarkmeadow House\n")
    assert "Since 1 June 2019: New ratings: Inadequate." in shown
    file = tmp_path / "page.docx"
    assert (
        county.does("provider-one-page", "Quill Ltd", "--out", file)
        == "Saved “page.docx”, marked as exempt.\n"
    )
    assert file.read_bytes().startswith(b"PK")
    assert "1 service in use" in county.does("provider-one-page", "Quill", "--provider")


def test_what_is_not_known_is_said(county) -> None:
    assert "Nobody" in county.refuses("provider-one-page", "Nobody at all")
    assert "in the future" in county.refuses("provider-one-page", "Teacup Court", "--since", "2030-01-01")
