"""What the posts of the sample are like: invented, but as managers of homes speak of them."""

from dataclasses import dataclass

from workforce.iwork.vocabulary import BuddyOffer, CheckKind, Level, PostStatus, ShiftPattern

LOW, MEDIUM, HIGH = Level.LOW, Level.MEDIUM, Level.HIGH
Levels = tuple[Level, Level, Level, Level]
"""Noise, heat, people around, smells."""


@dataclass(frozen=True)
class PostKind:
    """A post of the sample. `core` tasks are needed, `others` could be swapped; `clock` are times of some."""

    title: str
    week: str
    core: tuple[str, ...]
    others: tuple[str, ...]
    levels: Levels
    places: str = "1"
    pattern: ShiftPattern = ShiftPattern.ALL
    hours: str = ""
    buddy: BuddyOffer = BuddyOffer.POSSIBLE
    checks: tuple[CheckKind, ...] = ()
    status: PostStatus = PostStatus.OPEN
    note: str = ""
    pence: int | None = 1271


LUNCH = PostKind(
    "Lunch service", "Mon to Fri 11:30am to 2pm",
    ("Laying tables", "Serving meals", "Clearing tables"), ("Taking meal orders", "Washing up"),
    (MEDIUM, LOW, HIGH, MEDIUM), places="2 to 3", pattern=ShiftPattern.CHOOSE, hours="5 to 12.5",
    buddy=BuddyOffer.YES, checks=(CheckKind.DBS_BASIC, CheckKind.RIGHT_TO_WORK),
    note="2 to 3 newly created part-time posts to assist with the lunch service.",
)  # fmt: skip
"""The posts that the work began with."""

KINDS: tuple[PostKind, ...] = (
    PostKind("Laundry assistant", "Mon, Wed, Fri 9:30am to 12:30pm",
             ("Sorting laundry", "Folding laundry"), ("Labelling clothes", "Taking clean laundry round"),
             (MEDIUM, HIGH, LOW, MEDIUM), hours="9", checks=(CheckKind.RIGHT_TO_WORK,)),
    PostKind("Garden helper", "Tue, Thu 10am to 1pm", ("Watering plants", "Weeding and planting"),
             ("Sweeping paths", "Mowing"), (LOW, LOW, LOW, LOW), hours="6", buddy=BuddyOffer.YES,
             checks=(CheckKind.RIGHT_TO_WORK,)),
    PostKind("Activities helper", "Tue, Wed, Thu 2pm to 4:30pm",
             ("Games and quizzes", "Setting up rooms"), ("Arts and crafts", "Music and singing"),
             (HIGH, LOW, HIGH, LOW), hours="7.5", checks=(CheckKind.DBS_ENHANCED, CheckKind.RIGHT_TO_WORK)),
    PostKind("Reception helper", "Mon to Fri 9am to midday", ("Welcoming visitors", "Sorting post"),
             ("Filing", "Answering the telephone"), (LOW, LOW, HIGH, LOW), pattern=ShiftPattern.CHOOSE,
             hours="6 to 15", checks=(CheckKind.DBS_BASIC, CheckKind.RIGHT_TO_WORK)),
    PostKind("Domestic assistant", "Mon, Tue, Wed, Thu, Fri 8am to 11am",
             ("Dusting and polishing", "Vacuuming", "Making beds"), ("Emptying bins", "Cleaning bathrooms"),
             (MEDIUM, LOW, MEDIUM, MEDIUM), hours="15", checks=(CheckKind.DBS_BASIC, CheckKind.RIGHT_TO_WORK)),
    PostKind("Tea and trolley round", "Mon to Sun 2:30pm to 4:30pm", ("Drinks trolley", "Making hot drinks"),
             ("Clearing tables", "Washing up"), (MEDIUM, LOW, HIGH, LOW), places="2", pattern=ShiftPattern.CHOOSE,
             hours="4 to 10", checks=(CheckKind.DBS_BASIC, CheckKind.RIGHT_TO_WORK)),
    PostKind("Kitchen porter", "Mon, Tue, Thu, Fri 1pm to 4pm", ("Washing up", "Cleaning the kitchen"),
             ("Putting deliveries away", "Preparing vegetables"), (HIGH, HIGH, MEDIUM, HIGH), hours="12",
             buddy=BuddyOffer.NO, checks=(CheckKind.FOOD_HYGIENE, CheckKind.RIGHT_TO_WORK)),
    PostKind("Office assistant", "Tue, Thu 9:30am to 2:30pm", ("Filing", "Photocopying and scanning"),
             ("Shredding", "Typing and entering data"), (LOW, LOW, LOW, LOW), hours="10",
             checks=(CheckKind.DBS_BASIC, CheckKind.RIGHT_TO_WORK)),
    PostKind("Maintenance helper", "Wed, Fri 9am to 1pm", ("Painting", "Small repairs"),
             ("Cleaning windows", "Checking alarms and lights"), (MEDIUM, LOW, LOW, MEDIUM), hours="8",
             buddy=BuddyOffer.YES, checks=(CheckKind.RIGHT_TO_WORK,)),
    PostKind("Sandwich making", "Mon, Wed, Fri 10am to midday", ("Making sandwiches", "Preparing vegetables"),
             ("Cleaning the kitchen",), (MEDIUM, MEDIUM, MEDIUM, MEDIUM), hours="6",
             checks=(CheckKind.FOOD_HYGIENE, CheckKind.RIGHT_TO_WORK)),
    PostKind("Washing minibuses", "Sat 9:30am to 1:30pm", ("Washing vehicles",), ("Sweeping paths",),
             (LOW, LOW, LOW, LOW), hours="4", checks=(CheckKind.RIGHT_TO_WORK,)),
    PostKind("Looking after the hens", "Mon to Sun 8:30am to 10am", ("Looking after animals",), ("Sweeping paths",),
             (LOW, LOW, LOW, MEDIUM), pattern=ShiftPattern.CHOOSE, hours="3 to 7.5", buddy=BuddyOffer.YES,
             checks=(CheckKind.RIGHT_TO_WORK,)),
)  # fmt: skip

NOT_OPEN: tuple[PostKind, ...] = (
    PostKind("Help at breakfast", "", ("Laying tables",), ("Making hot drinks",), (MEDIUM, LOW, MEDIUM, MEDIUM),
             status=PostStatus.CARVING, pence=None),
    PostKind("Something in the garden", "", (), (), (LOW, LOW, LOW, LOW), status=PostStatus.INTEREST, pence=None),
    PostKind("Weekend reception", "Sat, Sun 10am to 2pm", ("Welcoming visitors",), (), (LOW, LOW, HIGH, LOW), hours="8",
             status=PostStatus.VISIT_BOOKED),
)  # fmt: skip
"""What employers spoke of and is no post yet; one has no tasks."""
