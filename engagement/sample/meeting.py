"""The sample county's agendas, minutes and actions: what its quarterly forums put on paper, meeting by meeting."""

from datetime import date, timedelta

from engagement.forums import events, series
from engagement.forums.events import Event
from engagement.forums.meeting import actions, agenda, minutes
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.meeting.first_agenda import FIRST_AGENDA, ItemDraft
from engagement.forums.meeting.minutes import Minutes
from engagement.forums.people import participants
from engagement.forums.vocabulary import EventState
from engagement.sample.places import OFFICERS
from engagement.sample.programme import NORTH_FORUM, SOUTH_FORUM
from resources.database import Database, change

WRITTEN_UP = 5
"""So many of the last meetings of each series have their papers in the file."""

_TOPICS = (
    ("Winter plans and the flu vaccine", "Flu guide for care homes",
     "Each home is asked to name a flu lead. Staff who are vaccinated at work cost their home nothing.\n"
     "- Pharmacies offer clinics on site for ten people or more.\n- Last winter four homes closed to visitors."),
    ("Fair cost of care", "Survey form and guide",
     "The council set out how the survey is used. Several providers said that the form takes two days to fill in."),
    ("Digital social care records", "",
     "Two providers showed what they use. The grant pays half of the first year’s licence."),
    ("International recruitment", "Code of practice",
     "Sponsorship takes about four months. Providers asked for a shared list of housing that is let to newcomers."),
    ("Hospital discharge at weekends", "Discharge figures, six months",
     "Homes can take people on a Saturday when medicines come with them. That failed in a third of cases."),
)  # fmt: skip
_NOTES = {
    "Welcome and apologies": "Everybody was welcomed and the room’s fire exits were shown.",
    "Minutes of the last meeting": "The minutes were agreed as a true record.",
    "Actions from last time": "Each action was gone through. What came of it stands in the table of actions.",
    "Quality and the care market": "The published ratings of the quarter were shown, with the share of homes rated "
    "Good or Outstanding in each district.",
    "Recruitment and retention": "Vacancies are fewer than a year ago and turnover is not.\n"
    "- Open days fill posts for less money than agencies.\n- Those who leave do so in the first three months.",
    "Training and funding": "Places on the leadership course are still free.",
    "What works: a provider shares": "A manager told how buddying new starters halved the number who left.",
    "Any other business": "There was none.",
}
_DECISIONS = {
    "Recruitment and retention": "To hold one open day for the whole county in place of seven.",
    "Training and funding": "To keep five places of each course for small providers until two weeks before it.",
}
_ACTIONS = (
    ("Ask the pharmacies’ committee which homes had no clinic", "Open the leadership course to deputies",
     "Show two other homes how buddying new starters works"),
    ("Write to providers about the survey form, with the shorter version", "Publish the course dates for the year",
     "Send the checklist for a first week at work to everybody"),
    ("Find a provider that records digitally and would be visited", "Ask what training night staff can come to",
     "Bring the staff survey that is used at the home"),
    ("Make a list of housing that is let to newcomers", "Count how many left a course before its end",
     "Tell how the home fills weekend shifts without agencies"),
    ("Find a speaker on medicines at discharge", "Ask small providers which courses they cannot reach",
     "Write a page on visits between homes for the newsletter"),
)  # fmt: skip
"""Of each meeting: an officer's, the chair's, and one of somebody who came."""


def make_meetings(db: Database, *, today: date) -> None:
    """The papers of the last forums of both quarterly series, and the agenda of the next."""
    ids = {one.name: one.id for one in series.all_series(db)}
    for which, name in enumerate((NORTH_FORUM, SOUTH_FORUM)):
        _Papers(db, ids[name], which, today).write()


class _Papers:
    """One series: each meeting deals with what the one before it raised."""

    def __init__(self, db: Database, series_id: str, which: int, today: date) -> None:
        officers = [name.partition(" (")[0] for name in sorted(OFFICERS)]
        self._db, self._which, self._today = db, which, today
        self._chair, self._clerk = officers[which % len(officers)], officers[(which + 1) % len(officers)]
        mine = [one for one in events.events(db) if one.series_id == series_id]
        self._held = [one for one in mine if one.state is EventState.HELD][-WRITTEN_UP:]
        self._next = [one for one in mine if one.state is EventState.PLANNED and one.day >= today][:1]
        self._raised: list[list[str]] = []

    def write(self) -> None:
        """From the earliest to the one that is to come."""
        for number, event in enumerate(self._held):
            with change(self._db, f"Made the sample county: minutes of {event.title}"):
                self._agenda(event, number)
                self._deal_with_actions(event, number)
                self._minute(event)
                self._raise(event, number)
                minutes.keep_minutes(self._db, event.id, Minutes(self._chair, self._clerk))
                if number:
                    minutes.agree(self._db, self._held[number - 1].id, on=event.day)
        for event in self._next:
            with change(self._db, f"Made the sample county: agenda of {event.title}"):
                self._agenda(event, len(self._held))

    def _agenda(self, event: Event, number: int) -> None:
        agenda.start_agenda(self._db, event.id)
        title, paper, _ = _TOPICS[(number + self._which) % len(_TOPICS)]
        topic = ItemDraft(title, 20, self._clerk, paper)
        agenda.add_item(self._db, event.id, topic, at=len(agenda.items(self._db, event.id)) - 1)
        if number:
            return
        known = {one.title: one for one in FIRST_AGENDA}
        for item in agenda.items(self._db, event.id):
            if item.title in known and item.title != "What works: a provider shares":
                draft = known[item.title]
                owned = ItemDraft(draft.title, draft.minutes, self._chair, standing=True)
                agenda.edit_item(self._db, item.id, owned)

    def _minute(self, event: Event) -> None:
        topics = {title: notes for title, _, notes in _TOPICS}
        for item in agenda.items(self._db, event.id):
            notes = _NOTES.get(item.title) or topics.get(item.title)
            if notes:
                agenda.write_notes(self._db, item.id, notes)
            if item.title in _DECISIONS:
                agenda.decide(self._db, item.id, _DECISIONS[item.title])

    def _raise(self, event: Event, number: int) -> None:
        """Two by officers, one by somebody who came."""
        items = {item.title: item.id for item in agenda.items(self._db, event.id)}
        came = [one for one in participants.of_event(self._db, event.id) if one.status.came]
        last = number == len(self._held) - 1
        due = self._today + timedelta(days=4) if last else event.day + timedelta(days=70)
        first, second, third = _ACTIONS[(number + self._which) % len(_ACTIONS)]
        later = event.day + timedelta(days=120 if last else 42)
        drafts = (
            ("Recruitment and retention", ActionDraft(first, self._clerk, due_on=due)),
            ("Training and funding", ActionDraft(second, self._chair, due_on=later)),
            ("What works: a provider shares",
             ActionDraft(third, owner_contact_id=came[0].contact_id if came else None)),
        )  # fmt: skip
        self._raised.append(
            [actions.raise_action(self._db, event.id, draft, item_id=items[at]) for at, draft in drafts]
        )

    def _deal_with_actions(self, event: Event, number: int) -> None:
        """The first of the last meeting is done; the second is carried once more; of the third one is dropped."""
        if not number:
            return
        first, second, third = self._raised[-1]
        db, day, at = self._db, event.day, event.id
        actions.close(db, first, on=day, event_id=at, note="Done, and sent round with the papers.")
        actions.say_progress(db, second, "Begun. Half of the answers are in.", on=day, event_id=at)
        last = number == len(self._held) - 1
        if number > 1 and not last:
            actions.close(db, self._raised[-2][1], on=day, event_id=at)
        if number == 2:
            actions.drop(db, third, on=day, event_id=at, note="Another group does this now.")
        elif not last:
            actions.close(self._db, third, on=event.day - timedelta(days=20))
