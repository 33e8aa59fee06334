"""What Qt needs of the operating system: the screen, the shared libraries, and the Debian packages that hold them.

Only the standard library is used, and syntax that old Pythons read, because this runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X_SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_SCREEN = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
PACKAGES = {**ALWAYS, **X_SCREEN, **WAYLAND_SCREEN}


class CannotSetUp(Exception):
    """What stands in the way of starting, in one sentence that says what to do."""


@dataclass(frozen=True)
class Showing:
    """How to show the program: in a window through `platform` ("" lets Qt choose), or not, for `reason`."""

    window: bool
    platform: str = ""
    reason: str = ""


def needed_here(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The libraries that the program needs on this Linux, with this screen or none."""
    return (*ALWAYS, *missing_for_screen(environment))


def can_load(library: str) -> bool:
    """Whether the system's loader finds the library and everything that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(libraries: Iterable[str], loads: Callable[[str], bool] = can_load) -> tuple[str, ...]:
    """Those of the libraries that do not load."""
    return tuple(library for library in libraries if not loads(library))


def missing_for_screen(
    environment: Mapping[str, str], loads: Callable[[str], bool] = can_load
) -> tuple[str, ...]:
    """What has to be installed before a window can open; nothing when one kind of screen is complete."""
    lacking: list[tuple[str, ...]] = []
    if environment.get("WAYLAND_DISPLAY"):
        lacking.append(missing(WAYLAND_SCREEN, loads))
    if environment.get("DISPLAY"):
        lacking.append(missing(X_SCREEN, loads))
    return min(lacking, key=len, default=())


def way_to_show(
    system: str,
    environment: Mapping[str, str],
    *,
    x_answers: Callable[[], bool],
    wayland_answers: Callable[[], bool],
) -> Showing:
    """Window or pictures: a window wherever a screen answers, or where Qt was told what to draw on."""
    if not system.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return Showing(window=True)
    x, wayland = environment.get("DISPLAY", ""), environment.get("WAYLAND_DISPLAY", "")
    if not x and not wayland:
        return Showing(
            window=False, reason="There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
        )
    answering = [
        name
        for name, answers in (("wayland", wayland and wayland_answers()), ("xcb", x and x_answers()))
        if answers
    ]
    if not answering:
        return Showing(window=False, reason=f"The display {x or wayland} does not answer.")
    return Showing(window=True, platform=";".join(answering))


def x_answers() -> bool:
    """Whether the X server named by DISPLAY accepts a connection; Qt would end the process if not."""
    if missing(X_SCREEN):
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    works = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return works


def wayland_answers() -> bool:
    """Whether the compositor named by WAYLAND_DISPLAY accepts a connection."""
    if missing(WAYLAND_SCREEN):
        return False
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_connect.argtypes = [ctypes.c_char_p]
    wayland.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    display = wayland.wl_display_connect(None)
    if display:
        wayland.wl_display_disconnect(display)
    return bool(display)


def packages_for(libraries: Iterable[str]) -> tuple[str, ...]:
    """The Debian packages that hold the libraries, as far as they are known, each once, in order."""
    return tuple(sorted({PACKAGES[library] for library in libraries if library in PACKAGES}))


def missing_in(error: str) -> str:
    """What to say of an import error that is the system's lack of a shared library; "" for any other."""
    found = re.search(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file", error)
    if not found:
        return ""
    libraries = (found.group(1),)
    return what_to_install(libraries, packages_for(libraries), debian=bool(shutil.which("apt-get")))


def provide(libraries: Iterable[str], say: Callable[[str], None], *, packages: tuple[str, ...] = ()) -> None:
    """Sees to it that the libraries load and the Debian packages are there, installing them where that is allowed."""
    lacking = missing(libraries)
    wanted = (*packages_for(lacking), *packages)
    if not wanted:
        return
    prefix = _as_root() if shutil.which("apt-get") else None
    if prefix is None:
        raise CannotSetUp(what_to_install(lacking, wanted, debian=bool(shutil.which("apt-get"))))
    say(f"Installing the system {_packages(wanted)}.")
    failed = _install(prefix, wanted)
    if failed:
        raise CannotSetUp(
            f"The system {_packages(wanted)} could not be installed ({failed}): run “apt-get update” and "
            f"“apt-get install {' '.join(wanted)}” as the administrator, and start again."
        )


def what_to_install(libraries: tuple[str, ...], packages: tuple[str, ...], *, debian: bool) -> str:
    """The sentence for someone who may not install the packages, or whose system has other names for them."""
    if debian and packages:
        return (
            f"Provider Desk needs the system {_packages(packages)}: have the administrator run "
            f"“sudo apt-get update && sudo apt-get install {' '.join(packages)}”, and start again."
        )
    known = f" (Debian’s {_packages(packages)})" if packages else ""
    return (
        f"Provider Desk needs {_listed(libraries or packages)}, which this system lacks: "
        f"install what holds it{known}, and start again."
    )


def _install(prefix: list[str], packages: tuple[str, ...]) -> str:
    """Installs the packages; returns why it failed, or ""."""
    # sudo drops the environment, so env sets what apt-get has to know behind it
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--yes"]
    output = ""
    for command in (["update"], ["install", "--no-remove", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [*apt, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        output += done.stdout
    return _last_error(output) if done.returncode else ""


def _as_root() -> list[str] | None:
    """What to put before a command to run it as root, or None where that is not allowed."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        asked = subprocess.run(
            ["sudo", "-n", "true"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if asked.returncode == 0:
            return ["sudo", "-n"]
    return None


def _last_error(output: str) -> str:
    if re.search("Temporary failure resolving|Could not resolve|Could not connect|Connection failed", output):
        return "the package archive could not be reached"
    errors = [line[2:].strip() for line in output.splitlines() if line.startswith(("E:", "W:"))]
    return errors[-1].rstrip(".") if errors else "apt-get did not say why"


def _packages(names: tuple[str, ...]) -> str:
    return f"package{'s' if len(names) > 1 else ''} {_listed(names)}"


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
