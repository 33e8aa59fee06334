"""The weights and speeds of a new register: a beginning that the team reads and changes."""

from collections.abc import Mapping

from workforce.iwork.matching.facts import Speed
from workforce.iwork.vocabulary import Factor, TravelMode

WEIGHTS: Mapping[Factor, int] = {
    Factor.TASKS: 5,
    Factor.SETTING: 3,
    Factor.HOURS: 4,
    Factor.DAYS: 3,
    Factor.TRAVEL: 3,
    Factor.SUPPORT: 4,
    Factor.EXPERIENCE: 1,
}
# Tenths of a mile an hour, minutes of waiting or parking, and how much longer than the straight line the way is.
SPEEDS: Mapping[TravelMode, Speed] = {
    TravelMode.WALK: Speed(30, 0, 30),
    TravelMode.CYCLE: Speed(90, 2, 30),
    TravelMode.BUS: Speed(110, 12, 40),
    TravelMode.TRAIN: Speed(250, 20, 40),
    TravelMode.DRIVE: Speed(240, 5, 35),
    TravelMode.LIFT: Speed(240, 5, 35),
    TravelMode.TAXI: Speed(240, 10, 35),
}
