"""Every answer that can be written down, each by one word: no two families share one."""

from loyaltui.core.evidence import FAMILIES
from loyaltui.core.question import PROBES, Reply

SAYABLE = {
    **{value: Reply(family, value) for family in ("reason", "share", "satisfaction") for value in FAMILIES[family]},
    **{str(score): Reply("recommends", str(score)) for score in range(11)},
    **{
        f"{hook}_{verdict}": Reply("probe", f"{hook} {verdict}")
        for hook in PROBES
        for verdict in ("refuted", "confirmed")
    },
    "sent": Reply("referral", "sent"),
    "complaint": Reply("complaint", "open"),
    "put_right": Reply("complaint", "put_right"),
    "wish": Reply("wish", ""),
}


def values(family: str) -> list[str]:
    """What can be answered in one family; nothing where there is no such family."""
    return [reply.value for reply in SAYABLE.values() if reply.family == family]
