"""Makes the environment that the program runs in, once, in `.venv` beside the code; the system's Python is left alone.

Only the standard library is used, and syntax that old Pythons read, because this runs before anything is installed.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from pathlib import Path

from desktop.system_libraries import CannotSetUp, missing_in, needed_here, provide

OLDEST, NEWEST = (3, 11), (3, 13)
SPACE_NEEDED = 1_500_000_000  # bytes: 0.9 GB when installed, and what was fetched beside it until then
RESTARTED = "PROVIDER_DESK_RESTARTED"


class Purpose(Enum):
    """What the environment is for: the value is the name of the file that locks what is in it."""

    RUN = "requirements.lock"
    TEST = "requirements-tests.lock"


def say(sentence: str) -> None:
    """Tells the person at the terminal how far it is; at once, since long steps follow."""
    print(sentence, flush=True)


def prepare(root: Path, purpose: Purpose, again: Sequence[str]) -> None:
    """Returns when this interpreter has what is locked; otherwise provides it and runs `again` with it instead.

    `again` is what follows the interpreter on the command line.
    """
    trouble = python_trouble(sys.version_info[:2], sixty_four_bit=sys.maxsize > 2**32)
    if trouble:
        raise CannotSetUp(trouble)
    restarted = os.environ.pop(RESTARTED, None)
    if runs_here(root, purpose):
        return
    if restarted:
        raise CannotSetUp(
            f"The environment in {root / '.venv'} does not start: delete that folder and start again."
        )
    if not is_ready(root, purpose):
        make_ready(root, purpose)
    restart(python_in(root), again)


def python_trouble(version: tuple[int, ...], *, sixty_four_bit: bool) -> str:
    """Why this Python cannot run the program, or ""."""
    found = ".".join(map(str, version))
    if not OLDEST <= version <= NEWEST:
        return f"Provider Desk needs Python 3.11, 3.12 or 3.13, and this is Python {found}: start it with one of those."
    if not sixty_four_bit:
        return (
            f"Provider Desk needs a 64-bit Python, and this Python {found} is 32-bit: install the 64-bit one."
        )
    return ""


def runs_here(root: Path, purpose: Purpose) -> bool:
    """Whether this very interpreter has what is locked: ours in `.venv`, or one that somebody filled by hand."""
    if Path(sys.prefix) == root / ".venv":
        return is_ready(root, purpose)
    return all(_installed(name) in versions for name, versions in locked(root, purpose).items())


def locked(root: Path, purpose: Purpose) -> dict[str, set[str]]:
    """The versions of each package in the lock, leaving out those that another system or Python needs."""
    found: dict[str, set[str]] = {}
    for line in (root / purpose.value).read_text(encoding="utf-8").splitlines():
        pinned = re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)(.*)", line)
        if pinned and "sys_platform" not in pinned.group(3):
            found.setdefault(pinned.group(1), set()).add(pinned.group(2))
    return found


def _installed(name: str) -> str:
    import importlib.metadata  # slow, and not needed by a start from the environment

    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


# The environment and its stamp


def python_in(root: Path) -> Path:
    """The interpreter of the environment."""
    return root / ".venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def stamp_file(root: Path) -> Path:
    """Stands in the environment from its first moment: empty until set-up has finished, then what it was made from."""
    return root / ".venv" / "provider-desk.stamp"


def fingerprint(root: Path, purpose: Purpose) -> str:
    """Changes with all that the environment is made from: lock, project, Python, and the folder it stands in."""
    project = (root / "pyproject.toml").read_text(encoding="utf-8").partition("\n[tool.")[0]
    return _digest(_base(root), purpose.value, (root / purpose.value).read_text(encoding="utf-8"), project)


def _base(root: Path) -> str:
    """Changes with what an environment cannot outlive: its Python, and the folder that its scripts name."""
    return _digest(sys.version[:4], str(root))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def is_ready(root: Path, purpose: Purpose) -> bool:
    """Whether the environment was finished from what is locked now."""
    return fingerprint(root, purpose) in _stamp(root) and python_in(root).exists()


def _stamp(root: Path) -> list[str]:
    with contextlib.suppress(OSError):
        return stamp_file(root).read_text(encoding="utf-8").split()
    return []


def make_ready(root: Path, purpose: Purpose) -> None:
    """Makes the environment, or completes it, unless another start has done so meanwhile."""
    try:
        with _alone(root):
            if not is_ready(root, purpose):
                _make(root, purpose)
    except OSError as error:
        raise CannotSetUp(_why_not_written(error, root)) from error


def _make(root: Path, purpose: Purpose) -> None:
    if shutil.disk_usage(root).free < SPACE_NEEDED:
        raise CannotSetUp(
            f"The disk of {root} is nearly full: Provider Desk needs 1.5 GB free to set itself up."
        )
    if sys.platform.startswith("linux"):
        bare = not importlib.util.find_spec("ensurepip") or not importlib.util.find_spec("venv")
        packages = (f"python3.{sys.version_info[1]}-venv",) if bare else ()
        provide(needed_here(os.environ), say, packages=packages)
    if _base(root) in _stamp(root) and python_in(root).exists():
        say("Bringing the environment up to date.")
    else:
        _make_empty(root)
    stamp_file(root).write_text("", encoding="utf-8")
    _install(root, purpose)
    finished = [Purpose.RUN, purpose] if purpose is Purpose.TEST else [Purpose.RUN]
    stamps = (_base(root), *(fingerprint(root, each) for each in finished))
    stamp_file(root).write_text("\n".join(stamps), encoding="utf-8")
    say("Set up.")


def _make_empty(root: Path) -> None:
    folder = root / ".venv"
    if folder.exists():
        if not stamp_file(root).exists() and any(folder.iterdir()):
            raise CannotSetUp(
                f"The folder {folder} was not made by Provider Desk: rename or delete it and start again."
            )
        say(
            "Setting up again, since it was not finished or Python has changed: this takes about two minutes."
        )
        shutil.rmtree(folder)
    else:
        say("Setting up for the first time: this takes about two minutes.")
    folder.mkdir()
    stamp_file(root).write_text("", encoding="utf-8")
    made = _run([getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(folder)])
    if made:
        raise CannotSetUp(
            f"Python could not make the environment in {folder} ({_last_line(made)}): delete it and start again."
        )


def _install(root: Path, purpose: Purpose) -> None:
    pip = [
        str(python_in(root)),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--quiet",
    ]
    wanted = locked(root, purpose)
    say(f"Fetching {len(wanted)} packages.")
    failed = _run(
        [*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", str(root / purpose.value)]
    )
    if failed:
        raise CannotSetUp(why_pip_failed(failed, root))
    itself = ["--no-deps", "--no-build-isolation", "--no-index", "--config-settings", "editable_mode=compat"]
    failed = _run([*pip, *itself, "--editable", str(root)])
    if failed:
        raise CannotSetUp(why_pip_failed(failed, root))


def _run(command: list[str]) -> str:
    """Runs to the end in silence; returns what it printed if it failed, or ""."""
    environment = {**os.environ, "PIP_USER": "0", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command,
        env=environment,
        close_fds=False,  # a pip that outlives us holds the lock on, so that nobody clears the folder under it
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return (done.stdout or f"ended with code {done.returncode}") if done.returncode else ""


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1].rstrip(".") if lines else "it did not say why"


# What can go wrong, in words

NO_NETWORK = re.compile(
    "NewConnectionError|ConnectTimeout|ReadTimeout|NameResolutionError|Temporary failure in name resolution"
    "|getaddrinfo failed|Failed to establish a new connection|ProxyError|Network is unreachable"
    "|Connection refused|Connection reset|Max retries"
)
NOT_TRUSTED = re.compile("CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerification")
DISK_FULL = re.compile("No space left on device|Errno 28|Errno 122|WinError 112|not enough space")
NOT_WRITABLE = re.compile("Errno 13|Permission denied|WinError 5|WinError 32")
NOT_THERE = re.compile(r"No matching distribution found for ([\w.-]+)")


def why_pip_failed(output: str, root: Path) -> str:
    """The sentence for what pip printed when it failed."""
    if DISK_FULL.search(output):
        return _disk_full(root)
    if NOT_TRUSTED.search(output):
        return (
            "The package index’s certificate is not trusted here: "
            "give pip your organisation’s certificate and start again."
        )
    if NO_NETWORK.search(output):
        return (
            "The package index could not be reached: connect this computer to the network, "
            "or set pip’s index to one within reach, and start again."
        )
    if "DO NOT MATCH THE HASHES" in output:
        return (
            "A package that was fetched is not the one that is locked, so it was not installed: start again, "
            "and if it happens again tell whoever runs your package index."
        )
    absent = NOT_THERE.search(output)
    if absent:
        return (
            f"The package index in use has no {absent.group(1)} for this computer: Provider Desk needs 64-bit "
            "Windows, macOS 13 or newer, or a Linux on an Intel or AMD processor at least as new as Debian 12."
        )
    if NOT_WRITABLE.search(output):
        return (
            f"A file in {root / '.venv'} is in use or cannot be written: "
            "close Provider Desk everywhere and start again."
        )
    errors = [line.partition("ERROR:")[2].strip() for line in output.splitlines() if "ERROR:" in line]
    reason = errors[-1].rstrip(".") if errors else _last_line(output)
    return f"The packages could not be installed ({reason}): start again."


def _disk_full(root: Path) -> str:
    return f"The disk is full: make 1.5 GB free in {root} and in the folder for temporary files, and start again."


def _why_not_written(error: OSError, root: Path) -> str:
    if error.errno == errno.ENOSPC:
        return _disk_full(root)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"The folder {root} cannot be written to: "
            "copy Provider Desk to a folder of your own and start it there."
        )
    reason = error.strerror or str(error)
    return (
        f"The environment could not be made ({reason}): delete the folder {root / '.venv'} and start again."
    )


# One set-up at a time, and starting again


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Holds the lock file; the system lets go of it when this process and those it started have ended, however."""
    with (root / ".venv.lock").open("a+") as file:
        if not _take(file.fileno(), wait=False):
            say("Another set-up is under way in this folder: waiting for it.")
            while not _take(file.fileno(), wait=True):
                pass
        os.set_inheritable(file.fileno(), True)
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int, *, wait: bool) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(
                descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1
            )  # LK_LOCK tries for 10 s
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(descriptor: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True


def restart(python: Path, arguments: Sequence[str]) -> None:
    """Goes on in the other interpreter and does not come back."""
    os.environ[RESTARTED] = "1"
    command = [str(python), *arguments]
    if sys.platform == "win32":  # there exec would give the terminal back before the program ends
        raise SystemExit(subprocess.call(command))
    sys.stdout.flush()
    os.execv(command[0], command)


def run_plainly(action: Callable[[], int]) -> int:
    """Runs the action; what stands in the way is one sentence and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old terminal's alphabet must not stop the program
    try:
        return action()
    except CannotSetUp as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except ImportError as error:
        if not missing_in(str(error)):
            raise
        print(missing_in(str(error)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. Start again to go on.", file=sys.stderr)
        return 130
