"""The words of ASC-WDS files: what a file lists, what a row says of itself, how a workplace was tied."""

from resources.words import Word


class FileKind(Word):
    """What a bulk-upload file lists, in the order in which files are taken in."""

    WORKPLACE = "workplace", "Workplaces"
    WORKER = "worker", "Workers"
    TRAINING = "training", "Training"

    @property
    def singular(self) -> str:
        """One row of it."""
        return {"workplace": "workplace", "worker": "worker record", "training": "training record"}[
            self.value
        ]


class RowStatus(Word):
    """What a row says of itself; the value is lower case, the label as the file has it."""

    NEW = "new", "NEW"
    UPDATE = "update", "UPDATE"
    NOCHANGE = "nochange", "NOCHANGE"
    UNCHECKED = "unchecked", "UNCHECKED"
    DELETE = "delete", "DELETE"
    MOVED = "chgsub", "CHGSUB"

    @property
    def looked_at(self) -> bool:
        """Whether it says that somebody looked at the record: NOCHANGE is looked at and found right."""
        return self in (RowStatus.NEW, RowStatus.UPDATE, RowStatus.NOCHANGE, RowStatus.MOVED)


class TiedBy(Word):
    """How a workplace came to be tied to a service or provider of the register."""

    LOCATION_ID = "location_id", "CQC Location ID"
    NAME_AND_POSTCODE = "name_and_postcode", "Name and postcode"
    PROVIDER_ID = "provider_id", "CQC Provider ID"
    PERSON = "person", "Chosen by a person"
