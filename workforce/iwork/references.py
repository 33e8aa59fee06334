"""How people and posts are referred to where a name is not wanted."""


def person_reference(number: int) -> str:
    """As IW-014."""
    return f"IW-{number:03d}"


def post_reference(number: int) -> str:
    """As P-007."""
    return f"P-{number:03d}"


def initials(given_name: str, family_name: str) -> str:
    """The first letter of each part of a name: “Ada Mary”, “Example” is “A.M.E.”."""
    parts = f"{given_name} {family_name}".replace("-", " ").split()
    return "".join(f"{part[0].upper()}." for part in parts)


def sql_person_reference() -> str:
    """SQL of the same, for rows of `person`."""
    return "printf('IW-%03d', person.number)"


def sql_post_reference() -> str:
    """SQL of the same, for rows of `post`."""
    return "printf('P-%03d', post.number)"
