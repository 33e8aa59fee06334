"""What is said in the sample county’s nominations, sentence by sentence.

{N} is the nominee by any name, {F} with a title, {H} the home, {M} its manager, {P} its provider, {T} its town, {C} a
colleague, {R} somebody who is cared for, {W} who nominates.
"""

from awards.vocabulary import NominatorKind

PLACE_OPENERS: tuple[str, ...] = (
    "My name is {W}, and I would like to tell you why {N} should be honoured this year.",
    "I have known {H} for six years, and what {N} did this year I have not seen anywhere else in {T}.",
    "{M} would never say it, so I shall: nobody in the county does this as {N} does.",
    "When people in {T} speak of care they mean {H}, and when they praise it they mean {N}.",
)

OPENERS: dict[NominatorKind, tuple[str, ...]] = {
    NominatorKind.FAMILY: (
        "My mother {R} came to {H} two winters ago, and from the first evening {N} was the person she asked for.",
        "We chose {H} for Dad because of {N}, and I am writing this so that somebody outside the family knows why.",
        "When {R} could no longer stay at home in {T}, it was {N} who made the move bearable for all of us.",
        "My name is {W}, and I am nominating {N} on behalf of everybody who visits {R} at {H}.",
    ),
    NominatorKind.COLLEAGUE: (
        "I have worked beside {N} at {H} for years and have never heard {them} say that something was not {their} job.",
        "When I started at {H} I was shown round by {N}, and most of what I know about this work I learned that week.",
        "Ask anybody on our shift who holds {H} together and they will say {N} before you have finished the question.",
    ),
    NominatorKind.PROVIDER: (
        "On behalf of {P} I would like to nominate {N}, whose work at {H} has been outstanding this year.",
        "{P} runs several services in the county, and I can say that none of them has anybody quite like {N}.",
        "{M} and I agreed within a minute that our nomination from {H} had to be {N}.",
    ),
    NominatorKind.INDIVIDUAL: (
        "I live at {H} and I want {N} to win because {they} listened to me when I was frightened.",
        "I asked {C} to write this down for me: {N} changed my life, and I do not say that lightly.",
    ),
    NominatorKind.PROFESSIONAL: (
        "I visit a good many homes around {T}, and I always know within minutes when {N} is on duty at {H}.",
        "As somebody who comes to {H} from outside, I see {N’s} work with fresh eyes each week.",
    ),
}

PEOPLE_ONLY: tuple[str, ...] = (
    "{F} was offered a post nearer home last spring and stayed, because {R} had only just settled.",
    "The residents call {them} {F}, and {N} laughs and tells them that {their} first name will do.",
    "{N} came in on {their} day off to sit with {R}, and never told anybody that {they} had.",
    "I once heard {N} sing to {R} at four in the morning, very quietly, so that nobody else should wake.",
    "In the supervision notes {M} wrote only three words about {N}: kind, exact, reliable.",
    "{N} noticed that {R} had stopped coming to breakfast and found out, without any fuss, that it was the new chairs.",
    "Nobody had asked for it, but {N} wrote down what {R} liked to hear at night and pinned it inside the wardrobe.",
    "During the snow {N} walked from {T} to {H} so that the night staff could go home.",
    "What {N} began as a small thing on Tuesdays is now done everywhere at {H}.",
    "{N} learned eleven words of Polish so that {R} could be greeted properly each morning.",
    "The families speak of it still: {N} rang each of them on Sunday evenings, all through the months without visits.",
    "I have seen {N} give the same full attention to {R}, who cannot speak, as to the inspector from the council.",
    "{C} was ready to give up after the first month, and {N} simply said: come in with me tomorrow.",
    "Not everything worked, and {N} was the first to say so, and to put it right with {C} the same afternoon.",
    "With {N} there is no wrong question, and the new ones at {H} learn that before they learn where the kettle is.",
    "{N} keeps a list of small wishes in a blue notebook, and I have seen how many of them are crossed out.",
    "On the day of the flood {N} and {C} carried blankets to the church hall before anybody had rung for help.",
    "The doctor said afterwards that {N} had seen the infection two days before it would have become dangerous.",
    "We still laugh about the hat that {N} wore at the garden party; {R} laughed that day for the first time in weeks.",
    "It is a matter of trust: {R} hands {N} her rings before the bath, and she hands them to nobody else.",
    "At handover {N} speaks of people, not of rooms, and by now the whole of {H} does.",
)

BODIES: tuple[str, ...] = (
    "{C} told me that without {N} at least two of the team would have left that winter.",
    "The inspector asked about it, and {M} simply pointed to {N}.",
    "{N’s} patience with {R} is something that I had read about in books and never seen.",
    "There is a photograph in the hall at {H} of the day when {N} brought the whole of the day room into the garden.",
    "When {R} died, {N} stood at the door of {H} with all the staff until the car had gone.",
    "It was {N’s} idea to ask {R} what a good day had been like at the age of thirty, and to try to make one.",
    "{M} says that since {N} took this on, falls at {H} have gone down by almost half.",
    "There are homes where people are kept busy; at {H}, because of {N}, people are busy with what they chose.",
    "{R} had not left the building for a year, and in May {N} took her to the market in {T} for a bag of plums.",
    "Others will tell you about medicines and records, which are in order; I want to tell you about {N’s} kindness.",
    "{H’s} own figures show that complaints fell from nine to one in the year in which {N} was given the lead.",
    "{R’s} will to get up came back little by little, and that may well be because {N} never hurried her.",
    "Since {N} began with it, what was a small thing on Tuesdays is done every day at {H}.",
    "{R} says that at {H} nobody has ever said to her that there is no time.",
    "The students who come from the college in {T} ask to come back, and say that it is because of {N}.",
    "A nurse from the surgery told {M} that the notes at {H} are the clearest she reads all week.",
    "In the survey of families {H} was named as the place where people are listened to, {N} before anybody else.",
    "Last Christmas there were more visitors than chairs at {H}, and {N} had thought of that as well.",
    "{C} left for better pay and came back within the year, and gave {N} as the reason.",
)

OWN: dict[str, tuple[str, ...]] = {
    "Proud to deliver Excellent Person Centred Care": (
        "{R’s} care plan used to be four pages of risks; {N} began it anew with who she is.",
        "{N} found out that {R} had worked on the railway, and the timetable {they} drew for her hangs by her bed.",
        "Nothing about {R} is decided at {H} any more without {R} in the room, and that is {N’s} doing.",
    ),
    "Proud to Care Team Award": (
        "There are nine of them, and when {C} was ill the other eight covered every shift without being asked.",
        "You can see at {H} that {N} talk to one another: nothing falls between two shifts.",
        "{N} meet for ten minutes at the end of each day, and anybody may say what went wrong.",
    ),
    "Proud to be a Learning and Development Champion": (
        "{N} has brought six colleagues through the Care Certificate this year, and {C} was one of them.",
        "The little room behind the office at {H} is now a place to learn, because {N} painted it at weekends.",
        "What {N} learned about swallowing difficulties {they} passed on to the cooks of three other homes.",
    ),
    "Proud to be Engaging with the Community": (
        "Children from the school in {T} read at {H} every Thursday, and nobody thinks of it as a project any more.",
        "The choir of {H} has members who have never lived there, and a waiting list.",
        "{H’s} garden gate stands open, and half of {T} has walked through it by now.",
    ),
    "Proud to be Delivering Innovative Care Services": (
        "{H} was the first in the county to let the night sensors call the person rather than the corridor.",
        "They tried it with three people, measured for eight weeks, and only then asked {P} for the money.",
        "Ambulance calls from {H} are down by a third, and the method has been asked for by four other homes.",
    ),
    "Proud to Lead a Successful Caring Service": (
        "{N} knows each of the residents by the name that they like, and each of the staff by what worries them.",
        "Turnover at {H} was forty per cent when {N} came; last year two people left, and both came back to visit.",
        "{N’s} door is open, and that is no figure of speech: {they} had it taken off.",
    ),
    "Proud to Support Excellent Care Delivery": (
        "No meal leaves {N’s} hands that {they} would not put before {their} own mother.",
        "{N} is not a carer by title, and yet {R} asks for {N} when the nights are long.",
        "Without {N} the best care plan at {H} would be a piece of paper in a cold house.",
    ),
}

WITH_DETAILS: tuple[str, ...] = (
    "If anything is unclear you can reach me at {mail} or ring {H} on {tel}.",
    "There is more about it on www.example.org/our-home and in the newsletter of {P}.",
    "{M} will confirm all of this if you ring {tel}.",
)

CLOSERS: tuple[str, ...] = (
    "For all of this I believe that {N} deserves this award more than anybody I know.",
    "If the award is for what is done when nobody is looking, then it belongs to {N}.",
    "Whatever the panel decides, I am glad to have written down what {N} means to us at {H}.",
    "I hope that {N} will hear how much {they} did, for {R} and for all of us.",
)

SIGNED: tuple[str, ...] = ("{W}", "With kind regards, {W}", "Yours, {W}, {T}")
