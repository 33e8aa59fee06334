"""The tasks and adjustments that a new register begins with. All of them can be renamed or archived."""

from resources.database import Database, change, new_key

KITCHEN = "Kitchen and dining"
LAUNDRY = "Laundry"
DOMESTIC = "Domestic"
GARDEN = "Garden"
OFFICE = "Reception and office"
ACTIVITIES = "Activities"
MAINTENANCE = "Maintenance"

TASKS: tuple[tuple[str, str, str], ...] = (
    (KITCHEN, "Laying tables", "laying the tables"),
    (KITCHEN, "Serving meals", "serving meals"),
    (KITCHEN, "Taking meal orders", "asking people what they want to eat"),
    (KITCHEN, "Making hot drinks", "making tea and coffee"),
    (KITCHEN, "Drinks trolley", "taking the drinks trolley round"),
    (KITCHEN, "Clearing tables", "clearing and wiping tables"),
    (KITCHEN, "Washing up", "washing up and filling the dishwasher"),
    (KITCHEN, "Preparing vegetables", "washing and cutting vegetables"),
    (KITCHEN, "Making sandwiches", "making sandwiches"),
    (KITCHEN, "Cleaning the kitchen", "cleaning the kitchen"),
    (KITCHEN, "Putting deliveries away", "putting food deliveries away"),
    (LAUNDRY, "Sorting laundry", "sorting the washing"),
    (LAUNDRY, "Loading machines", "filling washing machines and dryers"),
    (LAUNDRY, "Folding laundry", "folding clean clothes and towels"),
    (LAUNDRY, "Ironing", "ironing"),
    (LAUNDRY, "Labelling clothes", "putting name labels in clothes"),
    (LAUNDRY, "Taking clean laundry round", "taking clean clothes to people’s rooms"),
    (DOMESTIC, "Making beds", "making beds"),
    (DOMESTIC, "Dusting and polishing", "dusting and polishing"),
    (DOMESTIC, "Vacuuming", "vacuuming the floors"),
    (DOMESTIC, "Mopping floors", "mopping the floors"),
    (DOMESTIC, "Cleaning bathrooms", "cleaning bathrooms and toilets"),
    (DOMESTIC, "Emptying bins", "emptying the bins"),
    (DOMESTIC, "Restocking supplies", "filling up soap, gloves and paper towels"),
    (GARDEN, "Watering plants", "watering plants"),
    (GARDEN, "Weeding and planting", "weeding and planting"),
    (GARDEN, "Mowing", "mowing the grass"),
    (GARDEN, "Sweeping paths", "sweeping the paths"),
    (GARDEN, "Looking after animals", "looking after the animals"),
    (OFFICE, "Welcoming visitors", "saying hello to visitors and signing them in"),
    (OFFICE, "Answering the telephone", "answering the telephone"),
    (OFFICE, "Filing", "putting papers in order"),
    (OFFICE, "Shredding", "shredding paper"),
    (OFFICE, "Photocopying and scanning", "copying and scanning"),
    (OFFICE, "Typing and entering data", "typing on a computer"),
    (OFFICE, "Sorting post", "sorting and giving out the post"),
    (ACTIVITIES, "Games and quizzes", "playing games and quizzes with people"),
    (ACTIVITIES, "Arts and crafts", "helping with arts and crafts"),
    (ACTIVITIES, "Music and singing", "helping with music and singing"),
    (ACTIVITIES, "Reading and talking with residents", "sitting and talking with people who live there"),
    (ACTIVITIES, "Setting up rooms", "putting out chairs and tables"),
    (ACTIVITIES, "Helping on outings", "going along on trips"),
    (MAINTENANCE, "Washing vehicles", "washing cars and minibuses"),
    (MAINTENANCE, "Painting", "painting walls and fences"),
    (MAINTENANCE, "Cleaning windows", "cleaning windows"),
    (MAINTENANCE, "Small repairs", "helping with small repairs"),
    (MAINTENANCE, "Checking alarms and lights", "checking that lights and alarms work"),
)
"""Area, name, and how it is said in an easy-read profile."""

ADJUSTMENTS: tuple[tuple[str, str], ...] = (
    ("Tasks shown, not only told", "Show me what to do, then let me try."),
    ("Instructions in pictures", "Give me pictures of what to do."),
    ("Written list of tasks", "Give me a list so that I can tick things off."),
    ("One task at a time", "Tell me one thing at a time."),
    ("Same person to ask", "I need to know one person I can ask."),
    ("Regular check-ins", "Come and ask me how I am getting on."),
    ("Extra time to learn", "Give me more time to learn new things."),
    ("Same days and times each week", "I need the same days and times every week."),
    ("Notice of changes", "Tell me early if something is going to change."),
    ("Later start", "I work best if I do not start too early."),
    ("Shorter shifts", "I work best in short shifts."),
    ("Extra breaks", "I need a few more breaks."),
    ("Quiet place for breaks", "I need somewhere quiet for my break."),
    ("Ear defenders allowed", "I need to wear ear defenders when it is loud."),
    ("No telephone work", "I do not want to answer the telephone."),
    ("No contact with the public", "I do not want to meet visitors or strangers at work."),
    ("Work trial instead of interview", "I show best what I can do by doing it, not in an interview."),
    ("Job coach on site", "My job coach comes with me when I start."),
    ("Plain, direct language", "Use short, clear words with me."),
    ("Step-free access", "I need a place without steps."),
    ("Seat to work at", "I need to sit down for some of my work."),
    ("Timer or reminders", "A timer or my phone helps me to remember."),
)
"""Name, and how the person would say it."""


def add_shipped_words(vault: Database) -> int:
    """Add those that are not there by name, as one change; how many were."""
    held = {
        table: {str(name).casefold() for (name,) in vault.rows(f"select name from {table}")}
        for table in ("task", "adjustment")
    }
    tasks = [(name, easy, area) for area, name, easy in TASKS if name.casefold() not in held["task"]]
    adjustments = [(name, easy) for name, easy in ADJUSTMENTS if name.casefold() not in held["adjustment"]]
    if tasks or adjustments:
        with change(vault, "Added tasks and adjustments to choose from"):
            vault.insert_rows("task", ("id", "name", "easy", "area"), [(new_key(), *one) for one in tasks])
            vault.insert_rows(
                "adjustment", ("id", "name", "easy"), [(new_key(), *one) for one in adjustments]
            )
    return len(tasks) + len(adjustments)
