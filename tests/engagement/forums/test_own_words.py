"""What a paper of an event says of that event and of others, once it is saved for the public."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.documents import save_public
from desktop.meeting_files import save_agenda, save_minutes
from engagement.forums import events
from engagement.forums.feedback import comments, questions, responses
from engagement.forums.feedback.questions import QuestionDraft
from engagement.forums.feedback.responses import Answer
from engagement.forums.feedback.sections import feedback_report
from engagement.forums.feedback.vocabulary import AnswerKind, AnswerState
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.meeting.minutes_paper import Version, minutes_report
from engagement.forums.own_words import own_terms, public_event
from engagement.forums.people import invitations
from engagement.forums.sections import forum_report, people_terms
from engagement.forums.series import series_from_event
from engagement.forums.vocabulary import Confidentiality, EventKind
from resources.database import Database, change
from resources.problem import Problem
from resources.report.blocks import public_part
from tests.engagement.forums.held_forum import AFTER, BEFORE, DAY, Add, Invite, S

NOW = datetime(2019, 12, 11, 9, tzinfo=UTC)
LATER, EARLIER = datetime(2020, 1, 10, 10, tzinfo=UTC), datetime(2019, 9, 10, 10, tzinfo=UTC)
NETWORK, SHARING = EventKind.MANAGERS_NETWORK, EventKind.INFORMATION_SHARING


@pytest.fixture
def network(db: Database, forum: Add, person: Add, invited: Invite) -> str:
    """A managers network to which Amina Khan and Cher of Elm Lodge came, with an agenda."""
    event = forum("Managers network, December 2019", kind=NETWORK)
    people = invited(event, [person("Amina Khan", "Elm Lodge"), person("Cher", "Elm Lodge")])
    invitations.record_reply(db, people, S.ACCEPTED, now=BEFORE)
    agenda.start_agenda(db, event)
    return event


def in_series(db: Database, event: str, *others: str) -> None:
    made = series_from_event(db, event, "Quarterly")
    with change(db, "Put them in the series"):
        for key in others:
            db.update_row("event", key, {"series_id": made})


def publish(db: Database, event: str, path: Path, notes: str = "") -> None:
    agenda.write_notes(db, agenda.items(db, event)[1].id, notes)
    save_minutes(db, event, path / "minutes.docx", Version.PUBLISHED, now=NOW)


def published(db: Database, event: str, version: Version = Version.PUBLISHED) -> str:
    return repr(public_part(minutes_report(db, event, version, now=NOW)))


# --- other events ---------------------------------------------------------------------------------------


def test_no_paper_of_an_open_meeting_tells_of_a_confidential_one_to_come(db: Database, forum: Add) -> None:
    event, secret = forum(), forum("Closing Rosewood House", starts=LATER, kind=SHARING, place="Flat 4")
    in_series(db, event, secret)
    agenda.start_agenda(db, event)
    for version in Version:
        said = published(db, event, version)
        assert "Rosewood" not in said and "Flat 4" not in said and "Next meeting" not in said


def test_the_next_meeting_where_nobody_is_named_has_its_kind_for_a_title_if_its_own_tells(
    db: Database, forum: Add, person: Add, invited: Invite
) -> None:
    event = forum()
    after = forum("Network at Elm Lodge", starts=LATER, kind=NETWORK, place="Elm Lodge, Bassetlaw")
    invited(after, [person("Amina Khan", "Elm Lodge")])
    in_series(db, event, after)
    agenda.start_agenda(db, event)
    said = published(db, event)
    assert "Next meeting" in said and "Managers network" in said and "Elm Lodge" not in said
    assert "Network at Elm Lodge" in published(db, event, Version.PARTICIPANTS)


def answer_yes(db: Database, *asked: str) -> None:
    question = questions.add_question(db, QuestionDraft("Was it useful?", AnswerKind.YES_NO, None, (), None))
    for event in asked:
        for _ in range(6):
            given = {question: Answer(AnswerState.ANSWERED, "yes")}
            responses.add_response(db, event, given, received_on=DAY)


@pytest.mark.parametrize(("kind", "told"), [(SHARING, False), (NETWORK, True)])
def test_feedback_tells_of_the_event_before_only_what_is_public(
    db: Database, forum: Add, person: Add, invited: Invite, kind: EventKind, told: bool
) -> None:
    event, before = forum(), forum("Briefing on Elm Lodge", starts=EARLIER, kind=kind)
    invited(before, [person("Amina Khan", "Elm Lodge")])
    in_series(db, event, before)
    answer_yes(db, event, before)
    said = repr(feedback_report(db, event))
    assert "Elm Lodge" not in said
    assert ("Since the event before" in said) is told is (kind.label in said)


def test_an_action_carried_from_a_network_names_nobody_in_open_minutes(
    db: Database, network: str, forum: Add, tmp_path: Path
) -> None:
    event = forum(starts=datetime(2019, 12, 10, 14, tzinfo=UTC))
    in_series(db, network, event)
    agenda.start_agenda(db, event)
    publish(db, event, tmp_path)
    actions.raise_action(db, network, ActionDraft("Ask Elm Lodge for its rota"))
    with pytest.raises(Problem, match="exempt"):
        publish(db, event, tmp_path)
    with pytest.raises(Problem, match="exempt"):
        save_agenda(db, event, tmp_path / "agenda.docx", today=date(2019, 12, 1))


# --- people ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "notes",
    [
        "Khan, Amina said so",
        "A. Khan said so",
        "Mrs Khan said so",
        "Amina Khan told the network",
        "Cher said so",
    ],
)
def test_published_minutes_name_nobody_in_any_way_of_writing(
    db: Database, network: str, tmp_path: Path, notes: str
) -> None:
    with change(db, "As CQC has it"):
        db.update_row(
            "service", str(db.value("select id from service")), {"registered_manager": "Khan, Amina"}
        )
    publish(db, network, tmp_path, "Somebody said so")
    with pytest.raises(Problem, match="exempt"):
        publish(db, network, tmp_path, notes)


@pytest.mark.parametrize(
    ("owner", "repeated"),
    [
        ("Priya K Sample", "Priya K Sample"),
        ("Ludwig van Beethofen", "Ludwig van Beethofen"),
        ("leila souza", "Leila Souza"),
        ("Priya Sample, CQC", "Priya Sample"),
        ("Priya SAMPLE (CQC) and Bob Other", "Bob Other"),
    ],
)
def test_owners_who_are_not_in_the_register_are_not_named_by_the_words_of_their_actions(
    db: Database, forum: Add, tmp_path: Path, owner: str, repeated: str
) -> None:
    event = forum()
    agenda.start_agenda(db, event)
    actions.raise_action(db, event, ActionDraft(f"Write to the homes. {repeated} will do it", owner))
    with pytest.raises(Problem, match="exempt"):
        publish(db, event, tmp_path)


@pytest.mark.parametrize(
    "owner", ["the chair", "Quality team", "Market shaping team", "CQC", "Council officers"]
)
def test_a_team_as_owner_may_be_named(db: Database, forum: Add, tmp_path: Path, owner: str) -> None:
    event = forum()
    agenda.start_agenda(db, event)
    actions.raise_action(db, event, ActionDraft(f"Write to the homes. {owner} will do it", owner))
    publish(db, event, tmp_path)
    assert owner in published(db, event)


# --- organisations where nobody is named -------------------------------------------------------------------


def test_a_title_and_a_place_that_tell_who_took_part_are_not_public(
    db: Database, network: str, tmp_path: Path
) -> None:
    event = events.get(db, network)
    assert public_event(db, event) == event
    with change(db, "Moved it"):
        db.update_row(
            "event", network, {"title": "Network hosted by Elm Lodge", "place": "Elm Lodge, Bassetlaw"}
        )
    shown = public_event(db, events.get(db, network))
    assert (shown.title, shown.place) == ("Managers network", "Place withheld")
    answer_yes(db, network)
    for report in (forum_report(db, network, now=AFTER), feedback_report(db, network)):
        save_public(db, report, tmp_path / "paper.docx", also=people_terms(db, network))
        assert "Elm Lodge" not in repr(public_part(report)) and "Place withheld" in repr(report)
    publish(db, network, tmp_path)
    assert "Elm Lodge" in published(db, network, Version.PARTICIPANTS)


def test_minutes_comments_and_options_name_no_organisation_that_took_part(
    db: Database, network: str, tmp_path: Path
) -> None:
    assert {"Elm Lodge", "Elm Lodge Limited"} <= {term.text for term in own_terms(db, network)}
    with pytest.raises(Problem, match="exempt"):
        publish(db, network, tmp_path, "Elm Lodge was short of staff")
    text = questions.add_question(db, QuestionDraft("Anything else?", AnswerKind.TEXT, None, (), None))
    said = {text: Answer(AnswerState.ANSWERED, "I manage Elm Lodge")}
    responses.add_response(db, network, said, received_on=date(2019, 12, 10))
    with pytest.raises(Problem, match="Elm Lodge"):
        comments.publish_comments(db, [comments.comments_of(db, network)[0].id])
    choice = questions.add_question(
        db, QuestionDraft("Your home", AnswerKind.CHOICE, None, ("Elm Lodge", "Another"), None)
    )
    chosen = {choice: Answer(AnswerState.ANSWERED, json.dumps(["Elm Lodge"]))}
    responses.add_response(db, network, chosen, received_on=date(2019, 12, 10))
    with pytest.raises(Problem, match="exempt"):
        save_public(db, feedback_report(db, network), tmp_path / "f.docx", also=people_terms(db, network))


def test_an_open_event_may_name_the_organisations_that_came(db: Database, network: str) -> None:
    with change(db, "Made it open"):
        db.update_row("event", network, {"confidentiality": Confidentiality.OPEN.value})
    assert [term.text for term in own_terms(db, network)] == ["Amina Khan", "Cher"]
