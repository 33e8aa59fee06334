"""Where the sample county's services stand: postcodes that lie in each district, and made-up streets."""

COUNCIL, REGION = "Nottinghamshire", "East Midlands"

POSTCODES = {
    "Ashfield": "NG17 0DJ NG15 7EW NG17 2DU NG17 7LZ NG15 6AY NG15 6GY NG17 4GU NG15 6PL NG17 1JG NG17 5FU NG15 6DZ",
    "Bassetlaw": "DN11 8FB DN11 8DH NG22 0SW S81 9QG S81 0AZ NG20 9JL S80 2RH S80 1SH DN10 4PR S81 0NF DN22 6RZ",
    "Broxtowe": "NG2 9JN NG9 3QD NG9 3FX NG9 1DH NG9 7GY NG9 2PX NG2 3DJ NG9 5FX NG16 2EA NG16 2RF NG9 3LH",
    "Gedling": "NG3 6EX NG14 6SP NG3 6GF NG4 4EA NG3 5SH NG4 2FW NG3 5XF NG4 4GQ NG5 4HG NG5 3FZ NG5 8WJ",
    "Mansfield": "NG19 6SD NG19 6UD NG20 0RJ NG19 6HX NG18 5QQ NG19 8NB NG18 4HW NG19 8DT NG20 9QU NG20 0TG NG18 4BD",
    "Newark and Sherwood": "NG23 6LW NG23 6NJ NG14 7DH NG25 0AS NG22 9RU NG23 7NE NG24 1DT NG14 6AT NG22 8TE NG24 4LA",
    "Rushcliffe": "NG13 8TS NG11 6AG NG13 9DL NG12 3QP NG13 9AB NG2 6JL NG11 7WG NG11 0HS NG13 9FX NG2 5JT",
}
ELSEWHERE = {
    "Derby": ("DE3 5RQ DE21 4GR DE22 3PJ DE3 9GW DE3 7EE DE24 9GG DE1 1FG"),
    "Derbyshire": (
        "DE56 4ZY DE55 4BE DE5 0TH DE55 5AG DE55 3AH NG20 8DL DE6 1EL DE4 4DN DE45 1GX NG10 1FS DE7 3JS "
        "NG10 1PY DE5 6JA DE5 6AD DE5 6HA DE15 9UJ DE11 9NW DE11 7NH"
    ),
    "Leicester": ("LE4 5LN LE2 3ZT LE1 6UZ LE2 2EJ LE4 9NA LE2 1QF LE2 1XA"),
    "Leicestershire": (
        "LE1 8AD LE1 8EZ LE3 8DA LE11 5RE LE11 3UN LE11 3UW LE17 4DU LE17 4JW LE16 9AN LE8 4ZR LE9 8GP "
        "LE9 7NQ LE13 1BT LE13 0ZG NG32 1QF LE6 2HR LE65 9BG LE6 5QY LE18 1HS LE2 5SG LE8 1NS"
    ),
    "Lincolnshire": (
        "PE20 3RQ PE20 3JW PE21 1ST LN10 6XG LN13 9EA LN12 2UF LN6 3RN LN5 7TA LN5 7PL LN10 6XZ NG32 3FG "
        "NG34 7AA PE12 9BT PE11 4RR PE11 1ST NG33 4RH NG34 0PY NG33 4PT LN1 2PG LN3 4EW DN21 5PW"
    ),
    "North Northamptonshire": ("NN15 5LP NN7 1NP NN6 0JQ PE8 5XN NN15 5BJ NN10 8WQ NN16 6DW"),
    "Nottingham": ("NG1 2JH NG5 9AN NG6 8JS NG1 2DQ NG8 2DT NG6 9EU NG5 9NS"),
    "Rutland": ("LE15 7TU LE15 9FG LE15 0AY LE15 8HN LE15 0FY PE9 3SF LE15 6QS"),
    "West Northamptonshire": ("NN4 6AR NN11 6AR NN11 1GY NN5 7RN NN12 6PF NN6 8WS NN3 2RS"),
}
"""Postcodes in the other authorities of the region."""

TOWNS = {
    "Ashfield": "Kirkby-in-Ashfield",
    "Bassetlaw": "Worksop",
    "Broxtowe": "Beeston",
    "Gedling": "Arnold",
    "Mansfield": "Mansfield",
    "Newark and Sherwood": "Newark",
    "Rushcliffe": "West Bridgford",
}
NORTH = ("Ashfield", "Bassetlaw", "Mansfield", "Newark and Sherwood")
SOUTH = ("Broxtowe", "Gedling", "Rushcliffe")
OFFICERS = {
    "Helen Sampleton (sample officer)": ("Bassetlaw", "Newark and Sherwood"),
    "Marek Pretendby (sample officer)": ("Ashfield",),
    "Ruth Exampleworth (sample officer)": ("Mansfield",),
    "Tunde Specimenson (sample officer)": ("Broxtowe", "Gedling"),
    "Yasmin Exampleley (sample officer)": ("Rushcliffe",),
}
STREETS = (
    "Sample Street",
    "Example Road",
    "Pretend Lane",
    "Specimen Avenue",
    "Imaginary Way",
    "Fiction Close",
)


def postcodes_of(place: str) -> list[str]:
    """The postcodes of a district of the county, or of another authority, whole."""
    halves = (POSTCODES.get(place) or ELSEWHERE[place]).split()
    return [f"{outward} {inward}" for outward, inward in zip(halves[::2], halves[1::2], strict=True)]
