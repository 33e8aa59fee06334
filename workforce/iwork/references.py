"""How people and posts are referred to where a name is not wanted."""


def person_reference(number: int) -> str:
    """As IW-014."""
    return f"IW-{number:03d}"


def post_reference(number: int) -> str:
    """As P-007."""
    return f"P-{number:03d}"


def initials(given_name: str, family_name: str) -> str:
    """Two letters at most, since more would tell more of who is meant: “Ada Mary”, “Example-Specimen” is “A.E.”."""
    return "".join(f"{name[0].upper()}." for name in (given_name, family_name) if name)


def sql_initials() -> str:
    """SQL of the same, for rows of `person`."""
    return (
        "upper(substr(person.given_name, 1, 1)) || '.' || "
        "case person.family_name when '' then '' else upper(substr(person.family_name, 1, 1)) || '.' end"
    )


def sql_person_reference() -> str:
    """SQL of the same, for rows of `person`."""
    return "printf('IW-%03d', person.number)"


def sql_post_reference() -> str:
    """SQL of the same, for rows of `post`."""
    return "printf('P-%03d', post.number)"
