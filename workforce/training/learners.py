"""Learners: people who work at providers and learn, and the posts they have or had."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from engagement.register import archiving
from engagement.register.facts import key_list
from engagement.register.names import folded, name_of
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.report.exemption import Exemption
from resources.tables import Cell
from resources.wording import date_words
from workforce.training.uln import checked_uln, tidy_uln
from workforce.training.vocabulary import Employment, JobRole

COLUMNS = ("id", "given_name", "family_name", "uln", "has_ni_number", "note", "archived_on")
POST_COLUMNS = (
    "id", "learner_id", "provider_id", "service_id", "job_role", "employment", "from_on", "until_on",
)  # fmt: skip
LEARNERS_NAMED = Exemption(1, "It names people who work at providers, and what they learn.")
"""Of every list of learners: it is the team’s own."""


class NewLearner(TypedDict, total=False):
    """What can be said of a new one. `has_ni_number` is None while nobody has asked."""

    uln: str
    has_ni_number: bool | None
    note: str


class LearnerFacts(NewLearner, total=False):
    """What can be put right of one."""

    given_name: str
    family_name: str


class PostFacts(TypedDict, total=False):
    """What can be entered of a post. `service_id` is None where somebody works for the provider as a whole."""

    service_id: str | None
    job_role: JobRole
    employment: Employment
    from_on: date | None
    until_on: date | None


@dataclass(frozen=True)
class Learner:
    """Somebody who learns. Their National Insurance number is not kept, only whether they have one."""

    id: str
    given_name: str
    family_name: str
    uln: str = ""
    has_ni_number: bool | None = None
    note: str = ""
    archived_on: date | None = None

    @property
    def name(self) -> str:
        """Given name first."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True)
class Post:
    """Where somebody works or worked. `until_on` is the last day of it."""

    id: str
    learner_id: str
    provider_id: str
    service_id: str | None
    job_role: JobRole
    employment: Employment
    from_on: date | None = None
    until_on: date | None = None

    def is_on(self, day: date) -> bool:
        """Whether they had it on a day; a day that is not known does not part anything."""
        return (self.from_on is None or self.from_on <= day) and (
            self.until_on is None or day <= self.until_on
        )

    def meets(self, other: "Post") -> bool:
        """Whether both were had on some day."""
        begins_before_end = other.until_on is None or self.from_on is None or self.from_on <= other.until_on
        ends_after_begin = self.until_on is None or other.from_on is None or other.from_on <= self.until_on
        return begins_before_end and ends_after_begin


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _learner(row: tuple[Any, ...]) -> Learner:
    key, given, family, uln, insured, note, archived = row
    return Learner(key, given, family, uln, None if insured is None else bool(insured), note, _day(archived))


def _post(row: tuple[Any, ...]) -> Post:
    key, learner, provider, service, role, employment, since, until = row
    return Post(
        key, learner, provider, service, JobRole(role), Employment(employment), _day(since), _day(until)
    )


# --- reading --------------------------------------------------------------------------------------------------


def learner(db: Database, key: str) -> Learner:
    """The learner with this key."""
    row = db.row(f"select {', '.join(COLUMNS)} from learner where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no learner {key}")
    return _learner(row)


def learners_by_key(db: Database, keys: Iterable[str]) -> dict[str, Learner]:
    """The learners with these keys, in the order of the keys."""
    wanted = list(dict.fromkeys(keys))
    rows = db.rows(
        f"select {', '.join(COLUMNS)} from learner where id in (select value from json_each(?))",
        (key_list(wanted),),
    )
    found = {row[0]: _learner(row) for row in rows}
    return {key: found[key] for key in wanted}


def is_learner(db: Database, key: str) -> bool:
    """Whether the key is a learner’s."""
    return bool(db.value("select exists (select 1 from learner where id = ?)", (key,)))


def learners(db: Database, *, provider_id: str = "", archived: bool = False) -> list[Learner]:
    """Learners by surname, of all or of those with a post at a provider, held or left; with `archived`, those last."""
    rows = db.rows(
        f"""select {", ".join(COLUMNS)} from learner where (?1 or archived_on is null)
        and (?2 = '' or id in (select learner_id from learner_post where provider_id = ?2))
        order by archived_on is not null, family_name collate nocase, given_name collate nocase, id""",
        (archived, provider_id),
    )
    return [_learner(row) for row in rows]


def learner_by_uln(db: Database, uln: str) -> Learner | None:
    """Whoever has this number; an archived learner too."""
    row = db.row(f"select {', '.join(COLUMNS)} from learner where uln = ? and uln <> ''", (tidy_uln(uln),))
    return _learner(row) if row else None


def find_learners(db: Database, text: str, *, limit: int = 8, archived: bool = False) -> list[Learner]:
    """Those whose name or ULN holds every word typed, however accents and marks are written."""
    words = folded(text).split() if text.strip() else []
    number = tidy_uln(text)
    found = []
    for one in learners(db, archived=archived):
        said = folded(one.name)
        if all(word in said for word in words) or (number.isdigit() and number in one.uln):
            found.append(one)
    return sorted(found, key=lambda one: not folded(one.name).startswith(" ".join(words)))[:limit]


def post(db: Database, key: str) -> Post:
    """The post with this key."""
    row = db.row(f"select {', '.join(POST_COLUMNS)} from learner_post where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no post {key}")
    return _post(row)


_POST_ORDER = "order by until_on is not null, from_on is null, from_on desc, id desc"


def posts_of(db: Database, learner_id: str) -> list[Post]:
    """A learner’s posts: those held now first, the latest first."""
    rows = db.rows(
        f"select {', '.join(POST_COLUMNS)} from learner_post where learner_id = ? {_POST_ORDER}",
        (learner_id,),
    )
    return [_post(row) for row in rows]


def posts_of_many(db: Database, learner_ids: Iterable[str]) -> dict[str, list[Post]]:
    """The posts of several learners at once, by the learner’s key."""
    keys = list(dict.fromkeys(learner_ids))
    found: dict[str, list[Post]] = {key: [] for key in keys}
    rows = db.rows(
        f"""select {", ".join(POST_COLUMNS)} from learner_post
        where learner_id in (select value from json_each(?)) {_POST_ORDER}""",
        (key_list(keys),),
    )
    for row in rows:
        one = _post(row)
        found[one.learner_id].append(one)
    return found


def posts_on(db: Database, learner_id: str, day: date) -> list[Post]:
    """Those a learner had on a day; somebody may work at two providers."""
    return [one for one in posts_of(db, learner_id) if one.is_on(day)]


def post_on(db: Database, learner_id: str, day: date, *, provider_id: str = "") -> Post | None:
    """The post a learner had on a day, at a provider if one is given; the latest of several."""
    fitting = [one for one in posts_on(db, learner_id, day) if provider_id in ("", one.provider_id)]
    return fitting[0] if fitting else None


def name_parts(name: str) -> tuple[str, str]:
    """Given names and family name of a name as it is said: the family's is the last word."""
    given, _, family = " ".join(name.split()).rpartition(" ")
    return given, family


# --- the verbs on learners ------------------------------------------------------------------------------------


def add_learner(db: Database, given_name: str, family_name: str, **given: Unpack[NewLearner]) -> Learner:
    """Add somebody who learns; only a family name is needed."""
    facts: LearnerFacts = {"given_name": given_name, "family_name": family_name, **given}
    cells = _checked(db, facts)
    key = new_key()
    with change(db, f"Added the learner {_name(cells)}"):
        db.insert_row("learner", {"id": key, **cells})
    return learner(db, key)


def add_learner_with_post(
    db: Database,
    given_name: str,
    family_name: str,
    provider_id: str,
    *,
    facts: NewLearner,
    post_facts: PostFacts,
) -> Learner:
    """Add somebody and where they work, as one change."""
    with change(db, f"Added the learner {' '.join(f'{given_name} {family_name}'.split())}"):
        added = add_learner(db, given_name, family_name, **facts)
        add_post(db, added.id, provider_id, **post_facts)
    return added


def edit_learner(db: Database, key: str, **given: Unpack[LearnerFacts]) -> Learner:
    """Change what is given and leave the rest."""
    before = learner(db, key)
    cells = _checked(db, given, but=key)
    if cells:
        with change(db, f"Changed the learner {before.name}"):
            db.update_row("learner", key, cells)
    return learner(db, key)


def archive_learner(db: Database, key: str, *, today: date) -> Learner:
    """Put somebody away who no longer learns here; what they learnt stays."""
    archiving.archive(db, "learner", learner(db, key), today=today, called="the learner")
    return learner(db, key)


def restore_learner(db: Database, key: str) -> Learner:
    """Bring somebody back."""
    archiving.restore(db, "learner", learner(db, key), called="the learner")
    return learner(db, key)


def _name(cells: dict[str, Cell]) -> str:
    return f"{cells['given_name']} {cells['family_name']}".strip()


def _checked(db: Database, given: LearnerFacts, *, but: str = "") -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for name in ("given_name", "family_name"):
        if name in given:
            cells[name] = " ".join(str(given[name]).split())
    if cells.get("family_name") == "":
        raise FieldProblem(
            "family_name", "The learner has no family name. Type it; the given name may be empty."
        )
    if "uln" in given:
        cells["uln"] = _free_uln(db, given["uln"], but=but)
    if "has_ni_number" in given:
        insured = given["has_ni_number"]
        cells["has_ni_number"] = None if insured is None else int(insured)
    if "note" in given:
        cells["note"] = given["note"].strip()
    return cells


def _free_uln(db: Database, text: str, *, but: str) -> str:
    number = checked_uln(text)
    holder = learner_by_uln(db, number) if number else None
    if holder is not None and holder.id != but:
        put_away = ", who is archived" if holder.archived_on else ""
        raise FieldProblem(
            "uln",
            f"ULN: {number} is the number of {holder.name}{put_away}. A learner with two posts is entered once: add "
            f"a post to {holder.name}, or check the number.",
        )
    return number


# --- the verbs on posts ---------------------------------------------------------------------------------------


def add_post(db: Database, learner_id: str, provider_id: str, **given: Unpack[PostFacts]) -> Post:
    """Somebody works there; another post elsewhere at the same time is allowed."""
    who = learner(db, learner_id)
    unsaid: PostFacts = {"job_role": JobRole.CARE_WORKER, "employment": Employment.PERMANENT}
    drafted = _drafted(learner_id, provider_id, {**unsaid, **given})
    cells = _post_cells(db, drafted)
    key = new_key()
    with change(db, f"Added a post of {who.name} at {name_of(db, 'provider', provider_id)}"):
        db.insert_row("learner_post", {"id": key, **cells})
    return post(db, key)


def edit_post(db: Database, key: str, **given: Unpack[PostFacts]) -> Post:
    """Change what is given and leave the rest."""
    before = post(db, key)
    held: PostFacts = {
        "service_id": before.service_id, "job_role": before.job_role, "employment": before.employment,
        "from_on": before.from_on, "until_on": before.until_on,
    }  # fmt: skip
    cells = _post_cells(db, _drafted(before.learner_id, before.provider_id, {**held, **given}, key))
    with change(db, f"Changed a post of {learner(db, before.learner_id).name}"):
        db.update_row("learner_post", key, cells)
    return post(db, key)


def end_post(db: Database, key: str, *, on: date) -> Post:
    """They left; `on` is their last day."""
    before = post(db, key)
    if before.until_on is not None and before.until_on <= on:
        raise Problem(
            f"The post ended on {date_words(before.until_on)} already. Change the post to put that right."
        )
    cells = _post_cells(db, _drafted(before.learner_id, before.provider_id, {
        "service_id": before.service_id, "job_role": before.job_role, "employment": before.employment,
        "from_on": before.from_on, "until_on": on,
    }, key))  # fmt: skip
    with change(
        db, f"{learner(db, before.learner_id).name} left {name_of(db, 'provider', before.provider_id)}"
    ):
        db.update_row("learner_post", key, cells)
    return post(db, key)


def remove_post(db: Database, key: str) -> None:
    """It was entered by mistake."""
    held = post(db, key)
    with change(db, f"Removed a post of {learner(db, held.learner_id).name}"):
        db.delete_row("learner_post", key)


def _drafted(learner_id: str, provider_id: str, given: PostFacts, key: str = "") -> Post:
    return Post(
        key, learner_id, provider_id, given.get("service_id") or None, given["job_role"], given["employment"],
        given.get("from_on"), given.get("until_on"),
    )  # fmt: skip


def _post_cells(db: Database, one: Post) -> dict[str, Cell]:
    if one.from_on and one.until_on and one.until_on < one.from_on:
        raise FieldProblem(
            "until_on",
            f"Until: {date_words(one.until_on)} is before {date_words(one.from_on)}, when the post began. Change "
            "one of the two.",
        )
    _belongs(db, one)
    for other in posts_of(db, one.learner_id):
        same = (other.provider_id, other.service_id) == (one.provider_id, one.service_id)
        if same and other.id != one.id and other.meets(one):
            raise Problem(
                f"This post is held already, as {other.job_role.label.lower()}. Change that one, or end it first."
            )
    return {
        "learner_id": one.learner_id, "provider_id": one.provider_id, "service_id": one.service_id,
        "job_role": one.job_role.value, "employment": one.employment.value,
        "from_on": one.from_on.isoformat() if one.from_on else None,
        "until_on": one.until_on.isoformat() if one.until_on else None,
    }  # fmt: skip


def _belongs(db: Database, one: Post) -> None:
    if not name_of(db, "provider", one.provider_id):
        raise FieldProblem("provider_id", "Provider: nothing was chosen. Choose where the learner works.")
    if not one.service_id:
        return
    of = db.row("select provider_id, name from service where id = ?", (one.service_id,))
    if of is None or of[0] != one.provider_id:
        what = of[1] if of else "The service"
        raise FieldProblem(
            "service_id", f"Service: {what} is not of this provider. Choose one of its own, or none."
        )
