"""The questionnaire that comes ready: the six topics of the baseline survey, to be changed as a team likes.

Topics: Nottinghamshire's report of December 2019, ¶45. What keeps staff: its ¶46. Reasons for vacancies: Skills for
Care's scoping of 2018 and the leaving reasons of ASC-WDS. Ways of advertising: where ASC-WDS says staff came from.
"""

from dataclasses import dataclass

from resources.database import Database, new_key
from resources.tables import Cell
from workforce.survey.vocabulary import AnswerState, Better, QuestionKind, Role, Topic


@dataclass(frozen=True)
class ShippedOption:
    """An option that comes ready; a band has bounds."""

    wording: str
    low: str | None = None
    high: str | None = None
    score: int | None = None
    is_other: bool = False
    stands_for: AnswerState | None = None


@dataclass(frozen=True)
class ShippedQuestion:
    """A question that comes ready."""

    code: str
    topic: Topic
    kind: QuestionKind
    wording: str
    options: tuple[ShippedOption, ...] = ()
    help: str = ""
    unit: str = ""
    role: Role | None = None
    better: Better = Better.NEITHER
    allow_other: bool = False


def _choices(*wordings: str) -> tuple[ShippedOption, ...]:
    return tuple(ShippedOption(one, is_other=one == _OTHER) for one in wordings)


_OTHER = "Other"
_DONT_KNOW = ShippedOption("Don’t know", stands_for=AnswerState.DONT_KNOW)
_DOES_NOT_APPLY = ShippedOption("Does not apply to us", stands_for=AnswerState.NOT_APPLICABLE)
_SHARES = (
    ShippedOption("None or hardly any", "0", "10"),
    ShippedOption("About a quarter", "10", "37.5"),
    ShippedOption("About half", "37.5", "62.5"),
    ShippedOption("About three quarters", "62.5", "90"),
    ShippedOption("All or nearly all", "90", "100"),
    _DONT_KNOW,
)
_YEAR = "In the last 12 months. A count is best; leave it blank if you cannot say."
_PEOPLE = QuestionKind.PEOPLE


def _people(
    code: str, topic: Topic, role: Role, wording: str, help_text: str = "", *, unit: str = "people"
) -> ShippedQuestion:
    return ShippedQuestion(code, topic, _PEOPLE, wording, help=help_text, unit=unit, role=role)


SHIPPED = (
    _people("staff", Topic.ABOUT_YOU, Role.STAFF, "How many permanent and temporary staff do you employ?"),
    _people(
        "vacancies", Topic.ABOUT_YOU, Role.VACANCIES, "How many posts are vacant today?", unit="posts"
    ),
    _people(
        "starters", Topic.ABOUT_YOU, Role.STARTERS, "How many people started with you in the last 12 months?"
    ),
    _people(
        "leavers",
        Topic.ABOUT_YOU,
        Role.LEAVERS,
        "How many permanent and temporary staff left in the last 12 months?",
    ),
    ShippedQuestion(
        "vacancy_reasons", Topic.VACANCIES, QuestionKind.SEVERAL_CHOICES,
        "What are the main reasons for your vacancies?",
        (
            *_choices(
                "Perception of low pay", "Not enough applicants", "Poor terms and conditions",
                "Public perception of care work", "Low awareness of the roles", "Expectations do not match the job",
                "Applicants not genuinely interested", "Applicants lack the right values",
                "Staff moved to another care employer", "Staff moved to the health sector",
                "Staff moved to another sector, such as retail", "Retirement",
                "Transport, or the place is hard to reach",
                _OTHER,
            ),
            ShippedOption("We have no vacancies", stands_for=AnswerState.NOT_APPLICABLE),
            _DONT_KNOW,
        ),
        help="Choose all that apply.", allow_other=True,
    ),
    ShippedQuestion(
        "how_hard", Topic.VACANCIES, QuestionKind.SCALE,
        "How hard is it to fill your posts?",
        tuple(
            ShippedOption(wording, score=score)
            for score, wording in enumerate(
                ("Very easy", "Quite easy", "Neither easy nor hard", "Quite hard", "Very hard"), 1
            )
        ),
        better=Better.LOWER,
    ),
    ShippedQuestion(
        "advertising_methods", Topic.ADVERTISING, QuestionKind.SEVERAL_CHOICES,
        "Where do you advertise your posts?",
        _choices(
            "Online job boards, such as Indeed", "Jobcentre Plus", "Social media", "Our own website", "Word of mouth",
            "Refer a friend scheme", "Local newspaper or radio", "Posters, shop windows and leaflets",
            "Recruitment agency", "Job fairs and open days", "Schools, colleges and universities",
            "Proud to Care website", _OTHER,
        ),
        help="Choose all that apply.", allow_other=True,
    ),
    ShippedQuestion(
        "best_advertising", Topic.ADVERTISING, QuestionKind.ONE_CHOICE,
        "Which one of them brings the most people you can appoint?",
        (
            *_choices(
                "Online job boards, such as Indeed", "Jobcentre Plus", "Social media", "Our own website",
                "Word of mouth", "Refer a friend scheme", "Local newspaper or radio",
                "Posters, shop windows and leaflets", "Recruitment agency", "Job fairs and open days",
                "Schools, colleges and universities", "Proud to Care website", _OTHER,
            ),
            _DONT_KNOW,
        ),
        allow_other=True,
    ),
    _people("applied", Topic.INTERVIEWS, Role.APPLIED, "How many people applied for a post with you?", _YEAR),
    _people("invited", Topic.INTERVIEWS, Role.INVITED, "How many of them did you invite to interview?", _YEAR),
    _people("attended", Topic.INTERVIEWS, Role.ATTENDED, "How many of those invited attended?", _YEAR),
    ShippedQuestion(
        "share_attended", Topic.INTERVIEWS, QuestionKind.BAND,
        "About how many of the people you invite to interview attend?", _SHARES,
        help="For those who cannot give counts; a percentage may be typed as well.", unit="%",
        role=Role.SHARE_ATTENDED, better=Better.HIGHER,
    ),
    _people(
        "appointable", Topic.APPOINTABLE, Role.APPOINTABLE,
        "How many of those who attended could you have appointed?", _YEAR,
    ),
    ShippedQuestion(
        "share_appointable", Topic.APPOINTABLE, QuestionKind.BAND,
        "About how many of the people who attend could you appoint?", _SHARES,
        help="For those who cannot give counts; a percentage may be typed as well.", unit="%",
        role=Role.SHARE_APPOINTABLE, better=Better.HIGHER,
    ),
    _people("offered", Topic.APPOINTABLE, Role.OFFERED, "How many people did you offer a post?", _YEAR),
    _people("started", Topic.APPOINTABLE, Role.STARTED, "How many of those offered a post started?", _YEAR),
    _people(
        "still_there", Topic.APPOINTABLE, Role.STILL_THERE,
        "How many of those who started were still there after 90 days?", _YEAR,
    ),
    _people(
        "under_1_year", Topic.LENGTH_OF_SERVICE, Role.UNDER_1_YEAR,
        "How many of your staff have been with you for less than 1 year?",
    ),
    _people(
        "from_1_to_2", Topic.LENGTH_OF_SERVICE, Role.FROM_1_TO_2,
        "How many of your staff have been with you for 1 to 2 years?",
    ),
    _people(
        "from_3_to_5", Topic.LENGTH_OF_SERVICE, Role.FROM_3_TO_5,
        "How many of your staff have been with you for 3 to 5 years?",
    ),
    _people(
        "from_6_to_10", Topic.LENGTH_OF_SERVICE, Role.FROM_6_TO_10,
        "How many of your staff have been with you for 6 to 10 years?",
    ),
    _people(
        "over_10", Topic.LENGTH_OF_SERVICE, Role.OVER_10,
        "How many of your staff have been with you for more than 10 years?",
    ),
    ShippedQuestion(
        "retention_methods", Topic.RETENTION, QuestionKind.SEVERAL_CHOICES,
        "Which of these do you do to recruit well and to keep staff?",
        (
            *_choices(
                "Retention or attendance bonus",
                "Experts by experience or residents take part in interviews",
                "Engage with applicants as soon as they apply",
                "Values-based recruitment with taster days",
                "Applicants choose date and time of the interview",
                "Psychometric testing",
                "Showing applicants round the care setting",
                "Training in areas of interest after probation",
                _OTHER,
            ),
            ShippedOption("None of these"),
        ),
        help="Choose all that apply.", allow_other=True,
    ),
    ShippedQuestion(
        "best_retention", Topic.RETENTION, QuestionKind.ONE_CHOICE,
        "Which one of them works best to keep staff?",
        (
            *_choices(
                "Retention or attendance bonus",
                "Experts by experience or residents take part in interviews",
                "Engage with applicants as soon as they apply",
                "Values-based recruitment with taster days",
                "Applicants choose date and time of the interview",
                "Psychometric testing",
                "Showing applicants round the care setting",
                "Training in areas of interest after probation",
                _OTHER,
            ),
            _DONT_KNOW,
            _DOES_NOT_APPLY,
        ),
        allow_other=True,
    ),
    ShippedQuestion(
        "one_thing", Topic.RETENTION, QuestionKind.TEXT,
        "What one thing would help you most to recruit and keep staff?",
    ),
)  # fmt: skip
"""In the order in which they are asked."""


def add_shipped_questions(db: Database, survey_id: str) -> None:
    """All of them, within a change."""
    for position, one in enumerate(SHIPPED, 1):
        key = new_key()
        cells: dict[str, Cell] = {
            "id": key, "survey_id": survey_id, "code": one.code, "topic": one.topic.value, "kind": one.kind.value,
            "position": position, "wording": one.wording, "help": one.help, "unit": one.unit,
            "role": one.role.value if one.role else None, "better": one.better.value,
            "allow_other": int(one.allow_other),
        }  # fmt: skip
        db.insert_row("survey_question", cells)
        for place, option in enumerate(one.options, 1):
            db.insert_row("survey_option", _option_cells(key, place, option))


def _option_cells(question_id: str, position: int, option: ShippedOption) -> dict[str, Cell]:
    return {
        "id": new_key(), "question_id": question_id, "position": position, "wording": option.wording,
        "score": option.score, "low": option.low, "high": option.high, "is_other": int(option.is_other),
        "stands_for": option.stands_for.value if option.stands_for else None,
    }  # fmt: skip
