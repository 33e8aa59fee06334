"""Forty canaries in the locked register, and none of them in any other file: whatever is done, and whatever fails."""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import iwork_register, page_list
from desktop.command_line.main import main, parser
from desktop.office import Office
from desktop.pages.iwork import iwork
from desktop.pages.iwork.open_register import SIDES
from desktop.pages.iwork.people_side import PeopleSide
from desktop.shell.looks.look import Theme
from desktop.shell.looks.style import apply_style
from desktop.shell.settings import Settings
from resources.database import Database, change, new_key
from resources.database.locked.places import places_of
from resources.problem import Problem
from tests.desktop.pages.iwork.locked_desk import PASSPHRASE, START, Clocks, Held
from tests.journeys.canaries import (
    CANARIES,
    add_canaries,
    free_texts,
    in_bytes,
    in_text,
    leaks,
    tables_of_people,
)
from workforce.iwork.people.people import people
from workforce.iwork.posts.posts import add_post
from workforce.iwork.profile.shipped import add_shipped_words

ROOT = Path(__file__).resolve().parents[2]
TODAY = START.date()
OF_A_POST = {
    "iwork-contacts": ["Rosewood House"], "iwork-post": ["P-001"], "iwork-match": ["--post", "P-001"],
    "iwork-explain": ["IW-003", "P-001"], "iwork-shortlist": ["P-001"],
}  # fmt: skip
"""What these are asked; the others are asked of somebody, or of all."""


@pytest.fixture(scope="session")
def with_canaries(tmp_path_factory: pytest.TempPathFactory, migrated: bytes) -> Path:
    """A closed file of an office with their register beside it, to be copied."""
    path = tmp_path_factory.mktemp("canaries") / "Care team.providerdesk"
    path.write_bytes(migrated)
    opened, _code = iwork_register.make_register(path, PASSPHRASE, who="Test Coach")
    an_employer(opened.db)
    add_canaries(opened.db, today=TODAY)
    opened.close()
    return path


def an_employer(vault: Database) -> None:
    """With a post."""
    facts = {
        "name": "Rosewood House",
        "stage": "interest",
        "interest_from": "call",
        "interest_on": "2026-03-02",
    }
    key = new_key()
    with change(vault, "Added the employer Rosewood House"):
        vault.insert_row("employer", {"id": key, **facts})
    add_post(vault, key, "Lunch service", today=TODAY)


@pytest.fixture
def everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder beneath which all stands that is written: the program’s home, and what is only for a while."""
    for name, place in (("PROVIDER_DESK_HOME", "home"), ("TMPDIR", "while"), ("SQLITE_TMPDIR", "while")):
        (tmp_path / place).mkdir(exist_ok=True)
        monkeypatch.setenv(name, str(tmp_path / place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


@pytest.fixture
def office_file(everything: Path, with_canaries: Path) -> Path:
    """A copy of the office and its register."""
    folder = everything / "office"
    shutil.copytree(with_canaries.parent, folder)
    return folder / with_canaries.name


# --- the search itself --------------------------------------------------------------------------------------


def test_every_free_text_about_people_has_a_canary_in_it(office_file: Path) -> None:
    opened = iwork_register.open_register(office_file, PASSPHRASE, who="Test Coach", now=START)
    tables = ("person", *tables_of_people(opened.db))
    assert len(tables) >= 20
    for table in tables:
        for column in free_texts(opened.db, table):
            written = [str(cell) for (cell,) in opened.db.rows(f'select "{column}" from "{table}"')]
            assert len(in_text("\n".join(written))) >= len(CANARIES), (table, column)
    opened.close()


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
def test_the_search_finds_what_is_planted(tmp_path: Path, code: str) -> None:
    one = CANARIES[17]
    assert leaks([tmp_path]) == []
    for place, told in enumerate(one.told):
        path = tmp_path / f"{place}.bin"
        path.write_bytes(b"\x01" * (2 * place + 1) + told.upper().encode(code) + b"\x00\xff")
        assert leaks([tmp_path]) == [f"{path}: {told}"]
        assert leaks([path], exempt=[path]) == []
        path.unlink()
    with zipfile.ZipFile(tmp_path / "Document.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", f"<t>{one.word}</t>".encode(code))
    assert leaks([tmp_path]) == [f"{tmp_path / 'Document.docx'}: {one.word}"]
    (tmp_path / "Document.docx").rename(tmp_path / f"{one.family}.txt")
    assert len(leaks([tmp_path])) == 2


def test_what_is_not_locked_is_full_of_them(everything: Path, vault: Database) -> None:
    """So that finding none says something of the lock."""
    add_shipped_words(vault)
    an_employer(vault)
    add_canaries(vault, today=TODAY)
    told = {told for one in CANARIES for told in one.told}
    found = {line.rpartition(": ")[2] for line in leaks([everything])}
    assert found == told


# --- in the window ------------------------------------------------------------------------------------------


@pytest.fixture
def held(
    office_file: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Held]:
    """The program on it, with its clocks turned by hand."""
    clocks, real = Clocks(), iwork.IWorkPage
    monkeypatch.setattr(
        page_list, "IWorkPage", lambda desk, vault: real(desk, vault, now=clocks.now, ticks=clocks.ticks)
    )
    apply_style(qapp, Theme.LIGHT, text_scale=1.0)
    settings = Settings()
    settings.put("who", "Test Coach")
    office = Office(settings, now=clocks.now)
    office.open(office_file)
    made = Held(office, qtbot, clocks)
    made.go_to_page()
    yield made
    office.quit()


def said_by(held: Held) -> str:
    """All that the window and its widgets say, hidden ones too: titles, names, menus, tips."""
    said = [QGuiApplication.clipboard().text(), *(one.text() for one in held.window.findChildren(QAction))]
    for widget in QApplication.allWidgets():
        said += [
            widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(),
            *(str(widget.property(name) or "") for name in ("text", "plainText", "title", "placeholderText")),
        ]  # fmt: skip
    return "\n".join(said)


def in_titles_and_menus(held: Held) -> list[str]:
    """While it is open, too: what shows on a task bar or over a shoulder."""
    titles = [one.windowTitle() for one in QApplication.topLevelWidgets()]
    return in_text("\n".join([*titles, *(one.text() for one in held.window.findChildren(QAction))]))


def test_nothing_of_them_is_written_while_somebody_works(held: Held, everything: Path) -> None:
    """Every side looked at, a name shown, somebody found, changed, undone; after each step all files are searched."""
    held.unlock()
    held.be_active()
    vault = held.register._desk.db
    some = people(vault)
    found: dict[str, list[str]] = {}

    def step(name: str) -> None:
        found[name] = leaks([everything]) + in_titles_and_menus(held)

    for side in SIDES:
        held.register.tabs.turn_to(next(one for one in held.register.sides if isinstance(one, side)))
        held.window.refresh_actions()
        step(f"the side {side.tab}")
    look_at_people(held, some[3].id)
    step("a name shown")
    find_anything(held, CANARIES[3].word)
    step("somebody looked for")
    type_into_a_dialog(held)
    step("a dialog open")
    held.page.lock.keeper.back_up()  # type: ignore[union-attr]
    held.qtbot.waitUntil(lambda: bool(iwork_register.backups_of(held.page.lock.path)))
    step("a backup made")
    held.register._desk.messages.raised(ValueError(CANARIES[5].word))
    step("a fault of the program")
    QGuiApplication.clipboard().setText(CANARIES[4].family)
    held.page.ask_to_lock()
    held.locked()
    step("locked")
    assert in_text(said_by(held)) == []
    held.unlock()
    step("unlocked again")
    held.office.quit()
    found["ended"] = leaks([everything])
    assert found == {name: [] for name in found}


def look_at_people(held: Held, key: str) -> None:
    side = next(one for one in held.register.sides if isinstance(one, PeopleSide))
    held.register.tabs.turn_to(side)
    held.register.show_row(key)
    side.show_or_hide_name()
    assert CANARIES[3].given in said_by(held)
    side.pane.bar.field.setText(CANARIES[3].given)
    side.pane.table.selectAll()


def find_anything(held: Held, words: str) -> None:
    held.window.find_anything()
    palette = held.window.findChild(QWidget, "palette")
    palette.field.setText(words)
    palette.close()


def type_into_a_dialog(held: Held) -> None:
    side = next(one for one in held.register.sides if isinstance(one, PeopleSide))
    side.pane.bar.field.setText("")
    side.acts.edit()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if one.windowTitle().startswith("Change IW-")]
    dialog.form.rows["note"].field.show_answer(CANARIES[6].word)


# --- on the command line ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Run:
    """What came of a subcommand."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(
    office_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Run]:
    """Run a subcommand on the office’s file; whoever is asked for a secret types `secret`."""

    def do(*given: str, secret: str = PASSPHRASE) -> Run:
        monkeypatch.setattr("getpass.getpass", lambda _prompt: secret)
        everything = ("--file", str(office_file), "--who", "Test Clerk", *given)
        code = main(list(everything), clock=lambda: START)
        told = capsys.readouterr()
        return Run(code, told.out, told.err)

    return do


def _that_save() -> Iterator[tuple[str, list[str]]]:
    """The subcommands of i-Work that save a table or a paper, with the words that stand in its place and before."""
    commands = next(one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    for name, each in commands.choices.items():
        places = [one for one in each._actions if not one.option_strings]
        out = [] if any(one.metavar == "OUT.docx" for one in places) else ["--out", "OUT.docx"]
        if name.startswith("iwork-") and (
            not out or any("--out" in one.option_strings for one in each._actions)
        ):
            if name in OF_A_POST:
                yield name, [*OF_A_POST[name], *(out or ["OUT.docx"])]
                continue
            needed = [one for one in places if one.metavar == "OUT.docx" or one.nargs not in ("?", "*")]
            yield name, ["OUT.docx" if one.metavar == "OUT.docx" else "IW-003" for one in needed] + out


def test_what_is_saved_by_command_is_marked_or_names_nobody(
    run: Callable[..., Run], everything: Path
) -> None:
    saved, marked = set(), []
    for name, asked in _that_save():
        out = everything / f"{name}.docx"
        told = run(name, *(str(out) if one == "OUT.docx" else one for one in asked))
        assert in_text(told.err) == [], (name, told.err)
        if told.code == 0 and out.exists():
            saved.add(name)
            if "EXEMPT" in told.out or says_exempt(out):
                marked.append(out)
            else:
                assert not speaks_of_one(out), (name, told.out)
    wanted = {"iwork-people", "iwork-views", "iwork-subject-access", "iwork-shortlist", "iwork-match"}
    assert saved == {name for name, _ in _that_save()}
    assert wanted <= {one.stem for one in marked}
    assert not {"iwork-figures", "iwork-summary"} & {one.stem for one in marked}
    assert leaks([everything], exempt=marked) == []


def speaks_of_one(path: Path) -> bool:
    """By reference, which is enough to be exempt."""
    with zipfile.ZipFile(path) as packed:
        return any(b"IW-0" in packed.read(one) for one in packed.namelist())


def says_exempt(path: Path) -> bool:
    """A document that says of itself that it is."""
    with zipfile.ZipFile(path) as packed:
        return any(b"EXEMPT" in packed.read(one).upper() for one in packed.namelist())


def test_what_goes_wrong_on_the_command_line_names_nobody(
    run: Callable[..., Run], everything: Path, office_file: Path
) -> None:
    one = CANARIES[9]
    assert run("iwork-people", secret="not the passphrase at all").code != 0
    told = [
        run("iwork-people", secret="not the passphrase at all"),
        run("iwork-person", "IW-077"),
        run("iwork-consent", "IW-003"),
        run("iwork-purge", "IW-004"),
        run("iwork-explain", "IW-003", "P-099"),
    ]
    assert in_text("\n".join(f"{each.out}\n{each.err}" for each in told if each.code)) == []
    register = places_of(office_file).register
    register.write_bytes(register.read_bytes()[:-5000])
    damaged = run("iwork-people")
    assert damaged.code != 0 and in_text(damaged.out + damaged.err) == []
    assert leaks([everything]) == [] and one.word not in damaged.err


# --- cut off ------------------------------------------------------------------------------------------------

_CHILD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desktop import iwork_register
from resources.database.locked import keyring
from resources.database.locked.key_files import Slowness
from tests.journeys.canaries import CANARIES
from workforce.iwork.people.people import edit_person, people
keyring.slowness = Slowness(rounds=64, least=16, most=256)
office, what, secret = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
now = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
def begin():
    return iwork_register.open_register(office, secret, who="Test Coach", now=now)
opened, number = begin(), 0
some = people(opened.db)
while True:
    print("will", flush=True)
    number += 1
    for one, canary in zip(some[:2], CANARIES):
        words = " ".join([canary.word, str(number)] * 40)
        edit_person(opened.db, one.id, today=now.date(), note=words)
    if what == "backup":
        iwork_register.make_backup(opened, reason="asked for", now=now)
    if what == "lock":
        opened.close()
        opened = begin()
"""


@pytest.mark.parametrize("what", ["write", "backup", "lock"])
def test_killed_in_the_middle_it_leaves_none_of_them_behind(
    office_file: Path, everything: Path, what: str
) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(office_file), what, PASSPHRASE],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None
    for _ in range(2):
        assert child.stdout.readline() == "will\n"
    while_it_runs = leaks([everything])
    os.kill(child.pid, signal.SIGKILL) if hasattr(signal, "SIGKILL") else child.kill()
    _, told = child.communicate()
    assert (while_it_runs, leaks([everything]), in_text(told)) == ([], [], [])
    opened = iwork_register.open_register(office_file, PASSPHRASE, who="Test Coach", now=START)
    assert len(people(opened.db)) == len(CANARIES)
    assert opened.db.value("pragma integrity_check") == "ok"
    opened.close()
    assert leaks([everything]) == []


def test_neither_backups_nor_a_restored_register_show_them(office_file: Path, everything: Path) -> None:
    opened = iwork_register.open_register(office_file, PASSPHRASE, who="Test Coach", now=START)
    made = iwork_register.make_backup(opened, reason="asked for", now=START)
    opened.close()
    assert in_bytes(made.path.read_bytes()) == [] and leaks([everything]) == []
    aside = iwork_register.restore(office_file, made, PASSPHRASE, who="Test Coach", now=START)
    assert aside is not None and aside.exists() and leaks([everything]) == []
    made.path.write_bytes(b"\x00" * 4096)
    with pytest.raises(Problem) as refused:
        iwork_register.restore(office_file, made, PASSPHRASE, who="Test Coach", now=START)
    assert in_text(f"{refused.value.sentence} {refused.value.details}") == [] and leaks([everything]) == []
