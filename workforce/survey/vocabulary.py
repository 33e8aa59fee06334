"""The words of the survey: its topics, kinds of question and answer, waves, and what is measured by which question."""

from resources.words import Word


class Topic(Word):
    """What a question is about: the six topics of the baseline survey, and who answers."""

    VACANCIES = "vacancies", "Reasons for vacancies"
    ADVERTISING = "advertising", "Advertising"
    INTERVIEWS = "interviews", "Invited and attended"
    APPOINTABLE = "appointable", "Attended and appointable"
    LENGTH_OF_SERVICE = "length_of_service", "Length of service"
    RETENTION = "retention", "Keeping staff"
    ABOUT_YOU = "about_you", "About the service"
    OTHER = "other", "Other"


class QuestionKind(Word):
    """How a question is answered."""

    ONE_CHOICE = "one_choice", "One choice"
    SEVERAL_CHOICES = "several_choices", "Several choices"
    NUMBER = "number", "Number"
    PEOPLE = "people", "Number of people"
    BAND = "band", "Range or band"
    SCALE = "scale", "Scale"
    TEXT = "text", "In words"

    @property
    def has_options(self) -> bool:
        """Whether it is answered by choosing; a band may also be answered by a figure or a range."""
        return self in (
            QuestionKind.ONE_CHOICE,
            QuestionKind.SEVERAL_CHOICES,
            QuestionKind.BAND,
            QuestionKind.SCALE,
        )

    @property
    def has_figures(self) -> bool:
        """Whether an answer holds a figure, or bounds between which it lies."""
        return self in (QuestionKind.NUMBER, QuestionKind.PEOPLE, QuestionKind.BAND)


class Role(Word):
    """What a question measures, where the program computes with its answers. Each stands once in a survey."""

    APPLIED = "applied", "People who applied"
    INVITED = "invited", "Invited to interview"
    ATTENDED = "attended", "Attended the interview"
    APPOINTABLE = "appointable", "Appointable"
    OFFERED = "offered", "Offered a post"
    STARTED = "started", "Started"
    STILL_THERE = "still_there", "Still there after 90 days"
    SHARE_ATTENDED = "share_attended", "Share of those invited who attend"
    SHARE_APPOINTABLE = "share_appointable", "Share of those who attend who are appointable"
    STAFF = "staff", "Permanent and temporary staff"
    VACANCIES = "vacancies", "Vacancies"
    STARTERS = "starters", "Starters in the last 12 months"
    LEAVERS = "leavers", "Leavers in the last 12 months"
    UNDER_1_YEAR = "under_1_year", "Less than 1 year in the organisation"
    FROM_1_TO_2 = "from_1_to_2", "1 to 2 years in the organisation"
    FROM_3_TO_5 = "from_3_to_5", "3 to 5 years in the organisation"
    FROM_6_TO_10 = "from_6_to_10", "6 to 10 years in the organisation"
    OVER_10 = "over_10", "More than 10 years in the organisation"


FUNNEL = (
    Role.APPLIED, Role.INVITED, Role.ATTENDED, Role.APPOINTABLE, Role.OFFERED, Role.STARTED, Role.STILL_THERE,
)  # fmt: skip
"""The stages in order: nobody reaches one without those before it."""

LENGTHS_OF_SERVICE = (
    Role.UNDER_1_YEAR, Role.FROM_1_TO_2, Role.FROM_3_TO_5, Role.FROM_6_TO_10, Role.OVER_10,
)  # fmt: skip
"""Every member of staff stands in one of them."""


class Better(Word):
    """Which way a figure improves."""

    NEITHER = "", "Neither is better"
    HIGHER = "higher", "Higher is better"
    LOWER = "lower", "Lower is better"


class AnswerState(Word):
    """What was said; a question that was not answered has no answer at all."""

    ANSWERED = "answered", "Answered"
    DONT_KNOW = "dont_know", "Don’t know"
    NOT_APPLICABLE = "not_applicable", "Not applicable"


class WaveKind(Word):
    """Whether a wave is the first measure or one to compare with it."""

    BASELINE = "baseline", "Baseline"
    RE_EVALUATION = "re_evaluation", "Re-evaluation"


class Mode(Word):
    """How answers are asked for."""

    ONLINE = "online", "Online form"
    TELEPHONE = "telephone", "By telephone"
    PAPER = "paper", "On paper"
    AT_A_FORUM = "at_a_forum", "At a forum"
    MIXED = "mixed", "More than one way"


class AskedOf(Word):
    """Who answers: each service, or each provider for all of its services."""

    SERVICE = "service", "Each service"
    PROVIDER = "provider", "Each provider"

    @property
    def noun(self) -> str:
        """What one of those asked is, within a sentence."""
        return self.label.removeprefix("Each ")


class Source(Word):
    """Where a response came from."""

    TYPED = "typed", "Typed in"
    FILE = "file", "Forms file"


class QuoteConsent(Word):
    """Whether what was written may be quoted, without a name."""

    NOT_ASKED = "not_asked", "Not asked"
    YES = "yes", "May be quoted"
    NO = "no", "Not to be quoted"


class ColumnUse(Word):
    """What a column of an answers file is taken for."""

    QUESTION = "question", "Answers a question"
    NEW_QUESTION = "new_question", "Becomes a new question"
    PROVIDER_NAME = "provider_name", "Name of the provider or service"
    LOCATION_ID = "location_id", "CQC Location ID"
    PROVIDER_ID = "provider_id", "CQC Provider ID"
    QUOTE_CONSENT = "quote_consent", "May be quoted"
    LANGUAGE = "language", "Language of the answer"
    LEFT_OUT = "left_out", "Left out"


class ActionStatus(Word):
    """Where an action of the plan stands."""

    OPEN = "open", "Open"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


class Measure(Word):
    """By what an action of the plan is measured again."""

    NONE = "", "Not measured"
    SHARE = "share", "Share that chose an option"
    ATTENDED = "attended", "Of those invited, attended"
    APPOINTABLE = "appointable", "Of those who attended, appointable"
    STARTED = "started", "Of those offered a post, started"
    STILL_THERE = "still_there", "Of those who started, still there after 90 days"
    VACANCY_RATE = "vacancy_rate", "Vacancy rate"
    TURNOVER_RATE = "turnover_rate", "Turnover rate"


class PracticeTopic(Word):
    """What a practice is for."""

    RECRUIT = "recruit", "Recruiting"
    RETAIN = "retain", "Keeping staff"


class Works(Word):
    """How a practice went where it was tried."""

    YES = "yes", "Works"
    PARTLY = "partly", "Works in part"
    NO = "no", "Does not work"
    TOO_EARLY = "too_early", "Too early to say"
