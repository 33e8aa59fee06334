"""A learner, where they work, and two learners who are one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field, provider_pick, service_options, words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from engagement.register.names import name_of
from engagement.register.providers import provider
from resources.database import Database
from resources.wording import and_list, count_of
from workforce.training.learners import Learner, NewLearner, Post, PostFacts, learner, name_parts, posts_of
from workforce.training.row_words import FIELDS
from workforce.training.same_learner import FACTS, LikelySame, held_of, likely_known
from workforce.training.vocabulary import Employment, JobRole

_INSURED = [(None, "Not asked"), (True, "Yes"), (False, "No")]
_WHAT = {
    "learner_post": "post", "booking": "booking", "training_record": "training record", "claim": "claim",
    "eligibility_decision": "decision",
}  # fmt: skip


@dataclass(frozen=True)
class WrittenLearner:
    """What is to be kept; `provider_id` is '' where nothing is said of a post."""

    given_name: str
    family_name: str
    facts: NewLearner
    provider_id: str = ""
    post: PostFacts | None = None


class WriteLearner(FormDialog):
    """A new learner with where they work, or with `held` what is kept of one.

    `named` is a new one's name as far as it is known, `at` the key of the provider where they work.
    """

    def __init__(
        self, db: Database, today: date, parent: QWidget | None, *, held: Learner | None = None, named: str = "",
        at: str = "",
    ) -> None:  # fmt: skip
        title, verb = ("Change a learner", "Save changes") if held else ("Add a learner", "Add this learner")
        super().__init__(title, verb, parent)
        self._db, self._held = db, held
        start = held or Learner("", *name_parts(named))
        add = self.form.add
        self._given = add("given_name", "Given name", TextField(), value=start.given_name)
        self._family = add("family_name", "Family name", TextField(), value=start.family_name, needed=True)
        add("uln", "ULN", TextField(), value=start.uln,
            help_text="Ten digits, as certificates have it. Its last digit is checked.")  # fmt: skip
        insured = ChoiceField(_INSURED)
        insured.box.setCurrentIndex(0)
        add("has_ni_number", "Has a National Insurance number", insured, value=start.has_ni_number,
            help_text="The number itself is not kept.")  # fmt: skip
        self._known = label("", "bold", wrap=True)
        if held is None:
            self.post = PostRows(self, db, today, at=at)
            self.form.add_widget(self._known)
            for field in (self._given, self._family, self.post.provider):
                field.changed.connect(self._look_twice)
        add("note", "Note", LongTextField(lines=2), value=start.note)

    @Slot()
    def _look_twice(self) -> None:
        """Somebody of this name may be there already."""
        name = " ".join(f"{self._given.answer()} {self._family.answer()}".split())
        known = likely_known(self._db, name, self.post.provider.picked) if " " in name else []
        names = and_list([one.name for one in known[:3]])
        self._known.setText(
            f"There is {names} already. Somebody with a second post is entered once." if known else ""
        )

    def value(self, answers: Answers) -> WrittenLearner:
        """What is to be kept."""
        facts = NewLearner(uln=answers["uln"], has_ni_number=answers["has_ni_number"], note=answers["note"])
        names = answers["given_name"], answers["family_name"]
        if self._held is not None:
            return WrittenLearner(*names, facts)
        return WrittenLearner(*names, facts, answers["provider_id"] or "", self.post.facts(answers))


class PostRows:
    """The rows of a post in a form: provider, service, role, employment and since when."""

    def __init__(
        self, dialog: FormDialog, db: Database, today: date, held: Post | None = None, at: str = ""
    ) -> None:
        self._db = db
        add = dialog.form.add
        self.provider = provider_field(db)
        self._service = ChoiceField([])
        where = held.provider_id if held else at
        pick = provider_pick(provider(db, where)) if where else None
        add("provider_id", "Works at", self.provider, value=pick, needed=True)
        add("service_id", "Service", self._service)
        role, employment = words_field(JobRole), words_field(Employment)
        add("job_role", "Job role", role, value=held.job_role if held else JobRole.CARE_WORKER, needed=True)
        start = held.employment if held else Employment.PERMANENT
        add("employment", "Employment", employment, value=start, needed=True)
        add("from_on", "From", DateField(today=today), value=held.from_on if held else None)
        self.offer()
        if held is not None:
            self._service.show_answer(held.service_id or "")
        self.provider.changed.connect(self.offer)

    def offer(self) -> None:
        """The services of the provider chosen."""
        chosen = self.provider.picked
        self._service.set_options(
            service_options(self._db, chosen) if chosen else [("", "The provider as a whole")]
        )
        self._service.show_answer("")

    def facts(self, answers: Answers) -> PostFacts:
        """What was said of it."""
        return PostFacts(
            service_id=answers["service_id"] or None, job_role=answers["job_role"],
            employment=answers["employment"], from_on=answers["from_on"],
        )  # fmt: skip


@dataclass(frozen=True)
class WrittenPost:
    """What is to be kept of a post."""

    provider_id: str
    facts: PostFacts


class WritePost(FormDialog):
    """Where somebody works; `held` is the post to change, which stays at its provider."""

    def __init__(
        self, db: Database, learner_id: str, today: date, parent: QWidget | None, *, held: Post | None = None
    ) -> None:
        name = learner(db, learner_id).name
        title, verb = (
            (f"A post of {name}", "Save changes") if held else (f"A post of {name}", "Add this post")
        )
        intro = (
            "" if held or not posts_of(db, learner_id) else "Somebody may work at two providers at one time."
        )
        super().__init__(title, verb, parent, intro=intro)
        self.post = PostRows(self, db, today, held)
        self._held = held
        if held is not None:
            self.form.rows["provider_id"].setEnabled(False)
            self.form.add("until_on", "Until", DateField(today=today), value=held.until_on,
                          help_text="The last day. Left empty, they work there still.")  # fmt: skip

    def value(self, answers: Answers) -> WrittenPost:
        """What is to be kept."""
        facts = self.post.facts(answers)
        if self._held is not None:
            facts["until_on"] = answers["until_on"]
        return WrittenPost(answers["provider_id"], facts)


# --- two who are one ------------------------------------------------------------------------------------------


class ChoosePair(FormDialog):
    """Which two are to be looked at."""

    def __init__(self, db: Database, pairs: Sequence[LikelySame], parent: QWidget | None) -> None:
        super().__init__(
            "Learners who may be one person", "Compare the two", parent, width=640,
            intro=f"{count_of(len(pairs), 'pair')} of learners may be one person entered twice.",
        )  # fmt: skip
        self._pairs = list(pairs)
        offered = [
            (at, f"{one.one.name} and {one.other.name}: {one.reasons[0]}") for at, one in enumerate(pairs)
        ]
        self.form.add("pair", "Pair", ChoiceField(offered), value=0, needed=True)

    def value(self, answers: Answers) -> LikelySame:
        """The two."""
        return self._pairs[answers["pair"]]


@dataclass(frozen=True)
class Merged:
    """Who stays, who goes, and which facts are taken of the one who goes."""

    keep: str
    remove: str
    take: tuple[str, ...]


class MergeLearners(FormDialog):
    """Make one of two; where both have a fact and it differs, a person chooses."""

    def __init__(self, db: Database, pair: LikelySame, parent: QWidget | None) -> None:
        super().__init__(
            "Make one learner of two", "Make one of them", parent, width=560, intro=" ".join(pair.reasons)
        )
        self._pair = pair
        for one in (pair.one, pair.other):
            self.form.add_widget(label(_told(db, one), wrap=True))
        for name in FACTS:
            own, other = getattr(pair.one, name), getattr(pair.other, name)
            if own not in ("", None) and other not in ("", None) and own != other:
                words = [(False, _words(own)), (True, _words(other))]
                self.form.add(
                    name, FIELDS["learner"][name].heading, ChoiceField(words), value=False, needed=True
                )
        self.form.add_widget(
            label(
                "Posts, bookings, training records and claims of both stay. Undo parts them again.",
                "small",
                wrap=True,
            )
        )

    def value(self, answers: Answers) -> Merged:
        """What is to be done."""
        return Merged(
            self._pair.one.id, self._pair.other.id, tuple(name for name, other in answers.items() if other)
        )


def _words(fact: object) -> str:
    return {True: "Yes", False: "No"}[fact] if isinstance(fact, bool) else str(fact)


def _told(db: Database, one: Learner) -> str:
    """Ada Example, ULN …: Rosewood Homes; 2 posts and 1 booking."""
    at = and_list(
        list(dict.fromkeys(name_of(db, "provider", post.provider_id) for post in posts_of(db, one.id)))
    )
    held = [
        count_of(number, _WHAT.get(table, table.replace("_", " ")))
        for table, number in held_of(db, one.id).items()
    ]
    number = f", ULN {one.uln}" if one.uln else ""
    return f"{one.name}{number}: {at or 'no provider'}. On record: {and_list(held) or 'nothing yet'}."
