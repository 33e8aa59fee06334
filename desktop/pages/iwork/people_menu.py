"""What can be done with people on the register, and when."""

from typing import TYPE_CHECKING

from desktop.shell.actions import Action
from workforce.iwork.people.people import person

if TYPE_CHECKING:
    from desktop.pages.iwork.people_side import PeopleSide


def people_actions(side: "PeopleSide") -> list[Action]:
    """In the order of the menu; the profile stands after the record."""
    acts, leaving, one = side.acts, side.leaving, side.may_change
    return [
        Action("person_add", "Add a person…", acts.add, "Ctrl+N", primary=True, icon="add", enabled=side.may_write),
        Action("person_edit", "Change…", acts.edit, "F2", icon="edit", enabled=one),
        Action("person_name", "Show the name", side.show_or_hide_name, "Ctrl+Shift+N", icon="search",
               enabled=side.is_one, label_now=lambda: "Hide the name" if side.is_named else "Show the name",
               tip="Who it is and how they are reached; that you asked is written down"),
        *side.profile.listed(),
        Action("person_consent", "They agree…", acts.consent, icon="check", enabled=one,
               tip="What they agree to, from when until when"),
        Action("person_take_back", "They take a consent back…", acts.take_back, toolbar=False, enabled=one),
        Action("person_remove_consent", "Remove a consent…", acts.remove_consent, toolbar=False, enabled=one,
               tip="One that was entered by mistake"),
        Action("person_review", "Review…", acts.review, icon="calendar", enabled=one,
               tip="Look at the record again, and say until when it is kept"),
        Action("person_close", "Close…", acts.close_or_reopen, "Ctrl+Del", icon="archive", enabled=one,
               toolbar=False, label_now=lambda: _close_words(side)),
        Action("person_asked", "They ask for everything held…", leaving.ask_for_everything, toolbar=False,
               enabled=one),
        Action("person_everything", "Save everything held…", leaving.save_everything, icon="word", toolbar=False,
               enabled=side.is_one, tip="All that is held about them, as one Word document"),
        Action("person_given", "They were given it…", leaving.given, toolbar=False, enabled=one),
        Action("person_ask_purge", "Ask for deletion…", leaving.ask_or_take_back, toolbar=False, enabled=one,
               label_now=lambda: "Keep it after all" if _is_to_go(side) else "Ask for deletion…"),
        Action("person_purge", "Delete for good…", leaving.purge, toolbar=False,
               enabled=lambda: side.may_change() and _is_to_go(side)),
        Action("person_usual", "How long records are kept…", acts.usual, toolbar=False,
               enabled=side.may_write),
    ]  # fmt: skip


def _is_to_go(side: "PeopleSide") -> bool:
    return side.is_one() and person(side.vault, side.key).purge_asked_at is not None


def _close_words(side: "PeopleSide") -> str:
    return "Reopen" if side.is_one() and person(side.vault, side.key).closed_on is not None else "Close…"
