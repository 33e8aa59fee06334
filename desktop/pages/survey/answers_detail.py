"""One response in words: its queries first, then every answer by topic."""

from collections.abc import Sequence

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.tables import ColumnKind
from resources.wording import count_of, date_words
from workforce.survey.answers.answer_words import answer_words, as_sent
from workforce.survey.answers.queries import Query
from workforce.survey.answers.response_lines import NOT_TIED, QUERY, ResponseLine, asked_by_topic
from workforce.survey.answers.responses import Answer, Response
from workforce.survey.vocabulary import QuoteConsent
from workforce.survey.waves.asked import Asked


def response_detail(
    line: ResponseLine,
    one: Response,
    asked: Sequence[Asked],
    queries: Sequence[Query],
    *,
    services: Sequence[str],
    actions: Sequence[Action] = (),
    why_not_tied: str = "",
) -> Detail:
    """All that is kept of a response: its line, and itself with its answers."""
    pills = [line.standing] if line.standing else []
    pills += [NOT_TIED] if not line.tied and line.standing != NOT_TIED else []
    pills += [QUERY] if queries else []
    sections = [*_queried(queries), _about(line, services, why_not_tied)]
    for topic, held in asked_by_topic(asked).items():
        lines = [Line(each.wording, _said(each, one.answers.get(each.question.id))) for each in held]
        sections.append(Section(topic, lines, stacked=True))
    return Detail(
        f"Response {one.number}: {line.who}",
        f"{line.answered} of {count_of(line.asked, 'question')} answered",
        [(ColumnKind.STATUS, pill) for pill in pills],
        actions,
        sections,
    )


def _queried(queries: Sequence[Query]) -> list[Section]:
    lines = [Line("To look at", one.sentence) for one in queries]
    return [Section("Queries", lines, stacked=True)] if lines else []


def _about(line: ResponseLine, services: Sequence[str], why_not_tied: str) -> Section:
    one = line.response
    consent = "" if one.quote_consent is QuoteConsent.NOT_ASKED else one.quote_consent.label
    lines = (
        Line("Services", "\n".join(services) if len(services) > 1 else ""),
        Line("Name given", one.said_name if one.said_name not in line.who else ""),
        Line("ID given", one.said_id),
        Line("Not tied", why_not_tied),
        Line("Kind", line.kind),
        Line("District", line.district),
        Line("Received", date_words(one.received_on) if one.received_on else ""),
        Line("Came by", one.source.label),
        Line("Language", one.language),
        Line("Quoting", consent),
        Line("Note", one.note),
    )
    return Section("About this response", lines)


def _said(asked: Asked, answer: Answer | None) -> str:
    sent = as_sent(answer)
    words = answer_words(asked, answer)
    return f"{words}\nSent as “{sent}”" if sent and sent != words else words
