"""What a verb of the shop did, for the words to say and the screens to show."""

from dataclasses import dataclass

from loyaltui.core.reward import Reward, Voucher


@dataclass(frozen=True)
class Logged:
    """A visit, refund or reward as it was written. `amount` None: the till will say; `balance` after it, in points;
    `met`: it is a sale that the till had told already; `spent`: points, for the reward; `voucher`: the one used,
    `issued`: one that the reward brought; `outside`: they weren't in the programme on its day, so it earned nothing."""

    act: int
    receipt_id: int | None
    customer_id: int
    name: str
    amount: int | None
    earned: int
    balance: int
    reward: Reward | None = None
    met: bool = False
    spent: int = 0
    voucher: Voucher | None = None
    issued: Voucher | None = None
    outside: bool = False


@dataclass(frozen=True)
class Undone:
    """An act that was taken back. `verb` and `what` say which; `rows` how many rows went."""

    act: int
    undid: int
    verb: str
    what: str
    rows: int


@dataclass(frozen=True)
class DayLine:
    """One line of a day: a sale or refund by someone or by nobody. `second` None: no time known; `act` wrote it;
    `reward`: the name of the one that was given with it."""

    receipt_id: int
    kind: str
    day: int
    second: int | None
    amount: int | None
    customer_id: int | None
    name: str
    points: int
    act: int
    reward: str = ""
