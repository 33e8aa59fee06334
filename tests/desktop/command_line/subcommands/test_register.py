"""The register's tables, what is kept twice, and merging."""

from pathlib import Path

from tests.desktop.command_line.conftest import Clerk


def names(told: str) -> list[str]:
    return [line.split("  ")[0] for line in told.splitlines()[3:-1]]


def test_services_are_filtered_by_their_columns(county: Clerk) -> None:
    assert names(county.does("services")) == ["Larkmeadow House", "Quill Care", "Teacup Court"]
    assert names(county.does("services", "--district", "bassetlaw", "--district", "Gedling")) == [
        "Larkmeadow House",
        "Quill Care",
    ]
    assert names(county.does("services", "--kind", "home care")) == ["Quill Care"]
    assert names(county.does("services", "--rating", "Inadequate", "--contract", "Suspended")) == [
        "Larkmeadow House"
    ]
    assert names(county.does("services", "--text", "tea")) == ["Teacup Court"]
    assert county.does("services", "--text", "xyz") == "Services\nNothing to list.\n"


def test_a_value_that_no_line_has_is_answered_with_those_that_occur(county: Clerk) -> None:
    assert county.refuses("services", "--district", "Derby") == (
        "No line has the district “Derby”. Choose Bassetlaw, Gedling or Mansfield."
    )


def test_contacts_and_providers_are_listed(county: Clerk) -> None:
    assert names(county.does("contacts", "--district", "Gedling")) == ["Zoë Quillman"]
    assert county.does("providers", "--text", "teacup").splitlines()[3:] == [
        "Teacup Ltd                                        1",
        "1 provider.",
    ]


def test_other_organisations_are_added_changed_and_listed_apart(county: Clerk) -> None:
    said = county.does("add-provider", "Sample Care Board", "--organisation", "partner", "--phone", "01")
    assert said.startswith("Added Sample Care Board, partner organisation. Its key is ")
    assert "Sample" not in county.does("providers")
    assert names(county.does("providers", "--organisation", "partner")) == ["Sample Care Board"]
    assert county.does("edit-provider", "sample care", "--organisation", "council") == (
        "Changed Sample Care Board, council.\n"
    )
    listed = county.does("providers", "--text", "s", "--organisation", "council", "--organisation", "group")
    assert listed.splitlines()[-1] == "1 organisation."
    assert "only care providers run services" not in county.does("add-provider", "Quillmere Homes")
    assert "so it is a care provider" in county.refuses("edit-provider", "teacup", "--organisation", "group")


def test_a_table_is_saved_as_its_name_asks(county: Clerk, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx"):
        out = tmp_path / f"services.{ending}"
        assert county.does("services", "--district", "Gedling", "--out", out) == f"Saved “{out}”, 1 row.\n"
        assert out.stat().st_size
    assert "ends in nothing known" in county.refuses("services", "--out", tmp_path / "services.pdf")


def test_a_saved_table_that_names_an_exempt_service_is_marked(county: Clerk, tmp_path: Path) -> None:
    assert "EXEMPT" in county.does("services", "--out", tmp_path / "services.csv")


def test_duplicates_are_listed_merged_and_told_apart(county: Clerk) -> None:
    def again(db):  # type: ignore[no-untyped-def]
        from engagement.register.providers import add_provider

        add_provider(db, name="Teacup Limited")
        add_provider(db, name="Quill Limited")

    county.with_db(again)
    told = county.does("duplicates", "--kind", "provider")
    assert [line.split()[1] for line in told.splitlines()[3:]] == ["Quill", "Teacup"]
    assert county.refuses("merge", "provider", "teacup", "Teacup Limited") == (
        "“teacup” may be more than one provider: Teacup Limited; Teacup Ltd. Write more of the name, or its key."
    )
    assert county.does("merge", "provider", "Teacup Ltd", "Teacup Limited", "--take", "phone") == (
        "Merged Teacup Limited into Teacup Ltd.\n"
    )
    assert county.does("different", "provider", "Quill Ltd", "Quill Limited") == (
        "Marked Quill Ltd and Quill Limited as different.\n"
    )
    assert county.does("duplicates").splitlines()[1] == "Nothing to list."


def test_a_record_is_not_merged_with_itself(county: Clerk) -> None:
    assert county.refuses("merge", "service", "teacup", "court").startswith("Both are the same service.")


def test_what_is_not_there_is_said(county: Clerk) -> None:
    assert county.refuses("row-history", "provider", "Nobody") == (
        "There is no provider “Nobody”. Write a part of its name, or its key."
    )
