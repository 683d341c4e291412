"""Points and rewards in words: what was earned, what is next, what the till has to ring up."""

from loyaltui.core.outcome import Logged
from loyaltui.core.reward import Reward
from loyaltui.core.settings import Settings
from loyaltui.words import _, figures


def next_reward(balance: int, rewards: list[Reward]) -> Reward | None:
    """The reward to look forward to: the cheapest not reached yet, else the dearest."""
    return next((reward for reward in rewards if reward.points > balance), rewards[-1] if rewards else None)


def bar(balance: int, reward: Reward, width: int = 10) -> str:
    """How far it is to a reward."""
    full = min(width, max(0, balance) * width // reward.points)
    return "█" * full + "░" * (width - full)


def logged(done: Logged, settings: Settings) -> str:
    """One line for a visit, refund or reward: the name, the money, the points."""
    parts = [done.name or _("New card")]
    if done.amount is not None:
        parts.append(figures.money(done.amount, settings))
    elif done.receipt_id is not None:
        parts.append(_("here, the till will say"))
    if done.met:
        parts.append(_("(the till's sale)"))
    if done.earned:
        parts.append(f"{done.earned:+,}")
    parts.append("→ " + figures.points(done.balance, settings))
    return " ".join(parts)


def after(balance: int, reward: Reward, settings: Settings) -> str:
    """What is left when a reward is given."""
    left = figures.points(balance - reward.points, settings)
    return f"{figures.number(balance)} − {figures.number(reward.points)} = {left}"


def ring_up(reward: Reward, settings: Settings) -> str:
    """What to do on the till when a reward is given."""
    if not reward.worth:
        return _("Give: {reward}").format(reward=reward.name)
    return _("Ring up on the till: −{worth} {reward}").format(
        worth=figures.money(reward.worth, settings), reward=reward.name
    )


def towards(balance: int, reward: Reward | None, settings: Settings) -> str:
    """The balance, and how far it is to a reward."""
    if reward is None:
        return figures.points(balance, settings)
    return f"{figures.points(balance, settings)} {bar(balance, reward)} {figures.number(reward.points)} {reward.name}"
