"""The wording that comes with the program, for every kind of event and for those that want their own."""

from engagement.forums.mailing.vocabulary import Purpose
from engagement.forums.vocabulary import EventKind
from resources.wordings import Wording

_WHEN_AND_WHERE = """When: {when}
Where: {where}
Join online: {online link}"""
_SIGNED = """Yours sincerely

{team}
{council}"""

_INVITATION = f"""Dear {{first name}}

We would like to invite you, for {{organisation}}, to {{event}}.

{_WHEN_AND_WHERE}

Please tell us by {{reply by}} whether you can come. If you cannot, a colleague is welcome in your place.

Please also tell us of anything that would make it easier for you to take part.

{_SIGNED}"""

_REMINDER = f"""Dear {{first name}}

We wrote to you about {{event}} and have not had a definite answer yet.

{_WHEN_AND_WHERE}

Please tell us by {{reply by}} whether you can come, so that a place that you do not need can go to somebody else.

If you have answered already, thank you; there is nothing more to do.

{_SIGNED}"""

_THANKS = f"""Dear {{first name}}

Thank you for coming to {{event}} on {{when}}.

What providers tell us on such days shapes what we do next. If you think of anything more, please write to us.

{_SIGNED}"""

_TRAINING = f"""Dear {{first name}}

There is a place for {{organisation}} at {{event}}.

{_WHEN_AND_WHERE}

Please tell us by {{reply by}} whether you will take it. Everybody who takes part receives a certificate of attendance.

Please also tell us of anything that would make it easier for you to take part.

{_SIGNED}"""

_TRAINING_THANKS = f"""Dear {{first name}}

Thank you for taking part in {{event}} on {{when}}. Your certificate of attendance comes with this.

{_SIGNED}"""

_AWARDS = f"""Dear {{first name}}

We would be delighted if you would celebrate with us, for {{organisation}}, at {{event}}.

{_WHEN_AND_WHERE}

Please tell us by {{reply by}} whether you can come, and of anything that you need to eat or to take part.

{_SIGNED}"""

_EXPERTS = f"""Dear {{first name}}

We are meeting again and would like you to be there.

The meeting: {{event}}
{_WHEN_AND_WHERE}

Please tell us by {{reply by}} if you will come. You can bring somebody to support you.

Tell us if you need help with travel, a different time, or papers in another form.

Thank you

{{team}}
{{council}}"""

SHIPPED: dict[tuple[Purpose, EventKind | None], Wording] = {
    (Purpose.INVITATION, None): Wording("Invitation: {event}", _INVITATION),
    (Purpose.INVITATION, EventKind.TRAINING_SESSION): Wording("A place at {event}", _TRAINING),
    (Purpose.INVITATION, EventKind.AWARD_CEREMONY): Wording("Invitation: {event}", _AWARDS),
    (Purpose.INVITATION, EventKind.EXPERTS_BY_EXPERIENCE): Wording("Our next meeting: {event}", _EXPERTS),
    (Purpose.REMINDER, None): Wording("Reminder: {event}", _REMINDER),
    (Purpose.THANKS, None): Wording("Thank you for coming to {event}", _THANKS),
    (Purpose.THANKS, EventKind.TRAINING_SESSION): Wording("Your certificate: {event}", _TRAINING_THANKS),
}
"""By purpose and kind of event; None stands for every kind."""
