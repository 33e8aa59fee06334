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


def postcodes_of(district: str) -> list[str]:
    """The district's postcodes, whole."""
    halves = POSTCODES[district].split()
    return [f"{outward} {inward}" for outward, inward in zip(halves[::2], halves[1::2], strict=True)]
