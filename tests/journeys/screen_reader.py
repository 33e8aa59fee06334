"""A screen reader for tests: a screen, the two buses, the program, and what AT-SPI tells of it.

Everything runs in folders and on a display of its own, in one process group that `Desktop.close` ends.
"""

import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

from tests.journeys.accessible import NotHeard, Thing

ROOT = Path(__file__).parents[2]
DEADLINE = 30.0
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_REGISTRIES = ("/usr/libexec/at-spi2-registryd", "/usr/lib/at-spi2-core/at-spi2-registryd")
_ROOT_PATH = "/org/a11y/atspi/accessible/root"
_HEARD = (
    "object:announcement", "object:state-changed:focused", "object:state-changed:active",
    "object:property-change:accessible-name", "object:text-changed", "object:active-descendant-changed",
    "window:activate", "window:create", "focus:",
)  # fmt: skip
_KEYSYM = 3
KEYS = {
    "Return": 0xFF0D, "Escape": 0xFF1B, "Tab": 0xFF09, "Down": 0xFF54, "Up": 0xFF52, "Home": 0xFF50, "End": 0xFF57,
    "Right": 0xFF53, "Left": 0xFF51, "Space": 0x20, "F2": 0xFFBF,
}  # fmt: skip
_HELD = {"Ctrl": 37, "Shift": 50, "Alt": 64}  # by their place, as every evdev and pc105 keyboard has them
_PRESS, _RELEASE = 0, 1

Found = TypeVar("Found")


def lacking() -> str:
    """What has to be installed before the program can be driven from outside, as a sentence; "" when nothing."""
    found = {"xvfb": shutil.which("Xvfb"), "dbus-daemon": shutil.which("dbus-daemon")}
    found["at-spi2-core"] = _first(_LAUNCHERS) if _first(_REGISTRIES) else None
    absent = [package for package, path in found.items() if not path]
    from desktop.system_libraries import X_SCREEN, missing

    absent += sorted({X_SCREEN[library] for library in missing(X_SCREEN)})
    return f"Not installed: the Debian packages {', '.join(absent)}." if absent else ""


def _first(paths: tuple[str, ...]) -> str | None:
    return next((path for path in paths if Path(path).exists()), None)


@dataclass(frozen=True)
class Event:
    """Something that happened: `object:announcement` says its text in `detail`."""

    kind: str
    detail: str
    sender: str
    path: str


class Desktop:
    """A screen with both buses and one program; close it whatever happens."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="pd-"))
        self._processes: list[subprocess.Popen[bytes]] = []
        self._group = 0
        self._bus: DBusConnection | None = None
        self._queue: deque[Any] = deque()
        self.events: list[Event] = []
        self.home = self._folder / "home"
        self.errors = self._folder / "errors.txt"
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    # Starting and ending

    def _start(self) -> None:
        for name in ("home", "run"):
            (self._folder / name).mkdir(mode=0o700)
        kept = {
            name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "TZ", "VIRTUAL_ENV"}
        }
        self._environment = kept | {
            "HOME": str(self._folder),
            "XDG_RUNTIME_DIR": str(self._folder / "run"),
            "GSETTINGS_BACKEND": "memory",
            "LC_ALL": "C.UTF-8",
        }
        screen = self._run_and_read(
            "Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"
        )
        self._environment["DISPLAY"] = f":{screen}"
        address = self._run_and_read(
            "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"
        )
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self._run(str(_first(_LAUNCHERS)), "--launch-immediately")
        with open_dbus_connection(address) as session:
            where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            _wait_for_name(session, "org.a11y.Bus")
            (a11y,) = session.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=DEADLINE).body
        self._environment["AT_SPI_BUS_ADDRESS"] = a11y
        self._bus = open_dbus_connection(a11y)
        self._run(str(_first(_REGISTRIES)))
        _wait_for_name(self._bus, "org.a11y.atspi.Registry")
        self._listen()

    def _run(
        self, *command: str, out: int = subprocess.DEVNULL, errors: Any = subprocess.DEVNULL, **more: str
    ) -> Any:
        started = subprocess.Popen(
            command,
            env=self._environment | more,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=errors,
            process_group=self._group,
        )
        self._group = self._group or started.pid
        self._processes.append(started)
        return started

    def _run_and_read(self, *command: str) -> str:
        started = self._run(*command, out=subprocess.PIPE)
        read = b""
        until = time.monotonic() + DEADLINE
        while not read.endswith(b"\n"):
            ready, _, _ = select.select([started.stdout], [], [], max(0.0, until - time.monotonic()))
            more = os.read(started.stdout.fileno(), 4096) if ready else b""
            if not more:
                raise NotHeard(f"{command[0]} did not say where it is")
            read += more
        return read.decode().strip()

    def start_program(self, *arguments: str) -> "Thing":
        """The program as a person starts it, and its tree once it is there."""
        with self.errors.open("ab") as errors:
            self._program = self._run(
                sys.executable, "-c", "from desktop.main import main; raise SystemExit(main())", *arguments,
                errors=errors, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                PROVIDER_DESK_HOME=str(self.home), PYTHONPATH=str(ROOT),
            )  # fmt: skip
        return self.wait_for(self._application, "the program on the accessibility bus")

    def _application(self) -> "Thing | None":
        if self._program.poll() is not None:
            raise NotHeard(f"the program ended: {self.said_in_terminal()[-2000:]}")
        root = Thing(self, "org.a11y.atspi.Registry", _ROOT_PATH)
        return next((one for one in root.children() if one.children()), None)

    def wait_for_end(self) -> int:
        """Wait until the program has ended by itself; its exit code."""
        code: int = self._program.wait(timeout=DEADLINE)
        return code

    def close(self) -> None:
        """End everything that was started, and remove its folders."""
        if self._bus is not None:
            self._bus.close()
        if self._group:
            for how in (signal.SIGTERM, signal.SIGKILL):
                try:
                    os.killpg(self._group, how)
                except ProcessLookupError:
                    break
                for process in self._processes:
                    try:
                        process.wait(timeout=5)
                    except subprocess.TimeoutExpired:
                        break
        for process in self._processes:
            if process.stdout is not None:
                process.stdout.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> "Desktop":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    # Talking and listening

    def call(
        self, bus_name: str, path: str, interface: str, method: str, signature: str = "", *body: Any
    ) -> Any:
        """One call over the accessibility bus; its reply's body. LookupError when the object has gone."""
        assert self._bus is not None
        where = DBusAddress(path, bus_name=bus_name, interface=interface)
        message = new_method_call(where, method, signature or None, body)
        reply = self._bus.send_and_get_reply(message, timeout=DEADLINE)
        if reply.header.message_type is MessageType.error:
            name = reply.header.fields.get(HeaderFields.error_name)
            raise LookupError(f"{method} at {path}: {name} {reply.body}")
        return reply.body

    def _listen(self) -> None:
        assert self._bus is not None
        for family in ("Object", "Window", "Focus"):
            rule = MatchRule(type="signal", interface=f"org.a11y.atspi.Event.{family}")
            self._bus.filter(rule, queue=self._queue)
            Proxy(message_bus, self._bus).AddMatch(rule)
        for event in _HEARD:
            self.call(
                "org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "RegisterEvent",
                "sass", event, [], "",
            )  # fmt: skip

    def take_events(self, seconds: float = 0.0) -> None:
        """Note what has happened, waiting at most so long for something to happen."""
        assert self._bus is not None
        if not self._queue:
            try:
                self._queue.append(self._bus.recv_until_filtered(self._queue, timeout=seconds))
            except TimeoutError:
                return
        while self._queue:
            self.events.append(_event(self._queue.popleft()))

    def wait_for(self, condition: Callable[[], Found | None], what: str, seconds: float = DEADLINE) -> Found:
        """What the condition gives once it gives something; asked again at each event and at least each 50 ms."""
        until = time.monotonic() + seconds
        last = ""
        while time.monotonic() < until:
            try:
                found = condition()
            except LookupError as error:  # the object went while it was being read
                found, last = None, str(error)
            if found:
                return found
            self.take_events(0.05)
        said = [event.detail for event in self.events if event.detail][-8:]
        raise NotHeard(
            f"{what}: not within {seconds:.0f} s. Heard last: {said}. {last} {self.said_in_terminal()[-2000:]}"
        )

    def read(self, what: Callable[[], Found]) -> Found:
        """What is read of many things, once more if one of them went meanwhile."""
        return self.wait_for(lambda: (what(),), "a window that holds still")[0]

    def said_in_terminal(self) -> str:
        """What the program wrote where nobody looks, without Qt's own remark on labels that can be copied from."""
        lines = self.errors.read_text().splitlines() if self.errors.exists() else []
        return "\n".join(line for line in lines if "Received text event for invalid interface" not in line)

    def forget(self) -> None:
        """Listen for what comes from now on."""
        self.take_events()
        self.events.clear()

    def heard(self, words: str) -> str:
        """The announcement that contains the words, when there was one since `forget`."""
        self.take_events()
        told = (event.detail for event in self.events if event.kind == "object:announcement")
        return next((text for text in told if words in text), "")

    def wait_to_hear(self, words: str) -> str:
        """The announcement that contains the words."""
        return self.wait_for(lambda: self.heard(words), f"the announcement “{words}”")

    # Keys, as the registry makes them

    def type(self, text: str) -> None:
        """Type characters into whatever has the focus."""
        for character in text:
            self._key_event(ord(character), "", _KEYSYM)

    def key(self, chord: str) -> None:
        """Press keys together: `Ctrl+K`, `Return`."""
        *held, last = chord.split("+")
        for name in held:
            self._key_event(_HELD[name], "", _PRESS)
        self._key_event(KEYS.get(last) or ord(last.lower()), "", _KEYSYM)
        for name in reversed(held):
            self._key_event(_HELD[name], "", _RELEASE)

    def click(self, left: int, top: int) -> None:
        """Click a place on the screen."""
        self.call(
            "org.a11y.atspi.Registry", "/org/a11y/atspi/registry/deviceeventcontroller",
            "org.a11y.atspi.DeviceEventController", "GenerateMouseEvent", "iis", left, top, "b1c",
        )  # fmt: skip

    def _key_event(self, number: int, text: str, how: int) -> None:
        self.call(
            "org.a11y.atspi.Registry", "/org/a11y/atspi/registry/deviceeventcontroller",
            "org.a11y.atspi.DeviceEventController", "GenerateKeyboardEvent", "isu", number, text, how,
        )  # fmt: skip


def _wait_for_name(bus: DBusConnection, name: str) -> None:
    rule = MatchRule(type="signal", interface=message_bus.interface, member="NameOwnerChanged")
    proxy = Proxy(message_bus, bus)
    with bus.filter(rule) as changes:
        proxy.AddMatch(rule)
        until = time.monotonic() + DEADLINE
        while not proxy.NameHasOwner(name)[0]:
            bus.recv_until_filtered(changes, timeout=max(0.0, until - time.monotonic()))
        proxy.RemoveMatch(rule)


def _event(message: Any) -> Event:
    fields = message.header.fields
    family = fields[HeaderFields.interface].rsplit(".", 1)[1].lower()
    member = "".join(f"-{c.lower()}" if c.isupper() else c for c in fields[HeaderFields.member]).strip("-")
    minor = message.body[0] if message.body else ""
    value = message.body[3][1] if len(message.body) > 3 else ""
    kind = f"{family}:{member}" + (f":{minor}" if minor else "")
    return Event(
        kind, value if isinstance(value, str) else "", fields[HeaderFields.sender], fields[HeaderFields.path]
    )
