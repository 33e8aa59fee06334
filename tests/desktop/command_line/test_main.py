"""How the command line answers: exit codes, one sentence, and what it needs."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.command_line.main import main, parser
from resources.database import Database
from tests.desktop.command_line.conftest import Clerk

ROOT = Path(__file__).parents[3]


SUBCOMMANDS = {
    "new", "sample", "history", "row-history", "undo", "redo", "backup", "backups", "restore", "check", "import",
    "published-ratings", "services", "contacts", "providers", "duplicates", "merge", "different", "market",
    "market-summary", "events", "series", "make-series", "archive-series", "restore-series",
    "plan-event", "audience", "invite", "participants", "reply",
    "substitute", "check-in", "check-out", "tick-sheet", "walk-in", "undo-check-in", "present", "absent",
    "close-event", "reopen-event", "attendance", "coming", "forum-summary", "sign-in-sheet",
}  # fmt: skip


def test_help_lists_every_subcommand(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(f"    {name} " in told or f"    {name}\n" in told for name in SUBCOMMANDS)


def test_every_subcommand_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    for name in SUBCOMMANDS:
        assert main([name, "--help"]) == 0
        assert capsys.readouterr().out.startswith(f"usage: provider-desk {name} ")


@pytest.mark.parametrize(
    "arguments",
    [(), ("dance",), ("market", "--as-at", "yesterday"), ("reply", "forum", "perhaps", "Amina"), ("check", "--loudly")],
)  # fmt: skip
def test_what_is_not_understood_is_usage_and_ends_with_2(clerk: Clerk, arguments: tuple[str, ...]) -> None:
    answer = clerk(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("usage: provider-desk")


def test_a_file_that_is_not_there_is_one_sentence_and_ends_with_1(clerk: Clerk, tmp_path: Path) -> None:
    clerk.file = tmp_path / "nowhere.providerdesk"
    told = clerk.refuses("services")
    assert told == f"There is no file at “{clerk.file}”. Open another one, or start a new database."


def test_without_a_file_the_offices_own_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PROVIDER_DESK_HOME", str(tmp_path))
    assert main(["new"]) == 0
    assert capsys.readouterr().out == (
        f"Made a new database, “{tmp_path / 'data' / 'Provider Desk.providerdesk'}”.\n"
    )


def test_a_console_that_lacks_a_letter_gets_a_mark_instead(
    county: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", console)
    assert main(["--file", str(county.file), "contacts", "--text", "Quillman"]) == 0
    console.seek(0)
    assert "Zo? Quillman" in console.read()


def run(code: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_neither_the_window_nor_what_writes_documents_is_loaded_for_a_table(county: Clerk) -> None:
    code = (
        "import sys; from desktop.command_line.main import main; main(sys.argv[1:]); "
        "heavy = {'PySide6', 'shiboken6', 'pandas', 'numpy', 'matplotlib', 'scipy', 'docx', 'openpyxl', 'xlsxwriter'}; "
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    for table in (
        ("services",),
        ("market",),
        ("events",),
        ("participants", "forum"),
        ("history",),
        ("check",),
    ):
        done = run(code, "--file", county.file, *table)
        assert (done.stderr.strip(), done.returncode) == ("[]", 0)


def test_a_reader_that_has_read_enough_is_no_fault(county: Clerk) -> None:
    code = (
        "import sys, os; from desktop.command_line.main import main; "
        "read, write = os.pipe(); os.dup2(write, 1); os.close(write); os.close(read); sys.exit(main(sys.argv[1:]))"
    )
    done = run(code, "--file", county.file, "services")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_installed_command_is_this_one() -> None:
    assert parser().prog == "provider-desk"
    assert 'provider-desk = "desktop.command_line.main:main"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_tables_are_read_beside_whoever_has_the_file_open_and_writing_is_refused(county: Clerk) -> None:
    def meanwhile(_db: Database) -> None:
        assert county.does("providers").endswith("3 providers.\n")
        assert "Test Clerk" in county.refuses("undo")

    county.with_db(meanwhile)
    assert county.does("undo").startswith("Undone: ")


def test_a_refusal_leaves_nothing_written(county: Clerk) -> None:
    before = county.does("history")
    county.refuses("check-in", "forum", "amina", "xyz")
    county.refuses("reply", "forum", "accepted", "beth", "xyz")
    assert county.does("history") == before


NOT_WRITTEN = "The answer could not be written out"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_nothing_takes_is_one_sentence(county: Clerk) -> None:
    code = (
        "import os, sys; os.dup2(os.open('/dev/full', os.O_WRONLY), 1); "
        "from desktop.command_line.main import main; sys.exit(main(sys.argv[1:]))"
    )
    done = run(code, "--file", county.file, "services")
    assert done.returncode == 1
    assert done.stderr.startswith(NOT_WRITTEN)
    assert done.stderr.count("\n") == 1


def test_a_closed_output_is_one_sentence(county: Clerk) -> None:
    code = "import sys; sys.stdout = None; from desktop.command_line.main import main; sys.exit(main(sys.argv[1:]))"
    done = run(code, "--file", county.file, "services")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(NOT_WRITTEN)


def test_a_letter_that_the_output_refuses_is_one_sentence(
    county: Clerk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Narrow(io.StringIO):
        def write(self, text: str) -> int:
            text.encode("ascii")
            return super().write(text)

    monkeypatch.setattr(sys, "stdout", Narrow())
    assert main(["--file", str(county.file), "contacts", "--text", "Quillman"]) == 1
    assert capsys.readouterr().err.startswith(NOT_WRITTEN)


def test_typed_bytes_that_are_no_text_are_marked(county: Clerk) -> None:
    assert main(["--file", str(county.file), "--who", "Zo\udceb", "undo"]) == 0
    assert "Zo\ufffd" in county.does("history")
    assert county.does("services", "--text", "caf\udce9").endswith("Nothing to list.\n")


@pytest.mark.parametrize("name", ["x.pdf", "x.csv", "x.txt"])
def test_a_word_document_is_not_saved_as_something_else(county: Clerk, tmp_path: Path, name: str) -> None:
    for document in (("forum-summary", "forum"), ("sign-in-sheet", "forum"), ("market-summary",)):
        assert county.refuses(*document, tmp_path / name)
        assert not (tmp_path / name).exists()


def test_a_sheet_without_an_ending_gets_one(county: Clerk, tmp_path: Path) -> None:
    assert "sheet.docx" in county.does("sign-in-sheet", "forum", tmp_path / "sheet")
    assert (tmp_path / "sheet.docx").exists()
