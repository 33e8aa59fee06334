"""People who learn, and where they work."""

from functools import partial

from desktop.pages.sides.listing_side import ListingSide
from desktop.pages.sides.table_side import CURRENT
from desktop.pages.training.learners_acts import LearnerActs
from desktop.pages.training.learners_detail import Ways, learner_detail
from desktop.pages.training.records_import import LEARNERS_IN, FileImport
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail
from workforce.training.learners import LEARNERS_NAMED, is_learner, learner
from workforce.training.listings import LEARNERS
from workforce.training.same_learner import likely_same_as

_NOTHING = (
    "No learner is held yet. A learner is booked on sessions, has training records, and can be claimed for. Each is "
    "entered once, with a post at every provider they work for."
)


class LearnersSide(ListingSide):
    """A row for each; the pane has posts, training and sessions."""

    tab = "Learners"
    kept_in = "learner"
    title = "Learners"
    listing = LEARNERS
    chips = ("roles", "at", "state")
    usual = CURRENT
    choose = "Choose a learner to see where they work and what they learnt."
    exempt = LEARNERS_NAMED

    def make_acts(self) -> None:
        """On the learner chosen."""
        self.acts = LearnerActs(self._desk, self, self.current_key, today=self._today)
        self.acts.added.connect(self.show_added)
        self.files = FileImport(self._desk, self, today=self._today, kind=LEARNERS_IN)

    def listed(self) -> list[Action]:
        """What can be done with learners."""
        acts, one = self.acts, self.may_change
        return [
            Action("learner_add", "Add a learner…", acts.add, "Ctrl+N", primary=True, icon="add",
                   enabled=self.may_write),
            Action("learner_file", "Take in a file…", self.files.choose, icon="import", enabled=self.may_write,
                   tip="A list of learners with where they work, from Excel, CSV or ODS"),
            Action("learner_edit", "Change…", acts.edit, "F2", icon="edit", enabled=one),
            Action("learner_post", "Add a post…", acts.add_post, enabled=one,
                   tip="Where they work, or work too"),
            Action("learner_same", "Find those entered twice…", acts.find_same, icon="merge", enabled=self.may_write),
            Action("learner_compare", "Compare with whom they may be…", acts.compare, icon="merge", enabled=one,
                   toolbar=False),
            Action("learner_archive", "Archive", acts.archive_or_restore, "Ctrl+Del", icon="archive", enabled=one,
                   label_now=self._archive_words),
        ]  # fmt: skip

    def nothing(self) -> tuple[str, Action]:
        """It begins with the first learner."""
        return _NOTHING, Action("learner_first", "Add a learner", self.acts.add)

    def open_row(self) -> None:
        """Change what is kept."""
        self.acts.edit()

    def _archive_words(self) -> str:
        return "Restore" if self.is_one() and self.is_put_away(self.key) else "Archive"

    # What is shown

    def has(self, key: str) -> bool:
        """Whether it is a learner."""
        return is_learner(self._desk.db, key)

    def is_put_away(self, key: str) -> bool:
        """Whether they are archived."""
        return learner(self._desk.db, key).archived_on is not None

    def detail_of(self, key: str) -> Detail:
        """Where they work and what they learnt."""
        compare = None
        if self.may_change() and likely_same_as(self._desk.db, key):
            compare = Action("pane_compare", "Compare…", self.acts.compare)
        ways = Ways(
            self.acts.open_post, partial(self.turn_to.emit, "Sessions"), partial(self.turn_to.emit, "Records")
        )
        actions = self.in_pane("learner_edit", "learner_post")
        return learner_detail(self._desk.db, key, actions, compare, ways, today=self._today())
