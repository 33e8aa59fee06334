"""What opens a locked register: one key in two key files, one for the passphrase and one for the recovery sheet.

Either gives the key, and either can be made anew without the other. A second copy of both stands among the backups, so
that these can be opened where nothing else is left; it goes before a key file is replaced, and comes back after it, so
that what was replaced opens nothing any more.

Nothing is put right, and nothing changed, by a key that does not open the register itself: key files that were swapped
never take the place of the right ones.
"""

import json
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from resources.database.data_key import DataKey
from resources.database.engine import DatabaseError, connect
from resources.database.keys import new_key
from resources.database.locked import key_files
from resources.database.locked.passphrases import as_typed
from resources.database.locked.places import Places
from resources.database.locked.recovery import RecoveryCode, could_be_code, read_code
from resources.files.sha256 import sha256_of
from resources.problem import FieldProblem, Problem

slowness = key_files.SLOW
"""How slow each try is; tests, which try often, set one of their own."""


_PATIENCE = 30  # seconds for another change of the keys to end, each of which takes a few


class WrongSecret(FieldProblem):
    """What was typed opens nothing. It says no more, and nothing counts how often."""


@dataclass(frozen=True)
class Keyring:
    """The key files of one register."""

    places: Places

    def begin(self, passphrase: str) -> tuple[DataKey, RecoveryCode]:
        """A new key, sealed with the passphrase and with a code that stands nowhere but in what is returned."""
        key, code = DataKey.new(), RecoveryCode.new()
        _write_note(self.places.lock_note, {"register": key.register_id})
        self._replace("passphrase", as_typed(passphrase), key)
        self._replace("recovery", code.signs, key)
        return key, code

    def unlock(self, secret: str) -> DataKey:
        """The key, by the passphrase or by the code of the recovery sheet. Raises `WrongSecret`."""
        kind, secret = (
            ("recovery", read_code(secret).signs)
            if could_be_code(secret)
            else ("passphrase", as_typed(secret))
        )
        key = self._unsealed(kind, secret)
        if key is None:
            raise self._refusal(kind)
        return key

    def change_passphrase(self, secret: str, passphrase: str) -> DataKey:
        """Seal the key with another passphrase; from then on the old one opens nothing."""
        with self._alone("passphrase", "The passphrase was changed"):
            key = self._right_key(secret)
            self._replace("passphrase", as_typed(passphrase), key)
        return key

    def new_recovery_code(self, secret: str) -> RecoveryCode:
        """Another code; from then on the old sheet opens nothing, and this one has yet to be proved."""
        with self._alone("recovery", "A new recovery sheet was made"):
            key, code = self._right_key(secret), RecoveryCode.new()
            self._replace("recovery", code.signs, key)
        return code

    def prove(self, typed: str, *, today: date) -> None:
        """Show that a sheet opens the register. Raises `FieldProblem` where it does not."""
        key = self._unsealed("recovery", read_code(typed).signs)
        if key is None or not self._opens(key):
            raise FieldProblem("code", self._refusal("recovery").sentence)
        self._note_of("recovery", proved_on=today.isoformat())

    def proved_on(self) -> date | None:
        """The day on which the sheet that is in force was proved; None until then."""
        told = self._note().get("recovery")
        if isinstance(told, dict) and told.get("sha256") == _sha256(self._file("recovery")):
            with suppress(ValueError, TypeError):
                return date.fromisoformat(told["proved_on"]) if told.get("proved_on") else None
        return None

    def register_id(self) -> str:
        """The register's name as it is told beside it; nothing where that is gone."""
        return str(self._note().get("register", ""))

    def let_damaged_go(self) -> None:
        """Key files that were put right by their copies are needed no more once the register has opened.

        They stay while one of the two that opened it is missing.
        """
        for kind in ("passphrase", "recovery"):
            file, copy = self._file(kind), self._copy(kind)
            if _sha256(file) is not None and _sha256(file) == _sha256(copy):
                for path in (file, copy):
                    with suppress(OSError):
                        _damaged(path).unlink(missing_ok=True)

    def fits(self, key: DataKey) -> bool:
        """Whether the key is that of the register that stood here when its note was written."""
        return self.register_id() in ("", key.register_id)

    def _right_key(self, secret: str) -> DataKey:
        key = self.unlock(secret)
        if not self._opens(key):
            raise Problem(
                f"What was typed opens key files that do not open “{self.places.register.name}”, so nothing was "
                "changed. Unlock the register first, or restore a backup of it."
            )
        return key

    def _opens(self, key: DataKey) -> bool:
        """Looked at without a trace first; where it is being written to at this moment, with SQLite's locks."""
        address = f"{self.places.register.absolute().as_uri()}?mode=ro"
        return _holds_tables(f"{address}&immutable=1", key) or _holds_tables(address, key)

    # One change at a time

    @contextmanager
    def _alone(self, kind: str, done: str) -> Generator[None, None, None]:
        """Whoever asks while another is at it waits, and is told that it was done meanwhile."""
        before = _sha256(self._file(kind))
        with _locked(self.places.folder):
            if _sha256(self._file(kind)) != before:
                raise Problem(
                    f"{done} somewhere else at this very moment, so nothing was changed now. Look who did it, then "
                    "begin again."
                )
            yield

    # One key file

    def _file(self, kind: str) -> Path:
        return self.places.passphrase_key if kind == "passphrase" else self.places.recovery_key

    def _copy(self, kind: str) -> Path:
        return self.places.backups / "keys" / self._file(kind).name

    def _unsealed(self, kind: str, secret: str) -> DataKey | None:
        told = self._note().get(kind)
        rounds = slowness.believed(told.get("rounds") if isinstance(told, dict) else None)
        file, copy = self._file(kind), self._copy(kind)
        found = None
        for path in (file, copy) if _sha256(copy) not in (None, _sha256(file)) else (file,):
            for number in rounds:
                key = key_files.unseal(path, secret, number)
                if key is not None and self._opens(key):
                    self._settle(kind, path, number)
                    return key
                found = found or key
        return found

    def _replace(self, kind: str, secret: str, key: DataKey) -> None:
        """At every moment one of the two, the old or the new, opens the register."""
        key_files.sweep(self._file(kind))
        try:
            self._copy(kind).unlink(missing_ok=True)
        except OSError as error:
            raise Problem(
                f"“{self._copy(kind)}” cannot be replaced ({error.strerror}), so nothing was changed. Close what "
                "uses it."
            ) from error
        key_files.seal(self._file(kind), secret, key, slowness.rounds)
        self._settle(kind, self._file(kind), slowness.rounds)

    def _settle(self, kind: str, opened: Path, rounds: int) -> None:
        """Both copies become the one that opened. Where nothing can be written, the register opens all the same."""
        file, copy = self._file(kind), self._copy(kind)
        with suppress(OSError, Problem):
            if _sha256(copy) != _sha256(file):
                with _locked(self.places.folder):
                    _make_alike(file, copy, opened)
            self._note_of(kind, rounds=rounds, sha256=_sha256(file))

    def _refusal(self, kind: str) -> Problem:
        file, told = self._file(kind), self._note().get(kind)
        other = "the recovery sheet" if kind == "passphrase" else "the passphrase"
        if not file.exists() and not self._copy(kind).exists():
            return Problem(f"“{file.name}” is missing beside the register. Open it with {other}.")
        if isinstance(told, dict) and told.get("sha256") not in (None, _sha256(file)):
            return Problem(
                f"“{file.name}” is not the file that was written here: it was damaged or swapped. Open the register "
                f"with {other}, or put the right file back."
            )
        if kind == "passphrase":
            return WrongSecret(
                "passphrase",
                "That is not the passphrase of this register, so it stays locked. Type it again.",
            )
        return WrongSecret(
            "passphrase",
            "That is not the code of the last recovery sheet of this register, so it stays locked.",
        )

    # What stands in the clear beside them: nothing that opens, and nothing that is needed to open

    def _note(self) -> dict[str, Any]:
        with suppress(OSError, ValueError, RecursionError):
            told = json.loads(self.places.lock_note.read_text(encoding="utf-8"))
            return told if isinstance(told, dict) else {}
        return {}

    def _note_of(self, kind: str, **told: object) -> None:
        note = self._note()
        before = note.get(kind)
        now = {**(before if isinstance(before, dict) else {}), **told}
        if kind == "recovery" and isinstance(before, dict) and before.get("sha256") != now.get("sha256"):
            now.pop("proved_on", None)
        if now != before:
            _write_note(self.places.lock_note, {**note, kind: now})


@contextmanager
def _locked(folder: Path) -> Generator[None, None, None]:
    """Taken again and again by one that has it already."""
    lock = FileLock(folder / "keys.lock", is_singleton=True)
    try:
        lock.acquire(timeout=_PATIENCE)
    except Timeout as error:
        raise Problem(
            "The keys of this register are being changed somewhere else, so nothing was changed now. Wait until "
            "that is done, then begin again."
        ) from error
    except OSError as error:
        raise Problem(
            f"Nothing can be written to “{folder}” ({error.strerror}), so nothing was changed. Free "
            "some space, or check the folder."
        ) from error
    try:
        yield
    finally:
        lock.release()


def _write_note(path: Path, note: dict[str, Any]) -> None:
    new = path.with_name(f"{path.name}.{new_key()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps(note, indent=1), encoding="utf-8")
        os.replace(new, path)
    except OSError as error:
        raise Problem(
            f"Nothing can be written to “{path.parent}” ({error.strerror}). Free some space, or check the folder."
        ) from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _holds_tables(address: str, key: DataKey) -> bool:
    try:
        connection = connect(address, uri=True, key=key)
        try:
            return bool(connection.execute("select count(*) from sqlite_schema").fetchone()[0])
        finally:
            connection.close()
    except DatabaseError:
        return False


def _make_alike(file: Path, copy: Path, opened: Path) -> None:
    if opened == copy:
        _keep_aside(file)
        _put(copy, file)
    elif _sha256(copy) != _sha256(file):
        _keep_aside(copy)
        _put(file, copy)


def _keep_aside(path: Path) -> None:
    if path.exists():
        os.replace(path, _damaged(path))


def _damaged(path: Path) -> Path:
    return path.with_name(f"{path.name}.damaged")


def _put(source: Path, target: Path) -> None:
    new = target.with_name(f"{target.name}.{new_key()}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, new)
        os.replace(new, target)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _sha256(path: Path) -> str | None:
    try:
        return sha256_of(path)
    except OSError:
        return None
