"""What providers of the sample county wrote in their own words."""

OTHER: dict[str, tuple[str, ...]] = {
    "vacancy_reasons": (
        "Cost of fuel and car insurance", "No childcare for early shifts", "Visa changes", "fuel costs",
        "Cannot get drivers", "Weekend working", "Petrol", "weekend working", "Housing is too dear round here",
        "Sponsorship licence", "School hours do not fit our shifts",
    ),
    "advertising_methods": (
        "Parish magazine", "Church newsletter", "Radio at the hospital", "Banner on the fence", "parish magazine",
        "Gumtree", "Village noticeboard",
    ),
    "best_advertising": ("Banner on the fence", "A former member of staff", "Parish magazine"),
    "retention_methods": (
        "Birthday off", "Team nights out", "Free meals on shift", "Paid breaks", "birthday off",
        "Employee of the month", "Wage stream, paid when they want", "free meals",
    ),
    "best_retention": ("A manager who listens", "Paid breaks", "Flexible shifts", "A manager who listens"),
}  # fmt: skip
"""“Other” by question; some write the same, in their own way."""

CODES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("vacancy_reasons", "Cost of travel", ("Cost of fuel and car insurance", "fuel costs", "Petrol")),
    ("vacancy_reasons", "Hours do not fit family life", ("No childcare for early shifts", "Weekend working")),
    ("advertising_methods", "Church and village", ("Parish magazine", "Church newsletter")),
    ("retention_methods", "Food and breaks on shift", ("Free meals on shift", "Paid breaks", "free meals")),
)
"""Codes that somebody has made so far, with the texts they stand for. The rest waits."""

OFFERED: tuple[tuple[str, str, str], ...] = (
    ("vacancy_reasons", "Cannot get drivers", "Transport"),
    ("advertising_methods", "Banner on the fence", "Posters"),
)
"""Texts that say what an option offered says already, by its first words."""

ONE_THING: tuple[tuple[str, str], ...] = (
    ("Pay that matches the supermarket across the road.", "Pay"),
    ("A fee from the council that lets us pay the real living wage.", "Pay"),
    ("Pay, pay and pay.", "Pay"),
    ("Money for a retention bonus over the winter.", "Pay"),
    ("Enough in the fee to pay for travel between calls.", "Pay"),
    ("A campaign that shows what care work is really like.", "How care work is seen"),
    ("People should hear of the good days, not just the bad news on television.", "How care work is seen"),
    ("Schools that speak of care as a career and not as the last resort.", "How care work is seen"),
    ("Being thought of as a skilled job.", "How care work is seen"),
    ("Training paid for, with somebody to cover the shift.", "Training"),
    ("Free training in dementia care for new starters.", "Training"),
    ("A clear way from care assistant to senior to nurse.", "Training"),
    ("Buses that run before seven in the morning.", "Transport"),
    ("Drivers! Half our applicants cannot get to the villages.", "Transport"),
    ("A pool car that three of us could share.", "Transport"),
    ("Quicker DBS checks; we lose people while they wait.", "Checks before starting"),
    ("References that come back within a week.", "Checks before starting"),
    ("Applicants who turn up.", ""),
    ("Less paperwork.", ""),
    ("More hours in the day!", ""),
    ("Help with sponsorship.", ""),
    ("Managers who have time to meet a new starter on the first day.", ""),
)
"""What would help most, with the theme that somebody made of it; without one it waits or fits none."""
THEMES_FOR = "one_thing"
