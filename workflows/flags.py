"""The parallel flags of a case in words, for refusals that depend on them."""

from collections.abc import Mapping
from typing import Any

from models.vocabulary import PlanState, TerminationGround
from workflows.text import Text

FLAGS: dict[str, Text] = {
    "claim_window": Text("债权申报"),
    "mgmt_plan": Text("财产管理方案"),
    "realisation_plan": Text("财产变价方案"),
    "distribution_plan": Text("财产分配方案"),
    "termination_asked": Text("提请终结"),
    "admin_duties": Text("管理人职务"),
}
VALUES: dict[str, Text] = {
    "OPEN": Text("申报中"),
    "CLOSED": Text("已届满"),
    "RETAINED": Text("因诉讼继续"),
    "ENDED": Text("已终止"),
}


def in_words(value: Any) -> Any:
    """A value of a flag as people read it."""
    if value is None:
        return Text("尚无")
    for words in (PlanState, TerminationGround):
        if value in {word.value for word in words}:
            return words(value)
    return VALUES.get(str(value), str(value))


def misfit(requires: Mapping[str, Any], flags: Mapping[str, Any]) -> Text | None:
    """The first known flag that is not as a row requires: what it must be, what it is."""
    for flag, wanted in requires.items():
        if flags.get(flag) != wanted and flag in FLAGS:
            return Text(
                "须“{flag}”为“{wanted}”，目前为“{now}”。",
                flag=FLAGS[flag],
                wanted=in_words(wanted),
                now=in_words(flags.get(flag)),
            )
    return None
