"""From a typed passphrase to the key: slow work beside the window, with what was typed kept until it was right."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop import iwork_register
from desktop.iwork_register import DamagedRegister
from desktop.pages.iwork.locked_face import LockedFace
from desktop.pages.iwork.start_face import SampleFace, StartFace
from desktop.sample_making import make_sample_register
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from desktop.widgets.empty import EmptyPage
from desktop.widgets.question import Question
from engagement.register.council import council
from resources.database.backups import Backup
from resources.database.data_key import DataKey
from resources.database.locked.places import Places, places_of
from resources.database.locked.recovery import RecoveryCode, read_code
from resources.problem import Problem
from resources.wording import moment_words

_READ_ONLY = (
    "There is no i-Work register beside this file, which is open read-only: open it to change it first."
)
_SAMPLE_SECRET = "The passphrase of the sample register is “sample county passphrase”."


@dataclass(frozen=True)
class Answer:
    """What came of trying: the key, and the code of a register just begun, or what stood in the way."""

    key: DataKey | None = None
    code: RecoveryCode | None = None
    problem: Problem | None = None
    said: str = ""


class Unlocking(QObject):
    """`unlocked` with the key, and with the code of the recovery sheet where the register was just begun.

    `taken_over` when a register that stood beside the file under another name is this file's now.
    """

    unlocked = Signal(object, object)
    taken_over = Signal()

    def __init__(self, desk: Desk, page: QWidget, *, now: Callable[[], datetime], is_sample: bool) -> None:
        super().__init__(page)
        self._desk, self._page, self._now, self._is_sample = desk, page, now, is_sample
        self.is_busy = False
        self._to_restore: tuple[Backup, str] | None = None
        about = [name for name in (desk.opened.path.stem, council(desk.db)) if name]
        self.locked, self.start, self.sample = LockedFace(), StartFace(about), SampleFace()
        self._nothing = EmptyPage(_READ_ONLY)
        self.locked.unlock_asked.connect(self.unlock)
        self.locked.restore_asked.connect(self.ask_restore)
        self.start.start_asked.connect(self._begin)
        self.start.take_over_asked.connect(self.take_over)
        self.sample.make_asked.connect(self._make_sample)
        for face in (self.locked, self.start, self.sample, self._nothing):
            face.setParent(page)
            face.hide()
        if is_sample:
            self.locked.say(_SAMPLE_SECRET)

    @property
    def path(self) -> Path:
        """The office's file, beside which the register stands."""
        return self._desk.opened.path

    def face_now(self) -> QWidget:
        """What stands in the place of the register while it is not open."""
        if places_of(self.path).is_there():
            return self.locked
        if self._desk.opened.read_only:
            return self._nothing
        if self._is_sample:
            return self.sample
        left = iwork_register.left_behind(self.path)
        self.start.show_left(iwork_register.left_words(self.path, left), left)
        return self.start

    def say(self, sentence: str) -> None:
        """Why it locked."""
        self.locked.say(f"{sentence} {_SAMPLE_SECRET}" if self._is_sample else sentence)

    def forget(self) -> None:
        """Nothing that was typed stays."""
        self.locked.forget()
        self.start.forget()

    # Unlocking

    @Slot(str)
    def unlock(self, secret: str) -> None:
        """Try what was typed."""
        kind = self.locked.kind
        self._run("Unlocking the register", partial(_key_of, self.path, kind, secret))

    def _run(self, title: str, work: Callable[[], Answer]) -> None:
        if self.is_busy:
            return
        self._set_busy(True)
        self._desk.jobs.run(
            title, partial(_work, title, work), done=self._answered, stopped=self._stopped, writes=False
        )

    def _set_busy(self, busy: bool) -> None:
        self.is_busy = busy
        for face in (self.locked, self.start, self.sample):
            face.set_busy(busy)

    def _stopped(self) -> None:
        self._set_busy(False)

    def _answered(self, answer: Answer) -> None:
        self._set_busy(False)
        if answer.problem is not None:
            self.refuse(answer.problem)
        elif answer.key is not None:
            self.unlocked.emit(answer.key, answer.code)
            if answer.said:
                self._desk.messages.done(answer.said, undo=False)

    def refuse(self, problem: Problem) -> None:
        """It stays locked: what was typed stays where it is, with the reason beneath."""
        face = self.face_now()
        if isinstance(face, LockedFace):
            face.wrong(problem)
            face.offer(problem.backup if isinstance(problem, DamagedRegister) else None)
        elif isinstance(face, StartFace):
            face.refuse(problem, "passphrase")
        else:
            self._desk.messages.problem(problem)

    # Beginning

    @Slot(str)
    def _begin(self, passphrase: str) -> None:
        who, about = self._desk.opened.who, [council(self._desk.db)]
        self._run(
            "Starting the register",
            partial(_begun, self.path, passphrase, who, [one for one in about if one]),
        )

    @Slot()
    def _make_sample(self) -> None:
        self._run("Making the sample register", partial(_made_sample, self.path, self._now()))

    @Slot(object)
    def take_over(self, left: Places) -> None:
        """The register of a file that was renamed becomes this file's."""
        try:
            iwork_register.take_over(self.path, left)
        except Problem as problem:
            self._desk.messages.problem(problem)
        else:
            self.say(
                f"The register that was in “{left.folder.name}” is this file’s now. Its passphrase is as it was."
            )
        self.taken_over.emit()

    # Restoring

    @Slot(object, str)
    def ask_restore(self, backup: Backup, secret: str) -> None:
        """Put a backup in the place of the register, which is locked."""
        Question(
            f"Restore the backup of {moment_words(backup.made_at)}?",
            "The register as it stands now is kept aside. Whoever was deleted for good stays deleted.",
            "Restore",
            self._page,
            danger=True,
        ).ask(partial(self.restore, backup, secret))

    def restore_when_locked(self, backup: Backup, secret: str) -> None:
        """The register is open: the backup takes its place as soon as it has locked."""
        self._to_restore = backup, secret

    def carry_on(self) -> None:
        """It has locked."""
        wanted, self._to_restore = self._to_restore, None
        if wanted is not None:
            self.restore(*wanted)

    def restore(self, backup: Backup, secret: str) -> None:
        """The same without asking."""
        work = partial(_restored, self.path, backup, secret, self._desk.opened.who, self._now())
        self._run("Restoring the register", work)


def _work(title: str, work: Callable[[], Answer], progress: Progress) -> Answer:
    progress.step(0, 0, title)
    try:
        return work()
    except Problem as problem:  # it is said where it was typed
        return Answer(problem=problem)


def _key_of(path: Path, kind: str, secret: str) -> Answer:
    if kind == "code":
        secret = read_code(secret).in_groups()
    return Answer(iwork_register.find_key(path, secret))


def _begun(path: Path, passphrase: str, who: str, about: list[str]) -> Answer:
    opened, code = iwork_register.make_register(path, passphrase, who=who, about=about)
    key = opened.key
    opened.close()
    return Answer(key, code)


def _made_sample(path: Path, now: datetime) -> Answer:
    from workforce.iwork.sample.making import PASSPHRASE  # loaded when first used

    make_sample_register(path, now)
    return Answer(iwork_register.find_key(path, PASSPHRASE))


def _restored(path: Path, backup: Backup, secret: str, who: str, now: datetime) -> Answer:
    iwork_register.restore(path, backup, secret, who=who, now=now)
    said = f"Restored the backup of {moment_words(backup.made_at)}"
    return Answer(iwork_register.find_key(path, secret), said=said)
