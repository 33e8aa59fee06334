"""What a match is weighed by, and how long a way takes: the team reads it and changes it."""

from collections.abc import Mapping

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from workforce.iwork.matching.facts import Speed
from workforce.iwork.matching.reading import read_speeds, read_weights
from workforce.iwork.vocabulary import Factor, TravelMode

MOST = 10
MEANING: Mapping[Factor, str] = {
    Factor.TASKS: "How many of the tasks they like or would try. A task that nothing was said of counts a little.",
    Factor.SETTING: "Noise, heat, people around and smells, where what suits them and what is there are known.",
    Factor.HOURS: "How near the hours of the post are to the hours they want.",
    Factor.DAYS: "How much of the shifts lies within the days and times they can work.",
    Factor.TRAVEL: "How short the way is. An hour counts half, two hours nothing.",
    Factor.SUPPORT: "How much of the adjustments and the buddy that they need, or that help, is offered.",
    Factor.EXPERIENCE: "How many of the tasks they have done before. Kept low, so that beginners are not left behind.",
}


def weights(vault: Database) -> dict[Factor, int]:
    """Of every factor: as it was chosen, or as it shipped."""
    return read_weights(vault)


def speeds(vault: Database) -> dict[TravelMode, Speed]:
    """Of every way of travelling: as it was chosen, or as it shipped."""
    return read_speeds(vault)


def set_weights(vault: Database, chosen: Mapping[Factor, int]) -> dict[Factor, int]:
    """Weigh matches otherwise from now on, as one change; factors that are not named stay."""
    held = read_weights(vault)
    for factor, weight in chosen.items():
        if not 0 <= weight <= MOST:
            raise FieldProblem(factor.value, f"A weight is a whole number from 0 to {MOST}; {weight} is not.")
    if not any({**held, **chosen}.values()):
        raise FieldProblem(
            Factor.TASKS.value, "At least one factor needs a weight above 0, or all matches are alike."
        )
    with change(vault, "Changed the weights of matching"):
        for factor, weight in chosen.items():
            if weight != held[factor]:
                _keep(vault, "match_weight", "factor", factor.value, {"weight": weight})
    return read_weights(vault)


def set_speed(vault: Database, mode: TravelMode, speed: Speed) -> dict[TravelMode, Speed]:
    """Reckon a way of travelling otherwise from now on."""
    if not 1 <= speed.tenths_an_hour <= 1000:
        raise FieldProblem("tenths_an_hour", "A speed is from 0.1 to 100 miles an hour.")
    if not 0 <= speed.wait_minutes <= 120:
        raise FieldProblem("wait_minutes", "Waiting is from 0 to 120 minutes.")
    if not 0 <= speed.detour_percent <= 300:
        raise FieldProblem("detour_percent", "A way is from 0 to 300 percent longer than the straight line.")
    if speed != read_speeds(vault)[mode]:
        with change(vault, f"Changed how {mode.label.lower()} is reckoned"):
            _keep(vault, "travel_speed", "mode", mode.value, speed._asdict())
    return read_speeds(vault)


def _keep(vault: Database, table: str, column: str, value: str, cells: Mapping[str, int]) -> None:
    key = vault.value(f"select id from {table} where {column} = ?", (value,))
    if key is None:
        vault.insert_row(table, {"id": new_key(), column: value, **cells})
    else:
        vault.update_row(table, str(key), dict(cells))
